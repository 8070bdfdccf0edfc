"""The named mixes as buttons, each with its sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.scenario.places import AS_RECORDED, PlaceMix
from modeller.wording.places import mix_sentence, mix_words, named_words
from ui.look.buttons import segment
from ui.look.flow import Flow
from ui.look.running_text import RunningText
from ui.look.style import GRID, theme


class MixButtons(QWidget):
    """One button for each mix, and below them one sentence on the present one.

    Signals
    -------
    chosen
        A mix: a `PlaceMix`, or None for as recorded.
    """

    chosen = Signal(object)

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setObjectName("mixes")
        self.buttons: dict[str, QToolButton] = {}
        self._layout = QVBoxLayout(self)
        self._flow = Flow(self)
        self.title = RunningText(
            translate("Places", "Where deployments go"), self, size="note", ink="muted"
        )
        self._layout.addWidget(self.title)
        for key in dict.fromkeys((AS_RECORDED, *profile.mixes)):
            button = segment(f"mix-{key}", named_words(key, profile), self._flow)
            sentence = mix_sentence(key, profile)
            button.setToolTip(sentence)
            button.setAccessibleDescription(sentence)
            button.clicked.connect(lambda _=False, k=key: self._choose(k))
            self.buttons[key] = button
        self._layout.addWidget(self._flow)
        self.sentence = RunningText("", self, size="note", name="mix-sentence")
        self._layout.addWidget(self.sentence)
        theme().follow(self._restyle)

    def show_mix(self, mix: PlaceMix | None) -> None:
        """Mark the present one and say what it is."""
        key = AS_RECORDED if mix is None else mix.plain
        named = key if isinstance(key, str) else None
        for each, button in self.buttons.items():
            button.setChecked(each == named)
        if named is None:
            words = translate(
                "Places", "A mix of its own: {mix}.", mix=mix_words(mix, self._profile)
            )
        else:
            words = mix_sentence(named, self._profile)
        if words != self.sentence.text():
            self.sentence.setText(words)

    def _choose(self, key: str) -> None:
        self.chosen.emit(None if key == AS_RECORDED else PlaceMix(((key, 1.0),)))

    def _restyle(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().length(GRID // 4))
        for button in self.buttons.values():
            button.setFont(theme().font("note"))
