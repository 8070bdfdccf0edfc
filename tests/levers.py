"""Levers for the tests of one: in a column as wide as the window's, and what each has said."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from modeller.model.catalogue import catalogue
from ui.levers.lever import LeverWidget
from ui.look.style import theme

SLIDERS = catalogue().sliders
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    """A column of 300 px, as the window has it."""
    theme().set_mode("light")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setFixedWidth(300)
    QVBoxLayout(widget).setContentsMargins(0, 0, 0, 0)
    yield widget
    theme().set_text_scale(1.0)
    theme().set_mode("system")


@pytest.fixture
def make(panel, qtbot):
    def build(key: str) -> LeverWidget:
        lever = LeverWidget(SLIDERS[key])
        panel.layout().addWidget(lever)
        if not panel.isVisible():
            with qtbot.waitActive(panel):
                panel.show()
                panel.activateWindow()
        QApplication.processEvents()
        return lever

    return build


class Heard:
    """What a lever has said."""

    def __init__(self, lever):
        self.said: list[Any] = []
        lever.drag_started.connect(lambda: self.said.append("start"))
        lever.value_changing.connect(lambda v: self.said.append(("changing", v)))
        lever.value_committed.connect(lambda v: self.said.append(("committed", v)))
        lever.reset_asked.connect(lambda: self.said.append("reset"))


def place(lever, value):
    track = lever.track
    return QPoint(round(track.x_of(value)), track.height() // 2 - 2)
