"""Exponential and logarithm to base 2 in single precision, made to be vectorised."""

from __future__ import annotations

import math

import numpy as np

from modeller.kernel.bits import bits_of_single, single_of_bits
from modeller.kernel.compiling import compiled

# every constant must be in single precision, or the expression around it becomes double
ZERO, ONE, TWO, HALF = np.float32(0), np.float32(1), np.float32(2), np.float32(0.5)

_LN2 = math.log(2.0)
_E0, _E1, _E2, _E3, _E4, _E5, _E6, _E7 = (np.float32(_LN2**n / math.factorial(n)) for n in range(8))
_L1, _L3, _L5, _L7, _L9 = (np.float32(2.0 / (_LN2 * n)) for n in range(1, 10, 2))
_HIGHEST = np.float32(126.0)
_ROOT_HALF = np.float32(0.7071067811865476)


@compiled
def exp2(x: np.float32) -> np.float32:
    """2 to the power `x`, held within ±126."""
    bounded = x if x < _HIGHEST else _HIGHEST
    bounded = bounded if bounded > -_HIGHEST else -_HIGHEST
    k: np.float32 = np.rint(bounded)
    r = bounded - k
    value = _E7 * r + _E6
    value = value * r + _E5
    value = value * r + _E4
    value = value * r + _E3
    value = value * r + _E2
    value = value * r + _E1
    value = value * r + _E0
    return value * single_of_bits(np.int32((np.int32(k) + np.int32(127)) << np.int32(23)))


@compiled
def log2(x: np.float32) -> np.float32:
    """Logarithm of a normal `x` > 0 to base 2."""
    bits = bits_of_single(x)
    # the mantissa between √½ and √2
    exponent = np.int32((bits - np.int32(0x3F3504F3)) >> np.int32(23))
    mantissa = single_of_bits(np.int32(bits - np.int32(exponent << np.int32(23))))
    s = (mantissa - ONE) / (mantissa + ONE)
    square = s * s
    series = _L9 * square + _L7
    series = series * square + _L5
    series = series * square + _L3
    series = series * square + _L1
    return np.float32(exponent) + s * series
