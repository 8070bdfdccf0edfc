"""What the live kernel is handed and writes in: shapes, rows and memory, without the compiler."""

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
"""Draws to a block: no byte of a partial histogram can overflow."""

SCRATCH_ROWS = 3
FIRST_WEEK_ROW, FIRST_CAUSE_ROW, BINDING_ROW = (SCRATCH_ROWS + row for row in range(3))
"""When and why crews first ran out, and what binds in this week."""
FIRST_FREE_ROW = SCRATCH_ROWS + 3

IDENTITY, LOG, LOGIT = range(3)
"""The links of beliefs."""


class Tallying(NamedTuple):
    """A thread's memory for sums and histograms, with anything in it.

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
    """Memory for a thread."""
    return Tallying(
        np.empty(LANES, np.float32), np.empty(2), np.empty(LANES, np.int32),
        np.empty(PARTS * BINS, np.uint8), np.empty(BINS, np.int64),
    )  # fmt: skip


class Given(NamedTuple):
    """What a pass reads.

    Attributes
    ----------
    draws
        In all; the last block may hold fewer than LANES.
    noise, levels
        Flat; a block's weeks lie together, and `noise_weeks` of them have been made.
    beliefs, table
        By block and row, flat; the numbers of the week, (weeks, columns).
    moved, cause_moved
        Which of the steady groups stand otherwise than the week before, (weeks, groups), and
        that of the cause, (weeks,).
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
        Which of the source's `wishes` there are; whether to count what held back.
    summed, flow_rows
        Which of the flows are added up, and the row of each.
    ratio_rows, ratio_factors
        For each ratio its numerator and denominator (r, 2), and its factor.
    fan_rows, tallied
        For each fan the row it shows, and the weeks in which it may be another than before,
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
        Of the bins, (weeks, fans): read, once they are known.
    sums
        Shape (blocks, weeks, fans).
    kept, histograms
        For a thread: (weeks, fans, LANES) of one block, or (weeks, fans, BINS).
    totals
        The sums at the end of each flow that is added up, (flows, draws).
    causes
        For a thread, (weeks, causes).
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
    """A thread's memory: the block's rows, and what counting and tallying need.

    Attributes
    ----------
    rows
        Flat, LANES to each.
    before
        The block's counts of causes of the week before, (causes,).
    """

    rows: Singles
    before: Integers
    tallying: Tallying
