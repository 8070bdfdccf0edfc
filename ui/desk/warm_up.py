"""Making the machine code of the live engine, once on a machine, after the first paint."""

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
        Shows a few words, or takes them away when given none.

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

        Nothing is to be done where the code was compiled ahead, and nothing can be where there is
        no compiler.
        """
        if not kernel.ready() and kernel.can_compile():
            kernel.warm_up(self._share.emit)

    def _took(self, share: float) -> None:
        if share >= 1.0 and not kernel.ready():
            QTimer.singleShot(10, lambda: self._took(share))  # announced a moment before it is true
        elif share >= 1.0:
            self._say("")
            self.ready.emit()
        else:
            said = percent(share)
            self._say(translate("Window", "Preparing the fast engine: {share}", share=said))
