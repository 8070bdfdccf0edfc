"""Background work: one piece at a time; the newest request wins, stale results are dropped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

from modeller.base.errors import ModellerError

Report = Callable[[float], None]
"""Called with the share done; raises `Overtaken` when the answer is no longer wanted."""
Work = Callable[[Report], Any]


class Overtaken(Exception):  # noqa: N818 - not an error: the work is no longer wanted
    """Another request came, or the panel was closed."""


class Background(QObject):
    """Runs work for one panel.

    Signals
    -------
    progressed
        Share done, of the newest request.
    answered
        What the newest request gave.
    failed
        The `ModellerError` it ended in.
    """

    progressed = Signal(float)
    answered = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool: ThreadPoolExecutor | None = None
        self._ended.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pool is not None and self._newest > self._last_taken

    _last_taken = 0

    def ask(self, work: Work) -> None:
        """Begin `work` in another thread; an earlier request is dropped."""
        self._newest += 1
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
        self._pool.submit(self._run, self._newest, work)

    def cancel(self) -> None:
        """Cancel the work, because its answer is no longer wanted."""
        self._newest += 1
        self._last_taken = self._newest

    def stop(self) -> None:
        """Cancel and wait until the thread has stopped; call before the panel is deleted."""
        self.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _run(self, number: int, work: Work) -> None:
        def report(share: float) -> None:
            if number != self._newest:
                raise Overtaken
            self.progressed.emit(share)

        try:
            report(0.0)
            answer: object = work(report)
        except Overtaken:
            return
        except Exception as error:  # shown, or raised again, on the window's own thread
            answer = error
        self._ended.emit(number, answer)

    def _take(self, number: int, answer: object) -> None:
        if number != self._newest:
            return
        self._last_taken = number
        if isinstance(answer, ModellerError):
            self.failed.emit(answer)
        elif isinstance(answer, Exception):
            raise answer
        else:
            self.answered.emit(answer)
