"""What a lever shows: where it stands, what is known of it, to eyes and to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from modeller.model.catalogue import Belief
from modeller.wording import counted_so_far
from tests.levers import LEFT, SLIDERS, Heard, make, panel, place  # noqa: F401
from tests.met import MET, sources
from ui.levers.help_card import HelpCard
from ui.levers.steps import stepped
from ui.look.quantity import value_text
from ui.look.style import theme

# The offscreen platform says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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


def test_that_the_ten_people_counted_stand_beside_the_share(make, qtbot):
    lever = make("black_share_of_false_alerts")
    lever.set_counted_note(counted_so_far(lever.slider.key, MET))
    assert "8 of 10 people" in lever.note.text()
    assert "8 of 10 people" in lever.track.accessibleDescription()
    assert not lever.changed
    lever.show_help()
    card = lever.findChild(HelpCard)
    assert "Counted so far: 8 of 10 people." in [x.text() for x in card.findChildren(QLabel)]
    card.close()
    assert counted_so_far("true_match_rate", MET) == ""


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
