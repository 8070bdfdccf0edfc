"""The plan under all its pressures, and every scenario at an end of one lever or belief."""

import pytest

from modeller.model.catalogue import catalogue
from modeller.scenario import Setting

PLAN: dict[str, Setting] = {
    "deployments_per_week": 10.0,
    "officer_losses": 1400.0,
    "staff_losses": 300.0,
    "budget_shortfall": 260.0,
    "additional_funding": 32.0,
}


def extremes():
    """Every lever at both ends of its range, every belief at both ends of its evidence."""
    for key, lever in catalogue().levers.items():
        for value in (lever.minimum, lever.maximum):
            yield pytest.param({**PLAN, key: value}, id=f"{key}={value:g}")
    for key, belief in catalogue().beliefs.items():
        for value in belief.evidence:
            held = min(max(value, belief.minimum), belief.maximum)
            yield pytest.param({**PLAN, key: held}, id=f"{key}={held:g}")
