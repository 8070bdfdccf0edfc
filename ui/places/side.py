"""Beside the map: the mixes, the chosen tile's lever, what changes, and who lives there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.elementary import Floats
from modeller.base.language import translate
from modeller.calibration.places.shares import Yield
from modeller.profiles import Profile
from modeller.projection.by_place import ByPlace
from modeller.projection.record_by_place import (
    against_vans,
    counted_by_tile,
    fitted_yields,
    whole_record,
)
from modeller.projection.summaries import quantiles
from modeller.scenario.places import PlaceMix
from modeller.wording.by_place import (
    MEASURES,
    SHARES,
    cell,
    false_alerts_sentence,
    residents_sentences,
    street_sentence,
    tile_words,
)
from modeller.wording.numbers import MINUS, percent
from ui.levers.share_lever import ShareLever, shown_share
from ui.look.combo import choose, combo
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import GRID, theme
from ui.look.wheel import minds_the_wheel, only_scrolls
from ui.places.mix_buttons import MixButtons
from ui.places.residents import ShareBars

CHANGES = ("arrests", "true_alerts", "faces_scanned")


class PlacesSide(QScrollArea):
    """Everything that is said or can be set beside the map.

    Signals
    -------
    mix_chosen
        A named mix, or None for as recorded.
    drag_started, share_changing, share_committed, reset_asked
        As a lever's, for the share of the chosen tile.
    lock_toggled
        The chosen tile's share is to be locked, or no longer.
    giver_chosen
        The tile that the others gain from or give to; empty for all in proportion.
    typing_ended
        A share was typed, or typing it was given up.
    """

    mix_chosen = Signal(object)
    drag_started = Signal()
    share_changing = Signal(float)
    share_committed = Signal(float)
    reset_asked = Signal()
    lock_toggled = Signal()
    giver_chosen = Signal(str)
    typing_ended = Signal()

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setObjectName("places-side")
        self.setAccessibleName(translate("Places", "Shares, mixes and residents"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        only_scrolls(self)
        body = QWidget(self)
        self._column = QVBoxLayout(body)
        self.mixes = MixButtons(profile, body)
        self.mixes.chosen.connect(self.mix_chosen)
        self.lever: ShareLever | None = None
        self.lock = self._lock(body)
        self.giver = self._giver(body)
        self.yields = RunningText("", body, size="note", name="tile-yields")
        self.small = RunningText("", body, size="note", ink="muted", name="tile-false-alerts")
        self.change = RunningText("", body, size="note", name="mix-change")
        self.bars = ShareBars("residents", body)
        self.residents = RunningText("", body, size="note", name="residents-words")
        self.street = RunningText(
            " ".join(street_sentence(each) for each in against_vans(profile)),
            body,
            size="note",
            ink="muted",
            name="street",
        )
        self._column.addWidget(self.mixes)
        self._lever_place = nested(self._column, QVBoxLayout())
        row = nested(self._column, QHBoxLayout())
        row.addWidget(self.lock)
        row.addWidget(self.giver, 1)
        self._head(translate("Places", "Per deployment, against the recorded mix"), body)
        self._column.addWidget(self.change)
        self._head(translate("Places", "Residents who are Black"), body)
        self._column.addWidget(self.bars)
        self._column.addWidget(self.residents)
        self._head(translate("Places", "What is recorded here"), body)
        for words in (self.yields, self.small, self.street):
            self._column.addWidget(words)
        self._column.addStretch(1)
        self.setWidget(body)
        theme().follow(self._restyle)

    def _head(self, text: str, body: QWidget) -> None:
        self._column.addWidget(RunningText(text, body, size="note", ink="muted"))

    def _lock(self, body: QWidget) -> QToolButton:
        button = QToolButton(body)
        button.setObjectName("lock-tile")
        button.setText(translate("Places", "Lock"))
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(
            translate("Places", "Keeps this share while others are set (L on the map)")
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: self.lock_toggled.emit())
        return button

    def _giver(self, body: QWidget) -> QComboBox:
        words = translate("Places", "Which places lose what this one gains")
        box = combo("giver", words, body, 10)
        box.addItem(translate("Places", "The rest in proportion"), "")
        by_name = sorted(self._profile.tiles.values(), key=tile_words)
        for tile in by_name:
            box.addItem(translate("Places", "From {place} alone", place=tile_words(tile)), tile.key)
        box.activated.connect(lambda index: self.giver_chosen.emit(box.itemData(index)))
        minds_the_wheel(box)
        return box

    # ---- what is shown

    def show_tile(self, tile: str, *, locked: Collection[str], giver: str | None) -> None:
        """The lever of another tile, and what the record knows of it."""
        if self.lever is None or self.lever.tile != tile:
            self._make_lever(tile)
        held = tile in locked
        if self.lock.isChecked() != held:
            self.lock.setChecked(held)
        assert self.lever is not None
        self.lever.setEnabled(not held)
        choose(self.giver, giver or "")

    def _make_lever(self, tile: str) -> None:
        if self.lever is not None:
            self._lever_place.removeWidget(self.lever)
            self.lever.hide()
            self.lever.deleteLater()
        self.lever = lever = ShareLever(self._profile, tile, self.widget())
        lever.drag_started.connect(self.drag_started)
        lever.value_changing.connect(self.share_changing)
        lever.value_committed.connect(self.share_committed)
        lever.reset_asked.connect(self.reset_asked)
        lever.value_edit.typed.connect(lambda _text: self.typing_ended.emit())
        lever.value_edit.left.connect(self.typing_ended)
        self._lever_place.addWidget(lever)
        words = [self._yield_words(tile, "alerts-each", "alerts")]
        words.append(self._yield_words(tile, "arrests-each", "arrests"))
        area = self._profile.areas[self._profile.tiles[tile].area]
        words.append(
            translate("Places", "Residents {share} Black.", share=percent(area.black, 0.001))
        )
        self.yields.setText(" ".join(word for word in words if word))
        counted = counted_by_tile(self._profile, whole_record(self._profile))[tile]
        self.small.setText(false_alerts_sentence(counted))

    def _yield_words(self, tile: str, measure: str, yields: Yield) -> str:
        fitted = fitted_yields(self._profile, yields)
        if tile not in fitted:
            return ""
        made = cell(fitted[tile], MEASURES[measure])
        return translate(
            "Places",
            "{label} today: {figure} ({range}).",
            label=translate("Places", MEASURES[measure].label),
            figure=made.figure,
            range=made.reach,
        )

    def show_share(self, share: float) -> None:
        """The chosen tile's share, on its lever."""
        assert self.lever is not None
        shown = shown_share(share)
        if self.lever.value() != shown:
            self.lever.setValue(shown)

    def show_mix(self, mix: PlaceMix | None) -> None:
        """The mix of the selected scenario."""
        self.mixes.show_mix(mix)

    def show_living(
        self,
        letter: str,
        found: ByPlace | None,
        before: ByPlace | None,
        effects: Mapping[str, Floats],
        why_not: str,
    ) -> None:
        """Show residents and what the mix changes, or why nothing is told by place."""
        if found is None or before is None:
            self.residents.setText("")
            self.change.setText(why_not)
            self.bars.show_bars("", ())
            return
        self.change.setText(change_words(effects))
        names = self._profile.names
        title = translate("Places", "Black residents’ share, weighted by faces")
        self.bars.show_bars(
            title,
            (
                (names.place, found.overall, None),
                (
                    translate("Places", "as recorded"),
                    float(np.median(before.residents_by_faces)),
                    None,
                ),
                (letter, float(np.median(found.residents_by_faces)), letter),
            ),
        )
        self.residents.setText(residents_sentences(found, self._profile, before))

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        self._column.setContentsMargins(margin, margin, 3 * margin // 2, margin)
        self._column.setSpacing(margin // 2)
        for widget in (self.lock, self.giver):
            widget.setFont(theme().font("note"))


def change_words(effects: Mapping[str, Floats]) -> str:
    """``Arrests −8 % (−14 % to −1 %)``, line by line; one sentence where nothing changes."""
    if all((values == 1.0).all() for values in effects.values()):
        return translate("Places", "The recorded mix: nothing changes.")
    lines = []
    for key in CHANGES:
        low, middle, high = (quantiles(np.sort(effects[key]), SHARES) - 1.0).tolist()
        label = {
            "arrests": translate("Places", "Arrests"),
            "true_alerts": translate("Places", "True alerts"),
            # false alerts are shared out by faces, so both change alike
            "faces_scanned": translate("Places", "Faces, false alerts"),
        }[key]
        lines.append(
            translate(
                "Places",
                "{label} {change} ({low} to {high})",
                label=label,
                change=_signed(middle),
                low=_signed(low),
                high=_signed(high),
            )
        )
    return "\n".join(lines)


def _signed(change: float) -> str:
    text = percent(abs(change))
    if not any(sign in text for sign in "123456789"):
        return text
    return f"{'+' if change > 0 else MINUS}{text}"
