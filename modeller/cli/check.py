"""``modeller check``: whether scenario files are valid."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.base.errors import ModellerError, Problem
from modeller.base.printed import json_line
from modeller.cli.inputs import in_place, read_untold
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    deliver,
    deliver_lines,
    json_text,
    print_problem,
)
from modeller.records.store import record_for
from modeller.scenario.file import LoadedScenario


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a scenario file, the name of a shipped scenario, or - for standard input",
    )
    add_output_arguments(parser, ("text", "json", "jsonl"))


def run(options: argparse.Namespace) -> int:
    """Check every file; 2 if one has a problem."""
    check_out(options)
    found: list[tuple[str, LoadedScenario | None, tuple[Problem, ...]]] = []
    for name in options.files:
        try:
            found.append((name, read_untold(name, options.profile), ()))
        except ModellerError as error:
            found.append((name, None, error.problems))
    if options.format == "jsonl":
        deliver_lines((json_line(_document(*item)) for item in found), options)
    elif options.format == "json":
        deliver(json_text({"files": [_document(*item) for item in found]}), options)
    else:
        lines = [line for name, loaded, _ in found if loaded for line in _report(name, loaded)]
        if lines:
            deliver("\n".join(lines) + "\n", options)
        for name, _, problems in found:
            for problem in in_place(problems, name):
                print_problem(problem)
    return 2 if any(problems for _, _, problems in found) else 0


def _report(name: str, loaded: LoadedScenario) -> list[str]:
    scenario = loaded.scenario
    changed = len(scenario.everything_changed)
    what = "no changes" if not changed else f"{changed} change{'s' if changed > 1 else ''}"
    state = ", edited since it was saved" if loaded.edited else ""
    first = f"{name}: in order{state} ({scenario.title}; {what}; {scenario.fingerprint})"
    return [first, *(f"  {note}" for note in _notes(loaded))]


def _notes(loaded: LoadedScenario) -> list[str]:
    """What there is to say of it; it can be in order and its record not be kept here."""
    scenario = loaded.scenario
    try:
        record_for(scenario.record_digest, scenario.profile)
    except ModellerError as error:
        return [*loaded.notes, *(str(problem) for problem in error.problems)]
    return list(loaded.notes)


def _document(
    name: str, loaded: LoadedScenario | None, problems: tuple[Problem, ...]
) -> dict[str, Any]:
    return {
        "file": name,
        "in_order": loaded is not None,
        "title": loaded.scenario.title if loaded else None,
        "fingerprint": loaded.scenario.fingerprint if loaded else None,
        "edited": loaded.edited if loaded else None,
        "notes": _notes(loaded) if loaded else [],
        "problems": [
            {"where": problem.where, "what": problem.what, "remedy": problem.remedy}
            for problem in problems
        ],
    }
