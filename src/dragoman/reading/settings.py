"""The limits of the reading room, in one place."""

from __future__ import annotations

MAX_CHARACTERS = 1_000_000
"""Longest text of one document, in code points: some 160,000 words, and the most that the parser takes at
once."""

MAX_RECORD_BYTES = 16 * 2**20
"""Longest piece held in memory: a JSON line, an HTML page, a text file. A text of MAX_CHARACTERS fits, even
escaped."""

MAX_HTML_DEPTH = 240
"""Deepest nesting of HTML elements that is parsed. The HTML parser silently drops what lies deeper than
256."""

MAX_HTML_ELEMENTS = 50_000
"""Most elements of a page that is read; news pages have a few thousand. The extractor takes some 7 seconds
for so many, and its time grows faster than they do."""

CHUNK_BYTES = 64 * 1024
"""How much is read at a time."""

SNIFF_BYTES = 4096
"""How much of an input is looked at to tell its kind."""

WESTERN_SHARE = 0.25
"""Undeclared 8-bit text with fewer non-ASCII letters than this is taken as Western (cp1252). Accented letters
are under a tenth of French or German, while Cyrillic or Greek text is nearly all above 0x7F."""

MAX_HEADLINE_CHARACTERS = 200
"""A longer first line of a plain text is a paragraph, not a headline."""

LANGUAGE_SAMPLE_CHARACTERS = 20_000
"""How much of a text is looked at to tell its language."""
