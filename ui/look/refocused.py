"""Keeping the focus where it was while parts of a page are made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def refocused(page: QWidget) -> Iterator[None]:
    """Afterwards, give the focus to the part of a page with the name of the one that had it."""
    focused = QApplication.focusWidget()
    name = focused.objectName() if focused is not None and page.isAncestorOf(focused) else ""
    yield
    again = page.findChild(QWidget, name) if name else None
    if again is not None:
        again.setFocus(Qt.FocusReason.OtherFocusReason)
