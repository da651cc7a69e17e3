"""First pass, without a parse: names, titles and roles in the tokens of one sentence.

Each token run gets a one-letter code, and chains such as "Russian Foreign Minister Sergey Lavrov" or "X, foreign minister
of Y" are found as patterns over the codes:

    G state or nationality   B body, group or seat of government   P known person   L place
    R role   T title   C capitalised unknown words   s 's   i its, their   o of   f for   u to   t article
    , & / -   x anything else
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon import Lexicon, Name, Role
from dragoman.lexicon.roles import Title


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` to ``last`` (inclusive) with their code and what they may be."""

    code: str
    first: int
    last: int
    names: tuple[Name, ...] = ()
    role: Role | None = None
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A person or an office put together from runs: any part may be missing. ``possessed``: the office is "its" or "their"."""

    first: int
    last: int
    roles: tuple[Run, ...]
    titles: tuple[Run, ...]
    owner: Run | None
    name: Run | None
    definite: bool
    possessed: bool = False


_CONNECTORS = {
    "'s": "s",
    "’s": "s",
    "'": "s",
    "’": "s",
    "its": "i",
    "their": "i",
    "of": "o",
    "for": "f",
    "to": "u",
    "the": "t",
    "a": "a",
    "an": "a",
    ",": ",",
    "and": "&",
    "&": "&",
    "/": "/",
    "-": "-",
    "–": "-",
}

_NAME_THEN_OFFICE = re.compile(
    r"(?:(?<![RT,&/-])|(?<=,)(?=T))(?P<titles>T*)(?P<name>[CP]),(?P<det>[ta])?x?(?:(?P<owner>[GB])s?|(?P<possessor>i))?x?(?P<roles>R)"
    r"(?:[of]t?(?:Co)?(?P<owner2>[GB]))?"
)
"""\"Sergey Lavrov, the Russian foreign minister\", "Mr. X, minister of health of Y\"."""

_OFFICE_THEN_NAME = re.compile(
    r"(?P<det>t)?(?:(?:(?P<owner>[GB])s?|(?P<possessor>i))x{0,2})?(?P<roles>R)(?:[of]t?(?:Co)?(?P<owner2>[GB]))?"
    r",(?P<name>[CP])(?=,|x?$)"
)
"""\"Panama's president, Aurora Batista, has ...", "its foreign minister, X, ...": between commas, or at the end."""

_OFFICE_AT = re.compile(r"(?P<det>t)?(?P<roles>R)xt?(?:(?P<owner>[GB])s?)?(?P<house>R)(?P<name>[CP])")
"""\"Minister of State at the Ministry of Foreign Affairs X\"."""

SYLLABLE = 5
"""Letters that the second part of a given name such as Mei-hui has at most."""

_CHAINS = (
    _OFFICE_AT,
    _OFFICE_THEN_NAME,
    _NAME_THEN_OFFICE,
    # "the Foreign Minister of Saudi Arabia, Prince Faisal bin Farhan"
    re.compile(
        r"(?P<det>t)?(?P<owner2>[GB])?(?P<roles>R)[of]t?(?:Co)?(?P<owner>[GB])(?:s)?(?:ut?[GB])?,?(?P<more>(?:[RT][,&/]?)*)(?P<name>[CP])"
    ),
    # "Russian Foreign Minister Sergey Lavrov", "Turkey's Prime Minister and Foreign Minister X"
    re.compile(
        r"(?P<det>t)?(?:(?P<owner>[GB])(?:s|-)?B?x{0,2})?(?P<roles>(?:[RT](?:,|&|/|-)?)*[RT])C?(?P<name>[CP])(?:ot?(?P<owner2>[GB]))?"
    ),
    # "the foreign minister of Russia"
    re.compile(r"(?P<det>t)?(?P<roles>R)ot?(?:Co)?(?P<owner>[GB])"),
    # "the Russian foreign minister", "Russia's foreign minister"
    re.compile(r"(?P<det>[ta])?(?P<owner>[GB])(?:s)?(?P<roles>(?:R/)*R)"),
    # "the foreign minister", "police"
    re.compile(r"(?P<det>t)?(?P<roles>R)"),
)


class Scanner:
    """Finds the runs and chains of a sentence."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._common = common
        self._particles = lexicon.cues["name_particle"]
        self._given = lexicon.cues["given_name"]
        calendar = lexicon.cues["month"] | lexicon.cues["weekday"] | lexicon.cues["month_short"]
        self._not_names = calendar

    def runs(self, words: Sequence[str]) -> list[Run]:
        """Coded runs covering all words in order."""
        lowered = [w.lower() for w in words]
        found: list[Run] = []
        i = 0
        while i < len(words):
            run = self._run(words, lowered, i)
            found.append(run)
            i = run.last + 1
        return self._own_institutions(self._join_names(found, words), lowered)

    def _run(self, words: Sequence[str], lowered: Sequence[str], i: int) -> Run:
        word = words[i]
        if word in _CONNECTORS or lowered[i] in ("the", "a", "an", "its", "their"):
            if not (i == 0 or word[0].isupper()) or lowered[i] != "the":
                return Run(_CONNECTORS[word if word in _CONNECTORS else lowered[i]], i, i)
        named = self._lexicon.names.at(words, i)
        role = self._lexicon.roles.at(lowered, i)
        if named and (not role or named[0] >= role[0]) and not self._inside_name(words, i, named[0]):
            length, names = named
            return Run(_code(names), i, i + length - 1, names=tuple(names))
        title = self._lexicon.roles.titles.get(word)
        if title and i + 1 < len(words) and words[i + 1][:1].isupper():
            return Run("T", i, i, title=title)
        if role:
            return Run("R", i, self._office_end(words, i + role[0] - 1, role[1]), role=role[1])
        if lowered[i] in ("the", "a", "an"):
            return Run(_CONNECTORS[lowered[i]], i, i)
        if self._is_name_word(words, i):
            return Run("C", i, self._name_end(words, lowered, i))
        return Run("x", i, i)

    def _office_end(self, words: Sequence[str], last: int, role: Role) -> int:
        """As in “Minister of State *for Europe and North America*”: the portfolio belongs to the office."""
        if role.kind != "person" or last + 2 >= len(words) or words[last + 1] not in ("of", "for"):
            return last
        portfolio = self._lexicon.cues["portfolio"]
        end = last
        for k in range(last + 2, min(len(words), last + 11)):
            word = words[k]
            named = self._lexicon.names.at(words, k)
            if named and any(n.entry.kind == "country" for n in named[1]) and (named[0] > 1 or word not in portfolio):
                break  # the "South" of South Africa begins no portfolio
            if word in portfolio:
                end = k
            elif (
                not (word[:1].isupper() or word in ("and", "the", ",", "of", "&", "-"))
                or self._lexicon.names.at(words, k)
                and word not in ("the", "and")
            ):
                if not (word[:1].isupper() and k + 1 < len(words) and words[k + 1] in portfolio):
                    break
        return end

    def _inside_name(self, words: Sequence[str], i: int, length: int) -> bool:
        """As in “Michael Jordan”, "Jordan Spieth": a name of a state that is also a given name, next to another name."""
        if length > 1 or words[i] not in self._given:
            return False
        before = words[i - 1] if i else ""
        after = words[i + 1] if i + 1 < len(words) else ""

        def other(word: str, at: int) -> bool:
            return (
                word[:1].isupper()
                and word.isalpha()
                and word.lower() not in self._common
                and not word.isupper()
                and at > 0
                and not self._lexicon.names.at(words, at)
                and not self._lexicon.roles.at([w.lower() for w in words], at)
                and word not in self._not_names
            )

        return other(before, i - 1) or (bool(after) and other(after, i + 1))

    def _is_name_word(self, words: Sequence[str], i: int) -> bool:
        word = words[i]
        if not word[0].isupper() or not any(c.isalpha() for c in word) or word in self._not_names:
            return False
        return word.lower() not in self._common

    def _name_end(self, words: Sequence[str], lowered: Sequence[str], i: int) -> int:
        end = i
        k = i + 1
        while k < len(words) and k - i < 9:
            word = words[k]
            if self._is_name_word(words, k) and not self._lexicon.roles.at(lowered, k):
                named = self._lexicon.names.at(words, k)
                if named and _code(named[1]) in "GB":
                    break
                if named and _code(named[1]) == "P":
                    break
                end = k
            elif (
                lowered[k] in self._particles
                and k + 1 < len(words)
                and (words[k + 1][:1].isupper() or words[k + 1] == "-" or lowered[k + 1] in self._particles)
            ):
                pass
            elif words[k - 1] == "-" and self._ends_given_name(word):
                end = k
            elif (
                word in "-’'" and k + 1 < len(words) and words[k + 1][:1].isalpha() and words[k - 1][:1].isalpha() and word == "-"
            ):
                pass
            else:
                break
            k += 1
        return end

    def _ends_given_name(self, word: str) -> bool:
        """As the last syllable of “Chuang Mei-hui”."""
        return word.isalpha() and word.islower() and len(word) <= SYLLABLE and word not in self._common

    def _own_institutions(self, runs: list[Run], lowered: Sequence[str]) -> list[Run]:
        """As in “Uruguay's Senate” is Uruguay's, though "the Senate" alone is America's."""
        fixed = []
        for i, run in enumerate(runs):
            before = runs[i - 1] if i else None
            if before is not None and before.code == "s" and i > 1:
                before = runs[i - 2]
            if (
                run.code == "B"
                and before is not None
                and before.code == "G"
                and any(n.entry.kind == "metonym" for n in run.names)
            ):
                role = self._lexicon.roles.at(lowered, run.first)
                if role is not None and run.first + role[0] - 1 >= run.last:
                    run = Run("R", run.first, run.last, role=role[1])
            fixed.append(run)
        return fixed

    def _join_names(self, runs: list[Run], words: Sequence[str]) -> list[Run]:
        """Neighbouring parts of a name are one name."""
        joined: list[Run] = []
        for run in runs:
            last = joined[-1] if joined else None
            adjacent = last is not None and last.last + 1 == run.first
            # as in "Chanda Mwewa": a lone place before another name is a given name
            given = adjacent and last is not None and last.code == "L" and last.first == last.last
            if last is not None and adjacent and (last.code == "C" or given) and run.code == "C":
                joined[-1] = Run("C", last.first, run.last)
            elif last is not None and last.code == "P" and run.code == "C" and last.last + 1 == run.first:
                joined[-1] = Run("P", last.first, run.last, names=last.names)
            else:
                joined.append(run)
        return [self._known_person(run, words) if run.code == "C" and run.last > run.first else run for run in joined]

    def _known_person(self, run: Run, words: Sequence[str]) -> Run:
        """As in “Antony J. Blinken” is the known "Antony Blinken"."""
        parts = [w for w in words[run.first : run.last + 1] if not (len(w) == 2 and w.endswith("."))]
        for start in range(len(parts) - 1):
            found = self._lexicon.names.at(parts, start)
            if found and found[0] >= 2 and _code(found[1]) == "P":
                return Run("P", run.first, run.last, names=tuple(found[1]))
        return run

    def chains(self, runs: Sequence[Run], *, headline: bool) -> list[Chain]:
        """Persons and offices, in order; each run belongs to at most one chain.

        In a headline a comma means "and" ("Carter, Iraqi premier meet"), so no office follows a name.
        """
        codes = "".join(run.code for run in runs)
        used = [False] * len(runs)
        found: list[Chain] = []
        for pattern in _CHAINS:
            if headline and pattern in (_NAME_THEN_OFFICE, _OFFICE_THEN_NAME):
                continue
            for match in pattern.finditer(codes):
                first, last = match.span()
                if any(used[first:last]):
                    continue
                chain = self._chain(match, runs)
                if chain is None or pattern is _OFFICE_THEN_NAME and not _introduces(chain):
                    continue
                used[first:last] = [True] * (last - first)
                found.append(chain)
        return sorted(found, key=lambda c: c.first)

    def _chain(self, match: re.Match[str], runs: Sequence[Run]) -> Chain | None:
        groups = match.groupdict()
        name = runs[match.start("name")] if groups.get("name") else None
        parts = [r for g in ("titles", "roles", "more") if groups.get(g) for r in runs[match.start(g) : match.end(g)]]
        roles = tuple(r for r in parts if r.code == "R")
        titles = tuple(r for r in parts if r.code == "T")
        owner = next((runs[match.start(g)] for g in ("owner", "owner2") if groups.get(g)), None)
        if name is not None and name.code == "C" and roles and not titles:
            role = roles[-1].role
            if role is None or role.kind != "person":
                return None  # "Police Also ..." in a headline: no person follows a force
        if name is None and not roles:
            return None
        house = runs[match.start("house")].role if groups.get("house") else None
        if groups.get("house") and (house is None or house.kind != "institution"):
            return None
        # a name before a comma belongs to the chain only if it is a person's role
        if name is not None and roles and match.start("name") < match.start("roles"):
            role = roles[0].role
            if role is None or role.kind != "person" or role.plural:
                return None
        first = runs[match.start()].first
        definite = groups.get("det") == "t" or _after_and(match)
        return Chain(first, runs[match.end() - 1].last, roles, titles, owner, name, definite, bool(groups.get("possessor")))


def _introduces(chain: Chain) -> bool:
    """Whether an office before a comma tells who bears the name behind it: it is somebody's, and the name is a full one."""
    assert chain.name is not None
    full = chain.name.code == "P" or chain.name.last > chain.name.first
    role = chain.roles[-1].role
    return full and role is not None and not role.plural and (chain.owner is not None or chain.possessed or chain.definite)


def _after_and(match: re.Match[str]) -> bool:
    return match.string[: match.start()].endswith("&")


def _code(names: Sequence[Name]) -> str:
    kinds = {n.entry.kind for n in names}
    if "group" in kinds or "body" in kinds:
        return "B"
    if "country" in kinds:
        return "G"
    if "metonym" in kinds:
        return "B"
    if "person" in kinds:
        return "P"
    return "L"
