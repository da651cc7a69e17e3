"""What the reader changed or left out while still reading a document: the user is told, the run goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning about one document: ``where`` is the file, with the line where it has lines."""

    document_id: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


Warn = Callable[[Notice], None]


def log_notice(notice: Notice) -> None:
    """Default receiver of notices: the standard logger ``dragoman.reading``."""
    logging.getLogger("dragoman.reading").warning("%s", notice)
