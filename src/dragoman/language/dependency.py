"""Walking a dependency parse: subjects, objects, prepositions, conjuncts, control.

The parse is spaCy's (ClearNLP labels). Coordination, passives, relative and participial clauses, control and
raising are handled here once, so that frames need not know of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Token

from dragoman.language.lemmas import Lemmas, pos_of

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def children(token: Token, *labels: str) -> list[Token]:
    """Children with one of the labels, in order."""
    return [c for c in token.children if c.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in order ("Estonia, Latvia and Lithuania"), also as appositive lists."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and pos_of(child.tag_) != "v":
            found.extend(conjuncts(child))
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, also as a bare participle ("troops backed by")."""
    if is_headless(verb):
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if verb.tag_ == "VBN":
        if verb.dep_ in {"acl", "amod", "relcl"} and not any(c.dep_ in {"nsubj", "aux", "dobj"} for c in verb.children):
            return True
        if verb.dep_ == "conj" and not children(verb, "nsubj", "dobj") and is_passive(verb.head):
            return True
        return verb.dep_ in {"advcl", "ROOT", "xcomp", "oprd", "ccomp", "dep"} and not any(
            c.dep_ in {"aux", "dobj", "nsubj"} for c in verb.children
        )
    return False


def is_headless(verb: Token) -> bool:
    """As in “Romania trained soldiers”: a finite verb that the parser took for a modifier of its own object."""
    return verb.dep_ == "amod" and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.head.i > verb.i


def agents(verb: Token) -> list[Token]:
    """The by-agents of a passive."""
    found = []
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            found += [p for o in children(by, "pobj") for p in conjuncts(o)]
    return found


def surface_subjects(verb: Token) -> list[Token]:
    """Grammatical subjects, looking through coordination, control, relative and participial clauses."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if depth > 6:
        return []
    if is_headless(verb):
        left = [
            t
            for t in verb.doc[: verb.i]
            if t.head.i == verb.head.i and t.dep_ in {"nsubj", "compound", "nmod", "npadvmod", "poss", "amod"}
        ]
        return conjuncts(left[-1]) if left else []
    own = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    own = [s for s in own if s.dep_ != "expl"]
    if own:
        subject = own[-1] if len(own) == 1 or own[-1].lower_ in RELATIVES else None
        tokens = [subject] if subject is not None else own  # "Iran, Russia sign pact": two bare subjects
        found = []
        for token in tokens:
            found += _antecedent(token, verb)
        return found
    head, label = verb.head, verb.dep_
    if label == "conj" and pos_of(head.tag_) in {"v", None}:
        return _subjects(head, depth + 1)
    if label in {"relcl", "acl"}:
        return _modified(verb)
    if label in {"xcomp", "advcl", "ccomp", "dep", "parataxis"} and pos_of(head.tag_) == "v":
        return _controller(verb, depth)
    if label in {"xcomp", "ccomp", "advcl"} and pos_of(head.tag_) in {"a", "n"}:
        return _subjects(head.head, depth + 1) if pos_of(head.head.tag_) == "v" else []
    if label == "pcomp" and head.head.i != verb.i:  # "accused of breaking", "thanked him for hosting"
        outer = head.head
        if pos_of(outer.tag_) == "v":
            objects = children(outer, "dobj")
            if objects and head.lower_ in {"of", "for", "from", "into", "against"}:
                return conjuncts(objects[0])
            if is_passive(outer) and head.lower_ in {"of", "for", "from"}:
                return _subjects(outer, depth + 1)
            return _subjects(outer, depth + 1)
        if pos_of(outer.tag_) == "n" and pos_of(outer.head.tag_) == "v":
            return _subjects(outer.head, depth + 1)
    if label == "acomp" or label == "attr":
        return _subjects(head, depth + 1)
    if label == "ROOT" and verb.tag_ in {"VBP", "VBZ", "VBD"}:
        # headlines: "Burundi, Tanzania sign accord" hangs its subjects in odd ways
        return [
            t
            for t in verb.lefts
            if t.tag_ in {"NNP", "NNPS", "NNS"} and t.dep_ in {"dep", "compound", "nmod", "npadvmod", "appos"}
        ]
    return []


def _antecedent(token: Token, verb: Token) -> list[Token]:
    """A relative pronoun stands for the noun its clause modifies."""
    if token.lower_ in RELATIVES and token.tag_ in {"WDT", "WP", "IN", "DT"}:
        return _modified(verb) or [token]
    return conjuncts(token)


def _modified(verb: Token) -> list[Token]:
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ in {"relcl", "acl"}:
        noun = clause.head
        return conjuncts(noun) if noun.dep_ != "conj" else [noun]
    return []


def _controller(verb: Token, depth: int) -> list[Token]:
    """Who the understood subject of an infinitive or participle is: the object if there is one, else the subject."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ in {"xcomp", "ccomp"}:
        objects = children(head, "dobj")
        if objects and infinitive:
            return conjuncts(objects[0])
        if is_passive(head):
            return _subjects(head, depth + 1)
    return _subjects(head, depth + 1)


def deep_subjects(verb: Token) -> list[Token]:
    """Who does it: the subject of an active verb, the by-agents of a passive (empty if it has none)."""
    return agents(verb) if is_passive(verb) else surface_subjects(verb)


def deep_objects(verb: Token) -> list[Token]:
    """To whom it is done: direct objects, the subject of a passive, or the noun of an object relative clause."""
    if is_passive(verb):
        retained = [o for d in children(verb, "dobj", "oprd") for o in conjuncts(d)]
        return surface_subjects(verb) or retained
    if is_headless(verb):
        return conjuncts(verb.head)
    found = []
    for o in children(verb, "dobj", "obj"):
        found += _modified(verb) if o.lower_ in RELATIVES else conjuncts(o)
    if found:
        return found
    if verb.dep_ == "relcl" and children(verb, "nsubj") and not children(verb, "nsubjpass"):
        subject = children(verb, "nsubj")[0]
        if subject.lower_ not in RELATIVES:
            return [verb.head]  # "an attack Turkey blamed on IS"
    if verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and not list(verb.rights):
        return []
    return []


def indirect_objects(verb: Token) -> list[Token]:
    """Datives: "gave *Mali* two trucks"."""
    return [
        c for d in children(verb, "dative", "iobj") if pos_of(d.tag_) != "v" and d.dep_ for c in conjuncts(d) if c.tag_ != "IN"
    ] + [p for d in children(verb, "dative") if d.tag_ == "IN" for o in children(d, "pobj") for p in conjuncts(o)]


def prepositions(token: Token, name: str) -> list[Token]:
    """The preposition tokens ``name`` that hang on a token, also through one another ("from within", "out of")."""
    found = []
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative", "prt", "advmod", "mark", "case"} and child.lower_ == name:
            found.append(child)
        elif child.dep_ == "prep":
            found += [c for c in child.children if c.dep_ == "prep" and c.lower_ == name]
    return found


def prepositional_objects(token: Token, name: str) -> list[Token]:
    """Objects of the preposition ``name`` hanging on a token, with their conjuncts."""
    found = []
    for preposition in prepositions(token, name):
        for child in preposition.children:
            if child.dep_ in {"pobj", "pcomp", "obj"}:
                found += conjuncts(child) if pos_of(child.tag_) != "v" else [child]
    return found


def complement_clauses(token: Token) -> list[Token]:
    """Verbs of the clauses that a verb, noun or adjective governs, with those coordinated to them."""
    found = []
    for child in token.children:
        if child.dep_ in {"ccomp", "xcomp"} or (
            child.dep_ in {"acl", "advcl"} and (_is_infinitive(child) or token.tag_[:1] == "N" and child.tag_ != "VBN")
        ):
            found.append(child)
            found += [c for c in child.children if c.dep_ == "conj" and pos_of(c.tag_) == "v"]
        elif child.dep_ == "prep":
            found += children(child, "pcomp")
    return found


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return _is_infinitive(verb)


def governor(noun: Token, support: Set[str], measures: Set[str], lemmas: Lemmas) -> Token | None:
    """The support verb of a noun: "hold" of "hold talks", "voice" of "voiced deep concern", also in the passive.

    ``measures`` are nouns it may stand behind ("held a *round* of talks").
    """
    token = noun
    for _ in range(4):
        if token.dep_ == "conj":
            token = token.head
            continue
        head = token.head
        if token.dep_ in {"dobj", "nsubjpass", "obj", "attr", "oprd"} and pos_of(head.tag_) == "v":
            return head if lemmas.lemma(head.text, "v") in support else None
        if (
            token.dep_ == "pobj"
            and pos_of(head.head.tag_) == "v"
            and head.lower_ in {"in", "into", "for", "with", "on", "during", "out", "through"}
        ):
            return head.head if lemmas.lemma(head.head.text, "v") in support else None
        if token.dep_ == "nmod" or token.dep_ == "compound":
            return None
        if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_.rstrip("s") in measures:
            token = head.head
            continue
        return None
    return None


def subtree_span(token: Token, *, skip: Set[str] = frozenset()) -> tuple[int, int]:
    """(first, last) token index of a token's contiguous phrase, leaving out children with a label in ``skip``."""
    first = last = token.i
    stack = [c for c in token.children if c.dep_ not in skip]
    while stack:
        node = stack.pop()
        first, last = min(first, node.i), max(last, node.i)
        stack.extend(node.children)
    return first, last


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token
