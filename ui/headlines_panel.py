"""The right column: the figures to be quoted, their ranges, and what to bear in mind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from modeller.wording import Headline, headlines
from ui.session import Session
from ui.style import GRID, theme
from ui.words import Words


class _Block(QWidget):
    """One headline: label, figure, range, change, note. Lines without text are not there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Words("", self, size="note", ink="muted")
        self.figure = Words("", self, size="figure")
        self.range_text = Words("", self, size="body")
        self.change_text = Words("", self, size="note")
        self.note = Words("", self, size="note", ink="muted")
        self._lines = (self.label, self.figure, self.range_text, self.change_text, self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for line in self._lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(line)

    def show_headline(self, headline: Headline) -> None:
        """Write the headline."""
        self.setObjectName(f"headline-{headline.key}")
        texts = (
            headline.label,
            headline.figure,
            headline.range_text,
            headline.change_text,
            headline.note,
        )
        for line, text in zip(self._lines, texts, strict=True):
            if line.text() != text:
                line.setText(text)
            line.setVisible(bool(text))
        self.setAccessibleName(". ".join(text.rstrip(".") for text in texts if text))


class HeadlinesPanel(QScrollArea):
    """Headlines of the scenario at hand against the baseline, then what to bear in mind."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("headlines")
        self.setAccessibleName("Headlines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        self._body = body
        self._layout = QVBoxLayout(body)
        self._blocks: list[_Block] = []
        self._heading = Words("To bear in mind", body, size="note", ink="muted")
        self.warnings = Words("", body, size="note")
        self.warnings.setObjectName("warnings")
        self.warnings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self.warnings)
        self._layout.addStretch(1)
        self.setWidget(body)
        session.results_changed.connect(self.refresh)
        theme().changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Write the newest results."""
        desk, results = self._session.desk, self._session.results
        result = results.get(desk.at_hand)
        if result is None:
            return
        baseline = results.get(desk.baseline) if desk.baseline != desk.at_hand else None
        than = "the baseline"
        if baseline is not None and desk.slot(desk.baseline).scenario.changes:
            than = f"in {desk.baseline}, {desk.slot(desk.baseline).scenario.title}"
        found = headlines(result, baseline, than=than)
        while len(self._blocks) < len(found):
            block = _Block(self._body)
            self._layout.insertWidget(len(self._blocks), block)
            self._blocks.append(block)
        for index, block in enumerate(self._blocks):
            block.setVisible(index < len(found))
            if index < len(found):
                block.show_headline(found[index])
        warnings = dict.fromkeys(text for headline in found for text in headline.warnings)
        text = "\n".join(f"• {warning}" for warning in warnings)
        if self.warnings.text() != text:
            self.warnings.setText(text)
        self._heading.setVisible(bool(warnings))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped text takes the height that the new width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the body the height of its wrapped text, which a scroll area does not ask for."""
        height = self._layout.totalHeightForWidth(self.viewport().width())
        if height > 0 and height != self._body.minimumHeight():
            self._body.setMinimumHeight(height)

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._layout.setContentsMargins(2 * margin, margin, 2 * margin, margin)
        self._layout.setSpacing(theme().length(GRID + 2))
