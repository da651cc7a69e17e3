"""Dates in words, resolved against the document's date; without one, relative words stay unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.lexicon import Cues


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Characters ``start`` to ``end`` of a text tell a time.

    ``value`` is ISO 8601 (a day, month, year, or ``start/end``), None if it cannot be known; ``precision`` belongs to it.
    ``background``: the time lies in another month or year than the document's date, or "ago" without a date.
    """

    start: int
    end: int
    value: str | None
    precision: str | None
    background: bool
    future: bool = False


class DateFinder:
    """Finds time expressions in running text."""

    def __init__(self, cues: Cues) -> None:
        self._month_number = {}
        months = sorted(cues["month"], key=_calendar_order)
        for number, name in enumerate(months, start=1):
            self._month_number[name.lower()] = number
            self._month_number[name[:3].lower()] = number
        self._month_number["sept"] = 9
        self._weekdays = sorted(cues["weekday"], key=_calendar_order)
        self._numbers = {word: int(value) for word, value in (item.split("=") for item in cues["number_word"])}
        month = _any(cues["month"], cues["month_short"])
        weekday = _any(cues["weekday"])
        count = rf"(?:\d+|{_any(self._numbers, cues['vague_number'])})"
        relative = _any(cues["relative_time"])
        unit = _any(cues["time_unit"])
        units = _any({f"{u}s?" for u in cues["time_unit"]} | {"centuries"})
        hedge = rf"(?:{_any(cues['hedge'])} )?"
        part = r"(?:late |early |mid-)?"
        uncounted = rf"\b(?! ?{_any(cues['count_noun'])})"
        century = r"(?:1[5-9]|20)\d\d"
        patterns = {
            "iso": r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b",
            "day_month": rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<mon>{month})(?:,? (?P<y>\d{{4}}))?\b",
            "month_day": rf"\b(?P<mon>{month}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,? (?P<y>(?:19|20)\d\d))?\b",
            "month_year": rf"\b(?:(?P<since>[Ss]ince) )?(?P<mon>{month}),? (?:of )?(?P<y>\d{{4}})\b",
            "month_rel": rf"\b(?P<rel>last|next|this) (?P<mon>{month})\b",
            "month": rf"\b(?P<since>[Ss]ince |[Ii]n |late |early |mid-|back in |during |until ){part}(?P<mon>{month})\b",
            "week_rel": rf"\b(?P<rel>last|next|this|coming|this coming) (?P<wd>{weekday})\b",
            "weekday": rf"\b(?P<wd>{weekday})\b",
            "day": r"\b(?P<word>today|yesterday|tomorrow|tonight|overnight)\b",
            "rel": rf"\b(?P<rel>{relative}) (?P<unit>{unit})\b",
            "ago": rf"\b{hedge}(?P<n>{count})(?: or so| and a half)? (?P<unit>{units}) (?:ago|earlier|before|previously)\b",
            "since_year": rf"\b(?P<since>since) (?:the )?(?P<y>{century})\b",
            "year": rf"\b(?:(?:back |late |early )?in|during|of|by|until|from|late|early|through) (?P<y>{century}){uncounted}",
            "era": rf"\b(?:in|during|since|of) the {part}(?P<y>(?:1[5-9]|20)\d0)s\b",
        }
        # names of months and days only with their capital ("march", "may"); everything else in either case
        self._patterns = [
            (kind, re.compile(text, re.IGNORECASE if kind in {"day", "rel", "ago", "since_year", "year", "era"} else 0))
            for kind, text in patterns.items()
        ]

    def find(self, text: str, today: date | None) -> list[TimeExpression]:
        """Time expressions of a text in order; of overlapping ones the first pattern's stays."""
        found: list[TimeExpression] = []
        for kind, pattern in self._patterns:
            for match in pattern.finditer(text):
                if any(e.start < match.end() and match.start() < e.end for e in found):
                    continue
                expression = self._read(kind, match, today)
                if expression is not None:
                    found.append(expression)
        return sorted(found, key=lambda e: e.start)

    def _read(self, kind: str, match: re.Match[str], today: date | None) -> TimeExpression | None:
        groups = match.groupdict()
        start, end = match.span()

        def made(value: str | None, precision: str | None, background: bool = False, future: bool = False) -> TimeExpression:
            return TimeExpression(start, end, value, precision, background, future)

        month = self._month_number.get((groups.get("mon") or "").rstrip(".").lower())
        year = int(groups["y"]) if groups.get("y") else None
        try:
            if kind == "iso":
                when = date(int(groups["y"]), int(groups["m"]), int(groups["d"]))
                return made(when.isoformat(), "day", self._is_background(when, today), today is not None and when > today)
            if kind in {"day_month", "month_day"} and month:
                day = int(groups["d"])
                if year is None and today is None:
                    return made(None, None)
                when = date(year or self._nearest_year(month, day, today), month, day)
                return made(when.isoformat(), "day", self._is_background(when, today), today is not None and when > today)
            if kind == "month_year" and month and year:
                back = today is not None and (year, month) < (today.year, today.month)
                ahead = today is not None and (year, month) > (today.year, today.month)
                return made(f"{year:04d}-{month:02d}", "month", back and not groups.get("since"), ahead)
            if kind in {"month", "month_rel"} and month:
                if today is None:
                    return made(None, None)
                past_year = today.year if month <= today.month else today.year - 1
                if groups.get("rel") == "next":
                    past_year = today.year if month > today.month else today.year + 1
                same = (past_year, month) == (today.year, today.month)
                ahead = groups.get("rel") == "next"
                since = (groups.get("since") or "").strip().lower() == "since"
                return made(f"{past_year:04d}-{month:02d}", "month", not same and not ahead and not since, ahead)
            if kind in {"weekday", "week_rel"}:
                if today is None:
                    return made(None, None)
                wanted = self._weekdays.index(groups["wd"])
                if groups.get("rel") in {"next", "coming", "this coming"}:
                    ahead_days = (wanted - today.weekday()) % 7 or 7
                    return made((today + timedelta(ahead_days)).isoformat(), "day", future=True)
                back_days = (today.weekday() - wanted) % 7
                if groups.get("rel") == "last":
                    back_days = back_days or 7
                return made((today - timedelta(back_days)).isoformat(), "day")
            if kind == "day":
                shift = {"yesterday": -1, "tomorrow": 1, "overnight": 0}.get(groups["word"].lower(), 0)
                if today is None:
                    return made(None, None, future=shift > 0)
                return made((today + timedelta(shift)).isoformat(), "day", future=shift > 0)
            if kind == "rel":
                return self._relative(groups, today, made)
            if kind == "ago":
                return self._ago(groups, today, made)
            if kind in {"since_year", "year", "era"} and year:
                if kind == "since_year":
                    return made(f"{year:04d}", "year", False)
                if kind == "era":
                    return made(None, None, True)
                back = today is None or year < today.year
                return made(f"{year:04d}", "year", back, today is not None and year > today.year)
        except OverflowError:  # beyond the calendar
            return made(None, None)
        except ValueError:
            return None
        return None

    def _relative(self, groups: dict[str, str], today: date | None, made: object) -> TimeExpression | None:
        make = made  # typed below: the closure of _read
        assert callable(make)
        rel, unit = groups["rel"].lower(), groups["unit"].lower()
        future = rel in {"next", "coming", "later this"}
        last = rel in {"last", "past", "previous", "late last"}
        if today is None:
            return make(None, None, last and unit in {"year", "decade", "century", "month"}, future)  # type: ignore[no-any-return]
        if unit == "year":
            year = today.year + (1 if rel in {"next", "coming"} else -1 if last else 0)
            return make(f"{year:04d}", "year", last, future)  # type: ignore[no-any-return]
        if unit == "month":
            index = today.year * 12 + today.month - 1 + (1 if rel in {"next", "coming"} else -1 if last else 0)
            return make(f"{index // 12:04d}-{index % 12 + 1:02d}", "month", last, future)  # type: ignore[no-any-return]
        if unit in {"decade", "century"}:
            return make(None, None, last, future)  # type: ignore[no-any-return]
        return make(None, None, last and unit not in {"week", "day"}, future)  # type: ignore[no-any-return]

    def _ago(self, groups: dict[str, str], today: date | None, made: object) -> TimeExpression | None:
        make = made
        assert callable(make)
        unit = groups["unit"].lower()[:4].rstrip("s")
        count = self._numbers.get(groups["n"].lower()) or (int(groups["n"]) if groups["n"].isdigit() else None)
        background = unit in {"year", "deca", "cent", "mont"}
        if today is None or count is None or count >= today.year:
            return make(None, None, background)  # type: ignore[no-any-return]
        if unit == "day":
            return make((today - timedelta(count)).isoformat(), "day", count > 31)  # type: ignore[no-any-return]
        if unit == "year":
            return make(f"{today.year - count:04d}", "year", True)  # type: ignore[no-any-return]
        if unit == "mont":
            index = today.year * 12 + today.month - 1 - count
            return make(f"{index // 12:04d}-{index % 12 + 1:02d}", "month", True)  # type: ignore[no-any-return]
        return make(None, None, background or count > 4)  # type: ignore[no-any-return]

    def _nearest_year(self, month: int, day: int, today: date | None) -> int:
        """A day without a year is the last one, unless the coming one is within three months."""
        assert today is not None
        this = date(today.year, month, min(day, 28))
        if this > today + timedelta(92):
            return today.year - 1
        if this < today - timedelta(273):
            return today.year + 1
        return today.year

    def _is_background(self, when: date, today: date | None) -> bool:
        return today is not None and (today - when).days > 31


def parse_day(text: str | None) -> date | None:
    """The day of an ISO date, the first of a bare month or year; None if there is none."""
    if not text:
        return None
    parts = [int(p) for p in text[:10].split("-")]
    return date(*[*parts, 1, 1][:3])


def _any(*words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(sorted({w for group in words for w in group}, key=lambda w: (-len(w), w))) + ")"


def _calendar_order(name: str) -> int:
    order = (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    )
    return order.index(name[:3])
