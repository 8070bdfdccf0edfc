"""``modeller workshop``: many scenarios side by side, such as a committee's."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.analysis.workshop import (
    MOST_SCENARIOS,
    OUTCOMES,
    Entry,
    Furthest,
    LeverSpread,
    Workshop,
    workshop,
)
from modeller.analysis.workshop_files import gather
from modeller.analysis.workshop_words import (
    furthest_sentences,
    headline,
    left_out_sentences,
    lever_rows,
    levers_sentence,
    strip,
)
from modeller.base import clock
from modeller.base.bounded_json import raise_if_any
from modeller.base.errors import ModellerError, Problem
from modeller.base.formats import format_for, formats_of
from modeller.base.printed import figure, json_line
from modeller.cli import one_scenario
from modeller.cli.documents import by_name, head
from modeller.cli.help_text import HelpText
from modeller.cli.inputs import tell_notes
from modeller.cli.layout import GAP, Column, ends, paragraph, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    deliver_lines,
    json_text,
    print_text,
    width,
)
from modeller.cli.progress import Progress
from modeller.cli.versions import provenance
from modeller.cli.writing import path_problems
from modeller.projection import SUMMARY
from modeller.scenario import Scenario
from modeller.wording import subject_line

_TEXT_WIDTH = 100
_EPILOG = f"""\
FILE is a scenario file, a file of several scenarios, a briefing, a text or an e-mail with share
codes, a share code itself, or the name of a shipped scenario; up to {MOST_SCENARIOS} scenarios in
all. What cannot be read is named, and the rest is shown.

  modeller workshop members/*.scenario.json
  modeller workshop codes.txt baseline --format csv --out workshop.csv
  modeller workshop members/*.scenario.json --rows levers --format csv
  modeller workshop members/*.scenario.json --to workshop.html

With --to, the workshop becomes a section of a briefing about the scenario in the middle.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.formatter_class = HelpText
    parser.epilog = _EPILOG
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file or code that holds one scenario or more"
    )
    parser.add_argument(
        "--rows",
        choices=("scenarios", "levers"),
        default="scenarios",
        help="what each row of CSV or line of JSON is: a scenario with its settings and outcomes, "
        "or a lever with its lowest, middle and highest value (default: scenarios)",
    )
    endings = ", ".join(form.suffix for form in formats_of("briefing"))
    parser.add_argument(
        "--to",
        metavar="PATH",
        help=f"write a briefing with the workshop in it; its ending decides the form: {endings}",
    )
    add_output_arguments(parser, ("text", "json", "jsonl", "csv"))


def run(options: argparse.Namespace) -> int:
    """Read and project the scenarios, and show them side by side."""
    check_out(options)
    _check_to(options)
    given, left_out = gather(options.files, options.profile)
    for one in given:
        tell_notes(one.name, one.notes)
    with Progress("Workshop") as progress:
        found = workshop(given, left_out, progress=progress)
    if options.to is not None:
        _write_briefing(found, options)
        return 0
    if options.format == "json":
        deliver(json_text(_document(found)), options)
    elif options.format in ("csv", "jsonl"):
        about = {"subject": subject_line(found.scenario.profile)}
        found_rows = rows_of_levers(found) if options.rows == "levers" else rows_of_scenarios(found)
        rows = [row | about for row in found_rows]
        if options.format == "csv":
            deliver(csv_text(rows), options)
        else:
            deliver_lines(map(json_line, rows), options)
    else:
        deliver("\n".join(_page(found)) + "\n", options)
    return 0


def _check_to(options: argparse.Namespace) -> None:
    if options.to is None:
        return
    problems: list[Problem] = []
    try:
        format_for("briefing", options.to)
    except ModellerError as error:
        problems += error.problems
    raise_if_any([*problems, *path_problems("--to", options.to, options)])


def _write_briefing(found: Workshop, options: argparse.Namespace) -> None:
    """Write a briefing about the scenario in the middle, with the workshop as a section."""
    from modeller.briefing import About, Analyses, brief, export, reference_for
    from modeller.briefing.shown import WORKSHOP
    from modeller.cli.project import projected

    ranked = found.by_median(OUTCOMES[0])
    middle = ranked[len(ranked) // 2].scenario
    reference = reference_for(middle)
    scenarios: list[Scenario] = [middle] if reference is None else [middle, reference]
    briefing = brief(
        [projected(scenario) for scenario in scenarios],
        About(on=clock.today()),
        analyses=Analyses({WORKSHOP: found}),
        subject=0,
        against=len(scenarios) - 1,
    )
    with Progress("Briefing") as progress:
        export(briefing, options.to, progress=progress, over=options.force)
    print_text(f"{options.to}\n")


# ---------------------------------------------------------------- text


def _page(found: Workshop) -> list[str]:
    page = min(width(), _TEXT_WIDTH)
    lines = [subject_line(found.scenario.profile)]
    lines += ends(headline(found, OUTCOMES[0]), "", page)
    lines += paragraph(provenance(found.scenario), page)
    sentences = [
        text for each in found.furthest for text in (" ".join(furthest_sentences(found, each)),)
    ]
    lines += one_scenario.sentences_below([*sentences, levers_sentence(found)])
    lines += ["", *_outcomes_table(found)]
    rows = lever_rows(found)
    if rows:
        names, low, middle, high, moved = zip(*rows, strict=True)
        lines += [
            "",
            *table(
                [
                    Column("Lever or belief", [GAP + name for name in names]),
                    Column("lowest", low, "right"),
                    Column("middle", middle, "right"),
                    Column("highest", high, "right"),
                    Column("moved by", moved, "right"),
                ]
            ),
        ]
    return lines + one_scenario.sentences_below(left_out_sentences(found))


def _outcomes_table(found: Workshop) -> list[str]:
    """The table of all scenarios with their outcomes, the one with most arrests first."""
    order = found.by_median(OUTCOMES[0])
    columns = [Column("Scenario", [GAP + entry.label for entry in order])]
    for outcome in OUTCOMES[:3]:
        scale = strip(found, outcome)
        words = {row.label: row.words for row in scale.rows}
        columns.append(
            Column(scale.heading.lower(), [words[entry.label] for entry in order], "right")
        )
    return table(columns)


# ---------------------------------------------------------------- JSON and CSV


def _document(found: Workshop) -> dict[str, Any]:
    scenario = found.scenario
    return {
        **head(scenario.profile),
        "weeks": scenario.weeks,
        "draws": scenario.draws,
        "seed": scenario.seed,
        "model": scenario.catalogue.version,
        "scenarios": [_entry_document(found, entry) for entry in found.entries],
        "levers": [_lever_document(lever) for lever in found.levers],
        "furthest": [_furthest_document(found, each) for each in found.furthest],
        "left_out": [{"name": each.name, "why": each.why} for each in found.left_out],
    }


def _entry_document(found: Workshop, entry: Entry) -> dict[str, Any]:
    place = found.entries.index(entry)
    return {
        "label": entry.label,
        "from": entry.name,
        "fingerprint": entry.fingerprint,
        "settings": {lever.key: figure(lever.values[place]) for lever in found.levers},
        "outcomes": {key: by_name(summary) for key, summary in entry.totals.items()},
    }


def _lever_document(lever: LeverSpread) -> dict[str, Any]:
    return {
        "key": lever.key,
        "kind": lever.kind,
        "lowest": figure(lever.lowest),
        "middle": figure(lever.middle),
        "highest": figure(lever.highest),
        "moved": lever.moved,
    }


def _furthest_document(found: Workshop, which: Furthest) -> dict[str, Any]:
    belief = which.belief
    return {
        "outcome": which.outcome,
        "scenario": found.entries[which.entry].label,
        "against": found.entries[which.middle].label,
        "parts": [
            {"keys": list(part.keys), "group": part.group, "contribution": part.contribution}
            for part in which.found.parts
        ],
        "belief": None
        if belief is None
        else {"key": belief.keys[0], "contribution": belief.contribution},
    }


def rows_of_scenarios(found: Workshop) -> list[dict[str, Any]]:
    """A row for each scenario, with its settings and outcomes."""
    rows = []
    for place, entry in enumerate(found.entries):
        row: dict[str, Any] = {
            "scenario": entry.label,
            "from": entry.name,
            "fingerprint": entry.fingerprint,
        }
        row |= {lever.key: one_scenario.cell(lever.values[place]) for lever in found.levers}
        for key, summary in entry.totals.items():
            for name in ("p10", "p50", "p90"):
                row[f"{key}.{name}"] = one_scenario.cell(float(summary[SUMMARY.index(name)]))
        rows.append(row)
    return rows


def rows_of_levers(found: Workshop) -> list[dict[str, Any]]:
    """A row for each lever, with its lowest, middle and highest value."""
    units = found.scenario.catalogue.sliders
    return [
        {
            "lever": lever.key,
            "label": lever.label,
            "kind": lever.kind,
            "unit": units[lever.key].unit,
            "lowest": one_scenario.cell(lever.lowest),
            "middle": one_scenario.cell(lever.middle),
            "highest": one_scenario.cell(lever.highest),
            "moved": lever.moved,
            "scenarios": len(found.entries),
        }
        for lever in found.levers
    ]
