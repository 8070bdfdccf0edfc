"""Live projections, quick enough to follow a lever while it moves.

A live projection uses the same draws as the settled one, but in single precision and with bands
read from histograms, so that its figures differ from the settled ones by a fraction of a per cent
of the width of the band. Compare live projections only with live ones: two equal scenarios then
differ by exactly zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from modeller import kernel
from modeller.base.elementary import Floats
from modeller.model.catalogue import Catalogue
from modeller.projection.break_even import nothing_lost
from modeller.projection.live_sources import (
    EngineSource,
    Figures,
    KernelSource,
    Memory,
    Source,
    summarise_totals,
)
from modeller.projection.of_totals import Band, OfTotals, View, outcome_of
from modeller.projection.projection import Binding, project
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import weekly_levers

if TYPE_CHECKING:
    from modeller.kernel.ensemble import Draws, Ensemble

FALLBACK_DRAWS = 1024
"""How many draws, the first of the same streams, are used until the machine code is ready."""

FEW_DRAWS = 512
"""How many draws the first charts of a window need: for these no more than one block is made."""

VIEWS: tuple[View, ...] = ("weekly", "cumulative", "total")


@dataclass(frozen=True, eq=False)
class LiveProjection(OfTotals):
    """The live projection of a scenario, which is read like a `Projection`.

    What was not asked for at once is computed when it is read.

    Attributes
    ----------
    draws_used
        How many of the scenario's draws it uses, from the first on.
    """

    scenario: Scenario
    catalogue: Catalogue
    draws_used: int
    _source: Source = field(repr=False)
    _figures: Figures = field(default_factory=Figures, repr=False)

    @property
    def settled(self) -> bool:
        """Whether these are settled figures: never, for a live projection."""
        return False

    def summary(self, outcome: str, view: View = "total", band: Band = "seen") -> Floats:
        """As `Projection.summary`."""
        known = self._figures.summaries.get((outcome, view, band))
        if known is None:
            outcome_of(self.catalogue, outcome, view)
            if view == "total":
                known = summarise_totals(self.totals(outcome, band))
                self._figures.summaries[outcome, view, band] = known
            else:
                self._source.add(self._figures, {outcome: {view}}, band)
                known = self._figures.summaries[outcome, view, band]
        if view == "cumulative" and (outcome, band) in self._figures.unranked:
            self._figures.unranked.discard((outcome, band))
            known[-1] = self.summary(outcome, "total", band)
        return known

    def smooth(self, outcome: str, view: View, band: Band = "seen") -> Floats:
        """As `Projection.smooth`."""
        summary = self.summary(outcome, view, band)
        return self._figures.smooth.get((outcome, view, band), summary)

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """The total over the horizon in each draw used, shape (draws_used,)."""
        known = self._figures.totals.get((outcome, band))
        if known is None:
            outcome_of(self.catalogue, outcome)
            self._source.add(self._figures, {outcome: ()}, band)
            known = self._figures.totals[outcome, band]
        return known

    @cached_property
    def binding(self) -> Binding:
        """What bound the deployments."""
        if self._figures.binding is None:
            self._source.add(self._figures, {"deployments": ()}, "seen")
        assert self._figures.binding is not None
        return self._figures.binding()

    def arrests_with_nothing_lost(self, deployments: float | None = None) -> Floats:
        """Total arrests in each draw with nothing lost; see `OfTotals`."""
        return self._source.arrests_with_nothing_lost(deployments)


class Live:
    """Projects scenarios as fast as they change, keeping the draws from one to the next.

    Parameters
    ----------
    declared
        A profile's catalogue, perhaps recalibrated on another record; the shipped one when None.
    threads
        Threads for a projection, including the calling one.
    """

    _KEPT_SEEDS = 2

    def __init__(self, declared: Catalogue | None = None, *, threads: int | None = None) -> None:
        self.catalogue = Scenario().catalogue if declared is None else declared
        self._threads = threads
        self._memory: Memory | None = None
        self._ensembles: dict[int, Ensemble] = {}

    def project(
        self,
        scenario: Scenario,
        outcomes: Iterable[str] | None = None,
        views: Iterable[View] | Mapping[str, Iterable[View]] = VIEWS,
        draws: int | None = None,
        band: Band = "seen",
    ) -> LiveProjection:
        """Project a scenario live.

        Parameters
        ----------
        outcomes, views
            What will be read at once: all outcomes when None, and views for all of them or for
            each. Anything else is computed when it is read.
        draws
            How many of the scenario's draws to use; as many as fit in memory when None.
        """
        wanted = min(scenario.draws, draws or scenario.draws)
        if kernel.ready_for(self.catalogue.model):
            live = self._with_kernel(scenario, wanted)
        else:
            few = min(wanted, FALLBACK_DRAWS)
            small = project(scenario.replace(draws=few), catalogue=self.catalogue)
            live = LiveProjection(scenario, self.catalogue, few, EngineSource(small))
        chosen = tuple(self.catalogue.outcomes if outcomes is None else outcomes)
        for outcome in chosen:
            outcome_of(live.catalogue, outcome)
        if isinstance(views, Mapping):
            fans = {outcome: frozenset(views.get(outcome, ())) for outcome in chosen}
        else:
            fans = dict.fromkeys(chosen, frozenset(views))
        live._source.add(live._figures, fans, band)
        return live

    def evaluator(self, outcomes: Iterable[str]) -> Callable[[Scenario], LiveProjection]:
        """A function that projects scenarios for nothing but the totals of some outcomes."""
        chosen = tuple(outcomes)
        return lambda scenario: self.project(scenario, chosen, ())

    def _with_kernel(self, scenario: Scenario, wanted: int) -> LiveProjection:
        from modeller.kernel.ensemble import most_draws
        from modeller.kernel.generated import code_for
        from modeller.kernel.live_pass import Passes
        from modeller.kernel.threads import THREADS

        code = code_for(self.catalogue.model)
        if self._memory is None:
            passes = Passes(code, THREADS if self._threads is None else self._threads)
            self._memory = Memory(self.catalogue, passes)
        count = min(wanted, most_draws(code.live, scenario.weeks))
        ensemble = self._ensemble(scenario, count)
        settings = {}
        for key in self.catalogue.beliefs:
            setting = scenario.setting(key, self.catalogue)
            assert isinstance(setting, BeliefSetting)
            settings[key] = setting

        def without_losses(deployments: float | None) -> tuple[dict[str, Floats], Draws]:
            today = nothing_lost(scenario, self.catalogue, deployments)
            return weekly_levers(today, self.catalogue), ensemble.draws(settings)

        def belief(key: str) -> Floats:
            return ensemble.belief(key, settings[key], count)

        levers = weekly_levers(scenario, self.catalogue)
        draws = ensemble.draws(settings, scenario.mix, count)
        source = KernelSource(self._memory, draws, count, levers, without_losses, belief)
        return LiveProjection(scenario, self.catalogue, count, source)

    def _ensemble(self, scenario: Scenario, count: int) -> Ensemble:
        from modeller.kernel.ensemble import Ensemble, most_draws
        from modeller.kernel.generated import code_for

        kept = self._ensembles.get(scenario.seed)
        if kept is None or not kept.holds(scenario.weeks, count):
            weeks = max(scenario.weeks, kept.weeks if kept else 0)
            live = code_for(self.catalogue.model).live
            draws = count
            if count > FEW_DRAWS:
                draws = max(count, min(scenario.draws, most_draws(live, weeks)))
            while len(self._ensembles) >= self._KEPT_SEEDS:
                del self._ensembles[next(iter(self._ensembles))]
            self._ensembles.pop(scenario.seed, None)
            kept = Ensemble(self.catalogue, scenario.seed, weeks, draws)
            self._ensembles[scenario.seed] = kept
        return kept
