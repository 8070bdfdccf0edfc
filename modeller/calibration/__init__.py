"""Derives numbers of the model from a record: today's rates with 90 % ranges, and a fit.

The model of places (`modeller.calibration.places`) is fitted to a record of single deployments,
such as the shipped one; to a weekly record the same model without places is fitted. Everything is
imported when it is asked for, because a projection on the shipped record reads kept draws.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from modeller.calibration.calibrating import calibrate
    from modeller.calibration.estimates import Calibration, Estimate
    from modeller.calibration.posteriors import USEFUL_WEEKS, Grounds

__all__ = [
    "USEFUL_WEEKS",
    "Calibration",
    "Estimate",
    "Grounds",
    "calibrate",
]
_MODULES = {
    "USEFUL_WEEKS": "posteriors",
    "Calibration": "estimates",
    "Estimate": "estimates",
    "Grounds": "posteriors",
    "calibrate": "calibrating",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    return found
