"""The questions that files ask, as Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from modeller.scenario_file import SUFFIX

Unsaved = Literal["save", "discard", "cancel"]
OnDisk = Literal["overwrite", "save as", "cancel"]
_OPEN_FILTER = f"Scenarios and briefings (*{SUFFIX} *.json *.html *.pdf);;All files (*)"
_SAVE_FILTER = f"Scenarios (*{SUFFIX})"


class FileDialogs:
    """Asks the user; another one may take its place."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window

    def path_to_open(self, folder: Path) -> Path | None:
        """A file to be opened, or None."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a scenario", str(folder), _OPEN_FILTER
        )
        return Path(name) if name else None

    def path_to_save(self, suggested: Path) -> Path | None:
        """Where to save, or None; the dialog itself asks before a file is replaced."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save the scenario", str(suggested), _SAVE_FILTER
        )
        return Path(name) if name else None

    def unsaved(self, titles: Sequence[str], why: str) -> Unsaved:
        """What to do with scenarios that no file holds."""
        box = QMessageBox(self._window)
        box.setObjectName("unsaved")
        box.setIcon(QMessageBox.Icon.Question)
        names = " and ".join(filter(None, [", ".join(titles[:-1]), titles[-1]]))
        box.setText(f"{names}: save the changes before {why}?")
        box.setInformativeText("What is not saved is lost.")
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        pressed = box.exec()
        box.deleteLater()
        answers: dict[int, Unsaved] = {button.Save: "save", button.Discard: "discard"}
        return answers.get(pressed, "cancel")

    def changed_on_disk(self, path: Path) -> OnDisk:
        """What to do when a file is no longer what was read from it."""
        box = QMessageBox(self._window)
        box.setObjectName("changed-on-disk")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(f"{path.name} was changed by somebody else since it was read here.")
        box.setInformativeText("Saving would put your version in the place of theirs.")
        elsewhere = box.addButton("Save as another file…", QMessageBox.ButtonRole.AcceptRole)
        overwrite = box.addButton("Replace theirs", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        if pressed is elsewhere:
            return "save as"
        return "overwrite" if pressed is overwrite else "cancel"
