"""From inputs to Documents, in order and one at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import PurePath
from typing import Literal

from dragoman.reading.dates import iso_date
from dragoman.reading.encoding import REPLACEMENT, decode, is_binary
from dragoman.reading.errors import Unreadable
from dragoman.reading.html import looks_like_html, read_html
from dragoman.reading.identity import Ids
from dragoman.reading.jsonlines import BadLine, parse_line
from dragoman.reading.notices import Notice, Warn, log_notice
from dragoman.reading.plain import split_headline
from dragoman.reading.settings import MAX_CHARACTERS, MAX_RECORD_BYTES
from dragoman.reading.stream import STANDARD_INPUT, Opened, lines, open_bytes, read_all
from dragoman.records import Document, Failure

Kind = Literal["text", "html", "json lines"]

_KINDS: dict[str, Kind] = {
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".json": "json lines",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
}
_NOT_READ = {".csv", ".tsv", ".parquet", ".pdf", ".docx", ".doc", ".xlsx", ".zip", ".warc"}
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_NOT_JSON_LINES = (
    'is JSON, but not JSON Lines: write one object a line, {"id": ..., "text": ...} '
    '(pandas: to_json(..., orient="records", lines=True))'
)
_JSON_START = re.compile(r'\s*\{\s*"')


def read(
    sources: Iterable[str | PathLike[str]],
    *,
    date: str | None = None,
    url: str | None = None,
    warn: Warn = log_notice,
) -> Iterator[Document | Failure]:
    """Documents and Failures of files, in input order, read as they are asked for; ``-`` is standard input.

    ``date`` is the publication date of documents that tell none (ISO 8601; ValueError at once if it is not),
    ``url`` the address of HTML pages. A file may be plain text, HTML or JSON Lines, each also gzipped. What
    is wrong with one document costs that document: it gives a Failure whose error names the file and, in JSON
    Lines, the line. What was repaired or left out (a date that is not ISO 8601, broken bytes) goes to
    ``warn`` and the document is kept.
    """
    default = iso_date(date) if date is not None else None
    return _read(sources, _Desk(default, url, warn))


def _read(sources: Iterable[str | PathLike[str]], desk: _Desk) -> Iterator[Document | Failure]:
    for source in sources:
        path = fspath(source)
        name = _clean("standard input" if path == STANDARD_INPUT else path)
        try:
            yield from desk.documents(path, name)
        except Unreadable as error:
            yield Failure(id=name, error=f"{name}: {error}")


class _Desk:
    """One run's reading: the ids given so far, and what applies to every document."""

    def __init__(self, date: str | None, url: str | None, warn: Warn) -> None:
        self._date = date
        self._url = url
        self._warn = warn
        self._ids = Ids()

    def documents(self, path: str, name: str) -> Iterator[Document | Failure]:
        """The documents of one input. Raises Unreadable for what is wrong with the input itself."""
        opened = open_bytes(path)
        kind = _kind(path, opened)
        if kind == "json lines":
            yield from self._json_lines(opened, name)
        elif kind == "html":
            yield self._page(opened, name)
        else:
            yield self._plain(opened, name)

    def _plain(self, opened: Opened, name: str) -> Document:
        decoded = decode(read_all(opened))
        title, text = split_headline(decoded.text)
        return self._document(name, None, text, {"title": title}, decoded.notice)

    def _page(self, opened: Opened, name: str) -> Document:
        decoded = decode(read_all(opened), declared_in_html=True)
        page = read_html(decoded.text, url=self._url)
        fields = {"title": page.title, "date": page.date, "url": page.url, "source": page.source}
        return self._document(name, None, page.text, {k: v for k, v in fields.items() if v}, decoded.notice)

    def _json_lines(self, opened: Opened, name: str) -> Iterator[Document | Failure]:
        found = False
        for number, data in enumerate(lines(opened), start=1):
            where = f"{name}:{number}"
            given: str | None = None
            try:
                if data is None:
                    raise BadLine(f"line is longer than {MAX_RECORD_BYTES:,} bytes")
                if not data.strip():
                    continue
                if not found and (data.strip() == b"{" or data.lstrip().startswith(b"[")):
                    raise Unreadable(_NOT_JSON_LINES)
                found = True
                line = parse_line(data)
                given = line.id
                yield self._document(where, given, line.text, line.fields, line.notice)
            except BadLine as error:
                found = True
                shown = _clean(error.document_id) if error.document_id else where
                yield Failure(id=shown, error=f"{where}: {error}")
            except Unreadable as error:
                if not found:
                    raise
                yield Failure(id=_clean(given) if given else where, error=f"{where}: {error}")
        if not found:
            raise Unreadable("holds no documents")

    def _document(self, where: str, given: str | None, text: str, fields: dict[str, str], notice: str | None) -> Document:
        """Check and make a document. Raises Unreadable for no or too much text and for an id that comes
        twice."""
        notices = [notice] if notice else []
        cleaned = {name: _clean(value) for name, value in fields.items()}
        body, title = _clean(text), cleaned.get("title", "")
        if body != text or any(cleaned[name] != value for name, value in fields.items()):
            notices.append(f"lone surrogates or NULs were replaced by {REPLACEMENT}")
        if not body.strip() and not title.strip():
            raise Unreadable("holds no text")
        if len(body) > MAX_CHARACTERS or len(title) > MAX_CHARACTERS:
            longest = max(len(body), len(title))
            raise Unreadable(f"text has {longest:,} characters; at most {MAX_CHARACTERS:,} are read")
        date = self._date
        if told := cleaned.pop("date", None):
            try:
                date = iso_date(told)
            except ValueError as error:
                notices.append(f"date left out: {error}")
                date = None
        if given is not None:
            document_id = _clean(given)
            self._ids.claim(document_id, where)
        else:
            document_id = self._ids.derive(body, title, where)
        for message in notices:
            self._warn(Notice(document_id, where, message))
        return Document.model_validate({**cleaned, "id": document_id, "text": body, "date": date})


def _kind(path: str, opened: Opened) -> Kind:
    """What an input is: by its name, else by how it starts. Raises Unreadable for what is not read."""
    name = PurePath(path)
    suffix = (name.with_suffix("") if name.suffix.lower() == ".gz" else name).suffix.lower()
    start = opened.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_binary(opened.head) and not (_KINDS.get(suffix) == "json lines" and start.startswith(b"{")):
        raise Unreadable("is binary data, not text")
    if suffix in _NOT_READ:
        raise Unreadable(f"{suffix} files are not read; give plain text, HTML or JSON Lines")
    if suffix in _KINDS:
        return _KINDS[suffix]
    utf16 = opened.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = opened.head.decode("utf-16" if utf16 else "utf-8-sig", "replace")
    if _JSON_START.match(text):
        return "json lines"
    return "html" if looks_like_html(text) else "text"


def _clean(value: str) -> str:
    """Lone surrogates, which no encoding can write, and NULs, which R and databases refuse, become U+FFFD.

    One for one, so offsets stay.
    """
    return _UNWRITABLE.sub(REPLACEMENT, value)
