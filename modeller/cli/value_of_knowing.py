"""``modeller value-of-knowing``: what learning one belief would add to a target's chance."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.evaluation import prepare
from modeller.analysis.knowing_words import (
    choice_words,
    gain_words,
    hundredths,
    knowing_sentence,
    once_known_words,
    unified_sentence,
)
from modeller.analysis.questions import analysis
from modeller.analysis.value_of_knowing import POINTS, ValueOfKnowing, value_of_knowing
from modeller.base.errors import ModellerError, Problem
from modeller.base.printed import figure
from modeller.cli import one_scenario
from modeller.cli.documents import identity
from modeller.cli.inputs import add_scenario_arguments, read_scenarios, times_given
from modeller.cli.layout import GAP, Column, table
from modeller.cli.output import add_output_arguments, check_out
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_target_argument, read_target
from modeller.scenario import Scenario
from modeller.scenario.document import MAXIMUM_TOGETHER
from modeller.wording import of_100

_KEY = "value-of-knowing"
_BELIEFS = 10  # about as many beliefs as an outcome depends on


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    add_output_arguments(parser, ("text", "json", "csv"))
    add_target_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Set every belief to values of its distribution, in each of the scenarios."""
    check_out(options)
    goal = read_target(options)
    if not 2 <= len(options.files) <= MAXIMUM_TOGETHER:
        remedy = f"name two to {MAXIMUM_TOGETHER} between which is decided"
        raise ModellerError(Problem("FILE", times_given(options.files), remedy))
    given = read_scenarios(options)
    scenarios = [item.scenario for item in given]
    prepare(len(scenarios) * POINTS * _BELIEFS, scenarios[0])
    with Progress("What is worth knowing") as progress:
        found = value_of_knowing(scenarios, goal, progress=progress)
    one_scenario.put_results(
        options,
        scenarios[0],
        page=lambda: _page(scenarios[0], found),
        document=lambda: _document(found),
        rows=lambda: rows(found),
    )
    return 0


def _page(scenario: Scenario, found: ValueOfKnowing) -> list[str]:
    known = scenario.catalogue
    lines = one_scenario.heading(
        scenario,
        [analysis(_KEY).asked(scenario.profile.names.force), knowing_sentence(found, known)],
    )
    lines += [
        "",
        *table(
            [
                Column("Chance of the target", [GAP + each.name for each in found.scenarios]),
                Column("of 100", [of_100(float(c)) for c in found.chances], "right"),
            ]
        ),
    ]
    if found.beliefs:
        lines += [
            "",
            *table(
                [
                    Column("Learnt first", [GAP + each.label for each in found.beliefs]),
                    Column("adds, of 100", [gain_words(each) for each in found.beliefs], "right"),
                    Column(
                        "chance once known",
                        [once_known_words(each) for each in found.beliefs],
                    ),
                    Column(
                        "highest chance",
                        [choice_words(each, found.scenarios, known) for each in found.beliefs],
                    ),
                ]
            ),
        ]
    sentences = [
        f"Learning everything, luck too, would add {hundredths(found.everything)} of 100.",
        unified_sentence(found),
    ]
    return lines + one_scenario.sentences_below([each for each in sentences if each])


def _document(found: ValueOfKnowing) -> dict[str, Any]:
    return {
        "target": one_scenario.goal_document(found.goal),
        "scenarios": [
            identity(scenario) | {"chance": figure(float(chance))}
            for scenario, chance in zip(found.scenarios, found.chances, strict=True)
        ],
        "everything": figure(found.everything),
        "beliefs_of_the_first": found.unified,
        "beliefs": [
            {
                "belief": each.key,
                "gain": figure(each.gain),
                "values": [figure(value) for value in each.values.tolist()],
                "chances": [[figure(c) for c in chances] for chances in each.chances.tolist()],
            }
            for each in found.beliefs
        ],
    }


def rows(found: ValueOfKnowing) -> list[dict[str, Any]]:
    """A row for each belief, scenario and value of the belief."""
    return [
        {
            "belief": each.key,
            "target": str(found.goal),
            "gain": one_scenario.cell(each.gain),
            "scenario": scenario.fingerprint,
            "value": one_scenario.cell(value),
            "chance": one_scenario.cell(chance),
        }
        for each in found.beliefs
        for scenario, chances in zip(found.scenarios, each.chances.tolist(), strict=True)
        for value, chance in zip(each.values.tolist(), chances, strict=True)
    ]
