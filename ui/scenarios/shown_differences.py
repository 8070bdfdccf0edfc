"""The tables of what differs between scenarios, open beside the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from modeller.base.language import translate
from modeller.scenario import Difference, differences
from ui.desk.session import Session
from ui.desk.throttled_text import STILL_MILLISECONDS

if TYPE_CHECKING:  # imported when it is opened
    from ui.scenarios.differences import DifferencesDialog


class ShownDifferences:
    """Opens tables of what differs, and holds them while they are open."""

    def __init__(self, session: Session, window: QWidget | None = None) -> None:
        self._session = session
        self._window = window
        self._shown: list[DifferencesDialog] = []

    def show(
        self,
        title: str,
        found: Iterable[Difference],
        columns: tuple[str, str],
        sentences: Iterable[str] = (),
    ) -> DifferencesDialog:
        """Open a table of what differs, beside the window."""
        from ui.scenarios.differences import DifferencesDialog

        dialog = DifferencesDialog(
            self._session.profile, title, tuple(found), columns, tuple(sentences), self._window
        )
        self._shown.append(dialog)  # kept here, since without a window nobody else holds it
        dialog.finished.connect(lambda: self._shown.remove(dialog))
        dialog.show()
        return dialog

    def show_from_baseline(self, letter: str) -> None:
        """Show how a scenario on the desk differs from the baseline, and keep that up to date."""
        session = self._session
        document = session.desk.slot(letter).document

        def now() -> tuple[str, tuple[Difference, ...], tuple[str, str]] | None:
            desk = session.desk
            slot = next((slot for slot in desk.slots if slot.document == document), None)
            if slot is None:
                return None
            one, other = desk.slot(desk.baseline).scenario, slot.scenario
            title = translate("Files", "{title} and {other}", title=other.name, other=one.name)
            return title, differences(one, other), (one.name, other.name)

        shown = now()
        assert shown is not None  # still on the desk
        dialog = self.show(*shown)
        still = QTimer(dialog, singleShot=True, interval=STILL_MILLISECONDS)
        session.desk_changed.connect(still.start)

        def follow() -> None:
            shown = now()
            if shown is None:
                dialog.close()
            else:
                dialog.fill(*shown)

        still.timeout.connect(follow)
