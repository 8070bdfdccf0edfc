"""Zip files with a fixed date, so that the same content always gives the same bytes.

A zip can only hold the years 1980 to 2107, while a machine's clock may say anything.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)


class DatedZip(ZipFile):
    """A zip file being written, all of whose members carry the same date."""

    def __init__(self, file: Any, day: date) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        day = min(max(day, _FIRST), _LAST)
        self._day = (day.year, day.month, day.day, 0, 0, 0)

    def writestr(
        self, zinfo_or_arcname: str | ZipInfo, data: Any, *arguments: Any, **others: Any
    ) -> None:
        """Add a member; one given by its name gets the file's date."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = ZipInfo(zinfo_or_arcname, self._day)
            zinfo_or_arcname.compress_type = ZIP_DEFLATED
        super().writestr(zinfo_or_arcname, data, *arguments, **others)

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        *_arguments: Any,
        **_others: Any,
    ) -> None:
        """Add the content of a file."""
        self.writestr(str(arcname or filename), Path(filename).read_bytes())


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """A zip file of `files`, given by name."""
    out = io.BytesIO()
    with DatedZip(out, day) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files in a zip file that we wrote, by name, in order."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_file(document: Any, day: date) -> bytes:
    """A document of python-docx as the content of a file."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    members = _Members()
    writer: Any = PackageWriter  # python-docx's own way of saving, except for the date
    writer._write_content_types_stream(members, parts)
    writer._write_pkg_rels(members, package.rels)
    writer._write_parts(members, parts)
    return zipped(members.files, day)


def slides_parts(deck: Any) -> dict[str, bytes]:
    """The members of a presentation of python-pptx, by name, before they have any date."""
    from pptx.opc.serialized import PackageWriter

    package = deck.part.package
    members = _Members()
    # python-pptx's own way of saving, except for the date
    make: Any = PackageWriter
    writer = make(members, package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(members)
    writer._write_pkg_rels(members)
    writer._write_parts(members)
    return members.files


class _Members:
    """Collects the members of a package as it is written."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def write(self, place: Any, content: bytes | str) -> None:
        data = content.encode() if isinstance(content, str) else content
        self.files[place.membername] = data


def workbook_file(workbook: Any, day: date) -> bytes:
    """A workbook of openpyxl as the content of a file."""
    from openpyxl.writer.excel import ExcelWriter

    out = io.BytesIO()
    ExcelWriter(workbook, DatedZip(out, day)).save()
    return out.getvalue()
