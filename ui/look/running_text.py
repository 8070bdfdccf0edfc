"""Running text on the screen, in one of the four sizes, that follows the theme."""

from __future__ import annotations

import html
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look.style import Text, theme

Ink = Literal["ink", "muted", "problem"]


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is, even where it looks like markup to Qt."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


class RunningText(QLabel):
    """A label that wraps, shows text as it is (never as markup), and takes its ink by name."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: Text = "body",
        ink: Ink = "ink",
        bold: bool = False,
        wrap: bool = True,
        name: str = "",
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._size: Text = size
        self._ink: Ink = ink
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme().follow(self._restyle)

    def set_ink(self, ink: Ink) -> None:
        """Change the colour."""
        if ink != self._ink:
            self._ink = ink
            self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._size, bold=self._bold))
        colours = theme().colours
        colour = {"ink": colours.ink, "muted": colours.muted, "problem": colours.problem}[self._ink]
        self.setStyleSheet(f"color: {colour}; background: transparent;")
