"""Who stands in the slots of a trigger: subjects, objects, prepositional phrases, possessors, complements.

The parse is tried first; where it hangs a phrase in the wrong place ("met today with ... to affirm") the words to
the right of the trigger are read in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors import Discourse, Entity, phrase_text
from dragoman.language import Sentence
from dragoman.language.dependency import (
    children,
    complement_clauses,
    conjuncts,
    deep_objects,
    deep_subjects,
    governor,
    indirect_objects,
    is_passive,
    prepositional_objects,
    surface_subjects,
)
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import Frame, Lexicon

LINEAR_REACH = 14
"""How far right of a trigger a preposition that the parse lost is looked for, in tokens."""

PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "person")
"""Endings of nouns for people ("reformer", "lobbyist"), whom no list of roles can hold in full."""

DEEDS_TO_SOMEBODY = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})

_INNER = ("by", "of", "against", "in", "from")


class Arguments:
    """Fills slots for one document."""

    def __init__(self, lexicon: Lexicon, lemmas: Lemmas, discourse: Discourse) -> None:
        self._lexicon = lexicon
        self._lemmas = lemmas
        self._discourse = discourse
        self._support = lexicon.frames.support
        self._measures = lexicon.cues["measure_noun"]
        self._targets = lexicon.frames.classes["target"]

    def support_verb(self, trigger: Token) -> Token | None:
        """The support verb of a noun trigger ("held" of "held talks")."""
        return governor(trigger, self._support, self._measures, self._lemmas)

    def tokens(self, trigger: Token, frame: Frame, slot: str) -> list[Token]:
        """Head tokens that stand in a slot; for ``clause`` the verbs of the governed clauses."""
        if frame.pos == "v":
            return self._verb_slot(trigger, frame, slot)
        if frame.pos == "n":
            return self._noun_slot(trigger, slot, contact=frame.channel is not None)
        return self._adjective_slot(trigger, slot)

    def parties(
        self,
        sentence: Sentence,
        trigger: Token,
        frame: Frame,
        slots: Sequence[str],
        *,
        lenient: bool,
        strict: bool = False,
        barred: Sequence[Entity] = (),
    ) -> tuple[Entity, ...]:
        """The actors in the first slot that holds any.

        ``lenient``: a thing may stand for whoever is responsible for it or whose it is ("condemned the *shelling by X*").
        ``strict``: only a person, body or state itself, no thing of theirs ("received *Russia's reply*" is no visit).
        ``barred`` are passed over.
        """
        for slot in slots:
            found: list[Entity] = []
            for token in self.tokens(trigger, frame, slot):
                if token.i == trigger.i:
                    continue
                for entity in self.party(sentence, token, lenient=lenient, strict=strict):
                    if any(entity is b or entity.key == b.key and b.name or _own_state(entity, b) for b in barred):
                        continue
                    if not any(entity is e or entity.key == e.key for e in found):
                        found.append(entity)
            if found:
                return tuple(found)
        return ()

    def party(self, sentence: Sentence, token: Token, *, lenient: bool, strict: bool = False) -> tuple[Entity, ...]:
        """The actor a token stands for, or, ``lenient``, the one behind the thing it names."""
        found = self._discourse.resolve(sentence, token)
        if found or strict:
            return found
        if pos_of(token.tag_) == "v":
            return (
                tuple(e for s in deep_subjects(token) if s.i != token.i for e in self._discourse.resolve(sentence, s))
                if lenient
                else ()
            )
        behind = self._discourse.modifier_parties(sentence, token)
        if behind:
            if token.tag_ in {"NN", "NNS"} and token.dep_ in {"nsubj", "pobj", "dobj", "nsubjpass", "conj"} and not lenient:
                return tuple(self._thing_of(e, token) for e in behind)
            return behind
        if not lenient:
            return ()
        for clause in children(token, "relcl"):  # "the restrictions that India has imposed"
            found = tuple(e for s in deep_subjects(clause) if s.i != token.i for e in self._discourse.resolve(sentence, s))
            if found:
                return found
        for name in _INNER:
            if name in {"of", "in", "from"} and self._is_deed(token):
                continue  # the victim of a deed, or its place, is not who did it
            for inner in prepositional_objects(token, name):
                found = self._discourse.resolve(sentence, inner) or self._discourse.modifier_parties(sentence, inner)
                if found:
                    return found
                for deeper in ("by", "of"):
                    for last in prepositional_objects(inner, deeper):
                        found = self._discourse.resolve(sentence, last) or self._discourse.modifier_parties(sentence, last)
                        if found:
                            return found
        return ()

    def place_of(self, sentence: Sentence, trigger: Token) -> str | None:
        """The country where a deed was done: the place its clause names, else its sentence's, else the story's."""
        if self._discourse.whereabouts.is_disputed(sentence):
            return None
        own = self._discourse.whereabouts.of_clause(
            sentence, trigger, self.support_verb(trigger) if pos_of(trigger.tag_) == "n" else None
        )
        return own or self._discourse.whereabouts.of_sentence(sentence) or self._discourse.table.setting.scene

    def victim(self, sentence: Sentence, trigger: Token, token: Token) -> tuple[Entity, ...]:
        """Who is hurt or held: a party, a bare number of people, or a thing that lies in a country."""
        found = self.party(sentence, token, lenient=True)
        if found:
            return found
        country = self.place_of(sentence, trigger)
        if token.tag_ == "CD":
            return (
                Entity(
                    "role",
                    token.text,
                    token.text,
                    country,
                    ("CVL",),
                    "people",
                    plural=True,
                    political=False,
                    steps=["number of people; country of the place"],
                ),
            )
        lemma = self._lemmas.lemma(token.text, "n")
        if token.tag_ == "NNS" and any(c.dep_ == "nummod" or c.lower_ in self._measures for c in token.children):
            return (
                Entity(
                    "role",
                    phrase_text(token),
                    phrase_text(token),
                    country,
                    ("CVL",),
                    lemma,
                    plural=True,
                    political=False,
                    steps=["a number of people or things hurt or held"],
                ),
            )
        if country and (lemma in self._targets or token.tag_ in {"NN", "NNS"} and lemma.endswith(PERSON_ENDINGS)):
            text = phrase_text(token)
            return (
                Entity("thing", text, text, country, (), political=False, steps=[f"country {country}: place of the sentence"]),
            )
        return ()

    def _is_deed(self, noun: Token) -> bool:
        frames = self._lexicon.frames.of("n", self._lemmas.lemma(noun.text, "n"))
        return any(f.event_type in DEEDS_TO_SOMEBODY for f in frames)

    def inside(self, sentence: Sentence, trigger: Token, frame: Frame, barred: Sequence[Entity]) -> tuple[Entity, ...]:
        """The first party of another country inside the governed clause or matter ("pledged to work *with Turkey*")."""
        heads = [
            *complement_clauses(trigger),
            *children(trigger, "advcl"),
            *(t for slot in frame.about if slot not in {"clause", "obj"} for t in self.tokens(trigger, frame, slot)),
        ]
        codes = {e.country for e in barred}
        for head in heads:
            for token in sorted(head.subtree, key=lambda t: t.i):
                if token.tag_[:2] not in {"NN", "PR"} and token.dep_ not in {"poss", "amod", "compound"}:
                    continue
                mention = self._discourse.table.mention_at(sentence.index, token.i)
                if (
                    mention is not None
                    and mention.entity.country
                    and mention.entity.country not in codes
                    and mention.entity.sectors[:1] != ("CVL",)
                ):
                    return (mention.entity,)
        return ()

    def _thing_of(self, owner: Entity, token: Token) -> Entity:
        if owner.kind == "person":
            return owner
        sectors = owner.sectors if owner.sectors[:1] != ("CVL",) else ("GOV",)
        return Entity(
            owner.kind,
            owner.name,
            phrase_text(token),
            owner.country,
            sectors,
            owner.role,
            owner.level,
            owner.plural,
            owner.political,
            entry=owner.entry,
            steps=[*owner.steps, f"“{token.text}” is {owner.name}'s"],
        )

    def owner_of_deed(self, sentence: Sentence, noun: Token) -> tuple[tuple[Entity, ...], bool]:
        """Who did a deed by what is said around it: ("claimed responsibility for", True) or ("blamed on", False)."""
        cues = self._lexicon.cues
        node = noun
        while node.dep_ == "conj":
            node = node.head
        if node.dep_ == "pobj" and node.head.lower_ == "for":
            claimed = node.head.head
            verb = claimed.head if pos_of(claimed.tag_) == "n" else claimed
            nouns = {claimed.lower_, *(c.lower_ for c in verb.children)}
            if nouns & cues["claim_noun"] and self._lemmas.lemma(verb.text, "v") in cues["claim_act"]:
                return tuple(e for s in deep_subjects(verb) for e in self._discourse.resolve(sentence, s)), True
        if node.dep_ == "dobj" and self._lemmas.lemma(node.head.text, "v") == "claim":
            return tuple(e for s in deep_subjects(node.head) for e in self._discourse.resolve(sentence, s)), True
        for clause in children(noun, "acl", "relcl"):
            lemma = self._lemmas.lemma(clause.text, "v")
            if lemma in cues["blame_on"] and children(clause, "nsubj"):
                return (), False  # "an attack that X blamed on Y": X's charge
            if lemma in cues["blame_on"]:
                blamed = [*prepositional_objects(clause, "on"), *prepositional_objects(clause, "to")]
                return tuple(e for b in blamed for e in self._discourse.resolve(sentence, b)), False
            if lemma in cues["claim_act"]:
                return tuple(e for s in deep_subjects(clause) for e in self._discourse.resolve(sentence, s)), True
        return (), False

    def each_other(self, trigger: Token) -> bool:
        """Whether the object is "each other" or "one another"."""
        return any(
            t.lower_ in {"other", "another"} and any(c.lower_ in {"each", "one"} for c in t.children)
            for t in deep_objects(trigger)
        )

    # -- verbs --------------------------------------------------------------------------------------------------

    def _verb_slot(self, verb: Token, frame: Frame, slot: str) -> list[Token]:
        if slot == "subj":
            return deep_subjects(verb)
        if slot == "obj":
            return deep_objects(verb)
        if slot == "iobj":
            return indirect_objects(verb)
        if slot == "comp":
            found = []
            for clause in complement_clauses(verb):
                own = [c for s in children(clause, "nsubj", "nsubjpass") for c in conjuncts(s)]
                found += own or ([] if not children(verb, "dobj") else deep_objects(verb))
            return found
        if slot == "clause":
            return complement_clauses(verb)
        if slot == "poss":
            return []
        found = prepositional_objects(verb, slot)
        for particle in frame.particles:  # "hit out at", "speak by phone with"
            for child in verb.children:
                if child.lower_ == particle.split()[0]:
                    found += prepositional_objects(child, slot)
                    found += [o for p in children(child, "pobj") for o in prepositional_objects(p, slot)]
        if not found:
            for obj in [
                *children(verb, "dobj", "npadvmod", "attr"),
                *([] if not is_passive(verb) else surface_subjects(verb)[:1]),
            ]:
                found += prepositional_objects(obj, slot)
        if not found and slot in {"with", "against", "to", "on", "between"}:
            found = self._linear(verb, slot)
        return found

    def _linear(self, trigger: Token, name: str) -> list[Token]:
        """The object of the next preposition ``name`` to the right, though the parse hangs it elsewhere."""
        doc = trigger.doc
        for i in range(trigger.i + 1, min(len(doc), trigger.i + LINEAR_REACH)):
            token = doc[i]
            if (
                pos_of(token.tag_) == "v"
                and token.dep_ not in {"amod", "acl"}
                and token.tag_ not in {"VBN", "VBG"}
                and i > trigger.i + 1
            ):
                return []
            if token.lower_ == name:
                objects = children(token, "pobj")
                if objects:
                    return [c for o in objects for c in conjuncts(o)]
                return self._next_noun(token)
        return []

    def _next_noun(self, token: Token) -> list[Token]:
        """The head of the noun phrase that begins right after a token."""
        last = None
        for following in token.doc[token.i + 1 : token.i + 10]:
            if following.tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"}:
                last = following
            elif last is not None and following.tag_ not in {"POS", "HYPH"}:
                break
            elif following.tag_ not in {"DT", "JJ", "PRP$", "CD", "POS", "HYPH", "VBN", "VBG"}:
                break
        return [last] if last is not None else []

    # -- nouns --------------------------------------------------------------------------------------------------

    def _noun_slot(self, noun: Token, slot: str, *, contact: bool) -> list[Token]:
        support = self.support_verb(noun)
        if slot == "subj":
            if support is None:
                return self._subject_around(noun) if contact else []
            return deep_subjects(support)
        if slot == "poss":
            found = [c for p in children(noun, "poss") for c in conjuncts(p)]
            if found:
                return found
            return [t for c in noun.lefts if c.dep_ in {"amod", "compound", "nmod"} for t in c.subtree if t.text[:1].isupper()]
        if slot == "obj":
            slot = "of"
        if slot in {"comp", "clause"}:
            clauses = complement_clauses(noun)
            return clauses if slot == "clause" else [s for c in clauses for s in children(c, "nsubj")]
        if slot == "iobj":
            return indirect_objects(support) if support is not None else []
        found = prepositional_objects(noun, slot)
        if not found:
            for verb in children(noun, "acl"):
                if slot == "by" and verb.tag_ == "VBN":
                    found += prepositional_objects(verb, slot)
        if not found and support is not None:
            found = prepositional_objects(support, slot)
        if not found:  # "round of talks with": the phrase may hang on the noun above
            above = noun.head
            if noun.dep_ == "pobj" and above.lower_ == "of":
                found = prepositional_objects(above.head, slot)
            elif noun.dep_ == "pobj" and above.lower_ in {"in", "during", "at", "on"} and slot in {"with", "to"}:
                found = prepositional_objects(above.head, slot)
        return found

    def _subject_around(self, noun: Token) -> list[Token]:
        """As in “During a telephone conversation with Y, X briefed him”: the noun's subject is that of the verb it hangs on."""
        head = noun.head
        if noun.dep_ == "pobj" and head.lower_ in {
            "during",
            "in",
            "at",
            "after",
            "before",
            "on",
            "following",
            "through",
            "via",
            "for",
        }:
            verb = head.head
            while verb.head.i != verb.i and pos_of(verb.tag_) != "v":
                verb = verb.head
            if pos_of(verb.tag_) == "v":
                return surface_subjects(verb)
            if pos_of(head.head.tag_) == "n":
                return conjuncts(head.head)
        return []

    # -- adjectives ---------------------------------------------------------------------------------------------

    def _adjective_slot(self, adjective: Token, slot: str) -> list[Token]:
        if slot == "subj":
            if adjective.dep_ == "amod":
                return [adjective.head]
            if pos_of(adjective.tag_) == "v":
                return surface_subjects(adjective)
            head = adjective.head
            if adjective.dep_ == "conj":
                head = head.head
            return surface_subjects(head) if pos_of(head.tag_) == "v" else []
        if slot == "clause":
            return complement_clauses(adjective)
        if slot == "comp":
            return [s for c in complement_clauses(adjective) for s in children(c, "nsubj")]
        if slot in {"obj", "iobj", "poss"}:
            return []
        return prepositional_objects(adjective, slot)


def _own_state(entity: Entity, actor: Entity) -> bool:
    """Whether a party is the state that the actor speaks for: nobody warns or asks his own state by its name."""
    return entity.kind == "country" and entity.country == actor.country and entity.sectors[:1] == ("GOV",) == actor.sectors[:1]
