"""Finds the rows that a workbook hides, of which the library that reads it says nothing.

A filter hides rows, too, so that whoever looks at the sheet does not see all that is read from it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from modeller.records.tables.table import MOST_ROWS

_REST = rb"""((?:[^>"']|"[^"]*"|'[^']*')*)>"""
"""What follows the name of an element; a value may hold the sign that ends it."""
_SHEET = re.compile(rb"<(?:\w+:)?sheet(?=\s)" + _REST)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship(?=\s)" + _REST)
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>])" + _REST)
_ODS = re.compile(rb"<table:(table-row|table)(?=[\s>])" + _REST)
_VALUE = re.compile(rb"""(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NUMBER = re.compile(r"[0-9]{1,7}", re.ASCII)


def hidden_rows(content: bytes) -> dict[str, frozenset[int]]:
    """By sheet, the numbers of hidden rows in a checked XLSX or ODS file; empty for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.NameToInfo:
                return _of_ods(archive.read("content.xml"))
            return {
                name: frozenset(_of_sheet(archive.read(member)))
                for name, member in _members(archive)
                if member in archive.NameToInfo
            }
    except (zipfile.BadZipFile, KeyError):
        return {}


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the member that it is in."""
    related = [
        _values(found[1])
        for found in _RELATION.finditer(archive.read("xl/_rels/workbook.xml.rels"))
    ]
    members = {one.get("id"): one.get("target", "") for one in related}
    for found in _SHEET.finditer(archive.read("xl/workbook.xml")):
        sheet = _values(found[1])
        place = members.get(sheet.get("id"))
        if place:
            yield sheet.get("name", ""), posixpath.join("/xl", place).lstrip("/")


def _of_sheet(text: bytes) -> Iterator[int]:
    number = 0
    for found in _ROW.finditer(text):
        row = _values(found[1])
        number = _whole(row.get("r"), number + 1)
        if row.get("hidden") in ("1", "true"):
            yield number


def _of_ods(text: bytes) -> dict[str, frozenset[int]]:
    hidden: dict[str, set[int]] = {}
    name, row = "", 0
    for found in _ODS.finditer(text):
        values = _values(found[2])
        if found[1] == b"table":
            name, row = values.get("name", ""), 0
            continue
        first, row = row + 1, row + _whole(values.get("number-rows-repeated"), 1)
        if values.get("visibility") in ("collapse", "filter"):
            # an empty end is often one row that is repeated a million times
            hidden.setdefault(name, set()).update(range(first, min(row, MOST_ROWS) + 1))
    return {sheet: frozenset(rows) for sheet, rows in hidden.items()}


def _values(written: bytes) -> dict[str, str]:
    """The attributes of an element by name, in small letters and without what stands before it."""
    return {
        name.decode("utf-8", "replace").lower(): unescape((one or other).decode("utf-8", "replace"))
        for name, one, other in _VALUE.findall(written)
    }


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _NUMBER.fullmatch(text) else otherwise
