"""Where ticks stand, and labels that keep out of each other's way."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

MOST_TICKS = 5


def nice_ticks(largest: float, *, lowest: float = 0.0, whole: bool = False) -> tuple[float, ...]:
    """At most five round ticks from zero, the last at or above `largest`.

    With `whole` no tick lies between two whole numbers. Where `lowest` is below zero the ticks
    begin at or below it, zero is one of them, and there may be two more.
    """
    if lowest < 0.0:
        step = nice_ticks(max(largest, -lowest, largest - lowest), whole=whole)[1]
        first, last = (math.floor(lowest / step), math.ceil(max(largest, 0.0) / step))
        return tuple(float(f"{step * i:.12g}") for i in range(first, last + 1))
    if not math.isfinite(largest) or largest <= 0:
        return (0.0, 1.0)
    steps = MOST_TICKS - 1
    power = math.floor(math.log10(largest / steps))
    for exponent in (power, power + 1):
        for digit in (1.0, 2.0, 2.5, 5.0):
            step = float(f"{digit}e{exponent}")
            if whole and (step < 1 or step % 1):
                continue
            if step * steps >= largest * (1 - 1e-12):
                count = math.ceil(largest / step - 1e-9)
                return tuple(float(f"{step * i:.12g}") for i in range(count + 1))
    # only whole numbers below four get here, every smaller step having been refused
    return tuple(float(i) for i in range(math.ceil(largest) + 1))


def moved_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Positions near `wanted`, at least `gap` from each other, between `low` and `high`.

    Labels that touch are moved as one block about their common centre, so that none moves further
    than it must. Where there is too little room for all, they close up evenly.
    """
    count = len(wanted)
    if count == 0:
        return ()
    if count > 1:
        gap = min(gap, (high - low) / (count - 1))
    order = sorted(range(count), key=lambda i: wanted[i])
    blocks: list[tuple[float, int]] = []  # centre, labels

    def held(centre: float, size: int) -> float:
        reach = gap * (size - 1) / 2
        return min(max(centre, low + reach), high - reach)

    for index in order:
        centre, size = held(wanted[index], 1), 1
        while blocks:
            before, many = blocks[-1]
            if before + gap * (many - 1) / 2 + gap <= centre - gap * (size - 1) / 2 + 1e-9:
                break
            blocks.pop()
            centre = held((before * many + centre * size) / (many + size), many + size)
            size += many
        blocks.append((centre, size))
    positions = np.empty(count)
    place = 0
    for centre, size in blocks:
        for i in range(size):
            positions[order[place]] = centre + gap * (i - (size - 1) / 2)
            place += 1
    return tuple(float(p) for p in positions)


def elided(text: str, width: float, measure: Callable[[str], float]) -> str:
    """`text`, cut short by an ellipsis where `measure` finds it wider than `width`."""
    if measure(text) <= width:
        return text
    while text and measure(text.rstrip() + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…" if text else ""
