"""The notation of whole documents: the text with its parties marked in place, then who they are and what happened.

One file holds one document; blank lines in the text part paragraphs::

    readout | 2011-03-02 | Ministry of Foreign Affairs, Fiji
    group g-reef
    # {f:Foreign Minister} receives {s:Samoan counterpart}

    {f:Foreign Minister Jone Ravula} received {s:{f:his} Samoan counterpart, Sina Leota}, in Suva on Tuesday. {s:She}
    thanked {fj:Fiji} for two patrol boats.

    ==
    @f = FJI.GOV (Jone Ravula, foreign minister)
    @s = WSM.GOV (Sina Leota, foreign minister)
    @fj = FJI.GOV (Fiji)
    EVENT CONSULT visit | received | s | f | diplomatic | on 2011-03-01 | at Suva, FJI | "Foreign Minister Jone ... on Tuesday"
    EVENT SUPPORT | thanked | s | fj | military | "She thanked Fiji for two patrol boats"
    ENGAGEMENT held visit | f; s | on 2011-03-01 | at Suva, FJI | about two patrol boats [military]
    POSITION thank | s | fj | two patrol boats | "She thanked Fiji for two patrol boats"
    COMMITMENT f; s | meet again in June | due 2011-06 | "..."

The first line tells kind, date (``-`` for none) and outlet. ``{f:words}`` marks a mention of party ``f``; marks may stand inside
each other, and all mentions of a party are its chain. Every record may end with fields that begin with a word: ``by PARTY``,
``on DATE``, ``at PLACE, COUNTRY``, ``due DATE``, ``about MATTER [contexts] [countries]`` (any number), ``?`` (optional), and
quotations, the main one first, in which ``...`` stands for words left out. ``-`` stands for nobody, ``?UNK`` and ``?UAF`` for an
agent that the text does not name. A trigger lies inside the first quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.lexicon import Cues
from training.corpus_tools.notation import (
    NOTE,
    NotationError,
    Record,
    find,
    read_code,
    read_contexts,
    read_head,
    read_who,
    whole_words,
    write_code,
    write_who,
)

END_OF_TEXT = "=="

DOCUMENT_KINDS = (
    "readout",
    "leader-call",
    "visit",
    "tour",
    "summit",
    "joint-statement",
    "diplomacy",
    "border-incident",
    "conflict",
    "coup",
    "protest",
    "trial",
    "sanctions",
    "disaster-aid",
    "ceasefire",
    "election",
    "denial",
    "domestic",
    "migration",
    "quiet",
)
"""What a document is about or is; ``quiet`` ones hold no event though they look as if they did."""


@dataclass(slots=True)
class _Draft:
    """A document while it is read: its plain fields, and the chains of its parties."""

    fields: dict[str, str]
    mentions: dict[str, list[Record]]
    parties: dict[str, Record] = field(default_factory=dict)


def read_document(name: str, written: str) -> Record:
    """A document and its coding from the notation; raises :class:`NotationError` that begins with the line."""
    lines = written.split("\n")
    if END_OF_TEXT not in lines:
        raise NotationError(f"1: no line {END_OF_TEXT!r} between text and coding")
    cut = lines.index(END_OF_TEXT)
    record, marked = _head(lines[:cut], name)
    fields: dict[str, str] = {}
    mentions: dict[str, list[Record]] = {}
    for key in ("title", "text"):
        try:
            fields[key] = unmark(marked[key], key, mentions)
        except ValueError as error:
            raise NotationError(f"1: in the {key}: {error}") from error
    record |= {**fields, "source": "invented", "note": NOTE, "language": "en"}
    draft = _Draft(fields, mentions)
    record |= {"parties": [], "events": [], "engagements": [], "positions": [], "commitments": []}
    for number, line in enumerate(lines[cut + 1 :], start=cut + 2):
        line = line.strip()
        if not line or line.startswith("//"):
            continue
        try:
            _read_line(line, draft, record)
        except ValueError as error:
            raise NotationError(f"{number}: {error}") from error
    unknown = sorted(set(mentions) - set(draft.parties))
    if unknown:
        raise NotationError(f"{cut + 1}: marked but not told who it is: {', '.join(unknown)}")
    record["parties"] = [{"id": key, **party, "mentions": mentions.get(key, [])} for key, party in draft.parties.items()]
    record["engagements"].sort(key=lambda engagement: engagement["status"] != "held")
    return record


def _head(lines: list[str], name: str) -> tuple[Record, dict[str, str]]:
    kind, date, outlet = [*(part.strip() for part in lines[0].split("|")), "", ""][:3]
    if not outlet:
        raise NotationError("1: a document begins with `kind | date | outlet`")
    if kind not in DOCUMENT_KINDS:
        raise NotationError(f"1: {kind!r} is not a kind: {', '.join(DOCUMENT_KINDS)}")
    record: Record = {"id": name, "kind": kind, "date": None if date == "-" else date, "outlet": outlet}
    rest = lines[1:]
    title = ""
    while rest and (not rest[0].strip() or rest[0].startswith(("group ", "# "))):
        line = rest.pop(0)
        if line.startswith("group "):
            record["group"] = line[6:].strip()
        elif line.strip():
            title = line[2:].strip()
    paragraphs = re.split(r"\n\s*\n", "\n".join(rest).strip())
    return record, {"title": title, "text": "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)}


def unmark(marked: str, key: str, mentions: dict[str, list[Record]]) -> str:
    """The text without its marks; each mark is added to the mentions of its party, in the order of the text."""
    plain: list[str] = []
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, str, int]] = []
    length = 0
    for piece in re.split(r"(\{\w+:|\})", marked):
        if piece.startswith("{") and piece.endswith(":"):
            opened.append((piece[1:-1], length))
        elif piece == "}":
            if not opened:
                raise ValueError(f"a }} that closes nothing after {''.join(plain)[-30:]!r}")
            party, start = opened.pop()
            found.append((start, party, length))
        else:
            plain.append(piece)
            length += len(piece)
    text = "".join(plain)
    if opened:
        raise ValueError(f"the mark of {opened[-1][0]!r} is not closed")
    if "{" in text:
        raise ValueError("a { that marks nothing")
    for start, party, end in sorted(found):
        mentions.setdefault(party, []).append({"field": key, "start": start, "end": end, "text": text[start:end]})
    return text


def _read_line(line: str, draft: _Draft, record: Record) -> None:
    if line.startswith("@"):
        match = re.fullmatch(r"@(\w+) = (\S+?)(?:\s*\((.+)\))?", line)
        if not match:
            raise ValueError("expected `@key = COUNTRY.SECTORS (Name, role)`")
        if match[1] in draft.parties:
            raise ValueError(f"party {match[1]} is told twice")
        draft.parties[match[1]] = {**read_code(match[2]), **read_who(match[3] or "")}
        return
    word, _, rest = line.partition(" ")
    readers = {"EVENT": _event, "ENGAGEMENT": _engagement, "POSITION": _position, "COMMITMENT": _commitment}
    if word not in readers:
        raise ValueError(f"expected @party, {', '.join(readers)}")
    parts = [part.strip() for part in rest.split("|")]
    record[f"{word.lower()}s"].append(readers[word](parts, draft))


def _event(parts: list[str], draft: _Draft) -> Record:
    head, trigger, actors, recipients, contexts, *more = _at_least(parts, 5)
    told = _more(more, draft)
    if not told["evidence"]:
        raise ValueError("no quotation")
    first = told["evidence"][0]
    words, _, nth = trigger.partition("#")
    start, end = find(first["text"], words, int(nth or 0))
    start, end = first["start"] + start, first["start"] + end
    near = (first["field"], start)
    return {
        **read_head(head),
        "trigger": {"field": first["field"], "start": start, "end": end, "text": draft.fields[first["field"]][start:end]},
        "actors": _parties(actors, draft, near),
        "recipients": _parties(recipients, draft, near),
        "contexts": read_contexts(contexts),
        "claimed_by": _party(told["by"], draft, near) if told["by"] else None,
        "date": told["on"],
        "location": told["at"],
        "evidence": told["evidence"],
        **told["optional"],
    }


def _engagement(parts: list[str], draft: _Draft) -> Record:
    head, participants, *more = _at_least(parts, 2)
    status, _, channel = head.partition(" ")
    told = _more(more, draft)
    return {
        "status": status,
        "channel": channel,
        "participants": _parties(participants, draft, None),
        "date": told["on"],
        "place": told["at"],
        "agenda": told["about"],
        **({"evidence": told["evidence"]} if told["evidence"] else {}),
        **told["optional"],
    }


def _position(parts: list[str], draft: _Draft) -> Record:
    stance, holder, toward, about, *more = _at_least(parts, 4)
    told = _more(more, draft)
    if not told["evidence"]:
        raise ValueError("no quotation")
    near = (told["evidence"][0]["field"], told["evidence"][0]["start"])
    return {
        "holder": _party(holder, draft, near),
        "stance": stance,
        "about": about,
        "toward": None if toward in {"", "-"} else _party(toward, draft, near),
        "evidence": told["evidence"],
        **told["optional"],
    }


def _commitment(parts: list[str], draft: _Draft) -> Record:
    bound, text, *more = _at_least(parts, 2)
    told = _more(more, draft)
    if not told["evidence"]:
        raise ValueError("no quotation")
    near = (told["evidence"][0]["field"], told["evidence"][0]["start"])
    return {
        "parties": _parties(bound, draft, near),
        "text": text,
        "due": told["due"],
        "evidence": told["evidence"],
        **told["optional"],
    }


def _at_least(parts: list[str], count: int) -> list[str]:
    if len(parts) < count:
        raise ValueError(f"{count} fields are needed, with | between them")
    return parts


def _more(parts: list[str], draft: _Draft) -> dict[str, Any]:
    """The fields at the end of a record, each known by its first word."""
    told: dict[str, Any] = {"by": None, "on": None, "at": None, "due": None, "about": [], "evidence": [], "optional": {}}
    for part in filter(None, parts):
        word, _, rest = part.partition(" ")
        if part.startswith('"'):
            told["evidence"] += [quotation(words, draft.fields) for words in re.findall(r'"([^"]+)"', part)]
        elif part == "?":
            told["optional"] = {"optional": True}
        elif word in {"by", "on", "due"}:
            told[word] = rest
        elif word == "at":
            place, _, country = rest.partition(",")
            told["at"] = {"text": place.strip(), "country": country.strip() or None}
        elif word == "about":
            told["about"].append(_matter(rest))
        else:
            raise ValueError(f"{part!r} does not begin with by, on, at, due, about, ? or a quotation mark")
    return told


def _matter(told: str) -> Record:
    match = re.fullmatch(r"(.+?)(?:\s*\[([^\]]*)\])?(?:\s*\[([^\]]*)\])?", told)
    assert match
    return {"text": match[1], "contexts": read_contexts(match[2] or ""), "countries": re.findall(r"\w+", match[3] or "")}


def quotation(words: str, fields: dict[str, str]) -> Record:
    """Where quoted words stand, in the text before the title; ``...`` stands for any words between. Raises ValueError.

    Quotation marks of the text are written as ' in the notation.
    """
    plain = [re.escape(part.strip()).replace("'", "['\"“”‘’]") for part in words.split("...")]
    pattern = re.compile(r"[^\n]*?".join(plain))
    for key in ("text", "title"):
        match = pattern.search(fields[key])
        if match:
            return {"field": key, "start": match.start(), "end": match.end(), "text": match[0]}
    raise ValueError(f"{words!r} does not stand in text or title")


def _parties(told: str, draft: _Draft, near: tuple[str, int] | None) -> list[Record]:
    return [_party(part.strip(), draft, near) for part in told.split(";") if part.strip() not in {"", "-"}]


def _party(told: str, draft: _Draft, near: tuple[str, int] | None) -> Record:
    """A party with the words of its chain that say most close by: in the same paragraph if it can be, else its fullest ones."""
    key = told.lstrip("@")
    if key in {"?UNK", "?UAF"}:
        return {
            "id": None,
            "text": None,
            "start": None,
            "end": None,
            "country": None,
            "sectors": [key[1:]],
            "name": None,
            "role": None,
        }
    if key not in draft.parties:
        raise ValueError(f"no party {key!r}")
    said = draft.mentions.get(key, [])
    if not said:
        raise ValueError(f"party {key!r} is marked nowhere in the text")
    best = min(said, key=lambda mention: _distance(mention, near))
    return {"id": key, **{part: best[part] for part in ("text", "field", "start", "end")}, **draft.parties[key]}


def _distance(mention: Record, near: tuple[str, int] | None) -> tuple[bool, bool, int]:
    """How far a mention stands from a place, pronouns last; for no place, how short of words it is."""
    pronoun = mention["text"].lower() in _pronouns()
    if near is None:
        return pronoun, False, -len(mention["text"])
    return pronoun, mention["field"] != near[0], abs(mention["start"] - near[1])


@cache
def _pronouns() -> frozenset[str]:
    return Cues()["personal_pronoun"]


def write_document(record: Record) -> str:
    """A document in the notation, as :func:`read_document` reads it."""
    head = [f"{record['kind']} | {record['date'] or '-'} | {record['outlet']}"]
    if record.get("group"):
        head.append(f"group {record['group']}")
    if record["title"]:
        head.append(f"# {_mark(record, 'title')}")
    parties = [f"@{party['id']} = {write_code(party)}{write_who(party)}" for party in record["parties"]]
    coding = [
        *(_written_event(event) for event in record["events"]),
        *(_written_engagement(engagement) for engagement in record["engagements"]),
        *(_written_position(position) for position in record["positions"]),
        *(_written_commitment(commitment) for commitment in record["commitments"]),
    ]
    return "\n".join([*head, "", _mark(record, "text"), "", END_OF_TEXT, *parties, *coding, ""])


def _mark(record: Record, key: str) -> str:
    """A text with its parties marked."""
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, int] = {}
    for party in record["parties"]:
        for mention in party["mentions"]:
            if mention["field"] == key:
                opening.setdefault(mention["start"], []).append((mention["end"], party["id"]))
                closing[mention["end"]] = closing.get(mention["end"], 0) + 1
    pieces = []
    for place, letter in enumerate([*record[key], ""]):
        pieces.append("}" * closing.get(place, 0))
        # of marks that begin together the longer one is outside
        pieces.extend(f"{{{party}:" for _, party in sorted(opening.get(place, []), reverse=True))
        pieces.append(letter)
    return "".join(pieces)


def _written_event(event: Record) -> str:
    head = " ".join(filter(None, [event["event_type"], "+".join(event["mode"]), _unless(event["factuality"], "actual")]))
    claim = event["claimed_by"] and f"by {_key(event['claimed_by'])}"
    trigger = _written_trigger(event["trigger"], event["evidence"][0])
    parts = [head, trigger, _keys(event["actors"]), _keys(event["recipients"]), ", ".join(event["contexts"]), claim]
    return _line("EVENT", [*parts, event["date"] and f"on {event['date']}", _at(event["location"])], event)


def _written_trigger(trigger: Record, quoted: Record) -> str:
    places = [quoted["start"] + start for start, _ in whole_words(quoted["text"], trigger["text"])]
    return str(trigger["text"]) + (f"#{places.index(trigger['start']) + 1}" if len(places) > 1 else "")


def _written_engagement(engagement: Record) -> str:
    matters = [_written_matter(matter) for matter in engagement["agenda"]]
    parts = [f"{engagement['status']} {engagement['channel']}", _keys(engagement["participants"])]
    return _line(
        "ENGAGEMENT", [*parts, engagement["date"] and f"on {engagement['date']}", _at(engagement["place"]), *matters], engagement
    )


def _written_matter(matter: Record) -> str:
    countries = f" [{', '.join(matter['countries'])}]" if matter["countries"] else ""
    return f"about {matter['text']} [{', '.join(matter['contexts'])}]{countries}"


def _written_position(position: Record) -> str:
    toward = _key(position["toward"]) if position["toward"] else "-"
    return _line("POSITION", [position["stance"], _key(position["holder"]), toward, position["about"]], position)


def _written_commitment(commitment: Record) -> str:
    due = commitment["due"] and f"due {commitment['due']}"
    return _line("COMMITMENT", [_keys(commitment["parties"]), commitment["text"], due], commitment)


def _line(word: str, parts: list[str | None], record: Record) -> str:
    quotations = "; ".join(f'"{span["text"].replace(chr(34), chr(39))}"' for span in record.get("evidence", []))
    told = [part for part in [*parts, "?" if record.get("optional") else None, quotations or None] if part is not None]
    return f"{word} {' | '.join(told)}"


def _unless(value: str, usual: str) -> str | None:
    return None if value == usual else value


def _key(party: Record) -> str:
    return str(party["id"] or f"?{party['sectors'][0]}")


def _keys(parties: list[Record]) -> str:
    return "; ".join(_key(party) for party in parties) or "-"


def _at(place: Record | None) -> str | None:
    if not place:
        return None
    return f"at {place['text']}" + (f", {place['country']}" if place.get("country") else "")
