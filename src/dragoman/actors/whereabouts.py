"""The countries of places that phrases, clauses and sentences name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.language import Sentence
from dragoman.language.dependency import children, prepositional_objects

if TYPE_CHECKING:
    from dragoman.actors.discourse import Discourse


class Whereabouts:
    """Places as evidence of countries, in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def of_phrase(self, sentence: Sentence, token: Token) -> tuple[str | None, str | None]:
        """Country of the place a noun or its sentence names: ("police *in Kampala*")."""
        holders = [token, *(c for c in token.children if c.dep_ == "conj")]
        if token.dep_ == "conj":
            holders.append(token.head)
        if token.dep_ == "pobj" and token.head.lower_ == "of":
            holders.append(token.head.head)  # "a number of ministers in Uzbekistan"
        for holder in holders:
            for preposition in ("of", "in", "from", "at", "near", "across"):
                for place in prepositional_objects(holder, preposition):
                    code = self.code_of(sentence, place) if place.i != token.i else None
                    if code:
                        return code, f"“{preposition} {place.text}”"
        return None, None

    def is_disputed(self, sentence: Sentence) -> bool:
        """Whether a sentence names a disputed area: what happens there is of no state by our wording."""
        return any(
            n.entry.kind == "area" for run in self._discourse.table.runs[sentence.index] if run.code == "L" for n in run.names
        )

    def code_of(self, sentence: Sentence, token: Token) -> str | None:
        """The country of the place that a token names; None for none and for disputed areas."""
        run = self._discourse.table.run_at(sentence.index, token.i)
        if run is not None and run.names:
            for name in sorted(run.names, key=lambda n: -n.entry.population):
                if name.entry.kind == "area" or name.entry.area:
                    return None
                if name.entry.code and name.entry.kind in {"country", "place"}:
                    return name.entry.code
            return run.names[0].entry.code if run.names[0].entry.kind == "metonym" else None
        for child in token.subtree:
            run = self._discourse.table.run_at(sentence.index, child.i)
            if run is not None and run.names and run.names[0].entry.kind in {"country", "place"} and run.names[0].entry.code:
                return run.names[0].entry.code
        return None

    def of_sentence(self, sentence: Sentence) -> str | None:
        """The country of a place that a sentence names after "in", "at", "near"."""
        for token in sentence.doc:
            if token.lower_ in {"in", "at", "near", "outside", "across"} and token.dep_ == "prep":
                for place in children(token, "pobj"):
                    code = self.code_of(sentence, place)
                    if code:
                        return code
        places = {
            n.entry.code
            for run in self._discourse.table.runs[sentence.index]
            if run.code == "L"
            for n in run.names[:1]
            if n.entry.code
        }
        return places.pop() if len(places) == 1 else None

    def of_clause(self, sentence: Sentence, trigger: Token, support: Token | None, *, of_object: bool = True) -> str | None:
        """The country of the place where the clause of a trigger says it happened ("met *in Havana*").

        ``of_object=False``: the object is a matter, whose places are not the clause's ("discussed the war *in Sudan*").
        """
        nodes = [trigger, *([support] if support is not None else [])]
        looked_through = {"dobj", "npadvmod", "xcomp", "dep"} if of_object else {"npadvmod"}
        nodes += [c for n in nodes for c in n.children if c.dep_ in looked_through]
        nodes += [
            o
            for n in nodes
            for p in n.children
            if p.dep_ == "prep" and p.lower_ == "with"
            for o in p.children
            if o.dep_ == "pobj"
        ]
        for node in nodes:
            for preposition in ("in", "at"):
                for place in prepositional_objects(node, preposition):
                    code = self.code_of(sentence, place)
                    if code:
                        return code
        return None
