"""Ctrl-C and the system's requests to end: the work is kept first, then the window closes.

Python notices a signal only while Python code runs, and a window at rest runs Qt's: so the system
writes to a socket to which Qt listens.
"""

from __future__ import annotations

import contextlib
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    if (number := getattr(signal, name, None)) is not None
)
"""What ends a program: Ctrl-C, a request, a closing terminal; not every system has them all."""


class EndingSignals(QObject):
    """Listens for the signals that end a program.

    Signals
    -------
    came
        A signal's number, in the window's own thread.
    """

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._woken = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _handle_signal) for number in ENDING}

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            for number in self._ours.recv(64):
                if number in ENDING:
                    self.came.emit(number)

    def close(self) -> None:
        """Give the signals back to whoever handled them before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in (self._ours, self._theirs):
            end.close()


def _handle_signal(_number: int, _frame: FrameType | None) -> None:
    """Do nothing, instead of raising KeyboardInterrupt anywhere: the socket tells of the signal."""
