"""Words for roles: offices, professions, forces, institutions, crowds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon.tables import data_folder, rows


@dataclass(frozen=True, slots=True)
class Role:
    """One role. ``source`` says how a bare mention gets its country: ``document``, ``place`` or ``none``."""

    name: str
    sectors: tuple[str, ...]
    kind: str
    level: str | None
    source: str
    political: bool
    plural: bool = False

    @property
    def head(self) -> str:
        """The word that stands for the role when it is repeated: "minister" of "foreign minister"."""
        first = self.name.split(" of ")[0].split(" for ")[0]
        return first.split()[-1]


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name; courtesy titles have no role."""

    text: str
    role: str | None
    sectors: tuple[str, ...]


class RoleIndex:
    """Longest-match search for role phrases in lower-cased words."""

    def __init__(self) -> None:
        self._roles: dict[tuple[str, ...], Role] = {}
        self._longest: dict[str, int] = {}
        self.titles: dict[str, Title] = {}
        folder = data_folder()
        columns = ("role", "plural", "sectors", "kind", "level", "country_from", "political")
        for row in rows(folder / "roles.csv", columns):
            forms = [(row["role"], row["role"] == row["plural"])]
            forms += [(plural, True) for plural in row.list("plural")]
            for text, plural in forms:
                role = Role(
                    row["role"],
                    row.list("sectors"),
                    row["kind"],
                    row["level"] or None,
                    row["country_from"],
                    row["political"] == "yes",
                    plural,
                )
                words = tuple(text.lower().replace("-", " - ").replace("'s", " 's").split())
                if words and words not in self._roles:
                    self._roles[words] = role
                    self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        for row in rows(folder / "titles.csv", ("title", "role", "sectors")):
            self.titles[row["title"]] = Title(row["title"], row["role"] or None, row.list("sectors"))

    @property
    def words(self) -> frozenset[str]:
        """All words of role phrases."""
        return frozenset(word for phrase in self._roles for word in phrase)

    def at(self, lowered: Sequence[str], start: int) -> tuple[int, Role] | None:
        """The longest role phrase that begins at ``start``: (number of words, role), or None."""
        for length in range(self._longest.get(lowered[start], 0), 0, -1):
            role = self._roles.get(tuple(lowered[start : start + length]))
            if role is not None and start + length <= len(lowered):
                return length, role
        return None

    def get(self, phrase: str) -> Role | None:
        """The role of a whole phrase."""
        return self._roles.get(tuple(phrase.lower().split()))
