"""Calls, visits and meetings: channel, status, participants, agenda."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.records import Engagement


def weak(reason: str) -> pytest.MarkDecorator:
    """Not reached yet; an analyst would code it so."""
    return pytest.mark.xfail(strict=False, reason=reason)


DAY = "2031-05-13"


def countries(engagement: Engagement) -> set[str | None]:
    return {party.country for party in engagement.participants}


HELD = [
    ("The president of Chile spoke by telephone with the president of Peru.", "phone", {"CHL", "PER"}),
    ("The foreign minister of Samoa held a telephone conversation with the foreign minister of Tonga.", "phone", {"WSM", "TON"}),
    ("The foreign minister of Samoa spoke with the foreign minister of Tonga on Monday.", "phone", {"WSM", "TON"}),
    ("The president of Chile received a telephone call from the president of Peru.", "phone", {"CHL", "PER"}),
    ("The president of Chile spoke by video link with the president of Peru.", "video", {"CHL", "PER"}),
    pytest.param(
        "The health ministers of Oman and Laos held a video conference.",
        "video",
        {"OMN", "LAO"},
    ),
    ("The president of Chile visited Peru on Monday.", "visit", {"CHL", "PER"}),
    ("The Chilean foreign minister met the president of Peru in Lima.", "visit", {"CHL", "PER"}),
    ("The president of Peru received the foreign minister of Chile in Lima.", "visit", {"CHL", "PER"}),
    ("The foreign minister of Chile met the foreign minister of Peru in Geneva.", "meeting", {"CHL", "PER"}),
    ("The foreign minister of Chile met the foreign minister of Peru.", "meeting", {"CHL", "PER"}),
    ("LIMA, 12 May 2031 – The foreign minister of Chile met the foreign minister of Kenya.", "meeting", {"CHL", "KEN"}),
    pytest.param(
        "The trade ministers of Peru, Cuba and Ecuador met in Geneva.",
        "multilateral",
        {"PER", "CUB", "ECU"},
    ),
    pytest.param(
        "African Union ministers met in Addis Ababa on Friday.",
        "multilateral",
        {"IGO"},
        marks=weak("the session of a body has one participant"),
    ),
    ("The president of Chile sent a letter to the president of Peru.", "letter", {"CHL", "PER"}),
]


@pytest.mark.parametrize(("text", "channel", "expected"), HELD)
def test_held_engagements(coder: dragoman.Coder, text: str, channel: str, expected: set[str]) -> None:
    [engagement] = coder.code(text, date=DAY).engagements
    assert (engagement.status, engagement.channel, countries(engagement)) == ("held", channel, expected)


NOT_HELD = [
    "The president of Chile will visit Peru in June.",
    "The trade ministers of Chile and Peru will meet in Geneva next week.",
    "The president of Chile plans to meet the president of Peru in June.",
    "The president of Chile invited the president of Peru to visit Santiago.",
    "The president of Chile called off a meeting with the president of Peru.",
    "The president of Chile refused to meet the president of Peru.",
    "The president of Chile did not meet the president of Peru.",
    "Kenya asked Chile and Peru to hold talks.",
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_is_planned_asked_for_or_called_off_is_not_held(coder: dragoman.Coder, text: str) -> None:
    assert [e for e in coder.code(text, date=DAY).engagements if e.status == "held"] == []


PLANNED = [
    ("The president of Chile will visit Peru in June.", "visit", {"CHL", "PER"}),
    pytest.param(
        "The trade ministers of Chile and Peru will meet in Geneva next week.",
        "meeting",
        {"CHL", "PER"},
        marks=weak("offices of A and B: only A is taken"),
    ),
]


@pytest.mark.parametrize(("text", "channel", "expected"), PLANNED)
def test_planned_engagements_are_kept(coder: dragoman.Coder, text: str, channel: str, expected: set[str]) -> None:
    [engagement] = coder.code(text, date=DAY).engagements
    assert (engagement.status, engagement.channel, countries(engagement)) == ("planned", channel, expected)


CALL = "The foreign minister of Samoa held a telephone conversation with the foreign minister of Tonga on Monday. "
AGENDA = [
    # (text after the call, words of an item, contexts it must have, countries it must have)
    ("The ministers discussed trade and migration.", "trade", {"economic"}, set()),
    ("The ministers discussed trade and migration.", "migration", {"migration"}, set()),
    ("They discussed the situation in Haiti.", "Haiti", set(), {"HTI"}),
    ("They discussed the elections in Fiji and military cooperation.", "elections", {"election"}, {"FJI"}),
    ("They discussed the elections in Fiji and military cooperation.", "military", {"military"}, set()),
    ("The two ministers exchanged views on climate change.", "climate", {"environment"}, set()),
]


@pytest.mark.parametrize(("second", "words", "contexts", "about"), AGENDA)
def test_agenda_items(coder: dragoman.Coder, second: str, words: str, contexts: set[str], about: set[str]) -> None:
    [engagement] = coder.code(CALL + second, date=DAY).engagements
    items = [item for item in engagement.agenda if words in item.text]
    assert len(items) == 1
    assert set(items[0].contexts) >= contexts
    assert set(items[0].countries) >= about


def test_agenda_items_are_split(coder: dragoman.Coder) -> None:
    [engagement] = coder.code(CALL + "They discussed trade, migration and the war in Sudan.", date=DAY).engagements
    assert len(engagement.agenda) == 3


def test_one_call_told_three_times_is_one_engagement(coder: dragoman.Coder) -> None:
    text = CALL + "During the call the two ministers discussed trade. The telephone conversation lasted an hour."
    [engagement] = coder.code(text, date=DAY, title="Samoa and Tonga speak by telephone").engagements
    assert countries(engagement) == {"WSM", "TON"}
    assert engagement.date == "2031-05-12"


def test_two_calls_are_two(coder: dragoman.Coder) -> None:
    text = CALL + "On Sunday the foreign minister of Samoa spoke by telephone with the foreign minister of Fiji."
    assert [countries(e) for e in coder.code(text, date=DAY).engagements] == [{"WSM", "TON"}, {"WSM", "FJI"}]


QUIET = [
    "The ferry sank off Fiji and twelve people died.",
    "The firm from Lima opened a shop in Santiago, and its shares rose.",
    "Chilean wine meets Peruvian food in a new restaurant.",
    "It rained in Apia on Monday, and the market was closed.",
    "The phone maker called back ten thousand devices in Kenya.",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet_texts_give_nothing(coder: dragoman.Coder, text: str) -> None:
    coding = coder.code(text, date=DAY)
    assert (coding.engagements, coding.positions, coding.commitments) == ((), (), ())
