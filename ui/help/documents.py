"""The documents that are shipped with the window: the same pages as in the manual."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from modeller.language import translate

_SHIPPED = Path(__file__).parent / "documents"
_SOURCE = Path(__file__).resolve().parents[2] / "docs"
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#]*)(#[^)]*)?\)")
_ESCAPED = re.compile(r"([!-/:-@\[-`{-~])")


def document(name: str, topics: Mapping[str, str]) -> str:
    """A document of the manual as Markdown, its links leading to pages of help.

    Parameters
    ----------
    name
        Its file.
    topics
        The page of help that shows a file; a link to any other keeps its words only.
    """
    for folder in (_SHIPPED, _SOURCE):  # in a package, and beside the code
        if (folder / name).is_file():
            text = (folder / name).read_text(encoding="utf-8")
            return _LINK.sub(lambda link: _linked(link, topics), text)
    missing = translate("Help", "This page was not shipped with the modeller")
    return f"# {missing}\n\n{plain(name)}"


def _linked(link: re.Match[str], topics: Mapping[str, str]) -> str:
    words, target = link.group(1), link.group(2)
    topic = topics.get(target.rpartition("/")[2])
    return words if topic is None else f"[{words}](topic:{topic})"


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _ESCAPED.sub(r"\\\1", " ".join(text.split()))
