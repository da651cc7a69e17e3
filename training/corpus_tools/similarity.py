"""Shared word sequences and near-duplicates: what shows copying, and the smell of templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

WORD = re.compile(r"\w+")

COPIED = 8
"""So many words in a row that two texts share are a copy, not chance."""

FORMULA = 11
"""So many words in a row may be a set phrase in a readout ("Deputy Prime Minister and Minister of Foreign Affairs of ...")."""

READABLE = {".csv", ".json", ".jsonl", ".md", ".py", ".toml", ".txt"}
"""Kinds of files in which sentences may stand."""

Sequence = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return WORD.findall(text.lower())


def sequences(text: str, length: int) -> set[Sequence]:
    """All runs of that many words."""
    held = words(text)
    return {tuple(held[place : place + length]) for place in range(len(held) - length + 1)}


def shared_sequences(
    texts: Mapping[str, str], others: Iterable[tuple[str, str]], length: int = COPIED
) -> Iterator[tuple[str, str, str]]:
    """What texts share with others: (name of the text, name of the other, the words), one for each two that share any."""
    index: dict[Sequence, str] = {}
    for name, text in texts.items():
        for run in sequences(text, length):
            index.setdefault(run, name)
    for other, text in others:
        told: set[str] = set()
        for run in sorted(sequences(text, length) & index.keys()):
            if index[run] not in told:
                told.add(index[run])
                yield index[run], other, " ".join(run)


def files_below(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Path and content of every file that may hold sentences."""
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix in READABLE and path.is_file() and not hidden:
                yield str(path), path.read_text(encoding="utf-8", errors="replace")


def nearest(texts: Mapping[str, str], length: int = 3) -> dict[str, tuple[float, str]]:
    """For every text the one most like it: (Jaccard likeness of their word triples, its name)."""
    held = {name: sequences(text, length) for name, text in texts.items()}
    index: dict[Sequence, list[str]] = {}
    for name, runs in held.items():
        for run in runs:
            index.setdefault(run, []).append(name)
    found: dict[str, tuple[float, str]] = {}
    for name, runs in held.items():
        common: dict[str, int] = {}
        for run in runs:
            for other in index[run]:
                if other != name:
                    common[other] = common.get(other, 0) + 1
        best = max(((count / len(runs | held[other]), other) for other, count in common.items()), default=(0.0, ""))
        found[name] = best
    return found


def distinct(texts: Iterable[str], length: int) -> float:
    """The share of all word sequences of a length that are different ones: low where texts follow templates."""
    every: list[Sequence] = []
    for text in texts:
        held = words(text)
        every += [tuple(held[place : place + length]) for place in range(len(held) - length + 1)]
    return len(set(every)) / len(every) if every else 0.0
