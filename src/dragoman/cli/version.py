"""Which version this is."""

from __future__ import annotations


def version_line() -> str:
    """Name and version of the installed package; "unknown" when run from a source tree that is not
    installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"dragoman {version('dragoman')}"
    except PackageNotFoundError:
        return "dragoman unknown"
