"""``modeller backtest``: what the model would have said, and what happened."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from modeller.backtest import BACKTEST_DRAWS, Backtest, Coverage, Miss, backtest
from modeller.cli.documents import FORMAT, by_name, figure
from modeller.cli.layout import Column, paragraph, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    width,
)
from modeller.cli.progress import Progress
from modeller.cli.records_given import RECORD_HELP, read_given_record
from modeller.cli.target_options import read_day, read_whole
from modeller.model.catalogue import MAXIMUM_DRAWS, MINIMUM_DRAWS, Catalogue
from modeller.wording import MINUS, number, percent

_MISSES_SHOWN = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--record", metavar="FILE", help=RECORD_HELP)
    parser.add_argument(
        "--from", dest="first", metavar="DAY", help="first month-end, such as 2024-12-31"
    )
    parser.add_argument("--to", dest="last", metavar="DAY", help="last month-end")
    parser.add_argument("--draws", metavar="N", help=f"futures (default: {BACKTEST_DRAWS:,})")
    add_output_arguments(parser, ("text", "json", "csv"))


def run(options: argparse.Namespace) -> int:
    """Run the model from month-ends of the past."""
    check_out(options)
    first, last = read_day("--from", options.first), read_day("--to", options.last)
    draws = BACKTEST_DRAWS
    if options.draws is not None:
        draws = read_whole("--draws", options.draws, MINIMUM_DRAWS, MAXIMUM_DRAWS)
    record = read_given_record(options.record, options.profile)
    with Progress("Backtest") as progress:
        found = backtest(
            options.profile, record, first=first, last=last, draws=draws, progress=progress
        )
    if options.format == "json":
        deliver(json_text(backtest_document(found)), options)
    elif options.format == "csv":
        deliver(
            csv_text([_row(line) | {"record": found.record_label} for line in found.coverage]),
            options,
        )
    else:
        deliver("\n".join(_page(options.profile.catalogue, found)) + "\n", options)
    return 0


def _page(declared: Catalogue, found: Backtest) -> list[str]:
    days = [origin.day for origin in found.origins]
    page = width()
    lines = paragraph(
        f"Backtest on the {found.record_label}: {len(days)} month-ends, {days[0]} to {days[-1]}, "
        f"{found.draws:,} futures. Each time the model knew only the weeks before, and was given "
        "the deployments that then took place.",
        page,
    )
    lines += ["", *table(_columns(declared, found.coverage)), ""]
    lines += paragraph(
        "Inside: the share of what happened that fell inside the band, allowing for whole numbers "
        "(a perfect model has 50 % and 80 %); in brackets the plain share, ends included. Skill: "
        "how much smaller the mean error (CRPS) is than that of a simple rule; below 0 the rule "
        "did better. Last 13 weeks: one of the last 13 weeks at random, per deployment, for every "
        "week. Poisson: one constant rate and no drift. The periods overlap, so the cases are not "
        "independent.",
        page,
    )
    lines += ["", "Furthest outside its 80 % band:" if found.misses else "Nothing left its band."]
    for miss in found.misses[:_MISSES_SHOWN]:
        lines += paragraph(miss.sentence, page, mark="• ", indent=2)
    for day, reason in found.skipped:
        lines += paragraph(f"{day} could not be used: {reason}.", page)
    return lines


def _columns(declared: Catalogue, coverage: tuple[Coverage, ...]) -> list[Column]:
    labels = {key: entry.label for key, entry in declared.outcomes.items()}
    return [
        Column("Outcome", [labels[line.outcome] for line in coverage]),
        Column("View", [line.view for line in coverage]),
        Column("Weeks", [str(line.horizon) for line in coverage], "right"),
        Column("Cases", [str(line.cases) for line in coverage], "right"),
        Column("Inside 50 %", [_inside(x.fair_50, x.inside_50) for x in coverage], "right"),
        Column("Inside 80 %", [_inside(x.fair_80, x.inside_80) for x in coverage], "right"),
        Column("CRPS", [number(line.crps) for line in coverage], "right"),
        Column("Skill: 13 weeks", [_skill(x.skill_last_weeks) for x in coverage], "right"),
        Column("Poisson", [_skill(x.skill_poisson) for x in coverage], "right"),
    ]


def _inside(fair: float, plain: float) -> str:
    return f"{percent(fair)} ({percent(plain)})"


def _skill(value: float) -> str:
    rounded = round(value, 2) + 0.0 if abs(value) < 1e9 else value
    return f"{'+' if rounded > 0 else MINUS if rounded < 0 else ''}{number(abs(rounded), 0.01)}"


def _row(line: Coverage) -> dict[str, Any]:
    return {
        name: (figure(value) if isinstance(value, float) else value)
        for name, value in asdict(line).items()
    }


def _miss(miss: Miss) -> dict[str, Any]:
    return {name: value for name, value in asdict(miss).items() if name != "source_label"}


def backtest_document(found: Backtest) -> dict[str, Any]:
    """Everything that a backtest found, for programs."""
    return {
        "format": FORMAT,
        "record": {"label": found.record_label, "digest": found.record_digest},
        "draws": found.draws,
        "seed": found.seed,
        "coverage": [_row(line) for line in found.coverage],
        "misses": [
            {**_miss(miss), "origin": miss.origin.isoformat(), "sentence": miss.sentence}
            for miss in found.misses
        ],
        "skipped": [{"origin": day.isoformat(), "reason": why} for day, why in found.skipped],
        "origins": [
            {
                "day": origin.day.isoformat(),
                "calibrated": [
                    origin.calibrated_from.isoformat(),
                    origin.calibrated_to.isoformat(),
                ],
                "week_starting": [str(week) for week in origin.week_starting],
                "deployments": origin.deployments.tolist(),
                "outcomes": {
                    key: {
                        "weekly": by_name(series.weekly),
                        "cumulative": by_name(series.cumulative),
                        "happened": series.observed_weekly.tolist(),
                    }
                    for key, series in origin.series.items()
                },
            }
            for origin in found.origins
        ],
    }
