"""The grid shows every lever of every scenario, and writing a cell is one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from modeller.projection import project
from modeller.scenario import BeliefSetting, Schedule, Step
from modeller.scenario.file import load_scenario
from modeller.wording.glance import delivered_figures
from tests.met import MET, catalogue
from ui.desk.session import Session, first_desk
from ui.scenarios.grid_model import CHANGED_ROLE
from ui.scenarios.scenario_grid import ScenarioGrid, ScenarioGridDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def session(qapp):
    session = Session(first_desk(MET))
    session.add(load_scenario("plan-older-threshold", profile=MET).scenario)
    session.undo_stack.clear()
    return session


@pytest.fixture
def grid(qtbot, session):
    widget = ScenarioGrid(session)
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    widget.close()


def row_of(grid, key: str) -> int:
    return next(at for at, row in enumerate(grid.model.rows) if row.key == key)


def cell(grid, key: str, column: int):
    return grid.rows.mapFromSource(grid.model.index(row_of(grid, key), column))


def type_into(grid, qtbot, key: str, column: int, text: str) -> None:
    """Write over a cell with the keyboard, as a user does."""
    grid.view.setCurrentIndex(cell(grid, key, column))
    grid.view.setFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes what was written in the next turn


def shown(grid, key: str, column: int) -> str:
    return cell(grid, key, column).data().replace("\xa0", " ").replace("\u202f", " ")


def test_that_every_lever_and_belief_has_a_row(grid):
    keys = {row.key for row in grid.model.rows if row.what == "slider"}
    assert keys == set(catalogue().sliders)
    assert grid.model.columnCount() == 3


def test_that_typing_is_one_step_and_undo_takes_it_back(grid, session, qtbot):
    before = session.desk
    type_into(grid, qtbot, "deployments_per_week", 1, "7.5")
    assert session.desk.slot("B").scenario.value("deployments_per_week") == 7.5
    assert shown(grid, "deployments_per_week", 1) == "7.5 a week"
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.desk == before
    assert shown(grid, "deployments_per_week", 1) == "4 a week"


def test_that_another_scenario_than_the_one_in_hand_is_changed(grid, session, qtbot):
    assert session.desk.selected == "C"
    type_into(grid, qtbot, "officer_losses", 0, "900 posts")
    assert session.desk.slot("A").scenario.value("officer_losses") == 900
    assert session.desk.selected == "C"


def test_that_a_share_is_read_as_the_lever_reads_it(grid, session, qtbot):
    type_into(grid, qtbot, "true_match_rate", 0, "75")
    assert session.desk.slot("A").scenario.setting("true_match_rate") == BeliefSetting(0.75)
    type_into(grid, qtbot, "true_match_rate", 0, "80 %, exactly known")
    assert session.desk.slot("A").scenario.setting("true_match_rate") == BeliefSetting(0.8, 0.0)
    assert shown(grid, "true_match_rate", 0) == "80 %, exactly known"


def test_that_a_bare_number_keeps_the_spread(grid, session, qtbot):
    session.set_setting("true_match_rate", BeliefSetting(0.8, 2.0), "A")
    type_into(grid, qtbot, "true_match_rate", 0, "0.7")
    assert session.desk.slot("A").scenario.setting("true_match_rate") == BeliefSetting(0.7, 2.0)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("deployments_per_week", "90", "between 0 and 14"),
        ("deployments_per_week", "many", "write a number"),
        ("weeks", "3", "between 4 and 260"),
        ("weeks", "twelve", "whole number"),
        ("seed", "9" * 40, "whole number"),
    ],
)
def test_that_what_cannot_be_is_said_and_changes_nothing(grid, session, qtbot, key, text, said):
    before = session.desk
    type_into(grid, qtbot, key, 0, text)
    assert session.desk == before
    assert said in grid.message.text()
    assert grid.message.isVisible()
    type_into(grid, qtbot, "deployments_per_week", 0, "8")
    assert not grid.message.isVisible()


def test_that_the_run_can_be_changed_too(grid, session, qtbot):
    type_into(grid, qtbot, "draws", 0, "2,000")
    assert session.desk.slot("A").scenario.draws == 2000


def test_that_an_editor_opened_and_left_changes_nothing(grid, session, qtbot):
    # the belief's own value has more figures than the cell shows
    before = session.desk
    grid.view.setCurrentIndex(cell(grid, "arrests_per_true_alert", 0))
    grid.view.setFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    qtbot.keyClick(grid.view.findChild(QLineEdit), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert session.desk == before
    assert session.undo_stack.count() == 0


def test_that_changed_cells_are_those_that_differ_from_the_baseline(grid, session):
    baseline = session.desk.slot("B").scenario
    for column, slot in enumerate(session.desk.slots):
        for key in catalogue().sliders:
            differs = slot.scenario.setting(key) != baseline.setting(key)
            assert cell(grid, key, column).data(CHANGED_ROLE) == differs
    session.make_baseline("A")
    assert cell(grid, "deployments_per_week", 1).data(CHANGED_ROLE)
    assert not cell(grid, "deployments_per_week", 0).data(CHANGED_ROLE)


def test_that_a_changed_cell_says_so_to_a_screen_reader(grid):
    text = cell(grid, "officer_losses", 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.replace("\xa0", " ") == (
        "Officer losses, Met plan 2025: 1,400 posts, changed from 0 posts"
    )


def test_that_the_filter_keeps_every_and_only_what_differs(grid, session, qtbot):
    grid.filter.setChecked(True)

    def visible() -> set[str]:
        rows = (grid.rows.mapToSource(grid.rows.index(r, 0)) for r in range(grid.rows.rowCount()))
        entries = [grid.model.rows[at.row()] for at in rows]
        return {entry.key for entry in entries if entry.what not in ("group", "result")}

    assert visible() == {
        "deployments_per_week",
        "days_per_week",
        "officer_losses",
        "staff_losses",
        "budget_shortfall",
        "additional_funding",
        "savings_from_posts",
        "false_alerts_per_million_faces",
    }
    session.set_value("watchlist_size", 9000, "A")
    assert "watchlist_size" in visible()
    session.undo_stack.undo()
    assert "watchlist_size" not in visible()


def test_that_delete_resets_the_cell(grid, session, qtbot):
    grid.view.setCurrentIndex(cell(grid, "officer_losses", 0))
    grid.view.setFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    assert "officer_losses" not in session.desk.slot("A").scenario.changes
    session.undo_stack.undo()
    assert session.desk.slot("A").scenario.value("officer_losses") == 1400


def test_that_a_schedule_opens_its_editor_and_is_not_typed(grid, session, qtbot):
    session.set_setting("deployments_per_week", Schedule((Step(1, 4.0), Step(27, 10.0))), "A")
    grid.view.setCurrentIndex(cell(grid, "deployments_per_week", 0))
    grid.view.setFocus()
    with qtbot.waitSignal(grid.schedule_asked) as asked:
        qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert asked.args == ["deployments_per_week", "A"]
    assert grid.view.findChild(QLineEdit) is None


def test_that_the_menu_leads_to_the_editors(grid, qtbot):
    menu = grid.menu_for(cell(grid, "true_match_rate", 2))
    action = next(a for a in menu.actions() if a.objectName() == "spread")
    with qtbot.waitSignal(grid.spread_asked) as asked:
        action.trigger()
    assert asked.args == ["true_match_rate", "C"]
    menu.close()


def test_that_copied_cells_carry_their_labels(grid, qtbot):
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.view.selectionModel().select(cell(grid, "officer_losses", 0), select)
    grid.view.setFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text().replace("\xa0", " ")
    assert text == "Officer losses\t1,400 posts"


def test_that_a_scenario_that_comes_or_goes_is_a_column(grid, session):
    session.duplicate("A")
    assert grid.model.columnCount() == 4
    session.close("A")
    assert grid.model.columnCount() == 3


def test_that_the_dialog_closes_with_the_keyboard(qtbot, session):
    dialog = ScenarioGridDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_the_keyboard_alone_leads_into_the_cells(grid, qtbot):
    grid.view.setFocus()
    assert grid.view.currentIndex().data() is not None
    first = grid.view.currentIndex().row()
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    qtbot.keyClick(grid.view, Qt.Key.Key_Right)
    assert grid.view.currentIndex().row() > first
    assert grid.view.currentIndex().column() == 1


def test_that_a_schedule_is_read_whole_in_its_cell(grid, session):
    schedule = Schedule((Step(1, 4.0), Step(20, 7.0)))
    session.set_setting("deployments_per_week", schedule, "C")
    index = cell(grid, "deployments_per_week", 2)
    assert index.data().replace("\u202f", " ").replace("\xa0", " ") == "4 → 7 a week"
    assert "then 7 from week 20" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_the_plan_delivered_is_in_per_cent(qapp):
    delivered = project(load_scenario("met-plan-2025", MET).scenario.replace(weeks=4, draws=100))
    assert delivered_figures(delivered).startswith(("100\u202f%", "99"))
    stopped = project(load_scenario("suspended", MET).scenario.replace(weeks=4, draws=100))
    assert "nan" not in delivered_figures(stopped)
