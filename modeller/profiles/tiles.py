"""The map of equal tiles: one for each area, and one for each site with fixed cameras.

The profile says where a tile lies: by columns in the file of areas, and in ``sources.toml`` by
fields of each site with fixed cameras. What has no tile there goes into a row below the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from modeller.evidence import Borough, FixedCameras


@dataclass(frozen=True)
class Tile:
    """One tile of the map, which can be a part of a mix of places.

    Attributes
    ----------
    key
        Spelt as a place of a mix: ``borough: Old Town``, ``fixed cameras: Market Cross``.
    area
        The area that it stands for, or that its cameras are in.
    name
        The short text on the tile.
    fixed_cameras
        Whether it stands for cameras on street furniture. A borough's own tile is for vans.
    column, row
        Its place, counted from the top left.
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
    """Every tile by its key: areas in alphabetical order, then fixed cameras by site.

    Parameters
    ----------
    cameras
        The area of each site with fixed cameras.
    declared
        The places of those tiles that the profile declares.
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
