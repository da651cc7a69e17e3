"""Commitments: what was agreed, promised or planned to be done next, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.actors import Entity
from dragoman.events import Happening, Predication


@dataclass(frozen=True, slots=True)
class Promise:
    """What ``parties`` bound themselves to; ``due`` is an ISO date or None."""

    parties: tuple[Entity, ...]
    text: str
    due: str | None
    told_by: tuple[Predication, ...]


def promises(
    happenings: Sequence[Happening], text_of: Callable[[Predication], str], state: Callable[[str], Entity]
) -> list[Promise]:
    """Joint agreements bind all parties; a planned visit guest and host; a promise the one who makes it."""
    found: list[Promise] = []
    for h in happenings:
        if h.event_type not in {"AGREE", "CONCEDE"} or h.factuality not in {"actual", "future"}:
            continue
        main = h.main
        planned = main.factuality == "future" and main.frame.event_type == "CONSULT"
        joint = main.mutual and main.frame.pos == "v" or len(h.actors) > 1 and main.frame.stance == "commit"
        binding = planned or joint or main.factuality == "future" or "promise" in main.frame.flags
        if not binding or not main.supported:
            continue
        parties = (*h.actors, *h.recipients) if planned else h.actors
        bound: list[Entity] = []
        for party in parties:
            entity = (
                state(party.country)
                if party.country and party.kind in {"person", "role", "metonym"} and party.sectors[:1] in {("GOV",), ("MIL",)}
                else party
            )
            if not any(entity.key == b.key for b in bound):
                bound.append(entity)
        days = [d for p in h.told_by for d in p.when]
        known = next(
            (
                i
                for i, f in enumerate(found)
                if {b.country for b in f.parties} == {b.country for b in bound} and planned == (f.due is not None)
            ),
            None,
        )
        if known is not None and planned:
            continue
        found.append(Promise(tuple(bound), text_of(main), days[0] if days and main.factuality == "future" else None, h.told_by))
    return found
