"""A dock's title and its two buttons, which grow with the text, unlike Qt's own."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from modeller.base.language import translate
from ui.look.round_buttons import GlyphButton
from ui.look.running_text import RunningText, plain_tip
from ui.look.style import theme


class DockTitle(QWidget):
    """The bar above a dock; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setObjectName("dock-title")
        title = RunningText(dock.windowTitle(), self, wrap=False)
        self.float_button = GlyphButton("window", "", self)
        self.float_button.setObjectName("float")
        self.close_button = GlyphButton("close", translate("Window", "Close"), self)
        self.close_button.setObjectName("close")
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(title, 1)
        self._layout.addWidget(self.float_button)
        self._layout.addWidget(self.close_button)
        self.float_button.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button.clicked.connect(dock.close)
        dock.topLevelChanged.connect(self._name)
        self._name(dock.isFloating())
        theme().follow(self._restyle)

    def _name(self, floating: bool) -> None:
        name = (
            translate("Window", "Put back into the window")
            if floating
            else translate("Window", "Open in its own window")
        )
        self.float_button.setToolTip(plain_tip(name))
        self.float_button.setAccessibleName(name)

    def _restyle(self) -> None:
        length = theme().length
        self._layout.setContentsMargins(length(16), length(8), length(8), 0)
        self._layout.setSpacing(length(4))
