"""In whose mouth a trigger stands: reporting verbs, "according to", quotations."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors import Discourse, Entity
from dragoman.language import Sentence
from dragoman.language.dependency import RELATIVES, ancestors, children, is_passive, prepositional_objects, surface_subjects
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import Cues


class Attribution:
    """Speakers of one document."""

    def __init__(self, cues: Cues, lemmas: Lemmas, discourse: Discourse, quotes: dict[str, list[tuple[int, int]]]) -> None:
        self._cues = cues
        self._lemmas = lemmas
        self._discourse = discourse
        self._quotes = quotes

    def speaker(self, sentence: Sentence, trigger: Token) -> tuple[Entity | None, str | None]:
        """(who says it, how the text tells so); (None, None) where the text itself reports."""
        node = trigger
        for head in ancestors(trigger):
            if pos_of(head.tag_) == "v" and node.dep_ in {"ccomp", "parataxis"}:
                lemma = self._lemmas.lemma(head.text, "v")
                if lemma in self._cues["report"]:
                    found = [
                        e for s in surface_subjects(head) if not is_passive(head) for e in self._discourse.resolve(sentence, s)
                    ]
                    if found:
                        return found[0], f"“{head.text}”"
            if pos_of(head.tag_) == "v" and node.dep_ in {"dobj", "prep", "pcomp", "xcomp"}:
                lemma = self._lemmas.lemma(head.text, "v")
                if lemma in self._cues["claim"] and lemma not in {"say", "tell", "report"}:
                    found = [
                        e for s in surface_subjects(head) if not is_passive(head) for e in self._discourse.resolve(sentence, s)
                    ]
                    if found:
                        return found[0], f"content of “{head.text}”"
            if pos_of(head.tag_) == "n" and head.dep_ == "dobj" and pos_of(head.head.tag_) == "v" and self._is_charge(head):
                found = [e for s in surface_subjects(head.head) for e in self._discourse.resolve(sentence, s)]
                if found:
                    return found[0], f"content of “{head.text}”"
            if node.dep_ == "relcl" and not any(s.lower_ not in RELATIVES for s in children(node, "nsubj")):
                break  # "the attack that killed ten": a fact; "restrictions that X imposed" stays with who speaks
            node = head
        for token in sentence.doc:
            if token.lower_ == "according" and token.dep_ in {"prep", "advcl", "ROOT", "acl"}:
                for speaker in prepositional_objects(token, "to"):
                    found_list = self._discourse.resolve(sentence, speaker)
                    if found_list:
                        return found_list[0], "“according to”"
        start = sentence.start + trigger.idx
        if self._inside_quote(sentence.field, start):
            speaker_entity = self._discourse.speakers.get(sentence.index)
            if speaker_entity is not None:
                return speaker_entity, "quotation"
        return None, None

    def _is_charge(self, noun: Token) -> bool:
        """Whether a noun voices a charge or worry: what it is about is its speaker's claim ("concern over the crackdown")."""
        frames = self._discourse.lexicon.frames.of("n", self._lemmas.lemma(noun.text, "n"))
        return any(f.stance in {"concern", "condemn", "oppose"} for f in frames)

    def _inside_quote(self, field: str, position: int) -> bool:
        return any(s <= position < e and e - s > 40 for s, e in self._quotes.get(field, ()))

    def note_speaker(self, sentence: Sentence) -> None:
        """Remember who speaks in a sentence: the subject of its reporting verb, or of the quotation that goes on."""
        for token in sentence.doc:
            if (
                pos_of(token.tag_) == "v"
                and self._lemmas.lemma(token.text, "v") in self._cues["report"]
                and token.dep_ in {"ROOT", "ccomp", "parataxis", "conj", "advcl"}
            ):
                for subject in children(token, "nsubj"):
                    found = self._discourse.resolve(sentence, subject)
                    if found and not self._inside_quote(sentence.field, sentence.start + token.idx):
                        self._discourse.speakers[sentence.index] = found[0]
                        return
        before = self._discourse.sentences[sentence.index - 1] if sentence.index else None
        quotes: Sequence[tuple[int, int]] = self._quotes.get(sentence.field, ())
        starts_inside = any(s <= sentence.start < e for s, e in quotes)
        if before is not None and starts_inside and before.paragraph >= sentence.paragraph - 1:
            speaker = self._discourse.speakers.get(before.index)
            if speaker is not None:
                self._discourse.speakers[sentence.index] = speaker
