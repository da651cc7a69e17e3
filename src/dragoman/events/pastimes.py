"""Games told like wars: in a report on sport only those act who hold an office or bear arms."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import Entity
from dragoman.events.predications import Predication
from dragoman.language import Sentence
from dragoman.lexicon import Cues

DIFFERENT = 5
"""So many different words of sport a report on it has."""

EACH_SENTENCE = 0.45
"""So many words of sport it has for each sentence, at least: "a team", "the final round" alone make no match."""

IN_OFFICE = frozenset({"GOV", "COP", "REB", "JUD", "LEG", "UAF"})
"""Sectors of those who may act even at a match; its generals, captains and rangers are no soldiers."""


def is_sport(sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a document reports on sport, by its words."""
    words = cues["sport"]
    found = [token.lower_ for sentence in sentences for token in sentence.doc if token.lower_ in words]
    return len(set(found)) >= DIFFERENT and len(found) >= EACH_SENTENCE * len(sentences)


def out_of_play(predication: Predication) -> bool:
    """Whether nobody in it acts but teams, players and the nations they play for."""
    return not any(_in_office(entity) for entity in predication.actors)


def _in_office(entity: Entity) -> bool:
    office = entity.level is not None or entity.kind in {"metonym", "body", "group", "role"}
    return office and entity.sectors[:1] != () and entity.sectors[0] in IN_OFFICE
