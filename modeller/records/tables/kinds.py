"""Recognises the kind of a file by its bytes, never by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Literal

from modeller.base.language import translatable, translate

Kind = Literal[
    "text",
    "JSON",
    "web page",
    "XML",
    "mail",
    "PDF",
    "workbook",
    "old-workbook",
    "sheet",
    "document",
    "slides",
    "zip",
    "picture",
    "sound",
    "database",
    "other",
]

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"8BPS", "picture"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x1aE\xdf\xa3", "sound"),
    (b"\x1f\x8b", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"Rar!\x1a\x07", "zip"),
    (b"BZh", "zip"),
    (b"\xfd7zXZ\x00", "zip"),
    (b"{\\rtf", "document"),
    (b"SQLite format 3\x00", "database"),
    (b"\x7fELF", "database"),
    (b"PAR1", "database"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEMBERS: tuple[tuple[bytes, Kind], ...] = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "sheet"),
    (b"application/vnd.oasis.opendocument.text", "document"),
    (b"application/vnd.oasis.opendocument.presentation", "slides"),
    (b"xl/workbook", "workbook"),
    (b"xl/worksheets/", "workbook"),
    (b"word/document", "document"),
    (b"ppt/presentation", "slides"),
)
_PAGE = re.compile(rb"<(?:!doctype html|!--|(?:html|head|meta|body|style|div|table)\b)", re.I)
_MAIL = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t])[^\r\n]{0,2000}\r?\n")
_MAIL_HEADER = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|content-type|subject|date|from|to):",
    re.IGNORECASE | re.MULTILINE,
)

_SAID: dict[Kind, str] = {
    "text": translatable("File kind", "a text"),
    "JSON": translatable("File kind", "a JSON file"),
    "web page": translatable("File kind", "a web page"),
    "XML": translatable("File kind", "an XML file"),
    "mail": translatable("File kind", "an e-mail message"),
    "PDF": translatable("File kind", "a PDF"),
    "workbook": translatable("File kind", "an Excel workbook"),
    "old-workbook": translatable("File kind", "an older Office file"),
    "sheet": translatable("File kind", "an OpenDocument spreadsheet"),
    "document": translatable("File kind", "a word processor’s document"),
    "slides": translatable("File kind", "a presentation"),
    "zip": translatable("File kind", "a compressed archive"),
    "picture": translatable("File kind", "a picture"),
    "sound": translatable("File kind", "a sound or a film"),
    "database": translatable("File kind", "a program or a database"),
    "other": translatable("File kind", "a file of an unknown kind"),
}


def said(kind: Kind) -> str:
    """The kind in words, in the user's language: ``a picture``."""
    return translate("File kind", _SAID[kind])


def kind_of(data: bytes) -> Kind:
    """The kind of the bytes; ``text`` where nothing speaks against it."""
    start = data[:1024]
    if start.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if start.startswith(_OLE):
        return "old-workbook"
    for beginning, kind in _BEGINNINGS:
        if start.startswith(beginning):
            return kind
    if start[:4] == b"RIFF":
        return "picture" if start[8:12] == b"WEBP" else "sound"
    if start[4:8] == b"ftyp":
        heic = start[8:11] in (b"hei", b"mif", b"avi")
        return "picture" if heic else "sound"
    if re.match(rb"BM.{4}\x00\x00\x00\x00", start, re.DOTALL):
        return "picture"
    if start.startswith(b"MZ") and b"\x00" in start[:64]:
        return "database"
    if b"%PDF-" in start:
        return "PDF"
    return _written(data, start)


def _zipped(data: bytes) -> Kind:
    """The kind of a zip file, by the names of its members, which are not compressed."""
    ends = data[:4096] + data[-65_536:]
    for member, kind in _MEMBERS:
        if member in ends:
            return kind
    return _by_mimetype(data) if b"content.xml" in ends else "zip"


def _by_mimetype(data: bytes) -> Kind:
    """The kind that an OpenDocument file states, where its statement has been compressed."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            archive.open("mimetype") as member,
        ):
            mimetype = member.read(200)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, EOFError, RuntimeError):
        return "zip"
    return next((kind for beginning, kind in _MEMBERS if beginning == mimetype.strip()), "zip")


def _written(data: bytes, start: bytes) -> Kind:
    bare = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text"
    if bare[:5].lower() in (b"<html", b"<!doc", b"<?xml") and b"<svg" in start:
        return "picture"
    if bare[:4].lower() == b"<svg":
        return "picture"
    if _PAGE.match(bare):
        return "web page"
    if bare[:5].lower() == b"<?xml":
        return "XML"
    if bare[:1] in (b"{", b"["):
        return "JSON"
    if _MAIL.match(bare) and len(_MAIL_HEADER.findall(data[:8192])) >= 3:
        return "mail"
    return "other" if not _is_text(start) else "text"


def _is_text(start: bytes) -> bool:
    """Whether control characters are as rare as in text; in UTF-16 most characters have a zero."""
    strange = sum(byte < 32 and byte not in (9, 10, 11, 12, 13, 27) for byte in start)
    noughts = start.count(0)
    if 3 * noughts > len(start):
        # in UTF-16 dashes and quotation marks have bytes that look like control characters
        return (strange - noughts) * 12 <= len(start)
    return strange * 100 <= len(start)
