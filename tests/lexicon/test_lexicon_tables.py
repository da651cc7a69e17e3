"""Data files: every fault is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.lexicon import LexiconError
from dragoman.lexicon.tables import HEAD, data_folder, head, rows

GOOD_HEAD = "# licence: Apache-2.0\n# source: made up for this test\n# checked: 2026-11-23\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "words.csv"
    path.write_text(text, encoding="utf-8")
    return path


FAULTS: dict[str, tuple[str, str]] = {
    "no head": ("word,kind\na,b\n", r"^words\.csv:1: the commented head lacks '# licence: …'$"),
    "empty file": ("", r"^words\.csv:1: .*licence"),
    "no licence": (GOOD_HEAD.replace("licence", "terms") + "word,kind\n", r"^words\.csv:1: .*licence"),
    "empty source": (GOOD_HEAD.replace(" made up for this test", "") + "word,kind\n", r"^words\.csv:1: .*source"),
    "head below the table": ("word,kind\n" + GOOD_HEAD, r"^words\.csv:1: .*licence"),
    "no column": (GOOD_HEAD + "word,sort\na,b\n", r"^words\.csv:4: lacks the column kind; has word, sort$"),
    "no columns at all": (GOOD_HEAD, r"^words\.csv:4: lacks the column word, kind; has $"),
    "semicolons": (GOOD_HEAD + "word;kind\na;b\n", r"^words\.csv:4: lacks the column word, kind"),
    "one cell too few": (GOOD_HEAD + "word,kind\na,b\nc\n", r"^words\.csv:6: has 1 cells, expected 2: c$"),
    "one cell too many": (GOOD_HEAD + "word,kind\na,b,c\n", r"^words\.csv:5: has 3 cells, expected 2: a,b,c$"),
    "after a comment": (GOOD_HEAD + "# more\nword,kind\n# note\na\n", r"^words\.csv:7: has 1 cells"),
    "after an empty line": (GOOD_HEAD + "word,kind\n\na\n", r"^words\.csv:6: has 1 cells"),
}


@pytest.mark.parametrize("label", FAULTS)
def test_faults_name_file_and_line(label: str, tmp_path: Path) -> None:
    text, message = FAULTS[label]
    with pytest.raises(LexiconError, match=message):
        list(rows(table(tmp_path, text), ("word", "kind")))


def test_a_space_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="source"):
        list(rows(table(tmp_path, GOOD_HEAD.replace("made up for this test", "") + "word\na\n"), ("word",)))


def test_good_tables_give_their_rows(tmp_path: Path) -> None:
    text = GOOD_HEAD + '# a note\nkind,word,extra\n\n# b\nx ," a, b; c;; ",\ny,é,z\n'
    first, second = rows(table(tmp_path, text), ("word", "kind"))
    assert (first["kind"], first["word"], first["extra"], first.line) == ("x", "a, b; c;;", "", 8)
    assert first.list("word") == ("a, b", "c")
    assert first.list("extra") == first.list("no such column") == ()
    assert (second["word"], second.file, second.line) == ("é", "words.csv", 9)
    assert str(second.fault("is wrong")) == "words.csv:9: is wrong"


def test_the_head_holds_what_else_is_told(tmp_path: Path) -> None:
    path = table(tmp_path, GOOD_HEAD + "# Licence of one row: none\n# unit: people\nword,kind\n# unit: late\n")
    assert head(path) == {
        "licence": "Apache-2.0", "source": "made up for this test", "checked": "2026-11-23", "unit": "people",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(p.name for p in data_folder().iterdir() if p.name.endswith((".csv", ".toml"))))
def test_shipped_files_have_their_head(name: str) -> None:
    assert set(HEAD) <= set(head(data_folder() / name))
