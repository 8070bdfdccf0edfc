"""`modeller.base.elementary` for one number at a time, operation by operation the same bits."""

from __future__ import annotations

import math

import numpy as np

from modeller.base import elementary
from modeller.kernel.bits import bits_of_double, double_of_bits
from modeller.kernel.compiling import compiled

_LOG2_E, _LN2_HIGH, _LN2_LOW = elementary._LOG2_E, elementary._LN2_HIGH, elementary._LN2_LOW
_EXP_TERMS, _LOG_TERMS = elementary._EXP_TERMS, elementary._LOG_TERMS
_CENTRE_TOP, _CENTRE_BOTTOM = elementary._CENTRE_TOP, elementary._CENTRE_BOTTOM
_TAIL_TOP, _TAIL_BOTTOM = elementary._TAIL_TOP, elementary._TAIL_BOTTOM
_FAR_TOP, _FAR_BOTTOM = elementary._FAR_TOP, elementary._FAR_BOTTOM


@compiled
def horner14(x: float, c: tuple[float, ...]) -> float:
    """Polynomial of fourteen terms, from the constant up."""
    value = c[13] * x + c[12]
    value = value * x + c[11]
    value = value * x + c[10]
    value = value * x + c[9]
    value = value * x + c[8]
    value = value * x + c[7]
    value = value * x + c[6]
    value = value * x + c[5]
    value = value * x + c[4]
    value = value * x + c[3]
    value = value * x + c[2]
    value = value * x + c[1]
    return value * x + c[0]


@compiled
def horner12(x: float, c: tuple[float, ...]) -> float:
    """Polynomial of twelve terms, from the constant up."""
    value = c[11] * x + c[10]
    value = value * x + c[9]
    value = value * x + c[8]
    value = value * x + c[7]
    value = value * x + c[6]
    value = value * x + c[5]
    value = value * x + c[4]
    value = value * x + c[3]
    value = value * x + c[2]
    value = value * x + c[1]
    return value * x + c[0]


@compiled
def horner8(x: float, c: tuple[float, ...]) -> float:
    """Polynomial of eight terms, from the constant up."""
    value = c[7] * x + c[6]
    value = value * x + c[5]
    value = value * x + c[4]
    value = value * x + c[3]
    value = value * x + c[2]
    value = value * x + c[1]
    return value * x + c[0]


@compiled
def exp(x: float) -> float:
    """e to the power `x`, held within ±700."""
    bounded = min(max(x, -700.0), 700.0)
    k: float = np.rint(bounded * _LOG2_E)
    remainder = (bounded - k * _LN2_HIGH) - k * _LN2_LOW
    # 2**k is exact, and so is the product: the answer is never subnormal
    return horner14(remainder, _EXP_TERMS) * double_of_bits((int(k) + 1023) << 52)


@compiled
def log(x: float) -> float:
    """Natural logarithm of a normal `x` > 0; minus infinity at 0."""
    if not x > 0.0:
        return -np.inf
    bits = bits_of_double(x)
    exponent = (bits >> 52) - 1022
    mantissa = double_of_bits((bits & 0x000FFFFFFFFFFFFF) | 0x3FE0000000000000)
    k = float(exponent)
    if mantissa < 0.7071067811865476:
        mantissa = 2.0 * mantissa
        k = k - 1.0
    s = (mantissa - 1.0) / (mantissa + 1.0)
    series = s * horner12(s * s, _LOG_TERMS)
    return k * _LN2_HIGH + (k * _LN2_LOW + series)


@compiled
def expit(x: float) -> float:
    """The logistic function."""
    small = exp(-abs(x))
    return 1.0 / (1.0 + small) if x >= 0.0 else small / (1.0 + small)


CENTRE = 0.425
"""How far from one half a share may lie for `central_quantile`."""


@compiled
def central_quantile(q: float) -> float:
    """Standard normal quantile of `q` + ½ for `q` within ±`CENTRE`."""
    r = 0.180625 - q * q
    return q * horner8(r, _CENTRE_TOP) / horner8(r, _CENTRE_BOTTOM)


@compiled
def normal_quantile(u: float) -> float:
    """Standard normal quantile of `u`, 0 < u < 1."""
    q = u - 0.5
    if abs(q) <= CENTRE:
        return central_quantile(q)
    distance = math.sqrt(-log(min(u, 1.0 - u)))
    if distance <= 5.0:
        near = distance - 1.6
        size = horner8(near, _TAIL_TOP) / horner8(near, _TAIL_BOTTOM)
    else:
        far = distance - 5.0
        size = horner8(far, _FAR_TOP) / horner8(far, _FAR_BOTTOM)
    return -size if q < 0.0 else size
