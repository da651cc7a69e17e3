"""Texts that nobody would write: the coder must not raise, and must quote what is there.

Random characters seldom pass for English, so most texts are made of sentences that mean something to the lexicon (the
examples of its frames), cut, doubled, re-cased and mixed with characters from all of Unicode.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.lexicon.tables import data_folder
from dragoman.records import Coding, Document, Evidence

SHORT = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
LONG = settings(SHORT, max_examples=4000, derandomize=False)

ANYTHING = st.text(st.characters(codec=None, categories=None), max_size=400)
DATES = st.sampled_from([None, "2031-05-13", "2028-02-29", "1999"])


@cache
def examples() -> list[str]:
    """The example sentences of all frames."""
    found = []
    for path in sorted(data_folder().iterdir(), key=lambda p: p.name):
        if path.name.startswith("frames"):
            body = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
            found += [row["example"] for row in csv.DictReader(body) if row.get("example")]
    return found


@st.composite
def broken_english(draw: st.DrawFn) -> str:
    """A few example sentences, with things done to them."""
    parts = []
    for sentence in draw(st.lists(st.sampled_from(examples()), min_size=1, max_size=6)):
        cut = draw(st.integers(0, len(sentence)))
        change = draw(st.sampled_from(["as is", "cut", "insert", "upper", "lower", "double", "words", "quoted"]))
        parts.append(
            {
                "as is": sentence,
                "cut": sentence[:cut],
                "insert": sentence[:cut] + draw(st.text(st.characters(codec=None, categories=None), max_size=8)) + sentence[cut:],
                "upper": sentence.upper(),
                "lower": sentence.lower(),
                "double": sentence[:cut] + sentence,
                "words": " ".join(draw(st.permutations(sentence.split()))),
                "quoted": f"“{sentence[:cut]}” {sentence[cut:]}",
            }[change]
        )
    return draw(st.sampled_from([" ", "\n", "\n\n", "", "\t", "\r\n", "\u2028", "\u00a0"])).join(parts)


def check(coder: dragoman.Coder, text: str, title: str, date: str | None) -> None:
    coding = coder.code_document(Document(id="f", text=text, title=title, date=date))
    records: tuple[Any, ...] = (*coding.events, *coding.engagements, *coding.positions, *coding.matters, *coding.commitments)
    for record in records:
        for quoted in record.evidence:
            assert_quotes(quoted, coding)


def assert_quotes(quoted: Evidence, coding: Coding) -> None:
    whole = {"text": coding.text, "title": coding.title}[quoted.field]
    assert whole is not None
    assert quoted.text
    assert whole[quoted.start : quoted.end] == quoted.text


@SHORT
@given(text=ANYTHING, title=ANYTHING)
def test_any_characters(coder: dragoman.Coder, text: str, title: str) -> None:
    check(coder, text, title, None)


@SHORT
@given(text=broken_english(), title=broken_english(), date=DATES)
def test_broken_english(coder: dragoman.Coder, text: str, title: str, date: str | None) -> None:
    check(coder, text, title, date)


@pytest.mark.full
@LONG
@given(text=broken_english() | ANYTHING, title=broken_english() | ANYTHING, date=DATES)
def test_many_texts(coder: dragoman.Coder, text: str, title: str, date: str | None) -> None:
    check(coder, text, title, date)


@pytest.mark.parametrize(
    "text",
    [
        "Chad " * 3000 + "attacked Sudan.",
        "Chad attacked Sudan" + ", and Sudan accused Chad" * 200 + ".",
        "“" * 500 + "Chad attacked Sudan, said Niger." + "”" * 500,
        "Chad attacked Sudan. " * 300,
        "(" * 1000 + "Chad met Sudan" + ")" * 1000,
        "\x00\x1b[31mChad attacked Sudan.\x07",
        "Chad attacked Sudan \ud83d.",
    ],
    ids=["one name", "one sentence", "quotation marks", "repetition", "brackets", "controls", "half a surrogate pair"],
)
def test_tall_orders(coder: dragoman.Coder, text: str) -> None:
    check(coder, text, "", None)
