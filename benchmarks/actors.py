#!/usr/bin/env python3
"""Print how well the actors of gold documents are resolved, whatever is made of them as events.

    actors.py                        the gold of this repository
    actors.py --gold FILE... --errors 20

``party country``: of the parties of gold events that have a country, the share for which a phrase in the sentences of the
event's evidence is resolved to it: the phrase that the party's own words are, else any phrase there, pronouns included.
``party sector``: of those found, the share whose main sector is right. ``document countries``: precision, recall and F1 of the
set of countries that act or are acted upon in a document, over all its coded events and engagements. ``named persons``: of
the participants of engagements with a person's name (and of the ``expected`` counterparts that a gold line may tell instead
of a coding), the share whose family name some mention bears with the right country.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import dragoman
from dragoman.actors import Entity
from dragoman.coder import Reading
from dragoman.evaluation import GoldDocument, read_gold
from dragoman.evaluation.floors import gold_files
from dragoman.evaluation.tally import Rate, Tally
from dragoman.language import LanguageModel, load_model
from dragoman.lexicon import plain

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"

Record = dict[str, Any]

PARTICLES = frozenset({"al", "bin", "de", "del", "der", "di", "da", "dos", "la", "van", "von"})
"""Small words inside names of persons."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", metavar="FILE", help="gold files (default: tests/gold)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N parties that were not found")
    options = parser.parse_args(arguments)
    model = load_model()
    figures, coder = Figures(model), dragoman.Coder(model=model)
    for path in options.gold or gold_files(GOLD):
        for gold in read_gold(path):
            figures.add(gold, coder.understand(gold.document), coder.code_document(gold.document).model_dump(mode="json"))
    print(figures.to_text(options.errors))
    return 0


class Figures:
    """The running counts."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self.country, self.sector, self.persons = Rate(), Rate(), Rate()
        self.documents = Tally()
        self.missed: list[str] = []

    def add(self, gold: GoldDocument, reading: Reading, coding: Record) -> None:
        """Count one document."""
        for event in gold.record.get("events") or []:
            for party in (*event["actors"], *(event.get("recipients") or [])):
                if party.get("country") and party.get("text"):
                    self._party(gold.id, party, event, reading)
        said = set(_countries(coding))
        required = set(_countries(gold.record, optional=False))
        if required or said:
            self.documents.add(required, said, set(_countries(gold.record)))
        for engagement in gold.record.get("engagements") or []:
            for party in engagement.get("participants") or []:
                if party.get("name") and party.get("country") and set(party["name"].split()) <= _capitalised(party["name"]):
                    self._person(gold.id, party, reading)
        if gold.record.get("expected"):
            self._person(gold.id, gold.record["expected"], reading)

    def _party(self, name: str, party: Record, event: Record, reading: Reading) -> None:
        near = list(self._phrases(reading, event.get("evidence") or []))
        naming = [entity for text, entity in near if text in party["text"]] or [entity for _, entity in near]
        right = [entity for entity in naming if entity.country == party["country"]]
        self.country.add(bool(right))
        if not right:
            found = sorted({str(entity.country) for entity in naming})
            self.missed.append(f"{name}: {party['text']!r} is {party['country']}, not {found}: {event['evidence'][0]['text']!r}")
        elif party.get("sectors"):
            self.sector.add(any(entity.sectors[:1] == (party["sectors"][0],) for entity in right))

    def _phrases(self, reading: Reading, evidence: Sequence[Record]) -> Iterator[tuple[str, Entity]]:
        """Who the words of the sentences that quotations touch stand for, each word with what it is resolved to."""
        for sentence in reading.sentences:
            end = sentence.start + len(sentence.doc.text)
            if any(span["field"] == sentence.field and span["start"] < end and sentence.start < span["end"] for span in evidence):
                if not sentence.parsed:
                    self._model.parse([sentence.doc])
                    sentence.parsed = True
                for token in sentence.doc:
                    yield from ((token.text, entity) for entity in reading.discourse.resolve(sentence, token))

    def _person(self, name: str, party: Record, reading: Reading) -> None:
        surname = _plain(party["name"]).split()[-1]
        bearers = (m.entity for line in reading.table.mentions for m in line if surname in _plain(m.entity.name or "").split())
        found = {entity.country for entity in bearers}
        self.persons.add(party["country"] in found)
        if party["country"] not in found:
            self.missed.append(f"{name}: {party['name']!r} of {party['country']} is found as {sorted(map(str, found))}")

    def to_text(self, errors: int) -> str:
        """The figures as lines, then what was not found."""
        documents = self.documents.figures()
        lines = [
            f"{'party country':24} {self.country.share()}  ({self.country.cases} parties)",
            f"{'party sector':24} {self.sector.share()}  ({self.sector.cases} parties)",
            f"{'document countries':24} P {documents['precision']}  R {documents['recall']}  F1 {documents['f1']}",
            f"{'named persons':24} {self.persons.share()}  ({self.persons.cases} persons)",
        ]
        return "\n".join([*lines, *self.missed[:errors]])


def _plain(name: str) -> str:
    """A name in small letters, without accents and hyphens."""
    return plain(name).replace("-", " ")


def _capitalised(name: str) -> set[str]:
    """The words of a name that are written as names: "mother of Amina Ali" is a description."""
    return {word for word in name.split() if word[:1].isupper() or word in PARTICLES}


def _countries(record: Record, *, optional: bool = True) -> Iterator[str]:
    """The countries of the parties of events and held engagements, without optional ones if asked."""
    for event in record.get("events") or []:
        if optional or not event.get("optional"):
            for party in (*event["actors"], *(event.get("recipients") or [])):
                if party.get("country"):
                    yield party["country"]
    for engagement in record.get("engagements") or []:
        if optional or not engagement.get("optional"):
            for party in engagement.get("participants") or []:
                if party.get("country"):
                    yield party["country"]


if __name__ == "__main__":
    main()
