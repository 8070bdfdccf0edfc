"""Turns a mix over places into multipliers and noise; the recorded mix gives one in every draw.

A mix gives shares of the deployments to places: boroughs, single sites, and the fixed cameras.
For draw i and borough b:

    x_si  = exp(site_si)                       a visited site's yield, with its borough's effect
    new_i = exp(borough_bi + site sd · z_bi)   a site not yet visited
    Y_bi  = (Σ_s n_s x_si + new_i) / (n_b + 1)        the borough's yield
    Q_bi  = (Σ_s n_s x_si² + new_i²) / (n_b + 1)      its second moment

so that a van in a borough visited n_b times goes to a new site once in n_b + 1 times. A borough
never visited has only a new site, with the overall mean and both spreads. A site named in a mix has
Y = x and Q = x². The fixed cameras have the yield of their street times a factor about one
(compared with vans on the same street no effect of theirs can be seen), and their visits do not
count for their borough. Then

    M_i(p)      = Σ p Y_i                           mean yield of the mix
    m_i(p)      = M_i(p) / M_i(recorded)
    cv²_i(p)    = Σ p Q_i / M_i(p)² − 1             variation between sites within the mix
    1/size_i(p) = (1 + cv²_i(p)) (1 + 1/size) − 1   noise of one deployment under the mix

Arrests have their own sites and level, as above. They are drawn from the same draw's alerts by a
beta-binomial in which the alerts of one deployment have an intra-class correlation ρ, such that
arrests have the size under the mix that was fitted to them:

    1/size_arrests = 1/size_alerts + ρ (1 + 1/size_alerts) (1 − q) / q

held within 0 and 0.5. A share of alerts with sites of its own was tried in place of that:
in the backtest of the shipped record it forecast the arrests of 13 weeks less well (skill
against the last 13 weeks 0.19 against 0.21 told where, 0.16 against 0.21 told how many).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from modeller.base.elementary import Floats, exp
from modeller.calibration.places.premises import Outcome
from modeller.calibration.places.rows import homes
from modeller.calibration.places.shares import YIELDS, Mix, Place, Yield, recorded_mix

if TYPE_CHECKING:
    from modeller.calibration.places.fit import PlacesFit

FIXED_SD = 0.15
"""Standard deviation, on the log scale, of the yield of fixed cameras over vans on their street.

A judgement; measured were 1.02 (0.82–1.26) for alerts, 1.11 (0.84–1.47) for arrests and 0.84
(0.69–1.04) for faces."""
MOST_CORRELATED = 0.5
HIGHEST_SHARE = 0.98
_ROUNDING = 1e-12
"""Shares that differ by less than this are equal."""
_FEW = 8
"""With more places than this apart from another mix, a mix is added up from the beginning."""


class Places:
    """The yield of every place in each draw, shared by all mixes so that differences are paired.

    Parameters
    ----------
    fitted
        The posterior.
    draws, seed
        The number of draws, and their seed.
    other_homes
        The boroughs of sites that are not in the record, by site.
    first
        The number of the first draw, a multiple of four.
    again
        As in `modeller.calibration.places.draws.Drawn`.
    """

    def __init__(
        self,
        fitted: PlacesFit,
        draws: int,
        seed: int,
        other_homes: Mapping[str, str] | None = None,
        first: int = 0,
        *,
        again: Callable[[], PlacesFit] | None = None,
    ) -> None:
        # imported when something is drawn, so that a start does not wait for it
        from modeller.calibration.places.draws import Drawn

        self.count = draws
        self._fitted = fitted if again is None else None
        self.drawn = Drawn(fitted, draws, seed, first, again=again)
        rows = fitted.ordinary
        self.homes = {**(other_homes or {}), **homes(rows)}
        self.recorded = recorded_mix(rows)
        self._visits: dict[str, dict[str, int]] = {}
        for row in rows.rows:
            if not row.fixed_cameras:
                of_home = self._visits.setdefault(row.borough, {})
                of_home[row.site] = of_home.get(row.site, 0) + 1
        self._moments: dict[tuple[Yield, Place], tuple[Floats, Floats]] = {}
        self._recorded_means: dict[Yield, Floats] = {}
        self._summed: list[tuple[Mix, Mapping[tuple[Yield, int], Floats]]] = []

    @property
    def fitted(self) -> PlacesFit:
        """The fit that is drawn from; it is large, and there only where the past is kept."""
        assert self._fitted is not None
        return self._fitted

    @property
    def visited(self) -> frozenset[str]:
        """Boroughs that vans were deployed in; any other is expected to yield the overall mean."""
        return frozenset(self._visits)

    @property
    def visits_by_week(self) -> Floats:
        """Ordinary deployments in each week of the record, (weeks,)."""
        layout = self.fitted.outcomes["alerts"].layout
        return np.bincount(layout.week, minlength=layout.weeks).astype(np.float64)

    def home(self, place: Place) -> str:
        """The borough that a place lies in; KeyError for an unknown site."""
        return place.name if place.kind in ("borough", "new site") else self.homes[place.name]

    def moments(self, outcome: Yield, place: Place) -> tuple[Floats, Floats]:
        """The mean yield of a place and its second moment, each (draws,)."""
        kept = self._moments.get((outcome, place))
        if kept is None:
            kept = self._moments[outcome, place] = self._moments_of(outcome, place)
        return kept

    def mean(self, outcome: Yield, mix: Mix, count: int | None = None) -> Floats:
        """Mean yield of a mix, without the level, (draws,); only of the first `count` if given."""
        return self._mixed(outcome, mix, 0, count)

    def second(self, outcome: Yield, mix: Mix, count: int | None = None) -> Floats:
        """Mean square of the yields of a mix, likewise."""
        return self._mixed(outcome, mix, 1, count)

    def moments_near(self, mix: Mix, count: int) -> Mapping[Yield, tuple[Floats, Floats]]:
        """`mean` and `second` of every yield, each (count,), as quickly as a drag needs them.

        What has been added up for the recorded mix, or for the last mix unlike it, is multiplied,
        and only the places that differ after that are added. So the last bit may be another.
        """
        if not self._summed:
            self._add_up(self.recorded)
        apart = ((*_apart(mix, base), sums) for base, sums in self._summed)
        found = next((each for each in apart if len(each[1]) <= _FEW), None)
        if found is None:
            del self._summed[1:]
            found = 1.0, {}, self._add_up(mix)
        times, others, sums = found

        def moment(outcome: Yield, which: int) -> Floats:
            rest = self._mixed(outcome, others, which, count)
            return times * sums[outcome, which][:count] + rest

        return {key: (moment(key, 0), moment(key, 1)) for key in YIELDS}

    def _add_up(self, mix: Mix) -> Mapping[tuple[Yield, int], Floats]:
        """Both moments of every yield of a mix, which are kept."""
        sums = {(key, which): self._mixed(key, mix, which) for key in YIELDS for which in (0, 1)}
        self._summed.append((mix, sums))
        return sums

    def recorded_mean(self, outcome: Yield) -> Floats:
        """Mean yield of the recorded mix, computed once, (draws,)."""
        kept = self._recorded_means.get(outcome)
        if kept is None:
            kept = self._recorded_means[outcome] = self.mean(outcome, self.recorded)
        return kept

    @cached_property
    def level_ratio(self) -> Floats:
        """Today's level of arrests over that of alerts, (draws,)."""
        return exp(self.drawn["arrests"].level - self.drawn["alerts"].level)

    def today(self, outcome: Yield, mix: Mix | None = None) -> Floats:
        """What a deployment of the mix yields today at the reference rate, (draws,)."""
        mean = self.mean(outcome, self.recorded if mix is None else mix)
        return exp(self.drawn[outcome].level) * mean

    def arrest_share(self, mix: Mix | None = None) -> Floats:
        """Arrests per true alert today, held below one, (draws,)."""
        return np.minimum(self.today("arrests", mix) / self.today("alerts", mix), HIGHEST_SHARE)

    def size(self, outcome: Yield, mix: Mix) -> Floats:
        """Gamma shape or negative binomial size of one deployment of the mix, (draws,)."""
        mean = self.mean(outcome, mix)
        spread = self._mixed(outcome, mix, 1) / (mean * mean)
        return 1.0 / (spread * (1.0 + 1.0 / self.drawn[outcome].size) - 1.0)

    def share_and_correlation(
        self, mix: Mix, levels: Mapping[Outcome, Floats] | None = None
    ) -> tuple[Floats, Floats]:
        """Arrests per true alert under a mix, and their correlation within a deployment; (draws,).

        Parameters
        ----------
        levels
            The levels of alerts and arrests; today's when None.
        """
        at = {key: each.level for key, each in self.drawn.items()} if levels is None else levels
        alerts = self.mean("alerts", mix)
        ratio = exp(at["arrests"] - at["alerts"]) * self.mean("arrests", mix) / alerts
        share = np.minimum(ratio, HIGHEST_SHARE)
        sizes = 1.0 / self.size("alerts", mix), 1.0 / self.size("arrests", mix)
        return share, self.correlation(share, *sizes)

    @staticmethod
    def correlation(share: Floats, alerts: Floats, arrests: Floats) -> Floats:
        """The correlation that gives arrests their size, from 1 over both sizes; (draws,)."""
        found = (arrests - alerts) * share / ((1.0 - share) * (1.0 + alerts))
        return np.clip(found, 0.0, MOST_CORRELATED)

    def _mixed(self, outcome: Yield, mix: Mix, moment: int, count: int | None = None) -> Floats:
        """Σ p · moment over the places, in order of name, because order decides the last bit."""
        total = np.zeros(self.count if count is None else count)
        term = np.empty_like(
            total
        )  # made once, because a mix is worked out at every step of a drag
        for place in sorted(mix):
            if mix[place]:
                np.multiply(self.moments(outcome, place)[moment][:count], mix[place], out=term)
                total += term
        return total

    def _moments_of(self, outcome: Yield, place: Place) -> tuple[Floats, Floats]:
        if place.kind == "borough":
            visits = self._visits.get(place.name, {})
            total = sum(visits.values()) + 1.0
            first, second = self._site(outcome, None, place.name)
            for name in sorted(visits):
                mean, square = self._site(outcome, name, place.name)
                first, second = first + visits[name] * mean, second + visits[name] * square
            return first / total, second / total
        if place.kind == "new site":
            return self._site(outcome, None, place.name)
        first, second = self._site(outcome, place.name, self.home(place))
        if place.kind == "fixed cameras":
            whose = self.drawn.luck("faces" if outcome == "faces" else "alerts")
            factor = exp(FIXED_SD * whose.normals(f"fixed cameras {place.name}"))
            first, second = first * factor, second * (factor * factor)
        return first, second

    def _site(self, outcome: Yield, name: str | None, home: str) -> tuple[Floats, Floats]:
        """A site's yield and its square."""
        drawn = self.drawn[outcome]
        value = exp(drawn.new_site(home) if name is None else drawn.site(name, home))
        return value, value * value


def _apart(mix: Mix, base: Mix) -> tuple[float, Mix]:
    """How many times a base most of a mix is, and what has to be added to that, by place."""
    ratios = sorted(mix.get(place, 0.0) / share for place, share in base.items() if share)
    times = ratios[len(ratios) // 2]
    more = {place: mix.get(place, 0.0) - times * base.get(place, 0.0) for place in {*base, *mix}}
    return times, {place: share for place, share in more.items() if abs(share) > _ROUNDING}
