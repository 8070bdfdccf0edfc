"""Forecasts of the model of places for the weeks after a record.

*Told where*: each deployment has the effect of its place and noise of its own. *Told how many*: the
equations of the projection, with the rate and the noise of the recorded mix. Both use the same
posterior draws, and arrests are made from the same draw's alerts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, exp, log, normal_quantile
from modeller.calibration.places.false_alerts import BLOCK_WEEKS
from modeller.calibration.places.fit import PlacesFit
from modeller.calibration.places.mixes import HIGHEST_SHARE, Places
from modeller.calibration.places.premises import Outcome
from modeller.calibration.places.shares import Yield
from modeller.evidence import Deployments
from modeller.model.counts import beta_binomial_of, poisson
from modeller.model.operations import Luck, gamma
from modeller.model.sampling import uniforms

EVENT_SD = 0.5
"""Standard deviation on the log scale of an event's yield about that of its place: a judgement."""
AT_ONE = ("faces_scanned", "true_alerts", "arrests")
FORECAST = ("faces_scanned", "true_alerts", "false_alerts", "arrests")
RATES: tuple[Yield, ...] = ("faces", "alerts")
_CERTAIN = 1e6
_MILLION = 1e6


class Ahead:
    """The weeks after a record in each draw.

    Parameters
    ----------
    fitted
        The posterior.
    places
        Its draws.
    weeks
        The number of weeks ahead.
    """

    def __init__(self, fitted: PlacesFit, places: Places, weeks: int, seed: int) -> None:
        self.places, self.weeks, self.seed = places, weeks, seed
        self.draws = places.count
        self.reference = {key: each.reference_deployments for key, each in fitted.outcomes.items()}
        self._false_alert_rate = fitted.false_alerts
        self.levels = {key: each.path(weeks) for key, each in places.drawn.items()}

    def told_where(self, future: Deployments, week: NDArray[np.intp]) -> Mapping[str, Floats]:
        """Weekly draws by outcome, each (weeks, draws); `week` counts from 0, (rows,)."""
        found = {key: np.zeros((self.weeks, self.draws)) for key in AT_ONE}
        in_week = np.bincount(week, minlength=self.weeks)
        for index, ahead in enumerate(week.tolist()):
            one = self.deployment(future, index, ahead, int(in_week[ahead]))
            for key in AT_ONE:
                found[key][ahead] += one[key]
        found["false_alerts"] = self._false_alerts(found["faces_scanned"])
        return MappingProxyType(found)

    def deployment(
        self, rows: Deployments, index: int, week: int, in_week: int
    ) -> Mapping[str, Floats]:
        """Draws of one deployment, each (draws,), in a week with `in_week` deployments."""
        row = rows.rows[index]
        event = np.zeros(self.draws)
        if row.event:
            event = EVENT_SD * self._normals("event", index)

        def rate(key: Outcome) -> Floats:
            return self._rate(key, week, in_week) + self.places.drawn[key].site(
                row.site, row.borough
            )

        faces = self._measured(
            exp(rate("faces") + event), self.places.drawn["faces"].size, "faces", index
        )
        mean, size = exp(rate("alerts") + event), self.places.drawn["alerts"].size
        alerts = self._counted(mean, size, "alerts", index)
        share = np.minimum(exp(rate("arrests") + event) / mean, HIGHEST_SHARE)
        correlation = self.places.correlation(
            share, 1.0 / size, 1.0 / self.places.drawn["arrests"].size
        )
        precision = 1.0 / np.maximum(correlation, 1.0 / _CERTAIN) - 1.0
        return MappingProxyType(
            {
                "faces_scanned": faces,
                "true_alerts": alerts,
                "arrests": self._among(alerts, share, precision, "arrests", index),
            }
        )

    def told_how_many(self, deployments: NDArray[np.int64]) -> Mapping[str, Floats]:
        """Weekly draws by outcome at the recorded mix, each (weeks, draws)."""
        found = {key: np.zeros((self.weeks, self.draws)) for key in AT_ONE}
        places, mix = self.places, self.places.recorded
        means = {key: places.mean(key, mix) for key in RATES}
        sizes = {key: places.size(key, mix) for key in RATES}
        for week, number in enumerate(deployments.tolist()):
            if not number:
                continue
            name = "told how many"
            levels = {key: self._rate(key, week, number) for key in places.drawn}
            rates = {key: number * exp(levels[key]) * means[key] for key in RATES}
            found["faces_scanned"][week] = self._measured(
                rates["faces"], number * sizes["faces"], f"{name} faces", week
            )
            alerts = self._counted(rates["alerts"], number * sizes["alerts"], name, week)
            found["true_alerts"][week] = alerts
            share, correlation = places.share_and_correlation(mix, levels)
            # the alerts of one deployment are correlated, those of different ones are not
            dispersion = 1.0 + np.maximum(alerts / number - 1.0, 0.0) * correlation
            precision = np.where(
                dispersion > 1.0 + 1.0 / _CERTAIN,
                np.maximum((alerts - dispersion) / np.maximum(dispersion - 1.0, 1e-9), 0.05),
                _CERTAIN,
            )
            found["arrests"][week] = self._among(alerts, share, precision, name, week)
        found["false_alerts"] = self._false_alerts(found["faces_scanned"])
        return MappingProxyType(found)

    def _false_alerts(self, faces: Floats) -> Floats:
        """False alerts among the faces of each week, (weeks, draws)."""
        rate, shape = self._false_alert_rate.drawn(self.draws, self.seed)
        found = np.empty_like(faces)
        for week in range(self.weeks):
            mean = self._measured(
                faces[week] / _MILLION * rate, shape, "false alerts level", week // BLOCK_WEEKS
            )
            luck = uniforms(self.seed, "ahead false alerts", week, self.draws)
            found[week] = poisson(luck, normal_quantile(luck), mean)
        return found

    def _rate(self, key: Outcome, week: int, in_week: int) -> Floats:
        """The level in a week with diminishing returns included, on the log scale, (draws,)."""
        level: Floats = self.levels[key][week]
        if np.isfinite(self.reference[key]):
            away = float(log(in_week / self.reference[key]))
            return level - self.places.drawn[key].returns * away
        return level

    def _normals(self, name: str, index: int) -> Floats:
        return normal_quantile(uniforms(self.seed, f"ahead {name}", index, self.draws))

    def _measured(self, mean: Floats, shape: Floats, name: str, index: int) -> Floats:
        """Gamma draws."""
        normals = self._normals(name, index)
        found: Floats = gamma(Luck(None, normals), mean, shape)
        return found

    def _counted(self, mean: Floats, size: Floats, name: str, index: int) -> Floats:
        """Negative binomial draws."""
        rate = self._measured(mean, size, f"{name} rate", index)
        share = uniforms(self.seed, f"ahead {name} count", index, self.draws)
        return poisson(share, normal_quantile(share), rate)

    def _among(
        self, trials: Floats, share: Floats, precision: Floats, name: str, index: int
    ) -> Floats:
        luck = uniforms(self.seed, f"ahead {name} among", index, self.draws)
        return beta_binomial_of(luck, normal_quantile(luck), trials, share, precision)
