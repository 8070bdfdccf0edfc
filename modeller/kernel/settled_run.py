"""Fills in the luck of the settled numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.kernel.compiling import compiled
from modeller.kernel.noise import fill_normals, fill_shares


@compiled
def fill_luck(
    keys: NDArray[np.uint64],
    places: NDArray[np.int64],
    week: int,
    shares: Floats,
    normals: Floats,
    begin: int,
    end: int,
) -> None:
    """Fill in the luck of every stream in a week; `normals` has shape (streams, draws).

    Parameters
    ----------
    places
        The row of `shares` for each stream.
    begin, end
        The draws to fill in; `begin` is a multiple of four, because noise comes in fours.
    """
    for stream in range(keys.shape[0]):
        part = shares[places[stream], begin:end]
        fill_shares(keys[stream], week, begin, part)
        fill_normals(part, normals[stream, begin:end])
