"""Every output names the record that its numbers come from."""

import json
from datetime import date, timedelta

import pytest

from modeller.cli import main
from modeller.ledger import lock_projection
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from tests.met import catalogue_for, import_record, preview_text, shipped_record

HEADER = "date,faces,alerts,false_alerts,arrests\n"


@pytest.fixture
def own(tmp_path):
    """A scenario on a record of the user's own, called Ours, to 16 Mar 2025."""
    rows = [
        f"{date(2025, 1, 7) + timedelta(days=3 * i)},{14_000 + 100 * i},9,{int(i % 8 == 0)},4\n"
        for i in range(23)
    ]
    record = preview_text(HEADER + "".join(rows), "ours").confirmed()
    kept = import_record(record, "Ours")
    path = tmp_path / "own.scenario.json"
    write_scenario(path, Scenario(title="Mine", weeks=8, draws=100, record=kept.digest))
    return path


RUNS = ("--weeks", "8", "--draws", "100")
COMMANDS = {
    "project": ("project", "OWN"),
    "sensitivity": ("sensitivity", "OWN"),
    "believe": ("believe", "OWN", "--target", "arrests.p50 >= 10"),
    "robustness": ("robustness", "OWN", "--target", "arrests.p50 >= 10", "--cases", "256"),
    "tradeoff": ("tradeoff", "OWN", "--points", "3x3"),
    "seek": (
        "seek",
        "OWN",
        "--target",
        "arrests.p50 >= 10",
        "--vary",
        "deployments_per_week",
    ),
    "compare": ("compare", "baseline", "OWN"),
    "moved": ("moved", "baseline", "OWN"),
}


def said_by(name, own, form, capsys):
    command, *rest = (str(own) if word == "OWN" else word for word in COMMANDS[name])
    code = main([command, *rest, *RUNS, "--format", form])
    printed = capsys.readouterr()
    assert code in (0, 1), printed.err
    return " ".join(printed.out.split()), printed.err


@pytest.mark.parametrize("form", ["text", "csv", "json"])
@pytest.mark.parametrize("name", COMMANDS)
def test_that_what_stands_on_ones_own_record_says_so(name, form, own, capsys):
    out, _ = said_by(name, own, form, capsys)
    assert "Ours" in out
    assert "16 Mar 2025" in out
    assert (shipped_record().label in out) == (name in ("compare", "moved"))


def test_that_two_records_in_one_comparison_are_warned_of_and_differ(own, capsys):
    for name in ("compare", "moved"):
        _, told = said_by(name, own, "text", capsys)
        assert "stand on different records" in told
    out, _ = said_by("compare", own, "text", capsys)
    assert f"Record {shipped_record().label} Ours, to 16 Mar 2025" in out.split("What differs")[1]
    document = json.loads(said_by("compare", own, "json", capsys)[0])
    assert document["differences"][0]["changed"] == ["record"]


def test_that_one_record_is_no_reason_for_a_warning(own, capsys):
    assert main(["compare", str(own), str(own), "--draws", "100"]) == 0
    printed = capsys.readouterr()
    assert "different records" not in printed.err + printed.out


def test_that_the_ledger_and_the_backtest_name_the_record_they_are_held_against(
    own, tmp_path, capsys
):
    ledger = tmp_path / "ledger.jsonl"
    scenario = Scenario(title="Mine", weeks=8, draws=100)
    lock_projection(project(scenario, catalogue=catalogue_for(None)), ledger)
    for form in ("text", "json"):
        told = ["ledger", "score", "--ledger", str(ledger), "--record", "ours", "--format", form]
        assert main(told) == 0
        assert "“Ours” to 16 Mar 2025" in capsys.readouterr().out


def test_that_what_a_record_changes_names_both_records(own, capsys):
    assert main(["evidence", "show", "ours", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all("“Ours” to 16 Mar 2025" in line for line in lines[1:])
    assert all(line.endswith("Shipped record") for line in lines[1:])
