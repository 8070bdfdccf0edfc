"""Files are opened, saved and reverted, and nothing that anybody wrote is lost on the way."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QTableWidget, QWidget

from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario_file import read_scenario, write_scenario
from ui.files import file_watch
from ui.files.file_content import file_name
from ui.files.file_dialogs import FileDialogs, OnDisk, Unsaved
from ui.files.file_menus import FileDrop, fill_recent, fill_templates
from ui.files.file_watch import content_digest
from ui.files.files import Files
from ui.notices import Notice
from ui.session import Desk, Session, first_desk, new_slot
from ui.settings import Settings

THEIRS = "{}\n"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass
class Answers(FileDialogs):
    """Stands in for the dialogs: what a user would answer, and what was asked."""

    open_at: Path | None = None
    save_at: Path | None = None
    about_unsaved: Unsaved = "cancel"
    about_disk: OnDisk = "cancel"
    asked: list[object] = field(default_factory=list)

    def path_to_open(self, folder):
        return self.open_at

    def path_to_save(self, suggested):
        self.asked.append(suggested)
        return self.save_at

    def unsaved(self, titles, why):
        self.asked.append(tuple(titles))
        return self.about_unsaved

    def changed_on_disk(self, path):
        self.asked.append(path)
        return self.about_disk


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def session(qapp):
    return Session(first_desk())


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def files(session, settings, answers):
    return Files(session, settings, dialogs=answers)


@pytest.fixture
def problems(session):
    said: list[str] = []
    session.failed.connect(lambda error: said.extend(map(str, error.problems)))
    return said


@pytest.fixture
def notices(files):
    said: list[Notice] = []
    files.noticed.connect(said.append)
    return said


def saved(folder: Path, name: str = "plan", **changes: float) -> Path:
    path = folder / f"{name}.scenario.json"
    write_scenario(path, Scenario(title=name, changes=changes or {"deployments_per_week": 6.0}))
    return path


def test_that_a_file_opens_as_one_more_scenario_and_can_be_undone(files, session, tmp_path):
    before = session.desk
    assert files.open_path(saved(tmp_path))
    assert session.desk.at_hand == "C"
    assert session.scenario.value("deployments_per_week") == 6.0
    assert not session.unsaved(session.desk.current)
    session.undo_stack.undo()
    assert session.desk == before


def test_that_opening_says_what_differs_from_the_screen(files, notices, tmp_path, qtbot):
    files.open_path(saved(tmp_path))
    (notice,) = notices
    assert notice.text == (
        "Opened plan.scenario.json: 5 settings differ from Met plan 2025, which was on the screen."
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
    assert table.rowCount() == 5
    dialog.close()
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
    assert notices[0].details[0].startswith("The file was edited")


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
    assert session.desk.at_hand == "C"
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


def test_that_save_as_then_save_ask_once(files, session, answers, tmp_path):
    answers.save_at = tmp_path / "mine"
    session.set_value("deployments_per_week", 7.0)
    assert files.save()
    path = tmp_path / "mine.scenario.json"
    assert read_scenario(path).scenario == session.scenario
    session.set_value("deployments_per_week", 8.0)
    assert files.save()
    assert len(answers.asked) == 1
    assert read_scenario(path).scenario.value("deployments_per_week") == 8.0


def test_that_a_suffix_added_does_not_replace_a_file_unasked(files, session, answers, tmp_path):
    theirs = saved(tmp_path, "mine")
    content = theirs.read_bytes()
    answers.save_at = tmp_path / "mine"
    assert not files.save()
    assert answers.asked[-1] == theirs
    assert theirs.read_bytes() == content


def test_that_a_settled_projection_goes_into_the_file(session, settings, answers, tmp_path):
    session.replace_scenario(session.scenario.replace(draws=200, weeks=8), "fewer")
    projection = project(session.scenario)
    files = Files(session, settings, dialogs=answers, projection_of=lambda _slot: projection)
    answers.save_at = tmp_path / "with.scenario.json"
    files.save()
    loaded = read_scenario(answers.save_at)
    assert loaded.results_digest == projection.results_digest
    results: Any = loaded.results
    assert results["totals"]["arrests"]["p50"] == projection.summary("arrests")[4]
    session.set_value("deployments_per_week", 5.0)
    files.save()
    assert read_scenario(answers.save_at).results is None  # it was another scenario's


def test_that_another_windows_work_is_not_overwritten_silently(files, session, answers, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    other = Files(Session(first_desk()), Settings(tmp_path / "other.ini"), dialogs=Answers())
    other.open_path(path)
    other._session.set_value("deployments_per_week", 9.0)
    assert other.save()
    theirs = path.read_bytes()
    session.set_value("deployments_per_week", 5.0)
    assert not files.save()
    assert path.read_bytes() == theirs
    assert answers.asked == [path]
    answers.about_disk = "overwrite"
    assert files.save()
    assert read_scenario(path).scenario.value("deployments_per_week") == 5.0


def test_that_what_comes_while_a_file_is_read_is_not_overwritten_silently(
    session, settings, answers, tmp_path
):
    path = saved(tmp_path)

    def slowly(place):
        loaded = read_scenario(place)
        path.write_text(THEIRS, "utf-8")
        return loaded

    files = Files(session, settings, dialogs=answers, reader=slowly)
    assert files.open_path(path)
    session.set_value("deployments_per_week", 9.0)
    assert not files.save()
    assert answers.asked == [path]
    assert path.read_text("utf-8") == THEIRS


def test_that_windows_write_a_file_one_after_the_other(
    files, session, problems, tmp_path, monkeypatch
):
    monkeypatch.setattr(file_watch, "_LOCK_MILLISECONDS", 0)
    path = saved(tmp_path)
    files.open_path(path)
    session.set_value("deployments_per_week", 9.0)
    with file_watch.writing(path):
        assert not files.save()
    assert "another window" in problems[-1]
    assert files.save()


def test_that_one_may_save_elsewhere_instead(files, session, answers, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    theirs = saved(tmp_path, deployments_per_week=9.0).read_bytes()
    answers.about_disk, answers.save_at = "save as", tmp_path / "else.scenario.json"
    session.set_value("deployments_per_week", 5.0)
    assert files.save()
    assert path.read_bytes() == theirs
    assert session.file(session.desk.current).path == answers.save_at


def test_that_a_change_on_disk_is_noticed_and_can_be_read_again(
    files, session, notices, tmp_path, qtbot
):
    path = saved(tmp_path)
    files.open_path(path)
    notices.clear()
    saved(tmp_path, deployments_per_week=9.0)  # replaced, as by another window
    qtbot.waitUntil(lambda: bool(notices), timeout=5000)
    (notice,) = notices
    assert "was changed outside this window" in notice.text
    notice.choices[0].action()
    assert session.scenario.value("deployments_per_week") == 9.0
    assert not session.unsaved(session.desk.current)
    session.undo_stack.undo()
    assert session.scenario.value("deployments_per_week") == 6.0


def test_that_a_change_is_said_once_and_own_saving_never(
    files, session, notices, answers, tmp_path
):
    path = saved(tmp_path)
    files.open_path(path)
    notices.clear()
    session.set_value("deployments_per_week", 5.0)
    files.save()
    files.watch.look()
    assert notices == []
    saved(tmp_path, deployments_per_week=9.0)
    files.watch.look()
    files.watch.look()
    assert len(notices) == 1
    assert answers.asked == []


def test_that_a_file_that_vanished_can_be_saved_again(files, session, notices, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    notices.clear()
    path.unlink()
    files.watch.look()
    assert "no longer in its folder" in notices[0].text
    notices[0].choices[0].action()
    assert path.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_that_a_failing_disk_leaves_the_old_file_and_the_work(
    files, session, problems, tmp_path, monkeypatch, number
):
    path = saved(tmp_path)
    files.open_path(path)
    session.set_value("deployments_per_week", 5.0)
    before = path.read_bytes()

    def fail(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert not files.save()
    assert path.read_bytes() == before
    assert "nothing was changed" in problems[0]
    assert session.unsaved(session.desk.current)
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


@pytest.mark.parametrize("place", ["gone/plan.scenario.json", "x" * 300 + ".scenario.json"])
def test_that_a_place_that_cannot_be_is_said(files, session, answers, problems, tmp_path, place):
    answers.save_at = tmp_path / place
    session.set_value("deployments_per_week", 5.0)
    assert not files.save_as()
    assert "cannot be written" in problems[0]
    assert session.unsaved(session.desk.current)


def test_that_a_file_holds_one_scenario_of_the_desk_only(files, session, answers, tmp_path):
    files.open_path(saved(tmp_path))
    plan = session.desk.at_hand
    session.choose("A")
    answers.save_at = tmp_path / "plan.scenario.json"
    assert files.save_as("A")  # the dialog has asked whether to replace it
    assert not session.unsaved(session.desk.slot("A"))
    assert session.unsaved(session.desk.slot(plan))
    assert session.file(session.desk.slot(plan)) is None
    assert not files.close(plan)  # the user, asked about it, thinks better of it
    assert answers.asked[-1] == ("plan",)


def test_that_a_name_too_long_is_said_though_the_suffix_is_added(
    files, session, answers, problems, tmp_path
):
    answers.save_at = tmp_path / ("x" * 300)
    assert not files.save_as()
    assert "give it a shorter name" in problems[0]


def test_that_what_was_written_is_known_and_not_what_came_after(
    files, session, answers, tmp_path, monkeypatch
):
    """Somebody else writes the moment after: the next saving must ask."""
    path = saved(tmp_path)
    files.open_path(path)
    session.set_value("deployments_per_week", 5.0)
    replace = os.replace

    def quick(old, new):
        replace(old, new)
        if Path(new) == path:
            path.write_text(THEIRS, "utf-8")

    monkeypatch.setattr(os, "replace", quick)
    assert files.save()
    monkeypatch.undo()
    session.set_value("deployments_per_week", 4.0)
    assert not files.save()
    assert answers.asked == [path]
    assert path.read_text("utf-8") == THEIRS


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
    assert files.may_quit()
    assert not any(session.unsaved(slot) for slot in session.desk.slots)


def test_that_quitting_names_what_is_unsaved(files, session, answers, tmp_path):
    session.set_value("officer_losses", 300, "A")
    session.set_value("officer_losses", 300, "B")
    assert not files.may_quit()
    assert answers.asked == [("Met plan 2025", "Baseline")]
    answers.about_unsaved = "discard"
    assert files.may_quit()
    answers.about_unsaved, answers.save_at = "save", None
    assert not files.may_quit()  # the user left the dialog that asks where
    answers.save_at = tmp_path / "a.scenario.json"
    assert files.may_quit() or session.unsaved(session.desk.slot("B"))


def test_that_closing_asks_and_undo_brings_back(files, session, answers):
    session.set_value("officer_losses", 300, "A")
    assert not files.close("A")
    answers.about_unsaved = "discard"
    assert files.close("A")
    session.undo_stack.undo()
    assert session.desk.slot("A").scenario.value("officer_losses") == 300
    assert files.close("B")  # nothing in it is lost
    assert not files.close("A")  # the last one stays


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
    ("title", "name"),
    [
        ("Met plan 2025", "Met plan 2025.scenario.json"),
        ("../../etc/passwd", "etc passwd.scenario.json"),
        ("a\\b:c*?", "a b c.scenario.json"),
        ("...", "scenario.scenario.json"),
        ("x" * 200, "x" * 80 + ".scenario.json"),
    ],
)
def test_that_a_title_makes_a_name_that_stays_in_its_folder(title, name):
    assert file_name(title) == name


def test_that_a_digest_reads_files_only(tmp_path):
    assert content_digest(tmp_path) is None
    assert content_digest(tmp_path / "none") is None
    assert content_digest(Path("a\0b")) is None
    os.mkfifo(tmp_path / "pipe")
    assert content_digest(tmp_path / "pipe") is None


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


def test_that_a_desk_of_one_file_keeps_its_digest(qapp, settings, answers, tmp_path):
    scenario = Scenario(title="alone")
    session = Session(Desk((new_slot("A", scenario),), "A", "A"))
    files = Files(session, settings, dialogs=answers)
    answers.save_at = tmp_path / "alone.scenario.json"
    assert files.save()
    assert files.watch.known(answers.save_at) == content_digest(answers.save_at)
