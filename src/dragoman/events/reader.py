"""Reads predications from parsed sentences: frame, parties, status, speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from dragoman.actors import Discourse, Entity
from dragoman.events.arguments import Arguments
from dragoman.events.attribution import Attribution
from dragoman.events.predications import Predication
from dragoman.events.status import Status, StatusReader, Time
from dragoman.events.triggers import Triggers
from dragoman.language import Sentence
from dragoman.language.dependency import (
    children,
    complement_clauses,
    deep_subjects,
    is_infinitive,
    is_passive,
    subtree_span,
    surface_subjects,
)
from dragoman.language.lemmas import Lemmas, pos_of
from dragoman.lexicon import Frame, Lexicon

ADDRESSING = frozenset({"AGREE", "REQUEST", "THREATEN", "CONCEDE", "MOBILIZE"})
"""Types whose recipient may stand inside what is asked or promised ("pledged to work *with Turkey*")."""

BODIES = frozenset({"IGO", "UNO", "EUR"})
"""Codes of bodies, whose members meet as one."""

STATE = frozenset({("GOV",), ("LEG",), ("JUD",), ("MIL",), ("COP",)})
"""Main sectors of a state's own bodies."""

SPOKEN = frozenset({"CONSULT", "REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "CONCEDE"})
"""Types that workers, students or believers may act in when a state's body is addressed."""

OFFICIAL = frozenset({"COERCE", "AID"})
"""Types whose agent, if left out, may be the force or court that reports them."""

FORCES = frozenset({("COP",), ("MIL",), ("JUD",)})

HARM = frozenset({"ASSAULT", "COERCE"})
"""Types whose recipients are people hurt or held, who take the country of the place."""

BEHIND = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "ASSAULT", "SANCTION", "COERCE", "THREATEN", "CONSULT", "AID"})
"""Types whose recipient may stand behind a thing ("condemned the *shelling by X*")."""


class PredicationReader:
    """Reads one document's sentences; made anew for each document."""

    def __init__(
        self,
        lexicon: Lexicon,
        lemmas: Lemmas,
        triggers: Triggers,
        discourse: Discourse,
        attribution: Attribution,
        times: Mapping[int, Sequence[Time]],
    ) -> None:
        self._lexicon = lexicon
        self._lemmas = lemmas
        self._triggers = triggers
        self._discourse = discourse
        self._arguments = Arguments(lexicon, lemmas, discourse)
        self._attribution = attribution
        self._status = StatusReader(lexicon.cues, lexicon.frames, lemmas)
        self._times = times

    def read(self, sentence: Sentence) -> list[Predication]:
        """The predications of one parsed sentence, in the order of their triggers."""
        self._attribution.note_speaker(sentence)
        found: list[Predication] = []
        consumed: set[int] = set()
        persons = frozenset(m.last for m in self._discourse.table.mentions[sentence.index] if m.entity.kind == "person")
        for token in sentence.doc:
            if token.i in consumed:
                continue
            for frame in self._triggers.candidates(token, persons):
                if self._lighter(token, frame):
                    continue
                predication = self._predication(sentence, token, frame)
                if predication is not None:
                    found.append(predication)
                    used = self._triggers.object_of(token, frame, persons)
                    if used is not None:
                        consumed.add(used.i)
                    break
        roots = [t for t in sentence.doc if t.dep_ == "ROOT"]
        if roots:
            self._discourse.note_subject(sentence, roots[0])
        return found

    def _predication(self, sentence: Sentence, trigger: Token, frame: Frame) -> Predication | None:
        arguments = self._arguments
        event_type, modes = frame.event_type, frame.modes
        contact = frame.event_type == "CONSULT"
        mutual = "mutual" in frame.flags
        actors = arguments.parties(
            sentence, trigger, frame, frame.actor, lenient=frame.pos == "n", strict=contact and frame.pos == "v"
        )
        steps = [f"frame {frame.id} ({frame.line})"]
        if self._other_sense(trigger, frame):
            return None
        claimed_by_actor = False
        if not actors and event_type == "ASSAULT" and frame.pos == "n":
            actors, claimed_by_actor = arguments.owner_of_deed(sentence, trigger)
        if not actors and event_type in HARM and frame.pos == "v":
            actors = self._behind_deed(sentence, trigger, frame)
        harm = event_type in HARM
        lenient = event_type in BEHIND or frame.stance is not None
        recipients = (
            self._victims(sentence, trigger, frame)
            if harm
            else arguments.parties(
                sentence,
                trigger,
                frame,
                frame.recipient,
                lenient=lenient and not contact,
                strict=contact and frame.pos == "v",
                barred=actors,
            )
        )
        if not recipients and event_type == "AID" and actors:
            recipients = self._helped(sentence, trigger, actors)
        if (
            not recipients
            and event_type in ADDRESSING
            and actors
            and not mutual
            and (frame.pos != "n" or "promise" in frame.flags)
        ):
            recipients = arguments.inside(sentence, trigger, frame, actors)
        if not recipients and frame.objects is None and (harm or "weak" in frame.flags) and self._has_object(trigger, frame):
            return None  # its object is no party: another sense ("released a report", "hit a record")
        if not actors and event_type in OFFICIAL and frame.pos == "v" and is_passive(trigger) and recipients:
            actors = self._reporting_body(sentence, trigger)
        if contact:
            recipients = tuple(r for r in recipients if r.sectors[:1] != ("JRN",))
        if contact and actors and all(a.plural and a.sectors[:1] == ("MIL",) for a in actors) and "visit" in modes:
            return None  # troops that arrive pay no visit
        if event_type == "PROTEST" and not recipients:
            recipients = self._protested_against(sentence, trigger)
        actors = tuple(a for a in actors if self._may_act(a, frame, recipients))
        recipients = tuple(r for r in recipients if not any(r is a or (r.key == a.key and r.name) for a in actors))
        if not actors:
            agent = self._unnamed_agent(trigger, frame, recipients)
            if agent is None:
                return None
            actors = (agent,)
        if "weak" in frame.flags and not (
            actors[0].political and (not recipients or recipients[0].political or recipients[0].country or harm)
        ):
            return None
        support = arguments.support_verb(trigger) if frame.pos == "n" else None
        if frame.pos == "n" and support is None and not self._nominal_event(trigger, frame, actors, recipients):
            return None
        each_other = frame.pos == "v" and len(actors) > 1 and arguments.each_other(trigger)
        several = each_other or len({a.country for a in actors}) > 1 and (mutual or "with" in frame.recipient)
        assembled = (
            contact and actors[0].country in BODIES and frame.channel in {"meeting", "multilateral"}
        )  # "ECOWAS leaders met in Abuja"
        enough = len(actors) > 1 or bool(recipients) or assembled if mutual else bool(recipients) or several
        if not enough and (mutual and event_type in {"ASSAULT", "COOPERATE"} or contact and not assembled):
            return None
        if self._among_themselves(event_type, actors, recipients):
            return None
        if event_type == "PROTEST" and actors[0].sectors[:1] == ("GOV",):
            event_type, modes = ("ACCUSE", ("disapprove",)) if frame.lemma == "protest" else (None, ())
            if event_type is None:
                return None
        if "needs_recipient" in frame.flags and not enough:
            if frame.stance is None:
                return None
            event_type = None
        status = self._read_status(sentence, trigger, support)
        if frame.pos == "a" and trigger.dep_ == "amod" and status.factuality != "actual":
            return None
        factuality = status.factuality
        condition = self._condition_of(trigger) if event_type in THREATENED and factuality in {"future", "hypothetical"} else None
        if condition is not None and event_type is not None:
            event_type, modes, factuality = "THREATEN", (THREATENED[event_type],), "actual"
            steps.append("threatened: carried out only under a condition")
            told = [e for s in surface_subjects(condition) for e in self._discourse.resolve(sentence, s)]
            recipients = recipients or tuple(
                e for e in told if e.country is not None and all(e.country != a.country for a in actors)
            )
        if "promise" in frame.flags and event_type:
            event_type, modes = self._promised(trigger, event_type, modes, steps)
        claimant, how = self._attribution.speaker(sentence, trigger)
        if status.denier is not None:
            deniers = (
                [e for s in arguments.tokens(status.denier, frame, "subj") for e in self._discourse.resolve(sentence, s)]
                if frame.pos == "v"
                else []
            )
            claimant = deniers[0] if deniers else claimant
        if claimed_by_actor:
            claimant, how = actors[0], "claims the deed"
        if claimant is not None and how:
            steps.append(f"said by {claimant.name}: {how}")
        return Predication(
            sentence.index,
            trigger.i,
            frame,
            event_type,
            modes,
            actors,
            recipients,
            self._about(trigger, frame),
            self._clause(trigger, support),
            factuality,
            claimant,
            status.content,
            mutual,
            factuality == "negated",
            tuple(t.value for t in status.times if t.value),
            self._discourse.whereabouts.of_clause(sentence, trigger, support, of_object="obj" not in frame.about)
            if contact
            else None,
            self._channel(trigger, frame),
            frame.pos != "n" or support is not None,
            (*steps, *status.steps),
        )

    def _other_sense(self, trigger: Token, frame: Frame) -> bool:
        """Complements that speak against a sense: "is trying to ..." is no trial, "insists that it is ..." no demand."""
        if frame.pos != "v":
            return False
        if frame.channel and children(trigger, "oprd"):
            return True  # "called it a mistake"
        clauses = [c for c in children(trigger, "xcomp", "ccomp") if pos_of(c.tag_) == "v"]
        slots = {*frame.actor, *frame.recipient, *frame.about}
        if (
            any(is_infinitive(c) and c.dep_ == "xcomp" for c in clauses)
            and not children(trigger, "dobj")
            and not slots & {"clause", "comp"}
            and "to" not in frame.particles
        ):
            return True
        if (
            frame.event_type == "REQUEST"
            and any(is_infinitive(c) and c.dep_ == "xcomp" for c in clauses)
            and not children(trigger, "dobj")
        ):
            return not frame.particles  # "wants to convey" asks nobody
        if frame.event_type == "REQUEST" and "clause" in slots:
            said = [c for c in clauses if c.dep_ == "ccomp" and not is_infinitive(c)]
            asked = self._lexicon.cues["subjunctive"]
            return bool(said) and all(
                c.tag_ != "VB" and not any(a.lower_ in asked or a.lower_ == "be" for a in children(c, "aux", "auxpass"))
                for c in said
            )
        return False

    def _protested_against(self, sentence: Sentence, trigger: Token) -> tuple[Entity, ...]:
        """The authority that the rest of the sentence names ("protests calling for *the president's* removal")."""
        for mention in self._discourse.table.mentions[sentence.index]:
            if (
                mention.first > trigger.i
                and mention.entity.country
                and mention.entity.kind in {"person", "role", "metonym"}
                and mention.entity.sectors[:1] in {("GOV",), ("LEG",)}
            ):
                return (mention.entity,)
        return ()

    def _among_themselves(self, event_type: str | None, actors: Sequence[Entity], recipients: Sequence[Entity]) -> bool:
        """Kind words of an official publisher at its own country's people are no news between actors."""
        own = self._discourse.table.setting.speaker
        everyone = [*actors, *recipients]
        return (
            own is not None
            and event_type in {"SUPPORT", "CONSULT", "AGREE", "AID"}
            and len(everyone) > 1
            and all(e.country == own for e in everyone)
        )

    def _lighter(self, verb: Token, frame: Frame) -> bool:
        """As in “Offered condolences”, "shared deep concern": a support verb leaves the sense to its noun."""
        if frame.pos != "v":
            return False
        if frame.lemma in self._lexicon.cues["plan"] and frame.objects is None:
            return any(n.event_type in HARM | {"MOBILIZE"} for o in children(verb, "dobj") for n in self._triggers.candidates(o))
        if frame.lemma not in self._lexicon.frames.support:
            return False
        for noun in children(verb, "dobj"):
            senses = self._lexicon.frames.of("n", self._lemmas.lemma(noun.text, "n")) + self._lexicon.frames.of("n", noun.lower_)
            same = [n for n in senses if n.stance and (frame.objects is None or n.stance == frame.stance)]
            if any(frame.objects is None or n.event_type == frame.event_type or frame.event_type is None for n in same):
                return True  # but "signed a pact" says more than "pact"
        return False

    def _channel(self, trigger: Token, frame: Frame) -> str | None:
        """The frame's channel, unless the words beside the trigger say that it was remote ("met virtually")."""
        if frame.channel in {"meeting", "phone"}:
            doc, by = trigger.doc, self._lexicon.cues["remote_preposition"]
            near = {t.lower_ for t in doc[max(0, trigger.i - 2) : trigger.i + 5]}
            near |= {t.lower_ for t in doc[1:] if {w.lower_ for w in doc[max(0, t.i - 2) : t.i]} & by}
            if near & self._lexicon.cues["video_word"]:
                return "video"
            if near & self._lexicon.cues["phone_word"]:
                return "phone"
        return frame.channel

    def _reporting_body(self, sentence: Sentence, trigger: Token) -> tuple[Entity, ...]:
        """As in “Police said two men had been detained”: the body that reports what such bodies do has done it."""
        speaker, _ = self._attribution.speaker(sentence, trigger)
        return (speaker,) if speaker is not None and speaker.sectors[:1] in FORCES and not speaker.is_person else ()

    def _condition_of(self, trigger: Token) -> Token | None:
        """The verb of the condition a deed hangs on ("will expel ... *unless* ..."), if it is not itself in one."""
        for clause in children(trigger, "advcl"):
            marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "aux"}}
            if marks & self._lexicon.cues["threat_condition"]:
                return clause
        return None

    def _helped(self, sentence: Sentence, trigger: Token, actors: Sequence[Entity]) -> tuple[Entity, ...]:
        """Who gets the aid: the subject of "received what X gave", else the country where it is given."""
        noun = trigger.head if trigger.dep_ == "acl" else trigger
        while noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head
        if noun.dep_ == "dobj" and self._lemmas.lemma(noun.head.text, "v") in self._lexicon.cues["receive_verb"]:
            found = tuple(e for s in deep_subjects(noun.head) for e in self._discourse.resolve(sentence, s))
            if found:
                return found
        support = self._arguments.support_verb(trigger) if pos_of(trigger.tag_) == "n" else None
        code = self._discourse.whereabouts.of_clause(sentence, trigger, support)
        if code is None or any(a.country == code for a in actors):
            return ()
        return (self._discourse.country_entity(code, "where the aid is given"),)

    def _has_object(self, trigger: Token, frame: Frame) -> bool:
        if frame.pos != "v" or "obj" not in frame.recipient[:1]:
            return False
        return any(t.tag_ != "PRP" for t in self._arguments.tokens(trigger, frame, "obj")) and not self._arguments.each_other(
            trigger
        )

    def _behind_deed(self, sentence: Sentence, trigger: Token, frame: Frame) -> tuple[Entity, ...]:
        """As in “an attack by X that killed ten”: the subject is a deed, whose doer acts, unnamed if nobody is told."""
        for subject in self._arguments.tokens(trigger, frame, "subj"):
            if pos_of(subject.tag_) != "n":
                continue
            deed = next((f for f in self._triggers.candidates(subject) if f.event_type == "ASSAULT"), None)
            if deed is None:
                continue
            doers = self._arguments.parties(sentence, subject, deed, deed.actor, lenient=True)
            if doers:
                return doers
            sector = "UAF" if "armed" in deed.flags else "UNK"
            return (Entity("unknown", None, None, None, (sector,), steps=[f"“{subject.text}” names no agent"]),)
        return ()

    def _may_act(self, entity: Entity, frame: Frame, recipients: Sequence[Entity]) -> bool:
        """Whether somebody may act: political actors always, others where the frame or its addressee allows."""
        if entity.kind in {"thing", "place"}:
            return False
        if entity.country is None and entity.kind == "role" and entity.sectors[:1] in STATE:
            return False  # a "unit", "board" or "court" of no known state is mostly a firm's
        if entity.sectors[:1] == ("CVL",) or not entity.political:
            if "nonpolitical_ok" in frame.flags:
                return True
            known = entity.is_person and entity.country is not None and entity.role is not None
            addressed = any(r.political and r.sectors[:1] in STATE for r in recipients)
            return frame.event_type in SPOKEN and (known or addressed and entity.sectors[:1] != ("BUS",))
        return entity.country is not None or bool(entity.sectors)

    def _victims(self, sentence: Sentence, trigger: Token, frame: Frame) -> tuple[Entity, ...]:
        for slot in frame.recipient:
            found: list[Entity] = []
            for token in self._arguments.tokens(trigger, frame, slot):
                for entity in self._placed(sentence, self._arguments.victim(sentence, trigger, token), trigger):
                    if not any(entity is e or entity.key == e.key for e in found):
                        found.append(entity)
            if found:
                return tuple(found)
        return ()

    def _placed(self, sentence: Sentence, victims: Sequence[Entity], trigger: Token) -> list[Entity]:
        """People harmed or held take the country of the place, unless another is told."""
        placed = []
        for victim in victims:
            if victim.country is None and victim.kind in {"person", "name"}:
                country = self._arguments.place_of(sentence, trigger)
                victim = Entity(
                    victim.kind,
                    victim.name,
                    victim.text,
                    country,
                    victim.sectors or ("CVL",),
                    victim.role,
                    victim.level,
                    political=False,
                    steps=[*victim.steps, f"country {country}: where it happened"],
                )
            placed.append(victim)
        return placed

    def _unnamed_agent(self, trigger: Token, frame: Frame, recipients: Sequence[Entity]) -> Entity | None:
        """The unnamed agent of human violence: only if the clause has no subject of its own, and people or a party suffer."""
        if "agentless" not in frame.flags or not any(r.kind != "thing" for r in recipients):
            return None
        if any(t.i != trigger.i for slot in frame.actor for t in self._arguments.tokens(trigger, frame, slot)):
            return None
        sector = "UAF" if "armed" in frame.flags else "UNK"
        return Entity("unknown", None, None, None, (sector,), steps=["the text names no agent"])

    def _nominal_event(self, noun: Token, frame: Frame, actors: Sequence[Entity], recipients: Sequence[Entity]) -> bool:
        """A noun counts by itself only if the text says whose it is or against whom: "the attack" alone only refers back."""
        if noun.dep_ in {"compound", "amod", "nmod"} or (noun.tag_ in {"NNP", "NNPS"} and noun.text[:1].isupper() and noun.i > 0):
            return False  # part of a name ("the Negev Summit")
        named = [a for a in actors if a.kind != "unknown"]
        if (
            frame.event_type in {"AGREE", "CONCEDE"}
            and "mutual" in frame.flags
            and any(c.lower_ in {"the", "this"} for c in noun.children)
        ):
            return False  # "the ceasefire between X and Y": agreed before
        return bool(named) if frame.event_type not in HARM else bool(named or recipients)

    def _read_status(self, sentence: Sentence, trigger: Token, support: Token | None) -> Status:
        return self._status.read(trigger, support, self._times.get(sentence.index, ()), lambda t: sentence.start + t.idx)

    def _promised(self, trigger: Token, event_type: str, modes: tuple[str, ...], steps: list[str]) -> tuple[str, tuple[str, ...]]:
        """What a promise promises decides its type: to yield is CONCEDE, to do harm THREATEN, the rest AGREE."""
        for clause in complement_clauses(trigger):
            nouns = [c for c in clause.children if c.dep_ in {"nsubj", "dobj"} and pos_of(c.tag_) == "n"]
            told = [
                f
                for token in (clause, *nouns)
                for f in self._triggers.candidates(token)
                if token is clause or f.event_type == "ASSAULT"
            ]
            for frame in told:
                if frame.event_type in {"RETREAT", "CONCEDE"}:
                    steps.append(f"promises what {frame.id} does: CONCEDE")
                    return "CONCEDE", ()
                if frame.event_type in THREATENED:
                    steps.append(f"promises what {frame.id} does: THREATEN")
                    return "THREATEN", (THREATENED[frame.event_type],)
                if frame.event_type == "REJECT" and event_type == "AGREE":
                    return "REJECT", frame.modes
        return event_type, modes

    def _about(self, trigger: Token, frame: Frame) -> tuple[int, int] | None:
        calendar = self._lexicon.cues["weekday"] | self._lexicon.cues["month"]
        for slot in frame.about:
            tokens = [t for t in self._arguments.tokens(trigger, frame, slot) if t.text not in calendar and t.tag_ != "PRP"]
            if tokens:
                spans = [
                    subtree_span(t, skip=frozenset({"punct", "cc", "conj", "relcl"} if slot != "clause" else {"punct"}))
                    for t in tokens
                ]
                return min(s for s, _ in spans), max(e for _, e in spans)
        return None

    def _clause(self, trigger: Token, support: Token | None) -> tuple[int, int]:
        """The words of the trigger's clause: its evidence."""
        head = support if support is not None else trigger
        skip = (
            frozenset({"punct", "advcl", "conj", "cc", "relcl", "parataxis", "mark"})
            if pos_of(head.tag_) == "v"
            else frozenset({"punct", "conj", "cc"})
        )
        first, last = subtree_span(head, skip=skip)
        return min(first, trigger.i), max(last, trigger.i)


THREATENED = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "SANCTION": "relations",
    "COERCE": "restrict",
    "PROTEST": "restrict",
}
"""What is threatened, by the type that carrying it out would have."""
