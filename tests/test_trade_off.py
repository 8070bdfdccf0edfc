"""Trade-offs: grids, iso-lines, the frontier, and the record where it falls."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.analysis.targets import Measure
from modeller.analysis.trade_off import (
    Grid,
    efficient,
    frontier,
    grid,
    record_years,
    round_levels,
)
from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario import Scenario
from tests.met import shipped_record

SMALL = Scenario(changes={"deployments_per_week": 7}, weeks=5, draws=100)
ARRESTS, HOURS = Measure("arrests", "mean"), Measure("officer_hours", "mean")
FALSE_ALERTS = Measure("false_alerts", "mean")
LEVERS = ("deployments_per_week", "hours_per_deployment")


@pytest.fixture(scope="module")
def surface():
    return grid(SMALL, *LEVERS, (ARRESTS, HOURS), points=(3, 2), through_here=True)


def test_that_every_cell_is_what_projecting_that_setting_gives(surface):
    for row, y in enumerate(surface.y.tolist()):
        for column, x in enumerate(surface.x.tolist()):
            there = SMALL.with_value(LEVERS[0], x).with_value(LEVERS[1], y)
            expected = ARRESTS.of(project(there).totals("arrests"))
            assert surface.values[ARRESTS][row, column] == expected


def test_that_the_scenario_itself_is_on_the_grid(surface):
    assert surface.here == (7.0, 5.6)
    place = np.flatnonzero(surface.y == 5.6)[0], np.flatnonzero(surface.x == 7.0)[0]
    assert surface.values[HOURS][place] == surface.now[HOURS]
    even = grid(SMALL, *LEVERS, (HOURS,), points=(3, 2))
    assert even.y.tolist() == [2.0, 8.0]


def test_that_given_values_are_taken():
    found = grid(SMALL, *LEVERS, (HOURS,), x_values=[8, 4], y_values=[5, 6, 7])
    assert found.values[HOURS].shape == (3, 2)
    assert found.x.tolist() == [4.0, 8.0]


@pytest.mark.parametrize(
    ("levers", "options", "complaint"),
    [
        ((LEVERS[0], LEVERS[0]), {}, "two different"),
        ((LEVERS[0], "hours"), {}, "not a choice"),
        (LEVERS, {"points": (1, 5)}, "2 to 40"),
        (LEVERS, {"points": (100, 5)}, "2 to 40"),
        (LEVERS, {"x_values": [4, 90]}, "must lie between"),
    ],
)
def test_that_a_grid_that_cannot_be_is_refused(levers, options, complaint):
    with pytest.raises(ModellerError, match=complaint):
        grid(SMALL, levers[0], levers[1], (HOURS,), **options)


def test_that_the_grid_can_be_stopped():
    class StoppedError(Exception):
        pass

    def stop(share):
        raise StoppedError

    with pytest.raises(StoppedError):
        grid(SMALL, *LEVERS, (HOURS,), progress=stop)


def iso_lines(x, y, values, level):
    over = Grid(*LEVERS, x, y, {ARRESTS: values}, {}, (0.0, 0.0))
    return over.iso_lines(ARRESTS, [level])[level]


def test_that_a_circle_is_drawn_as_one():
    axis = np.linspace(-2, 2, 41)
    x, y = np.meshgrid(axis, axis)
    (line,) = iso_lines(axis, axis, x**2 + y**2, 1.0)
    assert np.abs(np.hypot(line[:, 0], line[:, 1]) - 1.0).max() < 0.002
    assert (line[0] == line[-1]).all()


def test_that_a_plane_has_one_straight_line_from_edge_to_edge():
    x = np.array([0.0, 1.0, 3.0])
    y = np.array([0.0, 2.0])
    (line,) = iso_lines(x, y, np.add.outer(y, x), 2.5)
    assert np.allclose(line.sum(axis=1), 2.5)
    assert {0.0, 2.0} == set(line[[0, -1], 1])


def test_that_a_saddle_is_two_lines_and_that_holes_hold_none():
    axis = np.array([0.0, 1.0])
    assert len(iso_lines(axis, axis, np.array([[1.0, 0.0], [0.0, 1.0]]), 0.5)) == 2
    assert iso_lines(axis, axis, np.array([[np.inf, 0.0], [0.0, 1.0]]), 0.5) == []
    assert iso_lines(axis, axis, np.zeros((2, 2)), 0.5) == []


@given(
    st.lists(st.lists(st.floats(-10, 10), min_size=4, max_size=4), min_size=3, max_size=5),
    st.floats(-9, 9),
)
def test_that_a_line_keeps_to_its_level(rows, level):
    values = np.array(rows)
    x, y = np.arange(4.0), np.arange(float(len(rows)))
    for line in iso_lines(x, y, values, level):
        for px, py in line:
            column, row = min(int(px), 2), min(int(py), len(rows) - 2)
            a, b = px - column, py - row
            corner = values[row : row + 2, column : column + 2]
            value = (
                corner[0, 0] * (1 - a) * (1 - b)
                + corner[0, 1] * a * (1 - b)
                + corner[1, 0] * (1 - a) * b
                + corner[1, 1] * a * b
            )
            assert value == pytest.approx(level, abs=1e-6)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(1, 9))
def test_that_levels_are_few_and_inside(low, width, most):
    levels = round_levels(low, low + width, most)
    assert len(levels) <= most
    assert all(low < level < low + width for level in levels)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=25))
def test_that_the_efficient_points_are_those_that_no_other_beats(points):
    cost, gain = (np.array(values, dtype=float) for values in zip(*points, strict=True))
    kept = efficient(cost, gain)
    for index in range(len(points)):
        beaten = (
            (cost <= cost[index])
            & (gain >= gain[index])
            & ((cost < cost[index]) | (gain > gain[index]))
        )
        assert kept[index] == (not beaten.any())


def test_that_what_is_not_defined_is_not_efficient():
    assert efficient(np.array([np.nan, 1.0]), np.array([9.0, 1.0])).tolist() == [False, True]


def test_that_nothing_on_the_frontier_is_beaten_and_the_settings_are_named(surface):
    found = frontier(surface, HOURS, ARRESTS, scenario=SMALL)
    assert len(found.points) == surface.values[HOURS].size
    assert found.now.settings == dict(zip(LEVERS, (7.0, 5.6), strict=True))
    line = found.efficient
    assert len(line) >= 2
    for cheaper, dearer in itertools.pairwise(line):
        assert cheaper.cost < dearer.cost
        assert cheaper.gain < dearer.gain
    assert found.years == ()  # officer hours are not in the record


def test_that_a_belief_is_no_choice_on_the_frontier():
    found = frontier(
        grid(
            SMALL,
            "deployments_per_week",
            "false_alerts_per_million_faces",
            (FALSE_ALERTS, ARRESTS),
            x_values=[4, 7, 10],
            y_values=[10, 100],
        ),
        FALSE_ALERTS,
        ARRESTS,
        scenario=SMALL,
    )
    rates = [point.settings["false_alerts_per_million_faces"] for point in found.efficient]
    assert rates.count(10) == rates.count(100) == 3


def test_that_the_records_years_are_its_counts_scaled_to_the_horizon():
    record = shipped_record()
    weeks = record.by_week()
    years = record_years("false_alerts", "arrests", SMALL.replace(weeks=52))
    assert [year.year for year in years] == [2023, 2024, 2025, 2026]
    assert sum(year.weeks for year in years) == len(weeks)
    total = sum(year.gain * year.weeks / 52 for year in years)
    assert total == pytest.approx(record.totals()["arrests"])
    assert [year.comparable for year in years] == [False, False, True, True]
    of_2026 = weeks.since("2026-01-01")
    of_2025 = weeks.since("2025-01-01").until("2026-01-05")
    for year, of_year in zip(years[-2:], (of_2025, of_2026), strict=True):
        counted = of_year.totals()
        assert year.weeks == len(of_year)
        assert year.cost == pytest.approx(counted["false_alerts"] * 52 / year.weeks)
        assert year.deployments_per_week == pytest.approx(counted["deployments"] / year.weeks)
    last = years[-1]
    half = record_years("false_alerts", "arrests", SMALL.replace(weeks=26))
    assert half[-1].gain == pytest.approx(last.gain / 2)
