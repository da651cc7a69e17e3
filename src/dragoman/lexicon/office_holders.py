"""How far the table of office-holders reaches, and whether it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman import ontology
from dragoman.lexicon.tables import Row, data_folder, rows

FIRST_YEAR, LAST_YEAR = 1980, 2026
"""The years that the table means to cover."""

PEOPLE = ("name", "aliases", "country", "office", "sectors", "from", "to", "precision", "source")


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office, in whole years; ``row`` is where the table says so."""

    country: str
    office: str
    name: str
    first: int
    last: int
    row: Row


def terms() -> list[Term]:
    """All terms in offices that have a first year, in the order of the table."""
    found = []
    for row in rows(data_folder() / "people.csv", PEOPLE):
        if row["from"]:
            last = int(row["to"][:4]) if row["to"] else LAST_YEAR
            found.append(Term(row["country"], row["office"], row["name"], int(row["from"][:4]), last, row))
    return found


def posts() -> dict[str, Row]:
    """The post that each office is, and whether one person holds it (offices.csv)."""
    return {row["office"]: row for row in rows(data_folder() / "offices.csv", ("office", "post", "single"))}


def contradictions(told: Iterable[Term] | None = None) -> Iterator[str]:
    """Two holders of a single office at once, with file and line: terms that share more than the year of the change.

    Of the shipped table, unless other terms are given.
    """
    single = {office for office, row in posts().items() if row["single"] == "yes"}
    held: dict[tuple[str, str], list[Term]] = {}
    for term in terms() if told is None else told:
        if term.office in single:
            held.setdefault((term.country, term.office), []).append(term)
    for (country, office), holders in held.items():
        holders.sort(key=lambda term: (term.first, term.last))
        for place, term in enumerate(holders):
            for other in holders[place + 1 :]:
                if min(term.last, other.last) > max(term.first, other.first) and term.name != other.name:
                    yield (
                        f"{other.row.file}:{other.row.line}: {other.name} and {term.name} (line {term.row.line}) are both "
                        f"{office} of {country} from {other.first} to {min(term.last, other.last)}"
                    )


def coverage(members: Iterable[str] | None = None) -> Mapping[str, Mapping[str, float]]:
    """By post and decade, the share of (state, year) that have a holder; states are PLOVER's that are no dependencies.

    A state counts for the years in which the table of countries knows it.
    """
    states = list(members) if members is not None else _states()
    post_of = {office: row["post"] for office, row in posts().items()}
    known: set[tuple[str, str, int]] = set()
    for term in terms():
        if term.office in post_of:
            known.update((post_of[term.office], term.country, year) for year in range(term.first, term.last + 1))
    since = _since()
    found: dict[str, dict[str, float]] = {}
    for post in dict.fromkeys(post_of.values()):
        for decade in range(FIRST_YEAR, LAST_YEAR + 1, 10):
            years = range(decade, min(decade + 10, LAST_YEAR + 1))
            cases = [(post, state, year) for state in states for year in years if year >= since.get(state, 0)]
            found.setdefault(post, {})[f"{decade}s"] = round(sum(case in known for case in cases) / len(cases), 3)
    return found


def _states() -> list[str]:
    return [code for code in ontology.countries() if ontology.fold_dependency(code) == code]


def _since() -> dict[str, int]:
    """The first year of the states that came to be within the time."""
    table = rows(data_folder() / "countries.csv", ("iso3", "code", "name", "from"))
    return {row["code"] or row["iso3"]: int(row["from"][:4]) for row in table if row["from"]}
