"""The memory that the live kernel reads and writes; no compiler is imported here."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from modeller.base.elementary import Floats

Singles = NDArray[np.float32]
Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]
Bytes = NDArray[np.uint8]

BINS = 256
PARTS = 4  # histograms filled in turn: two equal values in a row need not wait for each other
LANES = PARTS * 128
"""Draws in a block: few enough that no byte of a partial histogram can overflow."""

SCRATCH_ROWS = 3
FIRST_WEEK_ROW, FIRST_CAUSE_ROW, BINDING_ROW = (SCRATCH_ROWS + row for row in range(3))
"""Rows for when and why crews first ran out, and for what binds in this week."""
FIRST_FREE_ROW = SCRATCH_ROWS + 3

IDENTITY, LOG, LOGIT = range(3)
"""The links of beliefs."""


class Tallying(NamedTuple):
    """The scratch memory of a thread for sums and histograms.

    Attributes
    ----------
    halves, ends
        For sums, (LANES,), and for ranges, (2,).
    places, parts, counts
        For histograms: (LANES,), (parts × bins,) and (bins,).
    """

    halves: Singles
    ends: Floats
    places: NDArray[np.int32]
    parts: Bytes
    counts: NDArray[np.int64]


def tallying() -> Tallying:
    """Uninitialised memory for a thread."""
    return Tallying(
        np.empty(LANES, np.float32), np.empty(2), np.empty(LANES, np.int32),
        np.empty(PARTS * BINS, np.uint8), np.empty(BINS, np.int64),
    )  # fmt: skip


class Given(NamedTuple):
    """What a pass reads.

    Attributes
    ----------
    draws
        The number of draws in all; the last block may hold fewer than LANES.
    noise, levels
        Flat; the weeks of a block lie together, and `noise_weeks` of them have been made.
    beliefs, table
        The beliefs, flat, by block and row; and the numbers of each week, (weeks, columns).
    moved, cause_moved
        Which steady groups differ from the week before, (weeks, groups), and whether that of the
        cause does, (weeks,).
    """

    draws: int
    noise: Singles
    noise_weeks: int
    levels: tuple[Singles, ...]
    beliefs: Singles
    table: Singles
    moved: Booleans
    cause_moved: Booleans


class Asked(NamedTuple):
    """What a pass is to give.

    Attributes
    ----------
    wanted, binding
        Which of the source's `wishes` are wanted; whether to count what bound the deployments.
    summed, flow_rows
        Which flows are added up, and the row of each.
    ratio_rows, ratio_factors
        The numerator and denominator of each ratio, (ratios, 2), and its factor.
    fan_rows, tallied
        The row that each fan shows, and the weeks in which it may differ from the week before,
        (weeks, fans).
    """

    wanted: Booleans
    binding: bool
    summed: Booleans
    flow_rows: Integers
    ratio_rows: Integers
    ratio_factors: Singles
    fan_rows: Integers
    tallied: Booleans


class Found(NamedTuple):
    """What a pass writes.

    Attributes
    ----------
    starts, widths
        Where the bins start and how wide they are, (weeks, fans); read once they are known.
    sums
        Sums over the draws of a block, (blocks, weeks, fans).
    kept, histograms
        The values of one block, (weeks, fans, LANES), and the histograms, (weeks, fans, BINS), of
        a thread.
    totals
        The totals of each flow that is added up, (flows, draws).
    causes
        How many draws each cause bound, counted by a thread, (weeks, causes).
    first_short
        Week and cause of the first shortage, (2, draws).
    """

    starts: Floats
    widths: Floats
    sums: Floats
    kept: Singles
    histograms: NDArray[np.uint32]
    totals: Singles
    causes: Integers
    first_short: NDArray[np.int16]


class Scratch(NamedTuple):
    """The memory of a thread: the rows of a block, and what counting and tallying need.

    Attributes
    ----------
    rows
        Flat, LANES numbers to a row.
    before
        How many draws of the block each cause bound in the week before, (causes,).
    """

    rows: Singles
    before: Integers
    tallying: Tallying
