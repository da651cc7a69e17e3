"""States, areas, people and places: names resolve, codes are valid, bounds are kept."""

from __future__ import annotations

import pytest

from dragoman import ontology
from dragoman.lexicon import Entry, Lexicon

NOT_IN_THE_UN = {"VAT", "TWN", "XKX"}


def members() -> list[ontology.Country]:
    """States that Correlates of War numbers: the members of the United Nations and three more."""
    return [country for country in ontology.countries().values() if "cow" in country.codes]


def codes(text: str, form: str, lexicon: Lexicon) -> set[str | None]:
    return {name.entry.code for name in lexicon.names.get(text) if name.form == form and name.entry.kind == "country"}


def test_all_193_members_are_tested() -> None:
    assert len({country.iso3 for country in members()} - NOT_IN_THE_UN) == 193


def test_every_state_resolves_by_its_name(lexicon: Lexicon) -> None:
    assert [c.name for c in members() if c.plover not in codes(c.name, "name", lexicon)] == []


def test_every_state_resolves_by_an_adjective(lexicon: Lexicon) -> None:
    adjectives = {n.entry.code for _, names in lexicon.names for n in names if n.form == "adjective"}
    assert [c.name for c in members() if c.plover not in adjectives] == []


NAMES = [
    ("Niger", "name", {"NER"}),
    ("Nigerien", "adjective", {"NER"}),
    ("Nigerian", "adjective", {"NGA"}),
    ("Congolese", "adjective", {"COD", "COG"}),
    ("Dominican", "adjective", {"DMA", "DOM"}),
    ("Burma", "name", {"MMR"}),
    ("Türkiye", "name", {"TUR"}),
    ("Côte d'Ivoire", "name", {"CIV"}),
    ("Swaziland", "name", {"SWZ"}),
    ("Soviet Union", "name", {"RUS"}),
    ("Greenland", "name", {"DNK"}),
    ("Kosovo", "name", {"KOS"}),
    ("Palestine", "name", {"PSE"}),
    ("Tripoli", "capital", {"LBY"}),
    ("Niger", "adjective", set()),
    ("niger", "name", set()),
    ("Nigeriens of", "demonym", set()),
    ("Atlantis", "name", set()),
    ("", "name", set()),
]


@pytest.mark.parametrize(("text", "form", "expected"), NAMES)
def test_names_that_are_mixed_up(text: str, form: str, expected: set[str], lexicon: Lexicon) -> None:
    assert codes(text, form, lexicon) == expected


@pytest.mark.parametrize(
    ("words", "start", "length", "code"),
    [
        (["the", "Republic", "of", "the", "Congo", "said"], 1, 4, "COG"),
        (["Democratic", "Republic", "of", "the", "Congo", "said", "it", "would", "not", "take", "part"], 0, 5, "COD"),
        (["South", "Korea", "'s"], 0, 2, "KOR"),
        (["Chad"], 0, 1, "TCD"),
    ],
)
def test_the_longest_name_is_found(words: list[str], start: int, length: int, code: str, lexicon: Lexicon) -> None:
    found = lexicon.names.at(words, start)
    assert found is not None
    assert found[0] == length
    assert code in {name.entry.code for name in found[1]}


@pytest.mark.parametrize("text", ["Democratic Republic of the Congo", "United Nations", "New York"])
def test_a_name_at_the_end_is_no_longer_than_the_text(text: str, lexicon: Lexicon) -> None:
    words = text.split()
    found = lexicon.names.at(words, 0)
    assert found is not None
    assert found[0] == len(words)


def test_words_that_name_nothing_are_none(lexicon: Lexicon) -> None:
    assert lexicon.names.at(["the", "Chad"], 0) is None


@pytest.mark.parametrize(("code", "name"), [("FRA", "France"), ("KOS", "Kosovo"), ("UNO", None), ("QQQ", "QQQ")])
def test_country_names(code: str, name: str | None, lexicon: Lexicon) -> None:
    assert lexicon.country_name(code) == (name or ontology.country_name(code))


def entries(lexicon: Lexicon) -> list[Entry]:
    return [name.entry for _, names in lexicon.names for name in names]


def test_codes_and_sectors_are_valid(lexicon: Lexicon) -> None:
    """Places keep the code of their territory; everything that acts has one that a party may have."""
    acting = [entry for entry in entries(lexicon) if entry.kind != "place"]
    assert {e.code for e in acting if e.code and not ontology.valid_country(e.code)} == set()
    assert {e.code for e in entries(lexicon) if e.code and e.code not in ontology.countries()} <= set(ontology.country_codes())
    assert {sector for e in acting for sector in e.sectors if not ontology.valid_sector(sector)} == set()


def test_bounds_are_in_order_and_coordinates_on_the_globe(lexicon: Lexicon) -> None:
    assert [e.name for e in entries(lexicon) if e.since and e.until and e.since > e.until] == []
    placed = [(e.name, e.lat, e.lon) for e in entries(lexicon) if e.lat is not None and e.lon is not None]
    assert [name for name, lat, lon in placed if not (-90 <= lat <= 90 and -180 <= lon <= 180)] == []


# -- disputed areas -------------------------------------------------------------------------------------------------


def test_every_disputed_area_has_claimants_and_wording(lexicon: Lexicon) -> None:
    valid = {*ontology.country_codes(), "ESH"}  # Western Sahara's own code, as one that claims it
    wrong = [
        area.name
        for area in lexicon.areas.values()
        if not area.claimants
        or not area.wording
        or not valid.issuperset(area.claimants)
        or not valid.issuperset(by for by, _, _ in area.administered_by)
    ]
    assert wrong == []


def test_places_in_disputed_areas_name_areas_that_are_known(lexicon: Lexicon) -> None:
    assert {entry.area for entry in entries(lexicon) if entry.area} <= set(lexicon.areas)


@pytest.mark.parametrize(
    ("date", "holders"),
    [
        ("1990-06-01", ()),
        ("1992", ("UKR",)),
        ("2013-12-31", ("UKR",)),
        ("2014-05-01", ("UKR", "RUS")),
        ("2015-01-01", ("RUS",)),
        (None, ("RUS",)),
    ],
)
def test_administrators_by_date(date: str | None, holders: tuple[str, ...], lexicon: Lexicon) -> None:
    assert lexicon.areas["Crimea"].administrators(date) == holders


# -- people ---------------------------------------------------------------------------------------------------------

HOLDERS = [
    ("Clinton", "president", "1995-03-01", "Bill Clinton"),
    ("Clinton", "secretary of state", "2010-03-01", "Hillary Clinton"),
    ("Clinton", "president", "2010-03-01", None),
    ("Bush", "president", "1991", "George H.W. Bush"),
    ("Bush", "president", "2005", "George W. Bush"),
    ("Bush", "president", "1997", None),
    ("May", "prime minister", "2018-01-01", "Theresa May"),
    ("May", "home secretary", "2018-01-01", None),
    ("May", "home secretary", "2012-01-01", "Theresa May"),
    ("Castro", "president", "2005", "Fidel Castro"),
    ("Castro", "president", "2010", "Raul Castro"),
    ("Castro", "president", "2008", None),  # two of them held it in that year
    ("Trump", "president", "2019", "Donald Trump"),
    ("Trump", "president", "2022", None),
    ("Macron", "president", "2020-05-01", "Emmanuel Macron"),
    ("Macron", "president", None, None),
    ("Macron", "king", "2020-05-01", None),
    ("Macron", None, "2020-05-01", None),
    ("macron", "president", "2020-05-01", None),
    ("Nobody", "president", "2020-05-01", None),
]


@pytest.mark.parametrize(("surname", "role", "date", "name"), HOLDERS)
def test_office_holders(surname: str, role: str | None, date: str | None, name: str | None, lexicon: Lexicon) -> None:
    found = lexicon.office_holder(surname, role, date)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("since", "until", "date", "holds"),
    [
        ("2001", "2005", "2001-01-01", True),
        ("2001", "2005", "2005-12-31", True),
        ("2001", "2005", "2000-12-31", False),
        ("2001", "2005", "2006-01-01", False),
        ("2021-08-15", None, "2021-08-14", False),
        ("2021-08-15", None, "2021-08-15", True),
        (None, "1991-12-25", "1991-12-26", False),
        (None, None, "1900-01-01", True),
        ("2001", "2005", None, True),
    ],
)
def test_entries_hold_to_the_precision_of_their_bounds(
    since: str | None, until: str | None, date: str | None, holds: bool
) -> None:
    assert Entry("person", "A B", "TCD", since=since, until=until).holds_at(date) is holds
