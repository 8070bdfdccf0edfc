"""A record from the user's own file, in either of the two documented forms."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

from modeller.base.errors import ModellerError, problem
from modeller.base.language import numeral
from modeller.evidence import Record, decoded, parse_record
from modeller.records.deployment_rows import MOST_COLUMNS, column_name, parse_deployments

MOST_BYTES = 10_000_000


def read_user_record(path: Path | str) -> Record:
    """The record in a CSV file: weekly rows, or one row a deployment.

    Raises
    ------
    ModellerError
        When the file cannot be read, or with everything that is wrong in it.
    """
    place = Path(path)
    try:
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ModellerError(problem(str(path), "is not a file", "choose a CSV file"))
        with place.open("rb") as file:
            # one more than allowed: it may have grown since
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModellerError(
            problem(
                str(path),
                "cannot be read ({reason})",
                "choose a CSV file that can be",
                reason=reason,
            )
        ) from error
    return parse_user_record(content, place.name)


def parse_user_record(content: bytes, name: str) -> Record:
    """The record in the bytes of a file; see `read_user_record`."""
    if len(content) > MOST_BYTES:
        raise ModellerError(
            problem(
                name,
                "is larger than {most} bytes",
                "a record of deployments is far smaller",
                most=numeral(MOST_BYTES),
            )
        )
    if not _one_row_a_deployment(content):
        return parse_record(content, name=name)
    return parse_deployments(decoded(content, name), name)


def _one_row_a_deployment(content: bytes) -> bool:
    """Whether the header names days and not weeks."""
    first = content.lstrip(b"\xef\xbb\xbf\r\n ").split(b"\n", 1)[0].decode("utf-8", "replace")
    try:
        headings = next(csv.reader([first.strip()]), [])
    except csv.Error:
        return False
    return "date" in {column_name(heading) for heading in headings[:MOST_COLUMNS]}
