"""Reading gold files, and checking what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from making import TEXT, engagement, event, gold, parties, quotation

from dragoman.evaluation import GoldError, read_gold, validate
from dragoman.evaluation.validation import valid_date


def write(folder: Path, *lines: Any) -> Path:
    path = folder / "some.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    return path


def test_documents_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": "b", "text": TEXT, "date": "2020-06-18"}, "", {"id": "a", "text": "x\u2028y"})
    first, second = read_gold(path)
    assert (first.id, first.document.date, first.document.title) == ("b", "2020-06-18", "")
    assert second.document.text == "x\u2028y"
    assert first.entries.events == ()


def test_line_separators_inside_text_do_not_split_lines(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"id": "a", "text": "x\u2028y"}, ensure_ascii=False))
    assert read_gold(path)[0].document.text == "x\u2028y"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Expecting property name"),
        ("[]", "not a JSON object"),
        ({"id": "b"}, "text is missing"),
        ({"text": TEXT}, "id is missing"),
        ({"id": 3, "text": TEXT}, "id is missing or is not text"),
        ({"id": "a", "text": TEXT}, "id 'a' stands twice"),
        ({"id": "b", "text": TEXT, "events": {}}, None),
        ({"id": "b", "text": TEXT, "events": ["x"]}, "events holds something"),
        ({"id": "b", "text": TEXT, "events": [{"actors": []}]}, "no event_type"),
        (
            {"id": "b", "text": TEXT, "events": [event("PER AID CUB", contexts="economic")]},
            "contexts is not a list",
        ),
        ({"id": "b", "text": TEXT, "date": 2020}, "date"),
    ],
)
def test_a_bad_line_is_named_by_file_and_line(tmp_path: Path, line: Any, message: str | None) -> None:
    path = write(tmp_path, {"id": "a", "text": TEXT}, line)
    if message is None:  # an empty object in place of a list means none
        assert len(read_gold(path)) == 2
        return
    with pytest.raises(GoldError, match=r"some\.jsonl:2: ") as caught:
        read_gold(path)
    assert message in str(caught.value)


def test_a_sound_document_has_no_problem() -> None:
    document = gold(
        event("PER CONSULT CUB", mode="visit", date="2020-06-18", quad=1, plover_score=4.0),
        event("PER+CUB COOPERATE"),
        event("TCD ACCUSE TGO", claimed_by={"text": "Togo", "country": "TGO", "sectors": ["GOV"]}),
        engagements=[engagement("visit", "PER+CUB"), engagement("phone", "PER+CUB", status="planned")],
        positions=[
            {
                "holder": parties("TCD")[0],
                "stance": "condemn",
                "about": "raids",
                "evidence": quotation("raids"),
            }
        ],
        commitments=[{"parties": parties("PER"), "text": "go", "due": None, "evidence": [quotation("met")]}],
    )
    assert validate(document) == []


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (event("PER FIGHT CUB"), "'FIGHT' is not an event type"),
        (event("PER AID CUB", mode="visit"), "AID has no mode 'visit'"),
        (event("PER CONSULT CUB", mode=["visit", "visit"]), "a mode stands twice"),
        (event("PER AID CUB", contexts=["sports"]), "'sports' is not a context"),
        (event("PER COERCE CUB", mode="cyber"), "carries the context cyber"),
        (event("PER AID"), "AID needs a recipient"),
        (event("PER+CUB SANCTION"), "SANCTION needs a recipient"),
        (event("PER COOPERATE"), "COOPERATE needs a recipient"),
        (event("PER AID CUB", actors=[]), "no actor"),
        (event("PER AID GRL"), "recipients[0]: 'GRL' is not the code of a party; its parties are DNK"),
        (event("PER AID ZZZ"), "'ZZZ' is not the code"),
        (event("PER AID CUB", actors=[{"text": None, "country": None, "sectors": []}]), "sector UNK"),
        (event("PER AID CUB", actors=[{"country": "PER", "sectors": ["PRE"]}]), "PRE never stands alone"),
        (event("PER AID CUB", actors=[{"country": "PER", "sector": ["GOV"]}]), "unknown field 'sector'"),
        (event("PER AID CUB", factuality="likely"), "'likely' is not a factuality"),
        (event("PER CONSULT CUB", factuality="future"), "a future CONSULT is an actual AGREE"),
        (event("PER RETREAT CUB", factuality="future"), "a future RETREAT is an actual CONCEDE"),
        (event("PER ACCUSE CUB", date="18 June"), "'18 June' is not an ISO 8601"),
        (event("PER ACCUSE CUB", quad=1), "quad is 1, but type and modes give 3"),
        (event("PER ACCUSE CUB", plover_score=3.0), "plover_score is 3.0"),
        (event("PER ACCUSE CUB", location={"text": "x", "lat": 91}), "lat 91 is not within 90 degrees"),
        (event("PER ACCUSE CUB", location={"text": "x", "country": "XXX"}), "location: 'XXX'"),
        (event("PER ACCUSE CUB", evidence=[]), "no evidence"),
        (event("PER ACCUSE CUB", evidence=[{"start": 0, "end": 4, "text": "Cuba"}]), "the text has 'Peru'"),
        (event("PER ACCUSE CUB", evidence=[{"start": 5, "end": 999, "text": "x"}]), "is not inside the text"),
        (event("PER ACCUSE CUB", evidence=[{"start": 4, "end": 4, "text": ""}]), "is not inside the text"),
        (
            event("PER ACCUSE CUB", evidence=[{"field": "body", "start": 0, "end": 1}]),
            "neither text nor title",
        ),
        (event("PER ACCUSE CUB", evidence=[{"text": "Peru"}]), "not whole numbers"),
        (event("PER ACCUSE CUB", optinal=True), "unknown field 'optinal'"),
    ],
)
def test_problems_of_events(wrong: dict[str, Any], problem: str) -> None:
    problems = validate(gold(event("PER ACCUSE CUB"), wrong))
    assert any(found.startswith("events[1]") and problem in found for found in problems), problems


def test_a_future_protest_is_allowed() -> None:
    assert validate(gold(event("PER PROTEST", factuality="future"))) == []


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"engagements": [engagement("chat", "PER+CUB")]}, "engagements[0]: 'chat' is not a channel"),
        ({"engagements": [engagement("phone", "PER", channel_other="chat")]}, "'chat' is not a channel"),
        ({"engagements": [engagement("phone", "PER", status="over")]}, "'over' is not a status"),
        ({"engagements": [{"channel": "phone", "participants": []}]}, "no participant"),
        (
            {"engagements": [engagement("phone", "PER", agenda=[{"countries": ["XX"]}])]},
            "'XX' is not a country",
        ),
        (
            {"engagements": [engagement("phone", "PER", agenda_optional={"contexts": ["x"]})]},
            "'x' is not a context",
        ),
        (
            {"engagements": [engagement("phone", "PER", status="planned"), engagement("phone", "PER")]},
            "held come first",
        ),
        (
            {"positions": [{"holder": parties("PER")[0], "stance": "like", "about": "x"}]},
            "'like' is not a stance",
        ),
        ({"positions": [{"stance": "urge", "about": "x"}]}, "no holder"),
        ({"commitments": [{"parties": [], "text": "x"}]}, "binds nobody"),
        ({"commitments": [{"parties": parties("PER"), "text": "x", "due": "soon"}]}, "'soon' is not"),
        ({"date": "yesterday"}, "document: 'yesterday'"),
        ({"event": []}, "document: unknown field 'event'"),
    ],
)
def test_problems_of_other_records(more: dict[str, Any], problem: str) -> None:
    problems = validate(gold(**more))
    assert any(problem in found for found in problems), problems


@pytest.mark.parametrize("value", ["2020", "2020-06", "2020-06-18", "2020-06/2020-07-01", "2019/2020"])
def test_dates(value: str) -> None:
    assert valid_date(value)


@pytest.mark.parametrize(
    "value",
    ["", "20", "2020-6", "2020-13", "2020-02-30", "20200618", "2020-W25", "2020/2019", "a/b", 2020, None],
)
def test_no_dates(value: object) -> None:
    assert not valid_date(value)
