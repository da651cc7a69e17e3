"""The records: strict, immutable, stable, and whole when written as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from dragoman.records import (
    SCHEMA_VERSION,
    Coding,
    Document,
    Event,
    Evidence,
    Failure,
    Party,
    Run,
    record_id,
    text_digest,
)

RUN = Run(program="1", lexicon="2", model="3", model_version="4", model_sha256="5")
LISTS = ("events", "engagements", "positions", "matters", "commitments", "warnings")


def event(**changes: Any) -> Event:
    fields: dict[str, Any] = {
        "id": "e",
        "event_type": "AID",
        "actors": (Party(name="Samoa", country="WSM"),),
        "quad": 2,
        "plover_score": 7.0,
        "confidence": 0.5,
        "evidence": (Evidence(start=0, end=5, text="Samoa"),),
    }
    return Event(**fields | changes)


def coding(**changes: Any) -> Coding:
    fields: dict[str, Any] = {"id": "d", "title": "T", "text": "Samoa", "text_sha256": text_digest("Samoa"), "run": RUN}
    return Coding(**fields | changes)


def test_records_do_not_change() -> None:
    document = Document(id="d", text="Samoa")
    with pytest.raises(ValidationError):
        document.text = "Tonga"


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="txt"):
        Document(id="d", text="Samoa", txt="Tonga")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "changes",
    [{"confidence": 1.1}, {"confidence": -0.1}, {"factuality": "likely"}, {"evidence": ({"start": -1, "end": 0, "text": ""},)}],
)
def test_values_out_of_range_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        event(**changes)


def test_all_lists_are_there_in_an_empty_coding() -> None:
    written = json.loads(coding().to_json())
    assert {name: written[name] for name in LISTS} == {name: [] for name in LISTS}
    assert written["schema_version"] == SCHEMA_VERSION


def test_a_coding_comes_back_from_its_json() -> None:
    original = coding(events=(event(),), warnings=("„ä“ \U0001f600",))
    line = original.to_json()
    assert Coding.model_validate_json(line) == original
    assert "\n" not in line
    assert "„ä“" in line


def test_a_line_separator_in_a_text_stays_inside_its_line() -> None:
    assert "\n" not in coding(text="a\nb\r\nc").to_json()


def test_without_text() -> None:
    written = json.loads(coding().to_json(with_text=False))
    assert "text" not in written
    assert "title" not in written
    assert written["text_sha256"] == text_digest("Samoa")


def test_a_failure_has_id_and_error() -> None:
    assert json.loads(Failure(id="d", error="why").to_json()) == {"id": "d", "error": "why"}


def test_ids_are_the_same_on_every_machine() -> None:
    """Written down once: a change here makes every stored id meaningless, and needs a new schema version."""
    assert record_id("d", "event", "AID", [["WSM", None]]) == "76c295d232a336fd"


@pytest.mark.parametrize(
    "other",
    [
        ("d2", "event", "AID", 1),
        ("d", "position", "AID", 1),
        ("d", "event", "AGREE", 1),
        ("d", "event", "AID", 2),
        ("d", "event", "AID"),
    ],
)
def test_ids_depend_on_every_part(other: tuple[Any, ...]) -> None:
    assert record_id(*other) != record_id("d", "event", "AID", 1)


def test_half_a_surrogate_pair_has_a_digest() -> None:
    assert len(text_digest("a\ud800b")) == 64
