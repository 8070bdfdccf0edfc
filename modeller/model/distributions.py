"""Distributions: each is a family with its parameters and a quantile function.

Every distribution has a scale (its *link*): logit for shares, log for rates and sizes, identity
otherwise. Moving a belief's central value shifts its distribution on that scale, and its spread is
stretched there, so that a share stays between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from modeller.base import elementary
from modeller.base.elementary import Floats

Z95 = 1.6448536269514722
"""Standard normal quantile of 0.95."""


@dataclass(frozen=True)
class Link:
    """A scale for a distribution: `forward` maps a value to it, `back` maps it to the value."""

    name: str
    forward: Callable[[ArrayLike], Floats]
    back: Callable[[ArrayLike], Floats]


def _as_floats(x: ArrayLike) -> Floats:
    return np.asarray(x, dtype=np.float64)


IDENTITY = Link("identity", _as_floats, _as_floats)
LOG = Link("log", elementary.log, elementary.exp)
LOGIT = Link("logit", elementary.logit, elementary.expit)


class Distribution(Hashable, Protocol):
    """What every family offers. Distributions compare by value."""

    @property
    def link(self) -> Link:
        """The natural scale."""

    def quantile(self, u: ArrayLike) -> Floats:
        """Value below which the share `u` (0 < u < 1, any shape) of the distribution lies."""


@dataclass(frozen=True)
class LinkedNormal:
    """Normal, lognormal or logit-normal: normal on the scale of its link.

    `median` is in the quantity's own unit, `sd` on the scale of the link.
    """

    link: Link
    median: float
    sd: float

    @classmethod
    def from_range(cls, link: Link, p05: float, p95: float) -> LinkedNormal:
        """The one whose central 90 % range is `p05` to `p95`."""
        low, high = float(link.forward(p05)), float(link.forward(p95))
        return cls(link, float(link.back((low + high) / 2)), (high - low) / (2 * Z95))

    def quantile(self, u: ArrayLike) -> Floats:
        """Value at share `u`."""
        z = elementary.normal_quantile(np.atleast_1d(_as_floats(u)))
        value = self.link.back(self.link.forward(self.median) + self.sd * z)
        return value.reshape(np.shape(u))


class _Tabulated:
    """A density on its link's scale, integrated on a fine grid and inverted by interpolation.

    Accurate to about a hundred-thousandth of a standard deviation, and the same bits on every
    machine, which a statistics library would not give.
    """

    _POINTS = 4001
    _DROP = 40.0  # the grid ends where the log density is this far below its peak

    link: Link

    def _log_density(self, y: Floats) -> Floats:
        """Natural log of the density at `y` on the link's scale, up to a constant."""
        raise TypeError(f"{type(self).__name__} declares no density at {y}")

    def _mode(self) -> float:
        """Where the density is highest, on the link's scale."""
        raise TypeError(f"{type(self).__name__} declares no mode")

    def grid(self) -> tuple[Floats, Floats]:
        """Points on the link's scale, and the share of the distribution below each."""
        mode = self._mode()
        peak = float(self._log_density(np.array([mode]))[0])
        ends = []
        for direction in (-1.0, 1.0):
            near, far = 0.0, 1e-3
            while (
                peak - float(self._log_density(np.array([mode + direction * far]))[0]) < self._DROP
            ):
                near, far = far, 2.0 * far
            for _ in range(20):
                middle = (near + far) / 2
                drop = peak - float(self._log_density(np.array([mode + direction * middle]))[0])
                near, far = (middle, far) if drop < self._DROP else (near, middle)
            ends.append(mode + direction * far)
        y = np.linspace(ends[0], ends[1], self._POINTS)
        density = elementary.exp(self._log_density(y) - peak)
        cumulative = np.concatenate(([0.0], np.cumsum((density[1:] + density[:-1]) / 2)))
        return y, cumulative / cumulative[-1]

    def quantile(self, u: ArrayLike) -> Floats:
        """Value at share `u`."""
        y, cumulative = _grid_of(self)
        return self.link.back(np.interp(_as_floats(u), cumulative, y))


@lru_cache(maxsize=32)
def _grid_of(law: _Tabulated) -> tuple[Floats, Floats]:
    """Keep a distribution's grid, so that reading a table again does not make it again."""
    return law.grid()


@dataclass(frozen=True)
class Gamma(_Tabulated):
    """Gamma with `shape` and `rate` (mean shape / rate); natural scale log."""

    shape: float
    rate: float

    @property
    def link(self) -> Link:  # type: ignore[override]
        """The natural scale."""
        return LOG

    def _mode(self) -> float:
        return float(elementary.log(self.shape / self.rate))

    def _log_density(self, y: Floats) -> Floats:
        return self.shape * y - self.rate * elementary.exp(y)


@dataclass(frozen=True)
class Beta(_Tabulated):
    """Beta with parameters `a` and `b` (mean a / (a + b)); natural scale logit."""

    a: float
    b: float

    @property
    def link(self) -> Link:  # type: ignore[override]
        """The natural scale."""
        return LOGIT

    def _mode(self) -> float:
        return float(elementary.log(self.a / self.b))

    def _log_density(self, y: Floats) -> Floats:
        # ln(1 + e^y), without overflow
        softplus = np.maximum(y, 0.0) + elementary.log(1.0 + elementary.exp(-np.abs(y)))
        return self.a * y - (self.a + self.b) * softplus


_LINKED = {"normal": IDENTITY, "lognormal": LOG, "logit-normal": LOGIT}


def from_table(table: Mapping[str, float | str]) -> Distribution:
    """The distribution that a catalogue table describes.

    ``{family = "lognormal", p05 = 8, p95 = 14}`` or ``median`` and ``sd`` for the normal
    families; ``shape`` and ``rate`` for gamma; ``a`` and ``b`` for beta.

    Raises
    ------
    ValueError
        For an unknown family or parameters that do not belong to it.
    """
    family = table.get("family")
    numbers = {key: float(value) for key, value in table.items() if key != "family"}
    if family in _LINKED:
        link = _LINKED[str(family)]
        if set(numbers) == {"p05", "p95"}:
            return LinkedNormal.from_range(link, numbers["p05"], numbers["p95"])
        if set(numbers) == {"median", "sd"}:
            return LinkedNormal(link, numbers["median"], numbers["sd"])
    elif family == "gamma" and set(numbers) == {"shape", "rate"}:
        return Gamma(numbers["shape"], numbers["rate"])
    elif family == "beta" and set(numbers) == {"a", "b"}:
        return Beta(numbers["a"], numbers["b"])
    raise ValueError(f"no distribution is described by {dict(table)}")
