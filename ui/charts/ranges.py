"""Paints figures with their ranges: names at the left, marks on an axis, figures at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from modeller.wording import THIN_SPACE, axis_labels
from modeller.wording.story import Ranges, Scale, Spread
from ui.look.axis import elided, nice_ticks
from ui.look.style import INNER, OUTER, marker, theme

_HEAD, _RULE, _AXIS, _APART = 1.4, 1.1, 1.5, 1.0
"""Lines of text: a scale's heading, its rule's name, its axis, and what lies between two scales."""
_TALLEST, _BAR, _BAND, _MARK = 4.2, 0.62, 0.75, 0.72
"""The most lines of text in a row; the part of it that a bar fills; lines of a band and a mark."""
_WIDEST_NAME, _WIDEST_FIGURE = 0.36, 0.3
"""Shares of the width."""
_NAME_LINES = 3


@dataclass(frozen=True)
class _Columns:
    """Where names end, and where the axis begins and ends, in pixels."""

    left: float
    name: float
    first: float
    last: float
    right: float


def paint_ranges(
    painter: QPainter, picture: Ranges, area: QRectF, letter: str | None, *, emphasis: float = 1.0
) -> None:
    """Paint a chart of ranges into `area`.

    Parameters
    ----------
    letter
        The scenario whose colour the strong rows have; ink when None. The others are neutral.
    emphasis
        How much larger than notes the text is.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = theme().font("note", emphasis=emphasis)
    line = QFontMetricsF(font).height()
    fixed = sum(_fixed(scale) for scale in picture.scales) + _APART * (len(picture.scales) - 1)
    rows = sum(len(scale.rows) for scale in picture.scales)
    row = min(_TALLEST * line, max(area.height() - fixed * line, 0.0) / max(rows, 1))
    columns = _columns(picture, area, font)
    top = area.top()
    for scale in picture.scales:
        top = _paint_scale(painter, scale, columns, top, row, letter, emphasis)
        top += _APART * line
    painter.restore()


def _fixed(scale: Scale) -> float:
    return _AXIS + (_HEAD if scale.heading else 0.0) + (_RULE if scale.rule else 0.0)


def _columns(picture: Ranges, area: QRectF, font: QFont) -> _Columns:
    width = QFontMetricsF(font).horizontalAdvance
    bold = QFont(font)
    bold.setBold(True)
    wide = QFontMetricsF(bold).horizontalAdvance
    rows = [row for scale in picture.scales for row in scale.rows]
    gap = width("00")
    # a name broken over two lines needs a little more than half its width
    names = max(((wide if row.strong else width)(row.label) for row in rows), default=0.0)
    name = min(names, max(0.62 * names, area.width() * 0.24), area.width() * _WIDEST_NAME)
    figure = min(max((wide(row.words) for row in rows), default=0.0), area.width() * _WIDEST_FIGURE)
    last = area.right() - figure - gap
    first = min(area.left() + name + gap, last - gap)
    return _Columns(area.left(), name, first, last, area.right())


def _paint_scale(
    painter: QPainter,
    scale: Scale,
    columns: _Columns,
    top: float,
    height: float,
    letter: str | None,
    emphasis: float,
) -> float:
    """Paint one axis with its rows; gives where it ends."""
    colours = theme().colours
    font = theme().font("note", emphasis=emphasis)
    metrics = QFontMetricsF(font)
    line = metrics.height()
    if scale.heading:
        painter.setFont(theme().font("note", bold=True, emphasis=emphasis))
        painter.setPen(QColor(colours.ink))
        bold = QFontMetricsF(painter.font())
        text = elided(scale.heading, columns.right - columns.left, bold.horizontalAdvance)
        painter.drawText(QPointF(columns.left, top + bold.ascent()), text)
        top += _HEAD * line
    if scale.rule:
        top += _RULE * line
    values = scale.values
    ticks = nice_ticks(max(values, default=0.0), lowest=min((*values, 0.0)))
    low, high = ticks[0], ticks[-1]

    def x(value: float) -> float:
        share = (value - low) / (high - low)
        return columns.first + share * (columns.last - columns.first)

    bottom = top + height * len(scale.rows)
    painter.setFont(font)
    labels = [
        f"{label}{THIN_SPACE}%" if scale.percent else label
        for label in axis_labels(ticks, scale.unit)
    ]
    for value, label in zip(ticks, labels, strict=True):
        painter.fillRect(QRectF(x(value), top, 1, bottom - top), QColor(colours.hairline))
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            QPointF(x(value) - metrics.horizontalAdvance(label) / 2, bottom + metrics.ascent() + 3),
            label,
        )
    if scale.rule is not None:
        value, name = scale.rule
        painter.fillRect(QRectF(x(value) - 0.75, top, 1.5, bottom - top), QColor(colours.control))
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            QPointF(x(value) - metrics.horizontalAdvance(name) / 2, top - metrics.descent() - 1),
            name,
        )
    for place, row in enumerate(scale.rows):
        middle = top + (place + 0.5) * height
        _paint_name(painter, row, columns, middle, height, emphasis)
        ends = [x(value) for value in (row.ends or ())]
        inner = [x(value) for value in (row.inner or ())]
        mark = None if row.middle is None else x(row.middle)
        strong, ink = (
            (colours.ink, colours.ink)
            if letter is None
            else (colours.scenario(letter), colours.scenario_text(letter))
        )
        colour = strong if row.strong else colours.control
        if scale.bars:
            _paint_bar(painter, x(0.0), mark, middle, height, colour)
        else:
            _paint_mark(
                painter,
                ends,
                inner,
                mark,
                middle,
                line,
                colour,
                letter if row.strong and letter else "A",
            )
        painter.setFont(theme().font("note", bold=row.strong, emphasis=emphasis))
        painter.setPen(QColor(ink if row.strong else colours.ink))
        said = QFontMetricsF(painter.font())
        text = elided(row.words, columns.right - columns.last, said.horizontalAdvance)
        rise = (said.ascent() - said.descent()) / 2
        painter.drawText(QPointF(columns.right - said.horizontalAdvance(text), middle + rise), text)
    return bottom + _AXIS * line


def _paint_name(
    painter: QPainter, row: Spread, columns: _Columns, middle: float, height: float, emphasis: float
) -> None:
    """The name of a row, on two lines where it is long and there is room."""
    painter.setFont(theme().font("note", bold=row.strong, emphasis=emphasis))
    painter.setPen(QColor(theme().colours.ink))
    metrics = QFontMetricsF(painter.font())
    lines = max(1, min(_NAME_LINES, int(height / metrics.height())))
    texts = _broken(row.label, columns.name, metrics, lines)
    y = middle - len(texts) * metrics.height() / 2 + metrics.ascent()
    for text in texts:
        painter.drawText(QPointF(columns.left, y), text)
        y += metrics.height()


def _broken(text: str, width: float, metrics: QFontMetricsF, lines: int) -> list[str]:
    """Text in at most that many lines, the last of them cut short by an ellipsis."""
    found: list[str] = []
    rest = text
    while len(found) < lines - 1 and metrics.horizontalAdvance(rest) > width:
        words = rest.split(" ")
        count = len(words)
        while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
            count -= 1
        found.append(" ".join(words[:count]))
        rest = " ".join(words[count:])
    if rest:
        found.append(elided(rest, width, metrics.horizontalAdvance))
    return [elided(each, width, metrics.horizontalAdvance) for each in found]


def _paint_bar(
    painter: QPainter, zero: float, end: float | None, middle: float, height: float, colour: str
) -> None:
    thick = height * _BAR
    reach = zero if end is None else end
    painter.fillRect(
        QRectF(zero, middle - thick / 2, max(reach - zero, 1.5), thick), QColor(colour)
    )


def _paint_mark(
    painter: QPainter,
    ends: list[float],
    inner: list[float],
    mark: float | None,
    middle: float,
    line: float,
    colour: str,
    letter: str,
) -> None:
    """8 of 10 futures thin, half of them thick, the middle as a mark on both."""
    colours = theme().colours
    for pair, share in ((ends, OUTER), (inner, INNER)):
        if pair:
            tint = colours.tint(colour, share + 0.1)
            width = max(pair[1] - pair[0], 1.5)
            painter.fillRect(
                QRectF(pair[0], middle - _BAND * line / 2, width, _BAND * line), QColor(tint)
            )
    if mark is None:
        return
    painter.setPen(QPen(QColor(colours.paper), max(line / 12, 1.0)))
    painter.setBrush(QColor(colour))
    painter.drawPath(marker(letter, QPointF(mark, middle), _MARK * line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
