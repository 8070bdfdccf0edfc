"""Adds new weeks to a record: which are new, which are the same, and which differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from modeller.base.dates import short_date
from modeller.base.language import numeral, translate
from modeller.evidence import Blemish, Record
from modeller.evidence.record import COLUMNS, COUNT_COLUMNS
from modeller.records.findings import Finding, found
from modeller.records.unusual import compared_weeks

_NEXT_DAYS = 28
"""Weeks that follow within this many days leave no gap worth asking about."""
_TWO_VERSIONS = "two-published-versions"
_SHOWN = 5
_IN_WORDS: dict[str, Callable[[], str]] = {
    "deployments": lambda: translate("Import", "deployments"),
    "faces_scanned": lambda: translate("Import", "faces"),
    "alerts": lambda: translate("Import", "alerts"),
    "true_alerts": lambda: translate("Import", "true alerts"),
    "false_alerts": lambda: translate("Import", "false alerts"),
    "arrests": lambda: translate("Import", "arrests"),
}


@dataclass(frozen=True)
class ChangedWeek:
    """A week that both records have, with different counts.

    Attributes
    ----------
    changes
        By column, the count of the record and that of the new rows.
    known
        Whether it is a known difference between two published versions.
    """

    week: date
    changes: tuple[tuple[str, int, int], ...]
    known: bool

    @property
    def words(self) -> str:
        """``6 Jan 2031: alerts 63 → 64``."""
        said = ", ".join(
            f"{_IN_WORDS[column]()} {numeral(before)} → {numeral(after)}"
            for column, before, after in self.changes
        )
        return f"{short_date(self.week)}: {said}"


@dataclass(frozen=True)
class Appended:
    """Two records joined.

    Attributes
    ----------
    record
        Every week of the earlier record and of the new rows; where they differ, that of the new
        rows, unless the user chose to keep the earlier one.
    new, same
        Mondays of weeks that only the new rows have, and of weeks that are the same in both.
    changed
        Weeks in which they differ.
    """

    record: Record
    base: Record
    base_label: str
    new: tuple[date, ...]
    same: tuple[date, ...]
    changed: tuple[ChangedWeek, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def appended(
    base: Record,
    new: Record,
    *,
    base_label: str,
    accept: frozenset[str] = frozenset(),
    blemishes: Sequence[Blemish] = (),
) -> Appended:
    """The record `base` with the weeks of `new` added.

    A week between the first and the last of `base` that has no row there had no deployments.
    `blemishes` are the known faults of the published record.
    """
    alike = compared_weeks(new, base)
    theirs = {week: at for at, week in enumerate(base.week_starting.tolist())}
    added, same, changed = [], [], []
    for at, week in enumerate(new.week_starting.tolist()):
        inside = base.first_day <= week <= base.last_day
        if alike.get(week) or (inside and week not in theirs and not new.deployments[at]):
            same.append(week)
        elif inside:
            changed.append(_changed(week, new, at, base, theirs.get(week), blemishes))
        else:
            added.append(week)
    asked = [one for one in changed if not one.known]
    findings = _findings(base, added, asked, accept)
    keep = {one.week for one in changed if one.known} | set(same)
    if "overlap-kept" in accept:
        keep |= {one.week for one in changed}
    taken = _without(new, keep & set(theirs))
    if "overlap-added" in accept and taken is not None:
        taken = _together(taken, base, {one.week for one in asked} & set(theirs))
    notes = []
    known = [one for one in changed if one.known]
    if known:
        notes.append(
            translate(
                "Import",
                "%n week(s) differ by one alert or arrest, as two published versions do; the "
                "record’s figures are kept.",
                n=len(known),
            )
        )
    return Appended(
        record=_merged(base, taken, new.name),
        base=base,
        base_label=base_label,
        new=tuple(added),
        same=tuple(same),
        changed=tuple(changed),
        findings=findings,
        notes=tuple(notes),
    )


def comes_after(base: Record, new: Record) -> bool:
    """Whether the rows go on beyond the end of the record, so that they are meant to be added."""
    last: date = new.week_starting[-1].astype(object)
    return last > base.last_day


def _changed(
    week: date,
    new: Record,
    at: int,
    base: Record,
    place: int | None,
    blemishes: Sequence[Blemish],
) -> ChangedWeek:
    changes = []
    for column in COUNT_COLUMNS:
        before = 0 if place is None else int(getattr(base, column)[place])
        after = int(getattr(new, column)[at])
        if before != after:
            changes.append((column, before, after))
    versions = next((one for one in blemishes if one.key == _TWO_VERSIONS), None)
    known = (
        versions is not None
        and versions.until is not None
        and versions.week_starting <= week <= versions.until
        and all(
            column in ("alerts", "true_alerts", "arrests") and abs(before - after) == 1
            for column, before, after in changes
        )
    )
    return ChangedWeek(week, tuple(changes), known)


def _findings(
    base: Record, added: list[date], asked: list[ChangedWeek], accept: frozenset[str]
) -> tuple[Finding, ...]:
    findings = []
    if asked:
        shown = "; ".join(one.words for one in asked[:_SHOWN])
        what = translate(
            "Import",
            "%n week(s) that the record has, given with other figures: {weeks}.",
            n=len(asked),
            weeks=shown + (" …" if len(asked) > _SHOWN else ""),
        )
        choices = [
            ("overlap", translate("Import", "the new figures are taken")),
            ("overlap-kept", translate("Import", "the record’s figures are kept")),
            ("overlap-added", translate("Import", "they are other deployments, and are added")),
        ]
        findings.append(found("overlap", what, choices, (), accept))
    were_empty = [("gaps", translate("Import", "they were weeks without deployments"))]
    after = [week for week in added if week > base.last_day]
    if after:
        gap = (min(after) - base.last_day).days - 1
        if gap > _NEXT_DAYS:
            what = translate(
                "Import",
                "No row for %n week(s) between the end of the record, {last}, and {first}.",
                n=gap // 7,
                last=short_date(base.last_known_day),
                first=short_date(min(after)),
            )
            findings.append(found("gaps", what, were_empty, (), accept))
    before = [week for week in added if week < base.first_day]
    if before:
        gap = (base.first_day - max(before)).days - 7
        if gap > _NEXT_DAYS:
            what = translate(
                "Import",
                "No row for %n week(s) between {last} and the record’s beginning, {first}.",
                n=gap // 7,
                last=short_date(max(before) + timedelta(days=6)),
                first=short_date(base.first_day),
            )
            findings.append(found("gaps", what, were_empty, (), accept))
    return tuple(findings)


def _without(record: Record, weeks: set[date]) -> Record | None:
    """The record without some of its weeks; None where no week is left."""
    kept = np.array([week not in weeks for week in record.week_starting.tolist()])
    if not kept.any():
        return None
    columns = {column: getattr(record, column)[kept] for column in COLUMNS}
    return replace(record, rows=None, **columns)


def _together(new: Record, base: Record, weeks: set[date]) -> Record:
    """The new rows, with the counts of `base` added in some weeks.

    Hours are known where both are known, the threshold where both are the same, and the watchlist
    is the mean over deployments.
    """
    columns = {column: getattr(new, column).copy() for column in COLUMNS}
    theirs = {week: at for at, week in enumerate(base.week_starting.tolist())}
    for at, week in enumerate(new.week_starting.tolist()):
        if week not in weeks:
            continue
        other = theirs[week]
        mine, yours = int(new.deployments[at]), int(base.deployments[other])
        for column in (*COUNT_COLUMNS, "hours"):
            columns[column][at] += getattr(base, column)[other]
        if new.threshold[at] != base.threshold[other]:
            columns["threshold"][at] = np.nan
        lists = mine * new.watchlist[at] + yours * base.watchlist[other]
        columns["watchlist"][at] = np.round(lists / max(1, mine + yours), 6)
    return replace(new, **columns)


def _merged(base: Record, new: Record | None, name: str) -> Record:
    if new is None:
        return replace(base, name=name, shipped=False, rows=None)
    given = set(new.week_starting.tolist())
    rest = np.array([week not in given for week in base.week_starting.tolist()])
    columns = {
        column: np.concatenate((getattr(base, column)[rest], getattr(new, column)))
        for column in COLUMNS
    }
    order = np.argsort(columns["week_starting"], kind="stable")
    in_order = {column: values[order] for column, values in columns.items()}
    return replace(base, name=name, shipped=False, rows=None, last_deployment=None, **in_order)
