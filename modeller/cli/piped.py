"""What comes through a pipe: standard input, a named pipe, a process substitution."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from modeller.base.errors import ModellerError, Problem

STANDARD_INPUT = "-"


def standard_input(most: int) -> bytes:
    """What stands on standard input, up to one byte more than `most`.

    Raises
    ------
    ModellerError
        When it is closed or cannot be read.
    """
    stream = getattr(sys.stdin, "buffer", None)
    try:
        if stream is None:
            raise ValueError("it is closed")
        data: bytes = stream.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModellerError(
            Problem("standard input", f"cannot be read ({reason})", "name a file in its place")
        ) from error
    return data


def piped(name: str, most: int) -> bytes | None:
    """What comes through the pipe of that name, up to one byte more than `most`.

    None for whatever is no pipe, or cannot be read: whoever reads files says why.
    """
    if name == STANDARD_INPUT:
        return standard_input(most)
    try:
        place = Path(name)
        if not stat.S_ISFIFO(place.stat().st_mode):
            return None
        with place.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError):
        return None
