"""``modeller sweep``: thousands of scenarios to CSV or Parquet, resumed where it stopped."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from modeller.base.bounded_json import shown
from modeller.base.errors import ModellerError, Problem
from modeller.cli.inputs import read_file
from modeller.cli.output import tell
from modeller.cli.progress import Progress
from modeller.model.catalogue import catalogue
from modeller.sweep.design import read_design
from modeller.sweep.output import check_output
from modeller.sweep.running import EXECUTORS, open_executor, sweep

_EXAMPLE = """\
A design in TOML:

  scenario = "met-plan-2025"              # what is varied; the baseline if left out
  measures = ["arrests.p50", "arrests.p20", "false_alerts.mean"]
  draws = 1000

  [set]                                   # the same in every scenario
  budget_shortfall = 260

  [grid]                                  # every combination
  deployments_per_week = [4, 7, 10]
  officer_losses = {from = 0, to = 1400, step = 200}

  [list]                                  # going together, row by row
  staff_losses = [0, 150, 300]
  additional_funding = [0, 16, 32]

  [sample]                                # spread evenly over ranges
  method = "latin-hypercube"              # or "sobol"
  size = 100
  between = {true_match_rate = [0.5, 0.95], "crew_capacity.spread" = [0, 2]}

A design in CSV has one scenario a row, and one of these names at the head of each column; an
empty cell leaves the scenario as it is.

Stopped by Ctrl-C or in any other way, the same command goes on where it was."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("design", metavar="DESIGN", help="a .toml or .csv file, as shown below")
    parser.add_argument(
        "--out", required=True, metavar="PATH", help="where the table goes: .csv or .parquet"
    )
    parser.add_argument(
        "--base", metavar="FILE", help="the scenario that is varied, in place of the design's"
    )
    parser.add_argument(
        "--executor",
        choices=EXECUTORS,
        default=EXECUTORS[0],
        help="this process, several processes, or a Dask cluster (default: %(default)s)",
    )
    parser.add_argument(
        "--workers", metavar="N", help="processes (default: as many as the machine has processors)"
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of the Dask cluster, such as tcp://host:8786; only one that you trust",
    )
    parser.epilog = _EXAMPLE


def run(options: argparse.Namespace) -> int:
    """Run what is missing and write the table."""
    workers = _workers(options.workers)
    check_output(Path(options.out))
    base = read_file(options.base).scenario if options.base else None
    design = read_design(options.design, base=base)
    started = time.monotonic()
    with (
        open_executor(options.executor, workers=workers, scheduler=options.scheduler) as (
            executor,
            count,
        ),
        Progress(f"Sweep of {design.size:,}") as progress,
    ):
        try:
            done = sweep(
                design,
                options.out,
                executor=None if options.executor == "local" else executor,
                workers=count,
                progress=lambda finished, total: progress(finished / total),
            )
        except KeyboardInterrupt:
            tell("Stopped; the same command goes on from here.")
            raise
    tell(
        f"{done.scenarios:,} scenarios in {options.out}, {done.run:,} projected now in "
        f"{time.monotonic() - started:.0f} s; model {catalogue().version}"
    )
    return 0


def _workers(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 1024:
        return int(text)
    raise ModellerError(
        Problem("--workers", f"is {shown(text)}", "it must be a whole number from 1 to 1,024")
    )
