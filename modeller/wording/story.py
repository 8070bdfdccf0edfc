"""The steps of a storyboard as frozen values: each has a sentence, a chart and a number.

The stage, the first page of a briefing and the slides are made from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from modeller.base.language import translatable
from modeller.projection import View

StepKey = Literal["plan", "lost", "where", "true", "unknown"]
STEPS: dict[StepKey, str] = {
    "plan": translatable("Storyboard", "The plan"),
    "lost": translatable("Storyboard", "What is lost"),
    "where": translatable("Storyboard", "Where"),
    "true": translatable("Storyboard", "What must be true"),
    "unknown": translatable("Storyboard", "What is not known"),
}
"""Every step that a storyboard can have, in order, with its name."""


@dataclass(frozen=True)
class Course:
    """A chart of an outcome over the weeks: the record, and then the scenarios."""

    outcome: str
    view: View = "weekly"


@dataclass(frozen=True)
class Spread:
    """One row of a chart of ranges.

    Attributes
    ----------
    words
        Its figures as text: ``1,910 (1,460–2,440)``.
    middle
        The value of its mark; None if there is only a range.
    ends
        The ends of the wide range; None for a figure without one.
    inner
        The ends of the range that holds half of the futures, if known.
    strong
        Whether the sentence is about this row; the others are for comparison.
    """

    label: str
    words: str
    middle: float | None
    ends: tuple[float, float] | None = None
    inner: tuple[float, float] | None = None
    strong: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """Every figure that is drawn."""
        middle = () if self.middle is None else (self.middle,)
        return (*middle, *(self.ends or ()), *(self.inner or ()))


@dataclass(frozen=True)
class Scale:
    """Rows on a common axis.

    Attributes
    ----------
    heading
        The quantity with its unit; empty if the sentence says it.
    unit
        The catalogue's unit, for the labels of the axis.
    rule
        A value to compare with, and its name.
    percent
        Whether the figures are percentages.
    bars
        Whether each row is a bar from zero; otherwise it is a mark with its range.
    """

    heading: str
    unit: str
    rows: tuple[Spread, ...]
    rule: tuple[float, str] | None = None
    percent: bool = False
    bars: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """Every figure that is drawn."""
        rule = () if self.rule is None else (self.rule[0],)
        return (*rule, *(value for row in self.rows for value in row.values))


@dataclass(frozen=True)
class Ranges:
    """A chart of figures with ranges, with one axis below another."""

    scales: tuple[Scale, ...]


Picture: TypeAlias = Course | Ranges


@dataclass(frozen=True)
class Figure:
    """The number of a step.

    Attributes
    ----------
    text
        The number, to be shown very large.
    what
        What it counts, as a phrase that follows it.
    lines
        Its range, what it is compared with, what it leaves out.
    """

    text: str
    what: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of a storyboard.

    Attributes
    ----------
    key
        One of `STEPS`, or ``view-1`` and so on for a saved view.
    name
        Its name in a list of steps.
    caution
        A sentence that must be shown with the chart; may be empty.
    notes
        What the speaker may add, in whole sentences.
    """

    key: str
    name: str
    sentence: str
    figure: Figure
    picture: Picture
    caution: str = ""
    notes: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole step in words, for those who cannot see it."""
        said = [self.sentence, f"{self.figure.text} {self.figure.what}", *self.figure.lines]
        if isinstance(self.picture, Ranges):
            for scale in self.picture.scales:
                rows = "; ".join(f"{row.label}: {row.words}" for row in scale.rows)
                said.append(f"{scale.heading}: {rows}" if scale.heading else rows)
        return " ".join(_closed(text) for text in (*said, self.caution) if text)


def _closed(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


@dataclass(frozen=True)
class Storyboard:
    """The steps of one scenario, in order; `answer` sums them up in one sentence."""

    answer: str
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step | None:
        """The step with that key; None if the scenario has none."""
        return next((step for step in self.steps if step.key == key), None)

    def without(self, left_out: Iterable[str]) -> Storyboard:
        """The storyboard without some steps; the plan is always kept."""
        away = set(left_out) - {"plan"}
        return Storyboard(self.answer, tuple(step for step in self.steps if step.key not in away))
