"""What is built holds what is needed, and rooms import only what they may."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "dragoman"
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONTRACTS = SETTINGS["importlinter"]["contracts"]


def build(kind: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


def shipped() -> set[str]:
    """Every file of the package, as a path from ``src``."""
    return {
        path.relative_to(ROOT / "src").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def test_the_wheel_holds_code_data_and_licences(tmp_path: Path) -> None:
    with zipfile.ZipFile(build("wheel", tmp_path)) as wheel:
        names = set(wheel.namelist())
    assert "dragoman/py.typed" in names
    assert {name for name in names if name.startswith("dragoman/")} == shipped()
    licences = {name.split("/licenses/")[1] for name in names if "/licenses/" in name}
    assert licences == {
        "LICENSE",
        "NOTICE",
        "src/dragoman/ontology/data/LICENSE",
        "src/dragoman/ontology/data/NOTICE",
        "src/dragoman/lexicon/data/NOTICE",
    }


def test_the_source_archive_holds_the_project(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {f"src/{name}" for name in shipped()} <= names
    for name in (
        "LICENSE",
        "NOTICE",
        "README.md",
        "tests/test_package.py",
        "requirements/core.txt",
        "examples/README.md",
        ".ci/run",
    ):
        assert name in names


def test_rooms_import_only_what_they_may() -> None:
    program = "import sys; from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", program, "--no-cache", "--no-logo"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def rooms() -> set[str]:
    found = {
        path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    return found - {"__init__"}


def table() -> dict[str, set[str]]:
    """Room -> rooms that it may import, as docs/architecture.md has it."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    body = text.split("| room | may import |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| ([a-z_, ]+) \| (.+?) \|$", body, flags=re.MULTILINE)
    assert rows
    found: dict[str, set[str]] = {}
    for left, right in rows:
        allowed = set() if right == "nothing of ours" else rooms() if right == "anything" else set(right.split(", "))
        for room in left.split(", "):
            found[room] = allowed
    return found


def test_the_table_of_the_documents_names_every_room() -> None:
    assert table().keys() == rooms()


@pytest.mark.parametrize("room", sorted(rooms() - {"cli"}))
def test_contracts_say_what_the_table_says(room: str) -> None:
    (contract,) = [c for c in CONTRACTS if f"dragoman.{room}" in c["source_modules"]]
    sources, forbidden = (
        {name.removeprefix("dragoman.") for name in contract[key]} for key in ("source_modules", "forbidden_modules")
    )
    assert forbidden == rooms() - sources - table()[room]
