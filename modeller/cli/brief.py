"""``modeller brief``: a result as documents for a committee."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from modeller.analysis.questions import current_name
from modeller.analysis.targets import parse_goal
from modeller.base import clock
from modeller.base.bounded_json import raise_if_any, shown
from modeller.base.errors import ModellerError, Problem
from modeller.base.visible import names_somebody
from modeller.briefing import (
    ANALYSES,
    FORMS,
    SECTIONS,
    About,
    Analyses,
    analyse,
    brief,
    export,
    form_of,
    reference_for,
)
from modeller.cli.inputs import add_scenario_arguments, read_scenarios
from modeller.cli.output import print_note, print_text
from modeller.cli.progress import Progress
from modeller.cli.project import projected
from modeller.cli.target_options import read_day
from modeller.cli.writing import add_force_argument, path_problems
from modeller.scenario import Scenario

_EPILOG = """\
The others are compared with the first scenario, and the briefing is about the second. A single
scenario is compared with the baseline.

  modeller brief plan.scenario.json --to plan.html --to plan.pdf --to plan.pptx
  modeller brief plan.scenario.json --to evidence.docx --author "A. Clerk"
  modeller brief plan.scenario.json --to plan.html --explorable

The Word document has the form of written evidence to a committee.

A briefing is a draft until --signed-off-by names somebody. Every form carries its scenarios
inside, and “modeller open plan.pdf” reads them back.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    parser.epilog = f"{_EPILOG}\n{parser.epilog}"
    forms = "; ".join(f"{form.suffix} {form.name}" for form in FORMS.values())
    parser.add_argument(
        "--to",
        action="append",
        required=True,
        metavar="PATH",
        help=f"the file to write; may be repeated. Its ending decides the form: {forms}",
    )
    parser.add_argument(
        "--explorable",
        action="store_true",
        help="give the web page levers that readers can move: it computes its numbers in the "
        "browser, "
        "without any network",
    )
    add_force_argument(parser)
    parser.add_argument("--author", default="", metavar="NAME", help="who prepared it")
    parser.add_argument("--audience", default="", metavar="NAME", help="who it is for")
    parser.add_argument("--checked-by", default="", metavar="NAME", help="who checked it")
    parser.add_argument(
        "--signed-off-by",
        default="",
        metavar="NAME",
        help="who signed it off; without it, the briefing is a draft",
    )
    parser.add_argument(
        "--sections",
        metavar="KEY,KEY",
        help=f"include only these sections, and the quality statement: {', '.join(SECTIONS)}",
    )
    parser.add_argument(
        "--analyses",
        default="",
        metavar="KEY,KEY",
        help="also run these analyses, or “all”, which takes up to a minute each: "
        + "; ".join(f"{key}, {what}" for key, what in ANALYSES.items()),
    )
    parser.add_argument(
        "--target",
        metavar="TARGET",
        help="the target of “what-must-be-true”, such as “arrests.p20 >= 1500” (default: the "
        "scenario's own)",
    )
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", help="the day of the briefing (default: today)"
    )
    parser.add_argument(
        "--sunset", metavar="YYYY-MM-DD", help="the last day it may be used (default: a year later)"
    )


def run(options: argparse.Namespace) -> int:
    """Project, compose and write."""
    _check_paths(options)
    _check_names(options)
    goal = (
        None
        if options.target is None
        else parse_goal(options.target, options.profile.catalogue, where="--target")
    )
    about = About(
        on=read_day("--date", options.date) or clock.today(),
        author=options.author,
        audience=options.audience,
        checked_by=options.checked_by,
        signed_off_by=options.signed_off_by,
        sunset=read_day("--sunset", options.sunset),
    )
    sections = None if options.sections is None else _keys(options.sections)
    asked = tuple(ANALYSES) if options.analyses == "all" else _keys(options.analyses)
    if goal is not None and "what-must-be-true" not in asked:
        asked = (*asked, "what-must-be-true")
    given = read_scenarios(options)
    scenarios, place, against = _compared([item.scenario for item in given])
    projections = [projected(scenario) for scenario in scenarios]
    # before the analyses, so that a wrong request is reported at once and not after a minute
    compose = partial(brief, projections, about, sections=sections, subject=place, against=against)
    briefing = compose()
    if briefing.dated_too_early:
        print_note(f"The briefing is dated {about.on}, before its record ends: is the clock right?")
    analyses = Analyses()
    if asked:
        with Progress("Analyses") as progress:
            others = [*scenarios[:place], *scenarios[place + 1 :]]
            analyses = analyse(scenarios[place], asked, goal=goal, others=others, progress=progress)
        briefing = compose(analyses=analyses)
    for path in options.to:
        with Progress(Path(path).name) as progress:
            export(
                briefing, path, progress=progress, over=options.force,
                explorable=options.explorable,
            )  # fmt: skip
        print_text(f"{path}\n")
    if not about.signed_off_by:
        print_note("A draft: --signed-off-by names the person signing it off.")
    return 0


def _compared(scenarios: list[Scenario]) -> tuple[list[Scenario], int, int]:
    """The scenarios, the place of the one that the briefing is about, and of what it is against.

    Of several the first is what the second and the others are compared with. One alone is A, and
    the baseline comes after it, as in the window.
    """
    if len(scenarios) > 1:
        return scenarios, 1, 0
    reference = reference_for(scenarios[0])
    return (scenarios, 0, 0) if reference is None else ([*scenarios, reference], 0, 1)


def _check_names(options: argparse.Namespace) -> None:
    """Raise if a name that is given can be nobody's."""
    raise_if_any(
        [
            Problem(
                f"--{name.replace('_', '-')}",
                f"is {shown(given)}, which names nobody",
                "write a name, or leave it out",
            )
            for name in ("author", "audience", "checked_by", "signed_off_by")
            if (given := getattr(options, name)) and not names_somebody(given)
        ]
    )


def _check_paths(options: argparse.Namespace) -> None:
    """Check the output paths before any work is done."""
    problems: list[Problem] = []
    forms = []
    for number, path in enumerate(options.to):
        try:
            forms.append(form_of(path))
        except ModellerError as error:
            problems += error.problems
        problems += path_problems("--to", path, options)
        if path in options.to[:number]:
            problems.append(Problem("--to", f"{path} is given twice", "name each file once"))
    if options.explorable and "html" not in forms and not problems:
        problems.append(
            Problem("--explorable", "is for web pages", "name one too, such as --to plan.html")
        )
    raise_if_any(problems)


def _keys(text: str) -> tuple[str, ...]:
    """The keys in a list, with former names replaced by current ones."""
    return tuple(current_name(key.strip()) for key in text.split(",") if key.strip())
