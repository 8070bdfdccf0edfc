"""A presentation steps through saved views in large type, and leaves everything as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from modeller.scenario import Scenario
from modeller.scenario.file import document_text, parse_scenario, scenario_document
from tests.met import MET
from ui.desk.session import Session, first_desk
from ui.look.style import theme
from ui.window.presentation import Presentation
from ui.window.saved_views import MOST_VIEWS, SavedView, saved_views, with_saved_views

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QVBoxLayout(widget)
    for part in (QLineEdit(widget), QPushButton("press", widget), QSlider(widget)):
        layout.addWidget(part)
    widget.resize(400, 300)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    theme().set_text_scale(1.0)
    widget.close()


@pytest.fixture
def session(qapp):
    return Session(first_desk(MET))


@pytest.fixture
def presentation(session, window):
    made = Presentation(session, window)
    yield made
    made.leave()


def two_views(presentation, session) -> None:
    presentation.save_view("Arrests", ("arrests", "faces_scanned"), "weekly")
    session.set_visible("B", False)
    presentation.save_view("Alerts", ("false_alerts",), "total")
    session.set_visible("B", True)


def press(qtbot, window, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or window, key)


def test_that_views_travel_in_the_scenarios_file(presentation, session):
    fingerprint = session.scenario.fingerprint
    two_views(presentation, session)
    text = document_text(scenario_document(session.scenario))
    again = parse_scenario(text.encode(), profile=MET).scenario
    assert saved_views(again) == (
        SavedView("Arrests", ("arrests", "faces_scanned"), "weekly", "A", ("A", "B")),
        SavedView("Alerts", ("false_alerts",), "total", "A", ("A",)),
    )
    assert again.fingerprint == fingerprint
    session.undo_stack.undo()
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert len(presentation.views) == 1


def test_that_space_steps_round_and_escape_leaves(presentation, session, window, qtbot):
    two_views(presentation, session)
    before = session.desk
    shown: list[str] = []
    presentation.view_shown.connect(lambda view: shown.append(view.name))
    window.setFocus()
    presentation.start()
    assert window.isFullScreen()
    press(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    assert shown == ["Arrests", "Alerts", "Arrests", "Alerts"]
    assert not session.desk.slot("B").visible
    with qtbot.waitSignal(presentation.left):
        press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert session.desk == before


def test_that_body_text_is_eighteen_points_and_comes_back(presentation, window):
    theme().set_text_scale(1.25)
    presentation.start()
    points = theme().font("body").pixelSize() * 72 / window.logicalDpiY()
    assert points == pytest.approx(18, abs=0.4)
    presentation.leave()
    assert theme().text_scale == 1.25


def test_that_keys_of_others_stay_theirs(presentation, session, window, qtbot):
    two_views(presentation, session)
    shown: list[object] = []
    presentation.start()
    presentation.view_shown.connect(shown.append)
    edit = window.findChild(QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "a b")
    assert edit.text() == "a b"
    button = window.findChild(QPushButton)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    slider = window.findChild(QSlider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.value() == slider.pageStep()
    assert shown == []
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert len(shown) == 1


def test_that_what_is_taken_for_something_else_passes(presentation, window):
    stale = QWidgetItem(window)
    for kind in (QEvent.Type.ActionChanged, QEvent.Type.KeyPress):
        assert presentation.eventFilter(stale, QEvent(kind)) is False
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert presentation.eventFilter(stale, key) is False


def test_that_levers_moved_on_the_way_stay_moved(presentation, session):
    two_views(presentation, session)
    presentation.start()
    session.set_value("deployments_per_week", 7)
    presentation.leave()
    assert session.scenario.value("deployments_per_week") == 7
    assert session.desk.slot("B").visible


def test_that_without_views_it_is_only_large(presentation, session, window, qtbot):
    window.setFocus()
    presentation.toggle()
    press(qtbot, window, Qt.Key.Key_Space)
    presentation.toggle()
    assert session.undo_stack.count() == 0


def test_that_a_view_of_a_scenario_that_is_gone_still_shows(session):
    view = SavedView("x", (), "weekly", "D", ("C", "D"))
    desk = view.desk(session.desk)
    assert desk.selected == "A"
    assert not any(slot.visible for slot in desk.slots)


def test_that_more_views_than_can_be_are_not_kept(session):
    views = tuple(SavedView(f"view {n}") for n in range(MOST_VIEWS + 5))
    assert len(saved_views(with_saved_views(session.scenario, views))) == MOST_VIEWS
    assert with_saved_views(session.scenario, ()) == session.scenario


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5).filter(str.isprintable),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["name", "view", "outcomes", "selected", "visible"]), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip


@given(stored=_JSON)
def test_that_whatever_a_file_carries_gives_views_or_none(stored):
    for view in saved_views(Scenario(view={"presentation": stored})):
        assert view.view in ("weekly", "cumulative", "total")
        assert set(view.visible) <= set("ABCD")
