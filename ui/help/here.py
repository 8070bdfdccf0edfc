"""Help where the reader is: the page that fits what has the focus, and what that is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from ui.levers.help_card import HelpCard
from ui.levers.lever import LeverWidget


def topic_here() -> str | None:
    """The page that fits where the focus is; None where a lever has opened its own card."""
    from ui.help.whats_this import topic_of

    card = QApplication.activePopupWidget()
    if isinstance(card, HelpCard):  # the key that opened the card closes it
        card.close()
        return None
    focus = QApplication.focusWidget()
    lever = _lever_around(focus)
    if lever is not None:
        lever.show_help()
        return None
    return topic_of(focus)


def explain(window: QWidget) -> None:
    """Explain what has the focus; where nothing has it, ask what to explain."""
    from ui.help.whats_this import explain_all, words_of

    explain_all(QApplication.activeWindow() or window)
    focus = QApplication.focusWidget()
    if focus is not None and words_of(focus):
        QWhatsThis.showText(focus.mapToGlobal(focus.rect().bottomLeft()), words_of(focus), focus)
    else:
        QWhatsThis.enterWhatsThisMode()


def _lever_around(widget: QWidget | None) -> LeverWidget | None:
    while widget is not None and not isinstance(widget, LeverWidget):
        widget = widget.parentWidget()
    return widget
