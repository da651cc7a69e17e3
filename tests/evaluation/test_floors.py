"""The gate's own tests: floors catch a fall, only rise, and belong to one state of the gold."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from making import TEXT, coding, event, gold

from dragoman.evaluation import Report, evaluate
from dragoman.evaluation.floors import Floors, gold_marks, read_floors, write_floors

HALF_RIGHT: Report = evaluate(
    [gold(event("PER AID CUB"), event("TCD ACCUSE TGO")), gold(id="quiet")],
    [coding(event("PER AID CUB"), event("TGO ACCUSE TCD")), coding(event("TCD AID TGO"), id="quiet")],
)
"""event precision 1/3, recall 1/2, F1 0.4; one false event in the one quiet document."""


def floors(floor: float, ceiling: float = math.inf) -> Floors:
    return Floors({"event.f1": floor}, {"false_events_per_quiet_document": ceiling}, {})


def test_a_figure_below_its_floor_is_reported() -> None:
    assert floors(0.4).broken(HALF_RIGHT) == []
    assert floors(0.41).broken(HALF_RIGHT) == ["event.f1 is 0.4, below its floor 0.41"]


def test_a_figure_above_its_ceiling_is_reported() -> None:
    assert floors(0, 1.0).broken(HALF_RIGHT) == []
    (problem,) = floors(0, 0.9).broken(HALF_RIGHT)
    assert "above its ceiling 0.9" in problem


def test_a_figure_without_cases_does_not_reach_a_floor() -> None:
    assert Floors({"date_accuracy": 0.0}, {}, {}).broken(HALF_RIGHT) == []
    assert len(Floors({"date_accuracy": 0.1}, {}, {}).broken(HALF_RIGHT)) == 1


def test_a_limit_on_a_figure_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"evnt\.f1"):
        Floors({"evnt.f1": 0.0}, {}, {}).broken(HALF_RIGHT)


def test_floors_only_rise() -> None:
    assert floors(0.1).moved(HALF_RIGHT, margin=0.005) == floors(0.395, 1.005)
    assert floors(0.6, 0.5).moved(HALF_RIGHT, margin=0.005) == floors(0.6, 0.5)


def test_floors_fall_when_told_so() -> None:
    assert floors(0.6, 0.5).moved(HALF_RIGHT, margin=0.005, lower=True) == floors(0.395, 1.005)


def test_a_floors_file_keeps_its_comments_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# why\n# checked: 2026-11-23\n\n[floors]\n[ceilings]\n", "utf-8")
    write_gold(tmp_path, "one")
    written = Floors({"event.f1": 0.25}, {"false_events_per_quiet_document": math.inf}, gold_marks(tmp_path))
    write_floors(path, written)
    assert path.read_text("utf-8").startswith("# why\n# checked: 2026-11-23\n\n[floors]\n")
    assert read_floors(path) == written
    write_floors(path, written)
    assert read_floors(path) == written


def test_changed_new_and_missing_gold_is_named(tmp_path: Path) -> None:
    write_gold(tmp_path, "one")
    write_gold(tmp_path, "two")
    measured = Floors({}, {}, gold_marks(tmp_path))
    assert measured.gold["one.jsonl"].events == 1
    assert measured.changed_gold(tmp_path) == []
    (tmp_path / "two.jsonl").unlink()
    write_gold(tmp_path, "three")
    write_gold(tmp_path, "one", events=2)
    gone, new, changed = measured.changed_gold(tmp_path)
    assert gone == "two.jsonl is gone"
    assert new == "three.jsonl is new"
    assert changed.startswith("one.jsonl has changed")


def write_gold(folder: Path, name: str, events: int = 1) -> None:
    line = {"id": name, "text": TEXT, "events": [event("PER AID CUB")] * events}
    (folder / f"{name}.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
