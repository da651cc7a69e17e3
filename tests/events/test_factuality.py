"""Whether it happened: done, denied, to come, supposed, long ago; and what is only asked for, promised or threatened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dragoman


def weak(reason: str) -> pytest.MarkDecorator:
    """Not reached yet; an analyst would code it so."""
    return pytest.mark.xfail(strict=False, reason=reason)


CASES = [
    # it did not happen
    ("Iran did not attack the tanker of Oman.", ["ASSAULT IRN>OMN !negated"]),
    ("The Samoan minister did not meet the Tongan minister on Sunday.", ["CONSULT TON+WSM !negated"]),
    ("Oman never expelled the Yemeni diplomats.", ["SANCTION OMN>YEM !negated"]),
    ("Oman denied attacking a Yemeni ship.", ["ASSAULT OMN>YEM !negated"]),
    pytest.param(
        "Oman denied that it had attacked a Yemeni ship.",
        ["ASSAULT OMN>YEM !negated"],
        marks=weak("denied that, with a pronoun as subject"),
    ),
    # a refusal is an act
    pytest.param(
        "Chad refused to meet the envoy of Sudan.",
        ["REJECT TCD>SDN"],
        marks=weak("whom a refused act was meant for"),
    ),
    # still to come: the friendly acts become promises
    ("Japan will send doctors to Malawi in June.", ["AGREE JPN>MWI"]),
    ("The Peruvian president will visit Cuba in June.", ["AGREE PER>CUB"]),
    ("Greece and Libya will sign a fisheries treaty next week.", ["AGREE GRC+LBY"]),
    pytest.param(
        "India and Oman will hold joint naval exercises in June.",
        ["AGREE IND+OMN"],
        marks=weak("exercises that are joint, or held by several"),
    ),
    pytest.param(
        "Poland will withdraw its soldiers from the island in July.",
        ["CONCEDE POL"],
        marks=weak("a place of no country is taken for a recipient"),
    ),
    ("The health minister of Togo will resign next week.", ["CONCEDE TGO"]),
    pytest.param("Oman and Laos agreed to meet in June.", ["AGREE LAO+OMN"]),
    pytest.param("Peru agreed on Monday to lend Cuba money in August.", ["AGREE PER>CUB"], marks=weak("as above")),
    # ... the hostile ones keep their type
    ("Teachers in Croatia will strike on 20 June.", ["PROTEST HRV !future"]),
    ("Canada will impose sanctions on Belarus next month.", ["SANCTION CAN>BLR !future"]),
    # told as background
    ("In 1998 Eritrea attacked Ethiopia.", ["ASSAULT ERI>ETH !historical"]),
    ("Chad broke off diplomatic relations with Sudan in 2006.", ["SANCTION TCD>SDN !historical"]),
    ("The president of Peru visited Cuba in 2019.", ["CONSULT PER>CUB !historical"]),
    ("The president of Peru visited Cuba on Monday.", ["CONSULT PER>CUB"]),
    # what is asked for, promised or threatened has not happened
    ("Ireland urged Israel to release 30 prisoners.", ["REQUEST IRL>ISR"]),
    ("Ghana promised to lend money to Togo.", ["AGREE GHA>TGO"]),
    ("Eritrea threatened to bomb a port of Djibouti.", ["THREATEN ERI>DJI"]),
    ("Peru asked Chile to extradite a former minister.", ["REQUEST PER>CHL"]),
]
SUPPOSED = [
    "If Eritrea attacked Djibouti, trade would suffer.",
    "Should Eritrea attack Djibouti, the port would close, analysts say.",
    "Eritrea could attack Djibouti, analysts say.",
    "Canada may impose sanctions on Belarus.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_factuality(events_of: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    assert events_of(text, modes=False) == expected


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_only_supposed_is_never_actual(coder: dragoman.Coder, text: str) -> None:
    assert {event.factuality for event in coder.code(text, date="2031-05-13").events} <= {"hypothetical", "future"}
