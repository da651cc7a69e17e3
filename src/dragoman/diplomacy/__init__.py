"""Diplomacy, assembled from predications and events: engagements, agenda, positions, matters, commitments."""

from dragoman.diplomacy.commitments import Promise, promises
from dragoman.diplomacy.engagements import Encounter, encounters
from dragoman.diplomacy.matters import MatterFinder, NamedMatter
from dragoman.diplomacy.phrases import Phrase, Phrases
from dragoman.diplomacy.positions import Stand, stands

__all__ = [
    "Encounter",
    "MatterFinder",
    "NamedMatter",
    "Phrase",
    "Phrases",
    "Promise",
    "Stand",
    "encounters",
    "promises",
    "stands",
]
