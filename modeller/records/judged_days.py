"""Decides in which order the days of a column are read, and what must be asked about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from modeller.base.errors import Problem
from modeller.base.language import cropped, translate, upper_first
from modeller.records.days import Days, Order, read_days
from modeller.records.findings import Finding, found, lines_words
from modeller.records.headings import Header
from modeller.records.layouts import normal


@dataclass
class JudgedDays:
    """The days as they are read, with notes and questions about them."""

    order: Order | None
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def stated_order(header: Header, column: str) -> Order | None:
    """The order of day and month that the heading or the published layout gives."""
    place = header.fields.get(column)
    heading = "" if place is None else normal(header.headings[place])
    if re.search(r"\bdd? mm?\b", heading) or (
        header.layout is not None and header.layout.day_first
    ):
        return "day-first"
    return "month-first" if re.search(r"\bmm? dd?\b", heading) else None


def _order(judged: Days, stated: Order | None, accept: frozenset[str]) -> Order | None:
    if "day-first" in accept:
        return "day-first"
    if "month-first" in accept:
        return "month-first"
    if stated is None and _may_be_swapped(judged):
        return "month-first"
    return stated or judged.order


def _may_be_swapped(judged: Days) -> bool:
    """Whether month first makes better sense, and nothing says that it cannot be."""
    better = judged.swapped_in_order or judged.swapped_in_past
    return better and not judged.only_day_first


def judge_days(
    lines: Sequence[int],
    texts: Sequence[str],
    stated: Order | None,
    accept: frozenset[str],
    today: date | None = None,
) -> JudgedDays:
    """Read the days of the rows that are used.

    Parameters
    ----------
    lines, texts
        The line of each row, and the cell where the day should be.
    stated
        The order that the heading or the layout says.
    today
        The day that no deployment can be after; today if None.
    """
    judged = read_days(texts, today=today)
    out = JudgedDays(_order(judged, stated, accept))
    only_month = [lines[at] for at in judged.only_month_first]
    only_day = [lines[at] for at in judged.only_day_first]
    if judged.mixed or (stated == "day-first" and only_month):
        at = judged.only_month_first[0]
        what = translate("Problem", "day and month are in both orders")
        remedy = translate(
            "Problem",
            "“{text}” in {line} can only be month first, and {others} only day first; write "
            "all of them alike, as 2025-01-31",
            text=cropped(texts[at], 40),
            line=lines_words([lines[at]]),
            others=lines_words(only_day) if only_day else translate("Problem", "the heading"),
        )
        out.problems.append(Problem(translate("Problem", "the dates:"), what, remedy))
    elif stated is None and only_month:
        what = translate(
            "Import",
            "Dates seem to put the month first: {lines} (“{text}”) cannot be read otherwise, so "
            "all are read that way.",
            lines=lines_words(only_month),
            text=cropped(texts[judged.only_month_first[0]], 40),
        )
        choice = ("month-first", translate("Import", "all dates are read month first"))
        out.findings.append(found("month-first", what, [choice], only_month, accept))
    elif stated is None and _may_be_swapped(judged):
        first = next(text for text, day in zip(texts, judged.days, strict=True) if day)
        what = translate(
            "Import",
            "Dates such as “{text}” may put the month first: read that way, the rows are in date "
            "order; with the day first, they jump back and forth.",
            text=cropped(first, 40),
        )
        if not judged.swapped_in_order:
            what = translate(
                "Import",
                "Dates such as “{text}” may put the month first: read that way, none is after "
                "today; with the day first, some are.",
                text=cropped(first, 40),
            )
        choices = [
            ("month-first", translate("Import", "all dates are read month first")),
            ("day-first", translate("Import", "all dates are read day first")),
        ]
        out.findings.append(found("month-first", what, choices, lines, accept))
    elif judged.order == "day-first" and not only_day:
        out.notes.append(translate("Import", "Dates are read day first."))
    if judged.serials:
        out.notes.append(
            translate("Import", "Dates that are plain numbers are read as Excel counts its days.")
        )
    if misnamed := [lines[at] for at in read_days(texts, out.order).misnamed]:
        what = translate(
            "Import",
            "{lines}: the day of the week is not that of the date (“{text}”).",
            lines=upper_first(lines_words(misnamed)),
            text=cropped(texts[lines.index(misnamed[0])], 40),
        )
        choice = ("weekdays", translate("Import", "the date is right, and the name is not"))
        out.findings.append(found("weekdays", what, [choice], misnamed, accept))
    if judged.ranges:
        spans = [lines[at] for at in judged.ranges]
        what = translate(
            "Import",
            "{lines}: a deployment over several days (“{text}”).",
            lines=upper_first(lines_words(spans)),
            text=cropped(texts[judged.ranges[0]], 40),
        )
        choice = ("date-ranges", translate("Import", "it is counted on its first day"))
        out.findings.append(found("date-ranges", what, [choice], spans, accept))
    return out
