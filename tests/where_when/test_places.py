"""Places resolved: disputed areas to no country, ambiguous names by the story's countries and by size."""

from __future__ import annotations

import pytest

from dragoman.lexicon import Lexicon
from dragoman.where_when import Location, locate


def placed(text: str, lexicon: Lexicon, *countries: str, date: str | None = None) -> Location:
    return locate(text, lexicon.names.get(text), areas=lexicon.areas, date=date, countries=countries)


CITIES = [
    ("Hyderabad", (), "IND"),
    ("Hyderabad", ("PAK",), "PAK"),
    ("Hyderabad", ("PAK", "IND"), "IND"),
    ("Hyderabad", ("FRA",), "IND"),
    ("Tripoli", (), "LBY"),
    ("Tripoli", ("LBN",), "LBN"),
    ("Birmingham", (), "GBR"),
    ("Birmingham", ("USA",), "USA"),
    ("San Jose", ("CRI",), "CRI"),
    ("Kabul", (), "AFG"),
    ("Kabul", ("USA",), "AFG"),
]


@pytest.mark.parametrize(("text", "countries", "country"), CITIES)
def test_of_several_places_one_in_the_story_else_the_largest(
    text: str, countries: tuple[str, ...], country: str, lexicon: Lexicon
) -> None:
    found = placed(text, lexicon, *countries)
    assert (found.country, found.precision, found.text) == (country, "point", text)
    assert found.lat is not None
    assert found.lon is not None


AREAS = [
    ("Crimea", "Crimea", "UKR", "2020-06-17", ("RUS",)),
    ("Crimea", "Crimea", "RUS", "2010-06-17", ("UKR",)),
    ("Kerch", "Crimea", "UKR", None, ("RUS",)),  # a town with coordinates: still nobody's
    ("Srinagar", "Kashmir", "IND", None, ("IND", "PAK", "CHN")),
    ("Srinagar", "Kashmir", "PAK", "1950", ("IND", "PAK")),
    ("Golan", "Golan Heights", "SYR", "1960-01-01", ("SYR",)),
    ("Golan", "Golan Heights", "ISR", "1990-01-01", ("ISR",)),
]


@pytest.mark.parametrize(("text", "area", "claimant", "date", "holders"), AREAS)
def test_disputed_areas_have_no_country(
    text: str, area: str, claimant: str, date: str | None, holders: tuple[str, ...], lexicon: Lexicon
) -> None:
    found = placed(text, lexicon, claimant, date=date)
    assert found.country is None
    assert found.area == area
    assert claimant in found.claimants
    assert found.administered_by == holders
    assert found.precision == "region"


OTHERS = [
    ("France", "France", "FRA", "country"),
    ("Georgia", "Georgia", "GEO", "country"),
    ("Black Sea", "Black Sea", None, "region"),
    ("Hormuz", "Strait of Hormuz", None, "region"),
    ("Suez Canal", "Suez Canal", "EGY", "region"),
    ("Canton", "Guangzhou", "CHN", "point"),
    ("Nowhereville", None, None, "none"),
    ("kabul", None, None, "none"),
]


@pytest.mark.parametrize(("text", "name", "country", "precision"), OTHERS)
def test_countries_seas_and_the_unknown(
    text: str, name: str | None, country: str | None, precision: str, lexicon: Lexicon
) -> None:
    found = placed(text, lexicon)
    assert (found.name, found.country, found.precision) == (name, country, precision)
    assert (found.area, found.claimants, found.administered_by) == (None, (), ())


def test_every_disputed_area_is_placed_as_one(lexicon: Lexicon) -> None:
    wrong = [
        alias
        for area in lexicon.areas.values()
        for alias in (area.name, *area.aliases)
        if placed(alias, lexicon).country is not None or not placed(alias, lexicon).claimants
    ]
    assert wrong == []
