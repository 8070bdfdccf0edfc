"""A lever follows mouse, wheel, keys and typing, says what it does, and never makes up a value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from modeller.catalogue import Belief, catalogue
from modeller.evidence import sources
from ui.levers.help_card import HelpCard
from ui.levers.lever import LeverWidget
from ui.levers.steps import snapped, stepped
from ui.quantity import range_text, read_value, value_text
from ui.style import theme

# The offscreen platform says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SLIDERS = catalogue().sliders
ONE = st.sampled_from(sorted(SLIDERS))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    """A column of 300 px, as the window has it."""
    theme().set_mode("light")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setFixedWidth(300)
    QVBoxLayout(widget).setContentsMargins(0, 0, 0, 0)
    yield widget
    theme().set_text_scale(1.0)
    theme().set_mode("system")


@pytest.fixture
def make(panel, qtbot):
    def build(key: str) -> LeverWidget:
        lever = LeverWidget(SLIDERS[key])
        panel.layout().addWidget(lever)
        if not panel.isVisible():
            with qtbot.waitActive(panel):
                panel.show()
                panel.activateWindow()
        QApplication.processEvents()
        return lever

    return build


class Heard:
    """What a lever has said."""

    def __init__(self, lever):
        self.said: list[Any] = []
        lever.drag_started.connect(lambda: self.said.append("start"))
        lever.value_changing.connect(lambda v: self.said.append(("changing", v)))
        lever.value_committed.connect(lambda v: self.said.append(("committed", v)))
        lever.reset_asked.connect(lambda: self.said.append("reset"))


def place(lever, value):
    track = lever.track
    return QPoint(round(track.x_of(value)), track.height() // 2 - 2)


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


# ---- what is shown


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("deployments_per_week", 10, "10 a week"),
        ("deployments_per_week", 9.5, "9.5 a week"),
        ("officer_losses", 1400, "1,400 posts"),
        ("officer_losses", 1, "1 post"),
        ("budget_shortfall", 260, "£260m a year"),
        ("true_match_rate", 0.89, "89 %"),
        ("true_match_rate", 0.895, "89.5 %"),
        ("false_alerts_per_million_faces", 2.5, "2.5 per million faces"),
        ("false_alerts_per_million_faces", 167, "167 per million faces"),
        ("diminishing_returns", 0.2, "0.20"),
        ("cost_per_officer_year", 88000, "£88,000 a year"),
    ],
)
def test_that_a_value_is_shown_with_its_unit(key, value, text):
    shown = value_text(SLIDERS[key], value)
    assert " ".join(shown.split()) == text
    assert " " not in shown  # a line is never broken inside a value


@given(ONE, st.floats(0, 1))
def test_that_what_is_shown_is_read_back_as_the_same_value(key, share):
    slider = SLIDERS[key]
    value = snapped(slider, slider.minimum + share * (slider.maximum - slider.minimum))
    assert read_value(slider, value_text(slider, value)) == pytest.approx(value, rel=1e-9)


@given(ONE, st.floats(0, 1))
def test_that_steps_lead_up_and_down_inside_the_range(key, share):
    slider = SLIDERS[key]
    value = slider.minimum + share * (slider.maximum - slider.minimum)
    up, down = stepped(slider, value, 1), stepped(slider, value, -1)
    assert slider.minimum <= down <= value <= up <= slider.maximum
    assert up > value or value == slider.maximum
    assert down < value or value == slider.minimum


@pytest.mark.parametrize("key", sorted(SLIDERS))
def test_that_steps_from_end_to_end_pass_every_stop_once(key):
    slider = SLIDERS[key]
    value, stops = slider.minimum, 0
    while value < slider.maximum:
        following = stepped(slider, value, 1)
        assert following > value
        assert stepped(slider, following, -1) == pytest.approx(value, rel=1e-9, abs=1e-9)
        value, stops = following, stops + 1
    assert stops >= 10


def test_that_a_step_on_a_log_scale_grows_with_the_value():
    slider = SLIDERS["false_alerts_per_million_faces"]
    assert stepped(slider, 2.5, 1) == 2.6
    assert stepped(slider, 26.0, 1) == 27.0
    assert stepped(slider, 260.0, -1) == 250.0
    assert stepped(slider, 10.0, -1) == 9.9
    assert stepped(slider, slider.baseline, 1) == 2.6


def test_that_setting_a_value_from_outside_is_silent(make):
    lever = make("deployments_per_week")
    heard = Heard(lever)
    lever.setValue(10)
    assert heard.said == []
    assert lever.value_edit.text().split() == ["10", "a", "week"]


def test_that_a_changed_lever_offers_its_own_way_back(make, qtbot):
    lever = make("officer_losses")
    heard = Heard(lever)
    assert not lever.changed
    assert not lever.reset_button.isVisible()
    lever.setValue(1400)
    assert lever.changed
    assert lever.reset_button.isVisible()
    assert "the baseline: 0" in lever.reset_button.toolTip()
    qtbot.mouseClick(lever.reset_button, LEFT)
    assert heard.said == ["reset"]


def test_that_a_belief_goes_back_to_the_evidence_and_not_to_a_baseline(make):
    assert "the evidence" in make("true_match_rate").reset_button.toolTip()


def test_that_delete_resets_only_what_was_changed(make, qtbot):
    lever = make("officer_losses")
    heard = Heard(lever)
    qtbot.keyClick(lever.track, Qt.Key.Key_Delete)
    lever.setValue(50)
    qtbot.keyClick(lever.track, Qt.Key.Key_Delete)
    assert heard.said == ["reset"]


def test_that_the_place_beyond_the_evidence_says_why(make):
    lever = make("deployments_per_week")
    track = lever.track
    assert "busiest week" in track.tip_at(track.x_of(9))
    assert "busiest week" not in track.tip_at(track.x_of(5))
    assert track.tip_at(track.x_of(4)).startswith("Baseline")
    belief = make("true_match_rate").track
    assert "90 %" in " ".join(belief.tip_at(belief.x_of(0.6)).split())


def test_that_the_hatching_is_painted_where_the_evidence_ends(make):
    lever = make("deployments_per_week")
    image = lever.track.grab().toImage()
    row = round(image.height() / 2 - 2 + 4)  # just below the groove, inside the hatching

    def marked(low, high):
        xs = range(round(lever.track.x_of(low)), round(lever.track.x_of(high)))
        return sum(image.pixelColor(x, row).lightness() < 220 for x in xs)

    assert marked(7, 10) > 10
    assert marked(5, 6) == 0


def test_that_a_schedule_shows_its_values_and_cannot_be_dragged(make, qtbot):
    lever = make("deployments_per_week")
    heard = Heard(lever)
    lever.set_schedule([(1, 4), (27, 10)])
    assert lever.value_edit.text().split() == ["4", "→", "10", "a", "week"]
    assert lever.note.text() == "changes in week 27"
    assert lever.changed
    qtbot.mouseClick(lever.track, LEFT, pos=place(lever, 7))
    qtbot.mouseClick(lever.plus, LEFT)
    assert heard.said == []
    with qtbot.waitSignal(lever.schedule_asked):
        qtbot.mouseClick(lever.value_edit, LEFT)
    lever.set_schedule([])
    qtbot.mouseClick(lever.plus, LEFT)
    assert heard.said == [("committed", 4.5)]


@pytest.mark.parametrize("key", sorted(SLIDERS))
def test_that_the_card_says_what_it_is_how_good_and_from_where(key, make, qtbot):
    lever = make(key)
    qtbot.mouseClick(lever.help_button, LEFT)
    card = lever.findChild(HelpCard)
    assert card.isVisible()
    words = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert lever.slider.help in words
    assert lever.slider.grade in words.lower()
    assert all(sources()[source].publisher in words for source in lever.slider.sources)
    link = card.findChild(QToolButton, "belief-page-link")
    if isinstance(lever.slider, Belief):
        with qtbot.waitSignal(lever.page_asked):
            qtbot.mouseClick(link, LEFT)
        assert not card.isVisible()
        return
    assert link is None
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: lever.findChild(HelpCard) is None)


def test_that_assistive_technology_finds_a_named_slider_with_value_and_range(make):
    lever = make("deployments_per_week")
    lever.setValue(10)
    assert lever.objectName() == "deployments_per_week"
    interface = QAccessible.queryAccessibleInterface(lever.track)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Deployments per week"
    description = " ".join(interface.text(QAccessible.Text.Description).split())
    assert description.startswith("range 4–10 a week; baseline 4 a week")
    assert "Beyond the evidence" in description
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (4, 10, 10)
    assert interface.text(QAccessible.Text.Value) == value_text(lever.slider, 10)


def test_that_the_description_stays_while_the_value_moves_within_the_evidence(make):
    lever = make("deployments_per_week")
    said = set()
    for value in (4, 4.5, 5, 6.5):
        lever.setValue(value)
        said.add(lever.track.accessibleDescription())
    assert len(said) == 1


def test_that_assistive_technology_can_move_the_lever(make):
    lever = make("deployments_per_week")
    heard = Heard(lever)
    QAccessible.queryAccessibleInterface(lever.track).valueInterface().setCurrentValue(7.5)
    assert heard.said == [("committed", 7.5)]


# ---- layout


def overlapping(lever):
    shown = [lever.label, lever.help_button, lever.value_edit, lever.track, lever.minus, lever.plus]
    shown += [w for w in (lever.note, lever.reset_button) if w.isVisible()]
    rects = [(w.objectName() or "label", w.geometry()) for w in shown]
    return [
        (a, b)
        for i, (a, first) in enumerate(rects)
        for b, second in rects[i + 1 :]
        if first.intersects(second)
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("key", sorted(SLIDERS))
def test_that_nothing_in_a_lever_overlaps_or_is_cut_off_at_300_pixels(key, scale, make, panel):
    theme().set_text_scale(scale)
    lever = make(key)
    for value in (lever.slider.minimum, lever.value(), lever.slider.maximum):
        lever.setValue(value)
        panel.adjustSize()
        QApplication.processEvents()
        assert lever.width() == 300
        assert overlapping(lever) == []
        assert lever.height() >= lever.heightForWidth(300)
        text = lever.value_edit.fontMetrics().horizontalAdvance(lever.value_edit.text())
        assert text <= lever.value_edit.width()
        words = lever.label.fontMetrics().boundingRect(
            lever.label.contentsRect(), Qt.TextFlag.TextWordWrap, lever.label.text()
        )
        assert words.height() <= lever.label.contentsRect().height()


def test_that_the_label_does_not_wrap_again_under_the_hand(make):
    lever = make("deployments_per_week")
    heights = set()
    value = lever.slider.minimum
    while value < lever.slider.maximum:
        lever.setValue(value)
        heights.add(lever.heightForWidth(300))
        value = stepped(lever.slider, value, 1)
    assert len(heights) == 1


def test_that_label_and_value_stand_on_one_line(make):
    lever = make("officer_losses")
    label = lever.label.geometry().top() + lever.label.contentsMargins().top()
    label += lever.label.fontMetrics().ascent()
    edit = lever.value_edit
    metrics = edit.fontMetrics()
    value = edit.geometry().top() + (edit.height() - metrics.height()) / 2 + metrics.ascent()
    assert abs(label - value) <= 1


def test_that_every_target_is_large_enough_for_a_finger(make):
    lever = make("officer_losses")
    lever.setValue(50)
    for widget in (lever.minus, lever.plus, lever.help_button, lever.track):
        assert min(widget.width(), widget.height()) >= 24


def test_that_a_range_names_its_unit_once():
    assert " ".join(range_text(SLIDERS["budget_shortfall"], 0, 450).split()) == "£0–450m a year"
