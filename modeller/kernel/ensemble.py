"""One seed's draws in single precision, kept between the moves of a lever.

Noise and levels depend on the seed alone, the beliefs' departures on the evidence too. A
longer horizon and more draws are made when first asked for; fewer are a prefix.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from modeller.catalogue import Belief, Catalogue
from modeller.elementary import Floats
from modeller.engine import LEVELS, departures, level_start
from modeller.kernel.arguments import LEVEL_NAMES, STREAMS, stream_keys
from modeller.kernel.live_streams import (
    IDENTITY,
    LOG,
    LOGIT,
    fill_belief,
    fill_level,
    fill_noise,
)
from modeller.kernel.live_week import BELIEF_ROWS, NOISE_ROWS, Singles
from modeller.kernel.tally import LANES
from modeller.kernel.threads import in_turn
from modeller.setting import BeliefSetting

_KEPT_BYTES = 256 * 2**20
_CELL_BYTES = 4 * (len(NOISE_ROWS) + len(LEVEL_NAMES))
_WEEKS_AT_A_TIME = 52
_KEPT_BELIEFS, _KEPT_LEVELS = 8, 8
_LINKS = {"identity": IDENTITY, "log": LOG, "logit": LOGIT}
_BELIEF_OF_LEVEL = {level: belief for belief, level in LEVELS.items()}


def most_draws(weeks: int) -> int:
    """How many draws of a horizon are kept at most: as many whole blocks as fit in memory."""
    return _KEPT_BYTES // (_CELL_BYTES * horizon(weeks)) // LANES * LANES


def horizon(weeks: int) -> int:
    """How many weeks are made when `weeks` are asked for."""
    return -(-weeks // _WEEKS_AT_A_TIME) * _WEEKS_AT_A_TIME


@dataclass(frozen=True, eq=False)
class Draws:
    """What the kernel reads of an ensemble for one choice of beliefs.

    `noise`, `levels` and `beliefs` are flat and hold whole blocks; `weeks` is the stride of
    the first two. `serial` tells one choice of beliefs from another.
    """

    weeks: int
    noise: Singles
    levels: tuple[Singles, Singles, Singles]
    beliefs: Singles
    serial: int


class Ensemble:
    """The draws of a seed and a catalogue.

    Parameters
    ----------
    weeks, draws
        What is made: `horizon(weeks)` and whole blocks.
    """

    def __init__(self, catalogue: Catalogue, seed: int, weeks: int, draws: int) -> None:
        self.catalogue = catalogue
        self.seed = seed
        self.weeks = horizon(weeks)
        self.blocks = -(-draws // LANES)
        self._keys = stream_keys(seed)
        self._noise = np.empty(self.blocks * self.weeks * len(NOISE_ROWS) * LANES, np.float32)
        in_turn(
            lambda _, first, last: fill_noise(self._keys, first, last, self.weeks, self._noise),
            self.blocks,
            2,
        )
        self._departures: dict[str, Floats] = {}
        self._levels: OrderedDict[tuple[str, float], Singles] = OrderedDict()
        self._beliefs: OrderedDict[tuple[BeliefSetting, ...], tuple[int, Singles]] = OrderedDict()
        self._made = 0

    def holds(self, weeks: int, draws: int) -> bool:
        """Whether so many weeks and draws have been made."""
        return weeks <= self.weeks and draws <= self.blocks * LANES

    def departure(self, key: str) -> Floats:
        """How far each draw of a belief lies from its median, on its link's scale."""
        known = self._departures.get(key)
        if known is None:
            belief = self.catalogue.beliefs[key]
            known = self._departures[key] = departures(belief, self.seed, self.blocks * LANES)
        return known

    def belief(self, key: str, setting: BeliefSetting, draws: int) -> Floats:
        """A belief in each draw, in its own unit and in double precision; shape (draws,)."""
        belief = self.catalogue.beliefs[key]
        link, departure = belief.link, self.departure(key)[:draws]
        place = link.forward(setting.central) + setting.spread * departure
        return np.clip(link.back(place), *belief.limits)

    def draws(self, settings: Mapping[str, BeliefSetting]) -> Draws:
        """What the kernel reads when the beliefs stand so."""
        serial, beliefs = self._belief_blocks(settings)
        alerts, faces, arrests = (
            self._level(name, settings[_BELIEF_OF_LEVEL[name]].spread) for name in LEVEL_NAMES
        )
        return Draws(self.weeks, self._noise, (alerts, faces, arrests), beliefs, serial)

    def _level(self, name: str, spread: float) -> Singles:
        """The factors of a level. Only a belief's spread moves where it starts."""
        kept = self._levels.get((name, spread))
        if kept is None:
            figures = self.catalogue.figures
            departure = spread * self.departure(_BELIEF_OF_LEVEL[name])
            starts = level_start(name, departure, figures)
            persistence = figures[f"level_{name}_persistence"]
            sd, start_sd = figures[f"level_{name}_sd"], figures[f"level_{name}_start_sd"]
            key = self._keys[STREAMS.index(f"level_{name}")]
            made = np.empty(self.blocks * self.weeks * LANES, np.float32)
            in_turn(
                lambda _, first, last: fill_level(
                    key, persistence, sd, start_sd, starts, first, last, self.weeks, made
                ),
                self.blocks,
                2,
            )
            kept = made
            self._levels[name, spread] = kept
            if len(self._levels) > _KEPT_LEVELS:
                self._levels.popitem(last=False)
        else:
            self._levels.move_to_end((name, spread))
        return kept

    def _belief_blocks(self, settings: Mapping[str, BeliefSetting]) -> tuple[int, Singles]:
        wanted = tuple(settings[key] for key in BELIEF_ROWS)
        kept = self._beliefs.get(wanted)
        if kept is None:
            if self._beliefs:  # one belief moved: the others stay as they were
                last, (_, blocks) = next(reversed(self._beliefs.items()))
                blocks = blocks.copy()
                moved = [row for row in range(len(wanted)) if wanted[row] != last[row]]
            else:
                blocks = np.empty(self.blocks * len(BELIEF_ROWS) * LANES, np.float32)
                moved = list(range(len(wanted)))
            for row in moved:
                self._fill(BELIEF_ROWS[row], wanted[row], row, blocks)
            self._made += 1
            kept = self._beliefs[wanted] = (self._made, blocks)
            if len(self._beliefs) > _KEPT_BELIEFS:
                self._beliefs.popitem(last=False)
        else:
            self._beliefs.move_to_end(wanted)
        return kept

    def _fill(self, key: str, setting: BeliefSetting, row: int, blocks: Singles) -> None:
        belief: Belief = self.catalogue.beliefs[key]
        link, (low, high) = belief.link, belief.limits
        centre = float(link.forward(setting.central))
        fill_belief(
            _LINKS[link.name], centre, setting.spread, float(low), float(high),
            self.departure(key), row, blocks,
        )  # fmt: skip
