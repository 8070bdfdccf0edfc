"""``modeller seek``: what one or two levers must be set to for a target to be met."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import sought_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.seek import Sought, check_varied, seek
from modeller.base.printed import figure
from modeller.cli import one_scenario
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_target_argument, read_target
from modeller.scenario import Scenario


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    one_scenario.add_arguments(parser)
    add_target_argument(parser)
    parser.add_argument(
        "--vary",
        action="append",
        required=True,
        metavar="KEY",
        help="the lever to move; give it twice for two levers",
    )


def run(options: argparse.Namespace) -> int:
    """Look for the nearest setting that meets the target; 1 if there is none."""
    goal = read_target(options)
    vary = check_varied(options.vary, options.profile.catalogue, where="--vary")
    scenario = one_scenario.read_scenario(options)
    prepare(20 if len(vary) == 1 else 200, scenario)
    with Progress("Seeking") as progress:
        found = seek(scenario, goal, vary, progress=progress)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, found),
        document=lambda: _document(found),
        rows=lambda: rows(found),
    )
    return 0 if found.answer is not None else 1


def _page(scenario: Scenario, found: Sought) -> list[str]:
    lines = one_scenario.heading(scenario, [sought_sentence(found, scenario.catalogue)])
    if found.answer is not None:
        lines.append(f"That scenario is {found.answer.fingerprint}; {found.runs} were projected.")
    return lines


def _document(found: Sought) -> dict[str, Any]:
    return {
        "target": one_scenario.goal_document(found.goal),
        "met_now": found.met_now,
        "measured_now": figure(found.measured_now),
        "reachable": found.answer is not None,
        "met_everywhere": found.met_everywhere,
        "values": {key: figure(value) for key, value in zip(found.vary, found.values, strict=True)},
        "measured": figure(found.measured),
        "fingerprint": (found.answer or found.closest).fingerprint,
    }


def rows(found: Sought) -> list[dict[str, Any]]:
    """The single row of the result."""
    return [_row(found)]


def _row(found: Sought) -> dict[str, Any]:
    return {
        "target": str(found.goal),
        "met_now": found.met_now,
        "measured_now": one_scenario.cell(found.measured_now),
        "reachable": found.answer is not None,
        **{
            key: one_scenario.cell(value)
            for key, value in zip(found.vary, found.values, strict=True)
        },
        "measured": one_scenario.cell(found.measured),
        "fingerprint": (found.answer or found.closest).fingerprint,
    }
