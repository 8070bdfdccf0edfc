"""The window of help: topics on the left, the page on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from ui.help.pages import TOPICS, citation
from ui.help.subject import Subject
from ui.look.buttons import push_button
from ui.look.layouts import nested
from ui.look.notices import announce
from ui.look.style import theme

_LINE_PERCENT = 130


class HelpPage(QTextBrowser):
    """A page in Markdown whose text can be selected; it fetches nothing from anywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help-page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # a word is never broken over two lines: a table that is too wide scrolls
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_page(self, title: str, markdown: str) -> None:
        """Show a page from its beginning."""
        self.document().setDefaultFont(theme().font())
        self.document().setDocumentMargin(theme().length(8))
        self.setMarkdown(markdown)
        self._set()
        self.setAccessibleName(title)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Refuse everything: no pictures, no files, no network."""
        return None

    def _set(self) -> None:
        """Space out lines and paragraphs, and leave out the boxes around a table's cells."""
        document, length = self.document(), theme().length
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(0)
                form.setCellPadding(length(3))
                form.setBottomMargin(length(8))
                frame.setFormat(form)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # laid out once, not for every paragraph
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            spacing = QTextBlockFormat()
            proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
            spacing.setLineHeight(_LINE_PERCENT, proportional.value)
            if block.blockFormat().headingLevel():
                spacing.setTopMargin(length(12))
                spacing.setBottomMargin(length(6))
            elif cursor.currentTable() is None:
                spacing.setBottomMargin(length(8 if block.textList() is None else 3))
            cursor.mergeBlockFormat(spacing)
            self._underline(block)
            block = block.next()
        cursor.endEditBlock()

    def _underline(self, block: QTextBlock) -> None:
        """Underline links, so that they are not told by their colour alone."""
        underlined = QTextCharFormat()
        underlined.setFontUnderline(True)
        cursor = QTextCursor(block)
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().isAnchor():
                cursor.setPosition(part.position())
                cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(underlined)
            parts += 1


class HelpWindow(QDialog):
    """Help, in a window beside the main one.

    Children are named "topics", "help-page", "copy" and "reset".
    """

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setObjectName("help")
        self.setWindowTitle(translate("Help", "Help"))
        self.topics = QListWidget(self)
        self.topics.setObjectName("topics")
        self.topics.setAccessibleName(translate("Help", "Topics"))
        self.topics.setFrameShape(QFrame.Shape.NoFrame)
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for topic in TOPICS:
            self.topics.addItem(translate("Help", topic.title))
        self.page = HelpPage(self)
        self.copy_button = push_button(
            "copy", translate("Help", "Copy the citation"), self, self._copy
        )
        self.reset_button = push_button(
            "reset", translate("Help", "Measure again"), self, self._reset
        )
        self._split = QSplitter(self)
        self._split.addWidget(self.topics)
        self._split.addWidget(self.page)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._split, 1)
        row = nested(self._rows, QHBoxLayout())
        row.addStretch(1)
        for button in (self.copy_button, self.reset_button):
            row.addWidget(button)
        self.topics.currentRowChanged.connect(self._show)
        self.page.anchorClicked.connect(self._follow)
        room = self.screen().availableGeometry()
        self.resize(
            min(theme().length(880), round(0.95 * room.width())),
            min(theme().length(640), round(0.9 * room.height())),
        )
        theme().follow(self._restyle)

    @property
    def topic(self) -> str:
        """The page that is shown."""
        return TOPICS[max(0, self.topics.currentRow())].key

    def show_topic(self, key: str) -> None:
        """Show a page, written anew."""
        place = next(place for place, topic in enumerate(TOPICS) if topic.key == key)
        if place == self.topics.currentRow():
            self._show(place)
        self.topics.setCurrentRow(place)
        self.page.setFocus()

    def _show(self, place: int) -> None:
        topic = TOPICS[place]
        self.page.show_page(translate("Help", topic.title), topic.make(self._subject))
        self.copy_button.setVisible(topic.key == "cite")
        self.reset_button.setVisible(topic.key == "performance")

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "topic":
            self.show_topic(link.path())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(citation(self._subject))
        announce(self, translate("Help", "Copied"))

    def _reset(self) -> None:
        self._subject.milliseconds.clear()
        self._show(self.topics.currentRow())

    def _restyle(self) -> None:
        length = theme().length
        self._rows.setContentsMargins(length(16), length(16), length(16), length(16))
        self.topics.setSpacing(length(2))
        self.topics.setMinimumWidth(min(length(160), self.width() // 3))
        names = self.topics.sizeHintForColumn(0) + length(16)  # titles differ by language
        names = min(max(length(200), names), self.width() * 2 // 5)
        self._split.setSizes([names, self.width() - names])
        if self.topics.currentRow() >= 0:
            self._show(self.topics.currentRow())
