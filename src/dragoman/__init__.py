"""Dragoman reads news and official readouts and writes down what happened between political actors.

>>> import dragoman
>>> coding = dragoman.Coder().code("France and Italy signed a fisheries accord on Monday.", date="2031-05-12")
>>> [(e.event_type, [p.country for p in e.actors]) for e in coding.events]
[('SUPPORT', ['FRA', 'ITA'])]
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from dragoman.records import Coding, Document, Failure

if TYPE_CHECKING:
    from dragoman.coder import Coder

try:
    __version__ = version("dragoman")
except PackageNotFoundError:  # running from a source tree that is not installed
    __version__ = "0.0.0"

__all__ = ["Coder", "Coding", "Document", "Failure", "__version__"]


def __getattr__(name: str) -> Any:
    """``Coder`` is imported when first asked for: importing the package loads no model and no lexicon."""
    if name == "Coder":
        from dragoman.coder import Coder

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
