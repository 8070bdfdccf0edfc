"""What the equations read, as numba takes it: named tuples of numbers and of arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats
from modeller.sampling import COUNT_STREAMS, NORMAL_STREAMS, _key

STREAMS = (*COUNT_STREAMS, *NORMAL_STREAMS)
"""Every stream of noise; the count streams are needed as shares too."""

LEVEL_NAMES = ("alerts", "faces", "arrests")
"""The drifting levels, in the order in which their streams come."""

FLOWS = (
    "deployments",
    "faces_scanned",
    "true_alerts",
    "false_alerts",
    "alerts",
    "arrests",
    "charged_or_cautioned",
    "officer_hours",
    "cost",
    "false_alerts_on_black_londoners",
    "arrests_forgone",
)
"""Every flow, in the order of the rows that the kernel writes."""


class Beliefs(NamedTuple):
    """Each belief in each draw, shape (draws,), in the catalogue's units."""

    true_match_rate: Floats
    false_alerts_per_million_faces: Floats
    arrests_per_true_alert: Floats
    true_alerts_per_deployment: Floats
    faces_per_deployment: Floats
    diminishing_returns: Floats
    watchlist_elasticity: Floats
    crew_capacity: Floats
    officer_exposure: Floats
    staff_exposure: Floats
    budget_exposure: Floats
    setup_hours: Floats
    hours_per_arrest: Floats
    charge_share: Floats
    cost_per_officer_year: Floats
    equipment_cost_per_deployment: Floats
    arrests_per_officer_year: Floats
    black_share_of_false_alerts: Floats


class Levers(NamedTuple):
    """Each choice and circumstance in one week, in the catalogue's units."""

    deployments_per_week: float
    officers_per_deployment: float
    hours_per_deployment: float
    watchlist_size: float
    officer_losses: float
    staff_losses: float
    budget_shortfall: float
    additional_funding: float


class Figures(NamedTuple):
    """The catalogue's fixed figures."""

    officers: float
    staff: float
    total_budget: float
    reference_deployments: float
    reference_hours: float
    reference_officers: float
    reference_watchlist: float
    reference_true_match_rate: float
    officers_per_arrest_team: float
    hours_per_officer_year: float
    weeks_per_year: float
    faces_shape_per_deployment: float
    true_alerts_size_per_deployment: float
    arrests_dispersion: float
    level_alerts_persistence: float
    level_alerts_sd: float
    level_alerts_start_sd: float
    level_faces_persistence: float
    level_faces_sd: float
    level_faces_start_sd: float
    level_arrests_persistence: float
    level_arrests_sd: float
    level_arrests_start_sd: float


def beliefs_of(beliefs: Mapping[str, Floats]) -> Beliefs:
    """The beliefs as arrays of one kind, so that there is one compilation: a copy if need be."""
    return Beliefs(*(np.require(beliefs[name], float, ("C", "W")) for name in Beliefs._fields))


def levers_of(levers: Mapping[str, Floats], week: int) -> Levers:
    """The levers of a week, counted from 1."""
    return Levers(*(float(levers[name][week - 1]) for name in Levers._fields))


def figures_of(figures: Mapping[str, float]) -> Figures:
    """The fixed figures."""
    return Figures(*(float(figures[name]) for name in Figures._fields))


def starts_of(level_starts: Mapping[str, Floats]) -> Floats:
    """Where each level stands when the record ends, shape (3, draws): alerts, faces, arrests."""
    return np.stack([level_starts[name] for name in LEVEL_NAMES])


def stream_keys(seed: int) -> NDArray[np.uint64]:
    """The key of each of `STREAMS`, shape (streams, 2)."""
    return np.stack([_key(seed, name) for name in STREAMS])
