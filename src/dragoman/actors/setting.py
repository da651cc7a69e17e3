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
    topic: str | None = None

    @property
    def scene(self) -> str | None:
        """The country where a deed took place if nothing tells: the story's own, which an official publisher's is not."""
        return self.topic if self.speaker else self.home

    @property
    def speaker(self) -> str | None:
        """The publishing government's country, if the publisher is official."""
        return self.publisher.country if self.publisher is not None and self.publisher.official else None


def settle(
    date: str | None, publisher: Publisher | None, dateline: str | None, lead: Sequence[tuple[int, Name]], own: str | None
) -> Setting:
    """The setting of a document; ``lead`` holds (sentence index, name) of the states named near its beginning.

    In order: an official publisher's own country, the country of the dateline, the state whose officials need no country
    (``own``), the state named most in headline and lead, the publisher's country.
    """
    weights = Counter(name.entry.code for _, name in lead if name.entry.code)
    ranked = [code for code, _ in weights.most_common()]  # of equals the one named first

    def made(home: str | None, reason: str | None) -> Setting:
        return Setting(date, publisher, dateline, home, reason, next((c for c in ranked if c != home), None))

    if publisher is not None and publisher.official and publisher.country:
        return made(publisher.country, "official publisher")
    if dateline:
        return made(dateline, "dateline")
    if own:
        return made(own, "the state whose officials the lead names without their country")
    if ranked:
        alone = len(ranked) == 1 or weights[ranked[0]] > weights[ranked[1]]
        return made(ranked[0], f"the state named {'most' if alone else 'first'} in headline and lead")
    if publisher is not None and publisher.country:
        return made(publisher.country, "publisher's country")
    return made(None, None)
