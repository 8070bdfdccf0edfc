"""What a command does beside its one call, for Python: texts become targets, the profile is given.

Each function is a command of the command line and gives the same numbers. `modeller` imports this
when one of them is first used, and this imports what a function needs when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from modeller.profiles import Profile, shipped_profile
from modeller.scenario import Scenario

if TYPE_CHECKING:
    from datetime import date

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
    from modeller.cli.verify import Verdict
    from modeller.evidence import Record
    from modeller.ledger import LedgerScore
    from modeller.projection import Progress
    from modeller.records.store import StoredRecord
    from modeller.scenario.opened import Opened
    from modeller.sweep.design import Design
    from modeller.sweep.running import Counted, Swept

_NUMBER = "arrests.p50"


class TradeOff(NamedTuple):
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
    of
        An outcome and a statistic, ``mean`` or ``p01`` to ``p99``: ``arrests.p50``. In the
        outcome's unit, of the total over the horizon.
    progress
        Called with the share done; an exception it raises stops the work.

    Raises
    ------
    ModellerError
        When the number is not known, or is not defined in this scenario.
    """
    from modeller.analysis.sensitivity import tornado

    return tornado(scenario, _measure(of, scenario), progress=progress)


def shares_of_spread(
    scenario: Scenario, outcome: str, *, progress: Progress | None = None
) -> SobolShares:
    """How much of an outcome's spread each belief accounts for (Sobol shares, from 0 to 1).

    Raises
    ------
    ModellerError
        When the outcome is not known, or has no spread.
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
    of
        An outcome and a statistic; the parts are in the outcome's unit.

    Raises
    ------
    ModellerError
        When the number is not known, or the scenarios do not share weeks, draws and seed.
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
    target
        Such as ``arrests.p20 >= 1500``: at least 1,500 arrests in 80 of 100 futures.
    vary
        Keys to look at; all that bear on the target when None.

    Raises
    ------
    ModellerError
        When the target or a key is not known.
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

    Raises
    ------
    ModellerError
        When the target or a lever is not known.
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
    """What is exchanged for what over two levers, and which settings are efficient.

    Parameters
    ----------
    over, gain, cost
        Two levers, what there should be more of, and what less; the command's own when None.
    points
        Values of the first and of the second lever.

    Raises
    ------
    ModellerError
        When a lever or a number is not known.
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
    return TradeOff(surface, frontier(surface, paid, gained, scenario=scenario))


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
    between
        Key of a circumstance → the range it is spread over, in its unit; all over their own when
        None, none when empty.
    cases
        How many are looked at; as many as the command does when None.

    Raises
    ------
    ModellerError
        When the target or a range is not in order.
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
        Two or more between which is decided; beliefs are those of the first.

    Raises
    ------
    ModellerError
        When the target is not known, or the scenarios do not share weeks, draws and seed.
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

    Raises
    ------
    ModellerError
        When nothing can be read, or there are too many.
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
    record
        That of the profile when None.
    first, last
        Standpoints from and up to these days.

    Raises
    ------
    ModellerError
        When the record is too short for it.
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


def read_design(
    path: Path | str, profile: Profile | None = None, *, base: Scenario | None = None
) -> Design:
    """The design of a sweep, in a .toml or .csv file.

    Parameters
    ----------
    base
        The scenario that is varied; the one that the design names when None.

    Raises
    ------
    ModellerError
        With everything that is wrong in it.
    """
    from modeller.sweep import design

    return design.read_design(path, profile or shipped_profile(), base=base)


def run_sweep(
    design: Design | Path | str,
    out: Path | str,
    *,
    progress: Counted | None = None,
    over: bool = False,
) -> Swept:
    """Project every scenario of a design in this process, and write a row of each.

    Stopped in any way, the same call goes on where it was. `modeller.sweep.running` has processes
    and clusters.

    Parameters
    ----------
    out
        A .csv or .parquet file.
    progress
        Called with scenarios finished and scenarios in all; an exception it raises stops the work.
    over
        Whether a file that is there may be replaced.

    Raises
    ------
    ModellerError
        When the design is not in order, or the output cannot be written or is there already.
    """
    from modeller.sweep.running import sweep

    read = read_design(design) if isinstance(design, str | Path) else design
    return sweep(read, out, progress=progress, over=over)


def share(scenario: Scenario) -> str:
    """The scenario as a line of text to paste in a message."""
    from modeller.scenario.share_code import share_code

    return share_code(scenario)


def open_(text_or_path: str | Path, profile: Profile | None = None) -> Opened:
    """What a share code, a briefing, or a file holds, and whether it was altered.

    Raises
    ------
    ModellerError
        When it holds no scenario, or cannot be read.
    """
    from modeller.scenario.sharing import open_shared

    return open_shared(text_or_path, profile or shipped_profile())


def verify(path: str | Path, profile: Profile | None = None) -> Verdict:
    """Whether a saved file is unaltered and gives the same results here.

    Raises
    ------
    ModellerError
        When it cannot be read as a scenario at all.
    """
    from modeller.cli.verify import verify as verdict

    return verdict(str(path), profile or shipped_profile())


def places(profile: Profile | None = None) -> tuple[str, ...]:
    """Every part that a mix of places can have: named mixes, boroughs, sites, fixed cameras."""
    from modeller.scenario.places import known_parts

    return tuple(known_parts(profile or shipped_profile()))


def import_record(record: Record, profile: Profile | None = None, name: str = "") -> StoredRecord:
    """Keep a record of your own here, so that scenarios can be based on it.

    Raises
    ------
    ModellerError
        When it cannot be kept, or the name is taken.
    """
    from modeller.records.store import import_record as keep

    return keep(record, profile or shipped_profile(), name)


def stored_records(profile: Profile | None = None) -> tuple[StoredRecord, ...]:
    """The records of your own that are kept here."""
    from modeller.records.store import stored_records as kept

    return kept(profile or shipped_profile())


def remove_record(name_or_digest: str, profile: Profile | None = None) -> StoredRecord | None:
    """Remove a record of your own; None when it was damaged.

    Raises
    ------
    ModellerError
        When none is called so.
    """
    from modeller.records.store import remove

    return remove(name_or_digest, profile or shipped_profile())


def score_ledger(path: Path | None = None, record: Record | None = None) -> LedgerScore:
    """How the projections that were locked in advance did.

    Parameters
    ----------
    path
        The ledger; the user's own when None.
    record
        What happened; the shipped profile's record when None.

    Raises
    ------
    ModellerError
        When the ledger cannot be read.
    """
    from modeller import ledger

    return ledger.score_ledger(ledger.read_ledger(path), record or shipped_profile().record)
