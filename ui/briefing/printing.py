"""Printing pages through the system's own dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from modeller.base.language import translate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTED_DOTS = 200
"""Dots to the inch."""


def asked_printer(title: str, parent: QWidget) -> QPrinter | None:
    """The printer that the user chooses; None for none."""
    # imported here so that it does not slow the start of the window
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Briefing", "Print the briefing"))
    wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if wanted else None


def on_paper(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Print pages, given as PNG files, each on a sheet of its own; margins are in the pages."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        area = painter.viewport()
        image = QImage.fromData(page)
        size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(area.topLeft(), size), image)
    painter.end()
