"""Targets in one line: what they mean, and what is said of those that mean nothing."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.analysis.phrases import goal_words, reached_words
from modeller.analysis.targets import Goal, Measure
from modeller.base.errors import ModellerError
from modeller.wording.outcomes import noun
from tests.met import catalogue, parse_goal, parse_measure, parse_measures

CATALOGUE = catalogue()


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("arrests.p20 >= 1500", Goal(Measure("arrests", "p20"), ">=", 1500)),
        ("arrests.p20>=1,500", Goal(Measure("arrests", "p20"), ">=", 1500)),
        ("  arrests.p5 ≥ 1.5k ", Goal(Measure("arrests", "p05"), ">=", 1500)),
        ("cost.mean <= £2.5m", Goal(Measure("cost", "mean"), "<=", 2_500_000)),
        ("false_alerts.p90 =< 3e1", Goal(Measure("false_alerts", "p90"), "<=", 30)),
        ("arrests_per_deployment.p50 >= −1", Goal(Measure("arrests_per_deployment"), ">=", -1)),
    ],
)
def test_that_a_target_is_read_as_it_is_meant(text, goal):
    assert parse_goal(text) == goal


@given(
    st.sampled_from(list(catalogue().outcomes)),
    st.sampled_from(["mean", *(f"p{n:02d}" for n in range(1, 100))]),
    st.sampled_from([">=", "<="]),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: float(f"{value:.12g}") + 0.0),
)
def test_that_a_target_as_text_reads_back_as_itself(outcome, statistic, relation, figure):
    goal = Goal(Measure(outcome, statistic), relation, figure)
    assert parse_goal(str(goal)) == goal


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("", ["write it as arrests.p20 >= 1500"]),
        ("arrests", ["write it as"]),
        ("arrests >= 3", ["gives no statistic"]),
        ("arrest.p20 >= 3", ["did you mean arrests?"]),
        ("arrests.p00 >= 3", ["p01 to p99"]),
        ("arrests.p100 >= 3", ["p01 to p99"]),
        ("arrests.median >= 3", ["p01 to p99"]),
        ("arrests.p20 > 3", [">= stands for at least"]),
        ("arrests.p20 >= many", ["write a number in its place"]),
        ("arrests.p20 >= nan", ["write a number in its place"]),
        ("arrests.p20 >= 1e99999", ["write a number in its place"]),
        ("arest.p101 == x", ["did you mean arrests?", "p01 to p99", ">= stands", "write a number"]),
        ("x" * 1000, ["write it as"]),
    ],
)
def test_that_every_fault_of_a_target_is_named(text, complaints):
    with pytest.raises(ModellerError) as caught:
        parse_goal(text)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == len(complaints)
    assert all(complaint in line for complaint, line in zip(complaints, said, strict=True))
    assert all(len(line) < 400 for line in said)


def test_that_several_measures_are_read_with_all_their_faults():
    assert parse_measures(["arrests.p5", "cost.mean"]) == (
        Measure("arrests", "p05"),
        Measure("cost", "mean"),
    )
    with pytest.raises(ModellerError) as caught:
        parse_measures(["arests.p50", "cost.p0"])
    assert len(caught.value.problems) == 2


def test_that_a_percentile_says_in_how_many_futures():
    assert parse_goal("arrests.p20 >= 1500").futures == 80
    assert parse_goal("false_alerts.p90 <= 30").futures == 90
    assert parse_goal("arrests.mean >= 1500").futures is None


def test_that_a_percentile_goal_is_met_when_that_many_futures_meet_it():
    totals = np.arange(1.0, 101.0)
    goal = parse_goal("arrests.p20 >= 20")
    assert goal.met(goal.measure.of(totals))
    assert goal.failing(totals).mean() <= 0.20
    beyond = parse_goal("arrests.p20 >= 22")
    assert not beyond.met(beyond.measure.of(totals))
    assert beyond.failing(totals).mean() > 0.20


def test_that_a_mean_is_a_mean():
    assert parse_measure("arrests.mean").of(np.array([1.0, 2.0, 6.0])) == 3.0


@pytest.mark.parametrize("outcome", CATALOGUE.outcomes)
@pytest.mark.parametrize("relation", [">=", "<="])
def test_that_a_target_of_one_is_said_in_english(outcome, relation):
    entry = CATALOGUE.outcomes[outcome]
    figure = "0.5" if entry.counted_in.is_share else "1"
    said = goal_words(parse_goal(f"{outcome}.p50 {relation} {figure}"), CATALOGUE)
    assert not re.search(r"\b1 [a-z]+s\b", said)
    assert said.endswith(" in 50 of 100 futures")
    if entry.whole:
        wanted = "one or more" if relation == ">=" else "fewer than two"
        assert said.startswith(f"{wanted} {noun(entry)} ")
    two = goal_words(parse_goal(f"arrests.p50 {relation} 2"), CATALOGUE)
    assert two.startswith(f"{'at least' if relation == '>=' else 'at most'} 2 arrests")


@pytest.mark.parametrize("relation", [">=", "<="])
def test_that_a_ratio_that_is_not_defined_meets_no_target(relation):
    goal = Goal(Measure("arrests_per_deployment"), relation, 3.0)
    assert not goal.met(np.inf)
    assert goal.failing(np.array([np.inf, 3.0, np.inf])).tolist() == [True, False, True]
    assert "not defined" in reached_words(goal, np.inf, CATALOGUE)
    assert "inf" not in reached_words(goal, np.inf, CATALOGUE)
