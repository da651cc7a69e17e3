#!/usr/bin/env python3
"""Puts the example article, and what the program makes of it, into README.md.

make_readme.py             write
make_readme.py --check     write nothing; exit status 1 if the README shows something else
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import dragoman
from dragoman.cli.render import show
from dragoman.reading import read
from dragoman.records import Document

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = ROOT / "examples" / "pakistan-russia-call.txt"
WIDTH = 100
"""Columns of the terminal that the output is shown for."""
PARAGRAPHS = 4
"""Headline and paragraphs of the article that are shown."""


def filled(text: str, coder: dragoman.Coder) -> str:
    """The README's text with fresh blocks between its marks."""
    text = _replaced(text, "article", _article())
    return _replaced(text, "output", _output(coder))


def _article() -> str:
    parts = EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")
    return "\n>\n".join(f"> {part}" for part in [*parts[:PARAGRAPHS], "[...]"])


def _output(coder: dragoman.Coder) -> str:
    from rich.console import Console

    (document,) = read([EXAMPLE])
    if not isinstance(document, Document):
        raise TypeError(document.error)
    stream = io.StringIO()
    show(coder.code_document(document), Console(file=stream, markup=False, emoji=False, highlight=False, width=WIDTH))
    lines = [line.rstrip() for line in stream.getvalue().rstrip().splitlines()]
    return "\n".join(["```", *(line for line in lines if line), "```"])


def _replaced(text: str, name: str, block: str) -> str:
    start, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"README.md lacks the marks {start.strip()} and {end.strip()}")
    return before + start + block + end + after


def main(arguments: list[str]) -> int:
    """Write or check; returns the exit status."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    text = README.read_text(encoding="utf-8")
    fresh = filled(text, dragoman.Coder())
    if arguments:
        if fresh != text:
            print("README.md is out of date, run docs/make_readme.py", file=sys.stderr)
        return 0 if fresh == text else 1
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
