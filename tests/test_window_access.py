"""What assistive technology finds: names, roles, values with units, a sensible order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from modeller.catalogue import catalogue
from ui.charts.canvas import Canvas
from ui.levers.lever import LeverWidget
from ui.quantity import value_text

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
    assert nameless == []


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
    assert roleless == []


def test_that_every_lever_announces_its_value_with_its_unit(open_window):
    story = open_window()
    for key, slider in catalogue().sliders.items():
        lever = story.lever(key)
        assert isinstance(lever, LeverWidget)
        interface = QAccessible.queryAccessibleInterface(lever.track)
        assert interface.role() == ROLE.Slider, key
        assert name_of(interface) == slider.label
        said = interface.text(QAccessible.Text.Description)
        assert said.startswith(value_text(slider, lever.value())), key
        assert "baseline" in said
        assert "range" in said
        values = interface.valueInterface()
        assert values.minimumValue() < values.maximumValue(), key


def test_that_tab_leads_from_the_levers_to_the_charts_and_on_to_the_strip(open_window, qtbot):
    story = open_window()
    with qtbot.waitActive(story.window):
        story.window.activateWindow()
    story.window.levers.levers["deployments_per_week"].setFocus()
    first = QApplication.focusWidget()
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
    assert visited[:3] == ["levers", "charts", "headlines"] or visited[:2] == ["levers", "charts"]
    assert "scenario-strip" in visited


def test_that_a_chart_says_its_finding_and_one_sentence(open_window):
    story = open_window()
    story.settle()
    for chart in story.window.charts.charts.values():
        interface = QAccessible.queryAccessibleInterface(chart.canvas)
        assert name_of(interface) == chart.data.title
        said = interface.text(QAccessible.Text.Description)
        assert "median" in said
        assert "8 in 10 futures" in said
