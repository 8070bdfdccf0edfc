"""What-if scenarios for a police force's plan for live facial recognition, with ranges.

>>> import modeller
>>> plan = modeller.project(modeller.load_scenario("met-plan-2025"))
>>> plan.summary("arrests")

Everything here is imported when it is first used, so that importing the package is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from modeller.base.errors import ModellerError, Problem
    from modeller.evidence import Record
    from modeller.profiles import Profile, load_profile, shipped_profile
    from modeller.projection import SUMMARY, Projection, project
    from modeller.projection.comparison import Comparison, compare
    from modeller.scenario import Scenario, Target, differences
    from modeller.scenario.file import write_scenario
    from modeller.scenario.setting import BeliefSetting, Schedule, Step
    from modeller.wording import headlines

_HOMES = {
    "BeliefSetting": "scenario.setting",
    "Comparison": "projection.comparison",
    "ModellerError": "base.errors",
    "Problem": "base.errors",
    "Projection": "projection",
    "Record": "evidence",
    "SUMMARY": "projection",
    "Scenario": "scenario",
    "Schedule": "scenario.setting",
    "Step": "scenario.setting",
    "Target": "scenario",
    "Profile": "profiles",
    "load_profile": "profiles",
    "shipped_profile": "profiles",
    "compare": "projection.comparison",
    "differences": "scenario",
    "headlines": "wording",
    "project": "projection",
    "write_scenario": "scenario.file",
}
"""Name → the module it lives in."""

__all__ = [
    "SUMMARY",
    "BeliefSetting",
    "Comparison",
    "ModellerError",
    "Problem",
    "Profile",
    "Projection",
    "Record",
    "Scenario",
    "Schedule",
    "Step",
    "Target",
    "compare",
    "differences",
    "headlines",
    "load_profile",
    "load_scenario",
    "project",
    "read_record",
    "shipped_profile",
    "write_scenario",
]


def load_scenario(name_or_path: str | Path, profile: Profile | None = None) -> Scenario:
    """A scenario of a profile, the shipped one when None, by its name; or the one in a file.

    `modeller.scenario.file.load_scenario` also says what the file itself held: its versions,
    fingerprints, and what has moved since.

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
    profile
        Whose record it is; that of the shipped one when None.

    Raises
    ------
    ModellerError
        When it cannot be read, or with everything that is wrong in it.
    """
    from modeller.profiles import shipped_profile
    from modeller.records import read_user_record

    return read_user_record(path, profile or shipped_profile())


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"modeller.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
