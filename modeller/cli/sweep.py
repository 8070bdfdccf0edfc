"""``modeller sweep``: thousands of scenarios to CSV or Parquet, resumed where it stopped."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from modeller.analysis.targets import parse_goal
from modeller.base.bounded_json import raise_if_any
from modeller.base.bounded_reading import read_pipe
from modeller.base.errors import ModellerError, problem
from modeller.base.formats import format_for, formats_of
from modeller.cli.inputs import example_beliefs, read_file, tell_notes
from modeller.cli.output import print_note
from modeller.cli.progress import Progress
from modeller.cli.target_options import read_whole
from modeller.cli.writing import add_force_argument, path_problems
from modeller.sweep.description import description_path
from modeller.sweep.design import DESIGN_FILE, parse_design, read_design
from modeller.sweep.output import check_output
from modeller.sweep.planned import Design
from modeller.sweep.running import EXECUTORS, figures_of, open_executor, record_to_send, sweep
from modeller.wording.numbers import counted

MOST_WORKERS = 1_024
_WORTH_SAYING = 20
"""With fewer scenarios the estimate would take about as long as the sweep."""
_EXAMPLE = """\
A design in TOML:

  scenario = "baseline"                # what is varied (default: the baseline)
  measures = ["arrests.p50", "arrests.p20", "false_alerts.mean"]
  targets = ["arrests.p20 >= 1500"]    # adds the share of futures; whether met
  draws = 1000

  [set]                                # the same in every scenario
  budget_shortfall = 260

  [grid]                               # every combination
  deployments_per_week = [4, 7, 10]
  officer_losses = {from = 0, to = 1400, step = 200}

  places = ["as-recorded", "fixed cameras 20 %, rest as recorded"]

  [list]                               # varied together, row by row
  staff_losses = [0, 150, 300]
  additional_funding = [0, 16, 32]

  [sample]                             # spread evenly over ranges
  method = "latin-hypercube"           # or "sobol"
  size = 100
  between = {SHARE = [0.5, 0.95], "SHARE.spread" = [0, 2]}

A design in CSV has one scenario in each row, and one of these names at the head of each column;
an empty cell leaves the scenario as it is. Commas, semicolons, tabs or bars separate the cells.

If it is stopped, by Ctrl-C or in any other way, the same command carries on from there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "design", metavar="DESIGN", help="a .toml, .csv, .tsv or .txt file, as shown below"
    )
    endings, pictures = (
        ", ".join(form.suffix for form in formats_of(thing)) for thing in ("sweep", "picture")
    )
    parser.add_argument(
        "--out", required=True, metavar="PATH", help=f"where the table goes: {endings}"
    )
    add_force_argument(parser)
    parser.add_argument(
        "--target",
        action="append",
        default=[],
        metavar="TARGET",
        help='such as "arrests.p20 >= 1500": add the share of futures in which it holds, and '
        "whether it is met; may be repeated",
    )
    parser.add_argument(
        "--plot",
        metavar="PATH",
        help=f"draw the table, with a small picture for each quantity and outcome: {pictures}",
    )
    parser.add_argument(
        "--base", metavar="FILE", help="the scenario to vary, in place of the design's"
    )
    parser.add_argument(
        "--executor",
        choices=EXECUTORS,
        default=EXECUTORS[0],
        help="run in this process, several processes, or a Dask cluster (default: %(default)s)",
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        help="number of processes (default: that of the machine's processors)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="address of the Dask cluster, such as tcp://host:8786; only one that you trust",
    )
    parser.epilog = _EXAMPLE.replace("SHARE", example_beliefs()["share"])


def run(options: argparse.Namespace) -> int:
    """Run what is missing and write the table."""
    workers = None
    if options.workers is not None:
        workers = read_whole("--workers", options.workers, 1, MOST_WORKERS)
    raise_if_any(tuple(path_problems("--out", options.out, options)))
    check_output(Path(options.out), over=options.force)
    if options.plot is not None:
        format_for("picture", options.plot)
        raise_if_any(tuple(path_problems("--plot", options.plot, options)))
    profile = options.profile
    base = read_file(options.base, profile).scenario if options.base else None
    if options.scheduler is not None and options.executor != "dask":
        raise ModellerError(
            problem("--scheduler", "is for a Dask cluster", "say --executor dask as well")
        )
    text = read_pipe(options.design, DESIGN_FILE)
    if text is None:
        design = read_design(options.design, profile, base=base)
    else:
        design = parse_design(text.decode("utf-8-sig", "replace"), profile, base=base)
    tell_notes(options.design, design.notes)
    known = profile.catalogue
    design = design.with_targets(
        [parse_goal(target, known, where="--target") for target in options.target]
    )
    if options.executor != "dask":  # whose machines have other speeds
        _say_how_long(design, 1 if options.executor == "local" else workers or os.cpu_count() or 1)
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
                over=options.force,
            )
        except KeyboardInterrupt:
            print_note("Stopped; the same command carries on from here.")
            raise
    print_note(
        f"{counted(done.scenarios, 'scenarios')} in {options.out}, {done.run:,} projected now in "
        f"{time.monotonic() - started:.0f} s; model {options.profile.catalogue.version}"
    )
    print_note(f"What the columns are, and in which units, is in {description_path(done.output)}")
    if options.plot is not None:
        from modeller.sweep.picture import draw_sweep

        draw_sweep(done.output, options.plot, profile, over=options.force)
        print_note(f"Drawn in {options.plot}")
    return 0


def _say_how_long(design: Design, workers: int) -> None:
    """Time the base scenario twice, and print how long the sweep will take."""
    if design.size < _WORTH_SAYING:
        return
    seconds = 0.0
    for _ in range(2):  # the first run includes loading
        started = time.monotonic()
        figures_of([design.base], design.measures, design.size, record_to_send(design.base))
        seconds = time.monotonic() - started
    print_note(
        f"{design.size:,} scenarios, about {_duration(seconds * design.size / workers)} on this "
        "machine; what is finished already is not run again"
    )


def _duration(seconds: float) -> str:
    """A duration in words: ``40 seconds``, ``12 minutes``, ``3.5 hours``."""
    if seconds < 90:
        whole = max(1, round(seconds))
        return f"{whole} second{'s' if whole > 1 else ''}"
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds / 3600:.1f} hours"
