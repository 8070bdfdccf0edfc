"""Writes results to standard output, in characters that it can show, or to a file."""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import ModellerError, Problem
from modeller.base.formats import formats_of
from modeller.base.saving import write_atomically
from modeller.base.spreadsheets import harmless
from modeller.base.visible import seen
from modeller.cli.streams import is_read, while_somebody_reads
from modeller.cli.writing import add_force_argument, path_problems

_NARROWEST, _WIDEST, _WITHOUT_TERMINAL = 68, 132, 100

_PLAIN = {
    "\u2212": "-",
    "\u2013": "-",
    "\u00b7": "-",
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
"""Replacements for characters that a terminal's encoding may not have."""

_TERMINAL_SPACES = str.maketrans("\u202f\u2009\u00a0", "   ")
"""Thin spaces become ordinary ones, because some monospaced fonts draw a box for them."""


def add_output_arguments(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Add arguments for the format of results and for a file."""
    known = [form.key for form in formats_of("results")]
    assert set(formats) <= set(known), "a format that the table does not have"
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help=f"{', '.join(formats[:-1])} or {formats[-1]} (default: {formats[0]})",
    )
    parser.add_argument(
        "--out", metavar="PATH", help="write to this file, whole or not at all, instead of printing"
    )
    add_force_argument(parser)


def check_out(options: argparse.Namespace) -> None:
    """Raise for an impossible ``--out`` before any work is done.

    Raises
    ------
    ModellerError
        When it is a folder, in no existing folder, exists already, or is read by the command.
    """
    if options.out is not None:
        raise_if_any(tuple(path_problems("--out", options.out, options)))


def width() -> int:
    """The width of the page, in characters."""
    columns = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    return max(_NARROWEST, min(columns, _WIDEST))


def deliver(text: str, options: argparse.Namespace) -> None:
    """Print the result of a command, or write it to the file asked for."""
    if options.out is not None:
        readable = text.translate(_TERMINAL_SPACES) if options.format == "text" else text
        write_out(readable.encode(errors="replace"), options)
    elif options.format == "text":
        print_text(text)
    else:
        print_exactly(text)


def deliver_lines(lines: Iterable[str], options: argparse.Namespace) -> None:
    """Print lines for programs as each is ready, or write them all to the file."""
    if options.out is not None:
        write_out("".join(lines).encode(errors="replace"), options)
        return
    for line in lines:
        print_exactly(line)
        if not is_read():
            return  # each line may be a long calculation, and is good for nothing else


def write_out(content: bytes, options: argparse.Namespace) -> None:
    """Write the file given by ``--out``, and say so."""
    write_atomically(options.out, content, over=options.force)
    print_note(f"Written to {options.out}")


def print_text(text: str) -> None:
    """Print text for people, replacing characters that the terminal does not have."""
    readable = seen(text).translate(_TERMINAL_SPACES)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        readable.encode(encoding)
    except UnicodeEncodeError:
        readable = "".join(_encodable(character, encoding) for character in readable)
    with while_somebody_reads(sys.stdout):
        _standard_output().write(readable)


def _standard_output() -> TextIO:
    """The stream for results.

    Raises
    ------
    ModellerError
        When it was closed before the program started.
    """
    if sys.stdout is None:
        raise ModellerError(
            Problem("standard output", "is closed", "write to a file with --out, or open it")
        )
    return sys.stdout


_told: dict[str, bool] = {"notes": True, "progress": False}


def tell(*, notes: bool = True, progress: bool = False) -> None:
    """Choose what standard error shows besides problems, until the next call.

    Parameters
    ----------
    notes
        Whether notes are shown; without them no progress is shown either.
    progress
        Whether progress is shown even without a terminal.
    """
    _told.update(notes=notes, progress=progress)


def tells_notes() -> bool:
    """Whether notes are printed, and progress on a terminal."""
    return _told["notes"]


def tells_progress() -> bool:
    """Whether progress was asked for."""
    return _told["progress"]


def print_note(text: object) -> None:
    """Print a line on standard error, apart from the results, unless quiet was asked for."""
    if tells_notes():
        print_problem(text)


def print_problem(text: object) -> None:
    """Print a problem on standard error, always."""
    if sys.stderr is not None:  # otherwise it would be printed among the results
        with while_somebody_reads(sys.stderr):
            print(seen(str(text)), file=sys.stderr)


def flush_output() -> None:
    """Print what has been kept back, so that a failure can still be told."""
    if sys.stdout is not None:
        with while_somebody_reads(sys.stdout):
            sys.stdout.flush()


def markdown_row(cells: Iterable[str]) -> str:
    """A row of a table in Markdown, whatever the cells hold."""
    return f"| {' | '.join(map(_markdown_cell, cells))} |"


def _markdown_cell(text: str) -> str:
    plain = seen(" ".join(text.splitlines()))
    return plain.replace("|", "\\|").replace("<", "&lt;")


def _encodable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character, "?")
    return character


def print_exactly(text: str) -> None:
    """Print text for programs: UTF-8 with plain line ends, whatever the terminal's settings."""
    stream = _standard_output()
    with while_somebody_reads(stream):
        stream.flush()
        binary = getattr(stream, "buffer", None)
        if binary is None:
            stream.write(text)
        else:
            # an unpaired surrogate can only come from the name of a file
            binary.write(text.encode(errors="replace"))
            binary.flush()


def json_text(document: Any) -> str:
    """A document as JSON, with the same bytes for the same content."""
    # as an escape, the character is still the same to readers of JSON
    return seen(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def csv_text(rows: Sequence[dict[str, Any]]) -> str:
    """Rows with the same keys as CSV."""
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
