"""A dialog beside the window: its content, or a placeholder while that is being calculated."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from ui.look.buttons import push_button
from ui.look.notices import Placeholder
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Background, Work

MARGIN, GAP = 24, 8


def page_area(inside: QWidget, parent: QWidget) -> QScrollArea:
    """A page that scrolls when the window is small or the text large."""
    area = QScrollArea(parent)
    area.setAccessibleName(parent.windowTitle())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(inside)
    return area


def column(parent: QWidget) -> QVBoxLayout:
    """A layout from top to bottom on the grid, without margins."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().length(GAP))
    return layout


class WorkPanel(QDialog):
    """One page, or in its place a progress bar with Cancel, an error, or what to do first.

    Subclasses fill `content`; `start` runs work and calls back with its answer on the window's
    own thread. Children are named "footer" and, in the placeholder, "next".

    Signals
    -------
    settled
        The work has ended, whatever its outcome.
    """

    settled = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.background = Background(self)
        self.place = Placeholder(self)
        self.content = QWidget(self)
        self.body = column(self.content)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.place)
        self.stack.addWidget(self.content)
        self.footer = RunningText("", self, size="note", ink="muted", name="footer")
        self.footer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.footer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.stack, 1)
        self._rows.addWidget(self.footer)
        self._pressed: Callable[[], object] = lambda: None
        self._then: Callable[[object], object] = lambda _answer: None
        self._before: Callable[[], object] = self.show_content
        self.place.asked.connect(self._press)
        self.background.progressed.connect(self._progressed)
        self.background.answered.connect(self._answered)
        self.background.failed.connect(self._failed)
        owner = getattr(parent, "closed", None)
        if owner is not None:
            owner.connect(self.background.stop)
        theme().follow(self._respace)

    def _respace(self) -> None:
        margin, gap = theme().length(MARGIN), theme().length(GAP)
        self._rows.setContentsMargins(margin, theme().length(16), margin, theme().length(12))
        self._rows.setSpacing(gap)

    def resize_to(self, width: float, height: float) -> None:
        """Take a size, in the design's pixels, that stays within the screen."""
        room = self.screen().availableGeometry()
        self.resize(
            min(theme().length(width), round(0.95 * room.width())),
            min(theme().length(height), round(0.9 * room.height())),
        )

    def _press(self) -> None:
        self._pressed()

    # ------------------------------------------------------------ what is shown

    @property
    def shows_content(self) -> bool:
        """Whether the page itself is on the screen."""
        return self.stack.currentWidget() is self.content

    def show_content(self) -> None:
        """Show the page."""
        self.stack.setCurrentWidget(self.content)

    def show_empty(
        self, title: str, text: str, button: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Say that there is nothing yet, and what to do about it."""
        self._pressed = does or (lambda: None)
        self.place.show_empty(title, text, button)
        self.stack.setCurrentWidget(self.place)

    def show_error(
        self, error: ModellerError, button: str = "", does: Callable[[], object] | None = None
    ) -> None:
        """Show every problem, and what to do next."""
        self._pressed = does or (lambda: None)
        self.place.show_error(error, button)
        self.stack.setCurrentWidget(self.place)

    # ------------------------------------------------------------ work

    def start(
        self,
        title: str,
        work: Work,
        then: Callable[[object], object],
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Work in the background, with progress and Cancel in the page's place.

        Parameters
        ----------
        then
            Takes the answer, after the page has been shown again.
        cancelled
            What to show when the user cancels; the page itself when None.
        """
        self._then = then
        self._before = cancelled or self.show_content
        self._pressed = self.cancel
        self.place.show_loading(title, 0.0)
        self.place.button.setText(translate("Analysis", "Cancel"))
        self.place.button.show()
        self.stack.setCurrentWidget(self.place)
        self.background.ask(work)

    def cancel(self) -> None:
        """Cancel the work that is under way."""
        self.background.cancel()
        self._before()
        self.settled.emit()

    def button(self, name: str, text: str, does: Callable[[], object] | None = None) -> QPushButton:
        """Make a button of the panel that Enter in a field does not press."""
        return push_button(name, text, self, does)

    def _progressed(self, share: float) -> None:
        self.place.progress.setValue(round(1000 * min(max(share, 0.0), 1.0)))

    def _answered(self, answer: object) -> None:
        self.show_content()
        self._then(answer)
        self.settled.emit()

    def _failed(self, error: ModellerError) -> None:
        self.show_error(error, translate("Analysis", "Back"), self._before)
        self.settled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel the work and, if there is no window to return to, wait for the thread to stop."""
        if self.background.busy:
            self._before()
        if self.parentWidget() is None:
            self.background.stop()
        else:
            self.background.cancel()
        super().closeEvent(event)
