"""Decides whether a point or a comma stands before decimals in the counts of a table.

``10.000`` is ten thousand where a point groups digits, and ten where it stands before decimals. No
cell can tell by itself, so all of the table are read one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from modeller.base.errors import Problem
from modeller.base.language import cropped, numeral, translate, upper_first
from modeller.records import cells
from modeller.records.cells import Mark
from modeller.records.findings import Finding, found, lines_words

Cell = tuple[int, str]
"""A line and the text of a cell there."""

_MARKS: tuple[Mark, Mark] = (".", ",")


@dataclass
class JudgedMarks:
    """What stands before decimals, with notes and questions about it."""

    decimal: Mark
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


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
    only, proof = _evidence(counts)
    usual: Mark = "," if decimal_comma else "."
    if len(only) == len(_MARKS):
        return JudgedMarks(usual, problems=[_contradiction(only)])
    possible = tuple(only) or _MARKS
    doubtful = [cell for cell in (*counts, *others) if cells.doubtful_mark(cell[1]) == usual]
    if proof is None and doubtful:
        return _asked(doubtful, usual, possible, accept)
    judged = JudgedMarks(possible[0] if only else usual)
    if proof is not None:
        judged.notes += _said((*counts, *others), judged.decimal, proof)
    return judged


def _evidence(counts: Sequence[Cell]) -> tuple[dict[Mark, Cell], Cell | None]:
    """The first cell that needs each mark before decimals, and one that leaves no doubt of it."""
    only: dict[Mark, Cell] = {}
    proof = None
    for cell in counts:
        if cell[1].isdigit():
            continue
        readable = [mark for mark in _MARKS if cells.count(cell[1], mark) is not None]
        if len(readable) == 1:
            only.setdefault(readable[0], cell)
            if proof is None and cells.doubtful_mark(cell[1]) is None:
                proof = cell
    return only, proof


def _contradiction(only: dict[Mark, Cell]) -> Problem:
    (line, text), (other_line, other) = only["."], only[","]
    what = translate("Problem", "points and commas stand both before decimals and among thousands")
    remedy = translate(
        "Problem",
        "“{text}” in {line} and “{other}” in {other_line} cannot both be whole numbers; write all "
        "of them without separators",
        text=cropped(text, 40),
        line=lines_words([line]),
        other=cropped(other, 40),
        other_line=lines_words([other_line]),
    )
    return Problem(translate("Problem", "the numbers:"), what, remedy)


def _asked(
    doubtful: Sequence[Cell], mark: Mark, possible: Sequence[Mark], accept: frozenset[str]
) -> JudgedMarks:
    """Ask what the mark is; decimals come first where all of them are noughts."""
    thousands: Mark = "." if mark == "," else ","
    marks: dict[str, Mark] = {"decimals": mark, "thousands": thousands}
    if not all(cells.count(text, mark) is not None for _, text in doubtful):
        marks = dict(reversed(marks.items()))
    marks = {key: decimal for key, decimal in marks.items() if decimal in possible}
    text = doubtful[0][1]
    lines = sorted({line for line, _ in doubtful})
    what = translate(
        "Import",
        "{lines}: in “{text}” the “{mark}” may stand between thousands or before decimals.",
        lines=upper_first(lines_words(lines)),
        text=cropped(text, 40),
        mark=mark,
    )
    choices = [(key, _as_read(text, decimal)) for key, decimal in marks.items()]
    finding = found("thousands", what, choices, lines, accept)
    return JudgedMarks(marks[finding.accepted or choices[0][0]], findings=[finding])


def _as_read(text: str, decimal: Mark) -> str:
    return translate(
        "Import",
        "“{text}” is {number}, and the others are read alike",
        text=cropped(text, 40),
        number=_number(text, decimal),
    )


def _number(text: str, decimal: Mark) -> str:
    read = cells.measure(text, decimal_comma=decimal == ",")
    return numeral(float(read or 0), ",.15g")


def _said(read: Sequence[Cell], decimal: Mark, proof: Cell) -> list[str]:
    """A note where digits that look like thousands are decimals."""
    text = next((text for _, text in read if cells.doubtful_mark(text) == decimal), None)
    if text is None:
        return []
    return [
        translate(
            "Import",
            "“{text}” is read as {number}, because “{other}” in {line} has decimals.",
            text=cropped(text, 40),
            number=_number(text, decimal),
            other=cropped(proof[1], 40),
            line=lines_words([proof[0]]),
        )
    ]
