"""The tour points at parts of the window, can be skipped at any step, and stays on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from ui.look.style import theme
from ui.window.tour import STEPS, Tour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QGridLayout(widget)
    for column, name in enumerate(("levers", "charts", "headlines")):
        part = QFrame(widget)
        part.setObjectName(name)
        layout.addWidget(part, 0, column)
        layout.setColumnStretch(column, (3, 7, 3)[column])
    strip = QFrame(widget)
    strip.setObjectName("scenario-strip")
    strip.setFixedHeight(60)
    layout.addWidget(strip, 1, 0, 1, 3)
    widget.resize(1280, 800)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    theme().set_text_scale(1.0)
    widget.close()


@pytest.fixture
def tour(window):
    made = Tour(window, "the Met")
    made.start()
    QApplication.processEvents()
    return made


def card(tour) -> QRect:
    return tour.findChild(QFrame, "tour-card").geometry()


def test_that_each_step_points_at_its_part_and_the_last_ends_it(tour, window, qtbot):
    ended: list[bool] = []
    tour.finished.connect(ended.append)
    for step in STEPS:
        target = window.findChild(QWidget, step.targets[0])
        assert tour.hole.contains(target.geometry().intersected(window.rect()))
        assert step.title in tour.words
        covered = card(tour).intersected(tour.hole)
        assert covered.width() * covered.height() < 0.3 * card(tour).width() * card(tour).height()
        assert window.rect().contains(card(tour))
        qtbot.mouseClick(tour.findChild(QPushButton, "next"), LEFT)
    assert ended == [True]
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)


def test_that_a_part_covered_by_what_it_holds_is_pointed_at_all_the_same(tour, window):
    panel = window.findChild(QWidget, "levers")
    inside = QFrame(panel)
    inside.setAutoFillBackground(True)
    inside.setGeometry(panel.rect())
    inside.show()
    QApplication.processEvents()
    assert tour.hole.contains(panel.geometry())


def test_that_beside_narrow_levers_the_card_is_narrow_rather_than_over_the_charts(tour):
    for _ in STEPS:
        covered = card(tour).intersected(tour.hole)
        assert covered.isEmpty()
        for button in tour.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
        tour.go(1)


@pytest.mark.parametrize("step", range(4))
def test_that_escape_skips_at_any_step(tour, qtbot, step):
    ended: list[bool] = []
    tour.finished.connect(ended.append)
    for _ in range(step):
        qtbot.keyClick(tour, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert ended == [False]


def test_that_one_can_go_back(tour, qtbot):
    assert not tour.back_button.isEnabled()
    qtbot.mouseClick(tour.next_button, LEFT)
    qtbot.mouseClick(tour.back_button, LEFT)
    assert tour.at == 0


def test_that_the_last_step_has_nothing_to_skip(tour):
    shown = []
    for _ in STEPS:
        shown.append(tour.skip_button.isVisible())
        tour.go(1)
    assert shown == [True, True, True, False]


def test_that_the_focus_stays_on_the_card(tour, window, qtbot):
    for _ in range(7):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert tour.isAncestorOf(QApplication.focusWidget())
    tour.skip_button.click()


def test_that_it_follows_the_windows_size(tour, window, qtbot):
    window.resize(900, 600)
    QApplication.processEvents()
    assert tour.size() == window.size()
    assert window.rect().contains(card(tour))
    tour.skip_button.click()


def test_that_the_card_fits_at_twice_the_text(window, qtbot):
    theme().set_text_scale(2.0)
    tour = Tour(window, "the Met")
    tour.start()
    QApplication.processEvents()
    for _ in STEPS:
        assert window.rect().contains(card(tour))
        tour.go(1)


def test_that_a_part_that_is_not_there_is_spoken_of_in_the_middle(window, qtbot):
    window.findChild(QWidget, "levers").hide()
    tour = Tour(window, "the Met")
    tour.start()
    assert tour.hole.isNull()
    assert abs(card(tour).center().x() - window.rect().center().x()) <= 2
    assert not tour.grab().isNull()
    tour.skip_button.click()
    tour.skip_button.click()  # a second press changes nothing


def test_that_only_what_is_seen_of_a_part_is_light(window, qtbot):
    tall = QFrame()
    tall.setObjectName("charts")
    tall.setMinimumHeight(5000)
    before = window.findChild(QFrame, "charts")
    before.setObjectName("scroll")
    scroll = QScrollArea(before)
    scroll.setGeometry(0, 0, 300, 400)
    scroll.setWidget(tall)
    scroll.show()
    QApplication.processEvents()
    tour = Tour(window, "the Met")
    tour.start()
    tour.go(1)
    assert tour.hole.height() <= 410
    tour.skip_button.click()


def test_that_clicks_do_not_reach_what_lies_in_the_dark(tour, window, qtbot):
    button = QPushButton("below", window.findChild(QWidget, "charts"))
    clicks: list[bool] = []
    button.clicked.connect(clicks.append)
    button.show()
    at = button.mapTo(window, button.rect().center())
    assert window.childAt(at) is tour
    qtbot.mouseClick(tour, LEFT, pos=at)
    assert clicks == []
    tour.skip_button.click()
