"""The stage fills a screen with one step after the other, and leaves the desk as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.desk_file import DeskFrame, desk_text, parse_desk
from modeller.scenario.file import document_text, parse_scenario, scenario_document
from modeller.wording.story import STEPS
from tests.met import MET
from tests.windows import small_desk
from ui.desk.session import Session
from ui.look.elided_line import ElidedLine
from ui.look.style import theme
from ui.stage.plan import (
    FIRST_LEVER,
    MOST_VIEWS,
    SavedView,
    StagePlan,
    stage_plan,
    with_stage_plan,
)
from ui.stage.save_view import SaveViewDialog
from ui.stage.stage import Stage
from ui.stage.surface import DESIGNED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    theme().set_mode("light")
    widget.close()


def settle(session):
    session.show({slot.letter: project(slot.scenario) for slot in session.desk.slots})


@pytest.fixture
def session(qapp):
    made = Session(small_desk())
    settle(made)
    made.desk_changed.connect(lambda _desk: settle(made))
    return made


@pytest.fixture
def stage(session, window):
    made = Stage(session, window)
    yield made
    made.leave()


def two_views(stage, session):
    stage.save_view("Faces", ("faces_scanned", "arrests"), "weekly")
    session.set_visible("B", False)
    stage.save_view("Alerts", ("false_alerts",), "total")
    session.set_visible("B", True)


def press(stage, *keys):
    for key in keys:
        assert stage.surface is not None
        QTest.keyClick(stage.surface, key)


def shown(stage):
    return stage.surface.sentence.text()


# ---------------------------------------------------------------- steps


def test_that_space_goes_through_the_storyboard_and_the_views_and_round(stage, session):
    two_views(stage, session)
    stage.start()
    assert stage.keys == (*STEPS, "view-1", "view-2")
    seen = []
    stage.step_shown.connect(lambda step: seen.append(step.key))
    press(stage, *[KEY.Key_Space] * 7)
    assert seen == [*list(STEPS)[1:], "view-1", "view-2", "plan"]
    press(stage, KEY.Key_Left, KEY.Key_PageDown, KEY.Key_End, KEY.Key_Home)
    assert seen[7:] == ["view-2", "plan", "view-2", "plan"]


def test_that_each_step_shows_sentence_number_chart_and_what_comes_next(stage):
    stage.start()
    surface = stage.surface
    for number, _key in enumerate(stage.keys, 1):
        assert shown(stage).endswith(".")
        assert surface.number.text()
        assert surface.what.text()
        place = surface.bar.place.whole
        assert place.startswith(f"{number} of {len(stage.keys)} · Space: ")
        assert place.endswith("Esc leaves")
        picture = surface.pictures.currentWidget()
        assert picture.accessibleName()
        press(stage, KEY.Key_Space)
    assert "Live facial recognition (LFR), London · projection" in surface.subject.text()
    assert stage._session.scenario.fingerprint in surface.identity.text()


def test_that_the_chart_over_the_weeks_says_what_it_counts(stage, monkeypatch):
    written: list[str] = []

    class Written(QPainter):
        def drawText(self, *given):
            written.extend(part for part in given if isinstance(part, str))
            return super().drawText(*given)

    stage.start()
    monkeypatch.setattr("ui.stage.pictures.QPainter", Written)
    stage.surface.course.grab()
    assert "Arrests a week · 80 and 50 % bands" in [text.replace("\u202f", " ") for text in written]


def test_that_the_desk_and_its_undo_stay_as_they_were(stage, session):
    two_views(stage, session)
    before, steps = session.desk, session.undo_stack.count()
    stage.start()
    press(stage, *[KEY.Key_Space] * 6)
    chart = stage.surface.course.canvas.data
    assert [total.letter for total in chart.totals] == ["A"]  # the view without B
    press(stage, KEY.Key_Escape)
    assert not stage.is_running
    assert session.desk is before
    assert session.undo_stack.count() == steps


def test_that_escape_leaves_and_says_so(stage, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr("ui.stage.stage.announce", lambda _widget, text: said.append(text))
    stage.toggle()
    assert stage.surface.isFullScreen()
    surface = stage.surface
    with qtbot.waitSignal(stage.left):
        QTest.keyClick(surface, KEY.Key_Escape)
    assert not stage.is_running
    assert not surface.isVisible()
    assert said[-1] == "You have left the stage."


def test_that_closing_its_window_leaves_it_and_starting_again_begins_with_the_plan(stage, qtbot):
    stage.start()
    press(stage, KEY.Key_Space)
    with qtbot.waitSignal(stage.left):
        stage.surface.close()
    stage.start()
    assert stage.surface.bar.place.whole.startswith("1 of")


def test_that_it_goes_on_where_the_window_is_when_its_screen_is_unplugged(stage, window):
    stage.start()
    press(stage, KEY.Key_Space)
    surface, before = stage.surface, stage.surface.sentence.text()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(surface.screen())
    assert stage.surface is surface
    assert surface.isFullScreen()
    assert surface.screen() is window.screen()
    assert surface.sentence.text() == before
    stage.leave()
    application.screenRemoved.emit(window.screen())  # nobody listens any more


def test_that_steps_can_be_left_out_and_shown_again(stage, session):
    stage.start()
    stage.go("where")
    stage.leave_out("where", True)
    assert "where" not in stage.keys
    assert stage.surface.bar.place.whole.startswith("1 of")
    session.undo_stack.undo()
    assert "where" in stage.keys
    stage.leave_out("lost", True)
    stage._open_steps(QPoint(0, 0))
    (menu,) = stage.surface.findChildren(QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[-1] == "Show “What is lost” again"
    menu.actions()[-1].trigger()
    assert stage.keys == tuple(STEPS)
    menu.close()


def test_that_a_step_that_goes_away_gives_way_to_the_plan(stage, session):
    stage.start()
    stage.go("lost")
    session.reset(("officer_losses", "staff_losses", "budget_shortfall"), "reset")
    assert "lost" not in stage.keys
    assert stage.surface.bar.place.whole.startswith("1 of")


def test_that_nothing_is_shown_before_there_are_numbers(qapp, window):
    session = Session(small_desk())
    stage = Stage(session, window)
    stage.start()
    assert stage.keys == ()
    press(stage, KEY.Key_Space, KEY.Key_End)
    settle(session)
    assert stage.keys == tuple(STEPS)
    stage.leave()


# ---------------------------------------------------------------- the lever


def test_that_the_lever_on_the_bar_moves_the_scenario_in_one_step_of_undo(stage, session):
    stage.start()
    before, steps = shown(stage), session.undo_stack.count()
    track = stage.surface.bar.track
    there = QPoint(track.width() // 3, track.height() // 2)
    QTest.mousePress(track, LEFT, Qt.KeyboardModifier.NoModifier, there)
    QTest.mouseMove(track, there + QPoint(12, 0))
    assert session.dragging
    assert stage.surface.course.canvas.frozen
    QTest.mouseRelease(track, LEFT, Qt.KeyboardModifier.NoModifier, there + QPoint(12, 0))
    assert not session.dragging
    assert not stage.surface.course.canvas.frozen
    assert session.undo_stack.count() == steps + 1
    assert shown(stage) != before
    # a clicker's key after the drag is the stage's, not the lever's
    value = session.scenario.value(FIRST_LEVER)
    assert not track.hasFocus()
    press(stage, KEY.Key_PageDown)
    assert session.scenario.value(FIRST_LEVER) == value
    assert stage.surface.bar.place.whole.startswith("2 of")


def test_that_a_lever_with_the_focus_keeps_its_keys_but_for_space(stage, session):
    stage.start()
    track = stage.surface.bar.track
    track.setFocus()
    value = session.scenario.value(FIRST_LEVER)
    QTest.keyClick(track, KEY.Key_Left)
    assert session.scenario.value(FIRST_LEVER) < value
    assert stage.surface.bar.place.whole.startswith("1 of")
    track.setFocus()
    QTest.keyClick(track, KEY.Key_Space)
    assert stage.surface.bar.place.whole.startswith("2 of")


def test_that_another_lever_can_be_chosen_and_is_kept(stage, session):
    stage.start()
    stage.surface.bar.lever_asked.emit("true_match_rate")
    assert stage.surface.bar.track.slider.key == "true_match_rate"
    assert stage_plan(session.scenario).lever == "true_match_rate"
    assert stage.surface.bar.value.text().startswith("89")
    session.undo_stack.undo()
    assert stage.surface.bar.track.slider.key == FIRST_LEVER


def test_that_in_a_view_of_another_scenario_the_lever_moves_that_one(stage, session):
    session.choose("B")
    stage.save_view("B's", ("arrests",), "weekly")
    session.choose("A")
    stage.start()
    stage.go("view-1")
    stage.surface.bar.moved.emit(7.0)
    assert session.desk.slot("B").scenario.value(FIRST_LEVER) == 7.0
    assert session.desk.slot("A").scenario.value(FIRST_LEVER) == 10.0


def test_that_leaving_in_the_middle_of_a_drag_ends_it(stage, session):
    stage.start()
    stage.surface.bar.held.emit()
    assert session.dragging
    stage.leave()
    assert not session.dragging


def test_that_mouse_alone_steps_both_ways(stage):
    stage.start()
    bar = stage.surface.bar
    QTest.mouseClick(bar.next, LEFT)
    QTest.mouseClick(bar.next, LEFT)
    QTest.mouseClick(bar.back, LEFT)
    assert bar.place.whole.startswith("2 of")


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160), (1024, 768)])
def test_that_every_step_is_legible_and_whole_on_every_screen(stage, session, size, mode):
    theme().set_mode(mode)
    two_views(stage, session)
    stage.start()
    surface = stage.surface
    surface.showNormal()
    surface.resize(*size)
    unit = min(size[0] / DESIGNED[0], size[1] / DESIGNED[1])
    for key in stage.keys:
        stage.go(key)
        QGuiApplication.processEvents()
        assert (surface.width(), surface.height()) == size
        for label in surface.findChildren(QLabel):
            if not label.isVisible() or not label.text():
                continue
            room = label.rect()
            flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else 0
            needed = label.fontMetrics().boundingRect(room, int(flags), label.text())
            assert needed.height() <= room.height() + 2, (key, label.objectName())
            assert needed.width() <= room.width() + 2, (key, label.objectName())
            assert QFontInfo(label.font()).pixelSize() >= int(15 * unit)
        assert QFontInfo(surface.sentence.font()).pixelSize() >= int(0.75 * 34 * unit)
        picture = surface.pictures
        assert picture.height() >= 0.4 * size[1]
        assert surface.bar.geometry().bottom() <= size[1]


def test_that_hostile_titles_are_text(stage, session):
    hostile = "<b>x</b><script>alert(1)</script> &amp; " + "y" * 120
    session.replace_scenario(session.scenario.replace(title=hostile), "title")
    stage.save_view(hostile[:50], ("arrests",), "weekly")
    stage.start()
    for label in stage.surface.findChildren(QLabel):
        # what is elided is painted by itself, and never as markup
        assert isinstance(label, ElidedLine) or label.textFormat() == Qt.TextFormat.PlainText
    assert hostile in stage.surface.subject.text()


# ---------------------------------------------------------------- what is kept


def test_that_lever_steps_and_views_are_kept_with_scenario_and_desk(stage, session):
    fingerprint = session.scenario.fingerprint
    two_views(stage, session)
    stage.choose_lever("officer_losses")
    stage.leave_out("where", True)
    plan = StagePlan(
        (
            SavedView("Faces", ("faces_scanned", "arrests"), "weekly", "A", ("A", "B")),
            SavedView("Alerts", ("false_alerts",), "total", "A", ("A",)),
        ),
        "officer_losses",
        frozenset({"where"}),
    )
    assert stage_plan(session.scenario) == plan
    text = document_text(scenario_document(session.scenario))
    again = parse_scenario(text.encode(), profile=MET).scenario
    assert stage_plan(again) == plan
    assert again.fingerprint == fingerprint
    documents = [scenario_document(slot.scenario) for slot in session.desk.slots]
    frame = DeskFrame(("A", "B"), (True, True), "A", "B")
    desk = parse_desk(desk_text(documents, frame).encode(), profile=MET)
    assert stage_plan(desk.scenarios[0].scenario) == plan


def test_that_views_of_earlier_releases_are_steps_and_are_kept_in_the_new_place(session):
    old = {
        "name": "Old",
        "outcomes": ["arrests", "faces_scanned", "false_alerts", "cost"],
        "view": "weekly",
        "at_hand": "A",
        "visible": ["A"],
    }
    scenario = session.scenario.replace(view={"presentation": [old], "other": 1})
    plan = stage_plan(scenario)
    assert [view.name for view in plan.views] == ["Old"]
    kept = with_stage_plan(scenario, plan)
    assert stage_plan(kept) == plan
    assert set(kept.view) == {"stage", "other"}
    assert set(with_stage_plan(kept, StagePlan()).view) == {"other"}


def test_that_more_views_than_can_be_are_not_kept(session):
    views = tuple(SavedView(f"view {n}") for n in range(MOST_VIEWS + 5))
    kept = with_stage_plan(session.scenario, StagePlan(views))
    assert len(stage_plan(kept).views) == MOST_VIEWS


def test_that_a_view_of_a_scenario_that_is_gone_still_shows(stage, session):
    view = SavedView("x", (), "weekly", "D", ("C", "D"))
    desk = view.desk(session.desk)
    assert desk.selected == "A"
    session.replace_scenario(with_stage_plan(session.scenario, StagePlan((view,))), "view")
    stage.start()
    stage.go("view-1")
    assert shown(stage)


def test_that_the_dialog_asks_for_a_name_and_a_chart(qtbot, window):
    dialog = SaveViewDialog({"arrests": "Arrests", "fourth": "Cost"}, window)
    qtbot.addWidget(dialog)
    chosen = []
    dialog.chosen.connect(lambda *both: chosen.append(both))
    assert not dialog._ok.isEnabled()
    qtbot.keyClicks(dialog.name, " Ours ")
    dialog.chart.setCurrentIndex(1)
    dialog._ok.click()
    assert chosen == [("Ours", "fourth")]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5).filter(str.isprintable),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["name", "view", "outcomes", "selected", "visible", "views", "lever", "left_out"]),
        inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


@given(stored=_JSON, field=st.sampled_from(["stage", "presentation"]))
def test_that_whatever_a_file_carries_gives_a_plan(stored, field):
    scenario = Scenario(view={field: stored})
    plan = stage_plan(scenario)
    assert plan.lever in scenario.catalogue.sliders
    assert plan.left_out <= set(STEPS) - {"plan"}
    for view in plan.views:
        assert view.view in ("weekly", "cumulative", "total")
        assert set(view.visible) <= set("ABCD")
    assert stage_plan(with_stage_plan(scenario, plan)) == plan
