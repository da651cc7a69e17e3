"""Floors: figures that must not get worse, and the gold that they were measured on.

A floors file (TOML) has ``[floors]``, figures by dotted path that must be reached; ``[ceilings]``, figures
that must not be passed; and for each gold file its digest and counts, so that a figure is never compared
across different gold.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.evaluation.gold import read_gold
from dragoman.evaluation.report import Report


@dataclass(frozen=True, slots=True)
class GoldMark:
    """By what a gold file is known: the digest of its bytes, and how much it holds."""

    sha256: str
    documents: int
    events: int
    engagements: int


@dataclass(frozen=True, slots=True)
class Floors:
    """Limits of figures by dotted path (:meth:`Report.figure`), and the gold behind them by file name."""

    floors: Mapping[str, float]
    ceilings: Mapping[str, float]
    gold: Mapping[str, GoldMark]

    def broken(self, report: Report) -> list[str]:
        """A sentence for each figure of the report that is worse than its limit.

        A figure that has no case in the report does not reach a floor above zero. Raises ``KeyError`` for a
        limit on a figure that does not exist.
        """
        problems = []
        for path, floor in self.floors.items():
            value = report.figure(path)
            if (0.0 if value is None else value) < floor:
                problems.append(f"{path} is {value}, below its floor {floor}")
        for path, ceiling in self.ceilings.items():
            value = report.figure(path)
            if value is not None and value > ceiling:
                problems.append(f"{path} is {value}, above its ceiling {ceiling}")
        return problems

    def changed_gold(self, folder: Path) -> list[str]:
        """A sentence for each gold file of the folder that is not the one these floors were measured on."""
        present = gold_marks(folder)
        problems = [f"{name} is gone" for name in sorted(self.gold.keys() - present.keys())]
        problems += [f"{name} is new" for name in sorted(present.keys() - self.gold.keys())]
        for name in sorted(present.keys() & self.gold.keys()):
            if present[name] != self.gold[name]:
                problems.append(f"{name} has changed: {present[name]} instead of {self.gold[name]}")
        return problems

    def moved(self, report: Report, *, margin: float, lower: bool = False) -> Floors:
        """Floors moved up, and ceilings down, to what the report reaches, less a margin; rounded to 3 places.

        Limits only ever get stricter, unless ``lower`` is given: then they follow the report either way.
        """
        floors, ceilings = dict(self.floors), dict(self.ceilings)
        for path, floor in self.floors.items():
            reached = max(0.0, math.floor(1000 * ((report.figure(path) or 0.0) - margin)) / 1000)
            floors[path] = reached if lower else max(floor, reached)
        for path, ceiling in self.ceilings.items():
            value = report.figure(path)
            if value is not None:
                reached = math.ceil(1000 * (value + margin)) / 1000
                ceilings[path] = reached if lower else min(ceiling, reached)
        return replace(self, floors=floors, ceilings=ceilings)


def read_floors(path: Path) -> Floors:
    """Read a floors file. Raises ``ValueError`` or ``KeyError`` when it is not one."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(
        floors=data["floors"],
        ceilings=data["ceilings"],
        gold={name: GoldMark(**mark) for name, mark in data.get("gold", {}).items()},
    )


def write_floors(path: Path, floors: Floors) -> None:
    """Replace the figures and marks of a floors file; its comments up to the first table stay."""
    lines = []
    if path.exists():
        before_tables = path.read_text(encoding="utf-8").split("\n[", 1)[0].split("\n")
        lines = [line for line in before_tables if line.startswith("#")]
    for table, limits in (("floors", floors.floors), ("ceilings", floors.ceilings)):
        lines += ["", f"[{table}]", *(f'"{name}" = {float(limit)}' for name, limit in limits.items())]
    for name, mark in sorted(floors.gold.items()):
        lines += ["", f'[gold."{name}"]', f'sha256 = "{mark.sha256}"']
        lines += [f"{key} = {getattr(mark, key)}" for key in ("documents", "events", "engagements")]
    path.write_text("\n".join(lines).lstrip("\n") + "\n", encoding="utf-8")


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, by name."""
    return sorted(folder.glob("*.jsonl"))


def gold_marks(folder: Path) -> dict[str, GoldMark]:
    """The marks of a folder's gold files, by file name."""
    return {path.name: _mark(path) for path in gold_files(folder)}


def _mark(path: Path) -> GoldMark:
    entries = [document.entries for document in read_gold(path)]
    return GoldMark(
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        documents=len(entries),
        events=_count(document.events for document in entries),
        engagements=_count(document.engagements for document in entries),
    )


def _count(lists: Iterable[tuple[object, ...]]) -> int:
    return sum(map(len, lists))
