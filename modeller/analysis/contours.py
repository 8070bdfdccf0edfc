"""Lines of equal value through a grid of numbers (marching squares)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats

_Crossing = tuple[str, int, int]
"""An edge of the grid: ``across`` from (row, column) to the right, or ``up`` from it."""

# Which edges of a cell a line joins, by which corners lie above the level:
# 1 lower left, 2 lower right, 4 upper right, 8 upper left. Two cases are ambiguous.
_JOINS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("left", "bottom"),),
    2: (("bottom", "right"),),
    3: (("left", "right"),),
    4: (("right", "top"),),
    6: (("bottom", "top"),),
    7: (("left", "top"),),
    8: (("top", "left"),),
    9: (("top", "bottom"),),
    11: (("top", "right"),),
    12: (("right", "left"),),
    13: (("right", "bottom"),),
    14: (("bottom", "left"),),
}
_SADDLES: dict[tuple[int, bool], tuple[tuple[str, str], ...]] = {
    (5, True): (("left", "top"), ("bottom", "right")),
    (5, False): (("left", "bottom"), ("right", "top")),
    (10, True): (("left", "bottom"), ("right", "top")),
    (10, False): (("left", "top"), ("bottom", "right")),
}


def iso_lines(x: Floats, y: Floats, values: Floats, level: float) -> list[Floats]:
    """Lines along which interpolated values equal the level.

    Parameters
    ----------
    x, y
        Ascending, shapes (columns,) and (rows,).
    values
        Shape (rows, columns); cells with a corner that is not finite hold no line.

    Returns
    -------
    list
        Each line as points (x, y), shape (points, 2); a closed line ends where it begins.
    """
    above = values >= level
    finite = np.isfinite(values)
    neighbours: dict[_Crossing, list[_Crossing]] = {}
    for row in range(len(y) - 1):
        for column in range(len(x) - 1):
            corners = (slice(row, row + 2), slice(column, column + 2))
            if not finite[corners].all():
                continue
            for one, other in _joins(above[corners], values[corners], level):
                a, b = _edge(one, row, column), _edge(other, row, column)
                neighbours.setdefault(a, []).append(b)
                neighbours.setdefault(b, []).append(a)
    return [
        np.array([_place(crossing, x, y, values, level) for crossing in line])
        for line in _chained(neighbours)
    ]


def _joins(above: NDArray[np.bool_], values: Floats, level: float) -> tuple[tuple[str, str], ...]:
    case = int(above[0, 0]) + 2 * int(above[0, 1]) + 4 * int(above[1, 1]) + 8 * int(above[1, 0])
    if case in (5, 10):
        # the middle of the cell says which pair of corners hangs together
        return _SADDLES[case, bool(values.mean() >= level)]
    return _JOINS.get(case, ())


def _edge(side: str, row: int, column: int) -> _Crossing:
    return {
        "bottom": ("across", row, column),
        "top": ("across", row + 1, column),
        "left": ("up", row, column),
        "right": ("up", row, column + 1),
    }[side]


def _place(
    crossing: _Crossing, x: Floats, y: Floats, values: Floats, level: float
) -> tuple[float, float]:
    direction, row, column = crossing
    end_row, end_column = (row, column + 1) if direction == "across" else (row + 1, column)
    start, end = float(values[row, column]), float(values[end_row, end_column])
    share = (level - start) / (end - start) if end != start else 0.5
    return (
        float(x[column] + share * (x[end_column] - x[column])),
        float(y[row] + share * (y[end_row] - y[row])),
    )


def _chained(neighbours: dict[_Crossing, list[_Crossing]]) -> list[list[_Crossing]]:
    """Pieces put end to end: open lines first from their ends, then closed ones."""
    left = {crossing: list(others) for crossing, others in neighbours.items()}
    lines = []
    for only_ends in (True, False):
        for start in sorted(left):
            while left[start] and (not only_ends or len(left[start]) == 1):
                line = [start]
                here = start
                while left[here]:
                    onward = left[here].pop()
                    left[onward].remove(here)
                    line.append(onward)
                    here = onward
                lines.append(line)
    return lines
