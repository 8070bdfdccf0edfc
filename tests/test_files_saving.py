"""Files are saved, and nothing that anybody wrote is lost on the way."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.file import read_scenario
from modeller.scenario.sharing import open_shared
from tests.met import MET
from tests.open_files import Answers, answers, files, notices, problems, saved, session, settings  # noqa: F401
from ui.desk.session import Desk, Session, first_desk, new_slot
from ui.desk.settings import Settings
from ui.files import file_watch
from ui.files.file_content import file_name
from ui.files.file_watch import content_digest
from ui.files.files import Files

THEIRS = "{}\n"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_that_save_as_then_save_ask_once(files, session, answers, tmp_path):
    answers.save_at = tmp_path / "mine"
    session.set_value("deployments_per_week", 7.0)
    assert files.saving.save()
    path = tmp_path / "mine.scenario.json"
    assert read_scenario(path, profile=MET).scenario == session.scenario
    session.set_value("deployments_per_week", 8.0)
    assert files.saving.save()
    assert len(answers.asked) == 1
    assert read_scenario(path, profile=MET).scenario.value("deployments_per_week") == 8.0


def test_that_a_suffix_added_does_not_replace_a_file_unasked(files, session, answers, tmp_path):
    theirs = saved(tmp_path, "mine")
    content = theirs.read_bytes()
    answers.save_at = tmp_path / "mine"
    assert not files.saving.save()
    assert answers.asked[-1] == theirs
    assert theirs.read_bytes() == content


def test_that_a_settled_projection_goes_into_the_file(session, settings, answers, tmp_path):
    session.replace_scenario(session.scenario.replace(draws=200, weeks=8), "fewer")
    projection = project(session.scenario)
    files = Files(session, settings, dialogs=answers, projection_of=lambda _slot: projection)
    answers.save_at = tmp_path / "with.scenario.json"
    files.saving.save()
    loaded = read_scenario(answers.save_at, profile=MET)
    assert loaded.results_digest == projection.results_digest
    results: Any = loaded.results
    assert results["totals"]["arrests"]["p50"] == projection.summary("arrests")[4]
    session.set_value("deployments_per_week", 5.0)
    files.saving.save()
    assert read_scenario(answers.save_at, profile=MET).results is None  # it was another scenario's


def test_that_another_windows_work_is_not_overwritten_silently(files, session, answers, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    other = Files(Session(first_desk(MET)), Settings(tmp_path / "other.ini"), dialogs=Answers())
    other.open_path(path)
    other._session.set_value("deployments_per_week", 9.0)
    assert other.saving.save()
    theirs = path.read_bytes()
    session.set_value("deployments_per_week", 5.0)
    assert not files.saving.save()
    assert path.read_bytes() == theirs
    assert answers.asked == [path]
    answers.about_disk = "overwrite"
    assert files.saving.save()
    assert read_scenario(path, profile=MET).scenario.value("deployments_per_week") == 5.0


def test_that_what_comes_while_a_file_is_read_is_not_overwritten_silently(
    session, settings, answers, tmp_path
):
    path = saved(tmp_path)

    def slowly(place):
        loaded = open_shared(place, profile=MET)
        path.write_text(THEIRS, "utf-8")
        return loaded

    files = Files(session, settings, dialogs=answers, reader=slowly)
    assert files.open_path(path)
    session.set_value("deployments_per_week", 9.0)
    assert not files.saving.save()
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
        assert not files.saving.save()
    assert "another window" in problems[-1]
    assert files.saving.save()


def test_that_one_may_save_elsewhere_instead(files, session, answers, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    theirs = saved(tmp_path, deployments_per_week=9.0).read_bytes()
    answers.about_disk, answers.save_at = "save as", tmp_path / "else.scenario.json"
    session.set_value("deployments_per_week", 5.0)
    assert files.saving.save()
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
    files.saving.save()
    files.saving.watch.look()
    assert notices == []
    saved(tmp_path, deployments_per_week=9.0)
    files.saving.watch.look()
    files.saving.watch.look()
    assert len(notices) == 1
    assert answers.asked == []


def test_that_a_file_that_vanished_can_be_saved_again(files, session, notices, tmp_path):
    path = saved(tmp_path)
    files.open_path(path)
    notices.clear()
    path.unlink()
    files.saving.watch.look()
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
    assert not files.saving.save()
    assert path.read_bytes() == before
    assert "nothing was changed" in problems[0]
    assert session.unsaved(session.desk.current)
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


@pytest.mark.parametrize("place", ["gone/plan.scenario.json", "x" * 300 + ".scenario.json"])
def test_that_a_place_that_cannot_be_is_said(files, session, answers, problems, tmp_path, place):
    answers.save_at = tmp_path / place
    session.set_value("deployments_per_week", 5.0)
    assert not files.saving.save_as()
    assert "cannot be written" in problems[0]
    assert session.unsaved(session.desk.current)


def test_that_a_file_holds_one_scenario_of_the_desk_only(files, session, answers, tmp_path):
    files.open_path(saved(tmp_path))
    plan = session.desk.selected
    session.choose("A")
    answers.save_at = tmp_path / "plan.scenario.json"
    assert files.saving.save_as("A")  # the dialog has asked whether to replace it
    assert not session.unsaved(session.desk.slot("A"))
    assert session.unsaved(session.desk.slot(plan))
    assert session.file(session.desk.slot(plan)) is None
    assert not files.saving.close(plan)  # the user, asked about it, thinks better of it
    assert answers.asked[-1] == ("plan",)


def test_that_a_name_too_long_is_said_though_the_suffix_is_added(
    files, session, answers, problems, tmp_path
):
    answers.save_at = tmp_path / ("x" * 300)
    assert not files.saving.save_as()
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
    assert files.saving.save()
    monkeypatch.undo()
    session.set_value("deployments_per_week", 4.0)
    assert not files.saving.save()
    assert answers.asked == [path]
    assert path.read_text("utf-8") == THEIRS


def test_that_a_desk_of_one_file_keeps_its_digest(qapp, settings, answers, tmp_path):
    scenario = Scenario(title="alone")
    session = Session(Desk((new_slot("A", scenario),), "A", "A"))
    files = Files(session, settings, dialogs=answers)
    answers.save_at = tmp_path / "alone.scenario.json"
    assert files.saving.save()
    assert files.saving.watch.known(answers.save_at) == content_digest(answers.save_at)


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
