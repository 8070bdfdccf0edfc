"""Lays out tables and paragraphs in monospaced text."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

GAP = "  "
_NARROWEST_TEXT = 30


@dataclass(frozen=True)
class Column:
    """A column: its heading, its alignment and its cells."""

    heading: str
    cells: Sequence[str]
    align: Literal["left", "right"] = "left"

    @property
    def width(self) -> int:
        """The width that it needs, in characters."""
        return max(map(shown_width, (self.heading, *self.cells)), default=0)


@lru_cache(maxsize=4096)
def shown_width(text: str) -> int:
    """The columns that text takes on a terminal: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def pad(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """The text padded with spaces."""
    space = " " * max(0, width - shown_width(text))
    return space + text if align == "right" else text + space


def table_width(columns: Sequence[Column]) -> int:
    """The width of a line of the table, in characters."""
    return sum(column.width for column in columns) + len(GAP) * (len(columns) - 1)


def table(columns: Sequence[Column], *, rule: bool = True) -> list[str]:
    """Lines of a table; a row whose cells are all empty is a blank line."""
    widths = [column.width for column in columns]
    lines = []
    if any(column.heading for column in columns):
        lines.append(_line([column.heading for column in columns], columns, widths))
        if rule:
            lines.append("─" * table_width(columns))
    rows = zip(*(column.cells for column in columns), strict=True)
    lines += [_line(list(row), columns, widths) for row in rows]
    return lines


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = [
        pad(cell, width, column.align)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    ]
    return GAP.join(padded).rstrip()


def paragraph(text: str, width: int, *, mark: str = "", indent: int = 0) -> list[str]:
    """Text broken into lines, with `mark` before the first and the others indented."""
    # textwrap only breaks at plain white space, so a figure stays with its unit
    return textwrap.wrap(
        re.sub(r"(?<=[0-9]) (?=%)", "\u202f", text),
        width,
        initial_indent=" " * indent + mark,
        subsequent_indent=" " * (indent + len(mark)),
        break_long_words=False,
        break_on_hyphens=False,
    )


def listed(items: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Names, with a column of texts beside them."""
    room = max(shown_width(name) for name, _ in items)
    lines = []
    for name, text in items:
        lines += paragraph(text, width, mark=f"{GAP}{pad(name, room)}{GAP}")
    return lines


def ends(left: str, right: str, width: int) -> list[str]:
    """Two texts at either end of a line, or on two lines if one is too short."""
    if shown_width(left) + shown_width(right) + 2 > width:
        return [*paragraph(left, width), right]
    return [pad(left, width - shown_width(right)) + right]


def with_text(
    columns: Sequence[Column], heading: str, texts: Sequence[str], page: int
) -> list[str]:
    """A table whose last column is wrapped text, or stands below each row on a narrow page."""
    left = table_width(columns) + len(GAP)
    room = page - left
    if room < _NARROWEST_TEXT:
        lines = []
        for line, text in zip(table(columns)[2:], texts, strict=True):
            lines += [line, *paragraph(text, page, indent=4)]
        return lines
    broken = [textwrap.wrap(text, room, break_on_hyphens=False) or [""] for text in texts]
    filled = [
        Column(
            column.heading,
            [
                cell
                for cell, text in zip(column.cells, broken, strict=True)
                for cell in (cell, *[""] * (len(text) - 1))
            ],
            column.align,
        )
        for column in columns
    ]
    return table([*filled, Column(heading, [line for text in broken for line in text])])
