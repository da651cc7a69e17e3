"""Persons with their offices: whose state they act for, and what they are called."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.records import Coding, Party


def weak(reason: str) -> pytest.MarkDecorator:
    """Not reached yet; an analyst would code it so."""
    return pytest.mark.xfail(strict=False, reason=reason)


def parties(coding: Coding) -> list[Party]:
    of_events = [party for event in coding.events for party in (*event.actors, *event.recipients)]
    return of_events + [party for engagement in coding.engagements for party in engagement.participants]


NAMED = [
    (
        "Russian Foreign Minister Oleg Vartanov met his Peruvian counterpart in Geneva.",
        "Oleg Vartanov",
        "RUS",
        "foreign minister",
    ),
    ("Ilze Kandava, foreign minister of Latvia, met the foreign minister of Chile.", "Ilze Kandava", "LVA", "foreign minister"),
    ("Latvia's foreign minister, Ilze Kandava, condemned Belarus.", "Ilze Kandava", "LVA", "foreign minister"),
    ("Belarus was condemned by Latvia's foreign minister, Ilze Kandava.", "Ilze Kandava", "LVA", "foreign minister"),
    (
        "Latvia did not yield. Its foreign minister, Ilze Kandava, condemned Belarus.",
        "Ilze Kandava",
        "LVA",
        "foreign minister",
    ),
    (
        "On Monday Mr. KANDAVA Juris, Prime Minister of Latvia, condemned Belarus.",
        "KANDAVA Juris",
        "LVA",
        "prime minister",
    ),
    (
        "The High Commissioner of South Africa to Kenya, Ms. Rosa Quilodran, thanked Kenya.",
        "Rosa Quilodran",
        "ZAF",
        "high commissioner",
    ),
    ("Malaysia's foreign minister, Tan Mei-hui, condemned Belarus.", "Tan Mei-hui", "MYS", "foreign minister"),
    ("Zambia's main opposition leader, Chanda Mwansa, condemned Belarus.", "Chanda Mwansa", "ZMB", "main opposition leader"),
    (
        "The Foreign Minister of the Kingdom of Saudi Arabia, Prince Nawaf bin Sattam, spoke by telephone with Oman's minister.",
        "Nawaf bin Sattam",
        "SAU",
        "foreign minister",
    ),
    (
        "Pakistan's Minister of State for Europe and North America Adnan Baryal met the ambassador of Peru.",
        "Adnan Baryal",
        "PAK",
        "minister of state",
    ),
    (
        "Adnan Baryal, Pakistan's Minister of State for Europe and North America, condemned Belarus.",
        "Adnan Baryal",
        "PAK",
        "minister of state",
    ),
    ("Prime Minister Sione Fakatava of Tonga thanked Samoa for the boats.", "Sione Fakatava", "TON", "prime minister"),
    ("The ambassador of Chile to Kenya, Rosa Quilodran, thanked Kenya.", "Rosa Quilodran", "CHL", "ambassador"),
    ("Rosa Quilodran, the Chilean ambassador in Nairobi, thanked Kenya.", "Rosa Quilodran", "CHL", "ambassador"),
    ("President Oleg Vartanov of Belarus condemned Poland.", "Oleg Vartanov", "BLR", "president"),
    ("European Union foreign policy chief Ilze Kandava condemned Belarus.", "Ilze Kandava", "EUR", None),
    ("UN Secretary-General Rosa Quilodran condemned Belarus.", "Rosa Quilodran", "UNO", "secretary general"),
]


@pytest.mark.parametrize(("text", "name", "country", "role"), NAMED)
def test_named_office_holders(coder: dragoman.Coder, text: str, name: str, country: str, role: str | None) -> None:
    told = [party for party in parties(coder.code(text, date="2031-05-13")) if party.name == name]
    assert told, "the person is a party"
    assert {party.country for party in told} == {country}
    if role:
        assert {(party.role or "").replace("-", " ") for party in told} == {role}


@pytest.mark.parametrize(
    "text",
    [
        "We do not trust the president, Angola told Belarus.",
        "The ministers, Kandava and Vartanov, condemned Belarus.",
    ],
)
def test_what_stands_behind_a_comma_need_not_be_the_office_holder(coder: dragoman.Coder, text: str) -> None:
    assert not any(len((party.name or "").split()) > 1 and party.role for party in parties(coder.code(text)))


def test_a_state_just_spoken_of_is_that_of_its_prime_minister(coder: dragoman.Coder) -> None:
    lead = "VIENNA, May 3 (ZNA) - Inspectors left on Monday."
    told = coder.code(f"{lead}\n\nLatvia attacked the deal. Prime Minister Ilze Kandava condemned Belarus.")
    assert ("Ilze Kandava", "LVA") in {(party.name, party.country) for party in parties(told)}


def test_a_portfolio_names_no_parties(coder: dragoman.Coder) -> None:
    """Europe and America are what the minister is charged with; they do not meet anybody."""
    text = "Pakistan's Minister of State for Europe and North America Adnan Baryal met the ambassador of Peru."
    assert {party.country for party in parties(coder.code(text))} == {"PAK", "PER"}


FIRST = "Romanian Foreign Minister Dan Crivat arrived in Athens on Monday. "
BACK = [
    "Crivat condemned Belarus for the raid.",
    "Mr Crivat condemned Belarus for the raid.",
    "The minister condemned Belarus for the raid.",
    "The foreign minister condemned Belarus for the raid.",
    "The Romanian minister condemned Belarus for the raid.",
    "He condemned Belarus for the raid.",
    "Minister Crivat condemned Belarus for the raid.",
]


@pytest.mark.parametrize("second", BACK)
def test_back_links_to_a_person(coder: dragoman.Coder, second: str) -> None:
    accusations = [e for e in coder.code(FIRST + second, date="2031-05-13").events if e.event_type == "ACCUSE"]
    assert [[(party.name, party.country) for party in e.actors] for e in accusations] == [[("Dan Crivat", "ROU")]]


FORMS = [
    ("Chilean Foreign Minister Rosa Quilodran spoke by telephone with her Peruvian counterpart.", {"CHL", "PER"}),
    pytest.param(
        "The foreign minister of Chile received his counterpart from Peru in Santiago.",
        {"CHL", "PER"},
        marks=weak("counterpart from a state"),
    ),
    (
        "Chilean Foreign Minister Rosa Quilodran met the president of Peru in Quito. She condemned Belarus.",
        {"CHL"},
    ),
    ("Officials of Oman and Laos met in Geneva on Monday. Both sides condemned Belarus.", {"LAO", "OMN"}),
    ("Oman and Laos held talks in Geneva on Monday. The two countries condemned Belarus.", {"LAO", "OMN"}),
    ("The foreign ministers of Oman and Laos spoke by phone. The two ministers condemned Belarus.", {"LAO", "OMN"}),
    ("The foreign minister of Oman met the foreign minister of Laos. They condemned Belarus.", {"LAO", "OMN"}),
    ("Oman is small. It condemned Belarus.", {"OMN"}),
    pytest.param(
        "Oman closed its embassy in Minsk. The government condemned Belarus.",
        {"OMN"},
        marks=weak("a capital as a place makes the government that of its state"),
    ),
]


@pytest.mark.parametrize(("text", "countries"), FORMS)
def test_groups_and_pronouns_stand_for_their_states(coder: dragoman.Coder, text: str, countries: set[str]) -> None:
    events = coder.code(text, date="2031-05-13").events
    last = [e for e in events if e.event_type == "ACCUSE"] or [e for e in events if e.event_type == "CONSULT"]
    assert [{p.country for p in (*e.actors, *(e.recipients if e.event_type == "CONSULT" else ()))} for e in last] == [countries]


DATED = [
    ("Barack Obama condemned Belarus.", "2012-03-03", "USA", "GOV", "president"),
    ("Barack Obama condemned Belarus.", "2020-03-03", "USA", "ELI", None),
    ("Angela Merkel condemned Belarus.", "2012-03-03", "DEU", "GOV", "chancellor"),
    ("The Taliban attacked a police post in Ghazni.", "2015-03-03", "AFG", "REB", None),
    ("The Taliban attacked a village in Pakistan.", "2023-03-03", "AFG", "GOV", None),
    ("Former Chilean president Rosa Quilodran condemned Belarus.", "2031-05-13", "CHL", "ELI", "former president"),
    ("Chile's ousted agriculture minister, Rosa Quilodran, condemned Belarus.", "2031-05-13", "CHL", "ELI", None),
    ("The former prime minister of Chad condemned Belarus.", "2031-05-13", "TCD", "ELI", "former prime minister"),
]


@pytest.mark.parametrize(("text", "date", "country", "sector", "role"), DATED)
def test_office_and_side_by_date(
    coder: dragoman.Coder, text: str, date: str, country: str, sector: str, role: str | None
) -> None:
    [event] = coder.code(text, date=date).events
    [actor] = event.actors
    assert (actor.country, actor.sectors[0]) == (country, sector)
    if role:
        assert actor.role == role
