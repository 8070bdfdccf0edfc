"""Scenario files: read within bounds, written in one step; and the shipped scenarios by name."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from modeller.base.bounded_json import JSON, MAXIMUM_BYTES, number_text, parse, shown, too_large
from modeller.base.errors import ModellerError, problem
from modeller.base.paths import is_there
from modeller.base.saving import write_atomically
from modeller.model.catalogue import Catalogue
from modeller.scenario.document import scenario_document
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario

__all__ = [
    "SUFFIX",
    "LoadedScenario",
    "document_text",
    "load_scenario",
    "names_nothing",
    "parse_document",
    "parse_scenario",
    "read_scenario",
    "scenario_document",
    "write_scenario",
]

SUFFIX = ".scenario.json"


def document_text(document: Mapping[str, Any]) -> str:
    """The document as it stands in a file: two spaces a level, a new line at the end."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def parse_scenario(data: bytes, name: str = "the file") -> LoadedScenario:
    """The scenario in the bytes of a file; `name` is what a problem of the whole calls it.

    Raises
    ------
    ModellerError
        As `modeller.base.bounded_json.parse` and `parse_document`.
    """
    return parse_document(parse(data, name))


def read_scenario(path: Path | str) -> LoadedScenario:
    """The scenario in the file at `path`.

    Raises
    ------
    ModellerError
        When it cannot be read, or for what is wrong in it.
    """
    place = Path(path)
    try:
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ModellerError(problem(str(path), "is not a file", "choose a scenario file"))
        if status.st_size > MAXIMUM_BYTES:
            raise ModellerError(too_large(str(path)))
        with place.open("rb") as file:
            # one more than allowed: it may have grown since
            data = file.read(MAXIMUM_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModellerError(
            problem(
                str(path),
                "cannot be read ({reason})",
                "choose a scenario file that can be",
                reason=reason,
            )
        ) from error
    return parse_scenario(data, str(path))


def names_nothing(name: str) -> bool:
    """Whether it looks like the name of a shipped scenario and is neither that nor a file."""
    import scenarios  # data beside the model, whose script imports the model

    looks_like_a_name = Path(name).name == name and "." not in name
    return looks_like_a_name and name not in scenarios.names() and not is_there(name)


def load_scenario(name_or_path: str | Path) -> LoadedScenario:
    """A shipped scenario by its name, or the one in a file.

    A shipped name wins; a file that happens to be called so is opened as ``./baseline``.

    Raises
    ------
    ModellerError
        As `read_scenario`, or when it is neither.
    """
    import scenarios  # data beside the model, whose script imports the model

    name = str(name_or_path)
    if isinstance(name_or_path, str) and name in scenarios.names():
        return parse_scenario(scenarios.read_text(name).encode(), name)
    if names_nothing(name):
        raise ModellerError(
            problem(
                shown(name),
                "is not a shipped scenario",
                "use {names}, or the path of a file",
                names=", ".join(scenarios.names()),
            )
        )
    return read_scenario(name_or_path)


def write_scenario(
    path: Path | str,
    scenario: Scenario,
    *,
    results: Mapping[str, JSON] | None = None,
    results_digest: str | None = None,
    record_label: str | None = None,
    declared: Catalogue | None = None,
) -> bytes:
    """Save the scenario at `path`, atomically; see `scenario_document` for the rest.

    Returns
    -------
    bytes
        What the file holds now, to tell it from what somebody else may write there.

    Raises
    ------
    ModellerError
        When it cannot be written or would be too large to open again.
    """
    document = scenario_document(
        scenario,
        results=results,
        results_digest=results_digest,
        record_label=record_label,
        declared=declared,
    )
    content = document_text(document).encode()
    if len(content) > MAXIMUM_BYTES:
        raise ModellerError(
            problem(
                str(path),
                "would take {count} bytes, more than a scenario file may have",
                "save it without results or with fewer",
                count=number_text(len(content)),
            )
        )
    write_atomically(path, content)
    return content
