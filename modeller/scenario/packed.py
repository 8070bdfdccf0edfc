"""The scenarios in what office programs and zip files pack: a briefing's workbook, text or data."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from modeller.scenario.document import MAXIMUM_TOGETHER, MAXIMUM_TOGETHER_BYTES
from modeller.scenario.share_code import read_code, whole_codes

_SCENARIO = re.compile(r"(?:[^/\\]{1,80}/)?[^/\\]{1,80}\.scenario\.json")
_TEXT = re.compile(r"xl/(?:sharedStrings|worksheets/sheet[0-9]{1,3})\.xml|word/document\.xml")
_MOST_PARTS = 500
"""Parts of a file that are looked at; a briefing has far fewer."""


def packed_scenarios(data: bytes) -> list[bytes]:
    """The JSON of each scenario in a zip file: its scenario files, or the share codes in its text.

    Nothing is written to disk, and no more is unpacked than the largest scenarios take. What is no
    zip file, is damaged or is encrypted holds none.

    Raises
    ------
    ModellerError
        For a share code that is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()[:_MOST_PARTS]
            files = [part for part in parts if _SCENARIO.fullmatch(part.filename)]
            if files:
                return [_unpacked(archive, part) for part in files[: MAXIMUM_TOGETHER + 1]]
            texts = [part for part in parts if _TEXT.fullmatch(part.filename)]
            found = [_unpacked(archive, part).decode("utf-8", "replace") for part in texts]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return []  # RuntimeError: it is encrypted
    codes = dict.fromkeys(code for text in found for code in whole_codes(text))
    return [read_code(code) for code in list(codes)[: MAXIMUM_TOGETHER + 1]]


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as stream:
        return stream.read(MAXIMUM_TOGETHER_BYTES)
