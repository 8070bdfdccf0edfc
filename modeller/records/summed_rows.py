"""Finds rows that are the sums of others: totals that nothing marks as such."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

_FEWEST_ROWS, _FEWEST_COUNTS = 2, 2
"""A row with a day is a total only if this many rows and counts that are not nought make it up:
fewer can add up by chance, as one row does that repeats another."""


@dataclass(frozen=True)
class Counted:
    """A row: its counts, the largest kind first and 0 where none is given; whether it has a day."""

    counts: tuple[int, ...]
    dated: bool


@dataclass
class _Sum:
    counts: list[int] = field(default_factory=list)
    rows: int = 0

    def add(self, counts: Sequence[int]) -> None:
        held = self.counts or [0] * len(counts)
        self.counts = [one + other for one, other in zip(held, counts, strict=True)]
        self.rows += any(counts)

    def without(self, counts: Sequence[int]) -> _Sum:
        left = [one - other for one, other in zip(self.counts, counts, strict=True)]
        return _Sum(left, self.rows - any(counts))

    def makes(self, row: Counted) -> bool:
        """Whether the row is this sum; without a day its first count decides."""
        if not self.counts or not row.counts[0]:
            return False
        if not row.dated:
            return row.counts[0] == self.counts[0]
        enough = self.rows >= _FEWEST_ROWS and sum(map(bool, row.counts)) >= _FEWEST_COUNTS
        return enough and row.counts == tuple(self.counts)


def summed_rows(rows: Sequence[Counted], breaks: Collection[int] = ()) -> list[int]:
    """Indices of rows that are the sum of all above, of those since the last total, or of the rest.

    Parameters
    ----------
    breaks
        Indices of rows that a total stands right before, which is none of the rows.
    """
    found = []
    above, since = _Sum(), _Sum()
    for at, row in enumerate(rows):
        if at in breaks:
            since = _Sum()
        if above.makes(row) or since.makes(row):
            found.append(at)
            since = _Sum()
        else:
            above.add(row.counts)
            since.add(row.counts)
    if found:
        return found
    return [at for at, row in enumerate(rows) if above.without(row.counts).makes(row)]
