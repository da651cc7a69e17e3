"""Datelines: found with their parts, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading import dateline

FOUND = [
    ("ISLAMABAD : The", "ISLAMABAD", None, None, "ISLAMABAD :"),
    ("GENEVA: The", "GENEVA", None, None, "GENEVA:"),
    ("NEW YORK - The", "NEW YORK", None, None, "NEW YORK -"),
    ("WASHINGTON, May 3 (Reuters) - The", "WASHINGTON", "May 3", "Reuters", "WASHINGTON, May 3 (Reuters) -"),
    ("GENEVA (AP) — The", "GENEVA", None, "AP", "GENEVA (AP) —"),
    ("KABUL, Afghanistan (AP) — A", "KABUL, Afghanistan", None, "AP", "KABUL, Afghanistan (AP) —"),
    ("MOSCOW, May 3. /TASS/. The", "MOSCOW", "May 3", "TASS", "MOSCOW, May 3. /TASS/."),
    ("BEIJING, June 18 (Xinhua) -- A", "BEIJING", "June 18", "Xinhua", "BEIJING, June 18 (Xinhua) --"),
    ("LONDON, Reuters - The", "LONDON", None, "Reuters", "LONDON, Reuters -"),
    ("Moscow (Sputnik) - The", "Moscow", None, "Sputnik", "Moscow (Sputnik) -"),
    ("Islamabad, 18 June 2020: The", "Islamabad", "18 June 2020", None, "Islamabad, 18 June 2020:"),
    ("PORT-AU-PRINCE, Tuesday — A", "PORT-AU-PRINCE", "Tuesday", None, "PORT-AU-PRINCE, Tuesday —"),
    ("N'DJAMENA: The", "N'DJAMENA", None, None, "N'DJAMENA:"),
    ("ST. PETERSBURG, Russia: The", "ST. PETERSBURG, Russia", None, None, "ST. PETERSBURG, Russia:"),
    ("RIO DE JANEIRO, Jan. 5 (AFP) - A", "RIO DE JANEIRO", "Jan. 5", "AFP", "RIO DE JANEIRO, Jan. 5 (AFP) -"),
]

NOT_FOUND = [
    "",
    "\n\n",
    "BREAKING: The minister met",
    "UPDATE 1-China says",
    "NATO-led forces met",
    "COVID-19 spreads",
    "U.S. - China talks",
    "Tuesday (Reuters) - The",
    "May 3 (Reuters) - The",
    "New Delhi: The minister met",
    "Note: The minister met",
    "France (GDP two trillion) is",
    "The UN - a body - met",
    "The minister of Samoa met (AP) - and so on",
]


@pytest.mark.parametrize(("text", "place", "date", "agency", "span"), FOUND)
def test_found(text: str, place: str, date: str | None, agency: str | None, span: str) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert text[found.start : found.end] == span


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert dateline(text) is None


def test_after_headline_and_byline() -> None:
    text = "Ministers meet\n\nBy our correspondent\n\nGENEVA (AP) — They met."
    found = dateline(text)
    assert found is not None
    assert text[found.start : found.end] == "GENEVA (AP) —"


def test_not_in_the_middle_of_an_article() -> None:
    assert dateline("One.\nTwo.\nThree.\nFour.\nGENEVA (AP) — They met.") is None
    assert dateline("word " * 100 + "\nGENEVA (AP) — They met.") is None


@given(st.text(alphabet="AaBb .,'-—:()/1é\n", max_size=300))
def test_span_lies_in_the_text_and_starts_with_the_place(text: str) -> None:
    found = dateline(text)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start] == found.place[0]
