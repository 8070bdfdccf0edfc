"""Goal seek: what one or two levers must be set to for a target to be met.

The search keeps to the steps of the levers, so that a slider can be set to the answer. Every answer
has been run, so that projecting it again meets the target.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from modeller.analysis.evaluation import Evaluate, Measured, evaluator, known_of
from modeller.analysis.targets import Goal
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translate
from modeller.base.results import DrawnResult
from modeller.model.catalogue import Belief, Catalogue, Lever
from modeller.projection import Progress
from modeller.scenario import Scenario

MOST_VARIED = 2
_LOOKS = 5  # values across the range that are tried before closing in


@dataclass(frozen=True)
class Places:
    """The values that a slider can take, numbered from 0 at its minimum.

    There are `fineness` of them in one step of the slider; both ends are always included.
    """

    slider: Lever | Belief
    fineness: int = 1

    @property
    def _step(self) -> float:
        return self.slider.step / self.fineness

    @cached_property
    def last(self) -> int:
        """The number of the maximum."""
        whole = (self.slider.maximum - self.slider.minimum) / self._step
        return max(1, math.ceil(whole - 1e-9))

    def value(self, place: int) -> float:
        """The value of that number, in the slider's unit."""
        if place >= self.last:
            return float(self.slider.maximum)
        # to twelve digits, so that 4 + 3 × 0.1 is written as 4.3
        return float(f"{self.slider.minimum + place * self._step:.12g}")

    def nearest(self, value: float) -> int:
        """The number of the nearest value."""
        place = round((value - self.slider.minimum) / self._step)
        return min(max(place, 0), self.last)

    def way(self, value: float) -> float:
        """How far along the slider a value lies, 0 to 1, on the slider's scale."""
        low, high = float(self.slider.minimum), float(self.slider.maximum)
        if self.slider.scale == "log":
            low, high, value = math.log(low), math.log(high), math.log(max(value, low))
        return (value - low) / (high - low)

    def spread(self, looks: int) -> list[int]:
        """The numbers of about `looks` values from end to end, evenly on the slider's scale."""
        low, high = float(self.slider.minimum), float(self.slider.maximum)
        if self.slider.scale == "log":
            values = np.geomspace(low, high, looks)
        else:
            values = np.linspace(low, high, looks)
        return sorted({self.nearest(float(value)) for value in values} | {0, self.last})


@dataclass(frozen=True)
class Boundary:
    """Where along a slider a target changes from met to not met.

    Attributes
    ----------
    place
        The number of the last value that meets the target, at the change nearest to the start; None
        if there is no change.
    met_above
        Whether the target is met above it rather than below; None if there is no change.
    met_somewhere
        Whether any value tried meets it; if there is no change, whether all do.
    changes
        How often it changes; more than once means that the outcome changes direction.
    best
        The number of the value tried that comes nearest to the target, or exceeds it most.
    """

    place: int | None
    met_above: bool | None
    met_somewhere: bool
    changes: int
    best: int


def boundary(margin: Callable[[int], float], places: Places, start: float) -> Boundary:
    """Find where the margin changes sign along a slider.

    Parameters
    ----------
    margin
        By how much the value of a number meets the target; negative if it does not.
    start
        The value to which the change is to be nearest.
    """
    margins = {place: margin(place) for place in places.spread(_LOOKS)}
    looked = sorted(margins)
    brackets = [
        (low, high)
        for low, high in itertools.pairwise(looked)
        if (margins[low] >= 0.0) != (margins[high] >= 0.0)
    ]
    best = max(looked, key=lambda place: margins[place])
    if not brackets:
        return Boundary(None, None, margins[best] >= 0.0, 0, best)
    low, high = min(brackets, key=lambda pair: _distance(pair, places, start))
    low_margin, high_margin = margins[low], margins[high]
    halve = False
    while high - low > 1:
        middle = _between(low, high, low_margin, high_margin, halve)
        middle_margin = margin(middle)
        width = high - low
        if (middle_margin >= 0.0) == (low_margin >= 0.0):
            low, low_margin = middle, middle_margin
        else:
            high, high_margin = middle, middle_margin
        # where interpolation converges slowly, bisection is as good
        halve = high - low > width / 2
    met_above = high_margin >= 0.0
    return Boundary(high if met_above else low, met_above, True, len(brackets), best)


def _distance(pair: tuple[int, int], places: Places, start: float) -> float:
    ways = [places.way(places.value(place)) for place in pair]
    here = places.way(start)
    return max(ways[0] - here, here - ways[1], 0.0)


def _between(low: int, high: int, low_margin: float, high_margin: float, halve: bool) -> int:
    """A number strictly between two, by linear interpolation where that helps."""
    share = 0.5
    if not halve and math.isfinite(low_margin) and math.isfinite(high_margin):
        share = low_margin / (low_margin - high_margin)
    return min(max(low + round(share * (high - low)), low + 1), high - 1)


@dataclass(frozen=True)
class Sought(DrawnResult):
    """The answer of a goal seek.

    Attributes
    ----------
    met_now, measured_now
        Whether the scenario at present meets the goal, and its measure.
    answer
        The nearest scenario that meets it; None if none does within the ranges of the levers. With
        one lever it is at the boundary, where the next step misses the goal, even if the goal is
        already met. With two it is the scenario itself if that meets the goal.
    values
        The values of the levers in `answer`, or in `closest` if there is no answer.
    measured
        The measure there.
    closest
        The scenario that came nearest to the goal.
    met_everywhere
        Whether every value tried of a single lever meets the goal.
    side
        On which side of its value the goal is met, for a single lever at a boundary.
    runs
        How many scenarios were projected.
    """

    goal: Goal
    vary: tuple[str, ...]
    met_now: bool
    measured_now: float
    answer: Scenario | None
    closest: Scenario
    measured: float
    met_everywhere: bool
    runs: int
    values: tuple[float, ...]
    stood: tuple[float, ...]
    scenario: Scenario
    side: Literal["above", "below"] | None = None


def seek(
    scenario: Scenario,
    goal: Goal,
    vary: Sequence[str],
    *,
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> Sought:
    """Move one or two levers or beliefs, as little as possible, until the goal is met.

    With two levers, the least move is the shortest distance, with each lever measured by its range.
    A lever with a schedule is given one number for the whole horizon.

    Raises
    ------
    ModellerError
        When `vary` names no slider, the same one twice, or more than two.
    """
    known = known_of(scenario, declared)
    places = [Places(known.sliders[key]) for key in check_varied(vary, known)]
    first, *rest = sorted(places, key=lambda each: each.last)
    expected = 14 if not rest else 12 * (first.last + 1)
    measured = Measured(
        goal.measure,
        evaluate or evaluator([goal.measure.outcome], known),
        expected=expected,
        progress=progress,
    )
    now = measured(scenario)
    search = _Search(scenario, goal, measured, known)
    if rest:
        answer = scenario if goal.met(now) else search.two(first, rest[0])
        everywhere = False
    else:
        answer, everywhere = search.one(first)
    closest = search.closest
    reached = measured(answer or closest)
    measured.done()
    return Sought(
        goal=goal,
        vary=tuple(vary),
        met_now=goal.met(now),
        measured_now=now,
        answer=answer,
        closest=closest,
        measured=reached,
        met_everywhere=everywhere,
        runs=measured.runs,
        values=tuple((answer or closest).value(key, known) for key in vary),
        stood=tuple(scenario.value(key, known) for key in vary),
        scenario=scenario,
        side=None if answer is None else search.side,
    )


def check_varied(keys: Sequence[str], known: Catalogue, *, where: str = "vary") -> tuple[str, ...]:
    """The keys, if they are one or two different levers or beliefs.

    Raises
    ------
    ModellerError
        Otherwise.
    """
    problems = [
        problem(
            where,
            "names {key}, which is not a choice, circumstance or belief",
            "“modeller list” shows all names",
            key=key,
        )
        for key in keys
        if key not in known.sliders
    ]
    if not 1 <= len(set(keys)) == len(keys) <= MOST_VARIED:
        problems.append(
            problem(
                where,
                "names {keys}",
                "name one lever, or two different ones",
                keys=", ".join(keys) or translate("Problem", "nothing"),
            )
        )
    if problems:
        raise ModellerError(problems)
    return tuple(keys)


class _Search:
    """A search and what it has found so far."""

    def __init__(
        self, scenario: Scenario, goal: Goal, measured: Measured, known: Catalogue
    ) -> None:
        self.scenario = scenario
        self.known = known
        self.goal = goal
        self.measured = measured
        self.closest = scenario
        self.side: Literal["above", "below"] | None = None
        self._best = goal.margin(measured(scenario))

    def margin(self, scenario: Scenario) -> float:
        value = self.goal.margin(self.measured(scenario))
        if value > self._best:
            self._best, self.closest = value, scenario
        return value

    def one(self, places: Places) -> tuple[Scenario | None, bool]:
        key = places.slider.key
        found = boundary(
            lambda place: self.margin(self.scenario.with_value(key, places.value(place))),
            places,
            self.scenario.value(key, self.known),
        )
        if found.place is not None:
            self.side = "above" if found.met_above else "below"
            return self.scenario.with_value(key, places.value(found.place)), False
        # a scenario between the slider's steps, or with a schedule, may meet it where no step does
        met_now = self.goal.met(self.measured(self.scenario))
        return (self.scenario if found.met_somewhere or met_now else None), found.met_somewhere

    def two(self, first: Places, second: Places) -> Scenario | None:
        """Seek with two levers: for each value of the first, the nearest answer on the second."""
        here = first.way(self.scenario.value(first.slider.key, self.known))
        there = second.way(self.scenario.value(second.slider.key, self.known))
        answer, shortest = None, math.inf
        for away, base in self._outwards(first, here):
            if away >= shortest:
                break
            found = self._nearest_on(second, base)
            if found is not None:
                way = math.hypot(
                    away, second.way(found.value(second.slider.key, self.known)) - there
                )
                if way < shortest:
                    answer, shortest = found, way
        return answer

    def _outwards(self, places: Places, here: float) -> Iterator[tuple[float, Scenario]]:
        key = places.slider.key
        yield 0.0, self.scenario
        values = (places.value(place) for place in range(places.last + 1))
        for value in sorted(values, key=lambda value: abs(places.way(value) - here)):
            yield abs(places.way(value) - here), self.scenario.with_value(key, value)

    def _nearest_on(self, places: Places, base: Scenario) -> Scenario | None:
        if self.margin(base) >= 0.0:
            return base
        key = places.slider.key
        found = boundary(
            lambda place: self.margin(base.with_value(key, places.value(place))),
            places,
            base.value(key, self.known),
        )
        return None if found.place is None else base.with_value(key, places.value(found.place))
