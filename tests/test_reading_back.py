"""What is written is read again: every writer asks its own reader, and their bounds agree."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from modeller.base.bounded_json import MAXIMUM_BYTES
from modeller.base.errors import ModellerError, problem
from modeller.base.saving import ask_reader, write_atomically
from modeller.briefing import About, brief, exporting
from modeller.briefing import export as export_briefing
from modeller.briefing.reading_back import read_back
from modeller.ledger import chain, entries, lock_projection, read_ledger, verify_ledger
from modeller.projection import project
from modeller.records import store
from modeller.scenario import Scenario
from modeller.scenario import share_code as codes
from modeller.scenario.document import MAXIMUM_TOGETHER, MAXIMUM_TOGETHER_BYTES
from modeller.scenario.file import document_text, read_scenario, scenario_document, write_scenario
from modeller.scenario.in_briefings import embedded_text
from modeller.scenario.opened import open_code
from modeller.scenario.sharing import open_shared
from tests.briefings import four_scenarios
from tests.largest import largest
from tests.met import MET, import_record, record_for, stored_records
from tests.weekly_rows import parse, text_of
from ui.desk.history import History
from ui.desk.session import LETTERS, Desk, Session, Slot, new_slot
from ui.desk.settings import Settings
from ui.files import autosave as autosaving
from ui.files.autosave import Autosave, find_leftovers
from ui.files.files import Files


@cache
def four_largest():
    return tuple(largest(number) for number in range(MAXIMUM_TOGETHER))


@cache
def largest_briefing():
    return brief([project(scenario) for scenario in four_largest()], About(on=date(2026, 1, 5)))


def refuse(*_args, **_others):
    raise ModellerError(problem("the reader", "says no", "write something else"))


# ---- the largest there can be goes out and comes back


def test_that_the_largest_scenario_is_written_and_read_again(tmp_path):
    scenario = largest()
    path = tmp_path / "a.scenario.json"
    assert len(write_scenario(path, scenario)) < MAXIMUM_BYTES
    assert read_scenario(path, profile=MET).scenario == scenario
    assert (
        open_code(codes.share_code(scenario), profile=MET).scenario.inputs_digest
        == scenario.inputs_digest
    )


def test_that_four_of_the_largest_take_less_than_half_of_what_is_read():
    documents = [scenario_document(scenario) for scenario in four_largest()]
    written = max(len(embedded_text(documents)), len(document_text({"slots": documents}).encode()))
    assert MAXIMUM_BYTES < written < MAXIMUM_TOGETHER_BYTES / 2


def test_that_four_of_the_largest_are_autosaved_and_restored(tmp_path, qapp):
    slots = tuple(
        Slot(letter, scenario, new_slot(letter, scenario).document)
        for letter, scenario in zip(LETTERS, four_largest(), strict=True)
    )
    session = Session(Desk(slots, "B", "A"))
    files = Files(session, Settings(tmp_path / "settings.ini"))
    autosave = Autosave(session, files.saving, tmp_path / "autosave", rest=100_000)
    path = autosave.write()
    assert path is not None
    assert path.stat().st_size > MAXIMUM_BYTES
    assert autosave._lock is not None
    autosave._lock.unlock()
    (leftover,), damaged = find_leftovers(MET, tmp_path / "autosave")
    assert damaged is None
    assert tuple(slot.scenario for slot in leftover.desk.slots) == four_largest()
    autosave.finish()
    files.deleteLater()


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_that_a_briefing_of_four_of_the_largest_opens_again(tmp_path, form):
    path = tmp_path / f"briefing.{form}"
    export_briefing(largest_briefing(), path)
    opened = open_shared(path, profile=MET)
    assert opened.intact
    wanted = [scenario.inputs_digest for scenario in four_largest()]
    assert [one.scenario.inputs_digest for one in opened.scenarios] == wanted


@pytest.mark.parametrize("form", ["zip", "xlsx"])
def test_that_the_data_of_four_of_the_largest_come_back(tmp_path, form):
    export_briefing(largest_briefing(), tmp_path / f"data.{form}")
    assert (tmp_path / f"data.{form}").stat().st_size > 0


def test_that_the_largest_scenario_can_be_locked_and_kept(tmp_path):
    (projection, *_) = largest_briefing().projections
    lock_projection(projection, tmp_path / "ledger.jsonl")
    assert read_ledger(tmp_path / "ledger.jsonl")[0].fingerprint == projection.fingerprint
    history = History(MET, tmp_path / "history.sqlite")
    assert history.record("plan", projection.scenario) is not None
    assert [version.scenario for version in history.versions("plan")] == [projection.scenario]
    history.close()


def test_that_a_record_of_as_many_weeks_as_there_can_be_is_kept_and_read_again(monkeypatch):
    monkeypatch.setattr(store, "recalibrated", lambda *_: None)  # minutes of work
    record = parse(text_of(*[{"hours": "22.123456789", "watchlist": "15114.5"}] * 9_000))
    assert record_for(import_record(record, "long").digest).digest == record.digest


# ---- what the reader refuses is not written


def test_that_nothing_is_written_that_the_reader_refuses(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(ModellerError, match="could not be opened again: the reader says no"):
        write_atomically(path, b"new", read_back=refuse)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_that_the_reader_is_given_what_is_written():
    given: list[bytes] = []
    ask_reader("a", b"content", given.append)
    assert given == [b"content"]


def test_that_a_ledger_is_never_given_what_it_could_not_read(tmp_path, monkeypatch):
    ledger = tmp_path / "ledger.jsonl"
    projection = project(Scenario(weeks=4, draws=100))
    lock_projection(projection, ledger)
    before = ledger.read_bytes()
    sound = entries.LedgerState(ledger, (), (), len(before))
    monkeypatch.setattr(chain, "has_form", lambda *_: False)
    monkeypatch.setattr(chain, "verify_ledger", lambda _: sound)
    with pytest.raises(ModellerError, match="nothing was locked"):
        lock_projection(projection, ledger)
    monkeypatch.undo()
    assert ledger.read_bytes() == before
    assert verify_ledger(ledger).sound


def test_that_autosaved_work_that_could_not_be_restored_is_said(tmp_path, qapp, monkeypatch):
    session = Session(Desk((new_slot("A", Scenario(title="mine")),), "A", "A"))
    files = Files(session, Settings(tmp_path / "settings.ini"))
    autosave = Autosave(session, files.saving, tmp_path / "autosave", rest=100_000)
    monkeypatch.setattr(autosaving, "_leftover", refuse)
    with pytest.raises(ModellerError, match="could not be opened again"):
        autosave.write()
    assert not autosave.path.exists()
    autosave.finish()
    files.deleteLater()


def test_that_a_file_whose_name_is_no_text_does_not_keep_work_from_being_autosaved(tmp_path, qapp):
    session = Session(Desk((new_slot("A", Scenario(title="mine")),), "A", "A"))
    session.mark_saved(session.desk.current, Path("/somewhere/\udcff.scenario.json"))
    session.set_value("deployments_per_week", 7.5)
    files = Files(session, Settings(tmp_path / "settings.ini"))
    autosave = Autosave(session, files.saving, tmp_path / "autosave", rest=100_000)
    assert autosave.write() is not None
    autosave.finish()
    files.deleteLater()


@pytest.mark.parametrize("form", ["html", "pdf", "zip", "xlsx"])
def test_that_a_briefing_of_other_scenarios_than_its_own_is_not_written(
    form, tmp_path, monkeypatch
):
    other = brief(
        [project(Scenario(title="Other", weeks=5, draws=100))], About(on=date(2026, 1, 5))
    )
    content = exporting.render(other, form)
    with pytest.raises(ModellerError):
        read_back(four_scenarios(), form, content)
    monkeypatch.setattr(exporting, "read_back", refuse)
    with pytest.raises(ModellerError, match="could not be opened again"):
        export_briefing(other, tmp_path / f"a.{form}")
    assert not list(tmp_path.iterdir())


def test_that_a_record_that_could_not_be_read_again_is_not_kept(monkeypatch):
    monkeypatch.setattr(store, "_parsed", refuse)
    with pytest.raises(ModellerError, match="could not be opened again"):
        import_record(parse(text_of(*[{}] * 60)), "mine")
    assert stored_records() == ()


def test_that_a_share_code_that_could_not_be_read_is_none(monkeypatch):
    monkeypatch.setattr(codes, "MAXIMUM_CODE_LENGTH", 100)
    with pytest.raises(ModellerError, match="could not be opened again"):
        codes.share_code(Scenario())


def test_that_a_version_that_could_not_be_read_is_said_and_not_kept(tmp_path, monkeypatch):
    said: list[ModellerError] = []
    history = History(MET, tmp_path / "history.sqlite", failed=said.append)
    monkeypatch.setattr("ui.desk.history.parse_scenario", refuse)
    assert history.record("plan", Scenario()) is None
    assert len(said) == 1
    history.close()
    with sqlite3.connect(tmp_path / "history.sqlite") as database:
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    database.close()
    assert tables == 0


def test_that_no_setting_makes_the_next_start_set_the_settings_aside(tmp_path):
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.window_state = QByteArray(b"\x01" * 400_000)
    for number in range(10):
        settings.add_recent(Path("/" + f"{number}" + "\u3042" * 4_000))
    settings._put("appearance/mode", "@Invalid(\\x0)")
    settings.sync()
    again = Settings(path)
    assert again.set_aside is None
    assert again.window_state.isEmpty()
    assert 1 <= len(again.recent) < 10
    assert again.recent[0].name.startswith("9")
    assert again.mode == "system"
