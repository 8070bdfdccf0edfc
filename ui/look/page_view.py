"""A read-only document page inside the window; nothing in it is fetched or executed."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.look.style import theme

_UNSHOWN = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
_STYLE = "th { text-align: left; } td, th { padding: 2px 8px 2px 0; vertical-align: top; }"


class PageView(QTextBrowser):
    """Shows the modeller's own web pages, in the paper colours they are printed in.

    Qt's rich text knows only part of HTML: the layout is simpler than in a browser, the words and
    figures are the same. Links within the page work; others do nothing.
    """

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        # a figure is never broken over two lines: a table that is too wide scrolls
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)
        theme().follow(self._restyle)

    def show_page(self, page: str) -> None:
        """Show a whole page, scrolled to where the last one was."""
        place = self.verticalScrollBar().value()
        # the page's style is for browsers, and Qt would complain about what it does not know
        self.setHtml(_UNSHOWN.sub("", page))
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load only what the page itself contains, nothing from a disk or a network."""
        address = name if isinstance(name, QUrl) else QUrl(name)
        if address.scheme() == "data":
            return super().loadResource(kind, address)
        return None

    def _follow(self, link: QUrl) -> None:
        if link.hasFragment() and not link.path():
            self.scrollToAnchor(link.fragment())

    def _restyle(self) -> None:
        self.document().setDefaultFont(theme().font())
        self.document().setDefaultStyleSheet(_STYLE)
        # a page is white paper in light and dark, as it will be for its reader
        edge = theme().colours.hairline
        self.setStyleSheet(
            f"QTextBrowser {{ background: #FFFFFF; color: #1B1B1B; border: 1px solid {edge};"
            f" padding: {theme().length(8)}px; }}"
        )
