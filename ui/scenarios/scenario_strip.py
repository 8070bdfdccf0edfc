"""The strip under the charts: the scenarios on the desk, and how the selected one differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.language import translate
from modeller.wording import middle_words
from ui.desk.session import MOST_SCENARIOS, Desk, Session, Slot
from ui.desk.throttled_text import ThrottledText
from ui.look.access_letters import letter_menu
from ui.look.accessibility import as_laid_out, in_order
from ui.look.elided_line import ElidedLine
from ui.look.layouts import nested
from ui.look.style import theme
from ui.scenarios.differences import differs_words
from ui.scenarios.scenario_chip import Chip, ChipState


class ScenarioStrip(QWidget):
    """Chips of the desk's scenarios, a "+" menu, and one line of what differs.

    Parameters
    ----------
    session
        Choosing, renaming, hiding, ordering, duplicating and the baseline go there.
    templates
        Gives the name and title of each scenario that the "+" menu offers.

    Signals
    -------
    template_asked
        Name of the shipped scenario to be added.
    save_asked, close_asked, differences_asked
        The scenario's letter. Saving and closing may ask something first, so `Files` does them.
    grid_asked
        All scenarios are wanted side by side.
    stack_asked
        Two letters: the first scenario's changes are to be put on the second.
    """

    template_asked = Signal(str)
    save_asked = Signal(str)
    close_asked = Signal(str)
    differences_asked = Signal(str)
    grid_asked = Signal()
    stack_asked = Signal(str, str)

    def __init__(
        self,
        session: Session,
        templates: Callable[[], Sequence[tuple[str, str]]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scenario-strip")
        self.setAccessibleName(translate("Scenarios", "Scenarios"))
        self._session = session
        self._templates = templates
        self._low = False
        self._chips: dict[int, Chip] = {}
        self._places: dict[Chip, tuple[int, int]] = {}
        self.add_button = QToolButton(self)
        self.add_button.setObjectName("add-scenario")
        self.add_button.setText("+")
        self.add_button.setAutoRaise(True)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.setToolTip(translate("Scenarios", "Add a scenario"))
        self.add_button.setAccessibleName(translate("Scenarios", "Add a scenario"))
        self.add_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._add_menu = QMenu(self)
        self._add_menu.aboutToShow.connect(self._fill_add_menu)
        self.add_button.setMenu(self._add_menu)
        self.line = ElidedLine(self)
        self.line.setObjectName("what-differs")
        layout = QVBoxLayout(self)
        top = nested(layout, QHBoxLayout())
        self._rows = nested(top, QGridLayout())
        self._rows.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.add_button)
        top.addStretch(1)
        layout.addWidget(self.line)
        self._layout, self._top = layout, top
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        session.desk_changed.connect(self._desk_changed)
        session.results_changed.connect(self._results_changed)
        ThrottledText.of(session).add(self.refresh)
        session.files_changed.connect(self.refresh)
        theme().follow(self._restyle)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Leave out the outcomes and the line of what differs where the window is low."""
        if low == self._low:
            return
        self._low = low
        self.line.setVisible(not low)
        for chip in self._chips.values():
            chip.set_low(low)

    def chip(self, letter: str) -> Chip:
        """The chip of a scenario on the desk."""
        return self._chips[self._session.desk.slot(letter).document]

    def _desk_changed(self, desk: Desk) -> None:
        """Follow the desk, except while a lever is dragged."""
        if not self._session.dragging:
            self.refresh(desk)

    def refresh(self, _desk: Desk | None = None) -> None:
        """Bring the chips in line with the desk."""
        desk = self._session.desk
        wanted = {slot.document for slot in desk.slots}
        for document in [document for document in self._chips if document not in wanted]:
            chip = self._chips.pop(document)
            self._rows.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for slot in desk.slots:
            state = self._state(slot)
            known = self._chips.get(slot.document)
            if known is None:
                known = self._chips[slot.document] = self._new_chip(state)
            elif known.state != state:
                known.set_state(state)
        self._arrange([self._chips[slot.document] for slot in desk.slots])
        self.line.set_whole(self._difference_line())

    def _arrange(self, chips: Sequence[Chip]) -> None:
        """Arrange the chips in one row, or in two where one has no room for their titles."""
        edges, gap = self._layout.contentsMargins(), self._rows.horizontalSpacing()
        beside = self.add_button.width() + self._top.spacing()
        room = self.width() - edges.left() - edges.right() - beside
        fits = sum(chip.needed_width() + gap for chip in chips) <= room
        columns = len(chips) if fits else -(-len(chips) // 2)
        places = {chip: divmod(place, columns) for place, chip in enumerate(chips)}
        if list(places.items()) == list(self._places.items()):
            return
        for chip in self._places.keys() & places.keys():
            self._rows.removeWidget(chip)
        for chip, (row, column) in places.items():
            self._rows.addWidget(chip, row, column)
            self._rows.setColumnStretch(column, 0 if fits else 1)
        self._places = places
        as_laid_out(self._rows)
        in_order(self.add_button, self.line)

    def _state(self, slot: Slot) -> ChipState:
        desk = self._session.desk
        return ChipState(
            slot.letter,
            slot.scenario.name,
            selected=slot.letter == desk.selected,
            baseline=slot.letter == desk.baseline,
            visible=slot.visible,
            unsaved=self._session.unsaved(slot),
            outcomes=self._outcomes(slot.letter),
        )

    def _outcomes(self, letter: str) -> tuple[str, ...]:
        """The three main outcomes in three lengths: with names, with short ones, figures alone."""
        result = self._session.results.get(letter)
        if result is None:
            return ()
        arrests, flagged, faces = (
            middle_words(result, key) for key in ("arrests", "false_alerts", "faces_scanned")
        )
        return (
            translate(
                "Scenarios",
                "{arrests} arrests · {flagged} wrongly flagged · {faces} faces",
                arrests=arrests,
                flagged=flagged,
                faces=faces,
            ),
            f"{arrests} · {flagged} · {faces}",
        )

    def _results_changed(self) -> None:
        """Show newer figures, unless a lever is being dragged, when nobody reads the chips."""
        if not self._session.dragging:
            self.refresh()

    def _difference_line(self) -> str:
        desk = self._session.desk
        if desk.selected == desk.baseline:
            return translate("Scenarios", "This is the baseline: the others are compared with it")
        baseline = desk.slot(desk.baseline).scenario
        words = differs_words(baseline, desk.scenario)
        return translate(
            "Scenarios",
            "{title} {words} (against {baseline})",
            title=desk.scenario.name,
            words=words,
            baseline=baseline.name,
        )

    def _new_chip(self, state: ChipState) -> Chip:
        chip = Chip(state, self)
        chip.set_low(self._low)
        chip.clicked.connect(lambda: self._choose(chip.state.letter))
        chip.title_typed.connect(lambda title: self._rename(chip.state.letter, title))
        chip.toggle_asked.connect(lambda: self._toggle(chip.state.letter))
        chip.move_asked.connect(lambda by: self.move_scenario(chip.state.letter, by))
        chip.close_asked.connect(lambda: self.close_asked.emit(chip.state.letter))
        chip.customContextMenuRequested.connect(lambda at: self._show_menu(chip, at))
        chip.show()
        return chip

    def _choose(self, letter: str) -> None:
        if letter != self._session.desk.selected:
            self._session.choose(letter)

    def _rename(self, letter: str, title: str) -> None:
        try:
            self._session.rename(letter, title)
        except ModellerError as error:
            self._session.failed.emit(error)

    def _toggle(self, letter: str) -> None:
        slot = self._session.desk.slot(letter)
        if letter != self._session.desk.selected:
            self._session.set_visible(letter, not slot.visible)

    def move_scenario(self, letter: str, by: int) -> None:
        """Change a scenario's place in the strip: −1 to the left, 1 to the right."""
        desk = self._session.desk
        slots = list(desk.slots)
        here = next(index for index, slot in enumerate(slots) if slot.letter == letter)
        there = here + by
        if 0 <= there < len(slots):
            slots[here], slots[there] = slots[there], slots[here]
            title = slots[there].scenario.name
            self._session.change(
                replace(desk, slots=tuple(slots)), translate("Undo", "moving {title}", title=title)
            )

    def duplicate(self, letter: str) -> None:
        """Put a copy beside a scenario, or say why not."""
        try:
            self._session.duplicate(letter)
        except ModellerError as error:
            self._session.failed.emit(error)

    def menu_for(self, letter: str) -> QMenu:
        """The menu of a scenario, which deletes itself when it closes."""
        desk = self._session.desk
        slot = desk.slot(letter)
        full = len(desk.slots) >= MOST_SCENARIOS
        baseline_title = desk.slot(desk.baseline).scenario.name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(
            translate(
                "Scenarios", "Scenario {letter}, {title}", letter=letter, title=slot.scenario.name
            )
        )

        def add(name: str, text: str, action: object, *, enabled: bool = True) -> QAction:
            entry = menu.addAction(text)
            entry.setObjectName(name)
            entry.triggered.connect(action)
            entry.setEnabled(enabled)
            return entry

        add("rename", translate("Scenarios", "Rename"), self.chip(letter).rename)
        add(
            "duplicate",
            translate("Scenarios", "Duplicate"),
            lambda: self.duplicate(letter),
            enabled=not full,
        )
        shown = slot.visible or letter == desk.selected
        add(
            "toggle",
            translate("Scenarios", "Hide its lines")
            if shown
            else translate("Scenarios", "Show its lines"),
            lambda: self._toggle(letter),
            enabled=letter != desk.selected,
        )
        is_baseline = letter == desk.baseline
        add(
            "baseline",
            translate("Scenarios", "Make it the baseline"),
            lambda: self._session.make_baseline(letter),
            enabled=not is_baseline,
        )
        add(
            "differences",
            translate("Scenarios", "What differs from {baseline}", baseline=baseline_title),
            lambda: self.differences_asked.emit(letter),
            enabled=not is_baseline,
        )
        add("grid", translate("Scenarios", "Side by side…"), self.grid_asked.emit)
        for other in desk.slots:
            if other.letter != letter:
                add(
                    f"put-on-{other.letter}",
                    translate(
                        "Scenarios",
                        "Put its changes on {letter}, {title}…",
                        letter=other.letter,
                        title=other.scenario.name,
                    ),
                    partial(self.stack_asked.emit, letter, other.letter),
                    enabled=bool(slot.scenario.everything_changed),
                )
        menu.addSeparator()
        first, last = desk.slots[0].letter == letter, desk.slots[-1].letter == letter
        add(
            "left",
            translate("Scenarios", "Move left"),
            lambda: self.move_scenario(letter, -1),
            enabled=not first,
        )
        add(
            "right",
            translate("Scenarios", "Move right"),
            lambda: self.move_scenario(letter, 1),
            enabled=not last,
        )
        menu.addSeparator()
        add("save", translate("Scenarios", "Save"), lambda: self.save_asked.emit(letter))
        add(
            "close",
            translate("Scenarios", "Close"),
            lambda: self.close_asked.emit(letter),
            enabled=len(desk.slots) > 1,
        )
        letter_menu(menu)
        return menu

    def _show_menu(self, chip: Chip, at: QPoint) -> None:
        self.menu_for(chip.state.letter).popup(chip.mapToGlobal(at))

    def _fill_add_menu(self) -> None:
        desk = self._session.desk
        full = len(desk.slots) >= MOST_SCENARIOS
        menu = self._add_menu
        menu.clear()
        if full:
            menu.addAction(
                translate("Scenarios", "There is room for four scenarios; close one first")
            ).setEnabled(False)
            menu.addSeparator()
        copy = menu.addAction(translate("Scenarios", "Duplicate {title}", title=desk.scenario.name))
        copy.setObjectName("duplicate-current")
        copy.setEnabled(not full)
        copy.triggered.connect(lambda: self.duplicate(self._session.desk.selected))
        menu.addSeparator()
        for name, title in self._templates():
            action = menu.addAction(title)
            action.setObjectName(f"template-{name}")
            action.setEnabled(not full)
            action.triggered.connect(lambda _=False, chosen=name: self.template_asked.emit(chosen))
        letter_menu(menu)

    def _restyle(self) -> None:
        length = theme().length
        self._layout.setContentsMargins(length(16), length(4), length(16), length(4))
        self._layout.setSpacing(length(4))
        self._top.setSpacing(length(8))
        self.line.setContentsMargins(length(10), 0, 0, 0)
        self._rows.setSpacing(length(4))
        self.add_button.setFixedSize(length(32), length(32))
        self.add_button.setFont(theme().font("title"))
        self._arrange(list(self._places))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the chips anew for another width."""
        super().resizeEvent(event)
        self._arrange(list(self._places))
