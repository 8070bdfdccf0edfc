"""Buttons with words, each with a name by which tests find it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QToolButton, QWidget


def push_button(
    name: str, text: str, parent: QWidget, does: Callable[[], object] | None = None
) -> QPushButton:
    """A button that Enter in a field of the same window does not press."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    if does is not None:
        button.clicked.connect(lambda _checked=False: does())
    return button


def segment(name: str, text: str, parent: QWidget) -> QToolButton:
    """A switch in a row of switches; a click leaves the keyboard where it is."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("segment", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def ok_or_cancel(dialog: QDialog, does: Callable[[], object]) -> QDialogButtonBox:
    """OK, for what the dialog is to do, and Cancel, which closes it."""
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel, dialog)
    buttons.accepted.connect(does)
    buttons.rejected.connect(dialog.reject)
    return buttons
