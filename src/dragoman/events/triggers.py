"""Which frames a parsed token fits."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Token

from dragoman.language.dependency import (
    children,
    complement_clauses,
    deep_objects,
    is_infinitive,
    prepositional_objects,
    prepositions,
)
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import Frame, FrameIndex


class Triggers:
    """The gate (may a sentence hold a trigger at all?) and the match of frames against a parse."""

    def __init__(self, frames: FrameIndex, lemmas: Lemmas, calendar: Set[str]) -> None:
        self._frames = frames
        self._calendar = calendar
        self._lemmas = lemmas
        self._known: dict[str, bool] = {}

    def gate(self, doc: Doc) -> bool:
        """Whether any word may be a trigger, whatever its part of speech: decides if a sentence is parsed."""
        return any(self._may_trigger(token.text) for token in doc)

    def _may_trigger(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = any(lemma in self._frames.lemmas for lemma in self._lemmas.candidates(word))
            self._known[word] = known
        return known

    def candidates(self, token: Token, persons: Set[int] = frozenset()) -> Iterator[Frame]:
        """Frames whose trigger words stand here, most specific first.

        ``persons`` are tokens that name a person: they fit a class of objects that holds offices ("received *Mr Diallo*").
        """
        pos = pos_of(token.tag_)
        if pos is None or token.dep_ in {"aux", "auxpass"} or (token.tag_ == "VBG" and token.dep_ == "amod"):
            return  # "striking evidence", "hanging bridges" tell no deed
        if (
            token.tag_ in {"NNP", "NNPS"}
            and token.text[:1].isupper()
            and (token.i > 0 and token.dep_ == "compound" or token.text in self._calendar)
        ):
            return  # part of a name ("Strike Force"), or a month ("March")
        senses: list[tuple[str, str]] = []
        if pos == "v":
            senses = [("v", self._lemmas.lemma(token.text, "v"))]
            if (
                token.tag_ in {"VBN", "VBD", "VBG"}
                and not children(token, "dobj")
                and (token.tag_ != "VBD" or token.dep_ in {"acl", "amod", "acomp", "advcl"} or not children(token, "nsubj"))
            ):
                senses.append(("a", token.lower_))
            if token.tag_ in {"VBG", "VB"} and token.dep_ in {"compound", "pobj", "dobj", "nsubj"}:
                senses.append(("n", token.lower_))
        elif pos == "n":
            lemma = self._lemmas.lemma(token.text, "n")
            forms = dict.fromkeys((lemma, token.lower_, token.lower_.removesuffix("s")))
            senses = [("n", form) for form in forms]
        else:
            senses = [("a", token.lower_)]
        frames = [f for sense in senses for f in self._frames.of(*sense)]
        frames.sort(key=lambda f: -f.specificity)
        for frame in frames:
            if self.fits(token, frame, persons):
                yield frame

    def fits(self, token: Token, frame: Frame, persons: Set[int] = frozenset()) -> bool:
        """Whether particles, object class and modifiers of a frame are there."""
        if frame.modifiers and not self._has_modifiers(token, frame):
            return False
        if not all(self._has_particle(token, p) for p in frame.particles):
            return False
        return not (frame.objects is not None and self.object_of(token, frame, persons) is None)

    def object_of(self, token: Token, frame: Frame, persons: Set[int] = frozenset()) -> Token | None:
        """The object token whose lemma is in the frame's class."""
        if frame.objects is None:
            return None
        if frame.pos == "v":
            tokens = deep_objects(token)
        else:
            tokens = [t for p in frame.particles or ("of",) for t in prepositional_objects(token, p.split()[0])]
        if frame.pos == "v":
            tokens = [*tokens, *children(token, "acomp", "oprd", "ccomp")]  # "set *free*", "find *guilty*"
        if frame.pos == "v" and frame.particles and (frame.after_particle or not children(token, "dobj")):
            for particle in frame.particles:
                tokens = [*tokens, *prepositional_objects(token, particle.split()[0])]
        for candidate in tokens:
            if candidate.i in persons and frame.pos == "v" and "minister" in frame.objects:
                return candidate
            if {candidate.lower_, self._lemmas.lemma(candidate.text, "n")} & frame.objects:
                return candidate
            if candidate.tag_ == "CD" or candidate.lower_ in {
                "round",
                "series",
                "number",
                "dozens",
                "hundreds",
                "thousands",
                "set",
                "package",
            }:
                for inner in prepositional_objects(candidate, "of"):
                    if self._lemmas.lemma(inner.text, "n") in frame.objects:
                        return inner
        return None

    def _has_modifiers(self, token: Token, frame: Frame) -> bool:
        before = list(token.doc[max(0, token.i - 8) : token.i])
        words = {t.lower_ for t in before} | {self._lemmas.lemma(t.text, "n") for t in before}
        return all(m in words for m in frame.modifiers)

    def _has_particle(self, token: Token, particle: str) -> bool:
        name, *noun = particle.split()
        found = prepositions(token, name)
        if not found:
            for obj in children(token, "dobj", "npadvmod", "prt"):
                found += prepositions(obj, name)
        if not found and token.i + 1 < len(token.doc) and token.nbor().lower_ == name:
            found = [token.nbor()]
        if not found and name == "to":
            clauses = [c for c in complement_clauses(token) if is_infinitive(c)]
            if clauses and (not noun or any(self._lemmas.lemma(c.text, "v") == noun[0] for c in clauses)):
                return True
        if not found:
            return False
        if noun:
            return any(self._lemmas.lemma(o.text, "n") == noun[0] for p in found for o in children(p, "pobj")) or any(
                p.i + 1 < len(p.doc) and p.nbor().lower_ == noun[0] for p in found
            )
        return True
