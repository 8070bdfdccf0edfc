"""What the settled kernel is handed and writes in, without the compiler."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats

BATCH = 256  # draws at a time; a multiple of four, as the noise comes in fours


class Given(NamedTuple):
    """What does not change from week to week.

    Attributes
    ----------
    keys, level_keys
        Of the streams of a week, and of the levels: shape (streams, 2).
    beliefs, level_draws
        Shape (beliefs, draws), and (beliefs and departures, draws): what the levels read.
    level_figures
        Shape (figures,).
    """

    keys: NDArray[np.uint64]
    level_keys: NDArray[np.uint64]
    beliefs: Floats
    level_draws: Floats
    level_figures: Floats


class Scratch(NamedTuple):
    """A thread's memory with anything in it: rows of `BATCH` draws each."""

    shares: Floats
    normals: Floats
    levels: Floats
    work: Floats


def scratch(streams: int, levels: int, rows: int) -> Scratch:
    """Memory for a thread."""
    return Scratch(*(np.empty((count, BATCH)) for count in (streams, streams, levels, rows)))
