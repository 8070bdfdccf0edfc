"""How the model of places would have done: every fortnight of the past, told how many and where."""

from __future__ import annotations

from modeller.backtest.places.rolling import DRAWS, backtest_places, standpoints

__all__ = ["DRAWS", "backtest_places", "standpoints"]
