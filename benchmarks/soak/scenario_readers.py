"""Readers of scenarios, share codes and briefings, as functions of bytes."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.soak.reader import Reader
from tests.met import MET


def _shipped() -> Iterator[bytes]:
    for name in MET.scenario_names:
        yield MET.scenario_text(name)


@cache
def small_document() -> str:
    """A scenario with content in every section."""
    from modeller.scenario import Scenario
    from modeller.scenario.file import document_text, scenario_document

    scenario = Scenario().replace(
        title="A title",
        question="Why?",
        author="Somebody",
        notes="One line\nand another",
        sources=("A source",),
        changes={
            "deployments_per_week": [
                {"from_week": 1, "value": 4},
                {"from_week": 27, "value": 10},
            ],
            "crews_per_day": {"central": 3, "spread": 2},
        },
        targets=[{"outcome": "arrests", "statistic": "p20", "at_least": 1500}],
        view={
            "stage": {
                "lever": "officer_losses",
                "left_out": ["where"],
                "views": [
                    {
                        "name": "First",
                        "outcomes": ["arrests"],
                        "view": "weekly",
                        "selected": "A",
                        "visible": ["A"],
                    }
                ],
            }
        },
    )
    document = scenario_document(scenario)
    del document["resolved"]
    return document_text(document)


def _scenario_seeds() -> Iterator[bytes]:
    yield from _shipped()
    yield small_document().encode()


def _scenario(data: bytes, _folder: Path) -> object:
    from modeller.scenario.file import parse_scenario
    from ui.stage.plan import stage_plan

    scenario = parse_scenario(data, profile=MET).scenario
    return stage_plan(scenario), scenario.fingerprint


def _share_code(data: bytes, _folder: Path) -> object:
    """The bytes as a message with a share code or, without one, as the content of a good code."""
    from modeller.scenario.opened import open_code
    from modeller.scenario.share_code import _checksum, holds_code

    text = data.decode("utf-8", "surrogateescape")
    if not holds_code(text):
        packed = data[1:] if data[:1] == b"!" else zlib.compress(data)
        payload = base64.urlsafe_b64encode(packed).decode().rstrip("=")
        text = f"LFR1.{payload}.{_checksum(payload)}"
    return open_code(text, profile=MET)


def _share_code_seeds() -> Iterator[bytes]:
    from modeller.scenario.file import parse_scenario
    from modeller.scenario.share_code import share_code

    code = share_code(parse_scenario(small_document().encode(), profile=MET).scenario)
    yield code.encode()
    yield f"> Look:\n> {code[:60]}\n> {code[60:]}\n> Yours".encode()
    yield b"!" + zlib.compress(small_document().encode())
    yield small_document().encode()


@cache
def _embedded() -> str:
    from modeller.scenario.in_briefings import embedded_text

    return embedded_text([json.loads(small_document())])


def _briefing(data: bytes, _folder: Path) -> object:
    from modeller.scenario.sharing import open_bytes

    return open_bytes(data, profile=MET)


def _web_page_seeds() -> Iterator[bytes]:
    opening = '<script type="application/json" id="modeller-briefing">'
    yield f"<!DOCTYPE html><html>{opening}{_embedded()}</script><p>Text</html>".encode()


def _pdf(data: bytes, _folder: Path) -> object:
    from modeller.scenario.in_briefings import open_pdf

    return open_pdf(data, profile=MET)


def _pdf_seeds() -> Iterator[bytes]:
    from modeller.scenario.in_briefings import sealed_pdf

    head = b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile /Length 1"
    plain = _embedded().encode()
    yield head + b">>\nstream\n" + plain + b"\nendstream\n%%EOF\n"
    packed = zlib.compress(plain)
    whole = head + b" /Filter /FlateDecode>>\nstream\n" + packed + b"\nendstream\n%%EOF\n"
    yield whole
    yield sealed_pdf(whole)


SCENARIO_READERS = (
    Reader("scenario", _scenario, _scenario_seeds),
    Reader("share-code", _share_code, _share_code_seeds),
    Reader("web-page", _briefing, _web_page_seeds),
    Reader("pdf", _pdf, _pdf_seeds),
)
