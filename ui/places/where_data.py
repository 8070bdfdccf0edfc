"""What the map, its table and the words beside it show, as values made without a widget."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from modeller.base.dates import short_date
from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile, Tile
from modeller.projection import Band
from modeller.projection.by_place import FEWEST_ROWS, ByPlace, by_place, knows_places
from modeller.projection.record_by_place import (
    Counted,
    Period,
    counted_by_site,
    counted_by_tile,
    fitted_period,
    fitted_yields,
    quarters,
    whole_record,
)
from modeller.scenario import Scenario
from modeller.scenario.place_shares import shares_by_tile, tile_of
from modeller.wording import Projected
from modeller.wording.by_place import (
    MEASURES,
    Cell,
    Measure,
    cell,
    cells,
    counted_cell,
    false_alerts_sentence,
    share_words,
    tile_words,
)
from modeller.wording.numbers import EN_DASH, exact_number, number, percent
from ui.look.style import theme
from ui.places.shades import class_of, shades
from ui.places.tile import TileFace

Of = Literal["scenario", "record", "difference"]
EACH = MEASURES["arrests-each"]


@dataclass(frozen=True, eq=False)
class Shown:
    """What is on the map.

    Attributes
    ----------
    measure, of
        The quantity shown, and whose: a scenario's, the record's or a difference.
    letter
        The scenario's; None for the record.
    cells
        The measure by tile.
    largest
        The largest size among the cells, at which the scale ends.
    each
        Arrests a deployment by tile, in words; the same for all measures.
    rows
        How many deployments this rests on: those fitted, or those counted in the period.
    shares
        Share of the deployments by tile.
    counted
        Of the record, what was counted by tile; None of a scenario.
    """

    measure: Measure
    of: Of
    letter: str | None
    cells: Mapping[str, Cell]
    largest: float
    each: Mapping[str, Cell]
    rows: Mapping[str, int]
    shares: Mapping[str, float]
    counted: Mapping[str, Counted] | None = None


def period_words(period: Period, profile: Profile) -> str:
    """A period's name: a quarter, or all of the record."""
    if period.quarter:
        return translate(
            "Places", "{year}, quarter {quarter}", year=period.first.year, quarter=period.quarter
        )
    if period == fitted_period(profile):
        return translate("Places", "What is fitted, from {first}", first=short_date(period.first))
    return translate(
        "Places",
        "All of it, {first} to {last}",
        first=short_date(period.first),
        last=short_date(period.last),
    )


def periods(profile: Profile) -> tuple[Period, ...]:
    """The periods that can be shown: all, what is fitted, the quarters from the last one back."""
    if not profile.tiles:
        return ()
    return (whole_record(profile), fitted_period(profile), *reversed(quarters(profile)))


def of_record(profile: Profile, measure: Measure, period: Period) -> Shown:
    """The record on the map, as it was counted."""
    counted = counted_by_tile(profile, period)
    whole = sum(each.deployments for each in counted.values())
    found = {key: counted_cell(each, whole, measure) for key, each in counted.items()}
    return Shown(
        measure,
        "record",
        None,
        MappingProxyType(found),
        _largest(found),
        MappingProxyType({key: counted_cell(each, whole, EACH) for key, each in counted.items()}),
        MappingProxyType({key: each.deployments for key, each in counted.items()}),
        MappingProxyType(
            {key: each.deployments / whole if whole else 0.0 for key, each in counted.items()}
        ),
        counted,
    )


def of_shares(profile: Profile, projected: Projected, letter: str, before: Shown) -> Shown:
    """The map of a mix that is being moved: only shares change, which need no draws."""
    shares = shares_by_tile(projected.scenario.places, profile)
    found = {
        key: Cell(share, share, share, "", "", share_words(share)) for key, share in shares.items()
    }
    return Shown(
        MEASURES["share"],
        "scenario",
        letter,
        MappingProxyType(found),
        max(before.largest, _largest(found)),
        before.each,
        before.rows,
        shares,
    )


def without_yields(profile: Profile, projected: Projected, letter: str) -> Shown:
    """The map of a scenario whose record has no places: shares alone, since yields are unknown."""
    shares = shares_by_tile(projected.scenario.places, profile)
    nothing = Cell(math.nan, math.nan, math.nan, EN_DASH, "", EN_DASH)
    found = {
        key: Cell(share, share, share, share_words(share), "", share_words(share))
        for key, share in shares.items()
    }
    blank = dict.fromkeys(shares, nothing)
    rows = dict.fromkeys(shares, FEWEST_ROWS)
    return Shown(MEASURES["share"], "scenario", letter, found, _largest(found), blank, rows, shares)


def of_scenario(
    measure: Measure,
    letter: str,
    found: ByPlace,
    against: ByPlace | None = None,
    each: Mapping[str, Cell] | None = None,
) -> Shown:
    """A scenario on the map, or how much it differs from another.

    `each` is what a deployment brings, in words, where it need not be worded anew.
    """
    made = cells(found, measure, against)
    return Shown(
        measure,
        "scenario" if against is None else "difference",
        letter,
        made,
        _largest(made),
        cells(found, EACH) if each is None else each,
        MappingProxyType({key: here.rows for key, here in found.places.items()}),
        MappingProxyType({key: here.share for key, here in found.places.items()}),
    )


def _largest(found: Mapping[str, Cell]) -> float:
    sizes = (abs(each.middle) for each in found.values() if not math.isnan(each.middle))
    return max(sizes, default=0.0)


def faces(
    shown: Shown, profile: Profile, about_before: Mapping[str, str] | None = None
) -> Mapping[str, TileFace]:
    """What is shown on each tile.

    Parameters
    ----------
    about_before
        What is said about each tile, where it need not be worded anew, as during a drag.
    """
    colours = theme().colours
    scale = shades(colours, shown.letter)
    less = shades(colours, None)
    made = {}
    for key in profile.tiles:
        each = shown.cells[key]
        of = less if shown.of == "difference" and each.middle < 0.0 else scale
        rows = shown.rows[key]
        lines = (
            translate("Places", "{figure} arrests", figure=_to_a_tenth(shown.each[key])),
            translate("Places", "{count} recorded", count=rows),
        )
        made[key] = TileFace(
            each.short,
            lines,
            of[class_of(each.middle, shown.largest)],
            rows < FEWEST_ROWS,
            about(shown, key, profile) if about_before is None else about_before[key],
        )
    return MappingProxyType(made)


def _to_a_tenth(cell: Cell) -> str:
    """A figure on a tile, as precise as those beside it: ``4.0`` beside ``4.1``."""
    whole = cell.short != "0" and len(cell.short) == 1 and cell.short.isdigit()
    return number(cell.middle, 0.1) if whole else cell.short


def said(tile: Tile, share: float, words: str) -> str:
    """Everything the map shows of a tile, in one line: its share, and what `about` has."""
    text = translate("List", "; ").join((share_words(share), words))
    return translate("List", "{name}: {text}", name=tile_words(tile), text=text)


def about(shown: Shown, key: str, profile: Profile) -> str:
    """What a screen reader says about a tile besides its share, which is the tile's value."""
    tile, each, yields = profile.tiles[key], shown.cells[key], shown.each[key]
    parts = []
    if shown.measure.outcome:
        measured = translate("Places", shown.measure.label)
        text = each.figure or each.short
        if each.reach:
            text = translate("Places", "{figure} ({range})", figure=text, range=each.reach)
        parts.append(translate("List", "{name}: {text}", name=measured, text=text))
    if shown.counted is not None and shown.measure.key == "false-alerts":
        parts.append(false_alerts_sentence(shown.counted[key]).rstrip("."))
    yield_text = yields.figure or yields.short
    if yields.reach:
        yield_text = translate(
            "Places", "{figure} ({range})", figure=yield_text, range=yields.reach
        )
    parts.append(translate("Places", "arrests a deployment: {text}", text=yield_text))
    rows = shown.rows[key]
    if shown.of == "record":
        parts.append(translate("Places", "%n deployment(s) counted", n=rows))
    elif rows < FEWEST_ROWS:
        parts.append(
            translate("Places", "%n fitted deployment(s), so mostly what other places show", n=rows)
        )
    else:
        parts.append(translate("Places", "%n fitted deployment(s)", n=rows))
    black = profile.areas[tile.area].black
    parts.append(translate("Places", "{share} of residents Black", share=percent(black, 0.001)))
    return translate("List", "; ").join(parts)


# ---------------------------------------------------------------- tables

HEADS = (
    translatable("Places", "Place"),
    translatable("Places", "Share of deployments"),
    translatable("Places", "Faces scanned"),
    translatable("Places", "Arrests"),
    translatable("Places", "False alerts"),
    translatable("Places", "Arrests a deployment"),
    translatable("Places", "Fitted deployments"),
    translatable("Places", "Black residents"),
)
SHARE_HEADS = (HEADS[0], HEADS[1], HEADS[-1])
"""Of a scenario whose record has no places."""
RECORD_HEADS = (
    translatable("Places", "Place"),
    translatable("Places", "Borough"),
    translatable("Places", "Deployments"),
    translatable("Places", "Faces"),
    translatable("Places", "True alerts"),
    translatable("Places", "Arrests"),
    translatable("Places", "False alerts"),
    translatable("Places", "Arrests each, counted"),
    translatable("Places", "Arrests each, fitted"),
)
By = Literal["borough", "site"]
COUNTED = ("deployments", "faces_scanned", "true_alerts", "arrests", "false_alerts")
"""What the record's table says of each place, in its order."""


def table_rows(found: ByPlace, against: ByPlace | None = None) -> list[list[str]]:
    """The map as a table, the largest share first: figures with their ranges."""
    columns = [
        cells(found, MEASURES[key], against)
        for key in ("share", "faces", "arrests", "false-alerts", "arrests-each")
    ]
    rest = sorted(
        (each for each in found.places.values() if not each.share > 0.0),
        key=lambda each: tile_words(each.tile),
    )
    rows = []
    for each in (*found.held, *rest):
        key = each.tile.key
        figures = [
            f"{column[key].figure} ({column[key].reach})"
            if column[key].reach
            else column[key].figure
            for column in columns
        ]
        rows.append([tile_words(each.tile), *figures, str(each.rows), percent(each.black, 0.001)])
    return rows


def share_rows(projected: Projected) -> list[list[str]]:
    """The table of a scenario whose record has no places: shares alone, the largest first."""
    profile = projected.scenario.profile
    shares = shares_by_tile(projected.scenario.places, profile)
    return [
        [
            tile_words(profile.tiles[key]),
            share_words(shares[key]),
            percent(profile.areas[profile.tiles[key].area].black, 0.001),
        ]
        for key in sorted(shares, key=lambda key: (-shares[key], tile_words(profile.tiles[key])))
    ]


def record_rows(profile: Profile, period: Period, by: By) -> list[list[str]]:
    """The record of a period, place by place: counts, and the yield beside that of the fit.

    The places visited most often come first; boroughs never visited are included.
    """
    counted = (
        counted_by_tile(profile, period) if by == "borough" else counted_by_site(profile, period)
    )
    fitted = fitted_yields(profile, "arrests")
    rows = []
    for each in sorted(counted.values(), key=lambda one: (-one.deployments, one.key)):
        name, borough = _names(profile, each.key)
        made = cell(fitted[each.key], EACH) if each.key in fitted else None
        rows.append(
            [
                name,
                borough,
                *(exact_number(getattr(each, count)) for count in COUNTED),
                counted_cell(each, 0, EACH).figure,
                "" if made is None else f"{made.figure} ({made.reach})",
            ]
        )
    return rows


def _names(profile: Profile, key: str) -> tuple[str, str]:
    """The name of a tile or a site, and its borough."""
    if key in profile.tiles:
        return tile_words(profile.tiles[key]), profile.tiles[key].area
    tile = profile.tiles[tile_of(key, profile)]
    return key.partition(": ")[2], tile.area


MOST_LIVE = 2_048
"""Most draws during a drag: sharing out more of them over every tile would not fit a frame."""


@dataclass(frozen=True, eq=False)
class _FirstDraws:
    """The first draws of a projection, as `by_place` reads them."""

    scenario: Scenario
    catalogue: Catalogue
    whole: Projected

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        """The total in each draw."""
        return self.whole.totals(outcome, band)[:MOST_LIVE]


def placed(projected: Projected | None, live: Measure | None = None) -> ByPlace | None:
    """A projection by place; None where its record has no places or there is none yet.

    Parameters
    ----------
    live
        While a lever is dragged, what the tiles show: then nothing else is divided, and
        `MOST_LIVE` draws at most are used.
    """
    if projected is None or not knows_places(projected.catalogue):
        return None
    if live is None:
        return by_place(projected)
    first = _FirstDraws(projected.scenario, projected.catalogue, projected)
    return by_place(first, (live.outcome,) if live.outcome else ())
