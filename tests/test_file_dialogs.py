"""The place a file is written to is one that the user has agreed to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from modeller.base.formats import format_called
from ui.look.file_dialogs import SaveDialog


@pytest.fixture
def asked(monkeypatch):
    """The dialog: what was shown in it, and what a user will answer."""
    shown: list[str] = []
    answers: list[str] = []

    def dialog(_parent, _title, place, _kinds):
        shown.append(place)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    return shown, answers


def place(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return SaveDialog().path(parent, "Save", "arrests", format_called("csv"))


def test_that_a_name_without_the_ending_gets_it(qtbot, asked, tmp_path):
    asked[1].extend([str(tmp_path / "mine"), str(tmp_path / "mine.CSV"), ""])
    assert place(qtbot) == tmp_path / "mine.csv"
    assert place(qtbot) == tmp_path / "mine.CSV"
    assert place(qtbot) is None


def test_that_a_name_made_by_the_ending_is_asked_about_again(qtbot, asked, tmp_path):
    shown, answers = asked
    theirs = tmp_path / "mine.csv"
    theirs.touch()
    answers.extend([str(tmp_path / "mine"), str(theirs)])
    assert place(qtbot) == theirs
    assert shown[1] == str(theirs)


def test_that_the_ending_of_another_form_is_kept_where_that_can_be_written(qtbot, asked, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    page, pdf = format_called("html"), format_called("pdf")
    asked[1].extend([str(tmp_path / "out.pdf"), str(tmp_path / "out.doc")])
    assert SaveDialog().path(parent, "Save", "out", page, (pdf,)) == tmp_path / "out.pdf"
    assert SaveDialog().path(parent, "Save", "out", page, (pdf,)) == tmp_path / "out.doc.html"
