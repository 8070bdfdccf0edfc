"""Where the parts of a lever lie: a calculation on its words and fonts, which moves nothing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.levers.track import HEIGHT, RISE
from ui.look.style import TARGET, theme

MARGIN = 24
"""The gutter on either side for a lever's signs, each large enough for a finger."""


class Face(NamedTuple):
    """What decides how much room a lever takes.

    Attributes
    ----------
    label, label_font, value_font
        Its name, and the fonts of name and value.
    widest
        Pixels kept for the value, so that the name does not wrap anew during a drag.
    note, note_font
        What is said under the track; may be empty.
    offer
        The size of the offer below that, if one is made.
    """

    label: str
    label_font: QFont
    value_font: QFont
    widest: int
    note: str
    note_font: QFont
    offer: QSize | None


def laid_out(face: Face, width: int, shown: int) -> tuple[dict[str, QRect], int]:
    """The rectangle of each part of a lever `width` pixels wide, and its height.

    Parameters
    ----------
    shown
        Pixels that the value takes.
    """
    length = theme().length
    margin, target = length(MARGIN), length(TARGET)
    label_metrics = QFontMetrics(face.label_font)
    value_metrics = QFontMetrics(face.value_font)
    row = max(target, value_metrics.height() + 2)
    inner = max(width - 2 * margin, target)
    # `shown`: a line edit keeps two pixels on each side for the cursor
    value_width = min(max(shown, length(32)), inner)
    label_room = inner - min(max(face.widest, shown, length(32)), inner) - target
    longest = max(label_metrics.horizontalAdvance(w) for w in face.label.split())
    words = label_metrics.horizontalAdvance(face.label) + 2
    below = label_room < longest + 2 or words > 1.6 * label_room
    if below:
        label_room = inner - target
    label_width = min(words, label_room)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    text = label_metrics.boundingRect(QRect(0, 0, label_width, 10_000), flags, face.label)
    lines = max(1, round(text.height() / label_metrics.lineSpacing()))
    if lines > 1:
        label_width = min(text.width() + 2, label_room)
    rest = (row - label_metrics.height()) // 2
    label_height = text.height() + 2 * rest
    rects = {
        "label": QRect(margin, 0, label_width, max(row, label_height)),
        "help": QRect(margin + label_width, (row - target) // 2, target, target),
    }
    y = rects["label"].height() if below else 0
    right = margin + inner
    rects["value"] = QRect(right - value_width, y, value_width, row)
    # in the margin, so that nothing shifts when it comes or goes
    rects["reset"] = QRect(0, (row - target) // 2, target, target)
    rects["clock"] = QRect(width - target, (row - target) // 2, target, target)
    y = max(rects["label"].bottom() + 1, y + row)
    track = max(length(HEIGHT), target)
    # the groove lies above the middle of its widget, and so do the signs beside it
    beside = track - 2 * length(RISE)
    rects["minus"] = QRect(0, y, target, beside)
    rects["plus"] = QRect(width - target, y, target, beside)
    left = rects["minus"].right() + 1
    rects["track"] = QRect(left, y, rects["plus"].left() - left, track)
    y += track
    if face.note:
        note_metrics = QFontMetrics(face.note_font)
        text = note_metrics.boundingRect(QRect(0, 0, inner, 10_000), flags, face.note)
        rects["note"] = QRect(margin, y, inner, text.height() + 2)
        y += text.height() + 2 + length(2)
    if face.offer is not None:
        wide = min(face.offer.width(), inner)
        rects["all"] = QRect(margin, y, wide, max(face.offer.height(), target))
        y += rects["all"].height()
    return rects, y
