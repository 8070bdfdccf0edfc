"""``modeller quality``: the quality log in the AQuA Book's headings."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from modeller.backtest import backtest
from modeller.base.errors import ModellerError, Problem
from modeller.base.saving import write_atomically
from modeller.cli.output import check_out, deliver, json_text
from modeller.cli.progress import Progress
from modeller.evidence import shipped_record
from modeller.model.catalogue import catalogue
from modeller.quality import (
    effects,
    log_document,
    quality_log,
    read_test_results,
    web_page,
    word_document,
)

FORMATS = ("html", "json", "docx")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--format", choices=FORMATS, default="html", help="html, json or docx (default: html)"
    )
    parser.add_argument(
        "--out", metavar="PATH", help="write to this file instead of printing; needed for docx"
    )


def run(options: argparse.Namespace) -> int:
    """Measure, backtest and write."""
    check_out(options)
    if options.format == "docx" and options.out is None:
        remedy = "add --out quality.docx"
        raise ModellerError(Problem("--format docx", "is not for the terminal", remedy))
    with Progress("Effects of the assumptions") as progress:
        measured = effects(progress=progress)
    with Progress("Backtest") as progress:
        tested = backtest(progress=progress)
    log = quality_log(
        measured,
        catalogue(),
        shipped_record(),
        today=datetime.now(UTC).date(),
        tests=read_test_results(),
        backtest=tested,
    )
    if options.format == "docx":
        write_atomically(options.out, word_document(log))
        print(f"Written to {options.out}", file=sys.stderr)
    else:
        text = web_page(log) if options.format == "html" else json_text(log_document(log))
        deliver(text, options)
    return 0
