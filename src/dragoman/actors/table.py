"""The entity table: everyone a document names, over all its sentences, before anything is parsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.actors.entities import Entity, Mention
from dragoman.actors.scan import Chain, Run, Scanner
from dragoman.actors.setting import Setting, settle
from dragoman.language import Sentence
from dragoman.lexicon import Entry, Lexicon, Name, Publisher, Role, plain

NO_STATE = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "ISM", "IMG", None})
"""Codes of no state: no story's home, and their bodies keep their own names."""

HIGH = frozenset({"head_of_state", "head_of_government", "minister", "deputy"})
"""Levels of offices that there is one of in a state."""

FORMER = ("ELI",)
"""Sectors of those who have left their office."""

SHORT = 4
"""Letters that an ambiguous abbreviation has at most."""

LEAD_SENTENCES = 5
"""How many sentences, headline included, tell what a story is about."""


@dataclass(slots=True)
class EntityTable:
    """Mentions by sentence, and the runs they were read from."""

    setting: Setting
    runs: list[list[Run]]
    mentions: list[list[Mention]]
    persons: list[Entity]
    states: dict[str, Entity]

    def names_state(self, code: str | None) -> bool:
        """Whether any words of the document name a state, its people or a place of it."""
        return any(
            n.entry.code == code and n.entry.kind in {"country", "place", "metonym"}
            for line in self.runs
            for r in line
            for n in r.names
        )

    @property
    def anyone(self) -> bool:
        """Whether the document names any actor at all."""
        return any(self.mentions)

    def mention_at(self, sentence: int, token: int) -> Mention | None:
        """The mention that covers a token, the longest one if several do."""
        best = None
        for mention in self.mentions[sentence]:
            if mention.first <= token <= mention.last and (best is None or mention.last - mention.first > best.last - best.first):
                best = mention
        return best

    def run_at(self, sentence: int, token: int) -> Run | None:
        """The run that covers a token."""
        return next((r for r in self.runs[sentence] if r.first <= token <= r.last), None)


class TableBuilder:
    """Builds the entity table of one document after another."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._scanner = Scanner(lexicon, common)
        self._courtesy = {"mr": "m", "sir": "m", "king": "m", "prince": "m", "mrs": "f", "ms": "f", "queen": "f", "princess": "f"}

    def build(
        self, sentences: Sequence[Sentence], *, date: str | None, publisher: Publisher | None, dateline: str | None
    ) -> EntityTable:
        """Scan all sentences, then link names, offices and repeated mentions in reading order."""
        words = [[t.text for t in s.doc] for s in sentences]
        runs = [self._scanner.runs(w) for w in words]
        lead = [
            (i, name)
            for i, line in enumerate(runs[:LEAD_SENTENCES])
            for run in line
            if run.code in "GB"
            for name in run.names[:1]
            if name.entry.code not in NO_STATE
        ]
        place = self._place_country(dateline)
        chains = [self._scanner.chains(line, headline=s.field == "title") for line, s in zip(runs, sentences, strict=True)]
        own = self._own_state(chains[:LEAD_SENTENCES], runs)
        table = EntityTable(settle(date, publisher, place, lead, own), runs, [[] for _ in sentences], [], {})
        for i in range(len(sentences)):
            self._names_of(i, words[i], runs[i], chains[i], table)
        self._settle_countries(table)
        for i in range(len(sentences)):
            self._repeats_of(i, words[i], runs[i], chains[i], table)
        for line in table.mentions:
            line.sort(key=lambda m: (m.first, -m.last))
        return table

    def _own_state(self, lead: Sequence[Sequence[Chain]], runs: Sequence[Sequence[Run]]) -> str | None:
        """The state whose officials the lead names without their country, beside those of another state.

        A text leaves out the country of its own officials: "The Foreign Secretary spoke to Foreign Minister Onodera of Japan" is
        not Japan's text. Their state is the one that the text names most besides the others.
        """
        first = next((run for run in runs[0] if run.code != "t"), None) if runs else None
        if (
            first is not None
            and first.code == "B"
            and first.names[0].entry.kind == "metonym"
            and first.names[0].entry.code not in NO_STATE
        ):
            return first.names[0].entry.code  # "Federal Foreign Office on the closure of ..."
        others: set[str | None] = set()
        for line in lead:
            officials = [c for c in line if any(r.role is not None and r.role.level in HIGH for r in c.roles)]
            counterparts = [
                c for c in line if c.roles and c.roles[0].role and c.roles[0].role.name in self._lexicon.cues["counterpart"]
            ]
            owners = {c.owner.names[0].entry.code for c in [*officials, *counterparts] if c.owner is not None}
            unowned = [c for c in officials if c.owner is None and (c.name is None or c.name.code != "P")]
            if owners and unowned:
                others |= owners
        if not others:
            return None
        named = Counter(
            name.entry.code
            for line in runs
            for run in line
            if run.code in "GB"
            for name in run.names[:1]
            if name.entry.code not in NO_STATE and name.entry.code not in others
        )
        return named.most_common(1)[0][0] if named else None

    def _place_country(self, place: str | None) -> str | None:
        if not place:
            return None
        for text in (place, place.title(), place.split(",")[0].title(), place.split(",")[-1].strip().title()):
            for name in self._lexicon.names.get(text):
                if name.entry.code and name.entry.kind in {"country", "place", "metonym"}:
                    return name.entry.code
        return None

    # -- first sweep: names ------------------------------------------------------------------------------------

    def _names_of(self, i: int, words: list[str], runs: list[Run], chains: list[Chain], table: EntityTable) -> None:
        in_chain: set[int] = set()
        for chain in chains:
            if chain.name is None:
                continue
            person = self._person(words, chain, table)
            if chain.possessed and person.country is None:
                owner = self._state_before(i, chain.first, runs, table)
                if owner is not None:
                    person.country = owner.code
                    person.steps.append(f"country {owner.code}: {owner.name}, whose “{person.role}” it is")
            table.mentions[i].append(Mention(i, chain.first, chain.last, person, "chain"))
            in_chain.update(range(chain.first, chain.last + 1))
        for run in runs:
            if run.code in "GB":
                entity = self._named(run, words, table)
                if entity is not None:
                    table.mentions[i].append(Mention(i, run.first, run.last, entity, run.names[0].form))
            elif run.code == "P" and run.first not in in_chain:
                entity = self._person(words, Chain(run.first, run.last, (), (), None, run, False), table)
                table.mentions[i].append(Mention(i, run.first, run.last, entity, "name"))

    def _state_before(self, i: int, token: int, runs: Sequence[Run], table: EntityTable) -> Entry | None:
        """The state or body that "its" before a token means: the last one named in the sentence, else in the sentence before."""
        lines = [[run for run in runs if run.last < token], table.runs[i - 1] if i else []]
        for line in lines:
            for run in reversed(line):
                if run.code in "GB" and run.names[0].entry.code is not None:
                    return run.names[0].entry
        return None

    def _named(self, run: Run, words: list[str], table: EntityTable) -> Entity | None:
        name = self._choose(run.names, table.setting.date)
        if name is None:
            return None
        entry = name.entry
        text = " ".join(words[run.first : run.last + 1])
        short = run.first == run.last and text.isupper() and len(text) <= SHORT and not entry.own
        if entry.kind == "group" and short and entry.code not in NO_STATE and not table.names_state(entry.code):
            return None  # an abbreviation of a group of a state that the text never names stands for something else
        if entry.kind == "country":
            sectors = entry.sectors if name.form != "demonym" else ("CVL",)
            plural = name.form == "demonym" and text.endswith("s")
            known = table.states.get(f"{entry.code}{entry.name}{name.form == 'demonym'}")
            if known is None:
                known = Entity(
                    "country",
                    entry.name,
                    text,
                    entry.code,
                    sectors,
                    plural=plural,
                    political=True,
                    entry=entry,
                    steps=[f"“{text}” is {entry.name} ({name.form}, countries.csv)"],
                )
                table.states[f"{entry.code}{entry.name}{name.form == 'demonym'}"] = known
            return known
        known = table.states.get(f"{entry.kind}:{entry.name}:{entry.code}")
        if known is None:
            known = Entity(
                entry.kind,
                entry.name,
                text,
                entry.code,
                entry.sectors,
                entry=entry,
                political=entry.subkind != "company",
                steps=[f"“{text}” is {entry.name} ({entry.kind}, {entry.code or 'no country'})"],
            )
            table.states[f"{entry.kind}:{entry.name}:{entry.code}"] = known
        return known

    def _choose(self, names: Sequence[Name], date: str | None) -> Name | None:
        """Of several readings, one that is valid at the document's date; groups and bodies before states before seats."""
        order = {"group": 0, "body": 1, "country": 2, "area": 3, "metonym": 4, "person": 5, "place": 6}
        valid = [n for n in names if n.entry.holds_at(date)] or list(names)
        ranked = sorted(valid, key=lambda n: 4.5 if n.form == "capital" else order[n.entry.kind])
        best = ranked[0]
        if best.form == "demonym":  # "the Russian minister": as an adjective it is the same state
            return next((n for n in ranked if n.form == "adjective" and n.entry.name == best.entry.name), best)
        return best

    def _person(self, words: list[str], chain: Chain, table: EntityTable) -> Entity:
        assert chain.name is not None
        setting = table.setting
        text = " ".join(words[chain.first : chain.last + 1])
        written = _clean_name(words[chain.name.first : chain.name.last + 1])
        entry = self._office_holder(chain.name, setting.date)
        name = _best_name(entry.name, written) if entry is not None else written
        entity = self._known(name, written, table)
        if entity is None:
            entity = Entity("person", name, text, steps=[f"person “{written}”"])
            table.persons.append(entity)
        elif len(name.split()) > len((entity.name or "").split()) and entry is None:
            entity.name = name
        self._add_role(entity, chain, table, words)
        if entry is not None and entity.entry is None:
            entity.entry = entry
            entity.name = _best_name(entry.name, written)
        if entity.entry is not None:
            known = entity.entry
            if entity.country is None:
                entity.country = known.code
                entity.steps.append(f"country {known.code}: {known.name}, {known.role} (people.csv)")
            left = setting.date is not None and not known.holds_at(setting.date) and entity.role is None
            if not entity.sectors:
                entity.sectors = FORMER if left else known.sectors
            if entity.role is None and known.holds_at(setting.date):
                entity.role = known.role
                role = self._lexicon.roles.get(known.role or "")
                entity.level = role.level if role else None
        for title in chain.titles:
            gender = self._courtesy.get((title.title.text if title.title else "").lower().rstrip("."))
            entity.gender = entity.gender or gender
        return entity

    def _add_role(self, entity: Entity, chain: Chain, table: EntityTable, words: list[str]) -> None:
        role = next((r.role for r in chain.roles if r.role is not None), None)
        if role is not None and (
            entity.role is None or entity.entry is not None and entity.kind == "person" and not entity.level
        ):
            entity.role, entity.level = role.name, role.level
            entity.sectors = role.sectors or entity.sectors
            entity.political = role.political
            if self._out_of_office(chain, words):
                entity.role, entity.level, entity.sectors = f"former {role.name}", None, FORMER
        if entity.role is None:
            for run in chain.titles:
                if run.title is not None and run.title.role:
                    entity.role, entity.sectors = run.title.role, run.title.sectors
                    break
        if chain.owner is not None and entity.country is None:
            name = self._choose(chain.owner.names, table.setting.date)
            if name is not None and name.entry.code:
                entity.country = name.entry.code
                entity.steps.append(
                    f"country {name.entry.code}: “{' '.join(words[chain.owner.first : chain.owner.last + 1])}” beside the office"
                )
                if name.entry.kind == "body":
                    entity.sectors = name.entry.sectors or entity.sectors

    def _out_of_office(self, chain: Chain, words: Sequence[str]) -> bool:
        """As in “former Chilean president X”, "Chile's ousted president": who has left an office acts for no government."""
        if not chain.roles or chain.roles[0].role is None or chain.roles[0].role.level is None:
            return False
        before = words[max(0, chain.first - 1) : chain.roles[0].first]
        return any(word.lower() in self._lexicon.cues["out_of_office"] for word in before)

    def _office_holder(self, run: Run, date: str | None) -> Entry | None:
        entries = [n.entry for n in run.names if n.entry.kind == "person"]
        if not entries:
            return None
        holding = [e for e in entries if e.holds_at(date)]
        if holding:
            return holding[-1]
        if date is not None:  # between offices: the one left or entered nearest to the date

            def distance(entry: Entry) -> int:
                year = int(date[:4])
                since, until = int((entry.since or "0")[:4]), int((entry.until or "9999")[:4])
                return min(abs(year - since), abs(year - until))

            return min(entries, key=distance)
        return entries[-1]

    def _known(self, name: str, written: str, table: EntityTable) -> Entity | None:
        parts = written.split()
        for person in reversed(table.persons):
            if person.name in (name, written):
                return person
            theirs = (person.name or "").split()
            if len(parts) == 1 and parts[0] in theirs and len(parts[0]) > 1:
                return person
            if len(theirs) == 1 and theirs[0] in parts:
                return person
            if (
                len(parts) > 1
                and len(theirs) > 1
                and parts[-1] == theirs[-1]
                and (parts[0][0] == theirs[0][0] or set(parts[:-1]) & set(theirs[:-1]))
            ):
                return person
            if 1 < len(parts) < len(theirs) and theirs[-len(parts) :] == parts:
                return person
        return None

    def _settle_countries(self, table: EntityTable) -> None:
        """Officials whose country no word tells: a known holder of the surname and office, else the story's state."""
        setting = table.setting
        for person in table.persons:
            if person.country is not None or person.role is None or not person.political:
                continue
            entry = self._lexicon.office_holder((person.name or "").split()[-1], person.role, setting.date)
            if entry is not None:
                person.country, person.entry, person.name = entry.code, entry, _best_name(entry.name, person.name or "")
                person.steps.append(f"country {entry.code}: {entry.name} held the office of {entry.role} (people.csv)")
                continue
            near = self._state_told_of(person, table)
            if near is not None:
                person.country = near.code
                person.steps.append(f"country {near.code}: {near.name}, the state of which the text has just spoken")
                continue
            code = setting.topic if setting.speaker and setting.topic else setting.home
            if code is not None:
                person.country = code
                person.steps.append(
                    f"country {code}: {'the other state of the story' if code != setting.home else setting.reason}"
                )

    def _state_told_of(self, person: Entity, table: EntityTable) -> Entry | None:
        """As in “Israel attacked the deal. Prime Minister Ben-Artzi said ...”: the state whose high official this must be.

        The only state named in the sentence before, at its head, if the office's own sentence names none before it. An official
        publisher leaves out only its own country.
        """
        if person.level not in HIGH or table.setting.speaker:
            return None
        mention = next((m for line in table.mentions for m in line if m.entity is person), None)
        if mention is None or not mention.sentence:
            return None
        i = mention.sentence
        here = any(_state_of(run) for run in table.runs[i] if run.last < mention.first)
        before = [run for run in table.runs[i - 1] if _state_of(run)]
        if here or len({_state_of(run) for run in before}) != 1 or before[0] is not table.runs[i - 1][0]:
            return None
        return before[0].names[0].entry

    # -- second sweep: repeated mentions, offices without a name ------------------------------------------------

    def _repeats_of(self, i: int, words: list[str], runs: list[Run], chains: list[Chain], table: EntityTable) -> None:
        for run in runs:
            if run.code == "C" and not self._covered(i, run.first, table, persons=True):
                person = self._by_surname(words[run.first : run.last + 1], table)
                if person is not None:
                    table.mentions[i].append(Mention(i, run.first, run.last, person, "surname"))
        for chain in chains:
            if chain.name is not None or not chain.roles:
                continue
            entity = self._office(i, chain, words, table)
            if entity is not None and entity.plural:
                entity = self._of_several(entity, chain, runs, table)
            if entity is not None:
                table.mentions[i].append(Mention(i, chain.first, chain.last, entity, "role"))

    def _of_several(self, entity: Entity, chain: Chain, runs: list[Run], table: EntityTable) -> Entity:
        """As in “Indian and Chinese soldiers”: one entity for each nationality."""
        if chain.owner is None:
            return entity
        index = runs.index(chain.owner)
        codes: list[Entry] = []
        if chain.owner.first > chain.roles[0].first:  # "the foreign ministers of Oman, Chad and Laos"
            k = index + 1
            while k + 1 < len(runs) and runs[k].code in "&,":
                step = 2 if runs[k].code == "," and runs[k + 1].code == "&" else 1
                if k + step >= len(runs) or runs[k + step].code != "G" or runs[k + step].names[0].form not in {"name", "capital"}:
                    break
                codes.insert(0, runs[k + step].names[0].entry)
                k += step + 1
        while (
            chain.owner.first < chain.roles[0].first
            and index >= 2
            and runs[index - 1].code in "&,"
            and runs[index - 2].code == "G"
        ):
            index -= 2
            name = self._choose(runs[index].names, table.setting.date)
            if name is not None and name.form == "adjective" or runs[index].names[0].form in {"adjective", "demonym"}:
                codes.append(runs[index].names[0].entry)
        if codes:
            role = chain.roles[0].role
            others = [
                Entity(
                    "role",
                    f"{entry.name} {role.name if role else ''}".strip(),
                    None,
                    entry.code,
                    entity.sectors,
                    entity.role,
                    entity.level,
                    True,
                    entity.political,
                    steps=[f"country {entry.code}: nationality in a list"],
                )
                for entry in reversed(codes)
            ]
            # copies, so that neither is a group of groups
            entity.members = (*others, replace(entity))
        return entity

    def _covered(self, i: int, token: int, table: EntityTable, *, persons: bool) -> bool:
        return any(m.first <= token <= m.last and (not persons or m.entity.kind == "person") for m in table.mentions[i])

    def _by_surname(self, words: list[str], table: EntityTable) -> Entity | None:
        parts = [w for w in words if len(w) > 1]
        if not parts:
            return None
        for person in table.persons:
            theirs = (person.name or "").split()
            if len(parts) == 1 and parts[0] in theirs:
                return person
            if len(parts) > 1 and parts[-1] in theirs and parts[0] in theirs:
                return person
            if len(parts) > 1 and theirs[-len(parts) :] == parts:
                return person
        return None

    def _office(self, i: int, chain: Chain, words: list[str], table: EntityTable) -> Entity | None:
        role = chain.roles[0].role
        assert role is not None
        text = " ".join(words[chain.first : chain.last + 1])
        country, step = None, None
        owner = None
        if chain.owner is not None:
            owner = self._choose(chain.owner.names, table.setting.date)
            if owner is not None:
                country = owner.entry.code
                step = f"country {country}: “{' '.join(words[chain.owner.first : chain.owner.last + 1])}” beside “{role.name}”"
        left = self._out_of_office(chain, words)
        if role.kind == "person" and not role.plural and not left:
            person = self.office_holder_in_text(role, country, table, i, definite=chain.definite or country is not None)
            if person is not None:
                return person
        if country is None and owner is None:
            return None  # a bare role: its country depends on the sentence and is decided when it is needed
        sectors = role.sectors
        name = text if chain.owner is None else " ".join(words[min(chain.owner.first, chain.roles[0].first) : chain.last + 1])
        if owner is not None and owner.entry.kind == "body":
            sectors = owner.entry.sectors or sectors
        return Entity(
            "role",
            name,
            text,
            country,
            FORMER if left else sectors,
            f"former {role.name}" if left else role.name,
            None if left else role.level,
            role.plural,
            role.political,
            steps=[step] if step else [],
        )

    def office_holder_in_text(
        self, role: Role, country: str | None, table: EntityTable, sentence: int, *, definite: bool
    ) -> Entity | None:
        """The person, named before (or in the headline's case after), whom "the minister" or "the Russian minister" means."""
        if not definite:
            return None
        named = [
            m.entity
            for line in table.mentions[: sentence + 1]
            for m in line
            if m.entity.kind == "person" and m.form in {"chain", "name", "surname"}
        ] or table.persons
        matches: list[Entity] = []
        exact: list[Entity] = []
        for person in named:
            if country is not None and person.country is not None and person.country != country:
                continue
            if country is not None and person.country is None:
                continue
            if person.role and _same_office(person.role, role):
                exact = [*exact, person] if person.level == role.level else exact
                matches.append(person)
        matches = exact or matches  # "the minister" is the foreign minister rather than the prime minister
        if not matches:
            return None
        if country is None:
            own = [p for p in matches if p.country == table.setting.home or (p.country is None)]
            if own:
                return own[-1]
        return matches[-1]


def _state_of(run: Run) -> str | None:
    """The state that a run names or stands in."""
    code = run.names[0].entry.code if run.names and run.code in "GBL" else None
    return None if code in NO_STATE else code


def _same_office(held: str, role: Role) -> bool:
    if held == role.name:
        return True
    head = held.split(" of ")[0].split(" for ")[0].split()[-1]
    return head == role.head and (role.name == role.head or held == head)


def _best_name(canonical: str, written: str) -> str:
    """The canonical spelling, unless the text's own full name ends otherwise ("Ali Bongo" / "Ali Bongo Ondimba")."""
    parts = [w for w in written.split() if not (len(w) <= 2 and w.endswith("."))]
    last = parts[-1].replace("-", " ").split()[-1] if parts else ""
    known = canonical.replace("-", " ").split()
    if len(parts) >= 2 and plain(last) not in {plain(w) for w in known}:
        return " ".join(parts)
    if len(parts) > len(canonical.split()) and plain(last) != plain(known[-1]):
        return " ".join(parts)
    return canonical


def _clean_name(words: Sequence[str]) -> str:
    text = ""
    for word in words:
        glue = word in "-’'" or text.endswith("-") or word.startswith(("'", "’"))
        text += word if glue or not text else f" {word}"
    return text
