"""What the record says of the model's numbers: posteriors, drifting levels, 90 % ranges.

Three rates of the model drift from week to week: faces a deployment, true alerts a
deployment, arrests a true alert. Each week's rate is ``rate · exp(x)``, and x follows
``x_w = φ x_{w−1} + σ ε_w``. For each of the three, this module finds together the rate at
x = 0 (the median of the long run), φ, σ, the noise of the week's count about its rate, and x
in the last week. It works so:

* The count's likelihood is that of the model's own noise: gamma for faces, negative binomial
  for true alerts, and for arrests a binomial whose deviance is divided by the dispersion
  (extended quasi-likelihood; Nelder and Pregibon 1987). Weeks without deployments say
  nothing about the rate, but the level moves on through them.
* For given φ, σ and noise, the weeks' levels and the rate are integrated out by Laplace's
  method: Newton steps on a tridiagonal system, one elimination for the whole record
  (Rue, Martino and Chopin 2009 do the same).
* φ, σ and the noise are integrated over a grid that is moved and narrowed to where the
  posterior lies. So the range of the rate allows for the drift, and for not knowing how
  strong the drift is; treating the weeks as independent would make it far too narrow.

The grid carries weak priors, which matter when weeks are few and fade as they become many.
Each is a lognormal. The level's half-life has median 13 weeks (φ about 0.95) and a 90 % range
from an eighth to eight times that. All others go from a quarter to four times their median:
the level's stationary standard deviation 0.5 for faces, 0.3 for alerts (log scale) and 0.15
for arrests (logit scale), the noise shape or size 8 a deployment, the dispersion above one 0.2.
The rate's own prior is flat for faces and alerts and covers 8 to 92 % for the share of arrests.
docs/validation.md says how these were come by.

The model takes one φ and one σ. φ is the posterior's median; σ is the one that spreads the
sum of the next 26 weeks as the whole posterior of φ and σ does on average.

One week with deployments is enough to calculate; ten or more are needed before the
ranges say more than the priors.

The level of arrests is fitted on the logit scale, where a share stays a share, and handed
over on the log scale (times one minus the share), where the model applies it.

How far the last level lies above the long-run rate depends on what that rate is: their sum is
known far better than either. ``level_<x>_start_slope`` says by how much the start falls for a
rate one unit higher on its natural scale (log, or logit for arrests), and
``level_<x>_start_sd`` is what is then left unknown.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from modeller.calibration.diminishing_returns import (
    DIMINISHING_RETURNS_RANGE,
    add_diminishing_returns,
)
from modeller.calibration.estimates import Calibration, Estimate, Gathered
from modeller.calibration.levels import LONGEST_DRIFT, add_arrests, add_faces, add_true_alerts
from modeller.calibration.posteriors import (
    REFERENCE_WEEKS,
    USEFUL_WEEKS,
    Grounds,
    add_black_share,
    add_false_alerts,
    add_hours,
    reference_deployments,
    weeks_between,
)
from modeller.evidence import Record

__all__ = [
    "DIMINISHING_RETURNS_RANGE",
    "LONGEST_DRIFT",
    "USEFUL_WEEKS",
    "Calibration",
    "Estimate",
    "Grounds",
    "calibrate",
]


def calibrate(record: Record, grounds: Grounds, *, until: date | None = None) -> Calibration:
    """Posteriors and levels from a record (equations 4, 5, 6, 8 and 12 of the model).

    Parameters
    ----------
    record
        Weekly counts.
    grounds
        From what day on weeks are comparable, and what is not in the record.
    until
        Only weeks that are over before this day; all if not given. Weeks of the record's
        own span without a row count as weeks without deployments, up to this day too.

    Raises
    ------
    ModellerError
        When no week is left, or none with deployments or with faces on the current basis.
    """
    weeks = weeks_between(record, grounds.since, until)
    reference = reference_deployments(weeks)
    gathered = Gathered()
    add_false_alerts(weeks, gathered)
    add_faces(weeks, gathered)
    add_true_alerts(weeks, reference, gathered)
    add_arrests(weeks, gathered)
    add_diminishing_returns(weeks, gathered)
    add_black_share(grounds, gathered)
    gathered.constant(
        "reference_deployments",
        reference,
        (reference, reference),
        "deployments a week",
        f"Mean of the last {REFERENCE_WEEKS} calendar weeks, those without deployments included.",
        min(len(weeks), REFERENCE_WEEKS),
    )
    add_hours(weeks, gathered)
    return Calibration(
        record_digest=record.digest,
        first_day=weeks.first_day,
        last_day=weeks.last_day,
        beliefs=MappingProxyType(gathered.beliefs),
        constants=MappingProxyType(gathered.constants),
        estimates=tuple(gathered.estimates),
    )
