"""The tables of the datasheet: what the corpus holds, counted."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median, quantiles
from typing import get_args

from dragoman import ontology
from dragoman.lexicon import Cues
from dragoman.records import Factuality
from training.corpus_tools.agreement import agreement
from training.corpus_tools.check import shares
from training.corpus_tools.notation import Record, parties
from training.corpus_tools.records import CODED, CORPUS, KINDS, SPLITS, coded_texts, read_corpus, read_lines
from training.corpus_tools.similarity import distinct, nearest, words
from training.corpus_tools.support import country_named

ALIKE = 0.35
"""Likeness of word triples from which two texts are looked at as near-duplicates."""

FORMS: dict[str, Callable[[Record], bool]] = {
    "agent left unnamed": lambda event: any(party["text"] is None for party in event["actors"]),
    "mutual": lambda event: len(event["actors"]) > 1 and not event["recipients"],
    "several actors towards a recipient": lambda event: len(event["actors"]) > 1 and bool(event["recipients"]),
    "no recipient": lambda event: len(event["actors"]) == 1 and not event["recipients"],
    "claimed by a party": lambda event: event["claimed_by"] is not None,
    "claimed by its own actor": lambda event: _claims_own(event),
    "several modes": lambda event: len(event["mode"]) > 1,
}
"""Forms of events, told by their coding."""


def tables() -> str:
    """All tables in Markdown."""
    held = {kind: {split: read_corpus(kind, [split]) for split in SPLITS} for kind in KINDS}
    return "\n\n".join(
        [
            _sizes(held),
            _types(held),
            _events(held),
            _sentences(held),
            _documents(held),
            _countries(held),
            _variety(held),
            _agreement(),
        ]
    )


Held = dict[str, dict[str, list[Record]]]


def _all(held: Held, kind: str) -> list[Record]:
    return coded_texts(record for part in held[kind].values() for record in part)


def _events_of(held: Held, kind: str) -> list[Record]:
    return [event for record in _all(held, kind) for event in record["events"]]


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows)])


def _sizes(held: Held) -> str:
    rows = [
        [kind.replace("_", " "), *(len(held[kind][split]) for split in SPLITS), sum(map(len, held[kind].values()))]
        for kind in KINDS
    ]
    return _table(["lines", *SPLITS, "all"], rows)


def _types(held: Held) -> str:
    counts = [shares(_all(held, kind)) for kind in CODED]
    rows = [[name, *(count[name] for count in counts), sum(count[name] for count in counts)] for name in counts[0]]
    return _table(["type, mode", *(kind.replace("_", " ") for kind in CODED), "all"], rows)


def _events(held: Held) -> str:
    rows: list[list[object]] = []
    events = [_events_of(held, kind) for kind in CODED]
    rows.append(["events", *map(len, events)])
    rows += [[told, *(sum(event["factuality"] == told for event in group) for group in events)] for told in get_args(Factuality)]
    rows += [[name, *(sum(map(view, group)) for group in events)] for name, view in FORMS.items()]
    return _table(["events", *(kind.replace("_", " ") for kind in CODED)], rows)


def _sentences(held: Held) -> str:
    sentences = _all(held, "sentences")
    quiet = [record for record in sentences if not record["events"]]
    lengths = sorted(len(record["text"].split()) for record in sentences)
    cuts = quantiles(lengths, n=20)
    rows: list[list[object]] = [
        ["sentences", len(sentences)],
        ["without an event", f"{len(quiet)} ({len(quiet) / len(sentences):.0%})"],
        ["with several events", sum(len(record["events"]) > 1 for record in sentences)],
        ["words: median (5 % to 95 %)", f"{median(lengths):.0f} ({cuts[0]:.0f} to {cuts[-1]:.0f})"],
    ]
    rows += [[f"style: {name}", count] for name, count in Counter(record["style"] for record in sentences).most_common()]
    topics = Counter(record.get("topic") or "not told" for record in quiet)
    rows += [[f"no event, topic: {name}", count] for name, count in topics.most_common(12)]
    return _table(["sentences", ""], rows)


def _documents(held: Held) -> str:
    documents = _all(held, "documents")
    lengths = sorted(len(record["text"].split()) for record in documents)
    groups = Counter(record["group"] for record in documents if record.get("group"))
    mentions = [len(party["mentions"]) for record in documents for party in record["parties"]]
    rows: list[list[object]] = [
        ["documents", len(documents)],
        ["words: median (least, most)", f"{median(lengths):.0f} ({lengths[0]}, {lengths[-1]})"],
        ["groups of reports of one event", len(groups)],
        ["documents in groups", sum(groups.values())],
        ["outlets", len({record["outlet"] for record in documents})],
        ["parties with a chain", len(mentions)],
        ["mentions", sum(mentions)],
    ]
    rows += [[name, sum(len(record[name]) for record in documents)] for name in ("engagements", "positions", "commitments")]
    rows += [[f"kind: {name}", count] for name, count in Counter(record["kind"] for record in documents).most_common()]
    decades = Counter(f"{record['date'][:3]}0s" if record["date"] else "no date" for record in documents)
    rows += [[f"date: {name}", count] for name, count in sorted(decades.items())]
    return _table(["documents", ""], rows)


def countries(held: Held) -> Counter[str]:
    """How many coded texts have a party of each country."""
    found: Counter[str] = Counter()
    for kind in CODED:
        for record in _all(held, kind):
            found.update({party["country"] for party in parties(record) if party["country"]})
    return found


def regions(held: Held) -> dict[str, int]:
    """How many coded texts have a party of each region of the plan."""
    plan = tomllib.loads((CORPUS / "coverage.toml").read_text(encoding="utf-8"))["regions"]
    named = {name: set(codes.split()) for name, codes in plan.items() if isinstance(codes, str)}
    texts = [{party["country"] for party in parties(record)} for kind in CODED for record in _all(held, kind)]
    return {name: sum(bool(codes & told) for told in texts) for name, codes in named.items()}


def _mentions(held: Held) -> Iterator[list[object]]:
    """How parties are written, and in which offices."""
    told = [party for kind in CODED for record in _all(held, kind) for party in parties(record) if party["text"]]
    yield ["parties with words", len(told)]
    yield ["named (persons, bodies, groups, states)", sum(bool(party["name"]) for party in told)]
    yield ["state by its name, adjective or capital", sum(country_named(party["text"]) is not None for party in told)]
    yield ["persons by name with an office", sum(bool(party["name"] and party["role"]) for party in told)]
    yield ["office without a name", sum(bool(party["role"] and not party["name"]) for party in told)]
    yield ["other descriptions", sum(not party["role"] and not party["name"] for party in told)]
    pronouns = Cues()["personal_pronoun"]
    yield ["pronouns", sum(party["text"].lower() in pronouns for party in told)]
    offices = Counter(party["role"] for party in told if party["role"])
    yield ["different offices", len(offices)]
    yield ["most frequent offices", ", ".join(f"{name} {count}" for name, count in offices.most_common(8))]


def _countries(held: Held) -> str:
    found = countries(held)
    states = Counter({code: count for code, count in found.items() if code in ontology.countries()})
    spread = sorted(states.values())
    rows: list[list[object]] = [
        ["countries that are a party", len(states)],
        ["texts a country: median (least, most)", f"{median(spread):.0f} ({spread[0]}, {spread[-1]})"],
        ["most frequent", ", ".join(f"{code} {count}" for code, count in states.most_common(8))],
        ["bodies", ", ".join(f"{code} {found[code]}" for code in sorted(ontology.non_state_codes()) if found[code])],
        *([name, count] for name, count in regions(held).items()),
        *_mentions(held),
    ]
    return _table(["parties", ""], rows)


def _variety(held: Held) -> str:
    rows: list[list[object]] = []
    for kind in CODED:
        texts = {record["id"]: record["text"] for record in _all(held, kind)}
        vocabulary = {word for text in texts.values() for word in words(text)}
        likeness = [likest for likest, _ in nearest(texts).values()] if kind != "minimal_pairs" else []
        close = sum(value >= ALIKE for value in likeness) if likeness else "by design"
        shares_of = [f"{distinct(texts.values(), length):.3f}" for length in (2, 3, 4)]
        average = f"{sum(likeness) / len(likeness):.3f}" if likeness else "by design"
        rows.append([kind.replace("_", " "), len(vocabulary), *shares_of, average, close])
    return _table(
        ["variety", "vocabulary", "distinct 2-grams", "3-grams", "4-grams", "nearest neighbour, mean", f"from {ALIKE}"], rows
    )


def _agreement() -> str:
    """How far the two codings of the parts that were coded twice agree."""
    kinds = [kind for kind in CODED if (CORPUS / "agreement" / f"{kind}.first.jsonl").exists()]
    figures = [
        agreement(*(read_lines(CORPUS / "agreement" / f"{kind}.{turn}.jsonl") for turn in ("first", "second"))) for kind in kinds
    ]
    rows = [[name, *("-" if told[name] is None else told[name] for told in figures)] for name in figures[0]]
    return _table(["agreement of two codings", *(kind.replace("_", " ") for kind in kinds)], rows)


def _claims_own(event: Record) -> bool:
    claimant = event["claimed_by"]
    return claimant is not None and any(
        claimant["country"] == party["country"] and claimant["country"] for party in event["actors"]
    )
