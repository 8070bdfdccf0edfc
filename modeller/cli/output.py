"""Where results go: standard output, in whatever letters it can show, or a file in one step."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from modeller.base.errors import ModellerError, Problem
from modeller.base.paths import is_folder
from modeller.base.saving import write_atomically
from modeller.base.spreadsheets import harmless

_NARROWEST, _WIDEST, _WITHOUT_TERMINAL = 68, 132, 100

_PLAIN = {
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2019": "'",
    "\u2018": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2026": "...",
    "\u2192": "->",
    "\u2500": "-",
    "\u2550": "=",
    "\u2020": "*",
    "\u2022": "*",
    "\u221e": "inf",
    "\u03c6": "phi",
    "\u03c3": "sigma",
    "£": "GBP ",
}
"""What stands in for a character that the terminal's encoding does not have."""

_MOVES_THE_CURSOR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""A file's name can hold them, and a stranger may have named the file."""

_TERMINAL_SPACES = str.maketrans("\u202f\u2009\u00a0", "   ")
"""In letters of one width there is no thin space, and some fonts draw a box for it."""


def add_output_arguments(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Let the user choose a format and a file."""
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help=f"{', '.join(formats[:-1])} or {formats[-1]} (default: {formats[0]})",
    )
    parser.add_argument(
        "--out", metavar="PATH", help="write to this file, whole or not at all, instead of printing"
    )


def check_out(options: argparse.Namespace) -> None:
    """Complain of an impossible ``--out`` before any work is done.

    Raises
    ------
    ModellerError
        When it is a folder, or in none.
    """
    if options.out is None:
        return
    path = Path(options.out)
    if not options.out or is_folder(path):
        raise ModellerError(
            Problem("--out", f"{options.out or '(nothing)'} is a folder", "name a file in it")
        )
    if not is_folder(path.parent):
        raise ModellerError(
            Problem("--out", f"{path.parent} is not a folder", "create it first or name another")
        )


def width() -> int:
    """Columns to fill."""
    columns = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    return max(_NARROWEST, min(columns, _WIDEST))


def deliver(text: str, options: argparse.Namespace) -> None:
    """Print what a command found, or put it in the file that was asked for."""
    if options.out is not None:
        readable = text.translate(_TERMINAL_SPACES) if options.format == "text" else text
        write_atomically(options.out, readable.encode(errors="replace"))
        tell(f"Written to {options.out}")
    elif options.format == "text":
        put(text)
    else:
        put_exactly(text)


def put(text: str) -> None:
    """Print text for people: characters the terminal lacks are replaced by the nearest."""
    readable = seen(text).translate(_TERMINAL_SPACES)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        readable.encode(encoding)
    except UnicodeEncodeError:
        readable = "".join(_encodable(character, encoding) for character in readable)
    sys.stdout.write(readable)


def tell(text: object) -> None:
    """Say a line beside the results, on standard error."""
    print(seen(str(text)), file=sys.stderr)


def seen(text: str) -> str:
    """The text with what would move a terminal's cursor, or colour or reorder it, spelt out."""
    return _MOVES_THE_CURSOR.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _encodable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character, "?")
    return character


def put_exactly(text: str) -> None:
    """Print what programs read: UTF-8 and plain line ends, whatever the terminal is set to."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        # half a character can stand only in the name of a file
        binary.write(text.encode(errors="replace"))
        binary.flush()


def json_text(document: Any) -> str:
    """A document as JSON: the same bytes for the same content."""
    # spelt out, such a character is still the same to whoever reads JSON
    return seen(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def csv_text(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of the same keys as CSV."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return harmless(value) if isinstance(value, str) else value
