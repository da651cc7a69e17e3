"""Plain text: the headline, if there is one, and the body."""

from __future__ import annotations

import re

from dragoman.reading.dateline import dateline
from dragoman.reading.settings import MAX_HEADLINE_CHARACTERS

_HEADLINE = re.compile(r"([^\n]+)\n[^\S\n]*\n\s*")


def split_headline(text: str) -> tuple[str, str]:
    r"""(headline or "", body). The first line is the headline if a blank line and a body follow and it looks
    like one: short, with letters, not ended like a sentence, not starting with a dateline. Line ends become
    ``\n``.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    match = _HEADLINE.match(text)
    if match is None or not text[match.end() :]:
        return "", text
    line = match[1].strip()
    ends_as_sentence = line.endswith((".", ":", ";", ",")) and not line.endswith("...")
    if (
        len(line) > MAX_HEADLINE_CHARACTERS
        or ends_as_sentence
        or not any(char.isalpha() for char in line)
        or dateline(line) is not None
    ):
        return "", text
    return line, text[match.end() :]
