"""Standard output and standard error: closed from the beginning, or with nobody left to read."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO


def occupy_closed_streams() -> None:
    """Open a null device for closed standard streams, or the next file opened would become one."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one


@contextlib.contextmanager
def while_somebody_reads(stream: TextIO | None) -> Iterator[None]:
    """Write to a stream; once the reader of a pipe has closed it, what is written is discarded.

    The command goes on: there may be files to write, and its exit code is an answer. Of standard
    error every failure is passed over, because there is nowhere else to complain.
    """
    try:
        yield
    except OSError as error:
        if not isinstance(error, BrokenPipeError) and stream is not sys.stderr:
            raise
        discard(stream)


def discard(stream: TextIO | None) -> None:
    """Discard what is left and what is to come, or Python would fail again when it flushes."""
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
        _unread.add(stream.fileno())


_unread: set[int] = set()


def is_read() -> bool:
    """Whether anybody reads standard output, as far as is known."""
    try:
        return sys.stdout is None or sys.stdout.fileno() not in _unread
    except (OSError, ValueError, AttributeError):  # a stream of some other kind
        return True
