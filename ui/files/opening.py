"""Opening whatever carries a scenario: its file, a briefing's web page or PDF, a saved message."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from modeller.base.bounded_reading import read_start
from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.scenario.reading import LoadedScenario
from modeller.scenario.sharing import Opened, open_shared
from ui.desk.session import Session
from ui.look.notices import Notice


def subject_of(opened: Opened) -> LoadedScenario:
    """The scenario that a briefing is about: its second, or its only one."""
    return opened.scenarios[min(1, len(opened.scenarios) - 1)]


def is_scenario_file(path: Path) -> bool:
    """Whether a file is a scenario's own, to be saved to again, and not a briefing or a message."""
    try:
        return read_start(path, 64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    except (OSError, ValueError):
        return False


class Opening(QObject):
    """Reads a path for `Files`, and says what was altered on the way.

    A briefing's other scenarios, which the one it is about is compared with, follow it onto
    the desk while there is room.

    Signals
    -------
    noticed
        A `Notice`: something was altered.
    """

    noticed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def __call__(self, path: Path) -> LoadedScenario:
        """The scenario in a file of any kind.

        Raises
        ------
        ModellerError
            When it holds none, or for what is wrong in it.
        """
        opened = open_shared(path)
        self.tell(opened, path.name)
        found = subject_of(opened)
        others = tuple(loaded for loaded in opened.scenarios if loaded is not found)
        if others:
            # Files puts the one on the desk first
            QTimer.singleShot(0, self, lambda: self._add(others))
        # what was altered has been told above everything else: not once more
        return replace(found, edited=False)

    def tell(self, opened: Opened, name: str) -> None:
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

    def _add(self, others: tuple[LoadedScenario, ...]) -> None:
        session, at_hand = self._session, self._session.desk.at_hand
        for loaded in others:
            there = {slot.scenario.inputs_digest for slot in session.desk.slots}
            if loaded.scenario.inputs_digest in there or session.desk.free_letter is None:
                continue
            try:
                session.add(loaded.scenario)
            except ModellerError as error:
                session.failed.emit(error)
        if session.desk.at_hand != at_hand:
            session.choose(at_hand)
