"""Draws from the posterior of places: today's levels, drift, noise, and the effect of any place.

Every number depends only on the seed, the names of its outcome and its place, and the draw.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from modeller.base.elementary import Floats, normal_quantile
from modeller.calibration.places.fit import OutcomeFit, PlacesFit
from modeller.calibration.places.premises import DEPARTURE_SD, Outcome
from modeller.model.operations import power
from modeller.model.sampling import uniforms

FULL_WEEKS, FADING_WEEKS = 52, 104
"""For a year levels drift as they did in the record; after that their steps halve every two years.
This is a judgement: no record is long enough to tell, and without it ranges over five years would
be wider than anybody believes."""


def fading(week: int) -> float:
    """The factor of a level's step in a week ahead, counted from 1."""
    return float(power(0.5, max(week - FULL_WEEKS, 0) / FADING_WEEKS))


@dataclass(frozen=True)
class Luck:
    """Standard normals for an outcome, which may be correlated with those of another.

    `shared` is the correlation with the normals of the outcome `of`, name by name; `first` is the
    number of the first draw, a multiple of four. `known` keeps streams that are read again for
    another outcome.
    """

    outcome: Outcome
    seed: int
    draws: int
    of: Outcome | None = None
    shared: float = 0.0
    first: int = 0
    known: dict[tuple[str, str, int], Floats] | None = None

    def normals(self, name: str, week: int = 0) -> Floats:
        """Standard normals of one name, (draws,)."""
        own = self._stream(self.outcome, name, week)
        if self.of is None or not self.shared:
            return own
        theirs = self._stream(self.of, name, week)
        return self.shared * theirs + math.sqrt(1.0 - self.shared * self.shared) * own

    def _stream(self, outcome: Outcome, name: str, week: int) -> Floats:
        key = (outcome, name, week)
        found = None if self.known is None else self.known.get(key)
        if found is None:
            found = normal_quantile(
                uniforms(self.seed, f"places {outcome} {name}", week, self.draws, self.first)
            )
            if self.known is not None:
                self.known[key] = found
        return found


@dataclass(frozen=True, eq=False)
class OutcomeDraws:
    """One outcome's draws, on the log scale.

    Attributes
    ----------
    level
        The level at the record's end and at the reference rate of deployments, with the plain rate
        included, (draws,).
    drift
        Standard deviation of its weekly step, (draws,).
    size
        Noise of one deployment, (draws,).
    returns
        How fast yield falls with the deployments of a week, (draws,); zero where not fitted.
    departure
        By how much the weeks ahead differ from the level, (draws,).
    past
        The level's effect in each week of the record, (weeks, draws); no weeks where it was not
        to be kept.
    sites
        Effects by site, with the borough's effect included, each (draws,).
    """

    outcome: Outcome
    luck: Luck
    level: Floats
    drift: Floats
    size: Floats
    returns: Floats
    departure: Floats
    site_sd: Floats
    borough_sd: Floats
    past: Floats
    boroughs: Mapping[str, Floats]
    sites: Mapping[str, Floats]
    _kept: dict[str, Floats] = field(default_factory=dict, repr=False)

    def normals(self, name: str) -> Floats:
        """Standard normals of this outcome's own, (draws,)."""
        return self.luck.normals(name)

    def path(self, weeks: int) -> Floats:
        """The level in each week ahead, (weeks, draws)."""
        level, path = self.level + self.departure, np.empty((weeks, self.level.size))
        for week in range(weeks):
            level = level + fading(week + 1) * self.drift * self.luck.normals("step", week + 1)
            path[week] = level
        return path

    def borough(self, name: str) -> Floats:
        """A borough's effect; one never visited varies about the overall mean as boroughs do."""
        if name in self.boroughs:
            return self.boroughs[name]
        kept = self._kept.get(f"borough {name}")
        if kept is None:
            kept = self._kept[f"borough {name}"] = self.borough_sd * self.normals(f"borough {name}")
        return kept

    def new_site(self, borough: str, name: str = "") -> Floats:
        """The effect of a site not yet visited, with its borough's effect included."""
        key = f"new site {borough} {name}"
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self.borough(borough) + self.site_sd * self.normals(key)
        return kept

    def site(self, name: str, borough: str) -> Floats:
        """A site's effect, visited or not."""
        return self.sites[name] if name in self.sites else self.new_site(borough, name)


class Drawn(Mapping[Outcome, OutcomeDraws]):
    """Draws of every fitted outcome by name, each made when it is first read.

    Parameters
    ----------
    fitted
        The posterior.
    draws, seed
        The number of draws, and their seed.
    first
        The number of the first draw, a multiple of four.
    again
        Makes the posterior again when it is needed, because it is large. Then it is not kept, and
        neither are the levels of the record's own weeks.
    """

    def __init__(
        self,
        fitted: PlacesFit,
        draws: int,
        seed: int,
        first: int = 0,
        *,
        again: Callable[[], PlacesFit] | None = None,
    ) -> None:
        self._fitted = again or (lambda: fitted)
        self._past = again is None
        self._luck = {key: Luck(key, seed, draws, first=first) for key in fitted.outcomes}
        if "arrests" in self._luck:
            self._luck["arrests"] = Luck("arrests", seed, draws, "alerts", fitted.together, first)
        self._made: dict[Outcome, OutcomeDraws] = {}
        self._of_alerts: dict[tuple[str, str, int], Floats] | None = None

    def __getitem__(self, outcome: Outcome) -> OutcomeDraws:
        found = self._made.get(outcome)
        if found is None:
            luck = self._luck[outcome]
            if outcome == "alerts" and "arrests" not in self._made:
                self._of_alerts = {}  # for arrests, which read them again
            known = None if outcome == "faces" else self._of_alerts
            found = outcome_draws(
                self._fitted().outcomes[outcome], replace(luck, known=known), past=self._past
            )
            found = self._made[outcome] = replace(found, luck=luck)
            if outcome == "arrests":
                self._of_alerts = None
        return found

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self._luck)

    def __len__(self) -> int:
        return len(self._luck)

    def luck(self, outcome: Outcome) -> Luck:
        """The normals of an outcome, without its draws."""
        return self._luck[outcome]


def outcome_draws(fitted: OutcomeFit, luck: Luck, *, past: bool = True) -> OutcomeDraws:
    """Draws of one outcome: first points of the spreads by their weights, then effects at each.

    Parameters
    ----------
    past
        Keep the levels of the record's own weeks: half of the memory, and projections do not need
        them.
    """
    layout, posterior, draws = fitted.layout, fitted.posterior, luck.draws
    chosen = np.searchsorted(
        np.add.accumulate(posterior.weights)[:-1],
        uniforms(luck.seed, f"places {luck.outcome} spreads", 0, draws, luck.first),
        side="right",
    )
    # streams of weeks are named by how long before the record's end they are
    names = [f"week {week}" for week in range(layout.weeks - 1, -1, -1)]
    names += [f"borough {borough}" for borough in layout.boroughs]
    names += [f"term {term.name}" for term in layout.terms]
    normals, site_normals = (
        np.stack([luck.normals(each) for each in group])
        for group in (names, [f"site {site}" for site in layout.sites])
    )
    others, sites = posterior.effects.drawn(chosen, normals, site_normals)
    first_borough = layout.weeks
    sites += others[first_borough + layout.borough_of]
    at = fitted.term("returns")
    returns = np.zeros(draws) if at is None else others[at].copy()
    spreads = posterior.spreads
    ahead = slice(first_borough, layout.first_term)
    # a view would keep the weeks in memory, too
    boroughs = others[ahead] if past else others[ahead].copy()
    return OutcomeDraws(
        outcome=luck.outcome,
        luck=luck,
        level=fitted.base + others[layout.last_week] - returns * fitted.reference_log,
        drift=spreads.drift[chosen],
        size=spreads.size[chosen],
        returns=returns,
        departure=DEPARTURE_SD[luck.outcome] * luck.normals("departure"),
        site_sd=spreads.site_sd[chosen],
        borough_sd=spreads.borough_sd[chosen],
        past=others[: layout.weeks] if past else np.empty((0, draws)),
        boroughs=MappingProxyType(
            {each: boroughs[index] for index, each in enumerate(layout.boroughs)}
        ),
        sites=MappingProxyType({each: sites[index] for index, each in enumerate(layout.sites)}),
    )
