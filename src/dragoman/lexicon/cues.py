"""Closed lists: reporting verbs, negation, future and conditional words, months, titles of pairs."""

from __future__ import annotations

from dragoman.lexicon.tables import data_folder, rows


class Cues:
    """``cues["report"]`` gives the words of a kind; an unknown kind is a KeyError, never an empty set."""

    def __init__(self) -> None:
        self._kinds = {row["kind"]: frozenset(row.list("term")) for row in rows(data_folder() / "cues.csv", ("kind", "term"))}

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self._kinds[kind]
