"""CAMEO: the code to write for a PLOVER event, its Goldstein value, and PLOVER's reading of a code.

CAMEO codes are text ("010" is not "10"). Three Goldstein tables are in use and differ, so callers name
theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.ontology.tables import UnknownCodeError, cell_list, rows
from dragoman.ontology.types import leading_mode

GoldsteinTable = Literal["gdelt", "icews", "phoenix"]
"""Whose Goldstein values: they differ for 016, 022, 124, 1246, 164 and 165."""

_TABLES: tuple[GoldsteinTable, ...] = ("gdelt", "icews", "phoenix")


@dataclass(frozen=True, slots=True)
class PloverReading:
    """What a CAMEO code means in PLOVER.

    ``swap``: CAMEO's source is PLOVER's recipient (043, host a visit). ``other_modes`` are the modes that fit
    as well, because CAMEO merges them; the text decides.
    """

    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    swap: bool = False
    other_modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameoCode:
    """One CAMEO code. Where PLOVER drops it ``reading`` is None; ``optional`` is one that may be chosen then.

    ``goldstein`` holds the value that each table prints beside this code. ``phoenix_code`` is the number
    under which Phoenix's table, made for an older CAMEO, lists the same act; empty where that is the code
    itself.
    """

    code: str
    label: str
    reading: PloverReading | None
    optional: PloverReading | None
    goldstein: dict[GoldsteinTable, float]
    phoenix_code: str
    note: str


@dataclass(frozen=True, slots=True)
class _Default:
    context: str
    mutual: bool
    cameo: str


@cache
def cameo_codes() -> dict[str, CameoCode]:
    """All CAMEO codes, in the order of the file."""
    return {row["code"]: _cameo_code(row) for row in rows("cameo.csv")}


def _cameo_code(row: dict[str, str]) -> CameoCode:
    reading = optional = None
    if row["type"]:
        reading = PloverReading(
            event_type=row["type"],
            mode=row["mode"] or None,
            contexts=cell_list(row["contexts"]),
            swap=row["swap"] == "yes",
            other_modes=cell_list(row["other_modes"]),
        )
    if row["optional_type"]:
        optional = PloverReading(row["optional_type"], row["optional_mode"] or None, ())
    values: dict[GoldsteinTable, float] = {
        table: float(row[f"goldstein_{table}"]) for table in _TABLES if row[f"goldstein_{table}"]
    }
    return CameoCode(
        code=row["code"],
        label=row["label"],
        reading=reading,
        optional=optional,
        goldstein=values,
        phoenix_code=row["phoenix_code"],
        note=row["note"],
    )


def _parents(code: str) -> Iterable[str]:
    """The code, then the code with digits dropped from the right, down to its two-digit root."""
    return (code[:length] for length in range(len(code), 1, -1))


def lookup(code: str) -> CameoCode:
    """The code's entry, or that of its nearest parent.

    Raises :class:`UnknownCodeError` if even the root is unknown.
    """
    if code.isdecimal() and len(code) <= 4:
        for candidate in _parents(code):
            if candidate in cameo_codes():
                return cameo_codes()[candidate]
    raise UnknownCodeError("CAMEO code", code)


def plover_for(code: str, *, optional: bool = False) -> PloverReading | None:
    """PLOVER's reading of a CAMEO code, or of its nearest parent; None where PLOVER drops the code (01, 02).

    ``optional=True`` also reads appeals (02) as REQUEST and the two statements for which the manual names a
    use. Raises :class:`UnknownCodeError`.
    """
    entry = lookup(code)
    return entry.reading or (entry.optional if optional else None)


def goldstein(code: str, table: GoldsteinTable = "gdelt") -> float:
    """The Goldstein value of a CAMEO code, from -10 to 10, in one of the tables in use.

    A code that the table lacks has its nearest parent's value. Root 16 has older numbers in the Phoenix
    table, so an embargo (163) is looked up there as 166. Raises :class:`UnknownCodeError`.
    """
    if table == "phoenix":
        entry = cameo_codes().get(code)
        code = entry.phoenix_code or code if entry else code
    return cameo_codes()[_listed(code, table)].goldstein[table]


def legacy_code(code: str, table: GoldsteinTable) -> str:
    """The code, or the nearest one that readers of an older data set know: 1952 is 195 there, 176 is 170.

    Raises :class:`UnknownCodeError`.
    """
    listed = _listed(code, table)
    return listed + "0" if len(listed) == 2 < len(code) else listed


def _listed(code: str, table: GoldsteinTable) -> str:
    if code.isdecimal() and len(code) <= 4:
        for candidate in _parents(code):
            entry = cameo_codes().get(candidate)
            if entry is not None and table in entry.goldstein:
                return candidate
    raise UnknownCodeError(f"CAMEO code (Goldstein table {table})", code)


@cache
def _defaults() -> dict[tuple[str, str], tuple[_Default, ...]]:
    found: dict[tuple[str, str], list[_Default]] = {}
    for row in rows("cameo_default.csv"):
        default = _Default(row["context"], row["mutual"] == "yes", row["cameo"])
        found.setdefault((row["type"], row["mode"]), []).append(default)
    return {key: tuple(choices) for key, choices in found.items()}


def cameo_for(event_type: str, modes: Iterable[str] = (), contexts: Iterable[str] = (), *, mutual: bool = False) -> str:
    """The CAMEO code to write for a PLOVER event.

    The leading mode (see :func:`~dragoman.ontology.types.leading_mode`) decides, then the contexts in the
    order of ``cameo_default.csv``. ``mutual`` says that several actors do it together with no recipient,
    which for SUPPORT means that they signed something. Raises :class:`UnknownCodeError` for an unknown type
    or mode.
    """
    mode = leading_mode(event_type, modes)
    present = set(contexts)
    for default in _defaults()[event_type, mode.name if mode else ""]:
        if (not default.context or default.context in present) and (mutual or not default.mutual):
            return default.cameo
    raise AssertionError(f"cameo_default.csv has no general row for {event_type} {mode}")
