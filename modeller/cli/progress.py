"""Progress of a long calculation: on a terminal after a short delay, elsewhere when asked for."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from modeller.base.language import cropped
from modeller.cli.output import print_problem, tells_notes, tells_progress
from modeller.cli.streams import while_somebody_reads

_PATIENCE = 1.0
_BETWEEN = 0.1
_BETWEEN_LINES = 1.0
"""Where there is no terminal each time is a line, which stays."""


class Progress:
    """Call it with the share done; it writes to standard error.

    On a terminal it writes over one line and clears it at the end. Elsewhere it is silent, unless
    progress was asked for: then it writes a line at the beginning, every second, and at the end.
    """

    def __init__(self, label: str) -> None:
        self._label = cropped(label, 40)
        self._written = 0
        self._share: float | None = None
        there = sys.stderr is not None and tells_notes()
        self._on_terminal = there and sys.stderr.isatty()
        self._by_line = there and not self._on_terminal and tells_progress()
        self._next = time.monotonic() + (0.0 if tells_progress() else _PATIENCE)

    def __enter__(self) -> Progress:
        return self

    def __call__(self, share: float) -> None:
        """Write the progress, if enough time has passed."""
        now = time.monotonic()
        if not (self._on_terminal or self._by_line):
            return
        if now < self._next and not (self._by_line and share >= 1.0 and self._share != 1.0):
            return
        self._share = min(share, 1.0)
        text = f"{self._label}: {self._share:.0%}"
        if self._by_line:
            self._next = now + _BETWEEN_LINES
            print_problem(text)
        else:
            self._next = now + _BETWEEN
            self._write(text)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._written:
            self._write("")
            _put("\r")

    def _write(self, text: str) -> None:
        _put(f"\r{text:<{self._written}}")
        self._written = max(self._written, len(text))


def _put(text: str) -> None:
    with while_somebody_reads(sys.stderr):
        sys.stderr.write(text)
        sys.stderr.flush()
