"""Reads the table of a sweep for a picture: at most as many rows as a picture can show.

A table may have a million rows. The rows to keep are chosen by their fingerprints, which are as
good as random and the same every time.
"""

from __future__ import annotations

import csv
import heapq
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from modeller.base.errors import refusal
from modeller.base.formats import format_for

MOST_ROWS = 1_500
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True)
class Table:
    """Rows of a sweep.

    Attributes
    ----------
    columns
        All names, in the table's order.
    rows
        Some of the rows, or all, in the table's order: the cells by name, None where empty.
    size
        How many rows the table has.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    size: int


def read_table(path: Path | str, most: int = MOST_ROWS) -> Table:
    """The table of a sweep: all rows up to a number, and beyond that as many at random.

    Raises
    ------
    ModellerError
        When it cannot be read, or is no table of a sweep.
    """
    place = Path(path)
    form = format_for("sweep", place).key
    try:
        kept, size, columns = _kept(_READERS[form](place), most)
    except (OSError, ValueError, csv.Error, KeyError) as error:
        raise refusal(
            str(path),
            "cannot be read as the table of a sweep ({reason})",
            "name a table that “modeller sweep” has written",
            reason=error,
        ) from error
    return Table(columns, kept, size)


def _kept(
    rows: Iterator[Mapping[str, Any]], most: int
) -> tuple[tuple[Mapping[str, Any], ...], int, tuple[str, ...]]:
    """The rows whose fingerprints end highest, in order, and how many rows there were."""
    heap: list[tuple[str, int, Mapping[str, Any]]] = []
    columns: tuple[str, ...] = ()
    number = count()
    size = 0
    for row in rows:
        size += 1
        columns = columns or tuple(row)
        # read from the end, because the beginning is what the journal is ordered by
        item = (str(row["fingerprint"])[::-1], next(number), row)
        if len(heap) < most:
            heapq.heappush(heap, item)
        else:
            heapq.heappushpop(heap, item)
    return tuple(row for _, _, row in sorted(heap, key=lambda item: item[1])), size, columns


def _csv_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {str(name): value or None for name, value in row.items()}


def _json_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as file:
        while line := file.readline(_LONGEST_LINE):
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("a line is no object")
            yield row


def _parquet_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches():
            yield from batch.to_pylist()


_READERS = {"csv": _csv_rows, "jsonl": _json_rows, "parquet": _parquet_rows}
"""The reader of a table, by the format's key."""
