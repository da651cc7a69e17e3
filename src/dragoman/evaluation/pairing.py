"""Which coded event answers to which gold event, and how much of it is right.

An event stands for its directed triples: (actor country, type, recipient country). Two events of one type
agree by the Dice overlap of their triples, so a reciprocal event with one party missing earns part. Pairs are
one to one: an event that was coded twice answers once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from dragoman.evaluation.entries import NOBODY, Event, Party

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of a gold event and a coded one in their lists; ``credit`` is above 0 and at most 1."""

    gold: int
    said: int
    credit: float


def triples(event: Event) -> frozenset[Triple]:
    """The directed triples of one event; never empty.

    Several actors without a recipient act each towards each other. A CONSULT counts both ways, whether it is
    coded as a visit or as a meeting.
    """
    actors, others = _codes(event.actors) or [NOBODY], _codes(event.recipients)
    if others:
        there = {(actor, event.kind, other) for actor, other in product(actors, others)}
        back = {(other, event.kind, actor) for actor, _, other in there}
        return frozenset(there | back if event.kind == "CONSULT" else there)
    if len(event.actors) > 1:
        each = {(actor, event.kind, other) for actor, other in permutations(actors, 2)}
        # two parties of one country, as in a civil war
        return frozenset(each or {(actors[0], event.kind, actors[0])})
    return frozenset({(actors[0], event.kind, NOBODY)})


def union(events: Iterable[Event]) -> set[Triple]:
    """All triples of these events."""
    return {triple for event in events for triple in triples(event)}


def credit(gold: Event, said: Event) -> float:
    """Dice overlap of the triples of two events, 0 to 1."""
    right, coded = triples(gold), triples(said)
    return 2 * len(right & coded) / (len(right) + len(coded))


def evidence_overlaps(gold: Event, said: Event) -> bool:
    """Whether a quotation of one shares text with a quotation of the other."""
    return any(ours.overlaps(theirs) for ours in gold.spans for theirs in said.spans)


def pair_up(gold: Sequence[Event], said: Sequence[Event]) -> list[Pair]:
    """One-to-one pairs of events of one type.

    The best credit goes first, then overlapping evidence, then the order of the lists. The choice is greedy.
    """
    ranked = sorted(
        (-credit(right, coded), not evidence_overlaps(right, coded), i, j)
        for (i, right), (j, coded) in product(enumerate(gold), enumerate(said))
        if right.kind == coded.kind
    )
    pairs: list[Pair] = []
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    for negative_credit, _, i, j in ranked:
        if negative_credit < 0 and i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            pairs.append(Pair(i, j, -negative_credit))
    return pairs


def _codes(parties: Iterable[Party]) -> list[str]:
    return sorted({party.country for party in parties})
