"""Putting one scenario's changes, or its beliefs, on another; conflicts are named."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from modeller.base.language import translate
from modeller.model.catalogue import Belief
from modeller.records import catalogue_at_hand
from modeller.scenario import Scenario
from ui.look.access_letters import letter_dialog
from ui.look.buttons import ok_or_cancel, push_button
from ui.look.dialogs import as_dialog, resize_within
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import only_scrolls
from ui.scenarios.differences import item_words


def conflicts(source: Scenario, target: Scenario) -> tuple[str, ...]:
    """What both scenarios have changed in different ways: levers, beliefs, the mix of places."""
    there = target.everything_changed
    return tuple(
        key
        for key, setting in source.everything_changed.items()
        if key in there and there[key] != setting
    )


def stacked(source: Scenario, target: Scenario, keys: tuple[str, ...]) -> Scenario:
    """The target with the source's settings of `keys`."""
    for key in keys:
        if key == "places":
            target = target.with_places(source.places)
        else:
            target = target.with_setting(key, source.changes[key])
    return target


def _label(key: str, scenario: Scenario) -> str:
    """The label of a setting, as `differences` gives it."""
    if key == "places":
        return translate("Difference", "Places")
    return scenario.catalogue.sliders[key].label


class StackDialog(QDialog):
    """A box for each change that the target lacks; one in conflict with the target's own says so.

    Children are named by the key of each change, and "only-beliefs", "all-changes".

    Signals
    -------
    chosen
        The target with the changes (a `Scenario`).
    """

    chosen = Signal(object)

    def __init__(self, source: Scenario, target: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stack")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate(
            "Stack", "Put changes of {source} on {target}", source=source.name, target=target.name
        )
        self.setWindowTitle(title)
        self._source, self._target = source, target
        self.boxes: dict[str, QCheckBox] = {}
        rows = QVBoxLayout(self)
        as_dialog(rows)
        rows.addWidget(RunningText(title, self, size="title", bold=True))
        rows.addWidget(RunningText(self._said(), self))
        rows.addWidget(self._changes(), 1)
        some = nested(rows, QHBoxLayout())
        for name, text, beliefs in (
            ("all-changes", translate("Stack", "All changes"), False),
            ("only-beliefs", translate("Stack", "Only the beliefs"), True),
        ):
            some.addWidget(push_button(name, text, self, partial(self.tick, only_beliefs=beliefs)))
        some.addStretch(1)
        self.buttons = ok_or_cancel(self, self._choose)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(
            translate("Stack", "Put on {target}", target=target.name).replace("&", "&&")
        )
        rows.addWidget(self.buttons)
        resize_within(self, 640, 480)
        self._check()
        letter_dialog(self)

    def _said(self) -> str:
        clash = conflicts(self._source, self._target)
        names = translate("List", "; ").join(_label(key, self._target) for key in clash)
        there = self._target.everything_changed
        if all(there.get(key) == new for key, new in self._source.everything_changed.items()):
            return translate("Stack", "All of its changes are there already.")
        if not clash:
            return translate("Stack", "No change of one is in conflict with a change of the other.")
        return translate(
            "Stack",
            "Both have changed these, but differently: {names}. Those ticked are taken.",
            names=names,
        )

    def _changes(self) -> QScrollArea:
        area = QWidget(self)
        grid = QGridLayout(area)
        grid.setColumnStretch(0, 1)
        clash = conflicts(self._source, self._target)
        there = self._target.everything_changed
        for row, (key, new) in enumerate(self._source.everything_changed.items()):
            if there.get(key) == new:
                continue  # the scenarios agree
            box = QCheckBox(_label(key, self._target).replace("&", "&&"), area)
            box.setObjectName(key)
            box.setChecked(True)
            box.setMinimumHeight(theme().length(24))
            box.toggled.connect(self._check)
            self.boxes[key] = box
            target, profile = self._target, self._target.profile
            declared = catalogue_at_hand(target.record, profile)
            now = target.places if key == "places" else target.setting(key, declared)
            words = f"{item_words(key, now, profile)} → {item_words(key, new, profile)}"
            if key in clash:
                words = translate("Stack", "conflict: {words}", words=words)
            box.setAccessibleDescription(words)
            grid.addWidget(box, row, 0)
            grid.addWidget(RunningText(words, area, bold=key in clash, wrap=False), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea(self)
        scroll.setWidget(area)
        only_scrolls(scroll)
        return scroll

    def tick(self, *, only_beliefs: bool) -> None:
        """Tick every change, or the beliefs alone."""
        for key, box in self.boxes.items():
            box.setChecked(
                not only_beliefs or isinstance(self._target.catalogue.sliders.get(key), Belief)
            )

    def _check(self) -> None:
        some = any(box.isChecked() for box in self.boxes.values())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(some)

    def _choose(self) -> None:
        keys = tuple(key for key, box in self.boxes.items() if box.isChecked())
        self.chosen.emit(stacked(self._source, self._target, keys))
        self.close()
