"""The scenario that the benchmarks run: the announced plan under its pressures.

Every lever that costs time differs from its baseline: posts are lost over the year, so that
capacity is different in every week, and the watchlist is not the reference one.
"""

from modeller.scenario import Scenario
from tests.met import catalogue

PLAN = Scenario(
    title="The announced plan",
    changes={
        "deployments_per_week": 10.0,
        "watchlist_size": 15000.0,
        "officer_losses": 1400.0,
        "staff_losses": 300.0,
        "budget_shortfall": 260.0,
        "additional_funding": 32.0,
    },
)
ON_SCREEN = ("deployments", "true_alerts", "false_alerts", "arrests")
"""The four charts of the window."""
FANS = [(key, "weekly") for key in ON_SCREEN]

# the path of a slider, so that every call is a new scenario
_LEVER = catalogue().levers["officer_losses"]


def moved(scenario: Scenario, number: int) -> Scenario:
    """The scenario with a lever moved, another for every call."""
    steps = int((_LEVER.maximum - _LEVER.minimum) / _LEVER.step)
    return scenario.with_value(_LEVER.key, _LEVER.minimum + _LEVER.step * (1 + number % steps))
