"""What stood in the way of newcomers who walked through the window with a mouse stays mended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from tests.met import MET
from tests.windows import LEFT, small
from ui.analysis.choosers import GoalEditor
from ui.briefing.pages import PagesView
from ui.charts.chart_data import ChartData, Pinned
from ui.levers.help_card import HelpCard
from ui.look.dialogs import Dialogs
from ui.look.figure_edit import FigureEdit
from ui.look.file_dialogs import SaveDialog
from ui.look.heading import Heading
from ui.scenarios.scenario_details import AboutEditor
from ui.stage.pictures import CourseView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# ---- figures


@pytest.fixture
def goal(qtbot):
    made = GoalEditor(MET.catalogue)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.outcome.setFocus()
    return made


def test_that_what_is_typed_after_a_click_takes_the_place_of_a_figure(goal, qtbot):
    qtbot.mouseClick(goal.figure, LEFT, pos=QPoint(20, 8))
    qtbot.keyClicks(goal.figure, "100")
    assert goal.figure.text() == "100"
    qtbot.mouseClick(goal.figure, LEFT, pos=QPoint(2, 8))  # entered already: the cursor is placed
    qtbot.keyClicks(goal.figure, "2")
    assert goal.figure.text() == "2100"
    field = goal.futures.lineEdit()
    assert isinstance(field, FigureEdit)
    qtbot.mouseClick(field, LEFT, pos=QPoint(30, 8))
    qtbot.keyClicks(goal.futures, "50")
    assert goal.futures.value() == 50


def test_that_a_double_click_takes_the_unit_too(qtbot):
    edit = FigureEdit("6 a week")
    qtbot.addWidget(edit)
    edit.show()
    qtbot.mouseDClick(edit, LEFT, pos=QPoint(8, 8))
    qtbot.keyClicks(edit, "7")
    assert edit.text() == "7"


def test_that_the_title_of_a_copy_can_be_typed_over(qtbot):
    editor = AboutEditor(small("met-plan-2025"))
    qtbot.addWidget(editor)
    title = editor.findChild(QLineEdit, "title")
    assert title is not None
    assert title.selectedText() == title.text() != ""


# ---- what explains something does not hide it


class _Screen:
    def availableGeometry(self):
        return QRect(0, 0, 1366, 768)


class _Window(QWidget):
    def screen(self):
        return _Screen()


@pytest.mark.parametrize(("width", "free"), [(880, True), (1060, False)])
def test_that_a_dialog_leaves_the_levers_free_where_it_fits(qtbot, width, free):
    window = _Window()
    qtbot.addWidget(window)
    window.setGeometry(0, 20, 1358, 720)
    levers = QWidget(window)
    levers.setObjectName("levers")
    levers.setGeometry(0, 90, 300, 580)
    window.show()

    def make(parent):
        dialog = QDialog(parent)
        dialog.resize(width, 680)
        return dialog

    dialog = Dialogs(window).show("one", make)
    handle = levers.mapToGlobal(QPoint(299, 100))
    assert (not dialog.geometry().contains(handle)) is free
    assert dialog.geometry().right() < 1366
    dialog.close()


def test_that_the_help_of_a_lever_stands_beside_it(open_window):
    lever = open_window().lever("deployments_per_week")
    lever.show_help()
    card = lever.findChild(HelpCard)
    shown = QRect(lever.mapToGlobal(QPoint()), lever.size())
    assert not card.geometry().intersects(shown)
    card.close()


def test_that_which_figures_are_judgements_is_scrolled_into_sight(open_window, qtbot):
    story = open_window(size=(1280, 560))
    story.settle()
    panel = story.window.headlines
    panel.ensureWidgetVisible(panel.which)
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().value())
    qtbot.mouseClick(panel.which, LEFT)
    named = panel._warnings[0]

    def in_sight():
        end = named.mapTo(panel.viewport(), named.rect().bottomLeft())
        return panel.viewport().rect().contains(end)

    qtbot.waitUntil(in_sight)


# ---- one name for one thing, and all of it


def test_that_scenarios_are_selected_by_their_letters(open_window):
    story = open_window()
    menus = story.window.menus
    named = {letter: menus[f"select-{letter}"] for letter in "ABCD"}
    assert named["B"].text().replace("&", "") == "Select scenario B"
    assert [each.isEnabled() for each in named.values()] == [True, True, False, False]
    named["B"].trigger()
    assert story.session.desk.selected == "B"
    story.session.duplicate("A")
    assert named["C"].isEnabled()
    story.session.close("B")
    assert not named["B"].isEnabled()
    named["C"].trigger()
    assert story.session.desk.selected == "C"


def test_that_what_is_being_prepared_is_said_in_full(open_window):
    story = open_window(size=(1366, 740))
    identity = story.window.top_bar.identity
    identity.activity.set_whole("Preparing the fast engine")
    QApplication.processEvents()
    assert identity.activity._shown() == "Preparing the fast engine"
    assert identity.versions._shown() == identity.versions.whole


def test_that_what_the_user_has_set_is_said_briefly_rather_than_cut_off(qtbot):
    words, line = ("arrests per true alert 40 %",), np.array([1.0])
    data = ChartData(
        "Arrests",
        "Arrests a week · 80 and 50 % bands",
        pinned=(Pinned("B", "Base", line), Pinned("C", "Hers", line, words)),
        beliefs=words,
    )
    heading = Heading(None)
    qtbot.addWidget(heading)
    heading.set_text(data.title, data.subtitle, "", data.mark, data.short_mark)
    subtitle, mark = heading.shown_subtitle(360)
    assert (subtitle, mark) == ("Arrests a week", " · Set by the user: 1 belief in A, C")
    assert data.mark in heading.hidden_text()
    assert heading.shown_subtitle(2_000)[1] == f" · {data.mark}"


def test_that_a_chart_on_the_stage_says_what_it_counts(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    view = CourseView(parent)
    view.resize(600, 400)

    def head(subtitle):
        weeks = np.array([1.0, 2.0])
        data = ChartData("Arrests", subtitle, weeks=weeks)
        band = dict.fromkeys(("p10", "p25", "p50", "p75", "p90"), weeks)
        view.set_data(replace(data, **band))  # type: ignore[arg-type]
        return view.grab(QRect(0, 0, 600, 24)).toImage().convertToFormat(QImage.Format.Format_RGB32)

    assert head("Arrests a week") != head("")


# ---- files


def test_that_a_panel_asks_for_files_where_the_last_ones_were(qtbot, monkeypatch, tmp_path):
    parent, asked = QWidget(), []
    qtbot.addWidget(parent)

    def choose(_parent, _title, place, kinds):
        asked.append((Path(place), kinds))
        return [str(tmp_path / "one.scenario.json")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    dialog = SaveDialog()
    assert dialog.several(parent, "Add") == (tmp_path / "one.scenario.json",)
    dialog.several(parent, "Add")
    assert asked[0][0] != tmp_path
    assert asked[1][0] == tmp_path
    assert "*.pdf" in asked[0][1]


def test_that_the_stage_is_left_by_mouse(open_window):
    story = open_window()
    story.settle()
    stage = story.window.stage
    stage.start()
    QTest.mouseClick(stage.surface.bar.leave, Qt.MouseButton.LeftButton)
    assert not stage.is_running


# ---- waits


def test_that_pages_to_come_are_announced_in_their_place(qtbot):
    view = PagesView("pages", "Preview")
    qtbot.addWidget(view)
    view.resize(400, 300)
    blank = view.grab().toImage()
    view.wait("Preparing the preview …")
    assert view.grab().toImage() != blank
    view.show_pages(())
    assert view.grab().toImage() == blank
