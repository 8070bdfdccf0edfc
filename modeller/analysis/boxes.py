"""Finds boxes in which cases fail: patient rule induction (PRIM).

J. H. Friedman and N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9
(1999); used for scenario discovery by B. P. Bryant and R. J. Lempert (2010). It is written here
because the maintained libraries are large workbenches, while a box with four limits needs only a
page of code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats

Flags = NDArray[np.bool_]

PEEL = 0.05  # share of the cases in a box that one step removes
LEAST_CASES = 0.03  # a box with a smaller share of all cases is too small to matter
MOST_LIMITS = 4
MOST_BOXES = 3
_SURE = 4.0  # a limit is kept if it raises the density by this many standard errors
_DEARER = 0.02  # contrast that may be lost for one side less


@dataclass(frozen=True)
class Limit:
    """One or both sides of a box: `low` ≤ the quantity ≤ `high`; None leaves a side open."""

    key: str
    low: float | None = None
    high: float | None = None

    def holds(self, values: Floats) -> Flags:
        """Which values lie inside the limit."""
        inside = np.ones(values.shape, dtype=bool)
        if self.low is not None:
            inside &= values >= self.low
        if self.high is not None:
            inside &= values <= self.high
        return inside


@dataclass(frozen=True)
class Box:
    """A region given by its limits.

    Attributes
    ----------
    coverage
        Share of the failing cases that are inside.
    density
        Share of the cases inside that fail.
    mass
        Share of all cases that are inside.
    """

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float

    @property
    def contrast(self) -> float:
        """Share of the failing cases inside, less that of the others: 0 for a random box.

        This is better than a balance of coverage and density, by which a box takes in nearly
        everything if most cases fail.
        """
        if not self.coverage:
            return -self.mass
        failing = self.density * self.mass / self.coverage
        others = 1.0 - failing
        return self.coverage - (self.mass * (1.0 - self.density) / others if others > 0.0 else 0.0)


def inside(limits: tuple[Limit, ...], columns: Mapping[str, Floats]) -> Flags:
    """Which cases lie within all of the limits, shape (cases,)."""
    size = next(iter(columns.values())).size
    flags = np.ones(size, dtype=bool)
    for limit in limits:
        flags &= limit.holds(columns[limit.key])
    return flags


def measured_box(limits: tuple[Limit, ...], columns: Mapping[str, Floats], fails: Flags) -> Box:
    """The box of some limits, with its measures."""
    flags = inside(limits, columns)
    failing = int((flags & fails).sum())
    return Box(
        limits,
        coverage=failing / max(int(fails.sum()), 1),
        density=failing / max(int(flags.sum()), 1),
        mass=float(flags.mean()),
    )


def find_boxes(
    columns: Mapping[str, Floats],
    fails: Flags,
    *,
    rounded: Callable[[str, float], float] = lambda _key, value: value,
) -> tuple[Box, ...]:
    """Boxes in which failing cases are concentrated, found one after the other.

    Each is looked for among the cases outside earlier boxes, using every other case. It is then
    measured on the rest, which took no part in finding it, so that luck in the sample does not
    flatter it.

    Parameters
    ----------
    columns
        The quantities, each of shape (cases,).
    fails
        Which cases fail, shape (cases,).
    rounded
        Rounds a limit as it will be stated; boxes are measured with rounded limits.

    Returns
    -------
    tuple
        Empty if failures are not concentrated: if all fail, none do, or they fail at random.
    """
    search = {key: values[::2] for key, values in columns.items()}
    check = {key: values[1::2] for key, values in columns.items()}
    left, check_left = fails[::2].copy(), np.ones(fails[1::2].shape, dtype=bool)
    open_ = np.ones(left.shape, dtype=bool)
    boxes: list[Box] = []
    for _ in range(MOST_BOXES):
        here = {key: values[open_] for key, values in search.items()}
        limits = _one_box(here, left[open_], rounded)
        if not limits:
            break
        remaining = {key: values[check_left] for key, values in check.items()}
        box = measured_box(limits, remaining, fails[1::2][check_left])
        if not _denser(box, fails[1::2][check_left]):
            break
        flags = inside(limits, check) & check_left
        total = max(int(fails[1::2].sum()), 1)
        boxes.append(
            replace(
                box,
                coverage=int((flags & fails[1::2]).sum()) / total,
                mass=float(flags.mean()),
            )
        )
        check_left &= ~flags
        open_ &= ~inside(limits, search)
        if not left[open_].any():
            break
    return tuple(boxes)


def _denser(box: Box, fails: Flags) -> bool:
    """Whether cases inside fail more often than cases in general, by more than chance."""
    count = box.mass * fails.size
    base = float(fails.mean())
    error = np.sqrt(base * (1.0 - base) / max(count, 1.0))
    return bool(count > 0 and box.density - base > _SURE * error and error > 0.0)


def _one_box(
    columns: Mapping[str, Floats],
    fails: Flags,
    rounded: Callable[[str, float], float],
) -> tuple[Limit, ...]:
    if fails.all() or not fails.any():
        return ()
    trajectory = _peeled(columns, fails)
    best: Box | None = None
    for limits in trajectory:
        box = _simplified(measured_box(_stated(limits, rounded), columns, fails), columns, fails)
        while len(box.limits) > MOST_LIMITS:
            box = _without_least(box, columns, fails)
        if best is None or box.contrast > best.contrast:
            best = box
    if best is None or not best.limits:
        return ()
    return _beyond_chance(best, columns, fails).limits


def _peeled(columns: Mapping[str, Floats], fails: Flags) -> list[tuple[Limit, ...]]:
    """The boxes on the way from all cases to the densest few."""
    least = max(int(LEAST_CASES * fails.size), 20)
    chosen = np.arange(fails.size)
    limits: dict[str, Limit] = {}
    trajectory: list[tuple[Limit, ...]] = []
    while True:
        density = fails[chosen].mean()
        best_gain, best_limit, best_kept = 0.0, None, chosen
        for key, values in columns.items():
            here = values[chosen]
            for limit in _cuts(key, here):
                kept = chosen[limit.holds(here)]
                if not least <= kept.size < chosen.size:
                    continue
                # gain for each case removed, so that a larger cut has no advantage
                gain = (fails[kept].mean() - density) / (chosen.size - kept.size)
                if gain > best_gain:
                    best_gain, best_limit, best_kept = gain, limit, kept
        if best_limit is None:
            return trajectory
        former = limits.get(best_limit.key, Limit(best_limit.key))
        limits[best_limit.key] = Limit(
            best_limit.key,
            former.low if best_limit.low is None else best_limit.low,
            former.high if best_limit.high is None else best_limit.high,
        )
        chosen = best_kept
        trajectory.append(tuple(limits.values()))


def _cuts(key: str, values: Floats) -> list[Limit]:
    """The two ways of removing the outermost cases of one quantity."""
    low, high = np.quantile(values, (PEEL, 1.0 - PEEL))
    if low == values.min():  # if many cases share the lowest value, all of them are removed
        above = values[values > low]
        low = above.min() if above.size else low
    if high == values.max():
        below = values[values < high]
        high = below.max() if below.size else high
    return [Limit(key, low=float(low)), Limit(key, high=float(high))]


def _stated(limits: tuple[Limit, ...], rounded: Callable[[str, float], float]) -> tuple[Limit, ...]:
    return tuple(
        Limit(
            limit.key,
            None if limit.low is None else rounded(limit.key, limit.low),
            None if limit.high is None else rounded(limit.key, limit.high),
        )
        for limit in limits
    )


def _without_each_side(box: Box) -> list[tuple[Limit, ...]]:
    """The box without each of its sides in turn."""
    options = []
    for index, limit in enumerate(box.limits):
        rest = (*box.limits[:index], *box.limits[index + 1 :])
        if limit.low is not None and limit.high is not None:
            options.append((*rest, Limit(limit.key, low=limit.low)))
            options.append((*rest, Limit(limit.key, high=limit.high)))
        else:
            options.append(rest)
    return options


def _best_without(box: Box, columns: Mapping[str, Floats], fails: Flags) -> Box:
    options = [measured_box(limits, columns, fails) for limits in _without_each_side(box)]
    return max(options, key=lambda option: option.contrast)


def _without_least(box: Box, columns: Mapping[str, Floats], fails: Flags) -> Box:
    """The box without the quantity that it needs least."""
    options = [
        measured_box((*box.limits[:index], *box.limits[index + 1 :]), columns, fails)
        for index in range(len(box.limits))
    ]
    return max(options, key=lambda option: option.contrast)


def _simplified(box: Box, columns: Mapping[str, Floats], fails: Flags) -> Box:
    """The box without the sides that hardly matter."""
    while box.limits:
        simpler = _best_without(box, columns, fails)
        if simpler.contrast < box.contrast - _DEARER:
            break
        box = simpler
    return box


def _beyond_chance(box: Box, columns: Mapping[str, Floats], fails: Flags) -> Box:
    """The box without limits that may be due to chance."""
    for limit in box.limits:
        others = tuple(each for each in box.limits if each is not limit)
        around = measured_box(others, columns, fails)
        count = box.mass * fails.size
        error = np.sqrt(around.density * (1.0 - around.density) / max(count, 1.0))
        if box.density - around.density <= _SURE * error:
            return _beyond_chance(measured_box(others, columns, fails), columns, fails)
    return box
