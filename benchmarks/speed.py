"""Documents per second of the Coder against the stock spaCy pipeline alone, interleaved in one run.

    python benchmarks/speed.py --corpus texts.jsonl.gz [--documents 600] [--rounds 3] [--profile]

The corpus is JSON Lines (plain or .gz) with ``id`` and ``text``. Both sides read the same documents, taken evenly from the whole
file, in turns, so that a busy machine slows both. The stock pipeline is the same model with all its components, batch size 64.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy

from dragoman.coder import Coder
from dragoman.language.model import PACKAGES, _data_folder
from dragoman.records import Document

TURN = 50
"""Documents that one side reads before the other has its turn."""


def read(path: Path) -> Iterator[Document]:
    """Documents of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Document(
                id=str(row["id"]), title=row.get("title") or "", text=row["text"], date=row.get("date"), source=row.get("source")
            )


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="say where the coder's time goes, by function")
    args = parser.parse_args()

    documents = list(read(args.corpus))
    step = max(1, len(documents) // args.documents)
    documents = documents[::step][: args.documents]
    start = time.perf_counter()
    coder = Coder()
    print(f"start-up of the coder: {time.perf_counter() - start:.2f} s")
    folder = next(f for f in map(_data_folder, PACKAGES) if f is not None)
    stock = spacy.load(folder)
    turns = [documents[i : i + TURN] for i in range(0, len(documents), TURN)]

    def code(turn: list[Document]) -> None:
        for result in coder.code_many(turn):
            result.to_json()

    def parse(turn: list[Document]) -> None:
        for _ in stock.pipe((d.title + "\n\n" + d.text for d in turn), batch_size=64):
            pass

    code(turns[0])
    parse(turns[0])
    ratios = []
    for number in range(args.rounds):
        ours = theirs = 0.0
        for turn in turns:
            ours += timed(lambda turn=turn: code(turn))  # type: ignore[misc]
            theirs += timed(lambda turn=turn: parse(turn))  # type: ignore[misc]
        ratios.append(theirs / ours)
        print(
            f"round {number + 1}: coder {len(documents) / ours:.1f} documents/s, stock pipeline {len(documents) / theirs:.1f}, "
            f"ratio {ratios[-1]:.2f}, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
        )
    print(
        f"ratio: median {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}, {len(documents)} documents"
    )
    if args.profile:
        profile = cProfile.Profile()
        profile.runcall(code, documents)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
