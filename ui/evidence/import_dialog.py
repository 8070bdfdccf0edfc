"""Importing a table: what it is taken as, what must be confirmed, what it changes; then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from modeller.base.errors import ModellerError
from modeller.base.formats import tables_filter
from modeller.base.language import translatable, translate
from modeller.ledger import LedgerScore
from modeller.records import StoredRecord, folder, record_label, stored_records
from modeller.records.findings import Finding
from modeller.records.importing import Import, keep, plan_import
from modeller.records.preview import Preview, Said, preview_of
from modeller.records.reading import tables_in_file, tables_in_text
from modeller.records.store import SHIPPED
from modeller.records.tables import Table
from modeller.records.words import added_words
from ui.desk.session import Session
from ui.evidence.import_changes import Changes, ChangesPage, changes_of
from ui.evidence.import_columns import ColumnsPage
from ui.evidence.import_findings import FindingsPage
from ui.evidence.import_places import PlacesPage
from ui.evidence.import_rows import RowsPage
from ui.evidence.record_words import use_record
from ui.look.combo import choose
from ui.look.file_dialogs import SaveDialog
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.work.background import Report
from ui.work.work_panel import WorkPanel

_ALONE = "alone"
_PAGES = (
    ("columns", translatable("Import", "Columns")),
    ("rows", translatable("Import", "Rows")),
    ("confirm", translatable("Import", "To confirm")),
    ("places", translatable("Import", "Places")),
    ("changes", translatable("Import", "What it changes")),
)


class ImportDialog(WorkPanel):
    """A table from a file or the clipboard, examined as the command line does it.

    Nothing is kept before "keep" is pressed, and that can be pressed only when all is confirmed
    and every calibrated number stands there before and after. Children are named "choose", "paste",
    "sheet", "standing", "state", "pages", "name", "keep" and "use".

    Signals
    -------
    kept
        A record was kept: its digest.
    """

    kept = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        saving: SaveDialog | None = None,
        ledger: Path | None = None,
    ) -> None:
        super().__init__("import-record", translate("Import", "Import a record"), parent)
        self._session = session
        self._saving = saving or SaveDialog()
        self._ledger = ledger
        self._name, self._reading = "", ""
        self._tables: tuple[Table, ...] = ()
        self._said = Said()
        self._standing = ""
        self._asked: tuple[Finding, ...] = ()
        self.planned: Import | None = None
        """What would be kept; None while the table is examined or something in it is wrong."""
        self._found: Changes | None = None
        self._stored: StoredRecord | None = None
        self.heading = RunningText("", self, size="title")
        self.state = RunningText("", self, name="state")
        self.sheet, self.standing = QComboBox(self), QComboBox(self)
        self.columns = ColumnsPage(self)
        self.rows = RowsPage(self)
        self.findings = FindingsPage(self)
        self.places = PlacesPage(session.profile, self)
        self.changes = ChangesPage(session.profile, self)
        self.pages = QTabWidget(self)
        self.name = QLineEdit(self)
        self.buttons = {
            name: self.button(name, text, does)
            for name, text, does in (
                ("choose", translate("Import", "Choose a file…"), self.ask_for_file),
                ("paste", translate("Import", "Paste a table"), self.paste),
                ("keep", translate("Import", "Keep this record"), self.keep),
                ("use", translate("Import", "Use for the selected scenario"), self.use),
            )
        }
        self._build()
        self.setAcceptDrops(True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        self.resize_to(900, 700)
        self._begin()

    def _build(self) -> None:
        above = nested(self.body, QHBoxLayout())
        for name in ("choose", "paste"):
            above.addWidget(self.buttons[name])
        above.addStretch(1)
        self._sheet_label = self._labelled(
            above, "sheet", translate("Import", "Sheet"), self.sheet, self._choose_sheet
        )
        self.body.addWidget(self.heading)
        self.body.addWidget(self.state)
        here = nested(self.body, QHBoxLayout())
        self._standing_label = self._labelled(
            here,
            "standing",
            translate("Import", "Its rows are"),
            self.standing,
            self._choose_standing,
        )
        here.addStretch(1)
        self.pages.setObjectName("pages")
        self.pages.setAccessibleName(translate("Import", "What the table is taken as"))
        shown = (self.columns, self.rows, self.findings, self.places, self.changes)
        for (_, title), page in zip(_PAGES, shown, strict=True):
            self.pages.addTab(page, translate("Import", title))
        self.body.addWidget(self.pages, 1)
        self.name.setObjectName("name")
        self._name_label = QLabel(translate("Records", "Name"), self)
        self._name_label.setBuddy(self.name)
        self.name.setAccessibleName(translate("Records", "Name of the record"))
        below = nested(self.body, QHBoxLayout())
        below.addWidget(self._name_label)
        below.addWidget(self.name, 1)
        for name in ("keep", "use"):
            below.addWidget(self.buttons[name])
        # fills the room while there are no pages, so that the words stay together
        self.body.addStretch()
        self.columns.said.connect(self._take_column)
        self.findings.answered.connect(self._answer)
        self.findings.read.connect(self._read)
        self.places.said.connect(self._take_place)

    def _labelled(
        self, row: QHBoxLayout, name: str, text: str, combo: QComboBox, does: Callable[[], None]
    ) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(combo)
        combo.setObjectName(name)
        combo.setAccessibleName(text)
        combo.activated.connect(lambda _index: does())
        row.addWidget(label)
        row.addWidget(combo)
        return label

    def _begin(self) -> None:
        """Say, before a table has been chosen, what can be imported."""
        self.heading.setText(translate("Import", "A table as it was published"))
        self._say(
            translate(
                "Import",
                "A CSV file, a workbook, a PDF with ruled tables, or a table copied from a page or "
                "a sheet: choose it, paste it, or drop it here. You see first how it would be "
                "read; nothing is kept until you say so.",
            )
        )
        self._show_parts(whole=False)
        for name in ("keep", "use"):
            self.buttons[name].setEnabled(False)
        self.show_content()

    def _show_parts(self, *, whole: bool) -> None:
        for part in (self._standing_label, self.standing, self.pages, self._name_label, self.name,
                     self.buttons["keep"], self.buttons["use"]):  # fmt: skip
            part.setVisible(whole)
        several = whole and self.sheet.count() > 1
        self._sheet_label.setVisible(several)
        self.sheet.setVisible(several)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.state.set_ink("problem" if wrong else "ink")
        self.state.setText(text)
        if wrong:
            announce(self, text, urgent=True)

    # ------------------------------------------------------------ which table

    def ask_for_file(self) -> None:
        """Choose a file and examine it."""
        path = self._saving.existing(self, translate("Records", "Import a record"), tables_filter())
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Show what a file is taken as; nothing is kept."""
        self._open(path.name, lambda: tables_in_file(path))

    def look_into_text(self, text: str) -> None:
        """Show what a text is taken as; nothing is kept."""
        name = translate("Import", "Pasted table")
        self._open(name, lambda: tables_in_text(text, name))

    def paste(self) -> None:
        """Examine what is on the clipboard: a copied table, or a copied file."""
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None if it was cleared
        self._look_into_data(QMimeData() if found is None else found)

    def _look_into_data(self, data: QMimeData) -> None:
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.look_into(Path(files[0]))
        elif data.text().strip():
            self.look_into_text(data.text())
        else:
            self._say(translate("Import", "There is no table on the clipboard."), wrong=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Examine what was dropped."""
        event.acceptProposedAction()
        self._look_into_data(event.mimeData())

    def _open(self, name: str, read: Callable[[], tuple[Table, ...]]) -> None:
        """Read a table and examine it, with no choices made about it yet."""

        def then(answer: object) -> None:
            assert isinstance(answer, tuple)
            self._name, self._tables = name, answer
            self._said, self._standing, self._stored = Said(), "", None
            self._reading = ""
            self.name.setText(Path(name).stem)
            self.pages.setCurrentWidget(self.columns)
            self._look()

        self._reading = name
        title = translate("Records", "Reading {name} …", name=name)
        self.start(title, lambda _report: read(), then)

    def _failed(self, error: ModellerError) -> None:
        """Say why a table cannot be read or taken as chosen; the page stays as it is."""
        self.show_content()
        said = " ".join(problem_words(fault) for fault in error.problems[:5])
        if self._reading:
            said = translate(
                "Import", "{name} was not read. {problems}", name=self._reading, problems=said
            )
            self._reading = ""
        self._say(said, wrong=True)
        self.settled.emit()

    # ------------------------------------------------------------ what is said of it

    def _take_column(self, heading: str, field: str) -> None:
        self._say_also(columns={**self._said.columns, heading: field or "ignore"})

    def _take_place(self, text: str, name: str) -> None:
        self._say_also(places={**self._said.places, text: name})

    def _read(self, text: str, number: str) -> None:
        self._say_also(readings={**self._said.readings, text: number})

    def _answer(self, kind: str, key: str) -> None:
        others = {choice.key for one in self._asked if one.kind == kind for choice in one.choices}
        self._say_also(accept=(self._said.accept - others) | ({key} if key else set()))

    def _choose_sheet(self) -> None:
        if self.sheet.currentText() != self._said.sheet:
            self._said, self._standing = Said(sheet=self.sheet.currentText()), ""
            self._look()

    def _choose_standing(self) -> None:
        self._standing = self.standing.currentData()
        self._look()

    def _say_also(self, **more: object) -> None:
        self._said = replace(self._said, **more)  # type: ignore[arg-type]
        self._look()

    # ------------------------------------------------------------ what it is taken as

    def _look(self) -> None:
        """Examine the table again, with every choice made so far."""
        tables, name, said = self._tables, self._name, self._said
        profile, place = self._session.profile, folder(self._session.profile)
        standing, in_use = self._standing, self._session.scenario.record
        self.planned = self._found = None
        self.buttons["keep"].setEnabled(False)

        def work(_report: Report) -> tuple[Preview, Import | None]:
            preview = preview_of(tables, name, profile, said, folder=place)
            if preview.problems:
                return preview, None
            planned = plan_import(
                preview,
                said,
                profile,
                base=standing if standing not in ("", _ALONE) else None,
                alone=standing == _ALONE,
                in_use=in_use,
                folder=place,
            )
            return preview, planned

        self._then = self._looked
        self.background.ask(work)

    def _looked(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        preview, planned = answer
        self._show_preview(preview, planned)
        self.planned = planned
        if planned is not None and not planned.open_findings:
            self._compare(planned)

    def _show_preview(self, preview: Preview, planned: Import | None) -> None:
        self._fill_sheets(preview)
        self._fill_standings(planned)
        self._show_parts(whole=True)
        parts = [preview.name, preview.layout]
        self.heading.setText(translate("List", ", ").join(part for part in parts if part))
        self.columns.show_preview(preview, preview.notes if planned is None else planned.notes)
        self.rows.show_rows(preview, None if planned is None else planned.appended)
        findings = preview.findings if planned is None else planned.findings
        self._asked = findings
        self.findings.show_findings(findings)
        self.places.show_places(() if planned is None else planned.places)
        waiting = sum(finding.open for finding in findings)
        titles = {
            "rows": translate("Import", "Left out ({count})", count=len(preview.left_out))
            if preview.left_out
            else "",
            "confirm": translate("Import", "To confirm ({count})", count=waiting)
            if waiting
            else "",
        }
        if preview.problems:
            titles["rows"] = translate("Import", "Wrong ({count})", count=len(preview.problems))
        for place, (key, title) in enumerate(_PAGES):
            self.pages.setTabText(place, titles.get(key) or translate("Import", title))
        self.pages.setTabVisible(3, planned is not None and bool(planned.places))
        self.changes.wait(confirmed=planned is not None and not waiting)
        self.buttons["use"].setEnabled(False)
        if preview.problems:
            self._say(
                translate(
                    "Import",
                    "%n thing(s) to put right: choose what a column is, or correct the file. "
                    "Nothing is kept.",
                    n=len(preview.problems),
                )
                + " "
                + problem_words(preview.problems[0]),
                wrong=True,
            )
            return
        assert planned is not None
        self._say(_of(planned) + " " + _waiting(waiting))

    def _fill_sheets(self, preview: Preview) -> None:
        self.sheet.clear()
        self.sheet.addItems(list(preview.sheets))
        self.sheet.setCurrentText(preview.sheet)

    def _fill_standings(self, planned: Import | None) -> None:
        """Offer to add the weeks to a record or keep them alone; select what is chosen or usual."""
        profile = self._session.profile
        self.standing.clear()
        bases = [(SHIPPED, None), *((kept.digest, kept.digest) for kept in stored_records(profile))]
        for key, digest in bases:
            label = record_label(digest, profile)
            if digest == self._session.scenario.record:
                label = translate("Import", "{record}, the one in use", record=label)
            self.standing.addItem(translate("Import", "Added to: {record}", record=label), key)
        self.standing.addItem(
            translate("Import", "Kept by themselves, as a separate record"), _ALONE
        )
        chosen = self._standing
        if not chosen and planned is not None:
            in_use = self._session.scenario.record or SHIPPED
            chosen = _ALONE if planned.appended is None else in_use
        choose(self.standing, chosen)
        self.standing.setEnabled(planned is not None)

    def _compare(self, planned: Import) -> None:
        """Work out every calibrated number before and after, and how the ledger scores."""
        ledger = self._ledger

        def then(answer: object) -> None:
            assert isinstance(answer, Changes)
            self._found = answer
            self.changes.show_changes(answer, planned)
            self.buttons["keep"].setEnabled(True)

        self._then = then
        self.background.ask(lambda _report: changes_of(planned, ledger))

    @property
    def scores(self) -> LedgerScore | None:
        """How the ledger's projections score on the table's weeks; None where there are none."""
        return None if self._found is None else self._found.scores

    # ------------------------------------------------------------ keeping it

    def keep(self) -> None:
        """Keep the record, all of it or none."""
        if self.planned is None or self._found is None:
            return
        forgotten: list[str] = []
        try:
            stored = keep(
                self.planned,
                self.name.text(),
                not_remembered=lambda error: forgotten.extend(map(problem_words, error.problems)),
            )
        except ModellerError as error:
            self._say(" ".join(problem_words(fault) for fault in error.problems), wrong=True)
            return
        self._stored = stored
        self.buttons["keep"].setEnabled(False)
        self.buttons["use"].setEnabled(self._session.scenario.record != stored.digest)
        self.buttons["use"].setFocus()
        self.pages.setCurrentWidget(self.changes)
        text = translate("Import", "Kept as “{name}”, beside the shipped record.", name=stored.name)
        if self.scores is not None:
            text += " " + translate("Import", "The ledger is scored on its weeks, below.")
        if forgotten:
            text += " " + translate(
                "Import",
                "Your choices for columns and places could not be kept. {problems}",
                problems=" ".join(forgotten),
            )
        self._say(text)
        announce(self, text)
        self.kept.emit(stored.digest)

    def use(self) -> None:
        """Base the selected scenario on the record that was kept; this can be undone."""
        if self._stored is not None:
            use_record(self._session, self._stored.digest, self._stored.name)
            self.buttons["use"].setEnabled(False)
            desk = self._session.desk
            text = translate(
                "Import",
                "“{name}” is now behind {letter} {title}.",
                name=self._stored.name,
                letter=desk.selected,
                title=desk.scenario.name,
            )
            if any(slot.scenario.record != self._stored.digest for slot in desk.slots):
                text += " " + translate(
                    "Import",
                    "Other scenarios keep their record, so part of any difference from them comes "
                    "from the records.",
                )
            self._say(text)
            announce(self, text)


def _of(planned: Import) -> str:
    """What the record would be: added to another or alone, with its weeks and days."""
    record = planned.record
    if planned.appended is not None:
        return added_words(planned.appended)
    return translate(
        "Import",
        "On its own: %n week(s) with a row, {first} to {last}.",
        n=len(record),
        first=record.first_day,
        last=record.last_known_day,
    )


def _waiting(number: int) -> str:
    if not number:
        return translate("Import", "Nothing is kept yet.")
    return translate("Import", "%n thing(s) to be confirmed before it can be kept.", n=number)
