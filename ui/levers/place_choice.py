"""Where deployments take place: the mix in a few words, leading to the map; fixed cameras."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from modeller.base.language import translate
from modeller.scenario import Scenario
from modeller.scenario.place_shares import shares_by_tile, with_share
from modeller.scenario.places import PlaceMix
from modeller.wording.by_place import tile_words
from modeller.wording.places import mix_words
from ui.desk.session import Desk, Session
from ui.desk.throttled_text import ThrottledText
from ui.levers.share_lever import ShareLever, shown_share
from ui.look.running_text import plain_tip
from ui.look.style import GRID, theme

_ROOM = 240


class PlaceChoice(QWidget):
    """The selected scenario's mix, as a button that opens the map, and the share of fixed cameras.

    Signals
    -------
    map_asked
        The map is wanted.
    """

    map_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profile = session.profile
        self._shown: Scenario | None = None
        self._written: Scenario | None = None
        self._base: PlaceMix | None = None
        self._layout = QVBoxLayout(self)
        self.button = QToolButton(self)
        self.button.setObjectName("places")
        self.button.setAutoRaise(True)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.clicked.connect(lambda _=False: self.map_asked.emit())
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.cameras: dict[str, ShareLever] = {}
        session.desk_changed.connect(self._show)
        ThrottledText.of(session).add(self._write)
        theme().follow(self._restyle)
        self._show(session.desk)

    def show_more(self, shown: bool) -> None:
        """Show or hide the share of fixed cameras, a rarer choice made when it is wanted."""
        if shown and not self.cameras:
            for tile in self._profile.tiles.values():
                if tile.fixed_cameras:
                    self._add_lever(tile.key)
        for lever in self.cameras.values():
            lever.setVisible(shown)

    def _add_lever(self, tile: str) -> None:
        lever = self.cameras[tile] = ShareLever(self._profile, tile, self)
        lever.setObjectName(f"share-{tile}")
        lever.drag_started.connect(self._begin)
        lever.value_changing.connect(lambda share: self._set_share(tile, share))
        lever.value_committed.connect(lambda share: self._commit(tile, share))
        lever.reset_asked.connect(lambda: self._commit(tile, float(lever.slider.baseline)))
        self._layout.addWidget(lever)
        lever.setValue(shown_share(self._shares(self._session.scenario)[tile]))

    def _shares(self, scenario: Scenario) -> dict[str, float]:
        return dict(shares_by_tile(scenario.places, self._profile))

    def _begin(self) -> None:
        self._base = self._session.scenario.places
        self._session.begin_gesture()

    def _set_share(self, tile: str, share: float) -> None:
        """Set a share in the mix at the start of the drag; the others keep their proportions."""
        scenario = self._session.scenario
        if share == shown_share(shares_by_tile(None, self._profile)[tile]):
            share = shares_by_tile(None, self._profile)[tile]  # the lever showed it rounded
        mix = with_share(self._base, self._profile, tile, share)
        place = tile_words(self._profile.tiles[tile])
        self._session.replace_scenario(
            scenario.with_places(mix), translate("Undo", "the share of {place}", place=place)
        )

    def _commit(self, tile: str, share: float) -> None:
        if not self._session.dragging:
            self._base = self._session.scenario.places
        self._set_share(tile, share)
        self._session.end_gesture()

    def _show(self, desk: Desk) -> None:
        """Move the levers with the mix; during a drag the words are written after the charts."""
        scenario = desk.scenario
        if self._shown is not None and self._shown.places == scenario.places:
            return
        self._shown = scenario
        if self.cameras:
            shares = self._shares(scenario)
            for tile, lever in self.cameras.items():
                if lever.value() != shown_share(shares[tile]):
                    lever.setValue(shown_share(shares[tile]))
        if not self._session.dragging:
            self._write()

    def _write(self) -> None:
        """Name the mix on the button."""
        scenario = self._session.scenario
        if self._written is not None and self._written.places == scenario.places:
            return
        self._written = scenario
        words = mix_words(scenario.places, scenario.profile)
        text = translate("Places", "Places: {mix}", mix=words)
        self.button.setAccessibleName(text)
        self.button.setToolTip(
            plain_tip(
                translate(
                    "Places",
                    "{places}. Open the map of where deployments take place. What a place yields "
                    "is known from the deployments in the record; “as recorded” changes nothing.",
                    places=text,
                )
            )
        )
        if self.button.fontMetrics().horizontalAdvance(text) > theme().length(_ROOM):
            text = translate("Places", "Places: a mix of its own")
        self.button.setText(text)

    def _restyle(self) -> None:
        """Align with the levers' names above and below."""
        margin = theme().length(GRID)
        self.button.setFont(theme().font("body"))
        self._layout.setContentsMargins(0, 0, 0, margin // 2)
        self._layout.setSpacing(0)
        self.button.setContentsMargins(2 * margin, 0, 0, 0)
