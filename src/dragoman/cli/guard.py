"""What happens when a command goes wrong: one clear line, the right exit status, no traceback unless asked
for."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from enum import IntEnum
from typing import ParamSpec

import typer

from dragoman.cli.plain import one_line

P = ParamSpec("P")

DEBUG: ContextVar[bool] = ContextVar("DEBUG", default=False)
"""Whether ``--debug`` stands before the command."""


class Status(IntEnum):
    """Exit statuses."""

    FAILED_DOCUMENTS = 1
    USAGE = 2
    PROGRAM_ERROR = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    """What a shell reports for a program that the closed pipe ended."""


class CommandError(Exception):
    """The command cannot do what was asked; the message is one line for the user."""


def complain(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"dragoman: {one_line(message)}\n")


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Turn the exceptions of a command into a line and an exit status."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        debug = DEBUG.get() or bool(kwargs.get("debug"))
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except CommandError as error:
            _show(debug)
            complain(str(error))
            raise typer.Exit(Status.USAGE) from None
        except BrokenPipeError:
            _silence_stdout()
            raise typer.Exit(Status.BROKEN_PIPE) from None
        except KeyboardInterrupt:
            _show(debug)
            complain("interrupted")
            raise typer.Exit(Status.INTERRUPTED) from None
        except Exception as error:  # noqa: BLE001 - the last line of defence: users see a line, not a traceback
            _show(debug)
            hint = "" if debug else "; --debug shows where"
            complain(f"{type(error).__name__}: {error}{hint}")
            raise typer.Exit(Status.PROGRAM_ERROR) from None

    return run


def _show(debug: bool) -> None:
    if debug:
        traceback.print_exc()


def _silence_stdout() -> None:
    """Let Python's last flush of the closed pipe go nowhere, so that it does not complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # not a real file: nothing will be flushed
