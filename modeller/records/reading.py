"""Reads a record from a user's own file of any kind, or shows how it would be read."""

from __future__ import annotations

from pathlib import Path

from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.language import translatable
from modeller.evidence import Record
from modeller.profiles import Profile
from modeller.records.preview import Preview, Said, preview_of
from modeller.records.tables import Table, read_tables
from modeller.records.tables.delimited import read_text
from modeller.records.tables.table import MOST_BYTES

TABLE_FILE = FileKind(
    MOST_BYTES,
    choose=translatable("Problem", "choose a CSV file"),
    readable=translatable("Problem", "choose a CSV file that can be"),
    smaller=translatable("Problem", "a record of deployments is far smaller"),
)


def read_user_record(path: Path | str, profile: Profile, said: Said | None = None) -> Record:
    """The record in a file: weekly rows, or one row a deployment.

    Raises
    ------
    ModellerError
        When the file cannot be read, with everything that is wrong in it, or with everything
        unusual that is not confirmed.
    """
    return preview_file(path, profile, said).confirmed()


def parse_user_record(
    content: bytes, name: str, profile: Profile, said: Said | None = None
) -> Record:
    """The record in the bytes of a file; see `read_user_record`."""
    return preview_bytes(content, name, profile, said).confirmed()


def preview_file(
    path: Path | str, profile: Profile, said: Said | None = None, *, folder: Path | None = None
) -> Preview:
    """How a file would be read; nothing is kept.

    Parameters
    ----------
    profile
        The force whose published tables and record it is compared with.
    folder
        The folder for what the user has said about columns.

    Raises
    ------
    ModellerError
        When it cannot be read, or holds no table.
    """
    return preview_of(tables_in_file(path), Path(path).name, profile, said, folder=folder)


def tables_in_file(path: Path | str) -> tuple[Table, ...]:
    """The tables in a file of any kind, which `preview_of` looks into.

    Raises
    ------
    ModellerError
        When it cannot be read, or holds no table.
    """
    return read_tables(read_file(path, TABLE_FILE), Path(path).name)


def preview_bytes(
    content: bytes,
    name: str,
    profile: Profile,
    said: Said | None = None,
    *,
    folder: Path | None = None,
) -> Preview:
    """How the bytes of a file would be read; see `preview_file`."""
    return preview_of(read_tables(content, name), name, profile, said, folder=folder)


def tables_in_text(text: str, name: str) -> tuple[Table, ...]:
    """The table in a text from the clipboard, which `preview_of` looks into.

    Raises
    ------
    ModellerError
        When it is too long, or a quotation mark has no partner.
    """
    if len(text) > MOST_BYTES:
        return read_tables(text.encode("utf-8", "replace"), name)
    return (read_text(text, name),)
