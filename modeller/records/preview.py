"""Shows how a table would be read, before any of it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from modeller.base import clock
from modeller.base.dates import short_date
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import cropped, numeral, translate
from modeller.evidence import Record, record_of_rows
from modeller.evidence.csv_rows import MOST_PROBLEMS
from modeller.profiles import Profile
from modeller.records.choosing import (
    asked_columns,
    chosen_table,
    column_problems,
    sheet_notes,
)
from modeller.records.deployment_rows import (
    MOST_ROWS,
    DeploymentRow,
    more_alerts,
    read_deployments,
    weekly_record,
)
from modeller.records.findings import Finding, LeftOut, found, lines_words, one_of_a_kind
from modeller.records.headings import Header, TakenColumn
from modeller.records.rows import PlainRows, plain_rows
from modeller.records.tables import Table
from modeller.records.unusual import Seen, unusual
from modeller.records.words import left_out_words

_SAMPLES, _LOOKED_AT = 3, 50
"""How many cells of a column are shown, and how many rows they are looked for in."""


@dataclass(frozen=True)
class Said:
    """What the user says about a table.

    Attributes
    ----------
    accept
        Keys of the choices that are confirmed.
    columns
        Fields by heading; an empty field for a column that is to be ignored.
    readings
        The number to be read, by the text of the cell.
    places
        The site or borough of the force's own record, by the text of the place.
    sheet
        The sheet of a workbook; empty for the first that holds a record.
    today
        No deployment can be later than this day; today if None.
    """

    accept: frozenset[str] = frozenset()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    readings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sheet: str = ""
    today: date | None = None


@dataclass(frozen=True)
class Preview:
    """How a table is read.

    Attributes
    ----------
    sheet, sheets
        The sheet of a workbook that is read, and all that are not empty.
    layout
        The name of the published layout that it follows; empty for none.
    columns
        Every column with what it is taken to be.
    samples
        The first few cells of each column.
    left_out
        Rows that are not used.
    findings
        What is unusual and must be confirmed.
    problems
        What is wrong and must be corrected; there is then no record.
    notes
        Sentences on how cells were read.
    record
        The record that the rows add up to, with the first choice of every open finding; None
        where there are problems.
    deployments
        The rows, where they are single deployments.
    """

    name: str
    sheet: str
    sheets: tuple[str, ...]
    layout: str
    columns: tuple[TakenColumn, ...]
    samples: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    record: Record | None
    deployments: tuple[DeploymentRow, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings from the left, with two rows joined."""
        return tuple(column.heading for column in self.columns)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that still have to be confirmed."""
        return tuple(finding for finding in self.findings if finding.open)

    def confirmed(self) -> Record:
        """The record, if nothing is wrong and everything unusual has been confirmed.

        Raises
        ------
        ModellerError
            With everything that is wrong or still has to be confirmed.
        """
        if self.problems:
            raise ModellerError(self.problems)
        if self.open_findings:
            raise ModellerError([question(self.name, finding) for finding in self.open_findings])
        assert self.record is not None
        return self.record


def question(name: str, finding: Finding) -> Problem:
    """A finding as a problem: what is unusual, and how it is confirmed."""
    answers = translate("Import", ", or ").join(
        translate("Import", "{what} ({key})", key=choice.key, what=choice.what)
        for choice in finding.choices
    )
    what = translate("Import", "must be confirmed: {what}", what=finding.what.rstrip("."))
    remedy = translate(
        "Import", "put it right in the file, or import it and confirm: {answers}", answers=answers
    )
    return Problem(name, what, remedy)


def preview_of(
    tables: tuple[Table, ...],
    name: str,
    profile: Profile,
    said: Said | None = None,
    *,
    folder: Path | None = None,
) -> Preview:
    """How the tables of a file are read.

    Parameters
    ----------
    profile
        The force whose published tables and record they are compared with.
    folder
        The folder for what the user has said about columns; None for none.

    Raises
    ------
    ModellerError
        When none of the tables is a record, or columns are missing.
    """
    said = said or Said()
    columns = asked_columns(said.columns)
    table, header, remembered_layout = chosen_table(
        tables, name, said.sheet, columns, folder, profile.layouts
    )
    sheets = tuple(one.sheet for one in tables if one.sheet and one.rows)
    problems = column_problems(table, header, name)
    if problems:
        return _Made(table, header, PlainRows(header.weekly), said, name, profile).preview(
            sheets, problems
        )
    if table.cut or len(table.rows) > MOST_ROWS + 100:
        raise refusal(
            name,
            "has over {most} rows",
            "at most {most} deployments are read",
            most=numeral(MOST_ROWS),
        )
    rows = plain_rows(
        table,
        header,
        profile,
        accept=said.accept,
        readings=said.readings,
        today=said.today or clock.today(),
    )
    rows.notes[:0] = [*table.notes, *sheet_notes(tables, table, columns)]
    if remembered_layout:
        rows.notes.append(
            translate("Import", "Columns are read as you chose for such a table before.")
        )
    return _Made(table, header, rows, said, name, profile).preview(sheets)


def _none_usable(name: str, unused: Sequence[LeftOut]) -> Problem:
    return problem(
        name,
        "has {count} rows below its header, and none of them can be used",
        "give the figures of each deployment; {line} is left out: {why}",
        count=numeral(len(unused)),
        line=lines_words([unused[0].line]),
        why=left_out_words(unused[0]),
    )


class _Made:
    """Puts a preview together."""

    def __init__(
        self,
        table: Table,
        header: Header,
        rows: PlainRows,
        said: Said,
        name: str,
        profile: Profile,
    ) -> None:
        self._profile = profile
        self._basis_from = profile.about.record.faces_counted_alike_from
        self._table, self._header, self._rows, self._name = table, header, rows, name
        self._accept = said.accept
        self._today = said.today or clock.today()
        self._findings = list(rows.findings)
        self._notes = list(rows.notes)
        self._left_out = list(rows.left_out)

    def preview(self, sheets: tuple[str, ...], columns: Sequence[Problem] = ()) -> Preview:
        """The preview; where the columns themselves are at fault, it says only what they are."""
        more = [column for column in self._header.columns if column.counts]
        if more:
            what = translate(
                "Import",
                "“{heading}” counts {what}, whereas the record counts arrests alone.",
                heading=cropped(more[0].heading),
                what=translate("Import", more[0].counts),
            )
            choice = ("basis", translate("Import", "the column is taken as arrests"))
            self._findings.append(found("basis", what, [choice], (), self._accept))
        deployments: tuple[DeploymentRow, ...] = ()
        record: Record | None
        if columns:
            record, faults = None, list(columns)
        elif not self._rows.rows and (
            unused := [row for row in self._left_out if row.kind != "title"]
        ):
            record, faults = None, [_none_usable(self._name, unused)]
        elif self._rows.weekly:
            record, faults = self._weeks()
        else:
            record, faults, deployments = self._days()
        problems = [*self._rows.problems, *faults]
        if problems:
            record = None
        return Preview(
            name=self._name,
            sheet=self._table.sheet,
            sheets=sheets,
            layout=""
            if self._header.layout is None
            else translate("Import", self._header.layout.label),
            columns=self._header.columns,
            samples=_samples(self._table, self._header),
            left_out=tuple(sorted(self._left_out, key=lambda row: row.line)),
            findings=one_of_a_kind(self._findings),
            problems=tuple(problems),
            notes=tuple(self._notes),
            record=record,
            deployments=deployments,
        )

    def _weeks(self) -> tuple[Record | None, list[Problem]]:
        if self._rows.faults:
            return None, list(self._rows.faults.values())[:MOST_PROBLEMS]
        try:
            record = record_of_rows(
                self._rows.rows, self._name, known=self._profile.published.blemishes
            )
        except ModellerError as error:
            return None, list(error.problems)
        weeks = record.week_starting.tolist()
        lines = [line for line, _ in self._rows.rows]
        counts = zip(lines, record.alerts.tolist(), record.faces_scanned.tolist(), strict=True)
        over = [more_alerts(*row) for row in counts if row[1] > row[2]]
        if over:
            return None, over[:MOST_PROBLEMS]
        seen = [
            Seen(line, week, _week_sizes(record, at), (str(week),))
            for at, (line, week) in enumerate(zip(lines, weeks, strict=True))
            if record.deployments[at] > 0
        ]
        findings, _ = unusual(
            seen,
            record,
            known=self._profile.record,
            today=self._today,
            accept=self._accept,
            one_a_week=True,
        )
        self._findings += findings
        return record, []

    def _days(self) -> tuple[Record | None, list[Problem], tuple[DeploymentRow, ...]]:
        read = read_deployments(
            self._rows.rows,
            self._name,
            self._rows.faults,
            self._profile.published.blemishes,
        )
        deployments = read.deployments
        if read.problems or not deployments:
            return None, list(read.problems), deployments
        cells = dict(self._rows.rows)
        seen = [
            Seen(one.line, one.day, _day_sizes(one), tuple(sorted(cells[one.line].items())[:30]))  # type: ignore[arg-type]
            for one in deployments
        ]
        findings, repeated = unusual(
            seen,
            weekly_record(deployments, self._name, self._basis_from),
            known=self._profile.record,
            today=self._today,
            accept=self._accept,
            one_a_week=False,
        )
        self._findings += findings
        kept = tuple(one for one in deployments if one.line not in repeated)
        self._left_out += [
            LeftOut(line, "duplicates", " · ".join(text for text in cells[line].values() if text))
            for line in sorted(repeated)
        ]
        record = weekly_record(kept, self._name, self._basis_from)
        for week in read.changed_thresholds:
            self._notes.append(
                translate(
                    "Import",
                    "In the week of {week} the threshold changed; it is taken as unknown there.",
                    week=short_date(week),
                )
            )
        without = [one.line for one in kept if not one.place]
        if {"place", "site"} & set(self._header.fields) and without:
            self._notes.append(
                translate(
                    "Import",
                    "Without a place, and kept: {lines}.",
                    lines=lines_words(without),
                )
            )
        return record, [], kept


def _samples(table: Table, header: Header) -> tuple[tuple[str, ...], ...]:
    below = table.rows[header.rows[-1] + 1 :][:_LOOKED_AT]
    samples = []
    for column in header.columns:
        cells = [row.cells[column.place] for row in below if column.place < len(row.cells)]
        samples.append(tuple(cropped(cell, 40) for cell in cells if cell)[:_SAMPLES])
    return tuple(samples)


def _day_sizes(one: DeploymentRow) -> dict[str, float]:
    sizes = {name: float(one.counts[name]) for name in ("faces", "alerts", "arrests")}
    return sizes | {
        name: one.measures[name]
        for name in ("hours", "watchlist")
        if one.measures[name] == one.measures[name]
    }


def _week_sizes(record: Record, at: int) -> dict[str, float]:
    number = float(record.deployments[at])
    sizes = {
        name: float(getattr(record, column)[at]) / number
        for name, column in (
            ("faces", "faces_scanned"),
            ("alerts", "alerts"),
            ("arrests", "arrests"),
        )
    }
    sizes["deployments"] = number
    watchlist = float(record.watchlist[at])
    return sizes if watchlist != watchlist else sizes | {"watchlist": watchlist}
