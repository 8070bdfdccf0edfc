"""One pass of the live kernel over an ensemble: what is wanted, and what comes of it."""

from __future__ import annotations

import itertools
import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from modeller.catalogue import Catalogue
from modeller.elementary import Floats, log
from modeller.engine import CAUSES
from modeller.kernel.ensemble import Draws
from modeller.kernel.live_run import FLOW_ROWS, STEADY, STEPS, run_blocks
from modeller.kernel.live_week import (
    FIGURE_COLUMNS,
    LEVER_COLUMNS,
    RATIO_ROW,
    SUM_ROW,
    Singles,
)
from modeller.kernel.tally import BINS, LANES, read_bands, set_all_bins, tally_kept
from modeller.kernel.threads import THREADS, in_turn, together

View = Literal["weekly", "cumulative"]

_WEEKS_AT_A_TIME = 52
_NEEDED = {
    "deployments": (),
    "officer_hours": (),
    "cost": (),
    "faces_scanned": ("faces_scanned",),
    "true_alerts": ("true_alerts",),
    "false_alerts": ("faces_scanned", "false_alerts"),
    "false_alerts_on_black_londoners": ("faces_scanned", "false_alerts"),
    "alerts": ("faces_scanned", "true_alerts", "false_alerts"),
    "arrests": ("true_alerts", "arrests"),
    "charged_or_cautioned": ("true_alerts", "arrests"),
}
"""The steps of a week that a flow needs."""
_CREW_COLUMNS = [LEVER_COLUMNS.index(name) for name in LEVER_COLUMNS if "list" not in name]
_LIST_COLUMNS = [LEVER_COLUMNS.index(name) for name in LEVER_COLUMNS if "list" in name]


def lever_table(levers: Mapping[str, Floats], figures: Mapping[str, float]) -> Singles:
    """The levers as the equations want them, shape (weeks, columns)."""
    hours, listed = levers["hours_per_deployment"], levers["watchlist_size"]
    shortfall = np.maximum(levers["budget_shortfall"] - levers["additional_funding"], 0.0)
    list_ratio = listed / figures["reference_watchlist"]
    columns = {
        "planned": levers["deployments_per_week"],
        "lost_officers": levers["officer_losses"] / figures["officers"],
        "lost_staff": levers["staff_losses"] / figures["staff"],
        "lost_budget": shortfall / figures["total_budget"],
        "officers": levers["officers_per_deployment"],
        "camera_hours": hours,
        "hours_ratio": hours / figures["reference_hours"],
        "log2_list_ratio": _log2(list_ratio.tobytes()),
        "list_ratio": list_ratio,
        "servers": np.floor(
            levers["officers_per_deployment"] / figures["officers_per_arrest_team"]
        ),
    }
    table = np.empty((hours.size, len(LEVER_COLUMNS)), np.float32)
    for place, name in enumerate(LEVER_COLUMNS):
        table[:, place] = columns[name]
    return table


@lru_cache(maxsize=16)
def _log2(values: bytes) -> Floats:
    """Logarithms of doubles; a list's size is moved less often than anything else."""
    return log(np.frombuffer(values)) * 1.4426950408889634


def _moved(table: Singles) -> NDArray[np.bool_]:
    """Whether the crews and whether the list stand otherwise than the week before."""
    moved = np.ones((len(table), 2), dtype=bool)
    changed = table[1:] != table[:-1]
    moved[1:, 0] = changed[:, _CREW_COLUMNS].any(axis=1)
    moved[1:, 1] = changed[:, _LIST_COLUMNS].any(axis=1)
    return moved


@dataclass(frozen=True)
class Wanted:
    """What a pass is to give.

    Attributes
    ----------
    weekly, cumulative
        Outcomes whose fans are wanted; a ratio has no weekly one.
    totals
        Outcomes whose totals are wanted in each draw.
    binding
        Whether to count what held the deployments back.
    """

    weekly: tuple[str, ...] = ()
    cumulative: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    binding: bool = False


class Plan:
    """A `Wanted` as the kernel takes it: fans by row, flows to add up, steps to take."""

    def __init__(self, wanted: Wanted, catalogue: Catalogue, seen: bool) -> None:
        self.wanted = wanted
        outcomes = catalogue.outcomes
        self.fans: list[tuple[str, View]] = []
        rows: list[int] = []
        steady: list[bool] = []
        self.ratios = [
            key
            for key, outcome in outcomes.items()
            if outcome.kind == "ratio" and key in wanted.cumulative
        ]
        flows = {
            part
            for key in (*wanted.cumulative, *wanted.totals)
            for part in (
                (key,)
                if outcomes[key].kind == "flow"
                else (outcomes[key].numerator, outcomes[key].denominator)
            )
        }
        for index, key in enumerate(FLOW_ROWS):
            if key in wanted.weekly:
                self.fans.append((key, "weekly"))
                rows.append(index)
                steady.append(index in STEADY)
            if key in wanted.cumulative:
                self.fans.append((key, "cumulative"))
                rows.append(SUM_ROW + index)
                steady.append(False)
        for index, key in enumerate(self.ratios):
            self.fans.append((key, "cumulative"))
            rows.append(RATIO_ROW + index)
            steady.append(False)
        self.rows = np.array(rows, np.int64) * LANES
        self.steady = np.array(steady, np.bool_)
        self.wholes = np.array([seen and outcomes[key].whole for key, _ in self.fans], np.bool_)
        self.summed = np.array([key in flows for key in FLOW_ROWS], np.bool_)
        parts = [
            (FLOW_ROWS.index(outcomes[key].numerator), FLOW_ROWS.index(outcomes[key].denominator))
            for key in self.ratios
        ]
        self.ratio_rows = np.array(parts, np.int64).reshape(-1, 2)
        self.ratio_factors = np.array([outcomes[key].factor for key in self.ratios], np.float32)
        taken = {step for key in (*wanted.weekly, *flows) for step in _NEEDED.get(key, ())}
        if wanted.binding:
            taken.add("binding")
        self.steps = np.array([step in taken for step in STEPS], np.bool_)


@dataclass(frozen=True, eq=False)
class Result:
    """What a pass gave.

    Attributes
    ----------
    means, bands
        By (outcome, view): shape (weeks,) and (weeks, probabilities).
    sums
        Flows added up over the weeks in each draw, shape (draws,).
    cause_shares
        Share of the draws bound by each of `CAUSES`, shape (weeks, causes).
    first_week, first_cause
        When crews first ran out in each draw, counted from 1, and why; 0 where never.
    """

    means: Mapping[tuple[str, View], Floats]
    bands: Mapping[tuple[str, View], Floats]
    sums: Mapping[str, Floats]
    cause_shares: Floats
    first_week: NDArray[np.int16]
    first_cause: NDArray[np.int16]


class Passes:
    """Runs passes of one size; keeps the memory they write in between them."""

    def __init__(self, threads: int = THREADS) -> None:
        self.threads = threads
        self._memory: dict[type, NDArray[Any]] = {}

    def _scratch(self, kind: type, *shape: int) -> NDArray[Any]:
        """Memory with anything in it."""
        size = math.prod(shape)
        if kind not in self._memory or self._memory[kind].size < size:
            self._memory[kind] = np.empty(size, kind)
        return self._memory[kind][:size].reshape(shape)

    def run(
        self,
        plan: Plan,
        draws: Draws,
        count: int,
        table: Singles,
        figures: Singles,
        probabilities: Sequence[float],
        seen: bool,
    ) -> Result:
        """Run a pass over the first `count` draws.

        Parameters
        ----------
        table, figures
            From `lever_table` and `figure_row`.
        """
        weeks, fans, blocks = len(table), len(plan.fans), -(-count // LANES)
        threads = min(self.threads, blocks)
        moved = _moved(table)
        tallied = moved[:, :1] | ~plan.steady
        starts, widths = np.zeros((weeks, fans)), np.zeros((weeks, fans))
        sums = np.zeros((blocks, weeks, fans))
        kept = self._scratch(np.float32, threads, weeks, fans, LANES)
        histograms = self._scratch(np.uint32, threads, weeks, fans, BINS)
        totals = np.zeros((SUM_ROW, count), np.float32)
        causes = np.zeros((threads, weeks, len(CAUSES)), np.int64)
        first_short = np.zeros((2, count), np.int16)

        def run(thread: int, block: int, *, keep: bool = False) -> None:
            run_blocks(
                block, count, keep, seen, plan.steps, draws.noise, draws.weeks, *draws.levels,
                draws.beliefs, figures, table, moved, plan.summed, plan.ratio_rows,
                plan.ratio_factors, plan.rows, tallied, starts, widths, sums, kept[thread],
                histograms[thread], totals, causes[thread], first_short,
            )  # fmt: skip

        blocks_left, ranged = itertools.count(1), threading.Event()

        def begin(thread: int, block: int) -> None:
            """Run a block while the ranges are not known, and tally it when they are."""
            try:
                run(thread, block, keep=True)
                if thread == 0:
                    set_all_bins(kept[0], count, plan.wholes, starts, widths)
            finally:
                if thread == 0:
                    ranged.set()
            ranged.wait()
            size = min(LANES, count - block * LANES)
            tally_kept(kept[thread], size, tallied, starts, widths, histograms[thread])

        def work(thread: int) -> None:
            histograms[thread].fill(0)
            if thread == 0:
                begin(0, 0)
            elif not ranged.is_set() and (block := next(blocks_left)) < blocks:
                begin(thread, block)
            while (block := next(blocks_left)) < blocks:  # one step under Python's lock
                run(thread, block)

        together([partial(work, thread) for thread in range(threads)])
        bands = np.zeros((weeks, fans, len(probabilities)))
        if fans:
            read = np.asarray(probabilities, dtype=np.float64)
            in_turn(
                lambda _, first, last: read_bands(
                    histograms, first, last, count, starts, widths, plan.wholes, read, bands
                ),
                weeks,
                _WEEKS_AT_A_TIME,
                self.threads,
            )
        means = sums.sum(axis=0) / count
        steady = np.flatnonzero(plan.steady)
        if steady.size:  # what no lever moved is as it was
            last_moved = np.maximum.accumulate(np.where(moved[:, 0], np.arange(weeks), 0))
            bands[:, steady] = bands[last_moved[:, None], steady]
            means[:, steady] = means[last_moved[:, None], steady]
        return Result(
            {fan: means[:, index] for index, fan in enumerate(plan.fans)},
            {fan: bands[:, index] for index, fan in enumerate(plan.fans)},
            {
                key: totals[index].astype(np.float64)
                for index, key in enumerate(FLOW_ROWS)
                if plan.summed[index]
            },
            causes.sum(axis=0) / count,
            first_short[0],
            first_short[1],
        )


def figure_row(figures: Mapping[str, float]) -> Singles:
    """The fixed figures as the kernel takes them."""
    return np.array([figures[name] for name in FIGURE_COLUMNS], np.float32)
