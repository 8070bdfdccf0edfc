"""The strip selects scenarios, renames, hides and orders them, and says what differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from tests.met import MET
from ui.desk.session import Session, first_desk
from ui.scenarios.scenario_strip import ScenarioStrip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qapp):
    return Session(first_desk(MET))


@pytest.fixture
def strip(qtbot, session):
    widget = ScenarioStrip(
        session, lambda: [("baseline", "Baseline"), ("met-plan-2025", "Met plan 2025")]
    )
    qtbot.addWidget(widget)
    widget.resize(1200, 80)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    widget.close()


def chosen(menu: QMenu, name: str):
    return next(action for action in menu.actions() if action.objectName() == name)


def test_that_a_click_takes_a_scenario_in_hand(strip, session, qtbot):
    qtbot.mouseClick(strip.chip("B"), LEFT, pos=QPoint(60, 16))
    assert session.desk.selected == "B"
    assert strip.chip("B").state.selected
    assert not strip.chip("A").state.selected


def test_that_a_scenario_called_baseline_is_not_called_so_twice(strip):
    chip = strip.chip("B")
    assert (chip.state.title, chip.state.baseline) == ("Baseline", True)
    assert "baseline" not in chip._marks()
    chip.set_state(replace(chip.state, title="As it was"))
    assert "baseline" in chip._marks()


def test_that_a_second_click_is_no_second_step(strip, session, qtbot):
    qtbot.mouseClick(strip.chip("A"), LEFT, pos=QPoint(60, 16))
    assert session.undo_stack.count() == 0
    assert strip.chip("A").state.selected


def test_that_a_double_click_renames_in_place_and_can_be_undone(strip, session, qtbot):
    chip = strip.chip("B")
    qtbot.mouseDClick(chip, LEFT, pos=QPoint(60, 16))
    editor = chip.findChild(QLineEdit, "title")
    assert editor.text() == "Baseline"
    qtbot.keyClicks(editor, "As it  was ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.desk.slot("B").scenario.title == "As it was"
    session.undo_stack.undo()
    assert session.desk.slot("B").scenario.title == "Baseline"
    assert strip.chip("B").state.title == "Baseline"


def test_that_escape_and_an_empty_title_change_nothing(strip, session, qtbot):
    chip = strip.chip("A")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        chip.setFocus()
        qtbot.keyClick(chip, Qt.Key.Key_F2)
        editor = chip.findChild(QLineEdit, "title")
        editor.clear()
        qtbot.keyClick(editor, key)
        qtbot.waitUntil(lambda: chip.findChild(QLineEdit, "title") is None)
    assert session.undo_stack.count() == 0


def test_that_the_dot_hides_another_scenario_but_not_the_one_in_hand(strip, session, qtbot):
    for letter in "AB":
        chip = strip.chip(letter)
        qtbot.mouseClick(chip, LEFT, pos=chip._dot_rect().center())
    assert session.desk.slot("A").visible
    assert not session.desk.slot("B").visible
    assert session.desk.selected == "A"
    assert "hidden" in strip.chip("B").accessibleName()


def test_that_the_keyboard_does_it_all(strip, session, qtbot):
    chip = strip.chip("B")
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_H)
    assert not session.desk.slot("B").visible
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(chip, Qt.Key.Key_Left, both)
    assert [slot.letter for slot in session.desk.slots] == ["B", "A"]
    assert strip._places[strip.chip("B")] == (0, 0)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert session.desk.selected == "B"
    with qtbot.waitSignal(strip.close_asked) as asked:
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert asked.args == ["B"]


def test_that_dragging_past_a_neighbour_changes_places(strip, session, qtbot):
    chip = strip.chip("A")
    qtbot.mousePress(chip, LEFT, pos=QPoint(60, 16))
    qtbot.mouseMove(chip, QPoint(chip.width() + 40, 16))
    qtbot.mouseRelease(chip, LEFT, pos=QPoint(chip.width() + 40, 16))
    assert [slot.letter for slot in session.desk.slots] == ["B", "A"]
    assert session.undo_stack.count() == 1


def test_that_the_line_says_in_how_many_the_scenario_differs(strip, session):
    assert strip.line.whole.startswith("Met plan 2025 differs in 6: deployments per week 10")
    assert "officer losses 1,400" in strip.line.whole.replace("\xa0", " ")
    session.choose("B")
    assert "This is the baseline" in strip.line.whole


def test_that_the_menu_offers_what_can_be_done(strip, session):
    menu = strip.menu_for("A")
    assert not chosen(menu, "toggle").isEnabled()
    assert chosen(menu, "baseline").isEnabled()
    chosen(menu, "baseline").trigger()
    assert session.desk.baseline == "A"
    menu.close()
    menu = strip.menu_for("A")
    assert not chosen(menu, "baseline").isEnabled()
    assert not chosen(menu, "differences").isEnabled()
    menu.close()


def test_that_a_menu_that_was_closed_is_gone(strip, qtbot):
    menu = strip.menu_for("A")
    menu.popup(QPoint(0, 0))
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(menu))


def test_that_a_full_desk_offers_no_more(strip, session):
    session.duplicate("A")
    session.add(load_scenario("plan-without-losses", profile=MET).scenario)
    strip._fill_add_menu()
    assert not any(action.isEnabled() for action in strip._add_menu.actions() if action.text())
    menu = strip.menu_for("A")
    assert not chosen(menu, "duplicate").isEnabled()
    menu.close()


def test_that_a_refused_duplicate_is_said_and_not_raised(strip, session, qtbot):
    session.duplicate("A")
    session.duplicate("A")
    with qtbot.waitSignal(session.failed):
        strip.duplicate("A")


def test_that_a_template_is_asked_for_by_name(strip, qtbot):
    strip._fill_add_menu()
    with qtbot.waitSignal(strip.template_asked) as asked:
        chosen(strip._add_menu, "template-baseline").trigger()
    assert asked.args == ["baseline"]


def test_that_unsaved_work_is_marked_and_the_mark_goes(strip, session, tmp_path):
    assert "not saved" in strip.chip("A").accessibleName()
    session.mark_saved(session.desk.slot("A"), tmp_path / "a.scenario.json")
    assert "not saved" not in strip.chip("A").accessibleName()
    session.set_value("deployments_per_week", 9)
    assert "not saved" in strip.chip("A").accessibleName()


def test_that_closing_removes_its_chip(strip, session, qtbot):
    session.close("A")
    assert strip.line.whole.startswith("This is the baseline")
    assert len(strip._chips) == 1
    session.undo_stack.undo()
    assert strip.chip("A").state.title == "Met plan 2025"


def test_that_four_long_titles_leave_the_window_its_width(strip, session):
    from ui.look.style import theme

    session.duplicate("A")
    session.duplicate("A")
    for letter in "ABCD":
        session.rename(letter, f"{letter} " + "very long title " * 10)
    assert strip.minimumSizeHint().width() <= 1280
    theme().set_text_scale(2.0)
    try:
        assert strip.minimumSizeHint().width() <= 1280
    finally:
        theme().set_text_scale(1.0)


def test_that_titles_that_one_row_has_no_room_for_stand_in_two(strip, session, qtbot):
    for title in ("The plan without any losses", "The losses without the plan"):
        session.add(Scenario(title=title))
    strip.resize(1200, 80)
    assert [chip.y() for chip in chips(strip)] == [chips(strip)[0].y()] * 4
    strip.resize(760, 80)
    qtbot.waitUntil(lambda: chips(strip)[2].y() > chips(strip)[0].y())
    first, second, third, fourth = chips(strip)
    assert (first.x(), third.x()) == (third.x(), first.x())
    assert first.y() == second.y()
    assert third.y() == fourth.y()
    assert all(chip._title_rect().width() >= chip._title_width() for chip in chips(strip))
    strip.resize(1200, 80)
    assert [chip.y() for chip in chips(strip)] == [chips(strip)[0].y()] * 4


def chips(strip):
    """As they stand on the desk, laid out."""
    strip.layout().activate()
    return [strip.chip(letter) for letter in "ABCD"]
