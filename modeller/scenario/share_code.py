"""A scenario as a line of text: ``LFR1.``, its compressed canonical JSON, a full stop, a checksum.

The code is of the characters that every message and every address carries as they are. Its
form is fixed by the 1 in its prefix; another form gets another number, and older ones stay
readable.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib

import rfc8785

from modeller.base.bounded_json import MAXIMUM_BYTES, number_text, parse, shown
from modeller.base.errors import ModellerError, problem
from modeller.base.language import translate
from modeller.base.saving import ask_reader
from modeller.scenario.document import scenario_document
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario, short_fingerprint

CODE_PREFIX = "LFR1."
ORDINARY_CODE_LENGTH = 2_000
"""A code up to this long passes through every kind of message."""
MAXIMUM_CODE_LENGTH = 400_000

_ANY_CODE = re.compile(r"LFR([0-9]{1,3})\.")
_WRITTEN_CODE = re.compile(r"LFR1\.([A-Za-z0-9_-]+)\.([0-9A-HJKMNP-TV-Z]{8})")
# Line breaks, and what mail programs put at the start of lines that they quote.
_BETWEEN_LINES = re.compile("[\\s>\u200b\u2060\ufeff\u00ad]+")


def share_code(scenario: Scenario) -> str:
    """The scenario as one line of text to paste in a message; opens with `open_code`.

    How the window stood is left out; everything else is in it.

    Raises
    ------
    ModellerError
        When it is too long to be opened again.
    """
    document = scenario_document(scenario)
    kept = {
        name: document[name]
        for name in ("format", "model", "record", "weeks", "draws", "seed", "changes")
    }
    kept["about"] = {name: value for name, value in document["about"].items() if value}
    if document["targets"]:
        kept["targets"] = document["targets"]
    kept["fingerprints"] = document["fingerprints"]
    packed = zlib.compress(rfc8785.dumps(kept), 9)
    payload = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    code = f"{CODE_PREFIX}{payload}.{_checksum(payload)}"
    where = translate("Problem", "the share code")
    ask_reader(where, code.encode(), lambda content: read_scenario_code(content.decode()))
    return code


def read_scenario_code(text: str) -> LoadedScenario:
    """The scenario in a share code, with or without the message around it.

    Raises
    ------
    ModellerError
        As `read_code`, or for what is wrong in the scenario.
    """
    return parse_document(parse(read_code(text), translate("Problem", "the share code")))


def holds_code(text: str) -> bool:
    """Whether there is a share code somewhere in `text`, well or damaged."""
    return _ANY_CODE.search(text[:MAXIMUM_CODE_LENGTH]) is not None


def codes_in(text: str) -> tuple[str, ...]:
    """The whole share codes in `text`, each once however often it is quoted."""
    if len(text) > MAXIMUM_CODE_LENGTH:
        return ()
    return whole_codes(_BETWEEN_LINES.sub("", text))


def whole_codes(text: str) -> tuple[str, ...]:
    """The share codes that stand unbroken in a text of any length, each once."""
    return tuple(dict.fromkeys(found[0] for found in _WRITTEN_CODE.finditer(text)))


def read_code(text: str) -> bytes:
    """The JSON in a share code, with or without the message around it; not yet looked into.

    Raises
    ------
    ModellerError
        When it is damaged, altered, too long or of a newer release.
    """
    return _unpacked(_payload(text))


def _checksum(payload: str) -> str:
    digest = hashlib.sha256(f"{CODE_PREFIX}{payload}".encode()).hexdigest()
    return short_fingerprint(digest).replace("-", "")[:8]


def _payload(text: str) -> str:
    if len(text) > MAXIMUM_CODE_LENGTH:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "is longer than {most} characters",
                "no scenario needs as many",
                most=number_text(MAXIMUM_CODE_LENGTH),
            )
        )
    start = _ANY_CODE.search(text)
    if start is None:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "is {shown}",
                "a code begins with {prefix} and ends with a checksum of eight characters",
                shown=shown(text.strip()),
                prefix=CODE_PREFIX,
            )
        )
    if f"LFR{start[1]}." != CODE_PREFIX:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "is of kind {kind}",
                "this release reads {known}; open it with a newer one",
                kind=f"LFR{start[1]}",
                known=CODE_PREFIX[:-1],
            )
        )
    code = _WRITTEN_CODE.match(_BETWEEN_LINES.sub("", text[start.start() :]))
    if code is None:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "is not complete",
                "copy all of it, to the full stop and the eight characters at its end",
            )
        )
    if code[2] != _checksum(code[1]):
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "was altered or damaged on the way: its checksum is not {checksum}",
                "ask for it to be sent again",
                checksum=code[2],
            )
        )
    return code[1]


def _unpacked(payload: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        packed = base64.b64decode(payload + "=" * (-len(payload) % 4), b"-_", validate=True)
        data = unpacking.decompress(packed, MAXIMUM_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "cannot be unpacked",
                "ask for it to be sent again",
            )
        ) from error
    if len(data) > MAXIMUM_BYTES:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "unpacks to more than {most} bytes",
                "no scenario is as large",
                most=number_text(MAXIMUM_BYTES),
            )
        )
    if not unpacking.eof or unpacking.unused_data:
        raise ModellerError(
            problem(
                translate("Problem", "the share code"),
                "cannot be unpacked whole",
                "ask for it to be sent again",
            )
        )
    return data
