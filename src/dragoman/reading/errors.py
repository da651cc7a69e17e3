"""Why an input could not be read."""

from __future__ import annotations


class Unreadable(Exception):
    """The input, or one document of it, cannot be read; the message is one clear line without the place."""


class Cut(Unreadable):
    """The bytes end or break before their time; what came before is good."""
