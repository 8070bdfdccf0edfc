"""From a record to the model's numbers: `calibrate`, and the fit that the projection draws from.

What finds a fit is imported when one is asked for: a projection on the shipped record reads draws
that were kept.
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
    """Import what calibrates when it is first asked for."""
    if name != "calibrate":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from modeller.calibration.calibrating import calibrate

    globals()[name] = calibrate
    return calibrate
