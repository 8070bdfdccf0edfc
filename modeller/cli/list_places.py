"""``modeller list evidence --by …``: the record by deployment, week, borough or site."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from modeller.base.errors import ModellerError, Problem
from modeller.cli.layout import Column, paragraph, table, table_width
from modeller.cli.output import width
from modeller.evidence.deployments import COUNTS, MEASURES, Deployments, Visited
from modeller.evidence.record import COLUMNS
from modeller.profiles import Profile
from modeller.wording.numbers import counted

Row = dict[str, Any]

_SHARES = ("asian", "black", "mixed", "white", "other")
_TEXT_WIDTH = 100
_NUMBERS = (int, float)


def _record(profile: Profile) -> Deployments:
    """The profile's record by deployment; `ModellerError` if it has none."""
    if profile.deployments is None:
        remedy = "ask for “modeller list evidence” alone"
        raise ModellerError(
            Problem("--by", f"needs deployments, and {profile.key} has weeks", remedy)
        )
    return profile.deployments


def _deployments(profile: Profile) -> list[Row]:
    return [
        {
            "date": row.date.isoformat(),
            "place": row.place,
            "site": row.site,
            "borough": row.borough,
            "fixed_cameras": int(row.fixed_cameras),
            "event": int(row.event),
            **{name: _plain(name, getattr(row, name)) for name in (*MEASURES, *COUNTS)},
            "source": row.source,
        }
        for row in _record(profile).rows
    ]


def _weeks(profile: Profile) -> list[Row]:
    record = profile.record
    rows = zip(*(getattr(record, column).tolist() for column in COLUMNS), strict=True)
    return [
        {name: _plain(name, value) for name, value in zip(COLUMNS, row, strict=True)}
        for row in rows
    ]


def _plain(column: str, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, float):
        return value
    if math.isnan(value):
        return None
    return int(value) if column == "watchlist" and value.is_integer() else value


def _sites(profile: Profile) -> list[Row]:
    often = sorted(_record(profile).sites, key=lambda site: (-site.deployments, site.name))
    return [{"site": site.name, "borough": site.borough, **_visits(site)} for site in often]


def _boroughs(profile: Profile) -> list[Row]:
    visited = {borough.name: borough for borough in _record(profile).visited_boroughs}
    return [
        {
            "borough": area.name,
            "residents": area.residents,
            **{f"{group}_percent": _percent(getattr(area, group)) for group in _SHARES},
            "sites": visited[area.name].sites if area.name in visited else 0,
            **_visits(visited.get(area.name)),
        }
        for area in profile.areas.values()
    ]


def _percent(share: float) -> float:
    return round(100.0 * share, 1)


def _visits(visited: Visited | None) -> Row:
    return {
        "first": visited and visited.first.isoformat(),
        "last": visited and visited.last.isoformat(),
        **{
            name: getattr(visited, name) if visited else 0
            for name in ("deployments", "fixed_cameras", "events", *COUNTS)
        },
    }


ROWS: Mapping[str, Callable[[Profile], list[Row]]] = {
    "deployment": _deployments,
    "week": _weeks,
    "borough": _boroughs,
    "site": _sites,
}
"""The functions for the rows, by what the record can be listed by."""

_SHOWN: Mapping[str, Mapping[str, str]] = {
    "deployment": {
        "date": "date",
        "place": "place",
        "borough": "borough",
        "marks": "",
        "faces_scanned": "faces",
        "true_alerts": "true",
        "false_alerts": "false",
        "arrests": "arrests",
        "hours": "hours",
        "watchlist": "list",
        "threshold": "threshold",
    },
    "week": {
        "week_starting": "week",
        "deployments": "deployments",
        "faces_scanned": "faces",
        "true_alerts": "true",
        "false_alerts": "false",
        "arrests": "arrests",
        "hours": "hours",
        "watchlist": "list",
        "threshold": "threshold",
    },
    "borough": {
        "borough": "borough",
        "deployments": "deployments",
        "black_percent": "Black %",
        "first": "first",
        "last": "last",
        "faces_scanned": "faces",
        "true_alerts": "true",
        "arrests": "arrests",
        "residents": "residents",
        "asian_percent": "Asian %",
        "mixed_percent": "mixed %",
        "white_percent": "white %",
        "other_percent": "other %",
    },
    "site": {
        "site": "site",
        "borough": "borough",
        "deployments": "deployments",
        "first": "first",
        "last": "last",
        "faces_scanned": "faces",
        "true_alerts": "true",
        "arrests": "arrests",
        "false_alerts": "false",
    },
}
"""The columns of the text; if the page is too narrow, the last ones are left out."""


def page(profile: Profile, by: str) -> list[str]:
    """The record by deployment, week, borough or site, as lines of text."""
    rows = ROWS[by](profile)
    if by == "deployment":
        for row in rows:
            row["marks"] = _marks(row)
    columns = [
        Column(
            heading,
            [_cell(name, row[name]) for row in rows],
            "right" if any(_is_number(row[name]) for row in rows) else "left",
        )
        for name, heading in _SHOWN[by].items()
    ]
    whole = len(columns)
    while len(columns) > 1 and table_width(columns) > width():
        columns.pop()
    lines = table(columns)
    for note in _notes(profile, by, left_out=whole - len(columns)):
        lines += ["", *paragraph(note, min(width(), _TEXT_WIDTH))]
    return lines


def _is_number(value: object) -> bool:
    return isinstance(value, _NUMBERS) and not isinstance(value, bool)


def _marks(row: Row) -> str:
    return "fixed" if row["fixed_cameras"] else "event" if row["event"] else ""


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if name.endswith("_percent"):
        return f"{value:.1f}"
    if name in ("hours", "threshold"):
        return f"{value:.2f}"
    return f"{value:,}" if _is_number(value) else str(value)


def _notes(profile: Profile, by: str, *, left_out: int) -> list[str]:
    record = _record(profile)
    held = f"{counted(len(record), 'deployments')} at {counted(len(record.sites), 'sites')}"
    areas = f"{len(record.boroughs)} of {len(profile.areas)} areas"
    notes = [f"{held} in {areas}, {record.first_day} to {record.last_day}."]
    if by == "borough":
        whole = profile.whole_area
        source = profile.sources[profile.about.record.areas_source]
        shares = ", ".join(f"{_percent(getattr(whole, group))} % {group}" for group in _SHARES)
        shares = shares.replace("asian", "Asian").replace("black", "Black")
        notes.append(f"{profile.names.place}: {whole.residents:,} residents, {shares}.")
        notes.append(
            "Residents are not the people who walked past a camera: the record cannot say who was "
            f"scanned. Source of the shares: {source.citation}."
        )
    if by in ("site", "deployment"):
        notes.append(
            "Sites and boroughs are this project's reading of the published places. “modeller "
            "list evidence” has the known blemishes."
        )
    if left_out:
        notes.append(
            "The terminal is too narrow for every column: --format csv and --format json give "
            "them all."
        )
    if by == "deployment":
        read = (source for source in profile.sources.values() if source.in_rows)
        named = "; ".join(f"“{source.in_rows}”: {source.citation}" for source in read)
        notes.append(f"Sources of the rows: {named}.")
    return notes
