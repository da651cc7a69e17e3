"""The last step: what was understood becomes records with evidence, ids and confidence, or an explanation in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman import ontology
from dragoman.actors import Entity
from dragoman.diplomacy import Encounter, NamedMatter, Phrase, Phrases, Promise, Stand
from dragoman.events import Happening, Predication, confidence
from dragoman.language import Sentence
from dragoman.language.lemmas import Lemmas
from dragoman.lexicon import Lexicon
from dragoman.records import (
    AgendaItem,
    Coding,
    Commitment,
    Engagement,
    Event,
    Evidence,
    Matter,
    Party,
    Place,
    Position,
    Record,
    Run,
    record_id,
)
from dragoman.where_when import Location, locate

VERBAL = (1, 3)
"""Quad classes of words."""

DAY = len("2020-06-18")

if TYPE_CHECKING:
    from dragoman.coder import Reading


@dataclass(frozen=True, slots=True)
class Words:
    """Words of predications, for rooms that need text rather than trees."""

    sentences: Sequence[Sentence]
    intensifiers: Set[str]

    def matter(self, p: Predication) -> str:
        """The matter of a predication in the text's words: its ``about``, else its clause."""
        first, last = p.about or p.span
        return self.sentences[p.sentence].doc[first : last + 1].text

    def intensity(self, p: Predication) -> str | None:
        """The intensifier beside the trigger ("grave" concern), if there is one."""
        doc = self.sentences[p.sentence].doc
        trigger = doc[p.trigger]
        for child in trigger.children:
            if child.lower_ in self.intensifiers:
                return child.lower_
        return None


class Assembly:
    """Makes the records of one document."""

    def __init__(self, lexicon: Lexicon, reading: Reading, run: Run, lemmas: Lemmas) -> None:
        self._lexicon = lexicon
        self._reading = reading
        self._run = run
        self._phrases = Phrases(reading.sentences, reading.table, lexicon.contexts, lemmas)
        self._countries = [e.country for e in reading.table.states.values() if e.country]

    @staticmethod
    def words(sentences: Sequence[Sentence], intensifiers: Set[str]) -> Words:
        """Access to the words of predications."""
        return Words(sentences, intensifiers)

    def coding(self, blank: Coding) -> Coding:
        """The document's records, put into a coding that has its other fields."""
        r = self._reading
        events = {id(h): self._event(h) for h in r.happenings}
        told = {id(p): events[id(h)].id for h in r.happenings for p in h.told_by}
        engagements = [
            self._engagement(e, [events[id(e.happening)].id] if e.happening is not None and id(e.happening) in events else [])
            for e in r.encounters
        ]
        matters = [self._matter(m) for m in r.matters]
        positions = [self._position(s, matters, told) for s in r.stands]
        commitments = [self._commitment(p) for p in r.promises]
        return blank.model_copy(
            update={
                "events": _unique(events.values()),
                "engagements": _unique(engagements),
                "positions": _unique(positions),
                "matters": _unique(matters),
                "commitments": _unique(commitments),
            }
        )

    # -- records ------------------------------------------------------------------------------------------------

    def _event(self, h: Happening) -> Event:
        doc_id = self._reading.document.id
        evidence = self._evidence(h.told_by)
        actors, recipients = self._parties(h.actors), self._parties(h.recipients)
        contexts = self._contexts(h)
        cameo = ontology.cameo_for(h.event_type, h.modes)
        date, precision = self._date(h.told_by)
        if date is None and h.factuality == "actual" and ontology.quad(h.event_type) in VERBAL:
            date, precision = self._day_of_words(h)
        key = [_key(p) for p in actors], [_key(p) for p in recipients]
        return _made(
            Event,
            id=record_id(doc_id, "event", h.event_type, *key, evidence[0].field, evidence[0].start),
            event_type=h.event_type,
            mode=h.modes,
            contexts=contexts,
            actors=actors,
            recipients=recipients,
            factuality=h.factuality,
            claimed_by=self._party(h.claimed_by) if h.claimed_by else None,
            date=date,
            date_precision=precision,
            location=self._location(h),
            cameo=cameo,
            quad=ontology.quad(h.event_type),
            plover_score=ontology.score(h.event_type, h.modes),
            goldstein=ontology.goldstein(cameo) if cameo else None,
            confidence=confidence(h),
            evidence=evidence,
        )

    def _engagement(self, e: Encounter, event_ids: Sequence[str]) -> Engagement:
        evidence = self._evidence(e.told_by)
        participants = self._parties(e.participants)
        date, precision = self._date(e.told_by)
        agenda = tuple(self._agenda_item(item, e) for item in e.agenda)
        place = None if e.channel in {"phone", "video", "letter", "message"} else self._place(e.told_by[0], story=False)
        return _made(
            Engagement,
            id=record_id(
                self._reading.document.id, "engagement", e.status, e.channel, [_key(p) for p in participants], evidence[0].start
            ),
            status=e.status,
            channel=e.channel,
            participants=participants,
            initiator=self._party(e.initiator) if e.initiator else None,
            host=self._party(e.host) if e.host else None,
            level=e.level,
            date=date,
            date_precision=precision,
            place=place,
            agenda=agenda,
            event_ids=tuple(event_ids),
            confidence=confidence(e.happening) if e.happening else 0.5,
            evidence=evidence,
        )

    def _agenda_item(self, item: Phrase, e: Encounter) -> AgendaItem:
        countries = item.countries
        if not countries and self._lexicon.cues["bilateral"] & {w.lower() for w in item.text.split()}:
            countries = tuple(dict.fromkeys(p.country for p in e.participants if p.country))
        return AgendaItem(text=item.text, contexts=item.contexts, countries=countries)

    def _position(self, s: Stand, matters: Sequence[Matter], told: dict[int, str]) -> Position:
        evidence = self._evidence(s.told_by)
        holder = self._party(s.holder)
        matter = next((m.id for m in matters if m.name.lower() in s.about.lower()), None)
        events = tuple(dict.fromkeys(told[id(p)] for p in s.told_by if id(p) in told))
        return _made(
            Position,
            id=record_id(self._reading.document.id, "position", _key(holder), s.stance, s.about, evidence[0].start),
            holder=holder,
            speaker=self._party(s.speaker) if s.speaker else None,
            stance=s.stance,
            intensity=s.intensity,
            about=s.about,
            toward=self._party(s.toward) if s.toward else None,
            matter_id=matter,
            event_ids=events,
            confidence=0.6,
            evidence=evidence,
        )

    def _matter(self, m: NamedMatter) -> Matter:
        sentence = self._reading.sentences[m.sentence]
        start, end = sentence.span(m.first, m.last)
        return Matter(
            id=record_id(self._reading.document.id, "matter", m.name.lower()),
            name=m.name,
            confidence=0.6,
            evidence=(self._quote(sentence, start, end),),
        )

    def _commitment(self, p: Promise) -> Commitment:
        evidence = self._evidence(p.told_by)
        parties = self._parties(p.parties)
        return Commitment(
            id=record_id(self._reading.document.id, "commitment", [_key(x) for x in parties], p.text, evidence[0].start),
            parties=parties,
            text=p.text,
            due=p.due,
            confidence=0.6,
            evidence=evidence,
        )

    # -- parts --------------------------------------------------------------------------------------------------

    def _quote(self, sentence: Sentence, start: int, end: int) -> Evidence:
        document = self._reading.document
        whole = document.text if sentence.field == "text" else document.title
        return Evidence(field=sentence.field, start=start, end=end, text=whole[start:end])

    def _evidence(self, told: Sequence[Predication]) -> tuple[Evidence, ...]:
        """Quotations, those from the body before those from the headline, each once."""
        found: list[Evidence] = []
        for p in told:
            sentence = self._reading.sentences[p.sentence]
            quote = self._quote(sentence, *sentence.span(*p.span))
            if quote not in found:
                found.append(quote)
        found.sort(key=lambda q: q.field == "title")
        return tuple(found)

    def _parties(self, entities: Sequence[Entity]) -> tuple[Party, ...]:
        return tuple(dict.fromkeys(self._party(e) for e in entities))

    def _party(self, e: Entity) -> Party:
        unresolved = e.unresolved if e.country is None else None
        if e.country is None and unresolved is None and e.text is not None and not e.sectors:
            unresolved = "no_evidence"
        return _made(Party, text=e.text, name=e.name, country=e.country, sectors=e.sectors, role=e.role, unresolved=unresolved)

    def _date(self, told: Sequence[Predication]) -> tuple[str | None, str | None]:
        for p in told:
            for value in p.when:
                return value, {10: "day", 7: "month", 4: "year"}.get(len(value), "interval")
        return None, None

    def _day_of_words(self, h: Happening) -> tuple[str | None, str | None]:
        """What is said in the document's one encounter is said on its day; an official release speaks on its own day."""
        held = [e for e in self._reading.encounters if e.status == "held"]
        if len(held) == 1 and {a.country for a in h.actors} <= {p.country for p in held[0].participants}:
            date, precision = self._date(held[0].told_by)
            if date is not None:
                return date, precision
        setting, published = self._reading.table.setting, self._reading.document.date
        if setting.speaker and published and len(published) >= DAY and {a.country for a in h.actors} == {setting.speaker}:
            return published[:DAY], "day"
        return None, None

    def _contexts(self, h: Happening) -> tuple[str, ...]:
        tokens = [t for i in sorted({p.sentence for p in h.told_by}) for t in self._reading.sentences[i].doc]
        found = list(ontology.implied_contexts(h.event_type, h.modes))
        codes = {e.country for e in (*h.actors, *h.recipients) if e.sectors[:1] == ("GOV",)}
        if h.event_type == "CONSULT" and len(codes) > 1:
            found.append("diplomatic")
        found += [c for c in self._phrases.contexts_of(tokens) if c not in found]
        return tuple(found)

    def _location(self, h: Happening) -> Place | None:
        if h.event_type == "CONSULT" and "phone" in h.modes:
            return None
        # what is promised, asked or blamed lies elsewhere: of words only a place told before them is theirs
        words = h.event_type != "CONSULT" and ontology.quad(h.event_type) in VERBAL
        story = h.event_type in {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"}
        return self._place(h.main, story=story, before=words, reached=h.event_type in {"CONSULT", "MOBILIZE"})

    def _place(self, p: Predication, *, story: bool, before: bool = False, reached: bool = False) -> Place | None:
        """The place that the clause names, or, for ``story``, its sentence.

        ``before``: only one in front of the trigger; ``reached``: also one that somebody goes to.
        """
        sentence = self._reading.sentences[p.sentence]
        runs = self._reading.table.runs[p.sentence]
        prepositions = self._lexicon.cues["place_preposition"] | (self._lexicon.cues["goal_preposition"] if reached else set())
        spans = [p.span, (0, len(sentence.doc) - 1)] if story else [p.span]
        for first, last in spans:
            for run in runs:
                if run.code not in "LG" or not first <= run.first <= last or not run.names:
                    continue
                if before and run.first > p.trigger:
                    continue
                if not {sentence.doc[i].lower_ for i in range(max(0, run.first - 3), run.first)} & prepositions:
                    continue
                names = [n for n in run.names if n.form in {"name", "capital"}]
                if not names:
                    continue
                text = sentence.doc[run.first : run.last + 1].text
                found = locate(
                    text, names, areas=self._lexicon.areas, date=self._reading.document.date, countries=self._countries
                )
                return _place_record(found)
        return None

    # -- explanation --------------------------------------------------------------------------------------------

    def explanation(self) -> str:
        """For each record its sentence, frame, parties with the steps of their resolution, and status."""
        r = self._reading
        lines = [f"{r.document.id}: {r.document.title or r.document.text[:60]}"]
        setting = r.table.setting
        lines.append(f"  bare offices belong to {setting.home or 'nobody known'} ({setting.reason or 'no evidence'})")
        for h in r.happenings:
            modes = f" ({', '.join(h.modes)})" if h.modes else ""
            lines.append(f"\n{h.event_type}{modes}, {h.factuality}, confidence {confidence(h)}")
            for p in h.told_by:
                lines.append(f"  sentence: {r.sentences[p.sentence].doc.text}")
                lines.append(f"  trigger: “{r.sentences[p.sentence].doc[p.trigger].text}”; " + "; ".join(p.steps))
            for label, parties in (("actor", h.actors), ("recipient", h.recipients)):
                lines += [f"  {label}: {_described(e)}" for e in parties]
            if h.claimed_by:
                lines.append(f"  claimed by: {_described(h.claimed_by)}")
        for e in r.encounters:
            lines.append(f"\nENGAGEMENT {e.channel}, {e.status}: " + "; ".join(_described(p) for p in e.participants))
            lines += [f"  agenda: {item.text}" for item in e.agenda]
        for s in r.stands:
            lines.append(
                f"\nPOSITION {s.holder.name} {s.stance}: {s.about}" + (f" (towards {s.toward.name})" if s.toward else "")
            )
            lines += [f"  frame {p.frame.id} ({p.frame.line}): {r.sentences[p.sentence].doc.text}" for p in s.told_by]
        for promise in r.promises:
            lines.append(f"\nCOMMITMENT {', '.join(p.name or '?' for p in promise.parties)}: {promise.text}")
        return "\n".join(lines)


def _described(e: Entity) -> str:
    facts = ", ".join(x for x in (e.country or "no country", "/".join(e.sectors), e.role or "") if x)
    return f"{e.name or e.text or 'unnamed'} [{facts}]" + (f": {'; '.join(e.steps)}" if e.steps else "")


def _key(p: Party) -> list[str | None]:
    return [p.country, p.name]


Shape = TypeVar("Shape", bound=Record)


def _made(shape: type[Shape], **fields: Any) -> Shape:
    """A record, validated: what the rooms say in plain words becomes the closed lists of the contract."""
    return shape.model_validate(fields)


Made = TypeVar("Made", Event, Engagement, Position, Matter, Commitment)


def _unique(records: Iterable[Made]) -> tuple[Made, ...]:
    seen: dict[str, Made] = {}
    for record in records:
        seen.setdefault(record.id, record)
    return tuple(seen.values())


def _place_record(found: Location) -> Place:
    return _made(
        Place,
        text=found.text,
        name=found.name,
        country=found.country,
        lat=found.lat,
        lon=found.lon,
        geonames_id=found.geonames_id,
        precision=found.precision,
        area=found.area,
        claimants=found.claimants,
        administered_by=found.administered_by,
    )
