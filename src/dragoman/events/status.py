"""Whether a trigger tells what happened: negated, imagined, planned, told as background, or only asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.language.dependency import ancestors, children, is_infinitive
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import Cues, FrameIndex

ASKING = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE"})
"""What stands in the complement of such a trigger is asked for, promised, threatened or refused: not done."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression by character offsets in its sentence's field."""

    start: int
    end: int
    value: str | None
    precision: str | None
    background: bool
    future: bool


@dataclass(frozen=True, slots=True)
class Status:
    """``factuality`` before PLOVER's reductions; ``content``: merely asked for, promised, threatened or refused.

    ``denier`` is the verb that denies it, if one does.
    """

    factuality: str
    content: bool
    denier: Token | None
    times: tuple[Time, ...]
    steps: tuple[str, ...]


class StatusReader:
    """Reads the status of triggers from the parse and the time expressions of their sentence."""

    def __init__(self, cues: Cues, frames: FrameIndex, lemmas: Lemmas) -> None:
        self._cues = cues
        self._frames = frames
        self._lemmas = lemmas

    def read(self, trigger: Token, support: Token | None, times: Sequence[Time], offset: Callable[[Token], int]) -> Status:
        """The status of a trigger; ``support`` is its support verb if it is a noun."""
        verb = support if support is not None else trigger
        steps: list[str] = []
        near = self._times_of(verb, trigger, times, offset)
        content, denier, planned, imagined = self._governed(trigger, verb, steps)
        negated = self._is_negated(trigger, verb, steps) or denier is not None
        modal = self._modality(verb, steps) if pos_of(verb.tag_) == "v" else None
        if modal is None and pos_of(trigger.tag_) == "n" and support is None:
            above = trigger.head
            if (
                trigger.dep_ in {"nsubj", "nsubjpass", "dobj"}
                and pos_of(above.tag_) == "v"
                and self._modality(above, []) == "future"
            ):
                modal = "future"
        if negated:
            factuality = "negated"
        elif imagined or modal == "hypothetical" or self._in_condition(verb, steps):
            factuality = "hypothetical"
        elif (
            planned or modal == "future" or any(t.future for t in near) and verb.tag_ in {"VB", "VBZ", "VBP", "VBG", "NN", "NNS"}
        ):
            factuality = "future"
        elif any(t.background for t in near) and not any(not t.background and t.value and t.precision == "day" for t in near):
            factuality = "historical"
            steps.append("told with a time of another month or year")
        else:
            factuality = "actual"
        return Status(factuality, content, denier, near, tuple(steps))

    def _times_of(self, verb: Token, trigger: Token, times: Sequence[Time], offset: Callable[[Token], int]) -> tuple[Time, ...]:
        """Time expressions that hang on the trigger, its support verb or the clause around them, not on another clause."""
        if not times:
            return ()
        found = []
        for time in times:
            token = self._token_at(trigger, time, offset)
            if token is None:
                continue
            clause = self._clause_of(token)
            own = {verb.i, trigger.i, self._clause_of(trigger).i}
            if clause.dep_ in {"xcomp", "ccomp", "acl"} and clause.i not in own and trigger.is_ancestor(clause):
                continue  # "agreed to meet in June": the time of what was agreed
            if clause.i in own or token.is_ancestor(trigger) or trigger.is_ancestor(token):
                found.append(time)
        return tuple(found)

    def _token_at(self, trigger: Token, time: Time, offset: Callable[[Token], int]) -> Token | None:
        for token in trigger.doc:
            if time.start <= offset(token) < time.end:
                while token.head.i != token.i and time.start <= offset(token.head) < time.end:
                    token = token.head
                return token
        return None

    def _clause_of(self, token: Token) -> Token:
        """The verb (or verbal modifier) of the clause a token stands in."""
        node = token
        while node.head.i != node.i and not (
            pos_of(node.tag_) == "v" and node.dep_ not in {"aux", "auxpass", "amod", "compound"}
        ):
            node = node.head
        return node

    def _is_negated(self, trigger: Token, verb: Token, steps: list[str]) -> bool:
        negators = self._cues["negator"]
        for node in (trigger, verb):
            for child in node.children:
                if child.dep_ == "neg" or (child.dep_ in {"det", "preconj", "advmod", "cc"} and child.lower_ in negators):
                    steps.append(f"negated by “{child.text}”")
                    return True
        if trigger.dep_ == "pcomp" or trigger.dep_ == "pobj":
            if trigger.head.lower_ == "without":
                steps.append("negated by “without”")
                return True
        for child in children(verb, "nsubj", "nsubjpass", "dobj"):
            if any(
                c.lower_ in {"no", "none", "neither"} and c.dep_ in {"det", "preconj"} for c in child.children
            ) or child.lower_ in {"nobody", "none", "neither"}:
                if child.i != trigger.i:
                    steps.append("negated subject or object")
                    return True
        if verb.dep_ == "xcomp" and any(c.dep_ == "neg" for c in verb.head.children):
            steps.append(f"“{verb.head.text}” is negated")
            return True
        return False

    def _modality(self, verb: Token, steps: list[str]) -> str | None:
        for aux in children(verb, "aux"):
            lower = aux.lower_
            if lower in self._cues["future"]:
                steps.append(f"future: “{aux.text}”")
                return "future"
            if lower in self._cues["modal"]:
                if self._reported_future(verb):
                    steps.append(f"future in reported speech: “{aux.text}”")
                    return "future"
                steps.append(f"not told as done: “{aux.text}”")
                return "hypothetical"
            if lower == "to" and verb.dep_ == "xcomp" and self._lemmas.lemma(verb.head.text, "v") == "be":
                return "future"
        if verb.dep_ == "conj" and pos_of(verb.head.tag_) == "v" and verb.tag_ == "VB" and not children(verb, "aux", "nsubj"):
            return self._modality(verb.head, steps)
        if (
            verb.tag_ == "VBG"
            and any(c.lower_ in {"is", "are", "am"} for c in children(verb, "aux"))
            and self._lemmas.lemma(verb.text, "v") == "go"
        ):
            return "future"
        return None

    def _reported_future(self, verb: Token) -> bool:
        """As in “Said it would withdraw” is a plan, "would be a mistake" is not."""
        would = any(a.lower_ == "would" for a in children(verb, "aux"))
        return would and verb.dep_ == "ccomp" and self._lemmas.lemma(verb.head.text, "v") in self._cues["report"]

    def _in_condition(self, verb: Token, steps: list[str]) -> bool:
        node = verb
        for _ in range(5):
            if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in self._cues["condition"] for c in node.children):
                steps.append("stands in a condition")
                return True
            if node.head.i == node.i or node.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "dobj", "pobj", "prep", "nsubj"}:
                return False
            node = node.head
        return False

    def _governed(self, trigger: Token, verb: Token, steps: list[str]) -> tuple[bool, Token | None, bool, bool]:
        """(only content of an asking trigger, the denying verb, planned, imagined), from what governs the trigger."""
        denier = None
        content = planned = imagined = False
        node = verb
        gerund = verb.dep_ == "pcomp"
        for head in ancestors(verb):
            label = node.dep_
            head_pos = pos_of(head.tag_)
            if head_pos == "v":
                lemma = self._lemmas.lemma(head.text, "v")
                complement = label in {"xcomp", "ccomp", "pcomp", "dobj", "acl"} or (label == "advcl" and is_infinitive(node))
                if gerund and label == "prep" and node.lower_ == "to" and lemma in self._cues["plan"]:
                    planned = True  # "looks forward to hosting"
                    steps.append(f"planned: “{head.text}”")
                if (
                    lemma in self._cues["deny"]
                    and label in {"ccomp", "dobj", "xcomp", "pcomp"}
                    and denier is None
                    and lemma != "reject"
                ):
                    denier = head
                    steps.append(f"denied: “{head.text}”")
                if label == "dobj" and pos_of(trigger.tag_) == "n" and verb.i == trigger.i == node.i:
                    if lemma in self._cues["plan"]:
                        planned = True
                        steps.append(f"planned: “{head.text}”")
                    elif any(f.event_type == "REQUEST" and "obj" in f.about for f in self._frames.of("v", lemma)):
                        content = True
                        steps.append(f"only what “{head.text}” asks for")
                if complement and label in {"xcomp", "ccomp"} or (label == "advcl" and is_infinitive(node)):
                    if lemma in self._cues["fail"] and label == "xcomp":
                        content = True
                    if any(f.event_type in ASKING or f.stance in {"urge", "commit"} for f in self._frames.of("v", lemma)) and (
                        is_infinitive(node) or node.tag_ == "VB" or label == "ccomp" and lemma not in self._cues["report"]
                    ):
                        content = True
                        steps.append(f"only what “{head.text}” asks, promises or refuses")
                    elif lemma in self._cues["plan"] and is_infinitive(node) and label == "xcomp":
                        planned = True
                        steps.append(f"planned: “{head.text}”")
                    elif label == "advcl" and is_infinitive(node):
                        imagined = True
                        steps.append("a purpose, not told as done")
            elif head_pos == "n":
                lemma = self._lemmas.lemma(head.text, "n")
                inside = (
                    label == "acl" and (is_infinitive(node)) or label == "pcomp" or (label == "prep" and pos_of(verb.tag_) == "n")
                )
                if inside or label == "pobj":
                    if lemma in self._cues["irrealis_noun"]:
                        imagined = True
                        steps.append(f"not told as done: “{head.text}”")
                    elif label in {"acl", "pcomp"} and any(f.event_type in ASKING for f in self._frames.of("n", lemma)):
                        content = True
                if label == "acl" and is_infinitive(node):
                    # a headline without a finite verb: "Samoan prime minister to visit Tonga"
                    planned = planned or lemma in self._cues["plan"] or head.dep_ == "ROOT"
                    imagined = imagined or not planned
            elif head_pos == "a":
                if label in {"xcomp", "ccomp"} and is_infinitive(node):
                    if head.lower_ in self._cues["plan"]:
                        planned = True
                        steps.append(f"planned: “{head.text}”")
                    elif any(f.event_type in ASKING or f.stance for f in self._frames.of("a", head.lower_)):
                        content = True
            elif label == "pobj" and head.lower_ in {"for", "toward", "towards"} and head.head.i != head.i:
                above = head.head
                above_pos = pos_of(above.tag_)
                if above_pos in {"v", "n"} and head.lower_ == "for":
                    lemma = self._lemmas.lemma(above.text, above_pos)
                    if any(f.event_type == "REQUEST" for f in self._frames.of(above_pos, lemma)):
                        content = True
                        steps.append(f"only what “{above.text}” asks for")
            if node.dep_ == "relcl":
                break
            node = head
            if head.dep_ == "ROOT":
                break
        return content, denier, planned, imagined
