"""The quality log in the AQuA Book's headings: made from the live model, read here, exported."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from modeller.backtest import backtest
from modeller.errors import ModellerError
from modeller.quality import (
    QualityLog,
    effects,
    log_document,
    quality_log,
    read_test_results,
    web_page,
    word_document,
)
from modeller.records import catalogue_for, record_for
from ui.background import Report
from ui.notices import announce
from ui.page_view import PageView
from ui.session import Session
from ui.words import Words
from ui.work_panel import Saving, WorkPanel, with_ending, write_bytes

Form = Literal["html", "json", "docx"]
_KINDS: dict[Form, str] = {
    "html": "Web page (*.html)",
    "docx": "Word document (*.docx)",
    "json": "Data (*.json)",
}
_NAMES: dict[Form, str] = {"html": "web page", "docx": "Word document", "json": "JSON"}
_MEASURING = 0.4
"""Share of the work that measuring the assumptions' effects is."""


class QualityPanel(WorkPanel):
    """Makes the log, shows it and writes it.

    Children are named "page", "html", "docx", "json" and "again".
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, saving: Saving | None = None
    ) -> None:
        super().__init__("quality-log", "Quality log", parent)
        self._session = session
        self._saving = saving or Saving()
        self.log: QualityLog | None = None
        self.state = Words("", self)
        self.state.setObjectName("state")
        self.page = PageView("page", "Quality log", self)
        row = QHBoxLayout()
        for form, kind in _NAMES.items():
            row.addWidget(self._button(form, f"Export as {kind}…", partial(self.export, form)))
        row.addStretch(1)
        row.addWidget(self._button("again", "Make it again", self.make))
        self.body.addWidget(self.state)
        self.body.addWidget(self.page, 1)
        self.body.addLayout(row)
        self.resize_to(860, 720)
        self._first()

    def _button(self, name: str, text: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: does())
        return button

    def _first(self) -> None:
        self.show_empty(
            "The quality log of the live model",
            "Assumptions with what each moves, data, decisions, checks, the backtest, limitations "
            "and the sunset date. Measuring takes about a minute.",
            "Make the log",
            self.make,
        )

    def make(self) -> None:
        """Measure every assumption, run the backtest and write the log."""
        digest = self._session.scenario.record

        def work(report: Report) -> QualityLog:
            declared, record = catalogue_for(digest), record_for(digest)
            measured = effects(declared=declared, progress=lambda share: report(_MEASURING * share))
            tested = backtest(
                record,
                declared=declared,
                progress=lambda share: report(_MEASURING + (1 - _MEASURING) * share),
            )
            today = datetime.now(UTC).date()
            results = read_test_results()
            return quality_log(
                measured, declared, record, today=today, tests=results, backtest=tested
            )

        before = self._first if self.log is None else self.show_content
        self.start("Measuring every assumption, then the backtest …", work, self._take, before)

    def _take(self, answer: object) -> None:
        assert isinstance(answer, QualityLog)
        self.log = answer
        signed = answer.statement.signed_off
        over = " The sunset date has passed." if answer.expired else ""
        self.state.set_ink("problem" if answer.expired else "ink")
        self.state.setText(
            f"{signed[:1].upper()}{signed[1:]}. Reviewed {answer.statement.reviewed}, not to be "
            f"used after {answer.statement.sunset}.{over}"
        )
        self.page.show_page(web_page(answer))
        self.footer.setText(
            " · ".join(
                version if version.startswith(name) else f"{name} {version}"
                for name, version in answer.versions.items()
            )
        )

    def written(self, form: Form) -> bytes:
        """The log as a file."""
        assert self.log is not None
        if form == "docx":
            return word_document(self.log)
        if form == "html":
            return web_page(self.log).encode()
        return (json.dumps(log_document(self.log), ensure_ascii=False, indent=2) + "\n").encode()

    def export(self, form: Form) -> None:
        """Ask where, and write."""
        title = f"Export the quality log as {_NAMES[form]}"
        path = self._saving.path(self, title, f"quality-log.{form}", _KINDS[form])
        if path is None or self.log is None:
            return
        place = with_ending(path, f".{form}")
        try:
            write_bytes(place, self.written(form))
        except ModellerError as error:
            self.show_error(error, "Back", self.show_content)
            return
        announce(self, f"Written to {place.name}")
        self.state.set_ink("ink")
        self.state.setText(f"Written to {place}.")
