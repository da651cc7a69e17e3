"""Where an event took place: the place its own clause names, resolved, or its story's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon import Area, Name


@dataclass(frozen=True, slots=True)
class Location:
    """A place as written and what it was resolved to; in a disputed area ``country`` is None."""

    text: str
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: str = "none"
    area: str | None = None
    claimants: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()


_PRECISION = {
    "city": "point",
    "capital": "point",
    "town": "point",
    "region": "region",
    "sea": "region",
    "strait": "region",
    "river": "region",
}


def locate(text: str, names: Sequence[Name], *, areas: dict[str, Area], date: str | None, countries: Sequence[str]) -> Location:
    """Resolve a place's words; of several places so named, one in the story's ``countries``, else the largest."""
    area_name = next((n.entry.area for n in names if n.entry.area), None)
    if area_name is not None and area_name in areas:
        area = areas[area_name]
        return Location(
            text,
            area.name,
            None,
            precision="region",
            area=area.name,
            claimants=area.claimants,
            administered_by=area.administrators(date),
        )
    places = [n for n in names if n.entry.kind == "place"]
    states = [n for n in names if n.entry.kind == "country" and n.form == "name"]
    if states and not places:
        return Location(text, states[0].entry.name, states[0].entry.code, precision="country")
    if places:
        ranked = sorted(places, key=lambda n: (n.entry.code not in countries, -n.entry.population))
        entry = ranked[0].entry
        return Location(
            text,
            entry.name,
            entry.code,
            entry.lat,
            entry.lon,
            entry.geonames_id,
            precision=_PRECISION.get(entry.subkind or "city", "point"),
        )
    if names:
        return Location(
            text, names[0].entry.name if names[0].entry.kind != "country" else text, names[0].entry.code, precision="point"
        )
    return Location(text)
