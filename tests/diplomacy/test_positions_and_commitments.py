"""Stances with their holders, and undertakings with all whom they bind."""

from __future__ import annotations

import pytest

import dragoman


def weak(reason: str) -> pytest.MarkDecorator:
    """Not reached yet; an analyst would code it so."""
    return pytest.mark.xfail(strict=False, reason=reason)


DAY = "2031-05-13"

STANCES = [
    # each with holder, stance, and toward whom
    ("Samoa thanked Tonga for its help.", "WSM", "thank", "TON"),
    ("Fiji condemned the attack on the embassy of Peru.", "FJI", "condemn", None),
    ("Slovenia condemned Guinea for its ban on rallies.", "SVN", "condemn", "GIN"),
    ("Ireland urged Israel to open the crossing.", "IRL", "urge", "ISR"),
    ("Chile expressed concern over the drought.", "CHL", "concern", None),
    ("Chile is worried about the fighting in Haiti.", "CHL", "concern", None),
    ("Kenya welcomed the ceasefire.", "KEN", "welcome", None),
    ("Fiji expressed its condolences to Samoa.", "FJI", "condole", "WSM"),
    ("Oman rejected the plan of the United Nations.", "OMN", "oppose", None),
    ("Oman voiced support for the peace plan.", "OMN", "support", None),
    ("Oman denied the raid on the port.", "OMN", "oppose", None),
    ("Ghana promised to send doctors to Togo.", "GHA", "commit", "TGO"),
]


@pytest.mark.parametrize(("text", "holder", "stance", "toward"), STANCES)
def test_stances(coder: dragoman.Coder, text: str, holder: str, stance: str, toward: str | None) -> None:
    [position] = coder.code(text, date=DAY).positions
    assert (position.holder.country, position.stance) == (holder, stance)
    if toward:
        assert position.toward is not None
        assert position.toward.country == toward


def test_the_state_holds_and_its_official_speaks(coder: dragoman.Coder) -> None:
    text = "Romanian Foreign Minister Dan Crivat condemned the attack on the embassy of Peru."
    [position] = coder.code(text, date=DAY).positions
    assert (position.holder.country, position.holder.name) == ("ROU", "Romania")
    assert position.speaker is not None
    assert position.speaker.name == "Dan Crivat"
    assert "the attack on the embassy of Peru" in position.about


def test_each_side_holds_its_own(coder: dragoman.Coder) -> None:
    text = "Fiji praised Nauru and criticised Palau. Kenya welcomed the ceasefire."
    held = {(p.holder.country, p.stance) for p in coder.code(text, date=DAY).positions}
    assert ("KEN", "welcome") in held
    assert "FJI" in {holder for holder, _ in held}
    assert {holder for holder, _ in held} == {"FJI", "KEN"}


def test_both_sides_hold_what_both_said(coder: dragoman.Coder) -> None:
    text = "Oman and Laos held talks in Geneva. Both sides condemned the attack on the embassy."
    held = {(p.holder.country, p.stance) for p in coder.code(text, date=DAY).positions}
    assert held == {("OMN", "condemn"), ("LAO", "condemn")}


def test_what_one_side_told_the_other(coder: dragoman.Coder) -> None:
    text = "In a telephone call, the Peruvian foreign minister told his Cuban counterpart about the vote."
    [position] = coder.code(text, date=DAY).positions
    assert (position.holder.country, position.stance) == ("PER", "inform")
    assert position.toward is not None
    assert position.toward.country == "CUB"


COMMITMENTS = [
    ("Oman and Laos agreed to open embassies.", {"OMN", "LAO"}, "open embassies"),
    pytest.param(
        "Oman and Laos held talks in Geneva. The two sides agreed to meet again in June.",
        {"OMN", "LAO"},
        "meet again",
        marks=weak("a month in what was agreed is read as last year's"),
    ),
    ("Oman and Laos held talks in Geneva. They agreed to work together on trade.", {"OMN", "LAO"}, "trade"),
    ("Ghana promised to send doctors to Togo.", {"GHA"}, "send doctors"),
    ("The king of Tonga will visit Samoa in June.", {"TON", "WSM"}, "visit"),
    ("Oman agreed with Laos to exchange students.", {"OMN", "LAO"}, "exchange students"),
]


@pytest.mark.parametrize(("text", "bound", "words"), COMMITMENTS)
def test_commitments(coder: dragoman.Coder, text: str, bound: set[str], words: str) -> None:
    [commitment] = coder.code(text, date=DAY).commitments
    assert {party.country for party in commitment.parties} == bound
    assert words in commitment.text


NONE = [
    "Ireland urged Israel to open the crossing.",
    "Oman refused to open an embassy in Laos.",
    "Oman threatened to close its embassy in Laos.",
    "Greece and Libya met in Geneva.",
    "Oman did not promise to open an embassy in Laos.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_commitment_where_nobody_promises(coder: dragoman.Coder, text: str) -> None:
    assert coder.code(text, date=DAY).commitments == ()
