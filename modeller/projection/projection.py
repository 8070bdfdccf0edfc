"""Projects a scenario: summaries by week, running sum and total, what binds, and the break-even."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.results import DrawnResult, looks
from modeller.model.catalogue import Catalogue
from modeller.model.engine import CAUSES, Inputs
from modeller.projection.band import BandResults, Progress, ratio, run_band, sums_of, weeks_of_band
from modeller.projection.break_even import kept_arrests, nothing_lost
from modeller.projection.of_totals import Band, By, OfTotals, View, outcome_of, views_of
from modeller.projection.summaries import SUMMARY
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Binding:
    """What bound the deployments.

    Attributes
    ----------
    ever
        Share of the draws by what first bound them: ``plan`` (never short of crews),
        ``crews`` (today's crews would not suffice even without losses), ``officers``,
        ``staff``, ``budget``. They add up to one.
    weekly
        Share of the draws bound by each cause in each week, (weeks, 5), in the order of `CAUSES`.
    first_week
        Median of the first week in which crews run out, among the draws in which they do.
    """

    ever: Mapping[str, float]
    weekly: Floats
    first_week: int | None

    @property
    def short_share(self) -> float:
        """Share of the draws in which crews run out at some time."""
        return 1.0 - self.ever["plan"]


@dataclass(frozen=True, eq=False)
class Projection(DrawnResult, OfTotals):
    """The projection of a scenario, made by `project`; some of it is computed when first read."""

    scenario: Scenario
    catalogue: Catalogue
    inputs: Inputs
    _seen: BandResults

    def __repr__(self) -> str:
        """One line for a notebook, without the numbers."""
        return f"<Projection of {self.scenario!r}, model {self.catalogue.version}>"

    def plot(self, outcome: str = "arrests", view: View | None = None) -> Figure:
        """Draw an outcome week by week as the documents do: median, ranges, and the record.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        view
            ``weekly`` or ``cumulative``; when None, weekly where the outcome has weeks.

        Returns
        -------
        Figure
            A matplotlib figure, in the outcome's unit.
        """
        return looks().figure(self, outcome, view)

    @property
    def settled(self) -> bool:
        """Whether these are settled figures, as opposed to live ones: always."""
        return True

    @cached_property
    def _underlying(self) -> BandResults:
        by_week = self._seen.known is not None
        return run_band(self.inputs, self.catalogue.outcomes, "underlying", None, by_week)

    def _band(self, band: Band) -> BandResults:
        return self._seen if band == "seen" else self._underlying

    def summary(self, outcome: str, view: View = "total", band: Band = "seen") -> Floats:
        """Mean and quantiles in the order of `SUMMARY`, in the outcome's unit.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        view
            ``weekly``, ``cumulative`` or ``total``.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            Shape (8,) for the total, (weeks, 8) for the weekly and cumulative views.
            Infinity where the denominator of a ratio is zero.

        Raises
        ------
        ModellerError
            For an unknown outcome, or the weekly view of a ratio, which is not defined.
        """
        outcome_of(self.catalogue, outcome, view)
        summaries = self._band(band)
        if view == "total":
            return summaries.total[outcome]
        if view == "cumulative":
            return summaries.by_week.cumulative[outcome]
        return summaries.by_week.weekly[outcome]

    def smooth(self, outcome: str, view: View, band: Band = "seen") -> Floats:
        """The summary for a curve: counts by their `mid_quantiles`, anything else as `summary`.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        view
            ``weekly``, ``cumulative`` or ``total``.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            The shape of `summary`, in the outcome's unit.
        """
        known = None
        if view != "total":
            known = self._band(band).by_week.smooth.get((outcome, view))
        return self.summary(outcome, view, band) if known is None else known

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
        return self._band(band).totals[outcome_of(self.catalogue, outcome).key]

    def draws(self, outcome: str, view: View = "weekly", band: Band = "seen") -> Floats:
        """Every draw, shape (draws, weeks), or (draws,) for the total; computed at each call.

        Parameters
        ----------
        outcome
            Key of an outcome, such as ``arrests``.
        view
            ``weekly``, ``cumulative`` or ``total``.
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.

        Returns
        -------
        Floats
            In the outcome's unit.
        """
        entry = outcome_of(self.catalogue, outcome, view)
        if view == "total":
            return self.totals(outcome, band)
        keys = [outcome] if entry.kind == "flow" else [entry.numerator, entry.denominator]
        weekly = {key: np.empty((self.inputs.weeks, self.inputs.draws)) for key in keys}
        for index, (_, values) in enumerate(weeks_of_band(self.inputs, band, keys)):
            for key in keys:
                weekly[key][index] = values[key]
        if view == "weekly":
            return weekly[outcome].T
        sums = {key: np.cumsum(values, axis=0) for key, values in weekly.items()}
        return (sums[outcome] if entry.kind == "flow" else ratio(entry, sums)).T

    @cached_property
    def binding(self) -> Binding:
        """What bound the deployments."""
        causes = self._seen.causes
        weekly = np.stack([(causes == index).mean(axis=1) for index in range(len(CAUSES))], axis=1)
        short = causes > 0
        ever_short = short.any(axis=0)
        first = np.argmax(short, axis=0)
        first_cause = np.where(ever_short, causes[first, np.arange(causes.shape[1])], 0)
        ever = {name: float((first_cause == i).mean()) for i, name in enumerate(CAUSES)}
        median = int(np.median(first[ever_short])) + 1 if ever_short.any() else None
        return Binding(MappingProxyType(ever), weekly, median)

    def arrests_with_nothing_lost(self, deployments: float | None = None) -> Floats:
        """As `OfTotals` says; worked out once for scenarios of the same beliefs and draws.

        Parameters
        ----------
        deployments
            Deployments a week, with nothing else changed; the baseline's when None.

        Returns
        -------
        Floats
            Shape (draws,), arrests.
        """
        scenario = nothing_lost(self.scenario, self.catalogue, deployments)
        known = kept_arrests.of(scenario, self.catalogue)
        if known is None:
            known = sums_of(inputs_of(scenario, self.catalogue), ("arrests",))["arrests"]
            kept_arrests.keep(scenario, self.catalogue, known)
        return known

    @cached_property
    def results_digest(self) -> str:
        """SHA-256 of all summaries of the seen band, to nine digits."""
        digest = hashlib.sha256()
        for key, outcome in self.catalogue.outcomes.items():
            views: tuple[View, ...] = (
                ("weekly", "cumulative") if outcome.kind == "flow" else ("cumulative",)
            )
            for view in views:
                figures = " ".join(f"{value:.9g}" for value in self.summary(key, view).ravel())
                digest.update(f"{outcome.first_name} {view} {figures}\n".encode())
        return digest.hexdigest()

    def table(self, band: Band = "seen", by: By | None = None) -> pd.DataFrame:
        """All summaries as rows: outcome, unit, view, week (0 for the total), then `SUMMARY`.

        With `by`, those of weeks (``week``) or of the totals (``total``) alone.

        Parameters
        ----------
        band
            ``seen``, counts with their luck, or ``underlying``, the rates behind them.
        by
            ``week`` or ``total``; both when None.

        Returns
        -------
        DataFrame
            Figures in the unit of their row.
        """
        import pandas as pd

        frames = []
        for key, outcome in self.catalogue.outcomes.items():
            for view in views_of(outcome, by):
                values = np.atleast_2d(self.summary(key, view, band))
                frame = pd.DataFrame(values, columns=list(SUMMARY))
                frame.insert(0, "week", range(1, len(values) + 1) if view != "total" else 0)
                frame.insert(0, "view", view)
                frame.insert(0, "unit", outcome.unit)
                frame.insert(0, "outcome", key)
                frames.append(frame)
        return pd.concat(frames, ignore_index=True)


def project(
    scenario: Scenario,
    *,
    catalogue: Catalogue | None = None,
    progress: Progress | None = None,
    by_week: bool = True,
) -> Projection:
    """Project a scenario.

    Parameters
    ----------
    scenario
        The scenario to project.
    catalogue
        The catalogue to use; when None, the one calibrated on the scenario's record.
    progress
        Called with the share done after each week; an exception it raises stops the work.
    by_week
        Whether to summarise each week at once. Otherwise the first reading of weekly summaries
        takes another run; totals never do.

    Returns
    -------
    Projection
        Settled figures: the same bits on every machine.

    Raises
    ------
    ModellerError
        When the scenario is based on a record that is not kept here.

    References
    ----------
    The numbered equations of the manual's page on the model. The source of every figure in them
    stands on its page of parameters, and in the ``sources.toml`` of the profile.
    """
    declared = catalogue_for(scenario.record, scenario.profile) if catalogue is None else catalogue
    inputs = inputs_of(scenario, declared)
    results = run_band(inputs, declared.outcomes, "seen", progress, by_week)
    if "arrests" in results.totals and scenario.changes.keys() <= declared.beliefs.keys():
        kept_arrests.keep(scenario, declared, results.totals["arrests"])
    return Projection(scenario, declared, inputs, results)


def json_number(value: float) -> float | None:
    """A number for JSON: None if it is not finite."""
    return float(value) if math.isfinite(value) else None
