"""The one place where a file that somebody names is read: an ordinary file, up to a fixed size.

The name may turn out to be a folder, an endless pipe, a file on a disk that has been removed, or
not a valid path. Each of these gives a problem that says what to do.
"""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import numeral, translatable, translate


@dataclass(frozen=True)
class FileKind:
    """A kind of file: how large it may be, and what to advise when something else is named.

    Attributes
    ----------
    most
        The largest size allowed, in bytes.
    choose, readable, smaller
        Remedies, in the context "Problem": when it is not a file, when it cannot be read, and
        when it is too large.
    """

    most: int
    choose: str = translatable("Problem", "choose a file")
    readable: str = translatable("Problem", "choose a file that can be")
    smaller: str = translatable("Problem", "choose a smaller one")


class NotAFileError(OSError):
    """The path leads to a folder, a pipe or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(translate("Problem", "it is not an ordinary file"))
        self.path = path


def read_start(path: Path, most: int) -> bytes:
    """The first `most` bytes of an ordinary file.

    Raises
    ------
    OSError, ValueError
        When it cannot be read; `NotAFileError` when it is not an ordinary file.
    """
    _size(path)
    with path.open("rb") as file:
        return file.read(most)


def read_file(path: Path | str, kind: FileKind, *, name: str | None = None) -> bytes:
    """The content of a file of that kind.

    Parameters
    ----------
    name
        What messages call it; its path when None.

    Raises
    ------
    ModellerError
        When it is not an ordinary file, cannot be read or is too large.
    """
    called = str(path) if name is None else name
    try:
        if _size(Path(path)) > kind.most:
            raise ModellerError(_too_large(kind, called))
        # ask for one byte more than allowed: it may have grown since its size was read
        content = read_start(Path(path), kind.most + 1)
    except NotAFileError as error:
        raise refusal(called, "is not a file", kind.choose) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refusal(called, "cannot be read ({reason})", kind.readable, reason=reason) from error
    return _bounded(content, kind, called)


STANDARD_INPUT = "-"
"""What is written in place of a file name to mean standard input."""


def read_pipe(name: str, kind: FileKind) -> bytes | None:
    """The content of standard input (``-``), a named pipe or a process substitution.

    None for anything else, or when it cannot be read: `read_file` then says why.

    Raises
    ------
    ModellerError
        When it is larger than the kind allows, or standard input is closed or cannot be read.
    """
    if name == STANDARD_INPUT:
        return _bounded(_standard_input(kind.most + 1), kind, pipe_name(name))
    try:
        place = Path(name)
        if not stat.S_ISFIFO(place.stat().st_mode):
            return None
        with place.open("rb") as file:
            content = file.read(kind.most + 1)
    except (OSError, ValueError):
        return None
    return _bounded(content, kind, pipe_name(name))


def pipe_name(name: str) -> str:
    """What messages call a pipe or standard input."""
    return translate("Problem", "standard input") if name == STANDARD_INPUT else name


def _standard_input(most: int) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    try:
        if stream is None:
            raise ValueError(translate("Problem", "it is closed"))
        content: bytes = stream.read(most)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refusal(
            pipe_name(STANDARD_INPUT),
            "cannot be read ({reason})",
            "name a file in its place",
            reason=reason,
        ) from error
    return content


def _size(path: Path) -> int:
    """Size of an ordinary file in bytes, without opening it; `NotAFileError` for anything else."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(path)
    return status.st_size


def _bounded(content: bytes, kind: FileKind, called: str) -> bytes:
    if len(content) > kind.most:
        raise ModellerError(_too_large(kind, called))
    return content


def _too_large(kind: FileKind, called: str) -> Problem:
    return problem(called, "is larger than {most} bytes", kind.smaller, most=numeral(kind.most))
