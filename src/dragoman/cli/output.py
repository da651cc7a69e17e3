"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dragoman.cli.guard import CommandError

STANDARD_OUTPUT = "-"
_OTHER_FORMATS = {".csv", ".tsv", ".parquet", ".xlsx", ".gz"}


def check_target(target: str) -> None:
    """Raise CommandError now rather than after hours of coding, where ``target`` could not be written."""
    if target == STANDARD_OUTPUT:
        return
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise CommandError(f"-o {target}: is a folder")
    if path.suffix.lower() in _OTHER_FORMATS:
        raise CommandError(f"-o {target}: {path.suffix} is not written here; JSON Lines (.jsonl) is")
    if not path.parent.is_dir():
        raise CommandError(f"-o {target}: there is no folder {path.parent}")
    if not os.access(path.parent if _replaceable(path) else path, os.W_OK):
        raise CommandError(f"-o {target}: cannot be written")


@contextmanager
def opened(target: str) -> Iterator[TextIO]:
    """A UTF-8 stream to the target. A file is written beside it and takes its place when the block ends
    well."""
    if target == STANDARD_OUTPUT:
        with _standard_output() as stream:
            yield stream
        return
    path = Path(os.path.realpath(target))
    if not _replaceable(path):  # /dev/null, a named pipe
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        return
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise CommandError(f"-o {target}: {error.strerror}") from None
    try:
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output as UTF-8 whatever the locale says: JSON Lines are UTF-8."""
    sys.stdout.flush()
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield stream
        stream.flush()
    finally:
        with suppress(BrokenPipeError):
            stream.detach()  # or closing the wrapper would close standard output


def _replaceable(path: Path) -> bool:
    return not path.exists() or path.is_file()


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or what a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
