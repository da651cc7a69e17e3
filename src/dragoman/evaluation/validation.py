"""Whether a gold document, or any coding, keeps the rules of the output contract and of PLOVER.

Each problem is a sentence that begins with the place in the record, as ``events[2].actors[0]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, get_args

from dragoman import ontology
from dragoman.evaluation.entries import Record, evidence_of, modes_of
from dragoman.evaluation.gold import GoldDocument
from dragoman.records import (
    Channel,
    Coding,
    Commitment,
    Document,
    Engagement,
    Event,
    Factuality,
    Party,
    Position,
    Stance,
    Status,
)

GOLD_KEYS = {
    "document": {
        *Document.model_fields,
        *Coding.model_fields,
        "kind",
        "note",
        "group",
        "outlet",
        "parties",
        "style",
        "looks_like",
        "topic",
    },
    "events": {*Event.model_fields, "optional", "factuality_other", "trigger"},
    "engagements": {*Engagement.model_fields, "optional", "channel_other", "agenda_optional"},
    "positions": {*Position.model_fields, "optional"},
    "commitments": {*Commitment.model_fields, "optional"},
    "party": {*Party.model_fields, "id", "field", "start", "end"},
}
"""Keys that may stand in a record: those of the program's output and those that only gold carries."""

MONTH = re.compile(r"\d{4}(-\d{2})?")

Problems = Iterator[str]


def validate(document: GoldDocument) -> list[str]:
    """What is wrong with a document's coding; empty when nothing is."""
    return list(_document(document.record))


def _document(record: Record) -> Problems:
    yield from _keys(record, "document", "document")
    if record.get("date") is not None and not valid_date(record["date"]):
        yield f"document: {record['date']!r} is not an ISO 8601 date"
    checks: dict[str, Callable[[Record, Record, str], Problems]] = {
        "events": _event,
        "engagements": _engagement,
        "positions": _position,
        "commitments": _commitment,
    }
    for kind, check in checks.items():
        for position, entry in enumerate(record.get(kind) or []):
            where = f"{kind}[{position}]"
            yield from _keys(entry, kind, where)
            yield from check(entry, record, where)
    held = [engagement.get("status", "held") == "held" for engagement in record.get("engagements") or []]
    if held != sorted(held, reverse=True):
        yield "engagements: those that were held come first"


def _event(event: Record, document: Record, where: str) -> Problems:
    kind = event["event_type"]
    if kind not in ontology.EVENT_TYPES:
        yield f"{where}: {kind!r} is not an event type"
        return
    modes = modes_of(event)
    wrong = [mode for mode in modes if not ontology.valid_mode(kind, mode)]
    yield from (f"{where}: {kind} has no mode {mode!r}" for mode in wrong)
    if len(set(modes)) < len(modes):
        yield f"{where}: a mode stands twice"
    contexts = event.get("contexts") or []
    yield from _contexts(contexts, where)
    for context in ontology.implied_contexts(kind, modes):
        if context not in contexts:
            yield f"{where}: the mode {context} carries the context {context}"
    yield from _parties_of_event(event, where)
    yield from _factuality(event, where)
    yield from _when_and_where(event, where)
    yield from _evidence(event, document, where)
    if not wrong:
        yield from _scores(event, modes, where)


def _parties_of_event(event: Record, where: str) -> Problems:
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    for side, parties in (("actors", actors), ("recipients", recipients)):
        for position, party in enumerate(parties):
            yield from _party(party, f"{where}.{side}[{position}]")
    if not actors:
        yield f"{where}: no actor"
    kind = event["event_type"]
    # cooperation that is mutual has all parties as actors
    mutual = kind == "COOPERATE" and len(actors) > 1
    if ontology.event_type(kind).requires_recipient and not recipients and not mutual:
        yield f"{where}: {kind} needs a recipient"
    if event.get("claimed_by"):
        yield from _party(event["claimed_by"], f"{where}.claimed_by")


def _factuality(event: Record, where: str) -> Problems:
    for key in ("factuality", "factuality_other"):
        value = event.get(key)
        if value is None:
            continue
        if value not in get_args(Factuality):
            yield f"{where}: {value!r} is not a {key.replace('_other', '')}"
        becomes = ontology.future_type(event["event_type"])
        if value == "future" and becomes:
            yield f"{where}: a future {event['event_type']} is an actual {becomes}"


def _when_and_where(event: Record, where: str) -> Problems:
    when = event.get("date")
    if when is not None and not valid_date(when):
        yield f"{where}: {when!r} is not an ISO 8601 day, month, year or interval"
    location = event.get("location") or {}
    country = location.get("country")
    if country is not None and str(country) not in {*ontology.country_codes(), *ontology.countries()}:
        yield f"{where}.location: {country!r} is not a country code"
    for key, limit in (("lat", 90), ("lon", 180)):
        degrees = location.get(key)
        if degrees is not None and not (isinstance(degrees, int | float) and abs(degrees) <= limit):
            yield f"{where}.location: {key} {degrees!r} is not within {limit} degrees"


def _scores(event: Record, modes: list[str], where: str) -> Problems:
    expected: dict[str, Any] = {
        "quad": ontology.quad(event["event_type"]),
        "plover_score": ontology.score(event["event_type"], modes),
    }
    for key, value in expected.items():
        if event.get(key) is not None and event[key] != value:
            yield f"{where}: {key} is {event[key]}, but type and modes give {value}"


def _engagement(engagement: Record, document: Record, where: str) -> Problems:
    if engagement.get("status", "held") not in get_args(Status):
        yield f"{where}: {engagement['status']!r} is not a status"
    channels = [engagement.get("channel")]
    if engagement.get("channel_other"):
        channels.append(engagement["channel_other"])
    yield from (f"{where}: {name!r} is not a channel" for name in channels if name not in get_args(Channel))
    participants = engagement.get("participants") or []
    if not participants:
        yield f"{where}: no participant"
    for position, party in enumerate(participants):
        yield from _party(party, f"{where}.participants[{position}]")
    if engagement.get("date") is not None and not valid_date(engagement["date"]):
        yield f"{where}: {engagement['date']!r} is not an ISO 8601 date"
    for item in (*(engagement.get("agenda") or []), engagement.get("agenda_optional") or {}):
        yield from _contexts(item.get("contexts") or [], f"{where}.agenda")
        for code in item.get("countries") or []:
            if not ontology.valid_country(code):
                yield f"{where}.agenda: {code!r} is not a country code"
    # the contract asks no evidence of engagements in gold, but what is given must fit
    if evidence_of(engagement):
        yield from _evidence(engagement, document, where)


def _position(position: Record, document: Record, where: str) -> Problems:
    if position.get("stance") not in get_args(Stance):
        yield f"{where}: {position.get('stance')!r} is not a stance"
    if not position.get("about"):
        yield f"{where}: nothing is said of what it is about"
    if not position.get("holder"):
        yield f"{where}: no holder"
    for role in ("holder", "toward", "speaker"):
        if position.get(role):
            yield from _party(position[role], f"{where}.{role}")
    yield from _evidence(position, document, where)


def _commitment(commitment: Record, document: Record, where: str) -> Problems:
    parties = commitment.get("parties") or []
    if not parties:
        yield f"{where}: binds nobody"
    for position, party in enumerate(parties):
        yield from _party(party, f"{where}.parties[{position}]")
    if not commitment.get("text"):
        yield f"{where}: no text"
    if commitment.get("due") is not None and not valid_date(commitment["due"]):
        yield f"{where}: {commitment['due']!r} is not an ISO 8601 date"
    yield from _evidence(commitment, document, where)


def _party(party: object, where: str) -> Problems:
    if not isinstance(party, Mapping):
        yield f"{where}: not a party but {party!r}"
        return
    yield from _keys(party, "party", where)
    country, sectors = party.get("country"), party.get("sectors") or []
    if not isinstance(sectors, list) or not all(isinstance(code, str) for code in sectors):
        yield f"{where}: sectors are not a list of codes"
        return
    if country is not None and not ontology.valid_country(str(country)):
        hint = ""
        if str(country) in ontology.countries():
            hint = f"; its parties are {ontology.fold_dependency(str(country))}"
        yield f"{where}: {country!r} is not the code of a party{hint}"
    yield from (f"{where}: {problem}" for problem in ontology.sector_problems(sectors))
    unnamed = not (party.get("text") or party.get("name") or country)
    if unnamed and not {"UNK", "UAF"} & set(sectors):
        yield f"{where}: who the text leaves unnamed has sector UNK, or UAF if armed"


def _evidence(entry: Record, document: Record, where: str) -> Problems:
    quotations = evidence_of(entry)
    if not quotations:
        yield f"{where}: no evidence"
    for position, quotation in enumerate(quotations):
        field, start, end = quotation.get("field", "text"), quotation.get("start"), quotation.get("end")
        place = f"{where}.evidence[{position}]"
        if field not in ("text", "title"):
            yield f"{place}: {field!r} is neither text nor title"
        elif not isinstance(start, int) or not isinstance(end, int):
            yield f"{place}: start and end are not whole numbers"
        elif not 0 <= start < end <= len(document.get(field) or ""):
            yield f"{place}: {start} to {end} is not inside the {field}"
        elif document[field][start:end] != quotation.get("text"):
            yield f"{place}: the {field} has {document[field][start:end]!r} from {start} to {end}"


def _contexts(names: list[str], where: str) -> Problems:
    yield from (f"{where}: {name!r} is not a context" for name in names if not ontology.valid_context(name))


def _keys(entry: Record, kind: str, where: str) -> Problems:
    yield from (f"{where}: unknown field {key!r}" for key in sorted(entry.keys() - GOLD_KEYS[kind]))


def valid_date(value: object) -> bool:
    """Whether a value is an ISO 8601 day, month or year, or an interval of two ("2020-06/2020-07-01")."""
    if not isinstance(value, str):
        return False
    parts = value.split("/")
    return len(parts) <= 2 and all(map(_is_day_month_or_year, parts)) and parts == sorted(parts)


def _is_day_month_or_year(text: str) -> bool:
    first_day = {4: text + "-01-01", 7: text + "-01"}.get(len(text), text)
    if len(text) < 10 and not MONTH.fullmatch(text):
        return False
    try:
        date.fromisoformat(first_day)
    except ValueError:
        return False
    # the standard library also takes forms without hyphens, and weeks
    return first_day[4] == first_day[7] == "-" and len(first_day) == 10
