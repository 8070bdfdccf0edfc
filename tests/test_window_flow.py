"""The window at work: it fits, its places stay, and scenarios go in and out of it together."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from modeller.base.dates import read_day
from modeller.briefing import About, brief, render
from modeller.projection import project
from modeller.scenario import Schedule
from modeller.scenario.file import write_scenario
from modeller.scenario.share_code import share_code
from tests.windows import LEFT, small
from ui.files.which_dialog import Chosen, WhichDialog
from ui.levers.lever import LeverWidget
from ui.levers.schedule_editor import ScheduleEditor
from ui.look.access_letters import letter_of, with_letters
from ui.look.style import theme
from ui.scenarios.scenario_chip import Chip
from ui.scenarios.stack_dialog import StackDialog, conflicts
from ui.window.first_place import first_size

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCREENS = ((1280, 800), (1366, 768), (1920, 1080), (2560, 1440), (3840, 2160))


# ---- it fits


@pytest.mark.parametrize("wider", [0, 20, 220])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_that_the_first_window_with_strip_and_tour_is_inside_every_screen(
    open_window, monkeypatch, text, wider
):
    # chips as wide as another font makes them: their rows change at other widths of the window
    needed = Chip.needed_width
    monkeypatch.setattr(Chip, "needed_width", lambda chip: needed(chip) + wider)
    story = open_window()
    theme().set_text_scale(text)
    story.window.start_tour()
    tour = story.window.findChild(QWidget, "tour")
    card = tour.findChild(QWidget, "tour-card")
    try:
        for width, height in SCREENS:
            for ratio in (1.0, 1.5, 2.0):
                if text * ratio == 4.0 and width < 1920:
                    continue  # four times the text on a laptop's screen: it scrolls
                screen = QSize(round(width / ratio), round(height / ratio))
                size = first_size(screen, theme().scale)
                assert size.width() < screen.width()
                assert size.height() < screen.height()
                story.window.take_size(size)
                QApplication.processEvents()
                assert story.window.size() == size, (width, height, ratio)
                strip = story.window.strip
                end = strip.mapTo(story.window, strip.rect().bottomRight())
                assert story.window.rect().contains(end), (width, height, ratio)
                assert story.window.rect().contains(card.geometry()), (width, height, ratio)
    finally:
        tour._finish(False)


def test_that_a_large_window_unfolds_levers_and_opens_chain_and_totals(open_window):
    story = open_window(size=(2560, 1300))
    story.settle()
    window = story.window
    assert window.beside.isVisible()
    assert window.chain.isVisible()
    assert window.menus["chain"].isChecked()
    assert window.beside.isAncestorOf(window.chain)
    data = window.beside.charts["arrests"].data
    assert data.view == "total"
    assert {total.letter for total in data.totals} == {"A", "B"}
    assert window.levers.more_buttons["choice"].isChecked()
    before = data.totals[0].p50
    story.enter("deployments_per_week", "5")
    story.settle()
    assert window.beside.charts["arrests"].data.totals[0].p50 < before
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not window.beside.isVisible()
    assert not window.chain.isVisible()
    assert not window.levers.more_buttons["choice"].isChecked()


def test_that_what_was_folded_by_hand_stays_folded(open_window, qtbot):
    story = open_window(size=(1280, 1400))
    button = story.window.levers.more_buttons["choice"]
    assert button.isChecked()
    qtbot.mouseClick(button, LEFT)
    story.window.resize(1280, 1500)
    QApplication.processEvents()
    assert not button.isChecked()


def test_that_no_long_title_moves_the_answer_or_the_fingerprint(open_window):
    story = open_window()
    bar = story.window.top_bar

    def places():
        QApplication.processEvents()
        shown = (bar.answer, bar.identity.versions, bar.identity.fingerprint)
        return [(each.mapTo(story.window, QPoint()), each.height()) for each in shown]

    before = places()
    assert bar.identity.versions.isVisible()
    story.session.rename("A", "An extraordinarily long title that somebody in a hurry " * 2)
    assert places() == before
    assert "hurry" in bar.title.toolTip()


# ---- places that stay


def test_that_undo_and_redo_keep_their_places_and_words(open_window, qtbot):
    story = open_window()
    undo = story.find(QToolButton, "undo-button")
    redo = story.find(QToolButton, "redo-button")

    def places():
        QApplication.processEvents()
        return [(b.mapTo(story.window, QPoint()), b.size(), b.text()) for b in (undo, redo)]

    first = places()
    assert not undo.isEnabled()
    story.enter("officer_losses", "1,000")
    assert places() == first
    assert "officer losses" in undo.toolTip()
    for _ in range(3):  # twice at one place is there and back, never to and fro
        qtbot.mouseClick(undo, LEFT)
        assert places() == first
    assert not undo.isEnabled()
    assert redo.isEnabled()
    story.session.rename("A", "Another title, and a much longer one")
    assert places() == first


def test_that_replay_is_in_the_menu_and_waits_for_a_change(open_window):
    story = open_window()
    replay = story.window.menus["replay"]
    assert not replay.isEnabled()
    story.enter("officer_losses", "1,000")
    assert replay.isEnabled()
    story.window.menus["undo"].trigger()
    assert not replay.isEnabled()


def notch(widget, delta=-120, pointer=None):
    """Whether a widget takes a notch; one that it leaves goes to what it lies on."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint()) if pointer is None else pointer),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("key", ["arrests_per_true_alert", "true_match_rate"])
def test_that_a_turn_begun_on_the_panel_scrolls_whatever_comes_under_it(
    open_window, monkeypatch, key
):
    story = open_window()
    now = [100.0]
    monkeypatch.setattr("ui.look.wheel.time.monotonic", lambda: now[0])
    panel = story.window.levers
    for button in panel.more_buttons.values():
        button.setChecked(True)
    lever = story.lever(key)
    lever.track.setFocus()
    QApplication.processEvents()
    before = story.session.scenario
    bar = panel.verticalScrollBar()
    bar.setValue(0)
    assert notch(panel.viewport())
    assert bar.value() > 0
    for _ in range(3):
        now[0] += 0.1
        # it has come to lie under the still pointer, and leaves the notch to the panel
        assert not notch(lever.track)
    assert story.session.scenario == before
    now[0] += 10.0
    assert notch(lever.track)  # another turn, begun here
    assert story.session.scenario != before


def test_that_after_a_pause_a_still_pointer_scrolls_on(open_window, monkeypatch):
    story = open_window()
    now = [100.0]
    monkeypatch.setattr("ui.look.wheel.time.monotonic", lambda: now[0])
    panel, lever = story.window.levers, story.lever("true_match_rate")
    lever.track.setFocus()
    QApplication.processEvents()
    before = story.session.scenario
    still = lever.track.mapToGlobal(lever.track.rect().center())
    for _ in range(2):
        notch(panel.viewport(), pointer=still)
        now[0] += 10.0
        assert not notch(lever.track, pointer=still)
        now[0] += 10.0
    assert story.session.scenario == before
    assert notch(lever.track, pointer=still + QPoint(1, 0))  # it is pointed at now
    assert story.session.scenario != before
    notch(panel.viewport(), pointer=still)
    story.lever("officer_losses").track.setFocus()
    now[0] += 10.0
    assert notch(story.lever("officer_losses").track, pointer=still)  # taken in hand since


def test_that_the_wheel_over_a_list_of_choices_chooses_nothing(open_window):
    story = open_window()
    chooser = story.window.charts.chooser
    chosen = chooser.currentIndex()
    notch(chooser)
    assert chooser.currentIndex() == chosen


def test_that_the_gravest_notice_comes_first(open_window, tmp_path):
    story = open_window()
    path = tmp_path / "hers.scenario.json"
    write_scenario(path, small("plan-without-losses"))
    document = json.loads(path.read_text(encoding="utf-8"))
    document["resolved"]["officer_losses"] = document["changes"]["officer_losses"] = 900
    path.write_text(json.dumps(document), encoding="utf-8")
    assert story.window.files.open_path(path)
    banner = story.window.banner
    assert "edited" in banner.sentence.text()  # before how it differs
    assert banner.notice.kind == "problem"
    banner.dismiss()
    assert "edited" not in banner.sentence.text() + banner.details.text()


def test_that_every_target_of_the_window_takes_a_finger(open_window):
    story = open_window()
    for button in story.window.levers.more_buttons.values():
        button.setChecked(True)
    story.enter("officer_losses", "1,000")
    story.enter("true_match_rate", "80")
    QApplication.processEvents()
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, LeverWidget)
    small_ones = [
        f"{type(widget).__name__} {widget.objectName()} {widget.size().toTuple()}"
        for kind in kinds
        for widget in story.window.findChildren(kind)
        if widget.isVisible() and min(widget.width(), widget.height()) < 24
    ]
    assert small_ones == []


def test_that_every_menu_has_a_letter_for_each_entry(open_window):
    story = open_window()
    for name, menu in story.window.menus._menus.items():
        letters = [letter_of(e.text()) for e in menu.actions() if e.text() and e.isVisible()]
        assert all(letters), name
        assert len(set(letters)) == len(letters), name


def test_that_letters_are_each_given_once():
    assert with_letters(["Save", "Save as…", "S&hare"]) == ["&Save", "Save &as…", "S&hare"]
    assert with_letters(["Tom && Ann", "Tom"]) == ["&Tom && Ann", "T&om"]


@pytest.mark.parametrize(
    "name",
    [
        "side-by-side",
        "differences-over-time",
        "share",
        "open-from-a-code",
        "briefing",
        "records",
        "projection-ledger",
        "who-is-wrongly-flagged",
        "beliefs-and-their-evidence",
        "quality-log",
        "help-glossary",
    ],
)
def test_that_escape_closes_every_window(open_window, qtbot, name):
    story = open_window()
    before = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
    story.window.menus[name].trigger()
    QApplication.processEvents()
    (opened,) = {w for w in QApplication.topLevelWidgets() if w.isVisible()} - before
    assert isinstance(opened, QDialog)
    qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_that_escape_closes_a_chart_in_its_own_window(open_window, qtbot):
    story = open_window()
    twin = story.window.charts.charts["arrests"].pop_out()
    with qtbot.waitActive(twin):
        twin.activateWindow()
    with qtbot.waitSignal(twin.destroyed):
        qtbot.keyClick(twin, Qt.Key.Key_Escape)


@pytest.mark.parametrize("part", ["lever", "chip", "chart"])
def test_that_the_context_menu_opens_by_keyboard(open_window, part):
    story = open_window()
    opened = []

    def look() -> None:  # a menu may wait in a loop of its own
        menu = QApplication.activePopupWidget()
        if menu is not None:
            opened.append([entry.text() for entry in menu.actions()])
            menu.close()

    focus = {
        "lever": story.lever("officer_losses").track,
        "chip": story.window.strip.chip("A"),
        "chart": story.window.charts.charts["arrests"].canvas,
    }[part]
    focus.setFocus()
    QTimer.singleShot(300, look)
    story.window.menus["context-menu"].trigger()
    story.qtbot.waitUntil(lambda: bool(opened))
    assert opened[0]


# ---- a lever over time


def test_that_the_clock_of_a_lever_leads_to_seven_from_september(open_window, qtbot):
    story = open_window()
    lever = story.lever("deployments_per_week")
    clock = lever.findChild(QAbstractButton, "over-time")
    assert "change over time" in clock.accessibleName()
    qtbot.mouseClick(clock, LEFT)
    (editor,) = story.window.findChildren(ScheduleEditor)
    qtbot.mouseClick(editor.add_button, LEFT)
    day = editor.findChild(QLineEdit, "day-2")
    day.selectAll()
    qtbot.keyClicks(day, "1 Septembr")
    assert "is not a day" in editor.messages[1]
    assert editor.setting is None
    day.selectAll()
    qtbot.keyClicks(day, "1 September")
    value = editor.findChild(QLineEdit, "value-2")
    value.selectAll()
    qtbot.keyClicks(value, "7")
    assert editor.messages[1] == "counts from 31 Aug 2026, when that week begins"
    editor.buttons.accepted.emit()
    setting = story.session.scenario.changes["deployments_per_week"]
    assert isinstance(setting, Schedule)
    assert [(step.from_week, step.value) for step in setting.steps] == [(1, 10.0), (20, 7.0)]
    assert "31 Aug 2026" in story.lever("deployments_per_week").note.text()


def test_that_the_clock_is_reached_and_pressed_by_keyboard(open_window, qtbot):
    story = open_window()
    clock = story.lever("officer_losses").clock
    clock.setFocus(Qt.FocusReason.TabFocusReason)
    assert clock.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(clock, Qt.Key.Key_Space)
    (editor,) = story.window.findChildren(ScheduleEditor)
    week = editor.findChild(QAbstractSpinBox, "week-1")
    assert not week.isEnabled()  # a schedule begins with the first week
    editor.add_step()
    editor.findChild(QAbstractSpinBox, "week-2").setValue(10)
    assert editor.findChild(QLineEdit, "day-2").text() == "22 Jun 2026"
    editor.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 September", date(2026, 9, 1)),
        ("1st Sept. 2027", date(2027, 9, 1)),
        ("2026-09-01", date(2026, 9, 1)),
        ("29 Feb", date(2028, 2, 29)),
        ("28 December", date(2026, 12, 28)),
        ("9/1/2026", None),
        ("31 June", None),
        ("1 Ju", None),
        ("1 Jun\u0660", None),
        ("", None),
        ("1 " + "x" * 10_000, None),
    ],
)
def test_that_a_day_is_read_as_it_is_written(typed, day):
    first = date(2025, 12, 29)
    if day is None:
        with pytest.raises(ValueError, match="29 Dec 2025"):
            read_day(typed, first)
    else:
        assert read_day(typed, first) == day


def test_that_a_belief_has_no_clock(open_window):
    assert open_window().lever("true_match_rate").clock is None


# ---- several scenarios


def test_that_results_stand_above_the_inputs_side_by_side(open_window):
    story = open_window()
    story.settle()
    story.window.menus["side-by-side"].trigger()
    model = story.window.dialogs["grid"].grid.model
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(7)]
    assert names[0] == "Results"
    assert names[1:] == [
        "Arrests",
        "False alerts",
        "Faces scanned",
        "Cost",
        "Share of the plan delivered",
        "Deployments achieved",
    ]
    before = model.index(1, 0).data()
    assert "(" in before
    assert not model.index(1, 0).flags() & Qt.ItemFlag.ItemIsEditable
    story.enter("deployments_per_week", "5")
    story.settle()
    assert model.index(1, 0).data() != before


def test_that_a_chip_carries_the_three_outcomes(open_window):
    story = open_window()
    story.settle()
    chip = story.window.strip.chip("B")
    assert "arrests" in chip.state.outcomes[0]
    assert "wrongly flagged" in chip.state.outcomes[0]
    assert "faces" in chip.accessibleName()


def three():
    return [small(name) for name in ("met-plan-2025", "baseline", "plan-without-losses")]


def test_that_a_saved_desk_opens_as_it_was(open_window, tmp_path):
    story = open_window()
    story.session.add(small("plan-without-losses"))
    story.session.set_visible("B", False)
    story.session.choose("A")
    story.answers.save = tmp_path / "all.desk.json"
    story.window.menus["save-all"].trigger()
    desk = story.session.desk
    assert story.window.files.saving.unsaved == ()
    again = open_window()
    assert again.window.files.open_path(tmp_path / "all.desk.json")
    assert [(s.letter, s.scenario, s.visible) for s in again.session.desk.slots] == [
        (s.letter, s.scenario, s.visible) for s in desk.slots
    ]
    assert (again.session.desk.selected, again.session.desk.baseline) == ("A", "B")


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".xlsx", ".zip"])
def test_that_everything_in_a_briefing_is_opened(open_window, tmp_path, suffix):
    path = tmp_path / f"hers{suffix}"
    scenarios = [each.replace(title=f"Hers {n}", seed=9) for n, each in enumerate(three())]
    made = brief([project(each) for each in scenarios], About(on=date(2026, 1, 5)))
    path.write_bytes(render(made, suffix[1:]))
    story = open_window()
    story.answers.about_which = Chosen((0, 1, 2), beside=False)
    assert story.window.files.open_path(path)
    assert story.answers.asked[0] == ["Hers 0", "Hers 1", "Hers 2"]  # two have room
    assert [slot.scenario.title for slot in story.session.desk.slots] == [
        each.title for each in scenarios
    ]
    story.window.menus["undo"].trigger()
    assert [slot.letter for slot in story.session.desk.slots] == ["A", "B"]


def test_that_scenarios_with_room_all_come_and_are_named(open_window):
    story = open_window()
    mine = [each.replace(title=f"Hers {n}", seed=9 + n) for n, each in enumerate(three()[:2])]
    text = " ".join(share_code(each) for each in mine)
    story.window.menus["open-from-a-code"].trigger()
    dialog = story.window.dialogs["open-code"]
    dialog.code.setPlainText(text)
    dialog.open_button.click()
    assert {slot.scenario.title for slot in story.session.desk.slots} >= {"Hers 0", "Hers 1"}
    assert "holds 2 scenarios" in story.window.banner.sentence.text()


def test_that_the_question_which_counts_what_there_is_room_for(qtbot):
    dialog = WhichDialog(["one", "two", "three"], "hers.pdf", 1)
    qtbot.addWidget(dialog)
    opens = dialog.buttons.buttons()[0]
    assert dialog.chosen == Chosen((0,), beside=True)
    dialog.boxes[1].setChecked(True)
    assert not opens.isEnabled()
    assert "room for 1" in dialog.note.text()
    dialog.in_place.setChecked(True)
    assert opens.isEnabled()
    full = WhichDialog(["one", "two"], "hers.pdf", 0)
    qtbot.addWidget(full)
    assert full.chosen == Chosen((0, 1), beside=False)


def test_that_a_colleagues_beliefs_go_on_my_plan_with_conflicts_named(open_window, qtbot):
    story = open_window()
    hers = small("baseline").replace(title="Hers")
    hers = hers.with_value("true_match_rate", 0.8).with_value("deployments_per_week", 6.0)
    story.session.add(hers)
    story.session.choose("A")
    mine = story.session.scenario
    assert conflicts(hers, mine) == ("deployments_per_week",)
    menu = story.window.strip.menu_for("C")
    entry = next(e for e in menu.actions() if e.objectName() == "put-on-A")
    entry.trigger()
    (dialog,) = story.window.findChildren(StackDialog)
    said = " ".join(
        label.text() for label in dialog.findChildren(type(story.window.headlines.waiting))
    )
    assert "differently: Deployments per week" in said
    qtbot.mouseClick(dialog.findChild(QPushButton, "only-beliefs"), LEFT)
    assert not dialog.boxes["deployments_per_week"].isChecked()
    dialog.buttons.accepted.emit()
    now = story.session.scenario
    assert now.value("true_match_rate") == 0.8
    assert now.value("deployments_per_week") == mine.value("deployments_per_week")
    story.window.menus["undo"].trigger()
    assert story.session.scenario == mine
    menu.close()


def test_that_a_belief_that_differs_says_so_and_goes_to_all(open_window, qtbot):
    story = open_window()
    lever = story.lever("true_match_rate")
    assert lever.findChild(QToolButton, "apply-to-all") is None
    story.enter("true_match_rate", "75")
    assert "B 89" in lever.note.text()
    button = lever.findChild(QToolButton, "apply-to-all")
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)
    assert all(s.scenario.value("true_match_rate") == 0.75 for s in story.session.desk.slots)
    assert not button.isVisible()
    story.window.menus["undo"].trigger()
    assert story.session.desk.slot("B").scenario.value("true_match_rate") == 0.89


def test_that_a_drop_of_several_files_opens_them_all(open_window, tmp_path):
    story = open_window()
    for name in ("one", "two"):
        write_scenario(tmp_path / f"{name}.scenario.json", small("baseline").replace(title=name))
        assert story.window.files.open_path(tmp_path / f"{name}.scenario.json")
    assert len(story.session.desk.slots) == 4


def test_that_roles_are_told(open_window):
    story = open_window()
    role = QAccessible.Role
    lever = story.lever("officer_losses")
    for widget, wanted in ((lever.clock, role.Button), (story.window.strip.chip("A"), role.Button)):
        assert QAccessible.queryAccessibleInterface(widget).role() == wanted
