"""What-if scenarios for the Metropolitan Police's plan for live facial recognition, with ranges.

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
    from modeller.calibration import calibrate
    from modeller.evidence import Record, shipped_record
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
    "calibrate": "calibration",
    "compare": "projection.comparison",
    "differences": "scenario",
    "headlines": "wording",
    "project": "projection",
    "shipped_record": "evidence",
    "write_scenario": "scenario.file",
}
"""Name → the module it lives in."""

__all__ = [
    "SUMMARY",
    "BeliefSetting",
    "Comparison",
    "ModellerError",
    "Problem",
    "Projection",
    "Record",
    "Scenario",
    "Schedule",
    "Step",
    "Target",
    "calibrate",
    "compare",
    "differences",
    "headlines",
    "load_scenario",
    "project",
    "read_record",
    "shipped_record",
    "write_scenario",
]


def load_scenario(name_or_path: str | Path) -> Scenario:
    """A shipped scenario by its name, or the one in a file.

    `modeller.scenario.file.load_scenario` also says what the file itself held: its versions,
    fingerprints, and what has moved since.

    Raises
    ------
    ModellerError
        With everything that is wrong in the file, or when there is none.
    """
    from modeller.scenario.file import load_scenario as load

    return load(name_or_path).scenario


def read_record(path: Path | str) -> Record:
    """The record in a CSV file, of weekly rows or of one row a deployment.

    Raises
    ------
    ModellerError
        When it cannot be read, or with everything that is wrong in it.
    """
    from modeller.records import read_user_record

    return read_user_record(path)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"modeller.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
