"""Counting what is right, invented and missed."""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

PLACES = 4
"""Decimal places of the shares in a report."""


@dataclass(slots=True)
class Tally:
    """What was found right, invented and missed: items of sets, or shares of events."""

    right: float = 0.0
    invented: float = 0.0
    missed: float = 0.0

    def add(
        self,
        gold: AbstractSet[Hashable],
        said: AbstractSet[Hashable],
        allowed: AbstractSet[Hashable] = frozenset(),
    ) -> None:
        """Count one document's items; those only in ``allowed`` are neither required nor invented."""
        self.right += len(gold & said)
        self.missed += len(gold - said)
        self.invented += len(said - gold - allowed)

    def add_pair(self, credit: float) -> None:
        """Count a paired event, of which the share ``credit`` is right."""
        self.right += credit
        self.invented += 1 - credit
        self.missed += 1 - credit

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 (0 where there is nothing to divide by), and the counts behind them."""
        said, gold = self.right + self.invented, self.right + self.missed
        precision = self.right / said if said else 0.0
        recall = self.right / gold if gold else 0.0
        both = precision + recall
        return {
            "precision": round(precision, PLACES),
            "recall": round(recall, PLACES),
            "f1": round(2 * precision * recall / both if both else 0.0, PLACES),
            "tp": round(self.right, 2),
            "fp": round(self.invented, 2),
            "fn": round(self.missed, 2),
        }


@dataclass(slots=True)
class Rate:
    """How often something held."""

    hits: int = 0
    cases: int = 0

    def add(self, hit: bool) -> None:
        """Count one case."""
        self.hits += hit
        self.cases += 1

    def share(self) -> float | None:
        """The share of cases in which it held; None without a case."""
        return round(self.hits / self.cases, PLACES) if self.cases else None
