"""Reads the ontology's data files, each once. The other modules of this room give typed access to them."""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any


class UnknownCodeError(ValueError):
    """A name or code that the ontology does not hold."""

    def __init__(self, kind: str, value: object, known: tuple[str, ...] = ()) -> None:
        options = f"; known: {', '.join(known)}" if known else ""
        super().__init__(f"no {kind} {value!r} in the ontology{options}")


def _text(name: str) -> str:
    return (files("dragoman.ontology") / "data" / name).read_text(encoding="utf-8")


@cache
def plover() -> dict[str, Any]:
    """PLOVER's types, contexts, sectors and rules, as in ``plover.json``; callers must not change them."""
    loaded: dict[str, Any] = json.loads(_text("plover.json"))
    return loaded


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file of this room, without its commented head; cells are text, empty means none."""
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines))


def cell_list(cell: str) -> tuple[str, ...]:
    """The values of a cell, which are separated by semicolons."""
    return tuple(filter(None, cell.split(";")))
