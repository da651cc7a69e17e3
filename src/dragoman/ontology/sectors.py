"""PLOVER's sectors: what kind of actor a party is. A party has one main sector, and may have others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.ontology.tables import UnknownCodeError, plover


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector; ``frequent`` ones come first in PLOVER's list."""

    code: str
    meaning: str
    frequent: bool


@cache
def sectors() -> dict[str, Sector]:
    """All sectors by code, in PLOVER's order."""
    return {
        entry["code"]: Sector(entry["code"], entry["meaning"], entry["frequency"] == "frequent") for entry in plover()["sectors"]
    }


def valid_sector(code: str) -> bool:
    """Whether this is a sector's code."""
    return code in sectors()


def sector(code: str) -> Sector:
    """The sector of this code; raises :class:`UnknownCodeError`."""
    try:
        return sectors()[code]
    except KeyError:
        raise UnknownCodeError("sector", code, tuple(sectors())) from None


def sector_problems(codes: Sequence[str]) -> list[str]:
    """What is wrong with the sectors of one party, a sentence each; empty when they may stand together.

    PRE is only added to others; UAF and UNK say that nothing is known, so no other sector stands beside them.
    """
    problems = [str(UnknownCodeError("sector", code)) for code in codes if not valid_sector(code)]
    problems += [f"sector {code} stands twice" for code in sorted(set(codes)) if list(codes).count(code) > 1]
    added, unidentified = plover()["added_sectors"], plover()["unidentified_sectors"]
    if codes and all(code in added for code in codes):
        problems.append(f"sector {codes[0]} never stands alone")
    named = [code for code in codes if code not in added and code not in unidentified]
    for code in unidentified:
        if code in codes and named:
            problems.append(f"sector {code} stands beside {named[0]}, which is an identified one")
    return problems
