"""A file at the wrong door: what it is that was given where a scenario is wanted."""

from __future__ import annotations

from modeller.base.errors import ModellerError, Problem, problem
from modeller.records.headings import find_header
from modeller.records.tables import read_tables
from modeller.records.tables.delimited import read_delimited
from modeller.records.tables.kinds import Kind, kind_of, said
from modeller.records.tables.table import MOST_BYTES, Table

_LOOKED_AT = 200_000
"""Bytes of a text that are looked at: a header stands at the beginning."""
_FEWEST_FIELDS = 3


def not_a_scenario(data: bytes, name: str) -> Problem | None:
    """What the bytes are, where they are neither a scenario nor a text that could hold one.

    None for JSON, for a text without the header of a record, and for what may carry a scenario in
    it: a briefing, a message, a document.
    """
    kind = kind_of(data)
    if kind in ("JSON", "PDF", "web page", "mail", "document"):
        return None
    if kind == "text":
        return _record(name, kind) if _is_record(data, name, kind) else None
    if kind in ("workbook", "sheet", "old-workbook"):
        if _is_record(data, name, kind):
            return _record(name, kind)
        return problem(
            name,
            "is {kind} and holds no scenario",
            "open a scenario or a briefing; a record of deployments is imported instead, with "
            "modeller evidence import or Evidence ▸ Import a record…",
            kind=said(kind),
        )
    return problem(
        name,
        "is {kind} and holds no scenario",
        "open a scenario file or a briefing, or paste the share code that is printed in it",
        kind=said(kind),
    )


def carries_no_scenario(data: bytes, name: str) -> Problem:
    """The same, with words for what may carry a scenario where only a scenario file is wanted."""
    return not_a_scenario(data, name) or problem(
        name,
        "is {kind}, not a scenario file",
        "a briefing or a message is opened with modeller open, which saves its scenarios",
        kind=said(kind_of(data)),
    )


def _record(name: str, kind: Kind) -> Problem:
    if kind == "text":
        return problem(
            name,
            "is a record of deployments, not a scenario",
            "import it with modeller evidence import, or Evidence ▸ Import a record…",
        )
    return problem(
        name,
        "is {kind} with a record of deployments, not a scenario",
        "import it with modeller evidence import, or Evidence ▸ Import a record…",
        kind=said(kind),
    )


def _is_record(data: bytes, name: str, kind: Kind) -> bool:
    tables: tuple[Table, ...] = ()
    try:
        if kind == "text":
            tables = (read_delimited(_whole_lines(data), name),)
        elif len(data) <= MOST_BYTES:
            tables = read_tables(data, name)
    except ModellerError:
        return False
    headers = (find_header(table, {}) for table in tables)
    return any(header is not None and len(header.fields) >= _FEWEST_FIELDS for header in headers)


def _whole_lines(data: bytes) -> bytes:
    """The beginning of a text, to the end of a line."""
    if len(data) <= _LOOKED_AT:
        return data
    cut = data[:_LOOKED_AT]
    end = max(cut.rfind(b"\n"), cut.rfind(b"\r"))
    return cut[:end] if end > 0 else cut
