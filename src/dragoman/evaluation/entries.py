"""What scoring looks at, taken out of a record in the output contract, be it gold or coded.

Reading is lenient as the contract is: absent fields mean none. A field of the wrong shape raises
:class:`ShapeError`. Keys that only gold carries (``optional``, ``factuality_other``, ``channel_other``,
``agenda_optional``) are absent from codings and then mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NOBODY = "---"
"""Stands for the country of a party that has none, or of nobody at all."""

NOT_ACTUAL = frozenset({"negated", "hypothetical"})
"""Factualities that did not happen; a historical or future event counts as an event."""

PLACE_FILLERS = frozenset({"the", "of", "in", "and", "city", "near", ""})
"""Words that do not tell one place from another: "near the city of Goma" is compared as "goma"."""

Record = Mapping[str, Any]


class ShapeError(ValueError):
    """A record whose fields do not have the shape of the output contract."""


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation: code points ``start`` to ``end`` (exclusive) of the document's ``field``."""

    field: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether they share at least one code point."""
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Party:
    """A party as scoring sees it: country code or ``NOBODY``, sectors with the main one first, last name."""

    country: str
    sectors: tuple[str, ...]
    last_name: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event as scoring sees it. ``claimant`` is a country code, ``place`` the words of the location."""

    kind: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    modes: frozenset[str]
    contexts: frozenset[str]
    factualities: tuple[str, ...]
    claimant: str | None
    date: str | None
    place: frozenset[str]
    spans: tuple[Span, ...]
    quotation: str
    optional: bool

    @property
    def factuality(self) -> str:
        """The factuality told first; gold may allow a second one."""
        return self.factualities[0]

    @property
    def actual(self) -> bool:
        """Whether the text tells it as something that is, was or will be done."""
        return self.factuality not in NOT_ACTUAL

    @property
    def sectors(self) -> set[tuple[str, str]]:
        """Country and main sector of each party that has a sector."""
        parties = (*self.actors, *self.recipients)
        return {(party.country, party.sectors[0]) for party in parties if party.sectors}

    def __str__(self) -> str:
        """As "PAK+IND CONSULT CHN", for error lists."""
        sides = ("+".join(party.country for party in side) for side in (self.actors, self.recipients))
        actors, recipients = sides
        return f"{actors} {self.kind} {recipients}".strip()


Topic = tuple[str, str]
"""What an agenda touches: ("context", name) or ("country", code)."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """An engagement as scoring sees it. ``countries`` are sorted and distinct."""

    channel: str | None
    channel_other: str | None
    countries: tuple[str, ...]
    last_names: frozenset[str]
    topics: frozenset[Topic]
    optional_topics: frozenset[Topic]
    held: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Position:
    """A position as scoring sees it: whose, and which stance."""

    holder: str
    stance: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as scoring sees it: the countries bound, sorted and distinct."""

    countries: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """All of a document's records."""

    events: tuple[Event, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()


def read_entries(record: Record) -> Entries:
    """The entries of one document's record; raises :class:`ShapeError`, which names the entry."""
    for kind in ("engagements", "positions", "commitments"):
        for entry in _entries(record, kind):
            _spans(entry)  # not scored, but a wrong shape is told here and not later
    return Entries(
        events=tuple(_event(entry, record) for entry in _entries(record, "events")),
        engagements=tuple(map(_engagement, _entries(record, "engagements"))),
        positions=tuple(map(_position, _entries(record, "positions"))),
        commitments=tuple(map(_commitment, _entries(record, "commitments"))),
    )


def modes_of(event: Record) -> list[str]:
    """An event's modes; the field is null, one mode or a list."""
    mode = event.get("mode") or []
    return [mode] if isinstance(mode, str) else _strings(event, "mode")


def evidence_of(entry: Record) -> list[Record]:
    """A record's quotations; the field is null, one quotation or a list."""
    evidence = entry.get("evidence") or []
    listed = [evidence] if isinstance(evidence, Mapping) else _list(evidence, "evidence")
    return [_object(quotation, "evidence") for quotation in listed]


def _event(entry: Record, document: Record) -> Event:
    kind = entry.get("event_type")
    if not isinstance(kind, str):
        raise ShapeError("an event has no event_type")
    claimed_by = entry.get("claimed_by")
    location = _object(entry.get("location") or {}, "location")
    spans = _spans(entry)
    other = _optional_string(entry, "factuality_other")
    return Event(
        kind=kind,
        actors=_parties(entry, "actors"),
        recipients=_parties(entry, "recipients"),
        modes=frozenset(modes_of(entry)),
        contexts=frozenset(_strings(entry, "contexts")),
        factualities=(_optional_string(entry, "factuality") or "actual", *([other] if other else [])),
        claimant=_party(claimed_by).country if claimed_by else None,
        date=str(entry["date"])[:10] if entry.get("date") else None,
        place=_place_words(f"{location.get('text') or ''} {location.get('name') or ''}"),
        spans=spans,
        quotation=_quotation(entry, spans, document),
        optional=bool(entry.get("optional")),
    )


def _engagement(entry: Record) -> Engagement:
    participants = _parties(entry, "participants")
    return Engagement(
        channel=_optional_string(entry, "channel"),
        channel_other=_optional_string(entry, "channel_other"),
        countries=_countries(participants),
        last_names=frozenset(party.last_name for party in participants if party.last_name),
        topics=frozenset(topic for item in _entries(entry, "agenda") for topic in _topics(item)),
        optional_topics=frozenset(_topics(_object(entry.get("agenda_optional") or {}, "agenda_optional"))),
        held=entry.get("status", "held") == "held",
        optional=bool(entry.get("optional")),
    )


def _position(entry: Record) -> Position:
    return Position(_party(entry.get("holder")).country, _optional_string(entry, "stance"), bool(entry.get("optional")))


def _commitment(entry: Record) -> Commitment:
    return Commitment(_countries(_parties(entry, "parties")), bool(entry.get("optional")))


def _party(entry: object) -> Party:
    fields = _object(entry or {}, "party")
    # the last word tells people apart well enough: titles and given names vary from one mention to the next
    names = str(fields.get("name") or "").replace(".", " ").split()
    return Party(
        country=(_optional_string(fields, "country") or NOBODY).upper(),
        sectors=tuple(_strings(fields, "sectors")),
        last_name=names[-1].lower() if names else "",
    )


def _parties(entry: Record, key: str) -> tuple[Party, ...]:
    return tuple(map(_party, _entries(entry, key)))


def _countries(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(sorted({party.country for party in parties}))


def _topics(item: Record) -> list[Topic]:
    contexts = [("context", name) for name in _strings(item, "contexts")]
    return contexts + [("country", code) for code in _strings(item, "countries")]


def _place_words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:()'\"\u2019").lower() for word in text.split()) - PLACE_FILLERS


def _spans(entry: Record) -> tuple[Span, ...]:
    complete = (
        quotation for quotation in evidence_of(entry) if quotation.get("start") is not None and quotation.get("end") is not None
    )
    return tuple(Span(quote.get("field") or "text", _whole(quote["start"]), _whole(quote["end"])) for quote in complete)


def _quotation(entry: Record, spans: Sequence[Span], document: Record) -> str:
    """The words of the main evidence: as quoted, else cut from the document."""
    for quotation in evidence_of(entry)[:1]:
        if quotation.get("text"):
            return str(quotation["text"])
    for span in spans[:1]:
        return str(document.get(span.field) or "")[span.start : span.end]
    return ""


def _entries(record: Record, key: str) -> list[Record]:
    return [_object(entry, key) for entry in _list(record.get(key) or [], key)]


def _strings(record: Record, key: str) -> list[str]:
    listed = _list(record.get(key) or [], key)
    if not all(isinstance(item, str) for item in listed):
        raise ShapeError(f"{key} holds something that is not text")
    return listed


def _optional_string(record: Record, key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ShapeError(f"{key} is not text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise ShapeError("start and end of evidence are not whole numbers")
    return value


def _list(value: object, key: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise ShapeError(f"{key} is not a list")
    return list(value)


def _object(value: object, key: str) -> Record:
    if not isinstance(value, Mapping):
        raise ShapeError(f"{key} holds something that is not an object")
    return value
