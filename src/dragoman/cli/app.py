"""The commands of ``dragoman`` and their options."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.guard import DEBUG, Status, complain, guarded

app = typer.Typer(
    name="dragoman",
    help="Read news and official readouts; write down who did what to whom, with the evidence.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
lexicon_app = typer.Typer(help="Look into the lexicon.", rich_markup_mode=None)
app.add_typer(lexicon_app, name="lexicon")

Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
Actors = Annotated[
    str | None,
    typer.Option("--actors", metavar="FILE", help="Actors of your own, TOML or CSV: they add to the lexicon and override it."),
]
Workers = Annotated[int, typer.Option("--workers", "-w", min=1, max=256, help="Processes that code at once.")]


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.")] = False,
    debug: Debug = False,
) -> None:
    """Read news and official readouts; write down who did what to whom, with the evidence."""
    DEBUG.set(debug)
    if version:
        from dragoman.cli.version import version_line

        typer.echo(version_line())
        raise typer.Exit()
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(Status.USAGE)


@app.command("code")
@guarded
def code_command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES",
            help="Plain text, HTML or JSON Lines, also gzipped; - is standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write JSON Lines there, whole or not at all; - is stdout."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="table|jsonl", help="Tables on a terminal, else JSON Lines."),
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave titles and texts out of JSON Lines.")] = False,
    workers: Workers = 1,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Publication date (ISO 8601) of documents that tell none."),
    ] = None,
    actors: Actors = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no warnings.")] = False,
    debug: Debug = False,
) -> None:
    """Code documents: events, engagements, positions and commitments.

    The output keeps the order of the input. A document that fails gives a line with its id and an error, the
    run goes on, and the exit status is 1.
    """
    from dragoman.cli.code import Options, code

    code(files, Options(output, form, no_text, workers, date, quiet, actors))


@app.command("explain")
@guarded
def explain_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="As for code; - is standard input.", show_default=False)],
    only: Annotated[str | None, typer.Option("--id", metavar="ID", help="Only the document with this id.")] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Publication date (ISO 8601) of documents that tell none."),
    ] = None,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Tell why each record is there: which frame, which words, how names were resolved."""
    from dragoman.cli.explain import explain

    explain(file, only=only, date=date, actors=actors)


@app.command("evaluate")
@guarded
def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Documents with their coding.", show_default=False)],
    predicted: Annotated[
        Path | None,
        typer.Option("--predicted", metavar="FILE", help="Codings to score; without it the texts are coded now."),
    ] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, metavar="N", help="Show the errors of the N worst documents.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Figures and errors as one JSON object.")] = False,
    workers: Workers = 1,
    debug: Debug = False,
) -> None:
    """Score codings against a gold file."""
    from dragoman.cli.evaluate import evaluate

    evaluate(gold, predicted=predicted, errors=errors, as_json=as_json, workers=workers)


@lexicon_app.command("check")
@guarded
def lexicon_check_command(debug: Debug = False) -> None:
    """Check the lexicon's data files; each problem is a line with file and line number."""
    from dragoman.cli.lexicon import check_lexicon

    check_lexicon()


@lexicon_app.command("find")
@guarded
def lexicon_find_command(
    words: Annotated[str, typer.Argument(help="A name, or words of one; capitals and accents do not matter.")],
    date: Annotated[
        str | None, typer.Option(help="Only what holds at this day, month or year (ISO 8601).", metavar="DATE")
    ] = None,
    debug: Debug = False,
) -> None:
    """Tell what a name stands for: state, body, group, person and office, place; the exit status is 1 if nothing is known."""
    from dragoman.cli.lexicon import find_in_lexicon

    find_in_lexicon(words, date=date)


@lexicon_app.command("coverage")
@guarded
def lexicon_coverage_command(debug: Debug = False) -> None:
    """Tell how far the table of office-holders reaches, by post and decade."""
    from dragoman.cli.lexicon import show_coverage

    show_coverage()


@lexicon_app.callback()
def lexicon_start() -> None:
    """Look into the lexicon."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status.

    0: done; 1: some documents failed; 2: it could not be run as asked; 3: an error of the program; 130:
    interrupted.
    """
    try:
        status = app(args=arguments, prog_name="dragoman", standalone_mode=False)
    except Exception as error:
        # Errors in the options come as exceptions that format themselves; their class is private to typer.
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        complain(message().rstrip(".") + ". See dragoman --help")
        status = Status.USAGE
    except KeyboardInterrupt:
        status = Status.INTERRUPTED
    sys.exit(status if isinstance(status, int) else 0)
