"""The card behind a lever's "?": what it is, where its number comes from, how good that is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from modeller.catalogue import Belief, Grade, Lever
from ui.quantity import range_text, value_text
from ui.style import Text, theme

GRADES: dict[Grade, str] = {
    "published": "Published: somebody has published this figure.",
    "derived": "Derived: computed here from the published record.",
    "judgement": "Judgement: nobody has published it, so its range is wide.",
}


def help_paragraphs(slider: Lever | Belief) -> tuple[tuple[Text, bool, str], ...]:
    """Size, boldness and text of each paragraph of the card."""
    scope = f"From {range_text(slider, slider.minimum, slider.maximum, ' to ')}."
    baseline = value_text(slider, slider.baseline)
    grade = GRADES[slider.grade]
    if isinstance(slider, Belief):
        low, high = slider.evidence
        scope = f"{scope} Evidence: {baseline}, 90 % range {range_text(slider, low, high)}."
        if slider.spread_grade != slider.grade:
            grade = f"{grade} The spread is a {slider.spread_grade}."
    else:
        scope = f"{scope} Baseline {baseline}."
    paragraphs: list[tuple[Text, bool, str]] = [
        ("body", True, slider.label),
        ("body", False, slider.help),
        ("note", False, scope),
    ]
    if isinstance(slider, Lever) and slider.evidence_note:
        paragraphs.append(("note", False, slider.evidence_note))
    paragraphs.append(("note", False, grade))
    paragraphs.append(("note", False, f"Sources: {', '.join(slider.sources)}"))
    return tuple(paragraphs)


class HelpCard(QFrame):
    """A small pop-up; a click elsewhere or Escape closes it, and its text can be copied."""

    def __init__(self, slider: Lever | Belief, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("help-card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"About {slider.label}")
        colours, length = theme().colours, theme().length
        self.setStyleSheet(
            f"#help-card {{ background: {colours.raised}; border: 1px solid {colours.hairline}; }}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(length(16), length(12), length(16), length(12))
        layout.setSpacing(length(8))
        for text, bold, words in help_paragraphs(slider):
            label = QLabel(words, self)
            label.setFont(theme().font(text, bold=bold))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if text == "note":
                label.setStyleSheet(f"color: {colours.muted}")
            layout.addWidget(label)
        self.setFixedWidth(length(336))
        self.setFixedHeight(layout.heightForWidth(self.width()))

    def show_beside(self, widget: QWidget) -> None:
        """Open below `widget`, or wherever the screen has room."""
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        screen = QGuiApplication.screenAt(corner) or widget.screen()
        room = screen.availableGeometry()
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        y = corner.y()
        if y + self.height() > room.bottom():
            y = max(room.top(), corner.y() - widget.height() - self.height())
        self.move(x, y)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, and so do the keys that opened it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.close()
        else:
            super().keyPressEvent(event)
