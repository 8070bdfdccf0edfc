"""Fits false alerts, which come in clusters: a rate per million faces, and a level of mean one.

In blocks of 13 weeks, counted back from the record's end, false alerts are Poisson with mean
faces × rate × g. In every block g is drawn anew from a gamma distribution of mean one, so that
counts of blocks are negative binomial. The rate and the shape of the gamma are found together on a
grid. The prior of the rate is flat on the log scale; that of the shape is lognormal, about 2 with a
90 % range of 0.5 to 8. With a handful of blocks the shape stays mostly a judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from modeller.base.elementary import Floats, exp, log, log_gamma
from modeller.calibration.places.noise import in_order
from modeller.calibration.places.rows import weeks_since
from modeller.evidence import Deployments
from modeller.model.distributions import Z95
from modeller.model.sampling import uniforms

BLOCK_WEEKS = 13
SHAPE_RANGE = (0.5, 8.0)
_MILLION = 1e6
_STEPS = 61
_RATE_REACH = float(log(12.0))
_SHAPE_REACH = 2.6  # half-width of the grid in standard deviations of the prior
_FEWEST = 0.5  # the grid of rates is centred as if this many had been counted when there were none


@dataclass(frozen=True, eq=False)
class FalseAlerts:
    """The posterior on a grid.

    Attributes
    ----------
    log_rates
        Logarithm of the rate per million faces, (rates,), evenly spaced.
    log_shapes
        Logarithm of the shape, (shapes,), evenly spaced.
    weights
        Posterior weights, (rates, shapes), adding up to one.
    counts, millions
        False alerts and millions of faces in each block, the latest first.
    """

    log_rates: Floats
    log_shapes: Floats
    weights: Floats
    counts: Floats
    millions: Floats

    def drawn(self, draws: int, seed: int, first: int = 0) -> tuple[Floats, Floats]:
        """Rate per million faces and shape, each (draws,), from draw number `first` on."""
        shapes = in_order(self.weights)
        at, shape = _spread(
            shapes, self.log_shapes, uniforms(seed, "places false alerts shape", 0, draws, first)
        )
        luck = uniforms(seed, "places false alerts rate", 0, draws, first)
        rate = np.empty(draws)
        for column in np.flatnonzero(np.bincount(at)).tolist():
            mine = np.flatnonzero(at == column)
            rate[mine] = _spread(
                self.weights[:, column] / shapes[column], self.log_rates, luck[mine]
            )[1]
        return exp(rate), exp(shape)


def _spread(weights: Floats, axis: Floats, share: Floats) -> tuple[np.ndarray, Floats]:
    """The cell of each share, and the value when the weight of a cell is spread evenly over it."""
    edges = np.concatenate(([0.0], np.add.accumulate(weights)))
    share = share * edges[-1]
    cell = np.clip(np.searchsorted(edges, share, side="right") - 1, 0, axis.size - 1)
    width = axis[1] - axis[0]
    inside = (share - edges[cell]) / np.maximum(weights[cell], 1e-300)
    return cell, axis[cell] + width * (np.clip(inside, 0.0, 1.0) - 0.5)


def find_false_alerts(rows: Deployments, since: date, weeks: int) -> FalseAlerts:
    """The posterior from all deployments, events included, of so many weeks from `since` on."""
    week = weeks_since(rows, since)
    return false_alerts_of_weeks(
        np.bincount(week, rows.false_alerts, weeks).astype(np.float64),
        np.bincount(week, rows.faces_scanned, weeks).astype(np.float64),
    )


def false_alerts_of_weeks(alerts: Floats, faces: Floats) -> FalseAlerts:
    """The posterior from false alerts and faces in each week of a record, each (weeks,)."""
    weeks = alerts.size
    block = (weeks - 1 - np.arange(weeks)) // BLOCK_WEEKS
    blocks = -(-weeks // BLOCK_WEEKS)
    counts = np.bincount(block, alerts, blocks).astype(np.float64)
    millions = np.bincount(block, faces, blocks) / _MILLION
    faced = millions > 0.0
    counts, millions = counts[faced], millions[faced]
    low, high = (float(log(end)) for end in SHAPE_RANGE)
    middle, sd = (low + high) / 2.0, (high - low) / (2.0 * Z95)
    log_shapes = middle + sd * _SHAPE_REACH * np.linspace(-1.0, 1.0, _STEPS)
    crude = float(log(max(float(counts.sum()), _FEWEST) / float(in_order(millions))))
    log_rates = crude + _RATE_REACH * np.linspace(-1.0, 1.0, _STEPS)
    shape = exp(log_shapes)[None, None, :]
    mean = exp(log_rates)[None, :, None] * millions[:, None, None]
    count = counts[:, None, None]
    each = (
        log_gamma(count + shape)
        - log_gamma(shape)
        + shape * (log(shape) - log(shape + mean))
        + count * (log(mean) - log(shape + mean))
    )
    density = in_order(each) - 0.5 * ((log_shapes - middle) / sd) ** 2
    weights = exp(density - density.max())
    return FalseAlerts(log_rates, log_shapes, weights / in_order(weights.ravel()), counts, millions)
