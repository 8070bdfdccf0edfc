"""Finds the posterior of noise, site sd, borough sd and drift, the four spreads.

The spreads are integrated over, not held at the mode: a record of a year or two says little about
the drift, and bands that assume one figure for it are too narrow.

The mode, on the logarithms of the spreads, is found by fitting a paraboloid to the posterior at
points about the best one so far and moving to its top. Then points of a Gaussian about the mode
(Sobol points, so that a few cover it evenly) are weighted by the posterior over that Gaussian.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from modeller.base.elementary import Floats, exp, log, normal_quantile
from modeller.calibration.places import one_place
from modeller.calibration.places.effects import (
    NEAREST,
    Effects,
    Layout,
    Spreads,
    cholesky,
    find_effects,
    solve_lower,
    solve_upper,
)
from modeller.calibration.places.noise import Noise, in_order
from modeller.calibration.places.one_place import OnePlaceEffects
from modeller.calibration.places.premises import POINTS, Prior
from modeller.model.sampling import belief_uniforms

AnyEffects = Effects | OnePlaceEffects
_MOVES = 8
_NEAR_ENOUGH = 1e-4  # on the log scale; the effects themselves are known to 0.02 at best
_PROBE = 0.35
_LONGEST_MOVE = 1.0
_WIDENED = 1.15  # the Gaussian is a little wider than its curvature says, to cover the tails


@dataclass(frozen=True, eq=False)
class Posterior:
    """Points of the spreads with their weights, and the effects at each point.

    `weights` add up to one; `effects` has the points along its last axis.
    """

    spreads: Spreads
    weights: Floats
    effects: AnyEffects


def _find(
    layout: Layout, noise: Noise, spreads: Spreads, start: AnyEffects | None, near: float
) -> AnyEffects:
    """The effects, by whichever of the two ways is quicker for the layout."""
    if len(layout.sites) > 1:
        assert not isinstance(start, OnePlaceEffects)
        return find_effects(layout, noise, spreads, start, near)
    assert not isinstance(start, Effects)
    return one_place.find_effects(layout, noise, spreads, start, near)


def spreads_at(prior: Prior, away: Floats) -> Spreads:
    """The spreads at points of the free ones' logarithms, (free, points), from the medians."""
    logs = np.repeat(log(np.array(prior.medians))[:, None], away.shape[1], axis=1)
    logs[prior.free] += away
    return Spreads(*exp(logs))


def find_spreads(layout: Layout, noise: Noise, prior: Prior, points: int = POINTS) -> Posterior:
    """The posterior of the spreads, with the effects integrated out."""
    free = prior.free.size
    if not free:
        found = _find(layout, noise, spreads_at(prior, np.zeros((0, 1))), None, NEAREST)
        return Posterior(spreads_at(prior, np.zeros((0, 1))), np.ones(1), found)
    start: AnyEffects | None = None

    def posterior(away: Floats) -> tuple[Floats, AnyEffects]:
        found = _find(layout, noise, spreads_at(prior, away), start, _NEAR_ENOUGH)
        value = found.evidence - 0.5 * in_order(away * away) / (prior.sd * prior.sd)
        return np.where(np.isfinite(value), value, -np.inf), found

    design = _design(free)
    best = np.zeros(free)
    width = np.eye(free) * prior.sd
    for _ in range(_MOVES):
        values, found = posterior(best[:, None] + _PROBE * design)
        start = found
        slope, curved = _paraboloid(design, values)
        factor = cholesky(_usable_curvature(curved / (_PROBE * _PROBE), prior.sd)[:, :, None])
        move = _solved(factor, slope / _PROBE)
        width = _inverse_root(factor)
        best = best + np.clip(move, -_LONGEST_MOVE, _LONGEST_MOVE)
        if np.abs(move).max() < 0.05:
            break
    normals = np.stack(
        [
            normal_quantile(belief_uniforms(0, f"spreads {axis}", axis, points))
            for axis in range(free)
        ]
    )
    away = best[:, None] + _WIDENED * in_order(
        np.stack([width[:, axis, None] * normals[axis] for axis in range(free)])
    )
    values, found = posterior(away)
    value = values + 0.5 * in_order(normals * normals)
    weights = exp(value - value.max())
    weights = weights / in_order(weights)
    order = np.argsort(spreads_at(prior, away).drift, kind="stable")
    return Posterior(
        Spreads(*(each[order] for each in spreads_at(prior, away).rows)),
        weights[order],
        found.at(order),
    )


def _design(free: int) -> Floats:
    """The centre, a step either way along each axis, and a step along each pair; (free, points)."""
    columns = [np.zeros(free)]
    for axis in range(free):
        for sign in (1.0, -1.0):
            column = np.zeros(free)
            column[axis] = sign
            columns.append(column)
    for axis in range(free):
        for other in range(axis):
            column = np.zeros(free)
            column[axis] = column[other] = 1.0
            columns.append(column)
    return np.stack(columns, axis=1)


def _paraboloid(design: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Slope, and minus the curvature, of the paraboloid through the values at the design."""
    free = design.shape[0]
    centre = values[0]
    up, down = values[1 : 2 * free + 1 : 2], values[2 : 2 * free + 1 : 2]
    slope = (up - down) / 2.0
    curved = np.zeros((free, free))
    curved[np.arange(free), np.arange(free)] = 2.0 * centre - up - down
    at = 2 * free + 1
    for axis in range(free):
        for other in range(axis):
            mixed = values[at] - up[axis] - up[other] + centre
            curved[axis, other] = curved[other, axis] = -mixed
            at += 1
    return slope, curved


def _usable_curvature(curved: Floats, prior_sd: float) -> Floats:
    """The curvature if it is that of a peak; else its diagonal, at least the prior's."""
    least = 0.5 / (prior_sd * prior_sd)
    floor = np.maximum(curved.diagonal(), least)
    held = curved.copy()
    held[np.arange(floor.size), np.arange(floor.size)] = floor
    with np.errstate(invalid="ignore"):
        pivots = cholesky(held[:, :, None])[..., 0].diagonal()
    return held if bool((pivots > math.sqrt(least)).all()) else np.diag(floor)


def _solved(factor: Floats, right: Floats) -> Floats:
    """Solve with the lower `factor` (n, n, 1) and its transpose."""
    return solve_upper(factor, solve_lower(factor, right[:, None]))[:, 0]


def _inverse_root(factor: Floats) -> Floats:
    """The matrix that turns standard normals into draws of that precision, (n, n)."""
    low = factor[:, :, 0]
    return solve_upper(low, np.eye(low.shape[0]))
