"""Scores of codings against gold.

The main figure is ``event``: gold and coded events are paired one to one, and each weighs one (see
:mod:`~dragoman.evaluation.pairing`). ``triple``, ``dyad``, ``type`` and ``quad`` compare sets per document.
Attributes (mode, context, sector, claimant, place, factuality, date, evidence) are looked at on paired events
only.

Gold entries marked optional are neither required nor penalised. Negated and hypothetical events count only
under ``denied_reported_as_done``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dragoman.evaluation.entries import Commitment, Engagement, Entries, Event, Position, Record, read_entries
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.pairing import Triple, evidence_overlaps, pair_up, union
from dragoman.evaluation.report import DocumentErrors, EventError, Report
from dragoman.evaluation.tally import PLACES, Rate, Tally
from dragoman.ontology import EVENT_TYPES, quad
from dragoman.records import Coding, Failure

TALLIES = (
    *("event", "triple", "dyad", "type", "quad"),
    *("engagement", "engagement_parties", "participant", "agenda", "position", "commitment"),
    *("mode", "context", "sector", "claimant", "place"),
)
"""Figures that have precision and recall, in the order of the report."""


def evaluate(gold: Iterable[GoldDocument], codings: Iterable[Coding | Failure | Record]) -> Report:
    """Score codings, matched to gold documents by id.

    A coding may be a record or its JSON object. A gold document without a coding counts as coded with
    nothing, and under ``not_coded``; a failure likewise, and under ``failed``. Codings of other documents are
    left aside. Raises ``ValueError`` when two codings have one id or one does not have the contract's shape.
    """
    said = _by_id(codings)
    score = _Score()
    documents = list(gold)
    for document in documents:
        score.add(document, read_entries(said.get(document.id, {})))
    absent = sum(document.id not in said for document in documents)
    failed = sum("error" in said.get(document.id, {}) for document in documents)
    return score.report(absent, failed)


def _by_id(codings: Iterable[Coding | Failure | Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for coding in codings:
        record = coding if isinstance(coding, Mapping) else coding.model_dump(mode="json")
        if "id" not in record:
            raise ValueError("a coding has no id")
        key = str(record["id"])
        if key in found:
            raise ValueError(f"two codings have the id {key!r}")
        found[key] = record
    return found


class _Score:
    """The running counts of an evaluation."""

    def __init__(self) -> None:
        self.tallies = {name: Tally() for name in TALLIES}
        self.by_type: dict[str, Tally] = {}
        self.factuality, self.date, self.evidence, self.denied = Rate(), Rate(), Rate(), Rate()
        self.quiet_documents = self.quiet_events = 0
        self.errors: list[DocumentErrors] = []

    def add(self, document: GoldDocument, said: Entries) -> None:
        """Count one document."""
        gold = document.entries
        self._add_events(document.id, gold.events, [event for event in said.events if event.actual])
        self._add_engagements(gold.engagements, said.engagements)
        self._add_positions(gold.positions, said.positions)
        self._add_commitments(gold.commitments, said.commitments)

    def _add_events(self, document_id: str, gold: Sequence[Event], said: Sequence[Event]) -> None:
        required = [event for event in gold if event.actual and not event.optional]
        spare = [event for event in gold if event.optional or not event.actual]
        pairs = pair_up(required, said)
        for pair in pairs:
            right, coded = required[pair.gold], said[pair.said]
            self.tallies["event"].add_pair(pair.credit)
            self._of_type(right).add_pair(pair.credit)
            self._add_attributes(right, coded)
        rest = _without(said, {pair.said for pair in pairs})
        missed = _without(required, {pair.gold for pair in pairs})
        invented = _without(rest, {pair.said for pair in pair_up(spare, rest)})
        for event in missed:
            self.tallies["event"].missed += 1
            self._of_type(event).missed += 1
        for event in invented:
            self.tallies["event"].invented += 1
            self._of_type(event).invented += 1
        if not gold:
            self.quiet_documents += 1
            self.quiet_events += len(said)
        self._add_triples(gold, union(required), union(spare), union(said))
        self.errors.append(DocumentErrors(document_id, _listed(missed), _listed(invented)))

    def _of_type(self, event: Event) -> Tally:
        return self.by_type.setdefault(event.kind, Tally())

    def _add_triples(self, gold: Sequence[Event], must: set[Triple], may: set[Triple], told: set[Triple]) -> None:
        for name, view in _VIEWS.items():
            self.tallies[name].add(set(map(view, must)), set(map(view, told)), set(map(view, may)))
        # what a text only denies or imagines must not be reported as done
        done = union(event for event in gold if event.actual)
        for triple in union(event for event in gold if not event.actual) - done:
            self.denied.add(triple in told)

    def _add_attributes(self, gold: Event, said: Event) -> None:
        self.tallies["mode"].add(gold.modes, said.modes)
        self.tallies["context"].add(gold.contexts, said.contexts)
        if gold.sectors:
            self.tallies["sector"].add(gold.sectors, said.sectors)
        self.tallies["claimant"].add(_some(gold.claimant), _some(said.claimant))
        self._add_place(gold, said)
        self.factuality.add(said.factuality in gold.factualities)
        if gold.date:
            self.date.add(gold.date == said.date)
        if gold.spans:
            self.evidence.add(evidence_overlaps(gold, said))

    def _add_place(self, gold: Event, said: Event) -> None:
        """One shared word makes a place right; a wrong place is both missed and invented."""
        tally = self.tallies["place"]
        if gold.place & said.place:
            tally.right += 1
            return
        tally.missed += bool(gold.place)
        tally.invented += bool(said.place)

    def _add_engagements(self, gold: Sequence[Engagement], said: Sequence[Engagement]) -> None:
        allowed = [engagement for engagement in gold if engagement.held]
        required = [engagement for engagement in allowed if not engagement.optional]
        told = [engagement for engagement in said if engagement.held]
        # gold may allow a second channel: a coding that gives it is read as giving the first
        either: dict[_Key, _Key] = {
            (engagement.channel_other, engagement.countries): _key(engagement)
            for engagement in required
            if engagement.channel_other
        }
        self.tallies["engagement"].add(
            set(map(_key, required)),
            {either.get(_key(engagement), _key(engagement)) for engagement in told},
            set(map(_key, allowed)),
        )
        for name, view in _ENGAGEMENT_VIEWS.items():
            self.tallies[name].add(_gathered(view, required), _gathered(view, told), _gathered(view, allowed))
        loose = {topic for engagement in allowed for topic in engagement.topics | engagement.optional_topics}
        self.tallies["agenda"].add(_gathered(_topics, required), _gathered(_topics, told), loose)

    def _add_positions(self, gold: Sequence[Position], said: Sequence[Position]) -> None:
        self.tallies["position"].add(
            {(position.holder, position.stance) for position in gold if not position.optional},
            {(position.holder, position.stance) for position in said},
            {(position.holder, position.stance) for position in gold},
        )

    def _add_commitments(self, gold: Sequence[Commitment], said: Sequence[Commitment]) -> None:
        self.tallies["commitment"].add(
            {commitment.countries for commitment in gold if not commitment.optional},
            {commitment.countries for commitment in said},
            {commitment.countries for commitment in gold},
        )

    def report(self, not_coded: int, failed: int) -> Report:
        """The figures so far."""
        quiet = round(self.quiet_events / self.quiet_documents, PLACES) if self.quiet_documents else None
        figures: dict[str, Any] = {
            "documents": len(self.errors),
            "not_coded": not_coded,
            "failed": failed,
            **{name: tally.figures() for name, tally in self.tallies.items()},
            "factuality_accuracy": self.factuality.share(),
            "date_accuracy": self.date.share(),
            "evidence_overlap": self.evidence.share(),
            "denied_reported_as_done": [self.denied.hits, self.denied.cases],
            "false_events_per_quiet_document": quiet,
            "quiet_documents": self.quiet_documents,
            "by_type": {kind: self.by_type[kind].figures() for kind in sorted(self.by_type)},
        }
        return Report(figures, tuple(self.errors))


def _quad_of(kind: str) -> str:
    return str(quad(kind)) if kind in EVENT_TYPES else kind


_VIEWS: dict[str, Callable[[Triple], object]] = {
    "triple": lambda triple: triple,
    "dyad": lambda triple: (triple[0], triple[2]),
    "type": lambda triple: triple[1],
    "quad": lambda triple: (triple[0], _quad_of(triple[1]), triple[2]),
}
"""What of a triple each set figure compares."""


_Key = tuple[str | None, tuple[str, ...]]


def _key(engagement: Engagement) -> _Key:
    return engagement.channel, engagement.countries


def _topics(engagement: Engagement) -> Iterable[object]:
    return engagement.topics


_ENGAGEMENT_VIEWS: dict[str, Callable[[Engagement], Iterable[object]]] = {
    "engagement_parties": lambda engagement: [engagement.countries],
    "participant": lambda engagement: engagement.last_names,
}
"""What of an engagement each further set figure compares."""


def _gathered(view: Callable[[Engagement], Iterable[object]], engagements: Sequence[Engagement]) -> set[object]:
    return {item for engagement in engagements for item in view(engagement)}


def _some(value: str | None) -> set[str]:
    return {value} if value else set()


def _without(events: Sequence[Event], positions: set[int]) -> list[Event]:
    return [event for position, event in enumerate(events) if position not in positions]


def _listed(events: Sequence[Event]) -> tuple[EventError, ...]:
    return tuple(EventError(str(event), event.quotation) for event in events)
