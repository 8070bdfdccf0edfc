"""Pixmaps of what stays still while something in front of it moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap


def painted_pixmap(size: QSizeF, ratio: float, paint: Callable[[QPainter], object]) -> QPixmap:
    """What `paint` paints, on a transparent ground of `size`, with `ratio` device pixels to one."""
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return picture
