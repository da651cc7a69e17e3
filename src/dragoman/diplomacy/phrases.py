"""The words of a matter, with the contexts they speak for and the countries they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors import EntityTable
from dragoman.language import Sentence
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import ContextIndex


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens of a sentence; ``contexts`` and ``countries`` are what its words name."""

    sentence: int
    first: int
    last: int
    text: str
    contexts: tuple[str, ...]
    countries: tuple[str, ...]


class Phrases:
    """Reads phrases of one document."""

    def __init__(self, sentences: Sequence[Sentence], table: EntityTable, contexts: ContextIndex, lemmas: Lemmas) -> None:
        self._sentences = sentences
        self._table = table
        self._contexts = contexts
        self._lemmas = lemmas

    def read(self, sentence: int, first: int, last: int) -> Phrase:
        """The phrase of tokens ``first`` to ``last``."""
        doc = self._sentences[sentence].doc
        while first < last and (doc[first].is_punct or doc[first].is_space):
            first += 1
        while last > first and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in '”"’)':
            last -= 1
        span = doc[first : last + 1]
        return Phrase(sentence, first, last, span.text, self.contexts_of(list(span)), self.countries_of(sentence, first, last))

    def contexts_of(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Contexts of a run of tokens."""
        words = [t.lower_ for t in tokens]
        lemmas = [self._lemmas.lemma(t.text, pos_of(t.tag_) or "n") for t in tokens]
        return self._contexts.contexts(words, lemmas)

    def countries_of(self, sentence: int, first: int, last: int) -> tuple[str, ...]:
        """Codes of the states and bodies that a run of tokens names, in order; disputed areas belong to none."""
        found: list[str] = []
        for run in self._table.runs[sentence]:
            if run.first >= first and run.last <= last and run.code in "GB" and run.names:
                code = run.names[0].entry.code
                if code and code not in found:
                    found.append(code)
        return tuple(found)

    def is_party(self, phrase: Phrase) -> bool:
        """Whether a phrase is nothing but an actor ("the Russian government"): no matter of its own."""
        return any(
            m.last == phrase.last and m.first <= phrase.first + 1 and m.entity.kind != "place"
            for m in self._table.mentions[phrase.sentence]
        )

    def items(self, sentence: int, first: int, last: int) -> list[Phrase]:
        """A phrase split where it lists several matters: "the pandemic, cooperation at the UN, and regional issues"."""
        doc = self._sentences[sentence].doc
        head = next((t for t in doc[first : last + 1] if t.head.i < first or t.head.i > last or t.head.i == t.i), doc[first])
        heads = [head]
        for token in heads:
            heads += [
                c for c in token.children if c.dep_ == "conj" and first <= c.i <= last and pos_of(c.tag_) == pos_of(token.tag_)
            ]
        if len(heads) == 1:
            return [self.read(sentence, first, last)]
        heads.sort(key=lambda t: t.i)
        items = []
        for number, token in enumerate(heads):
            begin = first if number == 0 else self._left(token, heads[number - 1])
            finish = last if number == len(heads) - 1 else self._left(heads[number + 1], token) - 1
            while finish > begin and (doc[finish].dep_ == "cc" or doc[finish].is_punct):
                finish -= 1
            items.append(self.read(sentence, begin, finish))
        return items

    def _left(self, token: Token, before: Token) -> int:
        return max(before.i + 1, min(t.i for t in token.subtree if t.i > before.i))
