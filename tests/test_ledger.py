"""What is locked stays as it was, and shows when it was not."""

import json
import os
import stat
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rfc8785

from modeller.base import clock
from modeller.base.errors import ModellerError, Problem
from modeller.cli import main
from modeller.evidence import Record
from modeller.evidence.record import COLUMNS
from modeller.ledger import (
    chain,
    default_path,
    lock_projection,
    read_ledger,
    score_entry,
    score_ledger,
    verify_ledger,
)
from modeller.projection import project
from modeller.scenario import Scenario, canonical_digest
from tests.met import shipped_record

NOW = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def projection():
    return project(Scenario(title="Four a week", weeks=6, draws=200))


@pytest.fixture
def ledger(tmp_path, projection):
    path = tmp_path / "ledger.jsonl"
    for _ in range(3):
        lock_projection(projection, path, now=NOW)
    return path


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


def found_wrong(path):
    (problem,) = verify_ledger(path).problems
    with pytest.raises(ModellerError):
        read_ledger(path)
    return str(problem)


# --- Locking -----------------------------------------------------------------------------------


def test_that_an_entry_holds_what_was_projected(ledger, projection):
    first, second, third = read_ledger(ledger)
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert second.previous == first.digest
    assert first.fingerprint == projection.fingerprint
    assert first.locked == NOW
    assert first.first_week == date(2026, 4, 20)
    assert first.record_digest == shipped_record().digest
    median = projection.summary("arrests", "cumulative")[:, 4]
    assert first.bands["arrests"]["cumulative"]["p50"] == pytest.approx(median)
    assert first.scenario["about"]["title"] == "Four a week"
    assert verify_ledger(ledger).last_digest == third.digest


def test_that_lines_are_canonical_and_earlier_ones_never_change(ledger, projection):
    before = ledger.read_bytes()
    lock_projection(projection, ledger, now=NOW)
    assert ledger.read_bytes().startswith(before)
    for line in lines_of(ledger):
        assert rfc8785.dumps(json.loads(line)) + b"\n" == line


@pytest.mark.parametrize(
    ("day", "begun"), [("2026-04-19", 0), ("2026-04-20", 1), ("2026-04-27", 2), ("2027-01-01", 6)]
)
def test_that_weeks_begun_before_the_lock_are_counted(tmp_path, projection, day, begun):
    now = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    assert lock_projection(projection, tmp_path / "l.jsonl", now=now).weeks_begun == begun


def test_that_no_ledger_is_an_empty_ledger(tmp_path):
    assert read_ledger(tmp_path / "none.jsonl") == ()
    assert verify_ledger().sound
    assert not default_path().exists()


def _lock_one(arguments):
    path, number = arguments
    projected = project(Scenario(title=f"Writer {number}", weeks=4, draws=100))
    return lock_projection(projected, Path(path)).number


def test_that_two_writers_do_not_lose_each_others_entries(tmp_path):
    path = tmp_path / "shared.jsonl"
    with ProcessPoolExecutor(2) as pool:
        numbers = sorted(pool.map(_lock_one, [(str(path), number) for number in range(6)]))
    assert numbers == [1, 2, 3, 4, 5, 6]
    assert len(read_ledger(path)) == 6


# --- Damage ------------------------------------------------------------------------------------


def test_that_a_figure_changed_later_is_found_and_named(ledger):
    lines = lines_of(ledger)
    lines[1] = lines[1].replace(b'"title":"Four a week"', b'"title":"Five a week"', 1)
    ledger.write_bytes(b"".join(lines))
    assert found_wrong(ledger).startswith("entry 2 was changed after it was locked")
    assert len(verify_ledger(ledger).entries) == 1


def test_that_a_change_with_its_digest_made_to_fit_breaks_the_chain(ledger):
    lines = lines_of(ledger)
    fields = json.loads(lines[1])
    fields["title"] = "Five a week"
    fields["digest"] = canonical_digest({k: v for k, v in fields.items() if k != "digest"})
    lines[1] = rfc8785.dumps(fields) + b"\n"
    ledger.write_bytes(b"".join(lines))
    assert found_wrong(ledger).startswith("entry 3 does not follow the one before it")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda lines: lines[:2], "entry 3 is missing: the ledger was cut short"),
        (lambda lines: lines[:1], "entry 2 to 3 is missing"),
        (lambda lines: [], "entry 1 to 3 is missing"),
        (lambda lines: lines[1:], "entry 1 does not follow"),
        (lambda lines: [lines[0], lines[2]], "entry 2 does not follow"),
        (lambda lines: [lines[0], lines[2], lines[1]], "entry 2 does not follow"),
        (lambda lines: [lines[0], lines[0], *lines[1:]], "entry 2 does not follow"),
        (lambda lines: [*lines[:2], lines[2][:-40]], "entry 3 is incomplete"),
        (lambda lines: [*lines, b"{}\n"], "entry 4 is not an entry"),
        (lambda lines: [lines[0], b"\n", *lines[1:]], "entry 2 is damaged"),
        (lambda lines: [lines[0], b"[" * 10_000 + b"\n"], "entry 2 is damaged"),
        (lambda lines: [b"\x00\xff\n"], "entry 1 is damaged"),
        (lambda lines: [lines[0][:-1] + b" \n", *lines[1:]], "entry 1 was changed"),
        (lambda lines: [b"x" * 3_000_000 + b"\n"], "entry 1 is beyond what a ledger holds"),
    ],
    ids=range(14),
)
def test_that_every_damage_is_named_by_its_entry(ledger, change, what):
    ledger.write_bytes(b"".join(change(lines_of(ledger))))
    assert found_wrong(ledger).startswith(what)


def test_that_nothing_is_appended_to_a_damaged_ledger(ledger, projection):
    ledger.write_bytes(b"".join(lines_of(ledger)[:2]))
    before = ledger.read_bytes()
    with pytest.raises(ModellerError, match="cut short"):
        lock_projection(projection, ledger)
    assert ledger.read_bytes() == before


def test_that_a_missing_or_damaged_end_mark_is_named(ledger):
    mark = ledger.with_name("ledger.jsonl.head")
    mark.write_text("{")
    assert "is damaged" in found_wrong(ledger)
    mark.unlink()
    assert "does not say where the ledger ends" in found_wrong(ledger)


def test_that_power_lost_between_the_two_writes_does_no_harm(ledger, projection):
    mark = ledger.with_name("ledger.jsonl.head")
    before = mark.read_bytes()
    lock_projection(projection, ledger)
    mark.write_bytes(before)
    assert len(read_ledger(ledger)) == 4
    assert lock_projection(projection, ledger).number == 5


@pytest.mark.parametrize(
    ("bound", "most"),
    [("MOST_ENTRIES", lambda _: 3), ("MOST_BYTES", lambda held: len(held) + 10)],
)
def test_that_a_full_ledger_takes_no_more(ledger, projection, monkeypatch, bound, most):
    before = ledger.read_bytes()
    monkeypatch.setattr(chain, bound, most(before))
    with pytest.raises(ModellerError, match="move it elsewhere together with ledger"):
        lock_projection(projection, ledger)
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("bound", "most"), [("MOST_ENTRIES", 2), ("MOST_BYTES", 1_000), ("LONGEST_ENTRY", 100)]
)
def test_that_no_more_is_read_than_a_ledger_may_hold(ledger, monkeypatch, bound, most):
    monkeypatch.setattr(chain, bound, most)
    assert not verify_ledger(ledger).sound


def test_that_entry_and_folder_are_on_the_disk_before_the_end_is_marked(
    ledger, projection, monkeypatch
):
    done = []
    really = os.fsync

    def watch(descriptor):
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "entry")
        really(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    monkeypatch.setattr(chain, "_write_head", lambda *_: done.append("mark"))
    lock_projection(projection, ledger)
    assert done == ["entry", "folder", "mark"]


def test_that_a_full_disk_leaves_the_ledger_as_it_was(ledger, projection, monkeypatch):
    before = ledger.read_bytes()
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, line: write(file, line[: len(line) // 2]))
    with pytest.raises(ModellerError, match="cannot be written"):
        lock_projection(projection, ledger)
    monkeypatch.undo()
    assert ledger.read_bytes() == before
    assert verify_ledger(ledger).sound


def test_that_power_lost_before_the_very_first_mark_does_no_harm(tmp_path, projection, monkeypatch):
    path = tmp_path / "ledger.jsonl"
    write = chain._write_head
    written: list[object] = []

    def once(*given):
        if written:
            raise KeyboardInterrupt  # as if the process ended here
        written.append(given)
        write(*given)

    monkeypatch.setattr(chain, "_write_head", once)
    with pytest.raises(KeyboardInterrupt):
        lock_projection(projection, path)
    monkeypatch.undo()
    assert len(read_ledger(path)) == 1
    assert lock_projection(projection, path).number == 2


def test_that_half_an_entry_that_was_never_locked_is_passed_over(ledger, projection):
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + lines_of(ledger)[0][:200])
    state = verify_ledger(ledger)
    assert state.sound
    assert len(state.entries) == 3
    assert lock_projection(projection, ledger).number == 4
    assert ledger.read_bytes().startswith(whole)
    assert verify_ledger(ledger).sound


def test_that_an_end_that_cannot_be_marked_takes_the_entry_back(ledger, projection, monkeypatch):
    before = ledger.read_bytes()

    def full(*_):
        raise ModellerError(Problem("ledger.jsonl.head", "cannot be written", "make room"))

    monkeypatch.setattr(chain, "_write_head", full)
    for _ in range(3):  # each of which would have been one entry more than is marked
        with pytest.raises(ModellerError, match="make room"):
            lock_projection(projection, ledger)
    monkeypatch.undo()
    assert ledger.read_bytes() == before
    assert lock_projection(projection, ledger).number == 4


# --- Scoring -----------------------------------------------------------------------------------


def later(weeks, **counts):
    """The shipped record with more weeks of four deployments."""
    record = shipped_record()
    added = {
        "week_starting": np.datetime64("2026-04-20") + 7 * np.arange(weeks),
        "deployments": np.full(weeks, 4),
        "faces_scanned": np.full(weeks, 80_000),
        "alerts": np.full(weeks, 40),
        "true_alerts": np.full(weeks, 40),
        "false_alerts": np.zeros(weeks, dtype=int),
        "arrests": np.full(weeks, 18),
        "hours": np.full(weeks, np.nan),
        "threshold": np.full(weeks, 0.64),
        "watchlist": np.full(weeks, np.nan),
        "face_count_basis": np.full(weeks, "current"),
    } | {key: np.asarray(values) for key, values in counts.items()}
    columns: dict[str, Any] = {
        name: np.concatenate((getattr(record, name), added[name])) for name in COLUMNS
    }
    return Record(name="later", shipped=False, **columns)


def test_that_nothing_is_scored_before_a_week_is_known(ledger):
    (scored, *_) = score_ledger(read_ledger(ledger), shipped_record()).entries
    assert scored.weeks_known == 0
    assert scored.outcomes == ()


def test_that_inside_and_outside_are_what_the_bands_say(ledger):
    entry = read_ledger(ledger)[0]
    ends = entry.bands["arrests"]["cumulative"]
    middle, top = int(ends["p50"][2]), int(ends["p90"][2]) + 1
    for total, inside_50, inside_80 in ((middle, True, True), (top, False, False)):
        arrests = [total, 0, 0]
        record = later(3, arrests=arrests, true_alerts=[999] * 3, alerts=[999] * 3)
        scored = score_entry(entry, record)
        assert scored.weeks_known == 3
        (found,) = [score for score in scored.outcomes if score.outcome == "arrests"]
        assert found.observed == total
        assert (found.inside_50, found.inside_80) == (inside_50, inside_80)
        assert found.weeks_inside_80 < 1.0


def test_that_a_record_beyond_the_horizon_is_scored_at_its_end(ledger):
    scored = score_entry(read_ledger(ledger)[0], later(20))
    assert scored.weeks_known == 6
    assert {score.observed for score in scored.outcomes if score.outcome == "deployments"} == {24}


def test_that_the_running_calibration_counts_every_entry(ledger):
    found = score_ledger(read_ledger(ledger), later(4))
    (deployments,) = [line for line in found.running if line.outcome == "deployments"]
    assert (deployments.entries, deployments.inside_80) == (3, 3)


# --- The command -------------------------------------------------------------------------------


def test_that_the_command_locks_lists_scores_and_verifies(tmp_path, capsys):
    path = str(tmp_path / "mine.jsonl")
    assert main(["ledger", "lock", "baseline", "--ledger", path]) == 0
    assert "as entry 1" in capsys.readouterr().out
    assert main(["ledger", "list", "--ledger", path, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"][0]["number"] == 1
    record = tmp_path / "later.csv"
    record.write_text(later(4).to_csv())
    with clock.standing_still(datetime(2026, 6, 1, 9, 30, tzinfo=UTC)):
        assert main(["ledger", "score", "--ledger", path, "--record", str(record)]) == 0
    assert "4 of 52 weeks known" in capsys.readouterr().out
    assert main(["ledger", "verify", "--ledger", path]) == 0
    Path(path).write_text("")
    assert main(["ledger", "verify", "--ledger", path]) == 1
    assert "entry 1 is missing" in capsys.readouterr().out
    assert main(["ledger", "list", "--ledger", path]) == 2


def test_that_times_are_kept_in_utc(tmp_path, projection):
    summer = datetime(2026, 7, 1, 10, 0).astimezone() + timedelta(0)
    entry = lock_projection(projection, tmp_path / "l.jsonl", now=summer)
    assert entry.locked == summer
    assert entry.locked.tzinfo is UTC
