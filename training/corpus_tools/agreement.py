"""How far two codings of the same texts agree, field by field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from dragoman.evaluation import evaluate
from dragoman.evaluation.gold import gold_document
from training.corpus_tools.notation import Record

EMPTY: Record = {"engagements": [], "positions": [], "commitments": []}
REPORTED = (
    "event",
    "triple",
    "dyad",
    "type",
    "engagement_parties",
    "agenda",
    "position",
    "commitment",
    "mode",
    "context",
    "sector",
)
"""Figures of the evaluation that say how far two codings agree; F1 does not change when they change places."""


def agreement(first: Iterable[Record], second: Iterable[Record]) -> dict[str, float | int | None]:
    """Agreement by field over the texts that both have.

    ``has_event`` and ``kappa_has_event`` are over texts; the figures of the evaluation over records, the first coding
    taken as gold; ``trigger`` to ``recipients`` over events that share a trigger word and the type. None where nothing
    could be compared.
    """
    others = {record["id"]: record for record in second}
    pairs = [(record, others[record["id"]]) for record in first if record["id"] in others]
    report = evaluate((gold_document(_plain(one)) for one, _ in pairs), (_plain(other) for _, other in pairs))
    figures: dict[str, float | int | None] = {"texts": len(pairs)}
    figures["has_event"] = _share(bool(one["events"]) == bool(other["events"]) for one, other in pairs)
    figures["kappa_has_event"] = _kappa([(bool(one["events"]), bool(other["events"])) for one, other in pairs])
    for name in REPORTED:
        held = report.figures[name]
        figures[f"{name}_f1"] = held["f1"] if held["tp"] + held["fp"] + held["fn"] else None
    met = [events for one, other in pairs for events in _met(one, other)]
    figures["events_with_one_trigger"] = len(met)
    for name, view in VIEWS.items():
        figures[name] = _share(view(one) == view(other) for one, other in met)
    return figures


def _codes(parties: Iterable[Record]) -> Hashable:
    return frozenset((party["country"], next(iter(party["sectors"]), None)) for party in parties)


VIEWS: dict[str, Callable[[Record], Hashable]] = {
    "factuality": lambda event: event["factuality"],
    "claimed_by": lambda event: (event["claimed_by"] or {}).get("country") if event["claimed_by"] else "text",
    "actors": lambda event: _codes(event["actors"]),
    "recipients": lambda event: _codes(event["recipients"]),
    "mode": lambda event: frozenset(event["mode"]),
}
"""What is compared of two events that share type and trigger."""


def _plain(record: Record) -> Record:
    """Without what optional marks would hide."""
    events = [{key: value for key, value in event.items() if key != "optional"} for event in record["events"]]
    return {**EMPTY, **{key: value for key, value in record.items() if value is not None}, "events": events}


def _met(one: Record, other: Record) -> Iterable[tuple[Record, Record]]:
    rest = list(other["events"])
    for event in one["events"]:
        for candidate in rest:
            if candidate["event_type"] == event["event_type"] and _touch(event["trigger"], candidate["trigger"]):
                rest.remove(candidate)
                yield event, candidate
                break


def _touch(one: Record, other: Record) -> bool:
    same_field = one.get("field", "text") == other.get("field", "text")
    return bool(same_field and one["start"] < other["end"] and other["start"] < one["end"])


def _share(cases: Iterable[bool]) -> float | None:
    held = list(cases)
    return round(sum(held) / len(held), 4) if held else None


def _kappa(pairs: list[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two yes-or-no judgements (Cohen 1960)."""
    if not pairs:
        return None
    observed = sum(one == other for one, other in pairs) / len(pairs)
    yes_one, yes_other = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    chance = yes_one * yes_other + (1 - yes_one) * (1 - yes_other)
    return None if chance == 1 else round((observed - chance) / (1 - chance), 4)
