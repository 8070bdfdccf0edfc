"""Finds all effects of one outcome together: weekly level, boroughs, sites, and known terms.

On the log scale, a deployment at site s of borough b in week w has

    base + level_w + borough_b + site_s + Σ_t coefficient_t · term_t
    level_w   = level_{w−1} + Normal(0, drift)      a random walk with no pull to a long-run mean
    borough_b ~ Normal(0, borough sd)
    site_s    ~ Normal(0, site sd)

with the noise of `modeller.calibration.places.noise`. For given spreads (noise, site sd, borough
sd, drift) the effects are found by Laplace's method: Newton steps to the mode of the posterior, and
a Gaussian there. All points of the spreads are worked on at once, along the last axis.

No two sites share a row, so their block of the precision matrix is diagonal: they are eliminated
first, and each touches only the weeks in which it was visited, its borough and the terms. What is
left is factored column by column. Only single additions, multiplications, divisions and square
roots are used, in a fixed order, so that every machine gives the same bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, log
from modeller.calibration.places.noise import Noise, in_order

START_SD = 1.5
"""Standard deviation of the first week's level about the plain rate: a weak prior, of a factor of
twelve either way."""
_NEWTON_STEPS = 40
NEAREST = 1e-7
"""Newton steps stop once none is longer than this."""
_LONGEST_STEP = 2.0


@dataclass(frozen=True)
class Term:
    """A known covariate of the rows, with a normal prior of its coefficient."""

    name: str
    values: Floats
    prior_mean: float
    prior_sd: float


@dataclass(frozen=True, eq=False)
class Spreads:
    """Points of the four spreads, each of shape (points,)."""

    size: Floats
    site_sd: Floats
    borough_sd: Floats
    drift: Floats

    @property
    def rows(self) -> tuple[Floats, ...]:
        """The four spreads in the order of their declaration."""
        return self.size, self.site_sd, self.borough_sd, self.drift


@dataclass(frozen=True, eq=False)
class Layout:
    """Which week, borough and site each row belongs to; `weeks` counts up to the record's end."""

    week: NDArray[np.intp]
    weeks: int
    site: NDArray[np.intp]
    sites: tuple[str, ...]
    borough_of: NDArray[np.intp]
    boroughs: tuple[str, ...]
    terms: tuple[Term, ...] = ()

    @classmethod
    def of(
        cls,
        week: NDArray[np.intp],
        weeks: int,
        site: Sequence[str],
        borough: Sequence[str],
        terms: tuple[Term, ...] = (),
    ) -> Layout:
        """The layout of rows, each at a named site in a named borough, in a week counted from 0."""
        home = dict(zip(site, borough, strict=True))
        sites, boroughs = tuple(sorted(home)), tuple(sorted(set(home.values())))
        at_site = {name: index for index, name in enumerate(sites)}
        at_borough = {name: index for index, name in enumerate(boroughs)}
        return cls(
            week=np.asarray(week, dtype=np.intp),
            weeks=weeks,
            site=np.array([at_site[name] for name in site], dtype=np.intp),
            sites=sites,
            borough_of=np.array([at_borough[home[name]] for name in sites], dtype=np.intp),
            boroughs=boroughs,
            terms=terms,
        )

    @property
    def others(self) -> int:
        """The number of effects other than those of sites: weeks, then boroughs, then terms."""
        return self.weeks + len(self.boroughs) + len(self.terms)

    @property
    def last_week(self) -> int:
        """The index, among the others, of the level at the record's end."""
        return self.weeks - 1

    @property
    def first_term(self) -> int:
        """The index, among the others, of the first term."""
        return self.weeks + len(self.boroughs)

    @cached_property
    def visits(self) -> Floats:
        """Rows at each site, (sites,)."""
        return np.bincount(self.site, minlength=len(self.sites)).astype(np.float64)

    @cached_property
    def entries(self) -> tuple[tuple[NDArray[np.intp], Floats | None], ...]:
        """For each kind of effect, which of the others a row touches, (rows,), and its weight."""
        found: list[tuple[NDArray[np.intp], Floats | None]] = [
            (self.week, None),
            (self.weeks + self.borough_of[self.site], None),
        ]
        found += [
            (np.full(self.week.size, self.first_term + index), term.values[:, None])
            for index, term in enumerate(self.terms)
        ]
        return tuple(found)

    @cached_property
    def touched(self) -> tuple[NDArray[np.intp], ...]:
        """The others that each site touches, in increasing order."""
        of_terms = list(range(self.first_term, self.others))
        return tuple(
            np.array(
                [
                    *np.flatnonzero(np.bincount(self.week[self.site == site])),
                    self.weeks + borough,
                    *of_terms,
                ],
                dtype=np.intp,
            )
            for site, borough in enumerate(self.borough_of.tolist())
        )


@dataclass(frozen=True, eq=False)
class Effects:
    """The posterior of the effects at each point of the spreads: a Gaussian.

    Attributes
    ----------
    others, sites
        Mode, shapes (others, points) and (sites, points).
    factor
        Lower Cholesky factor of the others' precision with the sites integrated out,
        (others, others, points).
    tie
        By how much a site's effect falls when one of the others rises, (sites, others, points).
    site_precision
        Precision of each site given the others, (sites, points).
    evidence
        Log of the likelihood with all effects integrated out, (points,).
    """

    others: Floats
    sites: Floats
    factor: Floats
    tie: Floats
    site_precision: Floats
    evidence: Floats

    def drawn(
        self, at: NDArray[np.intp], other_normals: Floats, site_normals: Floats
    ) -> tuple[Floats, Floats]:
        """Draws of the others and of the sites, each at a point of its own, from standard normals.

        Parameters
        ----------
        at
            The point of each draw, (draws,).
        other_normals, site_normals
            Shapes (others, draws) and (sites, draws).
        """
        away = np.empty_like(other_normals)
        for point in np.flatnonzero(np.bincount(at)).tolist():
            mine = np.flatnonzero(at == point)
            away[:, mine] = solve_upper(
                np.ascontiguousarray(self.factor[:, :, point]), other_normals[:, mine]
            )
        sites = site_normals / np.sqrt(self.site_precision).take(at, axis=1)
        for other, tied in enumerate(np.any(self.tie, axis=2).T):
            for site in np.flatnonzero(tied).tolist():
                sites[site] -= self.tie[site, other].take(at) * away[other]
        return self.others.take(at, axis=1) + away, self.sites.take(at, axis=1) + sites

    def covariance(self, other: int) -> Floats:
        """Covariance of one of the others with each of them, (others, points)."""
        unit = np.zeros(self.others.shape)
        unit[other] = 1.0
        return solve_upper(self.factor, solve_lower(self.factor, unit))

    def at(self, order: NDArray[np.intp]) -> Effects:
        """The same for the chosen points, in the order given."""
        return Effects(*(getattr(self, field.name)[..., order].copy() for field in fields(self)))


def cholesky(matrix: Floats) -> Floats:
    """Lower factors of (n, n, points), column by column; NaN where not positive definite."""
    low = np.zeros_like(matrix)
    for j in range(low.shape[0]):
        column = matrix[j:, j] - (low[j:, :j] * low[j, :j]).sum(axis=1)
        low[j:, j] = column / np.sqrt(column[0])
    return low


def solve_lower(low: Floats, right: Floats) -> Floats:
    """Solve low x = right, (n, n, points) and (n, points)."""
    x = right.copy()
    for j in range(x.shape[0]):
        x[j] = x[j] / low[j, j]
        x[j + 1 :] -= low[j + 1 :, j] * x[j]
    return x


def solve_upper(low: Floats, right: Floats) -> Floats:
    """Solve lowᵀ x = right: (n, n) with (n, draws), or (n, n, points) with (n, points)."""
    x = right.copy()
    single = low.ndim == 2
    for j in range(x.shape[0] - 1, -1, -1):
        x[j] = x[j] / low[j, j]
        x[:j] -= (low[j, :j, None] if single else low[j, :j]) * x[j]
    return x


def half_log_of(layout: Layout, spreads: Spreads) -> Floats:
    """Half the log determinant of the prior precision of all effects, less constants, (points,)."""
    return (
        -(layout.weeks - 1) * log(spreads.drift)
        - len(layout.boroughs) * log(spreads.borough_sd)
        - len(layout.sites) * log(spreads.site_sd)
    )


def _prior(layout: Layout, spreads: Spreads) -> tuple[Floats, Floats]:
    """Precision of the others, and their prior means."""
    points = spreads.size.size
    precision = np.zeros((layout.others, layout.others, points))
    step = 1.0 / (spreads.drift * spreads.drift)
    week = np.arange(layout.weeks)
    precision[0, 0] = 1.0 / (START_SD * START_SD)
    precision[week[1:], week[1:]] += step
    precision[week[:-1], week[:-1]] += step
    precision[week[1:], week[:-1]] = -step
    precision[week[:-1], week[1:]] = -step
    borough = np.arange(layout.weeks, layout.first_term)
    precision[borough, borough] = 1.0 / (spreads.borough_sd * spreads.borough_sd)
    mean = np.zeros((layout.others, 1))
    for index, term in enumerate(layout.terms):
        precision[layout.first_term + index, layout.first_term + index] = 1.0 / (
            term.prior_sd * term.prior_sd
        )
        mean[layout.first_term + index] = term.prior_mean
    return precision, mean


def _product(matrix: Floats, vector: Floats) -> Floats:
    """Sum over the second axis of (n, n, points) · (n, points), column by column."""
    total = np.zeros(vector.shape)
    for column in range(vector.shape[0]):
        total += matrix[:, column] * vector[column]
    return total


class Found(Protocol):
    """Values, or changes, of the others and of the sites at each point of the spreads."""

    @property
    def others(self) -> Floats:
        """Those of the others, (others, points)."""

    @property
    def sites(self) -> Floats:
        """Those of the sites, (sites, points)."""


Taken_co = TypeVar("Taken_co", bound=Found, covariant=True)


class System(Protocol[Taken_co]):
    """A posterior in which Newton steps can be taken."""

    layout: Layout
    spreads: Spreads
    mean: Floats

    def step(self, others: Floats, sites: Floats) -> Taken_co:
        """The Newton step from a position."""


@dataclass(frozen=True, eq=False)
class _Step:
    """One Newton step, and the matrices that it was solved with."""

    others: Floats
    sites: Floats
    factor: Floats
    tie: Floats
    site_precision: Floats


def _newton(
    layout: Layout,
    prior: Floats,
    site_prior: Floats,
    away: Floats,
    sites: Floats,
    slope: Floats,
    curve: Floats,
) -> _Step:
    """The step from `away` (others less their prior means) and `sites`, sites eliminated first."""
    other_slope = -_product(prior, away)
    site_slope = -site_prior * sites
    np.add.at(site_slope, layout.site, slope)
    held = prior.copy()
    diagonal = np.zeros_like(sites) + site_prior
    np.add.at(diagonal, layout.site, curve)
    tie = np.zeros((len(layout.sites), *away.shape))
    for first, (places, by) in enumerate(layout.entries):
        np.add.at(other_slope, places, slope if by is None else by * slope)
        part = curve if by is None else by * curve
        np.add.at(tie, (layout.site, places), part)
        for earlier, earlier_by in layout.entries[: first + 1]:
            np.add.at(held, (places, earlier), part if earlier_by is None else earlier_by * part)
    for site, touched in enumerate(layout.touched):
        bound = tie[site, touched]
        share = bound / diagonal[site]
        tie[site, touched] = share
        held[np.ix_(touched, touched)] -= bound[:, None] * share[None, :]
        other_slope[touched] -= share * site_slope[site]
    factor = cholesky(held)
    move = solve_upper(factor, solve_lower(factor, other_slope))
    site_move = site_slope / diagonal
    for site, touched in enumerate(layout.touched):
        site_move[site] -= in_order(tie[site, touched] * move[touched])
    return _Step(move, site_move, factor, tie, diagonal)


class _System:
    """The posterior of one outcome's effects at given spreads."""

    def __init__(self, layout: Layout, noise: Noise, spreads: Spreads) -> None:
        self.layout, self.noise, self.spreads = layout, noise, spreads
        self.prior, self.mean = _prior(layout, spreads)
        self.half_log = half_log_of(layout, spreads)
        self.site_prior = 1.0 / (spreads.site_sd * spreads.site_sd)
        self.base = noise.crude

    def step(self, others: Floats, sites: Floats) -> _Step:
        """The Newton step from a position."""
        slope, curve = self.noise.slope(self._rate(others, sites), self.spreads.size)
        return _newton(
            self.layout, self.prior, self.site_prior, others - self.mean, sites, slope, curve
        )

    def effects(self, others: Floats, sites: Floats, taken: _Step) -> Effects:
        """The Gaussian about a mode, from the Newton step taken there."""
        away = others - self.mean
        quadratic = in_order(away * _product(self.prior, away))
        quadratic = quadratic + self.site_prior * in_order(sites * sites)
        pivots = np.stack([taken.factor[j, j] for j in range(self.layout.others)])
        evidence = (
            self.noise.log_likelihood(self._rate(others, sites), self.spreads.size)
            - 0.5 * quadratic
            + self.half_log
            - in_order(log(pivots))
            - 0.5 * in_order(log(taken.site_precision))
        )
        return Effects(others, sites, taken.factor, taken.tie, taken.site_precision, evidence)

    def _rate(self, others: Floats, sites: Floats) -> Floats:
        at = self.base + sites[self.layout.site]
        for places, by in self.layout.entries:
            at = at + (others[places] if by is None else by * others[places])
        return at


def find_effects(
    layout: Layout,
    noise: Noise,
    spreads: Spreads,
    start: Effects | None = None,
    near: float = NEAREST,
) -> Effects:
    """Mode, factor and evidence at each point of the spreads.

    Parameters
    ----------
    start
        Effects at whose first point the Newton steps begin; zero effects when None.
    near
        Newton steps stop once none is longer; the error of the evidence is of the square of this.
    """
    system = _System(layout, noise, spreads)
    return system.effects(*to_the_mode(system, start, near))


def to_the_mode(
    system: System[Taken_co], start: Found | None, near: float
) -> tuple[Floats, Floats, Taken_co]:
    """Take Newton steps until they are short: the position reached, and the step left untaken."""
    layout, points = system.layout, system.spreads.size.size
    others = np.broadcast_to(system.mean, (layout.others, points)).copy()
    sites = np.zeros((len(layout.sites), points))
    if start is not None:
        others, sites = (
            np.repeat(each[:, :1], points, axis=1) for each in (start.others, start.sites)
        )
    taken = system.step(others, sites)
    for _ in range(_NEWTON_STEPS):
        if not _longest(taken) > near:
            break
        others = others + np.clip(taken.others, -_LONGEST_STEP, _LONGEST_STEP)
        sites = sites + np.clip(taken.sites, -_LONGEST_STEP, _LONGEST_STEP)
        taken = system.step(others, sites)
    return others, sites, taken


def _longest(step: Found) -> float:
    """The largest change of any effect; NaN when a point has diverged."""
    return max(float(np.abs(step.others).max()), float(np.abs(step.sites).max()))


def effects_at(
    layout: Layout, noise: Noise, spreads: Spreads, others: Floats, sites: Floats
) -> Effects:
    """The effects about a mode found earlier, with the same bits as when it was found."""
    system = _System(layout, noise, spreads)
    return system.effects(others, sites, system.step(others, sites))
