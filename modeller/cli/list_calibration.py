"""``modeller list calibration``: every number fitted to the record, and its sites."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from modeller.calibration.estimates import Estimate
from modeller.calibration.places.kept import places_fit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.shares import YIELDS, Yield
from modeller.calibration.places.summary import (
    SUMMARY_DRAWS,
    SUMMARY_SEED,
    Ranged,
    Scatter,
    SiteYield,
    estimates,
    scatter,
    site_yields,
)
from modeller.cli.layout import Column, paragraph, table, table_width, with_text
from modeller.cli.output import markdown_row, width
from modeller.profiles import Profile
from modeller.wording import EN_DASH, percent, style_for

Row = dict[str, Any]

_OF: Mapping[Yield, str] = {"faces": "faces", "alerts": "true alerts", "arrests": "arrests"}
_KEYS: Mapping[Yield, str] = {"faces": "faces", "alerts": "true_alerts", "arrests": "arrests"}
_PARTS = ("luck", "place", "week")
_SCATTER_HOW = {
    "luck": "Counting, and the noise of one deployment around its place's rate in its week.",
    "place": "The site and the borough, as often as each was visited.",
    "week": "The level over the record's weeks.",
}
_SCATTER_NOTE = (
    "Each cell gives the share of the scatter and, in brackets, the scatter itself, as a multiple "
    "of "
    "the squared mean, with its 90 % range."
)
_SITE_HOW = (
    "Multiples of the yield at the recorded mix. Raw: from the site's own deployments alone, "
    "allowing for their weeks and hours; the range is that of luck. Shrunken: drawn towards its "
    "borough and all other sites."
)
_SCATTER_UNIT = "multiple of the squared mean"


class Calibration(NamedTuple):
    """The results of a calibration, ready to be listed."""

    numbers: tuple[Estimate, ...]
    scatters: tuple[Scatter, ...]
    sites: Mapping[Yield, tuple[SiteYield, ...]]


@lru_cache(maxsize=4)
def calibration(profile: Profile) -> Calibration:
    """The calibration on a profile's own record; a weekly one gives no scatter and no sites."""
    if profile.deployments is None:
        return Calibration(profile.calibrate().estimates, (), {})
    fitted = places_fit(profile.deployments, profile.about.record.comparable_from)
    places = Places(fitted, SUMMARY_DRAWS, SUMMARY_SEED)
    return Calibration(
        estimates(fitted),
        tuple(scatter(places, outcome) for outcome in YIELDS),
        {outcome: site_yields(places, outcome) for outcome in YIELDS},
    )


def rows(profile: Profile) -> list[Row]:
    """The rows for programs: numbers, then the parts of the scatter, then the sites' yields."""
    found = calibration(profile)
    listed = [
        _row(
            "number",
            number.key,
            Ranged(number.value, number.p05, number.p95),
            number.unit,
            number.method,
            weeks=number.weeks,
            grade=number.grade,
        )
        for number in found.numbers
    ]
    listed += [
        _row(
            "scatter",
            f"{_KEYS[each.outcome]}_{part}",
            getattr(each, part),
            _SCATTER_UNIT,
            _SCATTER_HOW[part],
            share=share,
        )
        for each in found.scatters
        for part, share in zip(_PARTS, each.shares, strict=True)
    ]
    listed += [
        _row(
            "site",
            f"{_KEYS[outcome]}_at_site",
            site.times,
            "times",
            _SITE_HOW,
            site=site.site,
            borough=site.borough,
            visits=site.visits,
            fixed_cameras=site.fixed_cameras,
            raw=_known(site.raw.value),
            raw_p05=_known(site.raw.p05),
            raw_p95=_known(site.raw.p95),
        )
        for outcome, sites in found.sites.items()
        for site in sites
    ]
    return listed


def _row(kind: str, key: str, ranged: Ranged, unit: str, method: str, **more: Any) -> Row:
    columns: Row = {
        "kind": kind,
        "key": key,
        "value": ranged.value,
        "p05": ranged.p05,
        "p95": ranged.p95,
        "unit": unit,
        "weeks": None,
        "grade": "derived",
        "method": method,
        "share": None,
        "site": None,
        "borough": None,
        "visits": None,
        "fixed_cameras": None,
        "raw": None,
        "raw_p05": None,
        "raw_p95": None,
    }
    return columns | more


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None


def page(profile: Profile) -> list[str]:
    """The lines of text for a terminal."""
    found, across = calibration(profile), width()
    columns = [
        Column("key", [number.key for number in found.numbers]),
        Column("value", [_value(number) for number in found.numbers], "right"),
        Column("90 % range", [_range(number) for number in found.numbers], "right"),
        Column("unit", [number.unit for number in found.numbers]),
    ]
    lines = with_text(columns, "how", [_how(number) for number in found.numbers], across)
    if not found.sites:
        return lines
    lines += ["", "How much of the scatter of single deployments is luck, place and week:", ""]
    lines += [*table(_scatter_columns(found)), "", *paragraph(_SCATTER_NOTE, across)]
    lines += [
        "",
        "The yield of each site, as a multiple of the recorded mix: raw → shrunken (90 % range):",
        "",
    ]
    sites = _site_columns(found)
    whole = len(sites)
    while table_width(sites) > across and len(sites) > 3:
        sites.pop()
    lines += [*table(sites), "", *paragraph(_SITE_HOW, across)]
    if len(sites) < whole:
        lines += paragraph(
            "The terminal is too narrow for every column: --format csv and --format json give "
            "them all.",
            across,
        )
    return lines


def markdown(profile: Profile) -> str:
    """The tables in Markdown."""
    found = calibration(profile)
    numbers = [
        Column("number", [f"`{number.key}`" for number in found.numbers]),
        Column("value", [_value(number) for number in found.numbers], "right"),
        Column("90 % range", [_range(number) for number in found.numbers], "right"),
        Column("unit", [number.unit for number in found.numbers]),
        Column("how", [_how(number) for number in found.numbers]),
    ]
    parts = ["## Every number", "", *_in_markdown(numbers), ""]
    if not found.sites:
        return "\n".join(parts)
    parts += [
        *("## Luck, place and week", "", _SCATTER_NOTE, ""),
        *(*_in_markdown(_scatter_columns(found)), ""),
        *("## Every site", "", _SITE_HOW, "", *_in_markdown(_site_columns(found)), ""),
    ]
    return "\n".join(parts)


def _in_markdown(columns: list[Column]) -> list[str]:
    rules = ("--:" if column.align == "right" else "---" for column in columns)
    lines = [
        markdown_row(column.heading for column in columns),
        f"|{'|'.join(rules)}|",
    ]
    cells = zip(*(column.cells for column in columns), strict=True)
    return lines + [markdown_row(row) for row in cells]


def _value(number: Estimate) -> str:
    if number.p05 == number.p95:
        return f"{number.value:g}"
    return style_for("", number.p05, number.p95).figure(number.value)


def _range(number: Estimate) -> str:
    if number.p05 == number.p95:
        return ""
    return style_for("", number.p05, number.p95).range(number.p05, number.p95)


def _how(number: Estimate) -> str:
    return f"Judgement. {number.method}" if number.grade == "judgement" else number.method


def _scatter_columns(found: Calibration) -> list[Column]:
    columns = [Column("of one deployment", [_OF[each.outcome] for each in found.scatters])]
    for index, part in enumerate(_PARTS):
        cells = []
        for each in found.scatters:
            ranged: Ranged = getattr(each, part)
            style = style_for("", ranged.p05, ranged.p95)
            cells.append(
                f"{percent(each.shares[index])} ({style.figure(ranged.value)}; "
                f"{style.range(ranged.p05, ranged.p95)})"
            )
        columns.append(Column(part, cells, "right"))
    return columns


def _site_columns(found: Calibration) -> list[Column]:
    by_site = {
        outcome: {site.site: site for site in sites} for outcome, sites in found.sites.items()
    }
    order = sorted(by_site["faces"].values(), key=lambda site: (-site.visits, site.site))
    columns = [
        Column("site", [site.site for site in order]),
        Column("visits", [str(site.visits) for site in order], "right"),
    ]
    columns += [
        Column(
            _OF[outcome],
            [_raw_and_shrunken(by_site[outcome][site.site]) for site in order],
            "right",
        )
        for outcome in YIELDS
    ]
    return [*columns, Column("borough", [site.borough for site in order])]


def _raw_and_shrunken(site: SiteYield) -> str:
    raw = EN_DASH if math.isnan(site.raw.value) else f"{site.raw.value:.2f}"
    times = site.times
    return f"{raw} → {times.value:.2f} ({times.p05:.2f}{EN_DASH}{times.p95:.2f})"
