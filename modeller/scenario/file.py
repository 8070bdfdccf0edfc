"""Reads scenario files within bounds and writes them in one step; finds scenarios by name."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from modeller.base.bounded_json import JSON, MAXIMUM_BYTES, number_text, parse, raise_if_any, shown
from modeller.base.bounded_reading import FileKind, read_file, read_start
from modeller.base.errors import ModellerError, Problem, refusal
from modeller.base.formats import format_called
from modeller.base.language import translatable, translate
from modeller.base.paths import is_folder, is_there
from modeller.base.saving import write_atomically
from modeller.model.catalogue import Catalogue
from modeller.profiles import Profile, load_profile
from modeller.scenario.document import scenario_document
from modeller.scenario.own_files import mere_text, own_file, own_object
from modeller.scenario.reading import LoadedScenario, parse_document
from modeller.scenario.scenario import Scenario

__all__ = [
    "SCENARIO_FILE",
    "SUFFIX",
    "LoadedScenario",
    "document_text",
    "is_unknown_name",
    "load_scenario",
    "parse_document",
    "parse_scenario",
    "read_scenario",
    "scenario_document",
    "write_scenario",
]

SUFFIX = format_called("scenario").suffix
SCENARIO_FILE = FileKind(
    MAXIMUM_BYTES,
    translatable("Problem", "choose a scenario file"),
    translatable("Problem", "choose a scenario file that can be"),
    translatable("Problem", "a scenario file is far smaller than that"),
)


def document_text(document: Mapping[str, Any]) -> str:
    """The document as the text of a file, indented by two spaces and ending with a new line."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _begins_as_json(data: bytes) -> bool:
    """Whether it begins with a brace, as only JSON and RTF files do."""
    begins = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return begins.startswith(b"{") and not begins.startswith(b"{\\rtf")


def _refuse_other_files(data: bytes, name: str, profile: Profile) -> None:
    """Raise if the whole file, or how it begins, is plainly no scenario."""
    fault = own_file(data, name, profile)
    if fault is None and not _begins_as_json(data):
        # the readers of tables are imported only for what is not a scenario
        from modeller.records.mistaken_files import not_a_scenario, not_a_scenario_file
        from modeller.records.tables.kinds import kind_of

        if kind_of(data) in ("JSON", "text"):
            fault = not_a_scenario(data, name) or mere_text(data, name)
        else:
            fault = not_a_scenario_file(data, name)
    if fault is not None:
        raise ModellerError(fault)


def parse_scenario(data: bytes, name: str = "the file", *, profile: Profile) -> LoadedScenario:
    """The scenario in the bytes of a file, which messages call `name`.

    Raises
    ------
    ModellerError
        As from `modeller.base.bounded_json.parse` and `parse_document`.
    """
    _refuse_other_files(data, name, profile)
    tree = parse(data, name)
    if isinstance(tree, Mapping):
        own = own_object(tree, name)
        if own is not None:
            raise ModellerError(own)
    return parse_document(tree, profile)


def read_scenario(path: Path | str, profile: Profile) -> LoadedScenario:
    """The scenario in the file at `path`.

    Raises
    ------
    ModellerError
        When it cannot be read, or with everything that is wrong in it.
    """
    with contextlib.suppress(OSError, ValueError):  # reading the whole file will say why not
        start = read_start(Path(path), MAXIMUM_BYTES)
        # what it is matters more to the user than that it is too large
        _refuse_other_files(start, str(path), profile)
    return parse_scenario(read_file(path, SCENARIO_FILE), str(path), profile=profile)


def is_unknown_name(name: str, profile: Profile) -> bool:
    """Whether it looks like the name of a scenario, but there is no such scenario and no file."""
    looks_like_a_name = Path(name).name == name and "." not in name
    return looks_like_a_name and name not in profile.scenario_names and not is_there(name)


def load_profile_whole(folder: Path | str) -> Profile:
    """The profile in a folder with all of its scenarios checked, too.

    Raises
    ------
    ModellerError
        As `modeller.profiles.load_profile`; or with everything that is wrong in any of the
        scenarios, each problem with its file.
    """
    profile = load_profile(folder)
    if profile.shipped:
        return profile
    problems: list[Problem] = []
    for name in profile.scenario_names:
        try:
            parse_scenario(profile.scenario_text(name), f"{name}{SUFFIX}", profile=profile)
        except ModellerError as error:
            problems += [
                fault
                if fault.where.startswith(name)
                else replace(fault, where=f"{name}{SUFFIX}: {fault.where}")
                for fault in error.problems
            ]
    raise_if_any(problems)
    return profile


def load_scenario(
    name_or_path: str | Path, profile: Profile, *, folder: Path | None = None
) -> LoadedScenario:
    """A scenario of the profile by its name, or the one in a file.

    The name of a scenario wins; a file of the same name can be opened as ``./baseline``, and a note
    says so if there is one.

    Parameters
    ----------
    folder
        Where a file of the same name would be meant; the working folder when None.

    Raises
    ------
    ModellerError
        As from `read_scenario`, or when it is neither.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, str) and name in profile.scenario_names:
        loaded = parse_scenario(profile.scenario_text(name), name, profile=profile)
        hidden = (folder or Path()).absolute() / name
        if not is_there(hidden) or is_folder(hidden):
            return loaded
        hides = translate(
            "Opening",
            "“{name}” is the scenario that is shipped; the file of that name here is opened as "
            "{path}.",
            name=name,
            path=str(hidden),
        )
        return replace(loaded, notes=(*loaded.notes, hides))
    if is_unknown_name(name, profile):
        raise refusal(
            shown(name),
            "is not a shipped scenario",
            "use {names}, or the path of a file",
            names=", ".join(profile.scenario_names),
        )
    return read_scenario(name_or_path, profile)


def write_scenario(
    path: Path | str,
    scenario: Scenario,
    *,
    results: Mapping[str, JSON] | None = None,
    results_digest: str | None = None,
    record_label: str | None = None,
    declared: Catalogue | None = None,
    over: bool = True,
) -> bytes:
    """Save the scenario at `path` in one step; see `scenario_document` for the other parameters.

    Parameters
    ----------
    path
        The path of the file.
    scenario
        The scenario to save.
    results
        A summary of its results.
    results_digest
        `Projection.results_digest`, so that `verify` can compare.
    record_label
        The label of its record.
    declared
        The catalogue to use; that of its record when None.
    over
        Whether an existing file may be replaced.

    Returns
    -------
    bytes
        The content of the file, by which a later change by somebody else can be noticed.

    Raises
    ------
    ModellerError
        When it cannot be written, could not be opened again, or exists and may not be replaced.
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
        raise refusal(
            str(path),
            "would take {count} bytes, more than a scenario file may have",
            "save it without results or with fewer",
            count=number_text(len(content)),
        )
    write_atomically(
        path, content, read_back=partial(parse_scenario, profile=scenario.profile), over=over
    )
    return content
