"""The fit to a weekly record, as the equations need it: arrays of draws."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np

from modeller.base.elementary import exp
from modeller.calibration.places.drawn_fit import KeptDraws
from modeller.calibration.places.draws import Luck, OutcomeDraws, outcome_draws
from modeller.calibration.places.mixes import HIGHEST_SHARE, Places
from modeller.calibration.places.premises import Outcome
from modeller.calibration.places.weekly_fit import WeeklyFit, weekly_fit
from modeller.evidence import Record
from modeller.model.fitted import FitDraws, Mix


class WeeklyDraws(KeptDraws):
    """The draws of a weekly record: the same model without places.

    A mix changes nothing then, because such a record does not say what a single place yields.
    """

    def __init__(self, fitted: WeeklyFit) -> None:
        super().__init__()
        self.fit = fitted

    def free_memory(self, seed: int | None = None) -> None:
        """As `modeller.model.fitted.Fit`: nothing is kept besides the draws themselves."""

    def _chunk(self, seed: int, first: int, draws: int, mix: Mix | None) -> FitDraws:
        del mix
        of: dict[Outcome, OutcomeDraws] = {}
        for key, each in self.fit.outcomes.items():
            shared: tuple[Outcome | None, float] = (None, 0.0)
            if key == "arrests":
                shared = ("alerts", self.fit.together)
            of[key] = outcome_draws(each, Luck(key, seed, draws, *shared, first), past=False)
        rate, shape = self.fit.false_alerts.drawn(draws, seed, first)
        alerts, arrests = of["alerts"], of["arrests"]
        share = np.minimum(exp(arrests.level - alerts.level), HIGHEST_SHARE)
        one = np.ones(draws)
        return FitDraws(
            {
                **{f"departure_{key}": of[key].departure for key in of},
                **{f"drift_{key}": of[key].drift for key in of},
                "false_alerts_shape": shape,
                "one": one,
            },
            {
                "faces": one,
                "alerts": one,
                "share": one,
                "faces_shape": of["faces"].size,
                "alerts_size": alerts.size,
                "arrests_correlation": Places.correlation(
                    share, 1.0 / alerts.size, 1.0 / arrests.size
                ),
            },
            {
                "faces": exp(of["faces"].level),
                "alerts": exp(alerts.level),
                "share": share,
                "false_alerts": rate,
            },
        )


@lru_cache(maxsize=32)
def draws_of_weeks(record: Record, since: date, until: date | None) -> WeeklyDraws:
    """The fit of a weekly record, to be drawn from."""
    return WeeklyDraws(weekly_fit(record, since=since, until=until))
