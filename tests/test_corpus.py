"""The open corpus in training/corpus keeps its contract, its plan of coverage and its distance from other texts."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from dragoman import ontology
from training.corpus_tools.check import problems, shares
from training.corpus_tools.classifier_pairs import classifier_pairs
from training.corpus_tools.notation import STYLES, Record, parties
from training.corpus_tools.records import CODED, CORPUS, KINDS, SPLITS, coded_texts, read_corpus, split_of
from training.corpus_tools.similarity import FORMULA, files_below, shared_sequences
from training.corpus_tools.stats import FORMS, regions, tables

ROOT = CORPUS.parent.parent
PLAN = tomllib.loads((CORPUS / "coverage.toml").read_text(encoding="utf-8"))
TOLD_ELSEWHERE = ("tests", "docs", "examples", "benchmarks", "README.md", "CHANGELOG.md", "src/dragoman/lexicon/data/frames*.csv")
"""Where sentences stand. The lexicon's other tables hold names, which texts must share."""


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[Record]]:
    return {kind: read_corpus(kind) for kind in KINDS}


def texts(corpus: dict[str, list[Record]], kinds: Iterable[str] = CODED) -> list[Record]:
    return [text for kind in kinds for text in coded_texts(corpus[kind])]


def test_every_record_keeps_the_contract(corpus: dict[str, list[Record]]) -> None:
    wrong = {text["id"]: found for text in texts(corpus) if (found := problems(text))}
    assert not wrong


def test_every_text_says_that_it_is_invented(corpus: dict[str, list[Record]]) -> None:
    assert all(text["source"] == "invented" and text["note"].startswith("Invented text") for text in texts(corpus))


def test_no_id_and_no_text_stands_twice(corpus: dict[str, list[Record]]) -> None:
    for kind in KINDS:
        assert len({record["id"] for record in corpus[kind]}) == len(corpus[kind])
    told = Counter(text["text"] for text in texts(corpus, ("sentences", "documents")))
    assert [text for text, count in told.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_records_stand_in_the_part_that_their_hash_tells(kind: str) -> None:
    for split in SPLITS:
        assert all(split_of(record) == split for record in read_corpus(kind, [split]))


def test_reports_of_one_event_and_pairs_of_one_sentence_stay_together(corpus: dict[str, list[Record]]) -> None:
    part = {record["id"]: split_of(record) for record in corpus["sentences"]}
    assert all(split_of(pair) == part[pair["sentence"]] for pair in corpus["classifier_pairs"])
    groups: dict[str, set[str]] = {}
    for document in corpus["documents"]:
        if document.get("group"):
            groups.setdefault(document["group"], set()).add(split_of(document))
    assert all(len(parts) == 1 for parts in groups.values())


def test_the_pairs_for_the_classifier_are_those_of_the_sentences(corpus: dict[str, list[Record]]) -> None:
    drawn = {pair["id"]: pair for pair in classifier_pairs(corpus["sentences"])}
    assert {pair["id"]: pair for pair in corpus["classifier_pairs"]} == drawn


def test_nothing_is_shared_with_other_texts_of_the_repository(corpus: dict[str, list[Record]]) -> None:
    others = list(files_below([path for name in TOLD_ELSEWHERE for path in ROOT.glob(name)]))
    short = {text["id"]: text["text"] for text in texts(corpus, ("sentences", "minimal_pairs"))}
    assert list(shared_sequences(short, others)) == []
    long = {text["id"]: text["text"] for text in texts(corpus, ("documents",))}
    assert list(shared_sequences(long, others, FORMULA)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_as_many_lines_as_planned(corpus: dict[str, list[Record]], kind: str) -> None:
    assert len(corpus[kind]) >= PLAN["lines"][kind]


def test_sentences_keep_the_plan(corpus: dict[str, list[Record]]) -> None:
    plan, sentences = PLAN["sentences"], corpus["sentences"]
    events = [event for sentence in sentences for event in sentence["events"]]
    assert sum(not sentence["events"] for sentence in sentences) >= plan["share_without_event"] * len(sentences)
    assert {name: count for name, count in shares(sentences).items() if count < plan["each_mode"]} == {}
    factualities = Counter(event["factuality"] for event in events)
    assert min(factualities.values()) >= plan["each_factuality"]
    assert len(factualities) == 5
    assert sum(len(sentence["events"]) > 1 for sentence in sentences) >= plan["several_events"]
    assert sum(map(FORMS["claimed by a party"], events)) >= plan["claimed"]
    assert sum(map(FORMS["agent left unnamed"], events)) >= plan["agent_unnamed"]
    assert sum(map(FORMS["mutual"], events)) >= plan["mutual"]
    styles = Counter(sentence["style"] for sentence in sentences)
    assert set(styles) == set(STYLES)
    assert all(styles[name] >= least * len(sentences) for name, least in PLAN["styles"].items())


def boundary(pair: Record) -> set[frozenset[str]]:
    one, other = ({event["event_type"] for event in pair[member]["events"]} for member in "ab")
    return {frozenset((left, right)) for left in one - other for right in other - one}


def test_minimal_pairs_stand_on_every_boundary(corpus: dict[str, list[Record]]) -> None:
    drawn = Counter(line for pair in corpus["minimal_pairs"] for line in boundary(pair))
    planned = PLAN["minimal_pairs"]
    thin = [name for name in planned["boundaries"] if drawn[frozenset(name.split("/"))] < planned["each_boundary"]]
    assert thin == []


def test_members_of_a_minimal_pair_are_coded_differently(corpus: dict[str, list[Record]]) -> None:
    def coding(text: Record) -> list[tuple[Any, ...]]:
        return [
            (
                event["event_type"],
                event["mode"],
                event["factuality"],
                event["claimed_by"] and event["claimed_by"]["text"],
                *(
                    [(party["text"], party["country"], party["sectors"]) for party in event[side]]
                    for side in ("actors", "recipients")
                ),
            )
            for event in text["events"]
        ]

    assert [pair["id"] for pair in corpus["minimal_pairs"] if coding(pair["a"]) == coding(pair["b"])] == []


def test_documents_keep_the_plan(corpus: dict[str, list[Record]]) -> None:
    plan, documents = PLAN["documents"], corpus["documents"]
    lengths = {document["id"]: len(document["text"].split()) for document in documents}
    assert {name: count for name, count in lengths.items() if not plan["shortest"] <= count <= plan["longest"]} == {}
    quiet = [document for document in documents if document["kind"] == "quiet"]
    assert len(quiet) >= plan["quiet"]
    assert not any(document["events"] for document in quiet)
    groups = Counter(document["group"] for document in documents if document.get("group"))
    assert len(groups) >= plan["groups"]
    assert set(groups.values()) <= {2, 3, 4}
    outlets = {document["outlet"] for document in documents}
    assert sum("Foreign" in outlet or "External Affairs" in outlet for outlet in outlets) >= plan["ministries"]
    decades = Counter(document["date"][:3] for document in documents if document["date"])
    assert min(decades[decade] for decade in ("199", "200", "201", "202")) >= plan["each_decade_since_1990"]


def test_every_member_of_the_united_nations_acts_or_is_acted_upon(corpus: dict[str, list[Record]]) -> None:
    found: Counter[str] = Counter()
    for text in texts(corpus):
        found.update({party["country"] for party in parties(text) if party["country"]})
    states = [code for code in ontology.countries() if ontology.fold_dependency(code) == code]
    members = set(states) - set(PLAN["countries"]["no_members"])
    assert len(members) == 193
    assert {code: found[code] for code in members if found[code] < PLAN["countries"]["each_un_member"]} == {}


def test_every_region_is_there(corpus: dict[str, list[Record]]) -> None:
    found = regions({kind: {"all": corpus[kind]} for kind in KINDS})
    assert min(found.values()) >= PLAN["regions"]["each_region"]


def test_the_datasheet_shows_the_tables_of_today() -> None:
    assert tables() in (CORPUS / "README.md").read_text(encoding="utf-8")
