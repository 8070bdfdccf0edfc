"""The source of live figures: the compiled kernel, or the engine until that is ready."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.model.catalogue import Catalogue
from modeller.model.engine import CAUSES
from modeller.projection.band import ratio
from modeller.projection.of_totals import Band, View
from modeller.projection.projection import Binding, Projection
from modeller.projection.summaries import PROBABILITIES, quantiles, summarise

if TYPE_CHECKING:
    from modeller.kernel.ensemble import Draws
    from modeller.kernel.live_pass import Passes, Plan, Result, Wanted

Fans = Mapping[str, Collection[View]]
"""The outcomes wanted, each with the views whose bands will be read."""


@dataclass
class Figures:
    """Summaries by (outcome, view, band), also smooth; totals by (outcome, band); the binding.

    The binding is computed when it is read. The last week of a cumulative summary is the total,
    whose quantiles can be computed exactly; it is in `unranked` until it is read.
    """

    summaries: dict[tuple[str, View, Band], Floats] = field(default_factory=dict)
    smooth: dict[tuple[str, View, Band], Floats] = field(default_factory=dict)
    totals: dict[tuple[str, Band], Floats] = field(default_factory=dict)
    binding: Callable[[], Binding] | None = None
    unranked: set[tuple[str, Band]] = field(default_factory=set)


class Source(Protocol):
    """Gives the figures of one scenario."""

    def add(self, figures: Figures, fans: Fans, band: Band) -> None:
        """Put the totals, the wanted summaries of outcomes and the binding into `figures`."""

    def arrests_with_nothing_lost(self, deployments: float | None) -> Floats:
        """Total arrests in each draw with so many deployments a week and nothing lost."""


class EngineSource:
    """The engine on a few draws, until the machine code is ready."""

    def __init__(self, projection: Projection) -> None:
        self._projection = projection

    def add(self, figures: Figures, fans: Fans, band: Band) -> None:
        """As `Source`."""
        for outcome, views in fans.items():
            figures.totals[outcome, band] = self._projection.totals(outcome, band)
            for view in views:
                if view != "weekly" or self._projection.catalogue.outcomes[outcome].kind == "flow":
                    summary = self._projection.summary(outcome, view, band)
                    figures.summaries[outcome, view, band] = summary
                    smooth = self._projection.smooth(outcome, view, band)
                    figures.smooth[outcome, view, band] = smooth
        figures.binding = lambda: self._projection.binding

    def arrests_with_nothing_lost(self, deployments: float | None) -> Floats:
        """As `Source`."""
        return self._projection.arrests_with_nothing_lost(deployments)


class Memory:
    """What live projections share: scratch memory and plans."""

    _KEPT_PLANS, _KEPT_ARRESTS = 64, 32

    def __init__(self, catalogue: Catalogue, passes: Passes) -> None:
        self.catalogue = catalogue
        self.passes = passes
        self.lock = threading.Lock()
        self._plans: dict[tuple[Wanted, Band], Plan] = {}
        self._arrests: dict[tuple[object, ...], Floats] = {}

    def plan(self, wanted: Wanted, band: Band) -> Plan:
        """The plan for what is wanted, made once."""
        from modeller.kernel.live_pass import Plan

        known = self._plans.get((wanted, band))
        if known is None:
            if len(self._plans) >= self._KEPT_PLANS:
                self._plans.clear()
            known = Plan(self.passes.code.live, wanted, self.catalogue, band == "seen")
            self._plans[wanted, band] = known
        return known

    def arrests_with_nothing_lost(self, key: tuple[object, ...], source: KernelSource) -> Floats:
        """Arrests that no lever of the scenario moves."""
        known = self._arrests.get(key)
        if known is None:
            if len(self._arrests) >= self._KEPT_ARRESTS:
                self._arrests.clear()
            figures = Figures()
            source.add(figures, {"arrests": ()}, "seen")
            known = self._arrests[key] = figures.totals["arrests", "seen"]
        return known


class KernelSource:
    """The compiled kernel.

    Parameters
    ----------
    levers
        Every choice and circumstance week by week, phases applied.
    without_losses
        The same with nothing lost and so many deployments a week, with the draws of the recorded
        mix.
    belief
        A function that gives a belief in each draw; shape (count,).
    """

    def __init__(
        self,
        memory: Memory,
        draws: Draws,
        count: int,
        levers: Mapping[str, Floats],
        without_losses: Callable[[float | None], tuple[Mapping[str, Floats], Draws]],
        belief: Callable[[str], Floats],
    ) -> None:
        self._memory = memory
        self._draws = draws
        self._count = count
        self._levers = levers
        self._without_losses = without_losses
        self._belief = belief

    def add(self, figures: Figures, fans: Fans, band: Band) -> None:
        """As `Source`."""
        from modeller.kernel.live_pass import Wanted

        entries, scaled = self._memory.catalogue.outcomes, self._memory.passes.code.live.scaled
        for key in scaled.keys() & fans.keys():
            self._add_scaled(key, figures, fans[key], band)
        simulated = tuple(key for key in fans if key not in scaled)
        flows = tuple(key for key in simulated if entries[key].kind == "flow")
        wanted = Wanted(
            weekly=tuple(key for key in flows if "weekly" in fans[key]),
            cumulative=tuple(key for key in simulated if "cumulative" in fans[key]),
            totals=simulated,
            binding=figures.binding is None,
        )
        result = self._run(wanted, band)
        for key in simulated:
            entry = entries[key]
            total = result.sums[key] if entry.kind == "flow" else ratio(entry, result.sums)
            figures.totals[key, band] = total
        view: View
        for (key, view), bands in result.bands.items():
            summary = np.column_stack([result.means[key, view], bands])
            if view == "cumulative":
                figures.unranked.add((key, band))
            figures.summaries[key, view, band] = summary
            if (key, view) in result.smooth:
                means = result.means[key, view]
                drawn = np.column_stack([means, result.smooth[key, view]])
                figures.smooth[key, view, band] = drawn
        if wanted.binding:
            figures.binding = partial(_binding, result, self._count)

    def arrests_with_nothing_lost(self, deployments: float | None) -> Floats:
        """As `Source`."""
        levers, draws = self._without_losses(deployments)
        source = KernelSource(
            self._memory, draws, self._count, levers, self._without_losses, self._belief
        )
        key = (id(draws.noise), draws.serial, self._count, self._weeks, deployments)
        return self._memory.arrests_with_nothing_lost(key, source)

    @property
    def _weeks(self) -> int:
        return next(iter(self._levers.values())).size

    def _run(self, wanted: Wanted, band: Band) -> Result:
        live, figures = self._memory.passes.code.live, self._memory.catalogue.figures
        table = live.table(self._levers, figures).astype(np.float32)
        with self._memory.lock:
            return self._memory.passes.run(
                self._memory.plan(wanted, band), self._draws, self._count, table,
                PROBABILITIES, seen=band == "seen",
            )  # fmt: skip

    def _add_scaled(self, key: str, figures: Figures, views: Collection[View], band: Band) -> None:
        """Add a flow that is a belief times one number of the week in every draw."""
        live = self._memory.passes.code.live
        belief, number = live.scaled[key]
        (weekly,) = live.numbers([number], self._levers, self._memory.catalogue.figures)
        weekly = np.broadcast_to(weekly, self._weeks)
        draws = self._belief(belief)
        each = summarise(draws)
        figures.totals[key, band] = draws * weekly.sum()
        if "weekly" in views:
            figures.summaries[key, "weekly", band] = np.outer(weekly, each)
        if "cumulative" in views:
            figures.summaries[key, "cumulative", band] = np.outer(np.cumsum(weekly), each)


def summarise_totals(totals: Floats) -> Floats:
    """As `summarise`, shape (8,), but sorted in single precision, which is faster."""
    ordered = np.sort(totals.astype(np.float32)).astype(np.float64)
    return np.concatenate(([totals.mean()], quantiles(ordered, PROBABILITIES)))


def _binding(result: Result, count: int) -> Binding:
    short = result.first_week > 0
    ever = np.bincount(result.first_cause, minlength=len(CAUSES)) / count
    return Binding(
        ever={name: float(ever[index]) for index, name in enumerate(CAUSES)},
        weekly=result.cause_shares,
        first_week=_median_week(result.first_week[short]) if short.any() else None,
    )


def _median_week(weeks: NDArray[np.int16]) -> int:
    """The median for `Binding.first_week`, by counting, because there are few weeks."""
    so_far = np.cumsum(np.bincount(weeks))
    lower, upper = (
        int(np.searchsorted(so_far, rank, side="right"))
        for rank in ((weeks.size - 1) // 2, weeks.size // 2)
    )
    return (lower + upper) // 2
