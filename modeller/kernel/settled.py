"""The settled numbers: `modeller.engine.simulate` bit for bit, several times as fast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from modeller.elementary import Floats
from modeller.engine import Inputs, Week
from modeller.kernel import exact
from modeller.kernel.arguments import (
    FLOWS,
    LEVEL_NAMES,
    beliefs_of,
    figures_of,
    levers_of,
    starts_of,
    stream_keys,
)
from modeller.kernel.threads import THREADS, in_turn

_EACH = 5 * exact.BATCH  # draws a thread takes at a time


def simulate(inputs: Inputs, seen: bool = True, threads: int | None = None) -> Iterator[Week]:
    """Run the model week by week.

    Parameters
    ----------
    seen
        Whether to compute what would be seen or the underlying rates; the other mapping of
        each `Week` is empty.
    threads
        `THREADS` when None. The numbers do not depend on it.
    """
    keys, figures = stream_keys(inputs.seed), figures_of(inputs.figures)
    beliefs, starts = beliefs_of(inputs.beliefs), starts_of(inputs.level_starts)
    states, free_today = np.empty((len(LEVEL_NAMES), inputs.draws)), np.empty(inputs.draws)

    def start(_: int, first: int, last: int) -> None:
        exact.start_levels(keys, figures, starts, first, last, states)
        exact.follow_up_today(beliefs, figures, first, last, free_today)

    in_turn(start, inputs.draws, _EACH, threads)
    for week in range(1, inputs.weeks + 1):
        flows = np.empty((len(FLOWS), inputs.draws))
        causes = np.empty(inputs.draws, dtype=np.int8)
        levers = levers_of(inputs.levers, week)

        def run(_: int, first: int, last: int) -> None:
            exact.run_week(
                keys, figures, beliefs, levers, week, first, last, seen,  # noqa: B023
                free_today, states, flows, causes,  # noqa: B023
            )  # fmt: skip

        in_turn(run, inputs.draws, _EACH, threads)
        values = dict(zip(FLOWS, flows, strict=True))
        yield Week(values if seen else {}, {} if seen else values, causes)


def totals(inputs: Inputs, seen: bool = True, threads: int | None = None) -> Mapping[str, Floats]:
    """Every flow added up over the weeks in each draw, shape (draws,)."""
    sums = {name: np.zeros(inputs.draws) for name in FLOWS}
    for week in simulate(inputs, seen, threads):
        for name, values in (week.seen if seen else week.underlying).items():
            sums[name] += values
    return sums


__all__ = ["THREADS", "simulate", "totals"]
