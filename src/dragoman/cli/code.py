"""``dragoman code``: documents in, codings out, in input order."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

import typer

from dragoman.cli.guard import CommandError, Status, complain
from dragoman.cli.output import STANDARD_OUTPUT, check_target, opened
from dragoman.reading.notices import Notice
from dragoman.records import Coding, Document, Failure

if TYPE_CHECKING:
    from dragoman.coder import Coder

TABLE, JSON_LINES = "table", "jsonl"
FORMATS = (TABLE, JSON_LINES)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of ``dragoman code``; None means that the user did not say."""

    output: str | None = None
    form: str | None = None
    no_text: bool = False
    workers: int = 1
    date: str | None = None
    quiet: bool = False
    actors: str | None = None

    def chosen_form(self, *, terminal: bool) -> str:
        """Tables for a person at a terminal, JSON Lines for everything else."""
        return self.form or (TABLE if terminal and self.output is None else JSON_LINES)


def code(files: Sequence[str], options: Options) -> None:
    """Code the files. Raises typer.Exit(1) at the end if a document failed, CommandError before the start."""
    if options.form is not None and options.form not in FORMATS:
        raise CommandError(f"--format {options.form}: is not one of {', '.join(FORMATS)}")
    if options.output is not None:
        check_target(options.output)
    notices = Notices(quiet=options.quiet)
    documents = read_documents(files, date=options.date, notices=notices)
    form = options.chosen_form(terminal=sys.stdout.isatty())
    target = options.output or STANDARD_OUTPUT

    coder = coder_with(options.actors, quiet=options.quiet)
    done = failed = 0
    with opened(target) as stream, _progress(_wants_progress(options, target)) as advance:
        write = _writer(form, stream, with_text=not options.no_text)
        for item in coder.code_many(documents, workers=options.workers):
            result = notices.attach(item)
            write(result)
            stream.flush()
            done += 1
            failed += isinstance(result, Failure)
            advance()
    if failed:
        if not options.quiet:
            complain(f"{failed} of {done} documents failed")
        raise typer.Exit(Status.FAILED_DOCUMENTS)


def coder_with(actors: str | None, *, quiet: bool) -> Coder:
    """A coder that knows the user's own actors, with a warning for what they replace.

    Raises CommandError for a file of actors that cannot be read or is faulty.
    """
    from dragoman.coder import Coder
    from dragoman.lexicon import LexiconError

    try:
        coder = Coder(actors=actors)
    except LexiconError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        if actors is None or error.filename != actors:
            raise
        raise CommandError(f"--actors {actors}: {error.strerror}") from error
    for told in coder.overridden if not quiet else ():
        complain(f"warning: {told}")
    return coder


class Notices:
    """Takes the reader's notices to standard error, and into the warnings of the codings they belong to."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._pending: dict[str, list[str]] = {}

    def __call__(self, notice: Notice) -> None:
        """Receive a notice; it comes before its document does."""
        self._pending.setdefault(notice.document_id, []).append(str(notice))
        if not self._quiet:
            complain(f"warning: {notice}")

    def attach(self, item: Coding | Failure) -> Coding | Failure:
        """The item, with what the reader had to say about its document."""
        if isinstance(item, Failure) or not (told := self._pending.pop(item.id, [])):
            return item
        return item.model_copy(update={"warnings": (*told, *item.warnings)})


def read_documents(files: Sequence[str], *, date: str | None, notices: Callable[[Notice], None]) -> Iterator[Document | Failure]:
    """The documents of the files. Raises CommandError for a ``--date`` that is none."""
    from dragoman.reading import read

    # The page extractor reports its own troubles there; ours are Failures.
    for name in ("trafilatura", "htmldate", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return read(files, date=date, warn=notices)
    except ValueError as error:
        raise CommandError(f"--date: {error}") from None


def _writer(form: str, stream: TextIO, *, with_text: bool) -> Callable[[Coding | Failure], None]:
    if form == JSON_LINES:
        return lambda item: _write_line(stream, item.to_json(with_text=with_text))
    from dragoman.cli.render import console, show

    to = console(stream)
    return lambda item: show(item, to)


def _write_line(stream: TextIO, line: str) -> None:
    stream.write(line)
    stream.write("\n")


def _wants_progress(options: Options, target: str) -> bool:
    """Progress is for a person who does not see the results themselves going by."""
    seen = target == STANDARD_OUTPUT and sys.stdout.isatty()
    return sys.stderr.isatty() and not options.quiet and not seen


@contextmanager
def _progress(wanted: bool) -> Iterator[Callable[[], None]]:
    """A counter on standard error; how many documents will come is not known, as they are read one at a
    time."""
    if not wanted:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("coding", total=None)
        yield lambda: bar.advance(task)
