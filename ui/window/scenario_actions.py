"""What the menus do with the scenarios on the desk."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from modeller.base.errors import ModellerError
from ui.window.window_parts import WindowParts


def copy_fingerprint(window: WindowParts) -> None:
    """The selected scenario's fingerprint to the clipboard."""
    QGuiApplication.clipboard().setText(window.session.scenario.fingerprint)


def duplicate(window: WindowParts) -> None:
    """Put a copy of the selected scenario on the desk, or say why not."""
    try:
        window.session.duplicate(window.session.desk.at_hand)
    except ModellerError as error:
        window.banner.show_error(error)


def make_baseline(window: WindowParts) -> None:
    """Compare the others with the selected scenario."""
    window.session.make_baseline(window.session.desk.at_hand)


def choose(number: int, window: WindowParts) -> None:
    """Select a scenario by its place on the desk, if there is one."""
    slots = window.session.desk.slots
    if number < len(slots):
        window.session.choose(slots[number].letter)
