"""Printing a page through the system's own dialog."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from modeller.base.language import translate


def print_page(document: QTextDocument, title: str, parent: QWidget) -> bool:
    """Ask for a printer and print; returns whether it was printed."""
    # imported here so that it does not slow the start of the window
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Briefing", "Print the briefing"))
    wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if wanted:
        on_paper(document, printer)
    return wanted


def on_paper(document: QTextDocument, printer: object) -> None:
    """Print a copy of the document: laying it out for paper leaves the screen as it is."""
    copy = document.clone()
    copy.print_(printer)  # type: ignore[arg-type]
    copy.deleteLater()
