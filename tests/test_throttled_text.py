"""While a lever is dragged, charts come before text, and text is written a few pieces at a time."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from tests.test_chart import fan
from tests.windows import small_desk
from ui.charts.fan import Fan
from ui.charts.frame import Ticks, frame_of
from ui.charts.strokes import stroke
from ui.desk.event_queue import QueuedCall, When
from ui.desk.session import Session
from ui.desk.throttled_text import ThrottledText
from ui.look.heading import Heading

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Painted(QWidget):
    """Notes when it is painted."""

    def __init__(self, notes):
        super().__init__()
        self.notes = notes

    def paintEvent(self, _event):
        self.notes.append("painted")


def test_that_posted_calls_come_before_and_after_the_painting_that_was_asked_for(qtbot):
    notes: list[str] = []
    widget = Painted(notes)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: "painted" in notes)
    QApplication.processEvents()
    notes.clear()
    after = QueuedCall(lambda: notes.append("after"), When.AFTER_PAINTING)
    before = QueuedCall(lambda: notes.append("before"), When.BEFORE_PAINTING)
    widget.update()
    for _ in range(3):
        after.start()
        before.start()
    QApplication.processEvents()
    assert notes == ["before", "painted", "after"]
    assert not before.isActive()


def test_that_a_call_taken_back_is_not_made(qtbot):
    notes: list[str] = []
    posted = QueuedCall(lambda: notes.append("called"), When.LAST)
    posted.start()
    posted.stop()
    QApplication.processEvents()
    assert notes == []


@pytest.fixture
def session(qapp):
    return Session(small_desk())


def written(session, monkeypatch, budget):
    monkeypatch.setattr("ui.desk.throttled_text.TEXT_BUDGET", budget)
    notes: list[str] = []
    turns = ThrottledText.of(session)
    assert ThrottledText.of(session) is turns
    turns.add(lambda: notes.append("all"), [partial(notes.append, name) for name in "abc"])
    turns.add(lambda: notes.append("rest"), ())
    return notes


def test_that_words_take_turns_under_a_hand_and_all_come_when_it_holds_still(
    session, qtbot, monkeypatch
):
    notes = written(session, monkeypatch, 0.0)
    session.results_changed.emit()
    QApplication.processEvents()
    assert notes == []  # no hand: each panel writes for itself
    session.begin_gesture()
    for _ in range(4):
        session.results_changed.emit()
        QApplication.processEvents()
    assert notes == ["b", "c", "a", "b"]
    qtbot.waitUntil(lambda: notes[4:] == ["all", "rest"], timeout=5_000)
    session.end_gesture()
    assert notes[6:] == ["all", "rest"]


def test_that_quick_words_share_a_frame_but_none_is_written_twice(session, monkeypatch):
    notes = written(session, monkeypatch, 60.0)
    session.begin_gesture()
    session.results_changed.emit()
    QApplication.processEvents()
    assert sorted(notes) == ["a", "b", "c"]


def test_that_words_are_painted_before_the_next_move_is_taken_up(session, qtbot):
    notes: list[str] = []
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    page = QWidget()
    label, widget = QLabel("a", page), Painted(notes)
    column = QVBoxLayout(page)
    column.addWidget(widget)
    column.addWidget(label)
    widget.setFixedHeight(20)
    area.setWidget(page)
    area.resize(80, 80)
    area.show()
    qtbot.waitUntil(lambda: "painted" in notes)
    QApplication.processEvents()

    def write():
        notes.clear()
        label.setText(label.text() + "\na")  # the page grows, which its area is told by and by
        widget.update()

    turns = ThrottledText.of(session)
    turns.add(lambda: None, [write])
    session.begin_gesture()
    for _ in range(9):
        session.results_changed.emit()
        QCoreApplication.sendPostedEvents(turns._next)
        assert notes == ["painted"]
        height = page.height()
        QApplication.processEvents()
        assert (notes, page.height()) == (["painted"], height)  # nothing was left for later
    assert page.height() > 9 * label.fontMetrics().height()


def picture(paint, width=330, height=250):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return (
        np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[:, :, :3].astype(int)
    )


@pytest.mark.parametrize("width", [1.0, 1.75, 2.0, 3.5, 7.0])
@pytest.mark.parametrize("dashes", [[], [4.0, 2.0]])
def test_that_hair_lines_side_by_side_look_like_the_wide_line(qapp, width, dashes):
    # Qt measures the dashes of a hair line along the longer side of its box: no zigzag for those
    heights = 125 + (3 if dashes else 60) * np.sin(np.arange(40) * (0.2 if dashes else 1.7))
    line = QPolygonF([QPointF(20 + 7 * i, float(y)) for i, y in enumerate(heights)])
    pen = QPen(Qt.GlobalColor.black, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)

    def as_qt_does(painter):
        painter.setPen(pen)
        painter.drawPolyline(line)

    wide, hair = picture(as_qt_does), picture(lambda painter: stroke(painter, pen, [line]))
    ink = (255 - wide).sum()
    assert abs((255 - hair).sum() - ink) < 0.15 * ink
    assert np.abs(wide - hair).sum() < 0.25 * ink
    assert np.abs(wide - picture(lambda _painter: None)).sum() == ink  # it would be seen


def test_that_pinned_lines_and_labels_from_memory_look_like_those_painted_anew(qapp):
    data, area = fan(pinned=3), QRectF(0, 0, 330, 250)
    frame = frame_of(data, Ticks.of(data), 330, 250, 1.0)
    once = Fan()
    once.show(data, frame, area)
    first, second, third = (picture(lambda painter: once.paint(painter, None)) for _ in range(3))
    assert np.array_equal(second, third)
    assert np.abs(first - second).max() <= 40  # edges alone, blended twice
    moved = fan(scale=30.0, pinned=3)
    once.show(moved, frame, area)
    anew = Fan()
    anew.show(moved, frame, area)
    assert np.array_equal(
        picture(lambda painter: once.paint(painter, None)),
        picture(lambda painter: anew.paint(painter, None)),
    )


def test_that_a_heading_repaints_what_changed_and_stays_whole(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    heading = Heading(parent)
    heading.resize(305, heading.height_needed())
    parent.resize(305, heading.height_needed())
    heading.set_text("Arrests rise by about 20 %", "Arrests a week")
    parent.show()
    qtbot.waitExposed(parent)
    for title in ("Arrests rise by about 30 %", "Arrests rise " * 4, "Arrests fall"):
        heading.set_text(title, "Arrests a week")
        QApplication.processEvents()
        kept = parent.screen().grabWindow(parent.winId()).toImage()
        heading.update()
        QApplication.processEvents()
        assert parent.screen().grabWindow(parent.winId()).toImage() == kept
    assert QSizeF(heading.size()).height() == heading.height_needed()
