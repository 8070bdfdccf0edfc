"""The backtest of places as a table: every fortnight from December 2024, told how many and where.

python -m benchmarks.places_backtest
"""

from __future__ import annotations

import argparse
import time

from modeller.backtest.places import PlacesBacktest, Range
from modeller.backtest.places.rolling import DRAWS
from tests.met import backtest_places, shipped_deployments


def table(found: PlacesBacktest) -> str:
    """The findings as Markdown."""
    first, last = found.origins[0], found.origins[-1]
    lines = [
        (
            f"{len(found.origins)} origins, {first} to {last}, {found.draws:,} futures, "
            f"record `{found.record_digest[:12]}`. In brackets: 80 % ranges from resampling blocks."
        ),
        "",
        (
            "| told | outcome | view | weeks ahead | origins | cases | inside 50 % | inside 80 % | "
            "skill: last 13 weeks | skill: Poisson |"
        ),
        "|---|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {line.telling} | {line.outcome} | {line.view} | {line.horizon} | {line.origins} | "
        f"{line.cases} | {100 * line.inside_50:.0f} % | {100 * line.inside_80:.0f} % | "
        f"{_signed(line.last_weeks)} | {_signed(line.poisson)} |"
        for line in found.lines
    ]
    lines += [
        "",
        "| one deployment within a fortnight | cases | inside 80 % | gain of knowing the place |",
        "|---|--:|--:|--:|",
    ]
    lines += [
        f"| {line.outcome} | {line.cases} | {100 * line.inside_80:.0f} % | {_signed(line.gain)} |"
        for line in found.deployments
    ]
    return "\n".join(lines)


def _signed(scored: Range) -> str:
    return f"{scored.value:+.2f} ({scored.low:+.2f} to {scored.high:+.2f})"


def main() -> None:
    """Run it and print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--draws", type=int, default=DRAWS)
    options = parser.parse_args()
    begun = time.process_time()
    print(table(backtest_places(shipped_deployments(), draws=options.draws)))
    print(f"\n{time.process_time() - begun:,.0f} s of the processor")


if __name__ == "__main__":
    main()
