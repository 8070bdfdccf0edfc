"""The backtest of the model of places: forecasts given how many deployments, and given where."""

from __future__ import annotations

from modeller.backtest.places.rolling import DRAWS, backtest_places

__all__ = ["DRAWS", "backtest_places"]
