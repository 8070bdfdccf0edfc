"""Dialogs for files: they start in the user's documents, and then where the user went last."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from modeller.base.formats import Format
from modeller.base.language import translate
from modeller.base.paths import is_folder, is_there
from modeller.scenario.file import SUFFIX


def documents() -> Path:
    """The folder of the user's documents, or their home where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    named = QStandardPaths.writableLocation(place)
    return Path(named) if named and is_folder(Path(named)) else Path.home()


def what_opens() -> str:
    """The kinds of files that scenarios are read from, for a dialog to choose from."""
    return translate(
        "Files",
        "Scenarios, desks and briefings "
        "(*{suffix} *.json *.html *.pdf *.docx *.pptx *.xlsx *.zip);;All files (*)",
        suffix=SUFFIX,
    )


class SaveDialog:
    """Asks where a file is to go or comes from; tests replace it."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def path(
        self,
        parent: QWidget,
        title: str,
        stem: str,
        form: Format,
        others: Collection[Format] = (),
    ) -> Path | None:
        """The file to write, in that format and with its ending, or None; `stem` is suggested.

        A name typed with the ending of one of the `others` keeps it. The dialog asks before a file
        is replaced. If adding the ending makes a name that exists, the dialog is shown again with
        that name in it.
        """
        ending, place = form.suffix, self._begin() / f"{stem}{form.suffix}"
        while True:
            chosen, _ = QFileDialog.getSaveFileName(parent, title, str(place), form.filter)
            if not chosen:
                return None
            path = self._went(chosen)
            if path.name.lower().endswith((ending, *(other.suffix for other in others))):
                return path
            place = path.with_name(path.name + ending)
            if not is_there(place):
                return place

    def several(self, parent: QWidget, title: str) -> tuple[Path, ...]:
        """Any number of files that may hold scenarios; none when the user cancels."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(self._begin()), what_opens())
        return tuple(map(self._went, chosen))

    def existing(self, parent: QWidget, title: str, form: Format | str) -> Path | None:
        """The file to read, in that format or of the kinds that a filter names, or None."""
        kinds = form if isinstance(form, str) else form.filter
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(self._begin()), kinds)
        return self._went(chosen) if chosen else None

    def _begin(self) -> Path:
        """The folder that the dialog shows first."""
        return self._folder if self._folder and is_folder(self._folder) else documents()

    def _went(self, chosen: str) -> Path:
        path = Path(chosen)
        self._folder = path.parent
        return path
