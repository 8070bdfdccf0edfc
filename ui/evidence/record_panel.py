"""The records the model can be based on: import one, see what it changes, use it, remove it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from modeller.base.dates import short_date
from modeller.base.errors import ModellerError
from modeller.base.formats import formats_of
from modeller.base.language import translatable, translate
from modeller.base.saving import write_atomically
from modeller.records import (
    StoredRecord,
    damaged_records,
    record_for,
    remove,
    stored_records,
)
from modeller.records.posterior_changes import PosteriorChange, posterior_changes
from modeller.wording import EN_DASH, exact_number
from ui.desk.session import Desk, Session
from ui.evidence.import_rows import ProblemsTable
from ui.evidence.places_table import PlacesTable
from ui.evidence.record_picture import RecordPicture, Weeks, blemish_words
from ui.evidence.record_words import change_rows, use_record
from ui.look.figure_table import FigureTable
from ui.look.file_dialogs import SaveDialog
from ui.look.fold import Fold
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column, page_area

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


class RecordPanel(WorkPanel):
    """The shipped record and the user's own, and what each says of the model's numbers.

    `ImportDialog` brings a new one in. Children are named "records", "changes", "problems",
    "import", "use", "export" and "remove".

    Signals
    -------
    import_asked
        A table is to be brought in.
    records_changed
        A record was kept or removed.
    """

    import_asked = Signal()
    records_changed = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, saving: SaveDialog | None = None
    ) -> None:
        super().__init__("records", translate("Records", "Records"), parent)
        self._session = session
        self._saving = saving or SaveDialog()
        self._kept: tuple[StoredRecord | None, ...] = (None,)
        self._compared: dict[str, tuple[PosteriorChange, ...]] = {}
        self.table = FigureTable("records", translate("Records", "Records that can be used"), self)
        self.changes = FigureTable(
            "changes", translate("Records", "What the record says, beside the shipped one"), self
        )
        self.problems = ProblemsTable(self)
        self.places = PlacesTable(session.profile, self)
        self.damaged = RunningText("", self, ink="problem", name="damaged")
        self.heading = RunningText("", self, size="title")
        self.picture = RecordPicture(session.profile.catalogue, self)
        self.blemishes = RunningText("", self, size="note", name="blemishes")
        self.note = RunningText("", self, ink="muted", name="note")
        self.buttons = {
            name: self.button(name, text, does)
            for name, text, does in (
                ("import", translate("Records", "Import a table…"), self.import_asked.emit),
                ("use", translate("Records", "Use for the selected scenario"), self.use),
                ("export", translate("Records", "Export…"), self.export),
                ("remove", translate("Records", "Remove"), self.remove),
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
        row = nested(self.body, QHBoxLayout())
        row.addWidget(self.buttons["remove-damaged"])
        row.addStretch(1)
        page, inside = QWidget(self), QWidget(self)
        rows, folded = column(page), column(inside)
        self.table.show_all_rows()
        rows.addWidget(self.table)
        row = nested(rows, QHBoxLayout())
        for name in ("import", "use", "export", "remove"):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        rows.addWidget(self.heading)
        rows.addWidget(self.note)
        rows.addWidget(self.picture, 1)
        rows.addWidget(self.blemishes)
        rows.addWidget(self.problems)
        folded.addWidget(self.places)
        folded.addWidget(self.changes)
        for table in (self.places.table, self.changes, self.problems):
            table.show_all_rows()
        self.fold = Fold("figures", translate("Records", "The figures"), inside, page)
        rows.addWidget(self.fold)
        self.body.addWidget(page_area(page, self), 1)

    # ------------------------------------------------------------ the list

    @property
    def digest(self) -> str | None:
        """The record that is selected; None for the shipped one."""
        row = max(self.table.currentRow(), 0)
        kept = self._kept[row] if row < len(self._kept) else None
        return None if kept is None else kept.digest

    def reload(self) -> None:
        """List the records anew; a damaged one is named and can be removed."""
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
            last = shipped.last_known_day if kept is None else kept.last_day
            known = shipped if kept is None else kept
            number = int(shipped.deployments.sum()) if kept is None else kept.deployments
            name = translate("Records", "Shipped with the modeller") if kept is None else kept.name
            in_use = here == (None if kept is None else kept.digest)
            rows.append(
                [
                    translate("Records", "{name} · in use", name=name) if in_use else name,
                    known.first_day.isoformat(),
                    last.isoformat(),
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
        if self.shows_content:
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
        if self.isVisible() and self.shows_content:
            self.reload()

    def _chosen(self) -> None:
        """Say which record is selected and what can be done with it."""
        own = self.digest is not None
        self.problems.hide()
        self.fold.show()
        self._draw()
        self.changes.setVisible(own)
        self.places.setVisible(not own)
        self.fold.button.setText(
            translate("Records", "What it makes of the model’s numbers")
            if own
            else translate("Records", "Where the deployments were")
        )
        self.buttons["use"].setEnabled(self._session.scenario.record != self.digest)
        self.buttons["remove"].setEnabled(own and not self._used())
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
                    "rows, or one row for each deployment: date, faces, alerts, false alerts, "
                    "arrests.",
                )
            )

    def _draw(self) -> None:
        """Draw the selected record: one sentence, its weeks, its blemishes in words."""
        profile = self._session.profile
        try:
            record = record_for(self.digest, profile)
        except ModellerError as error:
            self._complain(error)
            return
        known = profile.published.blemishes_of(record)
        weeks = Weeks(record.by_week(), profile.about.record.comparable_from, known)
        self.heading.setText(
            translate(
                "Records",
                "{deployments} deployments and {arrests} arrests in {weeks} weeks, {first} to "
                "{last}",
                deployments=exact_number(int(record.deployments.sum())),
                arrests=exact_number(int(record.arrests.sum())),
                weeks=exact_number(len(weeks.record)),
                first=short_date(record.first_day),
                last=short_date(record.last_known_day),
            )
        )
        self.picture.show()
        self.picture.set_weeks(weeks)
        self.blemishes.setVisible(bool(known))
        self.blemishes.setText(
            "\n".join(blemish_words(number, each) for number, each in enumerate(known, start=1))
        )
        self.footer.setText(translate("Records", "Record {digest}", digest=record.digest[:12]))

    def _used(self) -> bool:
        return any(slot.scenario.record == self.digest for slot in self._session.desk.slots)

    def _compare(self, digest: str) -> None:
        """Show what a record changes; it is calibrated once, in the background."""
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

    def show_kept(self, digest: str) -> None:
        """Select a record that was just kept."""
        self.reload()
        digests = [None if known is None else known.digest for known in self._kept]
        self.table.selectRow(digests.index(digest))
        self.records_changed.emit()

    def _complain(self, error: ModellerError) -> None:
        """List all that is wrong."""
        number = len(error.problems)
        where = translate("Records", "the record")
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
        self.note.setText("")
        self.problems.show_problems(error.problems)
        for widget in (self.fold, self.picture, self.blemishes):
            widget.hide()
        self.problems.show()
        announce(self, self.heading.text(), urgent=True)

    # ------------------------------------------------------------ what is done with one

    def use(self) -> None:
        """Base the selected scenario on the selected record; this can be undone."""
        kept = self._kept[max(self.table.currentRow(), 0)]
        name = translate("Records", "the shipped record") if kept is None else kept.name
        use_record(self._session, self.digest, name)
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
        """Remove the selected record, unless an open scenario is based on it."""
        if self.digest is None or self._used():
            return
        try:
            remove(self.digest, self._session.profile)
        except ModellerError as error:
            self._complain(error)
            return
        self.reload()
        self.records_changed.emit()
