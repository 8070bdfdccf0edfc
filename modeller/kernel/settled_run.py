"""What the code that is written for the settled numbers reads, and how it fills in luck."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.kernel.compiling import compiled
from modeller.kernel.noise import fill_normals, fill_shares
from modeller.kernel.settled_memory import Scratch


@compiled
def fill_luck(keys: NDArray[np.uint64], week: int, first: int, size: int, scratch: Scratch) -> None:
    """The shares of every stream in a week, and their normal quantiles."""
    for stream in range(keys.shape[0]):
        shares = scratch.shares[stream, :size]
        fill_shares(keys[stream], week, first, shares)
        fill_normals(shares, scratch.normals[stream, :size])
