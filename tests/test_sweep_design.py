"""Designs of sweeps: what they mean, and every fault named before anything runs."""

from __future__ import annotations

import csv

import pytest

from modeller.base.errors import ModellerError
from modeller.scenario import BeliefSetting, Scenario
from modeller.sweep.planned import MEASURED
from modeller.sweep.running import sweep
from tests.met import catalogue, parse_design, read_design


def written(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_that_a_design_varies_the_scenario_it_names(tmp_path):
    design = parse_design('scenario = "met-plan-2025"\n[grid]\nweeks = [4, 8]')
    assert design.base.value("deployments_per_week") == 10
    assert [row.scenario.weeks for row in design.rows()] == [4, 8]
    own = parse_design("[grid]\nweeks = [4]", base=Scenario(changes={"officer_losses": 700}))
    assert next(own.rows()).scenario.value("officer_losses") == 700
    assert own.measures == MEASURED


def test_that_grids_lists_and_samples_multiply():
    design = parse_design(
        "[grid]\ndeployments_per_week = [4, 10]\n"
        "[list]\nstaff_losses = [0, 100, 200]\nadditional_funding = [1, 2, 3]\n"
        "[sample]\nsize = 5\nbetween = {true_match_rate = [0.5, 0.9]}\n"
    )
    rows = list(design.rows())
    assert len(rows) == design.size == 2 * 3 * 5
    assert {(row.values["staff_losses"], row.values["additional_funding"]) for row in rows} == {
        (0, 1),
        (100, 2),
        (200, 3),
    }
    assert [row.index for row in rows] == list(range(30))


@pytest.mark.parametrize("method", ["latin-hypercube", "sobol"])
def test_that_a_sample_covers_its_ranges_evenly(method):
    design = parse_design(
        f'[sample]\nmethod = "{method}"\nsize = 64\nseed = 5\n[sample.between]\n'
        "true_match_rate = [0.5, 0.9]\nfalse_alerts_per_million_faces = [0.1, 1000]\n"
        "seed = [1, 4]\n"
    )
    rows = [row.values for row in design.rows()]
    rates = sorted(float(row["true_match_rate"]) for row in rows)
    for index, rate in enumerate(rates):
        assert 0.5 + 0.4 * index / 64 <= rate <= 0.5 + 0.4 * (index + 1) / 64
    below_ten = [float(row["false_alerts_per_million_faces"]) < 10 for row in rows]
    assert sum(below_ten) == 32  # even on the logarithmic scale
    assert [sorted(int(row["seed"]) for row in rows).count(seed) for seed in (1, 2, 3, 4)] == [
        16
    ] * 4
    assert rows == [row.values for row in parse_design_again(method)]


def parse_design_again(method):
    return parse_design(
        f'[sample]\nmethod = "{method}"\nsize = 64\nseed = 5\n[sample.between]\n'
        "true_match_rate = [0.5, 0.9]\nfalse_alerts_per_million_faces = [0.1, 1000]\n"
        "seed = [1, 4]\n"
    ).rows()


def test_that_a_belief_is_set_by_centre_and_by_spread():
    base = Scenario(changes={"crews_per_day": BeliefSetting(3, 2)})
    design = parse_design(
        '[list]\ntrue_match_rate = [0.5]\n"true_match_rate.spread" = [0]\ncrews_per_day = [4]\n',
        base=base,
    )
    scenario = next(design.rows()).scenario
    assert scenario.setting("true_match_rate") == BeliefSetting(0.5, 0)
    assert scenario.setting("crews_per_day") == BeliefSetting(4, 2)


def test_that_a_csv_design_has_one_scenario_a_row(tmp_path):
    path = tmp_path / "design.csv"
    path.write_text(
        "title,deployments_per_week,crews_per_day.spread,seed\n=first,10,,3\n\nsecond,,0,\n",
        encoding="utf-8",
    )
    design = read_design(path)
    first, second = design.rows()
    assert (first.scenario.title, first.scenario.seed) == ("=first", 3)
    assert second.scenario.value("deployments_per_week") == 4
    assert second.scenario.setting("crews_per_day") == BeliefSetting(
        catalogue().beliefs["crews_per_day"].baseline, 0
    )
    small = read_design(path, base=Scenario(weeks=4, draws=100))
    sweep(small, tmp_path / "out.csv")
    rows = written(tmp_path / "out.csv")
    assert [row["title"] for row in rows] == ["'=first", "second"]
    assert [row["deployments_per_week"] for row in rows] == ["10", ""]


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("[grid", ["is not TOML"]),
        ("grids = 1", ["did you mean grid?"]),
        ("grid = 3", ["write it under"]),
        ('scenario = "no-such-plan"', ["no-such-plan"]),
        ("[grid]\ndeployments = [4]", ["is not a choice"]),
        ("[grid]\ndeployments_per_week = [4, 90]", ["must lie between 0 and 14"]),
        ("[grid]\ndeployments_per_week = []", ["write a list"]),
        ('[grid]\ndeployments_per_week = ["4"]', ["must be a number"]),
        ("[grid]\nweeks = {from = 9, to = 4, step = 1}", ["from the lower to the higher"]),
        ("[grid]\nweeks = {from = 4, to = 9}", ["is missing"]),
        ("[list]\nweeks = [4, 5]\nseed = [1]", ["equally long"]),
        ("[grid]\nweeks = [4]\n[list]\nweeks = [5]", ["varied twice"]),
        ("[sample]\nsize = 3", ["is missing"]),
        ("[sample]\nsize = 3\nbetween = {weeks = [9, 4]}", ["the lower first"]),
        ('[sample]\nsize = 3\nmethod = "grid"\nbetween = {weeks = [4, 9]}', ["the methods are"]),
        ("[set]\nofficer_losses = 99999", ["must lie between"]),
        ('measures = ["arrests"]', ["gives no statistic"]),
        ("measures = []", ['write ["arrests.p50"]']),
        (
            "grid.seed = {from = 1, to = 2e5, step = 1}\ngrid.weeks = [4, 5, 6, 7, 8, 9]",
            ["keep to 1,000,000"],
        ),
        (
            "weeks = 4\n[grid]\nofficer_losses = [-1]\nstaff_losses = [9999]\n[list]\nx = [1]",
            ["is not a choice", "must lie between", "must lie between"],
        ),
    ],
)
def test_that_every_fault_of_a_design_is_named_before_anything_runs(text, complaints):
    with pytest.raises(ModellerError) as caught:
        parse_design(text)
    said = sorted(str(problem) for problem in caught.value.problems)
    assert len(said) == len(complaints), said
    assert all(any(complaint in line for line in said) for complaint in complaints)


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("", ["name the columns"]),
        ("deployments,weeks,weeks\n4,4,4\n", ["is not a choice", "there twice"]),
        ("weeks\n4\nfour\n3\n4,5\n", ["line 3, weeks", "line 4, weeks", "line 5 has 2 cells"]),
    ],
)
def test_that_every_fault_of_a_csv_design_is_named_with_its_line(tmp_path, text, complaints):
    path = tmp_path / "design.csv"
    path.write_text(text)
    with pytest.raises(ModellerError) as caught:
        read_design(path)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == len(complaints), said
    assert all(complaint in line for complaint, line in zip(complaints, said, strict=True))


def test_that_a_design_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(ModellerError, match="cannot be read"):
        read_design(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"title = '\xe9'")
    with pytest.raises(ModellerError, match="not UTF-8"):
        read_design(tmp_path / "latin.toml")
