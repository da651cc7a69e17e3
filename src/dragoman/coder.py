"""The whole pipeline on one page: text in, :class:`Coding` out.

tokens and sentences -> entity table (no parse) -> gate -> parse -> predications -> events -> engagements, positions,
matters, commitments -> records
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.actors import Discourse, Entity, EntityTable, TableBuilder
from dragoman.assembly import Assembly
from dragoman.diplomacy import (
    Encounter,
    MatterFinder,
    NamedMatter,
    Phrases,
    Promise,
    Stand,
    encounters,
    promises,
    stands,
)
from dragoman.events import (
    Attribution,
    Happening,
    Predication,
    PredicationReader,
    Time,
    Triggers,
    happenings,
    is_sport,
    out_of_play,
    with_addressee,
)
from dragoman.language import LanguageModel, Sentence, load_model, quoted_spans, split
from dragoman.lexicon import Lexicon
from dragoman.reading import Dateline, content_id, dateline, identify
from dragoman.records import Coding, Document, Failure, Run, text_digest
from dragoman.where_when import DateFinder, parse_day
from dragoman.workers import code_in_processes

_PLACE_AND_DASH = re.compile(r"\s*(?P<place>[A-Z][\w’' ]{2,30}?)\s?(?:\.-|[–—]|-(?=\s))\s*(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one document, before it becomes records."""

    document: Document
    sentences: tuple[Sentence, ...]
    table: EntityTable
    discourse: Discourse
    times: Mapping[int, Sequence[Time]]
    predications: tuple[Predication, ...]
    happenings: tuple[Happening, ...]
    encounters: tuple[Encounter, ...]
    stands: tuple[Stand, ...]
    matters: tuple[NamedMatter, ...]
    promises: tuple[Promise, ...]


class Coder:
    """Codes documents. Made once (about three seconds), then used for as many texts as wanted.

    ``actors`` is a TOML or CSV file with actors of one's own, which add to the lexicon and override it
    (:mod:`dragoman.lexicon.own`); ``overridden`` tells, a line each, what was something else before.

    Raises :class:`~dragoman.language.ModelError` if the language model is missing or altered, and
    :class:`~dragoman.lexicon.LexiconError` if a data file is faulty.
    """

    def __init__(self, *, model: LanguageModel | None = None, actors: str | Path | None = None) -> None:
        self._model = model or load_model(verify=os.environ.get("DRAGOMAN_UNVERIFIED_MODEL") != "1")
        self._actors = Path(actors) if actors is not None else None
        self._lexicon = Lexicon(lambda text: [t.text for t in self._model.nlp.make_doc(text)], self._actors)
        self.overridden = tuple(self._lexicon.overridden)
        cues = self._lexicon.cues
        # "IS" in a headline in capitals is a verb; "US" is the one function word that mostly is a name there
        small = {word.upper() for word in self._model.nlp.Defaults.stop_words} - {"US"}
        self._model.names = self._lexicon.capitalised - small
        self._model.keep_together([*cues["abbreviation"], *self._lexicon.roles.titles])
        self._starters = cues["starter"]
        common = frozenset(self._model.nlp.Defaults.stop_words) - {"us"}
        self._builder = TableBuilder(self._lexicon, common)
        self._triggers = Triggers(self._lexicon.frames, self._model.lemmas, cues["month"] | cues["weekday"])
        self._dates = DateFinder(cues)
        self._matters = MatterFinder(cues)
        info = self._model.info
        self.run = Run(
            program=__version__,
            lexicon=self._lexicon.digest,
            model=info.name,
            model_version=info.version,
            model_sha256=info.sha256,
        )

    # -- the front door -----------------------------------------------------------------------------------------

    def code(self, text: str, *, title: str = "", date: str | None = None, **fields: Any) -> Coding:
        """Code one text. ``date`` is its publication date, ISO 8601; further fields are those of :class:`Document`.

        The id is made from the content where none is given. Raises ValueError for a date that is none.
        """
        document = Document(id=fields.pop("id", None) or content_id(text, title), text=text, title=title, date=date, **fields)
        return self.code_document(document)

    def code_document(self, document: Document) -> Coding:
        """Code one document. A text that is not in English gives no records and a warning."""
        guess = identify(document.text)
        if not guess.is_english and document.translated_from is None:
            warning = f"not coded: the text is not in English (looks like {guess.code or 'another language'})"
            return self._blank(document, (warning,))
        reading = self.understand(document)
        return Assembly(self._lexicon, reading, self.run, self._model.lemmas).coding(self._blank(document, ()))

    def code_many(self, documents: Iterable[Document | Failure], *, workers: int = 1) -> Iterator[Coding | Failure]:
        """Code documents in order; with several ``workers`` in as many processes, with the same result.

        A document that cannot be coded gives a :class:`Failure` in its place, and the run goes on.
        """
        if workers > 1:
            yield from code_in_processes(documents, workers, self._actors)
            return
        for document in documents:
            yield self.code_or_fail(document)

    def code_or_fail(self, document: Document | Failure) -> Coding | Failure:
        """The coding of a document, or why there is none."""
        if isinstance(document, Failure):
            return document
        try:
            return self.code_document(document)
        except Exception as error:  # noqa: BLE001 - one bad document never stops a run
            return Failure(id=document.id, error=f"could not be coded: {type(error).__name__}: {error}")

    def explain(self, document: Document) -> str:
        """Why each record of a document is there: sentence, frame, the way to each party, the steps of its resolution."""
        return Assembly(self._lexicon, self.understand(document), self.run, self._model.lemmas).explanation()

    # -- the steps ----------------------------------------------------------------------------------------------

    def understand(self, document: Document) -> Reading:
        """Everything up to the records, step by step."""
        head = dateline(document.text) or self._plain_dateline(document.text)
        sentences = self._sentences(document, head.end if head else 0)
        table = self._builder.build(
            sentences,
            date=document.date,
            publisher=self._lexicon.publishers.find(document.source, document.url),
            dateline=head.place if head else None,
        )
        times = self._times(document, sentences, head.date if head else None)
        discourse = Discourse(self._lexicon, self._model.lemmas, self._builder, sentences, table)
        quotes = {"text": quoted_spans(document.text), "title": quoted_spans(document.title)}
        attribution = Attribution(self._lexicon.cues, self._model.lemmas, discourse, quotes)
        reader = PredicationReader(self._lexicon, self._model.lemmas, self._triggers, discourse, attribution, times)

        self._parse(sentences, table)
        told = [p for sentence in sentences if sentence.parsed for p in reader.read(sentence)]
        if is_sport(sentences, self._lexicon.cues):
            told = [p for p in told if not out_of_play(p)]
        phrases = Phrases(sentences, table, self._lexicon.contexts, self._model.lemmas)
        found, met = self._events(told, phrases)
        sides = _two_sides(met)
        if sides:
            told = [with_addressee(p, sides) for p in told]
            found, met = self._events(told, phrases)

        def state(code: str) -> Entity:
            return discourse.country_entity(code, "the state its official speaks for")

        assembly = Assembly.words(sentences, self._lexicon.cues["intensity"])
        positions = stands(
            told,
            phrases,
            state,
            {c: state(e.country) if e.country else e for c, e in sides.items()},
            assembly.intensity,
            assembly.matter,
        )
        return Reading(
            document,
            tuple(sentences),
            table,
            discourse,
            times,
            tuple(told),
            tuple(found),
            tuple(met),
            tuple(positions),
            tuple(self._matters.find(sentences)),
            tuple(promises(found, assembly.matter, state)),
        )

    def _plain_dateline(self, text: str) -> Dateline | None:
        """As in “Pretoria – The Minister ...”: a known place before a dash, in small letters and without date or agency."""
        match = _PLACE_AND_DASH.match(text)
        if match is None or not any(
            n.entry.kind in {"place", "country"} for n in self._lexicon.names.get(match["place"].title())
        ):
            return None
        return Dateline(match["place"], None, None, match.start("place"), match.end())

    def _events(self, told: Sequence[Predication], phrases: Phrases) -> tuple[list[Happening], list[Encounter]]:
        found = happenings(told)
        return found, encounters(found, told, phrases)

    def _sentences(self, document: Document, body: int) -> list[Sentence]:
        """Sentences of headline and body; the dateline is left out of the first."""
        sentences = split(
            document.title,
            lambda text: self._model.tokens(text, headline=True),
            field="title",
            starters=self._starters,
        )
        rest = split(
            document.text[body:],
            self._model.tokens,
            starters=self._starters,
            first_index=len(sentences),
        )
        for sentence in rest:
            sentence.start += body
        return sentences + rest

    def _times(self, document: Document, sentences: Sequence[Sentence], told: str | None) -> dict[int, list[Time]]:
        """Time expressions by sentence, against the document's date, else the full date that its dateline tells."""
        today = parse_day(document.date)
        if today is None and told:
            days = [e.value for e in self._dates.find(told, None) if e.value and e.precision == "day"]
            today = parse_day(days[0]) if days else None
        times = {}
        for sentence in sentences:
            found = self._dates.find(sentence.doc.text, today)
            if found:
                times[sentence.index] = [
                    Time(sentence.start + e.start, sentence.start + e.end, e.value, e.precision, e.background, e.future)
                    for e in found
                ]
        return times

    def _parse(self, sentences: Sequence[Sentence], table: EntityTable) -> None:
        """Tag and parse the sentences that may tell something: an actor (or a pronoun for one) and a trigger word."""
        wanted = [s for s in sentences if self._may_tell(s, table)]
        self._model.parse(s.doc for s in wanted)
        for sentence in wanted:
            sentence.parsed = True

    def _may_tell(self, sentence: Sentence, table: EntityTable) -> bool:
        runs, pronouns = table.runs[sentence.index], self._lexicon.cues["pronoun"]
        if (
            not table.mentions[sentence.index]
            and not any(run.role is not None and (run.role.political or run.role.kind != "institution") for run in runs)
            and not (table.anyone and any(token.lower_ in pronouns for token in sentence.doc))
        ):
            return False
        return self._triggers.gate(sentence.doc)

    def _blank(self, document: Document, warnings: tuple[str, ...]) -> Coding:
        return Coding(
            id=document.id,
            title=document.title,
            text=document.text,
            text_sha256=text_digest(document.text),
            date=document.date,
            source=document.source,
            url=document.url,
            language=document.language,
            warnings=warnings,
            run=self.run,
        )


def _two_sides(met: Sequence[Encounter]) -> dict[str, Entity]:
    """Country -> the other side, if the document tells of exactly one held encounter of two countries."""
    held = [e for e in met if e.status == "held"]
    if len(held) != 1:
        return {}
    sides: dict[str, Entity] = {}
    for party in held[0].participants:
        if party.country:
            sides.setdefault(party.country, party)
    if len(sides) != 2:
        return {}
    (a, first), (b, second) = sides.items()
    return {a: second, b: first}
