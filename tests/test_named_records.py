"""Every output names the record that its numbers come from."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
import openpyxl
import pytest

from modeller.analysis.along import along
from modeller.analysis.robustness import joint_cases
from modeller.analysis.seek import seek
from modeller.analysis.sensitivity import sobol_shares, tornado
from modeller.analysis.targets import Measure, parse_goal
from modeller.analysis.trade_off import grid
from modeller.analysis.value_of_knowing import value_of_knowing
from modeller.analysis.what_changed import Result, attribute
from modeller.analysis.what_must_be_true import switching_values
from modeller.cli import main
from modeller.ledger import lock_projection
from modeller.projection import project
from modeller.records import catalogue_at_hand, remove
from modeller.scenario import BeliefSetting, Scenario, differences
from modeller.scenario.file import read_scenario, write_scenario
from tests.met import MET, catalogue_for, import_record, preview_text, shipped_record

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


ARRESTS = Measure("arrests")
GOAL = parse_goal("arrests.p50 >= 150", catalogue_for(None))
ANALYSES = {
    "sensitivity": lambda own, known: tornado(own, ARRESTS, declared=known),
    "shares": lambda own, known: sobol_shares(own, "arrests", declared=known),
    "seek": lambda own, known: seek(own, GOAL, ["officer_losses"], declared=known),
    "what must be true": lambda own, known: switching_values(own, GOAL, declared=known),
    "robustness": lambda own, known: joint_cases(own, GOAL, cases=256, declared=known),
    "trade-off": lambda own, known: grid(
        own, "watchlist_size", "deployments_per_week", [ARRESTS], points=(2, 2), declared=known
    ),
    "along": lambda own, known: along(own, ARRESTS, "watchlist_size", points=3, declared=known),
    "value of knowing": lambda own, known: value_of_knowing(
        [own, own.with_value("deployments_per_week", 10)], GOAL, declared=known
    ),
    "what changed": lambda own, known: attribute(
        Result(own, known), Result(own.with_value("watchlist_size", 12_000), known), ARRESTS
    ),
}


def figures(found: Any) -> Any:
    """All that a result holds, down to its numbers."""
    if isinstance(found, np.ndarray):
        return found.tolist()
    if dataclasses.is_dataclass(found):
        return {part.name: figures(getattr(found, part.name)) for part in dataclasses.fields(found)}
    if isinstance(found, Mapping):
        return {key: figures(value) for key, value in found.items()}
    if isinstance(found, (tuple, list)):
        return [figures(value) for value in found]
    return repr(found)


@pytest.mark.parametrize("name", ANALYSES)
def test_that_every_analysis_stands_on_the_scenarios_own_record(name, own):
    scenario = read_scenario(own, MET).scenario

    def told(known):
        return figures(ANALYSES[name](scenario, known))

    of_itself = told(None)
    assert of_itself == told(catalogue_for(scenario.record))
    assert of_itself != told(catalogue_for(None))


def test_that_what_stands_where_the_record_puts_it_is_said_so(own, tmp_path, capsys):
    scenario = read_scenario(own, MET).scenario
    known = catalogue_for(scenario.record)
    key = "true_alerts_per_deployment"
    stands, elsewhere = known.beliefs[key].baseline, MET.catalogue.beliefs[key].baseline
    assert stands != elsewhere
    # a spread alone leaves the centre where it is
    words = ["project", str(own), "--set", f"{key}.spread=2", *RUNS, "--format", "json"]
    assert main(words) == 0
    found = json.loads(capsys.readouterr().out)["scenarios"][0]["scenario"][key]
    assert found == {"central": pytest.approx(stands, rel=1e-6), "spread": 2}
    # where two differ, each side is its own record's
    moved = scenario.with_value(key, 12.0)
    (told,) = differences(scenario, moved)
    assert (told.a, told.b) == (BeliefSetting(stands), BeliefSetting(12.0))
    assert scenario.value(key, known) == stands
    # the workbook and the answers of the analyses, too
    book = tmp_path / "book.xlsx"
    assert main(["brief", str(own), *RUNS, "--to", str(book)]) == 0
    cells = [c for sheet in openpyxl.load_workbook(book) for row in sheet.values for c in row]
    assert any(c == pytest.approx(stands, rel=1e-6) for c in cells if isinstance(c, float))
    switching = switching_values(scenario, GOAL)
    assert next(v.now for v in switching.values if v.key == key) == stands
    assert seek(scenario, GOAL, [key]).stood == (stands,)


def test_that_a_catalogue_at_hand_is_the_records_while_it_is_kept(own):
    scenario = read_scenario(own, MET).scenario
    assert catalogue_at_hand(scenario.record, MET) is catalogue_for(scenario.record)
    assert catalogue_at_hand("ab" * 32, MET) is MET.catalogue
    assert catalogue_at_hand("../x", MET) is MET.catalogue
    remove("Ours", MET)
    assert catalogue_at_hand(scenario.record, MET) is MET.catalogue
