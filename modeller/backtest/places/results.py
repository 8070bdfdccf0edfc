"""What a backtest of places found: frozen values for tables, charts and tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from modeller.base.elementary import Floats
from modeller.model.sampling import uniforms
from modeller.projection.scores import skill

Telling = Literal["where", "how many"]
TELLINGS: tuple[Telling, ...] = ("where", "how many")
"""What a forecast is told of the deployments ahead: each one's place, or only their number."""
_RESAMPLES = 1_000
_ORIGIN_WEEKS = 2


@dataclass(frozen=True)
class Range:
    """A score with its 80 % range from resampling blocks of origins."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Line:
    """One line of the table.

    Attributes
    ----------
    telling, outcome, view, horizon
        What is scored: every week up to the horizon, or the running total at it.
    origins, cases
        How many standpoints, and how many comparisons.
    inside_50, inside_80
        Share of what happened inside the bands, whole numbers allowed for: a perfect model
        scores 0.5 and 0.8.
    plainly_80
        Share inside the 80 % band as a chart shows it.
    crps
        Mean score in the outcome's own unit.
    last_weeks, poisson
        Skill against “the last 13 weeks again” and a plain Poisson model.
    """

    telling: Telling
    outcome: str
    view: str
    horizon: int
    origins: int
    cases: int
    inside_50: float
    inside_80: float
    plainly_80: float
    crps: float
    last_weeks: Range
    poisson: Range


@dataclass(frozen=True)
class DeploymentLine:
    """Single deployments within a fortnight: told where, against the same model without places.

    `gain` is how much smaller the CRPS is.
    """

    outcome: str
    origins: int
    cases: int
    inside_80: float
    gain: Range


@dataclass(frozen=True, eq=False)
class PlacesBacktest:
    """Everything a backtest of places found.

    Attributes
    ----------
    origins
        Mondays; nothing of that day or later was used.
    lines
        By telling, outcome, view and horizon.
    deployments
        One for each outcome.
    """

    record_digest: str
    draws: int
    seed: int
    origins: tuple[date, ...]
    lines: tuple[Line, ...]
    deployments: tuple[DeploymentLine, ...]

    def line(self, telling: Telling, outcome: str, view: str, horizon: int) -> Line:
        """One line of the table; KeyError when there is none."""
        for found in self.lines:
            if (found.telling, found.outcome, found.view, found.horizon) == (
                telling,
                outcome,
                view,
                horizon,
            ):
                return found
        raise KeyError((telling, outcome, view, horizon))


class Tally:
    """Sums of scores by origin on their way into a line: a column for each kind of score."""

    def __init__(self) -> None:
        self._rows: list[Mapping[str, float]] = []

    def add(self, **sums: float) -> None:
        """One origin's sums over its cases, `cases` among them."""
        self._rows.append(sums)

    def __len__(self) -> int:
        return len(self._rows)

    def column(self, key: str) -> Floats:
        """One kind of sum by origin, (origins,)."""
        return np.array([row[key] for row in self._rows])

    def mean(self, key: str) -> float:
        """Mean over all cases."""
        return float(self.column(key).sum() / self.column("cases").sum())

    def skill(self, key: str, against: str, weeks: int, seed: int) -> Range:
        """Skill of the sums `key` against those of `against`, with its range.

        The origins overlap: blocks of as many neighbours as the horizon spans are drawn with
        replacement, the last ones followed by the first.
        """
        own, other = self.column(key), self.column(against)
        found = np.sort(
            [
                skill(float(own[chosen].sum()), float(other[chosen].sum()))
                for chosen in _blocks(own.size, -(-weeks // _ORIGIN_WEEKS), seed)
            ]
        )
        low, high = (float(found[int(share * (found.size - 1))]) for share in (0.1, 0.9))
        return Range(skill(float(own.sum()), float(other.sum())), low, high)


def _blocks(number: int, length: int, seed: int) -> list[np.ndarray]:
    """Resampled origins, each (number,)."""
    blocks = -(-number // length)
    found = []
    for resample in range(_RESAMPLES):
        starts = (uniforms(seed, "backtest blocks", resample, blocks) * number).astype(np.intp)
        chosen = (starts[:, None] + np.arange(length)) % number
        found.append(chosen.ravel()[:number])
    return found
