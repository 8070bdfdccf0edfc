"""Reads the record given to a command: a file, the name of a kept one, or the profile's own."""

from __future__ import annotations

from pathlib import Path

from modeller.base.bounded_reading import FileKind, read_pipe
from modeller.base.paths import is_file, is_there
from modeller.cli.output import print_note
from modeller.evidence import Record
from modeller.profiles import Profile
from modeller.records import choose, record_for
from modeller.records.reading import parse_user_record, read_user_record
from modeller.records.store import SHIPPED
from modeller.records.tables.table import MOST_BYTES

RECORD_HELP = "a CSV file, or the name or digest of an imported record (default: the force's own)"


def read_given_record(given: str | None, profile: Profile) -> Record:
    """The record that `given` names; a file comes before a record of the same name.

    Raises
    ------
    ModellerError
        When there is neither, or with everything that is wrong in the file.
    """
    if given is None or given == SHIPPED:
        if given is not None and is_there(given):
            print_note(
                f"“{SHIPPED}” is the record that is shipped; the file is read as ./{SHIPPED}"
            )
        return profile.record
    data = read_pipe(given, FileKind(MOST_BYTES))
    if data is not None:
        return parse_user_record(data, "piped", profile)
    if Path(given).suffix.lower() == ".csv" or is_file(given):
        return read_user_record(given, profile)
    return record_for(choose(given, profile).digest, profile)
