"""Adds up deployments to weeks; the one place where this is done."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from modeller.evidence.deployments import Deployments
from modeller.evidence.record import Record

_Kind = TypeVar("_Kind", bound=np.generic)


def weekly_record(deployments: Deployments, *, name: str, current_basis_from: date) -> Record:
    """The weeks that deployments add up to; a week without any has no row.

    Hours are known in weeks where those of every deployment are, and are rounded to a tenth; a
    watchlist is the mean of the known ones, rounded to a whole number. A week with two thresholds
    has the later one. Weeks from the Monday `current_basis_from` on count faces as today.

    Rows must be added in order of day and place: the digest by which scenarios name a record
    depends on how ties in rounding fall.
    """
    starting = deployments.week_starting
    begins = np.ones(len(starting), dtype=np.bool_)  # np.unique would import numpy's masked arrays
    begins[1:] = starting[1:] != starting[:-1]
    weeks, week = starting[begins], np.add.accumulate(begins.astype(np.intp)) - 1

    def added(values: NDArray[_Kind]) -> NDArray[_Kind]:
        sums = np.zeros(len(weeks), dtype=values.dtype)
        np.add.at(sums, week, values)
        return sums

    listed = np.isfinite(deployments.watchlist)
    lists = added(listed.astype(np.int64))
    people = added(np.where(listed, deployments.watchlist, 0.0))
    last = np.searchsorted(week, np.arange(len(weeks)), side="right") - 1
    return Record(
        name=name,
        week_starting=weeks,
        deployments=np.bincount(week).astype(np.int64),
        faces_scanned=added(deployments.faces_scanned),
        alerts=added(deployments.alerts),
        true_alerts=added(deployments.true_alerts),
        false_alerts=added(deployments.false_alerts),
        arrests=added(deployments.arrests),
        hours=np.round(added(deployments.hours), 1),
        threshold=deployments.threshold[last],
        watchlist=np.where(lists > 0, np.rint(people / np.maximum(lists, 1)), np.nan),
        face_count_basis=np.where(
            weeks >= np.datetime64(current_basis_from), "current", "earlier"
        ).astype(np.str_),
        last_deployment=deployments.last_day,
    )
