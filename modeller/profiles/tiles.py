"""The map of equal tiles: one for each area, and one for each place with fixed cameras.

Where a tile lies is the profile's: the areas' file has columns for it, and ``sources.toml`` fields
of each place with fixed cameras. What has no tile of its own goes into a row below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from modeller.evidence import Borough, FixedCameras


@dataclass(frozen=True)
class Tile:
    """One tile of the map, which is a part of a mix of places.

    Attributes
    ----------
    key
        Spelt as a place of a mix: ``borough: Old Town``, ``fixed cameras: Market Cross``.
    area
        Name of the area that it is, or that its cameras stand in.
    name
        What stands on the tile: short.
    fixed_cameras
        Whether it is cameras on street furniture. A borough's own tile is of vans.
    column, row
        From the top left.
    """

    key: str
    area: str
    name: str
    fixed_cameras: bool
    column: int
    row: int


def tiles_of(
    areas: Mapping[str, Borough],
    cameras: Mapping[str, str],
    declared: Iterable[FixedCameras],
) -> Mapping[str, Tile]:
    """Every tile by its key: areas in alphabetical order, then fixed cameras by their sites.

    Parameters
    ----------
    cameras
        The area of each site with fixed cameras.
    declared
        Where the tiles of some of these lie.
    """
    found = {
        f"borough: {name}": Tile(
            f"borough: {name}", name, area.tile_name, False, area.tile_column, area.tile_row
        )
        for name, area in areas.items()
    }
    taken = {(tile.column, tile.row) for tile in found.values()}
    asked = {place.site: (place.tile_column, place.tile_row) for place in declared}
    below = 1 + max((tile.row for tile in found.values()), default=-1)
    column = 0
    for site, area in sorted(cameras.items()):
        across, down = asked.get(site, (None, None))
        if across is None or down is None or (across, down) in taken:
            across, down, column = column, below, column + 1
        taken.add((across, down))
        key = f"fixed cameras: {site}"
        found[key] = Tile(key, area, areas[area].tile_name, True, across, down)
    return MappingProxyType(found)
