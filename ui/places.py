"""Where dialogs begin: among the user's documents, not in the program's own folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from modeller.paths import is_folder


def documents() -> Path:
    """The folder of the user's documents, or their home where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    named = QStandardPaths.writableLocation(place)
    return Path(named) if named and is_folder(Path(named)) else Path.home()
