"""Headlines in capitals, or With Every Word Capitalised, read in ordinary case."""

from __future__ import annotations

import re
from collections.abc import Set

_WORD = re.compile(r"[^\W\d_][\w'’]*")

SHARE = 0.85
"""Share of capitals from which a text counts as written in capitals."""


def truecase(text: str, names: Set[str] = frozenset()) -> str:
    """The text itself, or, if nearly all of it is in capitals, in ordinary case. The length never changes.

    ``names`` are words that keep a capital ("Iran"); abbreviations among them stay whole ("NATO", "UN").
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 12 or sum(c.isupper() for c in letters) < SHARE * len(letters):
        return text
    return _WORD.sub(lambda match: _ordinary(match, names), text)


def headline_case(text: str, names: Set[str] = frozenset()) -> str:
    """A headline With Every Word Capitalised in ordinary case, else the text itself. The length never changes."""
    words = [m.group() for m in _WORD.finditer(text) if len(m.group()) > 3]
    if len(words) < 4 or sum(w[0].isupper() for w in words) < SHARE * len(words):
        return text
    first = _WORD.search(text)
    return _WORD.sub(lambda m: m.group() if first and m.start() == first.start() else _lowered(m, names), text)


def _lowered(match: re.Match[str], names: Set[str]) -> str:
    word = match.group()
    stem = re.split("['’]", word)[0]
    if stem in names or not word[1:].islower():
        return word
    return word.lower()


def _ordinary(match: re.Match[str], names: Set[str]) -> str:
    word = match.group()
    stem = re.split("['’]", word)[0]
    titled = stem[0] + stem[1:].lower()
    if stem in names and titled not in names or match.string[match.end() : match.end() + 1] == "." and len(word) == 1:
        return word
    changed = word[0] + word[1:].lower() if titled in names else word.lower()
    return changed if len(changed) == len(word) else word
