"""Shows the progress of a long calculation, on terminals only and after a short delay."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from modeller.cli.output import is_quiet

_PATIENCE = 1.0
_BETWEEN = 0.1


class Progress:
    """Called with the share done, it writes to standard error; at the end it clears the line."""

    def __init__(self, label: str) -> None:
        self._label = label if len(label) <= 40 else label[:39] + "…"
        self._next = time.monotonic() + _PATIENCE
        self._written = 0
        self._on = sys.stderr is not None and sys.stderr.isatty() and not is_quiet()

    def __enter__(self) -> Progress:
        return self

    def __call__(self, share: float) -> None:
        """Write the progress, if enough time has passed."""
        now = time.monotonic()
        if not self._on or now < self._next:
            return
        self._next = now + _BETWEEN
        self._write(f"{self._label}: {share:.0%}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._written:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text:<{self._written}}")
        sys.stderr.flush()
        self._written = max(self._written, len(text))
