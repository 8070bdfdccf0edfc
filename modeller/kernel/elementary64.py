"""`modeller.base.elementary` for single numbers, with the same operations and so the same bits."""

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
    # 2**k is exact, and so is the product, because the result is never subnormal
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
"""How far from 0.5 a share may lie for `central_quantile`."""


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


_ROOT_HALF = math.sqrt(0.5)
_TAIL_TERMS = np.array((
    1.2329951186255526, -0.13962111684056283, 0.015379652102621225, 0.06809705425473195,
    -0.10103906603638212, 0.09373283499695562, -0.06633036581080073, 0.03716751556039361,
    -0.016197734068137334, 0.005031969769427061, -0.000757773277416026, -0.0001992555488219761,
    0.00015062197006674788, -2.4403149482077205e-05, -1.1224076731817858e-05,
    5.7181323323262435e-06, 3.0027247744395825e-07, -8.359072083251654e-07, 6.351906535547641e-08,
    1.1624772096494892e-07, -7.837865916306315e-09, -1.4078643475972477e-08,
    -1.9456064972434173e-09,
))  # fmt: skip
"""(1 + 2a) exp(a²) erfc(a) as a polynomial in (a - 4) / (a + 4), from the constant up, interpolated
at Chebyshev points between a = 0 and 27 with sixty digits."""


@compiled
def normal_share(z: float) -> float:
    """Share of a standard normal below `z`, with a relative error under 2e-14.

    The C library's function is not used because it differs between systems, and one bit can change
    a count.
    """
    a = abs(z) * _ROOT_HALF
    t = (a - 4.0) / (a + 4.0)
    value: float = _TAIL_TERMS[22]
    for k in range(21, -1, -1):
        value = value * t + _TAIL_TERMS[k]
    tail: float = 0.5 * exp(-0.5 * z * z) * value / (1.0 + 2.0 * a)
    return 1.0 - tail if z > 0.0 else tail
