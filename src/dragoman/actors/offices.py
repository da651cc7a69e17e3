"""Roles without a name: "the Russian minister", "police in Kampala", "gunmen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.actors.entities import Entity, distinct
from dragoman.language import Sentence
from dragoman.language.dependency import children, prepositional_objects
from dragoman.lexicon import Role

if TYPE_CHECKING:
    from dragoman.actors.discourse import Discourse


class Offices:
    """Holders of roles, in one document."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._seen: dict[tuple[str, str | None], Entity] = {}

    def role_ending_at(self, sentence: Sentence, token: Token) -> Role | None:
        """The longest role phrase that ends at a token ("foreign minister")."""
        words = [t.lower_ for t in sentence.doc]
        for start in range(max(0, token.i - 4), token.i + 1):
            found = self._discourse.lexicon.roles.at(words, start)
            if found and start + found[0] - 1 == token.i:
                return found[1]
        if token.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return self._discourse.lexicon.roles.get(self._discourse.lemmas.lemma(token.text, "n"))
        return None

    def resolve(self, sentence: Sentence, token: Token, role: Role) -> tuple[Entity, ...]:
        """Who holds a role here: its country from possessor, nationality, place, an earlier mention, or the story."""
        setting = self._discourse.table.setting
        country: str | None = None
        step: str | None = None
        sectors = role.sectors
        definite = any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)
        name = None
        for child in children(token, "poss"):
            owners = self._discourse.resolve(sentence, child)
            if owners and owners[0].country:
                country, step = owners[0].country, f"country {owners[0].country}: possessor “{child.text}”"
                if owners[0].kind in {"group", "body"}:
                    sectors, name = owners[0].sectors or sectors, owners[0].name
        if country is None:
            modifiers = self._discourse.modifier_parties(sentence, token, agents=False) if not children(token, "poss") else ()
            if len(modifiers) > 1 and token.tag_ in {"NNS", "NNPS"}:
                return tuple(
                    Entity(
                        "role",
                        f"{m.name} {token.text}",
                        None,
                        m.country,
                        sectors,
                        role.name,
                        role.level,
                        role.plural,
                        role.political,
                        steps=[f"country {m.country}: nationality beside “{token.text}”"],
                    )
                    for m in modifiers
                )
            if modifiers and modifiers[0].country:
                owner = modifiers[0]
                country, step = owner.country, f"country {owner.country}: “{owner.name}” beside “{token.text}”"
                if owner.kind in {"group", "body"}:
                    sectors, name = owner.sectors or sectors, owner.name
        if country is None:
            for preposition in ("of", "from", "for"):
                things = prepositional_objects(token, preposition)
                several = (
                    distinct([e for t in things for e in self._discourse.resolve(sentence, t) if e.kind == "country"])
                    if role.plural or token.tag_ in {"NNS", "NNPS"}
                    else []
                )
                if len(several) > 1:  # "the leaders of Egypt, Ethiopia and Sudan"
                    return tuple(
                        Entity(
                            "role",
                            f"{role.name} of {e.name}",
                            None,
                            e.country,
                            sectors,
                            role.name,
                            role.level,
                            True,
                            role.political,
                            steps=[f"country {e.country}: “{preposition}” in a list"],
                        )
                        for e in several
                    )
                for thing in things:
                    owners = self._discourse.resolve(sentence, thing)
                    if owners and owners[0].country and owners[0].kind in {"country", "group", "body", "metonym"}:
                        country, step = owners[0].country, f"country {owners[0].country}: “{preposition} {thing.text}”"
                        if owners[0].kind in {"group", "body"}:
                            sectors, name = owners[0].sectors or sectors, owners[0].name
                        break
                if country:
                    break
        if country is None:
            country, why = self._discourse.whereabouts.of_phrase(sentence, token)
            step = f"country {country}: {why}" if country else None
        if country is None and definite and role.kind == "person" and not role.plural:
            person = self._discourse.builder.office_holder_in_text(
                role, None, self._discourse.table, sentence.index, definite=True
            )
            if person is not None:
                return (person,)
        if country is None:
            seen = self._seen.get((role.name, None)) if definite or role.source == "none" else None
            if seen is not None:
                return (seen,)
            if role.source == "place":
                country = self._discourse.whereabouts.of_sentence(sentence)
                step = f"country {country}: place in the sentence" if country else None
            story = setting.scene if role.source == "place" else setting.home
            if role.source == "place" and self._discourse.whereabouts.is_disputed(sentence):
                story = None
            if country is None and role.source in {"document", "place"} and story:
                country, step = (
                    story,
                    f"country {story}: {setting.reason if story == setting.home else 'the other state of the story'}",
                )
        if country is None and role.source == "document":
            country = self._discourse.whereabouts.of_sentence(sentence)
            step = f"country {country}: the only place in the sentence" if country else None
        unresolved = None
        if country is None:
            unresolved = "no_evidence"
        if not sectors:
            sectors = ("GOV",) if country and role.political else ()
        text = phrase_text(token)
        entity = Entity(
            "role",
            name or text,
            text,
            country,
            sectors,
            role.name,
            role.level,
            role.plural or token.tag_ in {"NNS", "NNPS"},
            role.political,
            unresolved=unresolved,
            steps=[step] if step else [],
        )
        self.remember(entity)
        return (entity,)

    def remember(self, entity: Entity) -> None:
        """Keep the holder of a role for later mentions ("the gunmen")."""
        if entity.role:
            self._seen[entity.role, entity.country] = entity
            self._seen[entity.role, None] = entity


def phrase_text(token: Token) -> str:
    """The words of a noun phrase up to its head, without an article."""
    left = [t for t in token.subtree if t.i <= token.i]
    first = min((t.i for t in left), default=token.i)
    words = token.doc[first : token.i + 1]
    return words.text
