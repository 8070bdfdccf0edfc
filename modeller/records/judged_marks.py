"""Decides whether a point or a comma stands before decimals in the counts of a table.

``10.000`` is ten thousand where a point groups digits, and ten where it stands before decimals. No
cell can tell by itself, so all of the table are read one way. A cell such as ``4.0`` tells it of
its own column alone: programs write it where others of the column are empty, whatever the rest of
the table is like.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from modeller.base.errors import Problem
from modeller.base.language import cropped, numeral, translatable, translate, upper_first
from modeller.records import cells
from modeller.records.cells import Mark
from modeller.records.findings import Finding, found, lines_words

_MARKS: tuple[Mark, Mark] = (".", ",")
_REASONS = {
    "decimals": translatable(
        "Import", "“{text}” is read as {number}, because “{other}” in {line} has decimals."
    ),
    ",": translatable(
        "Import",
        "“{text}” is read as {number}, because “{other}” in {line} has points between thousands.",
    ),
    ".": translatable(
        "Import",
        "“{text}” is read as {number}, because “{other}” in {line} has commas between thousands.",
    ),
}
"""What shows that a mark stands before decimals: decimals, or the other mark among thousands."""


class Cell(NamedTuple):
    """A cell that is a number: its line, its column, and its text."""

    line: int
    column: str
    text: str


@dataclass
class JudgedMarks:
    """What stands before decimals, with notes and questions about it.

    Attributes
    ----------
    columns
        What stands before decimals in the columns that tell it of themselves.
    """

    decimal: Mark
    columns: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def of(self, column: str) -> Mark:
        """What stands before decimals in a column."""
        return self.columns.get(column, self.decimal)


def judge_marks(
    counts: Sequence[Cell],
    others: Sequence[Cell],
    accept: frozenset[str],
    *,
    decimal_comma: bool,
) -> JudgedMarks:
    """Judge the cells that are whole numbers, and `others` that need not be.

    Parameters
    ----------
    decimal_comma
        Whether lengths and thresholds have a decimal comma.
    """
    counts = [cell for cell in counts if not cell.text.isdigit()]
    needed = {cell: mark for cell in counts if (mark := _only_mark(cell.text)) is not None}
    proofs = {cell: mark for cell, mark in needed.items() if cells.doubtful_mark(cell.text) is None}
    for_all = any(_has_three_decimals(cell.text, mark) for cell, mark in proofs.items())
    clear = {cell.column for cell in (counts if for_all else proofs)}
    settled = [cell for cell in counts if cell.column in clear]
    unsettled = [cell for cell in counts if cell.column not in clear]
    for group in (settled, unsettled):
        first = {needed[cell]: cell for cell in reversed(group) if cell in needed}
        if len(first) == len(_MARKS):
            return JudgedMarks(".", problems=[_contradiction(first)])
    commas: tuple[Mark, ...] = (",",) if decimal_comma else ()
    known = [*proofs.values(), *commas]
    usual = known[0] if known else "."
    possible = {needed[cell] for cell in unsettled if cell in needed} or set(_MARKS)
    asked = _asked([*unsettled, *others], set(known) or {usual}, possible, accept)
    judged = asked or JudgedMarks(usual)
    judged.columns = dict.fromkeys(clear, usual)
    judged.notes += _said(settled, usual, list(proofs))
    return judged


def _only_mark(text: str) -> Mark | None:
    """The mark that must stand before decimals for the text to be a whole number; None for both."""
    readable = [mark for mark in _MARKS if cells.count(text, mark) is not None]
    return readable[0] if len(readable) == 1 else None


def _has_three_decimals(text: str, decimal: Mark) -> bool:
    """Whether a whole number is written as ``9780.000``, in which three digits are no thousands."""
    return re.search(rf"\{decimal}000(?!0)", text) is not None


def _contradiction(only: Mapping[Mark, Cell]) -> Problem:
    one, other = only["."], only[","]
    what = translate("Problem", "points and commas stand both before decimals and among thousands")
    remedy = translate(
        "Problem",
        "“{text}” in {line} and “{other}” in {other_line} cannot both be whole numbers; write all "
        "of them without separators",
        **_named(one, other),
    )
    return Problem(translate("Problem", "the numbers:"), what, remedy)


def _two_ways(one: Cell, other: Cell) -> Problem:
    what = translate("Problem", "points and commas stand both before three digits")
    remedy = translate(
        "Problem",
        "one of “{text}” in {line} and “{other}” in {other_line} would be decimals; write all of "
        "them without separators",
        **_named(one, other),
    )
    return Problem(translate("Problem", "the numbers:"), what, remedy)


def _named(one: Cell, other: Cell) -> dict[str, Any]:
    return {
        "text": cropped(one.text, 40),
        "line": lines_words([one.line]),
        "other": cropped(other.text, 40),
        "other_line": lines_words([other.line]),
    }


def _asked(
    unsettled: Sequence[Cell],
    before_decimals: Collection[Mark],
    possible: Collection[Mark],
    accept: frozenset[str],
) -> JudgedMarks | None:
    """Ask what the mark is where it may stand before decimals; None where there is no doubt."""
    by_mark: dict[Mark, list[Cell]] = {}
    for cell in unsettled:
        doubtful = cells.doubtful_mark(cell.text)
        if doubtful is not None:
            by_mark.setdefault(doubtful, []).append(cell)
    mark = next((mark for mark in by_mark if mark in before_decimals), None)
    if mark is None:
        return None
    thousands: Mark = "." if mark == "," else ","
    marks: dict[str, Mark] = {"decimals": mark, "thousands": thousands}
    noughts = all(cells.count(cell.text, mark) is not None for cell in by_mark[mark])
    if not noughts:
        marks = dict(reversed(marks.items()))
    marks = {key: decimal for key, decimal in marks.items() if decimal in possible}
    first, also = by_mark[mark][0], by_mark.get(thousands)
    if also is not None:
        # read the other way, these would be decimals: 9,780 is 9.78 where 10.000 is ten thousand
        if not noughts or mark not in possible:
            return JudgedMarks(mark, problems=[_two_ways(first, also[0])])
        marks = {"decimals": mark}
    lines = sorted({cell.line for each in by_mark.values() for cell in each})
    text, other = first.text, also[0].text if also else None
    what = translate(
        "Import",
        "{lines}: in “{text}” the “{mark}” may stand between thousands or before decimals.",
        lines=upper_first(lines_words(lines)),
        text=cropped(text, 40),
        mark=mark,
    )
    choices = [(key, _as_read(text, other, decimal)) for key, decimal in marks.items()]
    finding = found("thousands", what, choices, lines, accept)
    return JudgedMarks(marks[finding.accepted or choices[0][0]], findings=[finding])


def _as_read(text: str, other: str | None, decimal: Mark) -> str:
    if other is None:
        return translate(
            "Import",
            "“{text}” is {number}, and the others are read alike",
            text=cropped(text, 40),
            number=_number(text, decimal),
        )
    return translate(
        "Import",
        "“{text}” is {number} and “{other}” is {other_number}, and the others are read alike",
        text=cropped(text, 40),
        number=_number(text, decimal),
        other=cropped(other, 40),
        other_number=_number(other, decimal),
    )


def _number(text: str, decimal: Mark) -> str:
    read = cells.measure(text, decimal_comma=decimal == ",")
    return numeral(float(read or 0), ",.15g")


def _said(settled: Sequence[Cell], decimal: Mark, proofs: Sequence[Cell]) -> list[str]:
    """A note where digits that look like thousands are decimals."""
    cell = next((cell for cell in settled if cells.doubtful_mark(cell.text) == decimal), None)
    if cell is None:
        return []
    proof = next(
        one for one in proofs if one.column == cell.column or _has_three_decimals(one.text, decimal)
    )
    how = "decimals" if decimal in proof.text else decimal
    return [
        translate(
            "Import",
            _REASONS[how],
            text=cropped(cell.text, 40),
            number=_number(cell.text, decimal),
            other=cropped(proof.text, 40),
            line=lines_words([proof.line]),
        )
    ]
