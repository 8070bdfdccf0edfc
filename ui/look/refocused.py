"""Keeping the focus where it was while the parts of a page are made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def refocused(page: QWidget) -> Iterator[None]:
    """Give the focus back to the part of a page that is called as the one that had it."""
    focused = QApplication.focusWidget()
    name = focused.objectName() if focused is not None and page.isAncestorOf(focused) else ""
    yield
    again = page.findChild(QWidget, name) if name else None
    if again is not None:
        again.setFocus(Qt.FocusReason.OtherFocusReason)
