"""Matters: initiatives, agreements and processes that the text calls by a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.language import Sentence
from dragoman.lexicon import Cues


@dataclass(frozen=True, slots=True)
class NamedMatter:
    """A matter's name and where it first stands: tokens ``first`` to ``last`` of a sentence."""

    name: str
    sentence: int
    first: int
    last: int


class MatterFinder:
    """Finds capitalised or quoted names whose head is a matter's word ("Initiative", "Accord", "Process")."""

    def __init__(self, cues: Cues) -> None:
        self._heads = cues["matter_noun"]
        self._skip = re.compile(r"^(?:The|A|An|This|That)$")

    def find(self, sentences: Sequence[Sentence]) -> list[NamedMatter]:
        """Each named matter once, at its first mention."""
        found: dict[str, NamedMatter] = {}
        for sentence in sentences:
            doc = sentence.doc
            for token in doc:
                if token.lower_.rstrip("s") not in self._heads and token.lower_ not in self._heads:
                    continue
                span = self._extent([t.text for t in doc], token.i)
                if span is None:
                    continue
                name = doc[span[0] : span[1] + 1].text
                found.setdefault(name.lower(), NamedMatter(name, sentence.index, *span))
        return list(found.values())

    def _extent(self, words: Sequence[str], head: int) -> tuple[int, int] | None:
        first = head
        while first > 0 and (
            words[first - 1][:1].isupper()
            or words[first - 1] in {"-", "–", "and"}
            and first > 1
            and words[first - 2][:1].isupper()
        ):
            first -= 1
        while first < head and self._skip.match(words[first]):
            first += 1
        last = head
        k = head + 1
        while (
            k + 1 < len(words)
            and words[k] in {"on", "of", "for"}
            and (words[k + 1][:1].isupper() or words[k + 1] == "the" and k + 2 < len(words) and words[k + 2][:1].isupper())
        ):
            k += 1
            while k < len(words) and (
                words[k][:1].isupper() or words[k] in {"the", "and", "of"} and k + 1 < len(words) and words[k + 1][:1].isupper()
            ):
                last = k
                k += 1
        named = sum(1 for w in words[first:head] if w[:1].isupper())
        if not named or not words[head][:1].isupper() and named < 1:
            return None
        return first, last
