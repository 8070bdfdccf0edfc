"""What is known: the Met's weekly record and the published figures, each with its source."""

from __future__ import annotations

from modeller.evidence.record import Record
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
from modeller.evidence.weekly_rows import (
    decoded,
    excused,
    parse_record,
    record_of_rows,
    shipped_record,
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
    "decoded",
    "excused",
    "figure",
    "figures",
    "parse_record",
    "press_errors",
    "record_of_rows",
    "shipped_record",
    "sources",
]
