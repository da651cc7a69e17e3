"""Bytes of an input: files, standard input, gzip; bounded and lazy."""

from __future__ import annotations

import codecs
import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import cast

from dragoman.reading.errors import Cut, Unreadable
from dragoman.reading.settings import CHUNK_BYTES, MAX_RECORD_BYTES, SNIFF_BYTES

STANDARD_INPUT = "-"
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open input: its first bytes, decompressed, and all its bytes (the first ones included)."""

    head: bytes
    chunks: Iterator[bytes]


def open_bytes(path: str) -> Opened:
    """Open a file, or standard input for ``-``; gzip is recognised by its first bytes.

    Raises Unreadable where nothing can be read, and Cut later from the chunks, where the bytes break off.
    """
    raw = _raw_chunks(path)
    first = b""
    for chunk in raw:
        first += chunk
        if len(first) >= len(_GZIP_MAGIC):
            break
    if not first:
        raise Unreadable("is empty")
    chunks = _chain(first, raw)
    return _with_head(_decompressed(chunks) if first.startswith(_GZIP_MAGIC) else chunks)


def read_all(opened: Opened) -> bytes:
    """Everything, for inputs that are one document. Raises Unreadable past MAX_RECORD_BYTES."""
    parts: list[bytes] = []
    size = 0
    for chunk in opened.chunks:
        size += len(chunk)
        if size > MAX_RECORD_BYTES:
            raise Unreadable(f"is longer than {MAX_RECORD_BYTES:,} bytes")
        parts.append(chunk)
    return b"".join(parts)


def lines(opened: Opened) -> Iterator[bytes | None]:
    """The lines, without their end and as UTF-8 where a byte order mark tells UTF-16; None for a line too
    long.

    A line past MAX_RECORD_BYTES is dropped as it comes, so memory stays bounded and time linear.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in _as_utf8(opened):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            parts.append(piece)
            yield b"".join(parts) if size + len(piece) <= MAX_RECORD_BYTES else None
            parts, size = [], 0
        size += len(rest)
        if size <= MAX_RECORD_BYTES:
            parts.append(rest)
        else:
            parts = []
    if size > MAX_RECORD_BYTES:
        yield None
    elif size:
        yield b"".join(parts)


def _raw_chunks(path: str) -> Iterator[bytes]:
    if path == STANDARD_INPUT:
        # read1 hands over what is there, so that a slow producer's lines are coded as they come.
        stream = cast(BufferedReader, sys.stdin.buffer)
        while chunk := stream.read1(CHUNK_BYTES):
            yield chunk
        return
    try:
        if os.path.isdir(path):
            raise Unreadable("is a folder; name the files in it")
        with open(path, "rb", buffering=0) as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk
    except FileNotFoundError:
        raise Unreadable("no such file") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a path holding a NUL or a lone surrogate
        raise Unreadable(f"is not a path: {error}") from None


def _decompressed(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a gzip stream of one or more members, in bounded pieces."""
    member = zlib.decompressobj(_GZIP_WINDOW)
    started = False
    for chunk in chunks:
        while chunk:
            if member.eof:
                chunk = chunk.lstrip(b"\0")  # padding between or after members, as tape archives have it
                if not chunk:
                    break
                member, started = zlib.decompressobj(_GZIP_WINDOW), False
            try:
                piece = member.decompress(chunk, CHUNK_BYTES)
            except zlib.error:
                raise Cut("is broken gzip data") from None
            started = True
            if piece:
                yield piece
            chunk = member.unused_data if member.eof else member.unconsumed_tail
    if started and not member.eof:
        yield member.flush()
        raise Cut("is truncated: the gzip data ends too early")


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _with_head(chunks: Iterator[bytes]) -> Opened:
    """Collect the first line, or SNIFF_BYTES of it. A break this early is kept back until the head was handed
    out."""
    head = b""
    failure: Unreadable | None = None
    try:
        for chunk in chunks:
            head += chunk
            if len(head) >= SNIFF_BYTES or b"\n" in head.lstrip():
                break
    except Unreadable as error:
        failure = error

    def everything() -> Iterator[bytes]:
        if head:
            yield head
        if failure is not None:
            raise failure
        yield from chunks

    if not head:
        raise failure or Unreadable("is empty")
    return Opened(head[:SNIFF_BYTES], everything())


def _as_utf8(opened: Opened) -> Iterator[bytes]:
    if opened.head.startswith(_UTF16_MARKS):
        decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
        for chunk in opened.chunks:
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
        return
    mark = codecs.BOM_UTF8 if opened.head.startswith(codecs.BOM_UTF8) else b""
    for chunk in opened.chunks:
        yield chunk.removeprefix(mark)
        mark = b""
