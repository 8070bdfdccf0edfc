"""What charts show, as frozen values; `drawing` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from modeller.base.elementary import Floats
from modeller.wording.story import Scale

LETTERS = "ABCD"
"""The letters of scenarios, unless they are given others."""


@dataclass(frozen=True, eq=False)
class Line:
    """A scenario's median week by week.

    `letter` decides colour, line style and marker; `end` is the text at the end of the line;
    `reach` has p10, p25, p75 and p90 of the last week.
    """

    letter: str
    label: str
    end: str
    values: Floats
    reach: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Fan:
    """The medians of all scenarios over the weeks, with the bands of one.

    Attributes
    ----------
    credit
        Fingerprints and versions, written below the chart.
    unit
        The unit of the outcome, for the labels of the axis.
    record, record_label
        The record in the weeks before the first, the latest last, and its name; None if it has
        nothing comparable.
    lines
        One for each scenario, in order.
    subject
        The letter of the scenario whose bands are shown.
    bands
        Its p10, p25, p75 and p90, shape (weeks, 4), with counts as smooth curves.
    begins
        Monday of the first projected week; None if the record, and so its end, is not known.
    ends
        The day up to which the record knows deployments, for the text; None in the same case.
    """

    credit: str
    unit: str
    record: Floats | None
    record_label: str
    lines: tuple[Line, ...]
    subject: str
    bands: Floats
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class Interval:
    """One total: p10, p25, median, p75, p90, and its text."""

    letter: str
    label: str
    ends: tuple[float, float, float, float, float]
    words: str


@dataclass(frozen=True)
class Panel:
    """The totals of one outcome, with an interval for each scenario."""

    label: str
    unit: str
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class Intervals:
    """Totals with ranges, with the outcomes side by side."""

    credit: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class Reach:
    """How far a belief moves a number: its values at the low and the high end."""

    label: str
    at_low: float
    at_high: float
    low: str
    high: str


@dataclass(frozen=True)
class Reaches:
    """A tornado: the present number, and how far each belief moves it."""

    credit: str
    unit: str
    now: float
    now_label: str
    bars: tuple[Reach, ...]


@dataclass(frozen=True)
class Option:
    """A combination of two levers in a trade-off."""

    label: str
    x: float
    y: float
    on_frontier: bool
    current: bool


@dataclass(frozen=True)
class TradeOff:
    """Two outcomes against each other, with a point for each option."""

    credit: str
    x_label: str
    y_label: str
    x_unit: str
    y_unit: str
    options: tuple[Option, ...]
    record: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True)
class Strip:
    """Rows of dots with ranges on a common axis."""

    credit: str
    scale: Scale


@dataclass(frozen=True)
class TileShown:
    """One tile of a map: its place from the top left, its value and its text."""

    name: str
    column: int
    row: int
    value: float
    figure: str
    lines: tuple[str, ...]
    hatched: bool


@dataclass(frozen=True)
class TileMap:
    """A map of equal tiles in shades of a scenario's colour, the largest value darkest."""

    credit: str
    letter: str
    largest: float
    tiles: tuple[TileShown, ...]


Picture: TypeAlias = Fan | Intervals | Reaches | TradeOff | Strip | TileMap
