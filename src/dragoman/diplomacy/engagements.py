"""Engagements: who met or spoke with whom, gathered from all their mentions, with what they discussed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors import Entity
from dragoman.diplomacy.phrases import Phrase, Phrases
from dragoman.events import Happening, Predication

SPECIFIC = ("phone", "video", "letter", "message", "multilateral", "visit")
"""Channels that say more than "meeting", in the order in which they win."""

LEVELS = ("head_of_state", "head_of_government", "minister", "deputy", "envoy", "official", "technical")


@dataclass(frozen=True, slots=True)
class Encounter:
    """One engagement of a document; ``happening`` is the event it makes, if it makes one."""

    status: str
    channel: str
    participants: tuple[Entity, ...]
    initiator: Entity | None
    host: Entity | None
    level: str | None
    agenda: tuple[Phrase, ...]
    told_by: tuple[Predication, ...]
    happening: Happening | None


def encounters(happenings: Sequence[Happening], predications: Sequence[Predication], phrases: Phrases) -> list[Encounter]:
    """The engagements of a document, held ones first, each with its agenda."""
    found: list[Encounter] = []
    for happening in happenings:
        encounter = _encounter(happening)
        if encounter is not None:
            found.append(encounter)
    found += [e for p in predications if (e := _message(p)) is not None]
    found = _without_echoes(found)
    found.sort(key=lambda e: e.status != "held")
    return [_with_agenda(e, found, predications, phrases) for e in found]


def _encounter(h: Happening) -> Encounter | None:
    met = [p for p in h.told_by if p.frame.event_type == "CONSULT" or p.frame.channel]
    if not met or h.factuality in {"hypothetical", "negated"}:
        return None
    if h.event_type == "CONSULT":
        status = "held"
    elif h.event_type == "AGREE" and all(p.factuality == "future" for p in met):
        status = "planned"
    else:
        return None
    participants = (*h.actors, *h.recipients)
    if (
        len({p.country for p in participants}) < 2
        and len(participants) < 2
        and not (participants and participants[0].kind == "body")
    ):
        return None
    channel = _channel(met, h)
    host = h.recipients[0] if "visit" in h.modes and h.recipients else None
    initiator = h.actors[0] if channel in {"phone", "visit", "letter", "message"} else None
    return Encounter(status, channel, participants, initiator, host, _level(participants), (), tuple(met), h)


def _message(p: Predication) -> Encounter | None:
    """A letter or message makes an engagement, though PLOVER has no event for it."""
    if (
        p.event_type is not None
        or p.channel not in {"letter", "message"}
        or p.content
        or p.factuality not in {"actual", "historical"}
    ):
        return None
    participants = (*p.actors, *p.recipients)
    if len({e.country for e in participants}) < 2:
        return None
    return Encounter("held", p.channel, participants, p.actors[0], None, _level(participants), (), (p,), None)


def _channel(met: Sequence[Predication], h: Happening) -> str:
    told = [p.channel for p in met if p.channel]
    if "visit" in h.modes:
        return "visit"
    if "multilateral" in h.modes:
        return "multilateral"
    for channel in SPECIFIC:
        if channel in told and channel not in {"visit", "multilateral"}:
            return channel
    if "visit" in told and h.recipients:
        return "visit"
    if "multilateral" in told and len({e.country for e in (*h.actors, *h.recipients)}) != 2:
        return "multilateral"
    return told[0] if told and told[0] not in {"visit", "multilateral"} else "meeting"


def _level(participants: Sequence[Entity]) -> str | None:
    levels = [p.level for p in participants if p.level in LEVELS]
    return max(levels, key=LEVELS.index) if levels else None


def _without_echoes(found: Sequence[Encounter]) -> list[Encounter]:
    """One told in headline, lead and body stays one: a vaguer encounter of the same parties is the same."""
    kept: list[Encounter] = []
    for encounter in sorted(found, key=lambda e: (e.status != "held", e.told_by[0].sentence)):
        codes = {p.country for p in encounter.participants}
        echo = next(
            (
                i
                for i, k in enumerate(kept)
                if k.status == encounter.status
                and codes <= {p.country for p in k.participants}
                and (k.channel == encounter.channel or encounter.channel in {"meeting", "other"})
                and not _apart(k, encounter)
            ),
            None,
        )
        if echo is None:
            kept.append(encounter)
        else:
            kept[echo] = replace(kept[echo], told_by=(*kept[echo].told_by, *encounter.told_by))
    return kept


def _apart(a: Encounter, b: Encounter) -> bool:
    days_a = {d for p in a.told_by for d in p.when if len(d) == 10}
    days_b = {d for p in b.told_by for d in p.when if len(d) == 10}
    return bool(days_a and days_b and not days_a & days_b)


def _with_agenda(
    encounter: Encounter, found: Sequence[Encounter], predications: Sequence[Predication], phrases: Phrases
) -> Encounter:
    """Matters discussed: what the encounter's own mentions are about and what its participants told or asked each other."""
    held = [e for e in found if e.status == "held"]
    only = len(held) == 1 and encounter.status == "held"
    codes = {p.country for p in encounter.participants if p.country}
    items: list[Phrase] = []
    for p in predications:
        if p.about is None or p.factuality in {"negated", "hypothetical"} and not p.content:
            continue
        own = any(p is told for told in encounter.told_by)
        speaks = {a.country for a in p.actors} <= codes and (p.frame.channel is not None or p.frame.stance is not None)
        if own or (
            only
            and speaks
            and p.sentence >= encounter.told_by[0].sentence - 1
            and (p.frame.channel or p.frame.stance in AGENDA_STANCES)
        ):
            found_items = phrases.items(p.sentence, *p.about)
            # "discussed Afghanistan" names a matter, "expressed solidarity with Pakistan" a party
            items += found_items if p.frame.channel else [i for i in found_items if not phrases.is_party(i)]
    unique: list[Phrase] = []
    for item in items:
        if len(item.text) < 3 or item.text.lower().startswith("to ") or any(_same(item, known) for known in unique):
            continue
        unique.append(item)
    return replace(encounter, agenda=tuple(unique))


AGENDA_STANCES = frozenset({"inform", "concern", "support", "urge", "oppose", "condemn", "commit", "welcome"})
"""What a participant says in these ways in the contact was on its agenda."""


def _same(a: Phrase, b: Phrase) -> bool:
    return a.sentence == b.sentence and a.first <= b.last and b.first <= a.last or a.text.lower() == b.text.lower()
