"""Finds the rows that a workbook hides, of which the library that reads it says nothing.

A filter hides rows, too, so that whoever looks at the sheet does not see all that is read from it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from modeller.records.tables.table import MOST_ROWS

_NUMBER = re.compile(r"[0-9]{1,7}", re.ASCII)
_WANTED = re.compile(r"(?:[\w.-]+:)?(row|sheet|Relationship|table|table-row)", re.ASCII)
_Seen = Callable[[str, Mapping[str, str]], object]


def hidden_rows(content: bytes) -> dict[str, frozenset[int]]:
    """By sheet, the numbers of hidden rows in a checked XLSX or ODS file; empty for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.NameToInfo:
                return _of_ods(archive.read("content.xml"))
            return {
                name: _of_sheet(archive.read(member))
                for name, member in _members(archive)
                if member in archive.NameToInfo
            }
    except (zipfile.BadZipFile, KeyError):
        return {}


def _members(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The name of each sheet, and the member that it is in."""
    places: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, values: Mapping[str, str]) -> None:
        if name == "relationship":
            places[values.get("id", "")] = values.get("target", "")

    def sheet(name: str, values: Mapping[str, str]) -> None:
        place = places.get(values.get("id", "")) if name == "sheet" else None
        if place:
            member = posixpath.join("/xl", place).lstrip("/")
            sheets.append((values.get("name", ""), member))

    _look_through(archive.read("xl/_rels/workbook.xml.rels"), relation)
    _look_through(archive.read("xl/workbook.xml"), sheet)
    return sheets


def _of_sheet(text: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    number = 0

    def row(name: str, values: Mapping[str, str]) -> None:
        nonlocal number
        if name == "row":
            number = _whole(values.get("r"), number + 1)
            if values.get("hidden") in ("1", "true"):
                hidden.add(number)

    if b"hidden" in text:  # in most there is nothing to look for
        _look_through(text, row)
    return frozenset(hidden)


def _of_ods(text: bytes) -> dict[str, frozenset[int]]:
    hidden: dict[str, set[int]] = {}
    sheet, last = "", 0

    def row(name: str, values: Mapping[str, str]) -> None:
        nonlocal sheet, last
        if name == "table":
            sheet, last = values.get("name", ""), 0
        elif name == "table-row":
            first, last = last + 1, last + _whole(values.get("number-rows-repeated"), 1)
            if values.get("visibility") in ("collapse", "filter"):
                # an empty end is often one row that is repeated a million times
                hidden.setdefault(sheet, set()).update(range(first, min(last, MOST_ROWS) + 1))

    if b"visibility" in text:
        _look_through(text, row)
    return {name: frozenset(rows) for name, rows in hidden.items()}


def _look_through(text: bytes, seen: _Seen) -> None:
    """Call `seen` for each element, up to a fault.

    It is given the names of the element and its attributes in small letters, without what stands
    before them.
    """

    def start(name: str, values: Mapping[str, str]) -> None:
        if found := _WANTED.fullmatch(name):
            bare = {key.rpartition(":")[2].lower(): value for key, value in values.items()}
            seen(found[1].lower(), bare)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _no_document_type
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError):
        return


def _no_document_type(*_declared: object) -> None:
    """No entities, which can stand for any amount of text; a checked file has none."""
    raise ValueError("DOCTYPE")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _NUMBER.fullmatch(text) else otherwise
