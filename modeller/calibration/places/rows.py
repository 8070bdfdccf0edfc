"""What the model of places needs to know about the rows of a record by deployment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller.base.errors import ModellerError
from modeller.evidence import Deployments

WEEK = timedelta(days=7)
UNKNOWN = "unknown"
"""Takes the place of a borough that is not known."""


def between(rows: Deployments, first: date, end: date | None = None) -> Deployments | None:
    """The deployments on or after `first` and, if given, before `end`; None when there are none."""
    try:
        later = rows.since(first)
        return later if end is None else later.until(end)
    except ModellerError:
        return None


def weeks_since(rows: Deployments, monday: date) -> NDArray[np.intp]:
    """Whole weeks from `monday` to the week of each deployment."""
    start = np.datetime64(monday.isoformat(), "D")
    return ((rows.week_starting - start) // np.timedelta64(7, "D")).astype(np.intp)


def homes(rows: Deployments) -> Mapping[str, str]:
    """The borough of each site."""
    return MappingProxyType({site.name: site.borough for site in rows.sites})
