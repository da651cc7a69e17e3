"""The notation in which corpus texts are written and read by people, and the way from it to records.

A block is a text and its coding; blank lines part blocks. A sentence is one line, and one line for each event::

    wire | Chad accused Sudan of arming raiders along the frontier.
    ACCUSE allege | accused | Chad=TCD.GOV | Sudan=SDN.GOV | military

    local | The home side laid siege to the visitors' goal after the break.
    none ASSAULT | sport

The fields of an event: type, modes (joined by ``+``) and factuality (left out when actual); trigger; actors; recipients;
contexts; then, as needed, ``by PARTY`` (who claims it) and ``?`` (optional). A party is ``words=COUNTRY.SECTOR+SECTOR``,
``-`` for no country, ``?`` for words where the text names nobody, with ``(Name, role)`` behind it where the text tells
them; parties are parted by ``;``. Words that stand in the text several times take ``#2`` for the second; else a party's
words are those nearest to the trigger.

A minimal pair is two such texts in one block, under a line that tells the boundary and what decides::

    pair CONSULT/AGREE: met vs will meet
    wire | Oman's and Chad's ministers met in Nizwa.
    CONSULT | met | Oman's=OMN.GOV; Chad's=TCD.GOV | | diplomatic
    wire | Oman's and Chad's ministers will meet in Nizwa.
    AGREE | will meet | Oman's=OMN.GOV; Chad's=TCD.GOV | | diplomatic
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from dragoman import ontology
from dragoman.records import Factuality

Record = dict[str, Any]

REMARK = re.compile(r"//\s*(?P<id>[sm]-[0-9a-f]{10})?.*")

STYLES = ("wire", "local", "flash", "release", "headline", "translation")
"""How a sentence is written: agency story, local paper, agency flash, ministry release, headline, as if translated."""

PAIR = "pair "
"""How a block begins that holds a minimal pair."""

NOTE = "Invented text: reports nothing that happened."


class NotationError(ValueError):
    """A block that cannot be read; the message begins with file and line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file of blocks, with its number."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. ``id`` is that of the record which is written anew, if a remark above the lines tells it."""

    lines: list[Line]
    id: str | None


def read_blocks(path: Path) -> Iterator[Block]:
    """The blocks of a file; lines that begin with ``//`` are remarks, and may tell an id: ``// s-0123456789``."""
    lines: list[Line] = []
    told: str | None = None
    for number, raw in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        line = raw.strip()
        remark = REMARK.fullmatch(line)
        if remark:
            told = remark["id"] or told
        elif line:
            lines.append(Line(number, line))
        elif lines:
            yield Block(lines, told)
            lines, told = [], None


def read_sentence(block: list[Line]) -> Record:
    """A sentence and its events from a block of lines; raises :class:`NotationError` without the file's name."""
    head, *rest = block
    style, bar, text = (part.strip() for part in head.text.partition("|"))
    if not bar or style not in STYLES:
        raise NotationError(f"{head.number}: a block begins with a style ({', '.join(STYLES)}), `|` and the text")
    record: Record = {"text": text, "style": style, "events": []}
    for line in rest:
        try:
            if line.text.startswith("none"):
                _no_event(line.text, record)
            else:
                record["events"].append(_event(line.text, text))
        except ValueError as error:
            raise NotationError(f"{line.number}: {error}") from error
    if not record["events"] and "looks_like" not in record:
        raise NotationError(f"{head.number}: neither an event nor a line `none TYPE | topic`")
    if record["events"] and "looks_like" in record:
        raise NotationError(f"{head.number}: events and `none` at once")
    return record


def read_pair(block: list[Line]) -> tuple[str, Record, Record]:
    """Boundary and the two members of a minimal pair from a block of lines; raises :class:`NotationError`."""
    heads = [place for place, line in enumerate(block) if line.text.split(" ", 1)[0] in STYLES]
    if len(heads) != 2 or heads[0] != 1:
        raise NotationError(f"{block[0].number}: a pair has two texts below its first line")
    return block[0].text.removeprefix(PAIR), read_sentence(block[1 : heads[1]]), read_sentence(block[heads[1] :])


def _no_event(line: str, record: Record) -> None:
    match = re.fullmatch(r"none (\w+) \| (.+)", line)
    if not match or match[1] not in ontology.EVENT_TYPES:
        raise ValueError("expected `none TYPE | topic`, with the type that a careless reader would give")
    record["looks_like"], record["topic"] = match[1], match[2].strip()


def _event(line: str, text: str) -> Record:
    kind, trigger, actors, recipients, contexts, *more = [*(part.strip() for part in line.split("|")), *[""] * 4][:8]
    event = read_head(kind)
    words, _, nth = trigger.partition("#")
    start, end = find(text, words, int(nth or 0))
    event["trigger"] = {"text": text[start:end], "start": start, "end": end}
    event["actors"] = _parties(actors, text, start)
    event["recipients"] = _parties(recipients, text, start)
    event["contexts"] = read_contexts(contexts)
    event["claimed_by"] = None
    for part in filter(None, more):
        if part.startswith("by "):
            event["claimed_by"] = read_party(part[3:], text, start)
        elif part == "?":
            event["optional"] = True
        else:
            raise ValueError(f"{part!r} is neither `by PARTY` nor `?`")
    return event


def read_head(head: str) -> Record:
    """Type, modes and factuality from ``ASSAULT firearms+targeted negated``."""
    kind, *rest = head.split() or [""]
    if kind not in ontology.EVENT_TYPES:
        raise ValueError(f"{kind!r} is not an event type")
    event: Record = {"event_type": kind, "mode": [], "factuality": "actual"}
    for part in rest:
        if part in get_args(Factuality):
            event["factuality"] = part
            continue
        modes = part.split("+")
        wrong = [mode for mode in modes if not ontology.valid_mode(kind, mode)]
        if wrong:
            raise ValueError(
                f"{kind} has no mode {wrong[0]!r}; it has {', '.join(m.name for m in ontology.event_type(kind).modes)}"
            )
        event["mode"] += modes
    return event


def read_contexts(told: str) -> list[str]:
    """Contexts from a list with commas; raises ValueError for a name that is none."""
    names = [name.strip() for name in told.split(",") if name.strip()]
    for name in names:
        if not ontology.valid_context(name):
            raise ValueError(f"{name!r} is not a context")
    return names


def _parties(told: str, text: str, near: int) -> list[Record]:
    return [read_party(part.strip(), text, near) for part in told.split(";") if part.strip()]


PARTY = re.compile(r"(?P<words>.+?)(?:#(?P<nth>\d+))?=(?P<code>\S+?)(?:\s*\((?P<who>.+)\))?")


def read_party(told: str, text: str, near: int) -> Record:
    """A party of a sentence from ``words#2=COUNTRY.SECTORS (Name, role)``; raises ValueError."""
    match = PARTY.fullmatch(told)
    if not match:
        raise ValueError(f"{told!r} is not a party: words=COUNTRY.SECTORS (Name, role)")
    party: Record = {"text": None, "start": None, "end": None, **read_code(match["code"]), **read_who(match["who"] or "")}
    if match["words"] != "?":
        start, end = find(text, match["words"], int(match["nth"] or 0), near)
        party |= {"text": text[start:end], "start": start, "end": end}
    return party


def read_code(code: str) -> Record:
    """Country and sectors from ``SDN.MIL+GOV``."""
    country, _, sectors = code.partition(".")
    if country != "-" and not ontology.valid_country(country):
        raise ValueError(f"{country!r} is not a country code")
    named = [sector for sector in sectors.split("+") if sector]
    problems = ontology.sector_problems(named)
    if problems:
        raise ValueError(problems[0])
    return {"country": None if country == "-" else country, "sectors": named}


def read_who(told: str) -> Record:
    """Name and role from ``Name, role``, ``Name`` or ``, role``."""
    name, _, role = (part.strip() for part in told.partition(","))
    return {"name": name or None, "role": role or None}


def find(text: str, words: str, nth: int = 0, near: int | None = None) -> tuple[int, int]:
    """Where the words stand as whole words: the nth place, the only one, or the one nearest to ``near``.

    Raises ValueError where they do not stand, or stand several times and nothing chooses between them.
    """
    if not words:
        raise ValueError("empty words")
    places = whole_words(text, words)
    if not places:
        raise ValueError(f"{words!r} does not stand in the text")
    if nth:
        if nth > len(places):
            raise ValueError(f"{words!r} stands {len(places)} times, not {nth}")
        return places[nth - 1]
    if len(places) == 1:
        return places[0]
    if near is None:
        raise ValueError(f"{words!r} stands {len(places)} times: say which, as {words}#2")
    return min(places, key=lambda span: abs(span[0] - near))


def whole_words(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text as whole words, in order."""
    left = r"\b" if words[0].isalnum() else ""
    right = r"\b" if words[-1].isalnum() else ""
    return [match.span() for match in re.finditer(left + re.escape(words) + right, text)]


def parties(record: Record) -> Iterator[Record]:
    """All parties of a record's events, claimants included."""
    for event in record["events"]:
        yield from event["actors"]
        yield from event["recipients"]
        if event["claimed_by"]:
            yield event["claimed_by"]


def write_sentence(record: Record) -> str:
    """A sentence and its events in the notation, as :func:`read_sentence` reads them."""
    lines = [f"{record['style']} | {record['text']}"]
    if "looks_like" in record:
        lines.append(f"none {record['looks_like']} | {record.get('topic') or '-'}")
    return "\n".join([*lines, *(_written_event(event, record["text"]) for event in record["events"])])


def _written_event(event: Record, text: str) -> str:
    factuality = [] if event["factuality"] == "actual" else [event["factuality"]]
    head = " ".join(filter(None, [event["event_type"], "+".join(event["mode"]), *factuality]))
    sides = ["; ".join(_written_party(party, text) for party in event[side]) for side in ("actors", "recipients")]
    trigger = f"{event['trigger']['text']}{_nth(event['trigger'], text)}"
    parts = [head, trigger, *sides, ", ".join(event["contexts"])]
    if event["claimed_by"]:
        parts.append(f"by {_written_party(event['claimed_by'], text)}")
    return " | ".join([*parts, *(["?"] if event.get("optional") else [])])


def _written_party(party: Record, text: str) -> str:
    words = "?" if party["text"] is None else f"{party['text']}{_nth(party, text)}"
    return f"{words}={write_code(party)}{write_who(party)}"


def _nth(span: Record, text: str) -> str:
    """``#2`` for the second of several places where the words stand."""
    starts = [start for start, _ in whole_words(text, span["text"])]
    return f"#{starts.index(span['start']) + 1}" if len(starts) > 1 else ""


def write_code(party: Record) -> str:
    """Country and sectors as ``SDN.MIL+GOV``."""
    return ".".join(filter(None, [party["country"] or "-", "+".join(party["sectors"])]))


def write_who(party: Record) -> str:
    """Name and role as `` (Name, role)``; nothing where neither is known."""
    if party.get("role"):
        return f" ({party.get('name') or ''}, {party['role']})"
    return f" ({party['name']})" if party.get("name") else ""
