"""The right column: the figures to quote, their ranges, and what to bear in mind.

Each takes a few words; "In full sentences" unfolds the sentences under every figure.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from modeller.base.language import translate
from modeller.records import past_year_for
from modeller.wording import BriefWarning, Glance, Projected, glances, warnings_at_a_glance
from modeller.wording.glance import JUDGEMENTS
from modeller.wording.headline import HEADLINE_OUTCOMES, HEADLINES
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.accessibility import as_laid_out
from ui.look.running_text import RunningText, plain_tip
from ui.look.style import GRID, theme
from ui.look.wheel import only_scrolls

SPOKEN = 2
"""How many headlines a screen reader announces once nothing moves; the others can be read."""
_RANGE = 2
"""Position of the range among a headline's lines."""
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def _write(line: RunningText, text: str) -> None:
    """Set a text, and show the line only if it has one."""
    if line.text() != text:
        line.setText(text)
    line.setVisible(bool(text))


class _Line(RunningText):
    """A line of a headline that keeps its height: measuring is slow, and most lines stay."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._measured: tuple[str, dict[int, int]] = ("", {})
        super().__init__(*given, **named)

    def height_at(self, width: int) -> int:
        """Height at `width`; none without a text."""
        text = self.text()
        if not text:
            return 0
        if self._measured[0] != text:
            self._measured = (text, {})
        known = self._measured[1]
        if width not in known:
            known[width] = self.heightForWidth(width)
        return known[width]

    def width_of_text(self) -> int:
        """The width of its text on one line."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 1

    def changeEvent(self, event: QEvent) -> None:
        """Forget the height when the font changes."""
        self._measured = ("", {})
        super().changeEvent(event)


class _Block(QWidget):
    """One headline: label, figure, range, change, another way of saying it, full sentences.

    It places its lines itself, because they change with every move of a lever and a layout would
    measure the whole column anew each time.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.spoken = ""
        self.label = _Line("", self, size="note", ink="muted")
        self.figure = _Line("", self, size="figure")
        self.lines = (
            _Line("", self, size="note"),
            _Line("", self, size="note"),
            _Line("", self, size="note"),
        )
        self.details = _Line("", self, size="note", ink="muted")
        self._all = (self.label, self.figure, *self.lines, self.details)
        self._shown: tuple[Glance, bool] | None = None
        self._height = 0
        for line in self._all:
            line.setTextInteractionFlags(_SELECTABLE)
        theme().changed.connect(self._arrange)

    def show_glance(self, glance: Glance, unfolded: bool) -> None:
        """Write one headline."""
        if (glance, unfolded) == self._shown:
            return
        self._shown = (glance, unfolded)
        self.setObjectName(f"headline-{glance.key}")
        _write(self.label, glance.label)
        _write(self.figure, glance.figure)
        shown = glance.lines[:1] if unfolded and glance.figure else glance.lines
        texts = (*shown, "", "", "")
        for line, text in zip(self.lines, texts, strict=False):
            _write(line, text)
        sentences = "\n".join(glance.details)
        _write(self.details, sentences if unfolded else "")
        self.setToolTip(plain_tip(sentences))
        parts = (glance.label, glance.figure, *glance.lines)
        self.spoken = ". ".join(part.rstrip(".") for part in parts if part)
        self.setAccessibleName(glance.label)  # its lines have the rest
        self.setAccessibleDescription(sentences)
        self._arrange()

    def _heights(self, width: int) -> list[int]:
        heights = [line.height_at(width) for line in self._all]
        if self._beside(width):
            heights[_RANGE] = 0
        return heights

    def _beside(self, width: int) -> int:
        """Where the range begins if there is room for it beside its figure; otherwise 0."""
        figure, ends = self.figure, self.lines[0]
        if not (figure.text() and ends.text()):
            return 0
        begins = figure.width_of_text() + theme().length(GRID)
        return begins if begins + ends.width_of_text() <= width else 0

    def _arrange(self) -> None:
        """Place the lines one below another, but the range beside its figure if there is room."""
        top, width = 0, self.width()
        for line, height in zip(self._all, self._heights(width), strict=True):
            line.setGeometry(0, top, width, height)
            top += height
        begins = self._beside(width)
        if begins:
            self.lines[0].setGeometry(self._beside_figure(begins, width))
            self.figure.resize(begins, self.figure.height())
        if top != self._height:
            self._height = top
            self.updateGeometry()

    def _beside_figure(self, begins: int, width: int) -> QRect:
        """The range's place, on the figure's baseline."""
        base = self.figure.y() + self.figure.fontMetrics().ascent()
        note = self.lines[0].fontMetrics()
        return QRect(begins, base - note.ascent(), width - begins, note.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """The lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at `width`."""
        return sum(self._heights(width))

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        widths = (line.minimumSizeHint().width() for line in self._all if line.text())
        return QSize(max(widths, default=0), 0)


class _Warning(RunningText):
    """One thing to bear in mind, in a few words or in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setTextInteractionFlags(_SELECTABLE)
        self._shown: tuple[BriefWarning, bool] | None = None

    def show_warning(self, warned: BriefWarning, unfolded: bool) -> None:
        """Write the warning; its full sentences are in the tooltip."""
        if (warned, unfolded) == self._shown:
            return
        self._shown = (warned, unfolded)
        sentences = " ".join(part for part in warned.details if part)
        self.setObjectName(f"warning-{warned.key}")
        _write(self, f"{warned.text}. {sentences}" if unfolded else f"{warned.text}.")
        self.setToolTip(plain_tip(sentences))
        self.setAccessibleName(warned.text)


class HeadlinesPanel(QScrollArea):
    """Headlines of the selected scenario against the baseline, then what to bear in mind."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._complete = True
        self.setObjectName("headlines")
        self.setAccessibleName(translate("Headlines", "Headlines"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        only_scrolls(self)
        body = QWidget(self)
        self._body = body
        self._layout = QVBoxLayout(body)
        self.waiting = RunningText(
            translate("Headlines", "The figures will appear here in a moment."),
            body,
            size="note",
            ink="muted",
            name="waiting",
        )
        self._blocks: dict[str, _Block] = {}
        self._heading = RunningText(
            translate("Headlines", "To bear in mind"), body, size="note", ink="muted"
        )
        self._heading.hide()
        self.warnings = QWidget(body)
        self.warnings.setObjectName("warnings")
        self._warnings: list[_Warning] = []
        self._warning_rows = QVBoxLayout(self.warnings)
        self._warning_rows.setContentsMargins(0, 0, 0, 0)
        self._warning_rows.setSpacing(2)
        self.which = self._unfolding(
            "which-judgements",
            translate("Headlines", "Which?"),
            translate("Headlines", "Names the figures that are judgements"),
        )
        self.which.toggled.connect(lambda: QTimer.singleShot(0, self, self._show_named))
        self._warning_rows.addWidget(self.which)
        self.more = self._unfolding(
            "all-in-words",
            translate("Headlines", "In full sentences"),
            translate("Headlines", "Full sentences under every figure"),
        )
        for widget in (self.waiting, self._heading, self.warnings, self.more):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self.setWidget(body)
        session.results_changed.connect(self._results_changed)
        parts = [partial(self._write_headlines, (key,)) for key in HEADLINES]
        ThrottledText.of(session).add(self.refresh, [*parts, self._write_warnings])
        theme().follow(self._restyle)

    def _unfolding(self, name: str, text: str, tip: str) -> QToolButton:
        """A link that unfolds more words, and folds them again."""
        button = QToolButton(self._body)
        button.setObjectName(name)
        button.setText(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setProperty("link", True)
        button.hide()
        button.toggled.connect(self.refresh)
        return button

    def set_complete(self, complete: bool) -> None:
        """Write the headlines, or wait: the officers lost need a projection of their own."""
        self._complete = complete
        self.refresh()

    def in_short(self) -> str:
        """The first two headlines with figures and ranges, to be spoken; at first empty."""
        return ". ".join(block.spoken for block in list(self._blocks.values())[:SPOKEN])

    def _results_changed(self) -> None:
        """Write new results, unless a lever is being dragged, when parts of them take turns."""
        if not self._session.dragging:
            self.refresh()

    def refresh(self) -> None:
        """Write the newest results."""
        if self._session.result is None or not self._complete:
            return
        self.waiting.hide()
        self._write_headlines(tuple(HEADLINES))
        self._write_warnings()
        self.more.show()
        # during a drag the figures change, but seldom the number of lines
        if not self._session.dragging:
            self._fit()

    @property
    def _baseline(self) -> Projected | None:
        desk = self._session.desk
        return self._session.results.get(desk.baseline) if desk.baseline != desk.selected else None

    def _write_headlines(self, keys: tuple[str, ...]) -> None:
        result, baseline = self._session.result, self._baseline
        if result is None:
            return
        letter = self._session.desk.baseline
        other = self._session.desk.slot(letter).scenario
        than = translate("Headlines", "the baseline")
        if baseline is not None and not other.is_baseline:
            than = translate(
                "Headlines", "in {baseline}, {title}", baseline=letter, title=other.name
            )
        unfolded = self.more.isChecked()
        found = glances(
            result,
            baseline,
            than=than,
            letter=letter,
            past=past_year_for(result.scenario.record, result.scenario.profile),
            keys=keys,
            in_full=unfolded,
        )
        glance_of = {glance.key: glance for glance in found}
        for key in keys:
            if key not in self._blocks and key in glance_of:
                block = self._blocks[key] = _Block(self._body)
                earlier = HEADLINES[: HEADLINES.index(key)]
                at = 1 + sum(known in self._blocks for known in earlier)
                self._layout.insertWidget(at, block)
                as_laid_out(self._layout)
            if key in self._blocks:
                self._blocks[key].setVisible(key in glance_of)
            if key in glance_of:
                self._blocks[key].show_glance(glance_of[key], unfolded)

    def _write_warnings(self) -> None:
        if self._session.result is not None:
            warned = warnings_at_a_glance(self._session.result, HEADLINE_OUTCOMES)
            self._warn(warned, self.more.isChecked())

    def _warn(self, warned: tuple[BriefWarning, ...], unfolded: bool) -> None:
        while len(self._warnings) < len(warned):
            line = _Warning(self.warnings)
            # the link follows the first line, which may say how many figures are judgements
            place = 0 if not self._warnings else self._warning_rows.count()
            self._warning_rows.insertWidget(place, line)
            self._warnings.append(line)
        judged = bool(warned) and warned[0].key == JUDGEMENTS
        self.which.setVisible(judged and not unfolded)
        for index, line in enumerate(self._warnings):
            line.setVisible(index < len(warned))
            if index < len(warned):
                named = judged and index == 0 and self.which.isChecked()
                line.show_warning(warned[index], unfolded or named)
        self._heading.setVisible(bool(warned))
        self.warnings.setVisible(bool(warned))

    def _show_named(self) -> None:
        """Scroll to what *Which?* has named, if it lies below the fold."""
        self._fit()
        self._body.resize(self._body.size().expandedTo(self._body.minimumSize()))
        self._layout.activate()
        self._warning_rows.activate()
        self.ensureWidgetVisible(self.which)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give wrapped text the height that the new width makes necessary."""
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
        for button in (self.which, self.more):
            button.setFont(theme().font("note"))
        QTimer.singleShot(0, self, self._fit)  # once all words have their new size
