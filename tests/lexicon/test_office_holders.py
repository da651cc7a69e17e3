"""The table of office-holders: whom it covers, and that it does not contradict itself."""

from __future__ import annotations

from dragoman.lexicon.office_holders import Term, contradictions, coverage
from dragoman.lexicon.tables import Row


def term(name: str, first: int, last: int, office: str = "president") -> Term:
    return Term("URY", office, name, first, last, Row("people.csv", first, {}))


def test_the_shipped_table_has_no_two_holders_at_once() -> None:
    assert list(contradictions()) == []


def test_a_year_of_change_is_no_contradiction_but_two_years_are() -> None:
    assert list(contradictions([term("Ana Ferro", 2001, 2005), term("Rui Sosa", 2005, 2009)])) == []
    assert list(contradictions([term("Ana Ferro", 2001, 2005), term("Rui Sosa", 2003, 2003)])) == []
    [told] = contradictions([term("Ana Ferro", 2001, 2005), term("Rui Sosa", 2004, 2009)])
    assert told == "people.csv:2004: Rui Sosa and Ana Ferro (line 2001) are both president of URY from 2004 to 2005"


def test_offices_that_several_hold_do_not_contradict() -> None:
    assert list(contradictions([term("A", 2001, 2009, "vice president"), term("B", 2001, 2009, "vice president")])) == []


def test_coverage_is_a_share_by_post_and_decade() -> None:
    found = coverage()
    assert found["foreign minister"]["2010s"] > found["foreign minister"]["1980s"]
    assert all(0 <= share <= 1 for decades in found.values() for share in decades.values())
    assert coverage(["USA"])["head of state"] == dict.fromkeys(found["head of state"], 1.0)
