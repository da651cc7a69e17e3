"""Reading the lexicon's data files: commented head, columns, rows; every fault with file and line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

HEAD = ("licence", "source", "checked")
_HEAD_LINE = re.compile(r"#\s*(\w+)\s*:\s*(\S.*)")


class LexiconError(ValueError):
    """A data file that cannot be used; the message has file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its file, line number and cells by column name."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """The values of a cell separated by semicolons."""
        return tuple(v for v in (part.strip() for part in self.cells.get(column, "").split(";")) if v)

    def fault(self, message: str) -> LexiconError:
        """An error that names this row."""
        return LexiconError(f"{self.file}:{self.line}: {message}")


def data_folder() -> Traversable:
    """The lexicon that ships with the program."""
    return files("dragoman.lexicon").joinpath("data")


def _text(path: Traversable | Path) -> str:
    return path.read_text(encoding="utf-8")


def head(path: Traversable | Path) -> dict[str, str]:
    """The commented head of a data file: ``licence``, ``source``, ``checked`` and what else is there."""
    found = {}
    for line in _text(path).splitlines():
        if not line.startswith("#"):
            break
        if match := _HEAD_LINE.match(line):
            found[match.group(1).lower()] = match.group(2).strip()
    return found


def rows(path: Traversable | Path, columns: Sequence[str]) -> Iterator[Row]:
    """Rows of a CSV file that has at least ``columns``.

    Raises :class:`LexiconError` with file and line for a missing head or column or a row of the wrong length.
    """
    name = path.name
    known = head(path)
    for key in HEAD:
        if key not in known:
            raise LexiconError(f"{name}:1: the commented head lacks '# {key}: …'")
    lines = _text(path).splitlines()
    skipped = 0
    while skipped < len(lines) and lines[skipped].startswith("#"):
        skipped += 1
    reader = csv.reader(lines[skipped:])
    names = next(reader, [])
    missing = [c for c in columns if c not in names]
    if missing:
        raise LexiconError(f"{name}:{skipped + 1}: lacks the column {', '.join(missing)}; has {', '.join(names)}")
    for cells in reader:
        line = skipped + reader.line_num
        if not cells or cells[0].startswith("#"):
            continue
        if len(cells) != len(names):
            raise LexiconError(f"{name}:{line}: has {len(cells)} cells, expected {len(names)}: {','.join(cells)[:80]}")
        yield Row(name, line, dict(zip(names, (c.strip() for c in cells), strict=True)))
