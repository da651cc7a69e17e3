"""Ids of documents: given ones are kept and must be unique, missing ones come from the content."""

from __future__ import annotations

import hashlib

from dragoman.reading.errors import Unreadable


def content_id(text: str, title: str = "") -> str:
    """A stable id for a document that has none: 16 hexadecimal digits of the digest of its text and title.

    The same text gives the same id on every machine and under every file name.
    """
    content = f"{title}\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:16]


class Ids:
    """The ids given so far in a run, and where.

    A given id that comes twice is refused: whoever joins results on ``id`` would otherwise get a mixture of
    two documents. The same *text* coming twice without an id is no error (two outlets may carry one report):
    the later ones get ``-2``, ``-3`` and so on.
    """

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._copies: dict[str, int] = {}

    def claim(self, given: str, where: str) -> None:
        """Register a given id. Raises Unreadable if an earlier document has it."""
        first = self._places.setdefault(given, where)
        if first is not where:
            raise Unreadable(f"id {given!r} was already used at {first}; ids must be unique in a run")

    def derive(self, text: str, title: str, where: str) -> str:
        """A new id from the content."""
        base = content_id(text, title)
        number = self._copies.get(base, 0) + 1
        derived = base if number == 1 else f"{base}-{number}"
        while derived in self._places:
            number += 1
            derived = f"{base}-{number}"
        self._copies[base] = number
        self._places[derived] = where
        return derived
