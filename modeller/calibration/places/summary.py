"""The figures of a fit for readers: each number with its 90 % range, the sites, and the scatter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from modeller.base.elementary import Floats, exp, log
from modeller.calibration.estimates import Estimate
from modeller.calibration.places.fit import OutcomeFit, PlacesFit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.premises import DEPARTURE_SD
from modeller.calibration.places.shares import YIELDS, Place, Yield
from modeller.model.catalogue import estimated_beliefs
from modeller.model.distributions import Z95

SUMMARY_DRAWS = 4_096
SUMMARY_SEED = 1
_SHARES = (0.05, 0.5, 0.95)
_NAMES = {"faces": "faces", "alerts": "true alerts", "arrests": "arrests"}
_COLUMNS = {"faces": "faces_scanned", "alerts": "true_alerts", "arrests": "arrests"}
_KEYS = {"faces": "faces", "alerts": "true_alerts", "arrests": "arrests"}


@dataclass(frozen=True)
class Ranged:
    """A median with the ends of its 90 % range."""

    value: float
    p05: float
    p95: float

    @classmethod
    def of(cls, draws: Floats) -> Ranged:
        """The median and range of draws."""
        low, middle, high = np.quantile(draws, _SHARES).tolist()
        return cls(middle, low, high)


@dataclass(frozen=True)
class SiteYield:
    """What a site yields, compared with the recorded mix.

    Attributes
    ----------
    raw
        From its own deployments alone: their counts over those expected at the recorded mix, in
        the same weeks and hours. The range says how far luck alone could move this.
    times
        From the fit: shrunk towards its borough and all other sites.
    """

    site: str
    borough: str
    visits: int
    fixed_cameras: int
    raw: Ranged
    times: Ranged


@dataclass(frozen=True)
class Scatter:
    """The parts of the variance of single deployments, as multiples of the mean squared.

    Attributes
    ----------
    luck
        From counting, and from the noise of one deployment about the rate of its place and week.
    place
        From the sites and boroughs, as they were visited.
    week
        From the level over the record's weeks.
    shares
        The three, in that order, as medians of their shares of the sum.
    """

    outcome: Yield
    luck: Ranged
    place: Ranged
    week: Ranged
    shares: tuple[float, float, float]


def scatter(places: Places, outcome: Yield) -> Scatter:
    """How much of the variance of single deployments comes of luck, of place and of week.

    A deployment's count varies about the product of the place's yield, the week's level and noise
    about one; as multiples of the mean squared the parts add up, except for products of small ones.
    """
    drawn, mix = places.drawn[outcome], places.recorded
    second = places.second(outcome, mix)
    mean = places.mean(outcome, mix)
    place = second / (mean * mean) - 1.0
    visited = places.visits_by_week / places.visits_by_week.sum()
    level = exp(drawn.past)
    average = (visited[:, None] * level).sum(axis=0)
    week = (visited[:, None] * level * level).sum(axis=0) / (average * average) - 1.0
    luck = 1.0 / drawn.size
    if outcome != "faces":
        luck = luck + 1.0 / places.today(outcome)
    total = luck + place + week
    shares = tuple(float(np.median(part / total)) for part in (luck, place, week))
    return Scatter(
        outcome,
        Ranged.of(luck),
        Ranged.of(place),
        Ranged.of(week),
        (shares[0], shares[1], shares[2]),
    )


def site_yields(places: Places, outcome: Yield) -> tuple[SiteYield, ...]:
    """Every visited site, the greatest yield first."""
    mean = places.mean(outcome, places.recorded)
    rows, expected = places.fitted.ordinary.rows, _expected(places, outcome)
    found = []
    for site in places.fitted.ordinary.sites:
        there = [row for row in rows if row.site == site.name]
        times = Ranged.of(places.moments(outcome, Place("site", site.name))[0] / mean)
        found.append(
            SiteYield(
                site.name,
                site.borough,
                len(there),
                sum(row.fixed_cameras for row in there),
                _raw(places, outcome, site.name, times.value, expected),
                times,
            )
        )
    return tuple(sorted(found, key=lambda each: -each.times.value))


def _expected(places: Places, outcome: Yield) -> Floats:
    """The expected count of each used row at the recorded mix, in its week, (rows,)."""
    fitted = places.fitted.outcomes[outcome]
    at = fitted.base + np.median(places.drawn[outcome].past, axis=1)[fitted.layout.week]
    for term in fitted.layout.terms:
        at = at + fitted.coefficient(term.name)[0] * term.values
    found: Floats = exp(at) * np.median(places.mean(outcome, places.recorded))
    return found


def _raw(places: Places, outcome: Yield, site: str, times: float, expected: Floats) -> Ranged:
    """A site's own ratio, and its range by luck at the yield that the fit gives the site."""
    layout = places.fitted.outcomes[outcome].layout
    if site not in layout.sites:  # all its counts were zero, from which no rate can be told
        return Ranged(float("nan"), float("nan"), float("nan"))
    counts = places.fitted.ordinary.counts(_COLUMNS[outcome])
    if outcome == "faces":  # rows without any faces were not fitted
        counts = counts[counts > 0]
    mine = layout.site == layout.sites.index(site)
    whole, mean = float(expected[mine].sum()), times * expected[mine]
    luck = mean * mean / float(np.median(places.drawn[outcome].size))
    if outcome != "faces":
        luck = luck + mean
    ratio, reach = float(counts[mine].sum()) / whole, Z95 * float(np.sqrt(luck.sum())) / whole
    return Ranged(ratio, max(ratio - reach, 0.0), ratio + reach)


def estimates(
    fitted: PlacesFit, draws: int = SUMMARY_DRAWS, seed: int = SUMMARY_SEED
) -> tuple[Estimate, ...]:
    """Every number of the fit with its 90 % range, its unit and how it was found."""
    places = Places(fitted, draws, seed)
    return (*_today(places), *_spreads(fitted), *_false_alerts(fitted, draws, seed))


def _today(places: Places) -> Iterator[Estimate]:
    for outcome in YIELDS:
        fitted = places.fitted.outcomes[outcome]
        yield _estimate(
            f"{_KEYS[outcome]}_per_deployment",
            Ranged.of(places.today(outcome)),
            f"{_NAMES[outcome]} per deployment",
            "At the recorded mix of places, in the record's last week"
            + (
                f", at {fitted.reference_deployments:.1f} deployments a week."
                if np.isfinite(fitted.reference_deployments)
                else "."
            ),
            fitted,
        )
    yield _estimate(
        estimated_beliefs()["share"],
        Ranged.of(places.arrest_share()),
        "share",
        "Arrests per deployment over true alerts per deployment, in each draw, at the recorded "
        "mix.",
        places.fitted.outcomes["arrests"],
    )
    for outcome in YIELDS:
        yield _estimate(
            f"{_KEYS[outcome]}_size_at_mix",
            Ranged.of(places.size(outcome, places.recorded)),
            "negative binomial size",
            "Covers the noise around a place's rate and the choice of place, at the recorded mix.",
            places.fitted.outcomes[outcome],
        )


def _spreads(fitted: PlacesFit) -> Iterator[Estimate]:
    how = "Posterior of levels, boroughs, sites and noise together (Laplace's method)."
    for outcome in YIELDS:
        found, name = fitted.outcomes[outcome], _KEYS[outcome]
        spreads = found.posterior.spreads
        for key, values, unit in (
            ("size_at_a_place", spreads.size, "negative binomial size"),
            ("site_sd", spreads.site_sd, "log standard deviation"),
            ("borough_sd", spreads.borough_sd, "log standard deviation"),
            ("drift", spreads.drift, "log standard deviation a week"),
        ):
            yield _estimate(
                f"{name}_{key}", weighted(values, found.posterior.weights), unit, how, found
            )
        yield _normal(f"hours_elasticity_{outcome}", found, "hours", "exponent")
        if found.term("returns") is not None:
            yield _normal(f"diminishing_returns_{outcome}", found, "returns", "exponent")
        departure = DEPARTURE_SD[outcome]
        yield _estimate(
            f"{name}_departure_sd",
            Ranged(departure, departure, departure),
            "log standard deviation",
            "How far the weeks ahead may move away for good from the record's last week; chosen by "
            "the backtest's scores.",
            found,
            "judgement",
        )


def _normal(key: str, found: OutcomeFit, term: str, unit: str) -> Estimate:
    mean, sd = found.coefficient(term)
    return _estimate(
        key,
        Ranged(mean, mean - Z95 * sd, mean + Z95 * sd),
        unit,
        "Allows for the place and the week; the prior comes from earlier deployments."
        if term == "hours"
        else "Allows for the place and the week; the prior, a judgement, weighs as much as the "
        "record.",
        found,
    )


def _false_alerts(fitted: PlacesFit, draws: int, seed: int) -> Iterator[Estimate]:
    rate, shape = fitted.false_alerts.drawn(draws, seed)
    faces = fitted.outcomes["faces"]
    yield _estimate(
        estimated_beliefs()["false_alerts"],
        Ranged.of(rate),
        "false alerts",
        "Negative binomial over blocks of 13 weeks, flat prior on the log scale.",
        faces,
    )
    yield _estimate(
        "false_alerts_level_shape",
        Ranged.of(shape),
        "shape of a 13-week block",
        "Gamma-distributed level with mean one; its prior, 0.5 to 8, largely decides it.",
        faces,
        "judgement",
    )


def _estimate(
    key: str, ranged: Ranged, unit: str, how: str, found: OutcomeFit, grade: str = "derived"
) -> Estimate:
    weeks = len(set(found.layout.week.tolist()))
    return Estimate(key, ranged.value, ranged.p05, ranged.p95, unit, how, weeks, grade)


def weighted(values: Floats, weights: Floats) -> Ranged:
    """Median and 90 % range of weighted points, on the log scale between them."""
    order = np.argsort(values, kind="stable")
    middle = np.add.accumulate(weights[order]) - weights[order] / 2.0
    low, median, high = exp(np.interp(_SHARES, middle, log(values[order]))).tolist()
    return Ranged(median, low, high)
