"""Trade-offs: any outcome over any two levers, lines of equal outcome, and the frontier.

A frontier keeps the settings that no other beats on both outcomes at once. It gives no verdict on
which of these to choose. Only choices are compared in this way, because nobody chooses a belief or
a circumstance: a better rate of false alerts would simply beat all others. Over such a lever there
is a frontier for each of its values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

import numpy as np
from numpy.typing import NDArray

from modeller.analysis.evaluation import Evaluate, Totals, evaluator, known_of
from modeller.analysis.seek import Places, check_varied
from modeller.analysis.targets import Measure
from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.base.short_repr import short_repr
from modeller.evidence import Record
from modeller.model.catalogue import Catalogue
from modeller.projection import Progress
from modeller.scenario import Scenario

FRONTIER_MEASURES = (Measure("false_alerts", "mean"), Measure("arrests", "mean"))
"""The usual cost and gain."""
FRONTIER_LEVERS = ("deployments_per_week", "watchlist_size")
"""The usual two choices, across and up."""
MOST_POINTS = 40  # along one lever
_POINTS = 7
_WEEKS_OF_A_YEAR = 52  # or 53: Mondays in a year


@short_repr
@dataclass(frozen=True, eq=False)
class Grid:
    """Measures over two levers.

    Attributes
    ----------
    x_key, y_key
        The levers across and up.
    x, y
        Their values, ascending, shapes (columns,) and (rows,).
    values
        Each measure, shape (rows, columns), in its outcome's unit.
    now
        Each measure in the scenario itself.
    here
        The scenario's own values of the two levers.
    """

    x_key: str
    y_key: str
    x: Floats
    y: Floats
    values: Mapping[Measure, Floats]
    now: Mapping[Measure, float]
    here: tuple[float, float]

    def iso_lines(self, measure: Measure, levels: Sequence[float]) -> Mapping[float, list[Floats]]:
        """Lines along which a measure, interpolated between its points, equals each level.

        A line is an array of points (x, y), shape (points, 2); a closed one ends where it begins.
        No line crosses a cell with a corner that is not finite.
        """
        from contourpy import LineType, contour_generator

        values = np.ma.masked_invalid(self.values[measure])
        contours = contour_generator(
            self.x, self.y, values, corner_mask=False, line_type=LineType.Separate
        )
        # the type depends on `line_type`, which the library's annotations do not express
        return MappingProxyType(
            {float(level): cast(list[Floats], contours.lines(level)) for level in levels}
        )

    def levels(self, measure: Measure, most: int = 6) -> tuple[float, ...]:
        """Round numbers strictly inside a measure's range over the grid, at most `most`."""
        values = self.values[measure]
        values = values[np.isfinite(values)]
        return round_levels(float(values.min()), float(values.max()), most) if values.size else ()


def grid(
    scenario: Scenario,
    x_key: str,
    y_key: str,
    measures: Sequence[Measure],
    *,
    points: tuple[int, int] = (_POINTS, _POINTS),
    through_here: bool = False,
    x_values: Sequence[float] | None = None,
    y_values: Sequence[float] | None = None,
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> Grid:
    """Project a scenario over a grid of two levers.

    Parameters
    ----------
    points
        The number of columns and rows, spread evenly along the scales of the sliders and rounded to
        their steps; there are fewer if a slider has fewer steps.
    through_here
        Whether to include the scenario's own values of the two levers, which a frontier needs but a
        heatmap of equal cells does not.
    x_values, y_values
        The values themselves, instead of `points`.

    Raises
    ------
    ModellerError
        When the levers are not two different sliders, or a value lies outside its range.
    """
    known = known_of(scenario, declared)
    check_varied((x_key, y_key), known, where="levers")
    if not all(2 <= count <= MOST_POINTS for count in points):
        raise refusal(
            translate("Problem", "points"),
            "are {across} by {up}",
            "each lever can have 2 to {most}",
            across=points[0],
            up=points[1],
            most=MOST_POINTS,
        )
    here = (scenario.value(x_key, known), scenario.value(y_key, known))
    x = _along(x_key, points[0], x_values, known)
    y = _along(y_key, points[1], y_values, known)
    if through_here:
        x, y = np.union1d(x, here[0]), np.union1d(y, here[1])
    run = evaluate or evaluator([measure.outcome for measure in measures], known)
    total = 1 + x.size * y.size
    now = _measured(run(scenario), measures)
    values = {measure: np.empty((y.size, x.size)) for measure in measures}
    done = 1
    for row, y_value in enumerate(y.tolist()):
        across = scenario.with_value(y_key, y_value)
        for column, x_value in enumerate(x.tolist()):
            found = _measured(run(across.with_value(x_key, x_value)), measures)
            for measure, value in found.items():
                values[measure][row, column] = value
            done += 1
            if progress is not None:
                progress(done / total)
    return Grid(x_key, y_key, x, y, MappingProxyType(values), MappingProxyType(now), here)


def _along(key: str, points: int, values: Sequence[float] | None, known: Catalogue) -> Floats:
    if values is not None:
        return np.array(sorted(set(map(float, values))))
    places = Places(known.sliders[key])
    return np.array([places.value(place) for place in places.spread(points)])


def _measured(totals: Totals, measures: Sequence[Measure]) -> dict[Measure, float]:
    return {measure: measure.of(totals.totals(measure.outcome)) for measure in measures}


def round_levels(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most `most` multiples of 1, 2 or 5 times a power of ten, strictly between two values."""
    if not low < high or most < 1:
        return ()
    exponent = np.floor(np.log10((high - low) / (most + 1)))
    for factor in (1.0, 2.0, 5.0, 10.0, 20.0):
        step = factor * 10.0**exponent
        first, last = np.floor(low / step) + 1, np.ceil(high / step) - 1
        if last - first + 1 <= most:
            levels = (float(f"{k * step:.12g}") for k in np.arange(first, last + 1))
            return tuple(level for level in levels if low < level < high)
    return ()


@dataclass(frozen=True)
class Point:
    """One setting of the two levers, with its measures.

    `cost` and `gain` are the measures across and up. It is `efficient` if no other setting of the
    grid, with the same beliefs and circumstances, is as good on both and better on one.
    """

    settings: Mapping[str, float]
    cost: float
    gain: float
    efficient: bool


@dataclass(frozen=True)
class RecordYear:
    """A year of the record as a point among those of a frontier.

    Attributes
    ----------
    weeks
        How many weeks of the year the record covers.
    part_year
        Whether that is less than the whole year.
    deployments_per_week
        The mean over those weeks.
    cost, gain
        The counts of those weeks, scaled to the scenario's horizon.
    comparable
        Whether the whole year was counted like the weeks that the model is calibrated on: faces in
        the present way, and one threshold.
    """

    year: int
    weeks: int
    deployments_per_week: float
    cost: float
    gain: float
    comparable: bool

    @property
    def part_year(self) -> bool:
        """Whether the record covers only a part of the year, which is then scaled up."""
        return self.weeks < _WEEKS_OF_A_YEAR


@short_repr
@dataclass(frozen=True)
class Frontier:
    """Two outcomes over two levers, one against the other.

    `points` are all settings of the grid, row by row; `now` is the scenario itself. `years` is
    empty if the record does not have both outcomes.
    """

    cost: Measure
    gain: Measure
    points: tuple[Point, ...]
    now: Point
    years: tuple[RecordYear, ...]

    @property
    def efficient(self) -> tuple[Point, ...]:
        """The settings that no other beats, from the lowest cost to the highest."""
        kept = [point for point in self.points if point.efficient]
        return tuple(sorted(kept, key=lambda point: (point.cost, point.gain)))


def efficient(cost: Floats, gain: Floats) -> NDArray[np.bool_]:
    """Which points no other point beats on one measure while equalling it on the other, shape (n,).

    Less cost is better, and more gain is. Of equal points all are kept; undefined ones are not.
    """
    known = ~(np.isnan(cost) | np.isnan(gain))
    kept = np.zeros(cost.shape, dtype=bool)
    best, best_cost = -np.inf, -np.inf
    # cheapest first and, at equal cost, the largest gain first
    for index in np.lexsort((-gain, cost)):
        if not known[index]:
            continue
        if gain[index] > best or (gain[index] == best and cost[index] == best_cost):
            kept[index] = True
            best, best_cost = gain[index], cost[index]
    return kept


def frontier(
    surface: Grid,
    cost: Measure,
    gain: Measure,
    *,
    scenario: Scenario,
    record: Record | None = None,
) -> Frontier:
    """The frontier of two measures of a grid, with the record's years as further points.

    Parameters
    ----------
    scenario
        The scenario of the grid, to whose horizon the record's years are scaled.
    record
        The record to plot; the profile's own when None.
    """
    costs = np.append(surface.values[cost].ravel(), surface.now[cost])
    gains = np.append(surface.values[gain].ravel(), surface.now[gain])
    places = [(float(x), float(y)) for y in surface.y for x in surface.x]
    keys = (surface.x_key, surface.y_key)
    given = [
        index for index, key in enumerate(keys) if scenario.catalogue.sliders[key].kind != "choice"
    ]
    groups: dict[tuple[float, ...], list[int]] = {}
    for number, place in enumerate([*places, surface.here]):
        groups.setdefault(tuple(place[index] for index in given), []).append(number)
    kept = np.zeros(costs.shape, dtype=bool)
    for members in groups.values():
        kept[members] = efficient(costs[members], gains[members])
    *points, now = (
        Point(
            MappingProxyType(dict(zip(keys, place, strict=True))),
            float(costs[number]),
            float(gains[number]),
            bool(kept[number]),
        )
        for number, place in enumerate([*places, surface.here])
    )
    return Frontier(
        cost, gain, tuple(points), now, record_years(cost.outcome, gain.outcome, scenario, record)
    )


def record_years(
    cost: str, gain: str, scenario: Scenario, record: Record | None = None
) -> tuple[RecordYear, ...]:
    """The record's calendar years as points of two outcomes, scaled to the scenario's weeks.

    Empty if the record has no column for one of them.
    """
    known = scenario.profile.record if record is None else record
    outcomes, weeks = scenario.catalogue.outcomes, scenario.weeks
    columns = [outcomes[key].record_column for key in (cost, gain)]
    if columns[0] is None or columns[1] is None:
        return ()
    every = known.by_week()
    year_of = every.week_starting.astype("datetime64[Y]").astype(int) + 1970
    present = every.threshold[~np.isnan(every.threshold)][-1]
    years = []
    for year in sorted(set(year_of.tolist())):
        inside = year_of == year
        covered = int(inside.sum())
        threshold = every.threshold[inside]
        same_threshold = bool((threshold[~np.isnan(threshold)] == present).all())
        same_count = bool((every.face_count_basis[inside] == "current").all())
        scale = weeks / covered
        years.append(
            RecordYear(
                year=year,
                weeks=covered,
                deployments_per_week=float(every.deployments[inside].mean()),
                cost=float(getattr(every, columns[0])[inside].sum()) * scale,
                gain=float(getattr(every, columns[1])[inside].sum()) * scale,
                comparable=same_threshold and same_count,
            )
        )
    return tuple(years)
