"""The explanation of a document: for each record its sentence, its frame with file and line, and who was taken for whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.records import Document

DATA = Path(dragoman.__file__).parent / "lexicon" / "data"
TEXT = (
    "Romanian Foreign Minister Dan Crivat met his Peruvian counterpart in Geneva on Monday. "
    "The minister condemned the attack on the embassy of Peru. "
    "The two sides agreed to meet again in June."
)


@pytest.fixture(scope="module")
def explanation(coder: dragoman.Coder) -> str:
    return coder.explain(Document(id="e1", text=TEXT, date="2031-05-13"))


def test_it_quotes_every_sentence_that_gave_an_event(coder: dragoman.Coder, explanation: str) -> None:
    quoted = [e.text for event in coder.code(TEXT, date="2031-05-13").events for e in event.evidence]
    assert quoted
    assert [text for text in quoted if text not in explanation] == []


def test_it_names_frames_with_file_and_line(explanation: str) -> None:
    places = re.findall(r"([\w-]+\.csv):(\d+)", explanation)
    assert places
    for file, line in places:
        rows = (DATA / file).read_text(encoding="utf-8").splitlines()
        assert 0 < int(line) <= len(rows)
        assert not rows[int(line) - 1].startswith("#")


def test_the_line_named_holds_the_trigger(explanation: str) -> None:
    [place] = {(f, n) for f, n in re.findall(r"“condemned”.*?([\w-]+\.csv):(\d+)", explanation)}
    assert "condemn" in (DATA / place[0]).read_text(encoding="utf-8").splitlines()[int(place[1]) - 1]


@pytest.mark.parametrize("words", ["Dan Crivat [ROU", "[PER", "met", "condemned", "e1"])
def test_it_tells_parties_and_triggers(explanation: str, words: str) -> None:
    assert words in explanation


def test_it_tells_how_a_back_link_was_resolved(explanation: str) -> None:
    """The actor of the second sentence is a person named in the first: there is a step that says so."""
    actor = next(line for line in explanation.partition("ACCUSE")[2].splitlines() if line.strip().startswith("actor:"))
    assert "Dan Crivat" in actor
    assert actor.partition("]")[2].strip(": "), "a step of the resolution"


def test_every_kind_of_record_is_explained(coder: dragoman.Coder, explanation: str) -> None:
    coding = coder.code(TEXT, date="2031-05-13")
    for event in coding.events:
        assert f"{event.event_type}" in explanation
    assert explanation.count("ENGAGEMENT ") == len(coding.engagements)
    assert explanation.count("POSITION ") == len(coding.positions)
    assert explanation.count("COMMITMENT ") == len(coding.commitments)


def test_a_quiet_text_has_nothing_to_explain(coder: dragoman.Coder) -> None:
    told = coder.explain(Document(id="q", text="It rained in Apia on Monday, and the market was closed."))
    assert "EVENT" not in told
    assert "frame" not in told
