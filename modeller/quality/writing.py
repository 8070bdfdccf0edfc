"""The functions that write the quality log in each of its formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from modeller.quality.document import log_document
from modeller.quality.log import QualityLog
from modeller.quality.transparency import TITLE, transparency_json, transparency_sections
from modeller.quality.web_page import page_of, web_page
from modeller.quality.word import document_of, word_document


def _html(log: QualityLog) -> bytes:
    return web_page(log).encode()


def _json(log: QualityLog) -> bytes:
    return (json.dumps(log_document(log), ensure_ascii=False, indent=2) + "\n").encode()


WRITERS: Mapping[str, Callable[[QualityLog], bytes]] = {
    "html": _html,
    "json": _json,
    "docx": word_document,
}
"""The functions that write the log, by the key of the format."""


TRANSPARENCY_WRITERS: Mapping[str, Callable[[QualityLog], bytes]] = {
    "html": lambda log: page_of(TITLE, transparency_sections(log)).encode(),
    "json": transparency_json,
    "docx": lambda log: document_of(TITLE, transparency_sections(log), log),
}
"""The functions that write the draft of the transparency record, by the key of the format."""
