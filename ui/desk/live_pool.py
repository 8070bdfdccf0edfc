"""Live projections from any record: one engine for each record that open scenarios are based on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from modeller.projection import Band, View
from modeller.projection.live import VIEWS, Live, LiveProjection
from modeller.records import catalogue_for
from modeller.scenario import Scenario

_KEPT = 2
"""Each engine keeps its draws in memory: the shipped record's, and one of the user's own."""


class LivePool:
    """Chooses the engine by the scenario's record; the shipped record's is there from the start."""

    def __init__(self) -> None:
        self._engines: OrderedDict[str | None, Live] = OrderedDict({None: Live()})

    def project(
        self,
        scenario: Scenario,
        outcomes: Iterable[str] | None = None,
        views: Iterable[View] | Mapping[str, Iterable[View]] = VIEWS,
        draws: int | None = None,
        band: Band = "seen",
    ) -> LiveProjection:
        """As `modeller.projection.live.Live.project`, on the record that the scenario is based on.

        Raises
        ------
        ModellerError
            When that record is not kept here, or is damaged.
        """
        return self._engine(scenario.record).project(scenario, outcomes, views, draws, band)

    def _engine(self, record: str | None) -> Live:
        known = self._engines.get(record)
        if known is None:
            known = self._engines[record] = Live(catalogue_for(record))
            while len(self._engines) > _KEPT:
                del self._engines[next(key for key in self._engines if key not in (None, record))]
        return known
