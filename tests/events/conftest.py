"""What the tests of events share: how an event is written in one line, so that tables of cases stay readable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import dragoman
from dragoman.records import Event, Party

DAY = "2031-05-13"
"""The day of publication of all the invented texts, a Tuesday."""


def brief(event: Event, *, modes: bool = True) -> str:
    """``TYPE actors>recipients modes !factuality``: countries, or the sector of a party without one; sorted."""

    def codes(parties: tuple[Party, ...]) -> str:
        return "+".join(sorted({p.country or next(iter(p.sectors), "?") for p in parties}))

    told = f"{event.event_type} {codes(event.actors)}"
    if event.recipients:
        told += f">{codes(event.recipients)}"
    if modes and event.mode:
        told += " " + "+".join(sorted(event.mode))
    return told if event.factuality == "actual" else f"{told} !{event.factuality}"


@pytest.fixture(scope="session")
def events_of(coder: dragoman.Coder) -> Callable[..., list[str]]:
    """The events of a text, in short, sorted; ``modes=False`` leaves modes out, ``title`` is a headline."""

    def find(text: str, *, modes: bool = True, title: str = "") -> list[str]:
        return sorted(brief(event, modes=modes) for event in coder.code(text, title=title, date=DAY).events)

    return find
