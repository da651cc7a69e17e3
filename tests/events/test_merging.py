"""One event told several times is one; two events that only look alike stay two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    (
        "a call told three times",
        "Chile's president spoke by phone with Peru's president. In the call he spoke of rain. The two presidents spoke long.",
        "CONSULT",
        1,
    ),
    (
        "an expulsion told twice",
        "Estonia expelled two Syrian diplomats on Monday. The diplomats were expelled by Estonia for spying.",
        "SANCTION",
        1,
    ),
    (
        "the same raid on two days",
        "On Monday Israeli planes bombed a depot in Syria. On Thursday Israeli planes bombed another depot in Syria.",
        "ASSAULT",
        2,
    ),
    (
        "two who were expelled from",
        "Estonia expelled two Syrian diplomats on Monday. Latvia expelled four Syrian diplomats on Monday.",
        "SANCTION",
        2,
    ),
    (
        "two recipients in two sentences, one day apart",
        "The president of Chile visited Peru on Sunday. The president of Chile visited Ecuador on Monday.",
        "CONSULT",
        2,
    ),
    (
        "both ways",
        "Chad expelled two Sudanese diplomats on Sunday. Sudan expelled two Chadian diplomats on Monday.",
        "SANCTION",
        2,
    ),
]


@pytest.mark.parametrize(("text", "event_type", "count"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_how_many_events(events_of: Callable[..., list[str]], text: str, event_type: str, count: int) -> None:
    assert len([event for event in events_of(text) if event.startswith(event_type)]) == count


def test_headline_and_text_tell_one_event(events_of: Callable[..., list[str]]) -> None:
    text = "Estonia on Monday expelled two Syrian diplomats."
    assert events_of(text, title="Estonia expels Syrian diplomats") == ["SANCTION EST>SYR expel"]
