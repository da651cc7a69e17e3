"""Actors of the user's own: they add to the lexicon, override it, and are refused where they contradict themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.language import load_model
from dragoman.lexicon import Lexicon, LexiconError

CSV = """\
# the desk's own
name,aliases,kind,country,sectors,office,from,to
Red Dawn Front,RDF;Red Dawn,group,MLI,REB,,2029,
Ana Ferro,,person,URY,GOV,foreign minister,2030-03-01,2032
Ana Ferro,,person,URY,ELI,,2033,
Hezbollah,,group,IMG,REB,,,
"""

TOML = """\
# the desk's own
[[actor]]
name = "Red Dawn Front"
aliases = ["RDF", "Red Dawn"]
country = "MLI"
sectors = ["REB"]

[[actor]]
name = "Ana Ferro"
country = "URY"
office = "foreign minister"
"""


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def parties(coder: dragoman.Coder, text: str, date: str | None = None) -> set[tuple[str | None, str | None, str | None]]:
    events = coder.code(text, date=date).events
    return {(p.name, p.country, next(iter(p.sectors), None)) for e in events for p in (*e.actors, *e.recipients)}


def test_own_actors_are_added_and_override(tmp_path: Path) -> None:
    coder = dragoman.Coder(actors=written(tmp_path, "my.csv", CSV))
    assert ("Red Dawn Front", "MLI", "REB") in parties(coder, "Chad condemned the RDF.")
    assert ("Hezbollah", "IMG", "REB") in parties(coder, "Chad condemned Hezbollah.")
    assert ("Ana Ferro", "URY", "GOV") in parties(coder, "Ana Ferro condemned Chad.", "2031-02-03")
    assert ("Ana Ferro", "URY", "ELI") in parties(coder, "Ana Ferro condemned Chad.", "2034-02-03")
    assert any("my.csv:6: 'Hezbollah' was Hezbollah (group, LBN)" in told for told in coder.overridden)


def test_own_actors_change_the_version_of_the_lexicon(tmp_path: Path) -> None:
    path = written(tmp_path, "my.toml", TOML)
    assert Lexicon(str.split, path).digest != Lexicon(str.split).digest


def test_several_processes_know_them_too(tmp_path: Path) -> None:
    coder = dragoman.Coder(model=load_model(), actors=written(tmp_path, "my.toml", TOML))
    document = dragoman.Document(id="a", text="Chad condemned Red Dawn.")
    [one] = coder.code_many([document])
    [other] = coder.code_many([document], workers=2)
    assert one == other
    assert isinstance(one, dragoman.Coding)
    assert one.events[0].recipients[0].country == "MLI"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name,country\nX,MLI\nY\n", r"a\.csv:3: has 1 cells, expected 2"),
        ("a.csv", "name,land\nX,MLI\n", r"a\.csv:1: unknown land"),
        ("a.csv", "name,country\nX,Mali\n", r"a\.csv:2: 'Mali' is not a country code"),
        ("a.csv", "name,sectors\nX,ARMY\n", r"a\.csv:2: .*ARMY"),
        ("a.csv", "name,kind\nX,army\n", r"a\.csv:2: kind 'army' is none of person, group, body"),
        ("a.csv", "name,country\n,MLI\n", r"a\.csv:2: an actor without a name"),
        ("a.csv", "name,from,to\nX,2030,2029\n", r"a\.csv:2: from 2030 is after to 2029"),
        ("a.csv", "name,from\nX,last May\n", r"a\.csv:2: 'last May' is no ISO 8601"),
        ("a.csv", "name,aliases,country\nX,RDF,MLI\nY,RDF,NER\n", r"a\.csv:3: 'RDF' is NER, but MLI in line 2"),
        ("a.toml", '[[actor]]\nname = "X"\naliases = "Y"\n', r"a\.toml:1: aliases is a list of texts"),
        ("a.toml", '[[actor]]\nname = ["X"]\n', r"a\.toml:1: name is one value"),
        ("a.toml", '[[actor]]\nname = "X\n', r"a\.toml:2: "),
        ("a.toml", '[actor]\nname = "X"\n', r"a\.toml:1: only \[\[actor\]\] tables"),
        ("a.toml", '\n[[actor]]\nname = "X"\n[[actor]]\nland = "MLI"\n', r"a\.toml:4: unknown land"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        Lexicon(str.split, written(tmp_path, name, text))


def test_one_name_may_change_sides_over_time(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,country,from,to\nX Front,MLI,2001,2005\nX Front,NER,2006,\n")
    lexicon = Lexicon(str.split, path)
    assert [entry.code for entry in lexicon.find("x front", "2003")] == ["MLI"]
    assert [entry.code for entry in lexicon.find("x front", "2010")] == ["NER"]
