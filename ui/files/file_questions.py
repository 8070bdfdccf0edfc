"""The questions asked about files, as Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from modeller.base.formats import format_called
from modeller.base.language import translate
from ui.look.file_dialogs import what_opens

if TYPE_CHECKING:  # imported when it is opened
    from ui.files.which_dialog import Chosen

Kind = Literal["scenario", "desk"]
Unsaved = Literal["save", "discard", "cancel"]
OnDisk = Literal["overwrite", "save as", "cancel"]


class FileDialogs:
    """Asks the user; tests replace it."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window

    def path_to_open(self, folder: Path) -> Path | None:
        """A file to be opened, or None."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("Files", "Open a scenario"), str(folder), what_opens()
        )
        return Path(name) if name else None

    def path_to_save(self, suggested: Path, kind: Kind = "scenario") -> Path | None:
        """Where to save, or None; the dialog asks before a file is replaced."""
        titles = {
            "scenario": translate("Files", "Save the scenario"),
            "desk": translate("Files", "Save all scenarios in one file"),
        }
        name, _ = QFileDialog.getSaveFileName(
            self._window, titles[kind], str(suggested), format_called(kind).filter
        )
        return Path(name) if name else None

    def which(self, titles: Sequence[str], name: str, room: int) -> Chosen | None:
        """Ask which of the scenarios in a file to open, and whether beside those on the desk."""
        from ui.files.which_dialog import WhichDialog

        dialog = WhichDialog(titles, name, room, self._window)
        chosen = dialog.chosen if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def unsaved(self, titles: Sequence[str], why: str) -> Unsaved:
        """Ask what to do with scenarios that no file holds."""
        box = QMessageBox(self._window)
        box.setObjectName("unsaved")
        box.setTextFormat(Qt.TextFormat.PlainText)  # names and titles are not markup
        box.setIcon(QMessageBox.Icon.Question)
        names = titles[-1]
        if len(titles) > 1:
            others = ", ".join(titles[:-1])
            names = translate("Files", "{others} and {last}", others=others, last=names)
        box.setText(
            translate("Files", "{names}: save the changes before {why}?", names=names, why=why)
        )
        box.setInformativeText(translate("Files", "Unsaved changes will be lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        pressed = box.exec()
        box.deleteLater()
        answers: dict[int, Unsaved] = {button.Save: "save", button.Discard: "discard"}
        return answers.get(pressed, "cancel")

    def changed_on_disk(self, path: Path) -> OnDisk:
        """Ask what to do about a file that is no longer what was read from it."""
        box = QMessageBox(self._window)
        box.setObjectName("changed-on-disk")
        box.setTextFormat(Qt.TextFormat.PlainText)  # names and titles are not markup
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            translate(
                "Files",
                "Somebody else has changed {name} since it was opened here.",
                name=path.name,
            )
        )
        box.setInformativeText(translate("Files", "Saving would replace their version with yours."))
        elsewhere = box.addButton(
            translate("Files", "Save as another file…"), QMessageBox.ButtonRole.AcceptRole
        )
        overwrite = box.addButton(
            translate("Files", "Replace theirs"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        if pressed is elsewhere:
            return "save as"
        return "overwrite" if pressed is overwrite else "cancel"
