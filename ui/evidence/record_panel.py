"""The records the model can be based on: import one, see what it changes, use it, remove it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QWidget,
)

from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.base.formats import formats_of, tables_filter
from modeller.base.language import translatable, translate
from modeller.base.saving import write_atomically
from modeller.records import (
    Import,
    Said,
    StoredRecord,
    damaged_records,
    folder,
    keep,
    plan_import,
    preview_file,
    record_for,
    remove,
    stored_records,
)
from modeller.records.posterior_changes import PosteriorChange, posterior_changes
from modeller.records.preview import question
from modeller.wording import EN_DASH, exact_number, noun
from ui.desk.session import Desk, Session
from ui.evidence.places_table import PlacesTable
from ui.evidence.record_words import change_rows
from ui.look.figure_table import FigureTable
from ui.look.file_dialogs import SaveDialog
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.look.style import theme
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column

(_FORM,) = formats_of("record")
_COLUMNS = (
    translatable("Records", "Record"),
    translatable("Records", "From"),
    translatable("Records", "To"),
    translatable("Records", "Deployments"),
    translatable("Records", "Imported"),
)
_CHANGES = (
    translatable("Records", "Number"),
    translatable("Records", "Unit"),
    translatable("Records", "Shipped record"),
    translatable("Records", "This record"),
    "",
)
_PROBLEMS = (
    translatable("Records", "Where"),
    translatable("Records", "What is wrong"),
    translatable("Records", "What would be right"),
)


class RecordPanel(WorkPanel):
    """The shipped record and the user's own, and what each says of the model's numbers.

    A file is read and its posteriors are computed before anything is kept; what is unusual in it is
    listed and has to be confirmed first. Children are named "records", "changes", "problems",
    "import", "confirm", "keep", "discard", "use", "export", "remove" and "name".

    Signals
    -------
    records_changed
        A record was kept or removed.
    """

    records_changed = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, saving: SaveDialog | None = None
    ) -> None:
        super().__init__("records", translate("Records", "Records"), parent)
        self._session = session
        self._saving = saving or SaveDialog()
        self._kept: tuple[StoredRecord | None, ...] = (None,)
        self._candidate: Import | None = None
        self._asked: tuple[Path, frozenset[str]] | None = None
        self._compared: dict[str, tuple[PosteriorChange, ...]] = {}
        self.table = FigureTable("records", translate("Records", "Records that can be used"), self)
        self.changes = FigureTable(
            "changes", translate("Records", "What the record says, beside the shipped one"), self
        )
        self.problems = FigureTable(
            "problems", translate("Records", "What is wrong in the file"), self
        )
        self.places = PlacesTable(session.profile, self)
        self.damaged = RunningText("", self, ink="problem")
        self.damaged.setObjectName("damaged")
        self.heading = RunningText("", self, size="title")
        self.note = RunningText("", self, ink="muted")
        self.note.setObjectName("note")
        self.name = QLineEdit(self)
        self.name.setObjectName("name")
        self.name.setAccessibleName(translate("Records", "Name of the record"))
        self.buttons = {
            name: self.button(name, text, does)
            for name, text, does in (
                ("import", translate("Records", "Import a table…"), self.ask_for_file),
                ("use", translate("Records", "Use for the selected scenario"), self.use),
                ("export", translate("Records", "Export…"), self.export),
                ("remove", translate("Records", "Remove"), self.remove),
                ("confirm", translate("Records", "Confirm all of this"), self.confirm),
                ("keep", translate("Records", "Keep this record"), self.keep),
                ("discard", translate("Records", "Discard"), self.discard),
                (
                    "remove-damaged",
                    translate("Records", "Remove the damaged record"),
                    self._remove_damaged,
                ),
            )
        }
        self._build()
        self.table.itemSelectionChanged.connect(self._chosen)
        session.desk_changed.connect(self._desk_changed)
        self.resize_to(860, 720)
        self.reload()

    def _build(self) -> None:
        self.body.addWidget(self.damaged)
        row = QHBoxLayout()
        row.addWidget(self.buttons["remove-damaged"])
        row.addStretch(1)
        self.body.addLayout(row)
        above, below = QWidget(self), QWidget(self)
        upper, lower = column(above), column(below)
        upper.addWidget(self.table, 1)
        row = QHBoxLayout()
        for name in ("import", "use", "export", "remove"):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        upper.addLayout(row)
        lower.addWidget(self.heading)
        lower.addWidget(self.note)
        lower.addWidget(self.places, 1)
        lower.addWidget(self.changes, 1)
        lower.addWidget(self.problems, 1)
        lower.addWidget(self.buttons["confirm"], 0, Qt.AlignmentFlag.AlignLeft)
        self.naming = QWidget(self)
        keeping = QHBoxLayout(self.naming)
        keeping.setContentsMargins(0, 0, 0, 0)
        label = QLabel(translate("Records", "Name"), self.naming)
        label.setBuddy(self.name)
        keeping.addWidget(label)
        keeping.addWidget(self.name, 1)
        keeping.addWidget(self.buttons["keep"])
        keeping.addWidget(self.buttons["discard"])
        lower.addWidget(self.naming)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(above)
        halves.addWidget(below)
        halves.setSizes([theme().length(180), theme().length(460)])
        halves.setStretchFactor(1, 1)
        self.body.addWidget(halves, 1)

    # ------------------------------------------------------------ the list

    @property
    def digest(self) -> str | None:
        """The record that is selected; None for the shipped one."""
        row = max(self.table.currentRow(), 0)
        kept = self._kept[row] if row < len(self._kept) else None
        return None if kept is None else kept.digest

    def reload(self) -> None:
        """Read again which records there are; a damaged one is named and can be removed."""
        try:
            profile = self._session.profile
            stored, spoilt = stored_records(profile), damaged_records(profile)
        except ModellerError as error:
            self.show_error(error, translate("Records", "Back"), self.reload)
            return
        self.damaged.setText(" ".join(problem_words(one.problem) for one in spoilt))
        for widget in (self.damaged, self.buttons["remove-damaged"]):
            widget.setVisible(bool(spoilt))
        self.show_content()
        self._kept = (None, *stored)
        shipped = self._session.profile.record
        here = self._session.scenario.record
        rows = []
        for kept in self._kept:
            known = shipped if kept is None else kept
            number = int(shipped.deployments.sum()) if kept is None else kept.deployments
            name = translate("Records", "Shipped with the modeller") if kept is None else kept.name
            in_use = here == (None if kept is None else kept.digest)
            rows.append(
                [
                    translate("Records", "{name} · in use", name=name) if in_use else name,
                    known.first_day.isoformat(),
                    known.last_day.isoformat(),
                    exact_number(number),
                    EN_DASH if kept is None else kept.imported.isoformat(),
                ]
            )
        selected = max(self.table.currentRow(), 0)
        self.table.blockSignals(True)
        self.table.fill(tuple(translate("Records", head) for head in _COLUMNS), rows, figures=(3,))
        self.table.selectRow(min(selected, len(rows) - 1))
        self.table.blockSignals(False)
        self._chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._candidate is None and self.shows_content:
            self.reload()

    def _remove_damaged(self) -> None:
        profile = self._session.profile
        try:
            for spoilt in damaged_records(profile):
                remove(spoilt.digest, profile)
        except ModellerError as error:
            self._complain(error)
            return
        self.reload()

    def _desk_changed(self, _desk: Desk) -> None:
        if self.isVisible() and self.shows_content and self._candidate is None:
            self.reload()

    def _chosen(self) -> None:
        """Say which record is selected and what can be done with it."""
        if self._candidate is not None:
            return
        row, own = max(self.table.currentRow(), 0), self.digest is not None
        kept = self._kept[min(row, len(self._kept) - 1)]
        self.problems.hide()
        self.buttons["confirm"].hide()
        self.naming.hide()
        self.changes.setVisible(own)
        self.places.setVisible(not own)
        self.heading.setText(
            translate("Records", "The record that is shipped") if kept is None else kept.label
        )
        self.buttons["use"].setEnabled(self._session.scenario.record != self.digest)
        self.buttons["remove"].setEnabled(own and not self._used())
        self.footer.setText(
            translate(
                "Records",
                "Record {digest}",
                digest=(self.digest or self._session.profile.record.digest)[:12],
            )
        )
        if own:
            self.note.setText(
                translate("Records", "Median and 90 % range of each calibrated number.")
            )
            self._compare(str(self.digest))
        else:
            self.note.setText(
                translate(
                    "Records",
                    "Your own records are kept beside it and never replace it. A file has weekly "
                    "rows, or one row for each deployment: date, faces, alerts, false_alerts, "
                    "arrests.",
                )
            )

    def _used(self) -> bool:
        return any(slot.scenario.record == self.digest for slot in self._session.desk.slots)

    def _compare(self, digest: str) -> None:
        """Show what a record changes; calibrating takes a moment, so it is done once, behind."""
        known = self._compared.get(digest)
        if known is not None:
            self.changes.fill(
                tuple(translate("Records", head) for head in _CHANGES),
                change_rows(known),
                figures=(2, 3),
            )
            return
        self.changes.fill(tuple(translate("Records", head) for head in _CHANGES), [])
        self.note.setText(translate("Records", "Comparing with the shipped record …"))

        profile = self._session.profile

        def work(_report: Report) -> tuple[PosteriorChange, ...]:
            return posterior_changes(record_for(digest, profile), profile)

        def then(answer: object) -> None:
            assert isinstance(answer, tuple)
            self._compared[digest] = answer
            self._chosen()

        self._then = then
        self.background.ask(work)

    # ------------------------------------------------------------ bringing one in

    def ask_for_file(self) -> None:
        """Choose a file and look into it."""
        path = self._saving.existing(self, translate("Records", "Import a record"), tables_filter())
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path, accept: frozenset[str] = frozenset()) -> None:
        """Check every row and show what the record would change; nothing is kept yet.

        Rows beyond the end of the shipped record are added to it.
        """
        said = Said(accept=accept)
        profile = self._session.profile
        place = folder(profile)

        def work(report: Report) -> object:
            try:
                preview = preview_file(path, profile, said, folder=place)
                planned = plan_import(preview, said, profile, folder=place)
                report(0.4)
                if planned.open_findings:
                    return planned, None
                return planned, posterior_changes(planned.record, profile)
            except ModellerError as error:  # shown row by row
                return None, error

        self.start(
            translate("Records", "Reading {name} …", name=path.name),
            work,
            lambda answer: self._looked(path, answer),
        )

    def _looked(self, path: Path, answer: object) -> None:
        assert isinstance(answer, tuple)
        planned, changes = answer
        if isinstance(changes, ModellerError):
            self._complain(changes, path)
            return
        assert isinstance(planned, Import)
        if changes is None:
            self._ask(planned, path)
            return
        record = planned.record
        self._candidate = planned
        self._compared[record.digest] = changes
        totals = ", ".join(
            f"{exact_number(total)} {noun(self._session.profile.catalogue.outcomes[name])}"
            for name, total in record.totals().items()
        )
        self.heading.setText(translate("Records", "What {name} would change", name=path.name))
        self.note.setText(
            translate(
                "Records",
                "Weeks with a row: {weeks}, {first} to {last}: {totals}. Nothing is kept yet.",
                weeks=exact_number(len(record)),
                first=record.first_day,
                last=record.last_day,
                totals=totals,
            )
            + (
                " " + translate("Records", "It has weeks that are still to come.")
                if record.last_day > clock.today() + timedelta(days=7)
                else ""
            )
        )
        self.changes.fill(
            tuple(translate("Records", head) for head in _CHANGES),
            change_rows(changes),
            figures=(2, 3),
        )
        self.changes.show()
        self.places.hide()
        self.problems.hide()
        self.buttons["confirm"].hide()
        self.name.setText(Path(record.name).stem)
        self.naming.show()
        self.name.setFocus()
        self.footer.setText(
            translate("Records", "Record {digest}, not kept", digest=record.digest[:12])
        )

    def _ask(self, planned: Import, path: Path) -> None:
        """What is unusual, in rows; with the button it is taken as the rows say."""
        questions = [question(path.name, finding) for finding in planned.open_findings]
        self._complain(ModellerError(questions), path)
        self.heading.setText(
            translate(
                "Records", "%n thing(s) to confirm in {where}", n=len(questions), where=path.name
            )
        )
        self.note.setText(
            translate(
                "Records",
                "Nothing was kept. Put these right in the file and import it again, or confirm "
                "them all: of several answers the first is taken.",
            )
        )
        accepted = {finding.accepted for finding in planned.findings if finding.accepted}
        first = {finding.choices[0].key for finding in planned.open_findings}
        self._asked = path, frozenset(accepted | first)
        self.buttons["confirm"].show()

    def confirm(self) -> None:
        """Take the file with all that is unusual in it."""
        if self._asked is not None:
            self.look_into(*self._asked)

    def _complain(self, error: ModellerError, path: Path | None = None) -> None:
        """All that is wrong, in rows; nothing was kept."""
        number = len(error.problems)
        where = translate("Records", "the record") if path is None else path.name
        self._candidate = self._asked = None
        self.buttons["confirm"].hide()
        self.heading.setText(
            translate("Records", "1 thing is wrong in {where}", where=where)
            if number == 1
            else translate(
                "Records",
                "{count} things are wrong in {where}",
                count=exact_number(number),
                where=where,
            )
        )
        self.note.setText(
            translate(
                "Records", "Nothing was kept. Put these right in the file and import it again."
            )
        )
        self.problems.fill(
            tuple(translate("Records", head) for head in _PROBLEMS),
            [[p.where, p.what, p.remedy] for p in error.problems],
            widest=2,
        )
        self.changes.hide()
        self.places.hide()
        self.naming.hide()
        self.problems.show()
        announce(self, self.heading.text(), urgent=True)

    def keep(self) -> None:
        """Keep the record that was looked into."""
        if self._candidate is None:
            return
        try:
            kept = keep(self._candidate, self.name.text())
        except ModellerError as error:
            self.note.setText(" ".join(problem_words(problem) for problem in error.problems))
            announce(self, self.note.text(), urgent=True)
            return
        self._candidate = None
        self.reload()
        digests = [None if known is None else known.digest for known in self._kept]
        self.table.selectRow(digests.index(kept.digest))
        self.records_changed.emit()

    def discard(self) -> None:
        """Forget the record that was looked into."""
        self._candidate = self._asked = None
        self.reload()

    # ------------------------------------------------------------ what is done with one

    def use(self) -> None:
        """Project the selected scenario from the selected record; can be undone."""
        scenario = self._session.scenario.replace(record=self.digest)
        kept = self._kept[max(self.table.currentRow(), 0)]
        name = translate("Records", "the shipped record") if kept is None else kept.name
        self._session.replace_scenario(
            scenario, translate("Undo", "projecting from {name}", name=name)
        )
        self.reload()

    def export(self) -> None:
        """Write the selected record in the weekly form."""
        kept = self._kept[max(self.table.currentRow(), 0)]
        name = "shipped" if kept is None else kept.name
        path = self._saving.path(
            self,
            translate("Records", "Export the record"),
            name,
            _FORM,
        )
        if path is None:
            return
        try:
            content = record_for(self.digest, self._session.profile).to_csv().encode()
            write_atomically(path, content)
        except ModellerError as error:
            self._complain(error)

    def remove(self) -> None:
        """Remove the selected record; one that an open scenario is based on stays."""
        if self.digest is None or self._used():
            return
        try:
            remove(self.digest, self._session.profile)
        except ModellerError as error:
            self._complain(error)
            return
        self.reload()
        self.records_changed.emit()
