"""How the model of places would have done: every fortnight of the past, told how many and where."""

from __future__ import annotations

from modeller.backtest.places.results import (
    TELLINGS,
    DeploymentLine,
    Line,
    PlacesBacktest,
    Range,
    Telling,
)
from modeller.backtest.places.rolling import HORIZONS, VIEWS, backtest_places, fortnights

__all__ = [
    "HORIZONS",
    "TELLINGS",
    "VIEWS",
    "DeploymentLine",
    "Line",
    "PlacesBacktest",
    "Range",
    "Telling",
    "backtest_places",
    "fortnights",
]
