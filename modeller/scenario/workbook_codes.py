"""Finds the share codes that are printed in a workbook."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from modeller.scenario.document import MAXIMUM_TOGETHER_BYTES
from modeller.scenario.share_code import MAXIMUM_CODE_LENGTH

_TEXT = re.compile(r"xl/(?:sharedStrings|worksheets/sheet[0-9]{1,3})\.xml")
_CODE = re.compile(r"LFR[0-9]{1,3}\.[A-Za-z0-9_-]{20,}\.[0-9A-Za-z]{8}")
_MOST_PARTS = 500
"""How many parts of a file are looked at; a briefing has far fewer."""


def codes_in_workbook(data: bytes) -> str:
    """The share codes in the cells of a workbook, each once, on lines of their own; maybe empty."""
    texts = (part.decode("utf-8", "replace") for part in _parts(data, _TEXT, _MOST_PARTS))
    codes = dict.fromkeys(code for text in texts for code in _CODE.findall(text))
    return "\n".join(codes)[:MAXIMUM_CODE_LENGTH]


def _parts(data: bytes, named: re.Pattern[str], most: int) -> list[bytes]:
    """The content of those parts of a zip file whose names match a pattern."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [
                part for part in archive.infolist()[:_MOST_PARTS] if named.fullmatch(part.filename)
            ]
            return [_unpacked(archive, part) for part in parts[:most]]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return []  # RuntimeError: encrypted


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as stream:
        return stream.read(MAXIMUM_TOGETHER_BYTES)
