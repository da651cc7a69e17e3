"""Codings as tables: every kind of record shows, and no text of others is obeyed."""

from __future__ import annotations

import io

from dragoman.cli.plain import one_line, printable
from dragoman.cli.render import console, party_label, show
from dragoman.records import (
    AgendaItem,
    Coding,
    Commitment,
    Engagement,
    Event,
    Evidence,
    Failure,
    Party,
    Position,
    Run,
)

HOSTILE = "[red]Samoa[/red] \x1b]0;owned\x07\u202e[link=http://x]"
RUN = Run(program="0", lexicon="0", model="none", model_version="0", model_sha256="0")


def shown(item: Coding | Failure) -> str:
    stream = io.StringIO()
    show(item, console(stream))
    return stream.getvalue()


def full(text: str) -> Coding:
    evidence = (Evidence(start=0, end=len(text), text=text),)
    samoa, tonga = Party(text=text, country="WSM"), Party(name="Tonga", country="TON")
    event = Event(
        id="e",
        event_type="ACCUSE",
        mode=("allege",),
        actors=(samoa,),
        recipients=(tonga,),
        factuality="negated",
        claimed_by=tonga,
        date="2020-06",
        quad=3,
        plover_score=-1,
        confidence=0.5,
        evidence=evidence,
    )
    engagement = Engagement(
        id="g",
        status="planned",
        channel="phone",
        participants=(samoa, tonga),
        agenda=(AgendaItem(text="fishing"),),
        confidence=0.5,
        evidence=evidence,
    )
    position = Position(id="p", holder=samoa, stance="urge", about="the nets", toward=tonga, confidence=0.5, evidence=evidence)
    commitment = Commitment(id="c", parties=(samoa, tonga), text="to meet again", due="2021", confidence=0.5, evidence=evidence)
    return Coding(
        id="d1",
        title=text,
        text=text,
        text_sha256="0",
        events=(event,),
        engagements=(engagement,),
        positions=(position,),
        commitments=(commitment,),
        warnings=(text,),
        run=RUN,
    )


def test_every_kind_of_record_shows() -> None:
    table = shown(full("Samoa accused Tonga"))
    for words in (
        *("Events", "Engagements", "Positions", "Commitments", "Who", "What", "Whom", "Evidence"),
        *("ACCUSE", "allege", "negated", "claimed by Tonga", "2020-06", "Tonga (TON)", "Samoa accused Tonga"),
        *("phone", "planned", "fishing", "urge", "the nets", "to meet again", "2021", "warning"),
    ):
        assert words in table, words


def test_hostile_texts_are_shown_not_obeyed() -> None:
    table = shown(full(HOSTILE))
    assert "[red]Samoa[/red]" in table
    assert not {"\x1b", "\x07", "\u202e"} & set(table)


def test_hostile_failure() -> None:
    text = shown(Failure(id=HOSTILE, error=f"{HOSTILE}\nsecond line"))
    assert "[red]Samoa[/red]" in text
    assert "\x1b" not in text


def test_a_quiet_document_says_so() -> None:
    text = shown(Coding(id="d1", text="Rain.", text_sha256="0", run=RUN))
    assert "no political event" in text
    assert "Events" not in text


def test_party_labels() -> None:
    assert party_label(Party(text="the premier", name="A. Premier", country="TON")) == "A. Premier (TON)"
    assert party_label(Party(sectors=("UAF",))) == "unnamed (UAF)"
    assert party_label(Party(text="the force", unresolved="ambiguous")) == "the force (ambiguous)"
    assert party_label(Party(text="someone")) == "someone"


def test_one_line_is_cut_and_printable() -> None:
    assert one_line("a\n b\tc") == "a b c"
    assert one_line("abcdef", 4) == "abc\N{HORIZONTAL ELLIPSIS}"
    assert printable("a\x00\x9b\x7f\ud800\nb") == "a" + "\N{REPLACEMENT CHARACTER}" * 4 + "\nb"
