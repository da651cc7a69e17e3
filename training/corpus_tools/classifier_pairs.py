"""Pairs for the type classifier: a text, an actor, a recipient, and the type of what the one does to the other, or none.

They are drawn from the sentences: both directions of every event, and parties of one sentence between whom nothing is told,
among them the names in sentences without an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from training.corpus_tools.notation import Record, parties, whole_words
from training.corpus_tools.support import country_named, country_names

MOST_WITHOUT_RELATION = 4
"""How many pairs without relation a sentence gives at most, so that long lists do not outweigh all else."""


def classifier_pairs(sentences: Iterable[Record]) -> Iterator[Record]:
    """The pairs of the sentences, in order. A pair with several events has them all, the first in the text first."""
    for sentence in sentences:
        spans = {(party["start"], party["end"]): party["text"] for party in _named(sentence)}
        related = _relations(sentence)
        without = 0
        for actor, recipient in permutations(sorted(spans), 2):
            if _overlap(actor, recipient) or spans[actor] == spans[recipient]:
                continue
            events = related.get((actor, recipient), [])
            if not events:
                without += 1
                if without > MOST_WITHOUT_RELATION or _same_party(sentence, actor, recipient):
                    continue
            yield {
                "id": f"{sentence['id']}-{actor[0]}.{actor[1]}-{recipient[0]}.{recipient[1]}",
                "sentence": sentence["id"],
                "text": sentence["text"],
                "actor": {"text": spans[actor], "start": actor[0], "end": actor[1]},
                "recipient": {"text": spans[recipient], "start": recipient[0], "end": recipient[1]},
                "event_type": events[0]["event_type"] if events else None,
                "mode": events[0]["mode"] if events else [],
                "factuality": events[0]["factuality"] if events else None,
                "also": sorted({event["event_type"] for event in events[1:]} - {events[0]["event_type"]}) if events else [],
            }


Span = tuple[int, int]


def _relations(sentence: Record) -> dict[tuple[Span, Span], list[Record]]:
    """The events from each party to each other one; what is mutual goes both ways."""
    found: dict[tuple[Span, Span], list[Record]] = {}
    for event in sorted(sentence["events"], key=lambda event: event["trigger"]["start"]):
        actors, recipients = (_spans(event[side]) for side in ("actors", "recipients"))
        pairs = [(a, b) for a in actors for b in recipients] if event["recipients"] else list(permutations(actors, 2))
        for pair in pairs:
            found.setdefault(pair, []).append(event)
    return found


def _named(sentence: Record) -> Iterator[Record]:
    """The parties of the sentence, and the states named beside them that are none of theirs."""
    taken: list[Span] = []
    codes: set[str | None] = set()
    for party in parties(sentence):
        if party["text"] is not None:
            taken.append((party["start"], party["end"]))
            yield party
        codes.add(party["country"])
    for name in country_names(sentence["text"]):
        code = country_named(name)
        places = [span for span in whole_words(sentence["text"], name) if not any(_overlap(span, other) for other in taken)]
        if code not in codes and places:
            codes.add(code)
            yield {"text": name, "start": places[0][0], "end": places[0][1]}


def _spans(parties: Iterable[Record]) -> list[Span]:
    return [(party["start"], party["end"]) for party in parties if party["text"] is not None]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _same_party(sentence: Record, one: Span, other: Span) -> bool:
    """Whether two spans may be one party in different words: the same country and main sector."""
    codes: dict[Span, set[tuple[str | None, str | None]]] = {}
    for party in parties(sentence):
        if party["text"] is not None:
            code = (party["country"], next(iter(party["sectors"]), None))
            codes.setdefault((party["start"], party["end"]), set()).add(code)
    return bool(codes.get(one, set()) & codes.get(other, set()))
