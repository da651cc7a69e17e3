"""The command line of the corpus tools: ``python -m training.corpus_tools COMMAND``."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from training.corpus_tools.agreement import agreement
from training.corpus_tools.check import doubts, problems, shares
from training.corpus_tools.classifier_pairs import classifier_pairs
from training.corpus_tools.document_notation import END_OF_TEXT, read_document, write_document
from training.corpus_tools.notation import PAIR, Record, read_blocks, read_pair, read_sentence, write_sentence
from training.corpus_tools.records import (
    CODED,
    CORPUS,
    SPLITS,
    coded_texts,
    kind_of,
    pair_record,
    read_corpus,
    read_lines,
    sentence_record,
    split_of,
    write_corpus,
    write_lines,
)
from training.corpus_tools.similarity import COPIED, files_below, nearest, shared_sequences
from training.corpus_tools.stats import ALIKE, tables

TABLES, END_OF_TABLES = "<!-- tables -->", "<!-- end of tables -->"
"""Between these marks the datasheet holds its tables."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 1 when something is wrong with the texts, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.corpus_tools", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told, description=told)
        made.set_defaults(run=run)
        return made

    check = command("check", _check, "read files in the notation and tell what is wrong")
    check.add_argument("files", type=Path, nargs="+")
    check.add_argument("--counts", action="store_true", help="also count types and modes")
    second = command("second", _second, "write codings of texts that were coded a second time as records, with the first ones")
    second.add_argument("kind", choices=["sentences", "documents"])
    second.add_argument("files", type=Path, nargs="+")
    add = command("add", _add, "take files in the notation into the corpus; a text that is there already is coded anew")
    add.add_argument("files", type=Path, nargs="+")
    show = command("show", _show, "print records in the notation")
    show.add_argument("ids", nargs="+")
    sample = command("sample", _sample, "choose texts by chance and print them in the notation")
    sample.add_argument("kind", choices=["sentences", "documents"])
    sample.add_argument("--share", type=float, default=0.15)
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--blind", action="store_true", help="without the coding, to be coded a second time")
    sample.add_argument("--split", choices=SPLITS, action="append", help="only of these parts (default: all)")
    agree = command("agree", _agree, "how far two codings agree, by field")
    agree.add_argument("first", type=Path)
    agree.add_argument("second", type=Path)
    overlap = command("overlap", _overlap, "word sequences that the corpus shares with other files")
    overlap.add_argument("paths", type=Path, nargs="+")
    overlap.add_argument("--words", type=int, default=COPIED, help="so many words in a row (default: %(default)s)")
    alike = command("alike", _alike, "texts of the corpus that are too much like each other")
    alike.add_argument("--likeness", type=float, default=ALIKE)
    command("pairs", _pairs, "draw the pairs for the type classifier from the sentences anew")
    stats = command("stats", _stats, "print the tables of the datasheet")
    stats.add_argument("--write", action="store_true", help="put them into the datasheet instead")
    return parser


def _check(options: argparse.Namespace) -> int:
    faults, records = 0, []
    seen: dict[str, str] = {}
    for where, record in (found for path in options.files for found in read(path)):
        wrong = _faults(record)
        for text in coded_texts([record]) if isinstance(record, dict) else []:
            if text["text"] in seen:
                wrong.append(f"the text stands already at {seen[text['text']]}")
            seen[text["text"]] = where
            records.append(text)
            for doubt in doubts(text):
                print(f"{where}: doubtful: {doubt}")
        for fault in wrong:
            print(f"{where}: {fault}")
        faults += len(wrong)
    if options.counts:
        for name, count in shares(records).items():
            print(f"{name:30} {count}")
    quiet = sum(not record["events"] for record in records)
    print(f"{len(records)} texts, {quiet} without an event, {faults} faults")
    return 1 if faults else 0


def read(path: Path) -> Iterator[tuple[str, Record | str]]:
    """The records of a file in either notation, each with where it stands, or the message of what is wrong with it."""
    written = path.read_text(encoding="utf-8")
    if END_OF_TEXT in written.split("\n"):
        try:
            yield str(path), read_document(path.stem, written)
        except ValueError as error:
            yield str(path), str(error)
        return
    for block in read_blocks(path):
        where = f"{path}:{block.lines[0].number}"
        try:
            pair = block.lines[0].text.startswith(PAIR)
            yield (
                where,
                pair_record(*read_pair(block.lines), block.id) if pair else sentence_record(read_sentence(block.lines), block.id),
            )
        except ValueError as error:
            yield where, str(error)


def _faults(record: Record | str) -> list[str]:
    if isinstance(record, str):
        return [record]
    return [fault for text in coded_texts([record]) for fault in problems(text)]


def _add(options: argparse.Namespace) -> int:
    held = {kind: {record["id"]: record for record in read_corpus(kind)} for kind in CODED}
    ids = {record["text"]: record["id"] for record in held["sentences"].values()}
    faults = taken = 0
    for where, record in (found for path in options.files for found in read(path)):
        wrong = _faults(record)
        for fault in wrong:
            print(f"{where}: {fault}")
        faults += len(wrong)
        if isinstance(record, dict) and not wrong:
            # a sentence keeps its id when its coding is corrected
            record["id"] = ids.get(record.get("text", ""), record["id"])
            held[kind_of(record)][record["id"]] = record
            taken += 1
    for kind, records in held.items():
        write_corpus(kind, records.values())
    print(f"{taken} records taken in, {faults} faults")
    return 1 if faults else 0


def _second(options: argparse.Namespace) -> int:
    """Both codings as they were before anything was corrected: what their agreement is measured on."""
    first = {record["id"]: record for record in read_corpus(options.kind)}
    codings = [record for path in options.files for _, record in read(path)]
    wrong = [coding for coding in codings if isinstance(coding, str)]
    told = [coding for coding in codings if isinstance(coding, dict)]
    unknown = [coding["id"] for coding in told if coding["id"] not in first]
    for fault in (*wrong, *(f"{name} is no text of the corpus" for name in unknown)):
        print(fault)
    if wrong or unknown:
        return 1
    told.sort(key=lambda coding: str(coding["id"]))
    write_lines(CORPUS / "agreement" / f"{options.kind}.first.jsonl", [first[coding["id"]] for coding in told])
    write_lines(CORPUS / "agreement" / f"{options.kind}.second.jsonl", told)
    return 0


def _show(options: argparse.Namespace) -> int:
    held = {record["id"]: record for kind in CODED for record in read_corpus(kind)}
    for name in options.ids:
        if name not in held:
            raise ValueError(f"no text has the id {name!r}")
        print(_written(held[name]), end="\n\n")
    return 0


def _written(record: Record) -> str:
    if kind_of(record) == "documents":
        return write_document(record)
    members = "\n".join(write_sentence(member) for member in coded_texts([record]))
    told = f"{PAIR}{record['boundary']}\n" if kind_of(record) == "minimal_pairs" else ""
    return f"// {record['id']}\n{told}{members}"


def _sample(options: argparse.Namespace) -> int:
    records = sorted(read_corpus(options.kind, options.split or SPLITS), key=lambda record: str(record["id"]))
    # chance that anyone can repeat, not secrecy
    chosen = random.Random(options.seed).sample(records, round(len(records) * options.share))  # noqa: S311
    for record in chosen:
        print(_uncoded(record) if options.blind else _written(record), end="\n\n")
    return 0


def _uncoded(record: Record) -> str:
    if kind_of(record) == "sentences":
        return f"// {record['id']}\n{record['style']} | {record['text']}"
    head = f"{record['kind']} | {record['date'] or '-'} | {record['outlet']}\n# {record['title']}"
    return f"// {record['id']}\n{head}\n\n{record['text']}\n"


def _agree(options: argparse.Namespace) -> int:
    for name, value in agreement(read_lines(options.first), read_lines(options.second)).items():
        print(f"{name:28} {'-' if value is None else value}")
    return 0


def _overlap(options: argparse.Namespace) -> int:
    found = 0
    for name, other, run in shared_sequences(_texts(), files_below(options.paths), options.words):
        print(f"{name} shares with {other}: {run}")
        found += 1
    print(f"{found} shared sequences")
    return 1 if found else 0


def _texts() -> dict[str, str]:
    return {record["id"]: record["text"] for kind in CODED for record in coded_texts(read_corpus(kind))}


def _alike(options: argparse.Namespace) -> int:
    records = {record["id"]: record for kind in ("sentences", "documents") for record in read_corpus(kind)}
    likest = nearest({name: record["text"] for name, record in records.items()})
    for name, (likeness, other) in sorted(likest.items(), key=lambda item: -item[1][0]):
        if likeness < options.likeness:
            break
        print(f"{likeness:.2f}")
        for record in (records[name], records[other]):
            print(f"     {record['id']} ({split_of(record)}) | {record['text'][:90]}")
    return 0


def _pairs(options: argparse.Namespace) -> int:
    del options
    pairs = list(classifier_pairs(read_corpus("sentences")))
    write_corpus("classifier_pairs", pairs)
    print(f"{len(pairs)} pairs, {sum(pair['event_type'] is None for pair in pairs)} without relation")
    return 0


def _stats(options: argparse.Namespace) -> int:
    if not options.write:
        print(tables())
        return 0
    datasheet = CORPUS / "README.md"
    before, _, rest = datasheet.read_text(encoding="utf-8").partition(TABLES)
    _, _, after = rest.partition(END_OF_TABLES)
    datasheet.write_text(f"{before}{TABLES}\n{tables()}\n{END_OF_TABLES}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
