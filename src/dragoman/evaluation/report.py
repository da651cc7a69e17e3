"""The result of an evaluation: figures, and the errors of each document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

QUOTATION_WIDTH = 100
"""Characters of a quotation that a line of the text report shows."""


@dataclass(frozen=True, slots=True)
class EventError:
    """A missed or invented event: what it says ("PAK CONSULT IND") and the words it rests on."""

    event: str
    quotation: str


@dataclass(frozen=True, slots=True)
class DocumentErrors:
    """What one document's coding missed and invented."""

    id: str
    missed: tuple[EventError, ...]
    invented: tuple[EventError, ...]

    @property
    def count(self) -> int:
        """How many errors."""
        return len(self.missed) + len(self.invented)


@dataclass(frozen=True, slots=True)
class Report:
    """Figures and errors.

    ``figures`` holds, by name, a dictionary with ``precision``, ``recall``, ``f1``, ``tp``, ``fp`` and
    ``fn``; or a number (None where no case was); ``by_type`` such a dictionary for each type that occurs;
    ``denied_reported_as_done`` the number of triples that the text only denies or imagines and that were
    reported all the same, and how many there are. ``errors`` has every document of the gold, in its order.
    """

    figures: dict[str, Any]
    errors: tuple[DocumentErrors, ...]

    def figure(self, path: str) -> float | None:
        """One number by its dotted path, as "event.f1" or "by_type.AID.recall".

        Raises ``KeyError`` for a path that does not exist or does not end at a number. A type that did not
        occur has the figure None.
        """
        found: Any = self.figures
        for part in path.split("."):
            if path.startswith("by_type.") and found is self.figures["by_type"] and part not in found:
                return None
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(f"no figure {path!r}")
            found = found[part]
        if found is not None and not isinstance(found, int | float):
            raise KeyError(f"{path!r} is not one number")
        return found

    def worst(self, count: int) -> list[DocumentErrors]:
        """The documents with the most errors, at most ``count``; those without errors are left out."""
        ranked = sorted(self.errors, key=lambda errors: -errors.count)
        return [errors for errors in ranked[:count] if errors.count]

    def to_json(self) -> str:
        """Figures and errors as one JSON object, indented."""
        errors = [asdict(document) for document in self.errors]
        return json.dumps({**self.figures, "errors": errors}, ensure_ascii=False, indent=1)

    def to_text(self, errors: int = 0) -> str:
        """Figures as a table for people, then the ``errors`` worst documents with their quotations."""
        lines: list[str] = []
        for name, value in self.figures.items():
            if name == "by_type":
                lines += [f"  {_scores(kind, figures, 18)}" for kind, figures in value.items()]
            elif isinstance(value, Mapping):
                lines.append(_scores(name, value, 20))
            elif name == "denied_reported_as_done":
                lines.append(f"{name:32} {value[0]} of {value[1]}")
            else:
                lines.append(f"{name:32} {'-' if value is None else f'{value:g}'}")
        for document in self.worst(errors):
            lines += ["", document.id]
            lines += _error_lines("missed", document.missed)
            lines += _error_lines("invented", document.invented)
        return "\n".join(lines)


def _scores(name: str, figures: Mapping[str, float], width: int) -> str:
    shares = f"P {figures['precision']:.3f}  R {figures['recall']:.3f}  F1 {figures['f1']:.3f}"
    return f"{name:{width}} {shares}  ({figures['tp']:g} right, {figures['fp']:g} invented, {figures['fn']:g} missed)"


def _error_lines(label: str, errors: Iterable[EventError]) -> list[str]:
    return [f"  {label:9} {error.event}  {_shortened(error.quotation)}".rstrip() for error in errors]


def _shortened(quotation: str) -> str:
    flat = " ".join(quotation.split())
    if not flat:
        return ""
    return f"“{flat}”" if len(flat) <= QUOTATION_WIDTH else f"“{flat[: QUOTATION_WIDTH - 1]}…”"
