"""Unsaved work outlives a crash, is offered once, and never belongs to a living window."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from modeller.base.errors import ModellerError, Problem
from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from tests.met import MET
from ui.desk.session import Session, first_desk
from ui.desk.settings import Settings, state_folder
from ui.files.autosave import Autosave, discard, find_leftovers
from ui.files.files import Files
from ui.look.running_text import RunningText
from ui.stage.plan import stage_plan
from ui.stage.stage import Stage
from ui.window.crash import CrashGuard, describe, module_place, without_paths

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def make(tmp_path, qapp):
    made = []

    def window(rest: int = 100_000):
        session = Session(first_desk(MET))
        files = Files(session, Settings(tmp_path / "settings.ini"))
        autosave = Autosave(session, files.saving, tmp_path / "autosave", rest=rest)
        made.append((session, files, autosave))
        return session, files, autosave

    yield window
    for _session, files, autosave in made:
        autosave.finish()
        files.deleteLater()


def crashed(autosave: Autosave) -> None:
    """As if its process had been killed: the file stays, nobody holds the lock."""
    assert autosave._lock is not None
    autosave._lock.unlock()


def test_that_unsaved_work_is_written_soon_and_a_crash_leaves_it(make, tmp_path, qtbot):
    session, _files, autosave = make(rest=10)
    session.set_value("deployments_per_week", 7.5)
    session.rename("B", "As it is")
    qtbot.waitUntil(autosave.path.exists)
    autosave.write()
    crashed(autosave)
    (leftover,), problem = find_leftovers(MET, tmp_path / "autosave")
    assert problem is None
    assert leftover.titles == ("Met plan 2025", "As it is")
    again, files, second = make()
    second.restore(leftover)
    assert [slot.scenario for slot in again.desk.slots] == [
        slot.scenario for slot in session.desk.slots
    ]
    assert (again.desk.selected, again.desk.baseline) == ("A", "B")
    assert len(files.saving.unsaved) == 2
    assert not autosave.path.exists()
    assert second.path.exists()  # kept on, by the window that has it now


def test_that_what_the_stage_shows_is_kept_for_a_crash(make, tmp_path, qapp):
    session, _files, autosave = make()
    window = QWidget()
    stage = Stage(session, window)
    stage.save_view("Ours", ("cost",), "total")
    stage.choose_lever("officer_losses")
    stage.leave_out("where", True)
    autosave.write()
    crashed(autosave)
    (leftover,), _ = find_leftovers(MET, tmp_path / "autosave")
    again, _files, second = make()
    second.restore(leftover)
    plan = stage_plan(again.scenario)
    assert [view.name for view in plan.views] == ["Ours"]
    assert (plan.lever, plan.left_out) == ("officer_losses", frozenset({"where"}))
    window.deleteLater()


def test_that_a_living_windows_work_is_not_offered(make, tmp_path):
    session, _files, autosave = make()
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    assert find_leftovers(MET, tmp_path / "autosave") == ((), None)


def test_that_work_is_written_while_the_hand_keeps_moving(make, qtbot):
    session, _files, autosave = make(rest=200)
    for step in range(40):
        session.set_value("deployments_per_week", 5.0 + step / 10)
        qtbot.wait(10)
        if autosave.path.exists():
            break
    assert autosave.path.exists()


def test_that_restoring_asks_about_what_is_on_the_desk(make, tmp_path, monkeypatch):
    session, _files, autosave = make()
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    crashed(autosave)
    (leftover,), _ = find_leftovers(MET, tmp_path / "autosave")
    again, files, second = make()
    again.set_value("officer_losses", 20)
    mine = again.desk
    monkeypatch.setattr(files.saving.dialogs, "unsaved", lambda titles, why: "cancel")
    assert not second.restore(leftover)
    assert again.desk == mine
    assert leftover.place.exists()


def test_that_saved_work_leaves_nothing(make, tmp_path):
    session, _files, autosave = make()
    assert autosave.write() is None
    session.set_value("deployments_per_week", 7.5)
    assert autosave.write() is not None
    session.mark_saved(session.desk.current, tmp_path / "a.scenario.json")
    assert autosave.write() is None
    assert not list((tmp_path / "autosave").glob("*.json"))


def test_that_closing_leaves_nothing(make, tmp_path):
    session, _files, autosave = make(rest=0)
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    autosave.finish()
    assert list((tmp_path / "autosave").iterdir()) == []
    session.desk_changed.connect(autosave._touch)  # finish() parts with the session
    session.files_changed.connect(autosave._touch)


def test_that_the_file_a_scenario_came_from_is_known_again(make, tmp_path):
    path = tmp_path / "plan.scenario.json"
    write_scenario(path, Scenario(title="plan", changes={"deployments_per_week": 6.0}))
    session, files, autosave = make()
    files.open_path(path)
    session.set_value("officer_losses", 50)
    autosave.write()
    crashed(autosave)
    write_scenario(path, Scenario(title="theirs"))  # somebody else, meanwhile
    (leftover,), _ = find_leftovers(MET, tmp_path / "autosave")
    again, others, second = make()
    second.restore(leftover)
    assert again.file(again.desk.current).path == path
    assert again.unsaved(again.desk.current)
    assert others.saving.watch.is_foreign(path)  # so saving will ask


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree.update(selected="Z"),
        lambda tree: tree.update(slots=[]),
        lambda tree: tree.update(slots="none"),
        lambda tree: tree["slots"][0].update(letter="AB"),
        lambda tree: tree["slots"][0].update(letter="B"),
        lambda tree: tree["slots"][0].pop("scenario"),
        lambda tree: tree["slots"][0]["scenario"].update(weeks=-1),
        lambda tree: tree.update(saved_at="now"),
    ],
)
def test_that_damaged_work_is_set_aside_and_named(make, tmp_path, change):
    session, _files, autosave = make()
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    crashed(autosave)
    tree = json.loads(autosave.path.read_text("utf-8"))
    change(tree)
    autosave.path.write_text(json.dumps(tree), "utf-8")
    found, problem = find_leftovers(MET, tmp_path / "autosave")
    assert found == ()
    assert ".damaged.json" in str(problem)
    assert len(list((tmp_path / "autosave").glob("*.damaged.json"))) == 1
    assert find_leftovers(MET, tmp_path / "autosave") == ((), None)  # said once


@pytest.mark.parametrize("content", [b"", b"{", b"\xff" * 50, b"[" * 90_000, b"1" * 1_500_000])
def test_that_any_bytes_are_survived(tmp_path, qapp, content):
    folder = tmp_path / "autosave"
    folder.mkdir()
    (folder / "0.work.json").write_bytes(content)
    found, problem = find_leftovers(MET, folder)
    assert found == ()
    assert isinstance(problem, ModellerError)


def test_that_no_more_than_twenty_are_read_at_a_start(tmp_path, qapp):
    for number in range(25):
        (tmp_path / f"{number:02}.work.json").write_bytes(b"{}")
    _, problem = find_leftovers(MET, tmp_path)
    assert problem is not None
    assert len(problem.problems) == 20


def test_that_what_is_no_file_is_set_aside_and_said(tmp_path, qapp):
    folder = tmp_path / "autosave"
    (folder / "0.work.json").mkdir(parents=True)
    found, problem = find_leftovers(MET, folder)
    assert found == ()
    assert "is not a file; it is left alone" in str(problem)
    assert find_leftovers(MET, folder) == ((), None)


def test_that_locks_of_windows_that_are_gone_do_not_pile_up(make, tmp_path):
    session, _files, autosave = make()
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    alive = autosave.path.with_suffix(".lock")
    autosave.path.unlink()  # saved in a file meanwhile; the window is open
    gone = alive.with_name("0.work.lock")
    gone.write_text("999999999\nmodeller\nnowhere\n")
    gone.write_text(alive.read_text().replace(str(os.getpid()), "999999999"))
    find_leftovers(MET, tmp_path / "autosave")
    assert alive.exists()
    assert not gone.exists()


def test_that_a_folder_that_cannot_be_made_is_said_once(make, tmp_path, qtbot):
    (tmp_path / "autosave").write_text("in the way")
    session, _files, autosave = make()
    said: list[ModellerError] = []
    session.failed.connect(said.append)
    session.set_value("deployments_per_week", 7.5)
    autosave._write_or_say()
    autosave._write_or_say()
    assert len(said) == 1
    assert "save it to a file" in str(said[0])


def test_that_discarding_forgets(make, tmp_path):
    session, _files, autosave = make()
    session.set_value("deployments_per_week", 7.5)
    autosave.write()
    crashed(autosave)
    (leftover,), _ = find_leftovers(MET, tmp_path / "autosave")
    discard(leftover)
    assert find_leftovers(MET, tmp_path / "autosave") == ((), None)


_KILLED = """
import sys, time
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui.files.autosave import Autosave
from ui.files.files import Files
from modeller.profiles import shipped_profile
from ui.desk.session import Session, first_desk
from ui.desk.settings import Settings
from modeller.profiles import shipped_profile
session = Session(first_desk(shipped_profile()))
files = Files(session, Settings())
autosave = Autosave(session, files.saving)
session.set_value("officer_losses", 777)
autosave.write()
print("written", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_that_work_outlives_a_process_that_was_killed(qapp):
    process = subprocess.Popen(
        [sys.executable, "-c", _KILLED],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
        cwd=Path(__file__).parent.parent,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "written\n"
        assert find_leftovers(MET) == ((), None)  # its window is open
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    (leftover,), _ = find_leftovers(MET)
    assert leftover.desk.scenario.value("officer_losses") == 777
    assert leftover.place.is_relative_to(state_folder())


# ---- the crash path


@pytest.fixture
def saves():
    done: list[str] = []
    return done


@pytest.fixture
def guard(qapp, saves):

    def save() -> Path:
        saves.append("saved")
        return Path("x")

    guard = CrashGuard(save, lambda: "7K3Q-9T2M-4XHA")
    former = (sys.excepthook, threading.excepthook)
    guard.install()
    yield guard
    guard.uninstall()
    assert (sys.excepthook, threading.excepthook) == former
    if guard.dialog is not None:
        guard.dialog.close()
    guard.deleteLater()
    QApplication.processEvents()


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def happen(error: Exception) -> None:
    error = raised(error)
    sys.excepthook(type(error), error, error.__traceback__)
    QApplication.processEvents()


def test_that_the_work_is_saved_and_the_details_can_be_copied(guard, saves, qtbot, capsys):
    happen(RuntimeError("the unforeseen"))
    assert saves == ["saved"]
    dialog = guard.dialog
    assert dialog.isVisible()
    copy = dialog.findChild(QPushButton, "copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "RuntimeError: the unforeseen" in text
    assert "7K3Q-9T2M-4XHA" in text
    for name in ("modeller", "model 2", "Python 3", "PySide6", "numpy"):
        assert name in text
    qtbot.mouseClick(dialog.findChild(QPushButton, "go-on"), Qt.MouseButton.LeftButton)
    assert guard.dialog is None


def test_that_nothing_is_shown_before_the_call_that_failed_is_over(guard, saves, capsys):
    error = raised(RuntimeError("half way"))
    sys.excepthook(type(error), error, error.__traceback__)
    assert saves == []
    assert guard.dialog is None
    QApplication.processEvents()
    assert guard.dialog is not None


def test_that_more_failures_join_the_open_dialog_and_are_bounded(guard, capsys):
    for number in range(20):
        happen(RuntimeError(f"failure {number}"))
    text = guard.dialog.findChild(QPlainTextEdit, "details").toPlainText()
    assert text.count("RuntimeError") == 5


def test_that_a_failure_in_a_thread_arrives_on_the_windows_own(guard, qtbot, capsys):
    def fail() -> None:
        raise KeyError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: guard.dialog is not None)
    details = guard.dialog.findChild(QPlainTextEdit, "details").toPlainText()
    assert "KeyError: 'in a thread'" in details


def test_that_work_that_cannot_be_saved_is_said(qapp, capsys):
    def full() -> Path:
        raise ModellerError(Problem("/srv/ann/x", "cannot be written (disk full)", "free space"))

    guard = CrashGuard(full)
    guard._show(raised(RuntimeError("oh")))
    assert guard.dialog is not None
    labels = " ".join(label.text() for label in guard.dialog.findChildren(RunningText))
    assert "could not be kept" in labels
    assert "/srv/ann" not in labels
    guard.dialog.close()
    guard.deleteLater()


def test_that_a_thread_that_fails_when_the_window_has_gone_ends_in_no_other_error(qapp):
    guard = CrashGuard(lambda: None)
    guard.install()
    try:
        shiboken6.delete(guard)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        error = raised(RuntimeError("oh"))
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        guard.uninstall()


def test_that_a_problem_of_the_users_goes_to_the_banner(qapp):
    said: list[ModellerError] = []
    guard = CrashGuard(lambda: None, failed=said.append)
    guard._take(ModellerError(Problem("x", "is y", "do z")))
    assert len(said) == 1
    assert guard.dialog is None
    guard.deleteLater()


def test_that_no_personal_path_is_in_the_details(monkeypatch):
    home = str(Path.home())
    message = f"cannot open '{home}/Met plans/secret/plan.json' nor C:\\Users\\Ann\\x.json"
    text = describe(raised(OSError(message)))
    assert home not in text
    assert "secret" not in text
    assert "Ann" not in text
    assert "plan.json" in text
    assert str(Path(__file__).parent.parent) not in text


@pytest.mark.parametrize(
    "text",
    [
        "[Errno 2] No such file or directory: '/media/Jane Doe/secret plan/x y.json'",
        r"[WinError 3] 'C:\\Users\\Jane Doe\\secret plan\\x y.json'",
        r"'\\\\server\\Jane Doe\\secret plan\\x y.json' is not there",
    ],
)
def test_that_folders_with_spaces_are_left_out_too(text):
    said = without_paths(text)
    assert "Jane" not in said
    assert "secret" not in said
    assert "x y.json" in said


def test_that_places_in_the_program_are_named_from_their_package():
    import ui.desk.session

    assert module_place(ui.desk.session.__file__) == "ui/desk/session.py"
    assert without_paths("/var/lib/x/y.py and a/b") == "y.py and a/b"
