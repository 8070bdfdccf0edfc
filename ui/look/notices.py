"""Messages: a banner of one sentence, and placeholders for panels that are empty or waiting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translatable, translate, upper_first
from modeller.model.catalogue import shared_labels
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme

NoticeKind = Literal["problem", "note", "question"]
_KINDS: dict[NoticeKind, str] = {
    "problem": translatable("Notices", "Problem: {text}"),
    "note": translatable("Notices", "Note: {text}"),
    "question": translatable("Notices", "Question: {text}"),
}
_GRAVITY: dict[NoticeKind, int] = {"problem": 2, "question": 1, "note": 0}
_MOST = 20
_MOST_DETAILS = 30


@dataclass(frozen=True)
class Choice:
    """A button of a notice: pressing it calls `action` and dismisses the notice."""

    text: str
    action: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One sentence, at most two choices, and lines to be unfolded.

    A later notice with the same `key` replaces an earlier one. A `standing` notice tells of a state
    rather than an event: once dismissed it is not shown again until it has been withdrawn.
    """

    kind: NoticeKind
    text: str
    choices: tuple[Choice, ...] = ()
    details: tuple[str, ...] = ()
    key: str = ""
    standing: bool = False

    @property
    def words(self) -> str:
        """The sentence and its kind, for those who cannot see the sign."""
        return translate("Notices", _KINDS[self.kind], text=self.text)


def problem_words(problem: Problem) -> str:
    """A problem as a sentence, with levers called by their label."""
    label = shared_labels().get(problem.where)
    where = problem.where if label is None else translate("Catalogue", label)
    text = str(replace(problem, where=where))
    if where.replace(" ", "").isalpha():  # a place in a file keeps the name it has there
        text = upper_first(text)
    return text + ("" if text.endswith((".", "…", "?")) else ".")


def problem_notice(error: ModellerError) -> Notice:
    """A notice with the first problem as its sentence and the others as lines to be unfolded."""
    first, *others = (problem_words(problem) for problem in error.problems)
    return Notice("problem", first, details=tuple(others))


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say `text`."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class _Sign(QWidget):
    """An exclamation mark, an i or a question mark in a circle; the banner's words say it too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind: NoticeKind = "note"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(theme().length(20), theme().length(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circle and sign."""
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(colours.problem if self.kind == "problem" else colours.ink)
        painter.setPen(QPen(colour, 1.4 * theme().scale))
        edge = theme().scale
        painter.drawEllipse(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
        painter.setFont(theme().font("note", bold=True))
        sign = {"problem": "!", "note": "i", "question": "?"}[self.kind]
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()


class Banner(QFrame):
    """Shows the gravest notice, the newest among equals, then the next; hidden when there are none.

    Children are named "sentence", "details", "choice-1", "choice-2", "more" and "dismiss".

    Signals
    -------
    changed
        Another notice is shown, or none.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(translate("Notices", "Notices"))
        self._notices: list[Notice] = []
        self._dismissed: dict[str, str] = {}
        self._sign = _Sign(self)
        self.sentence = RunningText(parent=self, name="sentence")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = RunningText(parent=self, size="note", ink="muted", name="details")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choices = [QPushButton(self) for _ in range(2)]
        for number, button in enumerate(self._choices):
            button.setObjectName(f"choice-{number + 1}")
            button.clicked.connect(lambda _=False, at=number: self._choose(at))
        self._more = QPushButton(self)
        self._more.setObjectName("more")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._dismiss = QPushButton(translate("Notices", "Dismiss"), self)
        self._dismiss.setObjectName("dismiss")
        self._dismiss.clicked.connect(self.dismiss)
        layout = QVBoxLayout(self)
        row = nested(layout, QHBoxLayout())
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        for button in (*self._choices, self._more, self._dismiss):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.details)
        self._row, self._layout = row, layout
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme().follow(self._restyle)
        self._refresh()

    @property
    def notice(self) -> Notice | None:
        """The notice shown: the gravest, and the newest among equals."""
        return max(reversed(self._notices), key=lambda n: _GRAVITY[n.kind], default=None)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice above those already there that are no graver.

        Raises
        ------
        ValueError
            For more than two choices: a banner asks one thing.
        """
        if len(notice.choices) > 2:
            raise ValueError("a notice has at most two choices")
        if notice.standing and self._dismissed.get(notice.key) == notice.text:
            return
        self._notices = [
            old
            for old in self._notices
            if old != notice and not (old.key and old.key == notice.key)
        ]
        self._notices.append(notice)
        if len(self._notices) > _MOST:
            # a question stays until it is answered, whatever is announced later
            spare = next((old for old in self._notices if old.kind != "question"), None)
            self._notices.remove(spare or self._notices[0])
        self._refresh()
        announce(self, notice.words, urgent=notice.kind != "note")

    def show_error(self, error: ModellerError) -> None:
        """Show problems: the first in the sentence, the others behind a button."""
        self.show_notice(problem_notice(error))

    def dismiss(self) -> None:
        """Dismiss the notice that is shown."""
        notice = self.notice
        if notice is not None:
            self._put_away(notice)
            self._refresh()

    def _put_away(self, notice: Notice) -> None:
        self._notices.remove(notice)
        if notice.standing:
            self._dismissed[notice.key] = notice.text

    def withdraw(self, key: str) -> None:
        """Remove the notice with that key, which no longer applies; it may be shown again later."""
        self._dismissed.pop(key, None)
        self._notices = [notice for notice in self._notices if notice.key != key]
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses the notice."""
        if event.key() == Qt.Key.Key_Escape and self._notices:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        notice = self.notice
        if notice is None or number >= len(notice.choices):
            return
        self._put_away(notice)
        self._refresh()
        notice.choices[number].action()

    def _unfold(self, unfolded: bool) -> None:
        self.details.setVisible(unfolded)
        self._more.setText(translate("Notices", "Fewer") if unfolded else self._more_words())

    def _more_words(self) -> str:
        notice = self.notice
        if notice is None:
            return ""
        return translate("Notices", "{count} more", count=len(notice.details))

    def _refresh(self) -> None:
        notice = self.notice
        self.setVisible(notice is not None)
        if notice is not None:
            self._sign.kind = notice.kind
            self._sign.update()
            self.sentence.setText(notice.text)
            self.sentence.setAccessibleName(notice.words)
            lines = list(notice.details[:_MOST_DETAILS])
            if len(notice.details) > _MOST_DETAILS:
                lines.append(
                    translate(
                        "Notices", "… and {count} more", count=len(notice.details) - _MOST_DETAILS
                    )
                )
            self.details.setText("\n".join(lines))
            for button, choice in zip(
                self._choices, (*notice.choices, None, None)[:2], strict=True
            ):
                button.setVisible(choice is not None)
                button.setText(choice.text if choice is not None else "")
            self._more.setVisible(bool(notice.details))
            self._more.setChecked(False)
            self._unfold(False)
            self._dismiss.setVisible(not notice.choices)
        self._restyle()
        self.changed.emit()

    def _restyle(self) -> None:
        colours, length = theme().colours, theme().length
        problem = self.notice is not None and self.notice.kind == "problem"
        edge = colours.problem if problem else colours.control
        self.setStyleSheet(
            f"#banner {{ background: {colours.raised}; border: none;"
            f" border-bottom: 1px solid {colours.hairline}; border-left: 4px solid {edge}; }}"
        )
        self._layout.setContentsMargins(length(16), length(8), length(16), length(8))
        self._layout.setSpacing(length(8))
        self._row.setSpacing(length(8))
        self.details.setContentsMargins(length(28), 0, 0, 0)


class Placeholder(QWidget):
    """Shown where there is no content: why, and what to do next.

    `state` is "empty", "loading" or "error". Its button is named "next" and its bar "progress".

    Signals
    -------
    asked
        The button was pressed.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state: Literal["empty", "loading", "error"] = "empty"
        self.title = RunningText(parent=self, size="title")
        self.text = RunningText(parent=self, ink="muted")
        self.button = QPushButton(self)
        self.button.setObjectName("next")
        self.button.clicked.connect(self.asked)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("progress")
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._layout = layout
        theme().follow(self._restyle)
        self.show_empty("", "")

    def show_empty(self, title: str, text: str, button: str = "") -> None:
        """Say that there is nothing yet; `button` names what to do about it."""
        self._show("empty", title, text, button)

    def show_loading(self, title: str, share: float | None = None) -> None:
        """Say that work is under way; `share` of it is done, or None if that is unknown."""
        self._show("loading", title, "", "")
        self.progress.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.progress.setValue(round(1000 * min(max(share, 0.0), 1.0)))

    def show_error(self, error: ModellerError, button: str = "") -> None:
        """Say that the work failed: all problems, and what to do next."""
        first, *others = (problem_words(problem) for problem in error.problems)
        self._show("error", first, "\n".join(others[:_MOST_DETAILS]), button)

    def _show(
        self, state: Literal["empty", "loading", "error"], title: str, text: str, button: str
    ) -> None:
        if (state, title) != (self.state, self.title.text()) and title:
            announce(self, title)
        self.state = state
        self.title.set_ink("problem" if state == "error" else "ink")
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.progress.setVisible(state == "loading")

    def _restyle(self) -> None:
        self._layout.setSpacing(theme().length(8))
        self._layout.setContentsMargins(*(theme().length(24),) * 4)
        self.progress.setFixedSize(theme().length(240), theme().length(6))
