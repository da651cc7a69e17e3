"""``dragoman lexicon``: whether the lexicon's data files are in order."""

from __future__ import annotations

import typer

from dragoman.cli.guard import Status
from dragoman.cli.plain import one_line


def check_lexicon() -> None:
    """Print the problems, one a line; typer.Exit(1) if there are any."""
    from dragoman.lexicon import check

    problems = check()
    for problem in problems:
        typer.echo(one_line(problem))
    if problems:
        raise typer.Exit(Status.FAILED_DOCUMENTS)
    typer.echo("The lexicon is in order.")
