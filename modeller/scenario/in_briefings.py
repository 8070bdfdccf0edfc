"""The scenarios that a briefing carries: how they are put into each form, and opened again.

Input is not trusted: it is read within fixed bounds, before and after decompression, never
executed, and checked as any scenario file is.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from modeller.base.bounded_json import JSON, number_text, parse
from modeller.base.errors import ModellerError, problem, refusal
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.records.mistaken_files import not_a_scenario
from modeller.records.tables.kinds import kind_of, said
from modeller.scenario.document import MAXIMUM_TOGETHER, MAXIMUM_TOGETHER_BYTES
from modeller.scenario.file import SUFFIX, parse_scenario
from modeller.scenario.messages import document_text, without_tags
from modeller.scenario.office import read_package
from modeller.scenario.opened import Opened, open_code, opened_from, with_fingerprint_checked
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.share_code import MAXIMUM_CODE_LENGTH, holds_code
from modeller.scenario.workbook_codes import codes_in_workbook

MAXIMUM_BRIEFING_BYTES = 25_000_000

EMBEDDED_NAME = "modeller-briefing"
"""Id of the data block in a web page and, with ``.json``, name of the file in a PDF."""
_EMBEDDED_FORMAT = 1

_OPENING = b'<script type="application/json" id="' + EMBEDDED_NAME.encode() + b'">'
_CLOSING = b"</script>"
_SEAL = re.compile(rb"%" + EMBEDDED_NAME.encode() + rb" sha256=([0-9a-f]{64})[\r\n]{0,2}\Z")
_EMBEDDED_FILE = re.compile(rb"/Type\s{0,4}/EmbeddedFile\b")
_STREAM = re.compile(rb"stream\r?\n")
_MAXIMUM_ATTACHMENTS = 20
_LONGEST_DICTIONARY = 4_000


def embedded_text(documents: Sequence[Mapping[str, Any]], page_digest: str | None = None) -> str:
    """The JSON that a briefing carries: its scenarios, as `scenario_document` makes them.

    Every character that could end a data block or begin markup is escaped, so that it can stand in
    a web page unchanged.
    """
    content: dict[str, Any] = {EMBEDDED_NAME: _EMBEDDED_FORMAT, "scenarios": list(documents)}
    if page_digest is not None:
        content["page"] = page_digest
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def page_digest(page: bytes) -> str:
    """SHA-256 of a web page without the content of its data block, whatever its line ends."""
    start, end = _block(page) or (0, 0)
    bare = page[:start] + page[end:]
    return hashlib.sha256(bare.replace(b"\r\n", b"\n")).hexdigest()


def _block(page: bytes) -> tuple[int, int] | None:
    """Where the content of the first data block of a page begins and ends."""
    opening = page.find(_OPENING)
    start = opening + len(_OPENING)
    end = page.find(_CLOSING, start)
    return None if opening < 0 or end < 0 else (start, end)


def sealed_pdf(content: bytes) -> bytes:
    """The PDF with a comment at its end by which a later change is noticed."""
    digest = hashlib.sha256(content).hexdigest()
    return content + f"%{EMBEDDED_NAME} sha256={digest}\n".encode()


def open_page(data: bytes, name: str = "the web page", *, profile: Profile) -> Opened:
    """The scenarios in a briefing's web page.

    Raises
    ------
    ModellerError
        When it holds none, or for what is wrong in them.
    """
    _check_size(data, name)
    block = _block(data)
    if block is None or data.find(_OPENING, block[1]) >= 0:
        if block is None:
            # a program may have saved the page without its data; the share codes are also printed
            # in it
            written = without_tags(data[: 2 * MAXIMUM_CODE_LENGTH].decode("utf-8", "replace"))
            if holds_code(written):
                return open_code(written[:MAXIMUM_CODE_LENGTH], profile)
            raise refusal(name, "holds no scenario", "choose a briefing that the modeller has made")
        raise refusal(
            name,
            "holds more than one block of scenarios",
            "choose a briefing that the modeller has made",
        )
    content = _content(data[slice(*block)], name)
    stated = content.get("page")
    sealed = None if stated is None else stated == page_digest(data)
    warnings = []
    if sealed is False:
        warnings.append(
            translate(
                "Opening",
                "The page was altered after it was made, by hand or by a program that saved it "
                "again: its words and figures may no longer be those of its scenario.",
            )
        )
    return opened_from(_scenarios(content, name, profile), "web page", warnings, sealed=sealed)


def open_pdf(data: bytes, name: str = "the PDF", *, profile: Profile) -> Opened:
    """The scenarios in a briefing's PDF; its pages are not read.

    Raises
    ------
    ModellerError
        When it holds none, or for what is wrong in them.
    """
    _check_size(data, name)
    content = next(
        (
            _content(attached, name)
            for attached in _attachments(data, name)
            if attached.lstrip()[:40].startswith(b"{") and EMBEDDED_NAME.encode() in attached[:80]
        ),
        None,
    )
    if content is None:
        raise refusal(name, "holds no scenario", "choose a briefing that the modeller has made")
    seal = _SEAL.search(data, max(0, len(data) - 200))
    warnings = []
    sealed = None
    if seal is not None:
        sealed = hashlib.sha256(data[: seal.start()]).hexdigest().encode() == seal[1]
    if sealed is False:
        warnings.append(
            translate(
                "Opening",
                "The PDF was altered after it was made: its words and figures may no longer be "
                "those of its scenario.",
            )
        )
    if sealed is None:
        warnings.append(
            translate(
                "Opening",
                "Another program has saved the PDF since it was made: whether its pages were "
                "altered cannot be told.",
            )
        )
    return opened_from(_scenarios(content, name, profile), "PDF", warnings, sealed=sealed)


def open_package(data: bytes, name: str = "the file", *, profile: Profile) -> Opened:
    """The scenarios in a briefing that is a Word document, slides, a workbook or a zip file.

    If a program has saved an Office file without them, the share codes printed in it are opened.

    Raises
    ------
    ModellerError
        When it holds none, is damaged, or for what is wrong in them.
    """
    _check_size(data, name)
    package = read_package(data, name, SUFFIX)
    if package.held is not None:
        content = _content(package.held, name)
        sealed = content.get("page") == package.digest
        warnings = []
        if not sealed:
            warnings.append(
                translate(
                    "Opening",
                    "The document was altered after it was made, or saved again by another "
                    "program: its words and figures may no longer be those of its scenario.",
                )
            )
        loaded = _scenarios(content, name, profile)
        return opened_from(loaded, "Office document", warnings, sealed=sealed)
    if 1 <= len(package.scenarios) <= MAXIMUM_TOGETHER:
        loaded = tuple(
            parse_scenario(content, f"{name}: {part}", profile=profile)
            for part, content in package.scenarios.items()
        )
        return opened_from(loaded, "zip file", [], sealed=True)
    written = codes_in_workbook(data) or document_text(data)
    if holds_code(written):
        return open_code(written[:MAXIMUM_CODE_LENGTH], profile)
    raise ModellerError(
        not_a_scenario(data, name)
        or problem(
            name,
            "is {kind} and holds no scenario",
            "choose a briefing that the modeller has made, or paste a share code",
            kind=said(kind_of(data)),
        )
    )


def _attachments(data: bytes, name: str) -> Iterable[bytes]:
    """The content of the files embedded in a PDF, each within the usual bounds.

    Only streams marked as embedded files are unpacked, with zlib alone; nothing else in the PDF is
    interpreted.
    """
    for number, found in enumerate(_EMBEDDED_FILE.finditer(data)):
        if number == _MAXIMUM_ATTACHMENTS:
            return
        start = _STREAM.search(data, found.end(), found.end() + _LONGEST_DICTIONARY)
        if start is None:
            continue
        try:
            content = zlib.decompressobj().decompress(
                data[start.end() :], MAXIMUM_TOGETHER_BYTES + 1
            )
        except zlib.error:
            end = data.find(b"endstream", start.end())
            content = data[start.end() : max(end, start.end())][: MAXIMUM_TOGETHER_BYTES + 1]
        if len(content) > MAXIMUM_TOGETHER_BYTES:
            raise refusal(
                name,
                "holds a file that unpacks to more than {most} bytes",
                "no scenario is as large",
                most=number_text(MAXIMUM_TOGETHER_BYTES),
            )
        yield content


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAXIMUM_BRIEFING_BYTES:
        raise refusal(
            name,
            "is larger than {most} bytes",
            "a briefing is far smaller than that",
            most=number_text(MAXIMUM_BRIEFING_BYTES),
        )


def _content(data: bytes, name: str) -> Mapping[str, JSON]:
    content = parse(data, name, most=MAXIMUM_TOGETHER_BYTES)
    if not isinstance(content, Mapping) or content.get(EMBEDDED_NAME) != _EMBEDDED_FORMAT:
        raise refusal(
            name,
            "holds scenarios in a form not known here",
            "choose a briefing that this release, or an older one, has made",
        )
    return content


def _scenarios(
    content: Mapping[str, JSON], name: str, profile: Profile
) -> tuple[LoadedScenario, ...]:
    documents = content.get("scenarios")
    if not isinstance(documents, list) or not 1 <= len(documents) <= MAXIMUM_TOGETHER:
        raise refusal(
            name,
            "does not hold one to {most} scenarios",
            "choose a briefing that the modeller has made",
            most=MAXIMUM_TOGETHER,
        )
    loaded, problems = [], []
    for index, document in enumerate(documents):
        try:
            loaded.append(with_fingerprint_checked(parse_document(document, profile)))
        except ModellerError as error:
            problems += [
                replace(
                    fault,
                    where=translate(
                        "Problem",
                        "scenario {number}: {where}",
                        number=index + 1,
                        where=fault.where,
                    ),
                )
                for fault in error.problems
            ]
    if problems:
        raise ModellerError(problems)
    return tuple(loaded)
