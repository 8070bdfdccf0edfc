"""Writes and reads the single deployments of a record, which are kept beside its weeks."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from modeller.evidence import Deployment, Deployments, Record
from modeller.evidence.record import COUNT_COLUMNS
from modeller.records.deployment_rows import MOST_ROWS, DeploymentRow
from modeller.records.places import PlaceMatch

_COLUMNS = tuple(field.name for field in fields(Deployment))
_TEXTS = ("place", "site", "borough", "source")
_MARKS = ("fixed_cameras", "event")
_MEASURES = ("hours", "watchlist", "threshold")
_YES = frozenset(("1", "yes", "y", "true", "x"))


def deployments_of(
    rows: Sequence[DeploymentRow], matches: Sequence[PlaceMatch], source: str
) -> Deployments:
    """The rows as deployments, with the site and borough of each place, read from `source`."""
    return Deployments(
        Deployment(
            date=row.day,
            place=row.place[:100],
            site=match.site,
            borough=match.borough,
            fixed_cameras=row.marks.get("fixed_cameras", "").casefold() in _YES,
            event=row.marks.get("event", "").casefold() in _YES,
            hours=_known(row.measures["hours"]),
            watchlist=_known(row.measures["watchlist"]),
            threshold=_known(row.measures["threshold"]),
            faces_scanned=row.counts["faces"],
            alerts=row.counts["alerts"],
            true_alerts=row.counts["true_alerts"],
            false_alerts=row.counts["false_alerts"],
            arrests=row.counts["arrests"],
            source=source[:100],
        )
        for row, match in zip(rows, matches, strict=True)
    )


def after(base: Deployments | None, new: Deployments, record: Record) -> Deployments | None:
    """The deployments of two joined records; None where they do not add up to the joined record.

    In a week that both have, those rows are taken that add up to the joined record.
    """
    if base is None:
        return None
    ours, theirs = _by_week(base), _by_week(new)
    rows: list[Deployment] = []
    for at, week in enumerate(record.week_starting.tolist()):
        wanted = tuple(int(getattr(record, column)[at]) for column in COUNT_COLUMNS)
        own, other = ours.get(week, []), theirs.get(week, [])
        found = next(
            (group for group in (other, own, [*own, *other]) if _sums(group) == wanted), None
        )
        if found is None:
            return None
        rows += found
    return Deployments(rows) if rows else None


def rows_up_to(record: Record, deployments: Deployments | None) -> Deployments | None:
    """The deployments of a force up to the end of its weekly record; None if there are none."""
    rows = [row for row in deployments.rows if row.date <= record.last_day] if deployments else []
    return Deployments(rows) if rows else None


def _by_week(deployments: Deployments) -> dict[date, list[Deployment]]:
    found: dict[date, list[Deployment]] = {}
    for row, week in zip(deployments.rows, deployments.week_starting.tolist(), strict=True):
        found.setdefault(week, []).append(row)
    return found


def _sums(rows: Sequence[Deployment]) -> tuple[int, ...]:
    counts = (sum(getattr(row, column) for row in rows) for column in COUNT_COLUMNS[1:])
    return (len(rows), *counts)


def _known(value: float) -> float | None:
    return None if value != value else value


def rows_text(deployments: Deployments) -> str:
    """The deployments as CSV, which `rows_of_text` reads back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in deployments.rows:
        writer.writerow(_cell(getattr(row, column)) for column in _COLUMNS)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return "" if value is None else value


def rows_of_text(text: str) -> Deployments:
    """The deployments in a text that `rows_text` wrote.

    Raises
    ------
    ValueError
        When it has been altered.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != _COLUMNS:
            raise ValueError("it has other columns")
        rows: list[Deployment] = []
        for cells in reader:
            if len(rows) >= MOST_ROWS:
                raise ValueError("it has too many rows")
            rows.append(_row(dict(zip(_COLUMNS, cells, strict=True))))
    except csv.Error as error:
        raise ValueError("it is no CSV") from error
    return Deployments(rows)


def _row(cells: dict[str, str]) -> Deployment:
    values: dict[str, object] = {"date": date.fromisoformat(cells["date"])}
    for column in _COLUMNS[1:]:
        cell = cells[column]
        if column in _TEXTS:
            values[column] = cell
        elif column in _MARKS:
            values[column] = cell == "1"
        elif column in _MEASURES:
            values[column] = float(cell) if cell else None
        else:
            values[column] = int(cell[:15])
    return Deployment(**values)  # type: ignore[arg-type]
