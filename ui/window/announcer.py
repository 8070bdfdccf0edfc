"""What a screen reader says of new figures: one sentence, once nothing has moved for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.desk.runner import Runner
from ui.look.notices import announce
from ui.window.headlines_panel import HeadlinesPanel


class Announcer(QObject):
    """Says the first headlines once everything is settled, but only if they have changed.

    While a lever is dragged, only the lever speaks.
    """

    def __init__(self, runner: Runner, headlines: HeadlinesPanel) -> None:
        super().__init__(headlines)
        self._headlines = headlines
        self._said = ""
        runner.settled.connect(self._say)

    def _say(self) -> None:
        text = self._headlines.in_short()
        if text and text != self._said and self._headlines.window().isActiveWindow():
            self._said = text
            announce(self._headlines, text)
