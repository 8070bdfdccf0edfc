"""``modeller evidence import``: checks a table of deployments and keeps it as a record."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from modeller.base.bounded_json import shown
from modeller.base.bounded_reading import FileKind, read_pipe
from modeller.base.errors import ModellerError, Problem
from modeller.cli.given_ledger import given_ledger
from modeller.cli.layout import Column, paragraph, table
from modeller.cli.ledger import score_document, score_page
from modeller.cli.output import add_output_arguments, print_note, width
from modeller.cli.record_changes import tell_changes
from modeller.ledger import LedgerScore, read_ledger, score_ledger
from modeller.profiles import Profile
from modeller.records import folder_at_hand
from modeller.records.cells import count, measure
from modeller.records.findings import Finding
from modeller.records.importing import Import, keep, plan_import
from modeller.records.posterior_changes import posterior_changes
from modeller.records.preview import Preview, Said
from modeller.records.reading import preview_bytes, preview_file
from modeller.records.tables.table import MOST_BYTES
from modeller.records.words import added_words, left_out_words

_MOST_SHOWN = 12
_READ = '--read "TEXT=NUMBER": such cells are read as this number'
_IGNORED = "not needed"
_UNKNOWN = "not known, left out"

EPILOG = """\
FILE is a CSV file of any kind, a workbook (XLSX, XLS, ODS), a PDF with ruled tables (needs the
extra “pdf”), or - for a table on standard input. Rows that go beyond the end of the shipped record
are added to it; --after names another record, and --alone keeps them by themselves.

Everything unusual is named and must be confirmed, by the word shown beside it:
  modeller evidence import published.pdf --check
  modeller evidence import published.pdf --accept totals --accept gaps
  modeller evidence import own.csv --map "Face count=faces" --map Officer=ignore
  modeller evidence import own.csv --read "<5=2"
  modeller evidence import own.csv --place "Old Market Cross=Market Cross"

--check exits with 0 when the table could be kept as it stands, and with 1 when something has to be
confirmed first. The forms are described in docs/record-format.md."""


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file", metavar="FILE", help="a table with a row for each week or each deployment"
    )
    parser.add_argument("--name", default="", help="what to call it (default: the file's name)")
    parser.add_argument(
        "--check", action="store_true", help="show what would change and keep nothing"
    )
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="KIND",
        help="confirm something unusual, by the word shown beside it; may be repeated",
    )
    for option, place, what in (
        (
            "--map",
            "HEADING=COLUMN",
            "take a column as this one, or as “ignore”; remembered for the next file",
        ),
        ("--read", "TEXT=NUMBER", "read cells that hold this text as a number"),
        ("--place", "TEXT=SITE", "which site or borough a place is, or “none”; remembered, too"),
    ):
        parser.add_argument(option, action="append", default=[], metavar=place, help=what)
    parser.add_argument("--sheet", default="", metavar="NAME", help="which sheet of a workbook")
    standing = parser.add_mutually_exclusive_group()
    standing.add_argument(
        "--after",
        metavar="RECORD",
        help="add the rows to this record: “shipped”, or a name or digest",
    )
    standing.add_argument(
        "--alone", action="store_true", help="keep the rows by themselves, as a record of their own"
    )
    parser.add_argument("--ledger", metavar="PATH", help="score this ledger instead of your own")
    add_output_arguments(parser, ("text", "json", "csv"))
    parser.epilog = EPILOG


def import_table(options: argparse.Namespace) -> int:
    """Check the table, and keep it unless it is only to be checked."""
    said = _said(options)
    profile = options.profile
    preview = _preview(options.file, said, profile)
    if preview.problems:
        raise ModellerError(preview.problems)
    place = folder_at_hand(profile)
    planned = plan_import(
        preview, said, profile, base=options.after, alone=options.alone, folder=place
    )
    _check_words(said, planned)
    if not options.check and planned.open_findings:
        raise ModellerError([_question(preview, one) for one in planned.open_findings])
    changes = posterior_changes(planned.record, profile, planned.before)
    above = [*_page(planned), ""]
    if options.check:
        waiting = planned.open_findings
        note = "Nothing was kept."
        if waiting:
            note += f" To be confirmed first: {', '.join(one.kind for one in waiting)}."
        tell_changes(
            options,
            planned.record,
            changes,
            before=_before(planned),
            above=above,
            below=["", *paragraph(note, width())],
            more=_document(planned),
        )
        if options.format != "text":
            print_note(note)
        return 1 if waiting else 0
    ledger = given_ledger(options.ledger)  # before anything is kept
    forgotten: list[Problem] = []
    kept = keep(
        planned,
        options.name,
        folder=place,
        not_remembered=lambda error: forgotten.extend(error.problems),
    )
    known = options.name not in ("", None, kept.name)
    kept_as = "The same is kept already, as" if known else "Kept as"
    note = (
        f"{kept_as} “{kept.name}” ({kept.digest[:12]}), beside the shipped record. Scenarios name "
        "it by its digest."
    )
    scores, trouble = _scores(planned, ledger)
    scored = [] if scores is None else ["", *score_page(profile.catalogue, scores)]
    tell_changes(
        options,
        planned.record,
        changes,
        before=_before(planned),
        above=above,
        below=["", *paragraph(note, width()), *scored],
        more=_document(planned)
        | {"kept": {"name": kept.name, "digest": kept.digest}}
        | ({} if scores is None else {"ledger": score_document(scores)}),
    )
    if options.format != "text":
        print_note(note)
    for fault in forgotten:
        print_note(f"The record is kept; your choices for columns and places are not: {fault}")
    for fault in trouble:
        print_note(f"The record is kept; the ledger was not scored: {fault}")
    return 0


# ---------------------------------------------------------------- the options


def _said(options: argparse.Namespace) -> Said:
    problems: list[Problem] = []
    return_value = Said(
        accept=frozenset(
            word.strip() for text in options.accept for word in text.split(",") if word.strip()
        ),
        columns=_pairs("--map", options.map, '--map "Face count=faces"', problems),
        readings=_pairs("--read", options.read, '--read "<5=2"', problems),
        places=_places_said(options.place, problems),
        sheet=options.sheet,
    )
    problems += [
        Problem(f"--read {shown(f'{text}={value}')}", "gives no number", 'write --read "<5=2"')
        for text, value in return_value.readings.items()
        if value and count(value) is None and measure(value, decimal_comma=False) is None
    ]
    if problems:
        raise ModellerError(problems)
    return return_value


def _pairs(
    option: str, texts: Sequence[str], example: str, problems: list[Problem]
) -> Mapping[str, str]:
    """The texts before and after the last equals sign, because a heading may contain one."""
    pairs = {}
    for text in texts:
        left, equals, right = text.rpartition("=")
        if not equals or not left.strip() or not right.strip():
            problems.append(Problem(f"{option} {shown(text)}", "has no =", f"write {example}"))
        pairs[left.strip()] = right.strip()
    return pairs


def _places_said(texts: Sequence[str], problems: list[Problem]) -> Mapping[str, str]:
    pairs = _pairs("--place", texts, '--place "High St=Old Town"', problems)
    return {text: "" if name == "none" else name for text, name in pairs.items()}


def _preview(given: str, said: Said, profile: Profile) -> Preview:
    piped = read_pipe(given, FileKind(MOST_BYTES))
    if piped is not None:
        return preview_bytes(piped, "piped", profile, said, folder=folder_at_hand(profile))
    return preview_file(given, profile, said, folder=folder_at_hand(profile))


def _check_words(said: Said, planned: Import) -> None:
    """Raise if a word given with ``--accept`` or ``--place`` is not one of those asked for.

    Raises
    ------
    ModellerError
        When one is not, which may be a misspelling that leaves something unconfirmed.
    """
    offered = [choice.key for finding in planned.findings for choice in finding.choices]
    wrong = sorted(said.accept - set(offered))
    if wrong:
        remedy = f"what can be is {', '.join(offered)}" if offered else "leave it out"
        raise ModellerError(
            [Problem(f"--accept {shown(word)}", "confirms nothing here", remedy) for word in wrong]
        )
    named = {match.text.casefold() for match in planned.places}
    if nowhere := [text for text in said.places if text.casefold() not in named]:
        remedy = "write the place as the table does, or leave it out"
        raise ModellerError(
            [
                Problem(f"--place {shown(text)}", "is no place of the table", remedy)
                for text in nowhere
            ]
        )


# ---------------------------------------------------------------- the page of text


def _page(planned: Import) -> list[str]:
    preview = planned.preview
    sheet = f", sheet “{preview.sheet}”" if preview.sheet else ""
    layout = f": {preview.layout}" if preview.layout else ""
    lines = paragraph(f"{preview.name}{sheet}{layout}.", width())
    lines += ["", *_columns(preview)]
    for note in planned.notes:
        lines += paragraph(note, width())
    if any(column.field is None for column in preview.columns):
        lines += paragraph('--map "HEADING=COLUMN" says what a column is.', width())
    lines += _left_out(preview)
    lines += _places(planned)
    if planned.appended is not None:
        added = f"{added_words(planned.appended)} --alone would keep them alone."
        lines += ["", *paragraph(added, width())]
    for finding in planned.findings:
        lines += ["", *_finding(finding)]
    return lines


def _columns(preview: Preview) -> list[str]:
    shown_columns = [column for column in preview.columns if column.heading]
    taken = {None: _UNKNOWN, "": _IGNORED}
    return table(
        [
            Column("Column", [column.heading[:60] for column in shown_columns]),
            Column(
                "is taken as",
                [taken.get(column.field, str(column.field)) for column in shown_columns],
            ),
        ]
    )


def _left_out(preview: Preview) -> list[str]:
    if not preview.left_out:
        return []
    rows = preview.left_out[:_MOST_SHOWN]
    lines = ["", f"Left out: {len(preview.left_out):,} {_rows(len(preview.left_out))}."]
    lines += table(
        [
            Column("Line", [str(row.line) for row in rows], "right"),
            Column("Why", [left_out_words(row) for row in rows]),
            Column("", [row.text[: width() - 30] for row in rows]),
        ],
        rule=False,
    )
    return lines + ([f"  and {len(preview.left_out) - len(rows):,} more"]
                    if len(rows) < len(preview.left_out) else [])  # fmt: skip


def _rows(number: int) -> str:
    return "row" if number == 1 else "rows"


def _places(planned: Import) -> list[str]:
    named = {match.text: match for match in planned.places if match.text}
    if not named:
        return []
    unknown = [text for text, match in named.items() if match.how == "unknown"]
    boroughs = [text for text, match in named.items() if match.how == "borough"]
    sites = len(named) - len(unknown) - len(boroughs)
    line = f"Places: {len(named):,} named, {sites:,} of them sites of the record"
    if boroughs:
        line += f", {len(boroughs):,} with their borough only"
    lines = ["", *paragraph(f"{line}.", width())]
    if unknown:
        shown_places = ", ".join(f"“{text[:40]}”" for text in unknown[:_MOST_SHOWN])
        more = " …" if len(unknown) > _MOST_SHOWN else ""
        lines += paragraph(
            f'Not known, and kept as they are: {shown_places}{more}. --place "TEXT=SITE" says '
            "which site or borough one is; “modeller list evidence --by site” names them.",
            width(),
        )
    return lines


def _finding(finding: Finding) -> list[str]:
    state = f"Confirmed ({finding.accepted})" if finding.accepted else "To be confirmed"
    lines = paragraph(f"{state}: {finding.what}", width())
    if finding.open:
        for choice in finding.choices:
            lines += paragraph(f"--accept {choice.key}: {choice.what}", width(), indent=2)
        if finding.kind == "suppressed":
            lines += paragraph(_READ, width(), indent=2)
    return lines


def _question(preview: Preview, finding: Finding) -> Problem:
    """What has to be confirmed, with the options for that."""
    answers = ", or ".join(f"--accept {choice.key}: {choice.what}" for choice in finding.choices)
    if finding.kind == "suppressed":
        answers += f", or {_READ}"
    what = f"must be confirmed: {finding.what.rstrip('.')}"
    return Problem(preview.name, what, f"put it right in the file, or say {answers}")


def _before(planned: Import) -> str:
    """The heading of the column for the record that it is compared with."""
    if planned.before == planned.profile.record:
        return "Shipped record"
    return planned.before_label


# ---------------------------------------------------------------- the document


def _document(planned: Import) -> dict[str, Any]:
    preview, joined = planned.preview, planned.appended
    document: dict[str, Any] = {
        "preview": {
            "file": preview.name,
            "sheet": preview.sheet,
            "layout": preview.layout,
            "columns": [
                {"heading": column.heading, "field": column.field} for column in preview.columns
            ],
            "left_out": [vars(row) for row in preview.left_out],
            "notes": list(planned.notes),
            "findings": [
                {
                    "kind": finding.kind,
                    "what": finding.what,
                    "lines": list(finding.lines),
                    "choices": {choice.key: choice.what for choice in finding.choices},
                    "accepted": finding.accepted,
                }
                for finding in planned.findings
            ],
            "places": [
                vars(match) for match in {match.text: match for match in planned.places}.values()
            ],
        }
    }
    if joined is not None:
        document["after"] = {
            "record": {"label": joined.base_label, "digest": joined.base.digest},
            "new": [week.isoformat() for week in joined.new],
            "same": [week.isoformat() for week in joined.same],
            "changed": [
                {
                    "week": one.week.isoformat(),
                    "known": one.known,
                    "changes": {name: [old, new] for name, old, new in one.changes},
                }
                for one in joined.changed
            ],
        }
    return document


# ---------------------------------------------------------------- the ledger


def _scores(planned: Import, ledger: Path) -> tuple[LedgerScore | None, list[Problem]]:
    """The ledger's scores with the new record; a damaged ledger must not lose the record."""
    try:
        entries = read_ledger(ledger)
    except ModellerError as error:
        return None, list(error.problems)
    if not entries:
        return None, []
    return score_ledger(entries, planned.record), []
