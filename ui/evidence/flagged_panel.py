"""Who is wrongly flagged: natural frequencies first, and the caution in the same breath."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from modeller.catalogue import catalogue
from modeller.evidence import figure
from modeller.projection import SUMMARY, Projection
from modeller.scenario import BeliefSetting
from modeller.wording import (
    middle_and_range,
    natural_frequency,
    percent,
    setting_words,
    style_for,
)
from modeller.wrongly_flagged import WronglyFlagged, wrongly_flagged
from ui.session import Session, Slot
from ui.words import Words
from ui.work_panel import FigureTable, WorkPanel, column, page_area

P10, P50, P90 = (SUMMARY.index(name) for name in ("p10", "p50", "p90"))
_COLUMNS = ("", "Median", "8 in 10 futures")
_SHARE = "black_share_of_false_alerts"
_PEOPLE = 100
ExactOf = Callable[[Slot], Projection | None]


def finding(found: WronglyFlagged) -> str:
    """The natural frequencies, each beside what it is to be compared with."""
    flagged = found.of_wrongly_flagged(_PEOPLE)
    style = style_for("", float(flagged[P10]), float(flagged[P90]), whole=True)
    residents = style.figure(found.of_residents(_PEOPLE))
    return (
        f"Of {_PEOPLE} people wrongly flagged, about {style.figure(float(flagged[P50]))} "
        f"({style.range(float(flagged[P10]), float(flagged[P90]))}) would be Black; of {_PEOPLE} "
        f"residents of London {residents} are."
    )


def frequency_words(projection: Projection) -> str:
    """How rare a false alert is, and how many there would be."""
    alerts = middle_and_range(projection, "false_alerts")
    weeks = projection.scenario.weeks
    return (
        f"False alerts: {natural_frequency(projection)}. In {weeks} weeks there would be {alerts}."
    )


def rows(projection: Projection, found: WronglyFlagged) -> list[list[str]]:
    """Totals and shares with their ranges."""
    outcomes = projection.catalogue.outcomes
    lines = []
    for label, summary, whole in (
        (outcomes["false_alerts"].label, found.false_alerts, True),
        (outcomes["false_alerts_on_black_londoners"].label, found.on_black_londoners, True),
        ("Times the share of residents", found.times_residents, False),
    ):
        low, middle, high = (float(summary[place]) for place in (P10, P50, P90))
        style = style_for("", low, high, whole=whole)
        lines.append([label, style.figure(middle), style.range(low, high)])
    low, middle, high = (float(found.share[place]) for place in (P10, P50, P90))
    shares = [
        "Share of false alerts on Black Londoners",
        percent(middle),
        f"{percent(low)} to {percent(high)}",
    ]
    return [*lines[:2], shares, ["Share of residents", percent(found.residents, 0.001), ""],
            lines[2]]  # fmt: skip


class FlaggedPanel(WorkPanel):
    """Equation 12 for the scenario at hand.

    Children are named "finding", "frequency", "caution", "basis" and "shares".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, exact_of: ExactOf
    ) -> None:
        super().__init__("wrongly-flagged", "Who is wrongly flagged", parent)
        self._session = session
        self._exact_of = exact_of
        page = QWidget(self)
        layout = column(page)
        self.title = Words("", page, ink="muted")
        self.finding = self._words(page, "finding", "title")
        self.caution = self._words(page, "caution", "body")
        self.frequency = self._words(page, "frequency", "body")
        self.basis = self._words(page, "basis", "note")
        self.table = FigureTable("shares", "False alerts and on whom they fall", page)
        for widget in (
            self.title, self.finding, self.caution, self.frequency, self.table, self.basis
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addStretch(1)
        self.area = page_area(page, self)
        self.body.addWidget(self.area)
        session.results_changed.connect(self._changed)
        session.desk_changed.connect(self._changed)
        self.resize_to(640, 520)
        self.refresh()

    def _words(self, page: QWidget, name: str, size: str) -> Words:
        words = Words("", page, size=size)  # type: ignore[arg-type]
        words.setObjectName(name)
        return words

    def _changed(self, _desk: object = None) -> None:
        if self.isVisible() and not self._session.dragging:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.area.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Show the scenario at hand, as soon as its exact projection is there."""
        slot = self._session.desk.current
        projection = self._exact_of(slot)
        if projection is None:
            self.show_empty(
                "Waiting for the exact projection",
                f"The shares of {slot.scenario.title} follow in a moment.",
            )
            self.footer.setText("")
            return
        found = wrongly_flagged(projection)
        scenario = projection.scenario
        self.title.setText(f"{slot.letter} {scenario.title}")
        self.finding.setText(finding(found))
        self.caution.setText(found.caution)
        self.frequency.setText(frequency_words(projection))
        self.table.fill(_COLUMNS, rows(projection, found), figures=(1, 2))
        self.table.show_all_rows()
        black, everyone = found.counted
        source = figure("annual-report-false-alerts").label.lower()
        self.basis.setText(
            f"The share rests on {black} of {everyone} people, counted in the {source}. "
            f"{self._edited(scenario.changes.get(_SHARE))}".strip()
        )
        self.footer.setText(
            f"{scenario.fingerprint} · model {projection.catalogue.version} · "
            f"{scenario.draws:,} futures"
        )
        self.show_content()

    def _edited(self, setting: object) -> str:
        if not isinstance(setting, BeliefSetting):
            return ""
        belief = catalogue().beliefs[_SHARE]
        return f"Edited in this scenario: {setting_words(belief, setting)}."
