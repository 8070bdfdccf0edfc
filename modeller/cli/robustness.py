"""``modeller robustness``: where beliefs and circumstances make a plan fail a target."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import robustness_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.phrases import region_words
from modeller.analysis.robustness import CASES, Robustness, robustness
from modeller.base.bounded_json import shown
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import lower_first
from modeller.base.printed import figure
from modeller.base.typed_numbers import typed_number
from modeller.cli import one_scenario
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_target_argument, read_target, read_whole
from modeller.scenario import Scenario
from modeller.wording import percent, value_range_words

_FEWEST, _MOST = 256, 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    one_scenario.add_arguments(parser)
    add_target_argument(parser)
    parser.add_argument(
        "--between",
        action="append",
        metavar="KEY=LOW..HIGH",
        help="vary this circumstance in this range; may be repeated; “none” leaves them all as "
        "they are (default: every circumstance over its whole range)",
    )
    parser.add_argument("--cases", metavar="N", help=f"cases to run (default: {CASES:,})")


def run(options: argparse.Namespace) -> int:
    """Look for the regions in which the target is missed."""
    goal = read_target(options)
    ranges = _ranges(options.between)
    cases = CASES
    if options.cases is not None:
        cases = read_whole("--cases", options.cases, _FEWEST, _MOST)
    scenario = one_scenario.read_scenario(options)
    prepare(1, scenario.replace(draws=cases))
    with Progress("Where the plan fails") as progress:
        found = robustness(scenario, goal, ranges=ranges, cases=cases, progress=progress)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, found),
        document=lambda: _document(scenario, found),
        rows=lambda: rows(found),
    )
    return 0


def _ranges(texts: list[str] | None) -> dict[str, tuple[float, float]] | None:
    if texts is None:
        return None
    if texts == ["none"]:
        return {}
    ranges: dict[str, tuple[float, float]] = {}
    problems = []
    for text in texts:
        key, _, ends = text.partition("=")
        low, _, high = ends.partition("..")
        first, last = typed_number(low), typed_number(high)
        if first is not None and last is not None:
            ranges[key.strip()] = (first, last)
        else:
            remedy = "write KEY=LOW..HIGH, such as officer_losses=0..1400"
            problems.append(Problem("--between", f"is {shown(text)}", remedy))
    if problems:
        raise ModellerError(problems)
    return ranges


def _page(scenario: Scenario, found: Robustness) -> list[str]:
    lines = one_scenario.heading(scenario, [robustness_sentence(found, scenario.catalogue)])
    lines += one_scenario.sentences_below(
        [
            f"{number}. {region_words(box, scenario.catalogue)}: {percent(box.coverage)} of the "
            f"misses, {percent(box.density)} of the cases there miss it, "
            f"{percent(box.mass)} of all cases."
            for number, box in enumerate(found.boxes, start=1)
        ]
    )
    if found.ranges:
        sliders = scenario.catalogue.sliders
        varied = ", ".join(
            f"{lower_first(sliders[key].label)} {value_range_words(sliders[key], *ends)}"
            for key, ends in found.ranges.items()
        )
        sentence = f"{found.cases:,} cases, with circumstances spread evenly: not a forecast"
        lines += one_scenario.sentences_below([f"{sentence}: {varied}."])
    return lines


def _document(scenario: Scenario, found: Robustness) -> dict[str, Any]:
    return {
        "target": one_scenario.goal_document(found.goal),
        "cases": found.cases,
        "failing": figure(found.failing),
        "ranges": {key: [figure(end) for end in ends] for key, ends in found.ranges.items()},
        "regions": [
            {
                "limits": [
                    {
                        "key": limit.key,
                        "low": None if limit.low is None else figure(limit.low),
                        "high": None if limit.high is None else figure(limit.high),
                    }
                    for limit in box.limits
                ],
                "words": region_words(box, scenario.catalogue),
                "coverage": figure(box.coverage),
                "density": figure(box.density),
                "mass": figure(box.mass),
            }
            for box in found.boxes
        ],
    }


def rows(found: Robustness) -> list[dict[str, Any]]:
    """A row for each region in which the plan fails."""
    rows = [
        {
            "region": number,
            "key": limit.key,
            "low": one_scenario.cell(limit.low),
            "high": one_scenario.cell(limit.high),
            "coverage": one_scenario.cell(box.coverage),
            "density": one_scenario.cell(box.density),
            "mass": one_scenario.cell(box.mass),
        }
        for number, box in enumerate(found.boxes, start=1)
        for limit in box.limits
    ]
    everywhere = {"region": 0, "key": "", "low": "", "high": "", "coverage": 1.0}
    return [everywhere | {"density": one_scenario.cell(found.failing), "mass": 1.0}, *rows]
