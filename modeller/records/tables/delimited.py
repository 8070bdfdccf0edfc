"""Reads tables written as text, in any encoding and with any separator and line ends."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter

from modeller.base.errors import ModellerError, at_line, refusal
from modeller.base.language import translatable, translate
from modeller.records.tables.table import MOST_COLUMNS, MOST_ROWS, Table, filled

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, because its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ORDINARY = frozenset("£€–—‘’“”…•·°½¼¾²³†‡«»\u00a0éèêëáàâäãåçíìîïñóòôöõúùûüœæßøÉ")
"""Characters beyond ASCII that occur in tables when the encoding has been guessed right."""
SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?[\r\n]{1,2}", re.IGNORECASE)
_LOOKED_AT = 400
"""How many lines decide on the separator."""
_NAMES = {
    ",": translatable("Table", "commas"),
    ";": translatable("Table", "semicolons"),
    "\t": translatable("Table", "tabs"),
    "|": translatable("Table", "vertical bars"),
}


def read_delimited(content: bytes, name: str) -> Table:
    """The table in the bytes of a text file.

    Raises
    ------
    ModellerError
        When it is not text, or a quotation mark has no partner.
    """
    text, encoding = decoded_text(content, name)
    return read_text(text, name, encoding=encoding)


def read_text(text: str, name: str, *, encoding: str = "") -> Table:
    """The table in a text, such as one from the clipboard; an unusual `encoding` is noted.

    Raises
    ------
    ModellerError
        When a quotation mark has no partner.
    """
    notes = []
    if encoding:
        notes.append(translate("Table", "The text is encoded as {encoding}.", encoding=encoding))
    stated = SEPARATOR_LINE.match(text)
    before = 0
    if stated:
        separator, text, before = stated[1], text[stated.end() :], 1
    else:
        separator = _separator(text)
    if separator != ",":
        kind = translate("Table", _NAMES[separator]) if separator in _NAMES else f"“{separator}”"
        notes.append(translate("Table", "Cells are separated by {separator}.", separator=kind))
    if separator in ' "\r\n':
        raise refusal(
            at_line(1),
            "names no separator",
            "take the line out, or write sep=, or sep=;",
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    numbered = ((before + reader.line_num, row) for row in reader)
    try:
        rows = list(itertools.islice(filled(numbered), MOST_ROWS + 1))
    except csv.Error as error:
        raise refusal(
            at_line(before + reader.line_num),
            "cannot be read as CSV ({reason})",
            "use commas between cells and double quotes, if any, in pairs",
            reason=error,
        ) from error
    wide = next((row for row in rows if len(row.cells) > MOST_COLUMNS and _wide(row.cells)), None)
    if wide is not None:
        raise refusal(
            at_line(wide.line),
            "has {count} columns",
            "at most {most} are read",
            count=len(wide.cells),
            most=MOST_COLUMNS,
        )
    return Table(name, tuple(rows[:MOST_ROWS]), notes=tuple(notes), cut=len(rows) > MOST_ROWS)


def _wide(cells: tuple[str, ...]) -> bool:
    return any(cells[MOST_COLUMNS:])


def decoded_text(content: bytes, name: str) -> tuple[str, str]:
    """The text and, where it is not UTF-8, the name of its encoding.

    A byte order mark decides; then, whether it is valid UTF-8; then, which of the two single-byte
    encodings that spreadsheets write gives more ordinary characters.

    Raises
    ------
    ModellerError
        When it is in none of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), "" if encoding == "utf-8-sig" else encoding.upper()
            except UnicodeDecodeError as error:
                raise _not_text(name, encoding.removesuffix("-sig").upper()) from error
    noughts = (content[:2000:2].count(0), content[1:2000:2].count(0))
    half = min(len(content), 2000) // 2
    if half and 3 * max(noughts) > half and 10 * min(noughts) < half:
        encoding = "utf-16-le" if noughts[1] > noughts[0] else "utf-16-be"
        try:
            return content.decode(encoding), "UTF-16"
        except UnicodeDecodeError as error:
            raise _not_text(name, "UTF-16") from error
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    high = Counter(byte for byte in content if byte >= 128)
    windows, mac = (_plausible(high, encoding) for encoding in ("cp1252", "mac_roman"))
    if mac > windows:
        return content.decode("mac_roman"), "Mac Roman"
    return content.decode("cp1252", "replace"), "Windows-1252"


def _plausible(high: Counter[int], encoding: str) -> int:
    """The number of ordinary characters beyond ASCII, less that of unusual ones."""
    score = 0
    for byte, times in high.items():
        character = bytes([byte]).decode(encoding, "replace")
        score += times if character in _ORDINARY else -times
    return score


def _not_text(name: str, encoding: str) -> ModellerError:
    return refusal(
        name,
        "is not the {encoding} text that it begins as",
        "save it again from the spreadsheet, as “CSV UTF-8” or as a workbook",
        encoding=encoding,
    )


def _separator(text: str) -> str:
    """The separator that divides most lines into the same number of cells, and into many."""
    sample = "".join(itertools.islice(io.StringIO(text[:200_000], newline=""), _LOOKED_AT))
    best, most = ",", 0.0
    for separator in SEPARATORS:
        widths: Counter[int] = Counter()
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        try:
            for row in reader:
                if any(cell.strip() for cell in row):
                    widths[min(len(row), MOST_COLUMNS)] += 1
        except csv.Error:
            continue
        widths_above_one = {width: times for width, times in widths.items() if width > 1}
        if not widths_above_one:
            continue
        # titles and footnotes have few cells, so the table has the largest of the frequent numbers
        score = max(
            times / widths.total() * min(width, 30) for width, times in widths_above_one.items()
        )
        if score > most:
            best, most = separator, score
    return best
