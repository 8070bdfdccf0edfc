"""Derives numbers of the model from a record: today's rates with 90 % ranges, and a fit.

The model of places (`modeller.calibration.places`) is fitted to a record of single deployments,
such as the shipped one; to a weekly record the same model without places is fitted. What fits is
imported when it is asked for, because a projection on the shipped record reads kept draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modeller.calibration.estimates import Calibration, Estimate
from modeller.calibration.posteriors import USEFUL_WEEKS, Grounds

if TYPE_CHECKING:
    from modeller.calibration.calibrating import calibrate

__all__ = [
    "USEFUL_WEEKS",
    "Calibration",
    "Estimate",
    "Grounds",
    "calibrate",
]


def __getattr__(name: str) -> Any:
    """Import the calibration when it is first asked for."""
    if name != "calibrate":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from modeller.calibration.calibrating import calibrate

    globals()[name] = calibrate
    return calibrate
