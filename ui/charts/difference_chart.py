"""Paired differences from the baseline, over time and by place: shared luck makes them sharp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from modeller.base.clock import today
from modeller.base.language import translate
from modeller.projection import Projection
from modeller.projection.by_place import SHARED_OUT, by_place, knows_places
from modeller.projection.comparison import compare
from modeller.wording import (
    change,
    change_figure,
    change_range,
    comparison_words,
    credit,
    set_by_user,
)
from modeller.wording.by_place import MEASURES, cells, measure_of, tile_words
from ui.charts.chart import FanChart
from ui.charts.chart_data import ChartData, Pinned
from ui.charts.chart_source import BAND_COLUMNS, record_end, record_known_to
from ui.desk.session import Desk, Session, Slot
from ui.look.combo import choose, combo
from ui.look.dialogs import resize_within
from ui.look.figure_table import FigureTable
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Background, Report


def difference_data(
    desk: Desk, outcome: str, projections: dict[str, Projection]
) -> ChartData | None:
    """The paired difference of the selected scenario, week by week; the others as lines."""
    others = _others(desk)
    selected = _compared(desk, projections)
    if selected is None:
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
    title = entry.label
    if changed is not None:
        title = translate(
            "Differences over time",
            "{label}: {figure} ({range}) against {other}",
            label=entry.label,
            figure=change_figure(here, outcome, changed),
            range=change_range(here, outcome, changed),
            other=base_title,
        )
    shown = [slot for slot in others if slot.letter != selected and slot.letter in projections]
    letters = (selected, desk.baseline, *(slot.letter for slot in shown))
    beliefs = _set_by_user(outcome, {letter: projections[letter] for letter in letters})
    pinned = tuple(
        _pinned(slot, baseline, projections[slot.letter], outcome, beliefs) for slot in shown
    )
    return ChartData(
        title=title,
        subtitle=translate(
            "Differences over time",
            "{label}, difference from {other} since the record’s end, draw by draw",
            label=entry.label,
            other=base_title,
        ),
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


def _others(desk: Desk) -> list[Slot]:
    return [slot for slot in desk.slots if slot.letter != desk.baseline and slot.visible]


def _compared(desk: Desk, projections: Mapping[str, Projection]) -> str | None:
    """The scenario compared with the baseline; None until both have been projected."""
    first = next((slot.letter for slot in _others(desk)), None)
    selected = desk.selected if desk.selected != desk.baseline else first
    known = selected in projections and desk.baseline in projections
    return selected if known else None


def difference_rows(
    desk: Desk, outcome: str, projections: Mapping[str, Projection]
) -> tuple[tuple[str, str, str], ...]:
    """Place, share of the deployments and the outcome, each less the baseline's, draw by draw.

    Where it differs most comes first; places where neither holds deployments are left out. Nothing
    where the record knows no places, or the outcome is not shared out over them.
    """
    selected = _compared(desk, projections)
    if selected is None or outcome not in ("deployments", *SHARED_OUT):
        return ()
    here, baseline = projections[selected], projections[desk.baseline]
    if not (knows_places(here.catalogue) and knows_places(baseline.catalogue)):
        return ()
    compare([baseline, here])  # raises if they do not share their luck
    found, before = by_place(here), by_place(baseline)
    shares = cells(found, MEASURES["share"], before)
    made = cells(found, measure_of(outcome), before)
    held = [
        key
        for key, each in found.places.items()
        if each.share > 0.0 or before.places[key].share > 0.0
    ]
    held.sort(key=lambda key: (-abs(made[key].middle), key))
    return tuple(
        (
            tile_words(found.places[key].tile),
            shares[key].figure,
            f"{made[key].figure} ({made[key].reach})",
        )
        for key in held
    )


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


@dataclass(frozen=True)
class _Answer:
    """What the dialog shows, and of which scenarios."""

    outcome: str
    data: ChartData | None
    words: str
    rows: tuple[tuple[str, str, str], ...]


class ComparisonDialog(QDialog):
    """One outcome's difference from the baseline: over time as a chart, by place, and in words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(
            translate("Differences over time", "Differences over time and by place")
        )
        self._session = session
        self.chooser = combo(
            "compared-outcome", translate("Differences over time", "Outcome"), self
        )
        for outcome in session.profile.catalogue.outcomes.values():
            if outcome.kind == "flow":
                self.chooser.addItem(outcome.label, outcome.key)
        choose(self.chooser, "arrests")
        self.chart = FanChart(self)
        self.chart.setObjectName("chart-difference")
        self.words = RunningText("", self, name="comparison-words")
        by_place = translate("Differences over time", "By place")
        self.places = FigureTable("difference-by-place", by_place, self)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.setTabBarAutoHide(True)
        self.pages.addTab(self.chart, translate("Differences over time", "Over time"))
        if session.profile.tiles:
            self.pages.addTab(self.places, by_place)
        layout = QVBoxLayout(self)
        row = nested(layout, QHBoxLayout())
        row.addWidget(self.chooser)
        row.addStretch(1)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.words)
        margin = theme().length(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        resize_within(self, 760, 520)
        self._background = Background(self)
        self._background.answered.connect(self._show)
        self._background.failed.connect(lambda error: self.words.setText(str(error)))
        self.chooser.currentIndexChanged.connect(self.refresh)
        session.results_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Compute from what is settled; live results have no weekly draws to pair."""
        if self._session.dragging or not self.isVisible():
            return
        desk = self._session.desk
        settled = {
            letter: result
            for letter, result in self._session.results.items()
            if isinstance(result, Projection)
        }
        key = str(self.chooser.currentData())

        def work(_report: Report) -> _Answer:
            return _Answer(
                key,
                difference_data(desk, key, settled),
                _sentences(desk, key, settled),
                difference_rows(desk, key, settled),
            )

        self._background.ask(work)

    def _show(self, answer: _Answer) -> None:
        data, words = answer.data, answer.words
        self._show_places(answer)
        if data is None:
            self.words.setText(
                translate(
                    "Differences over time", "Waiting for the settled projection of two scenarios."
                )
            )
        else:
            self.chart.set_data(data)
            self.words.setText(words)

    def _show_places(self, answer: _Answer) -> None:
        outcome = self._session.profile.catalogue.outcomes[answer.outcome]
        rows: Sequence[Sequence[str]] = answer.rows
        if not rows and answer.data is not None:
            words = translate(
                "Differences over time",
                "Nothing is known by place about this outcome, or about this record.",
            )
            rows = [(words, "", "")]
        first = translate("Places", "Place")
        if answer.data is not None:
            first = translate(
                "Places",
                "{letter} less {other}",
                letter=answer.data.letter,
                other=self._session.desk.baseline,
            )
        heads = (
            first,
            translate("Places", "Share of deployments"),
            outcome.label,
        )
        self.places.fill(heads, rows, figures=(1, 2))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the dialog was hidden."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the work under way when the dialog is closed, also by Escape."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._background.stop()


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
