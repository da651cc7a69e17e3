"""Every data file tells under which licence it stands and where it comes from."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "dragoman"
TRAINING = ROOT / "training"
HEAD = ("licence", "source", "checked")
DATA = {".csv", ".tsv", ".toml", ".json", ".jsonl"}


def data_files() -> list[Path]:
    found = [path for path in PACKAGE.rglob("*") if "data" in path.relative_to(PACKAGE).parts]
    found += TRAINING.rglob("*")
    return sorted(path for path in found if path.suffix in DATA)


def head(path: Path) -> dict[str, str]:
    """What a data file says of itself: in its commented head, or among its own fields."""
    if path.suffix == ".json":
        told = json.loads(path.read_text(encoding="utf-8"))
        return {key: str(told[key]) for key in HEAD if key in told} if isinstance(told, dict) else {}
    return dict(_commented(path))


def _commented(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            return
        key, _, value = line.lstrip("# ").partition(":")
        yield key.strip(), value.strip()


def notes_above(path: Path, top: Path) -> str:
    """The README and NOTICE files beside a file and above it, as far as ``top``."""
    folders = [folder for folder in path.parents if folder == top or top in folder.parents]
    return "\n".join(
        (folder / name).read_text(encoding="utf-8")
        for folder in folders
        for name in ("README.md", "NOTICE")
        if (folder / name).is_file()
    )


def told_by_notes(path: Path, notes: str) -> list[str]:
    """What the notes leave out about a file that has no place for a head (JSON Lines)."""
    lower = notes.lower()
    lacking = [] if path.name in notes or f"{path.parent.name}/" in notes else ["its name"]
    return lacking + [word for word in ("licence", "source") if word not in lower]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_are_data_files() -> None:
    assert len(data_files()) > 20


@pytest.mark.parametrize("path", [p for p in data_files() if p.suffix != ".jsonl"], ids=name)
def test_a_data_file_names_licence_source_and_day(path: Path) -> None:
    told = head(path)
    assert [key for key in HEAD if not told.get(key)] == []


@pytest.mark.parametrize("path", [p for p in data_files() if p.suffix == ".jsonl"], ids=name)
def test_json_lines_are_described_beside_them(path: Path) -> None:
    top = TRAINING if TRAINING in path.parents else PACKAGE
    assert told_by_notes(path, notes_above(path, top)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "gold").glob("*.jsonl")), ids=name)
def test_gold_is_described_in_its_readme(path: Path) -> None:
    assert told_by_notes(path, (path.parent / "README.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.txt")), ids=name)
def test_examples_are_described_in_their_readme(path: Path) -> None:
    assert told_by_notes(path, (path.parent / "README.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("folder", ["ontology", "lexicon"])
def test_data_with_other_licences_has_its_notice(folder: str) -> None:
    assert "licen" in (PACKAGE / folder / "data" / "NOTICE").read_text(encoding="utf-8")


def test_licences_of_the_data_are_those_of_the_package() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"].split(" AND ")
    used = {told for path in data_files() if PACKAGE in path.parents and (told := head(path).get("licence"))}
    used = {told.replace(" ", "-") for told in used}  # CC BY 4.0 and CC-BY-4.0 are one
    assert used <= set(declared)
    assert (PACKAGE / "ontology" / "data" / "LICENSE").is_file(), "CC BY-SA asks for its licence to be named with the data"
    texts = (ROOT / "LICENSE").read_text(encoding="utf-8") + (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "Apache License" in texts
    assert "CC BY-SA 4.0" in texts
    assert "CC BY 4.0" in texts
