#!/usr/bin/env python3
"""Print the figures of the program on gold files, with the errors; raise the floors of the quality gate.

    quality.py                                the gold of this repository
    quality.py --gold FILE... --errors 10     any gold, with its ten worst documents
    quality.py --gold FILE --codings CODED    codings made before, by this or another program
    quality.py --raise-floors                 write what is reached into tests/gold/floors.toml

The exit status is 1 when a floor is broken, or when the floors cannot be raised without lowering one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import dragoman
from dragoman.evaluation import GoldDocument, Report, evaluate, read_gold
from dragoman.evaluation.floors import gold_files, gold_marks, read_floors, write_floors

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
FLOORS = GOLD / "floors.toml"

MARGIN = 0.005
"""How far a floor stays below its figure: a parser's last digits may differ between processors."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.gold and (options.raise_floors or options.lower):
        print("floors hold for tests/gold only: leave --gold out", file=sys.stderr)
        return 2
    if options.lower and not options.raise_floors:
        print("--lower goes with --raise-floors", file=sys.stderr)
        return 2
    gold = [document for path in options.gold or gold_files(GOLD) for document in read_gold(path)]
    if not gold:
        print("no gold documents", file=sys.stderr)
        return 2
    report = evaluate(gold, _codings(gold, options.codings))
    print(report.to_json() if options.json else report.to_text(options.errors))
    if options.gold or options.codings:
        return 0
    return _raise_floors(report, lower=options.lower) if options.raise_floors else _check_floors(report)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", metavar="FILE", help="gold files (default: tests/gold)")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="JSON Lines to score instead of coding")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N worst documents")
    parser.add_argument("--json", action="store_true", help="print figures and all errors as JSON")
    parser.add_argument("--raise-floors", action="store_true", help="write what is reached as the new floors")
    parser.add_argument("--lower", action="store_true", help="with --raise-floors: let figures get worse")
    return parser


def _codings(gold: list[GoldDocument], path: Path | None) -> list[Any]:
    if path is not None:
        return [json.loads(line) for line in path.read_bytes().split(b"\n") if line.strip()]
    coder = dragoman.Coder()
    return [coder.code_document(document.document) for document in gold]


def _check_floors(report: Report) -> int:
    floors = read_floors(FLOORS)
    problems = [*floors.changed_gold(GOLD), *floors.broken(report)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _raise_floors(report: Report, *, lower: bool) -> int:
    floors = read_floors(FLOORS)
    broken = floors.broken(report)
    if broken and not lower:
        print("\n".join([*broken, "nothing written; --lower accepts the worse figures"]), file=sys.stderr)
        return 1
    moved = floors.moved(report, margin=MARGIN, lower=lower)
    write_floors(FLOORS, type(moved)(moved.floors, moved.ceilings, gold_marks(GOLD)))
    print(f"written: {FLOORS}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
