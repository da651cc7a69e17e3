"""The commands as a user meets them, with a coder that only hands documents through."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app
from dragoman.records import Coding, Document, Failure, Run, text_digest

RUN = Run(program="0", lexicon="0", model="none", model_version="0", model_sha256="0")
SOURCE = Path(__file__).parents[2] / "src"


def coding(document: Document) -> Coding:
    told = document.model_dump(exclude={"translated_from"})
    return Coding(**told, text_sha256=text_digest(document.text), run=RUN, warnings=("by the coder",))


class HandingThrough:
    """A coder that finds nothing, fails where the text says so, and breaks where it says that."""

    def __init__(self, actors: str | None = None) -> None:
        self.overridden = (f"{actors} replaces nothing",) if actors else ()

    def code_many(self, items: Iterable[Document | Failure], workers: int = 1) -> Iterator[Coding | Failure]:
        for item in items:
            if isinstance(item, Failure):
                yield item
            elif "FAIL" in item.text:
                yield Failure(id=item.id, error="asked to fail")
            elif "BREAK" in item.text:
                raise RuntimeError("asked to\nbreak")
            elif "INTERRUPT" in item.text:
                raise KeyboardInterrupt
            else:
                yield coding(item)

    def explain(self, document: Document) -> str:
        return f"{document.id}: nothing in [red]{document.text}"


@pytest.fixture(autouse=True)
def _coder(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("dragoman.coder")
    module.Coder = HandingThrough  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.coder", module)


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode())
        return path

    return write


Put = Callable[[str, str], Path]


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def objects(text: str) -> list[dict[str, object]]:
    return [json.loads(part) for part in text.splitlines()]


THREE = line(id="1", text="One.") + line(id="2", text="FAIL") + "broken\n" + line(id="3", text="Three.")


def test_json_lines_when_not_on_a_terminal_in_input_order_and_status_1(put: Put) -> None:
    path = put("a.jsonl", THREE)
    result = run("code", path)
    assert [item["id"] for item in objects(result.stdout)] == ["1", "2", f"{path}:3", "3"]
    assert objects(result.stdout)[1] == {"id": "2", "error": "asked to fail"}
    assert result.exit_code == 1
    assert "2 of 4 documents failed" in result.stderr


def test_status_0_and_nothing_on_stderr_when_all_is_well(put: Put) -> None:
    result = run("code", put("a.txt", "One."))
    assert (result.exit_code, result.stderr) == (0, "")


def test_standard_input(put: Put) -> None:
    result = run("code", "-", stdin=line(id="1", text="One."))
    assert objects(result.stdout)[0]["text"] == "One."


def test_no_text_leaves_texts_out(put: Put) -> None:
    record = objects(run("code", put("a.txt", "Head\n\nOne."), "--no-text").stdout)[0]
    assert "text" not in record
    assert "title" not in record
    assert "text_sha256" in record


def test_date_is_for_documents_without_one(put: Put) -> None:
    assert objects(run("code", put("a.txt", "One."), "--date", "2020-06").stdout)[0]["date"] == "2020-06"


def test_notices_reach_stderr_and_the_record(put: Put) -> None:
    path = put("a.jsonl", line(id="1", text="One.", date="yesterday"))
    result = run("code", path)
    (record,) = objects(result.stdout)
    assert result.exit_code == 0
    assert record["date"] is None
    assert record["warnings"][0].startswith(f"{path}:1: date left out")  # type: ignore[index]
    assert record["warnings"][1] == "by the coder"  # type: ignore[index]
    assert result.stderr.count("\n") == 1
    assert run("code", path, "--quiet").stderr == ""


def test_output_file_is_written_whole(put: Put, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    result = run("code", put("a.jsonl", THREE), "-o", target)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(objects(target.read_text())) == 4
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "out.jsonl"]


@pytest.mark.parametrize(("word", "status"), [("BREAK", 3), ("INTERRUPT", 130)])
def test_output_file_stays_as_it_was_when_the_run_breaks(put: Put, tmp_path: Path, word: str, status: int) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    result = run("code", put("a.jsonl", line(text="One.") + line(text=word)), "-o", target)
    assert result.exit_code == status
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "out.jsonl"]


def test_output_to_the_input_file(put: Put) -> None:
    path = put("a.jsonl", line(id="1", text="One."))
    assert run("code", path, "-o", path).exit_code == 0
    assert objects(path.read_text())[0]["id"] == "1"


def test_output_through_a_link_and_to_a_device(put: Put, tmp_path: Path) -> None:
    target, link = tmp_path / "out.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(target)
    path = put("a.txt", "One.")
    assert run("code", path, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert len(objects(target.read_text())) == 1
    assert run("code", path, "-o", os.devnull).exit_code == 0
    assert len(objects(run("code", path, "-o", "-").stdout)) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--format", "xml"), "not one of table, jsonl"),
        (("--date", "18 June"), "ISO 8601"),
        (("-o", "{folder}"), "is a folder"),
        (("-o", "{folder}/none/out.jsonl"), "no folder"),
        (("-o", "{folder}/out.csv"), ".csv is not written"),
    ],
)
def test_wrong_options_end_with_one_line_and_status_2(put: Put, tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    result = run("code", put("a.txt", "One."), *(part.format(folder=tmp_path) for part in arguments))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("dragoman: ")
    assert reason in result.stderr


def test_an_error_of_the_program_is_one_line_and_debug_shows_the_traceback(put: Put) -> None:
    path = put("a.txt", "BREAK")
    result = run("code", path)
    assert result.exit_code == 3
    assert result.stderr == "dragoman: RuntimeError: asked to break; --debug shows where\n"
    for arguments in (("code", path, "--debug"), ("--debug", "code", path)):
        assert "Traceback" in run(*arguments).stderr


def test_table_on_request_takes_texts_literally(put: Put) -> None:
    path = put("a.txt", "[bold red]x[/] \x1b[31m :smile: [/nonsense]\n\nOne.")
    result = run("code", path, "--format", "table")
    assert result.exit_code == 0
    assert "[bold red]x[/]" in result.stdout
    assert ":smile: [/nonsense]" in result.stdout
    assert "\x1b" not in result.stdout
    assert "no political event" in result.stdout


def test_table_shows_failures_and_status_1(put: Put) -> None:
    result = run("code", put("[red].txt", ""), "--format", "table")
    assert result.exit_code == 1
    assert "is empty" in result.stdout


def test_explain(put: Put) -> None:
    path = put("a.jsonl", line(id="1", text="One\x1b[2J.") + line(id="2", text="Two."))
    assert run("explain", path).stdout.count("nothing in [red]") == 2
    assert "\x1b" not in run("explain", path).stdout
    assert run("explain", path, "--id", "2").stdout == "2: nothing in [red]Two.\n"
    assert run("explain", path, "--id", "9").exit_code == 2
    missing = run("explain", path.with_name("none"))
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)


GOLD = line(id="1", text="One.", events=[], engagements=[], positions=[], commitments=[])


def test_evaluate_codes_the_texts_or_takes_what_was_coded(put: Put) -> None:
    gold = put("gold.jsonl", GOLD)
    now = run("evaluate", gold, "--json")
    assert now.exit_code == 0, now.stderr
    coded = put("coded.jsonl", run("code", gold).stdout)
    before = run("evaluate", gold, "--predicted", coded, "--json")
    assert json.loads(now.stdout) == json.loads(before.stdout)
    assert run("evaluate", gold, "--errors", "3").exit_code == 0


@pytest.mark.parametrize(
    ("gold", "coded", "place"),
    [
        ("", "", "gold.jsonl"),
        ("broken", "", "gold.jsonl:1"),
        (GOLD, "\nbroken", "coded.jsonl:2"),
        (GOLD, "[]", "coded.jsonl:1"),
        (GOLD, '{"text": ""}', "coded.jsonl:1"),
        (GOLD, '{"id": "1"}\n{"id": "1"}', "coded.jsonl"),
    ],
)
def test_evaluate_names_the_bad_file_and_line(put: Put, gold: str, coded: str, place: str) -> None:
    result = run("evaluate", put("gold.jsonl", gold), "--predicted", put("coded.jsonl", coded))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert place in result.stderr


def test_evaluate_missing_files(put: Put, tmp_path: Path) -> None:
    none, gold = tmp_path / "none", put("gold.jsonl", GOLD)
    for arguments in ((none,), (gold, "--predicted", none)):
        result = run("evaluate", *arguments)
        assert result.exit_code == 2
        assert str(none) in result.stderr


@pytest.mark.parametrize(("problems", "status"), [([], 0), (["frames.csv:3: [bad]"], 1)])
def test_lexicon_check(monkeypatch: pytest.MonkeyPatch, problems: list[str], status: int) -> None:
    import dragoman.lexicon

    monkeypatch.setattr(dragoman.lexicon, "check", lambda: problems)
    result = run("lexicon", "check")
    assert result.exit_code == status
    assert all(problem in result.stdout for problem in problems)


# In a process of its own: entry point, signals, pipes.

CODER = """
import sys, types
sys.path[:0] = {paths!r}
module = types.ModuleType("dragoman.coder")
from test_command_line import HandingThrough
module.Coder = HandingThrough
sys.modules["dragoman.coder"] = module
from dragoman.cli import main
main()
"""


def process(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    script = CODER.format(paths=[str(SOURCE), str(Path(__file__).parent)])
    command = [sys.executable, "-c", script, *(str(argument) for argument in arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **{**pipes, **options})  # type: ignore[call-overload, no-any-return]


def test_closed_pipe_is_quiet(put: Put) -> None:
    path = put("a.jsonl", "".join(line(id=str(number), text="x" * 5000) for number in range(500)))
    started = process("code", path)
    assert started.stdout is not None
    assert started.stderr is not None
    assert started.stdout.readline().startswith(b"{")
    started.stdout.close()
    assert started.stderr.read() == b""
    assert started.wait(60) == 141


def test_interrupt_ends_cleanly_with_130(tmp_path: Path) -> None:
    started = process("code", "-", "-o", tmp_path / "out.jsonl")
    assert started.stdin is not None
    started.stdin.write(line(id="1", text="One.").encode())
    started.stdin.flush()
    deadline = time.monotonic() + 60
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:  # it has begun to write
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert started.returncode == 130
    assert errors == b"dragoman: interrupted\n"
    assert list(tmp_path.iterdir()) == []


def test_lines_are_coded_as_they_come(tmp_path: Path) -> None:
    started = process("code", "-")
    assert started.stdin is not None
    assert started.stdout is not None
    for number in range(3):
        started.stdin.write(line(id=str(number), text="One.").encode())
        started.stdin.flush()
        assert json.loads(started.stdout.readline())["id"] == str(number)
    started.communicate(timeout=60)
    assert started.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--version",), 0),
        (("--help",), 0),
        (("code", "--help"), 0),
        ((), 2),
        (("code",), 2),
        (("bogus",), 2),
    ],
)
def test_entry_point(arguments: tuple[str, ...], status: int) -> None:
    started = process(*arguments)
    output, errors = started.communicate(timeout=60)
    assert started.returncode == status
    assert b"Traceback" not in errors
    assert (output or errors).strip()
    assert errors.count(b"\n") <= 1


def test_output_is_utf8_in_every_locale(put: Put) -> None:
    path = put("a.txt", "Café in Málaga \N{GRINNING FACE}.")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("jsonl", "table"):
        output, errors = process("code", path, "--format", form, env=environment).communicate(timeout=60)
        assert errors == b""
        assert form == "table" or json.loads(output)["text"] == "Café in Málaga \N{GRINNING FACE}."


def test_help_imports_nothing_heavy() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
        "import dragoman.cli\n"
        "heavy = {'spacy', 'numpy', 'trafilatura', 'lxml', 'rich'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_lexicon_find_tells_who_held_an_office_then() -> None:
    held = run("lexicon", "find", "lavrov", "--date", "2020-06-18")
    assert held.exit_code == 0
    assert "Sergey Lavrov" in held.output
    assert "foreign minister" in held.output
    assert run("lexicon", "find", "LAVROV", "--date", "1950").exit_code == 1


def test_what_own_actors_replace_is_a_warning_that_quiet_hides(put: Put) -> None:
    texts = put("a.txt", "Peace in our time, it was said.")
    told = run("code", texts, "--actors", "my.csv")
    assert told.exit_code == 0
    assert "warning: my.csv replaces nothing" in told.stderr
    assert run("code", texts, "--actors", "my.csv", "--quiet").stderr == ""


@pytest.mark.parametrize("date", ["yesterday", "18-06-2020", ""])
def test_lexicon_find_refuses_what_is_no_date(date: str) -> None:
    assert run("lexicon", "find", "Lavrov", "--date", date).exit_code == 2
