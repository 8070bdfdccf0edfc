"""``modeller quality``: the quality log under the headings of the AQuA Book."""

from __future__ import annotations

import argparse

from modeller.backtest import backtest
from modeller.base import clock
from modeller.base.errors import ModellerError, Problem
from modeller.base.formats import formats_of
from modeller.base.visible import seen
from modeller.cli.output import check_out, print_exactly, write_out
from modeller.cli.progress import Progress
from modeller.cli.writing import add_force_argument
from modeller.quality import (
    TRANSPARENCY_WRITERS,
    WRITERS,
    effects,
    plan_of,
    quality_log,
    read_test_results,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    keys = [form.key for form in formats_of("quality-log")]
    names = f"{', '.join(keys[:-1])} or {keys[-1]}"
    parser.add_argument(
        "--format", choices=keys, default=keys[0], help=f"{names} (default: {keys[0]})"
    )
    parser.add_argument(
        "--out", metavar="PATH", help="write to this file instead of printing; needed for docx"
    )
    parser.add_argument(
        "--transparency",
        action="store_true",
        help="write a draft of the algorithmic transparency record (ATRS) from the same log "
        "instead; "
        "what only the organisation can say is left open and marked",
    )
    add_force_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Measure, backtest and write."""
    check_out(options)
    if options.format == "docx" and options.out is None:
        remedy = "add --out quality.docx"
        raise ModellerError(Problem("--format docx", "is not for the terminal", remedy))
    profile = options.profile
    with Progress("Effects of the assumptions") as progress:
        measured = effects(plan_of(profile), progress=progress)
    with Progress("Backtest") as progress:
        tested = backtest(profile, progress=progress)
    log = quality_log(
        measured,
        profile.catalogue,
        profile.record,
        today=clock.today(),
        tests=read_test_results(),
        backtest=tested,
    )
    writers = TRANSPARENCY_WRITERS if options.transparency else WRITERS
    content = writers[options.format](log)
    if options.out is not None:
        write_out(content, options)
    else:
        text = content.decode()
        print_exactly(seen(text) if options.format == "json" else text)
    return 0
