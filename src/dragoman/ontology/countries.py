"""Country codes: PLOVER's, and the systems that other data use.

A party's code is ISO 3166 alpha-3 for a state, one of PLOVER's own (KOS, and UNO, EUR, IGO, NGO, ISM, IMG,
MNC for actors that belong to no state), or that of an exception (HKG, PSE, ATA, VAT). Territories that are
not states fold into their state. The codes say who acts for whom in the news; they take no position on
status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.ontology.tables import UnknownCodeError, cell_list, plover, rows

System = Literal["iso2", "iso3", "iso_numeric", "cow_abbr", "cow", "gw", "fips", "cameo"]
"""Code systems. ``cow`` and ``gw`` are the numbers of Correlates of War and Gleditsch-Ward."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. ``plover`` is the code that a party from there gets.

    ``codes`` holds, by system, the codes in use; a system that has none for the country is absent. The first
    is the one to write (Palestine has two in FIPS). They are today's: states that ended are not listed.
    """

    iso3: str
    plover: str
    name: str
    codes: dict[System, tuple[str, ...]]


_COLUMNS: tuple[System, ...] = ("iso3", "iso2", "iso_numeric", "cow_abbr", "cow", "gw", "fips", "cameo")


@cache
def countries() -> dict[str, Country]:
    """All states and territories by ISO 3166 alpha-3 code, Kosovo as XKX."""
    return {
        row["iso3"]: Country(
            iso3=row["iso3"],
            plover=row["plover"],
            name=row["name"],
            codes={system: cell_list(row[system]) for system in _COLUMNS if row[system]},
        )
        for row in rows("country_codes.csv")
    }


@cache
def non_state_codes() -> dict[str, str]:
    """PLOVER's codes for actors that belong to no state, with what they stand for."""
    return {entry["code"]: entry["name"] for entry in plover()["countries"]["non_state"]}


@cache
def _heads() -> dict[str, Country]:
    """The countries that a party may have, by PLOVER code: all that fold into nothing else."""
    own = (country for country in countries().values() if country.plover in (country.iso3, "KOS"))
    return {country.plover: country for country in own}


def valid_country(code: str) -> bool:
    """Whether a party may have this code: a state, an exception or a non-state code, but no dependency."""
    return code in _heads() or code in non_state_codes()


def country_codes() -> tuple[str, ...]:
    """Every code that a party may have, in alphabetical order."""
    return tuple(sorted({*_heads(), *non_state_codes()}))


def country_name(code: str) -> str:
    """The English name for a PLOVER or ISO 3166 alpha-3 code; raises :class:`UnknownCodeError`."""
    if code in non_state_codes():
        return non_state_codes()[code]
    return _country(code).name


def fold_dependency(code: str) -> str:
    """The code that a party from this country or territory gets: GRL gives DNK, XKX gives KOS, DNK gives DNK.

    Raises :class:`UnknownCodeError` for a code that is neither ISO 3166 alpha-3 nor PLOVER's.
    """
    return code if code in non_state_codes() else _country(code).plover


def convert(code: str, system: System) -> str | None:
    """A PLOVER or ISO 3166 alpha-3 code written in another system; None where that system has no code for it.

    Non-state codes have none in any system of countries. Raises :class:`UnknownCodeError` for an unknown
    code.
    """
    if code in non_state_codes():
        return None
    written = _country(code).codes.get(system)
    return written[0] if written else None


def from_system(value: str, system: System) -> str | None:
    """The PLOVER code for a code of another system (FIPS "RS" is RUS); None for one that is not known there.

    Leading zeros of numbers do not matter. Dependencies are folded.
    """
    return _reverse(system).get(_key(value))


@cache
def _reverse(system: System) -> dict[str, str]:
    return {_key(written): country.plover for country in countries().values() for written in country.codes.get(system, ())}


def _key(value: str) -> str:
    return value.strip().upper().lstrip("0")


def _country(code: str) -> Country:
    found = _heads().get(code) or countries().get(code)
    if found is None:
        raise UnknownCodeError("country code", code)
    return found
