"""Quotations, also unclosed ones, and marks that quote nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import quoted_spans

CASES: dict[str, tuple[str, list[str]]] = {
    "curly": ("Chad said “we agree” twice.", ["“we agree”"]),
    "straight": ('Chad said "we agree" twice.', ['"we agree"']),
    "two": ('"Yes," he said, "now."', ['"Yes,"', '"now."']),
    "guillemets": ("Chad a dit « oui » hier.", ["« oui »"]),
    "single": ("He said ‘we will not go there’ and left.", ["‘we will not go there’"]),
    "single too short": ("The ‘deal’ failed.", []),
    "apostrophe": ("Chad’s envoy and Togo’s envoy", []),
    "inch": ('a 5" pipe and a 6" pipe', []),
    "unclosed at a paragraph": ("“We agree.\nTogo left.", ["“We agree."]),
    "unclosed at the end": ('Chad: "we agree', ['"we agree']),
    "inner": ("“We call it ‘an act of pure folly’ today,” he said.", ["“We call it ‘an act of pure folly’ today,”"]),
    "empty marks": ("“” and «»", []),
    "too long for one": ("“" + "a" * 1600 + "”", []),
    "none": ("Chad left.", []),
}


@pytest.mark.parametrize("label", CASES)
def test_quoted(label: str) -> None:
    text, expected = CASES[label]
    assert [text[start:end] for start, end in quoted_spans(text)] == expected


@settings(max_examples=80, deadline=None)
@given(text=st.text(alphabet='ab \n"“”‘’«».', max_size=60))
def test_quotations_are_in_order_apart_and_within_one_paragraph(text: str) -> None:
    behind = 0
    for start, end in quoted_spans(text):
        assert behind <= start < end <= len(text)
        assert "\n" not in text[start:end]
        behind = end
