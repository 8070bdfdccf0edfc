"""The trade-off between named mixes of places: arrests, and faces in certain boroughs.

These are the boroughs with a larger share of Black residents than the whole area. All mixes are
projected with the same luck. There is no verdict on which to choose, and more of one is no excuse
for the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from modeller.analysis.evaluation import Evaluate, Totals, evaluator
from modeller.base.elementary import Floats
from modeller.model.catalogue import Catalogue
from modeller.projection import Band, quantiles
from modeller.projection.by_place import SHARED_OUT, by_place, knows_places
from modeller.records import catalogue_for
from modeller.scenario import Scenario
from modeller.scenario.places import AS_RECORDED, PlaceMix

_SHARES = (0.1, 0.5, 0.9)
Range = tuple[float, float, float]
"""10th percentile, median and 90th percentile."""


@dataclass(frozen=True)
class MixPoint:
    """A mix and its outcomes over the horizon.

    Attributes
    ----------
    mix
        The mix; None for the recorded one.
    current
        Whether it is the scenario's own.
    arrests, faces, faces_above, false_alerts
        Totals; `faces_above` is for the boroughs with a larger share of Black residents.
    deployments_above
        Share of the deployments in those boroughs.
    residents
        Median share of Black residents, each borough weighted by its faces.
    unbeaten
        Whether no other mix shown has more arrests without more faces in those boroughs, by
        medians.
    """

    mix: PlaceMix | None
    current: bool
    arrests: Range
    faces: Range
    faces_above: Range
    false_alerts: Range
    deployments_above: float
    residents: float
    unbeaten: bool = False


@dataclass(frozen=True, eq=False)
class _Evaluated:
    """The totals of a scenario in the form that `by_place` reads."""

    scenario: Scenario
    catalogue: Catalogue
    found: Totals

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """As `Projection.totals`."""
        del band
        return self.found.totals(outcome)


def over_mixes(
    scenario: Scenario,
    *,
    evaluate: Evaluate | None = None,
    progress: Callable[[float], None] | None = None,
) -> tuple[MixPoint, ...]:
    """The scenario with every named mix, and with its own mix if that has no name.

    Empty if the record knows no places.
    """
    known = catalogue_for(scenario.record, scenario.profile)
    if not knows_places(known):
        return ()
    run = evaluate or evaluator(("deployments", *SHARED_OUT), known)
    named = [None if key == AS_RECORDED else PlaceMix(((key, 1.0),)) for key in _keys(scenario)]
    mixes = named if scenario.places in named else [*named, scenario.places]
    found = []
    for place, mix in enumerate(mixes):
        here = scenario.with_places(mix)
        found.append(
            _point(_Evaluated(here, known, run(here)), mix, current=mix == scenario.places)
        )
        if progress is not None:
            progress((place + 1) / len(mixes))
    return tuple(replace(point, unbeaten=_is_unbeaten(point, found)) for point in found)


def _keys(scenario: Scenario) -> list[str]:
    return list(dict.fromkeys((AS_RECORDED, *scenario.profile.mixes)))


def _point(projected: _Evaluated, mix: PlaceMix | None, *, current: bool) -> MixPoint:
    found = by_place(projected)
    faces = projected.totals("faces_scanned")
    return MixPoint(
        mix,
        current,
        _range(projected.totals("arrests")),
        _range(faces),
        _range(found.faces_above * faces),
        _range(projected.totals("false_alerts")),
        found.deployments_above,
        float(np.median(found.residents_by_faces)),
    )


def _range(values: Floats) -> Range:
    low, middle, high = quantiles(np.sort(values), _SHARES).tolist()
    return low, middle, high


def _is_unbeaten(point: MixPoint, others: list[MixPoint]) -> bool:
    def beats(other: MixPoint) -> bool:
        more = other.arrests[1] - point.arrests[1]
        fewer = point.faces_above[1] - other.faces_above[1]
        return more >= 0.0 and fewer >= 0.0 and (more > 0.0 or fewer > 0.0)

    return not any(beats(other) for other in others)
