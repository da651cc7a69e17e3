"""The dateline that opens a press report: "WASHINGTON, May 3 (Reuters) -", "ISLAMABAD :", "MOSCOW, May 3.
/TASS/."

It stays in the text, so that offsets hold; here it is only found. A dateline tells where the report was
written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.tables import rows

_SEARCHED_LINES = 4
"""A dateline stands in the first lines; before it at most a headline, a byline and the like."""

_LONGEST = 160
"""No dateline is longer, in code points."""

_FEWEST_CAPITALS = 4
"""Letters that a place in capitals has at least when nothing else speaks for it: OSLO is a place, "US -" is
not."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``place`` as written (with its region: "KABUL, Afghanistan"), ``date`` words and ``agency`` or None.

    ``start`` and ``end`` are code points into the text, end exclusive, the closing dash or colon included.
    """

    place: str
    date: str | None
    agency: str | None
    start: int
    end: int


def dateline(text: str) -> Dateline | None:
    """The dateline of a text, or None.

    A place in capitals is enough ("GENEVA: ..."); one in small letters must come with a date or an agency.
    Whether the words are a place is for a gazetteer to say: known headings such as "UPDATE" are left out, no
    more.
    """
    start = 0
    for _ in range(_SEARCHED_LINES):
        while start < len(text) and text[start].isspace():
            start += 1
        if start == len(text):
            return None
        if (found := _at(text, start)) is not None:
            return found
        end = text.find("\n", start, start + _LONGEST)
        if end < 0:
            return None
        start = end
    return None


def _at(text: str, start: int) -> Dateline | None:
    match = _pattern().match(text, start, min(len(text), start + _LONGEST))
    if match is None:
        return None
    place = " ".join(match["place"].split()).rstrip(",")
    date, agency = match["date"], match["parens"] or match["slashes"] or match["bare"]
    first = re.split(r"[\s,]", place)[0]
    no_place = _terms("month") | _terms("weekday")
    if first.upper().rstrip(".") in _terms("heading") or first.capitalize() in no_place:
        return None
    spaced = match["separator"] is not None and text[match.start("separator") - 1].isspace()
    in_capitals = place.split(",")[0].isupper()
    letters = sum(char.isalpha() for char in place)
    if date is None and agency is None and (not in_capitals or letters < _FEWEST_CAPITALS):
        return None
    # "NATO-led" and "COVID-19" are words: a hyphen closes a dateline only after a space or a bracket.
    if match["separator"] == "-" and not (spaced or match["parens"] or match["slashes"]):
        return None
    if match["separator"] is None and match["slashes"] is None:
        return None
    return Dateline(place, date, agency.strip() if agency else None, start, match.end())


@cache
def _terms(kind: str) -> frozenset[str]:
    return frozenset(row["term"] for row in rows("dateline.csv", ("kind", "term")) if row["kind"] == kind)


def _any(kind: str) -> str:
    return "|".join(re.escape(term) for term in sorted(_terms(kind), key=lambda term: (-len(term), term)))


@cache
def _pattern() -> re.Pattern[str]:
    # All pieces are bounded, so that matching costs the same for every text.
    letter, apostrophe, dash = r"[^\W\d_]", "'\N{RIGHT SINGLE QUOTATION MARK}", "-\N{EN DASH}\N{EM DASH}"
    word = rf"{letter}{{1,21}}(?:[.{apostrophe}/-]{{1,2}}{letter}{{0,20}}){{0,4}}"
    capital = rf"(?=[^\W\d_a-z\xdf-\xff]){word}"
    name = rf"{capital}(?:[ \t]+(?:(?:{_any('connective')})[ \t]+){{0,2}}{capital}){{0,4}}"
    month, weekday = rf"(?:{_any('month')})\.?", rf"(?:{_any('weekday')})"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:,?[ ]\d{4})?"
    date = rf"(?:{weekday},?[ ])?(?:{month}[ ]{day}{year}|{day}[ ]{month}{year})"
    place = rf"(?P<place>{name}(?:,[ ]?(?!(?:{month}|{weekday}|{_any('agency')})\b){name}){{0,2}})"
    when = rf"(?:[ ]?[,.({dash}]?[ ]?(?P<date>{date}|{weekday}|\d{{4}}-\d{{2}}-\d{{2}})\)?)?"
    parens, slashes = r"\([ ]?(?P<parens>[^()\n]{2,60})\)", r"/(?P<slashes>[^/\n]{2,40})/\.?"
    bare = rf"[,][ ](?P<bare>{_any('agency')})(?=[ ]?[{dash}:])"
    separator = rf"(?:[ \t]*(?P<separator>--|[{dash}:]))?"
    return re.compile(rf"{place}{when}(?:[.,]?[ ]?(?:{parens}|{slashes}|{bare}))?{separator}")
