"""Pairs and counterparts: "the two ministers", "both sides", "his Russian counterpart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.actors.entities import Entity, distinct
from dragoman.language import Sentence
from dragoman.language.dependency import children, surface_subjects

if TYPE_CHECKING:
    from dragoman.actors.discourse import Discourse

LEAD = 2
"""Headline and first sentence."""

_MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod", "appos")


class Pairs:
    """Sides of contacts, in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def is_pair(self, token: Token, lemma: str) -> bool:
        """Whether a noun means the sides of a contact: "the two", "both sides", "the ministers"."""
        pairs = self._discourse.cues["pair"]
        if token.lower_ in {"two", "both"} and token.dep_ not in {"nummod", "det", "predet", "preconj", "cc"}:
            return True
        if lemma not in self._discourse.cues["pair_noun"]:
            return False
        if any(c.lower_ in pairs for c in token.children if c.dep_ in {"nummod", "det", "predet", "amod"}):
            definite = any(c.lower_ in {"the", "both", "our", "their", "these"} for c in token.children)
            return definite and not any(self._country_of_modifier(c) for c in token.children)
        return (
            token.tag_ in {"NNS", "NNPS"}
            and lemma in {"side", "leader", "minister", "counterpart"}
            and any(c.lower_ == "the" for c in token.children)
            and not any(self._country_of_modifier(c) or c.dep_ == "prep" for c in token.children)
        )

    def _country_of_modifier(self, token: Token) -> str | None:
        for name in self._discourse.lexicon.names.get(token.text) if token.text[:1].isupper() else ():
            if name.entry.kind == "country":
                return name.entry.code
        return None

    def pair(self, sentence: Sentence, token: Token, lemma: str) -> tuple[Entity, ...]:
        """As in “The two ministers”: the two of different countries last spoken of together; states for "the two countries"."""
        role = self._discourse.lexicon.roles.get(lemma)
        persons: list[Entity] = []
        for i in range(sentence.index, -1, -1):
            line = self._discourse.table.mentions[i]
            here = [
                m.entity for m in line if m.entity.is_person and m.entity.country and (i < sentence.index or m.last < token.i)
            ]
            for entity in here:
                if all(entity.country != p.country for p in persons):
                    persons.append(entity)
            if len(persons) >= 2:
                break
        found = persons[:2]
        counted = any(c.lower_ in self._discourse.cues["pair"] for c in token.children) or token.lower_ in {"two", "both"}
        if not counted and len(found) == 2:
            sides = self._sides_of_lead()
            found = sides if len(sides) > len(found) else found
        if len(found) < 2:
            states: list[Entity] = []
            for i in range(sentence.index, -1, -1):
                for m in self._discourse.table.mentions[i]:
                    before = i < sentence.index or m.last < token.i
                    if (
                        before
                        and m.entity.country
                        and m.form != "demonym"
                        and m.entity.kind != "person"
                        and all(m.entity.country != s.country for s in states)
                    ):
                        states.append(m.entity)
                if len(states) >= 2:
                    break
            found = states[:2] if len(states) >= 2 else found
        if len(found) < 2:
            return ()
        if role is None or lemma in {"side", "country", "nation", "state", "government", "capital", "neighbour", "neighbor"}:
            return tuple(
                self._discourse.country_entity(e.country, f"“{token.text}” are the two last named")
                if e.kind != "country" and e.country
                else e
                for e in found
            )
        return tuple(found)

    def _sides_of_lead(self) -> list[Entity]:
        """Officials of different countries named in headline and first sentence: "the Ministers" of a trilateral meeting."""
        sides: list[Entity] = []
        for line in self._discourse.table.mentions[:LEAD]:
            for mention in line:
                entity = mention.entity
                if entity.is_person and entity.country and entity.level and all(entity.country != s.country for s in sides):
                    sides.append(entity)
        return sides

    def counterpart(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “his Russian counterpart”: the person of that country, else that country's holder of the same office."""
        owners: list[Entity] = []
        country = self._modifier_country(sentence, token)
        for child in token.children:
            if child.dep_ == "poss":
                owners = list(self._discourse.resolve(sentence, child))
                if country is None and owners and not owners[0].is_person:
                    country = owners[0].country
        owner = next((e for e in owners if e.is_person), None)
        if owner is None:
            verb = token.head
            while verb.head.i != verb.i and verb.tag_[:1] != "V":
                verb = verb.head
            owner = next(
                (
                    e
                    for s in surface_subjects(verb)
                    if s.i != token.i
                    for e in self._discourse.resolve(sentence, s)
                    if e.is_person
                ),
                None,
            )
        appositive = next((c for c in children(token, "appos")), None)
        if appositive is not None:
            named = self._discourse.resolve(sentence, appositive)
            if named and named[0].kind == "person":
                if country and named[0].country is None:
                    named[0].country = country
                    named[0].steps.append(f"country {country}: “{token.text}” beside the name")
                if named[0].role is None and owner is not None:
                    named[0].role, named[0].level, named[0].sectors = owner.role, owner.level, owner.sectors
                return named
        for compound in children(token.head, "compound"):
            if compound.i == token.i:  # "counterpart Sergey Lavrov": the name is the head
                return ()
        candidates = [
            p
            for p in self._discourse.table.persons
            if p is not owner and p.country and (p.country == country if country else owner is None or p.country != owner.country)
        ]
        named_before = [
            m.entity
            for line in self._discourse.table.mentions[: sentence.index + 1]
            for m in line
            if any(m.entity is c for c in candidates)
        ]
        if named_before and token.tag_ in {"NNS", "NNPS"} and country is None:
            return tuple(distinct(named_before))
        if named_before:
            return (named_before[-1],)
        if country is None:
            return ()
        role = owner.role if owner is not None else None
        entity = Entity(
            "role",
            f"{role or 'counterpart'} of {self._discourse.lexicon.country_name(country)}",
            token.text,
            country,
            owner.sectors if owner is not None else ("GOV",),
            role,
            owner.level if owner is not None else "official",
            plural=token.tag_ == "NNS",
            steps=[f"country {country}: nationality beside “{token.text}”; office of {owner.name if owner else 'the speaker'}"],
        )
        return (entity,)

    def _modifier_country(self, sentence: Sentence, token: Token) -> str | None:
        for child in token.lefts:
            if child.dep_ in _MODIFIERS:
                run = self._discourse.table.run_at(sentence.index, child.i)
                if run is not None and run.code == "G" and run.names:
                    return run.names[0].entry.code
                if run is not None and run.code == "B" and run.names and child.dep_ != "appos":
                    return run.names[0].entry.code
        return None
