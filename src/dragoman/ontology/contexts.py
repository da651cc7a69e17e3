"""PLOVER's contexts: the fields of politics that an event touches. An event has any number of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.ontology.tables import UnknownCodeError, plover


@dataclass(frozen=True, slots=True)
class Context:
    """One context; ``see_also`` names those that it is easily mistaken for."""

    name: str
    meaning: str
    see_also: tuple[str, ...]


@cache
def contexts() -> dict[str, Context]:
    """All contexts by name, in PLOVER's order."""
    return {entry["name"]: Context(entry["name"], entry["meaning"], tuple(entry["see_also"])) for entry in plover()["contexts"]}


def valid_context(name: str) -> bool:
    """Whether this is a context's name."""
    return name in contexts()


def context(name: str) -> Context:
    """The context of this name; raises :class:`UnknownCodeError`."""
    try:
        return contexts()[name]
    except KeyError:
        raise UnknownCodeError("context", name, tuple(contexts())) from None


def canonical_context(name: str) -> str:
    """The context meant by a name, which may be an older spelling ("elections").

    Raises :class:`UnknownCodeError`.
    """
    lower = name.strip().lower()
    return context(plover()["aliases"]["contexts"].get(lower, lower)).name
