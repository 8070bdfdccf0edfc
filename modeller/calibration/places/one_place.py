"""Finds the effects of an outcome where every row has the same site, in time linear in the weeks.

The posterior is the one that `modeller.calibration.places.effects` finds. The level of a week is
tied to those before and after it. The site is tied to every week, so eliminating it fills the
precision matrix, but only with a matrix of rank one. With u its direction, and B the rows of the
borough and the terms,

    precision = tridiagonal − u uᵀ, bordered by B

and below the first two diagonals a column of the Cholesky factor is a multiple of u:

    L[j, j] = diagonal_j    L[j+1, j] = below_j    L[i, j] = along_j · u_i  for i > j + 1

Only single additions, multiplications, divisions and square roots are used, in a fixed order, so
that every machine gives the same bits.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats, log
from modeller.calibration.places import effects as of_places
from modeller.calibration.places.effects import (
    START_SD,
    Layout,
    Spreads,
    half_log_of,
    to_the_mode,
)
from modeller.calibration.places.noise import Noise, in_order


@dataclass(frozen=True, eq=False)
class Factor:
    """Lower Cholesky factor of the others' precision, with the points along the last axis.

    Attributes
    ----------
    diagonal, below, along, direction
        As in the module's formula, (weeks, points); `direction` is u.
    border
        The rows after the weeks, in the columns of the weeks, (rows, weeks, points).
    corner
        The same rows in their own columns, (rows, rows, points).
    """

    diagonal: Floats
    below: Floats
    along: Floats
    direction: Floats
    border: Floats
    corner: Floats

    @property
    def pivots(self) -> Floats:
        """The factor's diagonal, (others, points)."""
        rows = np.arange(self.corner.shape[0])
        return np.concatenate([self.diagonal, self.corner[rows, rows]])

    def solve_lower(self, right: Floats) -> Floats:
        """Solve factor · x = right, (others, points)."""
        weeks, x = len(self.diagonal), right.copy()
        added, last, before = np.zeros_like(x[0]), np.zeros_like(x[0]), np.zeros_like(x[0])
        for j in range(weeks):
            x[j] = (x[j] - before - self.direction[j] * added) / self.diagonal[j]
            added = added + last
            last, before = self.along[j] * x[j], self.below[j] * x[j]
        rest = x[weeks:] - in_order(np.swapaxes(self.border * x[:weeks], 0, 1))
        x[weeks:] = of_places.solve_lower(self.corner, rest)
        return x

    def solve_upper(self, right: Floats) -> Floats:
        """Solve factorᵀ · x = right: (others, points), or (others, draws) with one point."""
        weeks, x = len(self.diagonal), right.copy()
        x[weeks:] = of_places.solve_upper(self.corner, x[weeks:])
        x[:weeks] -= in_order(self.border * x[weeks:, None])
        added, last = np.zeros_like(x[0]), np.zeros_like(x[0])
        after = np.zeros_like(x[0])
        for j in range(weeks - 1, -1, -1):
            x[j] = (x[j] - self.below[j] * after - self.along[j] * added) / self.diagonal[j]
            added = added + last
            after, last = x[j], self.direction[j] * x[j]
        return x

    def at(self, order: NDArray[np.intp]) -> Factor:
        """The same for the chosen points, in the order given."""
        return Factor(*(getattr(self, field.name)[..., order].copy() for field in fields(self)))


def factored(
    diagonal: Floats, beside: Floats, direction: Floats, border: Floats, corner: Floats
) -> Factor:
    """The Cholesky factor of a bordered tridiagonal matrix less a product of rank one.

    Parameters
    ----------
    diagonal, beside
        The tridiagonal part, (weeks, points); the last of `beside` is not read.
    direction
        The direction of the product, over all rows: (weeks + border rows, points).
    border, corner
        The border without the product, (rows, weeks, points) and (rows, rows, points).
    """
    weeks = len(diagonal)
    u, outer = direction[:weeks], direction[weeks:]
    pivots, beneath, multiples = (np.zeros_like(diagonal) for _ in range(3))
    bordering = np.zeros_like(border)
    sides = border - outer[:, None] * u
    weight, below, along = np.ones_like(u[0]), np.zeros_like(u[0]), np.zeros_like(u[0])
    # the sums of side * along over all earlier columns but the last, and the side of the last
    taken, side = np.zeros_like(outer), np.zeros_like(outer)
    for j in range(weeks):
        pivot = np.sqrt(diagonal[j] - weight * u[j] * u[j] - below * below)
        pivots[j] = pivot
        side_now = (sides[:, j] - side * below - taken * u[j]) / pivot
        if j + 1 < weeks:
            crossed = below * along
            multiples[j] = (-weight * u[j] - crossed) / pivot
            beneath[j] = (beside[j] - weight * u[j + 1] * u[j] - crossed * u[j + 1]) / pivot
        bordering[:, j] = side_now
        weight = weight + along * along
        taken = taken + side * along
        below, along, side = beneath[j], multiples[j], side_now
    of_border = in_order(np.moveaxis(bordering[:, None] * bordering[None, :], 2, 0))
    left = of_places.cholesky(corner - outer[:, None] * outer - of_border)
    return Factor(pivots, beneath, multiples, u, bordering, left)


@dataclass(frozen=True, eq=False)
class OnePlaceEffects:
    """The posterior of the effects at each point of the spreads, with the parts of `Effects`."""

    others: Floats
    sites: Floats
    factor: Factor
    tie: Floats
    site_precision: Floats
    evidence: Floats

    def drawn(
        self, at: NDArray[np.intp], other_normals: Floats, site_normals: Floats
    ) -> tuple[Floats, Floats]:
        """As `Effects.drawn`."""
        others, sites = np.empty_like(other_normals), np.empty_like(site_normals)
        for point in np.flatnonzero(np.bincount(at)).tolist():
            mine = np.flatnonzero(at == point)
            away = self.factor.at(np.array([point])).solve_upper(other_normals[:, mine])
            held = in_order(self.tie[:, point, None] * away)
            spread = np.sqrt(self.site_precision[:, point])[:, None]
            others[:, mine] = self.others[:, point, None] + away
            sites[:, mine] = self.sites[:, point, None] + (site_normals[:, mine] / spread - held)
        return others, sites

    def covariance(self, other: int) -> Floats:
        """Covariance of one of the others with each of them, (others, points)."""
        unit = np.zeros(self.others.shape)
        unit[other] = 1.0
        return self.factor.solve_upper(self.factor.solve_lower(unit))

    def at(self, order: NDArray[np.intp]) -> OnePlaceEffects:
        """The same at some of the points, in another order."""
        parts = (self.others, self.sites, self.tie, self.site_precision, self.evidence)
        others, sites, tie, precision, evidence = (part[..., order].copy() for part in parts)
        return OnePlaceEffects(others, sites, self.factor.at(order), tie, precision, evidence)


@dataclass(frozen=True, eq=False)
class _Step:
    """One Newton step, and the matrices that it was solved with."""

    others: Floats
    sites: Floats
    factor: Factor
    tie: Floats
    site_precision: Floats


class _System:
    """The posterior of one outcome's effects at given spreads."""

    def __init__(self, layout: Layout, noise: Noise, spreads: Spreads) -> None:
        self.layout, self.noise, self.spreads = layout, noise, spreads
        points = spreads.size.size
        self.mean = np.zeros((layout.others, 1))
        for index, term in enumerate(layout.terms):
            self.mean[layout.first_term + index] = term.prior_mean
        step = 1.0 / (spreads.drift * spreads.drift)
        self.beside = -step
        week = np.zeros((layout.weeks, points))
        week[0] = 1.0 / (START_SD * START_SD)
        week[1:] += step
        week[:-1] += step
        borough = 1.0 / (spreads.borough_sd * spreads.borough_sd)
        terms = [np.full(points, 1.0 / (term.prior_sd * term.prior_sd)) for term in layout.terms]
        self.diagonal = np.concatenate([week, np.stack([borough, *terms])])
        self.site_prior = 1.0 / (spreads.site_sd * spreads.site_sd)
        # how much each row depends on the effects after the weeks: the borough and the terms
        self.by = np.stack([np.ones(layout.week.size), *(term.values for term in layout.terms)])

    def step(self, others: Floats, sites: Floats) -> _Step:
        """The Newton step from there, the site eliminated first."""
        layout, weeks = self.layout, self.layout.weeks
        slope, curve = self.noise.slope(self._rate(others, sites), self.spreads.size)
        by = self.by[:, :, None]
        of_week = np.zeros((weeks, curve.shape[1]))
        np.add.at(of_week, layout.week, curve)
        border = np.zeros((len(by), weeks, curve.shape[1]))
        for row in range(len(by)):
            np.add.at(border[row], layout.week, by[row] * curve)
        corner = in_order(np.moveaxis(by[:, None] * by[None, :] * curve, 2, 0))
        rows = np.arange(len(by))
        corner[rows, rows] += self.diagonal[weeks:]
        pull = -self._prior(others - self.mean)
        np.add.at(pull[:weeks], layout.week, slope)
        pull[weeks:] += in_order(np.moveaxis(by * slope, 1, 0))
        site_pull = in_order(slope) - self.site_prior * sites[0]
        precision = self.site_prior + in_order(curve)
        bound = np.concatenate([of_week, in_order(np.moveaxis(by * curve, 1, 0))])
        tie = bound / precision
        factor = factored(
            self.diagonal[:weeks] + of_week,
            np.broadcast_to(self.beside, of_week.shape),
            bound / np.sqrt(precision),
            border,
            corner,
        )
        move = factor.solve_upper(factor.solve_lower(pull - tie * site_pull))
        site_move = site_pull / precision - in_order(tie * move)
        return _Step(move, site_move[None], factor, tie, precision[None])

    def effects(self, others: Floats, sites: Floats, taken: _Step) -> OnePlaceEffects:
        """The Gaussian about a mode, from the Newton step taken there."""
        away = others - self.mean
        quadratic = in_order(away * self._prior(away)) + self.site_prior * in_order(sites * sites)
        evidence = (
            self.noise.log_likelihood(self._rate(others, sites), self.spreads.size)
            - 0.5 * quadratic
            + half_log_of(self.layout, self.spreads)
            - in_order(log(taken.factor.pivots))
            - 0.5 * in_order(log(taken.site_precision))
        )
        return OnePlaceEffects(
            others, sites, taken.factor, taken.tie, taken.site_precision, evidence
        )

    def _prior(self, away: Floats) -> Floats:
        """The prior's precision times (others, points)."""
        weeks = self.layout.weeks
        found: Floats = self.diagonal * away
        found[1:weeks] += self.beside * away[: weeks - 1]
        found[: weeks - 1] += self.beside * away[1:weeks]
        return found

    def _rate(self, others: Floats, sites: Floats) -> Floats:
        at: Floats = self.noise.crude + sites[0] + others[self.layout.week]
        for by, moved in zip(self.by, others[self.layout.weeks :], strict=True):
            at = at + by[:, None] * moved
        return at


def find_effects(
    layout: Layout,
    noise: Noise,
    spreads: Spreads,
    start: OnePlaceEffects | None,
    near: float,
) -> OnePlaceEffects:
    """As `modeller.calibration.places.effects.find_effects`, for a layout with a single site."""
    system = _System(layout, noise, spreads)
    return system.effects(*to_the_mode(system, start, near))
