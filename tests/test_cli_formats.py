"""The same numbers in every format, by week, by place and as totals; JSON lines; progress."""

from __future__ import annotations

import csv
import io
import json
import re
import time

import jsonschema
import pytest

from modeller.base.printed import figure, json_line
from modeller.cli import COMMANDS, prepared
from modeller.cli.progress import Progress
from modeller.projection import SUMMARY
from modeller.scenario import Scenario
from modeller.sweep.description import description_path
from tests.command_line import QUICK, document, run, saved
from tests.met import catalogue, projection_schema

pytestmark = pytest.mark.usefixtures("wide_terminal")

SCENARIOS = ("baseline", "met-plan-2025", "six-zones")
FLOWS = [key for key, outcome in catalogue().outcomes.items() if outcome.kind == "flow"]


def rows_of(printed):
    return list(csv.DictReader(io.StringIO(printed)))


def lines_of(printed):
    return [json.loads(line) for line in printed.splitlines()]


def numbers(found):
    """Every result in a document that has a fraction; settings keep the digits that were typed."""
    if isinstance(found, dict) and "draws" in found:
        return set()
    if isinstance(found, dict):
        return {each for value in found.values() for each in numbers(value)}
    if isinstance(found, list):
        return {each for value in found for each in numbers(value)}
    return {found} if isinstance(found, float) else set()


# ---------------------------------------------------------------- by week, place, total


def test_that_a_line_for_each_scenario_is_what_the_document_has_of_it(capsys):
    whole = document(capsys, "project", *SCENARIOS, *QUICK)
    code, printed, _ = run(capsys, "project", *SCENARIOS, *QUICK, "--format", "jsonl")
    assert code == 0
    head = {name: whole[name] for name in ("format", "subject")}
    assert lines_of(printed) == [head | each for each in whole["scenarios"]]


@pytest.mark.parametrize("by", ["week", "total"])
def test_that_weeks_or_totals_alone_are_those_of_the_whole(capsys, by):
    asked = ["project", *SCENARIOS, *QUICK]
    whole, part = document(capsys, *asked), document(capsys, *asked, "--by", by)
    jsonschema.validate(part, projection_schema())
    left_out = ("total",) if by == "week" else ("weekly", "cumulative")
    for all_of_it, some in zip(whole["scenarios"], part["scenarios"], strict=True):
        for key, outcome in all_of_it["outcomes"].items():
            assert some["outcomes"][key] == outcome | dict.fromkeys(left_out)
    views = {"week": {"weekly", "cumulative"}, "total": {"total"}}[by]
    rows = rows_of(run(capsys, *asked, "--format", "csv")[1])
    some_rows = rows_of(run(capsys, *asked, "--format", "csv", "--by", by)[1])
    assert some_rows == [row for row in rows if row["view"] in views]


@pytest.mark.parametrize("columns", [60, 80, 132])
def test_that_a_page_of_weeks_has_each_week_of_each_outcome(capsys, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    code, printed, _ = run(capsys, "project", "met-plan-2025", *QUICK, "--by", "week")
    assert code == 0
    assert len(max(printed.splitlines(), key=len)) <= max(columns, 68)
    flat = " ".join(printed.split())
    assert all(catalogue().outcomes[key].label in flat for key in FLOWS)
    tables = printed.count("begins")
    for week in range(1, 5):
        assert len(re.findall(rf"^ *{week}  \d+ \w+ \d{{4}}", printed, re.MULTILINE)) == tables
    found = document(capsys, "project", "met-plan-2025", *QUICK)["scenarios"][0]
    arrests = found["outcomes"]["arrests"]["weekly"]
    for low, middle, high in zip(*(arrests[name] for name in ("p10", "p50", "p90")), strict=True):
        assert f"{middle:.0f}  {low:.0f}–{high:.0f}" in printed


def test_that_totals_by_place_are_the_same_in_every_format(capsys):
    asked = ["project", "met-plan-2025", "six-zones", *QUICK, "--by", "place"]
    whole = document(capsys, *asked)
    assert (whole["format"], bool(whole["subject"])) == (1, True)
    lines = lines_of(run(capsys, *asked, "--format", "jsonl")[1])
    head = {name: whole[name] for name in ("format", "subject")}
    assert lines == [head | each for each in whole["by_place"]]
    rows = rows_of(run(capsys, *asked, "--format", "csv")[1])
    named = {
        (each["fingerprint"], place["place"]): place for each in lines for place in each["places"]
    }
    assert len(rows) == len(named) * 5
    for row in rows:
        place = named[row["fingerprint"], row["place"]]
        for name in ("p10", "p50", "p90"):
            assert float(row[name]) == place[row["outcome"]][name]
            each = place["a_deployment"].get(row["outcome"], {}).get(name)
            assert row[f"a_deployment.{name}"] == ("" if each is None else str(each))


def test_that_differences_by_place_are_the_same_in_every_format(capsys):
    asked = ["compare", "met-plan-2025", "six-zones", "suspended", *QUICK, "--by", "place"]
    whole = document(capsys, *asked)
    lines = lines_of(run(capsys, *asked, "--format", "jsonl")[1])
    head = {name: whole[name] for name in ("format", "subject")}
    assert lines == [head | each for each in whole["by_place"]]
    places = {(each["to"], one["place"]): one for each in lines for one in each["places"]}
    rows = rows_of(run(capsys, *asked, "--format", "csv")[1])
    assert len(rows) == len(places) * 5
    for row in rows:
        place = places[row["to"], row["place"]]
        assert float(row["share_of_deployments"]) == place["share_of_deployments"]
        for name in ("p10", "p50", "p90"):
            assert float(row[name]) == place[row["outcome"]][name]


# ---------------------------------------------------------------- the same digits


ASKED = {
    "compare": ["baseline", "met-plan-2025"],
    "sensitivity": ["met-plan-2025", "--shares"],
    "what-changed": ["baseline", "met-plan-2025"],
    "what-must-be-true": ["met-plan-2025", "--target", "arrests.p20 >= 100"],
    "seek": ["met-plan-2025", "--target", "arrests.p20 >= 100", "--vary", "deployments_per_week"],
    "trade-off": ["met-plan-2025", "--points", "3x2"],
    "robustness": ["met-plan-2025", "--target", "arrests.p20 >= 100", "--cases", "1000"],
    "value-of-knowing": ["baseline", "met-plan-2025", "--target", "arrests.p20 >= 100"],
    "project": ["met-plan-2025"],
}


@pytest.mark.parametrize("command", ASKED)
def test_that_csv_and_json_have_the_same_numbers_with_nine_digits(capsys, command):
    asked = [command, *ASKED[command], *QUICK]
    said = numbers(document(capsys, *asked))
    assert said
    written = run(capsys, *asked, "--format", "csv")[1]
    cells = {cell for row in rows_of(written) for cell in row.values()}
    there = {float(cell) for cell in cells if re.fullmatch(r"-?\d+\.\d*[1-9](e-?\d+)?", cell)}
    assert there
    assert there - said == set()
    if command != "what-changed":  # whose parts are exact, so that they add up
        assert all(value == figure(value) for value in said)


def test_that_a_sweep_has_the_digits_of_a_projection_in_every_format(capsys, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    design = tmp_path / "design.toml"
    design.write_text(
        'scenario = "met-plan-2025"\nweeks = 4\ndraws = 100\n'
        'measures = ["arrests.mean", "cost.p90", "faces_per_arrest.p50"]\n'
        "[grid]\nofficer_losses = [0, 700.5]\n",
        "utf-8",
    )
    found = {}
    for suffix in ("csv", "jsonl", "parquet"):
        path = tmp_path / f"table.{suffix}"
        assert run(capsys, "sweep", str(design), "--out", str(path), "--quiet")[0] == 0
        described = json.loads(description_path(path).read_text("utf-8"))["resources"][0]
        assert described["format"] == suffix
        units = {each["name"]: each.get("unit") for each in described["schema"]["fields"]}
        assert units["officer_losses"] == catalogue().sliders["officer_losses"].unit
        assert units["cost.p90"] == catalogue().outcomes["cost"].unit
        found[suffix] = path
    rows = rows_of(found["csv"].read_text("utf-8"))
    lines = lines_of(found["jsonl"].read_text("utf-8"))
    table = parquet.read_table(found["parquet"]).to_pylist()
    assert [list(each) for each in (rows[0], lines[0], table[0])] == [list(rows[0])] * 3
    assert lines == table
    setting = ["--set", "officer_losses=700.5", "--weeks", "4", "--draws", "100"]
    said = document(capsys, "project", "met-plan-2025", *setting)["scenarios"][0]["outcomes"]
    for column in ("arrests.mean", "cost.p90", "faces_per_arrest.p50"):
        key, _, name = column.partition(".")
        assert float(rows[1][column]) == lines[1][column] == said[key]["total"][name]


# ---------------------------------------------------------------- lines


def test_that_a_line_stays_one_line_whatever_it_says():
    told = {"title": "one\ntwo\u2028three\x85four\u202efive £"}
    line = json_line(told)
    assert len(line.splitlines()) == 1
    assert "£" in line
    assert json.loads(line) == told


def test_that_check_and_compare_and_workshop_have_a_line_for_each(capsys, tmp_path):
    mine = str(saved(tmp_path, Scenario(title="Mine", weeks=4, draws=100)))
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    code, printed, _ = run(capsys, "check", mine, str(broken), "--format", "jsonl")
    assert code == 2
    assert [line["in_order"] for line in lines_of(printed)] == [True, False]
    printed = run(capsys, "compare", *SCENARIOS, *QUICK, "--format", "jsonl")[1]
    whole = document(capsys, "compare", *SCENARIOS, *QUICK)
    for line, difference in zip(lines_of(printed), whole["differences"], strict=True):
        assert difference.items() <= line.items()
        assert line["fingerprint"] == difference["to"]
    rows = rows_of(run(capsys, "workshop", mine, "--format", "csv")[1])
    lines = lines_of(run(capsys, "workshop", mine, "--format", "jsonl")[1])
    assert [list(line) for line in lines] == [list(row) for row in rows]


def test_that_lines_go_to_a_file_whole_or_not_at_all(capsys, tmp_path):
    out = tmp_path / "found.jsonl"
    asked = ["project", *SCENARIOS, *QUICK, "--by", "total", "--format", "jsonl"]
    assert run(capsys, *asked, "--out", str(out))[:2] == (0, "")
    assert out.read_text("utf-8") == run(capsys, *asked)[1]
    assert run(capsys, *asked, "--out", str(out))[0] == 2


# ---------------------------------------------------------------- progress


def test_that_progress_is_told_where_there_is_no_terminal_when_it_is_asked_for(capsys):
    asked = ["project", "met-plan-2025", *QUICK, "--format", "json"]
    assert run(capsys, *asked)[2] == ""
    code, printed, told = run(capsys, *asked, "--progress")
    assert code == 0
    assert json.loads(printed)
    assert told.splitlines()[-1] == "Met plan 2025: 100%"
    assert run(capsys, *asked)[2] == ""
    code, _, complained = run(capsys, *asked, "--progress", "--quiet")
    assert code == 2
    assert "not allowed with" in complained


def test_that_progress_is_a_line_a_second_and_one_at_the_end(capsys, monkeypatch):
    from modeller.cli import output

    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    output.tell(progress=True)
    try:
        with Progress("Work") as progress:
            for step in range(1, 51):
                now[0] += 0.1
                progress(step / 50)
            progress(1.0)
    finally:
        output.tell()
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Work: 2%"
    assert told[-1] == "Work: 100%"
    assert told.count("Work: 100%") == 1
    assert 5 <= len(told) <= 7


@pytest.mark.parametrize("words", [["ledger", "list"], ["evidence", "list"]])
def test_that_what_every_command_takes_is_taken_behind_an_action_too(words):
    _, parser = prepared(next(each for each in COMMANDS if each.name == words[0]))
    behind = parser.parse_args([*words[1:], "--quiet", "--profile", "folder"])
    assert (behind.quiet, behind.profile_folder) == (True, "folder")
    before = parser.parse_args(["--quiet", "--profile", "folder", *words[1:]])
    assert (before.quiet, before.profile_folder) == (True, "folder")


def test_that_the_names_of_a_summary_are_those_of_python(capsys):
    found = document(capsys, "project", "baseline", *QUICK, "--by", "total")
    totals = found["scenarios"][0]["outcomes"]["arrests"]["total"]
    assert tuple(totals) == SUMMARY
