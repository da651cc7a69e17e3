"""Outlets and ministries whose country is known."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.tables import data_folder, rows


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published a text. ``official``: it speaks for its government ("the Minister", "our" are its own)."""

    domain: str
    name: str
    country: str | None
    official: bool


class PublisherIndex:
    """Publishers by domain; a longer domain ending counts more (``mofa.gov.pk`` before ``gov.pk``)."""

    def __init__(self) -> None:
        self._by_domain = {
            row["domain"].lower(): Publisher(row["domain"], row["name"], row["country"] or None, row["official"] == "yes")
            for row in rows(data_folder() / "publishers.csv", ("domain", "name", "country", "official"))
        }

    def find(self, source: str | None, url: str | None = None) -> Publisher | None:
        """The publisher named by a document's ``source`` (a domain or an outlet's domain) or ``url``."""
        for text in (source, (url or "").split("//")[-1].split("/")[0]):
            labels = (text or "").lower().removeprefix("www.").split(".")
            for start in range(len(labels)):
                found = self._by_domain.get(".".join(labels[start:]))
                if found:
                    return found
        return None
