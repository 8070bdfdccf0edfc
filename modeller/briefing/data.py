"""The figures behind a briefing, for a spreadsheet: as a workbook, or as CSV files in a zip."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from modeller.base.spreadsheets import begins_like_a_formula, harmless
from modeller.base.version import VERSION
from modeller.base.zips import workbook_file, zipped
from modeller.briefing import words
from modeller.briefing.analyses import grade_words
from modeller.briefing.content import Briefing, in_words, plain_text
from modeller.model.catalogue import Belief
from modeller.model.sampling import STREAMS_VERSION
from modeller.projection import SUMMARY
from modeller.projection.comparison import compare
from modeller.scenario.file import SUFFIX, document_text
from modeller.scenario.share_code import share_code

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | float | int | date | None

_DIGITS = 9
_WEEKLY = ("p10", "p50", "p90")
_NAMES = {"p10": "1 in 10 below", "p50": "median", "p90": "1 in 10 above"}
_WIDEST = 48
_LONGEST_CELL = 32_000
"""Characters that a cell of a workbook holds, and some to spare."""


@dataclass(frozen=True)
class Sheet:
    """One table: a name, a heading for each column with its unit, and rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


_LONGEST_CELL = 32_000
"""Characters that a cell of a workbook holds, and some to spare."""


def sheets(briefing: Briefing) -> tuple[Sheet, ...]:
    """Every table of the data."""
    return (
        _provenance(briefing),
        _summary(briefing),
        *([_differences(briefing)] if len(briefing.projections) > 1 else []),
        _weekly(briefing),
        _changed(briefing),
        _assumptions(briefing),
    )


def _figure(value: float) -> float | None:
    return float(f"{value:.{_DIGITS}g}") if math.isfinite(value) else None


def _provenance(briefing: Briefing) -> Sheet:
    about, first = briefing.about, briefing.projections[0]
    rows: list[tuple[Cell, ...]] = [
        ("Finding", briefing.front.title),
        ("Status", about.status),
        ("Prepared by", about.author),
        ("Prepared for", about.audience),
        ("Checked by", about.checked_by or "nobody yet"),
        ("Date", about.on),
        ("Not to be used after", about.expires),
        ("Modeller", VERSION),
        ("Model", first.catalogue.version),
        ("Random streams", STREAMS_VERSION),
        ("Record, SHA-256", first.scenario.record_digest),
        ("Weeks", first.scenario.weeks),
        ("Futures", first.scenario.draws),
        ("Seed", first.scenario.seed),
    ]
    for letter, projection in briefing.lettered:
        rows += [
            (f"{letter}: title", projection.scenario.title),
            (f"{letter}: fingerprint", projection.fingerprint),
            (f"{letter}: inputs, SHA-256", projection.scenario.inputs_digest),
            (f"{letter}: results, SHA-256", projection.results_digest),
        ]
        code = share_code(projection.scenario)
        if len(code) <= _LONGEST_CELL:  # by it the workbook opens again in the modeller
            rows.append((f"{letter}: share code", code))
    rows += [("Bear in mind", caveat) for caveat in briefing.front.caveats]
    return Sheet("Provenance", ("Item", "Value"), tuple(rows))


def _summary(briefing: Briefing) -> Sheet:
    rows = tuple(
        (
            letter,
            projection.scenario.title,
            projection.fingerprint,
            outcome.label,
            outcome.unit,
            *(_figure(value) for value in projection.summary(key)),
        )
        for letter, projection in briefing.lettered
        for key, outcome in projection.catalogue.outcomes.items()
    )
    columns = ("Scenario", "Title", "Fingerprint", "Outcome", "Unit", *SUMMARY)
    return Sheet("Totals", columns, rows)


def _differences(briefing: Briefing) -> Sheet:
    comparison = compare(briefing.projections)
    rows = tuple(
        (
            briefing.letters[0],
            briefing.letters[other],
            outcome.label,
            outcome.unit,
            *(_figure(value) for value in comparison.difference(key, 0, other)),
            _figure(comparison.more_in(key, 0, other)),
            _figure(comparison.more_in(key, other, 0)),
            _figure(comparison.same_in(key, 0, other)),
        )
        for other in range(1, len(briefing.projections))
        for key, outcome in briefing.projections[0].catalogue.outcomes.items()
    )
    columns = (
        "From",
        "To",
        "Outcome",
        "Unit",
        *SUMMARY,
        "More in (share of futures)",
        "Fewer in (share of futures)",
        "Same in (share of futures)",
    )
    return Sheet("Change, paired", columns, rows)


def _weekly(briefing: Briefing) -> Sheet:
    flows = [
        (key, outcome)
        for key, outcome in briefing.projections[0].catalogue.outcomes.items()
        if outcome.kind == "flow"
    ]
    places = [SUMMARY.index(name) for name in _WEEKLY]
    rows: list[tuple[Cell, ...]] = []
    last_day = None if briefing.record is None else briefing.record.last_day
    for letter, projection in briefing.lettered:
        weekly = [projection.summary(key, "weekly")[:, places].tolist() for key, _ in flows]
        for week in range(projection.scenario.weeks):
            monday = None if last_day is None else last_day + timedelta(days=1 + 7 * week)
            figures = (_figure(value) for outcome in weekly for value in outcome[week])
            rows.append((letter, week + 1, monday, *figures))
    columns = (
        "Scenario",
        "Week",
        "Week beginning",
        *(
            f"{outcome.label} ({outcome.unit}), {_NAMES[name]}"
            for _, outcome in flows
            for name in _WEEKLY
        ),
    )
    return Sheet("By week", columns, tuple(rows))


def _changed(briefing: Briefing) -> Sheet:
    """What differs from the baseline, in any scenario."""
    projections = briefing.projections
    keys = [
        key
        for key in projections[0].catalogue.sliders
        if any(key in projection.scenario.changes for projection in projections)
    ]
    sliders = projections[0].catalogue.sliders
    rows = tuple(
        (
            sliders[key].label,
            sliders[key].unit,
            *(words.plain_words(projection, key) for projection in projections),
        )
        for key in keys
    )
    titles = (f"{letter}: {p.scenario.title}" for letter, p in briefing.lettered)
    return Sheet("What differs", ("Lever or belief", "Unit", *titles), rows)


def _assumptions(briefing: Briefing) -> Sheet:
    declared = briefing.projections[-1].catalogue
    listed = briefing.projections[-1].scenario.profile.sources
    rows: list[tuple[Cell, ...]] = []
    for key, slider in declared.sliders.items():
        low, high = slider.evidence or (math.nan, math.nan)
        edited = any(key in projection.scenario.changes for projection in briefing.projections)
        rows.append(
            (
                slider.kind,
                slider.label,
                slider.unit,
                *(_figure(projection.scenario.value(key)) for projection in briefing.projections),
                "edited" if edited else "",
                _figure(low),
                _figure(high),
                grade_words(slider) if isinstance(slider, Belief) else slider.grade,
                "; ".join(listed[source].citation for source in slider.sources),
            )
        )
    for constant in declared.constants.values():
        low, high = constant.range
        value = _figure(constant.value)
        rows.append(
            (
                "fixed figure",
                constant.label,
                constant.unit,
                *(value for _ in briefing.projections),
                "",
                _figure(low),
                _figure(high),
                constant.grade,
                "; ".join(listed[source].citation for source in constant.sources),
            )
        )
    values = (f"Value in {letter} (in the unit)" for letter, _ in briefing.lettered)
    columns = (
        "Kind",
        "Assumption",
        "Unit",
        *values,
        "Edited",
        "Evidence from (in the unit)",
        "Evidence to (in the unit)",
        "Grade",
        "Sources",
    )
    return Sheet("Assumptions", columns, tuple(rows))


# ---------------------------------------------------------------- CSV


def csv_text(sheet: Sheet) -> str:
    """One table as CSV: dates as 2026-01-05, no thousands separators."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (sheet.columns, *sheet.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(plain_text(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return repr(cell)


def render_zip(briefing: Briefing, note: Callable[[float], None] | None = None) -> bytes:
    """Every table as CSV, and the scenarios as files."""
    made = sheets(briefing)
    files: dict[str, bytes] = {"README.txt": _readme(briefing, made).encode()}
    for number, sheet in enumerate(made, 1):
        # the mark at the beginning tells spreadsheets that it is UTF-8
        files[_file_name(number, sheet)] = csv_text(sheet).encode("utf-8-sig")
        if note is not None:
            note(number / len(made))
    for letter, document in zip(briefing.letters, briefing.documents, strict=True):
        files[f"scenario-{letter}{SUFFIX}"] = document_text(document).encode()
    return zipped(files, briefing.about.on)


def _file_name(number: int, sheet: Sheet) -> str:
    return f"{number}-{re.sub('[^a-z]+', '-', sheet.name.lower()).strip('-')}.csv"


def _readme(briefing: Briefing, made: Sequence[Sheet]) -> str:
    listed = "\n".join(f"{_file_name(n, sheet)}: {sheet.name}" for n, sheet in enumerate(made, 1))
    return (
        f"{briefing.front.title}\n{briefing.front.context}\n\n{briefing.about.status}, "
        f"{in_words(briefing.about.on)}\n{briefing.identity}\n\n{listed}\n"
        f"scenario-{briefing.letters[0]}{SUFFIX} and so on: open them in the modeller\n\n"
        "p10 is the value that 1 in 10 possible futures lies below, p50 the median, and so on. "
        "Figures have nine digits so that they can be checked; their ranges do not support them "
        "all. Cells that a spreadsheet might take for a formula begin with an apostrophe.\n"
    )


# ---------------------------------------------------------------- the workbook


def render_workbook(briefing: Briefing, note: Callable[[float], None] | None = None) -> bytes:
    """Every table as a sheet of an XLSX workbook without formulas or macros."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title = briefing.front.title
    properties.creator = briefing.about.author or "Not named"
    properties.description = briefing.identity
    made = sheets(briefing)
    for number, sheet in enumerate(made, 1):
        _fill(workbook.create_sheet(sheet.name), sheet)
        if note is not None:
            note(number / len(made))
    properties.created = properties.modified = datetime.combine(briefing.about.on, time())
    return workbook_file(workbook, briefing.about.on)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    widths = [0] * len(sheet.columns)
    for number, row in enumerate((sheet.columns, *sheet.rows), 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell: Any = page.cell(number, column)
            if isinstance(value, str):
                _put_text(cell, plain_text(value))
                if number == 1:
                    cell.font = Font(bold=True)
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value
                cell.number_format = _number_format(value)
            if number > 1:
                widths[column - 1] = max(widths[column - 1], len(str(value)))
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = min(max(width, 9) + 2, _WIDEST)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"


def _put_text(cell: Any, text: str) -> None:
    """Text as text, whatever it begins with; the cell stays text when somebody edits it."""
    cell.value = text
    cell.data_type = "s"
    if begins_like_a_formula(text):
        cell.quotePrefix = True


def _number_format(value: float | date) -> str:
    if isinstance(value, date):
        return "yyyy-mm-dd"
    size = abs(value)
    if isinstance(value, int) or size >= 1000 or size == 0.0:
        return "#,##0"
    if size >= 10:
        return "#,##0.0"
    return "0.00" if size >= 0.1 else "0.0000"
