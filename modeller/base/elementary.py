"""Elementary functions that give the same bits on every machine.

The exponential and logarithm of numpy and of the C library differ in the last bit between
processors and versions, and one bit can move a count. These use only addition,
multiplication, division, square root and exact powers of two, which IEEE 754 fixes, so that
a scenario gives the same numbers wherever it is run.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_LOG2_E = 1.4426950408889634
_LN2_HIGH = 6.93147180369123816490e-01  # upper bits of ln 2; exact times |k| < 2**11
_LN2_LOW = 1.90821492927058770002e-10
_EXP_TERMS = tuple(
    1.0 / _factorial
    for _factorial in (
        1,
        1,
        2,
        6,
        24,
        120,
        720,
        5040,
        40320,
        362880,
        3628800,
        39916800,
        479001600,
        6227020800,
    )
)
_LOG_TERMS = tuple(2.0 / n for n in range(1, 24, 2))


def horner(x: Floats, coefficients: tuple[float, ...]) -> Floats:
    """Polynomial in `x`, coefficients from the constant term up."""
    value: Floats = x * coefficients[-1] + coefficients[-2]
    for coefficient in reversed(coefficients[:-2]):
        value *= x
        value += coefficient
    return value


def exp(x: ArrayLike) -> Floats:
    """e to the power `x`; `x` is held within ±700 so that the answer stays finite."""
    bounded = np.clip(np.asarray(x, dtype=np.float64), -700.0, 700.0)
    k = np.rint(bounded * _LOG2_E)
    remainder = (bounded - k * _LN2_HIGH) - k * _LN2_LOW
    return np.ldexp(horner(remainder, _EXP_TERMS), k.astype(np.int32))


def log(x: ArrayLike) -> Floats:
    """Natural logarithm of `x` > 0; minus infinity at 0."""
    value = np.asarray(x, dtype=np.float64)
    mantissa, exponent = np.frexp(np.where(value > 0.0, value, 1.0))
    low = mantissa < 0.7071067811865476
    mantissa = np.where(low, 2.0 * mantissa, mantissa)
    k = exponent.astype(np.float64) - low
    s = (mantissa - 1.0) / (mantissa + 1.0)
    series = s * horner(s * s, _LOG_TERMS)
    answer = k * _LN2_HIGH + (k * _LN2_LOW + series)
    return np.where(value > 0.0, answer, -np.inf)


def logit(p: ArrayLike) -> Floats:
    """ln(p / (1 − p)) for 0 < p < 1."""
    share = np.asarray(p, dtype=np.float64)
    return log(share) - log(1.0 - share)


def expit(x: ArrayLike) -> Floats:
    """The inverse of `logit`."""
    value = np.asarray(x, dtype=np.float64)
    small = exp(-np.abs(value))
    return np.where(value >= 0.0, 1.0 / (1.0 + small), small / (1.0 + small))


# Wichura's algorithm AS 241 (Applied Statistics 37, 1988), relative error about 1e-16.
_CENTRE_TOP = (
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3,
)  # fmt: skip
_CENTRE_BOTTOM = (
    1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3,
)  # fmt: skip
_TAIL_TOP = (
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4,
)  # fmt: skip
_TAIL_BOTTOM = (
    1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
)  # fmt: skip
_FAR_TOP = (
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
)  # fmt: skip
_FAR_BOTTOM = (
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
)  # fmt: skip


def normal_quantile(u: ArrayLike) -> Floats:
    """Standard normal quantile of `u`, 0 < u < 1 (Wichura 1988, AS 241)."""
    p = np.asarray(u, dtype=np.float64)
    q = p - 0.5
    r = 0.180625 - q * q
    answer = q * horner(r, _CENTRE_TOP)
    answer /= horner(r, _CENTRE_BOTTOM)
    tail = np.abs(q) > 0.425
    if np.any(tail):
        outer = p[tail]
        distance = np.sqrt(-log(np.minimum(outer, 1.0 - outer)))
        near = distance - 1.6
        size = horner(near, _TAIL_TOP)
        size /= horner(near, _TAIL_BOTTOM)
        if np.any(distance > 5.0):  # one of some hundred thousand million
            far = distance - 5.0
            size = np.where(distance <= 5.0, size, horner(far, _FAR_TOP) / horner(far, _FAR_BOTTOM))
        answer[tail] = np.where(outer < 0.5, -size, size)
    return answer


_HALF_LOG_TWO_PI = 0.91893853320467274178
# Coefficients of Stirling's series in 1/y², from the term in 1/y on; with y ≥ 8 the first
# one left out is below 1e-15.
_STIRLING = (
    1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360360.0,
    1.0 / 156.0,
)  # fmt: skip
_STIRLING_SHIFT = 8


def log_gamma(x: ArrayLike) -> Floats:
    """Natural logarithm of the gamma function for 0 < `x` < 1e30, to about 14 digits."""
    value = np.asarray(x, dtype=np.float64)
    product = value.copy()
    for step in range(1, _STIRLING_SHIFT):
        product = product * (value + step)
    y = value + float(_STIRLING_SHIFT)
    inverse = 1.0 / y
    series = inverse * horner(inverse * inverse, _STIRLING)
    return (y - 0.5) * log(y) - y + _HALF_LOG_TWO_PI + series - log(product)
