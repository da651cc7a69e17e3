"""Is a text English? A light guess from its script and its function words; it needs no model."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.reading.settings import LANGUAGE_SAMPLE_CHARACTERS
from dragoman.reading.tables import rows

_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
"""Letters with their combining marks, which the letter class leaves out: accents, Arabic and Devanagari
vowels."""

_INITIAL = re.compile(r"\b[^\W\d_]\.")
"""A letter with a full stop ("U.S.") is no word, though several languages have words of one letter."""

_FEWEST_WORDS = 5
"""A shorter text is too little to tell."""

_SMALLEST_SHARE = 0.08
"""A text fewer of whose words are function words of any language (a list of names, a headline) tells nothing.
Running text has a quarter to a half."""

_FEWEST_HITS = 3
"""Function words that a text must hold before it is taken as not English: headlines have few, and some by
chance."""

_ENGLISH, _ENGLISH_SCRIPT = "en", "LATIN"


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """``code`` is ISO 639-1, or None where the text is too short or tells nothing; ``confidence`` is 0 to
    1."""

    code: str | None
    confidence: float

    @property
    def is_english(self) -> bool:
        """English, or not known to be another language: unknown texts are coded as if English."""
        return self.code in (None, _ENGLISH)


def identify(text: str) -> LanguageGuess:
    """Guess the language of a text from its first part.

    Words are told by the language whose function words make up the largest share, among the languages of the
    script that most letters belong to; a script that no listed language uses gives its script's main
    language.
    """
    sample = text[:LANGUAGE_SAMPLE_CHARACTERS]
    script, script_share = _main_script(sample)
    if script is None:
        return LanguageGuess(None, 0.0)
    words = _WORD.findall(_INITIAL.sub(" ", sample))
    languages = _languages().get(script, {})
    if not languages:
        code = _script_languages().get(script)
        # Scripts without spaces have few "words": letters tell.
        if code is None or len(sample) < _FEWEST_WORDS:
            return LanguageGuess(None, 0.0)
        return LanguageGuess(code, round(script_share, 3))
    if len(words) < _FEWEST_WORDS:
        return LanguageGuess(None, 0.0)
    # Capitalised words are mostly names, and names keep their language ("La Paz", "Rio de Janeiro").
    counts = Counter(word.lower() for word in words if not word.istitle())
    shares = [(sum(counts[word] for word in vocabulary) / len(words), code) for code, vocabulary in languages.items()]
    shares.sort(key=lambda pair: (-pair[0], pair[1] != _ENGLISH, pair[1]))
    (best, code), (second, _) = shares[0], (*shares, (0.0, ""))[1]
    if best < _SMALLEST_SHARE:
        fallback = _script_languages().get(script)
        if fallback is None:
            return LanguageGuess(None, 0.0)
        # Not Latin, so not English, whichever language of that script it is.
        return LanguageGuess(fallback, round(script_share / 2, 3))
    if script == _ENGLISH_SCRIPT and code != _ENGLISH and best * len(words) < _FEWEST_HITS - 0.5:
        return LanguageGuess(None, 0.0)
    return LanguageGuess(code, round(script_share * best / (best + second), 3))


def _main_script(sample: str) -> tuple[str | None, float]:
    """The script of most letters, and its share of them."""
    letters = Counter(char for char in sample if char.isalpha())
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts[_script(char)] += count
    if not scripts:
        return None, 0.0
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * letters.total():  # Japanese mixes Han with its own
        return "HIRAGANA", 1.0
    script, count = min(scripts.items(), key=lambda pair: (-pair[1], pair[0]))
    return script, count / letters.total()


@lru_cache(maxsize=65536)
def _script(char: str) -> str:
    """The script of a letter, by the first word of its Unicode name: LATIN, CYRILLIC, CJK ..."""
    return unicodedata.name(char, "UNKNOWN").split(" ")[0].split("-")[0]


@cache
def _languages() -> dict[str, dict[str, frozenset[str]]]:
    """Script -> language -> function words."""
    table: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows("function_words.csv", ("language", "script", "words")):
        table.setdefault(row["script"], {})[row["language"]] = frozenset(row["words"].split(";"))
    return table


@cache
def _script_languages() -> dict[str, str]:
    return {row["script"]: row["language"] for row in rows("scripts.csv", ("script", "language"))}
