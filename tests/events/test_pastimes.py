"""A match told like a war gives nothing; what an office does about sport does."""

from __future__ import annotations

import pytest

import dragoman

MATCH = (
    "Chile attacked early and Peru surrendered in the second half. The coach praised his goalkeeper, and the referee showed "
    "the captain a card before half-time. The striker scored the only goal of the derby, and the fans stormed the pitch. "
    "Peru's midfielder had threatened to retire if his team lost the match. The league title goes to Chile."
)


def test_a_match_is_no_war(coder: dragoman.Coder) -> None:
    assert coder.code(MATCH).events == ()


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Peru's government condemned Chile over the match.", "ACCUSE"),
        ("Police in Lima arrested forty supporters.", "COERCE"),
    ],
)
def test_offices_act_even_at_a_match(coder: dragoman.Coder, sentence: str, event_type: str) -> None:
    assert [event.event_type for event in coder.code(f"{MATCH} {sentence}").events] == [event_type]


def test_a_word_of_sport_makes_no_match(coder: dragoman.Coder) -> None:
    text = "Chile's army attacked a village in Peru. The peace talks enter their final round; a team will follow."
    assert "ASSAULT" in {event.event_type for event in coder.code(text).events}
