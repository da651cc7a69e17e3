"""Codings as tables for people. Texts of others enter as plain cells: no markup in them is obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.cli.plain import one_line
from dragoman.records import Coding, Engagement, Event, Evidence, Failure, Party

_FILE_WIDTH = 140
_LONGEST_QUOTATION = 200
_LONGEST_WORDS = 120


def console(stream: TextIO) -> Console:
    """A console that takes every text literally."""
    width = None if stream.isatty() else _FILE_WIDTH
    return Console(file=stream, markup=False, emoji=False, highlight=False, width=width)


def show(item: Coding | Failure, to: Console) -> None:
    """Print one document's coding, or why it has none."""
    if isinstance(item, Failure):
        to.print(_heading(item.id, None, None))
        to.print(Text(one_line(f"failed: {item.error}"), style="red"))
        to.print()
        return
    to.print(_heading(item.id, item.title, item.date))
    tables = [table for table in (_events(item), _engagements(item), _positions(item), _commitments(item)) if table]
    for table in tables:
        to.print(table)
    if not tables:
        to.print(Text("no political event", style="dim"))
    for warning in item.warnings:
        to.print(Text(one_line(f"warning: {warning}"), style="yellow"))
    to.print()


def party_label(party: Party) -> str:
    """A party in a few words: its name and its code."""
    name = party.name or party.text or "unnamed"
    code = party.country or ("/".join(party.sectors) if party.sectors else party.unresolved)
    return one_line(f"{name} ({code})" if code else name, _LONGEST_WORDS)


def _heading(document_id: str, title: str | None, date: str | None) -> Text:
    parts = [one_line(part, _LONGEST_WORDS) for part in (document_id, date, title) if part]
    return Text("  ".join(parts), style="bold")


def _events(coding: Coding) -> Table | None:
    return _table(
        "Events",
        ("Who", "What", "Whom", "When", "Evidence"),
        (
            (
                _parties(event.actors),
                _what(event),
                _parties(event.recipients),
                event.date or "",
                _quotation(event.evidence),
            )
            for event in coding.events
        ),
    )


def _engagements(coding: Coding) -> Table | None:
    return _table(
        "Engagements",
        ("Who", "What", "About", "When", "Evidence"),
        (
            (
                _parties(engagement.participants),
                _channel(engagement),
                "\n".join(one_line(item.text, _LONGEST_WORDS) for item in engagement.agenda),
                engagement.date or "",
                _quotation(engagement.evidence),
            )
            for engagement in coding.engagements
        ),
    )


def _positions(coding: Coding) -> Table | None:
    return _table(
        "Positions",
        ("Who", "Stance", "About", "Toward", "Evidence"),
        (
            (
                _parties([position.holder]),
                position.stance,
                one_line(position.about, _LONGEST_WORDS),
                _parties([position.toward] if position.toward else []),
                _quotation(position.evidence),
            )
            for position in coding.positions
        ),
    )


def _commitments(coding: Coding) -> Table | None:
    return _table(
        "Commitments",
        ("Who", "What", "Due", "Evidence"),
        (
            (
                _parties(commitment.parties),
                one_line(commitment.text, _LONGEST_WORDS),
                commitment.due or "",
                _quotation(commitment.evidence),
            )
            for commitment in coding.commitments
        ),
    )


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table | None:
    """A table, or None where it would be empty. The evidence column takes the room that is left."""
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, expand=True, show_lines=False)
    for column in columns:
        table.add_column(column, ratio=3 if column == "Evidence" else 2, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table if table.row_count else None


def _parties(parties: Iterable[Party]) -> str:
    return "\n".join(party_label(party) for party in parties)


def _what(event: Event) -> str:
    lines = [event.event_type, *event.mode]
    if event.factuality != "actual":
        lines.append(event.factuality)
    if event.claimed_by is not None:
        lines.append(f"claimed by {party_label(event.claimed_by)}")
    return "\n".join(one_line(line, _LONGEST_WORDS) for line in lines)


def _channel(engagement: Engagement) -> str:
    return engagement.channel if engagement.status == "held" else f"{engagement.channel}\n{engagement.status}"


def _quotation(evidence: Sequence[Evidence]) -> str:
    return one_line(evidence[0].text, _LONGEST_QUOTATION) if evidence else ""
