"""Dates in the user's language, and reading dates.

Python's own names of months and days follow the system's locale, which need not be the language of
the window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from modeller.base.language import translatable, translate

_WRITTEN_DAY = re.compile(
    r"\s*(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+([^\W\d]{3,12})\.?,?(?:\s+(\d{4}))?\s*"
)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

_WEEKDAYS = (
    translatable("Dates", "Monday"),
    translatable("Dates", "Tuesday"),
    translatable("Dates", "Wednesday"),
    translatable("Dates", "Thursday"),
    translatable("Dates", "Friday"),
    translatable("Dates", "Saturday"),
    translatable("Dates", "Sunday"),
)
_MONTHS = (
    translatable("Dates", "January"),
    translatable("Dates", "February"),
    translatable("Dates", "March"),
    translatable("Dates", "April"),
    translatable("Dates", "May"),
    translatable("Dates", "June"),
    translatable("Dates", "July"),
    translatable("Dates", "August"),
    translatable("Dates", "September"),
    translatable("Dates", "October"),
    translatable("Dates", "November"),
    translatable("Dates", "December"),
)
_SHORT_MONTHS = (
    translatable("Short dates", "Jan"),
    translatable("Short dates", "Feb"),
    translatable("Short dates", "Mar"),
    translatable("Short dates", "Apr"),
    translatable("Short dates", "May"),
    translatable("Short dates", "Jun"),
    translatable("Short dates", "Jul"),
    translatable("Short dates", "Aug"),
    translatable("Short dates", "Sep"),
    translatable("Short dates", "Oct"),
    translatable("Short dates", "Nov"),
    translatable("Short dates", "Dec"),
)


def iso_day(text: str) -> date | None:
    """The day written as ``2026-01-31``; None for any other form."""
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def weekday(day: date) -> str:
    """The day's name: "Monday"."""
    return translate("Dates", _WEEKDAYS[day.weekday()])


def month(day: date) -> str:
    """The month's name: "June"."""
    return translate("Dates", _MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """The month's short name, as on an axis: "Jun"."""
    return translate("Short dates", _SHORT_MONTHS[day.month - 1])


def short_date(day: date) -> str:
    """A day in short: "28 Dec 2031"."""
    return f"{day.day} {short_month(day)} {day.year}"


def in_short(day: date) -> str:
    """A day in short form where the year is clear from elsewhere: "28 Dec"."""
    return f"{day.day} {short_month(day)}"


MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
"""Months between labels on an axis, the closest first."""


def month_ticks(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    """The months that begin between `first` and `last`, each with its label on an axis.

    Every `step` months, one of `MONTH_STEPS`, so aligned that each January is among them. The
    year stands with each January, or with the first month where there is no January.
    """
    begun = first.year * 12 + first.month - 1 + (first.day > 1)
    days = [
        date(month // 12, month % 12 + 1, 1)
        for month in range(-(-begun // step) * step, last.year * 12 + last.month, step)
    ]
    dated = [day for day in days if day.month == 1] or days[:1]
    for day in days:
        if step % 12 == 0:
            yield day, f"{day.year}"
        else:
            yield day, f"{short_month(day)} {day.year}" if day in dated else short_month(day)


def week_begins(first: date, week: int) -> date:
    """The first day of a projected week, of which week 1 begins on `first`."""
    return first + timedelta(weeks=week - 1)


def week_of(first: date, day: date) -> int:
    """The projected week whose first day is nearest to `day`; 1 for any day before week 1."""
    return max(1, round((day - first).days / 7) + 1)


def read_day(text: str, first: date) -> date:
    """A day as somebody types it: "1 September", "1 Sep 2026" or "2026-09-01".

    Parameters
    ----------
    first
        A day without a year means the first such day from here on.

    Raises
    ------
    ValueError
        With a message for the user.
    """
    found = iso_day(text.strip())
    if found is not None:
        return found
    written = _WRITTEN_DAY.fullmatch(text[:40])
    number = 0 if written is None else _month_number(written[2])
    if written is not None and number:
        years = [int(written[3])] if written[3] else range(first.year, first.year + 5)
        for year in years:
            try:
                day = date(year, number, int(written[1]))
            except ValueError:
                continue  # 29 February
            if written[3] or day >= first:
                return day
    raise ValueError(
        translate("Dates", "is not a day; write one as {example}", example=short_date(first))
    )


def _month_number(name: str) -> int:
    """1 to 12 for a month's name, or its beginning, in the user's language; 0 if unclear."""
    wanted = name.casefold()
    found = [
        number
        for number in range(1, 13)
        for called in (month(date(2000, number, 1)), short_month(date(2000, number, 1)))
        if called.casefold().strip(".").startswith(wanted)
    ]
    return found[0] if len(set(found)) == 1 else 0
