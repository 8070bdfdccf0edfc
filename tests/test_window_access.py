"""What assistive technology finds: names, roles, values with units, a sensible order."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.met import catalogue
from ui.charts.canvas import Canvas
from ui.help.pages import TOPICS as PAGES
from ui.help.whats_this import TOPICS, words, words_of
from ui.levers.lever import LeverWidget
from ui.look.access_letters import letter_of, takes_letter
from ui.look.accessibility import tab_stops
from ui.look.quantity import range_text, value_text
from ui.look.style import theme
from ui.window.openers import open_context_menu, show_analysis

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROLE = QAccessible.Role
INTERACTIVE = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.ButtonDropDown,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.Slider,
    ROLE.SpinBox,
    ROLE.PageTab,
    ROLE.MenuItem,
    ROLE.Table,
    ROLE.Link,
}
PARTS = ("levers", "charts", "headlines", "scenario-strip")


def walk(interface):
    """Every accessible thing below, itself included."""
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from walk(child)


def is_shown(interface) -> bool:
    state = interface.state()
    return not state.invisible and not state.offscreen


def name_of(interface) -> str:
    return interface.text(QAccessible.Text.Name)


def test_that_everything_that_can_be_used_has_a_name_and_a_role(open_window):
    story = open_window()
    for button in story.window.levers.more_buttons.values():
        button.setChecked(True)
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(story.window)
    found = [each for each in walk(root) if each.role() in INTERACTIVE and is_shown(each)]
    assert len(found) > 100
    nameless = [
        f"{each.role().name} {each.object() and each.object().objectName()}"
        for each in found
        if not name_of(each).strip() and not each.state().invisible
    ]
    assert not nameless, nameless


def test_that_everything_the_keyboard_reaches_has_a_role_of_its_own(open_window):
    story = open_window()
    roleless = []
    for widget in story.window.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or isinstance(widget.parentWidget(), Canvas):
            continue  # the keyboard reaches another in its place
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface.role() in (ROLE.NoRole, ROLE.Client) and not name_of(interface):
            roleless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert not roleless, roleless


def test_that_every_lever_announces_its_value_with_its_unit(open_window):
    story = open_window()
    for key, slider in catalogue().sliders.items():
        lever = story.lever(key)
        assert isinstance(lever, LeverWidget)
        interface = QAccessible.queryAccessibleInterface(lever.track)
        assert interface.role() == ROLE.Slider, key
        assert name_of(interface) == slider.label
        said = interface.text(QAccessible.Text.Description)
        assert "baseline" in said
        assert f"range {range_text(slider, slider.minimum, slider.maximum)}" in said
        assert interface.text(QAccessible.Text.Value) == value_text(slider, lever.value())
        per = 100 if slider.unit == "share" else 1
        values = interface.valueInterface()
        assert values.minimumValue() == pytest.approx(per * slider.minimum), key
        assert values.maximumValue() == pytest.approx(per * slider.maximum), key
        assert values.currentValue() == pytest.approx(per * lever.value(), rel=0.005), key


def test_that_assistive_technology_moves_a_lever_in_its_own_unit(open_window):
    story = open_window()
    lever = story.lever("deployments_per_week")
    values = QAccessible.queryAccessibleInterface(lever.track).valueInterface()
    values.setCurrentValue(7.5)
    assert story.session.scenario.value("deployments_per_week") == 7.5
    assert values.currentValue() == 7.5
    values.setCurrentValue(1e9)
    assert story.session.scenario.value("deployments_per_week") == 10.0


def test_that_nothing_in_a_group_is_called_like_its_neighbour(open_window):
    story = open_window()
    for button in story.window.levers.more_buttons.values():
        button.setChecked(True)
    for part in PARTS:
        root = QAccessible.queryAccessibleInterface(story.find(QWidget, part))
        names = [
            (name_of(each), each.role())
            for each in walk(root)
            if each.role() in INTERACTIVE and is_shown(each)
        ]
        assert len(names) == len(set(names)), part


def test_that_the_keyboard_is_not_caught_in_a_table(open_window, qtbot):
    story = open_window()
    chart = story.window.charts.charts["arrests"]
    chart.show_table(True)
    table = chart.findChild(QWidget, "table")
    table.setFocus()
    with qtbot.waitActive(story.window):
        story.window.activateWindow()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_that_tab_leads_from_the_levers_to_the_charts_and_on_to_the_strip(open_window, qtbot):
    story = open_window()
    with qtbot.waitActive(story.window):
        story.window.activateWindow()
    story.window.levers.levers["deployments_per_week"].setFocus()
    first = QApplication.focusWidget()
    story.session.set_value("officer_losses", 1000)
    visited: list[str] = []
    seen: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
        part: QWidget | None = focus
        while part and part.objectName() not in PARTS:
            part = part.parentWidget()
        if part and (not visited or visited[-1] != part.objectName()):
            visited.append(part.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert first in seen
    assert len(seen) > 20
    parts = list(dict.fromkeys(visited))
    assert visited in ([*parts, "levers"], parts)  # no part twice but where the walk began
    assert parts == ["levers", "charts", "headlines", "scenario-strip"]
    assert story.lever("officer_losses").reset_button in seen


def test_that_a_chart_says_its_finding_and_one_sentence(open_window):
    story = open_window()
    story.settle()
    for chart in story.window.charts.charts.values():
        interface = QAccessible.queryAccessibleInterface(chart.canvas)
        assert name_of(interface) == chart.data.title
        said = interface.text(QAccessible.Text.Description)
        assert "median" in said
        assert "8 in 10 futures" in said


def open_everything(window) -> list[QWidget]:
    """Every dialog and panel there is, each as it opens."""
    menus = window.menus
    for show in (
        menus["side-by-side"].trigger,
        menus["differences-over-time"].trigger,
        lambda: window.edit_schedule("deployments_per_week"),
        lambda: window.edit_spread("true_match_rate"),
        *(action.trigger for action in menus.menu("analysis").actions()),
        *(action.trigger for action in menus.menu("evidence").actions()),
        menus["briefing"].trigger,
        menus["share"].trigger,
        menus["open-from-a-code"].trigger,
        menus["help-cite"].trigger,
    ):
        show()
    window.history_dock.show()
    QApplication.processEvents()
    return [each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible()]


def test_that_every_dialog_and_panel_names_what_can_be_used_and_says_what_it_is(open_window):
    story = open_window()
    dialogs = open_everything(story.window)
    assert len(dialogs) >= 19
    assert [each.objectName() for each in dialogs if not words_of(each)] == []
    assert set(TOPICS.values()) <= {topic.key for topic in PAGES}
    assert all(text.endswith(".") for text in words().values())
    nameless, twins, roleless = [], [], []
    for dialog in (*dialogs, story.window.history_dock):
        used = [
            each
            for each in walk(QAccessible.queryAccessibleInterface(dialog))
            if each.role() in INTERACTIVE and is_shown(each)
        ]
        named = [(name_of(each).strip(), each.role().name) for each in used]
        where = dialog.objectName()
        nameless += [
            (where, role, at(each))
            for each, (name, role) in zip(used, named, strict=True)
            if not name
        ]
        # where Qt calls a combo box by what is chosen, its description says what for
        nameless += [
            (where, "ComboBox", at(each))
            for each in used
            if each.role() == ROLE.ComboBox and not each.text(QAccessible.Text.Description)
        ]
        twins += [
            (where, *name)
            for name, count in Counter(named).items()
            if count > 1 and name[1] != "ComboBox"
        ]
        roleless += [
            (where, type(widget).__name__, widget.objectName())
            for widget in tab_stops(dialog)
            if has_no_role(widget)
        ]
    assert not nameless, nameless
    assert not twins, twins
    assert not roleless, roleless


def test_that_every_button_of_a_dialog_has_a_letter_of_its_own(open_window):
    story = open_window()
    dialogs = open_everything(story.window)
    story.window.dialogs["analysis-seek"].cancel_button.setText("Refine")  # its words change
    story.window.dialogs["analysis-seek"].cancel_button.show()
    QApplication.processEvents()
    for dialog in dialogs:
        lettered = [
            button
            for button in dialog.findChildren(QAbstractButton)
            if button.window() is dialog
            and button.isVisible()
            and any(character.isalnum() for character in button.text())
            and (not isinstance(button, QToolButton) or takes_letter(button))
        ]
        letters = [letter_of(button.text()) for button in lettered]
        bare = [
            button.text() for button, letter in zip(lettered, letters, strict=True) if not letter
        ]
        assert not bare, (dialog.objectName(), bare)
        assert len(set(letters)) == len(letters), (dialog.objectName(), letters)


def test_that_every_menu_of_a_chart_and_an_analysis_has_letters(open_window):
    story = open_window()
    panel: Any = show_analysis("sensitivity", story.window)
    for menu in (story.window.charts.charts["arrests"].menu(), panel.menu()):
        texts = [action.text() for action in menu.actions() if action.text()]
        letters = [letter_of(text) for text in texts]
        assert all(letters), texts
        assert len(set(letters)) == len(letters), texts
        assert not any("\t" in text.partition("&")[0] for text in texts)
        menu.deleteLater()


def test_that_shift_f10_opens_the_menu_of_an_analysis_from_its_picture(open_window, qtbot):
    story = open_window()
    panel: Any = show_analysis("trade-off", story.window)
    qtbot.waitUntil(lambda: panel.answered, timeout=60_000)
    panel.heatmap.setFocus()
    open_context_menu(story.window)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert any("picture" in action.text() for action in menu.actions())
    menu.close()


TARGETS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QSlider)


def test_that_every_target_is_24_pixels_wide_and_high(open_window):
    story = open_window()
    dialogs = open_everything(story.window)
    small = [
        (where.objectName(), type(each).__name__, each.objectName(), each.width(), each.height())
        for where in (story.window, *dialogs)
        for kind in TARGETS
        for each in where.findChildren(kind)
        if each.window() is where
        and each.isVisible()
        and not isinstance(each.parent(), QAbstractSpinBox | QComboBox)
        and (each.width() < 24 or each.height() < 24)
    ]
    assert not small, small
    low = [
        (
            where.objectName(),
            view.objectName(),
            view.visualRect(view.model().index(row, 0)).height(),
        )
        for where in (story.window, *dialogs)
        for view in where.findChildren(QAbstractItemView)
        if view.window() is where and view.isVisible() and not isinstance(view, QHeaderView)
        for row in range(view.model().rowCount() if view.model() is not None else 0)
        if 0 < view.visualRect(view.model().index(row, 0)).height() < 24
    ]
    assert not low, low


def test_that_an_entry_of_a_menu_is_24_pixels_high(open_window):
    story = open_window()
    menu = story.window.menus.menu("file")
    menu.ensurePolished()
    low = [
        (action.text(), menu.actionGeometry(action).height())
        for action in menu.actions()
        if not action.isSeparator() and menu.actionGeometry(action).height() < 24
    ]
    assert not low, low


def at(interface) -> str:
    thing = interface.object()
    return f"{type(thing).__name__} {thing.objectName()}" if thing is not None else ""


def has_no_role(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() in (ROLE.NoRole, ROLE.Client) and not name_of(interface)


def test_that_new_figures_are_said_once_when_the_hand_rests(open_window, monkeypatch, qtbot):
    said = []
    monkeypatch.setattr("ui.window.announcer.announce", lambda _widget, text: said.append(text))
    story = open_window()
    with qtbot.waitActive(story.window):
        story.window.activateWindow()
    story.settle()
    said.clear()
    story.drag("deployments_per_week", 9, 8, 7, 6, 5)
    assert said == []
    story.settle()
    qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert len(said) == 1
    assert said[0].startswith("Arrests at LFR deployments. ")
    assert " in 8 of 10. " in said[0]
    story.session.rename("A", "Another title")  # no figure moves
    story.settle()
    qtbot.wait(250)
    assert len(said) == 1


def test_that_a_lever_with_a_schedule_is_reached_and_opened_by_keyboard(open_window, qtbot):
    story = open_window()
    lever = story.lever("deployments_per_week")
    lever.set_schedule([(1, 4.0), (27, 10.0)])
    assert lever.track in tab_stops(story.window)
    interface = QAccessible.queryAccessibleInterface(lever.track)
    assert interface.text(QAccessible.Text.Value) == range_text(lever.slider, 4, 10, " → ")
    before = lever.value()
    qtbot.keyClick(lever.track, Qt.Key.Key_Right)
    interface.valueInterface().setCurrentValue(5)
    assert lever.value() == before
    with qtbot.waitSignal(lever.schedule_asked):
        qtbot.keyClick(lever.track, Qt.Key.Key_Return)
    for dialog in story.window.findChildren(QWidget, "schedule-editor"):
        dialog.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_large_text_does_not_widen_the_window(open_window, language):
    window = open_window(language=language).window
    theme().set_text_scale(2.0)
    QApplication.processEvents()
    assert window.width() == 1280


def test_that_a_dock_and_large_text_leave_every_lever_whole(open_window):
    story = open_window()
    theme().set_text_scale(2.0)
    dock, levers = story.window.history_dock, story.window.levers
    dock.show()
    QApplication.processEvents()
    assert levers.widget().width() <= levers.viewport().width()
    close = dock.findChild(QWidget, "close")
    assert close.height() >= 48
    story.qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not dock.isVisible()


def test_that_a_dock_leaves_its_place_and_comes_back(open_window):
    dock = open_window().window.history_dock
    dock.show()
    leave = dock.findChild(QWidget, "float")
    names = []
    for _ in range(2):
        names.append(leave.accessibleName())
        leave.click()
    assert names == ["Open in its own window", "Put back into the window"]
    assert not dock.isFloating()
    dock.hide()


def test_that_a_dock_leaves_the_charts_their_width(open_window):
    story = open_window()
    story.window.history_dock.show()
    QApplication.processEvents()
    middle = story.find(QScrollArea, "middle")
    assert not middle.horizontalScrollBar().isVisible()
    charts = list(story.window.charts.charts.values())
    assert charts[0].y() == charts[1].y(), "two by two"
    assert all(
        chart.mapTo(middle, chart.rect().topRight()).x() < middle.width() for chart in charts
    )
    story.window.history_dock.hide()
    QApplication.processEvents()
    assert not story.find(QTabBar, "left-tabs").isVisible()


@pytest.mark.parametrize("name", ["about-this-scenario", "horizon-and-draws"])
def test_that_what_is_typed_when_a_form_opens_goes_into_its_first_field(open_window, qtbot, name):
    story = open_window()
    story.window.menus[name].trigger()
    form = next(d for d in story.window.findChildren(QDialog) if d.isVisible())
    with qtbot.waitActive(form):
        form.activateWindow()
    qtbot.waitUntil(
        lambda: form.focusWidget() is form.form.itemAt(0, QFormLayout.ItemRole.FieldRole).widget()
    )
    qtbot.keyClicks(form.focusWidget(), "6 o c")
    assert form.isVisible()  # no letter and no space has pressed a button
    form.close()
