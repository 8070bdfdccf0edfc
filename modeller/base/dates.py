"""The names of months and days, in the user's language; Python's own follow the system's.

And days as they are written for programs: in one of the many forms of ISO 8601, which is read and
written everywhere.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

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


def day_words(day: date) -> str:
    """A day in short: "31 Aug 2026"."""
    return translate(
        "Dates",
        "{day} {month} {year}",
        day=day.day,
        month=short_month(day),
        year=str(day.year),  # a year has no thousands separator
    )


def week_begins(first: date, week: int) -> date:
    """The first day of a projected week, of which week 1 begins on `first`."""
    return first + timedelta(weeks=week - 1)


def week_of(first: date, day: date) -> int:
    """The projected week whose first day is nearest to a day; 1 for what lies before."""
    return max(1, round((day - first).days / 7) + 1)
