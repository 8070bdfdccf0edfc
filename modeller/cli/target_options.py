"""What an analysis is asked about: a number (``--of``), or a target for one (``--target``)."""

from __future__ import annotations

import argparse

from modeller.analysis.targets import Goal, Measure, parse_goal, parse_measure

_MEASURE = "arrests.p50"


def add_measure_argument(parser: argparse.ArgumentParser) -> None:
    """Let the user name a number."""
    parser.add_argument(
        "--of",
        default=_MEASURE,
        metavar="OUTCOME.STATISTIC",
        help=f"the number asked about: an outcome, and mean or p01 to p99 (default: {_MEASURE})",
    )


def read_measure(options: argparse.Namespace) -> Measure:
    """The number named."""
    return parse_measure(options.of, where="--of")


def add_target_argument(parser: argparse.ArgumentParser) -> None:
    """Have the user say what is wanted."""
    parser.add_argument(
        "--target",
        required=True,
        metavar="TARGET",
        help='what is wanted, such as "arrests.p20 >= 1500": at least 1,500 arrests in 80 of 100 '
        "futures",
    )


def read_target(options: argparse.Namespace) -> Goal:
    """What is wanted."""
    return parse_goal(options.target, where="--target")
