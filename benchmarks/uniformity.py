"""How likely so uneven a histogram would be if the positions were uniform."""

from __future__ import annotations

import numpy as np
from scipy import stats


def uniformity(positions: np.ndarray, bins: int = 20) -> float:
    """Chance of so uneven a histogram if the positions were uniform on (0, 1): chi-square's p."""
    counts, _ = np.histogram(positions, bins, (0.0, 1.0))
    return float(stats.chisquare(counts).pvalue)
