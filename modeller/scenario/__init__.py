"""Scenarios: the value, its document and file, and the ways to pass it on."""

from modeller.scenario.differences import Difference, differences
from modeller.scenario.digest import canonical_digest, short_fingerprint
from modeller.scenario.fields import Target
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, LeverSetting, Schedule, Setting, Step

__all__ = [
    "BeliefSetting",
    "Difference",
    "LeverSetting",
    "Scenario",
    "Schedule",
    "Setting",
    "Step",
    "Target",
    "canonical_digest",
    "differences",
    "short_fingerprint",
]
