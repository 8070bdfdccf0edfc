"""Live projections from any record: one engine for each record that open scenarios are based on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from modeller.profiles import Profile
from modeller.projection import Band, View
from modeller.projection.live import VIEWS, Live, LiveProjection
from modeller.records import catalogue_for, is_kept
from modeller.scenario import Scenario

_KEPT = 2
"""How many engines are kept, since each keeps its draws: the shipped record's and one other."""


class LivePool:
    """Chooses the engine by the scenario's record; that of the profile's record is always there."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._engines: OrderedDict[str | None, Live] = OrderedDict({None: Live(profile.catalogue)})

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
        if known is None or not is_kept(record, self._profile):
            known = self._engines[record] = Live(catalogue_for(record, self._profile))
            while len(self._engines) > _KEPT:
                del self._engines[next(key for key in self._engines if key not in (None, record))]
        return known
