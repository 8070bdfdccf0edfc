"""Reads the tables in a file of any kind, or says what the file is if it can have none."""

from __future__ import annotations

import re

from modeller.base.errors import refusal
from modeller.base.language import numeral
from modeller.records.tables.delimited import read_delimited
from modeller.records.tables.kinds import kind_of, said
from modeller.records.tables.other_process import read_apart
from modeller.records.tables.pdf import installed
from modeller.records.tables.table import MOST_BYTES, Table
from modeller.records.tables.workbooks import safe_workbook

_CODE = re.compile(rb"LFR[0-9]{1,3}\.[A-Za-z0-9_-]{20}")


def read_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """The tables in the bytes of a file: one, or one for each sheet that is not empty.

    Raises
    ------
    ModellerError
        When it is too large, of a kind that holds no table, or damaged.
    """
    if len(content) > MOST_BYTES:
        raise refusal(
            name,
            "is larger than {most} bytes",
            "a record of deployments is far smaller",
            most=numeral(MOST_BYTES),
        )
    kind = kind_of(content)
    if _CODE.match(content[:200].lstrip(b"\xef\xbb\xbf \t\r\n>|")):
        raise refusal(
            name,
            "is a share code, not a table",
            "it is opened, not imported: modeller open, or Open from a code…",
        )
    if kind == "text":
        return (read_delimited(content, name),)
    if kind in ("workbook", "sheet"):
        return read_apart("workbook", safe_workbook(content, name), name)
    if kind == "old-workbook":
        return read_apart("workbook", content, name)
    if kind == "PDF":
        if not installed():
            raise refusal(
                name,
                "is a PDF, and the library that reads its tables is not installed",
                'install it with pip install "policy-scenario-modeller[pdf]", or copy the '
                "table and paste it",
            )
        return read_apart("pdf", content, name)
    if kind == "JSON":
        raise refusal(
            name,
            "is {kind}, not a table",
            "a scenario is opened, not imported: modeller open, or File ▸ Open…",
            kind=said(kind),
        )
    raise refusal(
        name,
        "is {kind}, not a table",
        "choose a CSV file, a workbook or a PDF with the rows in it, or paste the table",
        kind=said(kind),
    )
