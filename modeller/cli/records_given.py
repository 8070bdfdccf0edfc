"""The record that a command is given: a file, the name of a kept one, or the shipped one."""

from __future__ import annotations

from pathlib import Path

from modeller.base.paths import is_file
from modeller.evidence import Record, shipped_record
from modeller.records import choose, read_user_record, record_for
from modeller.records.store import SHIPPED

RECORD_HELP = (
    "a CSV file, or the name or digest of an imported record (default: the record that is shipped)"
)


def read_given_record(given: str | None) -> Record:
    """The record that `given` names; a file wins over a record of the same name.

    Raises
    ------
    ModellerError
        When there is neither, or with everything that is wrong in the file.
    """
    if given is None or given == SHIPPED:
        return shipped_record()
    if Path(given).suffix.lower() == ".csv" or is_file(given):
        return read_user_record(given)
    return record_for(choose(given).digest)
