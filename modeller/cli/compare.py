"""``modeller compare``: how scenarios that share their luck differ from the first."""

from __future__ import annotations

import argparse
from string import ascii_uppercase

from modeller import wording
from modeller.base.errors import ModellerError, Problem
from modeller.base.printed import json_line
from modeller.cli.inputs import add_scenario_arguments, read_scenarios, times_given
from modeller.cli.layout import Column, ends, paragraph, table, table_width
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    deliver,
    deliver_lines,
    json_text,
    print_note,
    width,
)
from modeller.cli.project import projected
from modeller.cli.report import item_words
from modeller.cli.versions import provenance, records_differ
from modeller.projection import Projection
from modeller.projection.comparison import Comparison, compare
from modeller.records import catalogue_at_hand
from modeller.scenario import Difference, Scenario, differences

_MOST = len(ascii_uppercase)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_scenario_arguments(parser)
    parser.add_argument(
        "--by",
        choices=("place",),
        help="show what differs by borough, future by future",
    )
    add_output_arguments(parser, ("text", "json", "jsonl", "csv"))


def run(options: argparse.Namespace) -> int:
    """Compare the scenarios with the first of them."""
    check_out(options)
    if not 2 <= len(options.files) <= _MOST:
        remedy = f"name two, or as many as {_MOST}; the others are compared with the first"
        raise ModellerError(Problem("FILE", times_given(options.files), remedy))
    given = read_scenarios(options)
    _check_luck([item.scenario for item in given])
    warning = records_differ([item.scenario for item in given])
    if warning:
        print_note(warning)
    comparison = compare([projected(item.scenario, by_week=False) for item in given])
    if options.by:
        from modeller.cli import by_place

        by_place.put_comparison(comparison, options)
        return 0
    if options.format == "text":
        deliver("\n".join(_page(comparison, width())) + "\n", options)
        return 0
    from modeller.cli.documents import comparison_csv, comparison_document, comparison_lines

    if options.format == "jsonl":
        deliver_lines(map(json_line, comparison_lines(comparison)), options)
    elif options.format == "json":
        deliver(json_text(comparison_document(comparison)), options)
    else:
        deliver(comparison_csv(comparison), options)
    return 0


def _check_luck(scenarios: list[Scenario]) -> None:
    """Check for the same weeks, draws and seed before the work and not after it."""
    first = scenarios[0]
    if any(scenario.profile != first.profile for scenario in scenarios):
        remedy = "compare scenarios of one force"
        raise ModellerError(Problem("profile", "is not the same for all", remedy))
    problems = [
        Problem(
            f"{scenario.title}, {name}",
            f"is {getattr(scenario, name):,}, but {first.title} has {getattr(first, name):,}",
            f"give all of them the same with --{name}",
        )
        for scenario in scenarios[1:]
        for name in ("weeks", "draws", "seed")
        if getattr(scenario, name) != getattr(first, name)
    ]
    if problems:
        raise ModellerError(problems)


def _page(comparison: Comparison, page_width: int) -> list[str]:
    projections = comparison.projections
    first = projections[0].scenario
    warning = records_differ([projection.scenario for projection in projections])
    heading = f"Every future has the same luck in each; {provenance(first)}"
    if warning:
        # there is no common record; each is named below
        heading = (
            f"Every future has the same luck in each; {first.weeks} weeks, {first.draws:,} "
            f"futures; model {first.catalogue.version}"
        )
    lines = [wording.subject_line(first.profile), *paragraph(heading, page_width), ""]
    lines += [*paragraph(warning, page_width), ""] if warning else []
    for letter, projection in zip(ascii_uppercase, projections, strict=False):
        scenario = projection.scenario
        lines += ends(f"{letter}  {scenario.title}", scenario.fingerprint, min(60, page_width))
    lines += ["", *_differences_table([item.scenario for item in projections], page_width)]
    lines += ["", *_totals_table(projections, page_width)]
    for other in range(1, len(projections)):
        lines += ["", *_changes_table(comparison, other, page_width)]
    return lines


def _differences_table(scenarios: list[Scenario], page_width: int) -> list[str]:
    found: dict[str, Difference] = {}
    for scenario in scenarios[1:]:
        for difference in differences(scenarios[0], scenario):
            found.setdefault(difference.key, difference)
    if not found:
        return ["Nothing differs between them."]
    declared = scenarios[0].catalogue
    order = [key for key in (*declared.sliders, "places", "record") if key in found]
    columns = [
        Column(letter, [item_words(scenario, key, _item(scenario, key)) for key in order])
        for letter, scenario in zip(ascii_uppercase, scenarios, strict=False)
    ]
    labels = Column("What differs", [found[key].label for key in order])
    return _in_parts(labels, columns, page_width)


def _item(scenario: Scenario, key: str) -> object:
    """A scenario's value for one row: a setting, its mix of places or its record."""
    if key not in scenario.catalogue.sliders:
        return getattr(scenario, key)
    return scenario.setting(key, catalogue_at_hand(scenario.record, scenario.profile))


def _totals_table(projections: tuple[Projection, ...], page_width: int) -> list[str]:
    outcomes = projections[0].catalogue.outcomes
    keys = list(outcomes)
    weeks = projections[0].scenario.weeks
    labels = Column(f"In {weeks} weeks", [wording.label(outcomes[key]) for key in keys])
    columns = [
        Column(letter, [wording.middle_and_range(projection, key) for key in keys], "right")
        for letter, projection in zip(ascii_uppercase, projections, strict=False)
    ]
    lines = _in_parts(labels, columns, page_width)
    note = "The middle of all futures and, in brackets, the range that holds 8 of 10."
    return [*lines, *paragraph(note, page_width)]


def _changes_table(comparison: Comparison, other: int, page_width: int) -> list[str]:
    first, second = comparison.projections[0], comparison.projections[other]
    name = ascii_uppercase[other]
    rows = []
    for key, outcome in first.catalogue.outcomes.items():
        changed = wording.change(second, first, key)
        if changed is None:
            continue
        rows.append(
            (
                wording.label(outcome),
                wording.change_figure(second, key, changed),
                wording.change_range(second, key, changed),
                wording.short_comparison(outcome, changed),
            )
        )
    cells = [list(column) for column in zip(*rows, strict=True)]
    columns = [
        Column(f"{name} less A", cells[0]),
        Column("middle", cells[1], "right"),
        Column("8 of 10 futures", cells[2], "right"),
        Column(f"in {name} than in A", cells[3]),
    ]
    if table_width(columns) > page_width:
        del columns[2]
    return table(columns)


def _in_parts(labels: Column, columns: list[Column], page_width: int) -> list[str]:
    """A table, divided into several one below the other if it is too wide for the page."""
    lines: list[str] = []
    part: list[Column] = []
    for column in columns:
        if part and table_width([labels, *part, column]) > page_width:
            lines += [*table([labels, *part]), ""]
            part = []
        part.append(column)
    return [*lines, *table([labels, *part])]
