"""What one trigger says: a frame with its parties, before tense, claims and repetition are sorted out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors import Entity
from dragoman.lexicon import Frame


@dataclass(frozen=True, slots=True)
class Predication:
    """A frame found at token ``trigger`` of sentence ``sentence``.

    ``event_type`` is None where the frame makes only a position or an engagement. ``about`` is the token span (first, last) of
    the matter, ``span`` that of the clause. ``content`` marks what is only asked for, promised or refused: it makes no event
    of its own. ``supported`` is False for a noun without a support verb ("the agreement", beside "signed an agreement").
    ``channel`` is that of the encounter it tells, ``place`` the country of the place that its clause names. ``when`` holds
    the ISO dates of its clause.
    """

    sentence: int
    trigger: int
    frame: Frame
    event_type: str | None
    modes: tuple[str, ...]
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    about: tuple[int, int] | None
    span: tuple[int, int]
    factuality: str = "actual"
    claimed_by: Entity | None = None
    content: bool = False
    mutual: bool = False
    negated: bool = False
    when: tuple[str, ...] = ()
    place: str | None = None
    channel: str | None = None
    supported: bool = True
    steps: tuple[str, ...] = field(default=())
