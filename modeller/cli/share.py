"""``modeller share``: a scenario as a line of text."""

from __future__ import annotations

import argparse

from modeller.cli.inputs import add_scenario_arguments, read_scenarios
from modeller.cli.output import print_note, print_text
from modeller.scenario.share_code import ORDINARY_CODE_LENGTH, share_code


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    parser.add_argument(
        "--without-notes",
        action="store_true",
        help="leave out notes and sources, to make the code shorter",
    )


def run(options: argparse.Namespace) -> int:
    """Print the share code of every scenario given."""
    given = read_scenarios(options)
    for item in given:
        scenario = item.scenario
        if options.without_notes:
            scenario = scenario.replace(notes="", sources=())
        code = share_code(scenario)
        print_text(f"{code}\n")
        if len(code) > ORDINARY_CODE_LENGTH:
            print_note(
                f"{item.name}: the code has {len(code):,} characters; some message services cut "
                "off text this long. --without-notes makes it shorter."
            )
    return 0
