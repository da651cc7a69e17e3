"""The typed records that come out: everything above the rooms speaks in these.

A :class:`Coding` is what one document gave: its events (PLOVER), engagements, positions, matters and
commitments, each with its evidence. Offsets are in code points, end exclusive, into the document's ``text``
or ``title``: ``document[field][start:end] == text`` holds for every :class:`Evidence`.

``None`` means that the text does not tell; nothing is guessed. A party whose country could not be found says
why in ``unresolved``. Lists may be empty, never absent.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"
"""Version of the shape of :class:`Coding`; a changed meaning gets a new number."""

Factuality = Literal["actual", "historical", "future", "hypothetical", "negated"]
Status = Literal["held", "planned", "proposed", "cancelled"]
Channel = Literal["phone", "video", "visit", "meeting", "multilateral", "letter", "message", "other"]
Stance = Literal["support", "oppose", "concern", "condemn", "urge", "commit", "thank", "welcome", "condole", "inform"]
Unresolved = Literal["ambiguous", "not_in_lexicon", "no_evidence"]
Precision = Literal["day", "month", "year", "interval"]
PlacePrecision = Literal["point", "district", "region", "country", "none"]
Level = Literal["head_of_state", "head_of_government", "minister", "deputy", "envoy", "official", "technical"]
MatterStatus = Literal["proposed", "under_negotiation", "agreed", "signed", "ratified", "in_force", "suspended", "ended"]


class Record(BaseModel):
    """Base of all records: immutable, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Record):
    """One text to be coded.

    ``date`` is the publication date, ISO 8601, or None: it is never guessed. ``translated_from`` is the
    language of the original when ``text`` is a translation into English. ``id`` is unique within a run.
    """

    id: str
    title: str = ""
    text: str
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    translated_from: str | None = None


class Evidence(Record):
    """A quotation: ``document[field][start:end] == text``."""

    field: Literal["text", "title"] = "text"
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Party(Record):
    """A political actor in a role of a record.

    ``text`` is as written (None: the text leaves the agent unnamed), ``name`` canonical; ``country`` is ISO 3166
    alpha-3 or one of PLOVER's codes (KOS, PSE, HKG, UNO, EUR, IGO, NGO, MNC, ISM, IMG); ``sectors`` are PLOVER sector
    codes, main one first; ``identifier`` a Wikidata QID where known; ``unresolved`` why ``country`` is missing.
    """

    text: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    identifier: str | None = None
    unresolved: Unresolved | None = None


class Place(Record):
    """Where: the words of the text and what they were resolved to.

    A place inside a disputed area has ``country`` None and names ``area``, ``claimants`` and
    ``administered_by`` (ISO 3166 alpha-3). ``lat`` and ``lon`` are degrees, WGS 84.
    """

    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: PlacePrecision = "none"
    area: str | None = None
    claimants: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()


class Number(Record):
    """A figure that belongs to an event: dead, injured, arrested, troops, money and the like."""

    kind: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    source: str | None = None


class Event(Record):
    """Who did what to whom, in PLOVER's terms. A reciprocal event lists all parties under ``actors``."""

    id: str
    event_type: str
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    factuality: Factuality = "actual"
    claimed_by: Party | None = None
    date: str | None = None
    date_precision: Precision | None = None
    location: Place | None = None
    numbers: tuple[Number, ...] = ()
    cameo: str | None = None
    quad: int
    plover_score: float
    goldstein: float | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...]


class AgendaItem(Record):
    """A matter discussed at an engagement, in the text's own words."""

    text: str
    contexts: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Engagement(Record):
    """An encounter with participants and a channel: call, meeting, visit, conference."""

    id: str
    status: Status = "held"
    channel: Channel
    participants: tuple[Party, ...]
    initiator: Party | None = None
    host: Party | None = None
    level: Level | None = None
    series: str | None = None
    date: str | None = None
    date_precision: Precision | None = None
    place: Place | None = None
    agenda: tuple[AgendaItem, ...] = ()
    event_ids: tuple[str, ...] = ()
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...]


class Position(Record):
    """A holder's stance on a matter. ``holder`` is the state where an official (``speaker``) speaks for it."""

    id: str
    holder: Party
    speaker: Party | None = None
    stance: Stance
    intensity: str | None = None
    about: str
    toward: Party | None = None
    matter_id: str | None = None
    event_ids: tuple[str, ...] = ()
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...]


class Matter(Record):
    """A named initiative, agreement, process or issue."""

    id: str
    name: str
    proposer: Party | None = None
    parties: tuple[Party, ...] = ()
    status: MatterStatus | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...]


class Commitment(Record):
    """What was agreed or promised to be done next, by all of ``parties``; ``due`` is a date or None."""

    id: str
    parties: tuple[Party, ...]
    text: str
    due: str | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...]


class Run(Record):
    """What made the records: program, lexicon and model, so that a coding can be repeated."""

    program: str
    lexicon: str
    model: str
    model_version: str
    model_sha256: str


class Coding(Record):
    """All that one document gave. Engagements that were held come first."""

    schema_version: str = SCHEMA_VERSION
    id: str
    title: str | None = None
    text: str | None = None
    text_sha256: str
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    events: tuple[Event, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    positions: tuple[Position, ...] = ()
    matters: tuple[Matter, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    warnings: tuple[str, ...] = ()
    run: Run

    def to_json(self, *, with_text: bool = True) -> str:
        """One line of JSON in the output contract; ``with_text=False`` leaves title and text out."""
        leave_out = None if with_text else {"title", "text"}
        return json.dumps(self.model_dump(mode="json", exclude=leave_out), ensure_ascii=False)


class Failure(Record):
    """A document that could not be coded, and why, in one line."""

    id: str
    error: str

    def to_json(self, *, with_text: bool = True) -> str:  # noqa: ARG002 - the same call as for a Coding
        """One line of JSON: ``id`` and ``error``."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False)


def text_digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, hexadecimal. Lone surrogates, which UTF-8 cannot hold, are kept escaped."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record_id(document_id: str, kind: str, *fields: Any) -> str:
    """A stable id: a digest of the document's id, the kind of record and its canonical fields.

    The same input gives the same id on every machine; ``fields`` must be JSON-serialisable and already ordered.
    """
    canonical = json.dumps([document_id, kind, *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
