"""Draws from the posterior of places: today's levels, drift, noise, and any place's effect.

Every number depends on the seed, the name of its outcome and of its place, and on the draw only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from modeller.calibration.places.fit import Outcome, OutcomeFit, PlacesFit
from modeller.elementary import Floats, normal_quantile
from modeller.sampling import uniforms


@dataclass(frozen=True, eq=False)
class OutcomeDraws:
    """One outcome's draws, on the log scale (share: logit).

    Attributes
    ----------
    level
        At the record's end, with the plain rate in it, at the reference rate of deployments, (draws,).
    drift
        Standard deviation of its weekly step, (draws,).
    size
        Noise of one deployment, (draws,).
    returns
        How fast yield falls with the deployments of a week, (draws,); nought where not fitted.
    sites
        By name, the borough's effect in it, each (draws,).
    """

    outcome: Outcome
    seed: int
    level: Floats
    drift: Floats
    size: Floats
    returns: Floats
    site_sd: Floats
    borough_sd: Floats
    boroughs: Mapping[str, Floats]
    sites: Mapping[str, Floats]
    _kept: dict[str, Floats] = field(default_factory=dict, repr=False)

    def normals(self, name: str) -> Floats:
        """Standard normals of this outcome's own, (draws,)."""
        return normal_quantile(
            uniforms(self.seed, f"places {self.outcome} {name}", 0, self.level.size)
        )

    def borough(self, name: str) -> Floats:
        """A borough's effect; of one never visited, London's mean with the spread of boroughs."""
        if name in self.boroughs:
            return self.boroughs[name]
        kept = self._kept.get(f"borough {name}")
        if kept is None:
            kept = self._kept[f"borough {name}"] = self.borough_sd * self.normals(f"borough {name}")
        return kept

    def new_site(self, borough: str, name: str = "") -> Floats:
        """The effect of a site not yet visited, its borough's effect in it."""
        key = f"new site {borough} {name}"
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self.borough(borough) + self.site_sd * self.normals(key)
        return kept

    def site(self, name: str, borough: str) -> Floats:
        """A site's effect, visited or not."""
        return self.sites[name] if name in self.sites else self.new_site(borough, name)


def drawn(fitted: PlacesFit, draws: int, seed: int) -> Mapping[Outcome, OutcomeDraws]:
    """Draws of every fitted outcome, by name."""
    return MappingProxyType(
        {key: outcome_draws(each, draws, seed) for key, each in fitted.outcomes.items()}
    )


def outcome_draws(fitted: OutcomeFit, draws: int, seed: int) -> OutcomeDraws:
    """Draws of one outcome: points of the spreads by their weights, then the effects there."""
    layout, posterior, name = fitted.layout, fitted.posterior, fitted.outcome
    chosen = np.searchsorted(
        np.add.accumulate(posterior.weights)[:-1],
        uniforms(seed, f"places {name} spreads", 0, draws),
        side="right",
    )
    names = [f"week {week}" for week in range(layout.weeks)]
    names += [f"borough {borough}" for borough in layout.boroughs]
    names += [f"term {term.name}" for term in layout.terms]
    normals, site_normals = (
        np.stack(
            [normal_quantile(uniforms(seed, f"places {name} {each}", 0, draws)) for each in group]
        )
        for group in (names, [f"site {site}" for site in layout.sites])
    )
    others, sites = np.empty_like(normals), np.empty_like(site_normals)
    for point in np.unique(chosen).tolist():
        mine = np.flatnonzero(chosen == point)
        others[:, mine], sites[:, mine] = posterior.effects.drawn(
            point, normals[:, mine], site_normals[:, mine]
        )
    first_borough = layout.weeks
    sites += others[first_borough + layout.borough_of]
    at = fitted.term("returns")
    returns = np.zeros(draws) if at is None else others[at]
    spreads = posterior.spreads
    return OutcomeDraws(
        outcome=name,
        seed=seed,
        level=fitted.base + others[layout.last_week] - returns * fitted.reference_log,
        drift=spreads.drift[chosen],
        size=spreads.size[chosen],
        returns=returns,
        site_sd=spreads.site_sd[chosen],
        borough_sd=spreads.borough_sd[chosen],
        boroughs=MappingProxyType(
            {each: others[first_borough + index] for index, each in enumerate(layout.boroughs)}
        ),
        sites=MappingProxyType({each: sites[index] for index, each in enumerate(layout.sites)}),
    )
