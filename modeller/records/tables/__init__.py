"""Reads files of any kind as plain tables of text: CSV, workbooks, PDF, the clipboard."""

from __future__ import annotations

from modeller.records.tables.reading import read_tables
from modeller.records.tables.table import Row, Table

__all__ = ["Row", "Table", "read_tables"]
