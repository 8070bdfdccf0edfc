"""``modeller project``: the projections of scenarios."""

from __future__ import annotations

import argparse
from functools import cache

from modeller.base.errors import ModellerError, Problem
from modeller.cli.inputs import NamedScenario, add_scenario_arguments, read_scenarios, tell_notes
from modeller.cli.output import add_output_arguments, check_out, deliver, json_text, width
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
        choices=("place",),
        help="totals by borough, and who lives there (text and json)",
    )
    add_output_arguments(parser, ("text", "json", "csv"))


def run(options: argparse.Namespace) -> int:
    """Project all scenarios given."""
    check_out(options)
    given = read_scenarios(options)
    tell_notes(given)
    if options.by and options.format == "csv":
        raise ModellerError(
            Problem("--format csv", "has no totals by place", "use text or json with --by place")
        )
    by_week = options.format != "text" and not options.by  # a page shows only totals
    projections = [projected(item.scenario, by_week=by_week) for item in given]
    if options.by:
        from modeller.cli import by_place

        if options.format == "json":
            deliver(json_text({"by_place": [by_place.document(p) for p in projections]}), options)
        else:
            deliver("\n".join(by_place.page(p, width()) for p in projections), options)
        return 0
    if options.format == "text":
        deliver(_pages(given, projections, options.band), options)
        return 0
    from modeller.cli.documents import projections_csv, projections_document

    if options.format == "json":
        deliver(json_text(projections_document(projections, options.band)), options)
    else:
        deliver(projections_csv(projections, options.band), options)
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
