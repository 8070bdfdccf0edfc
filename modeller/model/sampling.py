"""Random numbers in streams keyed by seed and name, the same on every machine (``streams-1``).

A quantity's random numbers depend on the seed, its own name, the week and the draw, and on nothing
else: another belief, a longer horizon, more draws or a moved lever leaves all other numbers as they
were. So two scenarios share their luck, and their difference is paired.

Beliefs use Sobol points (each belief its own dimension) with a digital shift; noise uses the
raw words of the Philox counter-based generator, which numpy promises never to change. The
transforms to distributions are the project's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from modeller.base import elementary
from modeller.base.elementary import Floats

STREAMS_VERSION = "streams-1"

_BITS = 32
# Primitive polynomial and first direction integers of each dimension: S. Joe and F. Y. Kuo,
# "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
# Comput. 30 (2008). A dimension's row must never change.
_JOE_KUO: tuple[tuple[int, tuple[int, ...]], ...] = (
    (3, (1,)),
    (7, (1, 3)),
    (11, (1, 3, 1)),
    (13, (1, 1, 1)),
    (19, (1, 1, 3, 3)),
    (25, (1, 3, 5, 13)),
    (37, (1, 1, 5, 5, 17)),
    (41, (1, 1, 5, 5, 5)),
    (47, (1, 1, 7, 11, 19)),
    (55, (1, 1, 5, 1, 1)),
    (59, (1, 1, 1, 3, 11)),
    (61, (1, 3, 5, 5, 31)),
    (67, (1, 3, 3, 9, 7, 49)),
    (91, (1, 1, 1, 15, 21, 21)),
    (97, (1, 3, 1, 13, 27, 49)),
    (103, (1, 1, 1, 15, 7, 5)),
    (109, (1, 3, 1, 15, 13, 25)),
    (115, (1, 1, 5, 5, 19, 61)),
    (131, (1, 3, 7, 11, 23, 15, 103)),
    (137, (1, 3, 7, 13, 13, 15, 69)),
    (143, (1, 1, 3, 13, 7, 35, 63)),
    (145, (1, 3, 5, 9, 1, 25, 53)),
    (157, (1, 3, 1, 13, 9, 35, 107)),
    (167, (1, 3, 1, 5, 27, 61, 31)),
    (171, (1, 1, 5, 11, 19, 41, 61)),
    (185, (1, 3, 5, 3, 3, 13, 69)),
    (191, (1, 1, 7, 13, 1, 19, 1)),
    (193, (1, 3, 7, 5, 13, 19, 59)),
    (203, (1, 1, 3, 9, 25, 29, 41)),
    (211, (1, 3, 5, 13, 23, 1, 55)),
    (213, (1, 3, 7, 3, 13, 59, 17)),
)
DIMENSIONS = 1 + len(_JOE_KUO)


def _direction_numbers(dimension: int) -> list[int]:
    """The dimension's direction numbers, as integers over 2**32."""
    if dimension == 0:  # van der Corput: every direction integer is 1
        return [1 << (_BITS - 1 - bit) for bit in range(_BITS)]
    polynomial, initial = _JOE_KUO[dimension - 1]
    degree = polynomial.bit_length() - 1
    integers = list(initial)
    for bit in range(degree, _BITS):
        value = integers[bit - degree] ^ (integers[bit - degree] << degree)
        for k in range(1, degree):
            if polynomial >> (degree - k) & 1:
                value ^= integers[bit - k] << k
        integers.append(value)
    return [integer << (_BITS - 1 - bit) for bit, integer in enumerate(integers)]


_FEWEST_POINTS, _MOST_KEPT_POINTS = 1_024, 65_536


def _sobol(dimension: int, draws: int) -> NDArray[np.uint32]:
    """The first `draws` points of one dimension, in Gray-code order, over 2**32.

    A smaller number of draws is the beginning of a larger, so one array serves every number up to
    a power of two.
    """
    if draws > _MOST_KEPT_POINTS:
        return _points(dimension, draws)
    size = max(_FEWEST_POINTS, 1 << (draws - 1).bit_length())
    return _kept_points(dimension, size)[:draws]


@lru_cache(maxsize=128)
def _kept_points(dimension: int, draws: int) -> NDArray[np.uint32]:
    """The points of a dimension, kept: 32 MB in all at most."""
    return _points(dimension, draws)


def _points(dimension: int, draws: int) -> NDArray[np.uint32]:
    points = np.zeros(draws, dtype=np.uint32)
    for bit, direction in enumerate(_direction_numbers(dimension)):
        # a Gray code repeats what came before, backwards, with this bit set
        begin, end = 1 << bit, min(2 << bit, draws)
        if begin >= draws:
            break
        points[begin:end] = points[:begin][::-1][: end - begin] ^ np.uint32(direction)
    points.flags.writeable = False
    return points


def _key(seed: int, name: str) -> NDArray[np.uint64]:
    """The 128-bit key of a stream."""
    digest = blake2b(f"{STREAMS_VERSION}|{seed}|{name}".encode(), digest_size=16).digest()
    return np.frombuffer(digest, dtype="<u8").astype(np.uint64)


def stream_keys(seed: int, names: Sequence[str]) -> NDArray[np.uint64]:
    """The key of each stream, shape (streams, 2)."""
    return np.array([_key(seed, name) for name in names], np.uint64).reshape(-1, 2)


def belief_uniforms(seed: int, name: str, dimension: int, draws: int) -> Floats:
    """Shares in (0, 1) for a belief, shape (draws,), evenly spread."""
    shift = np.uint32(int(_key(seed, name)[0]) & 0xFFFFFFFF)
    return ((_sobol(dimension, draws) ^ shift).astype(np.float64) + 0.5) * 2.0**-_BITS


def uniforms(seed: int, name: str, week: int, draws: int, first: int = 0) -> Floats:
    """Independent shares in (0, 1), shape (draws,), of a stream's `week`.

    `first`, a multiple of four, is the number of the first draw.
    """
    generator = np.random.Philox(
        key=_key(seed, name), counter=np.array([first // 4, 0, week, 0], dtype=np.uint64)
    )
    words = generator.random_raw(draws)
    return ((words >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53


_KEPT_BYTES = 256 * 2**20


class Noise:
    """The random numbers of one seed, week by week, kept while they fit in memory.

    `shares(name, week)` and `normals(name, week)` have shape (draws,). Weeks count from 1; week 0
    is for what lies before the first.
    """

    def __init__(self, seed: int, draws: int) -> None:
        self.seed = seed
        self.draws = draws
        self._kept: dict[tuple[str, str, int], Floats] = {}

    def _keep(self, kind: str, name: str, week: int, make: Floats) -> Floats:
        make.flags.writeable = False
        if (len(self._kept) + 1) * make.nbytes <= _KEPT_BYTES:
            self._kept[kind, name, week] = make
        return make

    def shares(self, name: str, week: int) -> Floats:
        """Uniform on (0, 1)."""
        kept = self._kept.get(("share", name, week))
        if kept is not None:
            return kept
        return self._keep("share", name, week, uniforms(self.seed, name, week, self.draws))

    def normals(self, name: str, week: int) -> Floats:
        """The standard normal quantile of `shares`."""
        kept = self._kept.get(("normal", name, week))
        if kept is not None:
            return kept
        shares = self._kept.get(("share", name, week))
        if shares is None:  # most streams are only read as normals
            shares = uniforms(self.seed, name, week, self.draws)
        return self._keep("normal", name, week, elementary.normal_quantile(shares))


@lru_cache(maxsize=2)
def noise(seed: int, draws: int) -> Noise:
    """The random numbers of a seed; the last two are kept, so that moving a lever draws nothing."""
    return Noise(seed, draws)
