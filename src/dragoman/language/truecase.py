"""Headlines in capitals, read in ordinary case."""

from __future__ import annotations

import re
from collections.abc import Set

_WORD = re.compile(r"[^\W\d_][\w'’]*")


def truecase(text: str, common: Set[str] = frozenset()) -> str:
    """The text itself, or, if nearly all of it is in capitals, each word capitalised. The length never changes.

    Capitalised words keep names findable; abbreviations of up to three letters and those with points stay, unless
    they are ``common`` words (lower case), which become lower case.
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 12 or sum(c.isupper() for c in letters) < 0.85 * len(letters):
        return text
    return _WORD.sub(lambda match: _capitalise(match, common), text)


def _capitalise(match: re.Match[str], common: Set[str]) -> str:
    word = match.group()
    if word.lower() in common:
        lowered = word.lower()
    elif len(word) <= 3 or match.string[match.end() : match.end() + 1] == "." and len(word) == 1:
        return word
    else:
        lowered = word[0] + word[1:].lower()
    return lowered if len(lowered) == len(word) else word
