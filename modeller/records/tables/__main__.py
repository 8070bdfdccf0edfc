"""The process that reads PDF and workbooks: bytes come in, tables or problems go out."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from modeller.base import language
from modeller.base.bounded_reading import STANDARD_INPUT, FileKind, read_pipe, read_start
from modeller.base.errors import ModellerError
from modeller.records.tables.other_process import (
    LONGEST_SECONDS,
    MOST_MEGABYTES,
    answer_text,
    untranslated_text,
)
from modeller.records.tables.table import MOST_BYTES
from modeller.records.tables.workbooks import MOST_UNPACKED, sheets


def main(arguments: list[str] | None = None) -> None:
    """Read standard input within limits that the system enforces."""
    reader = (sys.argv[1:] if arguments is None else arguments)[-1]
    language.install(untranslated_text)
    _bound()
    try:
        content = read_pipe(STANDARD_INPUT, FileKind(MOST_BYTES + MOST_UNPACKED)) or b""
        if reader == "pdf":
            from modeller.records.tables.pdf import read_pages

            text = answer_text(read_pages(content, ""))
        else:
            text = answer_text(sheets(content, ""))
    except ModellerError as error:
        text = answer_text((), error.problems)
    sys.stdout.write(text)


def _bound() -> None:
    """Set the limits; where a system has none, the waiting process's clock is the only limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = _taken() + MOST_MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_SECONDS, LONGEST_SECONDS))


def _taken() -> int:
    """The address space in use before anything is read, in bytes."""
    try:
        pages = int(read_start(Path("/proc/self/statm"), 100).split()[0])
    except (OSError, ValueError, IndexError):
        return 1_000_000_000
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
