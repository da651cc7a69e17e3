"""The reading room: any input becomes Documents, and what cannot be read becomes a Failure that says why.

>>> for item in read(["news.jsonl", "page.html.gz", "-"]):          # doctest: +SKIP
...     print(item.id)
"""

from __future__ import annotations

from dragoman.reading.dateline import Dateline, dateline
from dragoman.reading.dates import iso_date
from dragoman.reading.documents import read
from dragoman.reading.identity import content_id
from dragoman.reading.language import LanguageGuess, identify
from dragoman.reading.notices import Notice
from dragoman.reading.settings import MAX_CHARACTERS

__all__ = [
    "MAX_CHARACTERS",
    "Dateline",
    "LanguageGuess",
    "Notice",
    "content_id",
    "dateline",
    "identify",
    "iso_date",
    "read",
]
