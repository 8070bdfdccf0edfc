"""Share codes: a scenario as text, ``LFR1.``, its compressed JSON, a full stop and a checksum.

A code has only characters that messages and web addresses leave unchanged. The 1 in its prefix is
the version of the form; a later form gets another number, and older ones stay readable.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import itertools
import re
import unicodedata
import zlib
from dataclasses import dataclass
from typing import Any

import rfc8785

from modeller.base.bounded_json import MAXIMUM_BYTES, number_text, parse, shown
from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import translate
from modeller.base.saving import ask_reader
from modeller.profiles import Profile
from modeller.scenario.digest import short_fingerprint
from modeller.scenario.document import scenario_document
from modeller.scenario.messages import without_tags
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario

KIND = 1
CODE_PREFIX = f"LFR{KIND}."
ORDINARY_CODE_LENGTH = 2_000
"""A code of up to this length passes through every kind of message."""
MAXIMUM_CODE_LENGTH = 400_000

FEWEST_CHARACTERS = 20
"""The shortest payload; text that merely looks like a code, such as “LFR2.3(a)”, has less."""

_PREFIX = re.compile(r"LFR\s?([0-9]{1,3})\s?\.", re.IGNORECASE)
_ANY_CODE = re.compile(rf"LFR[0-9]{{1,3}}\.|lfr[0-9]{{1,3}}\.[A-Za-z0-9_-]{{{FEWEST_CHARACTERS},}}")
_WRITTEN_CODE = re.compile(r"([A-Za-z0-9_-]+)\.([0-9A-Za-z]{8})")
_LONG_ENOUGH = re.compile(rf"[A-Za-z0-9_-]{{{FEWEST_CHARACTERS}}}")
_BETWEEN_LINES = re.compile(r"=\r?\n|<wbr\s{0,5}/?>|[\s>|]+", re.IGNORECASE)
"""Line breaks, also as mail programs encode them, and the marks before quoted lines."""
_BROKEN_WORD = re.compile(r"-(?=[ \t]*[\r\n])")
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
_DOTS = {0xFF0E: ".", 0x2024: "."}
_TYPED = str.maketrans("OIL", "011")
"""Letters that a checksum never has, and what they are read as."""
MOST_CODES = 40
"""The most codes that are looked for in one text."""


@dataclass(frozen=True)
class FoundCodes:
    """The share codes in a text.

    Attributes
    ----------
    payloads
        The payloads of undamaged codes, each once, in the order of the text.
    faults
        What is wrong with each of the other codes.
    """

    payloads: tuple[str, ...]
    faults: tuple[Problem, ...]


def share_code(scenario: Scenario) -> str:
    """The scenario as one line of text to paste into a message; `open_code` opens it.

    It has everything except the state of the window.

    Raises
    ------
    ModellerError
        When it is too long to be opened again.
    """
    packed = zlib.compress(rfc8785.dumps(coded_document(scenario)), 9)
    payload = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    code = f"{CODE_PREFIX}{payload}.{_checksum(payload)}"
    where = translate("Problem", "the share code")
    ask_reader(
        where,
        code.encode(),
        lambda content: read_scenario_code(content.decode(), scenario.profile),
    )
    return code


def coded_document(scenario: Scenario) -> dict[str, Any]:
    """The part of the scenario's document that a code carries."""
    document = scenario_document(scenario)
    kept = {
        name: document[name]
        for name in ("format", "model", "record", "weeks", "draws", "seed", "changes")
    }
    if not scenario.profile.shipped:  # a code that names no profile is for the shipped one
        kept["profile"] = document["profile"]
    kept["about"] = {name: value for name, value in document["about"].items() if value}
    if document["places"] is not None:
        kept["places"] = document["places"]
    if document["targets"]:
        kept["targets"] = document["targets"]
    kept["fingerprints"] = document["fingerprints"]
    return kept


def read_scenario_code(text: str, profile: Profile) -> LoadedScenario:
    """The scenario in a share code, with or without the message around it.

    Raises
    ------
    ModellerError
        As from `read_code`, or with everything that is wrong in the scenario.
    """
    return parse_document(parse(read_code(text), translate("Problem", "the share code")), profile)


def holds_code(text: str) -> bool:
    """Whether there is a share code somewhere in `text`, damaged or not."""
    return _ANY_CODE.search(_plain(text[:MAXIMUM_CODE_LENGTH])) is not None


def read_code(text: str) -> bytes:
    """The JSON in the first share code of a text, unchecked.

    Raises
    ------
    ModellerError
        When there is no undamaged one, or it is too long or from a newer release.
    """
    return read_codes(text)[0][0]


def read_codes(text: str) -> tuple[tuple[bytes, ...], tuple[Problem, ...]]:
    """The JSON in every share code of a text, and what is wrong with damaged ones.

    Raises
    ------
    ModellerError
        When all are damaged, or there are none.
    """
    found = find_codes(text)
    unpacked: list[bytes] = []
    faults = list(found.faults)
    for payload in found.payloads:
        try:
            unpacked.append(_unpacked(payload))
        except ModellerError as error:
            faults += error.problems
    if not unpacked:
        raise ModellerError(faults)
    return tuple(unpacked), tuple(faults)


def find_codes(text: str) -> FoundCodes:
    """Every share code in a text, even if mail programs have changed it on the way.

    Hyphens may have become dashes, lines may be broken and quoted, and invisible characters may
    have been added. Where there are several readings, the checksum decides.
    """
    if len(text) > MAXIMUM_CODE_LENGTH:
        raise refusal(
            translate("Problem", "the share code"),
            "is longer than {most} characters",
            "no scenario needs as many",
            most=number_text(MAXIMUM_CODE_LENGTH),
        )
    payloads: dict[int, str] = {}
    faults: dict[int, Problem] = {}
    forms = (
        text,
        _BROKEN_WORD.sub("", text),
        text.replace("\u2014", "--"),
        text.replace("\u2013", "--"),
        without_tags(text),
    )
    for form in dict.fromkeys(forms):
        plain = _plain(form)
        for number, start in enumerate(itertools.islice(_PREFIX.finditer(plain), MOST_CODES)):
            if number in payloads:
                continue
            payload, fault = _payload(plain, start)
            if payload is not None:
                payloads[number] = payload
            elif fault is not None:
                faults.setdefault(number, fault)
    whole = dict.fromkeys(payloads[number] for number in sorted(payloads))
    left = [faults[number] for number in sorted(faults) if number not in payloads]
    if not whole and not left:
        left = [_no_code(text)]
    return FoundCodes(tuple(whole), tuple(left))


def _plain(text: str) -> str:
    """The text with every kind of dash as a hyphen, and without invisible characters."""
    shown_text = text.translate(_DASHES | _DOTS)
    if shown_text.isascii():
        return shown_text
    return "".join(c for c in shown_text if c.isascii() or unicodedata.category(c) != "Cf")


def _payload(plain: str, start: re.Match[str]) -> tuple[str | None, Problem | None]:
    """The payload of the code that begins here, or what is wrong with it, or neither."""
    name = translate("Problem", "the share code")
    long_enough = _LONG_ENOUGH.match(plain, start.end())
    if int(start[1]) != KIND:
        return None, (
            problem(
                name,
                "is of kind {kind}",
                "this release reads {known}; open it with a newer one",
                kind=f"LFR{int(start[1])}",
                known=CODE_PREFIX[:-1],
            )
            if long_enough
            else None
        )
    written = _WRITTEN_CODE.match(_BETWEEN_LINES.sub("", plain[start.end() :]))
    if written is not None and written[2].upper().translate(_TYPED) == _checksum(written[1]):
        return written[1], None
    if not long_enough:
        return None, None
    if written is None:
        return None, problem(
            name,
            "is not complete",
            "copy all of it, to the full stop and the eight characters at its end",
        )
    if written[1] in (written[1].upper(), written[1].lower()):
        return None, problem(
            name,
            "has lost the difference between capitals and small letters",
            "ask for it to be sent again as it was written, or as a file",
        )
    return None, problem(
        name,
        "was altered or damaged on the way: its checksum is not {checksum}",
        "ask for it to be sent again, as a file or between back-ticks: a chat may have taken "
        "underscores or hyphens out",
        checksum=written[2],
    )


def _no_code(text: str) -> Problem:
    name = translate("Problem", "the share code")
    if _PREFIX.search(_plain(text)):
        return problem(
            name,
            "is not complete",
            "copy all of it, to the full stop and the eight characters at its end",
        )
    return problem(
        name,
        "is {shown}",
        "a code begins with {prefix} and ends with a checksum of eight characters",
        shown=shown(text.strip()),
        prefix=CODE_PREFIX,
    )


def _checksum(payload: str) -> str:
    digest = hashlib.sha256(f"{CODE_PREFIX}{payload}".encode()).hexdigest()
    return short_fingerprint(digest).replace("-", "")[:8]


def _unpacked(payload: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        packed = base64.b64decode(payload + "=" * (-len(payload) % 4), b"-_", validate=True)
        data = unpacking.decompress(packed, MAXIMUM_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise refusal(
            translate("Problem", "the share code"),
            "cannot be unpacked",
            "ask for it to be sent again",
        ) from error
    if len(data) > MAXIMUM_BYTES:
        raise refusal(
            translate("Problem", "the share code"),
            "unpacks to more than {most} bytes",
            "no scenario is as large",
            most=number_text(MAXIMUM_BYTES),
        )
    if not unpacking.eof or unpacking.unused_data:
        raise refusal(
            translate("Problem", "the share code"),
            "cannot be unpacked whole",
            "ask for it to be sent again",
        )
    return data
