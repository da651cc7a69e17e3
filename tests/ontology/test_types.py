"""Event types, modes, scores and quad classes."""

from __future__ import annotations

import pytest

from dragoman import ontology
from dragoman.ontology.tables import plover


def test_names_in_code_are_the_names_in_the_data() -> None:
    assert tuple(entry["name"] for entry in plover()["event_types"]) == ontology.EVENT_TYPES


def test_there_are_sixteen_types_and_sixty_seven_modes() -> None:
    kinds = [ontology.event_type(name) for name in ontology.EVENT_TYPES]
    assert len(kinds) == 16
    assert sum(len(kind.modes) for kind in kinds) == 67
    assert {kind.name: len(kind.modes) for kind in kinds if kind.modes} == {
        "CONSULT": 4,
        "RETREAT": 6,
        "REQUEST": 4,
        "ACCUSE": 3,
        "REJECT": 4,
        "THREATEN": 6,
        "PROTEST": 7,
        "SANCTION": 4,
        "MOBILIZE": 4,
        "COERCE": 10,
        "ASSAULT": 15,
    }


@pytest.mark.parametrize(
    ("kind", "modes", "expected"),
    [
        ("CONSULT", [], 2.5),
        ("CONSULT", ["third-party"], 1.0),
        ("ACCUSE", [], -3.0),
        ("ASSAULT", ["beat"], -7.5),
        ("ASSAULT", ["beat", "aerial"], -9.5),
        ("ASSAULT", ["aerial", "beat"], -9.5),
        ("REQUEST", ["meet", "change"], -1.0),
        ("PROTEST", ["vandalize"], -5.0),
    ],
)
def test_score_is_of_the_mode_farthest_from_zero_else_of_the_type(kind: str, modes: list[str], expected: float) -> None:
    assert ontology.score(kind, modes) == expected


def test_all_scores_are_within_the_scale() -> None:
    for name in ontology.EVENT_TYPES:
        kind = ontology.event_type(name)
        assert all(-10 <= value <= 10 for value in (kind.score, *(mode.score for mode in kind.modes)))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("CONCEDE", 1), ("RETREAT", 2), ("REQUEST", 3), ("SANCTION", 4), ("PROTEST", 4), ("THREATEN", 3)],
)
def test_quad(kind: str, expected: int) -> None:
    assert ontology.quad(kind) == expected


def test_quad_names() -> None:
    assert ontology.quad_name(3) == "verbal_conflict"
    with pytest.raises(ontology.UnknownCodeError, match="quad class 5"):
        ontology.quad_name(5)


def test_a_mode_belongs_to_its_type() -> None:
    assert ontology.valid_mode("SANCTION", "withdraw")
    assert not ontology.valid_mode("AGREE", "withdraw")
    assert not ontology.valid_mode("FIGHT", "aerial")
    with pytest.raises(ontology.UnknownCodeError, match="AID mode 'visit'"):
        ontology.score("AID", ["visit"])


def test_unknown_type_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ontology.UnknownCodeError, match=r"'THREAT'.*THREATEN"):
        ontology.event_type("THREAT")


def test_only_three_types_require_a_recipient() -> None:
    needing = {name for name in ontology.EVENT_TYPES if ontology.event_type(name).requires_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_older_names_are_read_as_present_ones() -> None:
    assert ontology.canonical_type("fight") == "ASSAULT"
    assert ontology.canonical_type("Consult") == "CONSULT"
    assert ontology.canonical_mode("ASSAULT", "assassinate") == "targeted"
    assert ontology.canonical_mode("ASSAULT", "cleansing") is None
    assert ontology.canonical_mode("COERCE", "Martial-Law") == "martial-law"


def test_future_events_become_promises() -> None:
    assert ontology.future_type("CONSULT") == "AGREE"
    assert ontology.future_type("RETREAT") == "CONCEDE"
    assert ontology.future_type("PROTEST") is None


def test_two_modes_of_coercion_carry_their_context() -> None:
    assert ontology.implied_contexts("COERCE", ["arrest", "cyber"]) == ("cyber",)
    assert ontology.implied_contexts("ASSAULT", ["aerial"]) == ()
