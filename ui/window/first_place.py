"""Where the window opens: inside the screen, including its strip and frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.look.dialogs import FRAME

DESIGNED = QSize(1280, 800)
"""The size that the window is designed for, in the design's pixels."""
LAPTOP = 900
"""Up to this height of screen the window takes all of it."""
_SHARE = 0.92
"""What share of a larger screen the first window takes in each direction."""


def first_size(available: QSize, scale: float = 1.0) -> QSize:
    """The size of the first window within the available screen.

    Parameters
    ----------
    available
        The screen without its panels, in pixels.
    scale
        Pixels to one of the design's: large text wants a larger window.
    """
    most = QRect(0, 0, available.width(), available.height()).marginsRemoved(FRAME).size()
    if available.height() <= LAPTOP:
        return most
    wanted = QSize(round(_SHARE * available.width()), round(_SHARE * available.height()))
    return wanted.expandedTo(DESIGNED * scale).boundedTo(most)


def keep_inside(window: QWidget) -> None:
    """Move and shrink a shown window until its frame lies on its screen."""
    if window.isMaximized() or window.isFullScreen():
        return
    available, frame = window.screen().availableGeometry(), window.frameGeometry()
    if available.contains(frame):
        return
    around = frame.size() - window.size()
    window.resize(window.size().boundedTo(available.size() - around))
    size = window.size() + around
    left = min(frame.left(), available.right() + 1 - size.width())
    top = min(frame.top(), available.bottom() + 1 - size.height())
    window.move(max(left, available.left()), max(top, available.top()))
