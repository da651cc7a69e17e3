"""The coder as a whole: what holds for every text, whatever is found in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.records import Coding, Document, Evidence, Failure, text_digest

EXAMPLE = Path(__file__).parent.parent / "examples" / "pakistan-russia-call.txt"

CALL = (
    "APIA, 12 May 2031 – The foreign minister of Samoa, Tavita Lealofi, held a telephone conversation with the foreign "
    "minister of Tonga. She condemned the attack on the embassy in Suva and thanked Tonga for its help. "
    "The two sides agreed to meet again in June."
)
"""Invented, like all texts here."""
RAID = "Soldiers of Chad killed three rebels near the border with Sudan on Tuesday, the army said."
FRENCH = (
    "Le ministre des Affaires étrangères a déclaré que les deux pays allaient poursuivre leurs discussions, et il a "
    "remercié son homologue pour l'accueil qui lui avait été réservé dans la capitale."
)
LISTS = ("events", "engagements", "positions", "matters", "commitments")


def documents() -> list[Document]:
    texts = [CALL, RAID, "It rained.", "", FRENCH, EXAMPLE.read_text(encoding="utf-8")]
    return [Document(id=f"d{n}", title="Talks" if n % 2 else "", text=text, date="2031-05-13") for n, text in enumerate(texts)]


def quotations(record: object) -> Iterator[Evidence]:
    """Every quotation in a record, however deep it stands."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from quotations(part)
    elif hasattr(record, "model_fields_set"):
        for _, value in record:  # type: ignore[attr-defined]
            yield from quotations(value)


def lines(codings: Iterable[Coding | Failure]) -> list[str]:
    return [item.to_json() for item in codings]


def ids(coding: Coding) -> list[str]:
    return [record.id for name in LISTS for record in getattr(coding, name)]


def test_it_finds_something(coder: dragoman.Coder) -> None:
    """Else the properties below would hold of nothing."""
    coding = coder.code(CALL)
    assert {country for e in coding.engagements for p in e.participants if (country := p.country)} == {"WSM", "TON"}
    assert coding.events
    assert coding.positions
    assert coder.code(RAID).events


def test_same_input_same_bytes_in_one_process(coder: dragoman.Coder) -> None:
    first = lines(coder.code_many(documents()))
    assert lines(coder.code_many(reversed(documents()))) == first[::-1], "the texts before a text must not matter"


def test_same_bytes_from_two_workers_in_the_same_order(coder: dragoman.Coder) -> None:
    assert lines(coder.code_many(documents(), workers=2)) == lines(coder.code_many(documents()))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_whatever_the_hash_seed(coder: dragoman.Coder, seed: str) -> None:
    program = "import sys, dragoman; print(dragoman.Coder().code(sys.stdin.read(), date='2031-05-13').to_json())"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run(
        [sys.executable, "-c", program], input=CALL, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout.rstrip("\n") == coder.code(CALL, date="2031-05-13").to_json()


def test_order_is_kept(coder: dragoman.Coder) -> None:
    assert [item.id for item in coder.code_many(documents())] == [document.id for document in documents()]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_keeps_its_place_and_the_others_survive(coder: dragoman.Coder, workers: int) -> None:
    broken = Failure(id="broken", error="could not be read")
    first, failed, last = coder.code_many([documents()[0], broken, documents()[1]], workers=workers)
    assert isinstance(first, Coding)
    assert failed == broken
    assert isinstance(last, Coding)
    assert last.events


def test_an_error_inside_costs_one_document(coder: dragoman.Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    understand = coder.understand

    def break_on_d0(document: Document) -> object:
        if document.id == "d0":
            raise RuntimeError("no such tree")
        return understand(document)

    monkeypatch.setattr(coder, "understand", break_on_d0)
    first, second, *_ = coder.code_many(documents())
    assert first == Failure(id="d0", error="could not be coded: RuntimeError: no such tree")
    assert isinstance(second, Coding)
    assert second.events


def test_evidence_quotes_the_document(coder: dragoman.Coder) -> None:
    for document in documents():
        coding = coder.code_document(document)
        for quoted in quotations(coding):
            whole = document.text if quoted.field == "text" else document.title
            assert quoted.text
            assert whole[quoted.start : quoted.end] == quoted.text


def test_offsets_are_code_points(coder: dragoman.Coder) -> None:
    """Characters beyond the basic plane before a sentence move its offsets by one each."""
    text = f"\U0001f4de \U0001f1fc\U0001f1f8 {RAID}"
    events = coder.code(text).events
    assert events
    assert all(text[e.start : e.end] == e.text for event in events for e in event.evidence)


def test_every_record_has_evidence_and_an_id_of_its_own(coder: dragoman.Coder) -> None:
    for document in documents():
        coding = coder.code_document(document)
        assert len(set(ids(coding))) == len(ids(coding))
        assert all(record.evidence for name in LISTS for record in getattr(coding, name))


def test_references_point_at_records_of_the_coding(coder: dragoman.Coder) -> None:
    for document in documents():
        coding = coder.code_document(document)
        known = set(ids(coding))
        assert known >= {i for engagement in coding.engagements for i in engagement.event_ids}
        assert known >= {i for position in coding.positions for i in position.event_ids}
        assert known >= {position.matter_id for position in coding.positions if position.matter_id}


def test_ids_depend_on_the_document(coder: dragoman.Coder) -> None:
    once, again, other = (coder.code(CALL, id=name) for name in ("a", "a", "b"))
    assert ids(once) == ids(again)
    assert not set(ids(once)) & set(ids(other))


def test_the_id_of_a_bare_text_comes_from_its_content(coder: dragoman.Coder) -> None:
    assert coder.code(RAID).id == coder.code(RAID).id != coder.code(CALL).id


def test_a_text_in_another_language_gives_no_records_and_a_warning(coder: dragoman.Coder) -> None:
    coding = coder.code(FRENCH)
    assert ids(coding) == []
    assert len(coding.warnings) == 1
    assert "not in English" in coding.warnings[0]


def test_a_translation_is_coded(coder: dragoman.Coder) -> None:
    coding = coder.code(RAID, language="fr", translated_from="fr")
    assert coding.events
    assert not coding.warnings


def test_what_is_told_of_the_document_is_kept(coder: dragoman.Coder) -> None:
    coding = coder.code(RAID, title="Raid", date="2031-05-13", source="invented", url="https://example.org/raid")
    assert (coding.title, coding.text, coding.date, coding.source, coding.url) == (
        "Raid",
        RAID,
        "2031-05-13",
        "invented",
        "https://example.org/raid",
    )
    assert coding.text_sha256 == text_digest(RAID)


def test_held_engagements_come_first(coder: dragoman.Coder) -> None:
    text = "Chad's president will visit Niger next week. Chad's king met Niger's king in Paris on Monday."
    held = [e.status == "held" for e in coder.code(text, date="2031-05-13").engagements]
    assert held == sorted(held, reverse=True)


def test_the_run_tells_what_made_it(coder: dragoman.Coder) -> None:
    run = coder.code("It rained.").run
    assert run.program == dragoman.__version__
    assert all((run.lexicon, run.model, run.model_version, run.model_sha256))
