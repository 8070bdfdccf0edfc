"""What a stranger sends: bounded in time and memory, never run, never shown as markup."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QTableWidget, QWidget

from benchmarks.soak.reader import CORPUS, replay
from benchmarks.soak.readers import READERS
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.ledger import read_ledger
from modeller.quality.log import read_test_results
from modeller.records.store import _read
from modeller.scenario import Scenario
from modeller.scenario.file import read_scenario, write_scenario
from modeller.scenario.sharing import open_bytes, open_shared
from tests.met import MET, parse_design, parse_user_record, read_design, read_user_record
from ui.desk.history import History
from ui.desk.settings import Settings
from ui.files.autosave import find_leftovers
from ui.files.file_questions import FileDialogs
from ui.files.file_watch import content_digest
from ui.look.running_text import plain_tip

ROOT = Path(__file__).parents[1]
MARKUP = "<b>bold</b><img src='file:///etc/hostname'><h1>"


def run_module(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", name, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


# ---------------------------------------------------------------- time and memory


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits are set as Linux does")
def test_that_no_reader_takes_more_time_or_memory_than_a_file_is_worth():
    ended = run_module("tests.big_inputs")
    assert ended.returncode != -signal.SIGKILL, f"too long after:\n{ended.stdout}"
    assert ended.returncode == 0, ended.stdout + ended.stderr


def leftovers(path):
    _, problem = find_leftovers(MET, path.parent)
    assert problem is not None
    raise problem


def read_listed_design(path):
    return read_design(path.rename(path.with_suffix(".csv")))


@pytest.mark.parametrize(
    "read",
    [
        partial(read_scenario, profile=MET),
        partial(open_shared, profile=MET),
        read_user_record,
        partial(_read, profile=MET),
        read_ledger,
        read_design,
        read_listed_design,
        leftovers,
    ],
)
def test_that_a_file_of_terabytes_is_refused_at_once(tmp_path, qapp, read):
    with pytest.raises(ModellerError):
        read(terabytes(tmp_path / "0.work.json"))


def test_that_settings_of_terabytes_are_set_aside_and_no_digest_is_taken_of_them(tmp_path):
    path = terabytes(tmp_path / "settings.ini")
    assert content_digest(path) is not None  # of its beginning
    assert Settings(path).set_aside is not None


def terabytes(path):
    """A file that is all hole: as large as no memory, and no room taken."""
    with path.open("wb") as file:
        try:
            file.truncate(2**42)
        except OSError:
            pytest.skip("no file is as large on this file system")
    return path


# ---------------------------------------------------------------- what fuzzing found


@pytest.mark.parametrize("name", READERS)
def test_that_a_reader_refuses_what_fuzzing_found_in_its_own_way(name):
    kept = sorted((CORPUS / name).glob("*"))
    assert kept, "make fuzz ARGS=keep"
    for path in kept:
        replay(READERS[name], path.read_bytes())


def test_that_the_kept_inputs_stay_small():
    assert sum(path.stat().st_size for path in CORPUS.glob("*/*")) < 1_000_000


# ---------------------------------------------------------------- nothing run, nothing else read


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 1, "changes": {}, "seed": 1e999}',
        '{"format": 1, "changes": {}, "seed": NaN}',
        '{"format": 1, "changes": {}, "seed": -Infinity}',
        '{"format": 1, "format": 1, "changes": {}}',
        '{"format": 1, "changes": {}, "about": {"title": "\\ud800"}}',
        '{"format": 1, "changes": {}, "about": {"title": "a\\u0000b"}}',
        '{"format": 1, "changes": {}, "about": {"title": "\\u001b[2J"}}',
        '{"format": 1, "changes": {}, "about": {"title": "\\u202egpj"}}',
        '{"format": 1, "changes": {}}\0',
        '{"format": 1, "changes": {"__class__": 1}}',
    ],
)
def test_that_numbers_names_and_text_no_scenario_has_are_refused(text):
    with pytest.raises(ModellerError):
        open_bytes(text.encode(), profile=MET)


def test_that_marks_and_line_ends_of_other_systems_are_read():
    text = '{\r\n"format": 1,\r\n"changes": {}\r\n}\r\n'
    assert open_bytes(b"\xef\xbb\xbf" + text.encode(), profile=MET).scenario == Scenario()
    weekly = "week_starting,deployments,faces_scanned,alerts,true_alerts,false_alerts,arrests,"
    weekly += "hours,threshold,watchlist,face_count_basis\r\n2025-01-06,1,9,0,0,0,0,,,,current\r\n"
    assert len(parse_user_record(b"\xef\xbb\xbf" + weekly.encode(), "a record")) == 1


@pytest.mark.parametrize(
    "name", ["../secret.json", "{}", "link.json", "..", "none.json", "a\\u0000b"]
)
def test_that_a_design_reads_no_file_outside_its_folder(tmp_path, name):
    outside = tmp_path / "secret.json"
    write_scenario(outside, Scenario(weeks=4))
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "link.json").symlink_to(outside)
    design = folder / "design.toml"
    design.write_text(f'scenario = "{name.format(outside)}"\n[grid]\nweeks = [4]')
    with pytest.raises(ModellerError) as refused:
        read_design(design)
    assert any(problem.where == "scenario" for problem in refused.value.problems)


def test_that_a_design_takes_the_scenario_beside_it(tmp_path):
    write_scenario(tmp_path / "own.json", Scenario(weeks=7))
    (tmp_path / "design.toml").write_text('scenario = "own.json"\n[grid]\nseed = [4]')
    assert read_design(tmp_path / "design.toml").base.weeks == 7


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_a_pipe_in_place_of_a_design_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "design.toml")
    with pytest.raises(ModellerError, match="is not a file"):
        read_design(tmp_path / "design.toml")


def test_that_a_design_of_broken_numbers_is_refused():
    with pytest.raises(ModellerError, match="infinity"):
        parse_design("seed = 1e999")
    with pytest.raises(ModellerError, match="NaN"):
        parse_design("[grid]\nweeks = [nan]")
    with pytest.raises(ModellerError, match="digits"):
        parse_design(f"seed = {'9' * 5_000}")


def test_that_reading_runs_nothing_and_opens_no_other_file():
    ended = run_module("tests.watched_readers")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_that_entities_of_xml_are_not_expanded(tmp_path):
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "a" * 1_000}">' for n in range(12)
    )
    bomb = f'<?xml version="1.0"?><!DOCTYPE t [{entities}]><testsuite timestamp="&e11;"/>'
    (tmp_path / "results.xml").write_text(bomb)
    assert read_test_results(tmp_path / "results.xml") is None
    outside = '<!DOCTYPE t [<!ENTITY e SYSTEM "file:///etc/hostname">]><testsuite>&e;</testsuite>'
    (tmp_path / "results.xml").write_text(outside)
    assert read_test_results(tmp_path / "results.xml") is None


# ---------------------------------------------------------------- the ledger and the history


def test_that_an_entry_with_sound_digests_must_have_the_form_of_one(tmp_path):
    seed = json.loads(next(READERS["ledger"].seeds()))
    changes: list[dict[str, object]] = [
        {"title": 5},
        {"title": "\x1b[2J"},
        {"weeks": "4"},
        {"weeks": True},
        {"first_week": "9999-12-27"},
        {"locked": "0001-01-01T00:00:00Z"},
        {"bands": {}},
        {"bands": {**seed["bands"], "arrests": seed["bands"]["arrests"]["weekly"]}},
        {"model": []},
        {"scenario": []},
    ]
    for change in changes:
        data = json.dumps(seed | change).encode() + b"\n"
        state = READERS["ledger"].read(data, tmp_path)
        assert not state.sound, change  # type: ignore[attr-defined]
    sound = READERS["ledger"].read(json.dumps(seed).encode() + b"\n", tmp_path)
    assert sound.sound  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", ["1e999", "NaN", '"1"', "true", "[]", "9" * 5_000])
def test_that_an_end_of_a_ledger_that_is_no_number_is_named(tmp_path, count):
    (tmp_path / "ledger.jsonl.head").write_text(f'{{"entries": {count}, "digest": ""}}')
    with pytest.raises(ModellerError, match="is damaged"):
        read_ledger(tmp_path / "ledger.jsonl")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER one AFTER INSERT ON versions BEGIN DELETE FROM versions; END",
        "CREATE TABLE another (a)",
        "CREATE VIEW another AS SELECT 1",
    ],
)
def test_that_a_history_that_would_do_more_than_keep_versions_is_set_aside(tmp_path, statement):
    path = tmp_path / "history.sqlite"
    history = History(MET, path)
    history.thin()  # a history opens its file when it is first asked something
    history.close()
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    problems: list[ModellerError] = []
    history = History(MET, path, failed=problems.append)
    history.record("a", Scenario())
    assert len(history.versions("a")) == 1
    assert "set aside" in str(problems[0])
    history.close()


def test_that_a_version_at_no_time_is_left_out(tmp_path):
    history = History(MET, tmp_path / "history.sqlite", clock=lambda: float("inf"))
    history.record("a", Scenario())
    assert history.versions("a") == ()
    history.close()


# ---------------------------------------------------------------- text shown as it is


def test_that_no_tooltip_or_label_of_the_window_takes_a_title_for_markup(open_window, tmp_path):
    path = tmp_path / "hostile.scenario.json"
    hostile = Scenario(title=MARKUP, question=MARKUP, author=MARKUP, notes=MARKUP, weeks=6)
    write_scenario(path, hostile.replace(draws=128, changes={"officer_losses": 700}))
    story = open_window(str(path))
    story.shown()
    window = story.window
    window.menus["share"].trigger()
    window.keeper.keep()
    QApplication.processEvents()
    texts = list(_as_markup())
    assert [text for text in texts if "<img" in text] == []
    assert any("&lt;img" in text for text in texts), "the title stands in no tooltip at all"


def _as_markup():
    """Every text that Qt would look for markup in."""
    for widget in QApplication.allWidgets():
        yield widget.toolTip()
        yield widget.whatsThis()
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            yield widget.text()
        if isinstance(widget, QTableWidget):
            for row in range(widget.rowCount()):
                for column in range(widget.columnCount()):
                    item = widget.item(row, column)
                    yield item.toolTip() if item is not None else ""
        if isinstance(widget, QListWidget):
            yield from (widget.item(row).toolTip() for row in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from (
                str(widget.itemData(row, Qt.ItemDataRole.ToolTipRole) or "")
                for row in range(widget.count())
            )
        for action in widget.findChildren(
            QAction, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            yield action.toolTip().replace("<img", "") if not action.text() else ""


def test_that_a_question_shows_titles_as_they_are(qtbot, monkeypatch):
    shown: list[Qt.TextFormat] = []

    def look(box):
        shown.append(box.textFormat())
        return 0

    monkeypatch.setattr("ui.files.file_questions.QMessageBox.exec", look)
    parent = QWidget()
    qtbot.addWidget(parent)
    FileDialogs(parent).unsaved([MARKUP], "closing")
    FileDialogs(parent).changed_on_disk(Path(MARKUP))
    assert shown == [Qt.TextFormat.PlainText] * 2


def test_that_plain_text_stays_plain_in_a_tooltip():
    assert plain_tip("4 & 5 > 3\nnext") == "4 & 5 > 3\nnext"
    assert "&lt;b&gt;" in plain_tip("<b>")
    assert "&amp;lt;" in plain_tip("&lt;b")


# ---------------------------------------------------------------- the command line


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_that_a_files_name_cannot_move_the_terminals_cursor(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    name = "\x1b[2J\x1b]0;owned\x07\u202e\x9b.json"
    Path(name).write_text("{")
    assert main(["check", name]) == 2
    write_scenario(name, Scenario(weeks=4, draws=100))
    assert main(["check", name]) == 0
    assert main(["check", name, "--format", "json"]) == 0
    found = capfd.readouterr()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(found.out + found.err)
    assert "\\u001b[2J" in found.out
    assert "\\u001b[2J" in found.err


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_that_a_name_that_is_no_text_is_no_crash(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"\xff.json")
    write_scenario(name, Scenario(weeks=4, draws=100))
    for form in ("text", "json"):
        assert main(["check", name, "--format", form]) == 0
        assert main(["project", name, "--format", form]) == 0
    capfd.readouterr()


def test_that_no_csv_of_the_command_line_begins_a_cell_like_a_formula(tmp_path, capsys):
    path = tmp_path / "own.json"
    write_scenario(path, Scenario(title="=cmd|' /C calc'!A0", weeks=4, draws=100))
    assert main(["ledger", "lock", str(path), "--ledger", str(tmp_path / "ledger")]) == 0
    assert main(["project", str(path), "--format", "csv"]) == 0
    assert main(["ledger", "list", "--ledger", str(tmp_path / "ledger"), "--format", "csv"]) == 0
    cells = capsys.readouterr().out.replace("\n", ",").split(",")
    assert "'=cmd|' /C calc'!A0" in cells
    assert not [cell for cell in cells if cell.startswith("=")]
