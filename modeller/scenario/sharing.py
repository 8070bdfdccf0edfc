"""Passing a scenario on: as a text code in a message, and out of a briefing it was carried in.

Whatever comes in is a stranger's: it is read within fixed bounds, before and after it is
decompressed, never executed, and checked as any scenario file is.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from modeller.base.bounded_json import JSON, number_text, parse, shown
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import translatable, translate
from modeller.base.paths import is_file
from modeller.model.catalogue import catalogue
from modeller.model.sampling import STREAMS_VERSION
from modeller.scenario.document import MAXIMUM_TOGETHER, MAXIMUM_TOGETHER_BYTES
from modeller.scenario.file import SUFFIX, load_scenario, names_nothing, parse_scenario
from modeller.scenario.office import read_package
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario, short_fingerprint
from modeller.scenario.share_code import (
    MAXIMUM_CODE_LENGTH,
    codes_in,
    holds_code,
    read_scenario_code,
    share_code,
)

__all__ = [
    "EMBEDDED_NAME",
    "Opened",
    "embedded_text",
    "holds_code",
    "open_bytes",
    "open_code",
    "open_package",
    "open_page",
    "open_pdf",
    "open_shared",
    "page_digest",
    "sealed_pdf",
    "share_code",
]

Kind = Literal["scenario", "share code", "web page", "PDF", "Office document", "zip file"]

MAXIMUM_BRIEFING_BYTES = 25_000_000
SHARED_FILE = FileKind(
    MAXIMUM_BRIEFING_BYTES,
    smaller=translatable("Problem", "a briefing is far smaller than that"),
)
"""A scenario file, a briefing, or a message with a code in it."""

EMBEDDED_NAME = "modeller-briefing"
"""Id of the data block in a web page; with ``.json`` the name of the file in a PDF."""
_EMBEDDED_FORMAT = 1

_OPENING = b'<script type="application/json" id="' + EMBEDDED_NAME.encode() + b'">'
_CLOSING = b"</script>"
_SEAL = re.compile(rb"%" + EMBEDDED_NAME.encode() + rb" sha256=([0-9a-f]{64})[\r\n]{0,2}\Z")
_EMBEDDED_FILE = re.compile(rb"/Type\s{0,4}/EmbeddedFile\b")
_STREAM = re.compile(rb"stream\r?\n")
_MAXIMUM_ATTACHMENTS = 20
_LONGEST_DICTIONARY = 4_000


@dataclass(frozen=True)
class Opened:
    """What was opened: one to four scenarios, and whether they came as they were sent.

    Attributes
    ----------
    kind
        What they came in.
    warnings
        Each a sentence naming something that was altered on the way.
    intact
        True when nothing was altered, False when something was, None when what they came in
        does not hold enough to tell.
    """

    scenarios: tuple[LoadedScenario, ...]
    kind: Kind
    warnings: tuple[str, ...]
    intact: bool | None

    @property
    def scenario(self) -> Scenario:
        """The first, or the only one."""
        return self.scenarios[0].scenario


# ---------------------------------------------------------------- text codes


def open_code(text: str) -> Opened:
    """The scenario of a share code, with or without the message around it.

    Raises
    ------
    ModellerError
        When it is damaged, altered, too long or of a newer release, or for what is wrong in
        the scenario.
    """
    loaded = _with_fingerprint_checked(read_scenario_code(text))
    others = codes_in(text) - 1
    warnings = []
    if others > 0:
        more = translatable(
            "Opening", "The text holds {count} more share codes; open each by itself."
        )
        one = translatable("Opening", "The text holds one more share code; open it by itself.")
        warnings.append(translate("Opening", one if others == 1 else more, count=others))
    return _opened((loaded,), "share code", warnings, sealed=True)


def _with_fingerprint_checked(loaded: LoadedScenario) -> LoadedScenario:
    """A document without resolved values cannot be checked by its own content: by ours then."""
    same = (
        loaded.model_version == catalogue().version
        and loaded.streams_version == STREAMS_VERSION
        and loaded.record_digest == loaded.scenario.record_digest
    )
    if loaded.edited is not None or loaded.inputs_digest is None or not same:
        return loaded
    return replace(loaded, edited=loaded.scenario.inputs_digest != loaded.inputs_digest)


# ---------------------------------------------------------------- what a briefing carries


def embedded_text(documents: Sequence[Mapping[str, Any]], page_digest: str | None = None) -> str:
    """The JSON that a briefing carries: its scenarios, as `scenario_document` makes them.

    Every character that could end a data block or begin markup is written as an escape, so
    that it stands in a web page as it is.
    """
    content: dict[str, Any] = {EMBEDDED_NAME: _EMBEDDED_FORMAT, "scenarios": list(documents)}
    if page_digest is not None:
        content["page"] = page_digest
    text = json.dumps(content, ensure_ascii=True, allow_nan=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def page_digest(page: bytes) -> str:
    """SHA-256 of a web page without what its data block holds, whatever its line ends."""
    start, end = _block(page) or (0, 0)
    bare = page[:start] + page[end:]
    return hashlib.sha256(bare.replace(b"\r\n", b"\n")).hexdigest()


def _block(page: bytes) -> tuple[int, int] | None:
    """Where the content of a page's first data block begins and ends."""
    opening = page.find(_OPENING)
    start = opening + len(_OPENING)
    end = page.find(_CLOSING, start)
    return None if opening < 0 or end < 0 else (start, end)


def sealed_pdf(content: bytes) -> bytes:
    """A PDF with a closing comment by which a later change is noticed."""
    digest = hashlib.sha256(content).hexdigest()
    return content + f"%{EMBEDDED_NAME} sha256={digest}\n".encode()


def open_page(data: bytes, name: str = "the web page") -> Opened:
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
            raise ModellerError(
                problem(name, "holds no scenario", "choose a briefing that the modeller has made")
            )
        raise ModellerError(
            problem(
                name,
                "holds more than one block of scenarios",
                "choose a briefing that the modeller has made",
            )
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
    return _opened(_scenarios(content, name), "web page", warnings, sealed=sealed)


def open_pdf(data: bytes, name: str = "the PDF") -> Opened:
    """The scenarios in a briefing's PDF; its pages are not looked at.

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
        raise ModellerError(
            problem(name, "holds no scenario", "choose a briefing that the modeller has made")
        )
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
    return _opened(_scenarios(content, name), "PDF", warnings, sealed=sealed)


def open_package(data: bytes, name: str = "the file") -> Opened:
    """The scenarios in a briefing that is a Word document, slides, a workbook or a zip file.

    Raises
    ------
    ModellerError
        When it holds none, is damaged, or for what is wrong in them.
    """
    _check_size(data, name)
    package = read_package(data, name, SUFFIX)
    if package.held is None:
        if not 1 <= len(package.scenarios) <= MAXIMUM_TOGETHER:
            raise ModellerError(
                problem(name, "holds no scenario", "choose a briefing that the modeller has made")
            )
        loaded = tuple(
            parse_scenario(content, f"{name}: {part}")
            for part, content in package.scenarios.items()
        )
        return _opened(loaded, "zip file", [], sealed=True)
    content = _content(package.held, name)
    sealed = content.get("page") == package.digest
    warnings = []
    if not sealed:
        warnings.append(
            translate(
                "Opening",
                "The document was altered after it was made, or saved again by another program: "
                "its words and figures may no longer be those of its scenario.",
            )
        )
    return _opened(_scenarios(content, name), "Office document", warnings, sealed=sealed)


def _attachments(data: bytes, name: str) -> Iterable[bytes]:
    """What the files embedded in a PDF hold, each within the bounds of what is read.

    Only streams that say they are embedded files are unpacked, by nothing but zlib: no part
    of the PDF is interpreted.
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
            raise ModellerError(
                problem(
                    name,
                    "holds a file that unpacks to more than {most} bytes",
                    "no scenario is as large",
                    most=number_text(MAXIMUM_TOGETHER_BYTES),
                )
            )
        yield content


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAXIMUM_BRIEFING_BYTES:
        raise ModellerError(
            problem(
                name,
                "is larger than {most} bytes",
                "a briefing is far smaller than that",
                most=number_text(MAXIMUM_BRIEFING_BYTES),
            )
        )


def _content(data: bytes, name: str) -> Mapping[str, JSON]:
    content = parse(data, name, most=MAXIMUM_TOGETHER_BYTES)
    if not isinstance(content, Mapping) or content.get(EMBEDDED_NAME) != _EMBEDDED_FORMAT:
        raise ModellerError(
            problem(
                name,
                "holds scenarios in a form not known here",
                "choose a briefing that this release, or an older one, has made",
            )
        )
    return content


def _scenarios(content: Mapping[str, JSON], name: str) -> tuple[LoadedScenario, ...]:
    documents = content.get("scenarios")
    if not isinstance(documents, list) or not 1 <= len(documents) <= MAXIMUM_TOGETHER:
        raise ModellerError(
            problem(
                name,
                "does not hold one to {most} scenarios",
                "choose a briefing that the modeller has made",
                most=MAXIMUM_TOGETHER,
            )
        )
    loaded, problems = [], []
    for index, document in enumerate(documents):
        try:
            loaded.append(_with_fingerprint_checked(parse_document(document)))
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


def _opened(
    loaded: tuple[LoadedScenario, ...], kind: Kind, warnings: list[str], *, sealed: bool | None
) -> Opened:
    edited = [one for one in loaded if one.edited]
    warnings += [
        translate(
            "Opening",
            "The scenario {title} was edited after it was saved: its fingerprint was {then} and "
            "is now {now}.",
            title=shown(one.scenario.title),
            then=short_fingerprint(one.inputs_digest or "0" * 64),
            now=one.scenario.fingerprint,
        )
        for one in edited
    ]
    intact = sealed
    if edited:
        intact = False
    elif sealed and any(one.edited is None for one in loaded):
        intact = None
    return Opened(loaded, kind, tuple(warnings), intact)


# ---------------------------------------------------------------- whatever it is


def open_shared(text_or_path: str | Path) -> Opened:
    """Whatever holds a scenario: a code, a shipped name, or the path of a file or a briefing.

    Raises
    ------
    ModellerError
        When it is none of these, or for what is wrong in it.
    """
    import scenarios  # data beside the model, whose script imports the model

    text = str(text_or_path)
    place = Path(text)
    shipped = isinstance(text_or_path, str) and text in scenarios.names()
    if is_file(place) and not shipped:
        return open_bytes(read_file(place, SHARED_FILE), text)
    if isinstance(text_or_path, str):
        if holds_code(text):
            return open_code(text)
        if names_nothing(text):
            raise ModellerError(_nothing_to_open(text))
    return _opened((load_scenario(text_or_path),), "scenario", [], sealed=True)


def _nothing_to_open(text: str) -> Problem:
    import scenarios  # data beside the model, whose script imports the model

    return problem(
        shown(text),
        "is nothing that can be opened",
        "give a share code, the path of a briefing or of a scenario file, or one of {names}",
        names=", ".join(scenarios.names()),
    )


def open_bytes(data: bytes, name: str = "the file") -> Opened:
    """The scenarios in the content of a file: a briefing, a scenario or a message with a code.

    Raises
    ------
    ModellerError
        When it holds none, or for what is wrong in them.
    """
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return open_pdf(data, name)
    if start[:14].lower() == b"<!doctype html" or start[:5].lower() == b"<html":
        return open_page(data, name)
    if start[:4] == b"PK\x03\x04":
        return open_package(data, name)
    if start[:1] != b"{" and len(data) <= MAXIMUM_CODE_LENGTH:
        message = data.decode("utf-8", "replace")
        if holds_code(message):
            return open_code(message)
    return _opened((parse_scenario(data, name),), "scenario", [], sealed=True)
