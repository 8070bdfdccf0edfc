"""What-if scenarios for a police force's plan for live facial recognition, with ranges.

>>> import modeller
>>> plan = modeller.project(modeller.load_scenario("met-plan-2025"))
>>> plan.summary("arrests")
>>> plan.plot("arrests")

Everything here is imported when it is first used, so that importing the package is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from modeller.base import results

if TYPE_CHECKING:
    from pathlib import Path

    from modeller import backtest, evidence, ledger, sweep
    from modeller.analysis.targets import Goal, Measure, parse_goal, parse_measure
    from modeller.base.errors import ModellerError, Problem
    from modeller.briefing import About, analyse, brief, export
    from modeller.evidence import Record
    from modeller.file_functions import (
        import_record,
        open_,
        places,
        read_design,
        remove_record,
        run_sweep,
        score_ledger,
        share,
        stored_records,
        verify,
    )
    from modeller.functions import (
        TradeOff,
        robustness,
        run_backtest,
        seek,
        sensitivity,
        shares_of_spread,
        trade_off,
        value_of_knowing,
        what_changed,
        what_must_be_true,
        workshop,
    )
    from modeller.ledger import lock_projection, read_ledger, verify_ledger
    from modeller.profiles import Profile, load_profile, shipped_profile
    from modeller.projection import SUMMARY, Projection, project
    from modeller.projection.by_place import ByPlace, by_place
    from modeller.projection.comparison import Comparison, compare
    from modeller.scenario import Scenario, Target, differences
    from modeller.scenario.file import write_scenario
    from modeller.scenario.setting import BeliefSetting, Schedule, Step
    from modeller.wording import headlines

_OFFERED = {
    "analysis.targets": ("Goal", "Measure", "parse_goal", "parse_measure"),
    "base.errors": ("ModellerError", "Problem"),
    "briefing": ("About", "analyse", "brief", "export"),
    "evidence": ("Record",),
    "file_functions": (
        "import_record",
        "open_",
        "places",
        "read_design",
        "remove_record",
        "run_sweep",
        "score_ledger",
        "share",
        "stored_records",
        "verify",
    ),
    "functions": (
        "TradeOff",
        "robustness",
        "run_backtest",
        "seek",
        "sensitivity",
        "shares_of_spread",
        "trade_off",
        "value_of_knowing",
        "what_changed",
        "what_must_be_true",
        "workshop",
    ),
    "ledger": ("lock_projection", "read_ledger", "verify_ledger"),
    "profiles": ("Profile", "load_profile", "shipped_profile"),
    "projection": ("Projection", "SUMMARY", "project"),
    "projection.by_place": ("ByPlace", "by_place"),
    "projection.comparison": ("Comparison", "compare"),
    "scenario": ("Scenario", "Target", "differences"),
    "scenario.file": ("write_scenario",),
    "scenario.setting": ("BeliefSetting", "Schedule", "Step"),
    "wording": ("headlines",),
}
_HOMES = {name: module for module, names in _OFFERED.items() for name in names}
"""Name → the module it lives in."""

_ROOMS = ("backtest", "evidence", "ledger", "sweep")
"""Modules offered whole: what a plain name for their one function would hide."""

__all__ = [
    "SUMMARY",
    "About",
    "BeliefSetting",
    "ByPlace",
    "Comparison",
    "Goal",
    "Measure",
    "ModellerError",
    "Problem",
    "Profile",
    "Projection",
    "Record",
    "Scenario",
    "Schedule",
    "Step",
    "Target",
    "TradeOff",
    "analyse",
    "backtest",
    "brief",
    "by_place",
    "compare",
    "differences",
    "evidence",
    "export",
    "headlines",
    "import_record",
    "ledger",
    "load_profile",
    "load_scenario",
    "lock_projection",
    "open_",
    "parse_goal",
    "parse_measure",
    "places",
    "project",
    "read_design",
    "read_ledger",
    "read_record",
    "remove_record",
    "robustness",
    "run_backtest",
    "run_sweep",
    "score_ledger",
    "seek",
    "sensitivity",
    "share",
    "shares_of_spread",
    "shipped_profile",
    "stored_records",
    "sweep",
    "trade_off",
    "value_of_knowing",
    "verify",
    "verify_ledger",
    "what_changed",
    "what_must_be_true",
    "workshop",
    "write_scenario",
]


def load_scenario(name_or_path: str | Path, profile: Profile | None = None) -> Scenario:
    """A scenario of a profile, the shipped one when None, by its name; or the one in a file.

    `modeller.scenario.file.load_scenario` also says what the file itself held: its versions,
    fingerprints, and what has moved since.

    Parameters
    ----------
    name_or_path
        The name of a shipped scenario, or the path of a file. A name takes precedence.
    profile
        The force whose scenarios are named; the shipped one when None.

    Returns
    -------
    Scenario
        Frozen and checked.

    Raises
    ------
    ModellerError
        With everything that is wrong in the file, or when there is none.
    """
    from modeller.profiles import shipped_profile
    from modeller.scenario.file import load_scenario as load

    return load(name_or_path, profile or shipped_profile()).scenario


def read_record(path: Path | str, profile: Profile | None = None) -> Record:
    """The record in a CSV file, of weekly rows or of one row a deployment.

    Parameters
    ----------
    path
        Where it is.
    profile
        The force whose record it is; the shipped one when None.

    Returns
    -------
    Record
        The weekly counts, with the single deployments if the file has them.

    Raises
    ------
    ModellerError
        When it cannot be read, or with everything that is wrong in it.
    """
    from modeller.profiles import shipped_profile
    from modeller.records.reading import read_user_record

    return read_user_record(path, profile or shipped_profile())


def _looks() -> results.Looks:
    from modeller import notebook

    return results.Looks(notebook.table, notebook.html, notebook.figure)


results.give(_looks)


def __getattr__(name: str) -> object:
    if name in _ROOMS:
        return import_module(f"modeller.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"modeller.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
