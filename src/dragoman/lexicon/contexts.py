"""Words that speak for a PLOVER context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.lexicon.tables import data_folder, rows

THRESHOLD = 2
"""Weight from which a context is given; one term of weight 2 or two of weight 1 are enough."""


class ContextIndex:
    """Phrases of ``contexts.csv``, found in lower-cased words or their lemmas."""

    def __init__(self) -> None:
        self._terms: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        self._longest: dict[str, int] = {}
        for row in rows(data_folder() / "contexts.csv", ("term", "context", "weight")):
            words = tuple(row["term"].lower().replace("-", " - ").split())
            if not words or not row["weight"].isdigit():
                raise row.fault("needs a term and a whole number as weight")
            self._terms.setdefault(words, []).append((row["context"], int(row["weight"])))
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def weigh(self, words: Sequence[str], lemmas: Sequence[str] | None = None) -> Counter[str]:
        """Weight of each context in a run of lower-cased words; a term counts once."""
        found: dict[tuple[str, str], int] = {}
        for forms in (words, lemmas or ()):
            for start, word in enumerate(forms):
                for length in range(self._longest.get(word, 0), 0, -1):
                    term = tuple(forms[start : start + length])
                    for context, weight in self._terms.get(term, ()):
                        found[" ".join(term), context] = weight
        total: Counter[str] = Counter()
        for (_, context), weight in found.items():
            total[context] += weight
        return total

    def contexts(self, words: Sequence[str], lemmas: Sequence[str] | None = None, *, most: int = 4) -> tuple[str, ...]:
        """Contexts at or above :data:`THRESHOLD`, heaviest first, at most ``most``."""
        weights = self.weigh(words, lemmas)
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        return tuple(context for context, weight in ranked if weight >= THRESHOLD)[:most]
