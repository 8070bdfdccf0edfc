"""The view "Where": the map or its table, what it shows, and the levers and words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from modeller.projection.by_place import (
    against_recorded,
    held_as_recorded,
    unknown_boroughs,
)
from modeller.projection.record_by_place import Period
from modeller.scenario.place_shares import shares_by_tile, with_share
from modeller.scenario.places import PlaceMix
from modeller.wording import Projected
from modeller.wording.by_place import MEASURES, no_places_sentence, tile_words
from ui.desk.session import Desk, Session
from ui.desk.throttled_text import ThrottledText
from ui.look.buttons import segment
from ui.look.combo import choose, combo
from ui.look.figure_table import FigureTable
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import GRID, NO_LIMIT, theme
from ui.look.wheel import minds_the_wheel
from ui.places import where_data
from ui.places.legend import Legend
from ui.places.side import PlacesSide
from ui.places.tile_map import TileMap
from ui.places.where_data import Shown

SIDE_WIDTH = 266
SIDE_BY_SIDE = 760
"""The width from which the mixes stand beside the map rather than below it."""


class WherePanel(QWidget):
    """The map, its table and the levers of its tiles."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profile = session.profile
        self.setObjectName("where")
        self.locked: dict[str, set[str]] = {}
        self.giver: str | None = None
        self._base: PlaceMix | None = None
        self._shown: Shown | None = None
        self._about: dict[str, str] = {}
        self._typing = False
        self.map = TileMap(self._profile, self)
        shares = shares_by_tile(session.scenario.places, self._profile)
        self.tile = max(shares, key=lambda key: shares[key])
        self.table = FigureTable("where-table", translate("Places", "The map as a table"), self)
        self.note = RunningText("", self, size="note", ink="muted", name="where-note")
        self.legend = Legend(self)
        self.side = PlacesSide(self._profile, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.map)
        self._pages.addWidget(self.table)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        left = self._left = nested(self._whole, QVBoxLayout(), 1)
        self._fill_bar(nested(left, QHBoxLayout()))
        left.addWidget(self._pages, 1)
        left.addWidget(self.legend)
        left.addWidget(self.note)
        self._whole.addWidget(self.side)
        self._connect()
        theme().follow(self._restyle)
        self._choose_tile(self.tile)

    def _fill_bar(self, bar: QHBoxLayout) -> None:
        self.measure = combo("where-measure", translate("Places", "What the tiles show"), self, 20)
        self.measure.setMinimumWidth(GRID * 12)  # the least: large text takes room
        for measure in MEASURES.values():
            self.measure.addItem(translate("Places", measure.label), measure.key)
        self.of = combo(
            "where-of", translate("Places", "Of which scenario, or the record"), self, 10
        )
        self.period = combo(
            "where-period", translate("Places", "Which part of the record"), self, 10
        )
        for period in where_data.periods(self._profile):
            self.period.addItem(where_data.period_words(period, self._profile), period)
        self.by = combo(
            "where-by", translate("Places", "The table by borough or by site"), self, 10
        )
        self.by.addItem(translate("Places", "By borough"), "borough")
        self.by.addItem(translate("Places", "By site"), "site")
        self.as_map = segment("where-map", translate("Places", "Map"), self)
        self.as_table = segment("where-as-table", translate("Places", "Table"), self)
        group = QButtonGroup(self)
        for widget in (self.measure, self.of, self.period, self.by):
            minds_the_wheel(widget)
            bar.addWidget(widget)
        bar.addStretch(1)
        for button in (self.as_map, self.as_table):
            group.addButton(button)
            bar.addWidget(button)
        self.as_map.setChecked(True)

    def _connect(self) -> None:
        session, side = self._session, self.side
        self.measure.currentIndexChanged.connect(self._asked)
        self.of.currentIndexChanged.connect(self._asked)
        self.period.currentIndexChanged.connect(self._asked)
        self.by.currentIndexChanged.connect(self._asked)
        self.as_map.toggled.connect(self._turn_page)
        self.map.chosen.connect(self._choose_tile)
        self.map.pointed.connect(self._say)
        self.map.stepped.connect(self._step)
        self.map.held.connect(self._hold)
        self.map.share_spoken.connect(self._set_spoken)
        self.map.typed.connect(self._type)
        self.map.lock_asked.connect(self._toggle_lock)
        self.map.giver_asked.connect(self._toggle_giver)
        self.map.reset_asked.connect(self._reset)
        side.mix_chosen.connect(self._choose_mix)
        side.drag_started.connect(lambda: self._hold(True))
        side.share_changing.connect(self._set_share)
        side.share_committed.connect(self._commit)
        side.reset_asked.connect(self._reset)
        side.lock_toggled.connect(self._toggle_lock)
        side.giver_chosen.connect(self._set_giver)
        side.typing_ended.connect(self._end_typing)
        session.desk_changed.connect(self._desk_changed)
        session.results_changed.connect(self._results_changed)
        ThrottledText.of(session).add(self.refresh, [])

    # ---- what is shown

    @property
    def _letter(self) -> str:
        return self._session.desk.selected

    def _desk_changed(self, desk: Desk) -> None:
        if not self._session.dragging:
            self._name_scenarios(desk)
            self._show_mix()

    def _name_scenarios(self, desk: Desk) -> None:
        """Offer the selected scenario, the record, and how the first differs from the baseline."""
        known = [(translate("Places", "{letter}, projected", letter=desk.selected), "scenario")]
        known.append((translate("Places", "The record"), "record"))
        if desk.selected != desk.baseline:
            text = translate(
                "Places", "{letter} less {other}", letter=desk.selected, other=desk.baseline
            )
            known.append((text, "difference"))
        there = [(self.of.itemText(i), self.of.itemData(i)) for i in range(self.of.count())]
        if known == there:
            return
        chosen = self.of.currentData()
        self.of.blockSignals(True)
        self.of.clear()
        for text, data in known:
            self.of.addItem(text, data)
        choose(self.of, chosen)
        self.of.blockSignals(False)

    def _asked(self, _index: int = 0) -> None:
        self.refresh()

    def _turn_page(self, mapped: bool) -> None:
        self._pages.setCurrentWidget(self.map if mapped else self.table)
        self.refresh()

    def _results_changed(self) -> None:
        if not self.isVisible():
            return
        if self._session.dragging:
            self._follow()
        else:
            self.refresh()

    def _follow(self) -> None:
        """During a drag show the tiles alone; words follow once it pauses."""
        result, before = self._session.result, self._shown
        if result is None or before is None:
            return
        if before.of == "scenario" and not before.measure.outcome:
            shown = where_data.of_shares(self._profile, result, self._letter, before)
        else:
            found = self._find(result, before)
            if found is None:
                return
            shown = found
        self.map.show_faces(where_data.faces(shown, self._profile, self._about), shown.shares)
        shares = shares_by_tile(result.scenario.places, self._profile)
        self.side.show_share(shares[self.tile])

    def _find(self, result: Projected, before: Shown | None = None) -> Shown | None:
        """What is chosen, from the newest results; with the words of `before` if that is given."""
        measure, of = MEASURES[self.measure.currentData()], self.of.currentData()
        if of == "record":
            return where_data.of_record(self._profile, measure, self.period.currentData())
        live = None if before is None else measure
        found = where_data.placed(result, live)
        if found is None:
            return where_data.without_yields(self._profile, result, self._letter)
        against = None
        if of == "difference":
            other = self._session.results.get(self._session.desk.baseline)
            against = where_data.placed(other, live)
            if against is None or other is None or not _alike(result, other):
                return None
        each = None if before is None else before.each
        return where_data.of_scenario(measure, self._letter, found, against, each)

    def refresh(self) -> None:
        """Show the newest results, in numbers and in words."""
        if not self.isVisible():
            return
        session, profile = self._session, self._profile
        self._name_scenarios(session.desk)
        result, of = session.result, self.of.currentData()
        self.period.setVisible(of == "record")
        self.by.setVisible(of == "record" and self.as_table.isChecked())
        self.map.set_movable(of != "record")
        if result is None:
            return
        shown = self._find(result)
        if shown is None:
            return
        self._shown = shown
        faces = where_data.faces(shown, profile)
        self._about = {key: face.about for key, face in faces.items()}
        self.map.show_faces(faces, shown.shares)
        self.legend.show_scale(shown)
        self._mark()
        self._show_mix()
        found = where_data.placed(result)
        before = None if found is None else held_as_recorded(result)
        effects = {} if found is None else against_recorded(result)
        why_not = no_places_sentence(unknown_boroughs(result.catalogue))
        self.side.show_living(self._letter, found, before, effects, why_not)
        if self.as_table.isChecked():
            self._fill_table(result)
        self._say("")

    def _show_mix(self) -> None:
        """Show the mix that is set, which needs no projection."""
        mix = self._session.scenario.places
        self.side.show_mix(mix)
        self.side.show_share(shares_by_tile(mix, self._profile)[self.tile])

    def _fill_table(self, result: Projected) -> None:
        of = self.of.currentData()
        if of == "record":
            period: Period = self.period.currentData()
            rows = where_data.record_rows(self._profile, period, self.by.currentData())
            heads: tuple[str, ...] = where_data.RECORD_HEADS
            first = 2
        else:
            found = where_data.placed(result)
            against = None
            if of == "difference":
                against = where_data.placed(self._session.results.get(self._session.desk.baseline))
            if found is None:
                rows, heads = where_data.share_rows(result), where_data.SHARE_HEADS
            else:
                rows, heads = where_data.table_rows(found, against), where_data.HEADS
            first = 1
        self.table.fill(
            [translate("Places", head) for head in heads],
            rows,
            figures=tuple(range(first, len(heads))),
        )

    def _say(self, key: str) -> None:
        """Say what is known of a tile, or else of the focused one, or else how to begin."""
        if not key and self.map.tiles[self.tile].hasFocus():
            key = self.tile
        if key in self._about:
            tile = self.map.tiles[key]
            text = where_data.said(tile.tile, tile.share, self._about[key])
        else:
            text = translate(
                "Places",
                "Choose a tile, then press + or −, or type a share; the others change in "
                "proportion. Below each figure: arrests at one deployment there. Hatched: fewer "
                "than three recorded deployments.",
            )
        if text != self.note.text():
            self.note.setText(text)

    def _mark(self) -> None:
        locked = self.locked.get(self._letter, set())
        self.map.mark(self.tile, locked, self.giver)
        self.side.show_tile(self.tile, locked=locked, giver=self.giver)

    def focus_map(self) -> None:
        """Give the keyboard to the chosen tile."""
        if self.as_map.isChecked():
            self.map.tiles[self.tile].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- what is set

    def _choose_tile(self, key: str) -> None:
        if key == self.giver:
            self.giver = None
        self.tile = key
        self._mark()
        shares = shares_by_tile(self._session.scenario.places, self._profile)
        self.side.show_share(shares[key])
        self._say("")

    def _step(self, by: float) -> None:
        """Change the chosen tile's share by a key on the map."""
        share = shares_by_tile(self._session.scenario.places, self._profile)[self.tile]
        if not self._session.dragging:
            self._base = self._session.scenario.places
        self._set_share(min(max(share + by, 0.0), 1.0))

    def _set_spoken(self, key: str, share: float) -> None:
        self._choose_tile(key)
        self._base = self._session.scenario.places
        self._set_share(share)

    def _hold(self, held: bool) -> None:
        if held:
            self._base = self._session.scenario.places
            self._session.begin_gesture()
        else:
            self._session.end_gesture()

    def _commit(self, share: float) -> None:
        if not self._session.dragging:
            self._base = self._session.scenario.places
        self._set_share(share)
        self._session.end_gesture()
        # locked tiles leave less room than was asked for
        shares = shares_by_tile(self._session.scenario.places, self._profile)
        self.side.show_share(shares[self.tile])

    def _set_share(self, share: float) -> None:
        """Set a share in the mix at the start of the drag, so that shares at nought can return."""
        session = self._session
        locked = self.locked.get(self._letter, set())
        if self.tile in locked:
            return
        mix = with_share(
            self._base, self._profile, self.tile, share, locked=locked, giver=self.giver
        )
        self._take(
            mix,
            translate(
                "Undo", "the share of {place}", place=tile_words(self._profile.tiles[self.tile])
            ),
        )
        if self.of.currentData() == "record" and not session.dragging:
            self.of.setCurrentIndex(0)  # show what was set

    def _take(self, mix: PlaceMix | None, text: str) -> None:
        scenario = self._session.scenario
        self._session.replace_scenario(scenario.with_places(mix), text)

    def _choose_mix(self, mix: PlaceMix | None) -> None:
        self.locked.pop(self._letter, None)
        self.giver = None
        self._take(mix, translate("Undo", "choosing places"))
        self._mark()

    def _reset(self) -> None:
        """Put the chosen tile back to the record; the others keep their proportions."""
        self._base = self._session.scenario.places
        self._set_share(shares_by_tile(None, self._profile)[self.tile])

    def _toggle_lock(self) -> None:
        locked = self.locked.setdefault(self._letter, set())
        locked.symmetric_difference_update({self.tile})
        if self.giver in locked:
            self.giver = None
        self._mark()

    def _toggle_giver(self) -> None:
        self.giver = None if self.giver == self.tile else self.tile
        self._mark()

    def _set_giver(self, key: str) -> None:
        self.giver = key or None
        self._mark()

    def _type(self, text: str) -> None:
        lever = self.side.lever
        if lever is not None:
            self._typing = True
            lever._start_typing(text)

    def _end_typing(self) -> None:
        """Give the keyboard back to the map, unless what was typed is wrong."""
        lever = self.side.lever
        if lever is None or not self._typing or lever.value_edit.hasFocus():
            return
        self._typing = False
        if lever.track.hasFocus():
            self.focus_map()

    # ---- Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the mixes beside the map or below it."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _arrange(self) -> None:
        beside = self.width() >= theme().length(SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._whole.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if beside:
            self.side.setFixedWidth(theme().length(SIDE_WIDTH))
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(NO_LIMIT)
            self.side.setMinimumHeight(theme().length(240))

    def _restyle(self) -> None:
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(theme().length(GRID))
        self._left.setSpacing(theme().length(GRID // 4))
        for widget in (self.measure, self.of, self.period, self.by, self.as_map, self.as_table):
            widget.setFont(theme().font("note"))
        self._arrange()
        self.refresh()


def _alike(one: Projected, other: Projected) -> bool:
    """Whether two results have the same draws, so that one can be subtracted from the other."""
    return one.totals("deployments").size == other.totals("deployments").size
