"""Makes the analyses that a briefing can show, over the same futures as the projections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from modeller.analysis.evaluation import prepare
from modeller.analysis.questions import BRIEFED
from modeller.analysis.sensitivity import tornado
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.trade_off import FRONTIER_LEVERS, FRONTIER_MEASURES, frontier, grid
from modeller.analysis.what_must_be_true import switching_values
from modeller.backtest import backtest
from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import Problem
from modeller.base.language import source_language, translate
from modeller.briefing.analyses import Analyses
from modeller.projection import Progress
from modeller.scenario import Scenario, Target
from modeller.scenario.setting import unknown

ANALYSES: Mapping[str, str] = {key: briefed.asks for key, briefed in BRIEFED.items()}
"""Analysis that each section shows, and what it is asked."""

_POINTS = (7, 4)
_RUNS = 50  # of the model for one analysis, about
_Found = dict[str, Any]


def _sensitivity(scenario: Scenario, _goal: Goal | None, progress: Progress | None) -> _Found:
    return {"tornado": tornado(scenario, Measure("arrests"), progress=progress)}


def _what_must_be_true(scenario: Scenario, goal: Goal | None, progress: Progress | None) -> _Found:
    if goal is None:  # without a target there is nothing to switch
        return {}
    return {"switching": switching_values(scenario, goal, progress=progress)}


def _trade_off(scenario: Scenario, _goal: Goal | None, progress: Progress | None) -> _Found:
    cost, gain = FRONTIER_MEASURES
    surface = grid(
        scenario,
        *FRONTIER_LEVERS,
        (cost, gain),
        points=_POINTS,
        through_here=True,
        progress=progress,
    )
    return {"frontier": frontier(surface, cost, gain, scenario=scenario)}


def _backtest(scenario: Scenario, _goal: Goal | None, progress: Progress | None) -> _Found:
    return {"backtest": backtest(scenario.profile, progress=progress)}


MAKERS: Mapping[str, Callable[[Scenario, Goal | None, Progress | None], _Found]] = {
    "sensitivity": _sensitivity,
    "what-must-be-true": _what_must_be_true,
    "trade-off": _trade_off,
    "backtest": _backtest,
}
"""What makes each of `ANALYSES`: the fields of `Analyses` that it fills."""


@source_language()
def analyse(
    scenario: Scenario,
    asked: Sequence[str],
    *,
    goal: Goal | None = None,
    progress: Progress | None = None,
) -> Analyses:
    """Run the analyses named in `asked`, keys of `ANALYSES`.

    Parameters
    ----------
    goal
        What the switching values are for; the scenario's first target when None.
    progress
        Called with the share done; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When one is unknown.
    """
    problems: list[Problem] = []
    for key in asked:
        if key not in ANALYSES:
            what = translate("Problem", "is not an analysis: {key}", key=key)
            unknown("analyses", key, tuple(ANALYSES), what, problems)
    raise_if_any(problems)
    wanted = [key for key in ANALYSES if key in asked]
    if goal is None and scenario.targets:
        goal = _goal(scenario.targets[0])

    def part(key: str) -> Progress | None:
        if progress is None:
            return None
        return lambda share: progress((wanted.index(key) + share) / len(wanted))

    if wanted:
        prepare(_RUNS * len(wanted), scenario)
    found = Analyses()
    for key in wanted:
        found = found.with_(**MAKERS[key](scenario, goal, part(key)))
    return found


def _goal(target: Target) -> Goal:
    measure = Measure(target.outcome, target.statistic)
    if target.at_least is not None:
        return Goal(measure, ">=", target.at_least)
    assert target.at_most is not None  # a target has one of the two
    return Goal(measure, "<=", target.at_most)
