"""Reads a column of dates as a whole, to find out whether the day or the month comes first."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from modeller.base import clock
from modeller.base.toml_tables import FIRST_YEAR, LAST_YEAR

Order = Literal["day-first", "month-first"]
_ORDERS: tuple[Order, Order] = ("day-first", "month-first")

_EXCEL_BEGINS = date(1899, 12, 30)
_SERIAL = re.compile(r"([3-9][0-9]{4})(?:\.[0-9]+)?", re.ASCII)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb fevrier fevr fev", "march mar mars",
            "april apr avril avr", "may mai", "june jun juin", "july jul juillet juil",
            "august aug aout", "september sep sept septembre", "october oct octobre",
            "november nov novembre", "december dec decembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(
    r"(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\.?"
    r"|(lun|mar|mercre|jeu|vendre|same)di|(dimanche)),?\s+",
    re.I,
)
_WEEKDAYS = tuple(
    names.split()
    for names in (
        "mon lun", "tue mar", "wed mercre", "thu jeu", "fri vendre", "sat same", "sun dimanche",
    )
)  # fmt: skip
"""In English and French, as much as the pattern above finds of each."""
_CLOCK = re.compile(
    r"[T ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:[ap]m|Z|[+-][01][0-9]:?[0-9]{2})?",
    re.I,
)
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", re.ASCII)
_COMPACT = re.compile(r"(20[0-9]{2})([01][0-9])([0-3][0-9])", re.ASCII)
_NUMBERS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})", re.ASCII)
_DAY_MONTH = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th|er)?[-/. ]*(?:of )?([a-z]{3,9})\.?,?[-/. ]*([0-9]{4}|[0-9]{2})",
    re.I | re.ASCII,
)
_MONTH_DAY = re.compile(
    r"([a-z]{3,9})\.?[-/. ]*([0-9]{1,2})(?:st|nd|rd|th)?,?[-/. ]+([0-9]{4}|[0-9]{2})",
    re.I | re.ASCII,
)
_RANGE = re.compile(r"(.{6,30}?)\s*(?:–|—|\bto\b|\band\b|\buntil\b|\s-\s|&)\s*(.{6,30})", re.I)
_SHORT_RANGE = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|and|&)\s*[0-9]{1,2}(?:st|nd|rd|th)?"
    r"(?=[-/. ]*[a-z]{3}|[-/.])(.{4,20})",
    re.I,
)


@dataclass(frozen=True)
class Days:
    """The days of a column; None where a cell is not a day.

    Attributes
    ----------
    order
        Whether day or month was taken to come first; None where no cell has both as numbers.
    swapped_in_order
        Month first, the rows jump back and forth less often than day first.
    swapped_in_past
        Month first, none is after today; day first, some are.
    only_day_first, only_month_first
        Places of cells that can be read one way only, by their numbers or the day's name.
    misnamed
        Places of cells that name another day of the week than they are.
    ranges
        Indices of cells that name two days; the first is taken.
    serials
        Indices of cells that are numbers of days, as Excel counts them.
    """

    days: tuple[date | None, ...]
    order: Order | None
    only_day_first: tuple[int, ...]
    only_month_first: tuple[int, ...]
    swapped_in_order: bool
    swapped_in_past: bool
    misnamed: tuple[int, ...]
    ranges: tuple[int, ...]
    serials: tuple[int, ...]

    @property
    def mixed(self) -> bool:
        """Whether some cells can only be day first and others only month first."""
        return bool(self.only_day_first and self.only_month_first)


def read_days(texts: Sequence[str], order: Order | None = None, today: date | None = None) -> Days:
    """Read a column of dates.

    Parameters
    ----------
    order
        What the heading, the layout or the user says of it; otherwise the cells decide, and
        day first where they do not.
    today
        The day that no deployment can be after; today if None.
    """
    ranges, serials, numbers = [], [], {}
    plain: list[date | tuple[int, int, int] | None] = []
    for place, text in enumerate(texts):
        bare = _bare(text)
        found = _one(bare)
        if found is None:
            first = _first_of_range(bare)
            found = None if first is None else _one(first)
            if found is not None:
                ranges.append(place)
        if found is None and _SERIAL.fullmatch(bare):
            found = _EXCEL_BEGINS + timedelta(days=int(bare[:5]))
            serials.append(place)
        if isinstance(found, tuple):
            numbers[place] = found
        plain.append(found)
    named = {at: name for at, text in enumerate(texts) if (name := _named(text)) is not None}
    either = {at: _orders(found, named.get(at)) for at, found in numbers.items()}
    only_day = tuple(at for at, orders in either.items() if orders == ("day-first",))
    only_month = tuple(at for at, orders in either.items() if orders == ("month-first",))
    fixed = [(at, found) for at, found in enumerate(plain) if isinstance(found, date)]
    by_day, by_month = (_in(numbers, fixed, order) for order in ("day-first", "month-first"))
    today = today or clock.today()
    taken: Order | None = order
    if taken is None and numbers:
        taken = "month-first" if only_month and not only_day else "day-first"
    days = tuple(
        _date(*found, taken or "day-first") if isinstance(found, tuple) else found
        for found in plain
    )
    return Days(
        days=tuple(day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None for day in days),
        order=taken if numbers else None,
        only_day_first=only_day,
        only_month_first=only_month,
        swapped_in_order=bool(numbers) and _steps_back(by_month) < _steps_back(by_day),
        swapped_in_past=max(by_month, default=today) <= today < max(by_day, default=today),
        misnamed=tuple(
            at
            for at, name in named.items()
            if at not in ranges and (day := days[at]) is not None and day.weekday() != name
        ),
        ranges=tuple(ranges),
        serials=tuple(serials),
    )


def _named(text: str) -> int | None:
    """The day of the week that a cell names, Monday being nought; None where it names none."""
    found = _WEEKDAY.match(text.strip())
    if found is None:
        return None
    name = next(filter(None, found.groups())).lower()
    return next(at for at, names in enumerate(_WEEKDAYS) if name in names)


def _orders(found: tuple[int, int, int], named: int | None) -> tuple[Order, ...]:
    """The orders in which numbers are a day: both, unless one is none or has another name."""
    made = {order: day for order in _ORDERS if (day := _date(*found, order)) is not None}
    fitting = tuple(order for order, day in made.items() if day.weekday() == named)
    return fitting or tuple(made)


def _bare(text: str) -> str:
    """Without the day's name, the time of day and accents."""
    bare = _WEEKDAY.sub("", text.strip(), count=1)
    if not bare.isascii():
        bare = "".join(
            c for c in unicodedata.normalize("NFD", bare) if not "\u0300" <= c <= "\u036f"
        )
    clock = _CLOCK.search(bare)
    return bare[: clock.start()] if clock and clock.end() == len(bare) else bare


def _one(text: str) -> date | tuple[int, int, int] | None:
    """A day, or three numbers of which the first two need the order of the column."""
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        return _made(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.fullmatch(text)
    if found:
        first, second, year = int(found[1]), int(found[2]), _year(found[3])
        if not (1 <= min(first, second) <= 12 and max(first, second) <= 31):
            return None
        if first == second:
            return _made(year, first, second)
        return first, second, year
    found = _DAY_MONTH.fullmatch(text)
    if found and found[2].lower() in _MONTHS:
        return _made(_year(found[3]), _MONTHS[found[2].lower()], int(found[1]))
    found = _MONTH_DAY.fullmatch(text)
    if found and found[1].lower() in _MONTHS:
        return _made(_year(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    return None


def _first_of_range(text: str) -> str | None:
    short = _SHORT_RANGE.fullmatch(text)
    if short:
        return short[1] + short[2]
    found = _RANGE.fullmatch(text)
    return found[1].strip() if found else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(first: int, second: int, year: int, order: Order) -> date | None:
    day, month = (first, second) if order == "day-first" else (second, first)
    return _made(year, month, day)


def _in(
    numbers: dict[int, tuple[int, int, int]], fixed: list[tuple[int, date]], order: Order
) -> list[date]:
    read = [(at, _date(*found, order)) for at, found in numbers.items()]
    both = sorted([*fixed, *((at, day) for at, day in read if day is not None)])
    return [day for _, day in both]


def _steps_back(days: list[date]) -> int:
    pairs = list(itertools.pairwise(days))
    return min(sum(b < a for a, b in pairs), sum(b > a for a, b in pairs))
