"""Finds rows that are the sums of others: totals that nothing marks as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_FEWEST_ROWS, _FEWEST_COUNTS = 2, 2
"""A row with a day is a total only if this many rows and counts that are not nought make it up:
fewer can add up by chance, as one row does that repeats another."""


@dataclass(frozen=True)
class Counted:
    """A row as it is added up.

    Attributes
    ----------
    counts
        Its counts; None where no figure is given, as in ``<5`` or ``n/a``.
    dated
        Whether it has a day.
    total
        Whether it says itself that it is a total.
    """

    counts: tuple[int | None, ...]
    dated: bool
    total: bool = False


@dataclass
class _Column:
    known: int = 0
    unknown: int = 0
    """How many of the rows give no figure: only without any of them the sum is known."""


@dataclass
class _Sum:
    columns: list[_Column] = field(default_factory=list)
    rows: int = 0

    def add(self, row: Counted, times: int = 1) -> None:
        if not self.columns:
            self.columns = [_Column() for _ in row.counts]
        if all(count is None for count in row.counts):
            return  # whoever adds up has nothing of it, either
        for column, count in zip(self.columns, row.counts, strict=True):
            column.known += times * (count or 0)
            column.unknown += times * (count is None)
        self.rows += times * any(row.counts)

    def makes(self, row: Counted) -> bool:
        """Whether the row is this sum, in every count that both of them tell."""
        compared = [
            (count, column.known)
            for count, column in zip(row.counts, self.columns, strict=False)
            if count is not None and not column.unknown
        ]
        if any(count != known for count, known in compared):
            return False
        counts = sum(count > 0 for count, _ in compared)
        if not row.dated:
            return counts > 0
        return self.rows >= _FEWEST_ROWS and counts >= _FEWEST_COUNTS


def summed_rows(rows: Sequence[Counted]) -> list[int]:
    """Indices of rows that are the sum of all above, of those since the last total, or of the rest.

    Those that say that they are totals are not among them.
    """
    found = []
    above, since = _Sum(), _Sum()
    for at, row in enumerate(rows):
        if row.total:
            since = _Sum()
        elif above.makes(row) or since.makes(row):
            found.append(at)
            since = _Sum()
        else:
            above.add(row)
            since.add(row)
    return found or [at for at, row in enumerate(rows) if not row.total and _rest_makes(row, above)]


def _rest_makes(row: Counted, whole: _Sum) -> bool:
    """Whether all other rows make this one."""
    whole.add(row, -1)
    made = whole.makes(row)
    whole.add(row)
    return made
