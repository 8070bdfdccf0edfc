"""Stores scenarios in Office files, and finds them there and in the zip file of the data.

Office files are zip files. The scenarios are in a part of their own, of a kind that Office keeps
when it saves the file again, with a digest of all other parts, by which a later change is noticed.
Files are unpacked within fixed bounds, and nothing in them is interpreted.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from modeller.base.bounded_json import number_text
from modeller.base.errors import ModellerError, refusal
from modeller.scenario.document import MAXIMUM_TOGETHER_BYTES

SPACE = "urn:policy-scenario-modeller:briefing"
"""The namespace of the part that holds the scenarios."""

_PLACE = "customXml/item1.xml"
_PARTS = re.compile(r"customXml/item\d{1,3}\.xml")
_HELD = re.compile(
    rb"<(?:\w+:)?briefing\b[^<>]{0,200}" + SPACE.encode() + rb"[^<>]{0,200}>([^<]*)</"
)
_RELATIONS = {
    "docx": "word/_rels/document.xml.rels",
    "pptx": "ppt/_rels/presentation.xml.rels",
    "xlsx": "xl/_rels/workbook.xml.rels",
}
_RELATION = (
    '<Relationship Id="rIdModeller" Target="../customXml/item1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"/>'
)
_MAXIMUM_MEMBERS = 1_000
_MAXIMUM_UNPACKED = 100_000_000


@dataclass(frozen=True)
class Package:
    """The content of a zip file that matters here.

    Attributes
    ----------
    held
        The part with the scenarios; None when there is none.
    digest
        The digest of everything else.
    scenarios
        Scenario files in it, by name, in their order in the archive.
    """

    held: bytes | None
    digest: str
    scenarios: Mapping[str, bytes]


def with_part(parts: Mapping[str, bytes], form: str) -> dict[str, bytes]:
    """The parts of an Office file, by name, with a relation by which Office keeps another part."""
    place = _RELATIONS[form]
    relations = parts[place]
    head, _, tail = relations.rpartition(b"</Relationships>")
    return {**parts, place: head + _RELATION.encode() + b"</Relationships>" + tail}


def held_part(text: str) -> tuple[str, bytes]:
    """Name and content of the part that holds the scenarios; `text` must contain no markup."""
    return _PLACE, f'<?xml version="1.0"?>\n<briefing xmlns="{SPACE}">{text}</briefing>'.encode()


def parts_digest(parts: Mapping[str, bytes]) -> str:
    """SHA-256 of everything in a package except the part that holds the scenarios."""
    sums = (
        f"{name}\n{hashlib.sha256(parts[name]).hexdigest()}\n"
        for name in sorted(parts)
        if not _PARTS.fullmatch(name)
    )
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def read_package(data: bytes, name: str, suffix: str) -> Package:
    """Read a zip file.

    Parameters
    ----------
    suffix
        The ending of the names of scenario files.

    Raises
    ------
    ModellerError
        When it is damaged, locked or unpacks to more than any briefing does.
    """
    parts = dict(_parts(data, name))
    held = None
    for part in filter(_PARTS.fullmatch, sorted(parts)):
        found = _HELD.search(parts[part])
        if found is not None:
            held = unescape(found[1].decode("utf-8", "replace")).encode()
            break
    files = {part: content for part, content in parts.items() if part.endswith(suffix)}
    for content in (*files.values(), held or b""):
        if len(content) > MAXIMUM_TOGETHER_BYTES:
            raise _too_large(name, MAXIMUM_TOGETHER_BYTES)
    return Package(held, parts_digest(parts), files)


def _parts(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            # zipfile never gives more than the stated size
            if len(members) > _MAXIMUM_MEMBERS or (
                sum(member.file_size for member in members) > _MAXIMUM_UNPACKED
            ):
                raise _too_large(name, _MAXIMUM_UNPACKED)
            for member in members:
                yield member.filename, archive.read(member)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,  # locked with a password
        ValueError,
    ) as error:
        if isinstance(error, ModellerError):
            raise
        raise refusal(
            name,
            "is damaged or locked with a password",
            "ask for it again, or for the web page or the PDF",
        ) from error


def _too_large(name: str, most: int) -> ModellerError:
    return refusal(
        name,
        "holds a file that unpacks to more than {most} bytes",
        "no scenario is as large",
        most=number_text(most),
    )
