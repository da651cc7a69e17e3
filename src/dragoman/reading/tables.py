"""The reading room's own data files: CSV with a commented head."""

from __future__ import annotations

import csv
from importlib.resources import files

_HEAD = ("licence", "source", "checked")


def rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of ``data/<name>``. Raises ValueError, naming file and line, for a missing head, column or
    cell."""
    content = files("dragoman.reading").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    head = [line for line in content if line.startswith("#")]
    for key in _HEAD:
        if not any(line.startswith(f"# {key}:") for line in head):
            raise ValueError(f"{name}: the head does not state {key!r}")
    body = [line for line in content if not line.startswith("#")]
    reader = csv.DictReader(body)
    if tuple(reader.fieldnames or ()) != columns:
        raise ValueError(f"{name}: columns are {reader.fieldnames}, not {list(columns)}")
    result = []
    for row in reader:
        if None in row or any(not row[column] for column in columns):
            raise ValueError(f"{name}:{len(head) + reader.line_num}: a cell is missing or too many")
        result.append(row)
    return result
