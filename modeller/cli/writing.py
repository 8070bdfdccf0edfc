"""Checks for all commands that write: no file is overwritten unasked, and never an input."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from modeller.base.errors import Problem
from modeller.base.paths import is_folder, is_there

_READ = ("files", "file", "what", "design", "base", "record", "ledger")
"""The arguments, of any command, that can name a file to read."""

FORCE_HELP = "overwrite a file that exists; without it nothing is ever overwritten"


def add_force_argument(parser: argparse.ArgumentParser) -> None:
    """Add the argument that allows a file to be replaced."""
    parser.add_argument("--force", action="store_true", help=FORCE_HELP)


def path_problems(flag: str, text: str, options: argparse.Namespace) -> Iterator[Problem]:
    """Why a command cannot or may not write to the path `text`; empty if it may.

    Parameters
    ----------
    flag
        The argument that named it.
    options
        All arguments: files that they name for reading are never overwritten, even with
        ``--force``.
    """
    path = Path(text)
    if not text or is_folder(path):
        yield Problem(flag, f"{text or '(nothing)'} is a folder", "name a file in it")
    elif not is_folder(path.parent):
        yield Problem(flag, f"{path.parent} is not a folder", "create it first or name another")
    elif any(_same(path, read) for read in _inputs(options)):
        yield Problem(flag, f"{text} is what the command reads", "name another file to write")
    elif is_there(path) and not options.force:
        yield Problem(
            flag, f"{text} is there already", "name another file, or say --force to write over it"
        )


def _inputs(options: argparse.Namespace) -> Iterator[Path]:
    for name in _READ:
        given = getattr(options, name, None)
        for text in given if isinstance(given, list) else [given]:
            if isinstance(text, str) and text:
                yield Path(text)
                if name == "ledger":  # files beside it belong to it
                    yield from (Path(f"{text}.{kind}") for kind in ("head", "lock"))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, by any name or link."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - pathlib's raises for more
    except (OSError, ValueError):
        return False
