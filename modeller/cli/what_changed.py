"""``modeller what-changed``: what changed a number between two scenarios."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.answers import what_changed_sentence
from modeller.analysis.evaluation import prepare
from modeller.analysis.phrases import difference_style, signed
from modeller.analysis.what_changed import MOST_PARTS, Attribution, Result, attribute
from modeller.base.errors import ModellerError, Problem
from modeller.base.printed import figure
from modeller.cli import one_scenario
from modeller.cli.documents import head, identity
from modeller.cli.inputs import add_scenario_arguments, read_scenarios, times_given
from modeller.cli.layout import GAP, Column, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    print_note,
)
from modeller.cli.progress import Progress
from modeller.cli.target_options import add_measure_argument, read_measure
from modeller.cli.versions import record_words, records_differ
from modeller.scenario import Scenario, differences

_MOST_PAIRS = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    add_measure_argument(parser)
    add_output_arguments(parser, ("text", "json", "csv"))


def run(options: argparse.Namespace) -> int:
    """Divide the difference among what changed."""
    check_out(options)
    measure = read_measure(options)
    if len(options.files) != 2:
        what = times_given(options.files)
        raise ModellerError(Problem("FILE", what, "name two: from the first to the second"))
    given = read_scenarios(options)
    first, second = (item.scenario for item in given)
    warning = records_differ([first, second])
    if warning:
        print_note(warning)
    prepare(2 ** min(len(differences(first, second)), MOST_PARTS), first)
    with Progress("What changed the number") as progress:
        found = attribute(Result(first), Result(second), measure, progress=progress)
    if options.format == "json":
        scenarios = [identity(first), identity(second)]
        begins = {**head(second.profile), "scenarios": scenarios}
        deliver(json_text(begins | _document(found)), options)
    elif options.format == "csv":
        about = {
            "from_record": record_words(first),
            "record": record_words(second),
            "subject": head(second.profile)["subject"],
        }
        deliver(csv_text([row | about for row in rows(found)]), options)
    else:
        deliver("\n".join(_page(first, second, found)) + "\n", options)
    return 0


def _page(first: Scenario, second: Scenario, found: Attribution) -> list[str]:
    written = difference_style(found.measure, found.first, found.second, second.catalogue)
    step = written.step or 1.0
    parts = sorted(
        zip(found.parts, found.rounded(step), strict=True), key=lambda pair: -abs(pair[1])
    )
    lines = one_scenario.heading(first, [])
    lines += one_scenario.named(second)
    lines += one_scenario.sentences_below([what_changed_sentence(found, second.catalogue)])
    lines += [
        "",
        *table(
            [
                Column(
                    "What changed it",
                    [
                        f"{GAP}{first.title}",
                        *(GAP * 2 + part.label for part, _ in parts),
                        f"{GAP}{second.title}",
                    ],
                ),
                Column(
                    "part",
                    [
                        written.figure(found.first),
                        *(signed(written, size) for _, size in parts),
                        written.figure(found.second),
                    ],
                    "right",
                ),
                Column(
                    "changed alone",
                    [
                        "",
                        *(signed(written, part.alone) for part, _ in parts),
                        "",
                    ],
                    "right",
                ),
            ]
        ),
    ]
    pairs = [pair for pair in found.interactions if abs(pair.size) >= step][:_MOST_PAIRS]
    if pairs:
        lines += ["", "Together beyond what each does alone (shared out in the parts above):"]
        lines += [
            f"{GAP}{pair.labels[0]} with {pair.labels[1]}: {signed(written, pair.size)}"
            for pair in pairs
        ]
    return lines


def _document(found: Attribution) -> dict[str, Any]:
    return {
        "measure": one_scenario.measure_document(found.measure),
        "first": figure(found.first),
        "second": figure(found.second),
        "parts": [
            {
                "keys": list(part.keys),
                "label": part.label,
                "group": part.group,
                # unrounded, so that the parts add up to the difference exactly
                "contribution": part.contribution,
                "alone": figure(part.alone),
                "last": figure(part.last),
            }
            for part in found.parts
        ],
        "difference": found.difference,
        "interaction": figure(found.interaction),
        "interactions": [
            {"between": list(pair.labels), "size": figure(pair.size)} for pair in found.interactions
        ],
    }


def rows(found: Attribution) -> list[dict[str, Any]]:
    """A row for each part of the difference."""
    return [
        {
            "keys": " ".join(part.keys),
            "label": part.label,
            "group": part.group,
            "measure": str(found.measure),
            "contribution": part.contribution,
            "alone": one_scenario.cell(part.alone),
            "last": one_scenario.cell(part.last),
        }
        for part in found.parts
    ] or [dict.fromkeys(("keys", "label", "group", "measure", "contribution", "alone", "last"), "")]
