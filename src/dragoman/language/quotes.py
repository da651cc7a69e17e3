"""What stands between quotation marks."""

from __future__ import annotations

import re

_PAIRS = (
    re.compile(r"“[^“”\n]{1,1500}(?:”|(?=\n|$))"),
    re.compile(r"(?<![\w\"])\"[^\"\n]{1,1500}(?:\"|(?=\n|$))"),
    re.compile(r"(?<!\w)‘[^‘’\n]{12,1500}’(?!\w)"),
    re.compile(r"«[^«»\n]{1,1500}»"),
)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of quotations, marks included, in order. An unclosed quotation ends with its paragraph."""
    spans: list[tuple[int, int]] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            if not any(s < match.end() and match.start() < e for s, e in spans):
                spans.append(match.span())
    return sorted(spans)
