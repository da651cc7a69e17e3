"""Walking parses written by hand, so that what is asked here does not hang on the parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Token

from dragoman.language import LanguageModel
from dragoman.language.dependency import (
    agents,
    ancestors,
    complement_clauses,
    conjuncts,
    deep_objects,
    deep_subjects,
    governor,
    indirect_objects,
    is_headless,
    is_infinitive,
    is_passive,
    prepositional_objects,
    subtree_span,
    surface_subjects,
)

VOCAB = English().vocab  # knows small letters, no model

# One word is word/tag/label/head; the head is the word's position, the root's own its own.
TREES = {
    "active": "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1 soldiers/NNS/dobj/1",
    "passive": "Soldiers/NNS/nsubjpass/2 were/VBD/auxpass/2 attacked/VBN/ROOT/2 by/IN/agent/2 rebels/NNS/pobj/3",
    "two agents": (
        "Soldiers/NNS/nsubjpass/2 were/VBD/auxpass/2 attacked/VBN/ROOT/2 by/IN/agent/2 rebels/NNS/pobj/3"
        " and/CC/cc/4 bandits/NNS/conj/4"
    ),
    "perfect": "Rebels/NNS/nsubj/2 have/VBP/aux/2 attacked/VBN/ROOT/2 soldiers/NNS/dobj/2",
    "participle": "troops/NNS/ROOT/0 backed/VBN/acl/0 by/IN/agent/1 Chad/NNP/pobj/2",
    "headline passive": "Envoys/NNS/nsubjpass/1 expelled/VBN/ROOT/1 by/IN/agent/1 Togo/NNP/pobj/2",
    "passive pair": (
        "Envoys/NNS/nsubjpass/2 were/VBD/auxpass/2 arrested/VBN/ROOT/2 and/CC/cc/2 expelled/VBN/conj/2"
        " by/IN/agent/4 Togo/NNP/pobj/5"
    ),
    "subject control": "Chad/NNP/nsubj/1 vowed/VBD/ROOT/1 to/TO/aux/3 help/VB/xcomp/1 Togo/NNP/dobj/3",
    "object control": (
        "Chad/NNP/nsubj/1 urged/VBD/ROOT/1 Togo/NNP/dobj/1 to/TO/aux/4 free/VB/xcomp/1 prisoners/NNS/dobj/4"
    ),
    "passive control": (
        "Togo/NNP/nsubjpass/2 was/VBD/auxpass/2 urged/VBN/ROOT/2 by/IN/agent/2 Chad/NNP/pobj/3"
        " to/TO/aux/6 leave/VB/xcomp/2"
    ),
    "chain": "Chad/NNP/nsubj/1 wants/VBZ/ROOT/1 to/TO/aux/3 try/VB/xcomp/1 to/TO/aux/5 mediate/VB/xcomp/3",
    "after of": (
        "Chad/NNP/nsubj/1 accused/VBD/ROOT/1 Togo/NNP/dobj/1 of/IN/prep/1 arming/VBG/pcomp/3 rebels/NNS/dobj/4"
    ),
    "after of, passive": (
        "Togo/NNP/nsubjpass/2 was/VBD/auxpass/2 accused/VBN/ROOT/2 of/IN/prep/2 arming/VBG/pcomp/3 rebels/NNS/dobj/4"
    ),
    "after by": "Chad/NNP/nsubj/1 retaliated/VBD/ROOT/1 by/IN/prep/1 expelling/VBG/pcomp/2 envoys/NNS/dobj/3",
    "participial clause": "Chad/NNP/nsubj/1 left/VBD/ROOT/1 blaming/VBG/advcl/1 Togo/NNP/dobj/2",
    "relative": (
        "rebels/NNS/nsubj/4 who/WP/nsubj/2 attacked/VBD/relcl/0 soldiers/NNS/dobj/2 fled/VBD/ROOT/4"
    ),
    "object relative": (
        "attack/NN/nsubj/5 that/WDT/dobj/3 Turkey/NNP/nsubj/3 condemned/VBD/relcl/0 was/VBD/aux/5 failed/VBD/ROOT/5"
    ),
    "bare relative": "attack/NN/ROOT/0 Turkey/NNP/nsubj/2 condemned/VBD/relcl/0",
    "relative pair": (
        "rebels/NNS/ROOT/0 who/WP/nsubj/2 fled/VBD/relcl/0 and/CC/cc/2 surrendered/VBD/conj/2"
    ),
    "shared subject": (
        "Chad/NNP/nsubj/1 condemned/VBD/ROOT/1 Togo/NNP/dobj/1 and/CC/cc/1 expelled/VBD/conj/1 envoys/NNS/dobj/4"
    ),
    "own subject": (
        "Chad/NNP/nsubj/1 left/VBD/ROOT/1 and/CC/cc/1 Togo/NNP/nsubj/4 stayed/VBD/conj/1"
    ),
    "three subjects": (
        "Chad/NNP/nsubj/5 ,/,/punct/0 Togo/NNP/conj/0 and/CC/cc/2 Benin/NNP/conj/2 met/VBD/ROOT/5"
    ),
    "expletive": "There/EX/expl/1 are/VBP/ROOT/1 talks/NNS/attr/1",
    "headless": "Romania/NNP/compound/2 trained/VBD/amod/2 soldiers/NNS/ROOT/2",
    "modifier": "armed/VBN/amod/1 men/NNS/ROOT/1",
    "dative": "Chad/NNP/nsubj/1 gave/VBD/ROOT/1 Mali/NNP/dative/1 trucks/NNS/dobj/1",
    "dative with to": (
        "Chad/NNP/nsubj/1 gave/VBD/ROOT/1 trucks/NNS/dobj/1 to/IN/dative/1 Mali/NNP/pobj/3 and/CC/cc/4 Niger/NNP/conj/4"
    ),
    "support": "Chad/NNP/nsubj/1 held/VBD/ROOT/1 talks/NNS/dobj/1 with/IN/prep/2 Togo/NNP/pobj/3 and/CC/cc/4 Mali/NNP/conj/4",
    "support in the passive": "Talks/NNS/nsubjpass/2 were/VBD/auxpass/2 held/VBN/ROOT/2",
    "measured": "Chad/NNP/nsubj/1 held/VBD/ROOT/1 rounds/NNS/dobj/1 of/IN/prep/2 talks/NNS/pobj/3",
    "engaged in": "Chad/NNP/nsubj/1 engaged/VBD/ROOT/1 in/IN/prep/1 talks/NNS/pobj/2",
    "not its support": "Chad/NNP/nsubj/1 hated/VBD/ROOT/1 talks/NNS/dobj/1",
    "as a modifier": "Chad/NNP/nsubj/1 held/VBD/ROOT/1 talks/NNS/compound/3 notes/NNS/dobj/1",
    "from within": (
        "Rebels/NNS/nsubj/1 fired/VBD/ROOT/1 from/IN/prep/1 within/IN/prep/2 Mali/NNP/pobj/3"
    ),
    "clauses": (
        "Chad/NNP/nsubj/1 said/VBD/ROOT/1 Togo/NNP/nsubj/3 lied/VBD/ccomp/1 and/CC/cc/3 cheated/VBD/conj/3"
    ),
    "noun with a clause": "vow/NN/ROOT/0 to/TO/aux/2 withdraw/VB/acl/0",
}  # fmt: skip


def tree(text: str) -> Doc:
    rows = [word.rsplit("/", 3) for word in text.split()]
    words, tags, labels, heads = (list(column) for column in zip(*rows, strict=True))
    return Doc(VOCAB, words=words, tags=tags, deps=labels, heads=[int(head) for head in heads])


def word(doc: Doc, text: str) -> Token:
    found = [token for token in doc if token.text == text]
    assert len(found) == 1, f"{text!r} stands {len(found)} times"
    return found[0]


Walk = Callable[[Token], list[Token]]

WALKS: list[tuple[Walk, str, str, list[str]]] = [
    (deep_subjects, "active", "attacked", ["Rebels"]),
    (deep_objects, "active", "attacked", ["soldiers"]),
    (agents, "active", "attacked", []),
    (deep_subjects, "passive", "attacked", ["rebels"]),
    (deep_objects, "passive", "attacked", ["Soldiers"]),
    (surface_subjects, "passive", "attacked", ["Soldiers"]),
    (deep_subjects, "two agents", "attacked", ["rebels", "bandits"]),
    (deep_subjects, "perfect", "attacked", ["Rebels"]),
    (deep_subjects, "participle", "backed", ["Chad"]),
    (deep_objects, "participle", "backed", ["troops"]),
    (deep_subjects, "headline passive", "expelled", ["Togo"]),
    (deep_objects, "headline passive", "expelled", ["Envoys"]),
    (deep_objects, "passive pair", "expelled", ["Envoys"]),
    (deep_subjects, "passive pair", "expelled", ["Togo"]),
    (deep_subjects, "passive pair", "arrested", []),
    (deep_subjects, "subject control", "help", ["Chad"]),
    (deep_objects, "subject control", "help", ["Togo"]),
    (deep_subjects, "object control", "free", ["Togo"]),
    (deep_objects, "object control", "urged", ["Togo"]),
    (deep_subjects, "passive control", "leave", ["Togo"]),
    (deep_subjects, "passive control", "urged", ["Chad"]),
    (deep_subjects, "chain", "mediate", ["Chad"]),
    (deep_subjects, "after of", "arming", ["Togo"]),
    (deep_subjects, "after of, passive", "arming", ["Togo"]),
    (deep_subjects, "after by", "expelling", ["Chad"]),
    (deep_subjects, "participial clause", "blaming", ["Chad"]),
    (deep_subjects, "relative", "attacked", ["rebels"]),
    (deep_objects, "relative", "attacked", ["soldiers"]),
    (deep_subjects, "object relative", "condemned", ["Turkey"]),
    (deep_objects, "object relative", "condemned", ["attack"]),
    (deep_objects, "bare relative", "condemned", ["attack"]),
    (deep_subjects, "relative pair", "surrendered", ["rebels"]),
    (deep_subjects, "shared subject", "expelled", ["Chad"]),
    (deep_objects, "shared subject", "expelled", ["envoys"]),
    (deep_objects, "shared subject", "condemned", ["Togo"]),
    (deep_subjects, "own subject", "stayed", ["Togo"]),
    (deep_subjects, "own subject", "left", ["Chad"]),
    (deep_subjects, "three subjects", "met", ["Chad", "Togo", "Benin"]),
    (deep_subjects, "expletive", "are", []),
    (deep_subjects, "headless", "trained", ["Romania"]),
    (deep_objects, "headless", "trained", ["soldiers"]),
    (indirect_objects, "dative", "gave", ["Mali"]),
    (indirect_objects, "dative with to", "gave", ["Mali", "Niger"]),
    (indirect_objects, "active", "attacked", []),
    (conjuncts, "three subjects", "Chad", ["Chad", "Togo", "Benin"]),
    (conjuncts, "three subjects", "Benin", ["Benin"]),
    (conjuncts, "own subject", "left", ["left"]),  # clauses are no list of things
    (complement_clauses, "clauses", "said", ["lied", "cheated"]),
    (complement_clauses, "object control", "urged", ["free"]),
    (complement_clauses, "after of", "accused", ["arming"]),
    (complement_clauses, "noun with a clause", "vow", ["withdraw"]),
    (complement_clauses, "participle", "troops", []),
    (complement_clauses, "active", "attacked", []),
    (lambda token: list(ancestors(token)), "after of", "rebels", ["arming", "of", "accused"]),
    (lambda token: list(ancestors(token)), "active", "attacked", []),
    (lambda token: prepositional_objects(token, "with"), "support", "talks", ["Togo", "Mali"]),
    (lambda token: prepositional_objects(token, "on"), "support", "talks", []),
    (lambda token: prepositional_objects(token, "within"), "from within", "fired", ["Mali"]),
    (lambda token: prepositional_objects(token, "of"), "after of", "accused", ["arming"]),
]


@pytest.mark.parametrize(("walk", "label", "start", "expected"), WALKS)
def test_walks(walk: Walk, label: str, start: str, expected: list[str]) -> None:
    assert [token.text for token in walk(word(tree(TREES[label]), start))] == expected


@pytest.mark.parametrize(
    ("label", "verb", "passive"),
    [
        ("passive", "attacked", True),
        ("participle", "backed", True),
        ("headline passive", "expelled", True),
        ("passive pair", "expelled", True),
        ("modifier", "armed", True),
        ("active", "attacked", False),
        ("perfect", "attacked", False),
        ("shared subject", "expelled", False),
        ("headless", "trained", False),
        ("after of", "arming", False),
    ],
)
def test_passives(label: str, verb: str, passive: bool) -> None:
    assert is_passive(word(tree(TREES[label]), verb)) is passive


@pytest.mark.parametrize(("label", "verb", "yes"), [("headless", "trained", True), ("modifier", "armed", False)])
def test_finite_verbs_taken_for_modifiers(label: str, verb: str, yes: bool) -> None:
    assert is_headless(word(tree(TREES[label]), verb)) is yes


@pytest.mark.parametrize(("label", "verb", "yes"), [("subject control", "help", True), ("after of", "arming", False)])
def test_infinitives(label: str, verb: str, yes: bool) -> None:
    assert is_infinitive(word(tree(TREES[label]), verb)) is yes


@pytest.mark.parametrize(
    ("label", "noun", "verb"),
    [
        ("support", "talks", "held"),
        ("support in the passive", "Talks", "held"),
        ("measured", "talks", "held"),
        ("engaged in", "talks", "engaged"),
        ("not its support", "talks", None),
        ("as a modifier", "talks", None),
        ("support", "Togo", None),
        ("participle", "troops", None),
    ],
)
def test_governor(label: str, noun: str, verb: str | None, model: LanguageModel) -> None:
    found = governor(word(tree(TREES[label]), noun), {"hold", "engage"}, {"round"}, model.lemmas)
    assert (found.text if found is not None else None) == verb


def test_subtree_span_may_leave_labels_out() -> None:
    doc = tree(TREES["support"])
    assert subtree_span(word(doc, "talks")) == (2, 6)
    assert subtree_span(word(doc, "talks"), skip={"prep"}) == (2, 2)
    assert subtree_span(word(doc, "Togo"), skip={"conj"}) == (4, 5)
    assert subtree_span(word(doc, "held")) == (0, 6)


def test_a_ring_of_control_ends() -> None:
    """Odd parses may be deep; the walk gives up instead of going on."""
    words = " ".join(f"try{i}/VB/xcomp/{max(i - 1, 0)}" for i in range(1, 40))
    doc = tree("Chad/NNP/ROOT/0 " + words)
    assert surface_subjects(doc[39]) == []
