"""Recognises what was opened by mistake where a scenario is wanted, to say where it belongs."""

from __future__ import annotations

from modeller.base.errors import ModellerError, Problem, problem
from modeller.records.headings import find_header
from modeller.records.tables import read_tables
from modeller.records.tables.delimited import read_delimited
from modeller.records.tables.kinds import Kind, kind_of, said
from modeller.records.tables.table import MOST_BYTES, Table

_LOOKED_AT = 200_000
"""How many bytes of a text are looked at, because a header stands at the beginning."""
_FEWEST_FIELDS = 3


def not_a_scenario(data: bytes, name: str) -> Problem | None:
    """The problem of a file that is not a scenario and cannot contain one.

    None for JSON, for a text without the header of a record, and for anything that may contain a
    scenario: a briefing, a message, a document.
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


def not_a_scenario_file(data: bytes, name: str) -> Problem:
    """As `not_a_scenario`, but only a scenario file will do, and nothing that contains one."""
    return not_a_scenario(data, name) or opened_otherwise(name, kind_of(data))


def opened_otherwise(name: str, kind: Kind) -> Problem:
    """The problem of a file that has, or may have, scenarios in it but is none."""
    return problem(
        name,
        "is {kind}, not a scenario file",
        "a briefing or a message is opened with modeller open, which saves its scenarios",
        kind=said(kind),
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
    """The beginning of a text, up to the end of a line."""
    if len(data) <= _LOOKED_AT:
        return data
    cut = data[:_LOOKED_AT]
    end = max(cut.rfind(b"\n"), cut.rfind(b"\r"))
    return cut[:end] if end > 0 else cut
