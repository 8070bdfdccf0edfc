"""Mixes that have a name, and who lives where a mix stands.

Residents are not the people who walked past a camera; shares by residents show an imbalance
and not its cause.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.mixes import Mix, Place, Places, Yield, place
from modeller.evidence import Borough
from modeller.evidence.boroughs import together


@cache
def declared_mixes() -> Mapping[str, Mapping[str, Any]]:
    """The named mixes as they are declared, by key, in their order."""
    text = (files("modeller.calibration.places") / "named_mixes.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def named_mix(
    key: str, recorded: Mix, areas: Mapping[str, Borough], *, share: float | None = None
) -> Mix:
    """The mix of that name.

    Parameters
    ----------
    key
        One of `declared_mixes`.
    recorded
        Shares of the record's own deployments.
    areas
        Every borough.
    share
        Of the fixed cameras, 0 to 1, in place of the declared one; other mixes have none.

    Raises
    ------
    ValueError
        For a key that is not declared, or a share out of range.
    """
    if key not in declared_mixes():
        raise ValueError(f"there is no mix {key!r}; there are {', '.join(declared_mixes())}")
    declared = declared_mixes()[key]
    rule = declared["rule"]
    if rule == "recorded":
        return recorded
    if rule == "parts":
        return _shares((place(part["place"]), part["weight"]) for part in declared["parts"])
    if rule == "residents":
        return _shares((Place("borough", name), area.residents) for name, area in areas.items())
    if rule == "evenly":
        return _shares((Place("borough", name), 1.0) for name in areas)
    if rule == "low share":
        group = declared["group"]
        most = getattr(together(areas, name="all"), group)
        return _shares(
            (there, part)
            for there, part in recorded.items()
            if there.kind == "borough" and getattr(areas[there.name], group) <= most
        )
    return _with_fixed(
        recorded, place(declared["place"]), declared["share"] if share is None else share
    )


def _with_fixed(recorded: Mix, cameras: Place, share: float) -> Mix:
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"a share of {share:g} for the fixed cameras; it must lie between 0 and 1")
    if share == recorded.get(cameras):
        return recorded
    others = _shares((there, part) for there, part in recorded.items() if there != cameras)
    mixed = {there: (1.0 - share) * part for there, part in others.items()}
    return MappingProxyType({**mixed, cameras: share})


def _shares(weights: Iterable[tuple[Place, float]]) -> Mix:
    found = dict(sorted(weights))
    total = sum(found.values())
    return MappingProxyType({there: weight / total for there, weight in found.items()})


@dataclass(frozen=True, eq=False)
class WhoLivesThere:
    """The residents about a mix's deployments, for one ethnic group.

    Attributes
    ----------
    london
        Share of the group among all residents.
    deployments_above
        Share of the deployments in boroughs whose share of the group is above London's.
    faces_above
        Share of the faces there, (draws,).
    by_faces
        The group's share among residents, each borough weighted by its faces, (draws,).
    """

    london: float
    deployments_above: float
    faces_above: Floats
    by_faces: Floats


def who_lives_there(
    places: Places, mix: Mix, areas: Mapping[str, Borough], group: str = "black"
) -> WhoLivesThere:
    """Residents about the deployments of a mix, and about the faces that they scan."""
    london = getattr(together(areas, name="all"), group)
    deployments = 0.0
    faces_above, by_faces = np.zeros(places.count), np.zeros(places.count)
    for there, faces in shares_of("faces", places, mix).items():
        share = getattr(areas[places.home(there)], group)
        by_faces = by_faces + share * faces
        if share > london:
            deployments += mix[there]
            faces_above = faces_above + faces
    return WhoLivesThere(london, deployments, faces_above, by_faces)


def shares_of(outcome: Yield, places: Places, mix: Mix) -> Mapping[Place, Floats]:
    """What share of an outcome each place of the mix gives, (draws,); together one."""
    mean = places.mean(outcome, mix)
    return MappingProxyType(
        {
            there: mix[there] * places.moments(outcome, there)[0] / mean
            for there in sorted(mix)
            if mix[there]
        }
    )
