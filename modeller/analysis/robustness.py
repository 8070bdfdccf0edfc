"""Robustness: in which region of beliefs and circumstances does a plan fail a target?

Choices stay as in the plan. Beliefs are drawn from their evidence. Circumstances are spread evenly
over a range, which is a way of searching and not a forecast, so that shares of cases are not
probabilities.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from modeller.analysis.boxes import Box, Flags, find_boxes
from modeller.analysis.evaluation import known_of, runner
from modeller.analysis.seek import Places
from modeller.analysis.targets import Goal
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.language import numeral
from modeller.base.results import DrawnResult
from modeller.model.catalogue import MAXIMUM_SEED, Belief, Catalogue
from modeller.model.hypercube import column
from modeller.projection import Progress
from modeller.scenario import BeliefSetting, Scenario, Schedule
from modeller.scenario.inputs import inputs_of, weekly_levers

CASES = 16_384
_DRAWS_EACH = 256  # futures for each set of circumstances
_STEPS_ACROSS = 20  # limits are rounded to about a twentieth of a belief's evidence
_FINENESSES = (1, 2, 4, 5, 10)

Ranges = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Cases:
    """Futures under many circumstances, and which of them miss the target.

    Attributes
    ----------
    columns
        The values of each belief and circumstance that was varied, shape (cases,), in its unit.
    fails
        Which cases fail, shape (cases,).
    """

    columns: Mapping[str, Floats]
    fails: Flags


@dataclass(frozen=True)
class Robustness(DrawnResult):
    """Where a plan fails a target.

    Attributes
    ----------
    failing
        Share of all cases that fail.
    boxes
        Regions in which they are concentrated, in the order found; empty if they are not.
    ranges
        The circumstances varied, each with its range.
    """

    goal: Goal
    cases: int
    failing: float
    boxes: tuple[Box, ...]
    ranges: Ranges
    scenario: Scenario


def circumstance_ranges(
    scenario: Scenario, known: Catalogue, ranges: Ranges | None = None
) -> Ranges:
    """The circumstances to vary: those given, or all of them over their sliders' whole ranges.

    A circumstance with a schedule keeps it unless a range is given.

    Raises
    ------
    ModellerError
        For a key that is not a circumstance, or a range that is not within its slider.
    """
    circumstances = {key: lever for key, lever in known.levers.items() if lever.kind != "choice"}
    if ranges is None:
        return {
            key: (lever.minimum, lever.maximum)
            for key, lever in circumstances.items()
            if not isinstance(scenario.setting(key, known), Schedule)
        }
    problems = []
    for key, (low, high) in ranges.items():
        lever = circumstances.get(key)
        if lever is None:
            problems.append(
                problem(
                    key,
                    "is not a circumstance",
                    "the circumstances are {names}",
                    names=", ".join(circumstances),
                )
            )
        elif not (lever.contains(low) and lever.contains(high) and low <= high):
            problems.append(
                problem(
                    key,
                    "has the range {low} to {high}",
                    "give two values from {least} to {most}, the lower first",
                    low=numeral(low),
                    high=numeral(high),
                    least=numeral(lever.minimum),
                    most=numeral(lever.maximum),
                )
            )
    if problems:
        raise ModellerError(problems)
    return dict(ranges)


def joint_cases(
    scenario: Scenario,
    goal: Goal,
    *,
    ranges: Ranges | None = None,
    cases: int = CASES,
    declared: Catalogue | None = None,
    progress: Progress | None = None,
) -> Cases:
    """Run the plan under many sets of circumstances, each with futures of its own.

    `cases` is rounded up to whole sets of circumstances.
    """
    known = known_of(scenario, declared)
    varied = circumstance_ranges(scenario, known, ranges)
    behind = known.outcomes[goal.measure.outcome].depends_on
    varied = {key: ends for key, ends in varied.items() if key in behind}
    beliefs = [
        key for key in behind if key in known.beliefs and _is_uncertain(scenario, key, known)
    ]
    execute = runner([goal.measure.outcome], known)
    draws = min(_DRAWS_EACH, cases)
    sets = -(-cases // draws)
    shares = {key: column(scenario.seed, f"range of {key}", sets) for key in varied}
    columns: dict[str, list[Floats]] = {key: [] for key in (*varied, *beliefs)}
    fails = []
    # drawn once for all sets, because drawing from the fit is slow even for few futures
    seed = _seed_of(scenario, 0)
    every = inputs_of(scenario.replace(draws=sets * draws, seed=seed), known)
    if known.fit is not None and seed != scenario.seed:
        known.fit.free_memory(seed)  # seventy megabytes that no other projection will need
    for index in range(sets):
        # circumstances in whole steps, as a user could set them
        chosen = {
            key: _placed(known, key, low + float(shares[key][index]) * (high - low))
            for key, (low, high) in varied.items()
        }
        here = scenario.replace(changes={**scenario.changes, **chosen})
        futures = slice(index * draws, (index + 1) * draws)
        inputs = replace(
            every,
            draws=draws,
            seed=_seed_of(scenario, index),
            levers=MappingProxyType(weekly_levers(here, known)),
            beliefs=_of_futures(every.beliefs, futures),
            departures=_of_futures(every.departures, futures),
            fitted=_of_futures(every.fitted, futures),
        )
        fails.append(goal.failing(execute(inputs).totals(goal.measure.outcome)))
        for key, value in chosen.items():
            columns[key].append(np.full(draws, value))
        for key in beliefs:
            columns[key].append(inputs.beliefs[key])
        if progress is not None:
            progress((index + 1) / sets)
    joined = {key: np.concatenate(parts) for key, parts in columns.items()}
    return Cases(MappingProxyType(joined), np.concatenate(fails))


def _seed_of(scenario: Scenario, index: int) -> int:
    """The seed for the weekly luck of a set of circumstances."""
    return (scenario.seed + 1 + index) % (MAXIMUM_SEED + 1)


def _of_futures(drawn: Mapping[str, Floats], futures: slice) -> Mapping[str, Floats]:
    return MappingProxyType({key: values[futures] for key, values in drawn.items()})


def robustness(
    scenario: Scenario,
    goal: Goal,
    *,
    ranges: Ranges | None = None,
    cases: int = CASES,
    declared: Catalogue | None = None,
    progress: Progress | None = None,
) -> Robustness:
    """Find where a plan fails a target, over the joint uncertainty of beliefs and circumstances.

    A case fails if its outcome is on the wrong side of the goal's figure; the goal's percentile
    says how many cases may fail.
    """
    known = known_of(scenario, declared)
    found = joint_cases(
        scenario,
        goal,
        ranges=ranges,
        cases=cases,
        declared=known,
        progress=progress,
    )
    boxes: tuple[Box, ...] = ()
    if found.columns:
        boxes = find_boxes(
            found.columns, found.fails, rounded=lambda key, value: _stated(known, key, value)
        )
    failing = float(found.fails.mean())
    varied = circumstance_ranges(scenario, known, ranges)
    return Robustness(
        goal,
        found.fails.size,
        failing,
        boxes,
        MappingProxyType({key: ends for key, ends in varied.items() if key in found.columns}),
        scenario,
    )


def _is_uncertain(scenario: Scenario, key: str, known: Catalogue) -> bool:
    setting = scenario.setting(key, known)
    return isinstance(setting, BeliefSetting) and setting.spread > 0.0


def _placed(known: Catalogue, key: str, value: float) -> float:
    places = Places(known.sliders[key])
    return places.value(places.nearest(value))


def _stated(known: Catalogue, key: str, value: float) -> float:
    """A limit rounded to the slider's steps, or more finely where the evidence is narrow."""
    slider = known.sliders[key]
    fineness = 1
    if isinstance(slider, Belief):
        low, high = slider.evidence
        wanted = _STEPS_ACROSS * slider.step / (high - low)
        fineness = next((each for each in _FINENESSES if each >= wanted), _FINENESSES[-1])
    places = Places(slider, fineness)
    return places.value(places.nearest(value))
