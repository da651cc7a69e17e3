"""Bytes to text: UTF-8, UTF-16 with its mark, what a page declares, else Western or what the bytes look
like."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.reading.errors import Unreadable
from dragoman.reading.settings import SNIFF_BYTES, WESTERN_SHARE

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 LE begins like UTF-16 LE, so it is asked first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[A-Za-z\x80-\xff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it came in and, where something was lost or assumed, a line that says so."""

    text: str
    encoding: str
    notice: str | None = None


def decode(data: bytes, *, declared_in_html: bool = False) -> Decoded:
    """Decode a whole file. Raises Unreadable for binary data and for text in no encoding that could be
    told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return _checked(Decoded(text, encoding, _lost(text)))
    if b"\0" in data:
        raise Unreadable("holds NUL bytes: not a text file")
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    if _mostly_utf8(damaged):
        return _checked(Decoded(damaged, "utf-8", _lost(damaged)))
    if declared_in_html and (declared := _declared(data)) is not None:
        return _checked(declared)
    return _checked(_eight_bit(data))


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of an input are not those of a text in any encoding with a mark or without
    NULs."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    if b"\0" in head or head.startswith(b"%PDF-"):
        return True
    controls = sum(byte < 0x20 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
    return controls * 50 > len(head)


def _checked(decoded: Decoded) -> Decoded:
    if "\0" in decoded.text:
        raise Unreadable("holds NUL characters: not a text file")
    return decoded


def _lost(text: str) -> str | None:
    count = text.count(REPLACEMENT)
    return f"{count} broken bytes were replaced by {REPLACEMENT}" if count else None


def _mostly_utf8(damaged: str) -> bool:
    """UTF-8 with a few broken bytes, rather than another encoding: good non-ASCII characters outnumber the
    bad."""
    bad = damaged.count(REPLACEMENT)
    good = sum(char > "\x7f" for char in damaged) - bad
    return good > bad


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:SNIFF_BYTES])
    if match is None:
        return None
    name = match[1].decode("ascii")
    # Browsers read the label ISO-8859-1 as cp1252, and so do pages mean it.
    name = "cp1252" if name.lower() in {"iso-8859-1", "latin1", "latin-1"} else name
    try:
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeError):
        return None


def _eight_bit(data: bytes) -> Decoded:
    if len(_NON_ASCII.findall(data)) <= WESTERN_SHARE * len(_LETTERS.findall(data)):
        for encoding in ("cp1252", "latin-1"):
            try:
                return Decoded(data.decode(encoding), encoding, f"not UTF-8; read as {encoding}")
            except UnicodeDecodeError:
                continue
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[: 64 * SNIFF_BYTES]).best()
    if best is None:
        raise Unreadable("is in no encoding that could be recognised")
    text = data.decode(best.encoding, "replace")
    return Decoded(text, best.encoding, f"not UTF-8; read as {best.encoding}")
