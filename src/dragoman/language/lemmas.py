"""Lemmas from the model's own tables, one dictionary look-up a word form."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

Pos = Literal["v", "n", "a"]
_TABLE = {"v": "verb", "n": "noun", "a": "adj"}
_POS_OF_TAG = {"V": "v", "M": "v", "N": "n", "J": "a"}


def pos_of(tag: str) -> Pos | None:
    """Verb, noun or adjective for a Penn Treebank tag; None for the rest."""
    return _POS_OF_TAG.get(tag[:1])  # type: ignore[return-value]


class Lemmas:
    """Rule lemmas (exceptions, then suffix rules checked against the index) as in spaCy's rule lemmatizer."""

    def __init__(self, lookups: Any) -> None:
        self._rules = lookups.get_table("lemma_rules")
        self._exceptions = lookups.get_table("lemma_exc")
        self._index = lookups.get_table("lemma_index")
        self.lemma = lru_cache(maxsize=200_000)(self._lemma)
        self.candidates = lru_cache(maxsize=200_000)(self._candidates)

    def _forms(self, word: str, pos: Pos) -> list[str]:
        table = _TABLE[pos]
        word = word.lower()
        index = self._index.get(table, {})
        known = self._exceptions.get(table, {}).get(word)
        if known and known[0] in index:
            return list(known)
        if word in index and not (pos == "v" and word.endswith(("ed", "ing"))):
            return [word]
        stems = []
        for old, new in self._rules.get(table, []):
            if old and word.endswith(old):
                stem = word[: len(word) - len(old)] + new
                if stem in index:
                    stems.append(stem)
                elif pos == "v" and old in {"ed", "ing"} and len(stem) > 3 and stem[-1:] == stem[-2:-1]:
                    # "slammed": the doubled consonant of regular verbs the tables lack
                    stems.append(stem[:-1])
        if not stems and pos == "v" and word.endswith("ed") and len(word) > 4:
            stems = [word[:-3] + "y" if word.endswith("ied") else word[:-3] if word[-3] == word[-4] else word[:-2]]
        return stems or [word]

    def _lemma(self, word: str, pos: Pos) -> str:
        """The first lemma of a word form as verb, noun or adjective, lower case."""
        return self._forms(word, pos)[0]

    def _candidates(self, word: str) -> frozenset[str]:
        """All lemmas that a word form may have, whatever its part of speech (for the gate)."""
        return frozenset(lemma for pos in ("v", "n", "a") for lemma in self._forms(word, pos)) | {word.lower()}
