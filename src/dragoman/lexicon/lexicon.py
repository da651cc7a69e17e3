"""The whole lexicon in one object, and its invariants."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cached_property
from pathlib import Path

from dragoman import ontology
from dragoman.lexicon.contexts import ContextIndex
from dragoman.lexicon.cues import Cues
from dragoman.lexicon.frames import FrameIndex
from dragoman.lexicon.office_holders import contradictions
from dragoman.lexicon.own import override, read_actors
from dragoman.lexicon.publishers import PublisherIndex
from dragoman.lexicon.roles import RoleIndex
from dragoman.lexicon.tables import HEAD, LexiconError, data_folder, head, rows
from dragoman.lexicon.world import Entry, NameIndex, Tokenise, load_areas, load_names


class Lexicon:
    """Names, roles, frames, contexts, cues and publishers, read once.

    ``tokenise`` splits a name into words as the language room splits texts, so that both meet.
    ``actors`` is a file of the user's own (see :mod:`~dragoman.lexicon.own`); ``overridden`` tells what it replaced.
    Raises :class:`LexiconError` with file and line if a data file is faulty.
    """

    def __init__(self, tokenise: Tokenise, actors: Path | None = None) -> None:
        self.areas = load_areas()
        self.names: NameIndex = load_names(tokenise, self.areas.values())
        self._actors = actors
        self.overridden = override(self.names, actors, read_actors(actors)) if actors is not None else []
        self.roles = RoleIndex()
        self._by_surname: dict[str, list[Entry]] = {}
        for _, names in self.names:
            for name in names:
                if name.entry.kind == "person":
                    known = self._by_surname.setdefault(name.entry.name.split()[-1], [])
                    if name.entry not in known:
                        known.append(name.entry)
        self.cues = Cues()
        self.frames = FrameIndex(self.cues["preposition"])
        self.contexts = ContextIndex()
        self.publishers = PublisherIndex()

    def office_holder(self, surname: str, role: str | None, date: str | None) -> Entry | None:
        """The one person of a surname who held an office of this name at a date; None if there is none or more than one."""
        if date is None:
            return None
        found = {e.name: e for e in self._by_surname.get(surname, ()) if e.role == role and e.holds_at(date)}
        return next(iter(found.values())) if len(found) == 1 else None

    def find(self, words: str, date: str | None = None) -> list[Entry]:
        """All entries that words may name, or that have the words in their names, whatever capitals and accents; sorted by name.

        With an ISO ``date``, only those that are valid then.
        """
        asked = plain(words).casefold().split()
        found = {
            name.entry: None
            for parts, names in self.names
            if _holds(plain(" ".join(parts)).casefold().split(), asked)
            for name in names
            if name.entry.holds_at(date)
        }
        return sorted(found, key=lambda entry: (entry.name, entry.kind, entry.since or ""))

    def country_name(self, code: str) -> str:
        """The English name of a PLOVER country code; the code itself if there is none."""
        try:
            return ontology.country_name(code)
        except ontology.UnknownCodeError:
            return code

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Words of names, titles and the calendar, which keep their capital when a headline is read in ordinary case."""
        words = {
            word
            for parts, names in self.names
            for word in parts
            if word[:1].isupper() and (len(parts) == 1 or any(n.entry.kind in {"person", "country"} for n in names))
        }
        words -= {word.capitalize() for word in self.roles.words}
        calendar = self.cues["month"] | self.cues["weekday"]
        return frozenset(words | calendar | set(self.roles.titles))

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all data files, the user's too, first 16 hexadecimal digits: the lexicon's version."""
        whole = hashlib.sha256()
        if self._actors is not None:
            whole.update(self._actors.read_bytes())
        for path in sorted(data_folder().iterdir(), key=lambda p: p.name):
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
        return whole.hexdigest()[:16]


def plain(words: str) -> str:
    """Words without accents, in small letters: for comparing spellings."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).lower()


def _holds(words: list[str], asked: list[str]) -> bool:
    """Whether the words asked for stand in a row among the words."""
    return bool(asked) and any(words[place : place + len(asked)] == asked for place in range(len(words)))


def check() -> list[str]:
    """Problems of the shipped lexicon, one line each with file and line; an empty list if all is well."""
    problems = []
    for path in sorted(data_folder().iterdir(), key=lambda p: p.name):
        if path.name.endswith((".csv", ".toml")):
            missing = [key for key in HEAD if key not in head(path)]
            if missing:
                problems.append(f"{path.name}:1: the commented head lacks {', '.join(missing)}")
    try:
        lexicon = Lexicon(str.split)
    except LexiconError as error:
        return [*problems, str(error)]
    problems += [
        f"{row.file}:{row.line}: unknown context {row['context']}"
        for row in rows(data_folder() / "contexts.csv", ("term", "context", "weight"))
        if not ontology.valid_context(row["context"])
    ]
    for frame in lexicon.frames:
        if frame.event_type and frame.event_type not in ontology.EVENT_TYPES:
            problems.append(f"{frame.line}: unknown event type {frame.event_type}")
        elif frame.event_type:
            known = {mode.name for mode in ontology.event_type(frame.event_type).modes}
            problems += [f"{frame.line}: {frame.event_type} has no mode {m}" for m in frame.modes if m not in known]
    return [*problems, *contradictions()]
