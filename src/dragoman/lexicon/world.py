"""Named things of the world: states, bodies, groups, people, places, and the index that finds them in text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.lexicon.tables import LexiconError, Row, data_folder, rows

Kind = Literal["country", "metonym", "body", "group", "person", "place", "area"]
Form = Literal["name", "adjective", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One named thing. ``code`` is its PLOVER country code (None: none of its own).

    ``since`` and ``until`` are ISO dates or years, or None (open). ``role`` is the office of a person. For places
    ``lat`` and ``lon`` are degrees; ``area`` names the disputed area a place lies in. ``own``: told by the user.
    """

    kind: Kind
    name: str
    code: str | None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    since: str | None = None
    until: str | None = None
    subkind: str | None = None
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    own: bool = False

    def holds_at(self, date: str | None) -> bool:
        """Whether the entry is valid at an ISO date, to the precision its bounds have. No date: always."""
        if date is None:
            return True
        if self.since and date[: len(self.since)] < self.since:
            return False
        return not (self.until and date[: len(self.until)] > self.until)


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write an entry: its name, a nationality adjective, a demonym, or its capital standing for it."""

    entry: Entry
    form: Form


Tokenise = Callable[[str], Sequence[str]]


class NameIndex:
    """Longest-match search for names in a list of words, case-sensitive."""

    def __init__(self, tokenise: Tokenise) -> None:
        self._tokenise = tokenise
        self._names: dict[tuple[str, ...], list[Name]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, text: str, name: Name) -> None:
        """Register a way of writing; several entries may share it."""
        words = tuple(text.split()) if text.replace(" ", "").isalpha() else tuple(self._tokenise(text))
        if not words:
            return
        known = self._names.setdefault(words, [])
        if name not in known:
            known.append(name)
        lengths = self._lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def replace(self, text: str, names: Sequence[Name]) -> list[Name]:
        """Let a way of writing stand for these entries alone; gives what it stood for before."""
        words = tuple(self._tokenise(text))
        before = self._names.pop(words, [])
        for name in names:
            self.add(text, name)
        return before

    def at(self, words: Sequence[str], start: int) -> tuple[int, list[Name]] | None:
        """The longest name that begins at ``start``: (number of words, what it may name), or None."""
        for length in self._lengths.get(words[start], ()):
            found = self._names.get(tuple(words[start : start + length]))
            if found and start + length <= len(words):
                return length, found
        return None

    def get(self, text: str) -> list[Name]:
        """All that a text may name, as written."""
        return self._names.get(tuple(self._tokenise(text)), [])

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], list[Name]]]:
        return iter(self._names.items())


def load_names(tokenise: Tokenise, areas: Iterable[Area]) -> NameIndex:
    """All names of the lexicon."""
    index = NameIndex(tokenise)
    for text, name in _all_names(areas):
        index.add(text, name)
    return index


def _all_names(areas: Iterable[Area]) -> Iterator[tuple[str, Name]]:
    folder = data_folder()
    yield from _countries(rows(folder / "countries.csv", COUNTRY_COLUMNS))
    for row in rows(folder / "metonyms.csv", ("text", "country", "sectors", "name")):
        entry = Entry("metonym", row["name"] or row["text"], row["country"] or None, row.list("sectors"))
        yield row["text"], Name(entry, "name")
    for row in rows(folder / "bodies.csv", ("name", "aliases", "country", "sectors", "kind")):
        yield from _with_aliases(
            row, Entry("body", row["name"], row["country"] or None, row.list("sectors"), subkind=row["kind"])
        )
    for row in rows(folder / "groups.csv", ("name", "aliases", "country", "sectors", "from", "to", "kind")):
        entry = Entry(
            "group",
            row["name"],
            row["country"] or None,
            row.list("sectors"),
            since=row["from"] or None,
            until=row["to"] or None,
            subkind=row["kind"],
        )
        yield from _with_aliases(row, entry)
    for row in rows(folder / "people.csv", ("name", "aliases", "country", "office", "sectors", "from", "to")):
        entry = Entry(
            "person",
            row["name"],
            row["country"] or None,
            row.list("sectors"),
            role=row["office"] or None,
            since=row["from"] or None,
            until=row["to"] or None,
        )
        yield from _with_aliases(row, entry)
    for area in areas:
        entry = Entry("area", area.name, None, area=area.name)
        for alias in (area.name, *area.aliases):
            yield alias, Name(entry, "name")
    for row in rows(folder / "places.csv", ("name", "aliases", "country", "area", "kind", "lat", "lon")):
        yield from _with_aliases(row, _place(row))


COUNTRY_COLUMNS = ("iso3", "code", "name", "aliases", "adjectives", "demonyms", "capital", "from", "to")


def _countries(table: Iterator[Row]) -> Iterator[tuple[str, Name]]:
    for row in table:
        code = row["code"] or row["iso3"]
        if not code:
            raise row.fault("neither iso3 nor code")
        extra = row.list("sectors")
        entry = Entry(
            "country",
            row["name"],
            code,
            ("GOV", *extra),
            since=row["from"] or None,
            until=row["to"] or None,
            subkind=row["iso3"] or None,
        )
        for text in (row["name"], *row.list("aliases")):
            yield text, Name(entry, "name")
        for text in row.list("adjectives"):
            yield text, Name(entry, "adjective")
        for text in row.list("demonyms"):
            yield text, Name(replace(entry, sectors=("CVL",)), "demonym")
        for text in row.list("capital"):
            yield text, Name(entry, "capital")


def _with_aliases(row: Row, entry: Entry) -> Iterator[tuple[str, Name]]:
    for text in (row["name"], *row.list("aliases")):
        yield text, Name(entry, "name")


def _place(row: Row) -> Entry:
    try:
        return Entry(
            "place",
            row["name"],
            row["country"] or None,
            subkind=row["kind"] or None,
            area=row["area"] or None,
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
            population=int(row.cells.get("population") or 0),
            geonames_id=int(row.cells["geonames_id"]) if row.cells.get("geonames_id") else None,
        )
    except ValueError as error:
        raise row.fault(f"not a number: {error}") from None


@dataclass(frozen=True, slots=True)
class Area:
    """A disputed area: several claimants, and who administers what."""

    name: str
    aliases: tuple[str, ...]
    claimants: tuple[str, ...]
    administered_by: tuple[tuple[str, str, str], ...]
    wording: str

    def administrators(self, date: str | None) -> tuple[str, ...]:
        """Who administers (a part of) it at a date; today's administrators without one."""
        when = date or "9999"
        return tuple(
            by
            for by, since, until in self.administered_by
            if not (since and when[: len(since)] < since) and not (until and when[: len(until)] > until)
        )


def load_areas() -> dict[str, Area]:
    """Disputed areas by name."""
    import tomllib

    path = data_folder() / "disputed.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}:1: {error}") from None
    areas = {}
    for item in table.get("area", []):
        if "name" not in item:
            raise LexiconError(f"{path.name}:1: an area without a name: {item}")
        administered = tuple(
            (str(a["by"]), str(a.get("from", "")), str(a.get("to", ""))) for a in item.get("administered_by", [])
        )
        areas[item["name"]] = Area(
            item["name"], tuple(item.get("aliases", ())), tuple(item.get("claimants", ())), administered, item.get("wording", "")
        )
    return areas
