"""How the model would have done in the past, knowing only what was known at the time.

At each origin, a fortnight apart, the model is calibrated on the weeks that were over by then. It
forecasts the weeks that followed, given how many deployments took place and, if the record has
places, where. The forecasts are compared with what happened, and with those of two simple rules.
"""

from __future__ import annotations

from modeller.backtest.any_record import backtest, kept_for
from modeller.backtest.places.rolling import DRAWS
from modeller.backtest.results import (
    HORIZONS,
    OUTCOMES,
    TELLINGS,
    VIEWS,
    Backtest,
    DeploymentLine,
    Line,
    Origin,
    Range,
    Series,
)

__all__ = [
    "DRAWS",
    "HORIZONS",
    "OUTCOMES",
    "TELLINGS",
    "VIEWS",
    "Backtest",
    "DeploymentLine",
    "Line",
    "Origin",
    "Range",
    "Series",
    "backtest",
    "kept_for",
]
