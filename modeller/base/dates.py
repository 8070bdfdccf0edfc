"""The names of months and days, in the user's language; Python's own follow the system's.

And days as they are written for programs: in one of the many forms of ISO 8601, which is read and
written everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from modeller.base.language import translate

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def iso_day(text: str) -> date | None:
    """The day that ``2026-01-31`` names; None for whatever else."""
    try:
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def weekday(day: date) -> str:
    """The day's name: "Monday"."""
    return (
        translate("Dates", "Monday"),
        translate("Dates", "Tuesday"),
        translate("Dates", "Wednesday"),
        translate("Dates", "Thursday"),
        translate("Dates", "Friday"),
        translate("Dates", "Saturday"),
        translate("Dates", "Sunday"),
    )[day.weekday()]


def month(day: date) -> str:
    """The month's name: "June"."""
    return (
        translate("Dates", "January"),
        translate("Dates", "February"),
        translate("Dates", "March"),
        translate("Dates", "April"),
        translate("Dates", "May"),
        translate("Dates", "June"),
        translate("Dates", "July"),
        translate("Dates", "August"),
        translate("Dates", "September"),
        translate("Dates", "October"),
        translate("Dates", "November"),
        translate("Dates", "December"),
    )[day.month - 1]


def short_month(day: date) -> str:
    """The month in short, as on an axis: "Jun"."""
    return (
        translate("Short dates", "Jan"),
        translate("Short dates", "Feb"),
        translate("Short dates", "Mar"),
        translate("Short dates", "Apr"),
        translate("Short dates", "May"),
        translate("Short dates", "Jun"),
        translate("Short dates", "Jul"),
        translate("Short dates", "Aug"),
        translate("Short dates", "Sep"),
        translate("Short dates", "Oct"),
        translate("Short dates", "Nov"),
        translate("Short dates", "Dec"),
    )[day.month - 1]


def short_date(day: date) -> str:
    """A day in short: "28 Dec 2025"."""
    return f"{day.day} {short_month(day)} {day.year}"


def in_short(day: date) -> str:
    """A day of a year that is said elsewhere: "28 Dec"."""
    return f"{day.day} {short_month(day)}"


MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
"""Months from one label of an axis to the next, the closest first."""


def month_ticks(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    """The months that begin from `first` to `last` and what an axis calls them.

    Every `step` of `MONTH_STEPS`, counted so that January is among them. The year stands with
    each January, or with the first month where no January is there.
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
