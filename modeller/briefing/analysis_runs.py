"""Runs the analyses for a briefing, over the same futures as its projections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from modeller.analysis.evaluation import prepare
from modeller.analysis.questions import BRIEFED
from modeller.analysis.targets import Goal, Measure
from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import Problem
from modeller.base.language import source_language, translate
from modeller.briefing.analysis_table import ANALYSED, Analyses, Asked
from modeller.projection import Progress
from modeller.scenario import Scenario, Target
from modeller.scenario.setting import unknown

ANALYSES: Mapping[str, str] = {key: briefed.asks for key, briefed in BRIEFED.items()}
"""The analysis of each section, and what it needs."""
_RUNS = 50  # of the model for one analysis, about


@source_language()
def analyse(
    scenario: Scenario,
    asked: Sequence[str],
    *,
    goal: Goal | None = None,
    others: Sequence[Scenario] = (),
    progress: Progress | None = None,
) -> Analyses:
    """Run the analyses named in `asked`, which are keys of `ANALYSES`.

    Parameters
    ----------
    scenario
        The scenario that the briefing is about.
    asked
        Keys of analyses.
    goal
        The target for switching values and the value of knowing; the scenario's first when None.
    others
        The other scenarios of the briefing, between which the value of knowing chooses.
    progress
        Called with the share done; an exception it raises stops the work.

    Returns
    -------
    Analyses
        The analyses, as `modeller.brief` takes them.

    Raises
    ------
    ModellerError
        When a key is unknown.
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
    return Analyses(
        {
            row.key: row.make(Asked(scenario, tuple(others), goal, part(row.key)))
            for row in ANALYSED
            if row.key in wanted and row.possible(target=goal is not None, others=bool(others))
        }
    )


def _goal(target: Target) -> Goal:
    measure = Measure(target.outcome, target.statistic)
    if target.at_least is not None:
        return Goal(measure, ">=", target.at_least)
    assert target.at_most is not None  # a target has either `at_least` or `at_most`
    return Goal(measure, "<=", target.at_most)
