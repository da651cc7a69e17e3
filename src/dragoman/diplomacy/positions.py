"""Positions: who holds which stance on which matter towards whom, read from speech acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.actors import NO_STATE, Entity
from dragoman.diplomacy.phrases import Phrases
from dragoman.events import Predication


@dataclass(frozen=True, slots=True)
class Stand:
    """One position; ``holder`` is the state where an official, kept as ``speaker``, speaks for it."""

    holder: Entity
    speaker: Entity | None
    stance: str
    about: str
    toward: Entity | None
    intensity: str | None
    told_by: tuple[Predication, ...]


def stands(
    predications: Sequence[Predication],
    phrases: Phrases,
    state: Callable[[str], Entity],
    counterparts: dict[str, Entity],
    intensity: Callable[[Predication], str | None],
    clause: Callable[[Predication], str],
) -> list[Stand]:
    """Positions in text order, one for each holder.

    ``state`` gives the state of a code; ``counterparts`` maps a country to the other side of the document's one engagement,
    who is addressed when the text names nobody.
    """
    found: list[Stand] = []
    for p in predications:
        stance = p.frame.stance
        if p.factuality == "negated" and p.claimed_by is not None and p.event_type is not None:
            found += [_stand(p.claimed_by, "oppose", clause(p), None, None, p, state)]
            continue
        if stance is None or not _counts(p, stance):
            continue
        about = phrases.read(p.sentence, *p.about).text if p.about is not None else clause(p)
        toward = p.recipients[0] if p.recipients else None
        for actor in p.actors:
            if actor.country is None and actor.kind not in {"group", "body"} or not actor.political:
                continue
            addressee = toward
            if addressee is None and actor.country in counterparts and stance in {"inform", "thank", "condole", "support"}:
                addressee = counterparts[actor.country]
            if addressee is not None and addressee.country == actor.country and addressee.country is not None:
                addressee = None
            found.append(_stand(actor, stance, about, addressee, intensity(p), p, state))
    return _merged(found)


def _counts(p: Predication, stance: str) -> bool:
    """Whether a speech act makes a position: told as done, and, for news, told to the other side and not to the press."""
    if p.factuality in {"hypothetical", "negated"} or p.factuality == "future" and stance != "commit":
        return False
    if stance == "inform":
        return any(r.political and r.country is not None and r.sectors[:1] != ("JRN",) for r in p.recipients)
    # what both sides agree on is a commitment of both; a treaty merely named is nobody's new position
    return not (stance == "commit" and (p.mutual or not p.supported))


def _stand(
    actor: Entity,
    stance: str,
    about: str,
    toward: Entity | None,
    intensity: str | None,
    p: Predication,
    state: Callable[[str], Entity],
) -> Stand:
    speaks_for_state = (
        actor.country is not None
        and actor.sectors[:1] in {("GOV",), ("MIL",), ("SPY",)}
        and actor.kind not in {"country", "group", "body"}
    )
    holder = (
        state(actor.country)
        if speaks_for_state and actor.country is not None and len(actor.country) == 3 and actor.country not in NO_STATE
        else actor
    )
    speaker = actor if actor.is_person else None
    if (
        toward is not None
        and toward.kind in {"person", "role"}
        and toward.country
        and toward.sectors[:1] == ("GOV",)
        and toward.country not in NO_STATE
    ):
        toward = state(toward.country)
    return Stand(holder, speaker, stance, about, toward, intensity, (p,))


def _merged(found: Sequence[Stand]) -> list[Stand]:
    merged: list[Stand] = []
    for item in found:
        for i, known in enumerate(merged):
            same_holder = known.holder.key == item.holder.key
            related = known.about.lower() in item.about.lower() or item.about.lower() in known.about.lower()
            if same_holder and known.stance == item.stance and related:
                merged[i] = replace(known, told_by=(*known.told_by, *item.told_by), toward=known.toward or item.toward)
                break
        else:
            merged.append(item)
    return merged
