"""The sources of an entry as they are cited, each with a link to where it can be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from modeller.base.language import cropped, translate
from modeller.evidence import Source
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.work_panel import column

_MOST_LETTERS = 90


class SourceLink(QToolButton):
    """An address that the user's browser opens when it is clicked, and nothing before.

    Its name is "link-" and the source's id.
    """

    def __init__(self, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.address = source.url
        shown = cropped(source.url.removeprefix("https://").rstrip("/"), _MOST_LETTERS)
        if source.landing:
            shown = translate("Belief page", "Publisher’s page: {address}", address=shown)
        self.setObjectName(f"link-{source.id}")
        self.setText(shown)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        opens = translate("Belief page", "Open in the browser: {address}", address=source.url)
        self.setToolTip(opens)
        self.setAccessibleName(f"{source.citation}. {opens}")
        self.clicked.connect(self._open)
        theme().follow(self._restyle)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.address, QUrl.ParsingMode.StrictMode))

    def _restyle(self) -> None:
        self.setFont(theme().font("note"))


class SourceList(QWidget):
    """The sources cited, one below another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(self)
        self._shown: tuple[Source, ...] = ()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show other sources."""
        if tuple(sources) == self._shown:
            return
        self._shown = tuple(sources)
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for source in sources:
            note = translate("Source", source.note)
            cited = RunningText(f"{source.citation}. {note}".strip(), self, size="note")
            self._rows.addWidget(cited)
            if source.url:
                self._rows.addWidget(SourceLink(source, self))
