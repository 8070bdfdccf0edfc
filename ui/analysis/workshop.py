"""A committee's own scenarios side by side: outcomes, levers, and who differs most."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QGuiApplication,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from modeller.analysis.phrases import difference_style, signed
from modeller.analysis.workshop import OUTCOMES, Furthest, Workshop, workshop
from modeller.analysis.workshop_files import Given, gather
from modeller.analysis.workshop_words import (
    furthest_sentences,
    headline,
    left_out_sentences,
    lever_rows,
    lever_span,
    levers_sentence,
    moved_words,
    strip,
)
from modeller.base.language import translatable, translate
from modeller.model.catalogue import Belief, Lever
from modeller.projection import MEDIAN
from modeller.wording.outcomes import HIGH, LOW
from modeller.wording.story import Ranges, Scale, Spread
from ui.analysis.graphic import Graphic
from ui.analysis.panel import AnalysisPanel
from ui.analysis.question import Calculation, Question, live_draws
from ui.analysis.table import AnalysisTable, Cell
from ui.analysis.waterfall import Fall, WaterfallGraphic
from ui.charts.ranges import paint_ranges
from ui.desk.session import Session, shipped
from ui.look.buttons import push_button
from ui.look.combo import combo
from ui.look.file_dialogs import SaveDialog
from ui.look.flow import Flow
from ui.look.style import theme

_ROW = 1.7
"""The fewest lines of text in a row."""
_AROUND = 4
"""Lines of heading and axis."""


class StripGraphic(Graphic[Scale]):
    """Rows of dots with ranges, as high as they need to be read."""

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which every row is legible."""
        line = QFontMetrics(theme().font("note")).height()
        rows = 0 if self.found is None else len(self.found.rows)
        return super().minimumSizeHint().expandedTo(QSize(0, round(line * (_ROW * rows + _AROUND))))

    def draw(self, painter: QPainter, area: QRectF, found: Scale) -> None:
        """Paint into `area`."""
        paint_ranges(painter, Ranges((found,)), area, None)


class WorkshopPanel(AnalysisPanel):
    """Takes files, share codes and the desk; children are "add", "paste", "desk" and "clear".

    Signals
    -------
    briefing_asked
        The `Workshop` is to be a section of a briefing.
    """

    waiting = translatable("Analysis", "Setting the scenarios side by side")
    briefing_asked = Signal(object)
    found: Workshop | None = None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("workshop", session, parent)
        self.dialog = SaveDialog()
        self._sources: tuple[Path | str, ...] = ()
        self._given: tuple[Given, ...] = ()
        self.setAcceptDrops(True)
        row = self._sources_row = Flow(self, gap=8.0)
        self.add_button = push_button(
            "add", translate("Workshop", "Add files…"), row, self.ask_for_files
        )
        self.paste_button = push_button(
            "paste", translate("Workshop", "Paste codes"), row, self.paste
        )
        self.desk_button = push_button(
            "desk", translate("Workshop", "Add those on the desk"), row, self.add_desk
        )
        self.clear_button = push_button("clear", translate("Workshop", "Clear"), row, self.clear)
        self.choosers.addWidget(self._sources_row, 1)
        self.outcome = combo("outcome", translate("Workshop", "Outcome"), self, 10)
        for key in OUTCOMES:
            self.outcome.addItem(session.profile.catalogue.outcomes[key].label, key)
        self.outcome.activated.connect(self._put)
        self.choosers.addWidget(self.outcome)
        self.brief_button = push_button(
            "brief",
            translate("Workshop", "Into a briefing…"),
            row,
            lambda: self.briefing_asked.emit(self.found),
        )
        self.choosers.addWidget(self.brief_button)
        self.strip = StripGraphic("workshop-outcomes", session.profile.catalogue, self)
        self.strip_table = AnalysisTable("workshop-outcomes-table", self)
        self.levers = StripGraphic("workshop-levers", session.profile.catalogue, self)
        self.levers_table = AnalysisTable("workshop-levers-table", self)
        self.waterfall = WaterfallGraphic("waterfall", session.profile.catalogue, self)
        self.waterfall_table = AnalysisTable("workshop-difference-table", self)
        self.add_page(translate("Workshop", "Outcomes"), self.strip, self.strip_table, "")
        self.add_page(translate("Workshop", "Levers"), self.levers, self.levers_table, "")
        self.add_page(
            translate("Workshop", "Who differs most"), self.waterfall, self.waterfall_table, ""
        )
        self._enable()

    # ---- what comes in

    def ask_for_files(self) -> None:
        """Choose any number of files."""
        self.add(self.dialog.several(self, translate("Workshop", "Add files to the workshop")))

    def paste(self) -> None:
        """Take whatever codes are in the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.add((text,))

    def add(self, sources: tuple[Path | str, ...]) -> None:
        """Take files or texts with codes; those that are there already stay once."""
        new = tuple(source for source in dict.fromkeys(sources) if source not in self._sources)
        self._sources = (*self._sources, *new)
        self.refresh()

    def add_desk(self) -> None:
        """Take the scenarios of the desk as they are now."""
        for slot in self.session.desk.slots:
            if all(slot.scenario != given.scenario for given in self._given):
                name = translate("Workshop", "desk, {letter}", letter=slot.letter)
                self._given = (*self._given, Given(name, slot.scenario))
        self.refresh()

    def clear(self) -> None:
        """Forget everything that was taken."""
        self._sources, self._given, self.found = (), (), None
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept dragged files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the dropped files."""
        urls = event.mimeData().urls()
        self.add(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))
        event.acceptProposedAction()

    # ---- the question and its answer

    def question(self) -> Question | None:
        """What was taken; the scenarios on the desk do not count unless they were."""
        if not self._sources and not self._given:
            self.found = None
            self._enable()
            self.say_empty(
                translate("Workshop", "Nothing yet"),
                translate(
                    "Workshop",
                    "Add any number of scenario files, or paste share codes: each person’s own. "
                    "Files can be dropped here.",
                ),
            )
            return None
        profile = self.session.profile
        return Question(
            shipped(profile.about.baseline_scenario, profile),
            self._sources,
            tuple(given.scenario for given in self._given),
        )

    def solve(self, question: Question, calculation: Calculation) -> Workshop:
        """Read and project, in another thread."""
        given, left_out = gather(question.asked, self.session.profile)  # type: ignore[arg-type]
        draws = None if calculation.settled else live_draws(question.scenario)
        return workshop((*self._given, *given), left_out, draws=draws, progress=calculation.report)

    def show_answer(self, _question: Question, answer: Any) -> None:
        """Sentences, strips and tables."""
        self.found = answer
        self._enable()
        self._put()

    def _enable(self) -> None:
        self.brief_button.setEnabled(self.found is not None)
        self.clear_button.setEnabled(bool(self._sources or self._given))

    def footer(self) -> str:
        """What the answer belongs to."""
        found = self.found
        if found is None:
            return ""
        words = translate(
            "Workshop",
            "%n scenario(s) · model {version}",
            n=len(found.entries),
            version=found.scenario.catalogue.version,
        )
        if self._shown is not None and not self._shown[1]:
            return f"{words} · {self.live_words(self._shown[0])}"
        return words

    def _put(self, *_: object) -> None:
        """Show what was found, for the outcome that is chosen."""
        found, outcome = self.found, str(self.outcome.currentData())
        if found is None:
            return
        which = next((each for each in found.furthest if each.outcome == outcome), None)
        sentences = [headline(found, outcome)]
        if which is not None:
            sentences += furthest_sentences(found, which)
        self.finding.setText(" ".join(sentences))
        self.note.setText("\n".join((levers_sentence(found), *left_out_sentences(found))))
        self.body.describe(self.windowTitle())
        self._put_outcomes(found, outcome)
        self._put_levers(found)
        self._put_difference(found, which or next(iter(found.furthest), None))

    def _put_outcomes(self, found: Workshop, outcome: str) -> None:
        scale = strip(found, outcome)
        self.strip.show_found(scale)
        words = {row.label: row.words for row in scale.rows}
        rows: list[tuple[Cell, ...]] = [
            (
                entry.label,
                entry.name,
                entry.fingerprint,
                (words[entry.label], float(entry.totals[outcome][MEDIAN])),
                ("", float(entry.totals[outcome][LOW])),
                ("", float(entry.totals[outcome][HIGH])),
            )
            for entry in found.by_median(outcome)
        ]
        # the ends stand in the figures' own column; in a copy they are columns of their own
        self.strip_table.show_cells(
            (
                translate("Workshop", "Scenario"),
                translate("Workshop", "from"),
                translate("Workshop", "fingerprint"),
                scale.heading,
                translate("Workshop", "1 in 10 below"),
                translate("Workshop", "1 in 10 above"),
            ),
            rows,
        )
        for column in (4, 5):
            self.strip_table.setColumnHidden(column, True)

    def _put_levers(self, found: Workshop) -> None:
        sliders = found.scenario.catalogue.sliders
        rows = []
        for lever in found.moved:
            slider = sliders[lever.key]
            ends = tuple(_share(slider, value) for value in (lever.lowest, lever.highest))
            low, high = lever_span(found, lever)
            moved = moved_words(found, lever)
            words = (
                translate("Workshop", "all at {value}; {moved}", value=high, moved=moved)
                if lever.lowest == lever.highest
                else translate(
                    "Workshop", "{low} to {high}; {moved}", low=low, high=high, moved=moved
                )
            )
            middle = _share(slider, lever.middle)
            rows.append(Spread(lever.label, words, middle, (ends[0], ends[1])))
        self.levers.show_found(
            Scale(
                translate(
                    "Workshop", "Both settings, each on its lever’s own range; how many moved it"
                )
                if len(found.entries) == 2
                else translate(
                    "Workshop",
                    "Lowest, middle and highest, each on its lever’s own range; how many moved it",
                ),
                "",
                tuple(rows),
                percent=True,
            )
        )
        self.levers_table.show_cells(
            (
                translate("Workshop", "Lever or belief"),
                translate("Workshop", "lowest"),
                translate("Workshop", "middle"),
                translate("Workshop", "highest"),
                translate("Workshop", "moved by"),
            ),
            lever_rows(found),
        )

    def _put_difference(self, found: Workshop, which: Furthest | None) -> None:
        """From the scenario in the middle to the one furthest from it, part by part."""
        if which is None:
            self.waterfall.show_falls((), "")
            self.waterfall_table.show_cells((), ())
            return
        declared = found.scenario.catalogue
        ends = [which.found.first, which.found.second]
        written = difference_style(which.found.measure, ends[0], ends[1], declared)
        first, last = found.entries[which.middle].label, found.entries[which.entry].label
        falls = [Fall(first, written.figure(ends[0]), ends[0], ends[0])]
        rows: list[tuple[Cell, ...]] = [(first, (written.figure(ends[0]), ends[0]))]
        place = ends[0]
        for part in sorted(which.found.parts, key=lambda part: -abs(part.contribution)):
            after, size = place + part.contribution, signed(written, part.contribution)
            falls.append(Fall(part.label, size, place, after, part.group))
            rows.append((part.label, (size, part.contribution)))
            place = after
        falls.append(Fall(last, written.figure(ends[1]), ends[1], ends[1]))
        rows.append((last, (written.figure(ends[1]), ends[1])))
        self.waterfall.show_falls(tuple(falls), declared.outcomes[which.outcome].unit)
        self.waterfall_table.show_cells(
            (translate("Workshop", "What differs"), translate("Workshop", "part")), rows
        )


def _share(slider: Lever | Belief, value: float) -> float:
    """Where a value lies on its slider, in per cent of the way; beyond its ends at them."""
    low, high = slider.minimum, slider.maximum
    value = min(max(value, low), high)
    if slider.scale == "log":
        return 100.0 * math.log(value / low) / math.log(high / low)
    return 100.0 * (value - low) / (high - low)
