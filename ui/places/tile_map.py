"""The map of equal tiles: it lays them out and moves the focus from one to another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from modeller.base.language import number_style, translate
from modeller.profiles import Profile
from modeller.wording.by_place import tile_words
from ui.levers.share_lever import PAGE_STEP, STEP
from ui.look import accessibility
from ui.look.accessibility import in_order
from ui.look.style import theme
from ui.places.tile import TileFace, TileWidget, least_height

LEAST_WIDTH = 72
MOST_TILE = QSize(150, 96)
GAP = 4
"""Pixels between two tiles, whatever the size of the text."""
_WAYS = MappingProxyType(
    {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, -1),
        Qt.Key.Key_Down: (0, 1),
    }
)


class TileMap(QWidget):
    """Every tile of a profile, each a widget with its own name.

    Signals
    -------
    chosen
        A tile: its key.
    pointed
        The key of the tile under the pointer; empty when it leaves.
    stepped
        By how much the chosen tile's share of all deployments is to change.
    held
        Whether a key is held down: all steps until it is let go are one change.
    share_spoken
        A tile and the share that assistive technology sets for it.
    typed
        The first digit of a share.
    lock_asked, giver_asked, reset_asked
        A key for the chosen tile was pressed.
    painted
        A tile was painted.
    """

    accessible_role = accessibility.Role.Grouping

    chosen = Signal(str)
    pointed = Signal(str)
    stepped = Signal(float)
    held = Signal(bool)
    share_spoken = Signal(str, float)
    typed = Signal(str)
    lock_asked = Signal()
    giver_asked = Signal()
    reset_asked = Signal()
    painted = Signal()

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        accessibility.install()
        super().__init__(parent)
        self.setObjectName("tile-map")
        self.setAccessibleName(
            translate("Places", "Map of {place} in equal tiles", place=profile.names.place)
        )
        self._profile = profile
        self._repeating = False
        self.tiles: dict[str, TileWidget] = {}
        in_rows = sorted(profile.tiles.values(), key=lambda tile: (tile.row, tile.column))
        for tile in in_rows:
            widget = TileWidget(tile, tile_words(tile, short=True), self)
            widget.painted.connect(self.painted)
            widget.chosen.connect(lambda key=tile.key: self.chosen.emit(key))
            widget.pointed.connect(lambda on, key=tile.key: self.pointed.emit(key if on else ""))
            widget.share_spoken.connect(
                lambda share, key=tile.key: self.share_spoken.emit(key, share)
            )
            self.tiles[tile.key] = widget
        in_order(*self.tiles.values())
        self.selected = in_rows[0].key
        self.columns = 1 + max(tile.column for tile in in_rows)
        self.rows = 1 + max(tile.row for tile in in_rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._restyle)
        self.mark(self.selected, (), None)

    def show_faces(self, faces: Mapping[str, TileFace], shares: Mapping[str, float]) -> None:
        """Show other numbers."""
        for key, widget in self.tiles.items():
            widget.show_face(faces[key], shares[key])

    def mark(self, selected: str, locked: Collection[str], giver: str | None) -> None:
        """Show which tile is chosen, which are locked, and which one the others gain from."""
        self.selected = selected
        for key, widget in self.tiles.items():
            widget.mark(selected=key == selected, locked=key in locked, giver=key == giver)
            widget.name_for(tile_words(widget.tile))

    def set_movable(self, movable: bool) -> None:
        """Say whether shares can be set; those of the record cannot."""
        for widget in self.tiles.values():
            widget.can_move = movable

    # ---- layout

    def sizeHint(self) -> QSize:
        """The minimum: the map takes what room there is, and never makes the page scroll."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which names and numbers can be read, one below the other."""
        height = least_height() + GAP
        return QSize(self.columns * theme().length(LEAST_WIDTH), self.rows * height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the tiles anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()

    def places(self, width: float, height: float) -> dict[str, QRectF]:
        """Where each tile lies in a map of that size; all are equal, and no larger than needed."""
        length = theme().length
        across = min(width / self.columns, length(MOST_TILE.width()))
        down = min(height / self.rows, length(MOST_TILE.height()))
        left = (width - across * self.columns) / 2
        gap = GAP
        return {
            key: QRectF(
                left + widget.tile.column * across, widget.tile.row * down, across - gap, down - gap
            )
            for key, widget in self.tiles.items()
        }

    def _lay_out(self) -> None:
        for key, area in self.places(self.width(), self.height()).items():
            self.tiles[key].setGeometry(area.toRect())

    # ---- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tile to tile; + and − move the share, digits type it, L locks, G gives."""
        key, text, keys = Qt.Key(event.key()), event.text(), Qt.Key
        steps = {"+": STEP, "=": STEP, "-": -STEP}
        pages = {keys.Key_PageUp: PAGE_STEP, keys.Key_PageDown: -PAGE_STEP}
        if key in _WAYS:
            self.go(*_WAYS[key])
        elif key in (keys.Key_Home, keys.Key_End):
            found = list(self.tiles)
            self._focus(found[0] if key == keys.Key_Home else found[-1])
        elif text in steps or key in pages:
            if event.isAutoRepeat() and not self._repeating:
                self._repeating = True
                self.held.emit(True)
            self.stepped.emit(steps.get(text) or pages[key])
        elif text.casefold() == "l":
            self.lock_asked.emit()
        elif text.casefold() == "g":
            self.giver_asked.emit()
        elif key in (keys.Key_Delete, keys.Key_Backspace):
            self.reset_asked.emit()
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_F2):
            self.typed.emit("")
        elif text and (text.isdigit() or text == number_style().decimal):
            self.typed.emit(text)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The release ends what was one gesture."""
        if self._repeating and not event.isAutoRepeat():
            self._repeating = False
            self.held.emit(False)
        else:
            event.ignore()

    def go(self, across: int, down: int) -> None:
        """Focus the nearest tile in a direction, if there is one."""
        here = self.tiles[self.selected].tile
        best: tuple[float, str] | None = None
        for key, widget in self.tiles.items():
            along = (widget.tile.column - here.column) * across + (
                widget.tile.row - here.row
            ) * down
            aside = abs((widget.tile.column - here.column) * down) + abs(
                (widget.tile.row - here.row) * across
            )
            if along > 0 and (best is None or (along + 2.5 * aside, key) < best):
                best = (along + 2.5 * aside, key)
        if best is not None:
            self._focus(best[1])

    def _focus(self, key: str) -> None:
        self.chosen.emit(key)
        self.tiles[key].setFocus(Qt.FocusReason.TabFocusReason)
