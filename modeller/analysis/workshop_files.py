"""Reads the scenarios of a workshop from files, texts with share codes, and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.scenario import Scenario
from modeller.scenario.share_code import MOST_CODES, holds_code
from modeller.scenario.sharing import open_shared

_LONGEST_NAME = 40


@dataclass(frozen=True)
class Given:
    """A scenario, its source, and the notes on its file."""

    name: str
    scenario: Scenario
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """Something that could not be used, and why, in one line."""

    name: str
    why: str


def gather(
    sources: Sequence[str | Path], profile: Profile
) -> tuple[tuple[Given, ...], tuple[LeftOut, ...]]:
    """The scenarios in files, share codes and names, and what could not be read.

    A file may contain several: a desk, a briefing, a text with share codes.
    """
    given: list[Given] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for source in sources:
        name = _name(source)
        if str(source) in seen:
            left_out.append(LeftOut(name, translate("Workshop", "is given twice")))
            continue
        seen.add(str(source))
        try:
            opened = open_shared(source, profile, most=MOST_CODES)
        except ModellerError as error:
            left_out.append(LeftOut(name, why_left_out(error, source)))
            continue
        several = len(opened.scenarios) > 1
        for number, loaded in enumerate(opened.scenarios, 1):
            where = translate("Workshop", "{name}, {number}", name=name, number=number)
            given.append(Given(where if several else name, loaded.scenario, loaded.notes))
        left_out += [LeftOut(name, warning) for warning in opened.warnings]
    return tuple(given), tuple(left_out)


def why_left_out(error: ModellerError, source: str | Path = "") -> str:
    """What is wrong, without the path."""
    said = (str(fault) for fault in error.problems)
    return "; ".join(text.removeprefix(str(source)).removeprefix(":").strip() for text in said)


def _name(source: str | Path) -> str:
    """The name of a source: a file without its folders, or the beginning of a text."""
    if isinstance(source, Path):
        return source.name
    text = " ".join(source.split())
    if not holds_code(source) and ("/" in text or "\\" in text):
        text = Path(text).name
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
