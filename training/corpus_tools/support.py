"""Whether a text tells the country that a party of it was coded with."""

from __future__ import annotations

import re
from functools import cache

from dragoman import ontology
from dragoman.lexicon import Lexicon
from training.corpus_tools.notation import Record

WORD = re.compile(r"\w+|[^\w\s]")
LONGEST = 7
"""Words of the longest name that is looked for."""


def untold_countries(text: str, parties: list[Record]) -> list[str]:
    """The countries of the parties that no name in the text stands for, in order."""
    told = _told(text)
    codes = [party["country"] for party in parties if party["country"] in ontology.countries()]
    return [code for code in dict.fromkeys(codes) if code not in told]


def country_names(text: str) -> list[str]:
    """The states that a text names, as written, in order."""
    found = []
    tokens = list(WORD.finditer(text))
    place = 0
    while place < len(tokens):
        hit = _lexicon().names.at([token[0] for token in tokens], place)
        if hit and any(name.entry.kind == "country" and name.form == "name" for name in hit[1]):
            found.append(text[tokens[place].start() : tokens[place + hit[0] - 1].end()])
        place += hit[0] if hit else 1
    return found


def country_named(words: str) -> str | None:
    """The code of the state whose name, adjective or capital the words are, with or without article; else None."""
    bare = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)
    for form in (bare, bare.title()):
        codes = [name.entry.code for name in _lexicon().names.get(form) if name.entry.kind in {"country", "metonym"}]
        if codes:
            return codes[0]
    return None


def _told(text: str) -> set[str]:
    # capitals tell nothing in a flash: names are compared in small letters
    words = WORD.findall(text.lower())
    names = _names()
    found: set[str] = set()
    for start in range(len(words)):
        for length in range(1, LONGEST + 1):
            found |= names.get(" ".join(words[start : start + length]), set())
    return found


@cache
def _lexicon() -> Lexicon:
    return Lexicon(WORD.findall)


@cache
def _names() -> dict[str, set[str]]:
    lexicon = _lexicon()
    names: dict[str, set[str]] = {}
    for words, entries in lexicon.names:
        codes = {name.entry.code for name in entries if name.entry.code}
        names.setdefault(" ".join(WORD.findall(" ".join(words).lower())), set()).update(codes)
    for area in lexicon.areas.values():
        names.setdefault(area.name.lower(), set()).update([*area.claimants, *area.administrators(None)])
    return names
