"""What writes the quality log, in each format that it is saved in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from modeller.quality.document import log_document
from modeller.quality.log import QualityLog
from modeller.quality.web_page import web_page
from modeller.quality.word import word_document


def _html(log: QualityLog) -> bytes:
    return web_page(log).encode()


def _json(log: QualityLog) -> bytes:
    return (json.dumps(log_document(log), ensure_ascii=False, indent=2) + "\n").encode()


WRITERS: Mapping[str, Callable[[QualityLog], bytes]] = {
    "html": _html,
    "json": _json,
    "docx": word_document,
}
"""By the format's key in the table of formats."""
