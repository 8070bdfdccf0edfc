"""What the analyses are asked about: an outcome and a statistic, a target, one of the levers."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from modeller.analysis.targets import Goal, Measure, parse_goal
from modeller.base.language import translate
from modeller.model.catalogue import Catalogue
from modeller.wording import as_english, exact_number, of_100
from ui.look.combo import choose, combo
from ui.look.figure_edit import FigureEdit, type_over
from ui.look.style import theme

_STATISTICS = ("p50", "mean", "p05", "p10", "p20", "p25", "p75", "p80", "p90", "p95")
_ASKED_FIRST = ("arrests", "false_alerts", "faces_scanned")
_TYPING_MILLISECONDS = 500
_LETTERS = 10


def statistic_words(statistic: str) -> str:
    """``median``; ``mean``; ``exceeded in 80 of 100 futures``."""
    probability = Measure("", statistic).probability
    if probability is None:
        return translate("Target", "mean")
    if probability == 0.5:
        return translate("Target", "median")
    return translate(
        "Target", "exceeded in {count} of 100 futures", count=of_100(1.0 - probability)
    )


def outcome_combo(
    declared: Catalogue, name: str, words: str, parent: QWidget | None = None
) -> QComboBox:
    """All outcomes, by label; those most often asked about come first."""
    box = combo(name, words, parent, _LETTERS)
    first = [declared.outcomes[key] for key in _ASKED_FIRST]
    for outcome in (*first, *(o for o in declared.outcomes.values() if o not in first)):
        box.addItem(outcome.label, outcome.key)
    return box


def statistic_combo(name: str, words: str, parent: QWidget | None = None) -> QComboBox:
    """Mean, median and the percentiles that are asked for."""
    box = combo(name, words, parent, _LETTERS)
    for statistic in _STATISTICS:
        box.addItem(statistic_words(statistic), statistic)
    return box


def slider_combo(
    declared: Catalogue, name: str, words: str, *, none: str = "", parent: QWidget | None = None
) -> QComboBox:
    """All choices, circumstances and beliefs; `none` names the choice of no lever."""
    box = combo(name, words, parent, _LETTERS)
    if none:
        box.addItem(none, "")
    for slider in declared.sliders.values():
        box.addItem(slider.label, slider.key)
    return box


class MeasureChooser(QWidget):
    """An outcome and a statistic of it.

    Signals
    -------
    changed
        Another one is chosen.
    """

    changed = Signal()

    def __init__(
        self, declared: Catalogue, measure: Measure, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.outcome = outcome_combo(declared, "outcome", translate("Target", "Outcome"), self)
        self.statistic = statistic_combo(
            "statistic", translate("Target", "Statistic of the outcome"), self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.statistic, 1)
        self.set_measure(measure)
        self.outcome.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.statistic.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def measure(self) -> Measure:
        """What is chosen."""
        return Measure(str(self.outcome.currentData()), str(self.statistic.currentData()))

    def set_measure(self, measure: Measure) -> None:
        """Choose it."""
        choose(self.outcome, measure.outcome)
        choose(self.statistic, measure.statistic)


class GoalEditor(QWidget):
    """A target in a line: at least 1,500 arrests in 80 of 100 futures.

    Signals
    -------
    changed
        The target may be another; `goal` reads it.
    """

    changed = Signal()

    def __init__(self, declared: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._declared = declared
        self.relation = combo("relation", translate("Target", "At least or at most"), self, 6)
        self.relation.addItem(translate("Target", "At least"), ">=")
        self.relation.addItem(translate("Target", "At most"), "<=")
        self.figure = FigureEdit(exact_number(1500), self)
        self.figure.setObjectName("figure")
        self.figure.setAccessibleName(translate("Target", "Figure of the target"))
        self.outcome = outcome_combo(
            declared, "outcome", translate("Target", "Outcome of the target"), self
        )
        choose(self.outcome, "arrests")
        self.futures = QSpinBox(self)
        type_over(self.futures)
        self.futures.setObjectName("futures")
        self.futures.setAccessibleName(translate("Target", "In how many of 100 futures"))
        self.futures.setRange(0, 99)
        self.futures.setSpecialValueText(translate("Target", "on average"))
        self.futures.setPrefix(translate("Target", "in "))
        self.futures.setSuffix(translate("Target", " of 100 futures"))
        self.futures.setValue(80)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in (
            (self.relation, 0),
            (self.figure, 1),
            (self.outcome, 2),
            (self.futures, 0),
        ):
            row.addWidget(widget, stretch)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.changed)
        for box in (self.relation, self.outcome):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.futures.valueChanged.connect(lambda _: self._typing.start())
        self.figure.textEdited.connect(lambda _: self._typing.start())
        self.figure.editingFinished.connect(self._finished)
        theme().follow(self._restyle)

    def goal(self) -> Goal:
        """The target.

        Raises
        ------
        ModellerError
            When the figure is no number.
        """
        relation, futures = str(self.relation.currentData()), self.futures.value()
        percentile = 100 - futures if relation == ">=" else futures
        statistic = "mean" if futures == 0 else f"p{percentile:02d}"
        measure = f"{self.outcome.currentData()}.{statistic}"
        return parse_goal(f"{measure} {relation} {as_english(self.figure.text())}", self._declared)

    def _finished(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self.changed.emit()

    def _restyle(self) -> None:
        self.figure.setMinimumWidth(theme().length(72))
        self.figure.setMaximumWidth(theme().length(140))
