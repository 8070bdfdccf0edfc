"""Opening whatever carries a scenario: its file, a briefing's web page or PDF, a saved message."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from modeller.base.bounded_reading import read_start
from modeller.base.language import translate
from modeller.scenario.opened import Opened
from modeller.scenario.reading import LoadedScenario
from ui.desk.session import Session
from ui.look.notices import Notice


def subject_of(opened: Opened) -> LoadedScenario:
    """The scenario that a briefing is about.

    Its second, or its only one. In a zip file, where they are in the order of their letters, the
    first that is no baseline; of other files the first.
    """
    if opened.kind in ("web page", "PDF", "Office document"):
        return opened.scenarios[min(1, len(opened.scenarios) - 1)]
    changed = (each for each in opened.scenarios if not each.scenario.is_baseline)
    first = opened.scenarios[0]
    return next(changed, first) if opened.kind == "zip file" else first


def is_scenario_file(path: Path) -> bool:
    """Whether a file is a scenario's own and can be saved to again, not a briefing or a message."""
    try:
        return read_start(path, 64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    except (OSError, ValueError):
        return False


class Opening(QObject):
    """Reads a path for `Files`, and tells of anything in it that was altered.

    Signals
    -------
    noticed
        A `Notice`: something was altered.
    """

    noticed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def __call__(self, path: Path) -> Opened:
        """The scenarios in a file of any kind.

        Raises
        ------
        ModellerError
            When it holds none, or for what is wrong in it.
        """
        from modeller.scenario.sharing import open_shared

        opened = open_shared(path, self._session.profile)
        self.announce_altered(opened, path.name)
        # the notice above tells what was altered, so the notes need not
        told = tuple(replace(loaded, edited=False) for loaded in opened.scenarios)
        return replace(opened, scenarios=told)

    def announce_altered(self, opened: Opened, name: str) -> None:
        """Name what was altered, if anything was."""
        if opened.warnings:
            first, *more = opened.warnings
            self.noticed.emit(
                Notice(
                    "problem" if opened.intact is False else "note",
                    translate("List", "{name}: {text}", name=name, text=first),
                    details=tuple(more),
                    key=f"altered {name}",
                )
            )
