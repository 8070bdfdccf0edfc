"""A lever follows mouse, wheel, keys and typing, and never makes up a value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.levers import LEFT, SLIDERS, Heard, make, panel, place  # noqa: F401
from ui.look.quantity import read_value, value_text

# The offscreen platform says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def drag(qtbot, lever, *values):
    qtbot.mousePress(lever.track, LEFT, pos=place(lever, lever.value()))
    for value in values:
        qtbot.mouseMove(lever.track, place(lever, value))
    qtbot.mouseRelease(lever.track, LEFT, pos=place(lever, values[-1]))


def type_value(qtbot, lever, text):
    qtbot.mouseClick(lever.value_edit, LEFT)
    qtbot.keyClicks(lever.value_edit, text)
    qtbot.keyClick(lever.value_edit, Qt.Key.Key_Return)


# ---- dragging


def test_that_a_drag_starts_once_passes_through_values_and_commits_once(make, qtbot):
    lever = make("deployments_per_week")
    heard = Heard(lever)
    drag(qtbot, lever, 6, 8, 10)
    assert heard.said[0] == "start"
    assert heard.said[-1] == ("committed", 10.0)
    assert [said for said in heard.said if said != "start"][:-1] == [
        ("changing", 6.0),
        ("changing", 8.0),
        ("changing", 10.0),
    ]


def test_that_the_last_setting_stays_as_a_ghost_while_dragging_and_goes_after(make, qtbot):
    lever = make("officer_losses")
    lever.setValue(1400)
    qtbot.mousePress(lever.track, LEFT, pos=place(lever, 1400))
    qtbot.mouseMove(lever.track, place(lever, 2000))
    assert lever.track.ghost == 1400
    assert lever.value() == 2000
    qtbot.mouseRelease(lever.track, LEFT, pos=place(lever, 2000))
    assert lever.track.ghost is None


def test_that_escape_during_a_drag_puts_the_old_setting_back(make, qtbot):
    lever = make("officer_losses")
    heard = Heard(lever)
    lever.track.setFocus()
    qtbot.mousePress(lever.track, LEFT, pos=place(lever, 0))
    qtbot.mouseMove(lever.track, place(lever, 2000))
    qtbot.keyClick(lever.track, Qt.Key.Key_Escape)
    assert lever.value() == 0
    assert heard.said[-1] == ("committed", 0.0)


def test_that_a_press_on_the_track_brings_the_handle_there(make, qtbot):
    lever = make("officer_losses")
    qtbot.mouseClick(lever.track, LEFT, pos=place(lever, 1500))
    assert lever.value() == pytest.approx(1500, abs=50)


def test_that_a_press_on_the_handle_moves_nothing_but_is_heard_to_its_end(make, qtbot):
    lever = make("deployments_per_week")
    lever.setValue(7)
    heard = Heard(lever)
    qtbot.mouseClick(lever.track, LEFT, pos=place(lever, 7) + QPoint(4, 0))
    assert heard.said == ["start", ("committed", 7.0)]


@pytest.mark.parametrize("key", sorted(SLIDERS))
def test_that_a_drag_reaches_both_ends_exactly_and_leaves_no_dust(key, make, qtbot):
    lever = make(key)
    slider = lever.slider
    heard = Heard(lever)
    qtbot.mousePress(lever.track, LEFT, pos=place(lever, lever.value()))
    for x in range(0, lever.track.width() + 1, 3):
        qtbot.mouseMove(lever.track, QPoint(x, 10))
    qtbot.mouseMove(lever.track, QPoint(-50, 10))
    assert lever.value() == slider.minimum
    qtbot.mouseMove(lever.track, QPoint(2000, 10))
    qtbot.mouseRelease(lever.track, LEFT, pos=QPoint(2000, 10))
    assert lever.value() == slider.maximum
    values = [said[1] for said in heard.said if said != "start"]
    assert len(set(values)) > 5
    assert all(value == float(f"{value:.6g}") and slider.contains(value) for value in values)


# ---- keys and buttons


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, 7.5),
        (Qt.Key.Key_Up, 7.5),
        (Qt.Key.Key_Left, 6.5),
        (Qt.Key.Key_Down, 6.5),
        (Qt.Key.Key_PageUp, 8.0),
        (Qt.Key.Key_PageDown, 6.0),
        (Qt.Key.Key_Home, 4.0),
        (Qt.Key.Key_End, 10.0),
        (Qt.Key.Key_Plus, 7.5),
        (Qt.Key.Key_Minus, 6.5),
    ],
)
def test_that_a_key_moves_by_its_step_and_commits_once(key, expected, make, qtbot):
    lever = make("deployments_per_week")
    lever.setValue(7)
    heard = Heard(lever)
    qtbot.keyClick(lever.track, key)
    assert heard.said == [("committed", expected)]
    assert lever.value() == expected


def test_that_a_key_held_down_is_one_drag(make, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    lever = make("officer_losses")
    heard = Heard(lever)
    none = Qt.KeyboardModifier.NoModifier

    def send(kind, repeats):
        event = QKeyEvent(kind, Qt.Key.Key_Right, none, "", repeats)
        QApplication.sendEvent(lever.track, event)

    send(QEvent.Type.KeyPress, False)
    for _ in range(3):
        send(QEvent.Type.KeyRelease, True)
        send(QEvent.Type.KeyPress, True)
    send(QEvent.Type.KeyRelease, False)
    assert heard.said == [
        ("committed", 50.0),
        "start",
        ("changing", 100.0),
        ("changing", 150.0),
        ("changing", 200.0),
        ("committed", 200.0),
    ]


def test_that_the_buttons_step(make, qtbot):
    lever = make("budget_shortfall")
    heard = Heard(lever)
    qtbot.mouseClick(lever.plus, LEFT)
    qtbot.mouseClick(lever.plus, LEFT)
    qtbot.mouseClick(lever.minus, LEFT)
    assert heard.said == [("committed", 5.0), ("committed", 10.0), ("committed", 5.0)]


def test_that_a_step_at_the_end_of_the_range_says_nothing(make, qtbot):
    lever = make("budget_shortfall")
    heard = Heard(lever)
    qtbot.mouseClick(lever.minus, LEFT)
    assert heard.said == []


def wheel(widget, delta):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_that_the_wheel_moves_a_lever_only_when_it_has_the_focus(make, qtbot):
    first, second = make("deployments_per_week"), make("officer_losses")
    second.track.setFocus()
    assert not wheel(first.track, 120)
    assert first.value() == 4
    assert wheel(second.track, 120)
    assert second.value() == 50


# ---- typing


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("deployments_per_week", "10", 10.0),
        ("deployments_per_week", "10 a week", 10.0),
        ("officer_losses", "1,400", 1400.0),
        ("officer_losses", "1400 posts", 1400.0),
        ("officer_losses", "1.4k", 1400.0),
        ("budget_shortfall", "£260m", 260.0),
        ("budget_shortfall", "260", 260.0),
        ("budget_shortfall", "£260,000,000", 260.0),
        ("budget_shortfall", "£0.26bn a year", 260.0),
        ("true_match_rate", "89 %", 0.89),
        ("true_match_rate", "89%", 0.89),
        ("true_match_rate", "89", 0.89),
        ("true_match_rate", "0.89", 0.89),
        ("false_alerts_per_million_faces", "12.5", 12.5),
        ("false_alerts_per_million_faces", "2.5 per million faces", 2.5),
        ("false_alerts_per_million_faces", "1 in 6,000", 1e6 / 6000),
    ],
)
def test_that_typed_text_is_understood(key, typed, value, make, qtbot):
    lever = make(key)
    lever.setValue(lever.slider.minimum)
    heard = Heard(lever)
    type_value(qtbot, lever, typed)
    assert lever.value() == pytest.approx(value, rel=1e-11)
    assert heard.said == [("committed", lever.value())]
    assert lever.message == ""


@pytest.mark.parametrize(
    ("key", "typed", "complaint"),
    [
        ("deployments_per_week", "abc", "not understood"),
        ("deployments_per_week", "10 a day", "not understood"),
        ("deployments_per_week", "£7", "not understood"),
        ("deployments_per_week", "90", "above the highest value, 10"),
        ("true_match_rate", "10 %", "below the lowest value, 40"),
        ("officer_losses", "nan", "not understood"),
        ("officer_losses", "-50", "below the lowest value, 0"),
    ],
)
def test_that_bad_text_gets_a_sentence_and_changes_nothing(key, typed, complaint, make, qtbot):
    lever = make(key)
    before = lever.value()
    heard = Heard(lever)
    type_value(qtbot, lever, typed)
    assert complaint in lever.message
    assert lever.note.isVisible()
    assert lever.note.text() == lever.message
    assert lever.value_edit.text() == typed
    assert (lever.value(), heard.said) == (before, [])
    qtbot.keyClick(lever.value_edit, Qt.Key.Key_Escape)
    assert lever.message == ""
    assert lever.value_edit.text() == value_text(lever.slider, before)


def test_that_undoing_wrong_text_takes_its_complaint_away(make, qtbot):
    lever = make("officer_losses")
    shown = lever.value_edit.text()
    type_value(qtbot, lever, "many")
    assert "many" in lever.message
    for _ in range(2):
        qtbot.keyClick(lever.value_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lever.value_edit.text() == shown
    assert lever.message == ""
    assert lever.note.text() == ""


def test_that_looking_at_a_rounded_value_does_not_round_it(make, qtbot):
    lever = make("false_alerts_per_million_faces")
    before = lever.value()
    assert read_value(lever.slider, lever.value_edit.text()) != before
    heard = Heard(lever)
    qtbot.mouseClick(lever.value_edit, LEFT)
    qtbot.keyClick(lever.value_edit, Qt.Key.Key_Return)
    lever.track.setFocus()
    assert (lever.value(), heard.said) == (before, [])


def test_that_a_digit_typed_on_the_track_begins_a_value(make, qtbot):
    lever = make("officer_losses")
    lever.track.setFocus()
    qtbot.keyClick(lever.track, "1")
    qtbot.keyClicks(lever.value_edit, "400")
    qtbot.keyClick(lever.value_edit, Qt.Key.Key_Return)
    assert lever.value() == 1400
    assert lever.track.hasFocus()


def test_that_leaving_the_text_takes_what_was_typed(make, qtbot):
    lever = make("officer_losses")
    heard = Heard(lever)
    qtbot.mouseClick(lever.value_edit, LEFT)
    qtbot.keyClicks(lever.value_edit, "700")
    lever.track.setFocus()
    assert heard.said == [("committed", 700.0)]
