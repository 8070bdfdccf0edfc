"""Brings the rows of a table into the form that is checked, leaving out what is not data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from modeller.base.dates import month
from modeller.base.errors import Problem, at_line, problem
from modeller.base.language import cropped, translate, upper_first
from modeller.profiles import Profile
from modeller.records import cells
from modeller.records.days import Days, read_days
from modeller.records.deployment_rows import REQUIRED
from modeller.records.filled_in import as_week, is_count, with_wholes
from modeller.records.findings import Finding, LeftOut, found, lines_words
from modeller.records.headings import Header
from modeller.records.judged_days import judge_days, stated_order
from modeller.records.judged_marks import Cell, JudgedMarks, judge_marks
from modeller.records.layouts import PARTS, normal
from modeller.records.summed_rows import Counted, summed_rows
from modeller.records.tables import Row, Table

_TOTAL = re.compile(r"(?:grand |sub-?\s?|overall |year )?totals?\b|sum\b|average\b|mean\b", re.I)
_TEXTS = ("place", "site", "borough", "fixed_cameras", "event", "face_count_basis")
_MEASURES = ("hours", "threshold", "watchlist")
_WEEKLY_COUNTS = ("deployments", "faces", "alerts", "false_alerts", "arrests")
_MOST_TEXTS = 20


@dataclass
class PlainRows:
    """The rows in the form that is checked, each with its line and its cells by field.

    Attributes
    ----------
    rows
        Their cells are in a single form: a day as 2025-01-31, numbers of digits and a point.
    left_out
        Rows that are not used, in order.
    problems
        What is wrong with the table as a whole.
    faults
        By line, why a row cannot be divided into cells.
    notes
        Sentences on ambiguous cells whose reading needs no confirmation.
    """

    weekly: bool
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    faults: dict[int, Problem] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def plain_rows(
    table: Table,
    header: Header,
    profile: Profile,
    *,
    accept: frozenset[str],
    readings: Mapping[str, str],
    today: date,
) -> PlainRows:
    """The rows below the header, in the form that is checked.

    Parameters
    ----------
    accept
        What the user has confirmed.
    readings
        What the user says a cell's text stands for: ``<5`` → ``2``.
    today
        The day that no deployment can be after.
    """
    return _Rows(table, header, profile, accept, readings, today).read()


class _Rows:
    def __init__(
        self,
        table: Table,
        header: Header,
        profile: Profile,
        accept: frozenset[str],
        readings: Mapping[str, str],
        today: date,
    ) -> None:
        self._profile = profile
        self._today = today
        self._table = table
        self._header = header
        self._accept = accept
        self._readings = {text.casefold(): value for text, value in readings.items()}
        self._columns = header.fields
        self._day = "week_starting" if header.weekly else "date"
        counts = _WEEKLY_COUNTS if header.weekly else REQUIRED[1:]
        self._required = [name for name in counts if name in self._columns]
        parts = [part for names in PARTS.values() for part in names]
        self._counts = {*counts, "true_alerts", *parts}
        self._summed = [name for name in (*counts, *parts) if name in self._columns]
        self._out = PlainRows(header.weekly)
        self._dashes: list[int] = []
        self._suppressed: list[tuple[int, str]] = []
        self._suppressed_lines: set[int] = set()
        self._over_days: list[int] = []
        self._kinds: dict[str, list[int]] = {"totals": [], "footnotes": [], "not-available": []}
        self._marks = JudgedMarks(".")
        self._readers: dict[str, Callable[[str], str | None]] = {}

    def read(self) -> PlainRows:
        rows = self._without_headers()
        texts = [self._cell(row, self._day) for row in rows]
        stated = stated_order(self._header, self._day)
        days = read_days(texts, stated)
        data = self._sorted_out(rows, days)
        decimal_comma = self._judge_marks([rows[at] for at in data])
        taken = self._without_sums(rows, data, days)
        self._say_left_out()
        judged = judge_days(
            [rows[at].line for at in taken],
            [texts[at] for at in taken],
            stated,
            self._accept,
            self._today,
        )
        self._out.findings += judged.findings
        self._out.problems += judged.problems
        self._out.notes += judged.notes
        chosen = judged.order
        days = read_days(texts, chosen) if chosen else days
        if decimal_comma:
            self._out.notes.append(translate("Import", "Decimals are written with a comma."))
        self._readers = {
            "hours": partial(cells.hours, decimal_comma=decimal_comma),
            "threshold": partial(cells.threshold, decimal_comma=decimal_comma),
            "watchlist": partial(cells.measure, decimal_comma=self._marks.of("watchlist") == ","),
        }
        for at in taken:
            self._take(rows[at], days.days[at], texts[at])
        self._say_doubts()
        return self._out

    # ------------------------------------------------------------ which rows

    def _without_headers(self) -> list[Row]:
        """The rows below the header, without the headers that pages repeat."""
        above = self._table.rows[: self._header.rows[0]]
        for row in above:
            self._leave(row, "title")
        headers = {_names(self._table.rows[place]) for place in self._header.rows}
        first = {next(filter(None, names), "") for names in headers}
        rows = []
        for row in self._table.rows[self._header.rows[-1] + 1 :]:
            begins = normal(next(filter(None, row.cells), ""))
            if begins in first and _names(row) in headers:
                self._leave(row, "header")
            else:
                rows.append(row)
        return rows

    def _sorted_out(self, rows: Sequence[Row], days: Days) -> list[int]:
        """Indices of the rows that are deployments or weeks; the others are noted as left out."""
        data = []
        for at, row in enumerate(rows):
            kind = self._kind(row, days.days[at] is not None)
            if kind is None:
                data.append(at)
            else:
                self._kinds[kind].append(row.line)
                self._leave(row, kind)
        return data

    def _judge_marks(self, rows: Sequence[Row]) -> bool:
        """Judge what stands before decimals; whether that of lengths and thresholds is a comma."""
        decimal_comma = cells.uses_decimal_comma(
            [self._cell(row, name) for row in rows for name in ("hours", "threshold")]
        )
        counts, others = (
            [Cell(row.line, name, self._bare(row, name)) for row in rows for name in names]
            for names in (sorted(self._counts & self._columns.keys()), ("watchlist",))
        )
        judged = judge_marks(counts, others, self._accept, decimal_comma=decimal_comma)
        self._out.findings += judged.findings
        self._out.problems += judged.problems
        self._out.notes += judged.notes
        self._marks = judged
        return decimal_comma

    def _without_sums(self, rows: Sequence[Row], data: Sequence[int], days: Days) -> list[int]:
        """The rows without those that are the sums of others, which nothing marks as totals."""
        totals, used = set(self._kinds["totals"]), set(data)
        # a row that is left out for one cell still counts in whatever adds up its others
        counted = [
            Counted(
                tuple(self._figure(row, name) for name in self._summed),
                dated=bool(self._cell(row, self._day)),
                total=row.line in totals,
            )
            for row in rows
        ]
        sums = [at for at in summed_rows(counted) if at in used]
        dated = [rows[at].line for at in sums if days.days[at] is not None]
        if dated:
            what = translate(
                "Import",
                "{lines}: each count is the sum of those in other rows, as in a total.",
                lines=upper_first(lines_words(dated)),
            )
            choices = [
                ("dated-totals", translate("Import", "they are left out")),
                ("dated-totals-counted", translate("Import", "they are deployments of their own")),
            ]
            self._find("dated-totals", what, choices, dated)
            if self._out.findings[-1].accepted == "dated-totals-counted":
                sums = [at for at in sums if days.days[at] is None]
        for at in sums:
            if days.days[at] is None:
                self._kinds["totals"].append(rows[at].line)
            self._leave(rows[at], "totals")
        left = set(sums)
        return [at for at in data if at not in left]

    def _say_left_out(self) -> None:
        said: dict[str, Callable[[str], str]] = {
            "totals": lambda lines: translate(
                "Import", "{lines}: totals or averages, not deployments.", lines=lines
            ),
            "footnotes": lambda lines: translate(
                "Import", "{lines}: notes, not deployments.", lines=lines
            ),
            "not-available": lambda lines: translate(
                "Import",
                "{lines}: no figures were published, or nothing was counted.",
                lines=lines,
            ),
        }
        for kind, lines in self._kinds.items():
            if lines:
                lines.sort()
                choice = (kind, translate("Import", "they are left out"))
                what = said[kind](upper_first(lines_words(lines)))
                self._find(kind, what, [choice], lines)

    def _kind(self, row: Row, has_day: bool) -> str | None:
        """Why a row is not used; None for one that is."""
        filled = [cell for cell in row.cells if cell]
        counts = [self._cell(row, name) for name in self._required]
        if not has_day and any(_TOTAL.match(cell) for cell in filled[:2]):
            return "totals"
        any_figure = any(any(c.isdigit() for c in text) for text in counts)
        if not has_day and not any_figure and not self._date_like(row):
            return "footnotes"
        known = [text for text in counts if text.casefold() not in self._readings]
        if any(cells.is_not_known(cells.plain(text)) for text in known):
            return "not-available"
        if has_day and counts and all(not text or cells.is_dash(text) for text in counts):
            return "not-available"
        if any(cells.is_suppressed(cells.plain(text)) for text in known):
            for text in known:
                if cells.is_suppressed(cells.plain(text)):
                    self._suppressed.append((row.line, text))
                    self._suppressed_lines.add(row.line)
        return None

    def _date_like(self, row: Row) -> bool:
        """Whether a cell for the day is as short as one: then it is a mistake, not a footnote."""
        text = self._cell(row, self._day)
        return len([c for c in row.cells if c]) > 2 and 0 < len(text) <= 40

    def _leave(self, row: Row, kind: str) -> None:
        text = cropped(" · ".join(cell for cell in row.cells if cell), 100)
        self._out.left_out.append(LeftOut(row.line, kind, text))

    # ------------------------------------------------------------ cells

    def _cell(self, row: Row, name: str) -> str:
        place = self._columns.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def _take(self, row: Row, day: date | None, text: str) -> None:
        wide = max(self._columns.values()) + 1
        if len(row.cells) < wide and not self._table.sheet:
            given = len(row.cells)
            if any(self._columns[name] >= given for name in (self._day, *self._required)):
                self._fault_width(row)
                return
        if any(row.cells[len(self._header.columns) :]):
            self._fault_width(row)
            return
        if row.line in self._suppressed_lines:
            self._leave(row, "suppressed")
            return
        row_day = text if day is None else self._meant(row, day).isoformat()
        plain = {self._day: row_day}
        for name in self._columns:
            if name != self._day:
                plain[name] = self._spelt(row, name)
        plain = with_wholes(plain)
        if self._out.weekly:
            plain = as_week(plain, self._profile.about.record.faces_counted_alike_from)
        self._out.rows.append((row.line, plain))

    def _fault_width(self, row: Row) -> None:
        thousands = next(
            (
                f"{a},{b}"
                for a, b in zip(row.cells, row.cells[1:], strict=False)
                if re.fullmatch(r"[0-9]{1,3}", a) and re.fullmatch(r"[0-9]{3}", b)
            ),
            None,
        )
        where, wanted = at_line(row.line), len(self._header.columns)
        if len(row.cells) > wanted and thousands is not None:
            fault = problem(
                where,
                "has {count} cells",
                "a row has {wanted}, one for each column; a number such as {number} stands in "
                "double quotes or without its comma",
                count=len(row.cells),
                wanted=wanted,
                number=thousands,
            )
        else:
            fault = problem(
                where,
                "has {count} cells",
                "a row has {wanted}, one for each column",
                count=len(row.cells),
                wanted=wanted,
            )
        self._out.faults[row.line] = fault
        self._out.rows.append((row.line, {}))

    def _meant(self, row: Row, day: date) -> date:
        """The day, corrected if it is a known misprint of the published tables."""
        for fault in self._profile.published.blemishes:
            if (
                fault.printed
                and fault.printed["day"] == day
                and self._figure(row, "faces") in fault.printed["faces"]
            ):
                meant: date = fault.printed["meant"]
                self._out.notes.append(
                    translate(
                        "Import",
                        "{line}: a known misprint in the published table, read as {day}.",
                        line=upper_first(lines_words([row.line])),
                        day=f"{meant.day} {month(meant)} {meant.year}",
                    )
                )
                return meant
        return day

    def _bare(self, row: Row, name: str) -> str:
        """The cell as it is read, or what the user says that it stands for."""
        text = self._cell(row, name)
        said = self._readings.get(text.casefold()) if text else None
        return cells.plain(text if said is None else said)

    def _figure(self, row: Row, name: str) -> int | None:
        """A count; None where there is none that could be kept."""
        bare = self._bare(row, name)
        spelt = "0" if cells.is_dash(bare) else cells.count(bare, self._marks.of(name))
        return int(spelt) if spelt and is_count(spelt) else None

    def _spelt(self, row: Row, name: str) -> str:
        text = self._cell(row, name)
        if name in _TEXTS:
            return text
        bare = self._bare(row, name)
        if not bare:
            return ""
        optional = name not in self._required
        if optional and cells.is_not_known(bare):
            return ""
        if cells.is_dash(bare):
            if name in self._counts:
                self._dashes.append(row.line)
                return "0"
            return ""
        reader = self._readers.get(name)
        spelt = reader(bare) if reader else cells.count(bare, self._marks.of(name))
        if name == "hours" and spelt is None and cells.over_days(bare):
            self._over_days.append(row.line)
            return ""
        return text if spelt is None else spelt

    def _say_doubts(self) -> None:
        if self._dashes:
            lines = sorted(set(self._dashes))
            what = translate(
                "Import", "{lines}: a dash where a number should be.",
                lines=upper_first(lines_words(lines)),
            )  # fmt: skip
            self._find("dashes", what, [("dashes", translate("Import", "it is read as 0"))], lines)
        if self._suppressed:
            lines = sorted({line for line, _ in self._suppressed})
            what = translate(
                "Import",
                "{lines}: “{text}” is not a number; say what it is to be read as, or leave such "
                "rows out.",
                lines=upper_first(lines_words(lines)),
                text=cropped(self._suppressed[0][1], 40),
            )
            choice = ("suppressed", translate("Import", "they are left out"))
            texts = tuple(dict.fromkeys(text for _, text in self._suppressed))[:_MOST_TEXTS]
            self._find("suppressed", what, [choice], lines)
            self._out.findings[-1] = replace(self._out.findings[-1], texts=texts)
        if self._over_days:
            self._out.notes.append(
                translate(
                    "Import",
                    "{lines}: the duration spans several days, and is taken as unknown.",
                    lines=upper_first(lines_words(self._over_days)),
                )
            )

    def _find(
        self, kind: str, what: str, choices: Iterable[tuple[str, str]], lines: Iterable[int]
    ) -> None:
        self._out.findings.append(found(kind, what, choices, lines, self._accept))


def _names(row: Row) -> tuple[str, ...]:
    """The cells of a row, normalised as headings are."""
    names = [normal(cell) for cell in row.cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)
