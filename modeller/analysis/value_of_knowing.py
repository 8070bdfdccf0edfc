"""What is worth knowing first: how much learning one belief raises the chance of a target.

The choice is the scenario with the highest chance of the target. Today it depends on what is
believed; somebody who first learnt the truth about one belief might choose another scenario. The
expected gain in the chance is the expected value of partial perfect information (EVPPI; Howard,
"Information value theory", 1966), on the scale of a chance. Scenarios differ in choices and
circumstances only: all have the beliefs of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from modeller.analysis.evaluation import Evaluate, evaluator, known_of
from modeller.analysis.targets import Goal
from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translate
from modeller.base.results import DrawnResult
from modeller.model.catalogue import Catalogue
from modeller.projection import Progress
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import inputs_of

POINTS = 10  # equally likely values of a belief: the medians of as many slices


@dataclass(frozen=True, eq=False)
class Known:
    """What knowing one belief is worth.

    Attributes
    ----------
    values
        Equally likely values of the belief, ascending, shape (points,), in its unit.
    chances
        The chance of the target in each scenario if the belief is known to have that value, shape
        (scenarios, points).
    gain
        How much higher the chance is on average if the scenario is chosen after the belief is known
        and not before; never negative.
    """

    key: str
    label: str
    values: Floats
    chances: Floats
    gain: float

    @property
    def better(self) -> tuple[int, ...]:
        """The scenario with the highest chance at each value; of equal ones the first."""
        return tuple(int(place) for place in self.chances.argmax(axis=0))

    @property
    def spread(self) -> float:
        """How far knowing it moves the best chance: the highest less the lowest."""
        best = self.chances.max(axis=0)
        return float(best.max() - best.min())


@dataclass(frozen=True, eq=False)
class ValueOfKnowing(DrawnResult):
    """What is worth knowing, the most valuable first.

    Attributes
    ----------
    scenarios
        The scenarios to choose from, all with the beliefs of the first.
    chances
        The chance of the target in each by present beliefs, shape (scenarios,).
    beliefs
        Every uncertain belief that the target depends on.
    everything
        The gain from knowing all beliefs and all luck, which no inquiry could exceed.
    unified
        Whether some scenario had other beliefs than the first, which were not used.
    """

    goal: Goal
    scenarios: tuple[Scenario, ...]
    chances: Floats
    beliefs: tuple[Known, ...]
    everything: float
    unified: bool

    @property
    def chosen(self) -> int:
        """Which scenario has the highest chance today; of equal ones the first."""
        return int(self.chances.argmax())


def value_of_knowing(
    scenarios: Sequence[Scenario],
    goal: Goal,
    *,
    points: int = POINTS,
    declared: Catalogue | None = None,
    evaluate: Evaluate | None = None,
    progress: Progress | None = None,
) -> ValueOfKnowing:
    """How much learning each belief would raise the chance that the better scenario meets a target.

    Each belief is set, exactly known, to `points` equally likely values of its distribution in the
    first scenario. All runs share their luck, so that a belief without effect gains exactly zero.

    Parameters
    ----------
    goal
        The target. Its percentile is not used, because the chance itself is maximised.

    Raises
    ------
    ModellerError
        When fewer than two scenarios are given, or they do not share horizon, draws and seed.
    """
    _check(scenarios)
    first = scenarios[0]
    known = known_of(first, declared)
    options = tuple(_with_beliefs_of(scenario, first, known) for scenario in scenarios)
    outcome = goal.measure.outcome
    run = evaluate or evaluator([outcome], known)
    beliefs = inputs_of(first, known).beliefs
    uncertain = [
        key
        for key in known.outcomes[outcome].depends_on
        if key in known.beliefs and np.ptp(beliefs[key]) > 0.0
    ]
    runs, done = len(options) * (1 + points * len(uncertain)), 0

    def met(scenario: Scenario) -> Floats:
        nonlocal done
        failing = goal.failing(run(scenario).totals(outcome))
        done += 1
        if progress is not None:
            progress(done / runs)
        return 1.0 - failing.astype(np.float64)

    today = np.stack([met(option) for option in options])
    found = []
    for key in uncertain:
        values = slices(beliefs[key], points)
        # within the slider's range
        values = values.clip(known.beliefs[key].minimum, known.beliefs[key].maximum)
        chances = np.array(
            [
                [
                    met(option.with_setting(key, BeliefSetting(value, 0.0))).mean()
                    for value in values.tolist()
                ]
                for option in options
            ]
        )
        found.append(Known(key, known.beliefs[key].label, values, chances, gain(chances)))
    order = {key: place for place, key in enumerate(uncertain)}
    found.sort(key=lambda each: (-each.gain, -each.spread, order[each.key]))
    chances = today.mean(axis=1)
    return ValueOfKnowing(
        goal,
        options,
        chances,
        tuple(found),
        float(today.max(axis=0).mean() - chances.max()),
        unified=any(
            option.inputs_digest != scenario.inputs_digest
            for option, scenario in zip(options, scenarios, strict=True)
        ),
    )


def slices(values: Floats, points: int) -> Floats:
    """Equally likely values of a sample of shape (draws,): the medians of its slices."""
    shares = (np.arange(points) + 0.5) / points
    return np.array([float(f"{value:.12g}") for value in np.quantile(values, shares)])


def gain(chances: Floats) -> float:
    """The expected gain of choosing after knowing, from chances of shape (options, points).

    Today's choice and the later ones are averaged over the same points, so that the gain is zero if
    knowing changes no choice, and never negative.
    """
    return float(chances.max(axis=0).mean() - chances.mean(axis=1).max())


def _with_beliefs_of(scenario: Scenario, first: Scenario, known: Catalogue) -> Scenario:
    kept = {key: value for key, value in scenario.changes.items() if key not in known.beliefs}
    believed = {key: value for key, value in first.changes.items() if key in known.beliefs}
    return scenario.replace(changes={**kept, **believed})


def _check(scenarios: Sequence[Scenario]) -> None:
    problems = []
    if len(scenarios) < 2:
        problems.append(
            problem(
                translate("Problem", "scenarios"),
                "are {count}",
                "give two or more: what is worth knowing depends on what is decided between",
                count=len(scenarios),
            )
        )
    if len({(each.weeks, each.draws, each.seed, each.record) for each in scenarios}) > 1:
        problems.append(
            problem(
                translate("Problem", "scenarios"),
                "differ in weeks, draws, seed or record",
                "give them the same, so that they share their luck",
            )
        )
    if problems:
        raise ModellerError(problems)
