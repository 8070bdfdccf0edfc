"""How the model would have done: standing at fortnights of the past, knowing only what was known.

At each origin the model is calibrated on what was over by then, and forecasts the weeks that
followed, told how many deployments took place and, where the record has places, where. What it
would have said is compared with what happened, and with two plain rules.
"""

from __future__ import annotations

from modeller.backtest.asking import backtest, kept_for
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
