"""``modeller evidence``: the user's own records beside the shipped one."""

from __future__ import annotations

import argparse
import textwrap
from datetime import timedelta
from itertools import zip_longest
from typing import Any

from modeller.base import clock
from modeller.base.bounded_reading import FileKind, read_pipe
from modeller.calibration import Estimate
from modeller.cli.documents import FORMAT, figure
from modeller.cli.layout import GAP, Column, paragraph, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    tell,
    width,
)
from modeller.cli.records_given import read_given_record
from modeller.evidence import Record, shipped_record
from modeller.records import (
    StoredRecord,
    damaged_records,
    import_record,
    read_user_record,
    remove,
    stored_records,
)
from modeller.records.posterior_changes import PosteriorChange, posterior_changes
from modeller.records.reading import MOST_BYTES, parse_user_record
from modeller.wording import EN_DASH, style_for

_LABEL_WIDTH, _UNIT_WIDTH = 40, 24


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = actions.add_parser("import", help="check a CSV file and keep it as a record")
    adding.add_argument("file", metavar="FILE.csv", help="weekly rows, or one row a deployment")
    adding.add_argument("--name", default="", help="what to call it (default: the file's name)")
    adding.add_argument(
        "--check", action="store_true", help="show what would change and keep nothing"
    )
    add_output_arguments(adding, ("text", "json", "csv"))
    listing = actions.add_parser("list", help="the records that can be used")
    add_output_arguments(listing, ("text", "json", "csv"))
    showing = actions.add_parser("show", help="what a record says, beside the shipped one")
    showing.add_argument("record", metavar="RECORD", help="name, digest or CSV file")
    add_output_arguments(showing, ("text", "json", "csv"))
    giving = actions.add_parser("export", help="a record as CSV, in the weekly form")
    giving.add_argument("record", metavar="RECORD", help="name or digest; “shipped” for that one")
    add_output_arguments(giving, ("csv",))
    removing = actions.add_parser("remove", help="forget an imported record")
    removing.add_argument("record", metavar="RECORD", help="name or digest")
    parser.epilog = "The two forms of a file are described in docs/record-format.md."


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    if options.action == "remove":
        kept = remove(options.record)
        tell(f"Removed {kept.label if kept else options.record}.")
        return 0
    check_out(options)
    if options.action == "list":
        _list(options)
    elif options.action == "export":
        deliver(read_given_record(options.record).to_csv(), options)
    elif options.action == "show":
        record = read_given_record(options.record)
        _tell(options, record, posterior_changes(record), "")
    else:
        _import(options)
    return 0


def _import(options: argparse.Namespace) -> None:
    data = read_pipe(options.file, FileKind(MOST_BYTES))
    if data is None:
        record = read_user_record(options.file)
    else:
        record = parse_user_record(data, options.name or "piped")
    if record.last_day > clock.today() + timedelta(days=7):
        tell(f"{record.name} has weeks that are still to come: it ends on {record.last_day}.")
    changes = posterior_changes(record)
    if options.check:
        _tell(options, record, changes, "Nothing was kept.")
        return
    kept = import_record(record, options.name)
    note = (
        f"Kept as “{kept.name}” ({kept.digest[:12]}), beside the shipped record. Scenarios name "
        "it by its digest."
    )
    _tell(options, record, changes, note)


def _list(options: argparse.Namespace) -> None:
    rows = [_shipped_row(), *(_stored_row(kept) for kept in stored_records())]
    for spoilt in damaged_records():
        tell(spoilt.problem)
    if options.format == "json":
        deliver(json_text({"format": FORMAT, "records": rows}), options)
    elif options.format == "csv":
        deliver(csv_text(rows), options)
    else:
        columns = [
            Column("Name", [row["name"] for row in rows]),
            Column("Digest", [row["digest"][:12] for row in rows]),
            Column("From", [row["first_day"] for row in rows]),
            Column("To", [row["last_day"] for row in rows]),
            Column("Deployments", [f"{row['deployments']:,}" for row in rows], "right"),
            Column("Imported", [row["imported"] or EN_DASH for row in rows]),
        ]
        deliver("\n".join(table(columns)) + "\n", options)


def _shipped_row() -> dict[str, Any]:
    record = shipped_record()
    return {
        "name": "shipped",
        "digest": record.digest,
        "first_day": record.first_day.isoformat(),
        "last_day": record.last_day.isoformat(),
        "weeks": len(record),
        "deployments": int(record.deployments.sum()),
        "imported": "",
    }


def _stored_row(kept: StoredRecord) -> dict[str, Any]:
    return {
        "name": kept.name,
        "digest": kept.digest,
        "first_day": kept.first_day.isoformat(),
        "last_day": kept.last_day.isoformat(),
        "weeks": kept.weeks,
        "deployments": kept.deployments,
        "imported": kept.imported.isoformat(),
    }


def _tell(
    options: argparse.Namespace, record: Record, changes: tuple[PosteriorChange, ...], note: str
) -> None:
    if options.format == "json":
        document = {
            "format": FORMAT,
            "record": {
                "label": record.label,
                "digest": record.digest,
                "weeks": len(record),
                "totals": record.totals(),
            },
            "posteriors": [_change_row(change) for change in changes],
        }
        deliver(json_text(document), options)
    elif options.format == "csv":
        deliver(csv_text([_change_row(change) for change in changes]), options)
    else:
        deliver("\n".join(_page(record, changes, note)) + "\n", options)
    if note and options.format != "text":
        tell(note)


def _page(record: Record, changes: tuple[PosteriorChange, ...], note: str) -> list[str]:
    totals = ", ".join(
        f"{total:,} {name.replace('_', ' ')}" for name, total in record.totals().items()
    )
    weeks = "week" if len(record) == 1 else "weeks"
    lines = paragraph(
        f"{record.name}: {len(record):,} {weeks} with a row, {record.first_day} to "
        f"{record.last_day}: {totals}.",
        width(),
    )
    rows = [line for change in changes for line in _lines(change)]
    headings = ("Number", "Unit", "Shipped record", "This record", "")
    columns = [
        Column(heading, cells, "right" if place in (2, 3) else "left")
        for place, (heading, cells) in enumerate(
            zip(headings, zip(*rows, strict=True), strict=True)
        )
    ]
    lines += ["", *table(columns), ""]
    lines += paragraph(
        "Median and 90 % range of each calibrated number. “apart”: the two ranges have nothing "
        "in common.",
        width(),
    )
    return [*lines, "", *paragraph(note, width())] if note else lines


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
    """A number's row, its label and unit going on below where they are long."""
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
