"""What a record changes: every calibrated number before and after, as text, JSON and CSV."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from modeller.base.printed import figure
from modeller.calibration import Estimate
from modeller.cli.documents import FORMAT
from modeller.cli.layout import GAP, Column, paragraph, table
from modeller.cli.output import csv_text, deliver, json_text, width
from modeller.evidence import Record
from modeller.records.posterior_changes import PosteriorChange
from modeller.wording import style_for
from modeller.wording.numbers import counted

_LABEL_WIDTH, _UNIT_WIDTH = 40, 24


def tell_changes(
    options: argparse.Namespace,
    record: Record,
    changes: Sequence[PosteriorChange],
    *,
    before: str = "Shipped record",
    above: Sequence[str] = (),
    below: Sequence[str] = (),
    more: Mapping[str, Any] | None = None,
) -> None:
    """Deliver what a record changes in the format asked for.

    Parameters
    ----------
    before
        The name of the record that it is compared with.
    above, below
        Lines of text before and after the table.
    more
        Further content of a JSON document.
    """
    if options.format == "json":
        document = {
            "format": FORMAT,
            "record": {
                "label": record.label,
                "digest": record.digest,
                "weeks": len(record),
                "totals": record.totals(),
            },
            "before": before,
            **(more or {}),
            "posteriors": [_change_row(change) for change in changes],
        }
        deliver(json_text(document), options)
    elif options.format == "csv":
        names = {"record": record.label, "before": before}
        deliver(csv_text([_change_row(change) | names for change in changes]), options)
    else:
        lines = [*above, *_page(record, changes, before), *below]
        deliver("\n".join(lines) + "\n", options)


def _page(record: Record, changes: Sequence[PosteriorChange], before: str) -> list[str]:
    totals = ", ".join(
        counted(total, name.replace("_", " ")) for name, total in record.totals().items()
    )
    lines = paragraph(
        f"{record.name}: {counted(len(record), 'weeks')} with a row, {record.first_day} to "
        f"{record.last_known_day}: {totals}.",
        width(),
    )
    rows = [line for change in changes for line in _lines(change)]
    headings = ("Number", "Unit", before, "This record", "")
    columns = [
        Column(heading, cells, "right" if place in (2, 3) else "left")
        for place, (heading, cells) in enumerate(
            zip(headings, zip(*rows, strict=True), strict=True)
        )
    ]
    lines += ["", *table(columns), ""]
    return lines + paragraph(
        "Median and 90 % range of each calibrated number. “apart”: the two ranges have nothing "
        "in common.",
        width(),
    )


def _words(estimate: Estimate | None, change: PosteriorChange) -> str:
    if estimate is None:
        return "not in the record"
    known = [found for found in (change.before, change.after) if found is not None]
    narrowest = min(known, key=lambda found: found.p95 - found.p05)
    style = style_for("", narrowest.p05, narrowest.p95)
    if estimate.p05 == estimate.p95:
        return style.figure(estimate.value)
    return f"{style.figure(estimate.value)} ({style.range(estimate.p05, estimate.p95)})"


def _lines(change: PosteriorChange) -> list[tuple[str, ...]]:
    """The row of a number, with a long label and unit continued below."""
    label, unit = (
        textwrap.wrap(text, widest, subsequent_indent=GAP, break_on_hyphens=False)
        for text, widest in ((change.label, _LABEL_WIDTH), (change.unit, _UNIT_WIDTH))
    )
    figures = (_words(change.before, change), _words(change.after, change))
    first = (*figures, "apart" if change.apart else "")
    return [
        (name, measured, *(first if place == 0 else ("", "", "")))
        for place, (name, measured) in enumerate(zip_longest(label, unit, fillvalue=""))
    ]


def _change_row(change: PosteriorChange) -> dict[str, Any]:
    row: dict[str, Any] = {"key": change.key, "label": change.label, "unit": change.unit}
    for when, estimate in (("before", change.before), ("after", change.after)):
        for name in ("value", "p05", "p95"):
            row[f"{when}_{name}"] = None if estimate is None else figure(getattr(estimate, name))
    row["apart"] = change.apart
    return row
