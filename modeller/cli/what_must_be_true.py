"""``modeller what-must-be-true``: what would have to be true for a target to be met."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import officers_lost_sentence, switching_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.phrases import evidence_words, switching_words
from modeller.analysis.what_must_be_true import SwitchingValue, SwitchingValues, switching_values
from modeller.base.printed import figure
from modeller.cli import one_scenario
from modeller.cli.documents import by_name
from modeller.cli.layout import GAP, Column, table
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_target_argument, read_target
from modeller.scenario import Scenario
from modeller.wording import value_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    one_scenario.add_arguments(parser)
    add_target_argument(parser)
    parser.add_argument(
        "--vary",
        action="append",
        metavar="KEY",
        help="vary only this belief, circumstance or choice; may be repeated (default: every "
        "belief "
        "and circumstance)",
    )


def run(options: argparse.Namespace) -> int:
    """Find the switching value of each belief and circumstance."""
    goal = read_target(options)
    scenario = one_scenario.read_scenario(options)
    prepare(200, scenario)
    with Progress("What would have to be true") as progress:
        found = switching_values(scenario, goal, keys=options.vary, progress=progress)
    one_scenario.put_results(
        options,
        scenario,
        page=lambda: _page(scenario, found),
        document=lambda: _document(found),
        rows=lambda: rows(found),
    )
    return 0


def _page(scenario: Scenario, found: SwitchingValues) -> list[str]:
    declared = scenario.catalogue
    lines = one_scenario.heading(scenario, [switching_sentence(found, declared)])
    bearing = [value for value in found.values if value.bears]
    lines += [
        "",
        *table(
            [
                Column("By itself", [GAP + value.label for value in bearing]),
                Column(
                    "now",
                    [value_words(declared.sliders[value.key], value.now) for value in bearing],
                ),
                Column(
                    "the target is met at", [switching_words(value, declared) for value in bearing]
                ),
                Column("its evidence", [evidence_words(value, declared) for value in bearing]),
                Column("", ["within" if value.within_evidence else "" for value in bearing]),
            ]
        ),
    ]
    if found.officers_lost is not None:
        lines += one_scenario.sentences_below(
            [officers_lost_sentence(found.officers_lost, scenario)]
        )
    return lines


def _document(found: SwitchingValues) -> dict[str, Any]:
    lost = found.officers_lost
    return {
        "target": one_scenario.goal_document(found.goal),
        "met_now": found.met_now,
        "measured_now": figure(found.measured_now),
        "values": [_value(value) for value in found.values],
        "officers_lost": None
        if lost is None
        else {
            "officers": figure(lost.officers),
            "officer_years": figure(lost.officer_years),
            "per_officer_year": by_name(lost.per_officer_year),
            "evidence": [figure(end) for end in lost.evidence],
            "grade": lost.belief.spread_grade,
            "covered_in": figure(lost.covered_in),
        },
    }


def _value(value: SwitchingValue) -> dict[str, Any]:
    evidence = value.evidence
    return {
        "key": value.key,
        "kind": value.kind,
        "unit": value.unit,
        "now": figure(value.now),
        "bears": value.bears,
        "holds": value.holds,
        "value": None if value.value is None else figure(value.value),
        "side": value.side,
        "evidence": None if evidence is None else [figure(end) for end in evidence],
        "within_evidence": value.within_evidence,
        "limits": [figure(end) for end in value.limits],
        "turns": value.turns,
        "closest": figure(value.closest),
        "measured": figure(value.measured),
    }


def rows(found: SwitchingValues) -> list[dict[str, Any]]:
    """A row for each belief and circumstance."""
    return [_row(found, value) for value in found.values]


def _row(found: SwitchingValues, value: SwitchingValue) -> dict[str, Any]:
    evidence = value.evidence or (None, None)
    return {
        "key": value.key,
        "kind": value.kind,
        "unit": value.unit,
        "target": str(found.goal),
        "met_now": found.met_now,
        "now": one_scenario.cell(value.now),
        "bears": value.bears,
        "holds": value.holds,
        "value": one_scenario.cell(value.value),
        "side": value.side or "",
        "evidence_low": one_scenario.cell(evidence[0]),
        "evidence_high": one_scenario.cell(evidence[1]),
        "within_evidence": "" if value.within_evidence is None else value.within_evidence,
        "turns": value.turns,
    }
