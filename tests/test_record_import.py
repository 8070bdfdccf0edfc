"""New weeks after the record that is used, kept whole or not at all; the ledger scored at once."""

import io
import json
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import platformdirs
import pytest

from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.ledger import lock_projection
from modeller.projection import project
from modeller.records import folder_at_hand
from modeller.records.importing import keep
from modeller.records.preview import Said
from modeller.scenario import Scenario
from tests.met import (
    MET,
    choose,
    deployments_for,
    folder,
    match_place,
    parse_record,
    plan_import,
    preview_bytes,
    record_for,
    remembered_places,
    shipped_deployments,
    shipped_record,
    stored_records,
)
from tests.record_tables import csv_of, xlsx_of

TODAY = date(2027, 6, 1)
HEADER = ("date", "place", "faces", "alerts", "false_alerts", "arrests", "hours")
ENDS = shipped_record().last_day


@pytest.fixture(autouse=True)
def today():
    """A day on which the new weeks are past."""
    with clock.standing_still(datetime(2027, 6, 1, 9, 30, tzinfo=UTC)):
        yield


SITE = max(shipped_deployments().sites, key=lambda site: len(site.name))


def later(number=8, *, after=ENDS, faces=12_000, place="Nowhere known"):
    """Deployments twice a week from the week after `after`."""
    days = [after + timedelta(days=2 + 7 * (i // 2) + 2 * (i % 2)) for i in range(number)]
    return [(day, place, faces + 100 * i, 9, int(i == 3), 4, 5.5) for i, day in enumerate(days)]


def plan(rows, *accept, header=HEADER, base=None, alone=False, memory=None, **more):
    said = Said(accept=frozenset(accept), today=TODAY, **more)
    preview = preview_bytes(csv_of([header, *rows]).encode(), "later.csv", said, folder=memory)
    return plan_import(preview, said, base=base, alone=alone, folder=memory)


def kinds(planned):
    return [finding.kind for finding in planned.findings]


# --- Appending -----------------------------------------------------------------------------------


def test_that_rows_beyond_the_record_are_added_to_it_unless_they_are_to_stand_alone():
    added = plan(later())
    assert added.appended is not None
    assert len(added.appended.new) == 4
    assert not added.findings
    assert len(added.record) == len(shipped_record()) + 4
    assert added.record.until(ENDS + timedelta(days=1)) == shipped_record()
    alone = plan(later(), alone=True)
    assert alone.appended is None
    assert len(alone.record) == 4


def test_that_rows_inside_the_record_stand_alone_unless_they_are_to_be_added():
    rows = later(after=date(2025, 3, 2))
    assert plan(rows).appended is None
    planned = plan(rows, base="shipped")
    assert kinds(planned) == ["overlap"]
    with pytest.raises(ModellerError, match=r"the new figures are taken \(overlap\)"):
        planned.check()


def test_that_an_old_table_with_nothing_to_calibrate_on_is_taken_with_the_shipped_record():
    rows = [
        (row.date, row.place, row.faces_scanned, row.alerts, row.false_alerts, row.arrests,
         row.hours or "")
        for row in shipped_deployments().rows if row.date < date(2023, 9, 1)
    ]  # fmt: skip
    planned = plan(rows)
    assert planned.record == shipped_record()
    assert any("nothing to calibrate on" in note for note in planned.notes)
    assert plan(rows, alone=True).appended is None


def test_that_gaps_of_a_table_that_the_record_fills_are_no_question():
    days = (date(2025, 2, 4), date(2025, 2, 6), date(2025, 9, 2), date(2025, 9, 4))
    rows = [
        (row.date, row.place, row.faces_scanned, row.alerts, row.false_alerts, row.arrests,
         row.hours or "")
        for row in shipped_deployments().rows
        if any(abs((row.date - day).days) < 7 for day in days)
    ]  # fmt: skip
    assert "gaps" in kinds(plan(rows, alone=True))
    assert "gaps" not in kinds(plan(rows, base="shipped"))


def week_of(record, monday):
    at = record.week_starting.tolist().index(monday)
    return {
        name: int(getattr(record, name)[at])
        for name in ("deployments", "faces_scanned", "alerts", "arrests")
    }


@pytest.mark.parametrize("accept", ["overlap", "overlap-kept", "overlap-added"])
def test_that_in_weeks_of_both_the_user_says_whose_figures_count(accept):
    monday = date(2025, 9, 1)
    rows = later(2, after=monday - timedelta(days=1))
    own = plan(rows, alone=True).record
    before, new = week_of(shipped_record(), monday), week_of(own, monday)
    planned = plan(rows, accept, base="shipped")
    planned.check()
    expected = {
        "overlap": new,
        "overlap-kept": before,
        "overlap-added": {name: before[name] + new[name] for name in new},
    }[accept]
    assert week_of(planned.record, monday) == expected
    assert len(planned.record) == len(shipped_record())


def test_that_weeks_that_are_the_same_are_said_and_ask_nothing():
    rows = [
        (row.date, row.place, row.faces_scanned, row.alerts, row.false_alerts, row.arrests,
         row.hours or "")
        for row in shipped_deployments().rows if date(2025, 9, 1) <= row.date <= ENDS
    ]  # fmt: skip
    planned = plan([*rows, *later()])
    assert not planned.findings
    assert len(planned.appended.same) == len({r[0] - timedelta(days=r[0].weekday()) for r in rows})
    assert len(planned.appended.new) == 4
    assert planned.record.until(ENDS + timedelta(days=1)) == shipped_record()


def test_that_a_known_difference_between_two_published_versions_is_no_question():
    day = next(row for row in shipped_deployments().rows if row.date >= date(2025, 2, 3))
    monday = day.date - timedelta(days=day.date.weekday())
    week = [row for row in shipped_deployments().rows
            if monday <= row.date <= monday + timedelta(days=6)]  # fmt: skip
    rows = [
        (row.date, row.place, row.faces_scanned, row.alerts + (i == 0), row.false_alerts,
         row.arrests, row.hours or "")
        for i, row in enumerate(week)
    ]  # fmt: skip
    planned = plan(rows, base="shipped")
    assert not planned.findings
    assert any("two published versions" in note for note in planned.notes)
    assert planned.record == shipped_record()
    rows[0] = (*rows[0][:3], rows[0][3] + 2, *rows[0][4:])
    assert kinds(plan(rows, base="shipped")) == ["overlap"]


def test_that_a_gap_between_the_records_end_and_the_new_rows_is_asked_about():
    assert not plan(later(after=ENDS + timedelta(weeks=2))).findings
    assert kinds(plan(later(after=ENDS + timedelta(weeks=9)))) == ["gaps"]


def test_that_rows_are_added_to_a_record_of_the_users_own_and_compared_with_it():
    first = keep(plan(later()), "To spring")
    planned = plan(later(after=record_for(first.digest).last_day), base="To spring")
    assert planned.before == record_for(first.digest)
    assert len(planned.appended.new) == 4
    assert planned.before_label == first.label
    kept = keep(planned, "To summer")
    assert kept.weeks == len(shipped_record()) + 8


def test_that_an_appended_record_reads_back_to_the_last_bit():
    record = plan(later()).record
    weeks = parse_record(record.to_csv().encode(), name="again")
    assert weeks == replace(record, rows=None)
    assert record_for(keep(plan(later())).digest) == record
    assert np.all(np.diff(record.week_starting) > np.timedelta64(0, "D"))


# --- Places ------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [None, Path("~/.local/share/modeller")], ids=["none", "a tilde"])
def test_that_a_table_is_looked_at_for_a_user_without_a_home(monkeypatch, place):
    def homeless(*_named, **_more):
        if place is None:
            raise RuntimeError("Could not determine home directory.")
        return place

    rows = later(60)
    expected = plan(rows, alone=True)
    for kind in ("cache", "config", "data", "state"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", homeless)
    memory = folder_at_hand(MET)
    assert memory is None
    planned = plan(rows, alone=True, memory=memory)
    assert planned.record == expected.record
    assert planned.findings == expected.findings
    assert plan(rows, memory=memory).appended is not None
    # it cannot be kept, nor added to a record that would be there
    accept = [one.choices[0].key for one in planned.findings]
    with pytest.raises(ModellerError, match="HOME is not set"):
        keep(plan(rows, *accept, alone=True))
    with pytest.raises(ModellerError, match="HOME is not set"):
        plan(rows, base="Mine")


def test_that_the_folder_at_hand_is_the_one_of_the_records():
    assert folder_at_hand(MET) == folder()


def test_that_a_place_is_found_by_any_spelling_the_record_has():
    known = [match_place(row.place, {}, row.borough) for row in shipped_deployments().rows]
    assert all(match.how in ("known", "near", "borough") for match in known)
    right = [
        match.site == row.site
        for match, row in zip(known, shipped_deployments().rows, strict=True)
        if match.how == "known"
    ]
    assert all(right)
    assert len(right) > 0.7 * len(known)
    match = match_place(SITE.name.upper(), {})
    assert (match.how, match.site, match.borough) == ("known", SITE.name, SITE.borough)


def test_that_a_place_nearly_known_is_asked_about_and_then_remembered(tmp_path):
    place = SITE.name[:-1] + "xe"
    rows = later(place=place)
    planned = plan(rows, memory=tmp_path)
    assert kinds(planned) == ["places"]
    assert SITE.name in planned.findings[0].what
    keep(plan(rows, "places", memory=tmp_path), "one", folder=tmp_path)
    assert SITE.name in remembered_places(tmp_path).values()
    again = plan(rows, memory=tmp_path)
    assert not again.findings
    assert {match.how for match in again.places} == {"said"}


def test_that_the_user_says_what_a_place_is_and_a_wrong_answer_is_named():
    planned = plan(later(), places={"Nowhere known": SITE.name})
    assert {match.borough for match in planned.places} == {SITE.borough}
    with pytest.raises(ModellerError, match="“Atlantis” is neither a site"):
        plan(later(), places={"Nowhere known": "Atlantis"})


def test_that_a_borough_named_in_the_place_or_in_a_column_is_taken():
    assert match_place("Croydon, Some New Street", {}).borough == "Croydon"
    assert match_place("London Borough of Camden", {}).borough == "Camden"
    assert match_place("Some New Street", {}, "Royal Borough of Greenwich").borough == "Greenwich"
    assert match_place("Some New Street", {}).how == "unknown"


def test_that_places_are_kept_with_the_record_and_those_without_are_said():
    rows = later()
    rows[2] = (rows[2][0], "", *rows[2][2:])
    rows[5] = (rows[5][0], SITE.name, *rows[5][2:])
    planned = plan(rows)
    assert any("Without a place, and kept: line 4" in note for note in planned.notes)
    kept = keep(planned, "with places")
    found = deployments_for(kept.digest)
    assert found is not None
    assert found.totals() == record_for(kept.digest).totals()
    new = [row for row in found.rows if row.date > ENDS]
    assert [row.place for row in new].count("") == 1
    assert [row.site for row in new if row.place == SITE.name] == [SITE.name]
    assert sum(row.date <= ENDS for row in found.rows) == shipped_record().totals()["deployments"]


def test_that_deployments_that_were_altered_on_the_disk_are_noticed():
    kept = keep(plan(later(), alone=True), "alone")
    (path,) = folder().glob("*.record.json")
    document = json.loads(path.read_bytes())
    document["deployments"] = document["deployments"].replace(",12000,", ",12001,", 1)
    path.write_text(json.dumps(document))
    with pytest.raises(ModellerError, match="is damaged"):
        deployments_for(kept.digest)


# --- Nothing half kept ---------------------------------------------------------------------------


def test_that_nothing_is_kept_while_a_question_is_open(tmp_path, capsys):
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later(after=ENDS + timedelta(weeks=9))]))
    assert main(["evidence", "import", str(path), "--map", "hours=ignore"]) == 2
    assert "--accept gaps" in capsys.readouterr().err
    assert stored_records() == ()
    assert not folder().exists() or not list(folder().iterdir())


def test_that_a_layout_is_kept_with_the_record_and_not_by_a_check(tmp_path, capsys):
    path = tmp_path / "later.csv"
    path.write_text(csv_of([(*HEADER[:2], "Heads", *HEADER[3:]), *later()]))
    told = ["evidence", "import", str(path), "--map", "Heads=faces"]
    assert main([*told, "--check"]) == 0
    assert main(["evidence", "import", str(path), "--check"]) == 2
    assert main(told) == 0
    assert main(["evidence", "import", str(path), "--check"]) == 0
    assert "as you chose for such a table before" in capsys.readouterr().out


# --- The command -------------------------------------------------------------------------------


def test_that_a_check_exits_with_1_while_something_is_to_be_confirmed(tmp_path, capsys):
    path = tmp_path / "later.csv"
    rows = later(after=ENDS + timedelta(weeks=9))
    path.write_text(csv_of([HEADER, *rows, ("Total", "", 1, 1, 1, 1, "")]))
    assert main(["evidence", "import", str(path), "--check"]) == 1
    shown = capsys.readouterr().out
    for words in (
        "is taken as",
        "Left out: 1 row",
        "a total",
        "To be confirmed first: totals, gaps",
        "4 new weeks",
        "“Nowhere known”",
        "Shipped record",
    ):
        assert words in shown
    told = ["evidence", "import", str(path), "--accept", "totals,gaps", "--name", "Spring"]
    assert main([*told, "--check"]) == 0
    assert main(told) == 0
    assert choose("Spring").weeks == len(shipped_record()) + 4


def test_that_a_word_that_confirms_nothing_is_named(tmp_path, capsys):
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later(after=ENDS + timedelta(weeks=9))]))
    assert main(["evidence", "import", str(path), "--accept", "gap"]) == 2
    assert '--accept "gap" confirms nothing here; what can be is gaps' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--place", "Nowhere at all=none"], '--place "Nowhere at all" is no place of the table'),
        (["--read", "<5=few"], '--read "<5=few" gives no number; write --read "<5=2"'),
    ],
)
def test_that_what_is_said_of_nothing_in_the_table_is_named(asked, said, tmp_path, capsys):
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later()]))
    assert main(["evidence", "import", str(path), *asked]) == 2
    assert said in capsys.readouterr().err


def test_that_the_same_rows_under_another_name_are_said_to_be_kept(tmp_path, capsys):
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later()]))
    assert main(["evidence", "import", str(path), "--name", "First"]) == 0
    capsys.readouterr()
    assert main(["evidence", "import", str(path), "--name", "Second"]) == 0
    assert "The same is kept already, as “First”" in " ".join(capsys.readouterr().out.split())


def test_that_a_table_on_standard_input_is_read(monkeypatch, capsys):
    text = csv_of([HEADER, *later()], "\t")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["evidence", "import", "-", "--name", "Pasted"]) == 0
    assert choose("Pasted").weeks == len(shipped_record()) + 4


def test_that_json_says_all_that_the_page_says(tmp_path, capsys):
    path = tmp_path / "later.xlsx"
    path.write_bytes(xlsx_of(("2026", [HEADER, *later()])))
    assert main(["evidence", "import", str(path), "--name", "Spring", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["kept"]["digest"] == document["record"]["digest"]
    assert document["preview"]["sheet"] == "2026"
    assert document["after"]["record"]["digest"] == shipped_record().digest
    assert len(document["after"]["new"]) == 4
    assert document["preview"]["places"][0]["how"] == "unknown"


def test_that_the_ledger_scores_itself_on_the_new_weeks_in_the_same_step(tmp_path, capsys):
    ledger = tmp_path / "ledger.jsonl"
    scenario = Scenario(title="What we said", weeks=8, draws=200)
    lock_projection(project(scenario), ledger)
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later()]))
    told = ["evidence", "import", str(path), "--name", "Spring", "--ledger", str(ledger)]
    assert main(told) == 0
    shown = capsys.readouterr().out
    assert "What we said" in shown
    assert "4 of 8 weeks known" in shown


def test_that_a_damaged_ledger_does_not_lose_the_record(tmp_path, capsys):
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_bytes(b"damaged\n")
    path = tmp_path / "later.csv"
    path.write_text(csv_of([HEADER, *later()]))
    told = ["evidence", "import", str(path), "--name", "Spring", "--ledger", str(ledger)]
    assert main(told) == 0
    assert "the ledger was not scored" in capsys.readouterr().err
    assert choose("Spring").name == "Spring"
