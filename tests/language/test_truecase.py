"""Capitals read in ordinary case, without a character more or less."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.truecase import headline_case, truecase

NAMES = frozenset({"Iran", "Oman", "NATO", "UN", "Samoa", "Energy"})

CAPITALS = [
    ("IRAN AND OMAN SIGN PACT", "Iran and Oman sign pact"),
    ("NATO PRAISES THE UN ENVOY", "NATO praises the UN envoy"),
    ("IRAN'S ENVOY LEAVES SAMOA", "Iran's envoy leaves Samoa"),
    ("IRAN’S ENVOY LEAVES SAMOA", "Iran’s envoy leaves Samoa"),
    ("U.S. ENVOY LEAVES SAMOA", "U.S. envoy leaves Samoa"),
    ("UN COUNCIL", "UN COUNCIL"),  # too short to tell
    ("Iran and Oman sign a pact", "Iran and Oman sign a pact"),
    ("NATO and the UN praise Oman", "NATO and the UN praise Oman"),
    ("IRAN AND OMAN SIGN PACT in the small hours", "IRAN AND OMAN SIGN PACT in the small hours"),
    ("", ""),
    ("12 / 34 / 56", "12 / 34 / 56"),
]

HEADLINES = [
    ("Iran And Oman Sign Fishing Pact", "Iran and Oman sign fishing pact"),
    ("Envoys Discuss NATO Membership Of Samoa", "Envoys discuss NATO membership of Samoa"),
    ("Iran's Envoys Discuss Fishing Rights", "Iran's envoys discuss fishing rights"),
    ("Iran and Oman sign fishing pact", "Iran and Oman sign fishing pact"),
    ("Iran Signs Pact", "Iran Signs Pact"),  # three words may all be names
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_truecase(text: str, expected: str) -> None:
    assert truecase(text, NAMES) == expected


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headline_case(text: str, expected: str) -> None:
    assert headline_case(text, NAMES) == expected


SHOUTED = st.one_of(st.text(max_size=60), st.text(max_size=60).map(str.upper), st.text(alphabet="İIıßẞΣǅﬁŉA' ’.1", max_size=60))


@settings(max_examples=80, deadline=None)
@given(text=SHOUTED, names=st.frozensets(st.text(min_size=1, max_size=8), max_size=5))
def test_the_length_never_changes(text: str, names: frozenset[str]) -> None:
    for written in (text, text.title()):
        assert len(truecase(written, names)) == len(written)
        assert len(headline_case(written, names)) == len(written)
