"""What stays the same while levers move: noise, levels and departures, in single precision.

The numbers are those of `modeller.sampling`, rounded once. They lie in blocks of draws, a
block's weeks together, so that the kernel reads memory from front to back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from modeller.elementary import Floats
from modeller.kernel.arguments import STREAMS
from modeller.kernel.compiling import compiled
from modeller.kernel.elementary64 import exp, expit
from modeller.kernel.live_week import BELIEF_ROWS, NOISE_ROWS, Singles
from modeller.kernel.noise import fill_normals, fill_shares
from modeller.kernel.tally import LANES

IDENTITY, LOG, LOGIT = range(3)
"""The links of beliefs."""

_ROWS, _BELIEFS = len(NOISE_ROWS), len(BELIEF_ROWS)
_SHARE_ROW = NOISE_ROWS.index("false_alerts_share")
_STREAM_OF_ROW = np.array([STREAMS.index(name.removesuffix("_share")) for name in NOISE_ROWS])
_HIGHEST_SHARE = np.float32(1.0 - 2.0**-24)


@compiled
def fill_noise(
    keys: NDArray[np.uint64], first_block: int, last_block: int, weeks: int, noise: Singles
) -> None:
    """The noise of some blocks; `noise` is flat, by block, week, row and draw."""
    shares, normals = np.empty(LANES), np.empty(LANES)
    for block in range(first_block, last_block):
        for week in range(weeks):
            at = (block * weeks + week) * _ROWS * LANES
            for row in range(_ROWS):
                part = noise[at + row * LANES : at + (row + 1) * LANES]
                if row == _SHARE_ROW:  # its normals came just before, and left the shares
                    for i in range(LANES):
                        part[i] = min(np.float32(shares[i]), _HIGHEST_SHARE)
                else:
                    fill_shares(keys[_STREAM_OF_ROW[row]], week + 1, block * LANES, shares)
                    fill_normals(shares, normals)
                    for i in range(LANES):
                        part[i] = np.float32(normals[i])


@compiled
def fill_level(
    key: NDArray[np.uint64],
    persistence: float,
    sd: float,
    start_sd: float,
    starts: Floats,
    first_block: int,
    last_block: int,
    weeks: int,
    level: Singles,
) -> None:
    """The factors of a level; `level` is flat, by block, week and draw, `starts` by draw."""
    shares, normals, state = np.empty(LANES), np.empty(LANES), np.empty(LANES)
    for block in range(first_block, last_block):
        fill_shares(key, 0, block * LANES, shares)
        fill_normals(shares, normals)
        for i in range(LANES):
            state[i] = starts[block * LANES + i] + start_sd * normals[i]
        for week in range(weeks):
            fill_shares(key, week + 1, block * LANES, shares)
            fill_normals(shares, normals)
            at = (block * weeks + week) * LANES
            part = level[at : at + LANES]
            for i in range(LANES):
                state[i] = persistence * state[i] + sd * normals[i]
                part[i] = np.float32(exp(state[i]))


@compiled
def fill_belief(
    link: int,
    centre: float,
    spread: float,
    low: float,
    high: float,
    departures: Floats,
    row: int,
    beliefs: Singles,
) -> None:
    """A belief in every draw; `beliefs` is flat, by block, row and draw.

    Parameters
    ----------
    centre, departures
        On the scale of the `link`; `departures` has a whole number of blocks.
    """
    for block in range(departures.size // LANES):
        at = (block * _BELIEFS + row) * LANES
        part = beliefs[at : at + LANES]
        departure = departures[block * LANES : (block + 1) * LANES]
        for i in range(LANES):
            place = centre + spread * departure[i]
            if link == LOG:
                value = exp(place)
            elif link == LOGIT:
                value = expit(place)
            else:
                value = place
            part[i] = np.float32(min(max(value, low), high))
