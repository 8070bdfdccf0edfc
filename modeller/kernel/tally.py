"""Histograms of a fan in a week: their range from a few pilot draws, and the bands read from them.

A histogram has one bin for values below its range, 253 of equal width, one for values above, and
one for infinity. The bins hold whole counts, so that bands have the same bits for any number of
threads.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats
from modeller.kernel.compiling import compiled
from modeller.kernel.live_memory import BINS, LANES, PARTS, Singles, Tallying

PILOT = 256
"""How many draws set the ranges."""
_INSIDE, _ABOVE, _INFINITE = 253, 254, 255
_GROUPS = 16

# slightly below one: what lies exactly at the start of the range counts as below it, because many
# draws may have that very value
_FIRST_BIN = np.float32(1.0 - 2.0**-24)
_ABOVE_BIN, _INFINITE_BIN = np.float32(_ABOVE), np.float32(_INFINITE)
_LARGE = np.float32(1e37)
_ZERO = np.float32(0)
_NO_BYTE, _ONE_BYTE = np.uint8(0), np.uint8(1)
_SECOND, _THIRD, _FOURTH = (np.uint64(part * BINS) for part in range(1, PARTS))


@compiled
def row_sum(values: Singles, row: int, size: int, halves: Singles) -> float:
    """Sum of the first `size` values of a row, in an order that depends on `size` alone.

    `halves` is scratch, shape (LANES / 2,) or more.
    """
    if size < LANES:
        total = 0.0
        for i in range(size):
            total += float(values[row + i])
        return total
    part = values[row : row + LANES]
    for i in range(LANES // 2):
        halves[i] = part[i] + part[LANES // 2 + i]
    for i in range(LANES // 4):
        halves[i] += halves[LANES // 4 + i]
    for i in range(LANES // 8):
        halves[i] += halves[LANES // 8 + i]
    for i in range(LANES // 16):
        halves[i] += halves[LANES // 16 + i]
    total = 0.0
    for i in range(LANES // 16):
        total += float(halves[i])
    return total


@compiled
def _pilot_range(values: Singles, size: int, scratch: Singles, ends: Floats) -> None:
    """The second lowest minimum and second highest maximum of sixteen groups of draws.

    These are about the 0.8 and 99.2 % points, so that a single outlier does not stretch the range.
    `ends`, shape (2,), is left unchanged where no value is finite. `scratch` has shape (2 ×
    PILOT,).
    """
    lows, highs = scratch[:PILOT], scratch[PILOT:]
    for i in range(PILOT):
        value = values[i]
        lows[i] = value
        highs[i] = value if value < _LARGE else -_LARGE
    for i in range(size, PILOT):
        lows[i], highs[i] = _LARGE, -_LARGE
    groups = PILOT // 2
    while groups >= _GROUPS:
        for i in range(groups):
            one, other = lows[i], lows[groups + i]
            lows[i] = one if one < other else other
            one, other = highs[i], highs[groups + i]
            highs[i] = one if one > other else other
        groups //= 2
    lows, highs = lows[:_GROUPS], highs[:_GROUPS]
    lowest = second_lowest = _LARGE
    highest = second_highest = -_LARGE
    for i in range(_GROUPS):
        if lows[i] < lowest:
            lowest, second_lowest = lows[i], lowest
        elif lows[i] < second_lowest:
            second_lowest = lows[i]
        if highs[i] > highest:
            highest, second_highest = highs[i], highest
        elif highs[i] > second_highest:
            second_highest = highs[i]
    if second_lowest > second_highest:  # almost no value is finite
        second_lowest, second_highest = lowest, highest
    if second_lowest <= second_highest:
        ends[0], ends[1] = float(second_lowest), float(second_highest)


@compiled
def _set_bins(low: float, high: float, whole: bool) -> tuple[float, float]:
    if whole:
        width = max(1.0, math.ceil((high - low + 1.0) / _INSIDE))
        # room on both sides, so that every whole number has a bin of its own
        slack = math.floor((_INSIDE * width - (high - low + 1.0)) / 2.0)
        return max(low - slack, 0.0) - 0.5, width
    return low, (high - low) / _INSIDE


@compiled
def set_all_bins(
    kept: Singles,
    draws: int,
    wholes: NDArray[np.bool_],
    starts: Floats,
    widths: Floats,
    scratch: Tallying,
) -> None:
    """Set where the bins start and how wide they are, from the values of the first block.

    Bins for whole numbers hold the same number of them each; one each, where the range allows.

    Parameters
    ----------
    kept
        Shape (weeks, fans, LANES).
    draws
        The number of draws in all; the first `PILOT` of them are used.
    """
    size, ends = min(PILOT, draws), scratch.ends
    for week in range(starts.shape[0]):
        for fan in range(wholes.size):
            ends[0] = ends[1] = 0.0
            _pilot_range(kept[week, fan], size, scratch.halves, ends)
            starts[week, fan], widths[week, fan] = _set_bins(ends[0], ends[1], wholes[fan])


@compiled
def tally(
    values: Singles,
    row: int,
    size: int,
    start: float,
    width: float,
    scratch: Tallying,
    histogram: NDArray[np.uint32],
) -> None:
    """Add the first `size` values of a row to the histogram."""
    places, parts = scratch.places, scratch.parts
    # slightly more, so that what lies exactly at the end of the range counts as above it
    scale = np.float32(1.0000005 / width) if width > 0.0 else _LARGE
    low = np.float32(start)
    part = values[row : row + LANES]
    for i in range(LANES):
        value = part[i]
        place = (value - low) * scale + _FIRST_BIN
        place = place if place > _ZERO else _ZERO
        place = place if place < _ABOVE_BIN else _ABOVE_BIN
        places[i] = np.int32(place if value < _LARGE else _INFINITE_BIN)
    for j in range(PARTS * BINS):
        parts[j] = _NO_BYTE
    whole = size - size % PARTS
    # unsigned, so that the compiler need not check for negative indices
    for i in range(0, whole, PARTS):
        parts[np.uint32(places[i])] += _ONE_BYTE
        parts[_SECOND + np.uint32(places[i + 1])] += _ONE_BYTE
        parts[_THIRD + np.uint32(places[i + 2])] += _ONE_BYTE
        parts[_FOURTH + np.uint32(places[i + 3])] += _ONE_BYTE
    for i in range(whole, size):
        parts[np.uint32(places[i])] += _ONE_BYTE
    for j in range(BINS):
        histogram[j] += np.uint32(
            np.uint16(parts[j])
            + np.uint16(parts[BINS + j])
            + np.uint16(parts[2 * BINS + j])
            + np.uint16(parts[3 * BINS + j])
        )


@compiled
def tally_kept(
    kept: Singles,
    size: int,
    tallied: NDArray[np.bool_],
    starts: Floats,
    widths: Floats,
    scratch: Tallying,
    histograms: NDArray[np.uint32],
) -> None:
    """Tally the block whose values were kept before the ranges were known.

    Parameters
    ----------
    kept, histograms
        Shapes (weeks, fans, LANES) and (weeks, fans, BINS).
    tallied
        Whether a fan may differ from the week before, (weeks, fans).
    """
    for week in range(kept.shape[0]):
        for fan in range(kept.shape[1]):
            if tallied[week, fan]:
                tally(
                    kept[week, fan], 0, size, starts[week, fan], widths[week, fan], scratch,
                    histograms[week, fan],
                )  # fmt: skip


@compiled
def _value_at(
    rank: float, before: int, inside: int, bin_: int, start: float, width: float, whole: bool
) -> float:
    """The value of a whole rank in a bin that holds `inside` values, after `before` lower ones."""
    if bin_ == _INFINITE:
        return np.inf
    end = start + _INSIDE * width
    if bin_ == 0:
        return start + 0.5 if whole else start
    if bin_ == _ABOVE:
        return end - 0.5 if whole else end
    if whole and width == 1.0:
        return start + 0.5 + (bin_ - 1)
    return start + (bin_ - 1 + (rank - before + 0.5) / inside) * width


@compiled
def read_bands(
    histograms: NDArray[np.uint32],
    first_week: int,
    last_week: int,
    draws: int,
    starts: Floats,
    widths: Floats,
    wholes: NDArray[np.bool_],
    probabilities: Floats,
    bands: Floats,
    smooth: Floats,
    scratch: Tallying,
) -> None:
    """Quantiles in the weeks from `first_week` up to, not including, `last_week`, interpolated.

    Parameters
    ----------
    histograms
        One set for each thread, shape (threads, weeks, fans, BINS); their sum is used.
    probabilities
        Ascending, shape (p,).
    bands, smooth
        Results, shape (weeks, fans, p); `smooth` only for whole numbers: quantiles of their
        mid-distribution.
    """
    counts = scratch.counts
    for week in range(first_week, last_week):
        for fan in range(wholes.size):
            histogram = histograms[0, week, fan]
            for j in range(BINS):
                counts[j] = histogram[j]
            for thread in range(1, histograms.shape[0]):
                histogram = histograms[thread, week, fan]
                for j in range(BINS):
                    counts[j] += histogram[j]
            start, width = starts[week, fan], widths[week, fan]
            counted = 0
            for j in range(BINS):
                counted += counts[j]
            if counted == draws:
                _read(counts, draws, start, width, wholes[fan], probabilities, bands[week, fan])
                if wholes[fan] and width == 1.0:
                    _read_middles(counts, draws, start, probabilities, smooth[week, fan])
                elif wholes[fan]:  # several numbers to a bin: the quantiles are smooth as they are
                    for p in range(probabilities.size):
                        smooth[week, fan, p] = bands[week, fan, p]


@compiled
def _read(
    counts: NDArray[np.int64],
    draws: int,
    start: float,
    width: float,
    whole: bool,
    probabilities: Floats,
    band: Floats,
) -> None:
    bin_, before = 0, 0
    for p in range(probabilities.size):
        position = probabilities[p] * (draws - 1)
        rank = math.floor(position)
        between = position - rank
        while before + counts[bin_] <= rank:
            before += counts[bin_]
            bin_ += 1
        low = _value_at(rank, before, counts[bin_], bin_, start, width, whole)
        band[p] = low
        if between > 0.0:
            next_bin, next_before = bin_, before
            while next_before + counts[next_bin] <= rank + 1:
                next_before += counts[next_bin]
                next_bin += 1
            high = _value_at(
                rank + 1.0, next_before, counts[next_bin], next_bin, start, width, whole
            )
            if low < high:
                band[p] = low + between * (high - low)


@compiled
def _read_middles(
    counts: NDArray[np.int64], draws: int, start: float, probabilities: Floats, band: Floats
) -> None:
    """Quantiles of the mid-distribution of whole numbers, one to a bin; as `mid_quantiles`."""
    bin_, before, last = 0, 0, -1
    for p in range(probabilities.size):
        position = probabilities[p] * draws
        while before + counts[bin_] <= position:
            before += counts[bin_]
            if counts[bin_] > 0:
                last = bin_
            bin_ += 1
        middle = before + counts[bin_] / 2.0
        value = start + 0.5 + max(bin_ - 1, 0)
        other, there = bin_, middle
        if position >= middle:
            following = bin_ + 1
            while following <= _ABOVE and counts[following] == 0:
                following += 1
            if following <= _ABOVE:
                other = following
                there = before + counts[bin_] + counts[following] / 2.0
        elif last >= 0:
            other, there = last, before - counts[last] / 2.0
        share = (position - middle) / (there - middle) if there != middle else 0.0
        band[p] = value + share * (start + 0.5 + max(other - 1, 0) - value)
