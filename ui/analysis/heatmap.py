"""An outcome over two levers as tinted cells, with lines of equal second outcome."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from modeller.analysis.phrases import measure_words
from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import Grid
from modeller.base.language import translate
from modeller.model.catalogue import Catalogue
from modeller.wording import exact_number, value_words
from modeller.wording.numbers import three_figures
from ui.analysis.graphic import Graphic, haloed, legend, legible, rise
from ui.look.quantity import bare_text
from ui.look.style import marker, mix, theme

_FAINTEST, _FULLEST = 0.08, 0.80
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class HeatmapGraphic(Graphic[Grid]):
    """Cells to be pointed at, clicked, or walked over with the arrow keys and Enter.

    Signals
    -------
    chosen
        Column and row of a cell that was clicked or entered.
    """

    chosen = Signal(int, int)

    def __init__(self, name: str, declared: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(name, declared, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(
            translate(
                "Trade-off",
                "Click a cell, or move with the arrow keys and press Enter, to set both levers",
            )
        )
        self._shade = self._lines = Measure("arrests", "mean")
        self._plot = QRectF()
        self.place = (0, 0)

    def set_grid(self, found: Grid, shade: Measure, lines: Measure, letter: str) -> None:
        """Show another grid; the keyboard starts at the scenario's own cell."""
        self._shade, self._lines = shade, lines
        self.place = (
            int(np.argmin(np.abs(found.x - found.here[0]))),
            int(np.argmin(np.abs(found.y - found.here[1]))),
        )
        self.show_found(found, letter)

    def cell_words(self, column: int, row: int) -> str:
        """What a cell holds, in words."""
        found = self.found
        assert found is not None
        x, y = self.declared.sliders[found.x_key], self.declared.sliders[found.y_key]
        figures = translate("List", "; ").join(
            f"{measure_words(measure, self.declared)} "
            f"{three_figures(float(found.values[measure][row, column]))}"
            for measure in dict.fromkeys((self._shade, self._lines))
        )
        place = (
            f"{x.label} {value_words(x, float(found.x[column]))}, "
            f"{y.label_within} {value_words(y, float(found.y[row]))}"
        )
        return translate("List", "{name}: {text}", name=place, text=figures)

    # ---- painting

    def draw(self, painter: QPainter, area: QRectF, found: Grid) -> None:
        """Cells, axes, lines, the selected scenario."""
        colours, length = theme().colours, theme().length
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # cells meet
        metrics = QFontMetricsF(painter.font())
        line = metrics.height()
        rows = [bare_text(self.declared.sliders[found.y_key], value) for value in found.y.tolist()]
        left = area.left() + max(map(metrics.horizontalAdvance, rows)) + length(8)
        top = area.top() + 2 * line + length(6)
        bottom = area.bottom() - 2 * line - length(8)
        plot = QRectF(left, top, area.right() - left - length(4), bottom - top)
        if area == QRectF(self.rect()):
            self._plot = plot
        shaded = translate(
            "Trade-off",
            "shaded: {shade} · lines: {lines}",
            shade=measure_words(self._shade, self.declared),
            lines=measure_words(self._lines, self.declared),
        )
        legend(painter, area, shaded)
        y_label, x_label = (
            self.declared.sliders[found.y_key].label,
            self.declared.sliders[found.x_key].label,
        )
        painter.setPen(QColor(colours.ink))
        painter.drawText(QPointF(area.left(), area.top() + line + metrics.ascent()), f"↑ {y_label}")
        width = metrics.horizontalAdvance(f"{x_label} →")
        painter.drawText(
            QPointF(plot.right() - width, bottom + line + length(4) + metrics.ascent()),
            f"{x_label} →",
        )
        self._cells(painter, found, plot)
        self._axes(painter, found, plot, rows, metrics)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels = self._iso_lines(painter, found, plot)
        self._figures(painter, found, plot, metrics)
        for place, text in labels:
            haloed(painter, place, text, colours.ink)
        self._here(painter, found, plot)

    def _cell(self, found: Grid, plot: QRectF, column: int, row: int) -> QRectF:
        width, height = plot.width() / found.x.size, plot.height() / found.y.size
        top = plot.bottom() - (row + 1) * height
        return QRectF(plot.left() + column * width, top, width, height)

    def _filled(self, found: Grid, plot: QRectF) -> Iterator[tuple[QRectF, float, str]]:
        """Each cell with its value and its shade."""
        colours = theme().colours
        values = found.values[self._shade]
        known = values[np.isfinite(values)]
        low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        for row in range(found.y.size):
            for column in range(found.x.size):
                value = float(values[row, column])
                share = (value - low) / (high - low) if high > low and np.isfinite(value) else 0.0
                shade = _FAINTEST + share * (_FULLEST - _FAINTEST)
                fill = mix(colours.accent, colours.paper, shade)
                yield self._cell(found, plot, column, row), value, fill

    def _cells(self, painter: QPainter, found: Grid, plot: QRectF) -> None:
        for cell, _, fill in self._filled(found, plot):
            painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), QColor(fill))

    def _figures(
        self, painter: QPainter, found: Grid, plot: QRectF, metrics: QFontMetricsF
    ) -> None:
        """Write each value on its cell's shade, so that no line runs through it."""
        for cell, value, fill in self._filled(found, plot):
            text = three_figures(value)
            width = metrics.horizontalAdvance(text)
            if width + 6 <= cell.width():
                patch = QRectF(
                    cell.center().x() - width / 2, cell.top() + 3, width, metrics.height()
                )
                painter.fillRect(patch.adjusted(-2, 0, 2, 0), QColor(fill))
                painter.setPen(QColor(legible(fill)))
                painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, text)

    def _axes(
        self,
        painter: QPainter,
        found: Grid,
        plot: QRectF,
        rows: list[str],
        metrics: QFontMetricsF,
    ) -> None:
        colours, length = theme().colours, theme().length
        below = rise(metrics)
        for row, text in enumerate(rows):
            ink = colours.ink if found.y[row] == found.here[1] else colours.muted
            painter.setPen(QColor(ink))
            y = self._cell(found, plot, 0, row).center().y() + below
            x = plot.left() - length(6) - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, y), text)
        free = -1e9
        for column, value in enumerate(found.x.tolist()):
            text = bare_text(self.declared.sliders[found.x_key], value)
            width = metrics.horizontalAdvance(text)
            x = self._cell(found, plot, column, 0).center().x() - width / 2
            if x < free:
                continue
            free = x + width + length(6)
            painter.setPen(QColor(colours.ink if value == found.here[0] else colours.muted))
            painter.drawText(QPointF(x, plot.bottom() + length(4) + metrics.ascent()), text)

    def _at(self, found: Grid, plot: QRectF, x: float, y: float) -> QPointF:
        """A place between the cells' middles."""
        column = float(np.interp(x, found.x, np.arange(found.x.size)))
        row = float(np.interp(y, found.y, np.arange(found.y.size)))
        return QPointF(
            plot.left() + (column + 0.5) * plot.width() / found.x.size,
            plot.bottom() - (row + 0.5) * plot.height() / found.y.size,
        )

    def _iso_lines(self, painter: QPainter, found: Grid, plot: QRectF) -> list[tuple[QPointF, str]]:
        """Draw the lines of equal second outcome; returns their labels and places."""
        colours = theme().colours
        labels = []
        levels = found.levels(self._lines, 5)
        for number, (level, lines) in enumerate(
            found.iso_lines(self._lines, levels).items(), start=1
        ):
            for points in lines:
                polygon = QPolygonF([self._at(found, plot, x, y) for x, y in points.tolist()])
                for colour, width in ((colours.paper, 3.5), (colours.ink, 1.5)):
                    painter.setPen(QPen(QColor(colour), width * theme().scale))
                    painter.drawPolyline(polygon)
                if polygon.size() > 1:
                    # each label further along its line, so that close ones do not meet
                    place = polygon.at(number * polygon.size() // (len(levels) + 1))
                    labels.append((place, exact_number(level)))
        return labels

    def _here(self, painter: QPainter, found: Grid, plot: QRectF) -> None:
        colours, length = theme().colours, theme().length
        centre = self._at(found, plot, *found.here)
        # a rim of paper sets it off from cells of its own colour
        painter.setPen(QPen(QColor(colours.ink), theme().scale))
        painter.setBrush(QColor(colours.paper))
        painter.drawPath(marker(self.letters, centre, length(20)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.scenario(self.letters)))
        painter.drawPath(marker(self.letters, centre, length(12)))
        if self.hasFocus():
            cell = self._cell(found, plot, *self.place)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((colours.paper, 5.0), (colours.ink, 2.5)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(cell.adjusted(2, 2, -2, -2))

    # ---- mouse and keys

    def _cell_under(self, point: QPointF) -> tuple[int, int] | None:
        found = self.found
        if found is None or not self._plot.contains(point):
            return None
        column = int((point.x() - self._plot.left()) / self._plot.width() * found.x.size)
        row = int((self._plot.bottom() - point.y()) / self._plot.height() * found.y.size)
        return min(column, found.x.size - 1), min(max(row, 0), found.y.size - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click sets both levers."""
        place = self._cell_under(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.place = place
            self.chosen.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the cells by the arrow keys; Enter chooses one."""
        found, step = self.found, _KEYS.get(Qt.Key(event.key()))
        if found is not None and step is not None:
            column = min(max(self.place[0] + step[0], 0), found.x.size - 1)
            row = min(max(self.place[1] + step[1], 0), found.y.size - 1)
            self.place = (column, row)
            self.setAccessibleDescription(self.cell_words(column, row))
            self.update()
        elif found is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(*self.place)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show what a cell holds, beside the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._cell_under(QPointF(event.pos()))
            text = "" if place is None else self.cell_words(*place)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
