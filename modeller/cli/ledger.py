"""``modeller ledger``: projections locked in advance, and how they did."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from modeller.base.bounded_json import raise_if_any
from modeller.base.printed import figure
from modeller.cli.documents import FORMAT
from modeller.cli.given_ledger import given_ledger
from modeller.cli.inputs import read_file
from modeller.cli.layout import Column, paragraph, table
from modeller.cli.output import (
    add_output_arguments,
    check_out,
    csv_text,
    deliver,
    json_text,
    print_note,
    width,
)
from modeller.cli.progress import Progress
from modeller.cli.records_given import RECORD_HELP, read_given_record
from modeller.ledger import (
    Entry,
    EntryScore,
    LedgerScore,
    LedgerState,
    OutcomeScore,
    lock_projection,
    score_ledger,
    verify_ledger,
)
from modeller.model.catalogue import Catalogue
from modeller.projection import project
from modeller.records import catalogue_for
from modeller.wording import style_for
from modeller.wording.numbers import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    locking = actions.add_parser("lock", help="project a scenario and append it to the ledger")
    locking.add_argument("file", metavar="FILE", help="a scenario file or a shipped scenario")
    listing = actions.add_parser("list", help="what has been locked")
    scoring = actions.add_parser(
        "score", help="compare the projections with what a later record shows"
    )
    scoring.add_argument("--record", metavar="FILE", help=RECORD_HELP)
    checking = actions.add_parser("verify", help="whether the ledger is whole and unaltered")
    for action, formats in (
        (locking, ("text", "json")),
        (listing, ("text", "json", "csv")),
        (scoring, ("text", "json", "csv")),
        (checking, ("text", "json")),
    ):
        action.add_argument("--ledger", metavar="PATH", help="use this ledger instead of your own")
        add_output_arguments(action, formats)
    parser.epilog = (
        "Exit code of verify: 0 for a sound ledger, 1 for a damaged one. The last digest, noted\n"
        "elsewhere, reveals even a ledger that was rewritten from the start."
    )


def run(options: argparse.Namespace) -> int:
    """Run the subcommand given."""
    path = given_ledger(options.ledger, begins=options.action == "lock")
    options.ledger = str(path)
    check_out(options)
    if options.action == "lock":
        return _lock(options, path)
    state = verify_ledger(path)
    if options.action == "verify":
        return _verify(options, state)
    raise_if_any(state.problems)
    for doubt in state.doubts:
        print_note(doubt)
    entries = state.entries
    if options.action == "list":
        _list(options, entries)
    else:
        _score(options, score_ledger(entries, read_given_record(options.record, options.profile)))
    return 0


def _lock(options: argparse.Namespace, path: Path) -> int:
    scenario = read_file(options.file, options.profile).scenario
    declared = catalogue_for(scenario.record, scenario.profile)
    with Progress(scenario.title) as progress:
        projection = project(scenario, catalogue=declared, progress=progress)
    entry = lock_projection(projection, path)
    for doubt in verify_ledger(path).doubts:
        print_note(doubt)
    if options.format == "json":
        deliver(json_text({"format": FORMAT, "ledger": str(path), **_entry_row(entry)}), options)
    else:
        text = (
            f"Locked “{entry.title}” ({entry.fingerprint}) as entry {entry.number} of {path}: "
            f"{entry.weeks} weeks from {entry.first_week}. Digest {entry.digest}"
        )
        deliver("\n".join(paragraph(text, width())) + "\n", options)
    return 0


def _verify(options: argparse.Namespace, state: LedgerState) -> int:
    if options.format == "json":
        document = {
            "format": FORMAT,
            "ledger": str(state.path),
            "sound": state.sound,
            "entries": len(state.entries),
            "last_digest": state.last_digest,
            "problems": [str(problem) for problem in state.problems],
            "doubts": list(state.doubts),
        }
        deliver(json_text(document), options)
    elif state.sound:
        text = f"Sound: {counted(len(state.entries), 'entries')}; last digest {state.last_digest}"
        if state.doubts:
            text += "\nNot all of its times can be right:"
            text += "".join(f"\n{line}" for line in state.doubts)
        deliver(text + "\n", options)
    else:
        deliver("\n".join(f"Damaged: {problem}" for problem in state.problems) + "\n", options)
    return 0 if state.sound else 1


def _entry_row(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "locked": entry.locked.isoformat(),
        "title": entry.title,
        "fingerprint": entry.fingerprint,
        "model": entry.model_version,
        "record": entry.record_label,
        "first_week": entry.first_week.isoformat(),
        "weeks": entry.weeks,
        "weeks_begun": entry.weeks_begun,
        "digest": entry.digest,
    }


def _list(options: argparse.Namespace, entries: tuple[Entry, ...]) -> None:
    rows = [_entry_row(entry) for entry in entries]
    if options.format == "json":
        deliver(json_text({"format": FORMAT, "entries": rows}), options)
    elif options.format == "csv":
        deliver(csv_text(rows), options)
    elif not rows:
        deliver("Nothing has been locked yet.\n", options)
    else:
        columns = [
            Column("", [str(entry.number) for entry in entries], "right"),
            Column("Locked", [f"{entry.locked:%Y-%m-%d %H:%M}" for entry in entries]),
            Column("Title", [entry.title[:40] for entry in entries]),
            Column("Fingerprint", [entry.fingerprint for entry in entries]),
            Column("From", [entry.first_week.isoformat() for entry in entries]),
            Column("Weeks", [str(entry.weeks) for entry in entries], "right"),
            Column("begun when locked", [str(entry.weeks_begun) for entry in entries], "right"),
        ]
        deliver(
            "\n".join([*table(columns), "", f"Last digest {entries[-1].digest}"]) + "\n", options
        )


def score_document(found: LedgerScore) -> dict[str, Any]:
    """The scores of all entries as JSON."""
    return {
        "record": {"label": found.record_label, "digest": found.record_digest},
        "entries": [
            {
                **_entry_row(scored.entry),
                "weeks_known": scored.weeks_known,
                "outcomes": [_outcome_row(score) for score in scored.outcomes],
            }
            for scored in found.entries
        ],
        "running": [vars(line) for line in found.running],
    }


def _score(options: argparse.Namespace, found: LedgerScore) -> None:
    if options.format == "json":
        deliver(json_text({"format": FORMAT, **score_document(found)}), options)
    elif options.format == "csv":
        deliver(csv_text(score_rows(found)), options)
    else:
        deliver("\n".join(score_page(options.profile.catalogue, found)) + "\n", options)


def score_rows(found: LedgerScore) -> list[dict[str, Any]]:
    """A row for each entry and outcome of which weeks are known."""
    return [
        {
            "number": scored.entry.number,
            "title": scored.entry.title,
            "weeks_known": scored.weeks_known,
            **_outcome_row(score),
            "record": found.record_label,
        }
        for scored in found.entries
        for score in scored.outcomes
    ]


def _outcome_row(score: OutcomeScore) -> dict[str, Any]:
    return {
        name: figure(value) if isinstance(value, float) else value
        for name, value in vars(score).items()
    }


def score_page(declared: Catalogue, found: LedgerScore) -> list[str]:
    """The scores of all entries, and how often totals lay inside their bands, as text."""
    if not found.entries:
        return ["Nothing has been locked yet."]
    lines = [f"Against the {found.record_label}."]
    for scored in found.entries:
        lines += ["", *_entry_lines(declared, scored)]
    labels = {key: entry.label for key, entry in declared.outcomes.items()}
    counted = [line for line in found.running if line.entries]
    if counted:
        lines += ["", "So far, totals inside their band:"]
        lines += table(
            [
                Column("Outcome", [labels[line.outcome] for line in counted]),
                Column("50 %", [f"{x.inside_50} of {x.entries}" for x in counted], "right"),
                Column("80 %", [f"{x.inside_80} of {x.entries}" for x in counted], "right"),
            ]
        )
        lines += paragraph(
            "Entries that cover the same weeks are not independent. Where deployments differ "
            "from the scenario's, what follows from them differs too.",
            width(),
        )
    return lines


def _entry_lines(declared: Catalogue, scored: EntryScore) -> list[str]:
    entry = scored.entry
    head = f"{entry.number}. {entry.title} ({entry.fingerprint}), locked {entry.locked:%Y-%m-%d}"
    if entry.weeks_begun:
        head += f" when {entry.weeks_begun} of its {entry.weeks} weeks had begun"
    if not scored.outcomes:
        return [f"{head}: none of its weeks is in the record yet."]
    labels = {key: found.label for key, found in declared.outcomes.items()}
    scores = scored.outcomes
    return [
        f"{head}: {scored.weeks_known} of {entry.weeks} weeks known.",
        *table(
            [
                Column("Outcome", [labels[score.outcome] for score in scores]),
                Column("Happened", [f"{score.observed:,}" for score in scores], "right"),
                Column("80 % band", [_band(score) for score in scores], "right"),
                Column("", [_verdict(score) for score in scores]),
            ]
        ),
    ]


def _band(score: OutcomeScore) -> str:
    return style_for("", score.low_80, score.high_80, whole=True).range(score.low_80, score.high_80)


def _verdict(score: OutcomeScore) -> str:
    if score.inside_50:
        return "inside 50 % and 80 %"
    return "inside 80 %" if score.inside_80 else "outside 80 %"
