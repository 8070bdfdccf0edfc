"""A test of uniformity."""

from __future__ import annotations

import numpy as np
from scipy import stats


def uniformity(positions: np.ndarray, bins: int = 20) -> float:
    """The chi-square p-value of a histogram of positions, if these were uniform on (0, 1)."""
    counts, _ = np.histogram(positions, bins, (0.0, 1.0))
    return float(stats.chisquare(counts).pvalue)
