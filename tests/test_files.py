"""Files are opened, reverted, closed and dragged in, and what is unsaved is asked about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QTableWidget, QWidget

from tests.open_files import Answers, answers, files, notices, problems, saved, session, settings  # noqa: F401
from ui.files.file_menus import FileDrop, fill_recent, fill_templates
from ui.files.file_questions import FileDialogs
from ui.look.figure_table import FigureTable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_a_file_opens_as_one_more_scenario_and_can_be_undone(files, session, tmp_path):
    before = session.desk
    assert files.open_path(saved(tmp_path))
    assert session.desk.selected == "C"
    assert session.scenario.value("deployments_per_week") == 6.0
    assert not session.unsaved(session.desk.current)
    session.undo_stack.undo()
    assert session.desk == before


def test_that_opening_says_what_differs_from_the_screen(files, notices, tmp_path, qtbot):
    files.open_path(saved(tmp_path))
    (notice,) = notices
    assert notice.text == (
        "Opened plan.scenario.json: 6 settings differ from Met plan 2025, which was on the screen."
    )
    notice.choices[0].action()
    dialog = next(
        w for w in QApplication.topLevelWidgets() if w.objectName() == "differences-dialog"
    )
    assert not dialog.isModal()
    table = dialog.findChild(QTableWidget, "differences")
    assert table is not None
    first = [table.item(0, column) for column in range(3)]
    assert [item and item.text().replace("\xa0", " ") for item in first] == [
        "Deployments per week",
        "10 a week",
        "6 a week",
    ]
    assert table.rowCount() == 6
    dialog.close()
    qtbot.waitUntil(lambda: dialog not in QApplication.topLevelWidgets())


def test_that_what_differs_follows_the_desk_until_the_scenario_goes(files, session, qtbot):
    files.differences.show_from_baseline("A")
    dialog = next(
        w for w in QApplication.topLevelWidgets() if w.objectName() == "differences-dialog"
    )
    table = dialog.findChild(FigureTable)
    assert table is not None

    def shown(place):
        return {row[0]: row[place].replace("\xa0", " ") for row in table.texts()}

    assert shown(2)["Deployments per week"] == "10 a week"
    session.set_value("deployments_per_week", 7.0)
    qtbot.waitUntil(lambda: shown(2)["Deployments per week"] == "7 a week")
    session.rename("A", "Seven")
    session.make_baseline("A")  # now it differs from itself in nothing
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Seven and Seven")
    assert not table.isVisible()
    session.make_baseline("B")
    session.close("A")
    qtbot.waitUntil(lambda: dialog not in QApplication.topLevelWidgets())


def test_that_notes_on_versions_are_in_the_notice(files, notices, tmp_path):
    path = saved(tmp_path)
    document = json.loads(path.read_text("utf-8"))
    document["model"]["version"] = "0.9.0"
    path.write_text(json.dumps(document), "utf-8")
    files.open_path(path)
    assert any("saved by model 0.9.0" in line for line in notices[0].details)


def test_that_a_file_edited_by_hand_is_named_so(files, notices, tmp_path):
    path = saved(tmp_path)
    document = json.loads(path.read_text("utf-8"))
    document["seed"] = 7
    path.write_text(json.dumps(document), "utf-8")
    files.open_path(path)
    said = f"{path.name} was edited outside the modeller after it was saved."
    assert notices[0].text.startswith(said)


def test_that_every_problem_reaches_the_banner_and_the_desk_stays(
    files, session, problems, tmp_path
):
    path = saved(tmp_path)
    document = json.loads(path.read_text("utf-8"))
    document["changes"] = {"deployments_per_week": 99, "nonsense": 1}
    document["weeks"] = "many"
    path.write_text(json.dumps(document), "utf-8")
    before = session.desk
    assert not files.open_path(path)
    assert session.desk == before
    text = "\n".join(problems)
    assert "changes.deployments_per_week is 99" in text
    assert "changes.nonsense" in text
    assert "weeks" in text


@pytest.mark.parametrize("content", [b"", b"{", b"\x00" * 100, b"[" * 100_000, b"x" * 2_000_000])
def test_that_a_broken_file_is_a_problem_with_its_name(files, problems, tmp_path, content):
    path = tmp_path / "broken.scenario.json"
    path.write_bytes(content)
    assert not files.open_path(path)
    assert "broken.scenario.json" in problems[0]


def test_that_a_file_that_is_open_is_taken_in_hand(files, session, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    session.choose("A")
    files.open_path(path)
    assert session.desk.selected == "C"
    assert len(session.desk.slots) == 3


def test_that_on_a_full_desk_the_one_in_hand_is_asked_about(files, session, answers, tmp_path):
    files.open_path(saved(tmp_path, "one"))
    files.open_path(saved(tmp_path, "two"))
    session.set_value("deployments_per_week", 5.0)
    before = session.desk
    assert not files.open_path(saved(tmp_path, "three"))
    assert answers.asked == [("two",)]
    assert session.desk == before
    answers.about_unsaved = "discard"
    assert files.open_path(tmp_path / "three.scenario.json")
    assert session.scenario.title == "three"
    assert not session.unsaved(session.desk.current)
    session.undo_stack.undo()
    assert session.desk == before


def test_that_revert_reads_the_file_and_can_be_undone(files, session, tmp_path):
    files.open_path(saved(tmp_path))
    session.set_value("officer_losses", 300)
    mine = session.scenario
    assert files.revert()
    assert session.scenario.value("officer_losses") == 0
    session.undo_stack.undo()
    assert session.scenario == mine


def test_that_a_template_reverts_to_itself(files, session):
    files.new("plan-without-losses")
    start = session.scenario
    session.set_value("officer_losses", 300)
    assert files.revert()
    assert session.scenario == start


def test_that_a_first_start_has_nothing_unsaved(files, session):
    assert files.saving.may_quit()
    assert not any(session.unsaved(slot) for slot in session.desk.slots)


def test_that_quitting_names_what_is_unsaved(files, session, answers, tmp_path):
    session.set_value("officer_losses", 300, "A")
    session.set_value("officer_losses", 300, "B")
    assert not files.saving.may_quit()
    assert answers.asked == [("Met plan 2025", "Baseline")]
    answers.about_unsaved = "discard"
    assert files.saving.may_quit()
    answers.about_unsaved, answers.save_at = "save", None
    assert not files.saving.may_quit()  # the user left the dialog that asks where
    answers.save_at = tmp_path / "a.scenario.json"
    assert files.saving.may_quit() or session.unsaved(session.desk.slot("B"))


def test_that_closing_asks_and_undo_brings_back(files, session, answers):
    session.set_value("officer_losses", 300, "A")
    assert not files.saving.close("A")
    answers.about_unsaved = "discard"
    assert files.saving.close("A")
    session.undo_stack.undo()
    assert session.desk.slot("A").scenario.value("officer_losses") == 300
    assert files.saving.close("B")  # nothing in it is lost
    assert not files.saving.close("A")  # the last one stays


def test_that_recent_files_open_and_vanished_ones_leave_the_list(
    files, settings, session, tmp_path
):
    first, second = saved(tmp_path, "one"), saved(tmp_path, "two")
    files.open_path(first)
    files.open_path(second)
    second.unlink()
    session.close("D")
    menu = QMenu()
    fill_recent(menu, files, settings)
    menu.actions()[0].trigger()
    assert settings.recent == (first,)
    menu.deleteLater()


def test_that_every_template_can_be_had(files, session):
    menu = QMenu()
    fill_templates(menu, files)
    assert "template-baseline" in [action.objectName() for action in menu.actions()]
    for action in menu.actions()[:2]:
        action.trigger()
    assert len(session.desk.slots) == 4
    menu.deleteLater()


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drag over the widget and let go; whether it took what was dragged."""
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    over = QDragEnterEvent(QPoint(5, 5), copy, data, button, none)
    QApplication.sendEvent(widget, over)
    event = QDropEvent(QPointF(5, 5), copy, data, button, none)
    QApplication.sendEvent(widget, event)
    return over.isAccepted() and event.isAccepted()


def test_that_files_can_be_dragged_in(files, session, tmp_path, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    FileDrop(widget, files)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved(tmp_path, name))) for name in ("one", "two")])
    assert drop(widget, data)
    assert [slot.scenario.title for slot in session.desk.slots[2:]] == ["one", "two"]


def test_that_an_address_on_the_network_is_not_fetched(files, session, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    FileDrop(widget, files)
    data = QMimeData()
    data.setUrls([QUrl("http://example.org/plan.scenario.json")])
    assert not drop(widget, data)
    assert len(session.desk.slots) == 2


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (QMessageBox.StandardButton.Save, "save"),
        (QMessageBox.StandardButton.Discard, "discard"),
        (QMessageBox.StandardButton.Cancel, "cancel"),
    ],
)
def test_that_the_real_question_names_the_work(qtbot, button, answer):
    texts = []

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(box.text())
        qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert FileDialogs().unsaved(["Plan", "Baseline"], "quitting") == answer
    assert texts == ["Plan and Baseline: save the changes before quitting?"]


@pytest.mark.parametrize(("place", "answer"), [(0, "save as"), (1, "overwrite"), (2, "cancel")])
def test_that_the_question_about_the_disk_has_three_answers(qtbot, place, answer):
    words = ("Save as", "Replace", "Cancel")

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        button = next(b for b in box.buttons() if words[place] in b.text().replace("&", ""))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert FileDialogs().changed_on_disk(Path("/data/plan.scenario.json")) == answer
