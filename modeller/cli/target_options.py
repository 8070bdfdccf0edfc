"""Options for a measure (``--of``), a target (``--target``), a day and a whole number."""

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
    """Add the argument for a measure."""
    parser.add_argument(
        "--of",
        default=_MEASURE,
        metavar="OUTCOME.STATISTIC",
        help=f"the number asked about: an outcome, and mean or p01 to p99 (default: {_MEASURE})",
    )


def read_measure(options: argparse.Namespace) -> Measure:
    """Read the measure given."""
    return parse_measure(options.of, options.profile.catalogue, where="--of")


def add_target_argument(parser: argparse.ArgumentParser) -> None:
    """Add the argument for a target."""
    parser.add_argument(
        "--target",
        required=True,
        metavar="TARGET",
        help='what is wanted, such as "arrests.p20 >= 1500": at least 1,500 arrests in 80 of 100 '
        "futures",
    )


def read_target(options: argparse.Namespace) -> Goal:
    """Read the target given."""
    return parse_goal(options.target, options.profile.catalogue, where="--target")


def read_day(flag: str, text: str | None) -> date | None:
    """Read the day given; None if there is none.

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
    """Read the whole number given, with or without commas between thousands.

    Raises
    ------
    ModellerError
        When it is not one, or not between `low` and `high`.
    """
    number = whole_number(text)
    if number is None or not low <= number <= high:
        remedy = f"it must be a whole number from {low:,} to {high:,}"
        raise ModellerError(Problem(flag, f"is {shown(text)}", remedy))
    return number
