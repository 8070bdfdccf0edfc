"""The documents that are shipped with the window: the same pages as in the manual."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLocale

from modeller.base.language import translate

_SHIPPED = Path(__file__).parent / "documents"
_SOURCE = Path(__file__).resolve().parents[2] / "docs"
# French puts no-break spaces before signs: they are no place to break a line
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#]*)(#[^)]*)?\)")
_ESCAPED = re.compile(r"([!-/:-@\[-`{-~])")


def document(name: str, topics: Mapping[str, str]) -> str:
    """A document of the manual as Markdown, its links leading to pages of help.

    In the window's language where there is such a page (``docs/fr``), else in English.

    Parameters
    ----------
    name
        Its file.
    topics
        The page of help that shows each file; a link to any other file becomes plain words.
    """
    language = QLocale().name()[:2]
    for folder in (_SHIPPED, _SOURCE):  # inside the package, or beside the code
        for page in (folder / language / name, folder / name):
            if page.is_file():
                text = page.read_text(encoding="utf-8")
                return _LINK.sub(lambda link: _linked(link, topics), text)
    missing = translate("Help", "This page was not shipped with the modeller")
    return f"# {missing}\n\n{plain(name)}"


def _linked(link: re.Match[str], topics: Mapping[str, str]) -> str:
    words, target = link.group(1), link.group(2)
    topic = topics.get(target.rpartition("/")[2])
    return words if topic is None else f"[{words}](topic:{topic})"


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _ESCAPED.sub(r"\\\1", _SPACES.sub(" ", text).strip())
