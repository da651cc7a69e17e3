"""What the documents say is what the program does."""

from __future__ import annotations

import json
import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.records import Failure

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def script(name: str) -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / name))


def test_schemas_are_fresh() -> None:
    assert script("make_schema.py")["stale"]() == [], "run docs/make_schema.py"


def test_what_is_written_has_what_its_schema_requires(coder: dragoman.Coder) -> None:
    for record in (coder.code("Chad's army killed a rebel in Sudan on Monday."), Failure(id="d", error="why")):
        schema = json.loads((ROOT / "docs" / "schema" / f"{type(record).__name__.lower()}.json").read_text(encoding="utf-8"))
        written = json.loads(record.to_json())
        assert written.keys() == schema["properties"].keys()
        assert written.keys() >= set(schema["required"])
        for event in written.get("events", []):
            assert event.keys() == set(schema["$defs"]["Event"]["required"])


def test_the_readme_shows_what_the_program_makes_of_the_example(coder: dragoman.Coder) -> None:
    assert script("make_readme.py")["filled"](README, coder) == README, "run docs/make_readme.py"


def commands(text: str) -> list[str]:
    """The commands of the README's blocks of shell."""
    return re.findall(r"```sh\n(.*?)\n```", text, flags=re.DOTALL)


def test_there_are_two_commands_to_set_up() -> None:
    """``.ci/run`` takes them from here word by word."""
    run, test = (command for command in commands(README) if "pip install" in command)
    assert run.endswith("dragoman code examples/pakistan-russia-call.txt")
    assert test.endswith("pytest")


@pytest.mark.parametrize(
    "line", [line for command in commands(README) for line in command.splitlines() if line.startswith("dragoman ")]
)
def test_commands_of_the_readme_exist(line: str) -> None:
    known = {"code", "explain", "evaluate", "lexicon", "--version"}
    assert line.split()[1] in known


def test_versions_agree() -> None:
    version = PROJECT["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert dragoman.__version__ == version, "the installed package is another version: install it again"


def test_no_address_of_a_download_in_the_requirements() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"^\s*-|://|\./|^/", text, flags=re.MULTILINE), path.name
        assert not re.search(r"^torch\b", text, flags=re.MULTILINE), path.name
        assert all("==" in line for line in text.splitlines() if line and not line.startswith((" ", "#")))


def test_core_and_test_requirements_agree() -> None:
    core, test = (
        set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for name in ("core.txt", "test.txt")
    )
    assert core <= test
