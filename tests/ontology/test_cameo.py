"""CAMEO codes: reading, writing, Goldstein values."""

from __future__ import annotations

import pytest

from dragoman import ontology
from dragoman.ontology import GoldsteinTable
from dragoman.ontology.tables import rows

EVERY_MODE = [
    (name, mode) for name in ontology.EVENT_TYPES for mode in (None, *(mode.name for mode in ontology.event_type(name).modes))
]


@pytest.mark.parametrize(("kind", "mode"), EVERY_MODE)
def test_every_type_and_mode_has_a_code_that_reads_back_as_the_type(kind: str, mode: str | None) -> None:
    code = ontology.cameo_for(kind, [mode] if mode else [])
    assert code in ontology.cameo_codes()
    reading = ontology.plover_for(code)
    assert reading is not None
    # CAMEO has no code for a resignation; the nearest one is a verbal concession in PLOVER
    assert reading.event_type == ("CONCEDE" if (kind, mode) == ("RETREAT", "resign") else kind)


def test_every_default_is_a_known_type_mode_context_and_code() -> None:
    for row in rows("cameo_default.csv"):
        assert not row["mode"] or ontology.valid_mode(row["type"], row["mode"]), row
        assert not row["context"] or ontology.valid_context(row["context"]), row
        reading = ontology.plover_for(row["cameo"])
        assert row["cameo"] in ontology.cameo_codes(), row
        assert reading is not None, row
        assert reading.event_type == row["type"] or row["mode"] == "resign", row


def test_every_row_of_the_cameo_table_is_valid_plover() -> None:
    for code, entry in ontology.cameo_codes().items():
        for reading in filter(None, (entry.reading, entry.optional)):
            modes = [*filter(None, [reading.mode]), *reading.other_modes]
            assert all(ontology.valid_mode(reading.event_type, mode) for mode in modes), code
            assert all(ontology.valid_context(context) for context in reading.contexts), code


@pytest.mark.parametrize(
    ("kind", "modes", "contexts", "expected"),
    [
        ("CONSULT", ["visit"], [], "042"),
        ("CONSULT", ["phone"], ["diplomatic"], "041"),
        ("CONSULT", [], [], "040"),
        ("ASSAULT", ["aerial"], [], "195"),
        ("ASSAULT", ["beat", "suicide-attack"], [], "1831"),
        ("AID", [], ["military"], "072"),
        ("AID", [], ["economic", "health"], "073"),
        ("SANCTION", ["discontinue"], [], "163"),
        ("SANCTION", ["discontinue"], ["diplomatic"], "161"),
        ("SUPPORT", [], [], "051"),
    ],
)
def test_cameo_for(kind: str, modes: list[str], contexts: list[str], expected: str) -> None:
    assert ontology.cameo_for(kind, modes, contexts) == expected


def test_mutual_support_is_a_signature() -> None:
    assert ontology.cameo_for("SUPPORT", mutual=True) == "057"
    assert ontology.cameo_for("CONSULT", ["phone"], mutual=True) == "041"


def test_the_order_of_contexts_does_not_matter() -> None:
    assert ontology.cameo_for("AID", [], ["economic", "military"]) == ontology.cameo_for("AID", [], ["military", "economic"])


def test_reading_falls_back_to_the_parent() -> None:
    exact = ontology.plover_for("1712")
    fallen = ontology.plover_for("1419")
    assert exact is not None
    assert (exact.event_type, exact.mode) == ("ASSAULT", "destroy")
    assert fallen is not None
    assert (fallen.event_type, fallen.mode) == ("PROTEST", "demo")


def test_statements_and_appeals_are_dropped_unless_asked_for() -> None:
    assert ontology.plover_for("010") is None
    assert ontology.plover_for("026") is None
    reading = ontology.plover_for("026", optional=True)
    assert reading is not None
    assert (reading.event_type, reading.mode) == ("REQUEST", "meet")


def test_hosting_a_visit_swaps_the_parties() -> None:
    host, guest = ontology.plover_for("043"), ontology.plover_for("042")
    assert host is not None
    assert guest is not None
    assert (host.mode, host.swap) == ("visit", True)
    assert not guest.swap


def test_merged_modes_are_named() -> None:
    strike = ontology.plover_for("143")
    assert strike is not None
    assert strike.mode is None
    assert strike.other_modes == ("strike", "boycott")


def test_codes_are_text() -> None:
    assert ontology.goldstein("010") == 0.0
    assert ontology.goldstein("10") == -5.0


@pytest.mark.parametrize("code", ["", "1", "21", "99", "04x", "12345", "²0"])
def test_unknown_codes_are_refused(code: str) -> None:
    with pytest.raises(ontology.UnknownCodeError):
        ontology.plover_for(code)
    with pytest.raises(ontology.UnknownCodeError):
        ontology.goldstein(code)


@pytest.mark.parametrize(
    ("code", "table", "expected"),
    [
        ("042", "gdelt", 1.9),
        ("016", "gdelt", -2.0),
        ("016", "icews", -5.0),
        ("016", "phoenix", 3.4),
        ("022", "gdelt", 3.2),
        ("022", "icews", 3.4),
        ("124", "phoenix", -5.0),
        ("164", "gdelt", -7.0),
        ("164", "icews", -6.5),
        ("1213", "gdelt", -4.0),  # not in that table: the parent's
        ("1952", "icews", -10.0),  # likewise
        ("163", "phoenix", -8.0),  # an embargo is 166 there
        ("166", "phoenix", -7.0),
        ("1661", "phoenix", -7.0),
    ],
)
def test_goldstein(code: str, table: GoldsteinTable, expected: float) -> None:
    assert ontology.goldstein(code, table) == expected


def test_every_code_has_a_goldstein_value_within_the_scale_in_every_table() -> None:
    tables: tuple[GoldsteinTable, ...] = ("gdelt", "icews", "phoenix")
    for code in ontology.cameo_codes():
        assert all(-10 <= ontology.goldstein(code, table) <= 10 for table in tables), code


@pytest.mark.parametrize(("code", "expected"), [("1952", "195"), ("176", "170"), ("155", "150"), ("042", "042"), ("04", "04")])
def test_newer_codes_as_older_data_sets_know_them(code: str, expected: str) -> None:
    assert ontology.legacy_code(code, "gdelt") == expected
