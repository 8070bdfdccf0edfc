"""Finds what is unusual in rows that are valid by themselves.

A week whose sums are those of the force's own record is as published, and is never unusual.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from modeller.base.dates import monday_of, short_date
from modeller.base.language import numeral, translate, upper_first
from modeller.evidence import Record
from modeller.records.findings import Finding, found, lines_words

_NEIGHBOURS = 5
"""A row is compared with this many on each side."""
_FEWEST_AROUND = 4
_TENFOLD = 10
_FAR, _BEYOND_ALL = 5, 3
"""How many times the usual, and the most extreme, of its neighbours a doubtful value is.

A digit too many in a small figure is far less than ten times what is usual around it. With these
two, three quarters of such slips are found in the faces and alerts of the shipped record by
deployment, and none of its own values is doubted; with ten times, half of them were.
"""
_ALONE_DAYS = 60
_GAP_DAYS, _GAP_TIMES, _LONG_GAP_DAYS = 28, 4, 91
"""A gap is long if it exceeds this many days and this multiple of the usual step, or a quarter."""
_LARGE = {"faces": "faces_scanned", "hours": "hours", "watchlist": "watchlist"}
"""Sizes that are never small by chance, with the column of the record that holds them."""
_COMPARED = ("deployments", "faces_scanned", "alerts", "false_alerts", "arrests")


@dataclass(frozen=True)
class Seen:
    """One row, a deployment or a week, in the form that is compared.

    Attributes
    ----------
    sizes
        Numbers that are compared with those of the rows around it, by column, where known.
    same
        Every cell that is used; rows that have all of them equal are repeats.
    """

    line: int
    day: date
    sizes: Mapping[str, float]
    same: tuple[str, ...]


def unusual(
    rows: Sequence[Seen],
    record: Record,
    *,
    known: Record,
    today: date,
    accept: frozenset[str],
    one_a_week: bool,
) -> tuple[list[Finding], frozenset[int]]:
    """What is unusual, and the lines of rows that are left out because they repeat others.

    Parameters
    ----------
    rows
        In the order of the table.
    record
        The record that they add up to.
    known
        The record that they are compared with.
    one_a_week
        Whether the rows are weeks.
    """
    published = published_weeks(record, known)
    found_here: list[Finding] = []

    def say(kind: str, what: str, choices: Iterable[tuple[str, str]], lines: Iterable[int]) -> None:
        found_here.append(found(kind, what, choices, lines, accept))

    repeats = {} if one_a_week else _repeats(rows)
    if repeats:
        what = translate(
            "Import",
            "{lines}: the same in every cell as {others}.",
            lines=upper_first(lines_words(repeats)),
            others=lines_words(dict.fromkeys(repeats.values())),
        )
        choices = [
            ("duplicates", translate("Import", "they are left out")),
            ("duplicates-counted", translate("Import", "they are deployments of their own")),
        ]
        say("duplicates", what, choices, repeats)
    left_out = frozenset() if "duplicates-counted" in accept else frozenset(repeats)
    rows = [row for row in rows if row.line not in left_out]
    future = [row for row in rows if row.day > today]
    if future:
        what = translate(
            "Import",
            "{lines}: after today, {today} ({day}).",
            lines=upper_first(lines_words(row.line for row in future)),
            today=short_date(today),
            day=short_date(future[0].day),
        )
        say("future-dates", what, [_as_it_is("future-dates")], (row.line for row in future))
    questioned = {row.line for row in future}
    lone = _isolated_years([row for row in rows if row.line not in questioned])
    if lone:
        what = translate(
            "Import",
            "{lines}: the only row of its year, far from all others ({day}).",
            lines=upper_first(lines_words(row.line for row in lone)),
            day=short_date(lone[0].day),
        )
        say("lone-year", what, [_as_it_is("lone-year")], (row.line for row in lone))
    questioned |= {row.line for row in lone}
    rest = [row for row in rows if row.line not in questioned]
    unknown = [row for row in rest if monday_of(row.day) not in published]
    _order(rest, published, say)
    _gaps(rest, known, say)
    _tenfold(rest, {row.line for row in unknown}, say)
    _scale(unknown, known, say)
    _thresholds(record, known, published, rows, say)
    _bases(record, known, rows, say)
    return found_here, left_out


_Say = Callable[[str, str, Iterable[tuple[str, str]], Iterable[int]], None]


def published_weeks(record: Record, known: Record) -> frozenset[date]:
    """Mondays of the weeks whose sums are those of the known record."""
    return frozenset(week for week, same in compared_weeks(record, known).items() if same)


def compared_weeks(record: Record, known: Record) -> dict[date, bool]:
    """For each week that both records have, by its Monday, whether the counts are the same."""
    theirs = {
        week: tuple(int(getattr(known, column)[at]) for column in _COMPARED)
        for at, week in enumerate(known.week_starting.tolist())
    }
    return {
        week: theirs[week] == tuple(int(getattr(record, column)[at]) for column in _COMPARED)
        for at, week in enumerate(record.week_starting.tolist())
        if week in theirs
    }


def _as_it_is(kind: str) -> tuple[str, str]:
    return kind, translate("Import", "it is right as it stands")


def _repeats(rows: Sequence[Seen]) -> dict[int, int]:
    """For each row that repeats an earlier one, by its line, the line of that one."""
    first: dict[tuple[str, ...], int] = {}
    repeats = {}
    for row in rows:
        if row.same in first:
            repeats[row.line] = first[row.same]
        else:
            first[row.same] = row.line
    return repeats


def _isolated_years(rows: Sequence[Seen]) -> list[Seen]:
    """Rows that are the only ones of their year, and months away from all others."""
    if len(rows) < 4:
        return []
    days = sorted(row.day for row in rows)
    years: dict[int, int] = {}
    for day in days:
        years[day.year] = years.get(day.year, 0) + 1
    lone = []
    for row in rows:
        if years[row.day.year] > 1:
            continue
        nearest = min(abs((row.day - other.day).days) for other in rows if other is not row)
        if nearest > _ALONE_DAYS:
            lone.append(row)
    return lone


def _order(rows: Sequence[Seen], published: frozenset[date], say: _Say) -> None:
    """Rows that go against the order of time that most rows follow."""
    pairs = list(itertools.pairwise(rows))
    back = [b for a, b in pairs if b.day < a.day]
    forth = [b for a, b in pairs if b.day > a.day]
    against = back if len(back) <= len(forth) else forth
    against = [row for row in against if monday_of(row.day) not in published]
    if against:
        what = translate(
            "Import",
            "{lines}: out of date order ({day}).",
            lines=upper_first(lines_words(row.line for row in against)),
            day=short_date(against[0].day),
        )
        say("out-of-order", what, [_as_it_is("out-of-order")], (row.line for row in against))


def _gaps(rows: Sequence[Seen], known: Record, say: _Say) -> None:
    """Long gaps between deployments, unless the known record has the same gap."""
    lines: dict[date, int] = {}
    for row in rows:
        lines.setdefault(row.day, row.line)
    days = sorted(lines)
    steps = [(b - a).days for a, b in itertools.pairwise(days)]
    if not steps:
        return
    most = max(_GAP_DAYS, min(_GAP_TIMES * statistics.median(steps), _LONG_GAP_DAYS))
    busy = set(known.week_starting[known.deployments > 0].tolist())
    gaps = []
    for before, after in itertools.pairwise(days):
        weeks = range((monday_of(after) - monday_of(before)).days // 7)[1:]
        missing = [monday_of(before) + timedelta(weeks=week) for week in weeks]
        covered = bool(missing) and known.first_day <= missing[0] and missing[-1] <= known.last_day
        if (after - before).days > most and not (covered and not busy.intersection(missing)):
            gaps.append((before, after, len(missing)))
    if gaps:
        before, after, weeks_missing = max(gaps, key=lambda gap: gap[2])
        what = translate(
            "Import",
            "No row for %n week(s) between {before} and {after}.",
            n=weeks_missing,
            before=short_date(before),
            after=short_date(after),
        )
        if len(gaps) > 1:
            what += " " + translate("Import", "%n more such gap(s).", n=len(gaps) - 1)
        choice = ("gaps", translate("Import", "they were weeks without deployments"))
        say("gaps", what, [choice], (lines[after] for _, after, _ in gaps))


def _tenfold(rows: Sequence[Seen], unknown: set[int], say: _Say) -> None:
    """Values far from those around them, perhaps with a digit too many or too few."""
    wrong: dict[int, tuple[str, float, float]] = {}
    names = dict.fromkeys(name for row in rows for name in row.sizes)
    for name in names:
        sized = sorted(
            (row for row in rows if row.sizes.get(name)), key=lambda row: (row.day, row.line)
        )
        values = [row.sizes[name] for row in sized]
        for at, (row, value) in enumerate(zip(sized, values, strict=True)):
            around = values[max(0, at - _NEIGHBOURS) : at] + values[at + 1 : at + 1 + _NEIGHBOURS]
            if len(around) < _FEWEST_AROUND or row.line not in unknown:
                continue
            usual = statistics.median(around)
            high = usual >= 5 and value >= max(_FAR * usual, _BEYOND_ALL * max(around))
            low = name in _LARGE and value <= min(usual / _FAR, min(around) / _BEYOND_ALL)
            if high or low:
                wrong.setdefault(row.line, (name, value, usual))
    if wrong:
        line, (name, value, usual) = next(iter(wrong.items()))
        what = translate(
            "Import",
            "{lines}: far from its neighbours, as with a digit too many or too few ({column} "
            "{value} on line {line}; around it about {usual}).",
            lines=upper_first(lines_words(wrong)),
            column=name,
            value=numeral(value, ",.15g"),
            line=line,
            usual=numeral(usual, ",.3g" if usual < 1000 else ",.0f"),
        )
        say("ten-fold", what, [_as_it_is("ten-fold")], wrong)


def _scale(rows: Sequence[Seen], known: Record, say: _Say) -> None:
    """Columns of which all is ten times the known record or more, or a tenth: another unit."""
    held = known.deployments > 0
    for name, column in _LARGE.items():
        values = [row.sizes[name] for row in rows if row.sizes.get(name)]
        usual_values = getattr(known, column)[held].astype(float)
        if name != "watchlist":  # which is the same for all deployments of a week
            usual_values = usual_values / known.deployments[held]
        usual_values = usual_values[usual_values > 0]
        if len(values) < _FEWEST_AROUND or not usual_values.size:
            continue
        value, usual = statistics.median(values), float(np.median(usual_values))
        if usual / _TENFOLD < value < usual * _TENFOLD:
            continue
        what = translate(
            "Import",
            "{column} is about {value} in the table and about {usual} in the record in use; is it "
            "in another unit?",
            column=upper_first(name),
            value=numeral(value, ",.3g" if value < 1000 else ",.0f"),
            usual=numeral(usual, ",.3g" if usual < 1000 else ",.0f"),
        )
        say("ten-fold", what, [_as_it_is("ten-fold")], (row.line for row in rows))


def _expected(known: Record, week: date, column: str) -> object:
    """The value of the known record in that week, or the last one before it."""
    at = int(np.searchsorted(known.week_starting, np.datetime64(week), side="right")) - 1
    return None if at < 0 else getattr(known, column)[at]


def _lines_of(weeks: Iterable[date], rows: Sequence[Seen]) -> list[int]:
    wanted = set(weeks)
    return [row.line for row in rows if monday_of(row.day) in wanted]


def _thresholds(
    record: Record, known: Record, published: frozenset[date], rows: Sequence[Seen], say: _Say
) -> None:
    changed = {}
    for week, value in zip(record.week_starting.tolist(), record.threshold.tolist(), strict=True):
        expected = _expected(known, week, "threshold")
        if expected is None or np.isnan(value) or np.isnan(expected) or week in published:  # type: ignore[call-overload]
            continue
        if abs(value - float(expected)) > 1e-9:  # type: ignore[arg-type]
            changed[week] = (value, float(expected))  # type: ignore[arg-type]
    if changed:
        week, (value, expected_value) = next(iter(changed.items()))
        what = translate(
            "Import",
            "The threshold is {value} in the week of {week}; the record in use has {expected}. "
            "False alerts are comparable at one threshold only.",
            value=numeral(value, "g"),
            week=short_date(week),
            expected=numeral(expected_value, "g"),
        )
        say("threshold", what, [_as_it_is("threshold")], _lines_of(changed, rows))


def _bases(record: Record, known: Record, rows: Sequence[Seen], say: _Say) -> None:
    changed = [
        week
        for week, basis in zip(
            record.week_starting.tolist(), record.face_count_basis.tolist(), strict=True
        )
        if _expected(known, week, "face_count_basis") not in (None, basis)
    ]
    if changed:
        what = translate(
            "Import",
            "From the week of {week}, faces are counted on a different basis from the record in "
            "use.",
            week=short_date(changed[0]),
        )
        say("basis", what, [_as_it_is("basis")], _lines_of(changed, rows))
