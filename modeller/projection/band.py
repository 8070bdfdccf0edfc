"""Runs a scenario's inputs for one band, the seen or the underlying, and summarises what comes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller import kernel
from modeller.base.elementary import Floats
from modeller.model.catalogue import Outcome
from modeller.model.engine import Inputs, Week, simulate
from modeller.projection.of_totals import Band, View
from modeller.projection.summaries import SUMMARY, summarise_rows

Progress = Callable[[float], None]
"""Called with the share done; may raise to stop the work."""


def ratio(outcome: Outcome, sums: Mapping[str, Floats]) -> Floats:
    """A ratio of sums so far, in each draw; infinite where the denominator is zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = outcome.factor * sums[outcome.numerator] / sums[outcome.denominator]
    return np.where(sums[outcome.denominator] > 0.0, value, np.inf)


def weeks_of_band(
    inputs: Inputs, band: Band, flows: Collection[str] | None = None
) -> Iterator[tuple[Week, Mapping[str, Floats]]]:
    """The simulated weeks with the flows of one band.

    They come from the compiled kernel if it is there, otherwise from the engine, with equal
    numbers.

    Parameters
    ----------
    flows
        The only flows that will be read; when None, all flows and the cause.
    """
    if kernel.ready_for(inputs.model):
        from modeller.kernel import settled

        weeks = settled.simulate(inputs, seen=band == "seen", flows=flows)
    else:
        weeks = simulate(inputs)
    for week in weeks:
        yield week, week.seen if band == "seen" else week.underlying


def sums_of(inputs: Inputs, flows: Collection[str]) -> dict[str, Floats]:
    """The given flows of the seen band, added up over the weeks; each (draws,)."""
    if kernel.ready_for(inputs.model) and not inputs.known:
        from modeller.kernel import settled

        found = settled.sums(inputs, flows=flows)
        if found is not None:
            return found[0]
    added = {key: np.zeros(inputs.draws) for key in flows}
    for _, of_week in weeks_of_band(inputs, "seen", flows):
        for key, total in added.items():
            total += of_week[key]
    return added


@dataclass(frozen=True)
class ByWeek:
    """Summaries of one band, each (weeks, 8); `smooth` has those of counts for curves."""

    weekly: Mapping[str, Floats]
    cumulative: Mapping[str, Floats]
    smooth: Mapping[tuple[str, View], Floats]


@dataclass(frozen=True)
class BandResults:
    """Totals of one band, and causes, (weeks, draws); summaries are made when they are read."""

    inputs: Inputs
    outcomes: Mapping[str, Outcome]
    band: Band
    totals: Mapping[str, Floats]
    causes: NDArray[np.int8]
    known: ByWeek | None

    @cached_property
    def by_week(self) -> ByWeek:
        """The summaries by week, made with the totals or else by another run."""
        if self.known is not None:
            return self.known
        again = run_band(self.inputs, self.outcomes, self.band, None).known
        assert again is not None
        return again

    @cached_property
    def total(self) -> Mapping[str, Floats]:
        """Summaries of the totals, each (8,)."""
        if self.known is not None:
            return {key: summary[-1] for key, summary in self.known.cumulative.items()}
        summaries = summarise_rows(np.array([*self.totals.values()]))
        summaries.flags.writeable = False
        return dict(zip(self.totals, summaries, strict=True))


def _totals(inputs: Inputs, outcomes: Mapping[str, Outcome], band: Band) -> BandResults | None:
    """Only totals; None unless the machine code is there and the luck of all weeks is kept."""
    if not kernel.ready_for(inputs.model):
        return None
    from modeller.kernel import settled

    found = settled.sums(inputs, band == "seen")
    if found is None:
        return None
    added, causes = found
    totals = {
        key: added[key] if outcome.kind == "flow" else ratio(outcome, added)
        for kind in ("flow", "ratio")
        for key, outcome in outcomes.items()
        if outcome.kind == kind
    }
    for total in totals.values():
        total.flags.writeable = False
    causes.flags.writeable = False
    return BandResults(inputs, outcomes, band, MappingProxyType(totals), causes, None)


def run_band(
    inputs: Inputs,
    outcomes: Mapping[str, Outcome],
    band: Band,
    progress: Progress | None,
    by_week: bool = True,
) -> BandResults:
    """Run the model once and gather one band: totals and causes, with `by_week` each week too."""
    if not by_week and (found := _totals(inputs, outcomes, band)) is not None:
        if progress is not None:
            progress(1.0)
        return found
    flows = [key for key, outcome in outcomes.items() if outcome.kind == "flow"]
    ratios = [outcome for outcome in outcomes.values() if outcome.kind == "ratio"]
    # the rows of one week: every flow, every running sum, every ratio
    rows = np.zeros((2 * len(flows) + len(ratios), inputs.draws))
    sums = dict(zip(flows, rows[len(flows) : 2 * len(flows)], strict=True))
    keys = [*flows, *(outcome.key for outcome in ratios)]
    counted = [band == "seen" and outcomes[key].whole for key in (*flows, *keys)]
    wholes = np.array(counted, dtype=np.bool_)
    summaries = np.empty((inputs.weeks, len(rows), len(SUMMARY)))
    smooth, scratch = np.empty_like(summaries), np.empty_like(rows)
    causes = np.empty((inputs.weeks, inputs.draws), dtype=np.int8)
    for index, (week, values) in enumerate(weeks_of_band(inputs, band)):
        causes[index] = week.cause
        for row, key in enumerate(flows):
            rows[row] = values[key]
            sums[key] += values[key]
        if by_week or index == inputs.weeks - 1:
            for row, outcome in enumerate(ratios, 2 * len(flows)):
                rows[row] = ratio(outcome, sums)
        if by_week:
            summaries[index] = summarise_rows(rows, wholes, smooth[index], scratch)
        if progress is not None:
            progress((index + 1) / inputs.weeks)
    weekly = {key: summaries[:, row] for row, key in enumerate(flows)}
    cumulative = {key: summaries[:, row] for row, key in enumerate(keys, len(flows))}
    totals = {key: rows[row].copy() for row, key in enumerate(keys, len(flows))}
    views: tuple[View, ...] = ("weekly", "cumulative")
    places = [*((key, views[0]) for key in flows), *((key, views[1]) for key in keys)]
    drawn = {place: smooth[:, row].copy() for row, place in enumerate(places) if wholes[row]}
    for array in (
        *drawn.values(),
        summaries,
        *weekly.values(),
        *cumulative.values(),
        *totals.values(),
        causes,
    ):
        array.flags.writeable = False
    known = (
        ByWeek(MappingProxyType(weekly), MappingProxyType(cumulative), MappingProxyType(drawn))
        if by_week
        else None
    )
    return BandResults(inputs, outcomes, band, MappingProxyType(totals), causes, known)
