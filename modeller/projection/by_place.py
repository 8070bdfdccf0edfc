"""A projection's totals shared out over boroughs, draw by draw, and who lives there (equation 13).

Residents are not the people who walked past, boroughs are large, and the record cannot say who
was scanned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translate
from modeller.calibration.places.drawn_fit import CHUNK, PlacedDraws
from modeller.calibration.places.mixes import Mix, Places, Yield, place
from modeller.calibration.places.named_mixes import shares_of, who_lives_there
from modeller.profiles import OwnFit
from modeller.projection.projection import Projection

SHARED_OUT: Mapping[str, Yield] = MappingProxyType(
    {
        "faces_scanned": "faces",
        "true_alerts": "alerts",
        "false_alerts": "faces",
        "arrests": "arrests",
    }
)
"""Outcomes, and the yield by which each is shared out; false alerts go with the faces."""


@dataclass(frozen=True, eq=False)
class BoroughTotals:
    """One borough's part.

    Attributes
    ----------
    share
        Of the deployments.
    black
        Share of Black residents, Census 2021.
    totals
        By outcome, (draws,); `deployments` among them.
    """

    borough: str
    share: float
    black: float
    totals: Mapping[str, Floats]


@dataclass(frozen=True, eq=False)
class ByPlace:
    """All boroughs of the mix, the one with most deployments first; their totals add up.

    Attributes
    ----------
    london
        Share of Black residents in London.
    deployments_above
        Share of the deployments in boroughs whose share of Black residents is above London's.
    faces_above
        Share of the faces there, (draws,).
    residents_by_faces
        Black residents' share, each borough weighted by its faces, (draws,).
    """

    boroughs: tuple[BoroughTotals, ...]
    london: float
    deployments_above: float
    faces_above: Floats
    residents_by_faces: Floats


def by_place(projection: Projection) -> ByPlace:
    """The totals of a projection by borough.

    Raises
    ------
    ModellerError
        When its record is by week and knows no places.
    """
    fit = projection.catalogue.fit
    if isinstance(fit, OwnFit):
        fit = fit.profile.fit
    if not isinstance(fit, PlacedDraws):
        raise ModellerError(
            problem(
                translate("Problem", "record"),
                "is by week and says nothing of places",
                "use the shipped record for totals by place",
            )
        )
    scenario, areas = projection.scenario, projection.scenario.profile.areas
    unknown = sum(row.borough not in areas for row in fit.fit.ordinary.rows)
    if unknown:
        raise ModellerError(
            problem(
                translate("Problem", "record"),
                "has {count} deployments of which nobody knows the borough",
                "import its table again and say which borough each place is",
                count=unknown,
            )
        )
    shares: dict[str, dict[str, list[Floats]]] = {}
    held: dict[str, float] = {}
    faces_above, by_faces = [], []
    london = deployments_above = 0.0
    for first in range(0, scenario.draws, CHUNK):
        count = min(CHUNK, scenario.draws - first)
        places = fit.places(scenario.seed, count, first)
        mix = _mix(scenario.mix, places)
        living = who_lives_there(places, mix, areas)
        london, deployments_above = living.london, living.deployments_above
        faces_above.append(living.faces_above[:count])
        by_faces.append(living.by_faces[:count])
        held = {}
        for there, part in mix.items():
            held[places.home(there)] = held.get(places.home(there), 0.0) + part
        for outcome in dict.fromkeys(SHARED_OUT.values()):
            found: dict[str, Floats] = {}
            for there, share in shares_of(outcome, places, mix).items():
                home = places.home(there)
                found[home] = found.get(home, 0.0) + share[:count]
            for home, values in found.items():
                shares.setdefault(home, {}).setdefault(outcome, []).append(values)
    rows = []
    for home, part in sorted(held.items(), key=lambda pair: (-pair[1], pair[0])):
        if part > 0.0:
            of_home = {key: np.concatenate(values) for key, values in shares[home].items()}
            totals = {"deployments": part * projection.totals("deployments")}
            for key, yields in SHARED_OUT.items():
                totals[key] = of_home[yields] * projection.totals(key)
            rows.append(BoroughTotals(home, part, areas[home].black, MappingProxyType(totals)))
    return ByPlace(
        tuple(rows),
        london,
        deployments_above,
        np.concatenate(faces_above),
        np.concatenate(by_faces),
    )


def _mix(shares: Mapping[str, float] | None, places: Places) -> Mix:
    if shares is None:
        return places.recorded
    return {place(name): share for name, share in shares.items()}
