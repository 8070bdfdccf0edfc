"""The left column: levers in three groups, some always in sight and the rest folded away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Belief, Catalogue, Lever
from modeller.records import catalogue_at_hand, record_for
from modeller.scenario import BeliefSetting, Scenario, Schedule
from modeller.wording import counted_so_far, setting_words
from ui.desk.session import Desk, Session
from ui.desk.throttled_text import ThrottledText
from ui.levers.lever import LeverWidget
from ui.levers.place_choice import PlaceChoice
from ui.look.access_letters import letter_menu
from ui.look.accessibility import as_laid_out
from ui.look.running_text import RunningText
from ui.look.style import GRID, Kind, theme
from ui.look.wheel import only_scrolls

ROW = 56
"""Height that a lever takes, in the design's pixels, before it is made."""


class GroupWords(NamedTuple):
    """What a group is called, what it is, and what unfolds and folds its rarer levers."""

    name: str
    meaning: str
    more: str
    more_counted: str
    fewer: str


GROUPS: dict[Kind, GroupWords] = {
    "choice": GroupWords(
        translatable("Levers", "Choices"),
        translatable("Levers", "Choices: what the policymaker decides"),
        translatable("Levers", "More choices"),
        translatable("Levers", "More choices ({count})"),
        translatable("Levers", "Fewer choices"),
    ),
    "circumstance": GroupWords(
        translatable("Levers", "Circumstances"),
        translatable("Levers", "Circumstances: what happens to the force"),
        translatable("Levers", "More circumstances"),
        translatable("Levers", "More circumstances ({count})"),
        translatable("Levers", "Fewer circumstances"),
    ),
    "belief": GroupWords(
        translatable("Levers", "Beliefs"),
        translatable("Levers", "Beliefs: how well the system and the crews perform"),
        translatable("Levers", "More beliefs"),
        translatable("Levers", "More beliefs ({count})"),
        translatable("Levers", "Fewer beliefs"),
    ),
}


class _GroupName(RunningText):
    """The name of a group."""

    def __init__(self, kind: Kind, parent: QWidget) -> None:
        super().__init__(translate("Levers", GROUPS[kind].name), parent, size="note", ink="muted")
        self.setToolTip(translate("Levers", GROUPS[kind].meaning))


def spread_note(belief: Belief, setting: BeliefSetting) -> str:
    """What was done to a belief's spread, to be said under its track; empty if nothing was."""
    if setting.spread == 1.0:
        return ""
    if setting.spread == 0.0:
        return translate("Levers", "Taken as exactly known")
    return translate("Levers", "Range set: {setting}", setting=setting_words(belief, setting))


def declared_for(scenario: Scenario) -> Catalogue:
    """The catalogue of the record a scenario is based on; the profile's where it is missing."""
    return catalogue_at_hand(scenario.record, scenario.profile)


def first_projected_day(scenario: Scenario) -> date:
    """The Monday of week 1: the day after the last of the record a scenario is based on."""
    try:
        record = record_for(scenario.record, scenario.profile)
    except ModellerError:  # the projection says so in the banner
        record = scenario.profile.record
    return record.last_day + timedelta(days=1)


class _Row(QWidget):
    """Buttons side by side, or one below another where a language or large text needs it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(GRID, GRID, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._buttons: list[QWidget] = []

    def add(self, button: QWidget) -> None:
        """Add a button at the end."""
        self._buttons.append(button)
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest button."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(GRID + widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap into as many rows as the width makes necessary."""
        super().resizeEvent(event)
        wanted = GRID + sum(GRID // 2 + button.sizeHint().width() for button in self._buttons)
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if wanted <= self.width() else way.TopToBottom)


def _sliders(declared: Catalogue, kind: Kind, *, rare: bool) -> tuple[Lever | Belief, ...]:
    """A group's levers: those always in sight, or those folded away."""
    return tuple(
        slider
        for slider in declared.sliders.values()
        if slider.kind == kind and slider.always_visible != rare
    )


class LeverPanel(QScrollArea):
    """Every lever and belief of the selected scenario.

    Signals
    -------
    schedule_asked, spread_asked
        A lever's schedule or a belief's spread is to be edited: the key.
    page_asked
        More is wanted about a belief: the key.
    map_asked
        The map of places is wanted.
    """

    map_asked = Signal()
    schedule_asked = Signal(str)
    spread_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._catalogue = session.profile.catalogue
        self._shown: Scenario | None = None
        self.setObjectName("levers")
        self.setAccessibleName(translate("Levers", "Levers"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        only_scrolls(self)
        self._by_hand: set[Kind] = set()
        self._fits = False
        self.places: PlaceChoice | None = None
        body = self._body = QWidget(self)
        self._layout = QVBoxLayout(body)
        self._levers: dict[str, LeverWidget] = {}
        self.more_buttons: dict[Kind, QToolButton] = {}
        self._names: list[_GroupName] = []
        for kind in GROUPS:
            self._add_group(kind)
        self._layout.addWidget(self._resets(body))
        self._layout.addStretch(1)
        self.setWidget(body)
        theme().changed.connect(self._restyle)
        session.desk_changed.connect(self._show)
        ThrottledText.of(session).add(self._count_changed)
        self._restyle()
        self._show(session.desk)

    @property
    def levers(self) -> dict[str, LeverWidget]:
        """Every lever by its key, including those folded away."""
        for kind in GROUPS:
            self._make_rare(kind)
        return self._levers

    def lever(self, key: str) -> LeverWidget:
        """The lever of a key, made if need be."""
        if key not in self._levers:
            self._make_rare(self._catalogue.sliders[key].kind)
        return self._levers[key]

    def _add_group(self, kind: Kind) -> None:
        name = _GroupName(kind, self._body)
        self._names.append(name)
        self._layout.addWidget(name)
        for slider in _sliders(self._catalogue, kind, rare=False):
            self._layout.addWidget(self._make(slider))
        if kind == "choice" and self._session.scenario.profile.mixes:
            self.places = PlaceChoice(self._session, self._body)
            self.places.map_asked.connect(self.map_asked)
            self._layout.addWidget(self.places)
        if _sliders(self._catalogue, kind, rare=True):
            self._layout.addWidget(self._more_button(kind))

    def _make(self, slider: Lever | Belief) -> LeverWidget:
        lever = self._levers[slider.key] = LeverWidget(
            slider, self._session.profile.sources, self._body
        )
        self._connect(lever)
        return lever

    def _make_rare(self, kind: Kind) -> None:
        """Create the folded-away levers when they are first shown, since there are many."""
        missing = [
            slider
            for slider in _sliders(self._catalogue, kind, rare=True)
            if slider.key not in self._levers
        ]
        if not missing:
            return
        place = self._layout.indexOf(self.more_buttons[kind]) + 1
        declared = declared_for(self._session.scenario)
        for slider in missing:
            lever = self._make(slider)
            lever.hide()
            self._layout.insertWidget(place, lever)
            place += 1
            lever.set_slider(declared.sliders[slider.key])
            self._set(lever, self._session.scenario, declared)
        as_laid_out(self._layout)

    def _more_button(self, kind: Kind) -> QToolButton:
        button = QToolButton(self._body)
        button.setObjectName(f"more-{kind}")
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _=False, k=kind: self._by_hand.add(k))
        button.toggled.connect(lambda shown, k=kind: self.show_more(k, shown))
        self.more_buttons[kind] = button
        return button

    def _connect(self, lever: LeverWidget) -> None:
        key, session = lever.slider.key, self._session
        lever.drag_started.connect(session.begin_gesture)
        lever.value_changing.connect(lambda value: session.set_value(key, value))
        lever.value_committed.connect(lambda value: self._commit(key, value))
        lever.reset_asked.connect(
            lambda: session.reset(
                (key,),
                translate("Undo", "resetting {lever}", lever=lever.slider.label_within),
            )
        )
        lever.schedule_asked.connect(lambda: self.schedule_asked.emit(key))
        lever.all_asked.connect(lambda: session.set_in_all(key))
        lever.page_asked.connect(lambda: self.page_asked.emit(key))
        lever.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        lever.customContextMenuRequested.connect(
            lambda place: self.menu_for(key).popup(lever.mapToGlobal(place))
        )

    def menu_for(self, key: str) -> QMenu:
        """The lever's menu: what can be done to it besides moving it."""
        lever = self.lever(key)
        menu = QMenu(lever)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(lever.slider, Belief):
            menu.addAction(
                translate("Levers", "Range or exactly known…"), lambda: self.spread_asked.emit(key)
            )
            menu.addAction(
                translate("Levers", "Evidence for this belief…"), lambda: self.page_asked.emit(key)
            )
            menu.addAction(translate("Lever", "Apply to all scenarios"), lever.all_asked.emit)
            back_words = translate("Levers", "Back to the evidence")
        else:
            menu.addAction(
                translate("Levers", "Change over time…"), lambda: self.schedule_asked.emit(key)
            )
            back_words = translate("Levers", "Back to the baseline")
        back = menu.addAction(back_words, lever.reset_asked.emit)
        back.setEnabled(lever.changed)
        menu.addSeparator()
        menu.addAction(translate("Levers", "What is this?"), lever.show_help)
        letter_menu(menu)
        return menu

    def _commit(self, key: str, value: float) -> None:
        self._session.set_value(key, value)
        self._session.end_gesture()

    def _resets(self, body: QWidget) -> QWidget:
        holder = _Row(body)
        self.reset_levers = QToolButton(holder)
        self.reset_levers.setText(translate("Levers", "Levers to baseline"))
        self.reset_levers.setObjectName("levers-to-baseline")
        self.reset_levers.setToolTip(
            translate(
                "Levers",
                "Choices and circumstances back to the baseline: {baseline}, nothing lost",
                baseline=self._session.profile.names.baseline,
            )
        )
        self.reset_beliefs = QToolButton(holder)
        self.reset_beliefs.setText(translate("Levers", "Beliefs to evidence"))
        self.reset_beliefs.setObjectName("beliefs-to-evidence")
        self.reset_beliefs.setToolTip(
            translate("Levers", "Every belief back to what its evidence says")
        )
        self.reset_levers.clicked.connect(
            lambda: self._session.reset(
                tuple(self._catalogue.levers),
                translate("Undo", "setting the levers to the baseline"),
            )
        )
        self.reset_beliefs.clicked.connect(
            lambda: self._session.reset(
                tuple(self._catalogue.beliefs),
                translate("Undo", "setting the beliefs to the evidence"),
            )
        )
        for button in (self.reset_levers, self.reset_beliefs):
            button.setAutoRaise(True)
            holder.add(button)
        return holder

    def show_more(self, kind: Kind, shown: bool) -> None:
        """Unfold or fold the rarer levers of a group."""
        if shown:
            self._make_rare(kind)
        for slider in _sliders(self._catalogue, kind, rare=True):
            if slider.key in self._levers:
                self._levers[slider.key].setVisible(shown)
        if kind == "choice" and self.places is not None:
            self.places.show_more(shown)
        button = self.more_buttons[kind]
        button.setChecked(shown)
        button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._name_more(kind)

    def unfold_to_fit(self) -> None:
        """From now on, unfold the groups that the height has room for, and fold the others.

        A group that the user has folded or unfolded stays as it is.
        """
        self._fits = True
        free = self.viewport().height() - self._body.sizeHint().height()
        asked = [kind for kind in GROUPS if kind not in self._by_hand and kind in self.more_buttons]
        needed = {
            kind: theme().length(ROW) * len(_sliders(self._catalogue, kind, rare=True))
            for kind in asked
        }
        free += sum(needed[kind] for kind in asked if self.more_buttons[kind].isChecked())
        for kind in asked:
            shown = free >= needed[kind]
            free -= needed[kind] if shown else 0
            if shown != self.more_buttons[kind].isChecked():
                self.show_more(kind, shown)

    def reveal(self, key: str) -> LeverWidget:
        """Show a lever: unfold its group, scroll to it and focus it."""
        lever = self.lever(key)
        if not lever.slider.always_visible:
            self._by_hand.add(lever.slider.kind)
            self.show_more(lever.slider.kind, True)
        self.ensureWidgetVisible(lever)
        lever.setFocus()
        return lever

    def _name_more(self, kind: Kind) -> None:
        """Say how many levers are folded away, and how many of them are changed."""
        folded, button = _sliders(self._catalogue, kind, rare=True), self.more_buttons[kind]
        words, closed = GROUPS[kind], not button.isChecked()
        changed = sum(slider.key in self._session.scenario.changes for slider in folded)
        parts = [translate("Levers", words.fewer)]
        if closed:
            parts = [translate("Levers", words.more_counted, count=len(folded))]
        if closed and changed:
            parts.append(translate("Levers", "{count} changed", count=changed))
        text = " · ".join(parts)
        # the name stays the same, since a screen reader says whether it is checked
        name = text if closed else translate("Levers", words.more)
        room = self.viewport().width() - theme().length(3 * GRID)
        if button.fontMetrics().horizontalAdvance(text) > room:
            text = "\n".join(parts)
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the changed levers that are folded away below their button if not beside it."""
        super().resizeEvent(event)
        for kind in self.more_buttons:
            self._name_more(kind)
        if self._fits and event.size().height() != event.oldSize().height():
            self.unfold_to_fit()

    def _show(self, desk: Desk) -> None:
        scenario = desk.scenario
        if not self._session.dragging:
            self._tell_others(desk)
        if scenario is self._shown:
            return
        before, self._shown = self._shown, scenario
        declared = declared_for(scenario)
        moved = before is None or before.record != scenario.record
        for key, lever in self._levers.items():
            if moved:
                lever.set_slider(declared.sliders[key])
            stands = (scenario.changes.get(key), scenario.setting(key))
            stood = before and (before.changes.get(key), before.setting(key))
            if moved or stood != stands:
                self._set(lever, scenario, declared)
        if not self._session.dragging:
            self._count_changed()

    def _tell_others(self, desk: Desk) -> None:
        """Offer a belief to the other scenarios: the world is usually the same in all of them."""
        for key, lever in self._levers.items():
            if not isinstance(lever.slider, Belief):
                continue
            here = desk.scenario.changes.get(key)
            others = [slot for slot in desk.slots if slot.scenario.changes.get(key) != here]
            words = ""
            if others:
                parts = (
                    f"{slot.letter} "
                    + setting_words(
                        lever.slider, slot.scenario.setting(key, declared_for(slot.scenario))
                    )
                    for slot in others
                )
                words = translate(
                    "Levers",
                    "In other scenarios: {settings}",
                    settings=translate("List", "; ").join(parts),
                )
            lever.set_others_note(words)

    def _count_changed(self) -> None:
        """Say how many levers are changed, and offer to reset them."""
        self._tell_others(self._session.desk)
        for kind in GROUPS:
            self._name_more(kind)
        changed = self._session.scenario.changes.keys()
        self.reset_levers.setEnabled(any(key in self._catalogue.levers for key in changed))
        self.reset_beliefs.setEnabled(any(key in self._catalogue.beliefs for key in changed))

    def _set(self, lever: LeverWidget, scenario: Scenario, declared: Catalogue) -> None:
        key = lever.slider.key
        setting = scenario.setting(key, declared)
        if isinstance(setting, Schedule):
            lever.set_first_day(first_projected_day(scenario))
            lever.set_schedule([(step.from_week, step.value) for step in setting.steps])
        elif isinstance(lever.slider, Lever):
            lever.set_schedule(())
        if isinstance(lever.slider, Lever):
            lever.set_following(bool(lever.slider.follows) and key not in scenario.changes)
        if isinstance(setting, BeliefSetting):
            lever.set_counted_note(counted_so_far(key, scenario.profile))
            lever.set_spread_note(spread_note(self._catalogue.beliefs[key], setting))
        value = setting.central if isinstance(setting, BeliefSetting) else scenario.value(key)
        if lever.value() != value:
            lever.setValue(value)

    def _restyle(self) -> None:
        margin = theme().length(GRID)
        # each lever has a margin in which its reset button stands
        self._layout.setContentsMargins(0, 0, 0, margin)
        for name in self._names:
            name.setContentsMargins(3 * margin, margin, 0, 0)
        self._layout.setSpacing(theme().length(2))
        for button in (*self.more_buttons.values(), self.reset_levers, self.reset_beliefs):
            button.setFont(theme().font("note"))
