"""Divides a projection's totals among places, draw by draw, and says who lives there (equation 13).

A place here is a tile of the map: a borough's vans, or the fixed cameras of a site. Residents are
not the people who walked past, boroughs are large, and the record cannot say who was scanned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Protocol

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.errors import refusal
from modeller.base.language import translate
from modeller.base.results import DrawnResult
from modeller.calibration.places.drawn_fit import CHUNK, PlacedDraws
from modeller.calibration.places.rows import UNKNOWN
from modeller.calibration.places.shares import Yield, place, recorded_mix
from modeller.evidence import Borough
from modeller.model.catalogue import Catalogue
from modeller.profiles import OwnFit, Profile, Tile
from modeller.projection.of_totals import Band
from modeller.scenario import Scenario
from modeller.scenario.place_shares import places_of, shares_by_tile, tile_of
from modeller.scenario.places import PlaceMix

SHARED_OUT: Mapping[str, Yield] = MappingProxyType(
    {
        "faces_scanned": "faces",
        "true_alerts": "alerts",
        "false_alerts": "faces",
        "arrests": "arrests",
    }
)
"""The outcomes that are divided, each with the yield that decides; false alerts go with faces."""
FEWEST_ROWS = 3
"""With fewer deployments a place's own yields say little, and the overall ones decide."""


class Totals(Protocol):
    """A projection, settled or live, as far as it is needed here."""

    @property
    def scenario(self) -> Scenario:
        """The scenario projected."""

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue, whose fit knows the places."""

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """Total in each draw, (draws,)."""


@dataclass(frozen=True, eq=False)
class PlaceTotals:
    """The part of a projection at one place.

    Attributes
    ----------
    tile
        Its tile of the map.
    share
        Its share of the deployments.
    black
        Share of Black residents in its borough, Census 2021.
    rows
        The number of its deployments, of vans or of these fixed cameras, that the fit uses.
    """

    tile: Tile
    share: float
    black: float
    rows: int
    _against: _Against
    _totals: Mapping[str, Floats]

    @property
    def borough(self) -> str:
        """The borough that it is, or lies in."""
        return self.tile.area

    @property
    def seldom(self) -> bool:
        """Whether the record has so few deployments here that the overall yields decide."""
        return self.rows < FEWEST_ROWS

    def against(self, yields: Yield) -> Floats:
        """What a deployment here yields over one of the whole mix, (draws,)."""
        return self._against[yields][self.tile.key]

    def total(self, outcome: str) -> Floats:
        """Its total of `deployments` or of one of `SHARED_OUT`, (draws,); these add up."""
        if outcome == "deployments":
            return self.share * self._totals[outcome]
        return self.share * self.against(SHARED_OUT[outcome]) * self._totals[outcome]

    def per_deployment(self, outcome: str) -> Floats:
        """What a deployment here gives, (draws,), even if none is held here; NaN if none is held
        anywhere.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = self._totals[outcome] / self._totals["deployments"]
        found = self.against(SHARED_OUT[outcome]) * mean
        return np.where(self._totals["deployments"] > 0.0, found, np.nan)


@dataclass(frozen=True, eq=False)
class ByPlace(DrawnResult):
    """All places of the map, in its order; in every draw their totals add up to the projection's.

    Attributes
    ----------
    projection
        What is divided.
    places
        The places by the key of their tile.
    areas
        The residents of every area.
    overall
        Share of Black residents in the whole area.
    """

    projection: Totals
    places: Mapping[str, PlaceTotals]
    areas: Mapping[str, Borough]
    overall: float

    @property
    def held(self) -> tuple[PlaceTotals, ...]:
        """The places with a share, the largest first."""
        found = (each for each in self.places.values() if each.share > 0.0)
        return tuple(sorted(found, key=lambda each: (-each.share, each.tile.key)))

    @cached_property
    def deployments_above(self) -> float:
        """Share of the deployments in boroughs with a larger Black share than the whole area."""
        return sum(each.share for each in self.held if each.black > self.overall)

    @cached_property
    def faces_above(self) -> Floats:
        """Share of the faces in those boroughs, (draws,)."""
        return self._sum({each.tile.key: float(each.black > self.overall) for each in self.held})

    @cached_property
    def residents_by_faces(self) -> Floats:
        """The share of Black residents, each borough weighted by its faces, (draws,)."""
        return self.by_faces("black")

    def by_faces(self, group: str) -> Floats:
        """The share of a group among residents, each borough weighted by its faces, (draws,).

        Parameters
        ----------
        group
            A group of residents, such as ``black``.

        Returns
        -------
        Floats
            Shape (draws,), from 0 to 1.
        """
        return self._sum({each.tile.key: self._of(each, group) for each in self.held})

    def by_deployments(self, group: str) -> float:
        """The same, weighted by deployments.

        Parameters
        ----------
        group
            A group of residents, such as ``black``.

        Returns
        -------
        float
            From 0 to 1.
        """
        return sum(each.share * self._of(each, group) for each in self.held)

    def _of(self, each: PlaceTotals, group: str) -> float:
        return float(getattr(self.areas[each.borough], group))

    def _sum(self, weights: Mapping[str, float]) -> Floats:
        shape = next(iter(self.places.values())).against("faces").shape
        total = np.zeros(shape)
        for each in self.held:
            total = total + weights[each.tile.key] * each.share * each.against("faces")
        return total


def knows_places(catalogue: Catalogue) -> bool:
    """Whether a catalogue is calibrated on a record that knows places."""
    fit = _fit_of(catalogue)
    return fit is not None and not _unknown(fit)


def by_place(projection: Totals, outcomes: Collection[str] = tuple(SHARED_OUT)) -> ByPlace:
    """The totals of a projection by place.

    Parameters
    ----------
    projection
        The projection to divide.
    outcomes
        Which totals are divided, of those in `SHARED_OUT`; all when not given.

    Returns
    -------
    ByPlace
        Totals by place in each draw; in every draw they add up to the projection's.

    Raises
    ------
    ModellerError
        When its record is by week and knows no places.

    References
    ----------
    Equation 13 of the manual's page on the model. Residents are those of the census that the
    profile's sources name.
    """
    return _shared_out(projection, projection.scenario, outcomes)


def held_as_recorded(projection: Totals) -> ByPlace:
    """The same totals divided as the record's deployments were, for comparing shares and residents.

    The totals are those of the scenario's own mix; only their division is the record's.

    Raises
    ------
    ModellerError
        As from `by_place`.
    """
    return _shared_out(projection, projection.scenario.with_places(None))


def against_recorded(projection: Totals) -> Mapping[str, Floats]:
    """A deployment of the mix over one of the recorded mix, by outcome, each (draws,).

    Raises
    ------
    ModellerError
        As `by_place`.
    """
    fit, mix = placed_fit(projection.catalogue), projection.scenario.mix
    draws = projection.totals("deployments").size
    one = np.ones(draws)
    if mix is None:
        return MappingProxyType(dict.fromkeys(SHARED_OUT, one))
    found = fit.placed(projection.scenario.seed, draws, mix)
    faces, alerts = found["faces"], found["alerts"]
    return MappingProxyType(
        {
            "faces_scanned": faces,
            "true_alerts": alerts,
            "false_alerts": faces,
            "arrests": alerts * found["share"],
        }
    )


def unknown_boroughs(catalogue: Catalogue) -> int:
    """How many deployments of the record behind a catalogue are in no known borough.

    None are where the record knows no places at all.
    """
    fit = _fit_of(catalogue)
    return 0 if fit is None else _unknown(fit)


def placed_fit(catalogue: Catalogue) -> PlacedDraws:
    """The fit by place behind a catalogue.

    Raises
    ------
    ModellerError
        When its record is by week, or has deployments of which nobody knows the borough.
    """
    fit = _fit_of(catalogue)
    if fit is None:
        raise refusal(
            translate("Problem", "record"),
            "is by week and says nothing of places",
            "use the shipped record for totals by place",
        )
    unknown = _unknown(fit)
    if unknown:
        raise refusal(
            translate("Problem", "record"),
            "has {count} deployments of which nobody knows the borough",
            "import its table again and say which borough each place is",
            count=unknown,
        )
    return fit


def _shared_out(
    projection: Totals, scenario: Scenario, outcomes: Collection[str] = tuple(SHARED_OUT)
) -> ByPlace:
    fit, profile = placed_fit(projection.catalogue), scenario.profile
    totals = {key: projection.totals(key) for key in ("deployments", *outcomes)}
    draws = totals["deployments"].size
    # most scenarios of a briefing or a desk share one mix
    against = (_kept_against if draws <= CHUNK else _Against)(
        fit, profile, scenario.places, scenario.seed, draws
    )
    rows = fitted_rows(fit, profile)
    parts = _parts(fit, profile, scenario.places)
    shares = {tile: sum(inside.values()) for tile, inside in parts.items()}
    found = {
        key: PlaceTotals(
            tile,
            shares[key],
            profile.areas[tile.area].black,
            rows[key],
            against,
            totals,
        )
        for key, tile in profile.tiles.items()
    }
    return ByPlace(projection, MappingProxyType(found), profile.areas, profile.whole_area.black)


def deployments_above(profile: Profile, mix: PlaceMix | None) -> float:
    """Share of a mix's deployments in areas with a larger share of Black residents than the whole.

    Parameters
    ----------
    profile
        A force whose record knows places.
    mix
        The mix; the recorded one when None.
    """
    whole = profile.whole_area.black
    return sum(
        share
        for key, share in shares_by_tile(mix, profile).items()
        if profile.areas[profile.tiles[key].area].black > whole
    )


@lru_cache(maxsize=8)
def fitted_rows(fit: PlacedDraws, profile: Profile) -> Mapping[str, int]:
    """The number of deployments of each tile that the fit uses."""
    found = dict.fromkeys(profile.tiles, 0)
    for row in fit.ordinary.rows:
        fixed = f"fixed cameras: {row.site}" if row.fixed_cameras else ""
        found[fixed if fixed in found else f"borough: {row.borough}"] += 1
    return found


def _unknown(fit: PlacedDraws) -> int:
    """The number of deployments whose borough is not known."""
    return sum(row.borough == UNKNOWN for row in fit.ordinary.rows)


def _parts(
    fit: PlacedDraws, profile: Profile, mix: PlaceMix | None
) -> Mapping[str, Mapping[str, float]]:
    """The places of each tile with their shares of the deployments.

    For the recorded mix they are those of the record behind the fit, which may be the user's own.
    """
    parts: dict[str, dict[str, float]] = {tile: {} for tile in profile.tiles}
    if mix is None and fit is not profile.fit:
        homes = {row.site: row.borough for row in fit.ordinary.rows}
        for there, share in recorded_mix(fit.ordinary).items():
            tile = str(there)
            if tile not in parts:  # fixed cameras without a tile of their own
                tile = f"borough: {homes[there.name]}"
            parts[tile][str(there)] = share
        return parts
    for spelt, share in places_of(mix, profile).items():
        parts[tile_of(spelt, profile)][spelt] = share
    return parts


def _fit_of(catalogue: Catalogue) -> PlacedDraws | None:
    fit = catalogue.fit
    if isinstance(fit, OwnFit):
        fit = fit.profile.fit
    return fit if isinstance(fit, PlacedDraws) else None


class _Against(dict[Yield, Mapping[str, Floats]]):
    """By yield, a deployment at each tile over one of the whole mix, (draws,), once it is read."""

    def __init__(
        self, fit: PlacedDraws, profile: Profile, mix: PlaceMix | None, seed: int, draws: int
    ) -> None:
        self._fit, self._seed, self._draws = fit, seed, draws
        self._parts = _parts(fit, profile, mix)

    def __missing__(self, yields: Yield) -> Mapping[str, Floats]:
        found = {tile: np.empty(self._draws) for tile in self._parts}
        for first in range(0, self._draws, CHUNK):
            count = min(CHUNK, self._draws - first)
            means, whole = {}, np.zeros(count)
            for tile, inside in self._parts.items():
                means[tile] = self._mean(yields, tile, inside, count, first)
                share = sum(inside.values())
                if share > 0.0:
                    whole = whole + share * means[tile]
            for tile, mean in means.items():
                found[tile][first : first + count] = mean / whole
        self[yields] = found
        return found

    def _mean(
        self, yields: Yield, tile: str, inside: Mapping[str, float], count: int, first: int
    ) -> Floats:
        """Mean yield of a tile, by the shares of its places, or as a whole if it has none."""

        def there(name: str) -> Floats:
            return self._fit.mean_yield(yields, place(name), self._seed, count, first)

        total = sum(inside.values())
        if not total > 0.0:
            return there(tile)
        if len(inside) == 1:
            (only,) = inside
            return there(only)
        mean = np.zeros(count)
        for name, share in sorted(inside.items()):
            mean = mean + (share / total) * there(name)
        return mean


_kept_against = lru_cache(maxsize=1)(_Against)
