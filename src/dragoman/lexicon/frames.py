"""Frames: one sense of a trigger each, with the slots of its actor, recipient and matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from dragoman.lexicon.tables import Row, data_folder, rows

FILES = ("frames_verbal.csv", "frames_material.csv")
CLASS_FILES = ("classes.csv", "classes_material.csv")
COLUMNS = ("trigger", "pos", "type", "mode", "stance", "channel", "actor", "recipient", "about", "flags", "example")
FLAGS = frozenset({"mutual", "needs_recipient", "agentless", "armed", "promise", "weak", "nonpolitical_ok"})
CHANNELS = frozenset({"phone", "video", "visit", "meeting", "multilateral", "letter", "message", "other"})
STANCES = frozenset({"support", "oppose", "concern", "condemn", "urge", "commit", "thank", "welcome", "condole", "inform"})
SLOTS = frozenset({"subj", "obj", "iobj", "comp", "clause", "poss"})
_CLASS = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense.

    ``particles`` belong to the trigger ("on", or with its noun "by phone"); ``objects`` are the nouns its object must be one
    of (None: any), ``after_particle`` the particle's object ("call for {talks}"); ``modifiers`` are words before a noun trigger.
    """

    id: str
    lemma: str
    pos: str
    particles: tuple[str, ...]
    objects: frozenset[str] | None
    modifiers: tuple[str, ...]
    after_particle: bool
    event_type: str | None
    modes: tuple[str, ...]
    stance: str | None
    channel: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    about: tuple[str, ...]
    flags: frozenset[str]
    example: str
    line: str

    @property
    def specificity(self) -> int:
        """How much the trigger narrows its sense: the most specific frame that fits wins."""
        return 2 * len(self.particles) + 3 * (self.objects is not None) + 3 * len(self.modifiers)


class FrameIndex:
    """Frames by part of speech and lemma, most specific first."""

    def __init__(self, prepositions: Set[str]) -> None:
        folder = data_folder()
        self._prepositions = prepositions
        self.classes: dict[str, frozenset[str]] = {}
        for file in CLASS_FILES:
            for row in rows(folder / file, ("class", "members")):
                name = row["class"].strip("{}")
                if name in self.classes:
                    raise row.fault(f"class {{{name}}} is defined twice")
                members: set[str] = set()
                for member in row.list("members"):
                    match = _CLASS.fullmatch(member)
                    if match and match.group(1) not in self.classes:
                        raise row.fault(f"class {member} must be defined before it is used")
                    members |= self.classes[match.group(1)] if match else {member}
                self.classes[name] = frozenset(members)
        self._frames: dict[tuple[str, str], list[Frame]] = {}
        for file in FILES:
            for row in rows(folder / file, COLUMNS):
                frame = self._read(row)
                self._frames.setdefault((frame.pos, frame.lemma), []).append(frame)
        for frames in self._frames.values():
            frames.sort(key=lambda f: -f.specificity)
        self.lemmas = frozenset(lemma for _, lemma in self._frames)
        self.support = self.classes.get("support", frozenset())

    def of(self, pos: str, lemma: str) -> list[Frame]:
        """The frames of a lemma, most specific first."""
        return self._frames.get((pos, lemma), [])

    def __iter__(self) -> Iterator[Frame]:
        return (frame for frames in self._frames.values() for frame in frames)

    def _read(self, row: Row) -> Frame:
        for column, known in (("channel", CHANNELS), ("stance", STANCES)):
            if row[column] and row[column] not in known:
                raise row.fault(f"unknown {column} {row[column]!r}; known: {', '.join(sorted(known))}")
        words = row["trigger"].split()
        pos = row["pos"]
        if pos not in {"v", "n", "a"} or not words:
            raise row.fault(f"pos must be v, n or a, not {pos!r}")
        flags = frozenset(row.list("flags"))
        if flags - FLAGS:
            raise row.fault(f"unknown flag {', '.join(sorted(flags - FLAGS))}; known: {', '.join(sorted(FLAGS))}")
        lemma, rest = words[0], words[1:]
        modifiers: tuple[str, ...] = ()
        if pos == "n":
            lemma, rest, modifiers = words[-1], [], tuple(words[:-1])
            if modifiers and (words[-1] in self._prepositions or _CLASS.fullmatch(words[-1])):
                lemma, rest, modifiers = words[0], words[1:], ()
        objects: set[str] | None = None
        particles: list[str] = []
        after_particle = False
        for word in rest:
            if match := _CLASS.fullmatch(word):
                if match.group(1) not in self.classes:
                    raise row.fault(f"no class {word} in {' or '.join(CLASS_FILES)}")
                objects = (objects or set()) | self.classes[match.group(1)]
                after_particle = bool(particles)
            elif word in self._prepositions:
                particles.append(word)
            elif particles and objects is None and pos == "v":
                particles[-1] += f" {word}"  # "speak by phone with"
            else:
                objects = (objects or set()) | {word}
        slots = {name: tuple(s for s in row[name].split("|") if s) for name in ("actor", "recipient", "about")}
        for name, values in slots.items():
            for slot in values:
                if slot not in SLOTS and slot not in self._prepositions:
                    raise row.fault(f"{name}: unknown slot {slot!r}")
        return Frame(
            id=f"{row['trigger'].replace(' ', '_')}.{pos}",
            lemma=lemma,
            pos=pos,
            particles=tuple(particles),
            objects=frozenset(objects) if objects is not None else None,
            modifiers=modifiers,
            after_particle=after_particle,
            event_type=row["type"] or None,
            modes=row.list("mode"),
            stance=row["stance"] or None,
            channel=row["channel"] or None,
            actor=slots["actor"],
            recipient=slots["recipient"],
            about=slots["about"],
            flags=flags,
            example=row["example"],
            line=f"{row.file}:{row.line}",
        )
