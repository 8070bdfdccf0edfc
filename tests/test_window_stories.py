"""Whole stories through the real window: from opening it to the file and back."""

from __future__ import annotations

import json
import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from modeller.cli import main
from modeller.model.catalogue import Belief
from modeller.scenario.file import write_scenario
from modeller.wording import Glance, middle_words
from modeller.wording.headline import HEADLINE_OUTCOMES
from tests.met import catalogue
from tests.windows import LEFT, small
from ui.charts.chart import FanChart
from ui.levers.lever import LeverWidget
from ui.levers.steps import stepped
from ui.scenarios.scenario_details import AboutEditor, HorizonEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAMED_BY_THE_CUSTOMER = (
    "deployments_per_week",
    "officer_losses",
    "budget_shortfall",
    "true_match_rate",
    "false_alerts_per_million_faces",
    "arrests_per_true_alert",
)


def fingerprint_on_the_command_line(capsys, path) -> str:
    capsys.readouterr()
    assert main(["project", str(path), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["scenarios"][0]["fingerprint"]


def test_that_every_lever_moves_by_mouse_by_keyboard_and_by_typing(open_window, qtbot):
    story = open_window()
    for key, slider in catalogue().sliders.items():
        lever = story.lever(key)
        start = lever.value()
        target = slider.minimum + 0.35 * (slider.maximum - slider.minimum)
        story.drag(key, target)
        dragged = story.session.scenario.value(key)
        assert dragged != start, key
        assert dragged == lever.value(), key
        qtbot.keyClick(lever.track, Qt.Key.Key_Left)
        assert story.session.scenario.value(key) == stepped(slider, dragged, -1), key
        story.enter(key, str(slider.maximum * (100 if slider.unit == "share" else 1)))
        assert story.session.scenario.value(key) == pytest.approx(slider.maximum), key


def test_a_plan_from_opening_to_the_file_and_back(open_window, qtbot, tmp_path, capsys):
    story = open_window()
    first = story.session.scenario
    story.drag("deployments_per_week", 9, 7)
    qtbot.keyClick(story.lever("officer_losses").track, Qt.Key.Key_PageDown)
    story.enter("true_match_rate", "75")
    moved = story.session.scenario
    assert moved.value("deployments_per_week") == 7
    assert moved.value("officer_losses") < first.value("officer_losses")
    assert moved.value("true_match_rate") == 0.75

    story.settle()
    words = story.find(type(story.window.headlines), "headlines").findChildren(QLabel)
    assert any("against B: " in label.text() for label in words)

    for _ in range(3):
        story.window.menus["undo"].trigger()
    assert story.session.scenario == first
    assert not story.window.menus["undo"].isEnabled()
    for _ in range(3):
        story.window.menus["redo"].trigger()
    assert story.session.scenario == moved

    story.answers.save = tmp_path / "mine.scenario.json"
    assert story.window.files.saving.save()
    shown = story.window.top_bar.identity.fingerprint.text()
    assert shown == moved.fingerprint
    assert fingerprint_on_the_command_line(capsys, story.answers.save) == shown

    again = open_window(str(story.answers.save))
    assert again.session.scenario == moved
    assert again.window.top_bar.identity.fingerprint.text() == shown


def test_that_the_settled_figures_are_those_of_the_command_line(open_window, tmp_path, capsys):
    path = tmp_path / "plan.scenario.json"
    write_scenario(path, small("met-plan-2025"))
    story = open_window(str(path))
    story.settle()
    capsys.readouterr()
    assert main(["project", str(path), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)["scenarios"][0]
    assert story.session.result.results_digest == document["results_digest"]


def test_that_a_broken_file_leaves_everything_and_says_where_it_is_broken(open_window, tmp_path):
    story = open_window()
    story.settle()
    before, shown = story.session.desk, story.session.result
    path = tmp_path / "broken.scenario.json"
    write_scenario(path, small("met-plan-2025"))
    document = json.loads(path.read_text(encoding="utf-8"))
    document["changes"]["deployments_per_week"] = 90
    document["draws"] = "many"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert not story.window.files.open_path(path)
    assert story.session.desk == before
    assert story.session.result is shown
    banner = story.window.banner
    assert banner.isVisible()
    said = banner.sentence.text() + banner.details.text()
    assert "broken.scenario.json" in said


def test_a_drag_across_the_full_range(open_window, qtbot):
    story = open_window()
    story.settle()
    slider = catalogue().levers["deployments_per_week"]
    lever = story.lever(slider.key)
    steps = story.session.undo_stack.count()
    canvases = [chart.canvas for chart in story.window.charts.charts.values()]
    qtbot.mousePress(lever.track, LEFT, pos=story.place(lever, lever.value()))
    ticks, built = None, None
    left, right = (round(lever.track.x_of(end)) for end in (slider.minimum, slider.maximum))
    for x in range(right, left - 40, -8):
        qtbot.mouseMove(lever.track, QPoint(x, 10))
        if x % 24 == 0:
            story.shown()
            held = [canvas.frame.ticks for canvas in canvases]
            painted = [canvas.backgrounds_built for canvas in canvases]
            ticks, built = ticks or held, built or painted
            assert held == ticks, "the axis moved during the drag"
            assert painted == built, "a background was painted again during the drag"
    qtbot.mouseRelease(lever.track, LEFT, pos=QPoint(left - 40, 10))
    story.shown()
    assert lever.value() == slider.minimum == story.session.scenario.value(slider.key)
    assert story.session.result.scenario == story.session.scenario
    assert story.session.undo_stack.count() == steps + 1
    story.window.menus["undo"].trigger()
    assert story.session.scenario.value(slider.key) == 10


def test_that_a_hand_that_holds_still_has_words_and_charts_that_agree(open_window, qtbot):
    story = open_window()
    story.settle()
    lever = story.lever("deployments_per_week")
    qtbot.mousePress(lever.track, LEFT, pos=story.place(lever, lever.value()))
    qtbot.mouseMove(lever.track, story.place(lever, 5.0))
    story.shown()

    def said() -> list[str]:
        blocks = [story.find(QWidget, f"headline-{key}") for key in HEADLINE_OUTCOMES]
        return [block.figure.text() for block in blocks]

    wanted = [middle_words(story.session.result, key) for key in HEADLINE_OUTCOMES]
    qtbot.waitUntil(lambda: said() == wanted, timeout=5000)
    assert story.session.dragging
    qtbot.mouseRelease(lever.track, LEFT, pos=story.place(lever, 5.0))


def test_that_the_answer_follows_and_says_when_a_lever_moves_none_of_it(open_window):
    story = open_window()
    story.settle()
    answer = story.window.top_bar.answer
    assert answer.whole.startswith("Ten LFR deployments a week: about ")
    before = answer.whole
    story.enter("black_share_of_false_alerts", "50")
    story.settle()
    assert answer.whole == before.removesuffix(".") + (
        "; the last change moves none of these figures."
    )
    answer._forget.timeout.emit()
    assert answer.whole == before
    story.enter("deployments_per_week", "5")
    story.settle()
    assert answer.whole.startswith("Five LFR deployments a week: about ")
    assert "last change" not in answer.whole
    story.window.menus["undo"].trigger()  # at once: it moves as much as what it takes back
    story.shown()
    story.settle()
    assert answer.whole.startswith("Ten LFR deployments a week: about ")
    assert "last change" not in answer.whole
    story.session.choose("B")
    story.settle()
    assert "last change" not in answer.whole


def test_that_a_handle_that_was_held_and_not_moved_has_changed_nothing(open_window):
    story = open_window()
    story.settle()
    answer = story.window.top_bar.answer
    before = answer.whole
    story.session.begin_gesture()
    story.session.end_gesture()
    story.settle()
    answer.refresh()
    assert answer.whole == before


def test_that_the_customers_six_levers_and_four_charts_are_in_sight_at_1280_by_800(open_window):
    story = open_window()
    story.settle()
    window = story.window
    shown = window.levers.viewport().rect()
    for key in NAMED_BY_THE_CUSTOMER:
        lever = window.levers.levers[key]
        corner = lever.mapTo(window.levers.viewport(), QPoint(0, 0))
        assert shown.contains(lever.rect().translated(corner)), key
    for name, chart in window.charts.charts.items():
        middle = window.findChild(type(window.levers).__mro__[1], "middle").viewport()
        corner = chart.mapTo(middle, QPoint(0, 0))
        assert middle.rect().contains(chart.rect().translated(corner)), name
    assert window.headlines.verticalScrollBar().maximum() == 0, "the headlines do not fit"


def test_that_a_figure_too_long_for_its_line_keeps_its_end_on_a_second(open_window):
    story = open_window()
    story.settle()
    block = story.find(QWidget, "headline-arrests")
    line = block.figure.height()
    block.show_glance(Glance("arrests", "Arrests", "in fewer than 1 of 100", (), ()), False)
    assert block.figure.height() == 2 * line
    assert block.lines[0].y() >= block.figure.geometry().bottom()


def test_that_a_chart_becomes_a_table_and_a_picture_again(open_window, qtbot):
    story = open_window()
    chart = story.window.charts.charts["arrests"]
    chart.canvas.setFocus()
    qtbot.keyClick(chart.canvas, Qt.Key.Key_T)
    assert chart.shows_table
    chart.show_table(False)
    assert chart.stack.currentWidget() is chart.canvas


def test_that_a_locked_chart_keeps_its_numbers_while_the_others_follow(open_window):
    story = open_window()
    story.settle()
    locked, free = (story.window.charts.charts[key] for key in ("arrests", "faces_scanned"))
    locked.set_locked(True)
    before = locked.data, free.data
    story.enter("deployments_per_week", "4")
    story.shown()
    assert locked.data is before[0]
    assert free.data is not before[1]
    assert "Locked at earlier settings" in locked.heading.subtitle
    locked.unlock_button.click()
    assert locked.data is not before[0]


def test_that_a_chart_in_a_window_of_its_own_follows(open_window):
    story = open_window()
    story.settle()
    twin = story.window.charts.charts["arrests"].pop_out()
    before = twin.data
    story.enter("deployments_per_week", "4")
    story.settle()
    assert isinstance(twin, FanChart)
    story.qtbot.waitUntil(lambda: twin.data.p50.tolist() != before.p50.tolist())
    assert twin.data.p50.tolist() == story.window.charts.charts["arrests"].data.p50.tolist()


@pytest.mark.parametrize("view", ["weekly", "cumulative", "total"])
def test_that_a_view_button_changes_all_charts_and_shows_that_it_did(open_window, qtbot, view):
    story = open_window()
    button = story.find(QToolButton, f"view-{view}")
    qtbot.mouseClick(button, LEFT)
    shown = {name: chart.data.view for name, chart in story.window.charts.charts.items()}
    rare = "cumulative" if view == "weekly" else view  # most weeks have no false alert
    assert shown == dict.fromkeys(shown, view) | {"false_alerts": rare}
    assert [
        b.objectName() for b in story.window.charts.view_buttons.buttons() if b.isChecked()
    ] == [f"view-{view}"]


def test_that_a_total_is_called_a_years_only_over_52_weeks(open_window):
    story = open_window()
    button = story.find(QToolButton, "view-total")
    assert button.text() == "Total"
    story.session.replace_scenario(story.session.scenario.replace(weeks=52), "a year")
    assert button.text() == "Year total"


def test_that_who_is_wrongly_flagged_comes_with_its_caution(open_window):
    story = open_window()
    story.window.charts.choose("false_alerts_on_black_people")
    chart = story.window.charts.charts["fourth"]
    data = chart.data
    assert data.view == "cumulative"
    assert "an imbalance, not its cause" in data.subtitle
    assert "an imbalance and not its cause" in chart.heading.hidden_text()


def test_that_false_alerts_are_told_as_one_in_so_many_faces(open_window):
    story = open_window()
    story.settle()
    assert "one in" in story.window.charts.charts["false_alerts"].heading.title
    lowest = catalogue().beliefs["false_alerts_per_million_faces"].minimum
    story.enter("false_alerts_per_million_faces", str(lowest))
    story.settle()
    assert "fewer than one in" in story.window.charts.charts["false_alerts"].heading.title


def test_that_everything_is_within_reach_at_200_per_cent(open_window):
    story = open_window(size=(1280, 800))
    for _ in range(4):
        story.window.menus["larger-text"].trigger()
    story.window.resize(1280, 800)
    QApplication.processEvents()
    window = story.window
    assert window.width() <= 1280
    tabs = window._tabs
    assert tabs.isVisible()
    tabs.setCurrentIndex(1)
    assert window.headlines.isVisible()
    tabs.setCurrentIndex(0)
    assert window.levers.isVisible()
    middle = window.charts.parentWidget().parentWidget().parentWidget()
    assert middle.horizontalScrollBar().maximum() == 0


def test_that_weeks_draws_and_seed_can_be_edited_for_all_scenarios_at_once(open_window, qtbot):
    story = open_window()
    story.window.menus["horizon-and-draws"].trigger()
    editor = story.find(HorizonEditor, "horizon-editor")
    fields = [editor.findChild(object, key) for key in ("weeks", "draws", "seed")]
    fields[0].setText("eight")
    editor.buttons.accepted.emit()
    assert "whole number" in editor.message.text()
    fields[0].setText("3")
    editor.buttons.accepted.emit()
    assert editor.message.text()
    assert editor.isVisible()
    for field, text in zip(fields, ("8", "1,000", "7"), strict=True):
        field.setText(text)
    editor.buttons.accepted.emit()
    for slot in story.session.desk.slots:
        scenario = slot.scenario
        assert (scenario.weeks, scenario.draws, scenario.seed) == (8, 1000, 7)
    story.window.menus["undo"].trigger()
    assert {slot.scenario.weeks for slot in story.session.desk.slots} == {6}


def test_that_what_a_scenario_is_about_can_be_edited_and_leaves_its_fingerprint(open_window):
    story = open_window()
    before = story.session.scenario
    story.window.menus["about-this-scenario"].trigger()
    editor = story.find(AboutEditor, "about-editor")
    editor.findChild(object, "title").setText("A quieter plan")
    editor.findChild(object, "notes").setPlainText("Seven a week.")
    editor.buttons.accepted.emit()
    after = story.session.scenario
    assert (after.title, after.notes) == ("A quieter plan", "Seven a week.")
    assert after.question == before.question
    assert after.fingerprint == before.fingerprint
    assert "A quieter plan" in story.window.top_bar.title.text()


def test_that_replay_shows_what_was_and_ends_where_it_began(open_window):
    story = open_window()
    story.settle()
    chart = story.window.charts.charts["arrests"]
    then = chart.data
    story.enter("deployments_per_week", "4")
    story.settle()
    now = chart.data
    story.window.menus["replay"].trigger()
    assert story.window.replay.running
    assert chart.data.p50.tolist() == pytest.approx(then.p50.tolist(), rel=0.2)
    assert chart.canvas.frozen
    story.qtbot.waitUntil(lambda: not story.window.replay.running, timeout=5_000)
    assert chart.data.p50.tolist() == now.p50.tolist()
    assert not chart.canvas.frozen


def test_that_what_comes_during_a_replay_is_there_when_it_is_over(open_window):
    story = open_window()
    story.settle()
    story.enter("deployments_per_week", "5")
    story.settle()
    story.window.menus["replay"].trigger()
    assert story.window.replay.running
    charts, session = story.window.charts, story.session
    charts.set_band("underlying")
    story.qtbot.waitUntil(lambda: not story.window.replay.running, timeout=5_000)
    for name, wanted in charts.all_data(session.desk, session.results).items():
        assert charts.charts[name].data.p50.tolist() == wanted.p50.tolist(), name


def test_that_replay_without_motion_jumps(open_window):
    story = open_window()
    story.settle()
    story.window.menus["reduce-motion"].setChecked(True)
    story.enter("deployments_per_week", "4")
    story.shown()
    story.window.menus["replay"].trigger()
    story.qtbot.waitUntil(lambda: not story.window.replay.running, timeout=5_000)


def test_that_closing_asks_about_unsaved_work_and_stays_when_told_to(open_window):
    story = open_window()
    story.enter("deployments_per_week", "5")
    story.answers.about_unsaved = "cancel"
    story.window.close()
    assert story.window.isVisible()
    assert any("Met plan 2025" in titles for titles in story.answers.asked)


def test_that_the_grid_edits_any_scenario(open_window):
    story = open_window()
    story.window.menus["side-by-side"].trigger()
    dialog = story.window.dialogs["grid"]
    model = dialog.grid.model
    row = next(i for i, row in enumerate(model.rows) if row.key == "deployments_per_week")
    column = next(c for c in range(model.columnCount()) if model.slot(c).letter == "B")
    assert model.setData(model.index(row, column), "6 a week")
    assert story.session.desk.slot("B").scenario.value("deployments_per_week") == 6
    assert story.session.scenario.value("deployments_per_week") == 10


def test_that_a_schedule_is_edited_and_shown_on_its_lever(open_window):
    story = open_window()
    story.window.edit_schedule("deployments_per_week")
    editor = story.window.findChild(object, "schedule-editor")
    editor.chosen.emit(
        story.session.scenario.with_setting(
            "deployments_per_week", [{"from_week": 1, "value": 4}, {"from_week": 3, "value": 8}]
        ).setting("deployments_per_week")
    )
    editor.close()
    lever = story.window.levers.levers["deployments_per_week"]
    assert "changes on 4 May 2026 (week 3)" in lever.note.text()
    story.window.menus["undo"].trigger()
    assert lever.note.text() == ""


def test_that_a_belief_taken_as_exactly_known_says_so_on_its_lever_and_in_the_headlines(
    open_window,
):
    story = open_window()
    story.window.edit_spread("true_match_rate")
    editor = story.window.findChild(object, "spread-editor")
    belief = catalogue().beliefs["true_match_rate"]
    assert isinstance(belief, Belief)
    setting = story.session.scenario.setting("true_match_rate")
    editor.chosen.emit(type(setting)(setting.central, 0.0))
    editor.close()
    assert "exactly known" in story.window.levers.levers["true_match_rate"].note.text()
    story.settle()
    warning = story.window.headlines.findChild(QLabel, "warning-true_match_rate")
    assert warning is not None
    assert "true match rate" in warning.text()


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("deployments_per_week", "10", "Beyond evidence"),
        ("true_match_rate", "41", "Outside its"),
    ],
)
def test_that_a_setting_beyond_the_evidence_is_hatched_and_warned_of(
    open_window, key, value, words
):
    story = open_window()
    story.enter(key, value)
    story.settle()
    lever = story.window.levers.levers[key]
    assert isinstance(lever, LeverWidget)
    assert lever.track.beyond_text() in lever.track.accessibleDescription()
    warning = story.window.headlines.findChild(QLabel, f"warning-{key}")
    assert warning.text().startswith(words)
    assert warning.toolTip()


def test_that_the_stage_opens_from_its_menu_and_escape_gives_the_window_back(open_window, qtbot):
    story = open_window()
    story.settle()
    before = story.session.desk
    story.window.menus["stage"].trigger()
    surface = story.window.stage.surface
    assert surface.isFullScreen()
    assert story.window.stage.keys[0] == "plan"
    qtbot.keyClick(surface, Qt.Key.Key_Space)
    assert "posts go" in surface.sentence.text()
    qtbot.keyClick(surface, Qt.Key.Key_Escape)
    assert not story.window.stage.is_running
    assert story.session.desk is before
    assert story.window.isVisible()


def test_that_all_in_words_unfolds_the_sentences(open_window, qtbot):
    story = open_window()
    story.settle()
    panel = story.window.headlines
    told = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "is not published for the Met" not in told
    qtbot.mouseClick(panel.more, LEFT)
    told = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "is not published for the Met" in told
    assert math.isfinite(panel.verticalScrollBar().maximum())


def test_that_the_banner_can_be_put_away(open_window, qtbot, tmp_path):
    story = open_window()
    story.window.files.open_path(tmp_path / "nowhere.scenario.json")
    assert story.window.banner.isVisible()
    dismiss = story.window.banner.findChild((QPushButton, QToolButton)[0], "dismiss")
    dismiss = dismiss or story.window.banner.findChild(object, "dismiss")
    dismiss.click()
    assert not story.window.banner.isVisible()


def test_that_a_hidden_scenario_leaves_the_charts_and_comes_back(open_window):
    story = open_window()
    story.settle()
    chart = story.window.charts.charts["arrests"]
    assert [pinned.letter for pinned in chart.data.pinned] == ["B"]
    story.session.set_visible("B", False)
    assert chart.data.pinned == ()
    story.window.menus["undo"].trigger()
    assert [pinned.letter for pinned in chart.data.pinned] == ["B"]
