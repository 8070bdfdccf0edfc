"""The card behind a lever's "?": what it is, where its number comes from, how good that is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from modeller.base.language import translatable, translate
from modeller.evidence import Source
from modeller.model.catalogue import Belief, Grade, Lever
from modeller.wording import evidence_range_words
from ui.look.notices import announce
from ui.look.quantity import range_text, value_text
from ui.look.style import GRID, Text, theme

GRADES: dict[Grade, str] = {
    "published": translatable("Help card", "Published: somebody has published this figure."),
    "derived": translatable(
        "Help card", "Derived: computed here from the record or other published figures."
    ),
    "judgement": translatable(
        "Help card", "Judgement: nobody has published it, so its range is wide."
    ),
}


def help_paragraphs(
    slider: Lever | Belief, sources: Mapping[str, Source], counted: str = ""
) -> tuple[tuple[Text, bool, str], ...]:
    """Size, boldness and text of each paragraph of the card.

    Parameters
    ----------
    counted
        The handful of cases that a share rests on; empty where it rests on none.
    """
    between = translate("Help card", " to ")
    ends = range_text(slider, slider.minimum, slider.maximum, between)
    baseline = value_text(slider, slider.baseline)
    grade = translate("Help card", GRADES[slider.grade])
    if isinstance(slider, Belief):
        scope = translate(
            "Help card",
            "From {ends}. Evidence: {baseline}; {range}.",
            ends=ends,
            baseline=baseline,
            range=evidence_range_words(slider),
        )
    else:
        scope = translate(
            "Help card", "From {ends}. Baseline {baseline}.", ends=ends, baseline=baseline
        )
    paragraphs: list[tuple[Text, bool, str]] = [
        ("body", True, slider.label),
        ("body", False, slider.help),
        ("note", False, scope),
    ]
    if counted:
        paragraphs.append(("note", False, f"{counted}."))
    if isinstance(slider, Lever) and slider.evidence_note:
        paragraphs.append(("note", False, slider.evidence_note))
    paragraphs.append(("note", False, grade))
    cited = (sources[key].publisher for key in slider.sources)
    published = dict.fromkeys(translate("Source", publisher) for publisher in cited)
    paragraphs.append(
        (
            "note",
            False,
            translate("Help card", "Sources: {join}", join=translate("List", "; ").join(published)),
        )
    )
    return tuple(paragraphs)


class HelpCard(QFrame):
    """A small pop-up; a click elsewhere or Escape closes it, and its text can be copied.

    Signals
    -------
    page_asked
        The page about the belief is wanted.
    """

    page_asked = Signal()

    def __init__(
        self,
        slider: Lever | Belief,
        sources: Mapping[str, Source],
        parent: QWidget,
        counted: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._paragraphs = help_paragraphs(slider, sources, counted)
        self.setObjectName("help-card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("Help card", "About {label}", label=slider.label))
        colours, length = theme().colours, theme().length
        self.setStyleSheet(
            f"#help-card {{ background: {colours.raised}; border: 1px solid {colours.hairline}; }}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(length(16), length(12), length(16), length(12))
        layout.setSpacing(length(8))
        for text, bold, words in self._paragraphs:
            label = QLabel(words, self)
            label.setFont(theme().font(text, bold=bold))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if text == "note":
                label.setStyleSheet(f"color: {colours.muted}")
            layout.addWidget(label)
        if isinstance(slider, Belief):
            layout.addWidget(self._page_link())
        self.setFixedWidth(length(336))
        self.setFixedHeight(layout.heightForWidth(self.width()))

    def _page_link(self) -> QToolButton:
        link = QToolButton(self)
        link.setObjectName("belief-page-link")
        link.setText(translate("Help card", "All about this belief…"))
        link.setProperty("link", True)
        link.setFont(theme().font("note"))
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(self._ask_for_page)
        return link

    def _ask_for_page(self) -> None:
        self.page_asked.emit()
        self.close()

    def show_beside(self, widget: QWidget) -> None:
        """Open to the right of `widget`, or under or over it: what it explains stays in sight."""
        place = QRect(widget.mapToGlobal(QPoint()), widget.size())
        screen = QGuiApplication.screenAt(place.center()) or widget.screen()
        room = screen.availableGeometry()
        x, y = place.right() + theme().length(GRID), place.top()
        if x + self.width() > room.right():
            x, y = place.left(), place.bottom() + 1
            if y + self.height() > room.bottom():
                y = place.top() - self.height()
        x = max(min(x, room.right() - self.width()), room.left())
        y = max(min(y, room.bottom() - self.height()), room.top())
        self.move(x, y)
        self.show()
        # a screen reader is not told of a pop-up's focus
        announce(self, "\n".join(words for _, _, words in self._paragraphs))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the card, and so do the keys that opened it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.close()
        else:
            super().keyPressEvent(event)
