"""Whom a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.actors.entities import Entity, distinct
from dragoman.language import Sentence
from dragoman.language.dependency import surface_subjects

if TYPE_CHECKING:
    from dragoman.actors.discourse import Discourse

REACH = 4
"""How many sentences back a pronoun may find its antecedent."""


class Pronouns:
    """Antecedents of pronouns, in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def _own_subject(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “They reaffirmed *their* support”: a possessive mostly goes back to the subject of its own clause."""
        verb = token.head
        while verb.head.i != verb.i and verb.tag_[:1] != "V":
            if verb.dep_ in {"nsubj", "nsubjpass"}:
                return ()
            verb = verb.head
        if verb.tag_[:1] != "V":
            return ()
        found = tuple(e for s in surface_subjects(verb) if s.i < token.i for e in self._discourse.resolve(sentence, s))
        lower = token.lower_
        if lower in {"his", "her"}:
            return tuple(e for e in found if e.is_person)[:1] if len(found) == 1 else ()
        if lower == "its":
            return found if len(found) == 1 and not found[0].is_person else ()
        return found if len(found) > 1 or found and (found[0].plural or not found[0].is_person) else ()

    def resolve(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """Whom a personal or possessive pronoun stands for; empty if nobody fits."""
        lower = token.lower_
        if token.tag_ == "PRP$" and (own := self._own_subject(sentence, token)):
            return own
        if lower in {"he", "him", "his", "himself"}:
            return self._person_before(sentence, token, "m")
        if lower in {"she", "her", "hers", "herself"}:
            return self._person_before(sentence, token, "f")
        if lower in {"they", "them", "their", "theirs", "themselves"}:
            return self._plural_before(sentence, token)
        if lower in {"it", "its", "itself"}:
            return self._thing_before(sentence, token)
        if lower in {"we", "our", "us", "ours", "i", "my", "me"}:
            speaker = self._discourse.speakers.get(sentence.index)
            if speaker is not None:
                return (speaker,)
            official = self._discourse.table.setting.speaker
            return (self._discourse.country_entity(official, "“we” of an official publisher"),) if official else ()
        return ()

    def _own_clause_subjects(self, sentence: Sentence, token: Token) -> set[int]:
        """Entities an object pronoun cannot mean: the subject of its own verb."""
        if token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            return set()
        verb = token.head
        while verb.head.i != verb.i and verb.tag_[:1] != "V":
            verb = verb.head
        return {id(e) for s in surface_subjects(verb) if s.i != token.i for e in self._discourse.resolve(sentence, s)}

    def _reporter(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “Oman said *it* would ...”: the subject of a reported clause is mostly who reports."""
        verb = token.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "ccomp" or verb.head.i > verb.i and verb.head.tag_[:1] != "V":
            return ()
        if self._discourse.lemmas.lemma(verb.head.text, "v") not in self._discourse.cues["report"]:
            return ()
        return tuple(e for s in surface_subjects(verb.head) if s.i != token.i for e in self._discourse.resolve(sentence, s))

    def _person_before(self, sentence: Sentence, token: Token, gender: str) -> tuple[Entity, ...]:
        barred = self._own_clause_subjects(sentence, token)

        def fits(entity: Entity) -> bool:
            return entity.is_person and id(entity) not in barred and entity.gender in (None, gender)

        reporter = [e for e in self._reporter(sentence, token) if fits(e)]
        if reporter:
            return (reporter[0],)
        here = [m.entity for m in self._discourse.table.mentions[sentence.index] if m.last < token.i and fits(m.entity)]
        if here:
            choice = here[-1] if barred else here[0]
            choice.gender = choice.gender or gender
            return (choice,)
        speaker = self._discourse.speakers.get(sentence.index)
        for back in range(1, REACH + 1):
            i = sentence.index - back
            if i < 0:
                break
            subjects = [e for e in self._discourse.subject_of.get(i, ()) if fits(e)]
            persons = [m.entity for m in self._discourse.table.mentions[i] if fits(m.entity)]
            choice_list = subjects or persons
            if choice_list:
                chosen = choice_list[0]
                chosen.gender = chosen.gender or gender
                return (chosen,)
        return (speaker,) if speaker is not None and fits(speaker) else ()

    def _plural_before(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        barred = self._own_clause_subjects(sentence, token)
        for back in range(REACH):
            i = sentence.index - back
            if i < 0:
                break
            if back:
                subjects = self._discourse.subject_of.get(i, ())
                if len(subjects) > 1 or (subjects and subjects[0].plural):
                    return subjects
            mentions = [
                m.entity
                for m in self._discourse.table.mentions[i]
                if (m.entity.plural or m.entity.kind in {"group", "body"})
                and id(m.entity) not in barred
                and (back or m.last < token.i)
            ]
            if back == 0 and len(mentions) > 1:
                return (mentions[0],)
            persons = distinct(
                [m.entity for m in self._discourse.table.mentions[i] if m.entity.is_person and (back or m.last < token.i)]
            )
            if len(persons) == 2:
                return tuple(persons)
            if mentions:
                return (mentions[0],)
            states = distinct(
                [
                    m.entity
                    for m in self._discourse.table.mentions[i]
                    if m.entity.kind == "country" and m.form == "name" and (back or m.last < token.i)
                ]
            )
            if len(states) == 2:
                return tuple(states)
        return ()

    def _thing_before(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        if (
            token.dep_ == "nsubj"
            and token.head.tag_[:1] == "V"
            and any(c.dep_ in {"ccomp", "xcomp"} for c in token.head.children)
            and self._discourse.lemmas.lemma(token.head.text, "v") in {"be", "seem"}
        ):
            return ()
        barred = self._own_clause_subjects(sentence, token)

        def fits(entity: Entity) -> bool:
            return not entity.is_person and not entity.plural and id(entity) not in barred and entity.kind != "place"

        reporter = [e for e in self._reporter(sentence, token) if fits(e)]
        if reporter:
            return (reporter[0],)
        here = [
            m.entity
            for m in self._discourse.table.mentions[sentence.index]
            if m.last < token.i and fits(m.entity) and m.form in {"name", "capital", "role"} and not _listed(sentence.doc[m.last])
        ]
        if here:
            return (here[0],)
        for back in range(1, REACH):
            i = sentence.index - back
            if i < 0:
                break
            subjects = [e for e in self._discourse.subject_of.get(i, ()) if fits(e)]
            if subjects:
                return (subjects[0],)
            named = [
                m.entity for m in self._discourse.table.mentions[i] if fits(m.entity) and m.form in {"name", "capital", "role"}
            ]
            if named:
                return (named[0],)
        return ()


def _listed(token: Token) -> bool:
    """Whether a token stands in a list: "it" means none of several."""
    return token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children)
