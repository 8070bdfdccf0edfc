"""Paired differences from the baseline over time: the comparison that shared luck makes sharp."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from modeller.base.clock import today
from modeller.base.language import translate
from modeller.projection import Projection
from modeller.projection.comparison import compare
from modeller.wording import change, comparison_words, credit, set_by_user, short_comparison
from ui.charts.chart import FanChart
from ui.charts.chart_data import ChartData, Pinned
from ui.charts.chart_source import BAND_COLUMNS, record_end, record_known_to
from ui.desk.session import Desk, Session, Slot
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Background, Report


def difference_data(
    desk: Desk, outcome: str, projections: dict[str, Projection]
) -> ChartData | None:
    """The paired difference of the selected scenario, week by week; the others as lines."""
    others = [slot for slot in desk.slots if slot.letter != desk.baseline and slot.visible]
    selected = desk.selected if desk.selected != desk.baseline else next(
        (slot.letter for slot in others), None
    )  # fmt: skip
    if selected is None or selected not in projections or desk.baseline not in projections:
        return None
    entry = desk.scenario.catalogue.outcomes[outcome]
    baseline = projections[desk.baseline]
    here = projections[selected]
    comparison = compare([baseline, here])
    bands = comparison.difference(outcome, 0, 1, "cumulative")
    p10, p25, p50, p75, p90 = (bands[:, column] for column in BAND_COLUMNS)
    drawn = comparison.difference(outcome, 0, 1, "cumulative", smooth=True)[:, BAND_COLUMNS].T
    changed = change(here, baseline, outcome)
    base_title = desk.slot(desk.baseline).scenario.name
    title = "" if changed is None else short_comparison(entry, changed)
    shown = [slot for slot in others if slot.letter != selected and slot.letter in projections]
    letters = (selected, desk.baseline, *(slot.letter for slot in shown))
    beliefs = _set_by_user(outcome, {letter: projections[letter] for letter in letters})
    pinned = tuple(
        _pinned(slot, baseline, projections[slot.letter], outcome, beliefs) for slot in shown
    )
    return ChartData(
        title=_title(entry.label, title),
        subtitle=_quantity(entry.label, base_title),
        unit=entry.unit,
        view="cumulative",
        whole=entry.whole,
        letter=selected,
        name=desk.slot(selected).scenario.name,
        weeks=np.arange(1, here.scenario.weeks + 1, dtype=np.float64),
        p10=p10, p25=p25, p50=p50, p75=p75, p90=p90,
        drawn=drawn,
        record_end=record_end(here.scenario),
        record_known_to=record_known_to(here.scenario),
        today=today(),
        count=not entry.counted_in.is_money,
        pinned=pinned,
        beliefs=beliefs,
        footer=credit(
            here.scenario,
            translate(
                "Differences over time",
                "{name} against {other} {fingerprint}",
                name=desk.slot(selected).scenario.name,
                other=base_title,
                fingerprint=baseline.scenario.fingerprint,
            ),
            here.catalogue.version,
        ),
    )  # fmt: skip


def _pinned(
    slot: Slot, baseline: Projection, other: Projection, outcome: str, beliefs: tuple[str, ...]
) -> Pinned:
    comparison = compare([baseline, other])
    true = comparison.difference(outcome, 0, 1, "cumulative")[:, BAND_COLUMNS[2]]
    smooth = comparison.difference(outcome, 0, 1, "cumulative", smooth=True)[:, BAND_COLUMNS]
    ends = tuple(smooth[-1].tolist())
    return Pinned(slot.letter, slot.scenario.name, true, beliefs, smooth[:, 2].copy(), ends)


def _set_by_user(outcome: str, projections: dict[str, Projection]) -> tuple[str, ...]:
    """What is set by the user in either scenario, since a difference depends on both."""
    found = {letter: set_by_user(each, outcome) for letter, each in projections.items()}
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return tuple(f"{letter} {words}" for letter, them in found.items() for words in them)


def _title(label: str, finding: str) -> str:
    if not finding:
        return label
    return translate(
        "Differences over time", "{label}: {finding} futures", label=label, finding=finding
    )


def _quantity(label: str, other: str) -> str:
    return translate(
        "Differences over time",
        "{label}, difference from {other} since the record’s end, draw by draw",
        label=label,
        other=other,
    )


class ComparisonDialog(QDialog):
    """One outcome's difference from the baseline, as a chart and in words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(translate("Differences over time", "Differences over time"))
        self._session = session
        self.chooser = QComboBox(self)
        self.chooser.setObjectName("compared-outcome")
        self.chooser.setAccessibleName(translate("Differences over time", "Outcome"))
        self.chooser.setToolTip(self.chooser.accessibleName())
        for outcome in session.profile.catalogue.outcomes.values():
            if outcome.kind == "flow":
                self.chooser.addItem(outcome.label, outcome.key)
        self.chooser.setCurrentIndex(self.chooser.findData("arrests"))
        self.chart = FanChart(self)
        self.chart.setObjectName("chart-difference")
        self.words = RunningText("", self)
        self.words.setObjectName("comparison-words")
        row = QHBoxLayout()
        row.addWidget(self.chooser)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self.words)
        margin = theme().length(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.resize(theme().length(760), theme().length(520))
        self._background = Background(self)
        self._background.answered.connect(self._show)
        self._background.failed.connect(lambda error: self.words.setText(str(error)))
        self.chooser.currentIndexChanged.connect(self.refresh)
        session.results_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Compute from what is settled; live results have no weekly draws to pair."""
        if self._session.dragging:
            return
        desk = self._session.desk
        settled = {
            letter: result
            for letter, result in self._session.results.items()
            if isinstance(result, Projection)
        }
        key = str(self.chooser.currentData())

        def work(_report: Report) -> tuple[ChartData | None, str]:
            return difference_data(desk, key, settled), _sentences(desk, key, settled)

        self._background.ask(work)

    def _show(self, answer: tuple[ChartData | None, str]) -> None:
        data, words = answer
        if data is None:
            self.words.setText(
                translate(
                    "Differences over time", "Waiting for the settled projection of two scenarios."
                )
            )
        else:
            self.chart.set_data(data)
            self.words.setText(words)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel the work that is under way."""
        self._background.stop()
        super().closeEvent(event)


def _sentences(desk: Desk, key: str, settled: dict[str, Projection]) -> str:
    if desk.baseline not in settled:
        return ""
    base = desk.slot(desk.baseline).scenario.name
    lines = []
    for slot in desk.slots:
        if slot.letter == desk.baseline or slot.letter not in settled:
            continue
        changed = change(settled[slot.letter], settled[desk.baseline], key)
        if changed is not None:
            words = comparison_words(
                settled[slot.letter],
                key,
                changed,
                translate("Differences over time", "in {base}", base=base),
            )
            lines.append(f"{slot.letter} {slot.scenario.name}: {words}.")
    return "\n".join(lines)
