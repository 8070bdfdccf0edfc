"""The value that the sections of a briefing are made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from modeller.briefing.charts import cropped
from modeller.evidence import PastYear, Record, last_full_year
from modeller.profiles import Profile
from modeller.projection import Projection

WORKSHOP = "workshop"
"""The key of the section on a workshop."""
_COLUMN_LENGTH = 26

Lettered: TypeAlias = tuple[tuple[str, Projection], ...]
"""Letters with their projections."""


@dataclass(frozen=True, eq=False)
class Shown:
    """What sections are made from.

    Attributes
    ----------
    projections
        In the order in which they are shown, that of their letters.
    letters
        Their letters, in the same order.
    subject
        Place of the one the briefing is about.
    against
        Place of the one that the others are compared with.
    record
        The record of the scenarios; None if it is the user's own and not available.
    record_label
        The label of the record.
    credit
        Fingerprints and versions, to be written below charts.
    """

    projections: tuple[Projection, ...]
    letters: str
    subject: int
    against: int
    record: Record | None
    record_label: str
    credit: str

    @property
    def main(self) -> Projection:
        """The projection that the briefing is about."""
        return self.projections[self.subject]

    @property
    def profile(self) -> Profile:
        """The force."""
        return self.main.scenario.profile

    @property
    def reference(self) -> Projection | None:
        """What it is compared with."""
        return None if self.subject == self.against else self.projections[self.against]

    @property
    def lettered(self) -> Lettered:
        """The projections with their letters."""
        return tuple(zip(self.letters, self.projections, strict=True))

    @property
    def own_record(self) -> bool:
        """Whether the scenarios are based on a record of the user's own."""
        return self.main.scenario.record is not None

    @property
    def record_words(self) -> str:
        """The record within a sentence: ``record to 28 Dec 2031``, ``record “mine, to …”``."""
        return f"record “{self.record_label}”" if self.own_record else self.record_label

    @cached_property
    def past(self) -> PastYear | None:
        """The counts of the record's last full year; None if there is none."""
        return None if self.record is None else last_full_year(self.record)

    @property
    def weeks(self) -> int:
        """The horizon in weeks."""
        return self.main.scenario.weeks

    @property
    def columns(self) -> tuple[str, ...]:
        """The heading of a table's column for each scenario."""
        return tuple(
            f"{letter}  {cropped(projection.scenario.title, _COLUMN_LENGTH)}"
            for letter, projection in self.lettered
        )
