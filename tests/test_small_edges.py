"""Whose a file is, what a name means, what comes through a pipe, what is vouched for."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from modeller.base import clock
from modeller.briefing import About, brief, export
from modeller.cli.verify import NOT_VOUCHED_FOR
from modeller.ledger import lock_projection
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.file import SUFFIX, load_scenario, scenario_document
from modeller.scenario.opened import open_code
from modeller.scenario.share_code import share_code
from modeller.scenario.sharing import open_shared
from tests.command_line import QUICK, ROOT, document, run, saved
from tests.met import MET, folder, import_record, shipped_record
from ui.desk.history import History
from ui.desk.session import Desk, Session, new_slot
from ui.desk.settings import Settings
from ui.files.autosave import Autosave
from ui.files.saving import Saving

SMALL = Scenario(title="Mine", weeks=4, draws=100)
needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")


@pytest.fixture(autouse=True)
def one_morning():
    """The Monday a week after the shipped record ends: a ledger takes nothing before."""
    with clock.standing_still(datetime(2026, 4, 27, 9, 30, tzinfo=UTC)):
        yield


def modes(place: Path) -> dict[str, int]:
    return {
        path.name: stat.S_IMODE(path.stat().st_mode) for path in place.rglob("*") if path.is_file()
    }


# ---- files with private content


@needs_modes
def test_that_what_the_user_has_not_placed_is_for_the_user_alone(tmp_path, qapp):
    before = os.umask(0o022)
    try:
        lock_projection(project(SMALL), tmp_path / "ledger.jsonl")
        history = History(MET, tmp_path / "history.sqlite")
        history.record("plan", SMALL)
        settings = Settings(tmp_path / "settings.ini")
        settings.add_recent(tmp_path / "secret plan.json")
        settings.sync()
        session = Session(Desk((new_slot("A", SMALL),), "A", "A"))
        saving = Saving(session, settings)
        autosave = Autosave(session, saving, tmp_path, rest=100_000)
        assert autosave.write() is not None
        import_record(shipped_record().until("2025-06-30"), "Half")
        found = modes(tmp_path) | modes(folder().parent)
        found = {name: mode for name, mode in found.items() if not name.endswith(".work.lock")}
        assert len(found) >= 7
        assert set(found.values()) == {0o600}, found
    finally:
        os.umask(before)
        history.close()
        autosave.finish()
        saving.deleteLater()


@needs_modes
def test_that_what_was_open_to_others_before_is_closed_and_a_protection_stays(tmp_path):
    path = tmp_path / "history.sqlite"
    History(MET, path).close()
    history = History(MET, path)
    history.record("plan", SMALL)
    history.close()
    path.chmod(0o644)
    history = History(MET, path)
    assert len(history.versions("plan")) == 1
    history.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_modes
def test_that_what_the_user_places_is_for_whom_the_umask_says(tmp_path):
    before = os.umask(0o022)
    try:
        assert stat.S_IMODE(saved(tmp_path, SMALL).stat().st_mode) == 0o644
    finally:
        os.umask(before)


# ---- names


def test_that_a_shipped_name_that_hides_a_file_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert load_scenario("baseline", profile=MET).notes == ()
    saved(tmp_path, SMALL, "baseline")
    (note,) = load_scenario("baseline", profile=MET).notes
    assert "is the scenario that is shipped" in note
    assert str(tmp_path / "baseline") in note
    for words in (["project", "baseline", *QUICK], ["check", "baseline"], ["open", "baseline"]):
        code, printed, said = run(capsys, *words)
        assert code == 0
        assert "is the scenario that is shipped" in " ".join((printed + said).split()), words
    assert (
        open_shared("baseline", profile=MET).scenario
        == load_scenario("baseline", profile=MET).scenario
    )
    assert load_scenario("./baseline", profile=MET).scenario.title == "Mine"
    assert open_shared(tmp_path / "baseline", profile=MET).scenario.title == "Mine"


@pytest.mark.parametrize("command", ["project", "check", "share", "verify"])
def test_that_a_share_code_points_to_open(command, capsys):
    code, _, said = run(capsys, command, share_code(SMALL))
    assert code == 2
    assert "modeller open CODE" in said
    assert len(said) < 1_500


def test_that_several_share_codes_are_all_opened_and_one_twice_is_one():
    one, other = share_code(SMALL), share_code(SMALL.replace(weeks=5))
    opened = open_code(f"{one} {other}", profile=MET)
    assert [each.scenario.weeks for each in opened.scenarios] == [4, 5]
    assert opened.warnings == ()
    assert opened.intact
    assert len(open_code(f"Here: {one}, and once more:\n> {one}", profile=MET).scenarios) == 1
    many = " ".join(share_code(SMALL.replace(weeks=weeks)) for weeks in range(4, 9))
    opened = open_code(many, profile=MET)
    assert [each.scenario.weeks for each in opened.scenarios] == [4, 5, 6, 7]
    assert opened.warnings == ("The text holds 5 codes; the first 4 were opened.",)


# ---- pipes


def through_pipe(tmp_path, content, suffix=""):
    """A named pipe that somebody writes to."""
    path = tmp_path / f"pipe{suffix}"
    if path.exists():
        path.unlink()
    os.mkfifo(path)

    def write():
        with contextlib.suppress(BrokenPipeError):  # enough was read
            path.write_bytes(content)

    threading.Thread(target=write, daemon=True).start()
    return str(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_that_pipes_are_read(tmp_path, capsys):
    mine = saved(tmp_path, SMALL).read_bytes()
    assert document(capsys, "project", through_pipe(tmp_path, mine))["scenarios"]
    assert run(capsys, "check", through_pipe(tmp_path, mine))[0] == 0
    assert "Mine" in run(capsys, "open", through_pipe(tmp_path, mine))[1]
    page = tmp_path / "a.html"
    export(brief([project(SMALL)], About(on=shipped_record().last_day)), page)
    assert (
        "Web page: unaltered" in run(capsys, "open", through_pipe(tmp_path, page.read_bytes()))[1]
    )
    rows = shipped_record().to_csv().encode()
    assert run(capsys, "evidence", "show", through_pipe(tmp_path, rows))[0] == 0
    rows = shipped_record().until("2025-06-30").to_csv().encode()
    assert run(capsys, "evidence", "import", through_pipe(tmp_path, rows), "--check")[0] == 0
    design = b'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n[grid]\nofficer_losses = [0]\n'
    out = tmp_path / "a.csv"
    assert run(capsys, "sweep", through_pipe(tmp_path, design), "--out", str(out))[0] == 0
    assert out.read_text().startswith("index,")


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="there is no bash")
def test_that_a_process_substitution_is_read(tmp_path):
    mine = saved(tmp_path, SMALL)
    ran = subprocess.run(
        ["/bin/bash", "-c", f'"{sys.executable}" -m modeller check <(cat "{mine}")'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "in order" in ran.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_that_a_pipe_is_read_within_the_bounds_of_a_file(tmp_path, capsys):
    code, _, said = run(capsys, "check", through_pipe(tmp_path, b" " * 1_500_000))
    assert code == 2
    assert "is larger than" in said


# ---- verify


def test_that_verify_says_which_words_it_does_not_vouch_for(tmp_path, capsys):
    projection = project(SMALL)
    results = projection.results_digest
    path = saved(tmp_path, SMALL, f"a{SUFFIX}", results_digest=results)
    code, printed, _ = run(capsys, "verify", str(path))
    assert code == 0
    assert "not for the words beside them: title" in " ".join(printed.split())
    assert document(capsys, "verify", str(path))["not_vouched_for"] == list(NOT_VOUCHED_FOR)


def test_that_what_verify_does_not_vouch_for_is_in_no_fingerprint(tmp_path, capsys):
    """Each of them is edited, and the answer is the same."""
    edits = {
        "about.title": "x",
        "about.question": "x",
        "about.author": "x",
        "about.notes": "x",
        "about.sources": ["x"],
        "record.label": "x",
        "profile.digest": "0" * 64,
        "targets": [{"outcome": "arrests", "at_least": 1}],
        "view": {"a": 1},
    }
    assert set(edits) == set(NOT_VOUCHED_FOR)
    path = saved(tmp_path, SMALL, f"a{SUFFIX}", results_digest=project(SMALL).results_digest)
    whole = json.loads(path.read_text())
    for place, value in edits.items():
        edited = json.loads(json.dumps(whole))
        section, _, name = place.partition(".")
        if name:
            edited[section][name] = value
        else:
            edited[section] = value
        path.write_text(json.dumps(edited))
        assert document(capsys, "verify", str(path))["answer"] == "reproduces", place
    vouched = {"weeks", "draws", "seed", "changes", "places", "resolved", "record", "model"}
    kept = {*vouched, "fingerprints", "$schema", "format", "about", "targets", "view", "profile"}
    assert set(scenario_document(SMALL)) == kept  # a new section is one or the other
