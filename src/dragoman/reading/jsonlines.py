"""JSON Lines: one document a line, with ``id``, ``text`` and optionally title, date, source, url, language,
translated_from. Other fields are left alone.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from dragoman.reading.encoding import decode
from dragoman.reading.errors import Unreadable

OPTIONAL_FIELDS = ("title", "date", "source", "url", "language", "translated_from")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's fields as given; a missing field is None. ``notice`` tells what the encoding cost."""

    id: str | None
    text: str
    fields: dict[str, str]
    notice: str | None


class BadLine(Unreadable):
    """A line that gives no document; ``document_id`` is its id where the line still told one."""

    def __init__(self, message: str, document_id: str | None = None) -> None:
        super().__init__(message)
        self.document_id = document_id


def parse_line(data: bytes) -> Line:
    """One line. Raises BadLine for broken JSON, a missing text or a field of the wrong type."""
    try:
        decoded = decode(data)
    except Unreadable as error:
        raise BadLine(f"line {error}") from None
    record = _record(decoded.text)
    given = _id(record)
    text = _string(record, "text", given)
    fields = {name: value for name in OPTIONAL_FIELDS if (value := _string(record, name, given))}
    if text is None:
        raise BadLine('has no "text"', given)
    return Line(given, text, fields, decoded.notice)


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLine(f"broken JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise BadLine("broken JSON: nested too deep") from None
    except ValueError as error:  # a number of thousands of digits
        raise BadLine(f"broken JSON: {str(error).splitlines()[0]}") from None
    if not isinstance(record, dict):
        raise BadLine(f"is JSON, but {_kind(record)}; a line must hold one object")
    return record


def _id(record: dict[str, Any]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # what pandas writes when an index is the id
    if _missing(value) or value == "":
        return None
    if not isinstance(value, str):
        raise BadLine(f'"id" must be text or a whole number, not {_kind(value)}')
    return value


def _string(record: dict[str, Any], name: str, given: str | None) -> str | None:
    value = record.get(name)
    if _missing(value):
        return None
    if name == "date" and isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return str(value)  # a bare year
    if not isinstance(value, str):
        hint = '; pandas: to_json(..., date_format="iso")' if name == "date" else ""
        raise BadLine(f'"{name}" must be text, not {_kind(value)}{hint}', given)
    return value


def _missing(value: object) -> bool:
    """JSON null, and the NaN that data frames write for it."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return {str: "text", list: "a list", dict: "an object", type(None): "null"}[type(value)]
