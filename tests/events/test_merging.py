"""One event told several times is one; two events that only look alike stay two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    (
        "a call told three times",
        "The president of Chile spoke by telephone with the president of Peru. During the telephone call he told her of rain.",
        "CONSULT",
        1,
    ),
    (
        "an expulsion told twice",
        "Lithuania expelled three Belarusian diplomats on Monday. The diplomats were expelled by Lithuania for spying.",
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
        "Lithuania expelled three Belarusian diplomats on Monday. Latvia expelled two Belarusian diplomats on Monday.",
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
    text = "Lithuania on Monday expelled three Belarusian diplomats."
    assert events_of(text, title="Lithuania expels Belarusian diplomats") == ["SANCTION LTU>BLR expel"]
