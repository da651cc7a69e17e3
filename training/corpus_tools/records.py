"""Corpus records: what every line carries, its id, and the files they are kept in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from dragoman import ontology
from training.corpus_tools.notation import NOTE, Record, parties
from training.corpus_tools.support import country_named

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SPLITS = ("train", "dev", "test")
CODED = ("sentences", "minimal_pairs", "documents")
"""Kinds of records that people write and code."""

KINDS = (*CODED, "classifier_pairs")


def sentence_record(record: Record, name: str | None = None) -> Record:
    """A sentence as it stands in the corpus: with id, note and evidence, in the form of the output contract.

    Its ``name`` is the id that it keeps when it is written anew.
    """
    text = record["text"]
    events = [{**event, "date": None, "location": None, "evidence": [_evidence(text, event)]} for event in record["events"]]
    told: Record = {key: record[key] for key in ("style", "looks_like", "topic") if key in record}
    for party in parties({"events": events}):
        _name(party)
    name = name or f"s-{digest(text)}"
    return {
        "id": name,
        "text": text,
        "date": None,
        "source": "invented",
        "note": NOTE,
        "language": "en",
        **told,
        "events": events,
    }


def pair_record(boundary: str, one: Record, other: Record, name: str | None = None) -> Record:
    """A minimal pair as it stands in the corpus; its members are sentences whose ids end in ``-a`` and ``-b``."""
    name = name or f"m-{digest(one['text'] + chr(10) + other['text'])}"
    members = {key: sentence_record(member, f"{name}-{key}") for key, member in (("a", one), ("b", other))}
    return {"id": name, "boundary": boundary, **members}


def _name(party: Record) -> None:
    """Name a state that the words themselves name."""
    code = country_named(party["text"]) if party["text"] and not party["name"] else None
    if code and code == party["country"] and code in ontology.countries():
        party["name"] = ontology.country_name(code)


def kind_of(record: Record) -> str:
    """Which kind of coded record this is."""
    return "minimal_pairs" if "boundary" in record else "documents" if "parties" in record else "sentences"


def coded_texts(records: Iterable[Record]) -> list[Record]:
    """The coded texts of records; a minimal pair has two."""
    return [text for record in records for text in ((record["a"], record["b"]) if "boundary" in record else (record,))]


def digest(text: str) -> str:
    """Ten hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def split_of(record: Record) -> str:
    """The part of the corpus a record belongs to: 70 of 100 train, 15 dev, 15 test, by hash, so for ever.

    Reports of one event share the group that is hashed, and a pair for the classifier goes with its sentence, so that no
    event is on both sides.
    """
    name = record.get("group") or record.get("sentence") or record["id"]
    place = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 100
    return "train" if place < 70 else "dev" if place < 85 else "test"


def corpus_file(split: str, kind: str) -> Path:
    """Where the records of a kind and part are kept."""
    return CORPUS / split / f"{kind}.jsonl"


def read_corpus(kind: str, splits: Iterable[str] = SPLITS) -> list[Record]:
    """The records of a kind, in the order of the files; raises ValueError with file and line for a bad one."""
    return [record for split in splits for record in read_lines(corpus_file(split, kind))]


def read_lines(path: Path) -> list[Record]:
    """The JSON objects of a file, one a line."""
    records = []
    if not path.exists():
        return []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if line.strip():
            try:
                records.append(json.loads(line))
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from error
    return records


def write_corpus(kind: str, records: Iterable[Record]) -> None:
    """Write all records of a kind, each into the part that its id or group hashes to, ordered by id."""
    parts: dict[str, list[Record]] = {split: [] for split in SPLITS}
    for record in sorted(records, key=lambda record: record["id"]):
        parts[split_of(record)].append(record)
    for split, held in parts.items():
        write_lines(corpus_file(split, kind), held)


def write_lines(path: Path, records: Iterable[Record]) -> None:
    """Write JSON objects, one a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def _evidence(text: str, event: Record) -> Record:
    """The sentence that the trigger stands in."""
    for sentence in _splitter()(text).sents:
        if sentence.start_char <= event["trigger"]["start"] < sentence.end_char:
            start, end = sentence.start_char, sentence.end_char
            return {"field": "text", "start": start, "end": end, "text": text[start:end]}
    raise ValueError(f"no sentence at {event['trigger']}")


@cache
def _splitter() -> Language:
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return language
