"""``modeller schema``: the JSON Schemas of scenario files and of output for programs."""

from __future__ import annotations

import argparse

from modeller.cli.output import check_out, deliver, json_text
from modeller.cli.writing import add_force_argument

_SUBJECTS = ("scenario", "projection", "comparison")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "subject",
        nargs="?",
        choices=_SUBJECTS,
        default=_SUBJECTS[0],
        help="of scenario files (the default), or of the JSON that project or compare prints",
    )
    parser.add_argument("--out", metavar="PATH", help="write to this file instead of printing")
    add_force_argument(parser)
    parser.set_defaults(format="json")


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    check_out(options)
    if options.subject == "scenario":
        from modeller.scenario.schema import schema_text

        deliver(schema_text(options.profile.catalogue), options)
        return 0
    from modeller.cli.document_schema import comparison_schema, projection_schema

    make = projection_schema if options.subject == "projection" else comparison_schema
    schema = make(options.profile.catalogue)
    deliver(json_text(schema), options)
    return 0
