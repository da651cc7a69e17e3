"""``dragoman lexicon``: whether the lexicon's data files are in order, and what a name stands for."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import typer
from rich import box
from rich.table import Table

from dragoman.cli.guard import CommandError, Status
from dragoman.cli.plain import one_line
from dragoman.cli.render import console

if TYPE_CHECKING:
    from dragoman.lexicon import Entry

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def check_lexicon() -> None:
    """Print the problems, one a line; typer.Exit(1) if there are any."""
    from dragoman.lexicon import check

    problems = check()
    for problem in problems:
        typer.echo(one_line(problem))
    if problems:
        raise typer.Exit(Status.FAILED_DOCUMENTS)
    typer.echo("The lexicon is in order.")


def find_in_lexicon(words: str, *, date: str | None) -> None:
    """Print what the words may name; typer.Exit(1) if nothing. Raises CommandError for what is no date."""
    from dragoman.lexicon import Lexicon

    if date is not None and not _DATE.fullmatch(date):
        raise CommandError(f"--date {date!r}: a day, month or year is needed (ISO 8601)")
    found = Lexicon(str.split).find(words, date)
    if not found:
        typer.echo(one_line(f"The lexicon has no {words!r}{f' at {date}' if date else ''}."))
        raise typer.Exit(Status.FAILED_DOCUMENTS)
    table = Table(box=box.SIMPLE)
    for heading in ("name", "kind", "country", "sectors", "office", "from", "to"):
        table.add_column(heading)
    for entry in found:
        table.add_row(*map(one_line, _cells(entry)))
    console(sys.stdout).print(table)


def show_coverage() -> None:
    """Print the share of states that have a holder of a post, by decade."""
    from dragoman.lexicon import coverage

    table = Table(box=box.SIMPLE, caption="share of (state, year) with a holder in people.csv")
    found = coverage()
    table.add_column("post")
    for decade in next(iter(found.values())):
        table.add_column(decade, justify="right")
    for post, shares in found.items():
        table.add_row(post, *(f"{share:.2f}" for share in shares.values()))
    console(sys.stdout).print(table)


def _cells(entry: Entry) -> list[str]:
    told = [entry.code, " ".join(entry.sectors), entry.role, entry.since, entry.until]
    return [entry.name, entry.subkind or entry.kind, *(cell or "" for cell in told)]
