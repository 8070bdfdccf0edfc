"""The editor of a belief: its central value, and how certain it is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Belief
from modeller.scenario.setting import BeliefSetting, check_setting
from modeller.wording import evidence_range_words, exact_number
from ui.levers.belief_curve import BeliefCurve, range_of, setting_from_range
from ui.look.access_letters import letter_dialog
from ui.look.buttons import ok_or_cancel
from ui.look.dialogs import as_dialog, resize_within
from ui.look.figure_edit import FigureEdit
from ui.look.layouts import nested
from ui.look.notices import problem_words
from ui.look.quantity import read_value, value_text
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.look.wheel import only_scrolls

Way = Literal["evidence", "range", "known"]


class SpreadEditor(QDialog):
    """Three ways to say how certain a belief is, with the evidence's curve behind the user's own.

    Parameters
    ----------
    belief
        What is believed about.
    setting
        Its present setting.

    Signals
    -------
    chosen
        The new `BeliefSetting`.
    """

    chosen = Signal(object)

    def __init__(
        self, belief: Belief, setting: BeliefSetting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("spread-editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Range", "{label}: how sure?", label=belief.label))
        self.belief = belief
        self.setting: BeliefSetting | None = setting
        """The setting the fields describe; None while something is wrong."""
        self._known = setting.central
        self.curve = BeliefCurve(belief, self)
        self.message = RunningText(parent=self, size="note", ink="problem", name="message")
        self.explanation = RunningText(parent=self, size="note", ink="muted", name="explanation")
        self.ways: dict[Way, QRadioButton] = {
            "evidence": QRadioButton(translate("Range", "As sure as the evidence is"), self),
            "range": QRadioButton(translate("Range", "Within my own range"), self),
            "known": QRadioButton(translate("Range", "Treat as exactly known"), self),
        }
        self._group = QButtonGroup(self)
        for way, button in self.ways.items():
            button.setObjectName(way)
            self._group.addButton(button)
        self.central = self._edit("central", translate("Range", "Central value"))
        self.low = self._edit("low", translate("Range", "a 19 in 20 chance that it is above"))
        self.high = self._edit("high", translate("Range", "a 19 in 20 chance that it is below"))
        self.buttons = ok_or_cancel(self, self._choose)
        self._lay_out()
        usual: dict[float, Way] = {0.0: "known", 1.0: "evidence"}
        self.ways[usual.get(setting.spread, "range")].setChecked(True)
        self._write(setting)
        self._check()
        self._group.buttonToggled.connect(self._way_chosen)
        letter_dialog(self)

    def _edit(self, name: str, words: str) -> FigureEdit:
        edit = FigureEdit(parent=self)
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.textEdited.connect(self._check)
        return edit

    def _lay_out(self) -> None:
        evidence = evidence_range_words(self.belief)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().length(8))
        layout.addWidget(RunningText(self.windowTitle(), self, size="title", bold=True))
        centre = value_text(self.belief, self.belief.baseline)
        words = translate(
            "Range",
            "The evidence says {centre}; {evidence}.",
            centre=centre,
            evidence=evidence,
        )
        layout.addWidget(RunningText(words, self, ink="muted"))
        layout.addWidget(self.curve, 1)
        for button in self.ways.values():
            layout.addWidget(button)
        fields = nested(layout, QGridLayout())
        for row, (text, edit) in enumerate(
            (
                (translate("Range", "Central value"), self.central),
                (translate("Range", "Lower end (1 in 20 below it)"), self.low),
                (translate("Range", "Upper end (1 in 20 above it)"), self.high),
            )
        ):
            label = QLabel(text, self)
            label.setBuddy(edit)
            fields.addWidget(label, row, 0)
            fields.addWidget(edit, row, 1)
        fields.setColumnStretch(1, 1)
        layout.addWidget(self.explanation)
        area = QScrollArea(self)
        area.setWidget(inside)
        only_scrolls(area)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addWidget(self.message)
        whole.addWidget(self.buttons)
        as_dialog(whole)
        resize_within(self, 520, 560)

    @property
    def way(self) -> Way:
        """Which of the three is chosen."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def _way_chosen(self, _button: object, checked: bool) -> None:
        if checked:
            spread = {"evidence": 1.0, "known": 0.0}.get(self.way)
            if spread is None:
                spread = self.setting.spread if self.setting and self.setting.spread else 1.0
            self.setting = BeliefSetting(self._known, spread)
            self._write(self.setting)
            self._check()

    def _write(self, setting: BeliefSetting) -> None:
        """Put a setting into the fields."""
        low, high = range_of(self.belief, setting)
        self.central.setText(value_text(self.belief, setting.central))
        for edit, value in ((self.low, low), (self.high, high)):
            edit.setText(value_text(self.belief, float(f"{value:.4g}")))

    def _check(self) -> None:
        """Read the fields, say what is wrong, and draw what they mean."""
        by_range = self.way == "range"
        for edit in (self.low, self.high):
            edit.setEnabled(by_range)
        self.central.setEnabled(not by_range)
        try:
            self.setting = self._read()
            self.message.setText("")
        except ModellerError as error:
            self.setting = None
            self.message.setText(" ".join(problem_words(p) for p in error.problems))
        except ValueError as error:
            self.setting = None
            self.message.setText(str(error))
        if self.setting is not None:
            self._known = self.setting.central
            self.curve.set_setting(self.setting)
            self.explanation.setText(self._explained(self.setting))
            if by_range:
                centre = float(f"{self.setting.central:.4g}")
                self.central.setText(value_text(self.belief, centre))
        good = self.setting is not None
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(good)

    def _read(self) -> BeliefSetting:
        if self.way != "range":
            text = self.central.text()
            # a field that was not touched shows fewer digits than its value has
            same = text == value_text(self.belief, self._known)
            central = self._known if same else read_value(self.belief, text)
            return self._checked(BeliefSetting(central, 0.0 if self.way == "known" else 1.0))
        untouched = not (self.low.isModified() or self.high.isModified())
        if untouched and self.setting is not None and self.setting.spread > 0.0:
            return self.setting
        low, high = (read_value(self.belief, edit.text()) for edit in (self.low, self.high))
        return self._checked(setting_from_range(self.belief, low, high))

    def _checked(self, setting: BeliefSetting) -> BeliefSetting:
        problems: list[Problem] = []
        checked = check_setting(self.belief, self.belief.label, setting, problems)
        if problems:
            raise ModellerError(problems)
        assert isinstance(checked, BeliefSetting)
        return checked

    def _explained(self, setting: BeliefSetting) -> str:
        if setting.spread == 0.0:
            return translate(
                "Range", "The same value in every future: the ranges of the results narrow."
            )
        shapes = {
            "logit": translatable(
                "Range", "It keeps the evidence’s shape, moved and stretched on a scale of odds."
            ),
            "log": translatable(
                "Range", "It keeps the evidence’s shape, moved and stretched on a scale of ratios."
            ),
        }
        even = translatable(
            "Range", "It keeps the evidence’s shape, moved and stretched on a scale of differences."
        )
        shape = translate("Range", shapes.get(self.belief.link.name, even))
        if setting.spread == 1.0:
            width = translate("Range", "As wide as the evidence.")
        else:
            times = exact_number(float(f"{setting.spread:.3g}"))
            width = translate("Range", "{times} times as wide as the evidence.", times=times)
        return f"{width} {shape}"

    def _choose(self) -> None:
        if self.setting is not None:
            self.chosen.emit(self.setting)
            self.close()
