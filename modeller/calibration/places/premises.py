"""The premises of the fit of the model of places: its priors, and what it depends on.

They stand apart from the fitting code, so that kept draws can be matched to this record and these
priors without importing it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import log
from modeller.evidence import Deployments
from modeller.model.distributions import Z95

VERSION = "places-1"
"""To be raised when the equations of the fit change; otherwise the test of the kept fit fails."""
Outcome = Literal["faces", "alerts", "arrests"]
FITTED: tuple[Outcome, ...] = ("faces", "alerts", "arrests")
FACTOR_OF_FOUR = float(log(4.0)) / Z95
"""Standard deviation on the log scale of a prior with a 90 % range of a quarter to four times."""
POINTS = 64
_NO_SPREAD = 1e-3


@dataclass(frozen=True)
class Prior:
    """Prior medians of the four spreads; one that is true in `known` is held at its median."""

    medians: tuple[float, float, float, float]
    known: tuple[bool, bool, bool, bool] = (False, False, False, False)
    sd: float = FACTOR_OF_FOUR

    def without_places(self) -> Prior:
        """The same with almost no difference between sites or between boroughs."""
        size, _, _, drift = self.medians
        known_size, _, _, known_drift = self.known
        return Prior(
            (size, _NO_SPREAD, _NO_SPREAD, drift), (known_size, True, True, known_drift), self.sd
        )

    @property
    def free(self) -> NDArray[np.intp]:
        """Which of the four are not known."""
        return np.flatnonzero(~np.array(self.known))


# Medians of noise size, site sd, borough sd and weekly drift, and mean and sd of the elasticity in
# hours. They are rounded from what the same model finds in the shipped record's first 96
# deployments, with vaguer priors: before the threshold and the count of faces changed, and before
# everything that the model is fitted to and judged by. Drift was 0.08 there for alerts, 0.06 for
# arrests, 0.04 for their share; that of faces, 0.23, was found under the earlier way of counting.
PRIORS: Mapping[Outcome, Prior] = MappingProxyType(
    {
        "faces": Prior((8.0, 0.35, 0.15, 0.06)),
        "alerts": Prior((20.0, 0.35, 0.15, 0.06)),
        "arrests": Prior((15.0, 0.35, 0.15, 0.06)),
    }
)
HOURS_PRIOR: Mapping[Outcome, tuple[float, float]] = MappingProxyType(
    {"faces": (0.7, 0.2), "alerts": (0.75, 0.3), "arrests": (0.55, 0.3)}
)
DEPARTURE_SD: Mapping[Outcome, float] = MappingProxyType(
    {"faces": 0.15, "alerts": 0.1, "arrests": 0.1}
)
"""Standard deviation, on the log scale, of a lasting step from the level at the record's end.

A judgement: a random walk has no sudden steps, but the record's levels have some (new crews, other
hours of the day, other aims). Its size was chosen by the scores of the backtest, where 0, 0.07, 0.1
and 0.15 were tried: without it totals over 13 weeks score worse for every outcome."""
RETURNS_PRIOR = (0.15, 0.10)
"""Mean and sd of the diminishing returns: those of the catalogue's belief, a judgement."""


def digest(rows: Deployments, since: date) -> str:
    """SHA-256 of everything that a fit with default settings depends on, in a canonical form."""
    settings = {
        "version": VERSION,
        "since": since.isoformat(),
        "priors": {key: [PRIORS[key].medians, PRIORS[key].sd] for key in FITTED},
        "hours": {key: HOURS_PRIOR[key] for key in FITTED},
        "returns": RETURNS_PRIOR,
        "points": POINTS,
        "rows": [
            (
                row.date.isoformat(),
                row.site,
                row.borough,
                row.fixed_cameras,
                row.event,
                row.hours,
                row.faces_scanned,
                row.true_alerts,
                row.false_alerts,
                row.arrests,
            )
            for row in rows.rows
        ],
    }
    text = json.dumps(settings, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
