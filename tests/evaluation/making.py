"""Short ways to write records for these tests. All texts are invented."""

from __future__ import annotations

from typing import Any

from dragoman.evaluation import GoldDocument
from dragoman.evaluation.gold import gold_document

TEXT = "Peru's minister met Cuba's in Havana. Chad accused Togo of raids."


def event(said: str, **more: Any) -> dict[str, Any]:
    """An event from "PER+BOL CONSULT CUB"; "-" stands for a party without a country."""
    actors, kind, *recipients = said.split(" ")
    return {
        "event_type": kind,
        "mode": None,
        "contexts": [],
        "actors": parties(actors),
        "recipients": parties(recipients[0]) if recipients else [],
        "factuality": "actual",
        "evidence": [quotation("Peru's minister met Cuba's in Havana.")],
        **more,
    }


def parties(codes: str) -> list[dict[str, Any]]:
    """Parties from "PER+BOL"."""
    return [{"text": code, "country": None if code == "-" else code, "sectors": []} for code in codes.split("+")]


def engagement(channel: str, codes: str, **more: Any) -> dict[str, Any]:
    """An engagement of these countries."""
    return {"channel": channel, "participants": parties(codes), "agenda": [], **more}


def quotation(words: str, field: str = "text", text: str = TEXT) -> dict[str, Any]:
    """Evidence: these words of the text."""
    start = text.index(words)
    return {"field": field, "start": start, "end": start + len(words), "text": words}


def gold(*events: dict[str, Any], id: str = "a", **more: Any) -> GoldDocument:
    """A gold document with these events."""
    return gold_document({"id": id, "text": TEXT, "events": list(events), **more})


def coding(*events: dict[str, Any], id: str = "a", **more: Any) -> dict[str, Any]:
    """A coding with these events."""
    return {"id": id, "events": list(events), **more}
