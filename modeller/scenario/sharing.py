"""Opens scenarios from whatever carries them: share codes, messages, briefings, files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from modeller.base.bounded_json import shown
from modeller.base.bounded_reading import FileKind, read_file
from modeller.base.errors import refusal
from modeller.base.language import translatable
from modeller.base.paths import is_file
from modeller.profiles import Profile
from modeller.records.tables.kinds import Kind as Written
from modeller.records.tables.kinds import kind_of, said
from modeller.scenario.desk_file import DESK_MARK, parse_desk
from modeller.scenario.document import MAXIMUM_TOGETHER
from modeller.scenario.file import is_unknown_name, load_scenario, parse_scenario
from modeller.scenario.in_briefings import (
    MAXIMUM_BRIEFING_BYTES,
    open_package,
    open_page,
    open_pdf,
)
from modeller.scenario.messages import attachments, document_text, message_text
from modeller.scenario.opened import Opened, open_code, opened_from, with_fingerprint_checked
from modeller.scenario.share_code import MAXIMUM_CODE_LENGTH, holds_code

SHARED_FILE = FileKind(
    MAXIMUM_BRIEFING_BYTES,
    smaller=translatable("Problem", "a briefing is far smaller than that"),
)
"""A scenario file, a briefing, or a message with a code in it."""


def open_shared(
    text_or_path: str | Path, profile: Profile, *, most: int = MAXIMUM_TOGETHER
) -> Opened:
    """Open a scenario from a share code, the name of a scenario, or the path of any file.

    Parameters
    ----------
    most
        How many of the codes in a text are opened.

    Raises
    ------
    ModellerError
        When it is none of these, or with everything that is wrong in it.
    """
    text = str(text_or_path)
    place = Path(text)
    shipped = isinstance(text_or_path, str) and text in profile.scenario_names
    if is_file(place) and not shipped:
        return open_bytes(read_file(place, SHARED_FILE), text, profile=profile, most=most)
    if isinstance(text_or_path, str):
        if holds_code(text):
            return open_code(text, profile, most=most)
        if is_unknown_name(text, profile):
            raise refusal(
                shown(text),
                "cannot be opened as a scenario",
                "give a share code, the path of a briefing or of a scenario file, or one of "
                "{names}",
                names=", ".join(profile.scenario_names),
            )
    return opened_from((load_scenario(text_or_path, profile),), "scenario", [], sealed=True)


def open_bytes(
    data: bytes, name: str = "the file", *, profile: Profile, most: int = MAXIMUM_TOGETHER
) -> Opened:
    """The scenarios in the content of a file: a briefing, a scenario or a message with a code.

    Parameters
    ----------
    most
        How many of the codes in a message are opened.

    Raises
    ------
    ModellerError
        When it holds none, or for what is wrong in them.
    """
    kind = kind_of(data)
    if kind == "PDF":
        return open_pdf(data, name, profile=profile)
    if kind == "web page":
        return open_page(data, name, profile=profile)
    if data.startswith(b"PK\x03\x04"):
        return open_package(data, name, profile=profile)
    if kind in ("mail", "document"):
        return _open_written(data, name, kind, profile, most)
    if kind == "JSON" and DESK_MARK in data[:1024]:
        saved = parse_desk(data, name, profile=profile)
        checked = tuple(with_fingerprint_checked(each) for each in saved.scenarios)
        return replace(opened_from(checked, "desk", [], sealed=True), frame=saved.frame)
    if kind == "text" and len(data) <= MAXIMUM_CODE_LENGTH:
        # what a shell of Windows writes into a file is UTF-16
        utf_16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        message = data.decode("utf-16" if utf_16 else "utf-8", "replace")
        if holds_code(message):
            return open_code(message, profile, most=most)
    return opened_from((parse_scenario(data, name, profile=profile),), "scenario", [], sealed=True)


def _open_written(data: bytes, name: str, kind: Written, profile: Profile, most: int) -> Opened:
    """The scenarios printed in a message or a document, or attached to the message."""
    written = (message_text if kind == "mail" else document_text)(data)
    if holds_code(written):
        return open_code(written[:MAXIMUM_CODE_LENGTH], profile, most=most)
    if kind == "mail":
        for attached in attachments(data):
            if kind_of(attached) in ("JSON", "PDF", "web page"):
                return open_bytes(attached, name, profile=profile)
    raise refusal(
        name,
        "is {kind} and holds no share code",
        "open the file that came with it, or paste the code that is printed in it",
        kind=said(kind),
    )
