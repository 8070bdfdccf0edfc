"""What a scenario's file is called, what goes into it, and the notices about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate
from modeller.base.paths import is_folder
from modeller.projection import SUMMARY, Projection, json_number
from modeller.scenario import Scenario, differences
from modeller.scenario.file import SUFFIX, LoadedScenario
from ui.desk.session import File, Session, first_names, shipped
from ui.look.file_dialogs import documents
from ui.look.notices import Choice, Notice

_STRANGE = frozenset('<>:"/\\|?*')


def results_summary(projection: Projection) -> dict[str, Any]:
    """Totals of a projection for readers of a file who have no modeller."""
    return {
        "totals": {
            key: dict(
                zip(SUMMARY, map(json_number, projection.summary(key)), strict=True),
                unit=outcome.unit,
            )
            for key, outcome in projection.catalogue.outcomes.items()
        }
    }


def is_shipped(scenario: Scenario) -> bool:
    """Whether it is an unchanged shipped scenario; only files of scenarios on the desk are read."""
    profile = scenario.profile
    names = (*first_names(profile), *profile.scenario_names)
    return any(scenario == shipped(name, profile) for name in names)


def file_name(title: str, suffix: str = SUFFIX) -> str:
    """A name for a new file: the title, without what file systems do not take."""
    kept = "".join(" " if c in _STRANGE or not c.isprintable() else c for c in title)
    return (" ".join(kept.split()).strip(". ")[:80] or "scenario") + suffix


def opened_words(
    before: Scenario, loaded: LoadedScenario, name: str
) -> tuple[str, tuple[str, ...]]:
    """How a file that was opened differs from what was on the screen, and notes on the file.

    Returns
    -------
    tuple
        The first sentence, which says whether the file was edited by hand (or is empty), and
        sentences on versions.
    """
    found = differences(before, loaded.scenario)
    sentences = loaded.notes
    edited = edited_words((loaded,), name)
    if loaded.moved:
        sentences = (
            *sentences,
            translate(
                "Files",
                "The model has changed {count} of its values since.",
                count=len(loaded.moved),
            ),
        )
    if not found and not sentences:
        return edited, ()
    if len(found) == 1:
        text = translatable(
            "Files", "Opened {name}: 1 setting differs from {other}, which was on the screen."
        )
    else:
        text = translatable(
            "Files",
            "Opened {name}: {count} settings differ from {other}, which was on the screen.",
        )
    said = translate("Files", text, name=name, count=len(found), other=before.name)
    return f"{edited} {said}".lstrip(), sentences


def edited_words(loaded: Iterable[LoadedScenario], name: str) -> str:
    """The sentence that says a file was edited by hand; empty if it was not."""
    if not any(each.edited for each in loaded):
        return ""
    return translate(
        "Files", "{name} was edited outside the modeller after it was saved.", name=name
    )


def naming_file(error: ModellerError, name: str) -> ModellerError:
    """The same problems, each naming the file it is in."""
    return ModellerError(
        problem if name in problem.where else replace(problem, where=f"{name}, {problem.where}")
        for problem in error.problems
    )


def first_folder(recent: Iterable[Path]) -> Path:
    """The folder a dialog starts in: that of the last file, or the user's documents."""
    for path in recent:
        if is_folder(path.parent):
            return path.parent
    return documents()


def mark_shipped_as_saved(session: Session) -> None:
    """Mark the shipped scenarios of a first start as saved: they are not unsaved work."""
    files = {slot.document: session.file(slot) for slot in session.desk.slots}
    new = {
        slot.document: File(None, slot.scenario)
        for slot in session.desk.slots
        if files[slot.document] is None and is_shipped(slot.scenario)
    }
    if new and session.undo_stack.count() == 0:
        known = {document: file for document, file in files.items() if file is not None}
        session.open(session.desk, {**known, **new})
        session.files_changed.emit()


def changed_notice(path: Path, read_again: Callable[[], object]) -> Notice:
    """The notice that somebody else has written to an open file."""
    choices = (
        Choice(translate("Files", "Reload it"), read_again),
        Choice(translate("Files", "Keep mine"), lambda: None),
    )
    text = translate("Files", "{name} was changed outside this window.", name=path.name)
    return Notice("question", text, choices, key=str(path))


def gone_notice(path: Path, save: Callable[[], object], save_as: Callable[[], object]) -> Notice:
    """The notice that an open file has been moved or deleted."""
    choices = (
        Choice(translate("Files", "Save"), save),
        Choice(translate("Files", "Save as…"), save_as),
    )
    text = translate(
        "Files", "{name} is no longer in its folder; saving will put it back.", name=path.name
    )
    return Notice("note", text, choices, key=str(path), standing=True)
