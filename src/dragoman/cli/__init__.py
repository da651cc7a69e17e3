"""The command line. ``main`` is the entry point; nothing heavy is imported before a command needs it."""

from __future__ import annotations

from dragoman.cli.app import app, main

__all__ = ["app", "main"]
