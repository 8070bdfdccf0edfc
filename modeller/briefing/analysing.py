"""Makes the analyses that a briefing can show, over the same futures as the projections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from modeller.analysis.evaluation import prepare
from modeller.analysis.sensitivity import tornado
from modeller.analysis.switching import switching_values
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.tradeoff import FRONTIER_MEASURES, frontier, grid
from modeller.backtest import backtest
from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import Problem
from modeller.base.language import source_language, translate
from modeller.briefing.analyses import Analyses
from modeller.projection import Progress
from modeller.scenario import Scenario, Target
from modeller.scenario.setting import unknown

ANALYSES: Mapping[str, str] = {
    "drivers": "which beliefs move arrests most",
    "belief": "where beliefs switch the scenario’s target, if it has one",
    "trade_off": "arrests against false alerts over deployments and the watchlist",
    "past": "how well the model would have done from month-ends of the past",
}
"""Section that each fills, and what it asks."""

_LEVERS = ("deployments_per_week", "watchlist_size")
_POINTS = (7, 4)
_RUNS = 50  # of the model for one analysis, about


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
    targets = [goal] if goal is not None else [_goal(target) for target in scenario.targets]

    def part(key: str) -> Progress | None:
        if progress is None:
            return None
        return lambda share: progress((wanted.index(key) + share) / len(wanted))

    found = Analyses()
    if wanted:
        prepare(_RUNS * len(wanted), scenario)
    if "drivers" in wanted:
        found = found.with_(tornado=tornado(scenario, Measure("arrests"), progress=part("drivers")))
    if "belief" in wanted and targets:
        found = found.with_(
            switching=switching_values(scenario, targets[0], progress=part("belief"))
        )
    if "trade_off" in wanted:
        cost, gain = FRONTIER_MEASURES
        surface = grid(
            scenario,
            *_LEVERS,
            (cost, gain),
            points=_POINTS,
            through_here=True,
            progress=part("trade_off"),
        )
        found = found.with_(frontier=frontier(surface, cost, gain, weeks=scenario.weeks))
    if "past" in wanted:
        found = found.with_(backtest=backtest(progress=part("past")))
    return found


def _goal(target: Target) -> Goal:
    measure = Measure(target.outcome, target.statistic)
    if target.at_least is not None:
        return Goal(measure, ">=", target.at_least)
    assert target.at_most is not None  # a target has one of the two
    return Goal(measure, "<=", target.at_most)
