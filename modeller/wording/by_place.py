"""Figures and sentences by place, for map, briefing and command line."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from modeller.base.elementary import Floats
from modeller.base.language import translatable, translate
from modeller.profiles import Profile, Tile
from modeller.projection.summaries import quantiles
from modeller.wording.frequencies import faces_figure
from modeller.wording.numbers import EN_DASH, Style, number, percent, short_figure, style_for

if TYPE_CHECKING:  # a start needs the names of tiles alone
    from modeller.projection.by_place import ByPlace, PlaceTotals
    from modeller.projection.record_by_place import AgainstVans, Counted

SHARES = (0.1, 0.5, 0.9)
"""Shares of the futures below the ends of the range shown, and below its middle."""
SHARE_STEP = 0.001
"""Shares are shown to 0.1 %; one deployment of the fitted record is 0.3 %."""


class Measure(NamedTuple):
    """A number that a map can show for each place."""

    key: str
    label: str
    outcome: str
    """The outcome; empty for the share of the deployments."""
    each: bool
    """Whether it is per deployment and not a total."""


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        each.key: each
        for each in (
            Measure("share", translatable("Places", "Share of deployments"), "", False),
            Measure("faces", translatable("Places", "Faces scanned"), "faces_scanned", False),
            Measure("arrests", translatable("Places", "Arrests"), "arrests", False),
            Measure("false-alerts", translatable("Places", "False alerts"), "false_alerts", False),
            Measure(
                "arrests-each", translatable("Places", "Arrests a deployment"), "arrests", True
            ),
            Measure(
                "alerts-each",
                translatable("Places", "True alerts a deployment"),
                "true_alerts",
                True,
            ),
            Measure(
                "faces-each", translatable("Places", "Faces a deployment"), "faces_scanned", True
            ),
        )
    }
)


def no_places_sentence(unknown: int) -> str:
    """Why nothing is told by place.

    Parameters
    ----------
    unknown
        How many deployments of the record are in no known borough; none of one that is by week.
    """
    if not unknown:
        return translate(
            "Places", "This scenario’s record is by week, so it cannot say what a place yields."
        )
    return translate(
        "Places",
        "Nobody knows the borough of %n deployment(s) of this scenario’s record, so nothing is "
        "shared out by place. Import the table again and say under “Places” where they were.",
        n=unknown,
    )


def measure_of(outcome: str) -> Measure:
    """The measure of an outcome's total, whether or not a map shows it."""
    return Measure(outcome, outcome, outcome, False)


class Cell(NamedTuple):
    """A number of one place, and its texts.

    `low` and `high` are the ends of the range in 8 of 10 futures; without a range they equal
    `middle`. `figure` is as precise as the range allows, `short` fits on a tile, and `reach` is the
    range in words, empty without one.
    """

    low: float
    middle: float
    high: float
    figure: str
    reach: str
    short: str


def tile_words(tile: Tile, *, short: bool = False) -> str:
    """What a tile is called: ``Old Town``, ``Fixed cameras, Old Town``."""
    name = tile.name if short else tile.area
    if not tile.fixed_cameras:
        return name
    if short:
        return translate("Places", "Fixed, {area}", area=name)
    return translate("Places", "Fixed cameras, {area}", area=name)


def share_words(share: float) -> str:
    """A share of the deployments: ``12.1 %``, ``under 0.1 %``."""
    if 0.0 < share < SHARE_STEP / 2:
        return translate("Places", "under {share}", share=percent(SHARE_STEP, SHARE_STEP))
    return percent(share, SHARE_STEP)


def cells(found: ByPlace, measure: Measure, against: ByPlace | None = None) -> Mapping[str, Cell]:
    """A measure at every place, by the key of its tile; the difference to `against`, if given.

    Differences are taken draw by draw.
    """
    if not measure.outcome:
        return MappingProxyType(
            {
                key: _plain(each.share - (against.places[key].share if against else 0.0), against)
                for key, each in found.places.items()
            }
        )
    rows = np.array(
        [
            _values(each, measure) - (_values(against.places[key], measure) if against else 0.0)
            for key, each in found.places.items()
        ]
    )
    rows.sort(axis=1)
    made = {}
    for key, (low, middle, high) in zip(
        found.places, quantiles(rows, SHARES).tolist(), strict=True
    ):
        made[key] = _cell(low, middle, high, measure, signed=against is not None)
    return MappingProxyType(made)


def cell(values: Floats, measure: Measure) -> Cell:
    """The cell of one place, from its draws."""
    low, middle, high = quantiles(np.sort(values), SHARES).tolist()
    return _cell(low, middle, high, measure, signed=False)


def _values(each: PlaceTotals, measure: Measure) -> Floats:
    if measure.each:
        return each.per_deployment(measure.outcome)
    return each.total(measure.outcome)


def _plain(share: float, signed: ByPlace | None) -> Cell:
    if signed is None:
        shown = share_words(share)
        return Cell(share, share, share, shown, "", shown)
    words = Style("%", 100.0 * SHARE_STEP, style_for("%", 0.0, 1.0).scale)
    shown = words.figure(100.0 * share, signed=True)
    points = translate("Places", "{figure} points", figure=shown)
    return Cell(share, share, share, points, "", shown)


def _cell(low: float, middle: float, high: float, measure: Measure, *, signed: bool) -> Cell:
    if math.isnan(middle):
        return Cell(low, middle, high, EN_DASH, "", EN_DASH)
    style = style_for(measure.outcome, low, high, whole=not measure.each and abs(high) >= 10.0)
    reach = style.signed_range(low, high) if signed else style.range(low, high)
    short = short_figure(middle, low, high, measure.outcome)
    plus = "+" if signed and middle > 0.0 and short != "0" else ""
    return Cell(low, middle, high, style.figure(middle, signed=signed), reach, f"{plus}{short}")


def counted_cell(counted: Counted, whole: int, measure: Measure) -> Cell:
    """The cell of a measure that was counted in the record, and so has no range.

    Parameters
    ----------
    whole
        Deployments of the period at all places together.
    """
    if not measure.outcome:
        share = counted.deployments / whole if whole else 0.0
        return _plain(share, None)
    if measure.each:
        value = counted.per_deployment(measure.outcome)
        shown = number(value, 0.1 if value < 100 else 1.0)
        short = EN_DASH if math.isnan(value) else short_figure(value, value, math.inf, "")
        return Cell(value, value, value, shown, "", shown if value < 100 else short)
    value = float(getattr(counted, measure.outcome))
    return Cell(value, value, value, number(value), "", short_figure(value, value, value, ""))


def residents_sentences(found: ByPlace, profile: Profile, before: ByPlace | None = None) -> str:
    """Where deployments and faces are, who lives there, and the caution that belongs to it.

    Parameters
    ----------
    before
        What it is compared with, usually the recorded mix.
    """
    place, overall = profile.names.place, percent(found.overall, SHARE_STEP)
    if before is None:
        above = translate(
            "Places",
            "{deployments} of the deployments and {faces} of the faces ({range} in 8 of 10 "
            "futures) are in boroughs where more residents are Black than in {place} as a whole "
            "({overall}).",
            deployments=percent(found.deployments_above),
            faces=_middle(found.faces_above, 0.01),
            range=_reach(found.faces_above),
            place=place,
            overall=overall,
        )
        weighted = translate(
            "Places",
            "Weighted by faces, {share} of the residents there are Black, by deployments "
            "{other}; but residents are not the people who walked past, boroughs are large, and "
            "the record cannot say who was scanned.",
            share=_middle(found.residents_by_faces),
            other=percent(found.by_deployments("black"), SHARE_STEP),
        )
        return f"{above} {weighted}"
    above = translate(
        "Places",
        "{deployments} of the deployments (recorded {before}) and {faces} of the faces ({range} in "
        "8 of 10 futures; recorded {faces_before}) are in boroughs where more residents are Black "
        "than in {place} as a whole ({overall}).",
        deployments=percent(found.deployments_above),
        before=percent(before.deployments_above),
        faces=_middle(found.faces_above, 0.01),
        faces_before=_middle(before.faces_above, 0.01),
        range=_reach(found.faces_above),
        place=place,
        overall=overall,
    )
    weighted = translate(
        "Places",
        "Weighted by faces, {share} of the residents there are Black (recorded {before}); but "
        "residents are not the people who walked past, boroughs are large, and the record cannot "
        "say who was scanned.",
        share=_middle(found.residents_by_faces),
        before=_middle(before.residents_by_faces),
    )
    return f"{above} {weighted}"


def _middle(values: Floats, step: float = SHARE_STEP) -> str:
    _, middle, _ = quantiles(np.sort(values), SHARES).tolist()
    return percent(middle, step)


def _reach(values: Floats) -> str:
    low, _, high = quantiles(np.sort(values), SHARES).tolist()
    first, last = percent(low), percent(high)
    return translate("Places", "{low} to {high}", low=first, high=last)


def false_alerts_sentence(counted: Counted) -> str:
    """False alerts counted at one place, and how little such a small number says about its rate."""
    from modeller.projection.record_by_place import poisson_range

    if not counted.deployments:
        return translate("Places", "No deployment here is in the record.")
    faces = faces_figure(float(counted.faces_scanned))
    low, high = poisson_range(counted.false_alerts)
    if not counted.faces_scanned:
        return translate("Places", "No faces were counted here.")
    least = faces_figure(counted.faces_scanned / high)
    if counted.false_alerts == 0:
        return translate(
            "Places",
            "No false alert in {faces} faces: that fits any rate up to 1 in {least}.",
            faces=faces,
            least=least,
        )
    return translate(
        "Places",
        "%n false alert(s) in {faces} faces: that fits any rate from 1 in {most} to 1 in "
        "{least} (90 %).",
        n=counted.false_alerts,
        faces=faces,
        most=faces_figure(counted.faces_scanned / low),
        least=least,
    )


def street_sentence(found: AgainstVans) -> str:
    """Fixed cameras compared with vans on the same street, as counted."""

    def times(yields: str) -> str:
        ratio, low, high = (number(value, 0.01) for value in found.ratios[yields])  # type: ignore[index]
        return translate("Places", "×{ratio} ({low}–{high})", ratio=ratio, low=low, high=high)

    counted = translate(
        "Places",
        "Compared with vans on the same street ({site}; {fixed} deployments of fixed cameras, "
        "{vans} of vans), a deployment of the fixed cameras gave true alerts {alerts}, arrests "
        "{arrests}, faces {faces}, each with its 90 % range.",
        site=found.site,
        fixed=found.fixed,
        vans=found.vans,
        alerts=times("alerts"),
        arrests=times("arrests"),
        faces=times("faces"),
    )
    if found.differs:
        return counted
    gain = translate(
        "Places",
        "Every range includes 1: nothing shows that fixed cameras yield more than vans on the "
        "same street.",
    )
    return f"{counted} {gain}"
