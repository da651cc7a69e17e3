"""Dates in words against the day of the document, and nothing guessed without one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon import Cues
from dragoman.where_when import DateFinder, TimeExpression, parse_day

FINDER = DateFinder(Cues())
WEDNESDAY = date(2020, 6, 17)

# text -> (words found, value, precision, background, future)
Told = tuple[str, str | None, str | None, bool, bool]

RESOLVED: dict[str, Told] = {
    "it met on Monday": ("Monday", "2020-06-15", "day", False, False),
    "it met on Wednesday": ("Wednesday", "2020-06-17", "day", False, False),
    "it met on Thursday": ("Thursday", "2020-06-11", "day", False, False),
    "it met last Monday": ("last Monday", "2020-06-15", "day", False, False),
    "it met last Wednesday": ("last Wednesday", "2020-06-10", "day", False, False),
    "it meets next Wednesday": ("next Wednesday", "2020-06-24", "day", False, True),
    "it meets this coming Friday": ("this coming Friday", "2020-06-19", "day", False, True),
    "it met yesterday": ("yesterday", "2020-06-16", "day", False, False),
    "Yesterday it met": ("Yesterday", "2020-06-16", "day", False, False),
    "it meets tomorrow": ("tomorrow", "2020-06-18", "day", False, True),
    "it met overnight": ("overnight", "2020-06-17", "day", False, False),
    "it met last year": ("last year", "2019", "year", True, False),
    "it met late last year": ("late last year", "2019", "year", True, False),
    "it meets next year": ("next year", "2021", "year", False, True),
    "it met this year": ("this year", "2020", "year", False, False),
    "it met last month": ("last month", "2020-05", "month", True, False),
    "it met earlier this month": ("earlier this month", "2020-06", "month", False, False),
    "it met last week": ("last week", None, None, False, False),
    "it met last decade": ("last decade", None, None, True, False),
    "it met three years ago": ("three years ago", "2017", "year", True, False),
    "it met more than 20 years ago": ("more than 20 years ago", "2000", "year", True, False),
    "it met seven months ago": ("seven months ago", "2019-11", "month", True, False),
    "it met several years ago": ("several years ago", None, None, True, False),
    "it met two weeks ago": ("two weeks ago", None, None, False, False),
    "it met a day ago": ("a day ago", "2020-06-16", "day", False, False),
    "it met in March": ("in March", "2020-03", "month", True, False),
    "it met in June": ("in June", "2020-06", "month", False, False),
    "it met in September": ("in September", "2019-09", "month", True, False),
    "it met in early March": ("in early March", "2020-03", "month", True, False),
    "it has met since March": ("since March", "2020-03", "month", False, False),
    "it meets next March": ("next March", "2021-03", "month", False, True),
    "it met on 18 June 2020": ("18 June 2020", "2020-06-18", "day", False, True),
    "it met on the 16th of June": ("16th of June", "2020-06-16", "day", False, False),
    "it met on June 16": ("June 16", "2020-06-16", "day", False, False),
    "it met on June 16, 2020": ("June 16, 2020", "2020-06-16", "day", False, False),
    "it met on June 18": ("June 18", "2020-06-18", "day", False, True),
    "it met on Jan. 5": ("Jan. 5", "2020-01-05", "day", True, False),
    "it met on Sept 3, 2019": ("Sept 3, 2019", "2019-09-03", "day", True, False),
    "it met on 31 December": ("31 December", "2019-12-31", "day", True, False),
    "it met on 29 February 2020": ("29 February 2020", "2020-02-29", "day", True, False),
    "it met on 2020-06-01": ("2020-06-01", "2020-06-01", "day", False, False),
    "it met in March 2019": ("March 2019", "2019-03", "month", True, False),
    "it has met since March 2019": ("since March 2019", "2019-03", "month", False, False),
    "it met in 2019": ("in 2019", "2019", "year", True, False),
    "it has met since 2014": ("since 2014", "2014", "year", False, False),
    "it will end by 2030": ("by 2030", "2030", "year", False, True),
    "it met in the 1990s": ("in the 1990s", None, None, True, False),
}

NOTHING = [
    "a march on the town",
    "they may meet",
    "it fell in may",
    "the sun day parade",
    "in 2000 people",
    "in 2014 troops left",
    "a fee of 2,030 dollars",
    "the June 5:30",
    "2020-13-40",
    "30 Febr",
    "four score",
    "Resolution 2254",
    "Augustan verse",
    "",
]


def told(text: str, found: TimeExpression) -> Told:
    return text[found.start : found.end], found.value, found.precision, found.background, found.future


@pytest.mark.parametrize("text", RESOLVED)
def test_against_a_wednesday(text: str) -> None:
    assert [told(text, found) for found in FINDER.find(text, WEDNESDAY)] == [RESOLVED[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_no_time_is_told(text: str) -> None:
    assert FINDER.find(text, WEDNESDAY) == []


def test_an_impossible_day_is_none() -> None:
    assert FINDER.find("it met on 30 February", WEDNESDAY) == []


def test_several_in_order() -> None:
    text = "On Monday, two years ago and in 2015 they met; since March 2019 they have not."
    assert [told(text, found)[:2] for found in FINDER.find(text, WEDNESDAY)] == [
        ("Monday", "2020-06-15"),
        ("two years ago", "2018"),
        ("in 2015", "2015"),
        ("since March 2019", "2019-03"),
    ]


@pytest.mark.parametrize(
    ("text", "today", "value"),
    [
        ("January 5", date(2019, 12, 20), "2020-01-05"),
        ("December 29", date(2020, 1, 3), "2019-12-29"),
        ("June 30", date(2020, 6, 17), "2020-06-30"),
        ("December 1", date(2020, 6, 17), "2019-12-01"),
        ("March 1", date(2020, 1, 3), "2020-03-01"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, today: date, value: str) -> None:
    assert [found.value for found in FINDER.find(text, today)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("three days ago", "2020-06-14"), ("10 days earlier", "2020-06-07"), ("about two days before", "2020-06-15")],
)
def test_days_ago(text: str, value: str) -> None:
    assert [found.value for found in FINDER.find(text, WEDNESDAY)] == [value]


def test_years_before_the_common_era_have_no_value() -> None:
    assert [found.value for found in FINDER.find("2500 years ago", WEDNESDAY)] == [None]


@pytest.mark.parametrize(("text", "today"), [("tomorrow", date.max), ("yesterday", date.min), ("next Monday", date.max)])
def test_days_off_the_calendar_are_no_crash(text: str, today: date) -> None:
    assert all(found.value is None for found in FINDER.find(text, today))


DATED = {"18 June 2020", "16, 2020", "29 February 2020", "2020-06-01", "March 2019", "in 2019", "3, 2019", "2014", "2030"}


@pytest.mark.parametrize("text", RESOLVED)
def test_without_a_document_date_only_full_dates_have_a_value(text: str) -> None:
    (found,) = FINDER.find(text, None)
    expected = RESOLVED[text][1] if any(part in text for part in DATED) else None
    assert found.value == expected
    assert (found.precision is None) == (expected is None)


LOOSE = ["31", "5", "June", "Feb.", "29", "2021", "on Monday", "last", "year", "in", "0", "years", "ago", "-", "999999"]
PIECES = st.sampled_from([*LOOSE, "since", *RESOLVED])


@settings(max_examples=80, deadline=None)
@given(
    text=st.one_of(st.lists(PIECES, max_size=8).map(" ".join), st.text(max_size=40)),
    today=st.none() | st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
)
def test_expressions_are_in_order_apart_and_of_their_precision(text: str, today: date | None) -> None:
    behind = 0
    for found in FINDER.find(text, today):
        assert behind <= found.start < found.end <= len(text)
        behind = found.end
        length = {"year": 4, "month": 7, "day": 10}.get(found.precision or "")
        assert (found.value is None) == (length is None)
        assert not (found.background and found.future)
        if found.value is not None and length is not None and not found.value.startswith("-"):
            assert len(found.value) == length
            assert parse_day(found.value) is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-06-17", date(2020, 6, 17)),
        ("2020-06-17T10:00:00Z", date(2020, 6, 17)),
        ("2020-06", date(2020, 6, 1)),
        ("2020", date(2020, 1, 1)),
        ("", None),
        (None, None),
    ],
)
def test_parse_day(text: str | None, day: date | None) -> None:
    assert parse_day(text) == day
