"""The ledger as a list of promises: what was said of each outcome, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from modeller.base.dates import short_date
from modeller.base.language import translate
from modeller.ledger import EntryScore, LedgerScore, OutcomeScore
from modeller.model.catalogue import Catalogue
from modeller.wording import exact_number, style_for
from ui.analysis.graphic import Graphic, rise
from ui.look.axis import elided
from ui.look.style import theme

_LINES = 1.25  # heights of a line, for each line of text
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def promise_words(scored: EntryScore) -> str:
    """What was promised, when, and for which weeks."""
    entry = scored.entry
    return translate(
        "Ledger",
        "Promised on {locked} for the {weeks} weeks from {first} to {last}",
        locked=short_date(entry.locked.date()),
        weeks=entry.weeks,
        first=short_date(entry.first_week),
        last=short_date(entry.first_week + timedelta(days=7 * entry.weeks - 1)),
    )


def outcome_words(score: OutcomeScore, declared: Catalogue) -> str:
    """``Arrests: 318 happened, promised 210–334 in 8 of 10: kept``."""
    style = style_for("", score.low_80, score.high_80, whole=True)
    words: dict[str, Any] = {
        "outcome": declared.outcomes[score.outcome].label,
        "happened": exact_number(score.observed),
        "range": style.range(score.low_80, score.high_80),
    }
    if score.inside_80:
        return translate(
            "Ledger",
            "{outcome}: {happened} happened; the promise was {range} in 8 of 10 futures: inside",
            **words,
        )
    return translate(
        "Ledger",
        "{outcome}: {happened} happened; the promise was {range} in 8 of 10 futures: outside",
        **words,
    )


def known_words(scored: EntryScore) -> str:
    """How much of the promise can be judged by now."""
    if not scored.outcomes:
        return translate("Ledger", "None of its weeks is in the record yet.")
    if scored.weeks_known == scored.entry.weeks:
        return translate("Ledger", "All its weeks are in the record.")
    return translate(
        "Ledger",
        "{known} of its {weeks} weeks are in the record; so far:",
        known=scored.weeks_known,
        weeks=scored.entry.weeks,
    )


def kept_words(found: LedgerScore) -> str:
    """How many promises can be judged, and how many totals lay inside what was said."""
    if not found.entries:
        return ""
    judged = [scored for scored in found.entries if scored.outcomes]
    if not judged:
        return translate(
            "Ledger",
            "%n promise(s); none can be judged yet: no week of them is in the {record}.",
            n=len(found.entries),
            record=found.record_label,
        )
    totals = [score for scored in judged for score in scored.outcomes]
    return translate(
        "Ledger",
        "{inside} of {count} totals lay inside what was promised in 8 of 10 futures, in {judged} "
        "of %n promise(s) that can be judged on the {record}.",
        n=len(found.entries),
        inside=sum(score.inside_80 for score in totals),
        count=len(totals),
        judged=len(judged),
        record=found.record_label,
    )


class PromisesPicture(Graphic[tuple[EntryScore, ...]]):
    """A block for each promise, the newest first: a bar for what was said, a dot for what happened.

    Signals
    -------
    chosen
        The place of a promise, in the ledger's own order.
    """

    chosen = Signal(int)
    found: tuple[EntryScore, ...]

    def __init__(self, declared: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("promises", declared, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.found = ()
        self._tops: list[tuple[float, float]] = []
        self.place = 0

    def set_promises(self, scored: Sequence[EntryScore]) -> None:
        """Show other promises."""
        self.place = 0
        self.show_found(tuple(reversed(scored)))
        self.setAccessibleName(translate("Ledger", "Promises and how they did"))
        self._describe()

    def minimumSizeHint(self) -> QSize:
        """As high as all promises: the page scrolls."""
        line = self.fontMetrics().height() * _LINES
        lines = sum(4.0 + len(each.outcomes) for each in self.found)
        return QSize(theme().length(320), round(lines * line))

    def sizeHint(self) -> QSize:
        """No taller than it must be."""
        return self.minimumSizeHint()

    def words(self, place: int) -> str:
        """A promise in words: title, what it is of, and each outcome."""
        scored = self.found[place]
        parts = [f"{scored.entry.title}. {promise_words(scored)}.", known_words(scored)]
        parts += [f"{outcome_words(score, self.declared)}." for score in scored.outcomes]
        return " ".join(parts)

    def draw(self, painter: QPainter, area: QRectF, found: tuple[EntryScore, ...]) -> None:
        """Blocks from top to bottom."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        line = metrics.height() * _LINES
        y = area.top()
        tops = []
        for place, scored in enumerate(found):
            top = y
            if place == self.place and self.hasFocus():
                block = QRectF(area.left(), top, area.width(), (3.5 + len(scored.outcomes)) * line)
                painter.fillRect(block, QColor(colours.tint(colours.accent, 0.12)))
            painter.setFont(theme().font("note", bold=True))
            painter.setPen(QColor(colours.ink))
            title = elided(
                f"{scored.entry.number} · {scored.entry.title}",
                area.width() - length(8),
                QFontMetricsF(painter.font()).horizontalAdvance,
            )
            y += line
            painter.drawText(QPointF(area.left() + length(4), y), title)
            painter.setFont(theme().font("note"))
            painter.setPen(QColor(colours.muted))
            for text in (promise_words(scored), known_words(scored)):
                y += line
                text = elided(text, area.width() - length(8), metrics.horizontalAdvance)
                painter.drawText(QPointF(area.left() + length(4), y), text)
            for score in scored.outcomes:
                y += line
                self._score(painter, score, QRectF(area.left(), y - line, area.width(), line))
            y += line
            painter.fillRect(QRectF(area.left(), y - 0.4 * line, area.width(), 1),
                             QColor(colours.hairline))  # fmt: skip
            tops.append((top, y))
        if area == QRectF(self.rect()):
            self._tops = tops

    def _score(self, painter: QPainter, score: OutcomeScore, row: QRectF) -> None:
        """The range said and what happened, on a scale from zero; then in words."""
        colours, length = theme().colours, theme().length
        metrics = QFontMetricsF(painter.font())
        middle = row.center().y() + length(2)
        left, width = row.left() + length(4), min(row.width() * 0.3, length(240))
        most = max(score.high_80, float(score.observed), 1.0) * 1.1

        def at(value: float) -> float:
            return left + value / most * width

        painter.fillRect(QRectF(left, middle, width, 1), QColor(colours.hairline))
        half = length(4)
        for low, high, tint in (
            (score.low_80, score.high_80, 0.35),
            (score.low_50, score.high_50, 0.7),
        ):
            painter.fillRect(
                QRectF(at(low), middle - half, max(at(high) - at(low), 2.0), 2 * half),
                QColor(colours.tint(colours.accent, tint)),
            )
        ink = colours.ink if score.inside_80 else colours.problem
        painter.setPen(QPen(QColor(colours.paper), 1.0))
        painter.setBrush(QColor(ink))
        painter.drawEllipse(QPointF(at(float(score.observed)), middle), length(4), length(4))
        painter.setPen(QColor(ink))
        words = elided(
            outcome_words(score, self.declared),
            row.right() - left - width - length(20),
            metrics.horizontalAdvance,
        )
        painter.drawText(QPointF(left + width + length(16), middle + rise(metrics)), words)

    # ---- choosing one

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.found):
            self.place = place
            self._describe()
            self.chosen.emit(len(self.found) - 1 - place)
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words(self.place) if self.found else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the promise under the pointer."""
        for place, (top, bottom) in enumerate(self._tops):
            if top <= event.position().y() < bottom:
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from promise to promise by the arrow keys."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self.place + step)
