"""With large text on a laptop's screen all is laid out anew, and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.test_window_access import open_everything
from ui.look.style import theme
from ui.window.first_place import first_size

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SCREEN = QSize(1280, 800)


def scrolling_sideways(window):
    """The names of what is in sight and has more to the side."""
    QApplication.processEvents()
    return [
        area.objectName() or type(area.parentWidget()).__name__
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


@pytest.mark.parametrize("text", [1.0, 2.0, 2.4])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_nothing_in_the_window_scrolls_sideways(open_window, language, text):
    story = open_window(language=language)
    story.session.replace_scenario(story.session.scenario.replace(weeks=52), "a year")
    story.settle()
    theme().set_text_scale(text)
    window = story.window
    window.take_size(first_size(SCREEN, theme().scale))
    for view in ("weekly", "cumulative", "total"):
        window.charts.set_view(view)
        assert not scrolling_sideways(window), view
    for page in ("chain", "where") if text <= 2.0 else ("chain",):
        window.charts.show_page(page)
        assert not scrolling_sideways(window), page
        window.charts.show_page("")
    while story.session.desk.free_letter is not None:
        story.session.duplicate("A")
        story.settle()
        assert not scrolling_sideways(window), len(story.session.desk.slots)


def test_that_the_tabs_of_the_charts_grow_with_the_text(open_window):
    story = open_window()
    theme().set_text_scale(2.0)
    story.window.take_size(first_size(SCREEN, theme().scale))
    QApplication.processEvents()
    sizes = {each.font().pixelSize() for each in story.window.charts.view_buttons.buttons()}
    assert sizes == {theme().font("note").pixelSize()}
    theme().set_text_scale(1.0)
    QApplication.processEvents()
    row = [each.y() for each in story.window.charts.view_buttons.buttons()]
    assert len(set(row)) == 1


def test_that_every_dialog_opens_inside_the_screen(open_window, qtbot):
    story = open_window()
    theme().set_text_scale(2.0)
    opened = open_everything(story.window)
    QApplication.processEvents()
    # the screen of a test may be smaller still, when a dialog is as small as it can be
    outside = [
        f"{each.objectName()} {each.minimumSizeHint().toTuple()} {each.size().toTuple()}"
        for each in opened
        if each.width() > SCREEN.width() or each.height() > SCREEN.height()
    ]
    for each in opened:
        each.close()
    assert not outside


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_the_answer_is_whole_in_a_low_window(open_window, language):
    story = open_window(language=language)
    story.session.replace_scenario(story.session.scenario.replace(weeks=52), "a year")
    story.settle()
    theme().set_text_scale(2.0)
    story.window.take_size(first_size(SCREEN, theme().scale))
    QApplication.processEvents()
    answer = story.window.top_bar.answer
    assert answer._layout.text() == answer.whole
    assert answer._layout.boundingRect().height() <= answer.height()
    assert story.window.height() <= SCREEN.height()
    # the map needs the room: then it is cut, but after a whole figure
    story.window.charts.show_page("where")
    kept, end = answer._layout.text().split(" …")
    assert end == ""
    assert answer.whole.startswith(kept)
    assert answer.whole.removeprefix(kept).startswith((",", ";", " ("))
    assert answer._layout.lineCount() == 1
    story.window.charts.show_page("")
    assert answer._layout.text() == answer.whole
