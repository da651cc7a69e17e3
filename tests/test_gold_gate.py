"""The quality gate: our own gold, coded by the program as it is shipped, must not score below the floors.

When a figure rises, or gold is added: ``python benchmarks/quality.py --raise-floors``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.evaluation import GoldDocument, Report, evaluate, read_gold, validate
from dragoman.evaluation.floors import gold_files, read_floors

FOLDER = Path(__file__).parent / "gold"
FLOORS = FOLDER / "floors.toml"


@pytest.fixture(scope="module")
def gold() -> list[GoldDocument]:
    return [document for path in gold_files(FOLDER) for document in read_gold(path)]


@pytest.fixture(scope="module")
def report(gold: list[GoldDocument]) -> Report:
    coder = dragoman.Coder()
    return evaluate(gold, [coder.code_document(document.document) for document in gold])


def test_there_is_gold(gold: list[GoldDocument]) -> None:
    assert gold, f"no gold file in {FOLDER}"
    assert len({document.id for document in gold}) == len(gold), "two gold documents have one id"


def test_gold_keeps_the_rules(gold: list[GoldDocument]) -> None:
    problems = [f"{document.id}: {problem}" for document in gold for problem in validate(document)]
    assert not problems, "\n".join(problems)


def test_floors_were_measured_on_this_gold() -> None:
    changed = read_floors(FLOORS).changed_gold(FOLDER)
    assert not changed, "; ".join(changed) + " (update with: python benchmarks/quality.py --raise-floors)"


def test_no_figure_is_below_its_floor(report: Report) -> None:
    broken = read_floors(FLOORS).broken(report)
    assert not broken, "\n".join([*broken, "", report.to_text(errors=10)])
