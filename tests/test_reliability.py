"""The page on reliability names tests that are there, and figures that were measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout

from benchmarks.soak import report
from ui.look.layouts import nested

TESTS = Path(__file__).parent
UI = TESTS.parent / "ui"


def test_that_every_test_the_page_names_is_there():
    there = {
        name
        for file in TESTS.glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    named = set(re.findall(r"`(test_that_\w+)`", report.PAGE.read_text("utf-8")))
    assert len(named) > 20
    assert named <= there


def test_that_the_figures_are_those_of_the_last_long_runs():
    assert report.written() == report.table(), "run make docs"


def test_that_lists_make_their_own_items():
    """PySide 6.11 ends the process when a list is cleared whose items Python has made."""
    assert not [file for file in UI.rglob("*.py") if "QListWidgetItem(" in file.read_text("utf-8")]


def test_that_layouts_are_nested_while_they_are_empty():
    """PySide keeps an object for each item of a layout that was filled before, see `nested`."""
    calls = re.compile(r"\.(?:addLayout|setLayout|itemAt|takeAt)\(|QSpacerItem\(")
    found = {file.name for file in UI.rglob("*.py") if calls.search(file.read_text("utf-8"))}
    assert found == {"layouts.py"}


def test_that_a_layout_that_holds_something_is_not_nested(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    outer, inner = QVBoxLayout(), QHBoxLayout()
    inner.addWidget(label)
    with pytest.raises(ValueError, match="only once it is inside"):
        nested(outer, inner)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_that_pyside_keeps_no_item_of_a_layout(open_window):
    before = _items()
    story = open_window()
    for size in ((700, 800), (1366, 768), (500, 600), (1366, 768)):
        story.window.resize(*size)
        QApplication.processEvents()
    for name in ("records", "import-record", "backtest", "beliefs-and-their-evidence"):
        story.window.menus[name].trigger()
        QApplication.processEvents()
    assert _items() <= before


def _items() -> set[int]:
    """The addresses that PySide holds to be items of layouts."""
    return {
        address
        for one in shiboken6.getAllValidWrappers()
        if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)
        for address in shiboken6.getCppPointer(one)
    }
