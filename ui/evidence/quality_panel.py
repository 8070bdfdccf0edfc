"""The quality log under the AQuA Book's headings: made from the model, read here, exported."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from modeller.backtest import backtest, kept_for
from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.base.formats import Format, formats_of
from modeller.base.language import source_language, translate, upper_first
from modeller.base.saving import write_atomically
from modeller.quality import (
    WRITERS,
    QualityLog,
    effects,
    plan_of,
    quality_log,
    read_test_results,
    version_words,
    web_page,
)
from modeller.records import catalogue_for, record_for
from ui.desk.session import Session
from ui.look.file_dialogs import SaveDialog
from ui.look.layouts import nested
from ui.look.notices import announce
from ui.look.page_view import PageView
from ui.look.running_text import RunningText
from ui.work.background import Report
from ui.work.work_panel import WorkPanel

_MEASURING = 0.4
"""Share of the work spent on measuring the assumptions' effects, where a backtest follows."""


class QualityPanel(WorkPanel):
    """Makes the log, shows it and writes it.

    Children are named "page", "html", "docx", "json" and "again".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, saving: SaveDialog | None = None
    ) -> None:
        super().__init__("quality-log", translate("Quality log", "Quality log"), parent)
        self._session = session
        self._saving = saving or SaveDialog()
        self.log: QualityLog | None = None
        self.state = RunningText("", self, name="state")
        self.page = PageView("page", translate("Quality log", "Quality log"), self)
        self.body.addWidget(self.state)
        self.body.addWidget(self.page, 1)
        row = nested(self.body, QHBoxLayout())
        for form in formats_of("quality-log"):
            row.addWidget(
                self.button(
                    form.key,
                    translate("Quality log", "Export as {format}…", format=form.name),
                    partial(self.export, form),
                )
            )
        row.addStretch(1)
        row.addWidget(self.button("again", translate("Quality log", "Make it again"), self.make))
        self.resize_to(860, 720)
        self._first()

    def _first(self) -> None:
        self.show_empty(
            translate("Quality log", "The quality log of the live model"),
            translate(
                "Quality log",
                "Assumptions with what each moves, data, decisions, checks, the backtest, "
                "limitations and the sunset date. Measuring takes about a minute.",
            ),
            translate("Quality log", "Make the log"),
            self.make,
        )

    def make(self) -> None:
        """Measure every assumption, run the backtest and write the log."""
        digest, profile = self._session.scenario.record, self._session.profile

        @source_language()  # the log is in English throughout
        def work(report: Report) -> QualityLog:
            declared, record = catalogue_for(digest, profile), record_for(digest, profile)
            # the shipped record's backtest is there at once
            measuring = _MEASURING if kept_for(profile, record) is None else 1.0
            measured = effects(
                plan_of(profile),
                declared=declared,
                progress=lambda share: report(measuring * share),
            )
            tested = backtest(
                profile,
                record,
                declared=declared,
                progress=lambda share: report(measuring + (1.0 - measuring) * share),
            )
            today = clock.today()
            results = read_test_results()
            return quality_log(
                measured, declared, record, today=today, tests=results, backtest=tested
            )

        before = self._first if self.log is None else self.show_content
        self.start(
            translate("Quality log", "Measuring every assumption, then the backtest …"),
            work,
            self._take,
            before,
        )

    def _take(self, answer: object) -> None:
        assert isinstance(answer, QualityLog)
        self.log = answer
        signed = answer.statement.signed_off
        self.state.set_ink("problem" if answer.expired else "ink")
        state = translate(
            "Quality log",
            "{signed}. Reviewed {reviewed}, not to be used after {sunset}.",
            signed=upper_first(signed),
            reviewed=answer.statement.reviewed,
            sunset=answer.statement.sunset,
        )
        if answer.expired:
            over = translate("Quality log", "The sunset date has passed.")
            state = f"{state} {over}"
        self.state.setText(state)
        self.page.show_page(web_page(answer))
        self.footer.setText(" · ".join(version_words(answer)))

    def export(self, form: Format) -> None:
        """Ask where, and write."""
        title = translate("Quality log", "Export the quality log as {format}", format=form.name)
        place = self._saving.path(self, title, "quality-log", form)
        if place is None or self.log is None:
            return
        try:
            write_atomically(place, WRITERS[form.key](self.log))
        except ModellerError as error:
            self.show_error(error, translate("Quality log", "Back"), self.show_content)
            return
        announce(self, translate("Quality log", "Written to {name}", name=place.name))
        self.state.set_ink("ink")
        self.state.setText(translate("Quality log", "Written to {place}.", place=place))
