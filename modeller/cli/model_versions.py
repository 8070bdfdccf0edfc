"""``modeller versions``: the results of scenarios under two versions of the model."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from modeller.analysis.model_versions import (
    HIGH,
    LOW,
    RESULTS_FILE,
    Moved,
    VersionResults,
    compute_results,
    moved_between,
    parse_results,
)
from modeller.base.bounded_reading import read_file
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import upper_first
from modeller.base.printed import figure
from modeller.cli.layout import Column, paragraph, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    markdown_row,
    width,
)
from modeller.cli.progress import Progress
from modeller.model.catalogue import Catalogue, Outcome
from modeller.projection import MEDIAN, SUMMARY
from modeller.wording import MINUS, number, style_for

NOW = "now"
SHOWN = ("deployments", "faces_scanned", "true_alerts", "false_alerts", "arrests")
"""The outcomes of the page; --format json and --format csv have all."""
_GRID = "plan, "
_READING = (
    "Medians with the ranges that hold 8 of 10 futures; how far the median moved, with a star "
    "where the ranges of the two versions have nothing in common."
)
_EPILOG = """\
Each VERSION is a file that this command has written, or the word “now” for the model installed:

  modeller versions now --out model-2.0.0.json   keeps this version's results
  modeller versions model-1.0.0.json now         compares others with it

The scenarios are those shipped with the profile, and its plan with one lever or belief moved."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "versions", nargs="+", metavar="VERSION", help="a file of results, or “now”; one or two"
    )
    add_output_arguments(parser, ("text", "markdown", "json", "csv"))
    parser.epilog = _EPILOG


def run(options: argparse.Namespace) -> int:
    """Save the results of one version, or compare two."""
    check_out(options)
    if len(options.versions) > 2:
        raise ModellerError(Problem("VERSION", "is given more than twice", "name one or two"))
    found = [_results(options, name) for name in options.versions]
    if len(found) == 1:
        deliver(found[0].text(), options)
        return 0
    declared = options.profile.catalogue
    forms = {"text": _page, "markdown": markdown, "json": _document, "csv": _csv}
    deliver(forms[options.format](found[0], found[1], declared), options)
    return 0


def _results(options: argparse.Namespace, name: str) -> VersionResults:
    if name != NOW:
        return parse_results(read_file(name, RESULTS_FILE), name)
    with Progress("What this version gives") as progress:
        return compute_results(options.profile, progress)


def heads(before: VersionResults, after: VersionResults) -> list[str]:
    """Lines on which versions and records are compared, and what only one of them has."""
    one, other = (
        f"model {each.model} (profile {each.profile}, {each.record})" for each in (before, after)
    )
    lines = [upper_first(f"{one} against {other}.")]
    for mine, theirs in ((before, after), (after, before)):
        alone = [name for name in mine.results if name not in theirs.results]
        if alone:
            lines.append(f"Only under {mine.model}: {'; '.join(alone)}.")
    return lines


def _page(before: VersionResults, after: VersionResults, declared: Catalogue) -> str:
    lines = [line for head in heads(before, after) for line in paragraph(head, width())]
    lines += ["", *paragraph(_READING, width())]
    moved = moved_between(before, after)
    for key in SHOWN:
        outcome = declared.outcomes[key]
        rows = [(name, of[key]) for name, of in moved.items() if key in of]
        columns = [
            Column(outcome.label, [name for name, _ in rows]),
            Column(before.model, [_cell(outcome, each.before) for _, each in rows], "right"),
            Column(after.model, [_cell(outcome, each.after) for _, each in rows], "right"),
            Column("moved by", [by_words(each) for _, each in rows], "right"),
        ]
        lines += ["", *table(columns)]
    return "\n".join(lines) + "\n"


def by_words(moved: Moved) -> str:
    """A change: ``+12 %``; with a star if the two ranges do not overlap."""
    if moved.by is None:
        return "" if moved.before[MEDIAN] != moved.after[MEDIAN] else "0 %"
    share = number(abs(100.0 * moved.by), 1.0)
    sign = "" if share == "0" else "+" if moved.by > 0 else MINUS
    return f"{sign}{share} %{' *' if moved.apart else ''}"


def _cell(outcome: Outcome, total: tuple[float, ...]) -> str:
    written = style_for(outcome.unit, total[LOW], total[HIGH], whole=outcome.kind == "flow")
    return f"{written.figure(total[MEDIAN])} ({written.range(total[LOW], total[HIGH])})"


def markdown(before: VersionResults, after: VersionResults, declared: Catalogue) -> str:
    """The tables as Markdown: shipped scenarios, then the plan with one thing moved."""
    names = list(dict.fromkeys((*before.results, *after.results)))
    shipped = sorted(name for name in names if not name.startswith(_GRID))
    grid = [name for name in names if name.startswith(_GRID)]
    lines = ["## Shipped scenarios, 52 weeks", "", *_rows(before, after, shipped, declared)]
    lines += ["", "## A lever or belief moved, in the plan over 30 weeks", ""]
    lines.append(
        "Each is the plan with one thing moved; 256 futures, so that differences of some per cent "
        "are chance. Where only one version has a value, the other has a dash."
    )
    return "\n".join([*lines, "", *_rows(before, after, grid, declared)]) + "\n"


def _rows(
    before: VersionResults, after: VersionResults, names: list[str], declared: Catalogue
) -> Iterator[str]:
    labels = [declared.outcomes[key].label_within for key in SHOWN]
    both = [f"{label}, {one.model}" for label in labels for one in (before, after)]
    yield f"| {markdown_row(both)}"
    yield "|---" * (1 + len(both)) + "|"
    for name in names:
        cells = [
            _cell(declared.outcomes[key], one.results[name][key])
            if key in one.results.get(name, {})
            else "—"
            for key in SHOWN
            for one in (before, after)
        ]
        yield markdown_row([name.replace("_", " "), *cells])


def _document(before: VersionResults, after: VersionResults, declared: Catalogue) -> str:
    del declared
    moved = moved_between(before, after)
    return json_text(
        {
            "before": {"model": before.model, "profile": before.profile, "record": before.record},
            "after": {"model": after.model, "profile": after.profile, "record": after.record},
            "summary": list(SUMMARY),
            "only_before": [name for name in before.results if name not in after.results],
            "only_after": [name for name in after.results if name not in before.results],
            "scenarios": {
                name: {
                    key: {
                        "before": [figure(value) for value in each.before],
                        "after": [figure(value) for value in each.after],
                        "median_moved_by": None if each.by is None else figure(each.by),
                        "ranges_apart": each.apart,
                    }
                    for key, each in of.items()
                }
                for name, of in moved.items()
            },
        }
    )


def _csv(before: VersionResults, after: VersionResults, declared: Catalogue) -> str:
    del declared
    rows: list[dict[str, Any]] = [
        {
            "scenario": name,
            "outcome": key,
            **{f"before_{part}": v for part, v in zip(SUMMARY, each.before, strict=True)},
            **{f"after_{part}": v for part, v in zip(SUMMARY, each.after, strict=True)},
            "median_moved_by": each.by,
        }
        for name, of in moved_between(before, after).items()
        for key, each in of.items()
    ]
    return csv_text(rows)
