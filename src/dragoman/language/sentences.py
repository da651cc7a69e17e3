"""Sentences: paragraphs at line breaks, sentences at full stops, each tokenised once and parsed only if needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

_PARAGRAPH = re.compile(r"[^\r\n]+")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
MAX_SENTENCE_TOKENS = 160
"""A longer "sentence" (a table, a list) is cut here: the parser's time grows with length, its sense does not."""


@dataclass(slots=True)
class Sentence:
    """One sentence: ``doc`` holds its tokens (and, once parsed, tags and dependencies).

    ``start`` is the offset of its first character in the document's ``field``; token i stands at
    ``start + doc[i].idx``.
    """

    index: int
    field: Literal["text", "title"]
    paragraph: int
    start: int
    doc: Doc
    parsed: bool = False

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets in the field of tokens ``first`` to ``last`` inclusive."""
        end = self.doc[last]
        return self.start + self.doc[first].idx, self.start + end.idx + len(end)

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.doc.text)


def split(
    text: str,
    tokenise: Callable[[str], Doc],
    *,
    field: Literal["text", "title"] = "text",
    starters: Set[str] = frozenset(),
    first_index: int = 0,
) -> list[Sentence]:
    """Sentences of a text, in order.

    After an abbreviation with its full stop a sentence ends only before one of the ``starters`` ("in the U.S. *The* ...").
    """
    sentences: list[Sentence] = []
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        paragraph = match.group()
        if not paragraph.strip():
            continue
        doc = tokenise(paragraph)
        for piece in _pieces(doc, starters):
            first, last = _trim(piece)
            if first is None or last is None:
                continue
            start = match.start() + first.idx
            words = doc[first.i : last.i + 1].as_doc()
            sentences.append(Sentence(first_index + len(sentences), field, number, start, words))
    return sentences


def _trim(piece: Span) -> tuple[Token | None, Token | None]:
    tokens = [t for t in piece if not t.is_space]
    return (tokens[0], tokens[-1]) if tokens else (None, None)


def _pieces(doc: Doc, starters: Set[str]) -> list[Span]:
    pieces, begin, i, size = [], 0, 0, len(doc)
    while i < size:
        token = doc[i]
        if i + 1 - begin >= MAX_SENTENCE_TOKENS:
            pieces.append(doc[begin : i + 1])
            begin = i + 1
        elif _ends(token.text):
            after = i + 1
            while after < size and (doc[after].text in _CLOSERS or doc[after].text in _ENDERS):
                after += 1
            following = doc[after] if after < size else None
            if following is not None and _starts(following, token.text, starters):
                pieces.append(doc[begin:after])
                begin = after
            i = after - 1
        i += 1
    if begin < size:
        pieces.append(doc[begin:size])
    return pieces


def _ends(word: str) -> bool:
    """Whether a sentence may end here: after an abbreviation only if the next word starts one (``_starts``)."""
    return word in _ENDERS or len(word) > 2 and word.endswith(".")


def _starts(token: Token, before: str, starters: Set[str]) -> bool:
    text = token.text
    if token.is_space:
        return len(text) > 1 or before in _ENDERS
    if before in _ENDERS:
        return not text[0].islower()
    return text in starters
