"""``modeller list``: everything that can be named, set, asked for and checked."""

from __future__ import annotations

import argparse

from modeller.base.errors import ModellerError, Problem
from modeller.cli.help_text import HELP_WIDTH
from modeller.cli.layout import Column, listed, table
from modeller.cli.output import add_output_arguments, check_out, csv_text, deliver, json_text

SUBJECTS = {
    "scenarios": "the shipped scenarios, by the name to give as FILE",
    "choices": "what the policymaker decides",
    "circumstances": "what happens to the force",
    "beliefs": "how well the system and the crews perform",
    "outcomes": "what is projected",
    "evidence": "published figures with sources; figures in the press that are wrong",
    "calibration": "what is fitted to the record's deployments, and how, with 90 % ranges",
    "parameters": "all choices, circumstances, beliefs and fixed figures",
}


BY = ("deployment", "week", "borough", "site")
"""What ``list evidence`` can list the record by."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "subject",
        nargs="?",
        choices=list(SUBJECTS),
        metavar="SUBJECT",
        help="what to list: one of the subjects below",
    )
    parser.add_argument(
        "--by",
        choices=BY,
        metavar="|".join(BY),
        help="for evidence: show the record by deployment, week, borough or site",
    )
    add_output_arguments(parser, ("text", "json", "csv", "markdown"))
    parser.epilog = "\n".join(["subjects:", *listed([*SUBJECTS.items()], HELP_WIDTH)])


def run(options: argparse.Namespace) -> int:
    """Print a list, or the names of the lists."""
    check_out(options)
    if options.by and options.subject != "evidence":
        raise ModellerError(Problem("--by", "is for evidence", "ask for “modeller list evidence”"))
    deliver(_text(options, options.subject, options.format, options.by), options)
    return 0


def _text(options: argparse.Namespace, subject: str | None, form: str, by: str | None) -> str:
    if form == "markdown":
        return _markdown(options, subject)
    if by:
        from modeller.cli import list_places

        if form == "text":
            return "\n".join(list_places.page(options.profile, by)) + "\n"
        rows = list_places.ROWS[by](options.profile)
        return csv_text(rows) if form == "csv" else json_text({"evidence": rows, "by": by})
    if subject is None:
        rows = [{"list": name, "shows": purpose} for name, purpose in SUBJECTS.items()]
    elif form != "text":
        from modeller.cli.list_rows import ROWS

        rows = ROWS[subject](options.profile)
    else:
        from modeller.cli.list_pages import PAGES

        return "\n".join(PAGES[subject](options.profile)) + "\n"
    if form == "json":
        return json_text({subject or "lists": rows})
    if form == "csv":
        return csv_text(rows)
    return _overview()


def _overview() -> str:
    lines = table([Column("list", list(SUBJECTS)), Column("shows", list(SUBJECTS.values()))])
    return "\n".join(
        [*lines, "", "For example: modeller list scenarios; modeller list beliefs --format csv", ""]
    )


def _markdown(options: argparse.Namespace, subject: str | None) -> str:
    if subject == "parameters":
        from modeller.cli.parameters_page import parameters_page

        return parameters_page(options.profile)
    if subject == "calibration":
        from modeller.cli.list_calibration import markdown

        return markdown(options.profile)
    remedy = "ask for “modeller list parameters --format markdown” or calibration"
    raise ModellerError(Problem("--format markdown", "is for parameters and calibration", remedy))
