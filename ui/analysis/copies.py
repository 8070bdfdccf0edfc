"""Copying and saving what an analysis shows: its picture and its numbers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QToolButton

from modeller.base.errors import ModellerError
from modeller.base.formats import Format, format_for, formats_of
from modeller.base.language import translate
from modeller.base.saving import write_atomically
from ui.analysis.graphic import Graphic
from ui.analysis.table import AnalysisTable
from ui.charts.chart import save_text
from ui.charts.picture import png
from ui.look.access_letters import letter_menu
from ui.look.file_dialogs import SaveDialog
from ui.look.running_text import RunningText


class AnalysisCopies(QDialog):
    """A dialog whose page can be copied and saved; a subclass says what is on it."""

    finding: RunningText
    note: RunningText
    status: RunningText
    menu_button: QToolButton

    @property
    @abstractmethod
    def page(self) -> tuple[Graphic[Any], AnalysisTable]:
        """The picture and the table on the screen."""

    @property
    @abstractmethod
    def answered(self) -> bool:
        """Whether there is anything to copy."""

    @abstractmethod
    def footer(self) -> str:
        """Which scenario and model the answer belongs to."""

    def credit(self) -> str:
        """What stands under a picture that leaves the window: subject and record, then the foot."""
        raise NotImplementedError

    def copy_picture(self) -> None:
        """Copy the picture."""
        graphic = self.page[0]
        if self.answered:
            image = graphic.image(self.finding.text(), self.credit())
            QGuiApplication.clipboard().setImage(image)

    def copy_answer(self) -> None:
        """Copy the answer as it would be read out, with the scenario it belongs to."""
        if self.answered:
            said = (self.windowTitle(), self.finding.text(), self.note.text(), self.footer())
            QGuiApplication.clipboard().setText("\n".join(filter(None, said)))

    def copy_data(self) -> None:
        """Copy the numbers, separated by tabs."""
        if self.answered:
            QGuiApplication.clipboard().setText(self.page[1].text("\t"))

    def save(self, path: Path) -> None:
        """Write a picture, a drawing or the numbers, as the ending of `path` says."""
        write_atomically(path, WRITERS[format_for("analysis", path).key](self))

    def _ask_and_save(self, form: Format) -> None:
        path = SaveDialog().path(self, translate("Chart", "Save"), self.objectName(), form)
        if path is None:
            return
        try:
            self.save(path)
        except ModellerError as error:
            self.status.setText(f"{error.problems[0]}.")

    def menu(self) -> QMenu:
        """The menu of what can be copied and saved; the caller deletes it."""
        menu = QMenu(self)
        for text, does in (
            (translate("Analysis", "Copy the answer"), self.copy_answer),
            (translate("Chart", "Copy picture"), self.copy_picture),
            (translate("Chart", "Copy data\tCtrl+Shift+C"), self.copy_data),
            *(
                (save_text(form), partial(self._ask_and_save, form))
                for form in formats_of("analysis")
            ),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, does=does: does())
            action.setEnabled(self.answered)
        letter_menu(menu)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the same menu by right click, the menu key or Shift+F10."""
        self._pop_up(event.globalPos())

    def _open_menu(self) -> None:
        self._pop_up(self.menu_button.mapToGlobal(self.menu_button.rect().topLeft()))

    def _pop_up(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


WRITERS: Mapping[str, Callable[[AnalysisCopies], bytes]] = {
    "png": lambda shown: png(shown.page[0].image(shown.finding.text(), shown.credit())),
    "svg": lambda shown: shown.page[0].drawing(shown.finding.text(), shown.credit()),
    "csv": lambda shown: shown.page[1].text(",").encode("utf-8-sig"),
}
"""What writes the picture or the numbers on the screen, by the format's key."""
