"""``modeller evidence``: the user's own records."""

from __future__ import annotations

import argparse
from typing import Any

from modeller.cli.documents import FORMAT
from modeller.cli.evidence_import import add_import_arguments, import_table
from modeller.cli.help_text import HelpText
from modeller.cli.layout import Column, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    print_note,
    print_problem,
)
from modeller.cli.record_changes import tell_changes
from modeller.cli.records_given import read_given_record
from modeller.profiles import Profile
from modeller.records import StoredRecord, damaged_records, remove, stored_records
from modeller.records.posterior_changes import posterior_changes
from modeller.wording import EN_DASH


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = actions.add_parser(
        "import",
        help="read a table of deployments or weeks, and keep it as a record",
        formatter_class=HelpText,
    )
    add_import_arguments(adding)
    listing = actions.add_parser("list", help="the records that can be used")
    add_output_arguments(listing, ("text", "json", "csv"))
    showing = actions.add_parser("show", help="what a record says, beside the shipped one")
    showing.add_argument("record", metavar="RECORD", help="name, digest or CSV file")
    add_output_arguments(showing, ("text", "json", "csv"))
    giving = actions.add_parser("export", help="a record as CSV, in the weekly form")
    giving.add_argument(
        "record", metavar="RECORD", help="name or digest, or “shipped” for the shipped one"
    )
    add_output_arguments(giving, ("csv",))
    removing = actions.add_parser("remove", help="forget an imported record")
    removing.add_argument("record", metavar="RECORD", help="name or digest")
    parser.epilog = "docs/record-format.md describes the two forms that a file may have."


def run(options: argparse.Namespace) -> int:
    """Run the subcommand given."""
    if options.action == "remove":
        kept = remove(options.record, options.profile)
        print_note(f"Removed {kept.label if kept else options.record}.")
        return 0
    check_out(options)
    if options.action == "list":
        _list(options)
    elif options.action == "export":
        deliver(read_given_record(options.record, options.profile).to_csv(), options)
    elif options.action == "show":
        record = read_given_record(options.record, options.profile)
        tell_changes(options, record, posterior_changes(record, options.profile))
    else:
        return import_table(options)
    return 0


def _list(options: argparse.Namespace) -> None:
    profile = options.profile
    rows = [_shipped_row(profile), *(_stored_row(kept) for kept in stored_records(profile))]
    for spoilt in damaged_records(profile):
        print_problem(spoilt.problem)
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


def _shipped_row(profile: Profile) -> dict[str, Any]:
    record = profile.record
    return {
        "name": "shipped",
        "digest": record.digest,
        "first_day": record.first_day.isoformat(),
        "last_day": record.last_known_day.isoformat(),
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
