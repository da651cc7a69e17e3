"""``dragoman explain``: why each record is there."""

from __future__ import annotations

import typer

from dragoman.cli.code import Notices, coder_with, read_documents
from dragoman.cli.guard import CommandError, Status, complain
from dragoman.cli.plain import printable
from dragoman.records import Failure


def explain(file: str, *, only: str | None = None, date: str | None = None, actors: str | None = None) -> None:
    """Print the explanation of each document of a file, or of the one with the id ``only``.

    Raises CommandError where no document has that id, typer.Exit(1) at the end if a document could not be
    read.
    """
    documents = read_documents([file], date=date, notices=Notices(quiet=False))
    coder = coder_with(actors, quiet=False)
    failed = found = False
    for document in documents:
        if only is not None and document.id != only:
            continue
        found = True
        if isinstance(document, Failure):
            complain(document.error)
            failed = True
            continue
        typer.echo(printable(coder.explain(document)))
    if not found:
        raise CommandError(f"{file}: no document has the id {only!r}")
    if failed:
        raise typer.Exit(Status.FAILED_DOCUMENTS)
