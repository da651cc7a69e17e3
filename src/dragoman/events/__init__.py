"""Did what: trigger candidates, arguments, type and mode, factuality, attribution, repetition."""

from dragoman.events.assemble import Happening, confidence, happenings, with_addressee
from dragoman.events.attribution import Attribution
from dragoman.events.pastimes import is_sport, out_of_play
from dragoman.events.predications import Predication
from dragoman.events.reader import PredicationReader
from dragoman.events.status import Time
from dragoman.events.triggers import Triggers

__all__ = [
    "Attribution",
    "Happening",
    "Predication",
    "PredicationReader",
    "Time",
    "Triggers",
    "confidence",
    "happenings",
    "is_sport",
    "out_of_play",
    "with_addressee",
]
