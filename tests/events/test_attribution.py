"""In whose mouth an event stands: ``claimed_by`` is the claimant's country, None where the text itself tells it."""

from __future__ import annotations

import pytest

import dragoman


def weak(reason: str) -> pytest.MarkDecorator:
    """Not reached yet; an analyst would code it so."""
    return pytest.mark.xfail(strict=False, reason=reason)


CASES = [
    ("Burundian police have detained four drivers, Rwanda said.", "COERCE", "RWA"),
    ("According to Kenya, Somali soldiers killed two fishermen on Monday.", "ASSAULT", "KEN"),
    ("Chad said that Sudanese troops had shelled a village on Monday.", "ASSAULT", "TCD"),
    ("The foreign ministry of Chad said Sudanese troops had shelled a village.", "ASSAULT", "TCD"),
    ("Oman denied attacking a Yemeni ship.", "ASSAULT", "OMN"),
    ("The Islamic State said that it had bombed a market in Baghdad.", "ASSAULT", "IMG"),
    ("Sudanese troops shelled a village in Chad on Monday.", "ASSAULT", None),
    ("Sudanese troops shelled a village in Chad on Monday. Chad condemned the shelling.", "ASSAULT", None),
    ("Malta accused Libya of lying.", "ACCUSE", None),
]


@pytest.mark.parametrize(("text", "event_type", "claimant"), CASES)
def test_claims_have_claimants(coder: dragoman.Coder, text: str, event_type: str, claimant: str | None) -> None:
    told = [event for event in coder.code(text, date="2031-05-13").events if event.event_type == event_type]
    assert [event.claimed_by.country if event.claimed_by else None for event in told] == [claimant]


CLAIMS = [
    pytest.param(
        "Al-Shabaab claimed responsibility for the bombing of a hotel in Mogadishu.",
        "SOM",
    ),
    pytest.param(
        "The Islamic State claimed responsibility for the attack on a market in Baghdad.",
        "IMG",
    ),
]


@pytest.mark.parametrize(("text", "country"), CLAIMS)
def test_who_claims_an_attack_is_its_actor(coder: dragoman.Coder, text: str, country: str) -> None:
    attacks = [event for event in coder.code(text, date="2031-05-13").events if event.event_type == "ASSAULT"]
    assert [[party.country for party in event.actors] for event in attacks] == [[country]]


@weak("its, in the object of a charge, points at the object")
def test_what_is_condemned_was_not_done_by_who_condemns(coder: dragoman.Coder) -> None:
    """ "Its" points at the state spoken of; the act may be left out, but it is nobody else's."""
    events = coder.code("Slovenia condemned Guinea over its ban on rallies.", date="2031-05-13").events
    assert [e.event_type for e in events if "SVN" in {party.country for party in e.actors}] == ["ACCUSE"]
