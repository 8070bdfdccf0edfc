"""Whether the model finds itself: simulate from its posterior, calibrate again, project, count.

Posterior simulation-based calibration (Säilynoja, Schmitt, Bürkner and Vehtari 2025). One
simulated record is the shipped one, continued for a year: parameters are drawn from the
posterior that the shipped record gives, and the model simulates 52 more weeks and the 26 after
them, with the record's own deployments. The model is calibrated on the record and the 52 weeks,
as it would be a year on, projects the 26, and what the simulation held in store is ranked
among its draws. If calibration and projection are right, the ranks are uniform and the 80 %
bands hold four in five.

The long form, which docs/validation.md quotes:

    python -m benchmarks.simulation_based_calibration --records 2000 --write
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from scipy import stats

from modeller.backtest import OUTCOMES
from modeller.backtest.driven import driven_inputs, simulated
from modeller.evidence import Record
from modeller.projection import scores
from tests.met import FIRST_COMPARABLE_WEEK, calibrate, catalogue, shipped_record

NEW_WEEKS, AHEAD = 52, 26
HORIZONS = (1, 4, 13, 26)
AFTER_LAST = "2025-12-29"
RECORDS, DRAWS, SEED = 2_000, 500, 7
_BATCH = 100


def uniformity(positions: np.ndarray, bins: int = 20) -> float:
    """Chance of so uneven a histogram if the positions were uniform on (0, 1): chi-square's p."""
    counts, _ = np.histogram(positions, bins, (0.0, 1.0))
    return float(stats.chisquare(counts).pvalue)


@dataclass(frozen=True)
class Simulated:
    """One record continued by the model, and what it held in store: sums up to each horizon."""

    number: int
    record: Record
    ahead: np.ndarray
    truth: dict[str, np.ndarray]


@dataclass(frozen=True)
class Ranks:
    """Where the truth stood, by outcome and horizon: ends of its rank, each (records,)."""

    low: dict[tuple[str, int], np.ndarray]
    high: dict[tuple[str, int], np.ndarray]

    def inside(self, outcome: str, horizon: int, share: float) -> float:
        """Share of the records whose truth lay in the band, whole numbers allowed for."""
        key = outcome, horizon
        return float(scores.fair_inside(self.low[key], self.high[key], share).mean())

    def uniformity(self, outcome: str, horizon: int, seed: int = 0) -> float:
        """Chi-square's p for uniform ranks, ties broken at random."""
        key = outcome, horizon
        luck = np.random.default_rng(seed).random(self.low[key].size)
        return uniformity(self.low[key] + (self.high[key] - self.low[key]) * luck)

    def pooled(self, outcome: str, share: float) -> float:
        """The mean of `inside` over the horizons."""
        return float(np.mean([self.inside(outcome, horizon, share) for horizon in HORIZONS]))


def base_record() -> Record:
    """The weeks that the records of the page were continued from: to the end of 2025.

    The weekly model serves records without places, of which the shipped one is no longer one;
    what its procedure holds does not hang on a few weeks more.
    """
    return shipped_record().by_week().since(FIRST_COMPARABLE_WEEK).until(AFTER_LAST)


def simulated_records(number: int, seed: int = SEED) -> list[Simulated]:
    """Records continued by the model with parameters from the posterior."""
    base = base_record()
    found: list[Simulated] = []
    while len(found) < number:
        found += _batch(base, len(found), seed)
    return found[:number]


def _batch(base: Record, first: int, seed: int) -> list[Simulated]:
    calibration = calibrate(base)
    declared = catalogue().recalibrated(calibration.beliefs, calibration.constants, calibration.fit)
    new, ahead = base.deployments[-NEW_WEEKS:], base.deployments[-AHEAD:]
    # rates, levels and noise of each draw are one of the posterior
    inputs = driven_inputs(declared, np.concatenate((new, ahead)), _BATCH, seed + 1 + first)
    beliefs = dict(inputs.beliefs)
    # rates are referred to it, so that it is no part of what a record can teach
    beliefs["true_match_rate"] = np.full(_BATCH, inputs.figures["reference_true_match_rate"])
    weekly = simulated(replace(inputs, beliefs=MappingProxyType(beliefs)), OUTCOMES)
    return [_continued(base, new, ahead, weekly, index, first) for index in range(_BATCH)]


def _continued(
    base: Record,
    new: np.ndarray,
    ahead: np.ndarray,
    weekly: dict[str, np.ndarray],
    index: int,
    first: int,
) -> Simulated:
    column = {key: values[:, index].astype(np.int64) for key, values in weekly.items()}
    told = {key: np.where(new == 0, 0, values[:NEW_WEEKS]) for key, values in column.items()}
    unknown = np.full(NEW_WEEKS, np.nan)
    added = {
        "week_starting": base.week_starting[-1] + 7 * np.arange(1, NEW_WEEKS + 1),
        "deployments": new,
        **told,
        "alerts": told["true_alerts"] + told["false_alerts"],
        "hours": unknown,
        "threshold": unknown,
        "watchlist": unknown,
        "face_count_basis": np.full(NEW_WEEKS, "current"),
    }
    whole = {name: np.concatenate((getattr(base, name), values)) for name, values in added.items()}
    return Simulated(
        number=first + index,
        record=Record(name="simulated", shipped=False, **whole),
        ahead=ahead,
        truth={key: values[NEW_WEEKS:].cumsum() for key, values in column.items()},
    )


def ranks_of(case: Simulated, draws: int = DRAWS) -> dict[tuple[str, int], tuple[float, float]]:
    """Calibrate on one simulated record, project, and rank what it held in store."""
    calibration = calibrate(case.record)
    declared = catalogue().recalibrated(calibration.beliefs, calibration.constants, calibration.fit)
    weekly = simulated(
        driven_inputs(declared, case.ahead, draws, 10_000_000 + case.number), OUTCOMES
    )
    found = {}
    for key in OUTCOMES:
        running = weekly[key].cumsum(axis=0)
        for horizon in HORIZONS:
            low, high = scores.ranks(running[[horizon - 1]], case.truth[key][[horizon - 1]])
            found[key, horizon] = float(low[0]), float(high[0])
    return found


def check(records: int, draws: int = DRAWS, seed: int = SEED, processes: int = 1) -> Ranks:
    """Rank `records` simulated records."""
    cases = simulated_records(records, seed)
    if processes > 1:
        with ProcessPoolExecutor(processes) as pool:
            ranked = list(pool.map(ranks_of, cases, [draws] * records, chunksize=10))
    else:
        ranked = [ranks_of(case, draws) for case in cases]
    keys = list(ranked[0])
    return Ranks(
        {key: np.array([one[key][0] for one in ranked]) for key in keys},
        {key: np.array([one[key][1] for one in ranked]) for key in keys},
    )


def table(found: Ranks) -> str:
    """The findings as a Markdown table."""
    labels = {key: entry.label for key, entry in catalogue().outcomes.items()}
    lines = [
        "| outcome | weeks ahead | inside 50% | inside 80% | p of uniform ranks |",
        "|---|--:|--:|--:|--:|",
    ]
    for key in OUTCOMES:
        lines += [
            f"| {labels[key]} | {horizon} | {found.inside(key, horizon, 0.5):.1%} | "
            f"{found.inside(key, horizon, 0.8):.1%} | {found.uniformity(key, horizon):.3f} |"
            for horizon in HORIZONS
        ]
        lines.append(
            f"| {labels[key]} | all | {found.pooled(key, 0.5):.1%} | "
            f"**{found.pooled(key, 0.8):.1%}** | |"
        )
    return "\n".join(lines).replace("%", " %")


def main() -> None:
    """Run it, print it, and with ``--write`` put it into docs/validation.md."""
    from docs.validation_tables import calibration_digest, replace_block

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    begun = time.perf_counter()
    found = check(options.records, options.draws, processes=options.processes)
    text = (
        f"{options.records:,} simulated records, {options.draws:,} futures each, calibration "
        f"`{calibration_digest()}`.\n\n{table(found)}\n"
    )
    print(text)
    print(f"{time.perf_counter() - begun:,.0f} s")
    if options.write:
        replace_block("simulation", text)


if __name__ == "__main__":
    main()
