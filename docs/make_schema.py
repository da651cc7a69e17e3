#!/usr/bin/env python3
"""Writes the JSON Schema of the records that come in and go out to ``docs/schema``.

make_schema.py             write
make_schema.py --check     write nothing; exit status 1 if a file is not as it would be written
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dragoman.records import SCHEMA_VERSION, Coding, Document, Failure, Record

FOLDER = Path(__file__).resolve().parent / "schema"
LEFT_OUT = ("title", "text")
"""Fields of a coding that ``--no-text`` leaves out."""
RECORDS: tuple[type[Record], ...] = (Document, Coding, Failure)


def schemas() -> dict[str, str]:
    """File name -> its text, for every record that a user reads or writes."""
    return {f"{record.__name__.lower()}.json": _schema(record) for record in RECORDS}


def stale() -> list[str]:
    """Names of files that are missing, out of date, or no longer made."""
    made = schemas()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def _schema(record: type[Record]) -> str:
    schema = record.model_json_schema()
    if record is not Document:
        # What is written has every field, lists and nulls too; what is read may leave out those with a default.
        for part in (schema, *schema.get("$defs", {}).values()):
            if "properties" in part:
                part["required"] = [name for name in part["properties"] if part is not schema or name not in LEFT_OUT]
    comment = f"schema_version {SCHEMA_VERSION}; made by docs/make_schema.py"
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": comment, **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check; returns the exit status."""
    if arguments == ["--check"]:
        names = stale()
        if names:
            print("out of date, run docs/make_schema.py:", ", ".join(names), file=sys.stderr)
        return 1 if names else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
