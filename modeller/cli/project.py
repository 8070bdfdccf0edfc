"""``modeller project``: the projections of scenarios."""

from __future__ import annotations

import argparse
from functools import cache

from modeller.base.printed import json_line
from modeller.cli.by_week import page as by_week_page
from modeller.cli.inputs import NamedScenario, add_scenario_arguments, read_scenarios
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    deliver,
    deliver_lines,
    json_text,
    width,
)
from modeller.cli.progress import Progress
from modeller.profiles import Profile
from modeller.projection import BANDS, Band, Projection, project
from modeller.scenario import Scenario


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    parser.add_argument(
        "--band",
        choices=(*BANDS, "both"),
        default="seen",
        help="counts as they would be seen, with their luck (default); the rates underlying "
        "them, without it; or both",
    )
    parser.add_argument(
        "--by",
        choices=("week", "place", "total"),
        help="each week; totals by borough, and who lives there; or totals alone. Without it, text "
        "shows totals, and the other formats totals and weeks",
    )
    add_output_arguments(parser, ("text", "json", "jsonl", "csv"))


def run(options: argparse.Namespace) -> int:
    """Project all scenarios given."""
    check_out(options)
    given = read_scenarios(options)
    if options.by == "place":
        from modeller.cli import by_place

        by_place.put((projected(item.scenario, by_week=False) for item in given), options)
        return 0
    by_week = options.by != "total" and (options.by == "week" or options.format != "text")
    projections = (projected(item.scenario, by_week=by_week) for item in given)
    if options.format == "text":
        if options.by == "week":
            page = width()
            deliver(
                "\n".join(by_week_page(each, page, options.band) for each in projections), options
            )
        else:
            deliver(_pages(given, [*projections], options.band), options)
        return 0
    from modeller.cli.documents import projection_line, projections_csv, projections_document

    if options.format == "jsonl":
        lines = (json_line(projection_line(each, options.band, options.by)) for each in projections)
        deliver_lines(lines, options)
    elif options.format == "json":
        found = projections_document([*projections], options.band, options.by)
        deliver(json_text(found), options)
    else:
        deliver(projections_csv([*projections], options.band, options.by), options)
    return 0


def projected(scenario: Scenario, *, by_week: bool = True) -> Projection:
    """The projection of a scenario, with progress on a terminal."""
    with Progress(scenario.title) as progress:
        return project(scenario, progress=progress, by_week=by_week)


@cache
def _baseline(
    profile: Profile, weeks: int, draws: int, seed: int, record: str | None
) -> Projection:
    baseline = Scenario(
        title="Baseline", weeks=weeks, draws=draws, seed=seed, record=record, profile=profile
    )
    return projected(baseline, by_week=False)


def _pages(given: tuple[NamedScenario, ...], projections: list[Projection], band: str) -> str:
    from modeller.cli.report import report

    bands: tuple[Band, ...] = BANDS
    if band != "both":
        bands = ("underlying",) if band == "underlying" else ("seen",)
    pages = []
    for item, projection in zip(given, projections, strict=True):
        scenario = item.scenario
        baseline = (
            _baseline(
                scenario.profile, scenario.weeks, scenario.draws, scenario.seed, scenario.record
            )
            if not scenario.is_baseline
            else None
        )
        pages.append("\n".join(report(projection, baseline, width(), bands)))
    return f"\n\n{'═' * 20}\n\n".join(pages) + "\n"
