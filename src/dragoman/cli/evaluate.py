"""``dragoman evaluate``: codings against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from dragoman.cli.guard import CommandError
from dragoman.cli.plain import printable
from dragoman.records import Coding, Failure


def evaluate(gold: Path, *, predicted: Path | None = None, errors: int = 0, as_json: bool = False, workers: int = 1) -> None:
    """Print the figures. Raises CommandError for files that cannot be read or do not fit together."""
    from dragoman.evaluation import GoldError, read_gold
    from dragoman.evaluation import evaluate as score

    try:
        documents = read_gold(gold)
    except GoldError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"{gold}: {error.strerror}") from error
    if not documents:
        raise CommandError(f"{gold}: holds no documents")
    codings: Iterable[Coding | Failure | dict[str, Any]]
    if predicted is not None:
        codings = _read_codings(predicted)
    else:
        from dragoman.coder import Coder

        codings = list(Coder().code_many((item.document for item in documents), workers=workers))
    try:
        report = score(documents, codings)
    except ValueError as error:  # two codings with one id, a coding of another shape
        raise CommandError(f"{predicted or gold}: {error}") from error
    typer.echo(report.to_json() if as_json else printable(report.to_text(errors=errors)))


def _read_codings(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of codings; raises CommandError, with the line, for one that is none."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    codings: list[dict[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CommandError(f"{path}:{number}: broken JSON: {error}") from error
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise CommandError(f'{path}:{number}: is not a coding: an object with an "id" is needed')
        codings.append(record)
    return codings
