"""``modeller backtest``: forecasts of the model for the past, and what happened."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from modeller.backtest import (
    DRAWS,
    Backtest,
    DeploymentLine,
    Line,
    Range,
    Series,
    backtest,
)
from modeller.backtest.results import BANDS, flat
from modeller.backtest.words import (
    how_sentence,
    miss_sentence,
    rule_sentence,
    single_sentences,
    standpoints_words,
    totals_sentence,
    weeks_sentence,
)
from modeller.base.elementary import Floats
from modeller.base.printed import figure
from modeller.cli.documents import head
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
from modeller.profiles import Profile
from modeller.wording import EN_DASH, MINUS, number, percent, subject_line

_NO_PLACES = (
    "The record has no places: the model could be told only how many deployments there would be."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--record", metavar="FILE", help=RECORD_HELP)
    parser.add_argument(
        "--from", dest="first", metavar="DAY", help="leave out standpoints before this day"
    )
    parser.add_argument(
        "--to", dest="last", metavar="DAY", help="leave out standpoints after this day"
    )
    parser.add_argument("--draws", metavar="N", help=f"number of futures (default: {DRAWS:,})")
    parser.add_argument(
        "--again",
        action="store_true",
        help="work the backtest out again where its result is kept (up to a minute or two)",
    )
    add_output_arguments(parser, ("text", "json", "csv"))


def run(options: argparse.Namespace) -> int:
    """Run the model from many days in the past."""
    check_out(options)
    first, last = read_day("--from", options.first), read_day("--to", options.last)
    draws = DRAWS
    if options.draws is not None:
        draws = read_whole("--draws", options.draws, MINIMUM_DRAWS, MAXIMUM_DRAWS)
    record = read_given_record(options.record, options.profile)
    with Progress("Backtest") as progress:
        found = backtest(
            options.profile,
            record,
            first=first,
            last=last,
            draws=draws,
            again=options.again,
            progress=progress,
        )
    if options.format == "json":
        deliver(json_text(backtest_document(found, options.profile)), options)
    elif options.format == "csv":
        about = {"subject": subject_line(options.profile)}
        deliver(csv_text([row | about for row in rows(found)]), options)
    else:
        deliver("\n".join(_page(options.profile, found)) + "\n", options)
    return 0


def _page(profile: Profile, found: Backtest) -> list[str]:
    page, telling = width(), found.tellings[0]
    lines = [subject_line(profile), ""]
    for outcome in list(found.origins[0].told[telling])[::-1]:
        said = [
            weeks_sentence(found, outcome, telling),
            totals_sentence(found, outcome, telling),
            rule_sentence(found, outcome, telling),
        ]
        lines += paragraph(" ".join(filter(None, said)), page, mark="• ")
    lines += ["", *paragraph(how_sentence(telling), page)]
    lines += paragraph(f"{standpoints_words(found)} {found.draws:,} futures.", page)
    if telling == "how many":
        lines += paragraph(_NO_PLACES, page)
    lines += ["", *table(_columns(profile.catalogue, found.lines)), ""]
    lines += paragraph(
        "Inside: the share of what happened that fell inside the band, allowing for whole numbers "
        "(a perfect model has 50 % and 80 %); in brackets the plain share, ends included. Skill: "
        "how much smaller the mean error (CRPS) is than that of a simple rule, with the 80 % range "
        "from resampled blocks of standpoints; below 0 the rule did better. Last 13 weeks: one of "
        "the last 13 weeks at random, per deployment, for every week. Poisson: one constant rate "
        "and no drift. The periods overlap, so the cases are not independent.",
        page,
    )
    if found.deployments:
        lines += ["", "One deployment ahead:"]
        for sentence in single_sentences(found):
            lines += paragraph(sentence, page, mark="• ", indent=2)
    worst = found.worst
    lines += ["", "Furthest outside its 80 % band:" if worst else "Nothing left its band."]
    for miss in worst:
        lines += paragraph(miss_sentence(miss), page, mark="• ", indent=2)
    for day, reason in found.skipped:
        lines += paragraph(f"{day} could not be used: {reason}.", page)
    return lines


def _columns(declared: Catalogue, lines: tuple[Line, ...]) -> list[Column]:
    labels = {key: entry.label for key, entry in declared.outcomes.items()}
    return [
        Column("Told", [line.telling for line in lines]),
        Column("Outcome", [labels[line.outcome] for line in lines]),
        Column("View", [line.view for line in lines]),
        Column("Weeks", [str(line.horizon) for line in lines], "right"),
        Column("Cases", [str(line.cases) for line in lines], "right"),
        Column("Inside 50 %", [percent(x.inside_50) for x in lines], "right"),
        Column("Inside 80 %", [_inside(x.inside_80, x.plainly_80) for x in lines], "right"),
        Column("CRPS", [number(line.crps) for line in lines], "right"),
        Column("Skill: 13 weeks", [_skill(x.last_weeks) for x in lines], "right"),
        Column("Poisson", [_skill(x.poisson) for x in lines], "right"),
    ]


def _inside(fair: float, plain: float) -> str:
    return f"{percent(fair)} ({percent(plain)})"


def _skill(scored: Range) -> str:
    return f"{signed(scored.value)} ({signed(scored.low)} to {signed(scored.high)})"


def signed(value: float) -> str:
    """A skill to two decimals with its sign; a dash if there is none."""
    if value != value or abs(value) > 1e9:
        return EN_DASH
    rounded = round(value, 2) + 0.0
    return f"{'+' if rounded > 0 else MINUS if rounded < 0 else ''}{number(abs(rounded), 0.01)}"


def rows(found: Backtest) -> list[dict[str, Any]]:
    """A row for each telling, outcome, view and number of weeks ahead."""
    return [_row(line) | {"record": found.record_label} for line in found.lines]


def _row(line: Line | DeploymentLine) -> dict[str, Any]:
    return {
        name: figure(value) if isinstance(value, float) else value
        for name, value in flat(line).items()
    }


def backtest_document(found: Backtest, profile: Profile) -> dict[str, Any]:
    """The results of a backtest as JSON."""
    return {
        **head(profile),
        "record": {"label": found.record_label, "digest": found.record_digest},
        "draws": found.draws,
        "seed": found.seed,
        "answers": [
            {
                "told": telling,
                "outcome": outcome,
                "sentence": weeks_sentence(found, outcome, telling),
            }
            for telling in found.tellings
            for outcome in found.origins[0].told[telling]
        ],
        "coverage": [_row(line) for line in found.lines],
        "one_deployment": [_row(line) for line in found.deployments],
        "misses": [
            {**asdict(miss), "origin": miss.origin.isoformat(), "sentence": miss_sentence(miss)}
            for miss in found.misses
        ],
        "skipped": [{"origin": day.isoformat(), "reason": why} for day, why in found.skipped],
        "origins": [
            {
                "day": origin.day.isoformat(),
                "week_starting": [str(week) for week in origin.week_starting],
                "deployments": origin.deployments.tolist(),
                "told": {
                    telling: {key: _series(series) for key, series in told.items()}
                    for telling, told in origin.told.items()
                },
            }
            for origin in found.origins
        ],
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "weekly": _by_band(series.weekly),
        "cumulative": _by_band(series.cumulative),
        "happened": series.observed_weekly.tolist(),
    }


def _by_band(bands: Floats) -> dict[str, Iterable[float]]:
    return {name: bands[:, index].tolist() for index, name in enumerate(BANDS)}
