"""ISO 8601 dates, and nothing else."""

from __future__ import annotations

import pytest

from dragoman.reading import iso_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2020", "2020"),
        ("2020-06", "2020-06"),
        ("2020-06-18", "2020-06-18"),
        (" 2020-06-18 ", "2020-06-18"),
        ("2020-06-18T23:59:59Z", "2020-06-18"),
        ("2020-06-18T10:00:00.000+05:00", "2020-06-18"),
        ("2020-06-18 10:00", "2020-06-18"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_iso_dates(value: str, date: str) -> None:
    assert iso_date(value) == date


@pytest.mark.parametrize(
    "value",
    [
        "",
        "June",
        "18 June 2020",
        "06/18/2020",
        "2020-6-18",
        "20200618",
        "2020-02-30",
        "2019-02-29",
        "2020-13",
        "0000",
        "2020-06-18Tnoon",
        "2020-06-18T25:00",
        "٢٠٢٠-٠٦-١٨",
        "2020-06-18 (updated)",
        "x" * 100,
    ],
)
def test_everything_else_is_refused_on_one_short_line(value: str) -> None:
    with pytest.raises(ValueError, match=r"is not a") as caught:
        iso_date(value)
    assert len(str(caught.value)) < 120
