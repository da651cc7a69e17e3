"""What the program knows of words and the world, as data files with a documented format (``README.md``)."""

from dragoman.lexicon.contexts import ContextIndex
from dragoman.lexicon.cues import Cues
from dragoman.lexicon.frames import Frame, FrameIndex
from dragoman.lexicon.lexicon import Lexicon, check, plain
from dragoman.lexicon.office_holders import coverage
from dragoman.lexicon.publishers import Publisher
from dragoman.lexicon.roles import Role
from dragoman.lexicon.tables import LexiconError
from dragoman.lexicon.world import Area, Entry, Name

__all__ = [
    "Area",
    "ContextIndex",
    "Cues",
    "Entry",
    "Frame",
    "FrameIndex",
    "Lexicon",
    "LexiconError",
    "Name",
    "Publisher",
    "Role",
    "check",
    "coverage",
    "plain",
]
