"""Publication dates: ISO 8601 or nothing."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](.+))?)?)?", re.ASCII)


def iso_date(value: str) -> str:
    """The date as YYYY, YYYY-MM or YYYY-MM-DD; a date with a time is cut to its day, in the time zone it
    states.

    Raises ValueError for everything else ("18 June 2020", "18/06/2020", "2020-02-30"): dates are never
    guessed.
    """
    value = value.strip()
    match = _ISO.fullmatch(value)
    if match is None:
        raise ValueError(f"{_shown(value)} is not an ISO 8601 date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day, time = match.groups()
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
        if time is not None:
            dt.datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{_shown(value)} is not a date of the calendar") from None
    return "-".join(part for part in (year, month, day) if part)


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:37] + "...")
