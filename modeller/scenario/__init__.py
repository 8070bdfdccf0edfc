"""Scenarios: the value, its document and file, and the ways to pass it on."""

from modeller.scenario.scenario import (
    BeliefSetting,
    Difference,
    Scenario,
    Schedule,
    Setting,
    Step,
    Target,
    canonical_digest,
    differences,
    short_fingerprint,
)

__all__ = [
    "BeliefSetting",
    "Difference",
    "Scenario",
    "Schedule",
    "Setting",
    "Step",
    "Target",
    "canonical_digest",
    "differences",
    "short_fingerprint",
]
