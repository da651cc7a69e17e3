"""What is wrong with corpus records, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman import ontology
from dragoman.evaluation import validate
from dragoman.evaluation.gold import gold_document
from training.corpus_tools.notation import Record, parties
from training.corpus_tools.support import untold_countries

DOCUMENT_WORDS = range(120, 601)
"""How long a document is, in words."""

MUTUAL_NEEDS = 2
"""Parties that a record without recipient has when it is mutual by its nature."""


def problems(record: Record) -> list[str]:
    """Faults that keep a record out: those of the output contract, and spans that are not what they say."""
    try:
        told = {key: value for key, value in record.items() if value is not None}
        found = validate(gold_document({"engagements": [], "positions": [], "commitments": [], **told}))
    except ValueError as error:
        return [str(error)]
    return [*found, *_spans(record)]


def doubts(record: Record) -> list[str]:
    """What a second look is due to: countries that the text does not tell, meetings of one."""
    found = [f"nothing in the text tells {code}" for code in untold_countries(record["text"], list(parties(record)))]
    for event in record["events"]:
        alone = len(event["actors"]) < MUTUAL_NEEDS and not event["recipients"]
        if event["event_type"] == "CONSULT" and alone and "multilateral" not in event["mode"]:
            found.append("CONSULT of one party")
        if event["event_type"] == "SUPPORT" and "pardon" in event["trigger"]["text"].lower().split():
            found.append("a pardon is CONCEDE")
    return [*found, *(_document_doubts(record) if "parties" in record else [])]


def _document_doubts(record: Record) -> Iterator[str]:
    words = len(record["text"].split())
    if words not in DOCUMENT_WORDS:
        yield f"{words} words"
    if (record["kind"] == "quiet") != (not record["events"]):
        yield f"{len(record['events'])} events in a document of kind {record['kind']}"
    for party in record["parties"]:
        if not party["mentions"]:
            yield f"party {party['id']} is marked nowhere"


def _spans(record: Record) -> Iterator[str]:
    for position, event in enumerate(record["events"]):
        for span in (event["trigger"], *parties({"events": [event]})):
            field = record[span.get("field", "text")]
            if span["text"] is not None and field[span["start"] : span["end"]] != span["text"]:
                yield f"events[{position}]: {span['text']!r} does not stand at {span['start']}"


def shares(records: Iterable[Record]) -> dict[str, int]:
    """How many events of each type and ``TYPE mode`` the records hold."""
    counts = dict.fromkeys(
        [
            name
            for kind in ontology.EVENT_TYPES
            for name in (kind, *(f"{kind} {m.name}" for m in ontology.event_type(kind).modes))
        ],
        0,
    )
    for record in records:
        for event in record["events"]:
            counts[event["event_type"]] += 1
            for mode in event["mode"]:
                counts[f"{event['event_type']} {mode}"] += 1
    return counts
