"""What is known: the Met's weekly record and the published figures, each with its source."""

from __future__ import annotations

from modeller.evidence.record import Record, parse_record, read_record, shipped_record
from modeller.evidence.sources import (
    Blemish,
    Column,
    Figure,
    PressError,
    Source,
    blemishes,
    columns,
    figure,
    figures,
    press_errors,
    sources,
)

__all__ = [
    "Blemish",
    "Column",
    "Figure",
    "PressError",
    "Record",
    "Source",
    "blemishes",
    "columns",
    "figure",
    "figures",
    "parse_record",
    "press_errors",
    "read_record",
    "shipped_record",
    "sources",
]
