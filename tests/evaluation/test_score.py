"""Scores of small cases that were computed by hand."""

from __future__ import annotations

from typing import Any

import pytest
from making import coding, engagement, event, gold, parties, quotation

from dragoman.evaluation import evaluate
from dragoman.records import Coding, Event, Evidence, Failure, Party, Run


def counts(figures: dict[str, Any], name: str) -> tuple[float, float, float]:
    return figures[name]["tp"], figures[name]["fp"], figures[name]["fn"]


def test_one_right_one_missed_one_invented() -> None:
    report = evaluate(
        [gold(event("TCD ACCUSE TGO"), event("PER AID CUB"))],
        [coding(event("TCD ACCUSE TGO"), event("FJI REJECT WSM"))],
    )
    assert counts(report.figures, "event") == (1, 1, 1)
    assert report.figures["event"]["f1"] == 0.5
    assert report.figures["by_type"]["AID"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "tp": 0.0,
        "fp": 0.0,
        "fn": 1.0,
    }


def test_a_missing_party_of_a_reciprocal_event_costs_a_part() -> None:
    # three countries make 6 triples, two of them 2: Dice is 2 * 2 / (6 + 2)
    report = evaluate([gold(event("PER+CUB+BOL CONSULT"))], [coding(event("PER+CUB CONSULT"))])
    assert counts(report.figures, "event") == (0.5, 0.5, 0.5)
    assert counts(report.figures, "triple") == (2, 0, 4)


def test_an_event_coded_twice_is_once_invented() -> None:
    report = evaluate([gold(event("PER AID CUB"))], [coding(event("PER AID CUB"), event("PER AID CUB"))])
    assert counts(report.figures, "event") == (1, 1, 0)
    assert counts(report.figures, "triple") == (1, 0, 0)


def test_direction_counts_except_for_consult() -> None:
    turned = evaluate([gold(event("PER AID CUB"))], [coding(event("CUB AID PER"))])
    assert counts(turned.figures, "event") == (0, 1, 1)
    assert counts(turned.figures, "quad") == (0, 1, 1)
    assert counts(turned.figures, "type") == (1, 0, 0)
    visit = evaluate([gold(event("PER CONSULT CUB"))], [coding(event("PER+CUB CONSULT"))])
    assert counts(visit.figures, "event") == (1, 0, 0)


def test_another_type_of_the_same_quad() -> None:
    report = evaluate([gold(event("TCD ACCUSE TGO"))], [coding(event("TCD REJECT TGO"))])
    assert counts(report.figures, "event") == (0, 1, 1)
    assert counts(report.figures, "quad") == (1, 0, 0)
    assert counts(report.figures, "dyad") == (1, 0, 0)


def test_optional_events_are_neither_required_nor_invented() -> None:
    spare = event("PER SUPPORT CUB", optional=True)
    assert counts(evaluate([gold(spare)], [coding()]).figures, "event") == (0, 0, 0)
    told = evaluate([gold(spare)], [coding(event("PER SUPPORT CUB"))])
    assert counts(told.figures, "event") == (0, 0, 0)
    assert counts(told.figures, "triple") == (0, 0, 0)
    assert told.figures["quiet_documents"] == 0
    # an optional event forgives one coded event, not two
    twice = evaluate([gold(spare)], [coding(event("PER SUPPORT CUB"), event("PER SUPPORT CUB"))])
    assert counts(twice.figures, "event") == (0, 1, 0)


def test_what_is_denied_must_not_be_reported_as_done() -> None:
    denied = gold(event("TCD ASSAULT TGO", factuality="negated"))
    told = evaluate([denied], [coding(event("TCD ASSAULT TGO"))])
    assert told.figures["denied_reported_as_done"] == [1, 1]
    assert counts(told.figures, "event") == (0, 0, 0)
    kept = evaluate([denied], [coding(event("TCD ASSAULT TGO", factuality="negated"))])
    assert kept.figures["denied_reported_as_done"] == [0, 1]
    # where the text also reports it as done, nothing is false
    both = gold(event("TCD ASSAULT TGO", factuality="negated"), event("TCD ASSAULT TGO"))
    assert evaluate([both], []).figures["denied_reported_as_done"] == [0, 0]


def test_quiet_documents() -> None:
    quiet = [gold(id="a"), gold(id="b"), gold(event("PER AID CUB"), id="c")]
    report = evaluate(quiet, [coding(event("TCD AID TGO"), id="a"), coding(id="b"), coding(id="c")])
    assert report.figures["quiet_documents"] == 2
    assert report.figures["false_events_per_quiet_document"] == 0.5
    assert evaluate(quiet[2:], []).figures["false_events_per_quiet_document"] is None


def test_attributes_of_paired_events_only() -> None:
    right = event(
        "PER CONSULT CUB",
        mode="visit",
        contexts=["economic", "health"],
        date="2020-06-18",
        location={"text": "the city of Havana"},
        claimed_by={"country": "PER"},
    )
    coded = event(
        "PER CONSULT CUB",
        mode=["visit", "phone"],
        contexts=["economic"],
        date="2020-06-17",
        location={"name": "Havana"},
    )
    report = evaluate([gold(right, event("TCD AID TGO"))], [coding(coded)])
    assert counts(report.figures, "mode") == (1, 1, 0)
    assert counts(report.figures, "context") == (1, 0, 1)
    assert counts(report.figures, "place") == (1, 0, 0)
    assert counts(report.figures, "claimant") == (0, 0, 1)
    assert report.figures["date_accuracy"] == 0.0
    assert report.figures["evidence_overlap"] == 1.0
    assert report.figures["factuality_accuracy"] == 1.0


def test_words_that_fill_place_names_do_not_make_places_equal() -> None:
    report = evaluate(
        [gold(event("PER AID CUB", location={"text": "near the city of Lima"}))],
        [coding(event("PER AID CUB", location={"text": "near the city of Cusco"}))],
    )
    assert counts(report.figures, "place") == (0, 1, 1)


def test_main_sector_by_country_where_gold_has_one() -> None:
    right, coded = event("PER AID CUB"), event("PER AID CUB")
    right["actors"][0]["sectors"] = ["GOV", "MIL"]
    coded["actors"][0]["sectors"] = ["GOV"]
    coded["recipients"][0]["sectors"] = ["CVL"]
    assert counts(evaluate([gold(right)], [coding(coded)]).figures, "sector") == (1, 1, 0)
    assert counts(evaluate([gold(event("PER AID CUB"))], [coding(coded)]).figures, "sector") == (0, 0, 0)


def test_gold_may_allow_a_second_factuality() -> None:
    loose = event("PER AID CUB", factuality_other="historical")
    told = event("PER AID CUB", factuality="historical")
    assert evaluate([gold(loose)], [coding(told)]).figures["factuality_accuracy"] == 1.0
    assert evaluate([gold(event("PER AID CUB"))], [coding(told)]).figures["factuality_accuracy"] == 0.0


def test_overlapping_evidence_decides_between_equal_pairs() -> None:
    first = event("PER CONSULT CUB", mode="phone", evidence=[quotation("Chad accused Togo")])
    second = event("PER CONSULT CUB", mode="visit")
    report = evaluate([gold(first, second)], [coding(event("PER CONSULT CUB", mode="visit"))])
    assert counts(report.figures, "mode") == (1, 0, 0)


def test_two_parties_of_one_country() -> None:
    report = evaluate([gold(event("SDN+SDN ASSAULT"))], [coding(event("SDN ASSAULT SDN"))])
    assert counts(report.figures, "event") == (1, 0, 0)


def test_only_held_engagements_count() -> None:
    right = gold(engagements=[engagement("phone", "PER+CUB"), engagement("visit", "PER+BOL", status="planned")])
    report = evaluate(
        [right],
        [coding(engagements=[engagement("video", "CUB+PER"), engagement("visit", "PER+BOL", status="planned")])],
    )
    assert counts(report.figures, "engagement") == (0, 1, 1)
    assert counts(report.figures, "engagement_parties") == (1, 0, 0)


def test_gold_may_allow_a_second_channel() -> None:
    right = gold(engagements=[engagement("phone", "PER+CUB", channel_other="video")])
    for channel, expected in (("phone", (1, 0, 0)), ("video", (1, 0, 0)), ("visit", (0, 1, 1))):
        report = evaluate([right], [coding(engagements=[engagement(channel, "PER+CUB")])])
        assert counts(report.figures, "engagement") == expected


def test_agenda_and_participants() -> None:
    right = engagement(
        "phone",
        "PER+CUB",
        agenda=[{"text": "trade", "contexts": ["economic"], "countries": ["BOL"]}],
        agenda_optional={"contexts": ["health"]},
    )
    right["participants"][0]["name"] = "Juana Q. Tester"
    told = engagement("phone", "PER+CUB", agenda=[{"text": "x", "contexts": ["health", "cyber", "economic"]}])
    told["participants"][0]["name"] = "J. TESTER"
    told["participants"][1]["name"] = "Example"
    report = evaluate([gold(engagements=[right])], [coding(engagements=[told])])
    assert counts(report.figures, "agenda") == (1, 1, 1)
    assert counts(report.figures, "participant") == (1, 1, 0)


def test_positions_and_commitments() -> None:
    report = evaluate(
        [
            gold(
                positions=[
                    {"holder": {"country": "PER"}, "stance": "urge"},
                    {"holder": {"country": "PER"}, "stance": "thank", "optional": True},
                ],
                commitments=[{"parties": parties("PER+CUB"), "text": "meet"}],
            )
        ],
        [
            coding(
                positions=[
                    {"holder": {"country": "PER"}, "stance": "thank"},
                    {"holder": {"country": "CUB"}, "stance": "urge"},
                ],
                commitments=[{"parties": parties("CUB+PER"), "text": "visit"}],
            )
        ],
    )
    assert counts(report.figures, "position") == (0, 1, 1)
    assert counts(report.figures, "commitment") == (1, 0, 0)


def test_documents_without_coding_and_failures_are_counted() -> None:
    documents = [gold(event("PER AID CUB"), id="a"), gold(event("PER AID CUB"), id="b")]
    report = evaluate(documents, [Failure(id="b", error="empty text")])
    assert (report.figures["not_coded"], report.figures["failed"]) == (1, 1)
    assert counts(report.figures, "event") == (0, 0, 2)


def test_codings_of_other_documents_are_left_aside() -> None:
    report = evaluate([gold(id="a")], [coding(id="a"), coding(event("PER AID CUB"), id="z")])
    assert counts(report.figures, "event") == (0, 0, 0)
    assert report.figures["documents"] == 1


def test_two_codings_of_one_document_are_refused() -> None:
    with pytest.raises(ValueError, match="two codings have the id 'a'"):
        evaluate([gold()], [coding(), coding()])


def test_records_are_scored_like_their_json() -> None:
    record = Coding(
        id="a",
        text_sha256="0" * 64,
        events=(
            Event(
                id="1",
                event_type="CONSULT",
                mode=("visit",),
                actors=(Party(text="Peru's minister", country="PER", sectors=("GOV",)),),
                recipients=(Party(text="Cuba's", country="CUB"),),
                quad=1,
                plover_score=4.0,
                confidence=0.9,
                evidence=(Evidence(**quotation("Peru's minister met Cuba's in Havana.")),),
            ),
        ),
        run=Run(program="test", lexicon="test", model="test", model_version="0", model_sha256="0" * 64),
    )
    report = evaluate([gold(event("PER CONSULT CUB", mode="visit"))], [record])
    assert report.figures["event"]["f1"] == 1.0
    assert report.figures["mode"]["f1"] == 1.0


def test_the_order_of_documents_and_codings_does_not_matter() -> None:
    documents = [gold(event("PER AID CUB"), id="a"), gold(event("TCD ACCUSE TGO"), id="b")]
    codings = [coding(event("PER AID CUB"), id="a"), coding(event("TGO ACCUSE TCD"), id="b")]
    assert evaluate(documents, codings).figures == evaluate(documents[::-1], codings[::-1]).figures


def test_a_coding_without_id_or_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="no id"):
        evaluate([gold()], [{"events": []}])
    with pytest.raises(ValueError, match="actors is not a list"):
        evaluate([gold()], [coding(event("PER AID CUB", actors="Peru"))])
