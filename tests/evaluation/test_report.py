"""What a report says."""

from __future__ import annotations

import json

import pytest
from making import TEXT, coding, event, gold, quotation

from dragoman.evaluation import Report, evaluate


def make_report() -> Report:
    documents = [
        gold(event("PER AID CUB"), id="one"),
        gold(id="quiet"),
        gold(event("TCD AID TGO"), id="right"),
    ]
    invented = event("TCD ACCUSE TGO", evidence=[quotation("Chad accused Togo of raids.")])
    return evaluate(
        documents,
        [coding(invented, id="one"), coding(id="quiet"), coding(event("TCD AID TGO"), id="right")],
    )


def test_errors_are_listed_by_document_with_their_words() -> None:
    (document,) = make_report().worst(10)
    assert document.id == "one"
    assert [str(error.event) for error in document.missed] == ["PER AID CUB"]
    assert document.invented[0].event == "TCD ACCUSE TGO"
    assert document.invented[0].quotation == "Chad accused Togo of raids."


def test_a_quotation_without_words_is_cut_from_the_text() -> None:
    spanned = event("TCD ACCUSE TGO", evidence=[{"field": "text", "start": 0, "end": 4}])
    report = evaluate([gold()], [coding(spanned, text=TEXT)])
    assert report.errors[0].invented[0].quotation == "Peru"


def test_text_has_figures_types_quiet_documents_and_errors_on_request() -> None:
    text = make_report().to_text()
    assert "event                P 0.500  R 0.500  F1 0.500  (1 right, 1 invented, 1 missed)" in text
    assert "  AID                P 1.000  R 0.500" in text
    assert "false_events_per_quiet_document  0" in text
    assert "Chad accused" not in text
    longer = make_report().to_text(errors=1)
    assert longer.startswith(text)
    assert "  missed    PER AID CUB" in longer
    assert "  invented  TCD ACCUSE TGO  \u201cChad accused Togo of raids.\u201d" in longer


def test_long_quotations_are_shortened() -> None:
    wordy = event("TCD AID TGO", evidence=[{"field": "text", "start": 0, "end": 5, "text": "word " * 100}])
    line = evaluate([gold()], [coding(wordy)]).to_text(errors=1).splitlines()[-1]
    assert line.endswith("\u2026\u201d")
    assert len(line) < 150


def test_json_has_figures_and_every_document() -> None:
    data = json.loads(make_report().to_json())
    assert data["event"]["f1"] == 0.5
    assert [document["id"] for document in data["errors"]] == ["one", "quiet", "right"]
    assert data["errors"][0]["missed"][0]["event"] == "PER AID CUB"


def test_figures_by_path() -> None:
    report = make_report()
    assert report.figure("event.f1") == 0.5
    assert report.figure("by_type.AID.recall") == 0.5
    assert report.figure("by_type.COERCE.f1") is None
    assert report.figure("date_accuracy") is None
    assert report.figure("false_events_per_quiet_document") == 0.0


@pytest.mark.parametrize("path", ["evnt.f1", "event", "event.f2", "event.f1.x", "denied_reported_as_done", ""])
def test_paths_that_are_no_figure_are_refused(path: str) -> None:
    with pytest.raises(KeyError):
        make_report().figure(path)
