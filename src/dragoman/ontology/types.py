"""PLOVER's sixteen event types, their modes, scores and quad classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dragoman.ontology.tables import UnknownCodeError, plover

EVENT_TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""Names of the types, from cooperation to conflict."""

Quad = Literal[1, 2, 3, 4]
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done; ``score`` runs from -10 (conflict) to 10 (cooperation)."""

    name: str
    meaning: str
    score: float


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's types. ``score`` holds for events without a mode.

    Where ``requires_recipient`` is true an event needs a recipient, or several actors when it is mutual;
    ``reciprocal`` says how mutual events of the type are written.
    """

    name: str
    definition: str
    quad: Quad
    score: float
    requires_recipient: bool
    reciprocal: str
    modes: tuple[Mode, ...]

    def mode(self, name: str) -> Mode:
        """The type's mode of this name; raises :class:`UnknownCodeError`."""
        for mode in self.modes:
            if mode.name == name:
                return mode
        raise UnknownCodeError(f"{self.name} mode", name, tuple(mode.name for mode in self.modes))


@cache
def _types() -> dict[str, EventType]:
    return {
        entry["name"]: EventType(
            name=entry["name"],
            definition=entry["definition"],
            quad=entry["quad"],
            score=entry["score"],
            requires_recipient=entry["requires_recipient"],
            reciprocal=entry["reciprocal"],
            modes=tuple(Mode(mode["name"], mode["meaning"], mode["score"]) for mode in entry["modes"]),
        )
        for entry in plover()["event_types"]
    }


def event_type(name: str) -> EventType:
    """The type of this name, in upper case; raises :class:`UnknownCodeError`."""
    try:
        return _types()[name]
    except KeyError:
        raise UnknownCodeError("event type", name, EVENT_TYPES) from None


def valid_mode(event_type_name: str, mode: str) -> bool:
    """Whether the type has this mode; False as well for a type that does not exist."""
    found = _types().get(event_type_name)
    return found is not None and any(known.name == mode for known in found.modes)


def leading_mode(event_type_name: str, modes: Iterable[str] = ()) -> Mode | None:
    """Of an event's modes the one with the score farthest from zero, the first of equals; None if no mode."""
    kind = event_type(event_type_name)
    return max((kind.mode(name) for name in modes), key=lambda mode: abs(mode.score), default=None)


def score(event_type_name: str, modes: Iterable[str] = ()) -> float:
    """The PLOVER score of an event, from -10 to 10: that of its leading mode, else its type's."""
    mode = leading_mode(event_type_name, modes)
    return mode.score if mode is not None else event_type(event_type_name).score


def quad(event_type_name: str) -> Quad:
    """The quad class of a type, 1 to 4. It does not follow from the sign of the score."""
    return event_type(event_type_name).quad


def quad_name(code: int) -> str:
    """The name of a quad class, as "verbal_conflict" for 3; raises :class:`UnknownCodeError`."""
    names = {entry["code"]: entry["name"] for entry in plover()["quad_classes"]}
    if code not in names:
        raise UnknownCodeError("quad class", code, tuple(map(str, names)))
    return str(names[code])


def future_type(event_type_name: str) -> str | None:
    """The type that a planned or promised event of this type becomes, which then is actual.

    A future visit is an AGREE, an announced withdrawal a CONCEDE. None: the type stays, and the event is
    future.
    """
    event_type(event_type_name)
    becomes: dict[str, str] = plover()["future_becomes"]
    return becomes.get(event_type_name)


def implied_contexts(event_type_name: str, modes: Iterable[str] = ()) -> tuple[str, ...]:
    """Contexts that an event carries because of its modes, as "cyber" for a COERCE of mode cyber."""
    implied: dict[str, str] = plover()["implied_contexts"].get(event_type_name, {})
    return tuple(implied[mode] for mode in modes if mode in implied)


def canonical_type(name: str) -> str:
    """The type meant by a name, in any case, which may be an older one ("fight").

    Raises :class:`UnknownCodeError`.
    """
    upper = name.strip().upper()
    return event_type(plover()["aliases"]["types"].get(upper, upper)).name


def canonical_mode(event_type_name: str, name: str) -> str | None:
    """The mode meant by a name, which may be an older one; None for one that was dropped without a successor.

    Raises :class:`UnknownCodeError` when the type has no such mode.
    """
    lower = name.strip().lower()
    renamed: dict[str, str | None] = plover()["aliases"]["modes"].get(event_type_name, {})
    if lower in renamed:
        return renamed[lower]
    return event_type(event_type_name).mode(lower).name
