"""HTML pages: the article's text, its title and date, without menus and advertisements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.reading.dates import iso_date
from dragoman.reading.errors import Unreadable
from dragoman.reading.settings import MAX_HTML_DEPTH, MAX_HTML_ELEMENTS

_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(/?)>", re.DOTALL)
# Elements that hold no others, or that the parser closes by itself (HTML standard, "optional tags"): they do
# not nest.
_NOT_NESTING = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
    | {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"}
    | {"html", "head", "body"}
)
_EXTRACTOR_ERRORS = (RecursionError, ValueError, TypeError, AttributeError, LookupError, AssertionError)
# Their content is not markup.
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp"})
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|header|div|h1|p|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
# Plausible years of a page; fixed, so that a page gives the same date whenever it is read.
_FIRST_DATE, _LAST_DATE = "1900-01-01", "2199-12-31"


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page gave; ``date`` is a day that the page itself declares, or None."""

    title: str
    text: str
    date: str | None
    url: str | None
    source: str | None


def looks_like_html(start: str) -> bool:
    """Whether a text begins as an HTML page or fragment does."""
    return _HTML_START.match(start) is not None


def measure(html: str) -> tuple[int, int]:
    """How many elements there are and how deep they nest; counted without building a tree, in linear time."""
    count = depth = deepest = 0
    raw_until: str | None = None
    for match in _MARKUP.finditer(html):
        closing, name, empty = match[1], match[2], match[3]
        if name is None:
            continue
        name = name.lower()
        if raw_until is not None:
            if closing and name == raw_until:
                raw_until = None
            continue
        count += not closing
        if name in _NOT_NESTING:
            continue
        if name in _RAW_TEXT:
            raw_until = None if closing else name
        elif closing:
            depth = max(0, depth - 1)
        elif not empty:
            depth += 1
            deepest = max(deepest, depth)
    return count, deepest


def read_html(html: str, *, url: str | None = None) -> Page:
    """The article in a page. Raises Unreadable where there is none or the page nests deeper than
    MAX_HTML_DEPTH."""
    count, depth = measure(html)
    if count > MAX_HTML_ELEMENTS:
        raise Unreadable(f"HTML has {count:,} elements; at most {MAX_HTML_ELEMENTS:,} are read")
    if depth > MAX_HTML_DEPTH:
        raise Unreadable(f"HTML elements are nested {depth:,} deep; at most {MAX_HTML_DEPTH} are read")
    # Heavy: imported only when a page is read.
    from trafilatura import extract
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    date_rules = {
        # Only dates the page declares (meta elements, its address): a date found in running text is a guess.
        "extensive_search": False,
        "original_date": True,
        "min_date": _FIRST_DATE,
        "max_date": _LAST_DATE,
    }
    try:
        tree = load_html(html)
        if tree is None:
            raise Unreadable("no article found in the HTML")
        facts = extract_metadata(tree, default_url=url, date_config=date_rules, extensive=False)
        text = extract(tree, include_comments=False)
    except _EXTRACTOR_ERRORS as error:
        # The extractor meets arbitrary markup: whatever it stumbles on costs this page, not the run.
        raise Unreadable(f"HTML could not be read ({type(error).__name__})") from error
    if not text or not text.strip():
        raise Unreadable("no article found in the HTML")
    title = (facts.title or "").strip()
    return Page(
        title=title,
        text=_body(text, title),
        date=_declared_date(facts.date),
        url=url or facts.url,
        source=facts.sitename or facts.hostname,
    )


def _body(text: str, title: str) -> str:
    """The extracted text with a blank line between its blocks, and without the headline that opens many
    articles."""
    blocks = [block for line in text.split("\n") if (block := line.strip())]
    if len(blocks) > 1 and blocks[0] == title:
        del blocks[0]
    return "\n\n".join(blocks)


def _declared_date(found: str | None) -> str | None:
    try:
        return iso_date(found) if found else None
    except ValueError:
        return None
