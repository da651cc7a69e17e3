"""Second pass: who a noun phrase or pronoun of a parsed sentence stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors.entities import Entity, distinct
from dragoman.actors.offices import Offices, phrase_text
from dragoman.actors.pairs import Pairs
from dragoman.actors.pronouns import Pronouns
from dragoman.actors.table import EntityTable, TableBuilder
from dragoman.actors.whereabouts import Whereabouts
from dragoman.language import Sentence
from dragoman.language.dependency import children, conjuncts, prepositional_objects, surface_subjects
from dragoman.language.lemmas import Lemmas
from dragoman.lexicon import Lexicon


class Discourse:
    """What has been said so far in one document: resolves phrases in reading order.

    ``subject_of`` keeps the subject of each sentence already read, for pronouns; ``speakers`` who speaks in it.
    """

    def __init__(
        self, lexicon: Lexicon, lemmas: Lemmas, builder: TableBuilder, sentences: Sequence[Sentence], table: EntityTable
    ) -> None:
        self.lexicon = lexicon
        self.cues = lexicon.cues
        self.lemmas = lemmas
        self.builder = builder
        self.sentences = sentences
        self.table = table
        self.subject_of: dict[int, tuple[Entity, ...]] = {}
        self.speakers: dict[int, Entity] = {}
        self.pronouns = Pronouns(self)
        self.pairs = Pairs(self)
        self.whereabouts = Whereabouts(self)
        self.offices = Offices(self)
        self._resolved: dict[tuple[int, int], tuple[Entity, ...]] = {}

    def resolve(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """The actors a token's phrase stands for (several for "the two ministers"); empty if it is none."""
        key = sentence.index, token.i
        if key not in self._resolved:
            self._resolved[key] = ()  # a phrase inside its own resolution stands for nobody
            self._resolved[key] = self._resolve(sentence, token)
        return self._resolved[key]

    def note_subject(self, sentence: Sentence, root: Token) -> None:
        """Remember the subject of a sentence for the pronouns of the next."""
        found: list[Entity] = []
        for subject in surface_subjects(root):
            found += self.resolve(sentence, subject)
        if found:
            self.subject_of[sentence.index] = tuple(found)

    def country_entity(self, code: str, why: str) -> Entity:
        """The state with a code, as an actor."""
        for entity in self.table.states.values():
            if entity.kind == "country" and entity.country == code and entity.sectors[:1] == ("GOV",):
                return entity
        entity = Entity("country", self.lexicon.country_name(code), None, code, ("GOV",), steps=[why])
        self.table.states[f"{code}:implied"] = entity
        return entity

    def _resolve(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        lower = token.lower_
        if token.tag_ in {"PRP", "PRP$"}:
            return self.pronouns.resolve(sentence, token)
        if token.tag_ in {"WP", "WDT", "WP$"}:
            return ()
        if lower in {"who", "which", "that", "whom", "this", "these", "those"} and token.dep_ != "det":
            return ()
        lemma = self.lemmas.lemma(token.text, "n")
        if self.pairs.is_pair(token, lemma):
            return self.pairs.pair(sentence, token, lemma)
        if lemma in self.cues["counterpart"] or lower in self.cues["counterpart"]:
            return self.pairs.counterpart(sentence, token)
        mention = self.table.mention_at(sentence.index, token.i)
        if mention is not None:
            if mention.entity.kind == "role":
                self.offices.remember(mention.entity)
            return mention.entity.members or (mention.entity,)
        role = self.offices.role_ending_at(sentence, token)
        if role is not None:
            return self.offices.resolve(sentence, token, role)
        if token.tag_ in {"NNP", "NNPS"}:
            return self._unknown_name(sentence, token)
        return ()

    def _agents_of(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Who a noun's by-phrase names: "the shelling (carried out) by X"."""
        for holder in (token, *children(token, "acl")):
            for by in prepositional_objects(holder, "by"):
                found = self.resolve(sentence, by) or (self.modifier_parties(sentence, by) if holder.i == token.i else ())
                if found:
                    return found
        return ()

    def modifier_parties(self, sentence: Sentence, token: Token, *, agents: bool = True) -> tuple[Entity, ...]:
        """The party that a noun's possessor, nationality or by-phrase names: whose doing or whose thing it is.

        ``agents=False`` leaves the by-phrase out: "a girl kidnapped by X" is not X's.
        """
        if agents and (found := self._agents_of(sentence, token)):
            return found
        for child in children(token, "poss"):
            found = tuple(e for c in conjuncts(child) for e in (self.resolve(sentence, c) or self.modifier_parties(sentence, c)))
            if found:
                return found
        found_list: list[Entity] = []
        for child in token.lefts:
            if child.dep_ in {"amod", "compound", "nmod", "npadvmod"}:
                for piece in child.subtree:
                    mention = self.table.mention_at(sentence.index, piece.i)
                    if (
                        mention is not None
                        and mention.last < token.i
                        and mention.entity not in found_list
                        and mention.entity.country
                    ):
                        found_list.append(mention.entity)
        if found_list:
            return tuple(distinct(found_list))
        return ()

    def _unknown_name(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """A capitalised name that no list holds: it may still tell its country ("Baghdad Operations Command")."""
        modifiers = self.modifier_parties(sentence, token)
        text = phrase_text(token)
        if modifiers and modifiers[0].country and modifiers[0].kind in {"country", "metonym"}:
            return (
                Entity(
                    "name",
                    text,
                    text,
                    modifiers[0].country,
                    ("GOV",),
                    political=True,
                    steps=[f"country {modifiers[0].country}: “{modifiers[0].name}” in the name"],
                ),
            )
        run = self.table.run_at(sentence.index, token.i)
        if run is not None and run.code == "C" and run.last > run.first:
            country, why = self.whereabouts.of_phrase(sentence, token)
            return (
                Entity(
                    "name",
                    text,
                    text,
                    country,
                    (),
                    political=False,
                    unresolved=None if country else "not_in_lexicon",
                    steps=[f"country {country}: {why}"] if country else [],
                ),
            )
        return ()
