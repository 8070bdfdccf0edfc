"""Scores forecasts against what happened, collected origin by origin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from modeller.backtest.results import (
    FORTNIGHT_WEEKS,
    HORIZONS,
    OUTCOMES,
    P10,
    P90,
    SHARES,
    VIEWS,
    Backtest,
    BacktestView,
    DeploymentLine,
    Line,
    Origin,
    Range,
    Series,
    Telling,
)
from modeller.base.elementary import Floats
from modeller.evidence import Record
from modeller.model.sampling import uniforms
from modeller.profiles import Profile
from modeller.projection import quantiles, scores

_RESAMPLES = 1_000

Draws = Mapping[str, Floats]
"""Weekly draws by outcome, each (weeks, draws)."""
Happened = Mapping[str, NDArray[np.int64]]
"""The counts of the record, by outcome, each (weeks,)."""


class Tally:
    """Sums of scores by origin, which become a line: a column for each kind of score."""

    def __init__(self) -> None:
        self._rows: list[Mapping[str, float]] = []

    def add(self, **sums: float) -> None:
        """Add the sums of an origin over its cases; the number of `cases` is one of them."""
        self._rows.append(sums)

    def __len__(self) -> int:
        return len(self._rows)

    def column(self, key: str) -> Floats:
        """The sums of one kind, (origins,)."""
        return np.array([row[key] for row in self._rows])

    def mean(self, key: str) -> float:
        """Mean over all cases."""
        return float(self.column(key).sum() / self.column("cases").sum())

    def skill(self, key: str, against: str, weeks: int, seed: int) -> Range:
        """Skill of the sums `key` against those of `against`, with its range.

        Because forecasts of neighbouring origins overlap, blocks of as many origins as the horizon
        spans are drawn with replacement, in a circle.
        """
        own, other = self.column(key), self.column(against)
        found = np.sort(
            [
                scores.skill(float(own[chosen].sum()), float(other[chosen].sum()))
                for chosen in _blocks(own.size, -(-weeks // FORTNIGHT_WEEKS), seed)
            ]
        )
        low, high = (float(found[int(share * (found.size - 1))]) for share in (0.1, 0.9))
        return Range(scores.skill(float(own.sum()), float(other.sum())), low, high)


class Scoring:
    """Collects scores and series."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._origins: list[Origin] = []
        self._lines: dict[tuple[Telling, str, BacktestView, int], Tally] = {}
        self._single: dict[str, Tally] = {}

    def add(
        self,
        day: date,
        deployments: NDArray[np.int64],
        happened: Happened,
        told: Mapping[Telling, Draws],
        last_weeks: Draws,
        poisson: Draws,
    ) -> None:
        """Score the forecasts from one origin and those of the two rules."""
        series = {
            telling: MappingProxyType(
                {key: _series(key, draws[key], happened[key]) for key in OUTCOMES}
            )
            for telling, draws in told.items()
        }
        self._origins.append(Origin(day, deployments, MappingProxyType(series)))
        for outcome in OUTCOMES:
            for view in VIEWS:
                truth = _seen(happened[outcome].astype(np.float64), view)
                first, second = (_seen(rule[outcome], view) for rule in (last_weeks, poisson))
                for telling, draws in told.items():
                    values, known = _seen(draws[outcome], view), series[telling][outcome]
                    bands = known.weekly if view == "weekly" else known.cumulative
                    for horizon in HORIZONS:
                        at = _cases(deployments, view, horizon)
                        if at.size:
                            self._lines.setdefault((telling, outcome, view, horizon), Tally()).add(
                                last_weeks=_crps(first[at], truth[at]),
                                poisson=_crps(second[at], truth[at]),
                                **_scored(values[at], truth[at], bands[at]),
                            )

    def add_single(self, outcome: str, happened: Floats, placed: Floats, plain: Floats) -> None:
        """Score single deployments, told where, and by the same model without places.

        `happened` has the shape (deployments,), the draws (deployments, draws).
        """
        self._single.setdefault(outcome, Tally()).add(
            without=_crps(plain, happened), **_scored(placed, happened, _bands(placed))
        )

    def __len__(self) -> int:
        return len(self._origins)

    def backtest(
        self,
        profile: Profile,
        record: Record,
        draws: int,
        skipped: tuple[tuple[date, str], ...] = (),
    ) -> Backtest:
        """The finished backtest."""
        return Backtest(
            profile=profile,
            record_label=record.label,
            record_digest=record.digest,
            draws=draws,
            seed=self._seed,
            origins=tuple(self._origins),
            lines=tuple(self._line(*key, tally) for key, tally in _ordered(self._lines)),
            deployments=tuple(
                DeploymentLine(
                    outcome=key,
                    origins=len(tally),
                    cases=int(tally.column("cases").sum()),
                    inside_80=tally.mean("inside_80"),
                    gain=tally.skill("crps", "without", FORTNIGHT_WEEKS, self._seed),
                )
                for key, tally in self._single.items()
            ),
            skipped=skipped,
        )

    def _line(
        self, telling: Telling, outcome: str, view: BacktestView, horizon: int, tally: Tally
    ) -> Line:
        return Line(
            telling=telling,
            outcome=outcome,
            view=view,
            horizon=horizon,
            origins=len(tally),
            cases=int(tally.column("cases").sum()),
            inside_50=tally.mean("inside_50"),
            inside_80=tally.mean("inside_80"),
            plainly_80=tally.mean("plainly_80"),
            crps=tally.mean("crps"),
            last_weeks=tally.skill("crps", "last_weeks", horizon, self._seed),
            poisson=tally.skill("crps", "poisson", horizon, self._seed),
        )


def _ordered(
    lines: Mapping[tuple[Telling, str, BacktestView, int], Tally],
) -> list[tuple[tuple[Telling, str, BacktestView, int], Tally]]:
    """The lines in the order of the table: what was told, outcome, view, horizon."""
    tellings = list(dict.fromkeys(key[0] for key in lines))
    return sorted(
        lines.items(),
        key=lambda item: (
            tellings.index(item[0][0]),
            OUTCOMES.index(item[0][1]),
            VIEWS.index(item[0][2]),
            item[0][3],
        ),
    )


def _cases(deployments: NDArray[np.int64], view: BacktestView, horizon: int) -> NDArray[np.intp]:
    """The weeks that a line compares: those with deployments, or the last one of the horizon."""
    if view == "weekly":
        return np.flatnonzero(deployments[:horizon] > 0)
    return np.array([horizon - 1] if horizon <= deployments.size else [], dtype=np.intp)


def _series(outcome: str, draws: Floats, happened: NDArray[np.int64]) -> Series:
    running = np.add.accumulate(draws, axis=0)
    return Series(outcome, _bands(draws), _bands(running), happened)


def _bands(draws: Floats) -> Floats:
    """Quantiles to a tenth, (cases, 5), which is enough for charts and for the file."""
    found = np.stack([quantiles(row, SHARES) for row in np.sort(draws, axis=1)])
    rounded: Floats = np.rint(found * 10.0) / 10.0
    return rounded


def _seen(weekly: Floats, view: BacktestView) -> Floats:
    return weekly if view == "weekly" else np.add.accumulate(weekly, axis=0)


def _crps(values: Floats, happened: Floats) -> float:
    return float(scores.crps(values, happened).sum())


def _scored(values: Floats, happened: Floats, bands: Floats) -> dict[str, float]:
    low, high = scores.ranks(values, happened)
    return {
        "cases": float(happened.size),
        "crps": _crps(values, happened),
        "inside_50": float(scores.fair_inside(low, high, 0.5).sum()),
        "inside_80": float(scores.fair_inside(low, high, 0.8).sum()),
        "plainly_80": float(((bands[:, P10] <= happened) & (happened <= bands[:, P90])).sum()),
    }


def _blocks(number: int, length: int, seed: int) -> list[NDArray[np.intp]]:
    """Resampled indices of origins, each (number,)."""
    blocks = -(-number // length)
    found = []
    for resample in range(_RESAMPLES):
        starts = (uniforms(seed, "backtest blocks", resample, blocks) * number).astype(np.intp)
        chosen = (starts[:, None] + np.arange(length)) % number
        found.append(chosen.ravel()[:number])
    return found
