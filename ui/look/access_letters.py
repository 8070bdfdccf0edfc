"""Access letters: every entry of a menu and button of a dialog has a letter that reaches it.

They are chosen from the words in the user's language, so translations need not choose any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from ui.look.accessibility import tab_stops

_LETTERED = (QPushButton, QCheckBox, QRadioButton)
_ICON_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


def with_letters(texts: Sequence[str]) -> list[str]:
    """The texts, each with "&" before a letter that no other uses, while there are letters left.

    Those with a letter of their own keep it. The first letters of words come first.
    """
    taken = {letter for text in texts if (letter := letter_of(text))}
    lettered = []
    for text in texts:
        place = None if letter_of(text) else _place(text, taken)
        if place is None:
            lettered.append(text)
        else:
            taken.add(text[place].lower())
            lettered.append(f"{text[:place]}&{text[place:]}")
    return lettered


def letter_of(text: str) -> str:
    """The access letter of a text, in lower case; empty without one."""
    bare = text.replace("&&", "")
    at = bare.find("&")
    return bare[at + 1 : at + 2].lower() if at >= 0 else ""


def _place(text: str, taken: set[str]) -> int | None:
    for at in _places(text):
        if text[at].isascii() and text[at].isalnum() and text[at].lower() not in taken:
            return at
    return None


def _places(text: str) -> Iterator[int]:
    """Positions of the first letters of words, then of the others."""
    shown = len(text.partition("\t")[0])  # after a tab come the keys
    firsts = [at for at in range(shown) if at == 0 or text[at - 1] in " (“"]
    yield from firsts
    yield from (at for at in range(shown) if at not in firsts)


def letter_menu(menu: QMenu) -> None:
    """Give every entry of a menu its letter."""
    entries = [entry for entry in menu.actions() if entry.text() and not entry.isSeparator()]
    for entry, text in zip(entries, with_letters([e.text() for e in entries]), strict=True):
        if entry.text() != text:
            entry.setText(text)


def letter_dialog(dialog: QDialog) -> None:
    """Give every button of a dialog its letter, including those that appear later.

    The keyboard begins in the dialog's first field: on a button, a typed letter would press one.
    """
    _Letters(dialog)


def takes_letter(button: QAbstractButton) -> bool:
    """Whether the button shows words, in which a letter can be underlined."""
    if isinstance(button, QToolButton):
        # a button without an icon shows its words in any style
        return button.icon().isNull() or button.toolButtonStyle() != _ICON_ALONE
    return isinstance(button, _LETTERED)


class _Letters(QObject):
    """Gives letters whenever the dialog is shown, and when words in it have changed."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)
        self._letter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Assign letters when the dialog is about to be shown or words in it have changed."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._letter()
        if event.type() == QEvent.Type.Show and watched is self._dialog:
            QTimer.singleShot(0, self, self._begin)
        return False

    def _begin(self) -> None:
        """Give the keyboard to the first field, unless something else has it already."""
        dialog = self._dialog
        focused: QWidget | None = dialog.focusWidget()  # none, whatever the stubs say
        if focused is not None and not isinstance(focused, QPushButton):
            return
        pressed = (QPushButton, QToolButton)
        fields = [stop for stop in tab_stops(dialog) if not isinstance(stop, pressed)]
        if fields:
            first = min(fields, key=lambda field: _where(field, dialog))
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _letter(self) -> None:
        buttons = [
            button
            for button in self._dialog.findChildren(QAbstractButton)
            if takes_letter(button) and button.text()
        ]
        for inside in {button.parentWidget() for button in buttons} - {self._dialog, None}:
            assert inside is not None
            inside.installEventFilter(self)  # a button reports a change of its words to the dialog
        # buttons that act get the letters one would guess, before boxes to tick
        buttons.sort(key=lambda button: not isinstance(button, QPushButton))
        for button, text in zip(buttons, with_letters([b.text() for b in buttons]), strict=True):
            if button.text() != text:
                button.setText(text)


def _where(field: QWidget, dialog: QWidget) -> tuple[int, int]:
    """The position as (down, across), for sorting."""
    place = field.mapTo(dialog, QPoint(0, 0))
    return place.y(), place.x()
