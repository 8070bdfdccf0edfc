"""How the model would have done: the coverage table, the worst miss, and the chart behind both."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from modeller.analysis.questions import analysis
from modeller.backtest import DRAWS, OUTCOMES, VIEWS, Backtest, Line, Range, backtest, kept_for
from modeller.backtest.words import (
    day_words,
    how_sentence,
    miss_sentence,
    rule_sentence,
    single_sentences,
    standpoints_words,
    totals_sentence,
    weeks_sentence,
)
from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Catalogue
from modeller.records import catalogue_for, record_for
from modeller.wording import Style, exact_number, number, percent, subject_words
from modeller.wording.numbers import ONES
from ui.charts.hindsight import HindsightChart, HindsightData, hindsight_data, week_words
from ui.desk.session import Session
from ui.look.combo import combo
from ui.look.figure_table import FigureTable
from ui.look.fold import Fold
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column, page_area

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
_FIGURES_FROM = 2
_TOLD = {
    "where": translatable("Backtest", "How many and where"),
    "how many": translatable("Backtest", "How many"),
}
_HEADINGS = {
    "weekly": translatable("Backtest", "Each week"),
    "cumulative": translatable("Backtest", "Running total"),
}
_SKILL = Style("", 0.01, ONES)
EXPLANATION = translatable(
    "Backtest",
    "Inside: the share of what happened that fell inside the band, allowing for whole numbers (a "
    "perfect model has 50 % and 80 %); in brackets the plain share, ends included. Skill: how "
    "much smaller the mean error (CRPS) is than that of a simple rule, with the 80 % range from "
    "resampled blocks of standpoints; below 0 the rule did better. The rules: one of the last 13 "
    "weeks at random, and one constant rate with Poisson counts. The periods overlap, so the "
    "cases are not independent.",
)
NO_PLACES = translatable(
    "Backtest",
    "This record has no places, so the model could be told only how many deployments there would "
    "be.",
)


def coverage_rows(lines: tuple[Line, ...], declared: Catalogue) -> list[list[str]]:
    """The coverage table, with the figures of “modeller backtest”."""
    labels = {key: entry.label for key, entry in declared.outcomes.items()}
    return [
        [
            labels[line.outcome],
            translate("Backtest", _HEADINGS[line.view]),
            str(line.horizon),
            number(float(line.cases)),
            percent(line.inside_50),
            f"{percent(line.inside_80)} ({percent(line.plainly_80)})",
            number(line.crps),
            _skill(line.last_weeks),
            _skill(line.poisson),
        ]
        for line in lines
    ]


def _skill(scored: Range) -> str:
    value, low, high = (
        _SKILL.figure(each, signed=True) for each in (scored.value, scored.low, scored.high)
    )
    return translate("Backtest", "{value} ({low} to {high})", value=value, low=low, high=high)


class BacktestPanel(WorkPanel):
    """Answers first, then the chart, then the words for specialists.

    The results for the shipped record are there at once; those for another record are worked out
    when asked for. Children are named "answer", "more", "outcome", "origin", "telling", "view",
    "chart", "week", "specialists", "coverage", "worst" and "again".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, draws: int = DRAWS
    ) -> None:
        super().__init__(
            "backtest", analysis("backtest").asked(session.profile.names.force), parent
        )
        self._session = session
        self._draws = draws
        self.found: Backtest | None = None
        self.answer = RunningText("", self, size="title", name="answer")
        self.more = RunningText("", self, size="note", name="more")
        self.outcome = combo("outcome", translate("Backtest", "Outcome"), self)
        for key in OUTCOMES:
            self.outcome.addItem(session.profile.catalogue.outcomes[key].label, key)
        self.outcome.setCurrentIndex(OUTCOMES.index("arrests"))
        self.origin = combo("origin", translate("Backtest", "Forecast from"), self)
        self.telling = combo("telling", translate("Backtest", "Told"), self)
        self.view = combo("view", translate("Backtest", "View"), self)
        for view in VIEWS:
            self.view.addItem(translate("Backtest", _HEADINGS[view]), view)
        self.again = self.button("again", translate("Backtest", "Work it out again"), self.run)
        self.chart = HindsightChart(self)
        self.chart.setObjectName("chart")
        self.chart.canvas.read_out_changed.connect(self._say_week)
        self.chart.view_asked.connect(self._view_asked)
        self.week = RunningText("", self, size="note", ink="muted", name="week")
        self.table = FigureTable("coverage", translate("Backtest", "Coverage and skill"), self)
        self.worst = RunningText("", self, size="note", name="worst")
        self.body.addWidget(page_area(self._page(), self))
        for choice in (self.outcome, self.origin, self.telling, self.view):
            choice.currentIndexChanged.connect(self._draw)
        self.resize_to(1_120, 780)
        self._first()

    def _fill_choices(self, rows: QGridLayout) -> None:
        """In two rows: a single one would be wider than a small screen with large type."""
        for index, box in enumerate((self.outcome, self.telling, self.origin, self.view)):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            row, pair = divmod(index, 2)
            rows.addWidget(label, row, 2 * pair)
            rows.addWidget(box, row, 2 * pair + 1)
        rows.setColumnStretch(4, 1)
        rows.addWidget(self.again, 1, 5)

    def _page(self) -> QWidget:
        """Answer, picture, what it means; in the fold, what specialists ask for."""
        page, inside = QWidget(self), QWidget(self)
        rows, folded = column(page), column(inside)
        rows.addWidget(self.answer)
        self._fill_choices(nested(rows, QGridLayout()))
        self.chart.setMinimumHeight(theme().length(260))
        rows.addWidget(self.chart, 1)
        rows.addWidget(self.week)
        rows.addWidget(self.worst)
        folded.addWidget(self.more)
        folded.addWidget(
            RunningText(translate("Backtest", EXPLANATION), inside, size="note", ink="muted")
        )
        self.table.show_all_rows()
        folded.addWidget(self.table)
        words = translate("Analysis", "The figures, for specialists")
        self.fold = Fold("specialists", words, inside, page)
        rows.addWidget(self.fold)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Show the results for the selected scenario's record, which may be another by now."""
        super().showEvent(event)
        if not self.background.busy and self.found is not None and self._is_of_another():
            self._first()

    def _is_of_another(self) -> bool:
        assert self.found is not None
        asked = self._session.scenario.record or self._session.profile.record.digest
        return asked != self.found.record_digest

    def _first(self) -> None:
        """Show what is kept at once, or offer to work it out."""
        self.found, profile = None, self._session.profile
        try:
            found = kept_for(profile, record_for(self._session.scenario.record, profile))
        except ModellerError:  # the record is not kept here, as running the test will say
            found = None
        if found is not None:
            self._take(found)
            self.show_content()
            return
        self.footer.setText("")
        self.show_empty(
            translate("Backtest", "How would the model have done?"),
            translate(
                "Backtest",
                "From every second Monday in the past, knowing only the weeks before it and how "
                "many deployments were to come, the model forecasts the weeks that followed. This "
                "takes a minute or two.",
            ),
            translate("Backtest", "Run the backtest"),
            self.run,
        )

    def run(self) -> None:
        """Work it out for the record that the selected scenario is based on."""
        digest, draws = self._session.scenario.record, self._draws
        profile = self._session.profile

        def work(report: Report) -> Backtest:
            return backtest(
                profile,
                record_for(digest, profile),
                draws=draws,
                declared=catalogue_for(digest, profile),
                again=True,
                progress=report,
            )

        before = self._first if self.found is None else self.show_content
        self.start(
            translate("Backtest", "Forecasting from past fortnights …"),
            work,
            self._take,
            before,
        )

    def _take(self, answer: object) -> None:
        assert isinstance(answer, Backtest)
        self.found = answer
        sentences = [miss_sentence(miss) for miss in answer.worst]
        self.worst.setText(
            translate("Backtest", "No running total left its 80 % band.")
            if not sentences
            else translate(
                "Backtest", "Furthest outside its band: {sentence}", sentence=sentences[0]
            )
        )
        self.footer.setText(
            translate(
                "Backtest",
                "Record {record} · {draws} futures · seed {seed} · model {version}",
                record=answer.record_digest[:12],
                draws=exact_number(answer.draws),
                seed=answer.seed,
                version=self._session.profile.catalogue.version,
            )
        )
        self._offer(
            self.telling, [(translate("Backtest", _TOLD[key]), key) for key in answer.tellings]
        )
        self._offer(self.origin, [(day_words(each.day), each.day) for each in answer.origins])
        self.origin.setCurrentIndex(self._first_shown(answer))
        self._draw()

    @staticmethod
    def _offer(box: QComboBox, entries: list[tuple[str, object]]) -> None:
        box.blockSignals(True)
        box.clear()
        for label, data in entries:
            box.addItem(label, data)
        box.blockSignals(False)

    def _first_shown(self, found: Backtest) -> int:
        """The start date to show first: the latest of those followed by the most known weeks."""
        weeks = [origin.deployments.size for origin in found.origins]
        return max(range(len(weeks)), key=lambda index: (weeks[index], index))

    def _draw(self) -> None:
        if self.found is None or self.origin.currentIndex() < 0:
            return
        origin = self.found.origins[self.origin.currentIndex()]
        outcome, telling = str(self.outcome.currentData()), self.telling.currentData()
        self.answer.setText(weeks_sentence(self.found, outcome, telling))
        told = tuple(line for line in self.found.lines if line.telling == telling)
        self.table.fill(
            tuple(translate("Backtest", head) for head in COLUMNS),
            coverage_rows(told, self._session.profile.catalogue),
            figures=range(_FIGURES_FROM, len(COLUMNS)),
        )
        said = [
            how_sentence(telling),
            totals_sentence(self.found, outcome, telling),
            rule_sentence(self.found, outcome, telling),
            *single_sentences(self.found, outcome),
            standpoints_words(self.found),
        ]
        if self.found.skipped:
            count = len(self.found.skipped)
            said.append(translate("Backtest", "{count} could not be used.", count=count))
        if not self.found.deployments:
            said.append(translate("Backtest", NO_PLACES))
        self.more.setText(" ".join(filter(None, said)))
        data = hindsight_data(
            origin,
            telling,
            self._session.profile.catalogue.outcomes[outcome],
            self.view.currentData(),
            translate(
                "Backtest",
                "{subject} · test against the past, from {day} · {footer}",
                subject=subject_words(self._session.profile),
                day=origin.day,
                footer=self.footer.text(),
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
