"""What a command is asked: a number (``--of``), a target (``--target``), a day, a whole number."""

from __future__ import annotations

import argparse
from datetime import date

from modeller.analysis.targets import Goal, Measure, parse_goal, parse_measure
from modeller.base.bounded_json import shown
from modeller.base.dates import iso_day
from modeller.base.errors import ModellerError, Problem
from modeller.base.typed_numbers import whole_number

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
    return parse_measure(options.of, options.profile.catalogue, where="--of")


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
    return parse_goal(options.target, options.profile.catalogue, where="--target")


def read_day(flag: str, text: str | None) -> date | None:
    """The day given; None when none was.

    Raises
    ------
    ModellerError
        When it is not written as 2026-01-31.
    """
    if text is None:
        return None
    day = iso_day(text)
    if day is None:
        raise ModellerError(Problem(flag, f"is {shown(text)}", "write a day as 2026-01-31"))
    return day


def read_whole(flag: str, text: str, low: int, high: int) -> int:
    """The whole number given, with thousands commas or without.

    Raises
    ------
    ModellerError
        When it is none, or does not lie between `low` and `high`.
    """
    number = whole_number(text)
    if number is None or not low <= number <= high:
        remedy = f"it must be a whole number from {low:,} to {high:,}"
        raise ModellerError(Problem(flag, f"is {shown(text)}", remedy))
    return number
