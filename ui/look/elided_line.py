"""One line of text that ends in … where room is short, with all of it in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.look.running_text import plain_tip
from ui.look.style import theme


class ElidedLine(QLabel):
    """A muted note whose text may change during a drag without repeating the layout."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().follow(self._restyle)

    @property
    def width_of_all(self) -> int:
        """The width that shows all of it."""
        margins = self.contentsMargins()
        text = QFontMetrics(self.font()).horizontalAdvance(self.whole)
        return text + margins.left() + margins.right() + 2

    def set_whole(self, text: str) -> None:
        """Show `text` as far as there is room for it."""
        if text != self.whole:
            self.whole = text
            self.setAccessibleName(text)
            self._say_what_is_cut()
            self.update()

    def _shown(self) -> str:
        return QFontMetrics(self.font()).elidedText(
            self.whole, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _say_what_is_cut(self) -> None:
        self.setToolTip(plain_tip(self.whole) if self._shown() != self.whole else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        with QPainter(self) as painter:
            painter.setPen(QColor(theme().colours.muted))
            painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more of the text, or less."""
        super().resizeEvent(event)
        self._say_what_is_cut()

    def sizeHint(self) -> QSize:
        """One line."""
        margins = self.contentsMargins()
        height = QFontMetrics(self.font()).height() + margins.top() + margins.bottom()
        return QSize(theme().length(160), height)

    def minimumSizeHint(self) -> QSize:
        """It may shrink to nothing."""
        return QSize(0, self.sizeHint().height())

    def _restyle(self) -> None:
        self.setFont(theme().font("note"))
        self.updateGeometry()
        self.update()


class ElidedChoice(QComboBox):
    """A choice whose text ends in … where room is short."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, then as much of the text as fits."""
        option, painter, style = QStyleOptionComboBox(), QStylePainter(self), self.style()
        self.initStyleOption(option)
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = option.fontMetrics.elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 2
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
