"""Compiling the live engine, once on each machine, after the window has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from modeller import kernel
from modeller.base.language import translate
from modeller.wording.numbers import percent


class WarmUp(QObject):
    """Runs in the background and reports its progress.

    Parameters
    ----------
    say
        Shows a few words; given none, takes them away.

    Signals
    -------
    ready
        The fast engine can be used from now on.
    """

    ready = Signal()
    _share = Signal(float)

    def __init__(self, say: Callable[[str], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._share.connect(self._took)

    def start(self) -> None:
        """Begin; until it is done the window uses fewer draws while a lever is dragged.

        There is nothing to do where the code was compiled ahead or where there is no compiler.
        """
        if not kernel.ready() and kernel.can_compile():
            kernel.warm_up(self._share.emit)

    def _took(self, share: float) -> None:
        if share >= 1.0 and not kernel.ready():
            # the last share comes just before it is ready
            QTimer.singleShot(10, lambda: self._took(share))
        elif share >= 1.0:
            self._say("")
            self.ready.emit()
        else:
            said = percent(share)
            self._say(translate("Window", "Preparing the fast engine: {share}", share=said))
