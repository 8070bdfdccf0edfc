"""The quality log under the headings of the AQuA Book, made from the model itself."""

from __future__ import annotations

from modeller.quality.document import log_document
from modeller.quality.effects import effects, plan_of
from modeller.quality.log import (
    QualityLog,
    quality_log,
    read_test_results,
)
from modeller.quality.sections import version_words
from modeller.quality.web_page import web_page
from modeller.quality.word import word_document
from modeller.quality.writing import TRANSPARENCY_WRITERS, WRITERS

__all__ = [
    "TRANSPARENCY_WRITERS",
    "WRITERS",
    "QualityLog",
    "effects",
    "log_document",
    "plan_of",
    "quality_log",
    "read_test_results",
    "version_words",
    "web_page",
    "word_document",
]
