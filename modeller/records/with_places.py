"""Gives a record of the user's own the places of its deployments, so that sites can be fitted."""

from __future__ import annotations

from dataclasses import replace

from modeller.calibration.places.rows import UNKNOWN
from modeller.evidence import Deployment, Deployments, Record
from modeller.profiles import Profile
from modeller.records.places import place_key

_LEAST_PLACED = 0.5
"""A judgement: if fewer rows name a place, the record is fitted by week, as if none did."""
_MOST_ROWS, _MOST_WEEKS = 10_000, 400
"""Within these limits the fit takes seconds."""


def with_places(record: Record, rows: Deployments | None, profile: Profile) -> Record:
    """The record with its deployments, if the model of places can be fitted to them.

    Every place has a site effect of its own: a site of the force's own record under its name there,
    another place under its spelling, and a row without a place by itself, as a site visited once in
    an unknown borough.
    """
    weekly = replace(record, rows=None)
    since = profile.about.record.comparable_from
    if rows is None or rows.totals() != record.totals():
        return weekly
    late = [row for row in rows.rows if row.date >= since]
    ordinary = [row for row in late if not row.event]
    named = sum(bool(row.site or row.borough or row.place) for row in late)
    weeks = (record.last_day - since).days // 7
    if not ordinary or named < _LEAST_PLACED * len(late):
        return weekly
    if len(rows) > _MOST_ROWS or weeks > _MOST_WEEKS:
        return weekly
    return replace(record, rows=Deployments(_placed(at, row) for at, row in enumerate(rows.rows)))


def _placed(at: int, row: Deployment) -> Deployment:
    if row.site and row.borough:
        return row
    borough = row.borough or UNKNOWN
    key = place_key(row.place)
    site = row.site or (f"{borough}/{key}" if key else f"{borough}/{at + 1}")
    return replace(row, site=site, borough=borough)
