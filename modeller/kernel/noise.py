"""The streams of `modeller.sampling`, number by number the same, for any range of draws.

The words are those of Philox 4x64 with ten rounds (Salmon and others, "Parallel random
numbers: as easy as 1, 2, 3", 2011), as numpy counts them: the first four words of a stream
have counter 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats
from modeller.kernel.bits import high_product
from modeller.kernel.compiling import compiled
from modeller.kernel.elementary64 import CENTRE, central_quantile, normal_quantile

_MULTIPLIER_0, _MULTIPLIER_1 = np.uint64(0xD2E7470EE14C6C93), np.uint64(0xCA5A826395121157)
_WEYL_0, _WEYL_1 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBB67AE8584CAA73B)
_ROUNDS = 10
_DROPPED_BITS = np.uint64(11)
_SPACING = 2.0**-53


@compiled
def _philox(
    counter: np.uint64, week: np.uint64, key_0: np.uint64, key_1: np.uint64
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """The four words of one counter."""
    c0, c1, c2, c3 = counter, np.uint64(0), week, np.uint64(0)
    for _ in range(_ROUNDS):
        high_0, low_0 = high_product(_MULTIPLIER_0, c0), _MULTIPLIER_0 * c0
        high_1, low_1 = high_product(_MULTIPLIER_1, c2), _MULTIPLIER_1 * c2
        c0, c1, c2, c3 = high_1 ^ c1 ^ key_0, low_1, high_0 ^ c3 ^ key_1, low_0
        key_0, key_1 = key_0 + _WEYL_0, key_1 + _WEYL_1
    return c0, c1, c2, c3


@compiled
def fill_shares(key: NDArray[np.uint64], week: int, first: int, shares: Floats) -> None:
    """Uniform on (0, 1): the draws from `first`, a multiple of four, as many as `shares` holds."""
    size = shares.size
    counter = first // 4
    for start in range(0, size, 4):
        counter += 1
        words = _philox(np.uint64(counter), np.uint64(week), key[0], key[1])
        if start + 4 <= size:
            shares[start] = (float(words[0] >> _DROPPED_BITS) + 0.5) * _SPACING
            shares[start + 1] = (float(words[1] >> _DROPPED_BITS) + 0.5) * _SPACING
            shares[start + 2] = (float(words[2] >> _DROPPED_BITS) + 0.5) * _SPACING
            shares[start + 3] = (float(words[3] >> _DROPPED_BITS) + 0.5) * _SPACING
        else:
            for index in range(start, size):
                shares[index] = (float(words[index - start] >> _DROPPED_BITS) + 0.5) * _SPACING


@compiled
def fill_normals(shares: Floats, normals: Floats) -> None:
    """The standard normal quantiles of the shares."""
    for index in range(shares.size):  # several at once: right for nearly nine in ten
        normals[index] = central_quantile(shares[index] - 0.5)
    for index in range(shares.size):
        if abs(shares[index] - 0.5) > CENTRE:
            normals[index] = normal_quantile(shares[index])
