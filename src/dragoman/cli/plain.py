"""Texts of others on a terminal: without the characters that would steer it."""

from __future__ import annotations

# C0 and C1 controls but for line feed and tab, and the marks that turn the direction of writing.
_STEERING = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ],
    "\N{REPLACEMENT CHARACTER}",
)
# Half a surrogate pair, as file names may hold, cannot be written at all.
_STEERING |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


def printable(text: str) -> str:
    """The text with control characters replaced, so that it can neither colour nor overwrite what stands
    around it."""
    return text.replace("\r\n", "\n").translate(_STEERING)


def one_line(text: str, limit: int | None = None) -> str:
    """The text on one line, printable, cut to ``limit`` characters with an ellipsis."""
    line = " ".join(printable(text).split())
    return line if limit is None or len(line) <= limit else line[: limit - 1] + "\N{HORIZONTAL ELLIPSIS}"
