"""Where the deployments are held: a plain list of the named mixes."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from modeller.base.language import translate
from modeller.scenario import Scenario
from modeller.scenario.places import AS_RECORDED, PlaceMix
from modeller.wording.places import mix_words, named_words
from ui.desk.session import Desk, Session
from ui.look.style import GRID, theme


class PlaceChoice(QWidget):
    """The mix of the selected scenario; one that has no name is shown in words and kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Scenario | None = None
        self._mixes = tuple(dict.fromkeys((AS_RECORDED, *session.scenario.profile.mixes)))
        self._layout = layout = QVBoxLayout(self)
        label = QLabel(translate("Places", "Places"), self)
        self.list = QComboBox(self)
        self.list.setObjectName("places")
        self.list.setAccessibleName(translate("Places", "Where the deployments are held"))
        self.list.setToolTip(
            translate(
                "Places",
                "Where the deployments are held. What a place yields is known from the deployments "
                "of the record; as recorded changes nothing.",
            )
        )
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        label.setBuddy(self.list)
        for key in self._mixes:
            self.list.addItem(named_words(key, session.profile), key)
        layout.addWidget(label)
        layout.addWidget(self.list)
        self.list.activated.connect(self._choose)
        session.desk_changed.connect(self._show)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._show(session.desk)

    def _restyle(self) -> None:
        """In line with the levers' names above and below."""
        margin = theme().length(GRID)
        self._layout.setContentsMargins(3 * margin, 0, margin, margin)
        self._layout.setSpacing(margin // 2)

    def _choose(self, index: int) -> None:
        key = self.list.itemData(index)
        if key is None:  # the scenario's own mix, which stands already
            return
        scenario = self._session.scenario
        mix = None if key == AS_RECORDED else _named(key)
        self._session.replace_scenario(
            scenario.replace(places=mix), translate("Undo", "choosing places")
        )

    def _show(self, desk: Desk) -> None:
        scenario = desk.scenario
        if self._shown is not None and self._shown.places == scenario.places:
            return
        self._shown = scenario
        own = len(self._mixes)
        if self.list.count() > own:
            self.list.removeItem(own)
        key = self._key(scenario.places)
        if key is None:
            self.list.addItem(mix_words(scenario.places, scenario.profile))
            self.list.setCurrentIndex(own)
        else:
            self.list.setCurrentIndex(self.list.findData(key))

    def _key(self, mix: PlaceMix | None) -> str | None:
        """The name of a named mix; None for one without."""
        if mix is None:
            return AS_RECORDED
        return mix.plain if isinstance(mix.plain, str) and mix.plain in self._mixes else None


def _named(key: str) -> PlaceMix:
    return PlaceMix(((key, 1.0),))
