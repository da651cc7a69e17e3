"""Gold files: JSON Lines, a document a line with its text and the coding that is right."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.evaluation.entries import Entries, ShapeError, read_entries
from dragoman.records import Document


class GoldError(ValueError):
    """A gold file that cannot be read; the message begins with file and line."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what it should give.

    ``entries`` is what scoring looks at; ``record`` the whole line as it was written, for validation.
    """

    document: Document
    entries: Entries
    record: dict[str, Any] = field(repr=False)

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


def read_gold(path: str | Path) -> list[GoldDocument]:
    """Read a gold file, in its order; blank lines are skipped.

    Raises :class:`GoldError` for the first line that is not a JSON object in the output contract with ``id``
    and ``text``, or whose id was there before. What the entries say is checked by :func:`validate`.
    """
    path = Path(path)
    found: dict[str, GoldDocument] = {}
    # split at line feeds only: str.splitlines also splits at characters that JSON allows inside text
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            gold = gold_document(json.loads(line))
        except ValueError as error:
            raise GoldError(f"{path}:{number}: {_first_line(error)}") from error
        if gold.id in found:
            raise GoldError(f"{path}:{number}: id {gold.id!r} stands twice in the file")
        found[gold.id] = gold
    return list(found.values())


def gold_document(record: object) -> GoldDocument:
    """One gold document from its JSON object; raises :class:`ShapeError`."""
    if not isinstance(record, dict):
        raise ShapeError("the line is not a JSON object")
    for key in ("id", "text"):
        if not isinstance(record.get(key), str) or not record[key]:
            raise ShapeError(f"{key} is missing or is not text")
    told = {key: record[key] for key in Document.model_fields if record.get(key) is not None}
    return GoldDocument(Document(**told), read_entries(record), record)


def _first_line(error: Exception) -> str:
    """The message without the lines that validation errors add to it."""
    lines = [line.strip() for line in str(error).splitlines()]
    return ": ".join(lines[:3])
