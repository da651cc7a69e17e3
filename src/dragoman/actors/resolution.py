"""Second pass: who a noun phrase or pronoun of a parsed sentence stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors.entities import Entity
from dragoman.actors.table import EntityTable, TableBuilder
from dragoman.language import Sentence
from dragoman.language.dependency import children, conjuncts, prepositional_objects, surface_subjects
from dragoman.language.lemmas import Lemmas
from dragoman.lexicon import Lexicon, Role

LEAD = 2
"""Headline and first sentence."""

REACH = 4
"""How many sentences back a pronoun may find its antecedent."""

_MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod", "appos")


class Discourse:
    """What has been said so far in one document: resolves phrases in reading order.

    ``subject_of`` keeps the subject of each sentence already read, for pronouns; ``speakers`` who speaks in it.
    """

    def __init__(
        self, lexicon: Lexicon, lemmas: Lemmas, builder: TableBuilder, sentences: Sequence[Sentence], table: EntityTable
    ) -> None:
        self._lexicon = lexicon
        self._cues = lexicon.cues
        self._lemmas = lemmas
        self._builder = builder
        self.sentences = sentences
        self.table = table
        self.subject_of: dict[int, tuple[Entity, ...]] = {}
        self.speakers: dict[int, Entity] = {}
        self._roles_seen: dict[tuple[str, str | None], Entity] = {}
        self._resolved: dict[tuple[int, int], tuple[Entity, ...]] = {}

    # -- the front door -----------------------------------------------------------------------------------------

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
        entity = Entity("country", self._country_name(code), None, code, ("GOV",), steps=[why])
        self.table.states[f"{code}:implied"] = entity
        return entity

    def _country_name(self, code: str) -> str:
        return self._lexicon.country_name(code)

    # -- steps --------------------------------------------------------------------------------------------------

    def _resolve(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        lower = token.lower_
        if token.tag_ in {"PRP", "PRP$"}:
            return self._pronoun(sentence, token)
        if token.tag_ in {"WP", "WDT", "WP$"}:
            return ()
        if lower in {"who", "which", "that", "whom", "this", "these", "those"} and token.dep_ != "det":
            return ()
        lemma = self._lemmas.lemma(token.text, "n")
        if self._is_pair(token, lemma):
            return self._pair(sentence, token, lemma)
        if lemma in self._cues["counterpart"] or lower in self._cues["counterpart"]:
            return self._counterpart(sentence, token)
        mention = self.table.mention_at(sentence.index, token.i)
        if mention is not None:
            if mention.entity.kind == "role":
                self._remember(mention.entity)
            return mention.entity.members or (mention.entity,)
        role = self._role_ending_at(sentence, token)
        if role is not None:
            return self._by_role(sentence, token, role)
        if token.tag_ in {"NNP", "NNPS"}:
            return self._unknown_name(sentence, token)
        return ()

    def _role_ending_at(self, sentence: Sentence, token: Token) -> Role | None:
        words = [t.lower_ for t in sentence.doc]
        for start in range(max(0, token.i - 4), token.i + 1):
            found = self._lexicon.roles.at(words, start)
            if found and start + found[0] - 1 == token.i:
                return found[1]
        if token.tag_ in {"NN", "NNS", "NNP", "NNPS"}:
            return self._lexicon.roles.get(self._lemmas.lemma(token.text, "n"))
        return None

    # -- pronouns -----------------------------------------------------------------------------------------------

    def _own_subject(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “They reaffirmed *their* support”: a possessive mostly goes back to the subject of its own clause."""
        verb = token.head
        while verb.head.i != verb.i and verb.tag_[:1] != "V":
            if verb.dep_ in {"nsubj", "nsubjpass"}:
                return ()
            verb = verb.head
        if verb.tag_[:1] != "V":
            return ()
        found = tuple(e for s in surface_subjects(verb) if s.i < token.i for e in self.resolve(sentence, s))
        lower = token.lower_
        if lower in {"his", "her"}:
            return tuple(e for e in found if e.is_person)[:1] if len(found) == 1 else ()
        if lower == "its":
            return found if len(found) == 1 and not found[0].is_person else ()
        return found if len(found) > 1 or found and (found[0].plural or not found[0].is_person) else ()

    def _pronoun(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
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
            speaker = self.speakers.get(sentence.index)
            if speaker is not None:
                return (speaker,)
            official = self.table.setting.speaker
            return (self.country_entity(official, "“we” of an official publisher"),) if official else ()
        return ()

    def _own_clause_subjects(self, sentence: Sentence, token: Token) -> set[int]:
        """Entities an object pronoun cannot mean: the subject of its own verb."""
        if token.dep_ in {"nsubj", "nsubjpass", "poss"}:
            return set()
        verb = token.head
        while verb.head.i != verb.i and verb.tag_[:1] != "V":
            verb = verb.head
        return {id(e) for s in surface_subjects(verb) if s.i != token.i for e in self.resolve(sentence, s)}

    def _reporter(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “Oman said *it* would ...”: the subject of a reported clause is mostly who reports."""
        verb = token.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "ccomp" or verb.head.i > verb.i and verb.head.tag_[:1] != "V":
            return ()
        if self._lemmas.lemma(verb.head.text, "v") not in self._cues["report"]:
            return ()
        return tuple(e for s in surface_subjects(verb.head) if s.i != token.i for e in self.resolve(sentence, s))

    def _person_before(self, sentence: Sentence, token: Token, gender: str) -> tuple[Entity, ...]:
        barred = self._own_clause_subjects(sentence, token)

        def fits(entity: Entity) -> bool:
            return entity.is_person and id(entity) not in barred and entity.gender in (None, gender)

        reporter = [e for e in self._reporter(sentence, token) if fits(e)]
        if reporter:
            return (reporter[0],)
        here = [m.entity for m in self.table.mentions[sentence.index] if m.last < token.i and fits(m.entity)]
        if here:
            choice = here[-1] if barred else here[0]
            choice.gender = choice.gender or gender
            return (choice,)
        speaker = self.speakers.get(sentence.index)
        for back in range(1, REACH + 1):
            i = sentence.index - back
            if i < 0:
                break
            subjects = [e for e in self.subject_of.get(i, ()) if fits(e)]
            persons = [m.entity for m in self.table.mentions[i] if fits(m.entity)]
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
                subjects = self.subject_of.get(i, ())
                if len(subjects) > 1 or (subjects and subjects[0].plural):
                    return subjects
            mentions = [
                m.entity
                for m in self.table.mentions[i]
                if (m.entity.plural or m.entity.kind in {"group", "body"})
                and id(m.entity) not in barred
                and (back or m.last < token.i)
            ]
            if back == 0 and len(mentions) > 1:
                return (mentions[0],)
            persons = _distinct([m.entity for m in self.table.mentions[i] if m.entity.is_person and (back or m.last < token.i)])
            if len(persons) == 2:
                return tuple(persons)
            if mentions:
                return (mentions[0],)
            states = _distinct(
                [
                    m.entity
                    for m in self.table.mentions[i]
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
            and self._lemmas.lemma(token.head.text, "v") in {"be", "seem"}
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
            for m in self.table.mentions[sentence.index]
            if m.last < token.i and fits(m.entity) and m.form in {"name", "capital", "role"} and not _listed(sentence.doc[m.last])
        ]
        if here:
            return (here[0],)
        for back in range(1, REACH):
            i = sentence.index - back
            if i < 0:
                break
            subjects = [e for e in self.subject_of.get(i, ()) if fits(e)]
            if subjects:
                return (subjects[0],)
            named = [m.entity for m in self.table.mentions[i] if fits(m.entity) and m.form in {"name", "capital", "role"}]
            if named:
                return (named[0],)
        return ()

    # -- pairs and counterparts ---------------------------------------------------------------------------------

    def _is_pair(self, token: Token, lemma: str) -> bool:
        pairs = self._cues["pair"]
        if token.lower_ in {"two", "both"} and token.dep_ not in {"nummod", "det", "predet", "preconj", "cc"}:
            return True
        if lemma not in self._cues["pair_noun"]:
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
        for name in self._lexicon.names.get(token.text) if token.text[:1].isupper() else ():
            if name.entry.kind == "country":
                return name.entry.code
        return None

    def _pair(self, sentence: Sentence, token: Token, lemma: str) -> tuple[Entity, ...]:
        """As in “The two ministers”: the two of different countries last spoken of together; states for "the two countries"."""
        role = self._lexicon.roles.get(lemma)
        persons: list[Entity] = []
        for i in range(sentence.index, -1, -1):
            line = self.table.mentions[i]
            here = [
                m.entity for m in line if m.entity.is_person and m.entity.country and (i < sentence.index or m.last < token.i)
            ]
            for entity in here:
                if all(entity.country != p.country for p in persons):
                    persons.append(entity)
            if len(persons) >= 2:
                break
        found = persons[:2]
        counted = any(c.lower_ in self._cues["pair"] for c in token.children) or token.lower_ in {"two", "both"}
        if not counted and len(found) == 2:
            sides = self._sides_of_lead()
            found = sides if len(sides) > len(found) else found
        if len(found) < 2:
            states: list[Entity] = []
            for i in range(sentence.index, -1, -1):
                for m in self.table.mentions[i]:
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
                self.country_entity(e.country, f"“{token.text}” are the two last named")
                if e.kind != "country" and e.country
                else e
                for e in found
            )
        return tuple(found)

    def _sides_of_lead(self) -> list[Entity]:
        """Officials of different countries named in headline and first sentence: "the Ministers" of a trilateral meeting."""
        sides: list[Entity] = []
        for line in self.table.mentions[:LEAD]:
            for mention in line:
                entity = mention.entity
                if entity.is_person and entity.country and entity.level and all(entity.country != s.country for s in sides):
                    sides.append(entity)
        return sides

    def _counterpart(self, sentence: Sentence, token: Token) -> tuple[Entity, ...]:
        """As in “His Russian counterpart”: the person of that country in the text, else that country's holder of the same office."""
        owners: list[Entity] = []
        country = self._modifier_country(sentence, token)
        for child in token.children:
            if child.dep_ == "poss":
                owners = list(self.resolve(sentence, child))
                if country is None and owners and not owners[0].is_person:
                    country = owners[0].country
        owner = next((e for e in owners if e.is_person), None)
        if owner is None:
            verb = token.head
            while verb.head.i != verb.i and verb.tag_[:1] != "V":
                verb = verb.head
            owner = next(
                (e for s in surface_subjects(verb) if s.i != token.i for e in self.resolve(sentence, s) if e.is_person), None
            )
        appositive = next((c for c in children(token, "appos")), None)
        if appositive is not None:
            named = self.resolve(sentence, appositive)
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
            for p in self.table.persons
            if p is not owner and p.country and (p.country == country if country else owner is None or p.country != owner.country)
        ]
        named_before = [
            m.entity for line in self.table.mentions[: sentence.index + 1] for m in line if any(m.entity is c for c in candidates)
        ]
        if named_before and token.tag_ in {"NNS", "NNPS"} and country is None:
            return tuple(_distinct(named_before))
        if named_before:
            return (named_before[-1],)
        if country is None:
            return ()
        role = owner.role if owner is not None else None
        entity = Entity(
            "role",
            f"{role or 'counterpart'} of {self._country_name(country)}",
            token.text,
            country,
            owner.sectors if owner is not None else ("GOV",),
            role,
            owner.level if owner is not None else "official",
            plural=token.tag_ == "NNS",
            steps=[f"country {country}: nationality beside “{token.text}”; office of {owner.name if owner else 'the speaker'}"],
        )
        return (entity,)

    # -- roles and other nouns ----------------------------------------------------------------------------------

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
            return tuple(_distinct(found_list))
        return ()

    def _modifier_country(self, sentence: Sentence, token: Token) -> str | None:
        for child in token.lefts:
            if child.dep_ in _MODIFIERS:
                run = self.table.run_at(sentence.index, child.i)
                if run is not None and run.code == "G" and run.names:
                    return run.names[0].entry.code
                if run is not None and run.code == "B" and run.names and child.dep_ != "appos":
                    return run.names[0].entry.code
        return None

    def _place_country(self, sentence: Sentence, token: Token) -> tuple[str | None, str | None]:
        """Country of the place a noun or its sentence names: ("police *in Kampala*")."""
        holders = [token, *(c for c in token.children if c.dep_ == "conj")]
        if token.dep_ == "conj":
            holders.append(token.head)
        if token.dep_ == "pobj" and token.head.lower_ == "of":
            holders.append(token.head.head)  # "a number of ministers in Uzbekistan"
        for holder in holders:
            for preposition in ("of", "in", "from", "at", "near", "across"):
                for place in prepositional_objects(holder, preposition):
                    code = self._code_of_place(sentence, place) if place.i != token.i else None
                    if code:
                        return code, f"“{preposition} {place.text}”"
        return None, None

    def _code_of_place(self, sentence: Sentence, token: Token) -> str | None:
        run = self.table.run_at(sentence.index, token.i)
        if run is not None and run.names:
            for name in sorted(run.names, key=lambda n: -n.entry.population):
                if name.entry.kind == "area" or name.entry.area:
                    return None
                if name.entry.code and name.entry.kind in {"country", "place"}:
                    return name.entry.code
            return run.names[0].entry.code if run.names[0].entry.kind == "metonym" else None
        for child in token.subtree:
            run = self.table.run_at(sentence.index, child.i)
            if run is not None and run.names and run.names[0].entry.kind in {"country", "place"} and run.names[0].entry.code:
                return run.names[0].entry.code
        return None

    def sentence_place(self, sentence: Sentence) -> str | None:
        """The country of a place that a sentence names after "in", "at", "near"."""
        for token in sentence.doc:
            if token.lower_ in {"in", "at", "near", "outside", "across"} and token.dep_ == "prep":
                for place in children(token, "pobj"):
                    code = self._code_of_place(sentence, place)
                    if code:
                        return code
        places = {
            n.entry.code for run in self.table.runs[sentence.index] if run.code == "L" for n in run.names[:1] if n.entry.code
        }
        return places.pop() if len(places) == 1 else None

    def place_of(self, sentence: Sentence, trigger: Token, support: Token | None, *, of_object: bool = True) -> str | None:
        """The country of the place where the clause of a trigger says it happened ("met *in Havana*").

        ``of_object=False``: the object is a matter, whose places are not the clause's ("discussed the war *in Sudan*").
        """
        nodes = [trigger, *([support] if support is not None else [])]
        looked_through = {"dobj", "npadvmod", "xcomp", "dep"} if of_object else {"npadvmod"}
        nodes += [c for n in nodes for c in n.children if c.dep_ in looked_through]
        nodes += [o for n in nodes for p in n.children if p.dep_ == "prep" and p.lower_ == "with" for o in p.children if o.dep_ == "pobj"]
        for node in nodes:
            for preposition in ("in", "at"):
                for place in prepositional_objects(node, preposition):
                    code = self._code_of_place(sentence, place)
                    if code:
                        return code
        return None

    def _by_role(self, sentence: Sentence, token: Token, role: Role) -> tuple[Entity, ...]:
        setting = self.table.setting
        country: str | None = None
        step: str | None = None
        sectors = role.sectors
        definite = any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)
        name = None
        for child in children(token, "poss"):
            owners = self.resolve(sentence, child)
            if owners and owners[0].country:
                country, step = owners[0].country, f"country {owners[0].country}: possessor “{child.text}”"
                if owners[0].kind in {"group", "body"}:
                    sectors, name = owners[0].sectors or sectors, owners[0].name
        if country is None:
            modifiers = self.modifier_parties(sentence, token, agents=False) if not children(token, "poss") else ()
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
                    _distinct([e for t in things for e in self.resolve(sentence, t) if e.kind == "country"])
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
                    owners = self.resolve(sentence, thing)
                    if owners and owners[0].country and owners[0].kind in {"country", "group", "body", "metonym"}:
                        country, step = owners[0].country, f"country {owners[0].country}: “{preposition} {thing.text}”"
                        if owners[0].kind in {"group", "body"}:
                            sectors, name = owners[0].sectors or sectors, owners[0].name
                        break
                if country:
                    break
        if country is None:
            country, why = self._place_country(sentence, token)
            step = f"country {country}: {why}" if country else None
        if country is None and definite and role.kind == "person" and not role.plural:
            person = self._builder.office_holder_in_text(role, None, self.table, sentence.index, definite=True)
            if person is not None:
                return (person,)
        if country is None:
            seen = self._roles_seen.get((role.name, None)) if definite or role.source == "none" else None
            if seen is not None:
                return (seen,)
            if role.source == "place":
                country = self.sentence_place(sentence)
                step = f"country {country}: place in the sentence" if country else None
            story = setting.scene if role.source == "place" else setting.home
            if country is None and role.source in {"document", "place"} and story:
                country, step = (
                    story,
                    f"country {story}: {setting.reason if story == setting.home else 'the other state of the story'}",
                )
        if country is None and role.source == "document":
            country = self.sentence_place(sentence)
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
        self._remember(entity)
        return (entity,)

    def _remember(self, entity: Entity) -> None:
        if entity.role:
            self._roles_seen[entity.role, entity.country] = entity
            self._roles_seen[entity.role, None] = entity

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
            country, why = self._place_country(sentence, token)
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


def _listed(token: Token) -> bool:
    """Whether a token stands in a list: "it" means none of several."""
    return token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children)


def phrase_text(token: Token) -> str:
    """The words of a noun phrase up to its head, without an article."""
    left = [t for t in token.subtree if t.i <= token.i]
    first = min((t.i for t in left), default=token.i)
    words = token.doc[first : token.i + 1]
    return words.text


def _distinct(entities: Sequence[Entity]) -> list[Entity]:
    found: list[Entity] = []
    for entity in entities:
        if not any(entity is e or entity.key == e.key for e in found):
            found.append(entity)
    return found
