"""Goal seek: the answer stands on the slider's steps, meets the target, and is the nearest."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.analysis.evaluation import Sums
from modeller.analysis.seek import Places, boundary, seek
from modeller.analysis.targets import parse_goal
from modeller.base.errors import ModellerError
from modeller.model.catalogue import catalogue
from modeller.projection import project
from modeller.scenario import Scenario, Schedule, Step

SMALL = Scenario(weeks=6, draws=200)
DEPLOYMENTS = "deployments_per_week"


def independently(scenario, goal):
    """The measure from a projection that the search had no part in."""
    totals = project(scenario.replace(title="again")).totals(goal.measure.outcome)
    return goal.measure.of(totals)


def test_that_projecting_the_answer_again_meets_the_target():
    goal = parse_goal("arrests.p20 >= 140")
    found = seek(SMALL, goal, [DEPLOYMENTS])
    assert found.answer is not None
    assert not found.met_now
    assert goal.met(independently(found.answer, goal))
    assert found.measured == independently(found.answer, goal)
    a_step_less = found.answer.with_value(DEPLOYMENTS, found.values[0] - 0.5)
    assert not goal.met(independently(a_step_less, goal))


@pytest.mark.parametrize("figure", [110, 130, 150, 170])
def test_that_one_lever_is_found_where_trying_every_step_finds_it(figure):
    goal = parse_goal(f"arrests.p20 >= {figure}")
    found = seek(SMALL, goal, [DEPLOYMENTS])
    places = Places(catalogue().levers[DEPLOYMENTS])
    every = [places.value(place) for place in range(places.last + 1)]
    meeting = [
        value
        for value in every
        if goal.met(independently(SMALL.with_value(DEPLOYMENTS, value), goal))
    ]
    assert found.values == (min(meeting),)
    assert found.runs < len(every)


def test_that_a_target_already_met_gives_the_last_step_that_still_meets_it():
    goal = parse_goal("arrests.p20 >= 140")
    found = seek(SMALL.with_value(DEPLOYMENTS, 10), goal, [DEPLOYMENTS])
    assert found.met_now
    assert found.values == seek(SMALL, goal, [DEPLOYMENTS]).values


def test_that_what_cannot_be_reached_is_said_with_the_nearest():
    goal = parse_goal("arrests.p20 >= 1,000,000")
    found = seek(SMALL, goal, [DEPLOYMENTS])
    assert found.answer is None
    assert found.measured == independently(found.closest, goal)
    assert found.measured >= found.measured_now
    assert not found.met_everywhere


def test_that_what_is_met_everywhere_stays_where_it_is():
    found = seek(SMALL, parse_goal("arrests.p20 >= 1"), [DEPLOYMENTS])
    assert found.met_everywhere
    assert found.answer == SMALL


def test_that_a_ceiling_is_sought_from_above():
    goal = parse_goal("officer_hours.mean <= 4000")
    found = seek(SMALL.with_value(DEPLOYMENTS, 10), goal, [DEPLOYMENTS])
    assert found.answer is not None
    assert goal.met(independently(found.answer, goal))
    assert not goal.met(
        independently(found.answer.with_value(DEPLOYMENTS, found.values[0] + 0.5), goal)
    )


def test_that_two_levers_move_as_little_as_possible():
    goal = parse_goal("arrests.p20 >= 140")
    keys = [DEPLOYMENTS, "hours_per_deployment"]

    def evaluate(scenario):  # a plane, so that every pair can be tried
        return Sums(
            {
                "arrests": np.full(
                    100, 10 * scenario.value(DEPLOYMENTS) + 12 * scenario.value(keys[1])
                )
            }
        )

    found = seek(SMALL, goal, keys, evaluate=evaluate)
    places = [Places(catalogue().levers[key]) for key in keys]
    here = [each.way(SMALL.value(key)) for each, key in zip(places, keys, strict=True)]

    def way(values):
        return math.hypot(*(p.way(v) - h for p, v, h in zip(places, values, here, strict=True)))

    best = min(
        way((x, y))
        for x in (places[0].value(i) for i in range(places[0].last + 1))
        for y in (places[1].value(j) for j in range(places[1].last + 1))
        if 10 * x + 12 * y >= 140
    )
    assert way(found.values) == pytest.approx(best)


def test_that_two_levers_meet_the_target_when_projected_again():
    goal = parse_goal("arrests.p20 >= 150")
    found = seek(SMALL, goal, [DEPLOYMENTS, "hours_per_deployment"])
    assert found.answer is not None
    assert goal.met(independently(found.answer, goal))
    one = seek(SMALL, goal, [DEPLOYMENTS])
    assert found.values[0] <= one.values[0]


def test_that_a_lever_on_a_schedule_is_given_one_number():
    schedule = Schedule((Step(1, 4.0), Step(4, 6.0)))
    found = seek(
        SMALL.with_setting(DEPLOYMENTS, schedule), parse_goal("arrests.p20 >= 140"), [DEPLOYMENTS]
    )
    assert found.answer is not None
    assert isinstance(found.answer.setting(DEPLOYMENTS), float)


@pytest.mark.parametrize(
    ("vary", "complaint"),
    [
        ([], "name one lever"),
        ([DEPLOYMENTS, DEPLOYMENTS], "two different"),
        (["deployments"], "not a choice, circumstance or belief"),
        ([DEPLOYMENTS, "watchlist_size", "officer_losses"], "two different"),
    ],
)
def test_that_it_says_what_may_be_varied(vary, complaint):
    with pytest.raises(ModellerError, match=complaint):
        seek(SMALL, parse_goal("arrests.p20 >= 140"), vary)


@given(st.sampled_from(list(catalogue().sliders)), st.sampled_from([1, 10]), st.data())
def test_that_places_are_where_a_slider_can_stand(key, fineness, data):
    slider = catalogue().sliders[key]
    places = Places(slider, fineness)
    assert places.value(0) == slider.minimum
    assert places.value(places.last) == slider.maximum
    place = data.draw(st.integers(0, places.last))
    assert slider.contains(places.value(place))
    assert places.nearest(places.value(place)) == place
    assert 0.0 <= places.way(places.value(place)) <= 1.0
    spread = places.spread(5)
    assert spread[0] == 0
    assert spread[-1] == places.last
    assert len(spread) <= 7


@given(st.integers(0, 60), st.booleans(), st.floats(2, 8))
def test_that_a_boundary_is_found_wherever_it_lies(threshold, upwards, start):
    places = Places(catalogue().levers["hours_per_deployment"])
    asked = []

    def margin(place):
        asked.append(place)
        away = (place - threshold if upwards else threshold - place) * abs(place - threshold)
        return float(away)

    found = boundary(margin, places, start)
    meets = [p for p in range(places.last + 1) if (p >= threshold if upwards else p <= threshold)]
    if len(meets) == places.last + 1:
        assert found.place is None
        assert found.met_somewhere
    else:
        assert found.place == (meets[0] if upwards else meets[-1])
        assert found.met_above is upwards
    assert len(asked) <= 5 + 2 * math.ceil(math.log2(places.last))


def test_that_of_several_boundaries_the_nearest_is_taken():
    places = Places(catalogue().levers["hours_per_deployment"])
    low, high = places.nearest(3), places.nearest(7)

    def margin(place):
        return float((place - low) * (high - place))

    assert boundary(margin, places, 2.5).place == low
    assert boundary(margin, places, 7.5).place == high
    assert boundary(margin, places, 7.5).changes == 2


def test_that_the_search_can_be_stopped():
    class StoppedError(Exception):
        pass

    def stop(share):
        assert 0.0 <= share <= 1.0
        raise StoppedError

    with pytest.raises(StoppedError):
        seek(SMALL, parse_goal("arrests.p20 >= 140"), [DEPLOYMENTS], progress=stop)
