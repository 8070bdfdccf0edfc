"""The banner says one thing at a time, with its place, and nothing is lost under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from modeller.base.errors import ModellerError, Problem
from ui.look.notices import Banner, Choice, Notice, Placeholder, problem_words
from ui.look.running_text import RunningText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
THREE = ModellerError(
    [
        Problem("changes.officer_losses[2].value", "is 9,000", "it must lie between 0 and 3,000"),
        Problem("deployments_per_week", "is 90", "it must lie between 0 and 14 a week"),
        Problem("seed", "is missing", "add it"),
    ]
)


@pytest.fixture
def banner(qtbot):
    widget = Banner()
    qtbot.addWidget(widget)
    widget.resize(900, 60)
    yield widget
    widget.close()


def button(banner, name) -> QPushButton:
    found = banner.findChild(QPushButton, name)
    assert found is not None
    return found


def test_that_a_problem_shows_its_place_and_the_others_unfold(banner, qtbot):
    banner.show_error(THREE)
    assert banner.isVisible()
    assert banner.sentence.text() == (
        "changes.officer_losses[2].value is 9,000; it must lie between 0 and 3,000."
    )
    more = button(banner, "more")
    assert more.text() == "2 more"
    assert not banner.details.isVisible()
    qtbot.mouseClick(more, LEFT)
    assert banner.details.isVisible()
    assert "Deployments per week is 90" in banner.details.text()
    assert "Seed is missing" in banner.details.text()


def test_that_a_lever_is_called_by_its_label():
    assert problem_words(THREE.problems[1]).startswith("Deployments per week is 90;")


def test_that_dismissing_shows_the_notice_before(banner, qtbot):
    banner.show_notice(Notice("note", "first"))
    banner.show_notice(Notice("note", "second"))
    qtbot.mouseClick(button(banner, "dismiss"), LEFT)
    assert banner.sentence.text() == "first"
    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert not banner.isVisible()


def test_that_a_choice_acts_once_and_puts_the_notice_away(banner, qtbot):
    done: list[str] = []
    choices = (Choice("Yes", lambda: done.append("yes")), Choice("No", lambda: done.append("no")))
    banner.show_notice(Notice("question", "Well?", choices))
    assert not button(banner, "dismiss").isVisible()
    qtbot.mouseClick(button(banner, "choice-2"), LEFT)
    assert done == ["no"]
    assert not banner.isVisible()


def test_that_a_question_outlives_many_notes(banner):
    banner.show_notice(Notice("question", "Well?", (Choice("Yes", lambda: None),)))
    for number in range(60):
        banner.show_notice(Notice("note", f"note {number}"))
    for _ in range(60):
        if banner.notice is not None and banner.notice.kind == "note":
            banner.dismiss()
    assert banner.notice is not None
    assert banner.notice.text == "Well?"


def test_that_the_same_key_replaces_and_withdraws(banner):
    banner.show_notice(Notice("note", "old", key="file"))
    banner.show_notice(Notice("note", "other"))
    banner.show_notice(Notice("note", "new", key="file"))
    banner.withdraw("file")
    assert banner.sentence.text() == "other"
    banner.withdraw("nothing of the kind")
    assert banner.sentence.text() == "other"


def test_that_three_choices_are_refused(banner):
    with pytest.raises(ValueError, match="two"):
        banner.show_notice(Notice("note", "x", (Choice("a", print),) * 3))


def test_that_markup_in_a_file_is_shown_as_text(banner):
    banner.show_error(ModellerError(Problem("<img src=x>", "is <b>bad</b>", "mend it")))
    assert banner.sentence.textFormat() == Qt.TextFormat.PlainText


def test_that_a_screen_reader_finds_kind_and_sentence(banner):
    banner.show_error(THREE)
    interface = QAccessible.queryAccessibleInterface(banner.sentence)
    assert interface.text(QAccessible.Text.Name).startswith("Problem: changes.officer_losses")


def test_that_a_thousand_problems_stay_bounded(banner):
    banner.show_error(ModellerError([Problem(f"p{n}", "is bad", "mend it") for n in range(1000)]))
    assert banner.details.text().count("\n") <= 31
    assert "and 969 more" in banner.details.text()


def test_that_each_state_of_a_placeholder_shows_what_belongs_to_it(qtbot):
    widget = Placeholder()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    widget.show_empty("Nothing yet", "It comes.", "Make one")
    assert (widget.button.isVisible(), widget.progress.isVisible()) == (True, False)
    with qtbot.waitSignal(widget.asked):
        qtbot.mouseClick(widget.button, LEFT)
    widget.show_loading("Projecting", 0.25)
    assert (widget.button.isVisible(), widget.progress.isVisible()) == (False, True)
    assert widget.progress.value() == 250
    widget.show_error(THREE, "Try again")
    assert widget.title.text().startswith("changes.officer_losses[2]")
    assert "Seed is missing" in widget.text.text()
    widget.close()


def test_that_words_follow_the_theme(qtbot):
    from ui.look.style import theme

    label = RunningText("text", size="note")
    qtbot.addWidget(label)
    before = label.font().pixelSize()
    theme().set_text_scale(2.0)
    assert label.font().pixelSize() == 2 * before
    theme().set_text_scale(1.0)
    QApplication.processEvents()
