"""How the model would have done: standing at month-ends of the past, knowing only what was known.

At each origin the model is calibrated on the weeks that were over by then, and projects the
weeks that followed with the deployments that really took place. What it would have said is
compared with what happened, and with two plain rules.
"""

from __future__ import annotations

from modeller.backtest.results import (
    HORIZONS,
    OUTCOMES,
    VIEWS,
    Backtest,
    Coverage,
    Miss,
    Origin,
    Series,
)
from modeller.backtest.rolling import BACKTEST_DRAWS, backtest, month_ends

__all__ = [
    "BACKTEST_DRAWS",
    "HORIZONS",
    "OUTCOMES",
    "VIEWS",
    "Backtest",
    "Coverage",
    "Miss",
    "Origin",
    "Series",
    "backtest",
    "month_ends",
]
