"""From predications to events: PLOVER's reductions for tense, claims, repetition, confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman import ontology
from dragoman.actors import Entity
from dragoman.events.predications import Predication

DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "AID", "COOPERATE", "RETREAT"})
"""Types of acts, which somebody may merely claim; what a speaker does by speaking is his own act."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the document, with the predications that tell it, main one first."""

    event_type: str
    modes: tuple[str, ...]
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    factuality: str
    claimed_by: Entity | None
    told_by: tuple[Predication, ...]

    @property
    def main(self) -> Predication:
        """The predication it rests on first of all."""
        return self.told_by[0]


def happenings(predications: Sequence[Predication]) -> list[Happening]:
    """The events that predications tell, each once, in text order."""
    single = [h for p in predications if (h := _happening(p)) is not None]
    merged: list[Happening] = []
    for item in single:
        for i, known in enumerate(merged):
            if (joined := _join(known, item)) is not None:
                merged[i] = joined
                break
        else:
            merged.append(item)
    return [h for h in merged if not _told_better(h, merged)]


ADDRESSED = frozenset({"SUPPORT", "AGREE", "CONCEDE", "REQUEST"})
"""What one side of an encounter says in these ways at nobody named is said to the other side."""


def with_addressee(p: Predication, sides: Mapping[str, Entity]) -> Predication:
    """The predication with the other side of the document's one encounter as recipient, where it names none."""
    event_type = p.event_type or (p.frame.event_type if p.frame.stance in {"commit", "support", "thank", "welcome"} else None)
    if event_type not in ADDRESSED or p.recipients or p.mutual or len(p.actors) != 1 or p.factuality == "future":
        return p
    other = sides.get(p.actors[0].country or "")
    if other is None:
        return p
    return replace(p, event_type=event_type, recipients=(other,), steps=(*p.steps, f"said to the other side, {other.name}"))


def _happening(p: Predication) -> Happening | None:
    if p.event_type is None or p.content:
        return None
    event_type, modes, factuality = p.event_type, p.modes, p.factuality
    actors, recipients = p.actors, p.recipients
    if event_type == "CONSULT":
        actors, recipients, modes = _encounter(p)
    if factuality == "future":
        becomes = ontology.future_type(event_type)
        if becomes is not None:
            event_type, factuality = becomes, "actual"
            modes = ()
        elif event_type in {"THREATEN", "REQUEST", "ACCUSE", "REJECT"}:
            factuality = "hypothetical"
    if p.mutual and p.event_type != "CONSULT":
        actors, recipients = _distinct((*actors, *recipients)), ()
    modes = tuple(m for m in modes if ontology.valid_mode(event_type, m))
    if event_type in {"COOPERATE", "AID", "SANCTION"} and not recipients and len(actors) < 2:
        return None
    claimed = p.claimed_by if event_type in DEEDS else None
    if claimed is not None and factuality != "negated":
        same = any(claimed.country == a.country for a in actors)
        if same and event_type != "ASSAULT" or claimed.country is None or any(a.kind == "unknown" for a in actors):
            claimed = None
    return Happening(event_type, modes, actors, recipients, factuality, claimed, (p,))


REMOTE = frozenset({"phone", "video", "letter", "message"})


def _encounter(p: Predication) -> tuple[tuple[Entity, ...], tuple[Entity, ...], tuple[str, ...]]:
    """Parties and mode of a contact: in one side's own country it is a visit, with three sides multilateral."""
    if "visit" in p.modes and p.recipients and p.actors:
        return p.actors, p.recipients, p.modes
    everyone = _distinct((*p.actors, *p.recipients))
    codes = {e.country for e in everyone if e.country}
    modes = tuple(m for m in p.modes if m != "visit")
    if p.channel in REMOTE:
        return everyone, (), ("phone",) if p.channel in {"phone", "video"} else ()
    if len(codes) == 2 and p.place in codes and p.channel != "multilateral":
        guests = tuple(e for e in everyone if e.country != p.place)
        hosts = tuple(e for e in everyone if e.country == p.place)
        return guests, hosts, ("visit",)
    if (len(codes) > 2 or len(everyone) == 1) and not modes:
        modes = ("multilateral",)
    return everyone, (), modes


def _way(h: Happening) -> str | None:
    """How a contact was held, if the text says so: remote, in person as a visit, or in a body; None for "met", "discussed"."""
    channels = {p.channel for p in h.told_by}
    if channels & REMOTE:
        return "remote"
    if "visit" in h.modes or "visit" in channels:
        return "visit"
    return "multilateral" if "multilateral" in channels else None


def _codes(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.country or (e.sectors[0] if e.sectors else "?") for e in entities)


def _join(known: Happening, new: Happening) -> Happening | None:
    """One happening for both if they tell the same event: same type, parties equal or one side of them unknown."""
    if known.event_type != new.event_type or (known.factuality in {"negated", "hypothetical"}) != (
        new.factuality in {"negated", "hypothetical"}
    ):
        return None
    if known.factuality != new.factuality and "historical" in {known.factuality, new.factuality}:
        return None
    days = {d for h in (known, new) for p in h.told_by for d in p.when if len(d) == 10}
    apart = len(days) > 1 and not ({d for p in known.told_by for d in p.when} & {d for p in new.told_by for d in p.when})
    ka, na, kr, nr = _codes(known.actors), _codes(new.actors), _codes(known.recipients), _codes(new.recipients)
    if known.event_type == "CONSULT":
        everyone_known, everyone_new = ka | kr, na | nr
        if _way(known) != _way(new) and None not in {_way(known), _way(new)}:
            return None
        if apart or not (everyone_known >= everyone_new or everyone_new >= everyone_known):
            return None
        richer, poorer = (
            (known, new)
            if len(everyone_known) > len(everyone_new) or (len(everyone_known) == len(everyone_new) and bool(kr) >= bool(nr))
            else (new, known)
        )
    else:
        unnamed = frozenset({"UNK", "UAF"})
        same_actors = ka == na or (ka <= unnamed) != (na <= unnamed) and bool(kr & nr or not kr or not nr)
        if apart or not same_actors or not (kr == nr or not kr or not nr):
            return None
        if known.event_type in {"ACCUSE", "REQUEST"} and not (kr and nr) and known.main.frame.lemma != new.main.frame.lemma:
            return None
        if (
            known.event_type in {"COERCE", "SANCTION", "RETREAT"}
            and known.modes
            and new.modes
            and not set(known.modes) & set(new.modes)
        ):
            return None  # an arrest and a seizure are two acts
        known_better = (not ka <= unnamed, bool(kr), len(known.modes)) >= (not na <= unnamed, bool(nr), len(new.modes))
        richer, poorer = (known, new) if known_better else (new, known)
    modes = tuple(dict.fromkeys((*richer.modes, *poorer.modes)))
    if known.event_type == "CONSULT":
        modes = richer.modes or poorer.modes
    if "visit" in modes and not richer.recipients:
        modes = tuple(m for m in modes if m != "visit")
    claimed = None if known.claimed_by is None or new.claimed_by is None else known.claimed_by
    told = (*richer.told_by, *poorer.told_by)
    return replace(richer, modes=modes, claimed_by=claimed, told_by=told)


NEAR = 3
"""Sentences within which a toll without an agent belongs to the attack told beside it."""


def _told_better(item: Happening, others: Sequence[Happening]) -> bool:
    """PLOVER: ASSAULT swallows the MOBILIZE of the same clash; a speech act inside the same clause is told once."""
    for other in others:
        if other is item:
            continue
        same_actor = _codes(item.actors) == _codes(other.actors)
        unnamed = all(a.kind == "unknown" for a in item.actors)
        if (
            unnamed
            and item.event_type == other.event_type == "ASSAULT"
            and item.factuality == other.factuality == "actual"
            and any(a.kind != "unknown" for a in other.actors)
            and abs(item.main.sentence - other.main.sentence) <= NEAR
        ):
            return True  # "41 people were killed": the toll of the attack told just before
        if (
            item.event_type == "MOBILIZE"
            and other.event_type == "ASSAULT"
            and same_actor
            and item.main.sentence == other.main.sentence
        ):
            return True
        if item.event_type == "ACCUSE" and other.event_type == "SANCTION" and "convict" in other.modes and same_actor:
            return True
    return False


def _distinct(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    found: list[Entity] = []
    for entity in entities:
        if not any(
            entity is e
            or entity.key == e.key
            or (entity.country is not None and entity.country == e.country and _less(entity, e))
            for e in found
        ):
            found.append(entity)
    return tuple(found)


def _less(new: Entity, known: Entity) -> bool:
    """A state beside its own minister says nothing more."""
    return new.kind in {"country", "metonym"} and known.kind in {"person", "role"} and known.sectors[:1] == ("GOV",)


def confidence(item: Happening) -> float:
    """A first estimate that the triple is right: from the frame's narrowness, the ways parties were found, repetition."""
    frame = item.main.frame
    value = 0.55 + 0.04 * min(frame.specificity, 3) + 0.05 * (len(item.told_by) > 1)
    parties = [*item.actors, *item.recipients]
    named = sum(1 for e in parties if e.kind in {"country", "person", "body", "group", "metonym"} and e.country)
    value += 0.15 * (named / len(parties)) if parties else 0.0
    if "weak" in frame.flags:
        value -= 0.12
    if not item.recipients and len(item.actors) < 2:
        value -= 0.05
    if frame.pos == "n":
        value -= 0.04
    return round(min(0.95, max(0.05, value)), 2)
