"""Countries, sectors and contexts."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman import ontology
from dragoman.ontology import System
from dragoman.ontology.tables import plover


@pytest.mark.parametrize("code", ["FRA", "KOS", "PSE", "HKG", "VAT", "TWN", "UNO", "EUR", "IMG", "SSD"])
def test_codes_that_a_party_may_have(code: str) -> None:
    assert ontology.valid_country(code)
    assert code in ontology.country_codes()
    assert ontology.country_name(code)


@pytest.mark.parametrize("code", ["GRL", "MAC", "PRI", "XKX", "ESH", "ZZZ", "fra", ""])
def test_codes_that_a_party_may_not_have(code: str) -> None:
    assert not ontology.valid_country(code)
    assert code not in ontology.country_codes()


@pytest.mark.parametrize(
    ("code", "expected"),
    [("GRL", "DNK"), ("FLK", "GBR"), ("XKX", "KOS"), ("KOS", "KOS"), ("MAC", "CHN"), ("HKG", "HKG")],
)
def test_dependencies_fold_into_their_state(code: str, expected: str) -> None:
    assert ontology.fold_dependency(code) == expected


def test_every_country_folds_into_a_valid_one() -> None:
    assert all(ontology.valid_country(ontology.fold_dependency(code)) for code in ontology.countries())


def test_unknown_country_is_refused() -> None:
    with pytest.raises(ontology.UnknownCodeError, match="'ZZZ'"):
        ontology.fold_dependency("ZZZ")


@pytest.mark.parametrize(
    ("code", "system", "expected"),
    [
        ("RUS", "fips", "RS"),
        ("DEU", "cow", "255"),
        ("DEU", "gw", "260"),
        ("YEM", "gw", "678"),
        ("VNM", "cow", "816"),
        ("KIR", "gw", "970"),
        ("NRU", "cow", "970"),
        ("ROU", "cameo", "ROM"),
        ("KOS", "cameo", "KSV"),
        ("KOS", "iso3", "XKX"),
        ("KOS", "iso_numeric", None),
        ("AFG", "iso_numeric", "004"),
        ("NAM", "iso2", "NA"),
        ("PSE", "fips", "WE"),
        ("PSE", "cow", None),
        ("UNO", "cow", None),
    ],
)
def test_convert(code: str, system: System, expected: str | None) -> None:
    assert ontology.convert(code, system) == expected


@pytest.mark.parametrize(
    ("value", "system", "expected"),
    [
        ("CH", "fips", "CHN"),
        ("CH", "iso2", "CHE"),
        ("GZ", "fips", "PSE"),
        ("002", "cow", "USA"),
        ("4", "iso_numeric", "AFG"),
        ("AUS", "cow_abbr", "AUT"),
        ("TMP", "cameo", "TLS"),
        ("817", "cow", None),
        ("", "cow", None),
    ],
)
def test_from_system(value: str, system: System, expected: str | None) -> None:
    assert ontology.from_system(value, system) == expected


@pytest.mark.parametrize("system", ["iso3", "iso2", "iso_numeric", "cow_abbr", "cow", "gw", "fips", "cameo"])
def test_no_code_of_a_system_stands_for_two_countries(system: System) -> None:
    written = [code for country in ontology.countries().values() for code in country.codes.get(system, ())]
    assert len(written) == len(set(written))


def test_states_of_the_correlates_of_war_list() -> None:
    members = [code for code, country in ontology.countries().items() if "cow" in country.codes]
    # 195 members in 2016; the table adds the Holy See's customary number
    assert len(members) == 196


@pytest.mark.parametrize(
    ("codes", "problem"),
    [
        (["GOV", "MIL"], None),
        ([], None),
        (["UNK"], None),
        (["GOV", "PRE"], None),
        (["PRE"], "never stands alone"),
        (["UAF", "MIL"], "UAF stands beside MIL"),
        (["GOV", "GOV"], "GOV stands twice"),
        (["HLH"], "no sector 'HLH'"),
    ],
)
def test_sectors_of_one_party(codes: list[str], problem: str | None) -> None:
    problems = ontology.sector_problems(codes)
    assert (problem in " ".join(problems)) if problem else problems == []


def test_sectors_and_contexts_have_meanings() -> None:
    assert len(ontology.sectors()) == 25
    assert len(ontology.contexts()) == 37
    assert ontology.sector("JRN").meaning.startswith("Journalists")
    assert "cyber" in ontology.contexts()
    with pytest.raises(ontology.UnknownCodeError, match="'sports'"):
        ontology.context("sports")


def test_see_also_names_contexts() -> None:
    for context in ontology.contexts().values():
        assert all(ontology.valid_context(name) for name in context.see_also), context.name


def test_older_spellings_of_contexts() -> None:
    assert ontology.canonical_context("elections") == "election"
    assert ontology.canonical_context("Disaster") == "disasters"


def test_every_file_names_its_licence_source_and_day() -> None:
    assert {"licence", "source", "checked", "attribution"} <= plover().keys()
    data = files("dragoman.ontology") / "data"
    for name in ("cameo.csv", "cameo_default.csv", "country_codes.csv"):
        head = [line for line in (data / name).read_text(encoding="utf-8").splitlines() if line[0] == "#"]
        assert [line[2:].split(":")[0] for line in head] == ["licence", "source", "checked"]
    assert "creativecommons.org/licenses/by-sa/4.0" in (data / "LICENSE").read_text(encoding="utf-8")
    assert "Open Event Data Alliance" in (data / "NOTICE").read_text(encoding="utf-8")
