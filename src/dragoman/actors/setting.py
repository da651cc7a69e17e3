"""From where a document speaks: its publisher, dateline and the state its story is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon import Name, Publisher


@dataclass(frozen=True, slots=True)
class Setting:
    """``home`` is the country that bare offices and forces ("the minister", "police") belong to, and ``reason`` says why.

    ``speaker`` is the country of an official publisher, whose "our" and "the Secretary" are its own.
    """

    date: str | None
    publisher: Publisher | None
    dateline: str | None
    home: str | None
    reason: str | None

    @property
    def speaker(self) -> str | None:
        """The publishing government's country, if the publisher is official."""
        return self.publisher.country if self.publisher is not None and self.publisher.official else None


def settle(
    date: str | None, publisher: Publisher | None, dateline: str | None, lead: Sequence[tuple[int, Name]]
) -> Setting:
    """The setting of a document; ``lead`` holds (sentence index, name) of the states named near its beginning.

    In order: an official publisher's own country, the country of the dateline, the state named most in headline and
    lead, the publisher's country.
    """
    if publisher is not None and publisher.official and publisher.country:
        return Setting(date, publisher, dateline, publisher.country, "official publisher")
    if dateline:
        return Setting(date, publisher, dateline, dateline, "dateline")
    weights: Counter[str] = Counter()
    for _, name in lead:
        if name.entry.code:
            weights[name.entry.code] += 1
    if weights:
        best, count = max(weights.items(), key=lambda item: item[1])
        if list(weights.values()).count(count) == 1:
            return Setting(date, publisher, dateline, best, "the state named most in headline and lead")
        first = next(name.entry.code for _, name in lead if name.entry.code and weights[name.entry.code] == count)
        return Setting(date, publisher, dateline, first, "the state named first in headline and lead")
    if publisher is not None and publisher.country:
        return Setting(date, publisher, dateline, publisher.country, "publisher's country")
    return Setting(date, publisher, dateline, None, None)
