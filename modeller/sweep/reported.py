"""What a sweep reports for each scenario: numbers, a target's chance, and whether it is met.

Each is a column of the table. It has an outcome and a name, and `of` gives it from the outcome's
totals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from modeller.analysis.targets import Goal, Measure
from modeller.base.elementary import Floats


@dataclass(frozen=True)
class Chance:
    """The share of the futures in which the total meets a target, from 0 to 1."""

    goal: Goal

    @property
    def outcome(self) -> str:
        """The outcome whose totals are used."""
        return self.goal.measure.outcome

    def of(self, totals: Floats) -> float:
        """The share, from totals of shape (draws,) in the outcome's unit."""
        return 1.0 - float(self.goal.failing(totals).mean())

    def __str__(self) -> str:
        """``arrests >= 1500``."""
        return f"{self.outcome} {self.goal.relation} {self.goal.figure:.15g}"


@dataclass(frozen=True)
class IsMet:
    """Whether a target is met: 1 or 0."""

    goal: Goal

    @property
    def outcome(self) -> str:
        """The outcome whose totals are used."""
        return self.goal.measure.outcome

    def of(self, totals: Floats) -> float:
        """1 when the target's statistic of the totals, shape (draws,), is on its right side."""
        return float(self.goal.met(self.goal.measure.of(totals)))

    def __str__(self) -> str:
        """``arrests.p20 >= 1500``."""
        return str(self.goal)


Reported: TypeAlias = Measure | Chance | IsMet


def with_targets(measures: Iterable[Reported], targets: Iterable[Goal]) -> tuple[Reported, ...]:
    """The measures, and two columns for each target; nothing twice."""
    columns = [*measures, *(each for goal in targets for each in (Chance(goal), IsMet(goal)))]
    return tuple({str(each): each for each in columns}.values())
