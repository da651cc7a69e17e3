"""How good a coding is: gold files, scores against them, reports with the errors, floors for the scores."""

from __future__ import annotations

from dragoman.evaluation.gold import GoldDocument, GoldError, read_gold
from dragoman.evaluation.report import DocumentErrors, EventError, Report
from dragoman.evaluation.score import evaluate
from dragoman.evaluation.validation import validate

__all__ = [
    "DocumentErrors",
    "EventError",
    "GoldDocument",
    "GoldError",
    "Report",
    "evaluate",
    "read_gold",
    "validate",
]
