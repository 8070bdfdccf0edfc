"""Copying and saving what an analysis shows: its picture and its numbers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QToolButton

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.base.saving import write_atomically
from ui.analysis.graphic import Graphic
from ui.analysis.table import AnalysisTable
from ui.charts.chart import FORMATS
from ui.look.file_dialogs import SaveDialog
from ui.look.running_text import RunningText


class AnalysisCopies(QDialog):
    """A dialog whose page can be copied and saved; who derives from it says what is on it."""

    finding: RunningText
    status: RunningText
    menu_button: QToolButton

    @property
    def page(self) -> tuple[Graphic, AnalysisTable]:
        """The picture and the table on the screen."""
        raise NotImplementedError

    @property
    def answered(self) -> bool:
        """Whether there is anything to copy."""
        raise NotImplementedError

    def footer(self) -> str:
        """Whose answer it is."""
        raise NotImplementedError

    def copy_picture(self) -> None:
        """The picture to the clipboard."""
        graphic = self.page[0]
        if self.answered:
            image = graphic.image(self.finding.text(), self.footer())
            QGuiApplication.clipboard().setImage(image)

    def copy_data(self) -> None:
        """The numbers to the clipboard, tabs between them."""
        if self.answered:
            QGuiApplication.clipboard().setText(self.page[1].text("\t"))

    def save(self, path: Path) -> None:
        """Write a picture, a drawing or the numbers, as the ending of `path` says."""
        graphic, table = self.page
        if path.suffix.lower() == ".csv":
            write_atomically(path, table.text(",").encode("utf-8-sig"))
        else:
            graphic.save(path, self.finding.text(), self.footer())

    def _ask_and_save(self, suffix: str) -> None:
        name, formats = f"{self.objectName()}{suffix}", translate("Chart", FORMATS[suffix])
        path = SaveDialog().path(self, translate("Chart", "Save"), name, formats)
        if path is None:
            return
        try:
            self.save(path)
        except ModellerError as error:
            self.status.setText(f"{error.problems[0]}.")

    def menu(self) -> QMenu:
        """What can be copied and saved; whoever shows it deletes it."""
        menu = QMenu(self)
        for text, does in (
            (translate("Chart", "Copy picture"), self.copy_picture),
            (translate("Chart", "Copy data\tCtrl+Shift+C"), self.copy_data),
            (translate("Chart", "Save as PNG…"), lambda: self._ask_and_save(".png")),
            (translate("Chart", "Save as SVG…"), lambda: self._ask_and_save(".svg")),
            (translate("Chart", "Save data as CSV…"), lambda: self._ask_and_save(".csv")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, does=does: does())
            action.setEnabled(self.answered)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().topLeft()))
