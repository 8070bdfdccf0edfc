"""``modeller brief``: one result as documents for a committee."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from modeller.base.bounded_json import raise_if_any, shown
from modeller.base.errors import ModellerError, Problem
from modeller.base.paths import is_folder
from modeller.cli.inputs import add_scenario_arguments, read_scenarios, tell_notes
from modeller.cli.output import put, tell
from modeller.cli.progress import Progress
from modeller.cli.project import projected
from modeller.scenario import Scenario

_EPILOG = """\
The first scenario is what the others are compared with, and the briefing is about the second.
One scenario alone is compared with the baseline.

  modeller brief met-plan-2025 --to plan.html --to plan.pdf
  modeller brief baseline met-plan-2025 plan-half-match-rate --to evidence.docx --author "A. Clerk"

A briefing is a draft until --signed-off-by names somebody. The web page and the PDF carry their
scenarios inside: “modeller open plan.pdf”.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    from modeller.briefing import ANALYSES, FORMS, SECTIONS

    add_scenario_arguments(parser)
    parser.epilog = f"{_EPILOG}\n{parser.epilog}"
    forms = "; ".join(f".{form} {what}" for form, what in FORMS.items())
    parser.add_argument(
        "--to",
        action="append",
        required=True,
        metavar="PATH",
        help=f"the file to write; may be repeated. Its ending says in which form: {forms}",
    )
    parser.add_argument("--author", default="", metavar="NAME", help="who prepared it")
    parser.add_argument("--audience", default="", metavar="NAME", help="for whom")
    parser.add_argument("--checked-by", default="", metavar="NAME", help="who checked it")
    parser.add_argument(
        "--signed-off-by", default="", metavar="NAME", help="who signed it off; a draft without"
    )
    parser.add_argument(
        "--sections",
        metavar="KEY,KEY",
        help=f"only these, and the quality statement: {', '.join(SECTIONS)}",
    )
    parser.add_argument(
        "--analyses",
        default="",
        metavar="KEY,KEY",
        help="also run these, which takes up to a minute each; all for every one: "
        + "; ".join(f"{key}, {what}" for key, what in ANALYSES.items()),
    )
    parser.add_argument(
        "--target",
        metavar="TARGET",
        help="what “belief” looks for, such as “arrests.p20 >= 1500”; the scenario's own if left "
        "out",
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day of the briefing; today")
    parser.add_argument("--sunset", metavar="YYYY-MM-DD", help="not to be used after; a year later")


def run(options: argparse.Namespace) -> int:
    """Project, compose and write."""
    from modeller.analysis.targets import parse_goal
    from modeller.briefing import ANALYSES, About, Analyses, analyse, brief, export

    _check_paths(options.to)
    goal = None if options.target is None else parse_goal(options.target, where="--target")
    about = About(
        on=_day("--date", options.date) or date.today(),  # noqa: DTZ011 - the user's own day
        author=options.author,
        audience=options.audience,
        checked_by=options.checked_by,
        signed_off_by=options.signed_off_by,
        sunset=_day("--sunset", options.sunset),
    )
    sections = None if options.sections is None else _keys(options.sections)
    asked = tuple(ANALYSES) if options.analyses == "all" else _keys(options.analyses)
    if goal is not None and "belief" not in asked:
        asked = (*asked, "belief")
    given = read_scenarios(options)
    tell_notes(given)
    scenarios = _compared([item.scenario for item in given])
    projections = [projected(scenario) for scenario in scenarios]
    # before the analyses: what is wrong with the request should not take a minute to hear
    briefing = brief(projections, about, sections=sections)
    analyses = Analyses()
    if asked:
        with Progress("Analyses") as progress:
            subject = scenarios[min(1, len(scenarios) - 1)]
            analyses = analyse(subject, asked, goal=goal, progress=progress)
        briefing = brief(projections, about, sections=sections, analyses=analyses)
    for path in options.to:
        with Progress(Path(path).name) as progress:
            export(briefing, path, progress=progress)
        put(f"{path}\n")
    if not options.signed_off_by:
        tell("A draft: --signed-off-by names who signs it off.")
    return 0


def _compared(scenarios: list[Scenario]) -> list[Scenario]:
    from modeller.briefing import reference_for

    if len(scenarios) > 1:
        return scenarios
    reference = reference_for(scenarios[0])
    return scenarios if reference is None else [reference, *scenarios]


def _check_paths(paths: list[str]) -> None:
    """Before any work is done."""
    from modeller.briefing import form_of

    problems: list[Problem] = []
    for path in paths:
        try:
            form_of(path)
        except ModellerError as error:
            problems += error.problems
        if not is_folder(Path(path).parent):
            what = f"is in {Path(path).parent}, which is not a folder"
            problems.append(Problem(path, what, "create it first or name another"))
    raise_if_any(problems)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip().replace("-", "_") for key in text.split(",") if key.strip())


def _day(where: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ModellerError(
            Problem(where, f"is {shown(text)}", "write a day as 2026-01-31")
        ) from None
