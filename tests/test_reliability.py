"""The page on reliability names tests that are there, and figures that were measured."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.soak import report

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
