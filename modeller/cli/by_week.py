"""``modeller project --by week``: the middle and the range of each week, as a page of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from modeller import wording
from modeller.base.dates import short_date, week_begins
from modeller.cli.layout import GAP, Column, paragraph, table, table_width
from modeller.projection import BANDS, SUMMARY, Band, Projection
from modeller.records import record_for
from modeller.wording import subject_line

_LOW, _MIDDLE, _HIGH = (SUMMARY.index(name) for name in ("p10", "p50", "p90"))


def page(projection: Projection, width: int, band: str) -> str:
    """Tables of weeks, one below another: as many as the outcomes need at this width."""
    scenario = projection.scenario
    bands: tuple[Band, ...] = BANDS
    if band != "both":
        bands = ("underlying",) if band == "underlying" else ("seen",)
    first = record_for(scenario.record, scenario.profile).last_day + timedelta(days=1)
    days = [short_date(week_begins(first, week)) for week in range(1, scenario.weeks + 1)]
    weeks = [
        Column("Week", [str(week) for week in range(1, scenario.weeks + 1)], "right"),
        Column("begins", days),
    ]
    lines = [subject_line(scenario.profile)]
    lines += paragraph(
        f"{scenario.title} ({scenario.fingerprint}): each week, middle and 8 of 10 futures", width
    )
    for columns in _fitting(_outcomes(projection, bands), width - table_width(weeks)):
        lines += ["", *table([*weeks, *columns])]
    if any(outcome.kind == "ratio" for outcome in projection.catalogue.outcomes.values()):
        lines += ["", *paragraph("Ratios are those of totals and have no weekly values.", width)]
    return "\n".join(lines) + "\n"


def _outcomes(projection: Projection, bands: Sequence[Band]) -> list[Column]:
    """A column for each outcome that has weeks, and for each band."""
    columns = []
    for key, outcome in projection.catalogue.outcomes.items():
        if outcome.kind != "flow":
            continue
        for band in bands:
            weekly = projection.summary(key, "weekly", band)
            whole = outcome.whole and band == "seen"
            low, high = float(weekly[:, _LOW].min()), float(weekly[:, _HIGH].max())
            style = wording.style_for(outcome.unit, low, high, whole=whole)
            cells = [
                f"{style.figure(row[_MIDDLE])}  {style.range(row[_LOW], row[_HIGH])}"
                for row in weekly.tolist()
            ]
            heading = f"{outcome.label}, rate" if band == "underlying" else outcome.label
            columns.append(Column(heading, cells, "right"))
    return columns


def _fitting(columns: Sequence[Column], room: int) -> list[list[Column]]:
    """The columns in groups, each no wider than the room, or one column alone."""
    groups: list[list[Column]] = []
    left = 0
    for column in columns:
        needed = table_width([column]) + len(GAP)
        if not groups or needed > left:
            groups.append([])
            left = room
        groups[-1].append(column)
        left -= needed
    return groups
