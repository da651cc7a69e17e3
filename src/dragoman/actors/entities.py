"""Who a document speaks of: entities, and the mentions that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.lexicon import Entry


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of a document. ``members`` are the entities of a pair or group ("the two ministers").

    ``steps`` tells, in order, how the country and identity were found; ``unresolved`` why they were not.
    """

    kind: str
    name: str | None
    text: str | None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    level: str | None = None
    plural: bool = False
    political: bool = True
    gender: str | None = None
    entry: Entry | None = None
    members: tuple[Entity, ...] = ()
    unresolved: str | None = None
    steps: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str | None, str | None, str | None]:
        """What makes two entities the same for merging: country, name, main sector."""
        return self.country, self.name, self.sectors[0] if self.sectors else None

    @property
    def is_person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == "person" or (self.kind == "role" and not self.plural and self.level is not None)


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last`` (inclusive) of a sentence stand for ``entity``; ``form`` tells in what way."""

    sentence: int
    first: int
    last: int
    entity: Entity
    form: str


def distinct(entities: Sequence[Entity]) -> list[Entity]:
    """The entities without repetitions, in order."""
    found: list[Entity] = []
    for entity in entities:
        if not any(entity is e or entity.key == e.key for e in found):
            found.append(entity)
    return found
