"""A run that is killed leaves no half-written output under the name that was asked for."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE = 120
"""Seconds after which a run that has written nothing counts as broken; a loaded machine needs some."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")


def write_input(folder: Path, count: int) -> Path:
    path = folder / "texts.jsonl"
    text = "Soldiers of Chad killed three rebels near the border with Sudan on Tuesday, the army said. " * 10
    path.write_text("".join(json.dumps({"id": f"d{n}", "text": text}) + "\n" for n in range(count)), encoding="utf-8")
    return path


def start(texts: Path, target: Path) -> subprocess.Popen[bytes]:
    program = "import sys; from dragoman.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "code", str(texts), "-o", str(target)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def lines_written_beside(target: Path) -> int:
    """Lines in the unfinished file, which stands beside the target under another name."""
    return sum(path.read_bytes().count(b"\n") for path in target.parent.iterdir() if path.name.endswith(".part"))


def kill_midway(texts: Path, target: Path, *, after_lines: int) -> None:
    """Start the program and end it by force once it has written so many lines."""
    process = start(texts, target)
    try:
        end = time.monotonic() + PATIENCE
        while lines_written_beside(target) < after_lines:
            assert process.poll() is None, "the run ended before it could be killed"
            assert time.monotonic() < end, "the run wrote nothing"
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("before", [None, "an older result\n"], ids=["new file", "older file"])
def test_killed_midway(tmp_path: Path, before: str | None) -> None:
    texts, target = write_input(tmp_path, 20_000), tmp_path / "out" / "coded.jsonl"
    target.parent.mkdir()
    if before is not None:
        target.write_text(before, encoding="utf-8")
    kill_midway(texts, target, after_lines=3)
    assert (target.read_text(encoding="utf-8") if target.exists() else None) == before


@pytest.mark.full
def test_killed_at_many_points_and_then_run_to_the_end(tmp_path: Path) -> None:
    texts, target = write_input(tmp_path, 400), tmp_path / "out" / "coded.jsonl"
    target.parent.mkdir()
    for after_lines in (0, 1, 7, 50, 200):
        kill_midway(texts, target, after_lines=after_lines)
        assert not target.exists()
        for left in target.parent.iterdir():
            left.unlink()
    assert start(texts, target).wait() == 0
    assert [json.loads(line)["id"] for line in target.read_text(encoding="utf-8").splitlines()] == [f"d{n}" for n in range(400)]
