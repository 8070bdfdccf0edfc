"""One pass over blocks of draws: a block's weeks one after another, tallied as they come.

No array of draws × weeks is ever made: a week's values go straight into the histograms of
the fans that are wanted.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats
from modeller.kernel.compiling import compiled
from modeller.kernel.live_week import (
    _A,
    BELIEF_ROWS,
    CAUSE,
    FIRST_CAUSE,
    FIRST_WEEK,
    NOISE_ROWS,
    RATIO_ROW,
    SUM_ROW,
    Singles,
    count_arrests,
    count_faces,
    count_false,
    count_true,
    set_crews,
    set_list,
    set_means,
    share_out,
    start_block,
)
from modeller.kernel.tally import BINS, LANES, row_sum, tally

FLOW_ROWS = (
    "deployments",
    "faces_scanned",
    "true_alerts",
    "false_alerts",
    "alerts",
    "arrests",
    "charged_or_cautioned",
    "officer_hours",
    "cost",
    "false_alerts_on_black_londoners",
)
"""The flows by row of a block's working memory; arrests forgone need no simulation."""

STEADY = tuple(FLOW_ROWS.index(name) for name in ("deployments", "officer_hours", "cost"))
"""Rows of the flows that stay as they are in a week in which no lever moves."""

_CAUSES = 5
_TRUE_STEP, _FACES_STEP, _FALSE_STEP, _ARRESTS_STEP, _CREWS_STEP = range(5)
STEPS = ("true_alerts", "faces_scanned", "false_alerts", "arrests", "binding")
"""The parts of a week that can be left out when nothing wanted needs them."""

_NOISE, _BELIEFS = LANES * len(NOISE_ROWS), LANES * len(BELIEF_ROWS)
_INFINITE, _ZERO, _ONE = np.float32(np.inf), np.float32(0), np.float32(1)
_PACK = 4096
_PACKED = np.float32(_PACK)


@compiled
def _count_causes(
    s: Singles,
    week: int,
    size: int,
    moved: bool,
    halves: Singles,
    before: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> None:
    """Add what bound each draw this week, and remember the first time.

    Parameters
    ----------
    halves, before
        Scratch, shape (LANES / 2,); this block's counts of the week before, (causes,).
    """
    if moved:
        for i in range(size, LANES):
            s[CAUSE + i] = _ZERO
        before[0] = size
        for first in range(1, _CAUSES, 2):
            # two counts in one sum: whole numbers this small are exact in single precision
            one, other = np.float32(first), np.float32(first + 1)
            for i in range(LANES):
                weight = _ONE if s[CAUSE + i] == one else _ZERO
                s[_A + i] = _PACKED if s[CAUSE + i] == other else weight
            packed = int(row_sum(s, _A, LANES, halves))
            before[first], before[first + 1] = packed % _PACK, packed // _PACK
            before[0] -= before[first] + before[first + 1]
        now = np.float32(week + 1)
        for i in range(LANES):  # where no week is noted yet, the cause may well be none
            cause_now, noted = s[CAUSE + i], s[FIRST_CAUSE + i]
            s[FIRST_CAUSE + i] = noted if s[FIRST_WEEK + i] > _ZERO else cause_now
        for i in range(LANES):
            noted = s[FIRST_WEEK + i]
            short = now if s[CAUSE + i] > _ZERO else _ZERO
            s[FIRST_WEEK + i] = noted if noted > _ZERO else short
    for cause in range(_CAUSES):
        counts[week, cause] += before[cause]


@compiled
def _add(s: Singles, row: int, sum_row: int) -> None:
    value, total = s[row : row + LANES], s[sum_row : sum_row + LANES]
    for i in range(LANES):
        total[i] += value[i]


@compiled
def _divide(s: Singles, above: int, below: int, factor: np.float32, row: int) -> None:
    """A ratio of sums, infinite without a denominator."""
    numerator, denominator = s[above : above + LANES], s[below : below + LANES]
    ratio = s[row : row + LANES]
    for i in range(LANES):
        value = factor * numerator[i] / denominator[i]
        ratio[i] = value if denominator[i] > _ZERO else _INFINITE


@compiled
def run_blocks(
    block: int,
    draws: int,
    keep: bool,
    seen: bool,
    steps: NDArray[np.bool_],
    noise: Singles,
    noise_weeks: int,
    level_alerts: Singles,
    level_faces: Singles,
    level_arrests: Singles,
    beliefs: Singles,
    figures: Singles,
    levers: Singles,
    moved: NDArray[np.bool_],
    summed: NDArray[np.bool_],
    ratio_rows: NDArray[np.int64],
    ratio_factors: Singles,
    fan_rows: NDArray[np.int64],
    tallied: NDArray[np.bool_],
    bin_starts: Floats,
    bin_widths: Floats,
    sums: Floats,
    kept: Singles,
    histograms: NDArray[np.uint32],
    totals: Singles,
    cause_counts: NDArray[np.int64],
    first_short: NDArray[np.int16],
) -> None:
    """Run the weeks of a block.

    Parameters
    ----------
    draws
        In all; the last block may hold fewer than LANES.
    keep
        Whether to keep the fans' values, for their range is not known yet, or to tally them.
    steps
        Which of `STEPS` anything wanted needs.
    noise, level_alerts, level_faces, level_arrests
        Flat; a block's weeks lie together, and `noise_weeks` of them have been made.
    beliefs, figures, levers
        By block and row of `BELIEF_ROWS`, flat; `FIGURE_COLUMNS`; (weeks, `LEVER_COLUMNS`).
    moved
        Whether the crews and whether the list stand otherwise than the week before, (weeks, 2).
    summed
        Which of `FLOW_ROWS` are added up.
    ratio_rows, ratio_factors
        For each ratio its numerator and denominator (r, 2), and its factor.
    fan_rows, tallied
        For each fan the row it shows, and the weeks in which it may be another than before,
        (weeks, fans).
    bin_starts, bin_widths
        (weeks, fans).
    sums, kept, histograms
        Written: (blocks, weeks, fans) and, for this thread, (weeks, fans, LANES) of one block or
        (weeks, fans, BINS).
    totals
        Written: the sums at the end of each flow that is added up, (flows, draws).
    cause_counts, first_short
        Written: (weeks, causes) for this thread; week and cause of the first shortage (2, draws).
    """
    ratios, weeks = ratio_rows.shape[0], levers.shape[0]
    s = np.zeros((RATIO_ROW + ratios) * LANES, np.float32)
    halves = np.zeros(LANES // 2, np.float32)
    places = np.zeros(LANES, np.int32)
    parts = np.zeros(4 * BINS, np.uint8)
    causes = np.zeros(_CAUSES, np.int64)
    size = min(LANES, draws - block * LANES)
    q = beliefs[block * _BELIEFS : (block + 1) * _BELIEFS]
    start_block(s, q, figures)
    for week in range(weeks):
        at = block * noise_weeks + week
        z = noise[at * _NOISE : (at + 1) * _NOISE]
        lever = levers[week]
        if moved[week, 1]:
            set_list(s, q, figures, lever)
        if moved[week, 0]:
            set_crews(s, q, lever)
        if moved[week, 0] or moved[week, 1]:
            set_means(s, q, figures, lever)
        if steps[_CREWS_STEP]:
            _count_causes(s, week, size, moved[week, 0], halves, causes, cause_counts)
        if steps[_FACES_STEP]:
            count_faces(s, z, level_faces[at * LANES : (at + 1) * LANES], figures, seen)
        if steps[_TRUE_STEP]:
            count_true(s, z, level_alerts[at * LANES : (at + 1) * LANES], figures, seen)
        if steps[_FALSE_STEP]:
            count_false(s, q, z, lever, seen)
        if steps[_ARRESTS_STEP]:
            level = level_arrests[at * LANES : (at + 1) * LANES]
            count_arrests(s, q, z, level, figures, lever, seen)
        share_out(s, q)
        for flow in range(SUM_ROW):
            if summed[flow]:
                _add(s, flow * LANES, (SUM_ROW + flow) * LANES)
        for ratio in range(ratios):
            above = (SUM_ROW + ratio_rows[ratio, 0]) * LANES
            below = (SUM_ROW + ratio_rows[ratio, 1]) * LANES
            _divide(s, above, below, ratio_factors[ratio], (RATIO_ROW + ratio) * LANES)
        for fan in range(fan_rows.size):
            if not tallied[week, fan]:
                continue
            row = fan_rows[fan]
            sums[block, week, fan] = row_sum(s, row, size, halves)
            if keep:
                kept[week, fan, :] = s[row : row + LANES]
            else:
                tally(
                    s, row, size, bin_starts[week, fan], bin_widths[week, fan],
                    places, parts, histograms[week, fan],
                )  # fmt: skip
    start = block * LANES
    for flow in range(SUM_ROW):
        if summed[flow]:
            total = s[(SUM_ROW + flow) * LANES : (SUM_ROW + flow + 1) * LANES]
            for i in range(size):
                totals[flow, start + i] = total[i]
    for i in range(size):
        first_short[0, start + i] = np.int16(s[FIRST_WEEK + i])
        first_short[1, start + i] = np.int16(s[FIRST_CAUSE + i])
