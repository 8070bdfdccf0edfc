"""What any projection says about its totals: quantiles, and chances above and below a value."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.model.catalogue import Catalogue, Outcome
from modeller.projection.break_even import BreakEven, break_even
from modeller.projection.summaries import quantiles
from modeller.scenario import Scenario
from modeller.scenario.inputs import weekly_levers

View = Literal["weekly", "cumulative", "total"]
VIEWS: tuple[View, ...] = ("total", "weekly", "cumulative")
By = Literal["week", "total"]
"""Which summaries are wanted: those of weeks (weekly and as running sums) or the totals."""
Band = Literal["seen", "underlying"]
BANDS: tuple[Band, ...] = ("seen", "underlying")


def views_of(outcome: Outcome, by: By | None = None) -> tuple[View, ...]:
    """The views of an outcome; all when `by` is None. A ratio of sums has no weekly view."""
    views: tuple[View, ...] = () if by == "total" else ("weekly", "cumulative")
    if by != "week":
        views = (*views, "total")
    return tuple(view for view in views if outcome.kind == "flow" or view != "weekly")


def outcome_of(catalogue: Catalogue, key: str, view: View = "total") -> Outcome:
    """The outcome of a key, which has that view.

    Raises
    ------
    ModellerError
        For an unknown outcome, or the weekly view of a ratio, which is not defined.
    """
    entry = catalogue.outcomes.get(key)
    if entry is None:
        known = ", ".join(catalogue.outcomes)
        raise refusal(key, "is not an outcome", "choose one of {names}", names=known)
    if view == "weekly" and entry.kind == "ratio":
        raise refusal(
            key,
            "has no weekly view, being a ratio of totals",
            "ask for the cumulative or total view",
        )
    return entry


class OfTotals(ABC):
    """What follows from the totals of outcomes in each draw."""

    scenario: Scenario
    catalogue: Catalogue

    @property
    def fingerprint(self) -> str:
        """The scenario's fingerprint."""
        return self.scenario.fingerprint

    @abstractmethod
    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """The total over the horizon in each draw, shape (draws,).

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            In the outcome's unit; infinite where a ratio has no denominator.
        """

    @abstractmethod
    def arrests_with_nothing_lost(self, deployments: float | None = None) -> Floats:
        """Total arrests in each draw, (draws,), of the same beliefs with nothing lost or moved.

        Parameters
        ----------
        deployments
            Deployments a week; None for the baseline's.
        """

    @cached_property
    def break_even(self) -> BreakEven | None:
        """The switching value of the officers lost; None when none are lost (equation 11)."""
        lost = weekly_levers(self.scenario, self.catalogue)["officer_losses"]
        if not lost.any():
            return None
        extra = self.totals("arrests") - self.arrests_with_nothing_lost()
        forgone = self.totals("arrests_forgone")
        return break_even(lost, extra, forgone, self.catalogue.figures["weeks_per_year"])

    def makes_up_against(self, deployments: float) -> float:
        """The share of the futures in which the arrests make up for those of the officers lost.

        `BreakEven.makes_up`, with the extra arrests counted from another number of deployments a
        week than the baseline's.

        Parameters
        ----------
        deployments
            Deployments a week from which the extra arrests are counted.

        Returns
        -------
        float
            From 0 to 1.
        """
        extra = self.totals("arrests") - self.arrests_with_nothing_lost(deployments)
        return float((extra >= self.totals("arrests_forgone")).mean())

    def quantiles(
        self, outcome: str, probabilities: Sequence[float], band: Band = "seen"
    ) -> Floats:
        """Quantiles of the total.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        probabilities
            Shares of the futures, from 0 to 1.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            One a probability, in the outcome's unit.
        """
        return quantiles(np.sort(self.totals(outcome, band)), probabilities)

    def chance(
        self, outcome: str, *, above: float | None = None, below: float | None = None
    ) -> float:
        """Share of the draws whose total lies above and below the given values.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        above
            A value that the total must exceed, in the outcome's unit; no bound when None.
        below
            A value that the total must stay below, likewise.

        Returns
        -------
        float
            From 0 to 1.
        """
        totals = self.totals(outcome)
        inside = np.ones(totals.shape, dtype=bool)
        if above is not None:
            inside &= totals > above
        if below is not None:
            inside &= totals < below
        return float(inside.mean())
