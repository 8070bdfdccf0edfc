"""Ways into the files: the recent ones, the templates, and a file dragged onto the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QWidget

from modeller.base.language import translate
from modeller.base.paths import is_there
from modeller.profiles import Profile
from ui.desk.session import shipped
from ui.desk.settings import Settings
from ui.files.files import Files
from ui.look.running_text import plain_tip


def templates(profile: Profile) -> tuple[tuple[str, str], ...]:
    """Name and title of every scenario that comes with a profile."""
    return tuple((name, shipped(name, profile).name) for name in profile.scenario_names)


def fill_templates(menu: QMenu, files: Files) -> None:
    """Put the templates into a menu."""
    menu.clear()
    for name, title in templates(files.profile):
        action = menu.addAction(title.replace("&", "&&"))
        action.setObjectName(f"template-{name}")
        action.triggered.connect(lambda _checked=False, name=name: files.new(name))


def fill_recent(menu: QMenu, files: Files, settings: Settings) -> None:
    """Put the recent files into a menu, whenever it is about to be shown."""
    menu.clear()
    recent = settings.recent
    for number, path in enumerate(recent):
        action = menu.addAction(f"{path.name} — {path.parent.name}".replace("&", "&&"))
        action.setObjectName(f"recent-{number + 1}")
        action.setToolTip(plain_tip(str(path)))
        action.triggered.connect(partial(_open_recent, files, settings, path))
    if not recent:
        menu.addAction(translate("Files", "No files yet")).setEnabled(False)
        return
    menu.addSeparator()
    clear = menu.addAction(translate("Files", "Clear this list"))
    clear.triggered.connect(lambda _checked=False: settings.forget_recent())


def _open_recent(files: Files, settings: Settings, path: Path, _checked: bool = False) -> None:
    if not files.open_path(path) and not is_there(path):
        settings.forget_recent(path)


class FileDrop(QObject):
    """Opens files that are dragged onto a widget; it is deleted with the widget."""

    def __init__(self, widget: QWidget, files: Files) -> None:
        super().__init__(widget)
        self._files = files
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files and nothing else."""
        if isinstance(event, QDropEvent):  # a drag that enters, moves or is dropped
            paths = _paths(event)
            if not paths:
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
                self._files.open_paths(paths)
            return True
        return super().eventFilter(watched, event)


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
