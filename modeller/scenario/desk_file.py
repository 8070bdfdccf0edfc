"""Saves a whole desk in one file: its scenarios, and how they were shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from modeller.base.bounded_json import parse
from modeller.base.errors import ModellerError, problem, refusal
from modeller.base.language import translate
from modeller.base.saving import write_atomically
from modeller.profiles import Profile
from modeller.scenario.document import MAXIMUM_TOGETHER, MAXIMUM_TOGETHER_BYTES
from modeller.scenario.reading import LoadedScenario, parse_document

DESK_MARK = b'"modeller-desk"'
"""What the first bytes of such a file contain, and those of no scenario file."""
_NAME = "modeller-desk"
_FORMAT = 1
_LETTERS = "ABCD"


@dataclass(frozen=True)
class DeskFrame:
    """How the scenarios of a desk are shown.

    Attributes
    ----------
    letters, visible
        For each scenario, its letter, and whether its lines are shown.
    selected, baseline
        The letters of the selected scenario and of the baseline.
    """

    letters: tuple[str, ...]
    visible: tuple[bool, ...]
    selected: str
    baseline: str


@dataclass(frozen=True)
class SavedDesk:
    """The content of a desk's file."""

    scenarios: tuple[LoadedScenario, ...]
    frame: DeskFrame


def desk_text(documents: Sequence[Mapping[str, Any]], frame: DeskFrame) -> str:
    """The JSON of a desk, with documents as `scenario_document` makes them, in order."""
    content = {
        _NAME: _FORMAT,
        "selected": frame.selected,
        "baseline": frame.baseline,
        "scenarios": [
            {"letter": letter, "visible": visible, "scenario": document}
            for letter, visible, document in zip(
                frame.letters, frame.visible, documents, strict=True
            )
        ],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_desk(
    path: Path, documents: Sequence[Mapping[str, Any]], frame: DeskFrame, profile: Profile
) -> bytes:
    """Write a desk's file, whole or not at all, after trying its reader; return the content.

    Raises
    ------
    ModellerError
        When it cannot be written.
    """
    content = desk_text(documents, frame).encode()
    write_atomically(
        path, content, read_back=lambda back: parse_desk(back, path.name, profile=profile)
    )
    return content


def parse_desk(data: bytes, name: str = "the file", *, profile: Profile) -> SavedDesk:
    """The desk in the content of a file.

    Raises
    ------
    ModellerError
        With everything that is wrong in it.
    """
    tree = parse(data, name, most=MAXIMUM_TOGETHER_BYTES)
    parts = tree.get("scenarios") if isinstance(tree, Mapping) else None
    if (
        not isinstance(tree, Mapping)
        or tree.get(_NAME) != _FORMAT
        or not isinstance(parts, list)
        or not 1 <= len(parts) <= MAXIMUM_TOGETHER
        or not all(isinstance(part, Mapping) for part in parts)
    ):
        raise refusal(
            name,
            "does not hold a desk of one to {most} scenarios in a form known here",
            "choose one that this release, or an older one, has saved",
            most=MAXIMUM_TOGETHER,
        )
    loaded, problems = [], []
    for number, part in enumerate(parts, start=1):
        try:
            loaded.append(parse_document(part.get("scenario"), profile))
        except ModellerError as error:
            problems += [
                replace(
                    fault,
                    where=translate(
                        "Problem", "scenario {number}: {where}", number=number, where=fault.where
                    ),
                )
                for fault in error.problems
            ]
    letters = tuple(part.get("letter") for part in parts)
    visible = tuple(part.get("visible") for part in parts)
    known = [each for each in letters if isinstance(each, str) and len(each) == 1]
    if len(set(known)) != len(parts) or not set(known) <= set(_LETTERS):
        problems.append(
            problem(f"{name}, letter", "is not given once to each", "give each of A to D once")
        )
    if not all(isinstance(each, bool) for each in visible):
        problems.append(problem(f"{name}, visible", "is not given", "write true or false"))
    for place in ("selected", "baseline"):
        if tree.get(place) not in known:
            problems.append(
                problem(
                    f"{name}, {place}",
                    "is not the letter of one of its scenarios",
                    "name one of them",
                )
            )
    if problems:
        raise ModellerError(problems)
    frame = DeskFrame(tuple(known), visible, str(tree["selected"]), str(tree["baseline"]))
    return SavedDesk(tuple(loaded), frame)
