"""What a command does beside its one call, for Python: texts become targets, the profile is given.

Each function is a command of the command line and gives the same numbers. `modeller` imports this
when one of them is first used, and this imports what a function needs when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from modeller.base.results import DrawnResult
from modeller.evidence import Record
from modeller.profiles import Profile, shipped_profile
from modeller.scenario import Scenario

if TYPE_CHECKING:
    from modeller.analysis.robustness import Robustness
    from modeller.analysis.seek import Sought
    from modeller.analysis.sensitivity import SobolShares, Tornado
    from modeller.analysis.targets import Goal, Measure
    from modeller.analysis.trade_off import Frontier, Grid
    from modeller.analysis.value_of_knowing import ValueOfKnowing
    from modeller.analysis.what_changed import Attribution
    from modeller.analysis.what_must_be_true import SwitchingValues
    from modeller.analysis.workshop import Workshop
    from modeller.backtest import Backtest
    from modeller.projection import Progress

_NUMBER = "arrests.p50"


@dataclass(frozen=True, eq=False)
class TradeOff(DrawnResult):
    """What is exchanged for what: the measures over two levers, and the settings on the frontier.

    Attributes
    ----------
    surface
        Both measures at every pair of values of the levers.
    frontier
        The points of the surface by cost and gain, in the units of their outcomes, and which of
        them are efficient.
    """

    surface: Grid
    frontier: Frontier
    scenario: Scenario


def _measure(of: str | Measure, scenario: Scenario, where: str = "of") -> Measure:
    from modeller.analysis.targets import parse_measure

    return parse_measure(of, scenario.catalogue, where=where) if isinstance(of, str) else of


def _goal(target: str | Goal, scenario: Scenario) -> Goal:
    from modeller.analysis.targets import parse_goal

    return parse_goal(target, scenario.catalogue) if isinstance(target, str) else target


def sensitivity(
    scenario: Scenario, of: str | Measure = _NUMBER, *, progress: Progress | None = None
) -> Tornado:
    """Which belief moves a number most: each set to the ends of its evidence, exactly known.

    Parameters
    ----------
    scenario
        The scenario to analyse.
    of
        An outcome and a statistic, ``mean`` or ``p01`` to ``p99``: ``arrests.p50``. In the
        outcome's unit, of the total over the horizon.
    progress
        Called with the share done; an exception it raises stops the work.

    Returns
    -------
    Tornado
        The number now and, for each belief, longest bar first, what it is at both ends
        of the evidence.

    Raises
    ------
    ModellerError
        When the number is not known, or is not defined in this scenario.

    References
    ----------
    The ends are the 5th and 95th percentile of the belief's evidence, whose sources the
    manual's page of parameters names. The futures are the scenario's own, so that only the
    belief moves.
    """
    from modeller.analysis.sensitivity import tornado

    return tornado(scenario, _measure(of, scenario), progress=progress)


def shares_of_spread(
    scenario: Scenario, outcome: str, *, progress: Progress | None = None
) -> SobolShares:
    """How much of an outcome's spread each belief accounts for (Sobol shares, from 0 to 1).

    Parameters
    ----------
    scenario
        The scenario to analyse.
    outcome
        Key of an outcome, such as ``arrests``.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    SobolShares
        For each belief and for luck the first-order and the total share, with their errors.

    Raises
    ------
    ModellerError
        When the outcome is not known, or has no spread.

    References
    ----------
    I. Azzini, T. A. Mara and R. Rosati, "Monte Carlo estimators of first- and total-orders
    Sobol' indices" (2020); the errors are by bootstrap over the futures.
    """
    from modeller.analysis.sensitivity import sobol_shares

    measure = _measure(f"{outcome}.mean", scenario, "outcome")
    return sobol_shares(scenario, measure.outcome, progress=progress)


def what_changed(
    first: Scenario,
    second: Scenario,
    of: str | Measure = _NUMBER,
    *,
    progress: Progress | None = None,
) -> Attribution:
    """What changed a number from one scenario to another, in parts that add up to the difference.

    Parameters
    ----------
    first
        The scenario to start from.
    second
        The scenario to compare it with.
    of
        An outcome and a statistic; the parts are in the outcome's unit.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    Attribution
        The number in both, and a part for each thing that differs; the parts add up exactly.

    Raises
    ------
    ModellerError
        When the number is not known, or the scenarios do not share weeks, draws and seed.

    References
    ----------
    L. S. Shapley, "A value for n-person games" (1953): each part is the mean over every order
    in which the changes could be made.
    """
    from modeller.analysis.what_changed import Result, attribute

    return attribute(Result(first), Result(second), _measure(of, second), progress=progress)


def what_must_be_true(
    scenario: Scenario,
    target: str | Goal,
    *,
    vary: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> SwitchingValues:
    """What each belief and circumstance, by itself, would have to be for a target to be met.

    Parameters
    ----------
    scenario
        The scenario to analyse.
    target
        Such as ``arrests.p20 >= 1500``: at least 1,500 arrests in 80 of 100 futures.
    vary
        Keys to look at; all that affect the target when None.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    SwitchingValues
        For each belief and circumstance the value at which the target switches, beside its
        evidence, in its unit.

    Raises
    ------
    ModellerError
        When the target or a key is not known.

    References
    ----------
    HM Treasury, The Green Book: a switching value is the value of one input at which the answer
    turns. The evidence beside it has its sources on the manual's page of parameters; the
    break-even of the officers lost is equation 11 of the page on the model.
    """
    from modeller.analysis.what_must_be_true import switching_values

    return switching_values(scenario, _goal(target, scenario), keys=vary, progress=progress)


def seek(
    scenario: Scenario,
    target: str | Goal,
    vary: Sequence[str],
    *,
    progress: Progress | None = None,
) -> Sought:
    """Where one or two levers must stand for a target to be met; the answer keeps to their steps.

    Parameters
    ----------
    scenario
        The scenario to analyse.
    target
        Such as ``arrests.p20 >= 1500``: at least 1,500 arrests in 80 of 100 futures.
    vary
        Keys of one lever or of two.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    Sought
        The values found, whether the target can be met at all, and the scenario that meets it.

    Raises
    ------
    ModellerError
        When the target or a lever is not known.

    References
    ----------
    A search over the lever's own steps, which closes in by halving; `modeller.analysis.seek`
    has it. Every value it names was projected.
    """
    from modeller.analysis import seek as room

    keys = room.check_varied(vary, scenario.catalogue)
    return room.seek(scenario, _goal(target, scenario), keys, progress=progress)


def trade_off(
    scenario: Scenario,
    over: tuple[str, str] | None = None,
    *,
    gain: str | Measure | None = None,
    cost: str | Measure | None = None,
    points: tuple[int, int] = (7, 5),
    progress: Progress | None = None,
) -> TradeOff:
    """The trade-off between two outcomes over two levers, and the efficient settings.

    Parameters
    ----------
    scenario
        The scenario to analyse.
    over, gain, cost
        Two levers, and the outcomes wanted high and low; the command's defaults when None.
    points
        Values of the first and of the second lever.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    TradeOff
        Both measures over the levers, and the frontier.

    Raises
    ------
    ModellerError
        When a lever or a number is not known.

    References
    ----------
    Settings are efficient in Pareto's sense: no other has more of the gain at no more of the
    cost. The points of past years are sums of the record.
    """
    from modeller.analysis.trade_off import (
        FRONTIER_LEVERS,
        FRONTIER_MEASURES,
        frontier,
        grid,
    )

    x_key, y_key = over or FRONTIER_LEVERS
    paid = _measure(cost or FRONTIER_MEASURES[0], scenario, "cost")
    gained = _measure(gain or FRONTIER_MEASURES[1], scenario, "gain")
    surface = grid(
        scenario,
        x_key,
        y_key,
        (paid, gained),
        points=points,
        through_here=True,
        progress=progress,
    )
    return TradeOff(surface, frontier(surface, paid, gained, scenario=scenario), scenario)


def robustness(
    scenario: Scenario,
    target: str | Goal,
    *,
    between: dict[str, tuple[float, float]] | None = None,
    cases: int | None = None,
    progress: Progress | None = None,
) -> Robustness:
    """Where beliefs and circumstances make a plan miss a target.

    Parameters
    ----------
    scenario
        The scenario to analyse.
    target
        Such as ``arrests.p20 >= 1500``: at least 1,500 arrests in 80 of 100 futures.
    between
        Key of a circumstance → the range it is spread over, in its unit; all over their own when
        None, none when empty.
    cases
        How many cases to try; the command's default when None.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    Robustness
        In what share of the cases the plan misses the target, and the regions where it mostly
        does.

    Raises
    ------
    ModellerError
        When the target or a range is not valid.

    References
    ----------
    J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and
    Computing 9 (1999); for plans: B. P. Bryant and R. J. Lempert, "Thinking inside the box",
    Technological Forecasting and Social Change 77 (2010).
    """
    from modeller.analysis import robustness as room

    return room.robustness(
        scenario,
        _goal(target, scenario),
        ranges=between,
        cases=room.CASES if cases is None else cases,
        progress=progress,
    )


def value_of_knowing(
    scenarios: Sequence[Scenario], target: str | Goal, *, progress: Progress | None = None
) -> ValueOfKnowing:
    """What learning one belief before choosing would add to the chance of a target (EVPPI).

    Parameters
    ----------
    scenarios
        Two or more scenarios to choose between; the beliefs are those of the first.
    target
        Such as ``arrests.p20 >= 1500``: at least 1,500 arrests in 80 of 100 futures.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    ValueOfKnowing
        Each scenario's chance of the target and, for each belief, by how much the higher chance
        rises on average if it is learnt first; all from 0 to 1.

    Raises
    ------
    ModellerError
        When the target is not known, or the scenarios do not share weeks, draws and seed.

    References
    ----------
    R. A. Howard, "Information value theory" (1966): the expected value of partial perfect
    information, on the scale of a chance.
    """
    from modeller.analysis import value_of_knowing as room

    goal = target if not isinstance(target, str) else _goal(target, scenarios[0])
    return room.value_of_knowing(scenarios, goal, progress=progress)


def workshop(
    sources: Sequence[str | Path],
    profile: Profile | None = None,
    *,
    progress: Progress | None = None,
) -> Workshop:
    """Many scenarios side by side, such as a committee's own: files, share codes, names.

    What cannot be read is named in the answer, and the rest is shown.

    Parameters
    ----------
    sources
        Paths of files, share codes, or names of shipped scenarios; up to 100 scenarios in all.
    profile
        The force whose data is meant; the shipped one when None.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    Workshop
        A row for each scenario, the spread of each lever, and who differs most on what.

    Raises
    ------
    ModellerError
        When nothing can be read, or there are too many.

    References
    ----------
    The figures are those of `modeller.project`; the one furthest from the middle is explained
    as by `modeller.what_changed`.
    """
    from modeller.analysis import workshop as room
    from modeller.analysis.workshop_files import gather

    given, left_out = gather(sources, profile or shipped_profile())
    return room.workshop(given, left_out, progress=progress)


def run_backtest(
    profile: Profile | None = None,
    record: Record | None = None,
    *,
    first: date | None = None,
    last: date | None = None,
    draws: int | None = None,
    progress: Progress | None = None,
) -> Backtest:
    """What the model would have said in the past, and what happened.

    Parameters
    ----------
    profile
        The force whose data is meant; the shipped one when None.
    record
        The record; the profile's when None.
    first, last
        Standpoints from and up to these days.
    draws
        Possible futures from each day; the command's default when None.
    progress
        Called with the share done, from 0 to 1; an exception it raises stops the work.

    Returns
    -------
    Backtest
        What would have been said from each fortnight, what happened, and how often it lay
        within the range.

    Raises
    ------
    ModellerError
        When the record is too short for it.

    References
    ----------
    C. A. T. Ferro, "Fair scores for ensemble forecasts" (2014), for the score (CRPS). What
    happened is the record's; the manual's page on validation has the results.
    """
    from modeller.backtest import DRAWS, backtest

    return backtest(
        profile or shipped_profile(),
        record,
        first=first,
        last=last,
        draws=DRAWS if draws is None else draws,
        progress=progress,
    )
