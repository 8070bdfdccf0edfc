"""What commands about one scenario share: reading it, and the heads of pages and documents."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from modeller.analysis.targets import Goal, Measure
from modeller.base.errors import ModellerError, Problem
from modeller.base.printed import figure
from modeller.cli.documents import head, identity
from modeller.cli.inputs import add_scenario_arguments, read_scenarios, times_given
from modeller.cli.layout import ends, paragraph
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    width,
)
from modeller.cli.versions import provenance, record_words
from modeller.scenario import Scenario
from modeller.wording import subject_line

_TEXT_WIDTH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add arguments for one scenario, settings on top, and the output."""
    add_scenario_arguments(parser)
    add_output_arguments(parser, ("text", "json", "csv"))


def read_scenario(options: argparse.Namespace) -> Scenario:
    """Read the scenario given.

    Raises
    ------
    ModellerError
        When several are given.
    """
    check_out(options)
    if len(options.files) > 1:
        remedy = "this command takes one at a time"
        raise ModellerError(Problem("FILE", times_given(options.files), remedy))
    given = read_scenarios(options)
    return given[0].scenario


def heading(scenario: Scenario, sentences: Sequence[str]) -> list[str]:
    """Lines with subject, title, fingerprint, versions, and the answer."""
    return [subject_line(scenario.profile), *named(scenario), *sentences_below(sentences)]


def named(scenario: Scenario) -> list[str]:
    """A scenario's title, fingerprint and versions."""
    page = min(width(), _TEXT_WIDTH)
    lines = ends(scenario.title, scenario.fingerprint, page)
    return [*lines, *paragraph(provenance(scenario), page)]


def sentences_below(sentences: Sequence[str]) -> list[str]:
    """Paragraphs, each after an empty line."""
    page = min(width(), _TEXT_WIDTH)
    return [line for sentence in sentences for line in ("", *paragraph(sentence, page))]


def put_results(
    options: argparse.Namespace,
    scenario: Scenario,
    *,
    page: Callable[[], list[str]],
    document: Callable[[], dict[str, Any]],
    rows: Callable[[], list[dict[str, Any]]],
) -> None:
    """Write a result in the format asked for."""
    if options.format == "json":
        begins = {**head(scenario.profile), "scenario": identity(scenario)}
        deliver(json_text(begins | document()), options)
    elif options.format == "csv":
        about = {"record": record_words(scenario), "subject": subject_line(scenario.profile)}
        deliver(csv_text([row | about for row in rows()]), options)
    else:
        deliver("\n".join(page()) + "\n", options)


def measure_document(measure: Measure) -> dict[str, Any]:
    """A measure for JSON."""
    return {"outcome": measure.outcome, "statistic": measure.statistic}


def goal_document(goal: Goal) -> dict[str, Any]:
    """A goal for JSON."""
    return {
        **measure_document(goal.measure),
        "relation": goal.relation,
        "figure": figure(goal.figure),
    }


def cell(value: float | None) -> float | str:
    """A figure for CSV, to nine digits; empty if there is none."""
    rounded = None if value is None else figure(value)
    return "" if rounded is None else rounded
