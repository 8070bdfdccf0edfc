"""Who is wrongly flagged: natural frequencies first, together with the caution."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from modeller.base.language import lower_first, translatable, translate
from modeller.projection import SUMMARY, Projection
from modeller.projection.wrongly_flagged import WronglyFlagged, wrongly_flagged
from modeller.scenario import BeliefSetting
from modeller.wording import (
    exact_number,
    middle_and_range,
    natural_frequency,
    percent,
    setting_words,
    style_for,
)
from ui.desk.session import Session, Slot
from ui.look.figure_table import FigureTable
from ui.look.running_text import RunningText
from ui.work.work_panel import WorkPanel, column, page_area

P10, P50, P90 = (SUMMARY.index(name) for name in ("p10", "p50", "p90"))
_COLUMNS = (
    "",
    translatable("Wrongly flagged", "Median"),
    translatable("Wrongly flagged", "8 in 10 futures"),
)
_SHARE = "black_share_of_false_alerts"
_PEOPLE = 100
SettledOf = Callable[[Slot], Projection | None]


def finding(found: WronglyFlagged, place: str) -> str:
    """The natural frequencies, each beside what it is to be compared with."""
    flagged = found.of_wrongly_flagged(_PEOPLE)
    style = style_for("", float(flagged[P10]), float(flagged[P90]), whole=True)
    residents = style.figure(found.of_residents(_PEOPLE))
    return translate(
        "Wrongly flagged",
        "Of {people} people wrongly flagged, about {figure} ({range}) would be Black; of {people} "
        "residents of {place}, {residents} are.",
        place=place,
        people=_PEOPLE,
        figure=style.figure(float(flagged[P50])),
        range=style.range(float(flagged[P10]), float(flagged[P90])),
        residents=residents,
    )


def frequency_words(projection: Projection) -> str:
    """How rare a false alert is, and how many there would be."""
    alerts = middle_and_range(projection, "false_alerts")
    weeks = projection.scenario.weeks
    return translate(
        "Wrongly flagged",
        "False alerts: {frequency}. In {weeks} weeks there would be {alerts}.",
        frequency=natural_frequency(projection),
        weeks=weeks,
        alerts=alerts,
    )


def rows(projection: Projection, found: WronglyFlagged) -> list[list[str]]:
    """Totals and shares with their ranges."""
    outcomes = projection.catalogue.outcomes
    lines = []
    for label, summary, whole in (
        (outcomes["false_alerts"].label, found.false_alerts, True),
        (outcomes["false_alerts_on_black_people"].label, found.on_black_people, True),
        (
            translate("Wrongly flagged", "Times the share of residents"),
            found.times_residents,
            False,
        ),
    ):
        low, middle, high = (float(summary[place]) for place in (P10, P50, P90))
        style = style_for("", low, high, whole=whole)
        lines.append([label, style.figure(middle), style.range(low, high)])
    low, middle, high = (float(found.share[place]) for place in (P10, P50, P90))
    shares = [
        projection.catalogue.beliefs[_SHARE].label,
        percent(middle),
        translate("Wrongly flagged", "{low} to {high}", low=percent(low), high=percent(high)),
    ]
    share = percent(found.residents, 0.001)
    residents = [translate("Wrongly flagged", "Share of residents"), share, ""]
    return [*lines[:2], shares, residents, lines[2]]


class FlaggedPanel(WorkPanel):
    """On whom false alerts fall in the selected scenario (equation 12 of the model).

    Children are named "finding", "frequency", "caution", "basis" and "shares".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, settled_of: SettledOf
    ) -> None:
        super().__init__(
            "wrongly-flagged", translate("Wrongly flagged", "Who is wrongly flagged"), parent
        )
        self._session = session
        self._settled_of = settled_of
        page = QWidget(self)
        layout = column(page)
        self.title = RunningText("", page, ink="muted")
        self.finding = RunningText("", page, size="title", name="finding")
        self.caution = RunningText("", page, name="caution")
        self.frequency = RunningText("", page, name="frequency")
        self.basis = RunningText("", page, size="note", name="basis")
        self.table = FigureTable(
            "shares", translate("Wrongly flagged", "False alerts and on whom they fall"), page
        )
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

    def _changed(self, _desk: object = None) -> None:
        if self.isVisible() and not self._session.dragging:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.area.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Show the selected scenario, as soon as its settled projection is there."""
        slot = self._session.desk.current
        projection = self._settled_of(slot)
        if projection is None:
            self.show_empty(
                translate("Wrongly flagged", "Waiting for the settled projection"),
                translate(
                    "Wrongly flagged",
                    "The shares for {title} will follow in a moment.",
                    title=slot.scenario.name,
                ),
            )
            self.footer.setText("")
            return
        found = wrongly_flagged(projection)
        scenario = projection.scenario
        self.title.setText(f"{slot.letter} {scenario.name}")
        self.finding.setText(finding(found, scenario.profile.names.place))
        self.caution.setText(translate("Wrongly flagged", found.caution))
        self.frequency.setText(frequency_words(projection))
        self.table.fill(
            tuple(translate("Wrongly flagged", head) for head in _COLUMNS),
            rows(projection, found),
            figures=(1, 2),
        )
        self.table.show_all_rows()
        black, everyone = found.counted
        profile = scenario.profile
        source = lower_first(profile.figure(profile.about.record.all_false_alerts).name)
        self.basis.setText(
            translate(
                "Wrongly flagged",
                "The share rests on {black} of {everyone} people, counted in the {source}. "
                "{edited}",
                black=black,
                everyone=everyone,
                source=source,
                edited=self._edited(scenario.changes.get(_SHARE)),
            ).strip()
        )
        self.footer.setText(
            translate(
                "Wrongly flagged",
                "{fingerprint} · model {version} · {draws} futures",
                fingerprint=scenario.fingerprint,
                version=projection.catalogue.version,
                draws=exact_number(scenario.draws),
            )
        )
        self.show_content()

    def _edited(self, setting: object) -> str:
        if not isinstance(setting, BeliefSetting):
            return ""
        belief = self._session.profile.catalogue.beliefs[_SHARE]
        return translate(
            "Wrongly flagged",
            "Edited in this scenario: {belief}.",
            belief=setting_words(belief, setting),
        )
