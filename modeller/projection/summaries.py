"""Summarises draws by their mean and quantiles, also for smooth curves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.kernel.threads import THREADS, run_together, shares

PROBABILITIES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
SUMMARY = ("mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95")
MEDIAN = SUMMARY.index("p50")
STEPS_SHOW = 128
"""With more whole numbers than this between p05 and p95 a step of one is less than a pixel."""


def quantiles(ordered: Floats, probabilities: Sequence[float]) -> Floats:
    """Quantiles of ascending values by linear interpolation, infinities allowed.

    Parameters
    ----------
    ordered
        Shape (…, draws), ascending; infinite where the denominator of a ratio is zero.

    Returns
    -------
    Floats
        Shape (…, probabilities).
    """
    last = ordered.shape[-1] - 1
    position = np.asarray(probabilities, dtype=np.float64) * last
    below = np.floor(position).astype(np.intp)
    above = np.minimum(below + 1, last)
    low, high = ordered[..., below], ordered[..., above]
    between = position - below
    with np.errstate(invalid="ignore"):
        value = low + between * (high - low)
    return np.where((between == 0.0) | (low == high), low, value)


def mid_quantiles(ordered: Floats, probabilities: Sequence[float]) -> Floats:
    """Quantiles of the mid-distribution, which change smoothly where those of counts jump.

    Every value is placed at the middle of its step of the distribution function, with straight
    lines between (Ma, Genton and Parzen 2011). Without ties these are the ordinary quantiles to
    within half a rank.

    Parameters
    ----------
    ordered
        Shape (draws,), finite and ascending.
    """
    position = np.asarray(probabilities, dtype=np.float64) * ordered.size
    last = ordered.size - 1
    here = ordered[np.minimum(position.astype(np.intp), last)]
    first, after = np.searchsorted(ordered, here), np.searchsorted(ordered, here, side="right")
    middle = (first + after) / 2.0
    beyond = np.where(position >= middle, np.minimum(after, last), np.maximum(first - 1, 0))
    there = ordered[beyond]
    ends = np.searchsorted(ordered, there) + np.searchsorted(ordered, there, side="right")
    way = ends / 2.0 - middle
    share = np.divide(position - middle, way, out=np.zeros_like(middle), where=way != 0.0)
    return here + share * (there - here)


def summarise(values: Floats) -> Floats:
    """Mean and quantiles as `SUMMARY` names them, of values of shape (draws,); shape (8,)."""
    return np.concatenate(([values.mean()], quantiles(np.sort(values), PROBABILITIES)))


def summarise_rows(
    rows: Floats,
    wholes: NDArray[np.bool_] | None = None,
    smooth: Floats | None = None,
    scratch: Floats | None = None,
) -> Floats:
    """`summarise` of each row, shape (rows, 8), sorted by both threads.

    Parameters
    ----------
    wholes, smooth
        Which rows are counts, (rows,), and where to write summaries for curves, (rows, 8): with
        `mid_quantiles` for counts, unless they spread so widely that no step shows.
    scratch
        Memory of the shape of `rows` to sort them in; allocated when None.
    """
    memory = np.empty_like(rows) if scratch is None else scratch
    summaries = np.empty((len(rows), len(SUMMARY)))
    summaries[:, 0] = np.add.reduce(rows, axis=1) / rows.shape[1]

    def rank(first: int, last: int) -> None:
        ordered = memory[first:last]
        ordered[...] = rows[first:last]
        ordered.sort(axis=1)
        found = summaries[first:last, 1:] = quantiles(ordered, PROBABILITIES)
        if smooth is not None and wholes is not None:
            smooth[first:last, 1:] = found
            for row in np.flatnonzero(wholes[first:last]).tolist():
                if found[row, -1] - found[row, 0] < STEPS_SHOW:
                    smooth[first + row, 1:] = mid_quantiles(ordered[row], PROBABILITIES)

    run_together(
        [
            lambda first=first, last=last: rank(first, last)  # type: ignore[misc]
            for first, last in shares(len(rows), THREADS)
        ]
    )
    if smooth is not None:
        smooth[:, 0] = summaries[:, 0]
    return summaries
