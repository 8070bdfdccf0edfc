"""Designs in any spelling of CSV, targets as columns, and the table of a sweep as a picture."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario import Scenario
from modeller.sweep import picture
from modeller.sweep.description import description_path
from modeller.sweep.picture import draw_sweep, sweep_figure
from modeller.sweep.running import sweep
from modeller.sweep.table import read_table
from tests.command_line import run
from tests.met import MET, parse_design, parse_goal, read_design

TABLE = (
    ("title", "deployments_per_week", "true_match_rate", "officer_losses"),
    ("Été", "7.5", "0.890", "1400"),
    ("b", "10", "", "0"),
)


def values(path):
    return [dict(row.values) for row in read_design(path).rows()]


PLAIN = [
    {
        "title": "Été",
        "deployments_per_week": 7.5,
        "true_match_rate": 0.89,
        "officer_losses": 1400.0,
    },
    {"title": "b", "deployments_per_week": 10.0, "officer_losses": 0.0},
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("comma", [False, True], ids=["point", "comma"])
def test_that_a_design_in_any_spelling_is_the_same_design(
    tmp_path, separator, encoding, end, comma
):
    path = tmp_path / "design.csv"
    rows = [[cell.replace(".", ",") if comma else cell for cell in row] for row in TABLE[1:]]
    if separator == ",":
        rows = [[f'"{cell}"' for cell in row] for row in rows]
    lines = [separator.join(row) for row in (TABLE[0], *rows)]
    path.write_bytes(end.join([*lines, ""]).encode(encoding))
    if separator == "," and comma:
        with pytest.raises(ModellerError, match="write a plain number"):
            values(path)
        return
    assert values(path) == PLAIN


def test_that_a_stated_separator_and_a_spreadsheets_empty_cells_are_read(tmp_path):
    path = tmp_path / "design.tsv"
    path.write_text("sep=#\r\nweeks#seed##\r\n4#1##\r\n\r\n5###\r\n", "utf-8")
    assert values(path) == [{"weeks": 4.0, "seed": 1.0}, {"weeks": 5.0}]
    path.write_text("weeks;seed\n4;1\n5;6;7\n", "utf-8")
    with pytest.raises(ModellerError, match="line 3 has 3 cells where the first line has 2"):
        read_design(path)


@pytest.mark.parametrize("cell", ["1,400", "-1,400", "12,3,4", "1.400,5", "£5", "1 400"])
def test_that_a_number_that_could_be_two_is_refused(tmp_path, cell):
    path = tmp_path / "design.csv"
    path.write_text(f"officer_losses;weeks\n{cell};4\n", "utf-8")
    with pytest.raises(ModellerError, match=r"line 2, officer_losses is .*write a plain number"):
        read_design(path)


def test_that_a_range_beyond_a_levers_own_is_told_once_an_end():
    with pytest.raises(ModellerError) as caught:
        parse_design("[sample]\nsize = 500\n[sample.between]\ncrews_per_day = [1, 9]\n")
    assert len(caught.value.problems) == 2


# ---------------------------------------------------------------- targets


TARGETS = ("arrests.p20 >= 100", "false_alerts.p90 <= 2", "cost.mean <= £1m")
DESIGN = """
scenario = "met-plan-2025"
measures = ["arrests.p50"]
weeks = 4
draws = 100
[grid]
deployments_per_week = [4, 7, 10]
officer_losses = [0, 700]
"""


def test_that_each_target_is_a_chance_and_whether_it_is_met(tmp_path):
    design = parse_design(DESIGN).with_targets([parse_goal(text) for text in TARGETS])
    path = tmp_path / "table.csv"
    sweep(design, path)
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    seen = set()
    for row, planned in zip(rows, design.rows(), strict=True):
        projection = project(planned.scenario)
        for text in TARGETS:
            goal = parse_goal(text)
            totals = projection.totals(goal.measure.outcome)
            failing = goal.failing(totals)
            chance = f"{goal.measure.outcome} {goal.relation} {goal.figure:.15g}"
            assert float(row[chance]) == pytest.approx(1.0 - failing.mean())
            met = goal.met(goal.measure.of(totals))
            assert row[str(goal)] == ("1" if met else "0")
            seen.add(met)
    assert seen == {True, False}
    fields = json.loads(description_path(path).read_text("utf-8"))["resources"][0]["schema"]
    units = {field["name"]: field.get("unit") for field in fields["fields"]}
    assert units["arrests >= 100"] == "share"


def test_that_targets_are_given_in_the_design_in_python_and_as_options(tmp_path, capsys):
    import modeller

    target = TARGETS[0]
    design = tmp_path / "design.toml"
    design.write_text(DESIGN, "utf-8")
    asked = ["sweep", str(design), "--quiet", "--target", target]
    assert run(capsys, *asked, "--out", str(tmp_path / "one.csv"))[0] == 0
    modeller.run_sweep(design, tmp_path / "two.csv", targets=[target])
    design.write_text(f'targets = ["{target}"]\n{DESIGN}', "utf-8")
    assert run(capsys, *asked[:3], "--out", str(tmp_path / "three.csv"))[0] == 0
    tables = {(tmp_path / f"{name}.csv").read_bytes() for name in ("one", "two", "three")}
    assert len(tables) == 1
    code, _, complained = run(capsys, *asked[:3], "--target", "x", "--out", str(tmp_path / "4.csv"))
    assert code == 2
    assert complained.startswith("--target is")
    with pytest.raises(ModellerError, match=r'write \["arrests\.p20 >= 1500"\]'):
        parse_design("targets = 3")


# ---------------------------------------------------------------- pictures


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("sweep") / "table.csv"
    measures = 'measures = ["arrests.p50", "arrests.mean", "false_alerts.mean", "cost.mean"]'
    places = 'places = ["as-recorded", "six-zones"]\n'
    text = DESIGN.replace('measures = ["arrests.p50"]', measures) + places
    sweep(parse_design(text).with_targets([parse_goal(TARGETS[0])]), path)
    return path


def test_that_a_picture_has_a_panel_for_each_outcome_and_quantity(table):
    figure = sweep_figure(table, MET)
    assert len(figure.axes) == 4 * 3  # arrests, false alerts, cost, a chance; two levers, places
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert figure.axes[0].get_title(loc="left") == "Chance of arrests ≥ 100"
    drawn = figure.axes[3].lines[0]
    assert list(np.asarray(drawn.get_xdata())) == [4, 7, 10]
    for x, y in zip(np.asarray(drawn.get_xdata()), np.asarray(drawn.get_ydata()), strict=True):
        of_it = [float(r["arrests.p50"]) for r in rows if float(r["deployments_per_week"]) == x]
        assert y == pytest.approx(np.median(of_it))
    said = " ".join(text.get_text() for text in figure.texts)
    assert "12 scenarios" in said
    assert rows[0]["base"] in said
    assert "Live facial recognition" in said


def test_that_a_quantity_of_many_values_is_dots_and_their_middle(tmp_path):
    between = "{deployments_per_week = [4, 10], false_alerts_per_million_faces = [1, 20]}"
    design = parse_design(
        'measures = ["false_alerts.mean"]\nweeks = 4\ndraws = 100\n'
        f"[sample]\nsize = 30\nbetween = {between}\n"
    )
    sweep(design, tmp_path / "table.csv")
    levers, rates = sweep_figure(tmp_path / "table.csv", MET).axes
    for axes in (levers, rates):
        dots, _ = axes.lines
        assert len(np.asarray(dots.get_xdata())) == 30
    assert (levers.get_xscale(), rates.get_xscale()) == ("linear", "log")


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_that_every_format_of_a_table_gives_the_same_picture(tmp_path, table, suffix):
    path = tmp_path / f"table.{suffix}"
    measures = 'measures = ["arrests.p50", "arrests.mean", "false_alerts.mean", "cost.mean"]'
    places = 'places = ["as-recorded", "six-zones"]\n'
    text = DESIGN.replace('measures = ["arrests.p50"]', measures) + places
    sweep(parse_design(text).with_targets([parse_goal(TARGETS[0])]), path)
    first, second = tmp_path / "first.svg", tmp_path / "second.svg"
    draw_sweep(table, first, MET)
    draw_sweep(path, second, MET)
    assert first.read_bytes() == second.read_bytes()


def test_that_of_many_rows_the_same_ones_are_drawn_in_their_order(tmp_path, table):
    whole, some = read_table(table), read_table(table, most=5)
    assert (whole.size, some.size, len(some.rows)) == (12, 12, 5)
    places = [row["index"] for row in some.rows]
    assert places == sorted(places, key=int)
    assert read_table(table, most=5) == some


def test_that_the_command_draws_and_refuses_before_it_runs(tmp_path, capsys):
    design = tmp_path / "design.toml"
    design.write_text(DESIGN, "utf-8")
    out, drawn = str(tmp_path / "table.csv"), tmp_path / "table.png"
    asked = ["sweep", str(design), "--out", out, "--plot"]
    for wrong, complaint in (
        ("table.xlsx", "the endings are .png, .svg"),
        (str(tmp_path / "no" / "table.png"), "is not a folder"),
    ):
        code, _, complained = run(capsys, *asked, wrong)
        assert code == 2
        assert complaint in complained
    assert not (tmp_path / "table.csv").exists()
    code, _, told = run(capsys, *asked, str(drawn))
    assert code == 0
    assert f"Drawn in {drawn}" in told
    assert str(description_path(tmp_path / "table.csv")) in told
    assert drawn.read_bytes()[:4] == b"\x89PNG"


def test_that_what_is_no_table_of_a_sweep_is_told(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(ModellerError, match="cannot be read as the table of a sweep"):
        sweep_figure(path, MET)
    broken = tmp_path / "other.jsonl"
    broken.write_text("[1]\n", "utf-8")
    with pytest.raises(ModellerError, match="cannot be read as the table of a sweep"):
        sweep_figure(broken, MET)
    one = tmp_path / "one.csv"
    sweep(parse_design("weeks = 4\ndraws = 100\n[grid]\ndeployments_per_week = [4]"), one)
    with pytest.raises(ModellerError, match="vary one quantity or more"):
        sweep_figure(one, MET)


def test_that_more_than_there_is_room_for_is_named_below(tmp_path, monkeypatch, table):
    monkeypatch.setattr(picture, "MOST_QUANTITIES", 1)
    figure = sweep_figure(table, MET)
    assert len(figure.axes) == 4
    said = " ".join(text.get_text() for text in figure.texts)
    assert "Not shown: Officer losses, Mix of places" in said


def test_that_a_scenario_on_its_own_is_a_design(tmp_path):
    path = tmp_path / "one.csv"
    path.write_text("deployments_per_week\n7,5\n", "utf-8")
    with pytest.raises(ModellerError, match="has 2 cells"):
        read_design(path, base=Scenario(weeks=4, draws=100))
