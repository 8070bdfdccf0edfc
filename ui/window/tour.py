"""The tour: four callouts over the window, each pointing at one part; one key skips it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from modeller.base.language import translatable, translate
from ui.look.layouts import nested
from ui.look.notices import announce
from ui.look.running_text import RunningText
from ui.look.style import CORNER, theme


@dataclass(frozen=True)
class TourStep:
    """What to point at (object names, of which the first visible one counts), and what to say."""

    targets: tuple[str, ...]
    title: str
    text: str


STEPS = (
    TourStep(
        ("levers", "deployments_per_week"),
        translatable("Tour", "Move a lever"),
        translatable(
            "Tour",
            "Drag it, press + or −, or type a value; the clock lets it change over time. The "
            "small tick is the baseline, and hatching marks what nobody has seen yet.",
        ),
    ),
    TourStep(
        ("charts", "arrests"),
        translatable("Tour", "See what follows"),
        translatable(
            "Tour",
            "Arrests at live facial recognition (LFR) deployments, faces scanned, people wrongly "
            "flagged. The line is the middle of many futures; 8 in 10 of them lie within the "
            "band. To the left of “record ends” is what {force} has published.",
        ),
    ),
    TourStep(
        ("headlines",),
        translatable("Tour", "Read the year"),
        translatable(
            "Tour",
            "Totals with their ranges beside the last full year, in how many futures the arrests "
            "of the officers lost are made up for, and how much of the plan is delivered.",
        ),
    ),
    TourStep(
        ("scenario-strip",),
        translatable("Tour", "Compare scenarios"),
        translatable(
            "Tour",
            "Up to four at a time. Duplicate one, change it, and see what differs. Everything can "
            "be undone, and saved in a file that others can open.",
        ),
    ),
)


class Tour(QWidget):
    """Darkens the window except for one part, with a card beside it.

    Enter, Space or → goes on, ← goes back, Escape skips. The card's buttons are named "next",
    "back" and "skip".

    Signals
    -------
    finished
        True when it was seen to the end, False when it was skipped.
    """

    finished = Signal(bool)

    def __init__(self, window: QWidget, force: str) -> None:
        super().__init__(window)
        self._force = force
        self.setObjectName("tour")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.at = 0
        self._over = False
        self._card = QFrame(self)
        self._card.setObjectName("tour-card")
        self._count = RunningText(parent=self._card, size="note", ink="muted")
        self._title = RunningText(parent=self._card, size="title", bold=True)
        self._text = RunningText(parent=self._card)
        self.skip_button = QPushButton(translate("Tour", "Skip the tour"), self._card)
        self.skip_button.setObjectName("skip")
        self.back_button = QPushButton(translate("Tour", "Back"), self._card)
        self.back_button.setObjectName("back")
        self.next_button = QPushButton(translate("Tour", "Next"), self._card)
        self.next_button.setObjectName("next")
        self.next_button.setDefault(True)
        layout = QVBoxLayout(self._card)
        for part in (self._count, self._title, self._text):
            layout.addWidget(part)
        row = self._row = nested(layout, QHBoxLayout())
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        self._layout = layout
        self.skip_button.clicked.connect(lambda: self._finish(False))
        self.back_button.clicked.connect(lambda: self.go(-1))
        self.next_button.clicked.connect(lambda: self.go(1))
        window.installEventFilter(self)
        theme().follow(self._restyle)

    def start(self) -> None:
        """Show the first step."""
        self.setGeometry(self._window().rect())
        self.at = 0
        self.show()
        self.raise_()
        self._show_step()

    @property
    def words(self) -> str:
        """Title and text of the step."""
        return f"{self._title.text()}. {self._text.text()}"

    @property
    def hole(self) -> QRect:
        """The part that is left light; null when the step's target is not visible."""
        target = self._target()
        if target is None:
            return QRect()
        window, margin = self._window(), theme().length(4)
        shown = QRect(target.mapTo(window, QPoint()), target.size())
        around = target.parentWidget()
        while around is not None and around is not window:  # parts may be scrolled away
            shown &= QRect(around.mapTo(window, QPoint()), around.size())
            around = around.parentWidget()
        return shown.adjusted(-margin, -margin, margin, margin).intersected(self.rect())

    def go(self, by: int) -> None:
        """Go to the next step (1) or the previous one (−1); after the last the tour ends."""
        self.at = max(self.at + by, 0)
        if self.at >= len(STEPS):
            self._finish(True)
        else:
            self._show_step()

    def _finish(self, seen: bool) -> None:
        if self._over:
            return
        self._over = True
        self._window().removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.finished.emit(seen)

    def _window(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None  # a tour always has a parent
        return parent

    def _target(self) -> QWidget | None:
        for name in STEPS[min(self.at, len(STEPS) - 1)].targets:
            found = self._window().findChild(QWidget, name)
            if found is not None and found.isVisible():
                return found
        return None

    def _show_step(self) -> None:
        step = STEPS[self.at]
        self._count.setText(translate("Tour", "{at} of {count}", at=self.at + 1, count=len(STEPS)))
        self._title.setText(translate("Tour", step.title))
        self._text.setText(translate("Tour", step.text, force=self._force))
        self.back_button.setEnabled(self.at > 0)
        last = self.at == len(STEPS) - 1
        self.skip_button.setVisible(not last)  # nothing is left to skip
        self.next_button.setText(translate("Tour", "Begin") if last else translate("Tour", "Next"))
        self._place()
        self.next_button.setFocus()
        announce(self, f"{self._count.text()}. {self.words}")
        self.update()

    def _place(self) -> None:
        """Place the card beside the part it speaks of, covering as little of that as possible."""
        length = theme().length
        gap, hole = length(12), self.hole
        # rather a little narrower than over what it speaks of
        beside = max(hole.left(), self.width() - hole.right()) - 2 * gap
        width = min(length(340), self.width() - 2 * length(16))
        width = min(width, max(beside, length(264)))
        self._give_skipping_a_row(width)
        size = QSize(width, self._layout.totalHeightForWidth(width))
        centre = self.rect().center() if hole.isNull() else hole.center()
        middle = QPoint(centre.x() - width // 2, centre.y() - size.height() // 2)
        places = [middle]
        if not hole.isNull():
            places = [
                QPoint(hole.right() + gap, middle.y()),
                QPoint(hole.left() - gap - width, middle.y()),
                QPoint(middle.x(), hole.bottom() + gap),
                QPoint(middle.x(), hole.top() - gap - size.height()),
            ]
        rects = [QRect(self._inside(place, size, gap), size) for place in places]

        def covered(rect: QRect) -> int:
            common = rect.intersected(hole)
            return max(common.width(), 0) * max(common.height(), 0)

        self._card.setGeometry(min(rects, key=covered))

    def _give_skipping_a_row(self, width: int) -> None:
        """Put the button that skips under the other two where a card is too narrow for three."""
        buttons = (self.skip_button, self.back_button, self.next_button)
        needed = sum(each.sizeHint().width() + theme().length(8) for each in buttons)
        narrow = width < needed + theme().length(2 * 16)
        if (self._row.indexOf(self.skip_button) < 0) == narrow:
            return
        if narrow:  # Qt takes it out of the other layout
            self._layout.addWidget(self.skip_button)
        else:
            self._row.insertWidget(0, self.skip_button)

    def _inside(self, place: QPoint, size: QSize, gap: int) -> QPoint:
        x = max(min(place.x(), self.width() - size.width() - gap), gap)
        y = max(min(place.y(), self.height() - size.height() - gap), gap)
        return QPoint(x, y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken everything but the hole."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        corner = theme().length(CORNER)
        hole = QRectF(self.hole)
        if not hole.isNull():
            light = QPainterPath()
            light.addRoundedRect(hole, corner, corner)
            path = path.subtracted(light)
        painter.fillPath(path, QColor(0, 0, 0, 140))
        if not hole.isNull():
            painter.setPen(QPen(QColor(theme().colours.accent), 2 * theme().scale))
            painter.drawRoundedRect(hole, corner, corner)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys for next, back and skip."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._finish(False)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.go(1)
        elif key == Qt.Key.Key_Left:
            self.go(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the card: the darkened part cannot be used."""
        buttons = [
            button
            for button in (self.skip_button, self.back_button, self.next_button)
            if button.isEnabled()
        ]
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore clicks in the dark: the card has the buttons."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window().rect())
            self._place()
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        colours, length = theme().colours, theme().length
        self._card.setStyleSheet(
            f"#tour-card {{ background: {colours.paper}; border: 1px solid {colours.hairline};"
            f" border-radius: {length(CORNER)}px; }}"
        )
        self._layout.setContentsMargins(length(16), length(12), length(16), length(12))
        self._layout.setSpacing(length(8))
        if self.isVisible():
            self._place()
