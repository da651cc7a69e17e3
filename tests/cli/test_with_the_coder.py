"""The command line with the real coder: one invented readout from the file to the tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app

TEXT = (
    "The foreign minister of Samoa held a telephone conversation with the foreign minister of Tonga. "
    "Samoa condemned the attack on the embassy. The two sides agreed to meet again in May."
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "readouts.jsonl"
    fields = {"id": "r1", "title": "Samoa and Tonga speak", "text": TEXT, "date": "2020-06-17"}
    path.write_text(json.dumps(fields) + "\nbroken\n" + json.dumps({"id": "r2", "text": "It rained."}) + "\n")
    return path


def test_code_writes_a_line_a_document(document: Path) -> None:
    result = CliRunner().invoke(app, ["code", str(document)])
    assert result.exit_code == 1
    first, second, third = (json.loads(line) for line in result.stdout.splitlines())
    assert first["id"] == "r1"
    assert first["events"]
    for event in first["events"]:
        for quoted in event["evidence"]:
            assert first[quoted["field"]][quoted["start"] : quoted["end"]] == quoted["text"]
    assert second["id"] == f"{document}:2"
    assert "broken JSON" in second["error"]
    assert third["events"] == []


def test_two_workers_write_the_same(document: Path) -> None:
    outputs = [CliRunner().invoke(app, ["code", str(document), "--workers", n]).stdout for n in ("1", "2")]
    assert len(outputs[0].splitlines()) == 3
    assert outputs[0] == outputs[1]


def test_table_names_both_countries(document: Path) -> None:
    table = CliRunner().invoke(app, ["code", str(document), "--format", "table"]).stdout
    assert "Events" in table
    assert "WSM" in table
    assert "TON" in table


def test_explain_quotes_the_text(document: Path) -> None:
    result = CliRunner().invoke(app, ["explain", str(document), "--id", "r1"])
    assert result.exit_code == 0
    assert "telephone conversation" in result.stdout
