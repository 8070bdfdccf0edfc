"""Projections locked in advance: lock one, see how they did, check that none was altered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import translatable, translate, upper_first
from modeller.ledger import (
    Entry,
    EntryScore,
    LedgerScore,
    LedgerState,
    OutcomeScore,
    lock_projection,
    score_ledger,
    verify_ledger,
)
from modeller.model.catalogue import Catalogue
from modeller.projection import Projection
from modeller.records import record_for, record_label, stored_records
from modeller.wording import exact_number, style_for
from ui.desk.session import Session, Slot
from ui.evidence.promises import PromisesPicture, kept_words
from ui.look.combo import choose, combo
from ui.look.figure_table import FigureTable
from ui.look.fold import Fold
from ui.look.layouts import nested
from ui.look.notices import announce, problem_words
from ui.look.running_text import RunningText, plain_tip
from ui.work.background import Report
from ui.work.work_panel import WorkPanel, column, page_area

_COLUMNS = (
    translatable("Ledger", "Entry"),
    translatable("Ledger", "Locked (UTC)"),
    translatable("Ledger", "Fingerprint"),
    translatable("Ledger", "From week of"),
    translatable("Ledger", "Weeks"),
    translatable("Ledger", "Known"),
)
_SCORES = (
    translatable("Ledger", "Outcome"),
    translatable("Ledger", "Happened"),
    translatable("Ledger", "Median"),
    translatable("Ledger", "80 % band"),
    translatable("Ledger", "Where the total lies"),
    translatable("Ledger", "Weeks inside 80 %"),
)
SettledOf = Callable[[Slot], Projection | None]


def verdict(score: OutcomeScore) -> str:
    """Whether the total lies inside the bands."""
    if score.inside_50:
        return translate("Ledger", "inside 50 % and 80 %")
    return (
        translate("Ledger", "inside 80 %")
        if score.inside_80
        else translate("Ledger", "outside 80 %")
    )


def score_rows(scored: EntryScore, declared: Catalogue) -> list[list[str]]:
    """One line for each outcome: what was said of the total so far, and what happened."""
    labels = {key: found.label for key, found in declared.outcomes.items()}
    rows = []
    for score in scored.outcomes:
        style = style_for("", score.low_80, score.high_80, whole=True)
        held = round(score.weeks_inside_80 * scored.weeks_known)
        rows.append(
            [
                labels[score.outcome],
                exact_number(score.observed),
                style.figure(score.median),
                style.range(score.low_80, score.high_80),
                verdict(score),
                translate("Ledger", "{held} of {weeks}", held=held, weeks=scored.weeks_known),
            ]
        )
    return rows


def running_words(found: LedgerScore, declared: Catalogue) -> str:
    """How often totals have been inside their bands so far."""
    labels = {key: entry.label for key, entry in declared.outcomes.items()}
    counted = [line for line in found.running if line.entries]
    if not counted:
        return translate(
            "Ledger",
            "None of the locked weeks is in the {record} yet.",
            record=found.record_label,
        )
    parts = [
        translate(
            "Ledger",
            "{outcome} {inside_80} of {entries} (50 %: {inside_50})",
            outcome=labels[line.outcome],
            inside_80=line.inside_80,
            entries=line.entries,
            inside_50=line.inside_50,
        )
        for line in counted
    ]
    return translate(
        "Ledger",
        "Inside the 80 % band so far, against the {record}: {totals}. Entries "
        "that cover the same weeks are not independent.",
        record=found.record_label,
        totals=translate("List", "; ").join(parts),
    )


class LedgerPanel(WorkPanel):
    """The ledger's entries and their scores.

    Children are named "entries", "scores", "state", "running", "lock", "verify" and
    "copy-digest".
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        settled_of: SettledOf,
        path: Path | None = None,
    ) -> None:
        super().__init__("ledger", translate("Ledger", "Projection ledger"), parent)
        self._session = session
        self._settled_of = settled_of
        self._path = path
        self.score: LedgerScore | None = None
        self.kept = RunningText("", self, size="title", name="kept")
        self.promises = PromisesPicture(session.profile.catalogue, self)
        self.where = RunningText("", self, size="note", ink="muted", name="where")
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = RunningText("", self, ink="muted", name="state")
        self.running = RunningText("", self, ink="muted", name="running")
        self.entries = FigureTable("entries", translate("Ledger", "Locked projections"), self)
        self.scores = FigureTable("scores", translate("Ledger", "How the selected one did"), self)
        self.heading = RunningText("", self, size="title")
        self.lock_button = self.button(
            "lock", translate("Ledger", "Lock this projection"), self.lock
        )
        self.verify_button = self.button(
            "verify", translate("Ledger", "Check the ledger"), self.reload
        )
        self.copy_button = self.button(
            "copy-digest", translate("Ledger", "Copy the last digest"), self._copy
        )
        self.copy_button.setToolTip(
            translate(
                "Ledger",
                "Kept elsewhere, it reveals even a ledger that was rewritten from the start",
            )
        )
        self.against = combo("against", translate("Ledger", "Record to score against"), self)
        self._fill_records(session.scenario.record)
        self._last_digest = ""
        self._build()
        self.against.activated.connect(self.reload)
        self.entries.itemSelectionChanged.connect(self._show_scores)
        self.promises.chosen.connect(self.entries.selectRow)
        session.desk_changed.connect(self._name_lock)
        session.results_changed.connect(self._name_lock)
        self.resize_to(900, 680)
        self.reload()

    def _build(self) -> None:
        page, inside = QWidget(self), QWidget(self)
        rows, folded = column(page), column(inside)
        rows.addWidget(self.kept)
        rows.addWidget(self.state)
        row = nested(rows, QHBoxLayout())
        for button in (self.lock_button, self.verify_button):
            row.addWidget(button)
        row.addStretch(1)
        label = QLabel(translate("Ledger", "Scored against"), self)
        label.setBuddy(self.against)
        row.addWidget(label)
        row.addWidget(self.against)
        rows.addWidget(self.promises)
        for table in (self.entries, self.scores):
            table.show_all_rows()
        folded.addWidget(self.entries)
        folded.addWidget(self.heading)
        folded.addWidget(self.scores)
        folded.addWidget(self.running)
        folded.addWidget(self.where)
        folded.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold = Fold("ledger-itself", translate("Ledger", "The ledger itself"), inside, page)
        rows.addWidget(self.fold)
        rows.addStretch(1)
        self.body.addWidget(page_area(page, self), 1)

    def _fill_records(self, chosen: str | None) -> None:
        """Offer every record that is kept; one that was imported meanwhile, too."""
        try:
            stored = stored_records(self._session.profile)
        except ModellerError:  # the panel of records names it and can remove it
            stored = ()
        self.against.clear()
        shipped = self._session.profile.record.label
        self.against.addItem(upper_first(shipped), None)
        for kept in stored:
            self.against.addItem(kept.label, kept.digest)
        choose(self.against, chosen)

    # ------------------------------------------------------------ reading

    def reload(self) -> None:
        """Check the whole ledger, and score it against the record that is chosen."""
        digest, path = self.against.currentData(), self._path
        profile = self._session.profile
        self._fill_records(digest)
        digest = self.against.currentData()

        def work(report: Report) -> tuple[LedgerState, LedgerScore]:
            state = verify_ledger(path)
            report(0.5)
            return state, score_ledger(state.entries, record_for(digest, profile))

        self.start(translate("Ledger", "Checking the ledger …"), work, self._take)

    def _take(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        state, self.score = answer
        assert isinstance(state, LedgerState)
        self._last_digest = state.last_digest
        self.copy_button.setEnabled(bool(state.entries))
        self.state.set_ink("muted" if state.sound else "problem")
        if state.sound and not state.entries:
            self.state.setText(
                translate(
                    "Ledger",
                    "Nothing has been locked yet. A locked projection cannot be changed "
                    "afterwards without a trace: come back later and see how it did.",
                )
            )
        elif state.sound:
            count = len(state.entries)
            self.state.setText(
                translate("Ledger", "Sound: 1 entry, none altered, none missing.")
                if count == 1
                else translate(
                    "Ledger",
                    "Sound: {count} entries, none altered, none missing.",
                    count=exact_number(count),
                )
            )
            if state.doubts:
                self.state.set_ink("problem")
                self.state.setText(" ".join((self.state.text(), *state.doubts)))
        else:
            words = " ".join(problem_words(problem) for problem in state.problems)
            self.state.setText(translate("Ledger", "Damaged: {words}", words=words))
            announce(self, self.state.text(), urgent=True)
        scored = {found.entry.number: found for found in self.score.entries}
        self.entries.fill(
            tuple(translate("Ledger", head) for head in _COLUMNS),
            [self._row(entry, scored[entry.number]) for entry in state.entries],
            figures=(4, 5),
        )
        self.running.setText(
            running_words(self.score, self._session.profile.catalogue) if state.entries else ""
        )
        self.kept.setText(
            kept_words(self.score) or translate("Ledger", "No promise has been locked yet.")
        )
        self.promises.setVisible(bool(self.score.entries))
        self.promises.set_promises(self.score.entries)
        self.where.setText(
            translate(
                "Ledger",
                "Kept in {path}. Last digest: {digest} …",
                path=state.path,
                digest=state.last_digest[:12],
            )
            if state.entries
            else translate("Ledger", "Will be kept in {path}.", path=state.path)
        )
        if state.entries:
            self.entries.selectRow(len(state.entries) - 1)
        self._show_scores()
        self._sound = state.sound
        self._name_lock()

    _sound = True

    def _row(self, entry: Entry, scored: EntryScore) -> list[str]:
        return [
            f"{entry.number}. {entry.title}",
            f"{entry.locked:%Y-%m-%d %H:%M}",
            entry.fingerprint,
            entry.first_week.isoformat(),
            str(entry.weeks),
            str(scored.weeks_known),
        ]

    def _show_scores(self) -> None:
        row = self.entries.currentRow()
        if self.score is None or not 0 <= row < len(self.score.entries):
            self.heading.setText("")
            self.scores.fill(tuple(translate("Ledger", head) for head in _SCORES), [])
            return
        scored = self.score.entries[row]
        if scored.outcomes:
            words = translate(
                "Ledger",
                "{known} of {weeks} weeks known",
                known=scored.weeks_known,
                weeks=scored.entry.weeks,
            )
        else:
            words = translate("Ledger", "none of its weeks is in the record yet")
        self.heading.setText(
            translate("List", "{name}: {text}", name=scored.entry.title, text=words)
        )
        self.scores.fill(
            tuple(translate("Ledger", head) for head in _SCORES),
            score_rows(scored, self._session.profile.catalogue),
            figures=(1, 2, 3, 5),
        )

    # ------------------------------------------------------------ locking

    def _name_lock(self, _desk: object = None) -> None:
        """Name the lock button: locking needs a settled projection and a sound ledger."""
        slot = self._session.desk.current
        ready = self._settled_of(slot) is not None
        self.lock_button.setText(
            translate(
                "Ledger", "Lock {letter} {title}", letter=slot.letter, title=slot.scenario.name
            )[:60].replace("&", "&&")
        )
        self.lock_button.setToolTip(
            translate(
                "Ledger",
                "{fingerprint}, on the {record}",
                fingerprint=slot.scenario.fingerprint,
                record=plain_tip(self._label(slot)),
            )
            if ready
            else translate("Ledger", "Waiting for the settled projection")
        )
        self.lock_button.setEnabled(ready and self._sound)

    def _label(self, slot: Slot) -> str:
        try:
            return record_label(slot.scenario.record, slot.scenario.profile)
        except ModellerError:
            return translate("Ledger", "record that is not kept here")

    def lock(self) -> None:
        """Append the projection of the selected scenario."""
        projection = self._settled_of(self._session.desk.current)
        if projection is None:
            return
        try:
            entry = lock_projection(projection, self._path)
        except ModellerError as error:
            self.show_error(error, translate("Ledger", "Back"), self.reload)
            return
        announce(self, translate("Ledger", "Locked as entry {number}", number=entry.number))
        self.reload()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._last_digest)
