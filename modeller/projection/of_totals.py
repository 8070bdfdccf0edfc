"""What any projection says about its totals: quantiles, and chances above and below a value."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Literal

import numpy as np

from modeller.base.elementary import Floats
from modeller.projection.summaries import quantiles

View = Literal["weekly", "cumulative", "total"]
Band = Literal["seen", "underlying"]
BANDS: tuple[Band, ...] = ("seen", "underlying")


class OfTotals(ABC):
    """What follows from the totals of outcomes in each draw."""

    @abstractmethod
    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """The total over the horizon in each draw, shape (draws,)."""

    @abstractmethod
    def arrests_with_nothing_lost(self, deployments: float | None = None) -> Floats:
        """Total arrests in each draw, (draws,), of the same beliefs with nothing lost or moved.

        Parameters
        ----------
        deployments
            Deployments a week; None for the baseline's.
        """

    def makes_up_against(self, deployments: float) -> float:
        """In what share of the futures the arrests make up for those of the officers lost.

        `BreakEven.makes_up`, with the extra arrests counted from another number of deployments a
        week than the baseline's.
        """
        extra = self.totals("arrests") - self.arrests_with_nothing_lost(deployments)
        return float((extra >= self.totals("arrests_forgone")).mean())

    def quantiles(
        self, outcome: str, probabilities: Sequence[float], band: Band = "seen"
    ) -> Floats:
        """Quantiles of the total."""
        return quantiles(np.sort(self.totals(outcome, band)), probabilities)

    def chance(
        self, outcome: str, *, above: float | None = None, below: float | None = None
    ) -> float:
        """Share of the draws whose total lies above and below the given values."""
        totals = self.totals(outcome)
        inside = np.ones(totals.shape, dtype=bool)
        if above is not None:
            inside &= totals > above
        if below is not None:
            inside &= totals < below
        return float(inside.mean())
