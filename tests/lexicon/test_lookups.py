"""The smaller look-ups: roles, titles, publishers, contexts, cues."""

from __future__ import annotations

import pytest

from dragoman import ontology
from dragoman.lexicon import Lexicon
from dragoman.lexicon.tables import data_folder, rows

ROLES = [
    ("foreign minister met", 0, 2, "foreign minister", False),
    ("foreign ministers met", 0, 2, "foreign minister", True),
    ("the president said", 1, 1, "president", False),
    ("crown prince", 0, 2, "crown prince", False),
]


@pytest.mark.parametrize(("text", "start", "length", "name", "plural"), ROLES)
def test_the_longest_role_is_found(text: str, start: int, length: int, name: str, plural: bool, lexicon: Lexicon) -> None:
    found = lexicon.roles.at(text.split(), start)
    assert found is not None
    assert (found[0], found[1].name, found[1].plural) == (length, name, plural)


@pytest.mark.parametrize(("text", "start"), [("the president", 0), ("presidents-elect", 0), ("Foreign Minister", 0)])
def test_no_role(text: str, start: int, lexicon: Lexicon) -> None:
    assert lexicon.roles.at(text.split(), start) is None


@pytest.mark.parametrize(("phrase", "head"), [("Foreign Minister", "minister"), ("head of state", "head")])
def test_the_word_that_stands_for_a_role(phrase: str, head: str, lexicon: Lexicon) -> None:
    role = lexicon.roles.get(phrase)
    assert role is not None
    assert role.head == head


def test_titles_name_roles(lexicon: Lexicon) -> None:
    assert lexicon.roles.titles["Gen."].role == "general"
    assert "MIL" in lexicon.roles.titles["Gen."].sectors
    assert "gen." not in lexicon.roles.titles


OUTLETS = [
    ("reuters.com", None, "Reuters"),
    ("www.reuters.com", None, "Reuters"),
    ("uk.REUTERS.com", None, "Reuters"),
    (None, "https://www.bbc.co.uk/news/1", "BBC"),
    ("unknown.example", "https://apnews.com/x", "Associated Press"),
    ("mofa.gov.pk", None, "Ministry of Foreign Affairs of Pakistan"),
    ("other.gov.pk", None, "Government of Pakistan"),
    ("notreuters.com", None, None),
    ("reuters.com.example", None, None),
    ("com", None, None),
    ("", "", None),
    (None, None, None),
]


@pytest.mark.parametrize(("source", "url", "name"), OUTLETS)
def test_publishers(source: str | None, url: str | None, name: str | None, lexicon: Lexicon) -> None:
    found = lexicon.publishers.find(source, url)
    assert (found.name if found else None) == name


def test_governments_are_official_and_newspapers_are_not(lexicon: Lexicon) -> None:
    ministry, agency = lexicon.publishers.find("mofa.gov.pk"), lexicon.publishers.find("reuters.com")
    assert ministry is not None
    assert agency is not None
    assert (ministry.official, ministry.country, agency.official) == (True, "PAK", False)


def test_contexts_need_their_weight(lexicon: Lexicon) -> None:
    index = lexicon.contexts
    words = ["the", "armed", "forces", "and", "the", "armed", "forces"]
    assert index.weigh(words) == {"military": 3}  # a term counts once
    assert index.contexts(words) == ("military",)
    assert index.contexts(["armed", "and", "forces"]) == ()
    assert index.contexts(words, most=0) == ()
    assert index.contexts([]) == ()


def test_contexts_are_found_by_lemmas_too(lexicon: Lexicon) -> None:
    words, lemmas = ["military", "operations", "began"], ["military", "operation", "begin"]
    assert "military" in lexicon.contexts.contexts(words, lemmas)


def test_every_context_is_plovers() -> None:
    table = rows(data_folder() / "contexts.csv", ("term", "context", "weight"))
    assert {row["context"] for row in table if not ontology.valid_context(row["context"])} == set()


def test_an_unknown_kind_of_cue_is_an_error(lexicon: Lexicon) -> None:
    assert "U.S." in lexicon.cues["abbreviation"]
    with pytest.raises(KeyError):
        lexicon.cues["abreviation"]


def test_words_that_keep_their_capital(lexicon: Lexicon) -> None:
    assert {"Iran", "Monday", "March", "Gen."} <= lexicon.capitalised
    assert not {"Minister", "President", "iran", "Talks"} & lexicon.capitalised


def test_the_digest_is_stable(lexicon: Lexicon) -> None:
    assert len(lexicon.digest) == 16
    assert Lexicon(str.split).digest == lexicon.digest
