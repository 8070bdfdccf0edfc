"""What a chart shows, as frozen values: the same for the picture, the table and the file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from modeller.base.dates import short_month
from modeller.base.language import translatable, translate

Floats = NDArray[np.float64]
View = Literal["weekly", "cumulative", "total"]
VIEWS: dict[View, str] = {
    "weekly": translatable("Charts", "Weekly"),
    "cumulative": translatable("Charts", "Cumulative"),
    "total": translatable("Charts", "Total"),
}


def _none() -> Floats:
    return np.empty(0)


@dataclass(frozen=True, eq=False)
class Pinned:
    """The median line of a scenario beside the current one; `median` has one value a week.

    `drawn` is the same as a smooth curve where that is another, and `ends` are the 10, 25, 50, 75
    and 90 % quantiles in the last week, for the whisker at the right. `beliefs` are those the user
    has set in it and that the line depends on, in words.
    """

    letter: str
    title: str
    median: Floats
    beliefs: tuple[str, ...] = ()
    drawn: Floats | None = None
    ends: tuple[float, ...] = ()

    @property
    def curve(self) -> Floats:
        """What is drawn of it, one value a week."""
        return self.median if self.drawn is None else self.drawn


@dataclass(frozen=True)
class Total:
    """One scenario's total: the median, and the ends of the 50 % and 80 % ranges."""

    letter: str
    title: str
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    beliefs: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ChartData:
    """One outcome, ready to be drawn.

    Weekly and cumulative views take `weeks` (1, 2, ...) and the five quantiles, one value a
    week; NaN where the outcome is undefined. The record has weeks up to 0, the one that ends
    on `record_end`; in a cumulative view they are added up from the first week that is shown.
    What is said of its end is `record_known_to`, the day of its last deployment, where given.
    The view "total" takes `totals`, at most four, instead. Tables and read-outs have the true
    quantiles; `drawn`, shape (5, weeks), are smooth curves where those of counts would jump.

    The axis begins `before` weeks ahead of the projection, whether there is a record or not, so
    that a row of charts has one axis. `today` is marked where it falls on it. `beyond` says in
    which weeks a lever is set beyond anything tried. A `count` has whole numbers on its axis.

    `title` is the finding, `subtitle` the quantity and unit, `unit` what stands behind a
    number in the read-out, `footer` (fingerprint, version) stands under a saved picture.
    `caution` is a sentence that must not be parted from the chart. `beliefs` are those the user
    has set in the selected scenario and that the outcome depends on, in words.
    """

    title: str
    subtitle: str
    unit: str = ""
    view: View = "weekly"
    whole: bool = False
    letter: str = "A"
    name: str = ""
    weeks: Floats = field(default_factory=_none)
    p10: Floats = field(default_factory=_none)
    p25: Floats = field(default_factory=_none)
    p50: Floats = field(default_factory=_none)
    p75: Floats = field(default_factory=_none)
    p90: Floats = field(default_factory=_none)
    record_weeks: Floats = field(default_factory=_none)
    record_values: Floats = field(default_factory=_none)
    drawn: Floats | None = None
    before: int = 0
    today: date | None = None
    beyond: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    count: bool = False
    pinned: tuple[Pinned, ...] = ()
    totals: tuple[Total, ...] = ()
    record_total: tuple[str, float] | None = None
    record_end: date = date(2000, 1, 2)  # any Sunday will do: data with weeks states its own
    record_known_to: date | None = None
    footer: str = ""
    caution: str = ""
    beliefs: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The beliefs behind the chart that the user has set; empty where none is."""
        words = self._set_by_user()
        return translate("Chart", "Set by the user: {beliefs}", beliefs=words) if words else ""

    @property
    def short_mark(self) -> str:
        """How many beliefs the user has set, and where: for a line too short for the mark."""
        setting = sorted(letter for letter, beliefs in self._beliefs_shown() if beliefs)
        distinct = {words for _, beliefs in self._beliefs_shown() for words in beliefs}
        return translate(
            "Chart",
            "Set by the user: %n belief(s) in {letters}",
            n=len(distinct),
            letters=translate("List", ", ").join(setting),
        )

    def _beliefs_shown(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Letter and beliefs of each scenario that is shown."""
        here = ((self.letter, self.beliefs), *((p.letter, p.beliefs) for p in self.pinned))
        return tuple((t.letter, t.beliefs) for t in self.totals) or here

    def _set_by_user(self) -> str:
        """What is set by the user, with the scenarios' letters where they differ."""
        shown = self._beliefs_shown()
        semicolon = translate("List", "; ")
        if len({beliefs for _, beliefs in shown}) == 1:
            return semicolon.join(shown[0][1])
        return semicolon.join(f"{letter} {words}" for letter, them in shown for words in them)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not self.totals if self.view == "total" else self.weeks.size == 0

    @property
    def first_week(self) -> float:
        """Left end: the first week before the projection, or of it."""
        first = float(self.record_weeks[0]) if self.record_weeks.size else 1.0
        return min(first, 1.0 - self.before)

    @property
    def last_week(self) -> float:
        """Right end."""
        return float(self.weeks[-1]) if self.weeks.size else 1.0

    @property
    def curves(self) -> Floats:
        """What is drawn of the fan, p10 to p90; shape (5, weeks)."""
        if self.drawn is not None:
            return self.drawn
        return np.stack((self.p10, self.p25, self.p50, self.p75, self.p90))

    @property
    def whiskers(self) -> tuple[tuple[str, tuple[float, ...]], ...]:
        """Letter and range, p10 to p90, at the right end: every scenario that has one."""
        own = tuple(self.curves[:, -1].tolist()) if self.weeks.size else ()
        return tuple(
            (letter, ends)
            for letter, ends in ((self.letter, own), *((p.letter, p.ends) for p in self.pinned))
            if ends
        )

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The letters of lines that coincide, each group under its first letter."""
        lines = [(self.letter, self.p50), *((p.letter, p.median) for p in self.pinned)]
        found: list[tuple[list[str], Floats]] = []
        for letter, line in lines:
            for letters, other in found:
                # the last weeks tell most lines apart, and are compared sooner
                if line[-1:] == other[-1:] and np.array_equal(line, other):
                    letters.append(letter)
                    break
            else:
                found.append(([letter], line))
        return tuple(tuple(sorted(letters)) for letters, _ in found)

    def _arrays(self) -> Iterator[Floats]:
        yield from (self.curves, self.p90, self.p50, self.p10, self.record_values)
        for each in self.pinned:
            yield each.median
            yield np.array(each.ends)

    def smallest(self) -> float:
        """The lowest finite number below zero that is shown; 0 where there is none."""
        if self.view == "total":
            return 0.0
        lows = (float(array[np.isfinite(array)].min(initial=0.0)) for array in self._arrays())
        return min(lows)

    def largest(self) -> float:
        """The largest finite number shown; 0 where there is none."""
        if self.view == "total":
            numbers = [total.p90 for total in self.totals] + [total.p50 for total in self.totals]
            if self.record_total is not None:
                numbers.append(self.record_total[1])
            return max((n for n in numbers if math.isfinite(n)), default=0.0)
        highs = (float(array[np.isfinite(array)].max(initial=0.0)) for array in self._arrays())
        return max(highs)

    def week_of(self, day: date) -> float:
        """Where the beginning of a day lies among the weeks, each of which stands at its middle."""
        return ((day - self.record_end).days - 1) / 7.0 + 0.5

    def dates(self, week: int) -> tuple[date, date]:
        """Monday and Sunday of `week`."""
        sunday = self.record_end + timedelta(weeks=week)
        return sunday - timedelta(days=6), sunday

    def dates_text(self, week: int) -> str:
        """Monday and Sunday of `week`: "29 Jun–5 Jul 2026"."""
        monday, sunday = self.dates(week)
        start = f"{monday.day}"
        if monday.month != sunday.month:
            start += f" {short_month(monday)}"
        if monday.year != sunday.year:
            start += f" {monday.year}"
        return f"{start}–{sunday.day} {short_month(sunday)} {sunday.year}"

    # ---- as a table

    def columns(self) -> tuple[str, ...]:
        """Headings of the table."""
        low, half = "10 %", "25 %"
        quantiles = (low, half, translate("Chart table", "Median"), "75 %", "90 %")
        mark = (translate("Chart table", "Set by the user"),) if self.mark else ()
        if self.view == "total":
            return (translate("Chart table", "Scenario"), *quantiles, *mark)
        pinned = tuple(f"{p.letter} {p.title}".strip() for p in self.pinned)
        record = (translate("Chart table", "Record"),) if self.record_weeks.size else ()
        return (
            translate("Chart table", "Week"),
            translate("Chart table", "From"),
            *record,
            *quantiles,
            *pinned,
            *mark,
        )

    def rows(self) -> Iterator[tuple[str | float | None, ...]]:
        """Rows of the table; None where a week has no such number."""
        mark = (self._set_by_user(),) if self.mark else ()
        if self.view == "total":
            for t in self.totals:
                name = f"{t.letter} {t.title}".strip()
                its = (translate("List", "; ").join(t.beliefs),) if mark else ()
                yield (name, t.p10, t.p25, t.p50, t.p75, t.p90, *its)
            return
        quantiles = (self.p10, self.p25, self.p50, self.p75, self.p90)
        has_record = bool(self.record_weeks.size)
        after = (None,) * (len(quantiles) + len(self.pinned) + len(mark))
        for week, value in zip(self.record_weeks, self.record_values, strict=True):
            monday = self.dates(int(week))[0].isoformat()
            yield (float(week), monday, float(value), *after)
        for i, week in enumerate(self.weeks):
            monday = self.dates(int(week))[0].isoformat()
            record = (None,) if has_record else ()
            values = (float(q[i]) for q in quantiles)
            yield (
                float(week),
                monday,
                *record,
                *values,
                *(float(p.median[i]) if i < p.median.size else None for p in self.pinned),
                *mark,
            )
