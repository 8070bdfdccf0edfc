"""A scenario whose fields or settings cannot be is refused, with everything that is wrong."""

from __future__ import annotations

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.scenario import BeliefSetting, Scenario, Schedule, Step, Target
from tests.met import catalogue

OWN_RECORD = "ab" * 32
RAMP = Schedule((Step(1, 4.0), Step(27, 10.0)))


def complaints(**fields):
    with pytest.raises(ModellerError) as caught:
        Scenario(**fields)
    return [str(problem) for problem in caught.value.problems]


def complaints_about(key, setting):
    return complaints(changes={key: setting})


def test_that_all_problems_are_found_at_once():
    assert complaints(
        title="",
        weeks=1,
        seed=-1,
        changes={"deployments_per_week": 90, "true_match_rate": "high", "nonsense": 1},
    ) == [
        "title is empty; give the scenario a title",
        "deployments_per_week is 90; it must lie between 0 and 14 a week",
        'true_match_rate is "high"; it must be a number',
        "nonsense is not a choice, circumstance or belief; “modeller list” shows all names",
        "weeks is 1; it must lie between 4 and 260 weeks",
        "seed is -1; it must lie between 0 and 9,007,199,254,740,991",
    ]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (True, "officer_losses is true; it must be a number"),
        ("1400", 'officer_losses is "1400"; it must be a number'),
        (None, "officer_losses is null; it must be a number"),
        (float("nan"), "officer_losses is NaN; it must be a finite number"),
        (float("-inf"), "officer_losses is -infinity; it must be a finite number"),
        (10**400, "officer_losses is infinity; it must be a finite number"),
        (3000.5, "officer_losses is 3,000.5; it must lie between 0 and 3,000 posts"),
        (
            3000.0000000000005,
            ("officer_losses is 3000.0000000000005; it must lie between 0 and 3,000 posts"),
        ),
        (-1, "officer_losses is -1; it must lie between 0 and 3,000 posts"),
        (
            {"central": 1},
            (
                "officer_losses is an object; "
                "a circumstance is a number, or a schedule such as "
                '[{"from_week": 1, "value": 4}, {"from_week": 27, "value": 10}]'
            ),
        ),
        (b"1", "officer_losses is of type bytes; it must be a number"),
    ],
)
def test_that_a_lever_is_a_number_in_its_range(raw, complaint):
    assert complaints_about("officer_losses", raw) == [complaint]


@pytest.mark.parametrize(
    ("key", "complaint"),
    [
        (
            "budget_shortfall",
            "budget_shortfall is 9,999,999; it must lie between £0 and £450m a year",
        ),
        (
            "cost_per_officer_year",
            ("cost_per_officer_year is 9,999,999; it must lie between £50,000 and £150,000 a year"),
        ),
        ("true_match_rate", "true_match_rate is 9,999,999; it must lie between 0.4 and 0.99"),
    ],
)
def test_that_a_range_is_told_in_its_own_unit(key, complaint):
    assert complaints_about(key, 9_999_999) == [complaint]


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (BeliefSetting(0.2), "true_match_rate.central is 0.2; it must lie between 0.4 and 0.99"),
        (
            BeliefSetting(0.8, -1),
            (
                "true_match_rate.spread is -1; "
                "it must lie between 0 (exactly known) and 5 times the evidence’s spread"
            ),
        ),
        (
            BeliefSetting(0.8, 5.5),
            (
                "true_match_rate.spread is 5.5; "
                "it must lie between 0 (exactly known) and 5 times the evidence’s spread"
            ),
        ),
        (
            {"central": 0.8, "spreed": 1},
            ("true_match_rate.spreed is not known here; did you mean spread?"),
        ),
        ({"spread": 1}, "true_match_rate.central is missing; add it"),
        ({"central": float("nan")}, "true_match_rate.central is NaN; it must be a finite number"),
        ({"central": True}, "true_match_rate.central is true; it must be a number"),
        (
            Schedule((Step(1, 0.5),)),
            (
                "true_match_rate is a schedule; "
                'a belief is a number, or {"central": 0.5, "spread": 1}, for the whole time'
            ),
        ),
    ],
)
def test_that_a_belief_is_a_centre_in_its_range_and_a_spread(raw, complaint):
    assert complaints_about("true_match_rate", raw) == [complaint]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ([], ["officer_losses has 0 steps; a schedule has 1 to 260 steps"]),
        (
            [{"from_week": 1, "value": 0}] * 261,
            ["officer_losses has 261 steps; a schedule has 1 to 260 steps"],
        ),
        (
            [{"from_week": 2, "value": 0}],
            ["officer_losses[0].from_week is 2; the first step is from week 1"],
        ),
        (
            [{"from_week": 1, "value": 0}, {"from_week": 1, "value": 5}],
            [
                (
                    "officer_losses[1].from_week is 1; "
                    "each step comes after the one before, which is from week 1"
                )
            ],
        ),
        (
            [{"from_week": 1, "value": 0}, {"from_week": 2.5, "value": 5}],
            ["officer_losses[1].from_week is 2.5; it must be a whole number"],
        ),
        (
            [{"from_week": 1, "value": 0}, {"from_week": 261, "value": 5}],
            ["officer_losses[1].from_week is 261; it must lie between 1 and 260"],
        ),
        (
            [
                {"from_week": 1, "value": 0},
                {"from_week": 9, "value": 5},
                {"from_week": 20, "value": 9000},
            ],
            ["officer_losses[2].value is 9,000; it must lie between 0 and 3,000 posts"],
        ),
        (
            [{"week": 1, "value": 0}, 7],
            [
                "officer_losses[0].week is not known here; did you mean from_week?",
                "officer_losses[0].from_week is missing; add it",
                'officer_losses[1] is 7; a step is {"from_week": 27, "value": 10}',
            ],
        ),
        (
            [{"from_week": True, "value": "4"}],
            [
                "officer_losses[0].from_week is true; it must be a number",
                'officer_losses[0].value is "4"; it must be a number',
            ],
        ),
        (
            Schedule((Step(1, -1.0),)),
            ["officer_losses[0].value is -1; it must lie between 0 and 3,000 posts"],
        ),
    ],
)
def test_that_a_schedule_goes_forward_from_week_one(raw, expected):
    assert complaints_about("officer_losses", raw) == expected


def test_that_values_between_the_steps_of_a_slider_are_allowed():
    assert Scenario(changes={"deployments_per_week": 4.123}).value("deployments_per_week") == 4.123


@pytest.mark.parametrize("key", catalogue().sliders)
def test_that_both_ends_of_every_range_are_allowed_and_nothing_beyond(key):
    slider = catalogue().sliders[key]
    low, high = slider.bounds
    for end, beyond in ((low, -np.inf), (high, np.inf)):
        assert Scenario().with_value(key, end).value(key) == end
        with pytest.raises(ModellerError, match="it must lie between"):
            Scenario().with_value(key, float(np.nextafter(end, beyond)))


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"weeks": 261}, "weeks is 261; it must lie between 4 and 260 weeks"),
        ({"weeks": 52.5}, "weeks is 52.5; it must be a whole number"),
        ({"weeks": True}, "weeks is true; it must be a number"),
        ({"draws": 99}, "draws is 99; it must lie between 100 and 1,000,000 draws"),
        (
            {"seed": 2**53},
            ("seed is 9,007,199,254,740,992; it must lie between 0 and 9,007,199,254,740,991"),
        ),
        (
            {"record": "mine"},
            ('record is "mine"; it must be a SHA-256, 64 hexadecimal digits in lower case'),
        ),
        ({"changes": [1]}, "changes is a list; it must be an object, key by key"),
        ({"title": 5}, "title is 5; it must be text"),
        ({"title": "x" * 201}, "title has 201 characters; shorten it to at most 200"),
        ({"question": "x" * 501}, "question has 501 characters; shorten it to at most 500"),
        ({"author": "x" * 201}, "author has 201 characters; shorten it to at most 200"),
        ({"notes": "x" * 10_001}, "notes has 10,001 characters; shorten it to at most 10,000"),
        (
            {"title": "two\nlines"},
            ("title holds the control character U+000A; take it out: it is a single line"),
        ),
        (
            {"author": "\x1b[31m"},
            ("author holds the control character U+001B; take it out: it is a single line"),
        ),
        (
            {"question": "a\u202eb"},
            "question holds the control character U+202E; take it out: it is a single line",
        ),
        (
            {"notes": "a\0b"},
            (
                "notes holds the control character U+0000; take it out: "
                "only new lines and tabs are allowed"
            ),
        ),
        ({"sources": "met"}, 'sources is "met"; it must be a list'),
        ({"sources": ["a"] * 51}, "sources has 51 items; keep at most 50"),
        ({"sources": ["a", 5]}, "sources[1] is 5; it must be text"),
        ({"sources": ["x" * 501]}, "sources[0] has 501 characters; shorten it to at most 500"),
        (
            {"targets": [{"outcome": "arrest", "at_least": 1}]},
            "targets[0].outcome is not an outcome; did you mean arrests?",
        ),
        (
            {"targets": [Target("arrests", statistic="p5", at_least=1)]},
            'targets[0].statistic is "p5"; use mean, or p01 to p99',
        ),
        (
            {"targets": [Target("arrests")]},
            "targets[0] has no figure; give at_least, at_most or both",
        ),
        (
            {"targets": [Target("arrests", at_least=float("nan"))]},
            "targets[0].at_least is NaN; it must be a finite number",
        ),
        (
            {"targets": [Target("arrests", at_least=2, at_most=1)]},
            "targets[0] has at_least above at_most; swap the two",
        ),
        (
            {"targets": [Target("arrests", at_least=2)] * 21},
            "targets has 21 items; keep at most 20",
        ),
        (
            {"targets": ["arrests"]},
            'targets[0] is "arrests"; a target is {"outcome": "arrests", "at_least": 1000}',
        ),
        ({"view": []}, "view is a list; it must be an object"),
        ({"view": {"zoom": float("inf")}}, "view.zoom is infinity; it must be a finite number"),
        ({"view": {"a b": {1, 2}}}, 'view["a b"] is of type set; it must be what JSON can hold'),
        (
            {"view": {"a": [[[[[[[[]]]]]]]]}},
            ("view.a[0][0][0][0][0][0][0] is nested too deeply; leave it out"),
        ),
        ({"view": {"text": "x" * 20_000}}, "view takes 20,011 bytes; keep it within 20,000"),
    ],
)
def test_that_every_other_field_has_its_bounds(fields, complaint):
    assert complaints(**fields) == [complaint]


def test_that_the_longest_texts_are_allowed_and_notes_may_have_lines_and_tabs():
    scenario = Scenario(
        title="x" * 200,
        question="é" * 500,
        author="名" * 200,
        notes="a\n\tb" * 2500,
        sources=("x" * 500,) * 50,
    )
    assert len(scenario.notes) == 10_000


def test_that_a_flood_of_problems_is_cut_short():
    lines = complaints(changes={f"key {number}": 1 for number in range(5000)})
    assert len(lines) == 101
    assert lines[-1] == "the scenario has 4,900 more problems; put these right first"
