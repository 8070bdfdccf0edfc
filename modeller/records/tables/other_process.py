"""Reads PDF and workbooks in another process, because their libraries know no bounds.

That process has a limit of time and, where the system allows, of memory. Whatever happens to it
becomes a problem with a message here.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Literal

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import translate
from modeller.records.tables.table import Row, Table

Reader = Literal["pdf", "workbook"]

_UNTRANSLATED = re.compile("\x02([^\x02\x03]*\x1f[^\x02\x03]*)\x03")
_DEEPEST = 3
"""A value can be a text of its own, and hardly ever has another within."""
LONGEST_SECONDS = 60
MOST_MEGABYTES = 1_000
"""The limit of address space, beyond what the process starts with."""


def read_apart(reader: Reader, content: bytes, name: str) -> tuple[Table, ...]:
    """The tables that another process finds.

    Raises
    ------
    ModellerError
        With what was wrong there, or because it took too long or too much memory.
    """
    # the program of a bundle understands these arguments, too, as in
    # `modeller.kernel.other_process`
    options = [] if getattr(sys, "frozen", False) else ["-P"]
    try:
        done = subprocess.run(
            [sys.executable, *options, "-m", "modeller.records.tables", reader],
            input=content,
            capture_output=True,
            timeout=LONGEST_SECONDS,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ModellerError(_too_much(name)) from error
    except OSError as error:
        raise refusal(
            name,
            "cannot be read ({reason})",
            "close other programs, or save the table as “CSV UTF-8”",
            reason=error.strerror or error,
        ) from error
    try:
        answer = json.loads(done.stdout)
        problems, tables = answer["problems"], answer["tables"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModellerError(_too_much(name)) from error
    if problems:
        raise ModellerError(
            [Problem(name, translated(what), translated(remedy)) for what, remedy in problems]
        )
    return tuple(
        Table(
            name,
            tuple(Row(line, tuple(cells)) for line, cells in rows),
            sheet=sheet,
            notes=tuple(translated(note) for note in notes),
            cut=cut,
        )
        for sheet, notes, cut, rows in tables
    )


def _too_much(name: str) -> Problem:
    return problem(
        name,
        "took more time or memory than a record is worth, or is damaged",
        "copy the table into a spreadsheet and save it as “CSV UTF-8”",
    )


def untranslated_text(context: str, text: str, _n: int | None) -> str:
    """A translator for the other process: what there is to translate, with its values beside it."""
    names = "".join(f"\x1f{name}\x1f{{{name}}}" for name in re.findall(r"\{(\w+)\}", text))
    bare = text.replace("{", "{{").replace("}", "}}") if names else text
    return f"\x02{context}\x1f{bare}{names}\x03"


def translated(text: str) -> str:
    """The text in the user's language, which only this process knows."""
    for _ in range(_DEEPEST):
        text = _UNTRANSLATED.sub(_translated, text)
    return text


def _translated(found: re.Match[str]) -> str:
    context, text, *rest = found[1].split("\x1f")
    try:
        values = dict(zip(rest[::2], rest[1::2], strict=True))
        return translate(context, text, **values)
    except (ValueError, KeyError, IndexError):  # a damaged file's own words were among the values
        return text


def answer_text(tables: Sequence[Table], problems: Sequence[Problem] = ()) -> str:
    """Encode the answer of the other process."""
    return json.dumps(
        {
            "problems": [[problem.what, problem.remedy] for problem in problems],
            "tables": [
                [table.sheet, table.notes, table.cut, [[row.line, row.cells] for row in table.rows]]
                for table in tables
            ],
        }
    )
