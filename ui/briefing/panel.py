"""The briefing panel: options on the left, preview on the right, export and print below."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QWidget

from modeller.analysis.workshop import Workshop
from modeller.base import clock
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import translate, upper_first
from modeller.base.paths import is_there
from modeller.briefing import (
    FORMS,
    Analyses,
    Briefing,
    Form,
    analyse,
    brief,
    export,
    reference_for,
)
from modeller.briefing.analysis_table import ANALYSED
from modeller.briefing.drawing import draw
from modeller.briefing.html import render_html
from modeller.briefing.pdf import page_images
from modeller.briefing.shown import WORKSHOP
from modeller.projection import Projection, project
from modeller.records import catalogue_for, record_for
from modeller.scenario import Scenario
from ui.briefing.options import BriefingOptions, Wanted
from ui.briefing.pages import PagesView
from ui.briefing.printing import PRINTED_DOTS, asked_printer, on_paper
from ui.desk.session import LETTERS, Desk, Session, Slot
from ui.files.file_content import file_name
from ui.look.combo import choose, combo
from ui.look.file_dialogs import SaveDialog
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.page_view import PageView
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Background, Report
from ui.work.work_panel import WorkPanel, column, page_area

REST_MILLISECONDS = 400
_DOTS = 130
"""Dots to the inch that make a page as wide as it is on a screen."""
_PICTURES = re.compile(r"<picture>.*?</picture>", re.DOTALL)
"""Pictures, which the words leave out, since the pages beside them show them."""
_COMPOSED = 0.3
"""Share of the work that is done when the briefing is composed."""
_KEPT = 8
"""Projections, of tens of megabytes each: four scenarios as they are and as they were."""
SettledOf = Callable[[Slot], Projection | None]


@dataclass(frozen=True)
class _Request:
    """All that a briefing is made from, taken on the window's own thread.

    `letters` are the scenarios' own, `spare` is for a baseline that is not on the desk; `subject`
    and `against` are places among them.
    """

    wanted: Wanted
    scenarios: tuple[Scenario, ...]
    letters: str
    spare: str
    known: dict[str, Projection]
    subject: int
    against: int
    analyses: Analyses


def compose(request: _Request, report: Report) -> Briefing:
    """The briefing; scenarios without a settled projection are projected first."""
    scenarios, letters = list(request.scenarios), request.letters
    subject, against = request.subject, request.against
    if not scenarios:
        raise ModellerError(
            Problem(
                translate("Briefing", "scenarios"),
                translate("Briefing", "are none"),
                translate("Briefing", "tick one to four of them"),
            )
        )
    if len(scenarios) == 1:
        reference = reference_for(scenarios[0])
        if reference is not None:
            # in the order of the letters, as on the desk
            against = int(request.spare > letters)
            subject = 1 - against
            scenarios.insert(against, reference)
            letters = "".join(sorted(request.spare + letters))
    projections = []
    for number, scenario in enumerate(scenarios):
        known = request.known.get(scenario.inputs_digest)
        if known is None:
            known = request.known[scenario.inputs_digest] = project(
                scenario, catalogue=catalogue_for(scenario.record, scenario.profile)
            )
        projections.append(replace(known, scenario=scenario))
        report((number + 1) / len(scenarios))
    digest = scenarios[0].record
    return brief(
        projections,
        request.wanted.about(clock.today()),
        sections=request.wanted.sections,
        analyses=request.analyses,
        record=None if digest is None else record_for(digest, scenarios[0].profile),
        subject=subject,
        against=against,
        letters=letters,
    )


@dataclass(frozen=True)
class Preview:
    """A briefing to be looked at: its pages as on paper, and its words as a page of text."""

    briefing: Briefing
    pages: tuple[bytes, ...]
    text: bytes


def drawings(briefing: Briefing, report: Report) -> dict[str, bytes]:
    """The charts as the pages have them."""
    drawn = {}
    for number, chart in enumerate(briefing.charts, 1):
        drawn[chart.key] = draw(chart.picture, "svg")
        report(number / len(briefing.charts))
    return drawn


def preview_of(briefing: Briefing, report: Report) -> Preview:
    """The pages that would be written, and the same words for a screen reader."""
    drawn = drawings(briefing, lambda share: report(0.5 * share))
    pages = page_images(briefing, drawn, _DOTS)
    nothing = dict.fromkeys(drawn, b"")
    return Preview(briefing, pages, render_html(briefing, nothing, nothing))


def _digests(scenarios: tuple[Scenario, ...]) -> tuple[str, ...]:
    return tuple(scenario.inputs_digest for scenario in scenarios)


class BriefingPanel(WorkPanel):
    """Composes, previews, exports and prints.

    Children are named as in `BriefingOptions`, and "pages", "preview" (their words), "note",
    "form", "export", "print" and "analyse".
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        settled_of: SettledOf,
        saving: SaveDialog | None = None,
    ) -> None:
        super().__init__("briefing", translate("Briefing", "Briefing"), parent)
        self._session = session
        self._settled_of = settled_of
        self._saving = saving or SaveDialog()
        self._known: dict[str, Projection] = {}
        self._analyses: tuple[str, tuple[str, ...], Analyses] = ("", (), Analyses())
        self._workshop: Workshop | None = None
        self.briefing: Briefing | None = None
        self.options = BriefingOptions(self)
        self.pages = PagesView("pages", translate("Briefing", "Preview of the briefing"), self)
        self.preview = PageView("preview", translate("Briefing", "Words of the briefing"), self)
        self.views = QTabWidget(self)
        self.views.addTab(self.pages, translate("Briefing", "Pages"))
        self.views.addTab(self.preview, translate("Briefing", "Words only"))
        self.note = RunningText("", self, size="note", ink="muted", name="note")
        self.previewing = Background(self)
        self.previewing.answered.connect(self._show_preview)
        self.previewing.failed.connect(self._complain)
        owner = getattr(parent, "closed", None)
        if owner is not None:
            owner.connect(self.previewing.stop)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.refresh)
        self.form = combo("form", translate("Briefing", "Form of the briefing"), self)
        for key, form in FORMS.items():
            self.form.addItem(upper_first(form.name), key)
        self.export_button = self.button("export", translate("Briefing", "Export…"), self.export)
        self.print_button = self.button("print", translate("Briefing", "Print…"), self.print)
        self.analyse_button = self.button(
            "analyse", translate("Briefing", "Run the analyses"), self.run_analyses
        )
        self._build()
        self.options.changed.connect(self._changed)
        session.desk_changed.connect(self._desk_changed)
        self.options.set_desk(session.desk)
        self.resize_to(1120, 760)
        self.show_content()

    def _build(self) -> None:
        right = QWidget(self)
        pages = column(right)
        pages.addWidget(self.views, 1)
        pages.addWidget(self.note)
        halves = QSplitter(self)
        halves.setChildrenCollapsible(False)
        left = page_area(self.options, self)
        left.setMinimumWidth(theme().length(240))
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setSizes([theme().length(300), theme().length(760)])
        halves.setStretchFactor(1, 1)
        self.body.addWidget(halves, 1)
        row = nested(self.body, QHBoxLayout())
        row.addWidget(self.analyse_button)
        row.addStretch(1)
        row.addWidget(self.form)
        row.addWidget(self.export_button)
        row.addWidget(self.print_button)

    def take_workshop(self, found: Workshop) -> None:
        """Have a section on a workshop."""
        self._workshop = found
        self.options.offer_workshop()
        self._changed()

    # ------------------------------------------------------------ what is wanted

    def _desk_changed(self, desk: Desk) -> None:
        self.options.set_desk(desk)
        self._changed()

    def _changed(self) -> None:
        """Show it again once nothing has moved for a moment."""
        missing = self._missing()
        self.analyse_button.setVisible(bool(missing))
        self.analyse_button.setText(
            translate("Briefing", "Run 1 analysis (up to a minute each)")
            if len(missing) == 1
            else translate(
                "Briefing", "Run {count} analyses (up to a minute each)", count=len(missing)
            )
        )
        if self.isVisible():
            self._rest.start()

    def _missing(self) -> tuple[str, ...]:
        """Analyses that wanted sections lack; those of another scenario do not count."""
        found, others = self._current_analyses(), bool(self._others())
        target = bool(self._session.scenario.targets)
        return tuple(
            row.key
            for row in ANALYSED
            if row.key in self.options.analyses
            and not found.has(row.key)
            and row.possible(target=target, others=others)
        )

    def _others(self) -> tuple[Scenario, ...]:
        """The scenarios that are to stand beside the selected one."""
        desk = self._session.desk
        return tuple(
            slot.scenario
            for slot in desk.slots
            if slot.letter in self.options.wanted.letters and slot.letter != desk.selected
        )

    def _current_analyses(self) -> Analyses:
        """Those of the selected scenario, without what was asked beside others than now."""
        digest, beside, found = self._analyses
        if digest != self._session.scenario.inputs_digest:
            return Analyses()
        if beside == _digests(self._others()):
            return found
        return found.without(*(row.key for row in ANALYSED if row.needs_others))

    def _request(self) -> _Request:
        wanted, desk = self.options.wanted, self._session.desk
        slots = [slot for slot in desk.slots if slot.letter in wanted.letters]
        for slot in slots:
            settled = self._settled_of(slot)
            if settled is not None:
                self._known.pop(slot.scenario.inputs_digest, None)  # the newest come last
                self._known[slot.scenario.inputs_digest] = settled
        for digest in list(self._known)[:-_KEPT]:
            del self._known[digest]
        letters = "".join(slot.letter for slot in slots)
        subject = letters.index(desk.selected) if desk.selected in letters else len(letters) - 1
        current = desk.selected in letters
        return _Request(
            wanted,
            tuple(slot.scenario for slot in slots),
            letters,
            desk.free_letter or next(letter for letter in LETTERS if letter not in letters[:1]),
            self._known,
            max(subject, 0),
            max(letters.find(desk.baseline), 0),
            (self._current_analyses() if current else Analyses()).with_(WORKSHOP, self._workshop),
        )

    # ------------------------------------------------------------ preview

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what the desk holds now."""
        super().showEvent(event)
        self._changed()

    def refresh(self) -> None:
        """Compose it again and show it; the previous page stays until then."""
        request = self._request()
        self.note.set_ink("muted")
        self.note.setText(translate("Briefing", "Preparing the preview …"))
        self.pages.wait(self.note.text())

        def work(report: Report) -> Preview:
            briefing = compose(request, lambda share: report(_COMPOSED * share))
            return preview_of(briefing, lambda share: report(_COMPOSED + 0.7 * share))

        self.previewing.ask(work)

    def _show_preview(self, answer: Preview) -> None:
        self.briefing = answer.briefing
        self.pages.show_pages(answer.pages)
        self.preview.show_page(_PICTURES.sub("", answer.text.decode()))
        self.note.set_ink("muted")
        self.note.setText(
            translate(
                "Briefing",
                "{status}. These are the pages of the PDF; the other forms have the same words.",
                status=self.briefing.about.status,
            )
        )
        self.footer.setText(self.briefing.identity)
        self._enable(True)
        self.settled.emit()

    def _complain(self, error: ModellerError) -> None:
        self.briefing = None
        self.pages.wait("")
        self.note.set_ink("problem")
        self.note.setText(" ".join(problem_words(problem) for problem in error.problems))
        announce(self, self.note.text(), urgent=True)
        self._enable(False)
        self.settled.emit()

    def _enable(self, ready: bool) -> None:
        for button in (self.export_button, self.print_button):
            button.setEnabled(ready)

    # ------------------------------------------------------------ the ways out

    def run_analyses(self) -> None:
        """Run what the wanted sections need, on the selected scenario."""
        scenario, asked, others = self._session.scenario, self.options.analyses, self._others()

        def work(report: Report) -> tuple[str, tuple[str, ...], Analyses]:
            found = analyse(scenario, asked, others=others, progress=report)
            return scenario.inputs_digest, _digests(others), found

        def then(answer: object) -> None:
            assert isinstance(answer, tuple)
            self._analyses = answer
            self._changed()

        self.start(translate("Briefing", "Analysing {title} …", title=scenario.name), work, then)

    def export(self) -> None:
        """Ask where, compose from what is on the desk now, and write."""
        form: Form = self.form.currentData()
        stem = file_name(self._session.scenario.title).removesuffix(".scenario.json")
        place = self._saving.path(
            self,
            translate("Briefing", "Export the briefing"),
            stem,
            FORMS[form],
            tuple(FORMS.values()),
        )
        if place is None:
            return
        if not place.name.lower().endswith(FORMS[form].suffix):  # its name ends otherwise
            form = next(key for key in FORMS if place.name.lower().endswith(FORMS[key].suffix))
            choose(self.form, form)
        request = self._request()
        agreed = is_there(place)  # the dialog has asked; what appears from now on is left alone

        def work(report: Report) -> Briefing:
            briefing = compose(request, lambda share: report(_COMPOSED * share))
            rest = 1.0 - _COMPOSED
            export(
                briefing,
                place,
                form,
                lambda share: report(_COMPOSED + rest * share),
                over=agreed,
                explorable=request.wanted.explorable,
            )
            return briefing

        def then(_answer: object) -> None:
            self.note.set_ink("ink")
            self.note.setText(translate("Briefing", "Written to {place}.", place=place))
            announce(self, self.note.text())

        self.start(translate("Briefing", "Writing {name} …", name=place.name), work, then)

    def print(self) -> None:
        """Print the pages as they are previewed."""
        briefing = self.briefing
        if briefing is None:
            return
        printer = asked_printer(briefing.front.title, self)
        if printer is None:
            return

        def work(report: Report) -> tuple[bytes, ...]:
            return page_images(briefing, drawings(briefing, report), PRINTED_DOTS)

        def then(answer: object) -> None:
            assert isinstance(answer, tuple)
            on_paper(answer, printer)

        self.start(translate("Briefing", "Printing the briefing …"), work, then)

    def hideEvent(self, event: QHideEvent) -> None:
        """The preview is no longer visible."""
        self._rest.stop()
        if self.parentWidget() is None:
            self.previewing.stop()
        else:
            self.previewing.cancel()
        super().hideEvent(event)
