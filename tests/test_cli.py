"""The command line, as those who call it meet it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys

import jsonschema
import pytest

from modeller.cli import COMMANDS, inputs, main
from modeller.cli.listing import SUBJECTS
from modeller.cli.parameters_page import parameters_page
from modeller.projection import BANDS, SUMMARY, project
from modeller.scenario import Scenario
from modeller.scenario.file import scenario_document
from tests.command_line import QUICK, ROOT, document, run, saved
from tests.met import MET, catalogue, comparison_schema, projection_schema

pytestmark = pytest.mark.usefixtures("wide_terminal")


# ---------------------------------------------------------------- first steps


def test_that_the_program_alone_shows_its_commands(capsys):
    code, printed, _ = run(capsys)
    assert code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command.name} +\S", printed, re.MULTILINE)
    assert run(capsys, "--help")[:2] == (0, printed)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_that_every_command_says_what_it_takes(capsys, command):
    code, printed, _ = run(capsys, command.name, "--help")
    assert code == 0
    assert printed.startswith(f"usage: modeller {command.name}")


def test_that_the_version_names_everything_a_result_depends_on(capsys):
    code, printed, _ = run(capsys, "--version")
    assert code == 0
    assert re.fullmatch(
        r"modeller \S+, model \S+, streams-\d+, record to .+ \([0-9a-f]{12}\)\n"
        r"runs on .+\n",
        printed,
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["projct"], "did you mean project?"),
        (["xyz"], "the commands are list, explain, check"),
        (["--wat"], "modeller does not know --wat;"),
        (["project"], "modeller project needs FILE;"),
        (
            ["project", "baseline", "--format", "xml"],
            "modeller project: argument --format: invalid",
        ),
        (["compare", "baseline"], "FILE is given once; name two"),
        (["sensitivity", "baseline", "baseline"], "FILE is given 2 times; "),
        (["project", "baseline", "--draw", "100"], "--draw"),
    ],
)
def test_that_a_wrong_call_is_told_in_one_line(capsys, arguments, complaint):
    code, printed, complained = run(capsys, *arguments)
    assert code == 2
    assert printed == ""
    assert complaint in complained
    assert complained.count("\n") == 1


def test_that_importing_the_package_and_listing_load_no_slow_library():
    script = (
        "import sys, modeller, modeller.cli; code = modeller.cli.main(['list']);"
        "slow = {'numpy', 'pandas', 'scipy', 'numba', 'PySide6'} & set(sys.modules);"
        "sys.exit(f'{code} {slow}' if slow or code else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_that_projecting_as_text_needs_no_slow_library():
    script = (
        "import sys, modeller.cli;"
        "modeller.cli.main(['project', 'met-plan-2025', '--weeks=4', '--draws=100']);"
        "slow = {'matplotlib', 'numpy.ma', 'pandas'} & set(sys.modules);"
        "sys.exit(str(slow) if slow else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_that_a_briefing_without_pictures_and_analyses_needs_nothing_that_makes_them(tmp_path):
    script = (
        "import sys, modeller.cli;"
        "modeller.cli.main(['brief', 'met-plan-2025', '--weeks=4', '--draws=100', '--to=a.zip']);"
        "slow = {'matplotlib', 'jinja2', 'numpy.ma', 'pandas', 'modeller.backtest',"
        " 'modeller.analysis.sensitivity', 'modeller.calibration.places.fit'} & set(sys.modules);"
        "sys.exit(str(slow) if slow else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.zip").is_file()


def test_that_the_package_offers_what_it_lists():
    import modeller

    for name in modeller.__all__:
        assert getattr(modeller, name) is not None
        assert name in dir(modeller)
    with pytest.raises(AttributeError, match="nothing_of_the_sort"):
        modeller.nothing_of_the_sort  # noqa: B018
    plan = modeller.project(modeller.load_scenario("met-plan-2025").replace(weeks=4, draws=100))
    assert plan.summary("arrests").shape == (8,)


# ---------------------------------------------------------------- list


@pytest.mark.parametrize(
    "subject",
    list(SUBJECTS),
)
def test_that_every_list_comes_in_every_format(capsys, subject, monkeypatch):
    for columns in ("60", "100", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        code, printed, _ = run(capsys, "list", subject)
        assert code == 0
        assert printed.count("\n") > 5
    rows = document(capsys, "list", subject)[subject]
    code, printed, _ = run(capsys, "list", subject, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(printed)))) == len(rows) > 4


def test_that_the_evidence_names_both_wrong_figures_with_the_reason(capsys):
    _, printed, _ = run(capsys, "list", "evidence")
    text = " ".join(printed.split())
    assert "“804 arrests from nearly two million faces in 2024” is wrong." in text
    assert "“Haringey, Lewisham and Croydon are 36 %, 34 % and 40.1 % Black” is wrong." in text
    assert text.count("Source: ") > 10


def test_that_the_lists_name_everything_that_is_declared(capsys):
    _, printed, _ = run(capsys, "list", "parameters")
    for key in (*catalogue().sliders, *catalogue().constants):
        assert re.search(rf"^{key} ", printed, re.MULTILINE)


def test_that_the_page_of_parameters_is_up_to_date():
    page = (ROOT / "docs/parameters.md").read_text(encoding="utf-8")
    assert page == parameters_page(MET), (
        "write it again: modeller list parameters --format markdown"
    )


# ---------------------------------------------------------------- check


def test_that_check_reports_every_problem_of_every_file(capsys, tmp_path):
    broken = tmp_path / "broken.json"
    content = scenario_document(Scenario())
    content["weeks"] = 1
    content["changes"] = {"officer_losses": -5, "no_such_lever": 1}
    broken.write_text(json.dumps(content), encoding="utf-8")
    code, printed, complained = run(capsys, "check", "baseline", str(broken), "nowhere.json")
    assert code == 2
    assert printed.startswith("baseline: in order (Baseline; no changes; ")
    for place in ("weeks is 1", "officer_losses is -5", "no_such_lever", "nowhere.json"):
        assert place in complained
    found = main(["check", "baseline", str(broken), "--format", "json"])
    files = json.loads(capsys.readouterr().out)["files"]
    assert found == 2
    assert [file["in_order"] for file in files] == [True, False]
    assert all(set(problem) == {"where", "what", "remedy"} for problem in files[1]["problems"])


def test_that_check_says_when_the_record_is_not_kept_here(capsys, tmp_path):
    place = tmp_path / "own.json"
    written = scenario_document(Scenario())
    written["record"] = {"shipped": False, "label": "mine", "digest": "f" * 64}
    place.write_text(json.dumps(written))
    code, printed, _ = run(capsys, "check", str(place))
    assert code == 0
    assert "record ffffffffffff… is not kept here; import the file it was made from" in printed


def test_that_every_shipped_scenario_is_in_order(capsys):
    names = [row["name"] for row in document(capsys, "list", "scenarios")["scenarios"]]
    assert {"baseline", "met-plan-2025"} <= set(names)
    assert run(capsys, "check", *names)[0] == 0


# ---------------------------------------------------------------- project


def test_that_the_plan_is_projected_with_ranges_and_what_matters(capsys):
    code, printed, _ = run(capsys, "project", "met-plan-2025", *QUICK)
    assert code == 0
    scenario = inputs.read_file("met-plan-2025", MET).scenario.replace(weeks=4, draws=100)
    assert scenario.fingerprint in printed.splitlines()[1]
    for words in (
        "Met plan 2025",
        "8 of 10 futures",
        "than the baseline",
        "What differs",
        "Officer losses                  0 posts    1,400 posts",
        "What holds deployments back",
        "make up for the officers lost",
        "beyond the evidence",
        "rests on judgements",
        "fall on Black Londoners",
    ):
        assert words in printed, words


@pytest.mark.parametrize("columns", [40, 72, 80, 100, 132])
@pytest.mark.parametrize(
    "command",
    [
        ["project", "plan-half-match-rate"],
        ["compare", "baseline", "six-zones", "met-plan-2025"],
    ],
)
def test_that_text_keeps_to_the_width_of_the_terminal(capsys, monkeypatch, columns, command):
    monkeypatch.setenv("COLUMNS", str(columns))
    _, printed, _ = run(capsys, *command, *QUICK)
    longest = max(printed.splitlines(), key=len)
    assert len(longest) <= max(columns, 68), longest


def test_that_the_baseline_is_not_compared_with_itself(capsys):
    _, printed, _ = run(capsys, "project", "baseline", *QUICK)
    assert "What differs" not in printed
    assert "than the baseline" not in printed


def test_that_the_json_of_projections_is_as_documented(capsys):
    found = document(capsys, "project", "met-plan-2025", "baseline", *QUICK, "--band", "both")
    jsonschema.Draft202012Validator.check_schema(projection_schema())
    jsonschema.validate(found, projection_schema())
    plan, baseline = found["scenarios"]
    assert baseline["break_even"] is None
    assert plan["scenario"]["deployments_per_week"] == 10
    assert plan["scenario"]["true_match_rate"] == {"central": 0.89, "spread": 1}
    scenario = inputs.read_file("met-plan-2025", MET).scenario.replace(weeks=4, draws=100)
    projection = project(scenario)
    arrests = plan["outcomes"]["arrests"]
    assert plan["fingerprint"] == projection.fingerprint
    assert list(arrests["total"]) == list(SUMMARY)
    for band, views in zip(BANDS, (arrests, arrests["underlying"]), strict=True):
        expected = projection.summary("arrests", "total", band)
        assert list(views["total"].values()) == pytest.approx(expected, rel=1e-8)
        weekly = projection.summary("arrests", "weekly", band)
        assert views["weekly"]["p50"] == pytest.approx(weekly[:, 4], rel=1e-8)
        assert len(views["cumulative"]["mean"]) == 4
    assert plan["outcomes"]["cost_per_arrest"]["weekly"] is None
    assert sum(plan["binding"]["ever"].values()) == pytest.approx(1)


def test_that_what_is_not_finite_is_null(capsys):
    found = document(
        capsys,
        "project",
        "baseline",
        *QUICK,
        "--set",
        "true_alerts_per_deployment=2",
        "--set",
        "arrests_per_true_alert=0.1",
    )
    ratios = found["scenarios"][0]["outcomes"]["faces_per_arrest"]["cumulative"]
    assert None in ratios["p95"]


def test_that_the_same_file_gives_the_same_bytes_in_another_process(capfdbinary):
    arguments = ["project", "met-plan-2025", *QUICK, "--format", "json"]
    assert main(arguments) == 0
    here = capfdbinary.readouterr().out
    there = subprocess.run(
        [sys.executable, "-m", "modeller", *arguments],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "ascii"},
    )
    assert there.stdout == here
    assert there.stderr == b""


def test_that_the_page_on_json_names_everything_in_the_schemas():
    page = (ROOT / "docs/json-output.md").read_text(encoding="utf-8")

    def names(schema):
        for name, part in schema.get("properties", {}).items():
            yield name
            yield from names(part)
        for key in ("items", "additionalProperties"):
            if isinstance(schema.get(key), dict):
                yield from names(schema[key])
        for part in (*schema.get("anyOf", ()), *schema.get("$defs", {}).values()):
            yield from names(part)

    declared = {*catalogue().sliders, *catalogue().outcomes}
    for schema in (projection_schema(), comparison_schema()):
        missing = {name for name in names(schema) if f"`{name}`" not in page}
        assert missing - declared <= {"scenarios", "differences", "format"}
        assert all(f'"{name}"' in page for name in schema["properties"])


def test_that_the_page_on_the_command_line_names_every_command():
    page = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    assert {c.name for c in COMMANDS if f"`modeller {c.name}" not in page} == set()


def test_that_csv_is_in_long_form(capsys):
    code, printed, _ = run(
        capsys, "project", "met-plan-2025", *QUICK, "--format", "csv", "--band=both"
    )
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert {row["band"] for row in rows} == {"seen", "underlying"}
    flows = sum(outcome.kind == "flow" for outcome in catalogue().outcomes.values())
    ratios = len(catalogue().outcomes) - flows
    assert len(rows) == 2 * (flows * (4 + 4 + 1) + ratios * (4 + 1))
    assert not any(value in ("inf", "nan") for row in rows for value in row.values())


def test_that_a_title_cannot_be_a_formula_in_a_spreadsheet(capsys, tmp_path):
    path = saved(tmp_path, Scenario(title="=1+1", weeks=4, draws=100))
    _, printed, _ = run(capsys, "project", str(path), "--format", "csv")
    assert ",'=1+1," in printed
    assert ",=1+1," not in printed


# ---------------------------------------------------------------- compare


def test_that_scenarios_are_compared_future_by_future(capsys):
    code, printed, _ = run(capsys, "compare", "baseline", "met-plan-2025", "baseline", *QUICK)
    assert code == 0
    assert "B  Met plan 2025" in printed
    assert "C less A" in printed
    assert re.search(r"^Arrests .*more$", printed, re.MULTILINE)
    assert re.search(r"^Arrests +0 +0 +the same$", printed, re.MULTILINE)
    found = document(capsys, "compare", "baseline", "met-plan-2025", *QUICK)
    jsonschema.Draft202012Validator.check_schema(comparison_schema())
    jsonschema.validate(found, comparison_schema())
    (difference,) = found["differences"]
    assert difference["changed"][0] == "deployments_per_week"
    arrests = difference["outcomes"]["arrests"]
    assert arrests["more_in"] + arrests["fewer_in"] + arrests["same_in"] == pytest.approx(1)
    _, printed, _ = run(capsys, "compare", "baseline", "met-plan-2025", *QUICK, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["outcome"] for row in rows] == list(catalogue().outcomes)


def test_that_scenarios_of_other_luck_are_refused_before_any_work(capsys, tmp_path):
    path = saved(tmp_path, Scenario(title="Other", draws=200))
    code, _, complained = run(capsys, "compare", "baseline", str(path))
    assert code == 2
    assert "Other, draws is 200, but Baseline has 10,000; give all of them the same" in complained
    assert run(capsys, "compare", "baseline", str(path), *QUICK)[0] == 0


# ---------------------------------------------------------------- schema


def test_that_the_schema_of_scenario_files_is_the_shipped_one(capsys):
    code, printed, _ = run(capsys, "schema")
    assert code == 0
    assert printed == (ROOT / "scenarios/scenario-1.schema.json").read_text(encoding="utf-8")
    for subject in ("projection", "comparison"):
        code, printed, _ = run(capsys, "schema", subject)
        jsonschema.Draft202012Validator.check_schema(json.loads(printed))
