"""The areas of a force: their residents, shares by ethnic group, and places on a tile map.

Residents are not the people who walked past a camera; nothing here says who was scanned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from modeller.base.errors import at_line
from modeller.base.language import numeral
from modeller.evidence.csv_rows import LONGEST_TEXT, Reading, Row

GROUPS = ("asian", "black", "mixed", "white")
"""The census's ethnic groups that have a column; everybody else is in its group “other”."""
COLUMNS = (
    "borough",
    "residents",
    *(f"{group}_percent" for group in GROUPS),
    "tile_column",
    "tile_row",
)

TILE_NAME = "tile_name"
"""An optional column: the text on the tile, where the borough's name is too long for it."""

_MOST_RESIDENTS = 10_000_000
_MOST_TILES = 50
_ROUNDING = 0.25
"""By how much four percentages, each rounded to a tenth, may exceed 100."""


@dataclass(frozen=True)
class Area:
    """The residents of an area, and the share of each group among them, from 0 to 1."""

    name: str
    residents: int
    asian: float
    black: float
    mixed: float
    white: float

    @property
    def other(self) -> float:
        """The share of residents in none of the four groups."""
        return max(0.0, 1.0 - (self.asian + self.black + self.mixed + self.white))


@dataclass(frozen=True)
class Borough(Area):
    """A borough or other area, with its place on a map of equal tiles, counted from the top left.

    `tile_name` is the text on its tile.
    """

    tile_column: int
    tile_row: int
    tile_name: str


def together(areas: Mapping[str, Borough], *, name: str) -> Area:
    """Several boroughs as one area, each share weighted by residents."""
    residents = sum(area.residents for area in areas.values())
    asian, black, mixed, white = (
        sum(area.residents * getattr(area, group) for area in areas.values()) / residents
        for group in GROUPS
    )
    return Area(name, residents, asian, black, mixed, white)


def parse_boroughs(content: bytes, *, name: str) -> Mapping[str, Borough]:
    """The boroughs in the bytes of a CSV file.

    Raises
    ------
    ModellerError
        With every problem of the file, each with its line.
    """
    reading = Reading(name, COLUMNS, (TILE_NAME,))
    rows = reading.rows(content)
    found: dict[str, Borough] = {}
    lines: dict[str, int] = {}
    tiles: dict[tuple[int, int], tuple[str, int]] = {}
    for row in rows:
        borough = _borough(reading, row)
        if borough is None:
            continue
        if borough.name in found:
            reading.fault(
                at_line(row.line, "borough"),
                "is {name}, as on line {line}",
                "name every borough once",
                name=borough.name,
                line=lines[borough.name],
            )
            continue
        tile = (borough.tile_column, borough.tile_row)
        other, line = tiles.setdefault(tile, (borough.name, row.line))
        if other != borough.name:
            reading.fault(
                at_line(row.line, "tile_column"),
                "puts {name} on the tile of {other} on line {line}",
                "give each a tile of its own",
                name=borough.name,
                other=other,
                line=line,
            )
        found[borough.name] = borough
        lines[borough.name] = row.line
    reading.stop_if_wrong()
    return MappingProxyType({key: found[key] for key in sorted(found)})


def _borough(reading: Reading, row: Row) -> Borough | None:
    name = reading.text(row, "borough")
    residents = reading.count(row, "residents", _MOST_RESIDENTS)
    shares = [_share(reading, row, f"{group}_percent") for group in GROUPS]
    tile = [reading.count(row, column, _MOST_TILES) for column in ("tile_column", "tile_row")]
    if residents == 0:
        reading.fault(
            at_line(row.line, "residents"), "is 0", "give how many people live in the borough"
        )
        return None
    known = [share for share in shares if share is not None]
    if name is None or residents is None or len(known) < len(GROUPS) or None in tile:
        return None
    if sum(known) > 100.0 + _ROUNDING:
        reading.fault(
            at_line(row.line),
            "has shares of {sum} % in all",
            "the four groups make at most 100 %",
            sum=numeral(sum(known), ".1f"),
        )
        return None
    asian, black, mixed, white = (share / 100.0 for share in known)
    column, line = (place or 0 for place in tile)
    short = row.cells.get(TILE_NAME, "")
    if len(short) > LONGEST_TEXT:
        reading.fault(at_line(row.line, TILE_NAME), "is too long", "give what a tile has room for")
    return Borough(name, residents, asian, black, mixed, white, column, line, short or name)


def _share(reading: Reading, row: Row, column: str) -> float | None:
    share = reading.measure(row, column, 100.0)
    if share is None and not row.cells[column]:
        reading.fault(at_line(row.line, column), "is empty", "give a percentage from 0 to 100")
    return share
