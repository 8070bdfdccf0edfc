"""How the model would have done: the coverage table, the worst miss, and the chart behind both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget

from modeller.analysis.questions import analysis
from modeller.backtest import BACKTEST_DRAWS, OUTCOMES, VIEWS, Backtest, Coverage, backtest
from modeller.base.dates import month
from modeller.base.language import translatable, translate
from modeller.model.catalogue import catalogue
from modeller.records import record_for
from modeller.wording import Style, exact_number, number, percent
from modeller.wording.numbers import ONES
from ui.charts.hindsight import HindsightChart, HindsightData, hindsight_data, week_words
from ui.desk.session import Session
from ui.look.figure_table import FigureTable
from ui.look.running_text import RunningText
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column

COLUMNS = (
    translatable("Backtest", "Outcome"),
    translatable("Backtest", "View"),
    translatable("Backtest", "Weeks"),
    translatable("Backtest", "Cases"),
    translatable("Backtest", "Inside 50 %"),
    translatable("Backtest", "Inside 80 %"),
    translatable("Backtest", "CRPS"),
    translatable("Backtest", "Skill, 13 weeks"),
    translatable("Backtest", "Poisson"),
)
_HEADINGS = {
    "weekly": translatable("Backtest", "Each week"),
    "cumulative": translatable("Backtest", "Running total"),
}
_SKILL = Style("", 0.01, ONES)
EXPLANATION = translatable(
    "Backtest",
    "Inside: the share of what happened that fell inside the band, allowing for whole numbers (a "
    "perfect model has 50 % and 80 %); in brackets the plain share, ends included. Skill: how "
    "much smaller the mean error (CRPS) is than that of a simple rule; below 0 the rule did "
    "better. The rules: one of the last 13 weeks at random, and one constant rate with Poisson "
    "counts. The periods overlap, so the cases are not independent.",
)


def coverage_rows(lines: tuple[Coverage, ...]) -> list[list[str]]:
    """The coverage table, with the figures of “modeller backtest”."""
    labels = {key: entry.label for key, entry in catalogue().outcomes.items()}
    return [
        [
            labels[line.outcome],
            translate("Backtest", _HEADINGS[line.view]),
            str(line.horizon),
            number(float(line.cases)),
            f"{percent(line.fair_50)} ({percent(line.inside_50)})",
            f"{percent(line.fair_80)} ({percent(line.inside_80)})",
            number(line.crps),
            _SKILL.figure(line.skill_last_weeks, signed=True),
            _SKILL.figure(line.skill_poisson, signed=True),
        ]
        for line in lines
    ]


class BacktestPanel(WorkPanel):
    """Runs the backtest on the record of the selected scenario and shows what it found.

    Children are named "outcome", "origin", "view", "coverage", "worst", "chart" and "again".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, draws: int = BACKTEST_DRAWS
    ) -> None:
        super().__init__("backtest", translate("Analysis", analysis("backtest").question), parent)
        self._session = session
        self._draws = draws
        self.found: Backtest | None = None
        self.summary = RunningText("", self)
        self.outcome = self._choice("outcome", translate("Backtest", "Outcome"))
        for key in OUTCOMES:
            self.outcome.addItem(catalogue().outcomes[key].label, key)
        self.outcome.setCurrentIndex(OUTCOMES.index("arrests"))
        self.origin = self._choice("origin", translate("Backtest", "Projected from the end of"))
        self.view = self._choice("view", translate("Backtest", "View"))
        for view in VIEWS:
            self.view.addItem(translate("Backtest", _HEADINGS[view]), view)
        self.again = QPushButton(translate("Backtest", "Run again"), self)
        self.again.setObjectName("again")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.run)
        self.chart = HindsightChart(self)
        self.chart.setObjectName("chart")
        self.chart.canvas.read_out_changed.connect(self._say_week)
        self.chart.view_asked.connect(self._view_asked)
        self.week = RunningText("", self, size="note", ink="muted")
        self.week.setObjectName("week")
        self.table = FigureTable("coverage", translate("Backtest", "Coverage and skill"), self)
        self.worst = RunningText("", self)
        self.worst.setObjectName("worst")
        self.body.addWidget(self.summary)
        self.body.addWidget(self.worst)
        self.body.addLayout(self._choices())
        self.body.addWidget(self._halves(), 1)
        for choice in (self.outcome, self.origin, self.view):
            choice.currentIndexChanged.connect(self._draw)
        self.resize_to(960, 760)
        self._first()

    def _choice(self, name: str, label: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setToolTip(box.accessibleName())
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for box in (self.outcome, self.origin, self.view):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.again)
        return row

    def _halves(self) -> QSplitter:
        upper, lower = QWidget(self), QWidget(self)
        above = column(upper)
        above.addWidget(self.chart, 1)
        above.addWidget(self.week)
        below = column(lower)
        below.addWidget(self.table, 1)
        below.addWidget(
            RunningText(translate("Backtest", EXPLANATION), lower, size="note", ink="muted")
        )
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(upper)
        halves.addWidget(lower)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 1)
        return halves

    def _first(self) -> None:
        self.show_empty(
            translate("Backtest", "How would the model have done?"),
            translate(
                "Backtest",
                "From each month-end in the past, knowing only the weeks before it, the model "
                "projects the weeks that followed, with the deployments that then took place. "
                "This takes under a minute.",
            ),
            translate("Backtest", "Run the backtest"),
            self.run,
        )

    def run(self) -> None:
        """Run it on the record that the selected scenario is based on."""
        digest, draws = self._session.scenario.record, self._draws

        def work(report: Report) -> Backtest:
            return backtest(record_for(digest), draws=draws, progress=report)

        before = self._first if self.found is None else self.show_content
        self.start(
            translate("Backtest", "Projecting from past month-ends …"),
            work,
            self._take,
            before,
        )

    def _take(self, answer: object) -> None:
        assert isinstance(answer, Backtest)
        self.found = answer
        days = [origin.day for origin in answer.origins]
        summary = translate(
            "Backtest",
            "On the {record}: {count} month-ends, {first} to {last}.",
            record=answer.record_label,
            count=len(days),
            first=f"{days[0].day} {month(days[0])} {days[0].year}",
            last=f"{days[-1].day} {month(days[-1])} {days[-1].year}",
        )
        if answer.skipped:
            skipped = translate("Backtest", "{count} could not be used.", count=len(answer.skipped))
            summary = f"{summary} {skipped}"
        self.summary.setText(summary)
        worst = answer.worst
        self.worst.setText(
            translate("Backtest", "No running total left its 80 % band.")
            if worst is None
            else translate(
                "Backtest", "Furthest outside its band: {sentence}", sentence=worst.sentence
            )
        )
        self.footer.setText(
            translate(
                "Backtest",
                "Record {record} · {draws} futures · seed {seed} · model {version}",
                record=answer.record_digest[:12],
                draws=exact_number(answer.draws),
                seed=answer.seed,
                version=catalogue().version,
            )
        )
        self.table.fill(
            tuple(translate("Backtest", head) for head in COLUMNS),
            coverage_rows(answer.coverage),
            figures=range(2, len(COLUMNS)),
        )
        self.origin.blockSignals(True)
        self.origin.clear()
        for day in days:
            self.origin.addItem(f"{month(day)} {day.year}", day)
        self.origin.setCurrentIndex(self._first_shown(answer))
        self.origin.blockSignals(False)
        self._draw()

    def _first_shown(self, found: Backtest) -> int:
        """Where to begin: the latest month-end from which the most weeks are known."""
        weeks = [origin.deployments.size for origin in found.origins]
        return max(range(len(weeks)), key=lambda index: (weeks[index], index))

    def _draw(self) -> None:
        if self.found is None or self.origin.currentIndex() < 0:
            return
        origin = self.found.origins[self.origin.currentIndex()]
        data = hindsight_data(
            origin,
            str(self.outcome.currentData()),
            self.view.currentData(),
            translate(
                "Backtest", "From {day} · {footer}", day=origin.day, footer=self.footer.text()
            ),
        )
        self.chart.set_data(data)
        self._say_week("")

    def _say_week(self, _words: str) -> None:
        data, week = self.chart.data, self.chart.canvas.week
        assert isinstance(data, HindsightData)
        last = data.happened.size
        self.week.setText(week_words(data, last if week is None else week))

    def _view_asked(self, view: str) -> None:
        index = self.view.findData(view)
        if index >= 0:
            self.view.setCurrentIndex(index)
