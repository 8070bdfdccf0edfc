"""One belief: its curve and the user's own, its evidence and grade, and what it moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate
from modeller.calibration import Calibration, Estimate
from modeller.model.catalogue import Belief, Catalogue
from modeller.profiles import Profile
from modeller.records import catalogue_for, record_for, record_label
from modeller.scenario import BeliefSetting
from modeller.wording import (
    counted_so_far,
    evidence_range_words,
    setting_words,
    value_range_words,
    value_words,
)
from ui.desk.session import Session
from ui.evidence.source_links import SourceList
from ui.levers.belief_curve import BeliefCurve
from ui.levers.help_card import GRADES
from ui.look.combo import choose, combo
from ui.look.figure_table import FigureTable
from ui.look.layouts import nested
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column, page_area

_FIGURES = (
    translatable("Belief page", "What"),
    translatable("Belief page", "Figure"),
    translatable("Belief page", "Grade"),
    translatable("Belief page", "Source"),
)
_GRADES: dict[str, str] = {
    "published": translatable("Help card", "published"),
    "derived": translatable("Help card", "derived"),
    "judgement": translatable("Help card", "judgement"),
}


def evidence_rows(belief: Belief, profile: Profile) -> list[list[str]]:
    """The published figures of the belief's own sources that have its unit or mention it."""
    cited, own = profile.sources, (profile.about.record.source,)
    return [
        [
            found.name,
            found.said,
            translate("Help card", _GRADES[found.grade]),
            translate("List", "; ").join(
                translate("Source", cited[source].publisher) for source in found.sources
            ),
        ]
        for found in profile.published.figures
        if any(source in belief.sources for source in found.sources)
        and not (found.sources == own and belief.sources != own)
    ]


def moved_words(key: str, declared: Catalogue) -> str:
    """The outcomes that the belief can move."""
    moved = [entry.label_within for entry in declared.outcomes.values() if key in entry.depends_on]
    if not moved:
        return translate("Belief page", "It affects no outcome.")
    return translate(
        "Belief page",
        "It affects {count} of {all} outcomes: {outcomes}.",
        count=len(moved),
        all=len(declared.outcomes),
        outcomes=", ".join(moved),
    )


def calibration_words(estimate: Estimate | None, belief: Belief, label: str) -> str:
    """What the record alone says, and how that was found."""
    if estimate is None:
        return translate(
            "Belief page",
            "The {label} does not determine it: it rests on the sources below.",
            label=label,
        )
    middle = value_words(belief, float(f"{estimate.value:.4g}"))
    ends = value_range_words(belief, float(f"{estimate.p05:.3g}"), float(f"{estimate.p95:.3g}"))
    text = translatable(
        "Belief page", "Calibrated on the {record}: {middle}, 90 % range {ends}. {method}"
    )
    if estimate.weeks:
        text = translatable(
            "Belief page",
            "Calibrated on the {record} from {weeks} weeks: {middle}, 90 % range {ends}. {method}",
        )
    return translate(
        "Belief page",
        text,
        record=label,
        weeks=estimate.weeks,
        middle=middle,
        ends=ends,
        method=estimate.method,
    )


class BeliefPage(WorkPanel):
    """A page about one belief, which the list at the top chooses.

    Children are named "belief", "own", "grade", "moves", "calibration", "figures", "sources",
    "edit" and "reset".

    Signals
    -------
    spread_asked
        The belief is to be edited: its key.
    """

    spread_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            "belief-page", translate("Belief page", "Beliefs and their evidence"), parent
        )
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._calibrations: dict[str | None, Calibration] = {}
        self.chooser = combo("belief", translate("Belief page", "Belief"), self, 10)
        for belief in session.profile.catalogue.beliefs.values():
            self.chooser.addItem(belief.label, belief.key)
        self.edit_button = self.button("edit", translate("Belief page", "Range or exactly known…"))
        self.edit_button.clicked.connect(lambda: self.spread_asked.emit(self.key))
        self.reset_button = self.button("reset", translate("Belief page", "Back to the evidence"))
        self.reset_button.clicked.connect(self._reset)
        top = nested(self.body, QHBoxLayout())
        label = QLabel(translate("Belief page", "Belief"), self)
        label.setBuddy(self.chooser)
        top.addWidget(label)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.edit_button)
        top.addWidget(self.reset_button)
        page = QWidget(self)
        self._page = column(page)
        self.help = RunningText("", page)
        self.own = RunningText("", page, bold=True, name="own")
        self.curve: BeliefCurve | None = None
        self.calibration = RunningText("", page, name="calibration")
        self.grade = RunningText("", page, name="grade")
        self.moves = RunningText("", page, name="moves")
        self.figures = FigureTable(
            "figures", translate("Belief page", "Published figures from its sources"), page
        )
        self.sources = SourceList(page)
        self.sources.setObjectName("sources")
        self._frame = QWidget(page)
        self._holder = column(self._frame)
        for widget in (self.help, self.own, self._frame, self.calibration,
                       self.grade, self.moves, self.figures, self.sources):  # fmt: skip
            self._page.addWidget(widget)
        self._page.addStretch(1)
        self.body.addWidget(page_area(page, self), 1)
        self.chooser.currentIndexChanged.connect(self.refresh)
        session.desk_changed.connect(self._changed)
        self.resize_to(760, 760)
        self.refresh()

    @property
    def key(self) -> str:
        """The belief on the page."""
        return str(self.chooser.currentData())

    def show_belief(self, key: str) -> None:
        """Show the page about a belief."""
        choose(self.chooser, key)

    def _changed(self, _desk: object = None) -> None:
        if self.isVisible() and not self._session.dragging:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Write the page for the selected scenario."""
        scenario = self._session.scenario
        try:
            declared = catalogue_for(scenario.record, scenario.profile)
            label = record_label(scenario.record, scenario.profile)
        except ModellerError as error:
            self.show_error(error, translate("Belief page", "Try again"), self.refresh)
            return
        belief = declared.beliefs[self.key]
        setting = scenario.setting(self.key, declared)
        assert isinstance(setting, BeliefSetting)
        self._draw(belief, setting, scenario.record)
        edited = self.key in scenario.changes
        title = scenario.name
        words = setting_words(belief, setting)
        self.own.setText(
            translate("Belief page", "Edited in {title}: {words}.", title=title, words=words)
            if edited
            else translate("Belief page", "{title} uses the evidence unchanged.", title=title)
        )
        self.own.set_ink("problem" if edited and belief.beyond_evidence(setting.central) else "ink")
        self.reset_button.setEnabled(edited)
        self.help.setText(belief.help)
        counted = counted_so_far(self.key, scenario.profile)
        grades = [translate("Help card", GRADES[belief.grade])]
        if counted:
            grades.append(f"{counted}.")
        self.grade.setText(
            translate(
                "Belief page",
                "The evidence: {middle}; {range}. {grade}",
                middle=value_words(belief, float(f"{belief.baseline:.4g}")),
                range=evidence_range_words(belief),
                grade=" ".join(grades),
            )
        )
        moves = moved_words(self.key, declared)
        if edited:
            mark = translate("Belief page", "They rest on your value here.")
            moves = f"{moves} {mark}"
        self.moves.setText(moves)
        rows = evidence_rows(belief, scenario.profile)
        self.figures.setVisible(bool(rows))
        self.figures.fill(
            tuple(translate("Belief page", head) for head in _FIGURES), rows, widest=0
        )
        self.figures.show_all_rows()
        self.sources.show_sources(tuple(scenario.profile.sources[key] for key in belief.sources))
        self.footer.setText(
            translate(
                "Belief page",
                "{fingerprint} · model {version} · {label}",
                fingerprint=scenario.fingerprint,
                version=declared.version,
                label=label,
            )
        )
        self.show_content()
        self._calibrate(belief, scenario.record, label)

    def _draw(self, belief: Belief, setting: BeliefSetting, record: str | None) -> None:
        """Draw this belief's curve under this record, with the user's setting in front."""
        if self.curve is None or self._shown != (belief.key, record):
            if self.curve is not None:
                self._holder.removeWidget(self.curve)
                self.curve.deleteLater()
            self._shown = (belief.key, record)
            self.curve = BeliefCurve(belief, self._frame)
            self.curve.setFixedHeight(theme().length(180))
            self._holder.addWidget(self.curve)
        self.curve.set_setting(setting)

    def _calibrate(self, belief: Belief, record: str | None, label: str) -> None:
        known = self._calibrations.get(record)
        if known is not None:
            self._say_calibration(belief, known, label)
            return
        self.calibration.setText(translate("Belief page", "Calibrating on the record …"))

        profile = self._session.profile

        def work(_report: Report) -> Calibration:
            return profile.calibrate(record_for(record, profile))

        def then(answer: object) -> None:
            assert isinstance(answer, Calibration)
            self._calibrations[record] = answer
            self.refresh()

        self._then = then
        self.background.ask(work)

    def _say_calibration(self, belief: Belief, found: Calibration, label: str) -> None:
        estimates = {estimate.key: estimate for estimate in found.estimates}
        self.calibration.setText(calibration_words(estimates.get(belief.key), belief, label))

    def _reset(self) -> None:
        label = self._session.profile.catalogue.beliefs[self.key].label_within
        self._session.reset((self.key,), translate("Undo", "resetting {lever}", lever=label))
