"""The user's own actors: a TOML or CSV file that adds names to the lexicon and overrides what it says of them.

CSV has a heading and these columns, of which only ``name`` must be there; lists are parted by semicolons, lines that begin
with ``#`` are remarks::

    name,aliases,kind,country,sectors,office,from,to
    Red Dawn Front,RDF;Red Dawn,group,MLI,REB,,2029,
    Ana Ferro,,person,URY,GOV,foreign minister,2030-03-01,2032

TOML has the same keys, with arrays for lists::

    [[actor]]
    name = "Red Dawn Front"
    aliases = ["RDF"]
    country = "MLI"
    sectors = ["REB"]

``kind`` is person, group or body; without it, whoever has an office is a person, and all else a group.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from dragoman import ontology
from dragoman.lexicon.tables import LexiconError
from dragoman.lexicon.world import Entry, Kind, Name, NameIndex

LISTS = ("aliases", "sectors")
COLUMNS = ("name", "aliases", "kind", "country", "sectors", "office", "from", "to")
KINDS = ("person", "group", "body")

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ACTOR = re.compile(r"\s*\[\[\s*actor\s*\]\]")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor that the user tells of: its entry, all ways to write it, and the line of the file it stands in."""

    entry: Entry
    texts: tuple[str, ...]
    line: int


def read_actors(path: Path) -> list[OwnActor]:
    """The actors of a file, by its ending ``.toml`` or else as CSV.

    Raises :class:`LexiconError` with file and line for a fault, and for a name that two rows give to different countries for
    one time; OSError where the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}:1: is not UTF-8: {error.reason}") from None
    told = _toml(path, text) if path.suffix.lower() == ".toml" else _csv(path, text)
    actors = [_actor(path, line, cells) for line, cells in told]
    _refuse_contradictions(path, actors)
    return actors


def override(names: NameIndex, path: Path, actors: list[OwnActor]) -> list[str]:
    """Put the actors into the index, in place of what it had under their names; tells, a line each, what was something else."""
    told = []
    for text in dict.fromkeys(text for actor in actors for text in actor.texts):
        mine = [actor for actor in actors if text in actor.texts]
        before = names.replace(text, [Name(actor.entry, "name") for actor in mine])
        others = {name.entry.name: name.entry for name in before if name.entry.code not in {a.entry.code for a in mine}}
        told += [
            f"{path}:{mine[0].line}: {text!r} was {entry.name} ({entry.kind}, {entry.code or 'no country'}) and is yours now"
            for entry in others.values()
        ]
    return told


def _csv(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    lines = ["" if line.startswith("#") else line for line in text.splitlines()]
    reader = csv.reader(lines)
    names: list[str] = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if not names:
            names = [cell.strip() for cell in cells]
            _refuse_unknown(path, reader.line_num, names)
            continue
        if len(cells) != len(names):
            raise LexiconError(f"{path}:{reader.line_num}: has {len(cells)} cells, expected {len(names)}")
        told: dict[str, Any] = dict(zip(names, (cell.strip() for cell in cells), strict=True))
        for key in LISTS:
            told[key] = [part.strip() for part in told.get(key, "").split(";") if part.strip()]
        yield reader.line_num, told


def _toml(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise LexiconError(f"{path}:{found[1] if found else 1}: {error}") from None
    starts = [number for number, line in enumerate(text.splitlines(), start=1) if _ACTOR.match(line)]
    actors = table.get("actor", [])
    if set(table) - {"actor"} or not isinstance(actors, list) or len(starts) != len(actors):
        raise LexiconError(f"{path}:1: only [[actor]] tables can stand here")
    for number, told in zip(starts, actors, strict=True):
        _refuse_unknown(path, number, list(told))
        wrong = [key for key, value in told.items() if _is_list(value) != (key in LISTS)]
        if wrong:
            raise LexiconError(f"{path}:{number}: {wrong[0]} is {'a list of texts' if wrong[0] in LISTS else 'one value'}")
        yield number, {key: value if key in LISTS else str(value).strip() for key, value in told.items()}


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _refuse_unknown(path: Path, line: int, names: list[str]) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise LexiconError(f"{path}:{line}: unknown {', '.join(unknown)}; known are {', '.join(COLUMNS)}")


def _actor(path: Path, line: int, told: Mapping[str, Any]) -> OwnActor:
    def fault(message: str) -> LexiconError:
        return LexiconError(f"{path}:{line}: {message}")

    name, office = told.get("name", ""), told.get("office", "")
    kind = told.get("kind") or ("person" if office else "group")
    country, sectors = told.get("country", ""), told.get("sectors", [])
    if not name:
        raise fault("an actor without a name")
    if kind not in KINDS:
        raise fault(f"kind {kind!r} is none of {', '.join(KINDS)}")
    if country and not ontology.valid_country(country):
        raise fault(f"{country!r} is not a country code")
    problems = ontology.sector_problems(sectors)
    if problems:
        raise fault(problems[0])
    since, until = told.get("from", ""), told.get("to", "")
    for when in filter(None, (since, until)):
        if not _DATE.fullmatch(when):
            raise fault(f"{when!r} is no ISO 8601 year, month or day")
    if since and until and since[: len(until)] > until[: len(since)]:
        raise fault(f"from {since} is after to {until}")
    entry = Entry(
        cast(Kind, kind),
        name,
        country or None,
        tuple(sectors),
        role=office or None,
        since=since or None,
        until=until or None,
        own=True,
    )
    return OwnActor(entry, (name, *told.get("aliases", [])), line)


def _refuse_contradictions(path: Path, actors: list[OwnActor]) -> None:
    """One name cannot mean two countries at one time."""
    seen: dict[str, list[OwnActor]] = {}
    for actor in actors:
        for text in actor.texts:
            for other in seen.get(text, []):
                if other.entry.code != actor.entry.code and _overlap(actor.entry, other.entry):
                    raise LexiconError(
                        f"{path}:{actor.line}: {text!r} is {actor.entry.code or 'of no country'}, but "
                        f"{other.entry.code or 'of no country'} in line {other.line}, at the same time"
                    )
            seen.setdefault(text, []).append(actor)


def _overlap(one: Entry, other: Entry) -> bool:
    def before(end: str | None, start: str | None) -> bool:
        return bool(end and start and end[: len(start)] < start[: len(end)])

    return not before(one.until, other.since) and not before(other.until, one.since)
