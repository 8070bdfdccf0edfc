"""The grid's content: scenarios as columns, levers and beliefs as rows, over the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from modeller.base.errors import ModellerError, Problem
from modeller.base.language import lower_first, translatable, translate
from modeller.base.typed_numbers import rounded, whole_number
from modeller.model.catalogue import Belief
from modeller.profiles import Profile
from modeller.records import catalogue_at_hand
from modeller.scenario import Scenario
from modeller.scenario.places import AS_RECORDED, PlaceMix
from modeller.scenario.setting import BeliefSetting, Schedule, Setting
from modeller.wording import Projected, as_english, middle_and_range, read_typed_setting
from modeller.wording.glance import delivered_figures
from ui.desk.session import Desk, Session, Slot
from ui.look.quantity import bare_text, value_text
from ui.look.running_text import plain_tip
from ui.look.style import Kind, theme
from ui.scenarios.differences import item_words
from ui.scenarios.scenario_details import RUN

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY, _EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole

CHANGED_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether the cell differs from the baseline's."""

RESULT_ROLE = Qt.ItemDataRole.UserRole + 3
"""`RESULT` for a result, which can be read but not written."""
RESULT = "result"

RESULTS = (
    "arrests",
    "false_alerts",
    "faces_scanned",
    "cost",
    "share_of_plan_delivered",
    "deployments",
)
"""The outcomes above the inputs."""
_GROUPS: tuple[tuple[Kind, str], ...] = (
    ("choice", translatable("Levers", "Choices")),
    ("circumstance", translatable("Levers", "Circumstances")),
    ("belief", translatable("Levers", "Beliefs")),
)


Value: TypeAlias = Setting | PlaceMix
"""What a cell holds."""
_RECORDED = PlaceMix(((AS_RECORDED, 1.0),))


@dataclass(frozen=True)
class Row:
    """A result, a lever or belief, the mix of places, a setting of the run, or a group's name."""

    what: Literal["group", "result", "slider", "places", "run"]
    key: str
    label: str
    kind: Kind | None = None


def grid_rows(profile: Profile) -> tuple[Row, ...]:
    """All rows, each group under its name; results above inputs."""
    catalogue = profile.catalogue
    rows = [Row("group", "Results", translate("Grid", "Results"))]
    rows += [Row("result", key, catalogue.outcomes[key].label) for key in RESULTS]
    for kind, name in _GROUPS:
        rows.append(Row("group", name, translate("Levers", name), kind))
        rows += [
            Row("slider", key, slider.label, kind)
            for key, slider in catalogue.sliders.items()
            if slider.kind == kind
        ]
        if kind == "choice" and profile.tiles:
            rows.append(Row("places", "places", translate("Difference", "Places"), kind))
    rows.append(Row("group", "Run", translate("Grid", "Run")))
    return (*rows, *(Row("run", key, translate("Scenario details", RUN[key])) for key in RUN))


def result_words(result: Projected, key: str) -> str:
    """A result with its range; the share of the plan delivered is in per cent."""
    if key == "share_of_plan_delivered":
        return delivered_figures(result)
    return middle_and_range(result, key)


def cell_words(key: str, setting: Value, profile: Profile) -> str:
    """The text of a cell: a schedule as short as its lever writes it, ``4 → 7 a week``."""
    slider = profile.catalogue.sliders.get(key)
    if slider is None or not isinstance(setting, Schedule) or len(setting.steps) < 2:
        return item_words(key, setting, profile)
    *before, last = (step.value for step in setting.steps)
    return " → ".join((*(bare_text(slider, value) for value in before), value_text(slider, last)))


def typed_words(key: str, setting: Value, profile: Profile) -> str:
    """The text of a cell while it is edited; empty for a schedule, which is not typed."""
    if isinstance(setting, Schedule):
        return ""
    if isinstance(setting, PlaceMix):
        return str(setting)
    return item_words(key, setting, profile)


class GridModel(QAbstractTableModel):
    """Reads the session's desk; writing to a cell is a step that can be undone.

    Signals
    -------
    refused
        What was typed cannot be used (a `ModellerError`); the cell keeps its value.
    """

    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self.rows = grid_rows(session.profile)
        session.desk_changed.connect(self._take)
        session.results_changed.connect(self._results_changed)

    # ---- shape

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Levers, beliefs, run and groups."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column for each scenario."""
        return 0 if parent.isValid() else len(self._desk.slots)

    def slot(self, column: int) -> Slot:
        """The scenario of a column."""
        return self._desk.slots[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Scenarios above, levers and beliefs at the left."""
        if orientation == Qt.Orientation.Horizontal:
            if section >= len(self._desk.slots):
                return None
            slot = self._desk.slots[section]
            if role == _DISPLAY:
                named = f"{slot.letter}  {slot.scenario.name}"
                called = translate("Scenarios", "baseline")
                if slot.letter != self._desk.baseline or slot.scenario.name.lower() == called:
                    return named
                return "\n".join((named, translate("Scenarios", "baseline")))
            if role == Qt.ItemDataRole.ToolTipRole:
                return slot.scenario.name
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(theme().colours.scenario_text(slot.letter))
        else:
            row = self.rows[section]
            if role == _DISPLAY:
                return row.label
            if role == Qt.ItemDataRole.FontRole:
                return theme().font("body", bold=row.what == "group")
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(theme().colours.ink)
            if role == Qt.ItemDataRole.ToolTipRole and row.what == "slider":
                return self._session.profile.catalogue.sliders[row.key].help
            if role == Qt.ItemDataRole.ToolTipRole and row.what == "result":
                return self._session.profile.catalogue.outcomes[row.key].help
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Levers, beliefs and run can be written over; results can be read and copied."""
        what = self.rows[index.row()].what if index.isValid() else "group"
        if what == "group":
            return Qt.ItemFlag.NoItemFlags
        if what == "result":
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    # ---- content

    def value(self, row: Row, scenario: Scenario) -> Value | None:
        """A scenario's setting in a row; None in the row of a group or a result."""
        if row.what in ("group", "result"):
            return None
        if row.what == "run":
            return int(getattr(scenario, row.key))
        if row.what == "places":
            return scenario.places or _RECORDED
        return scenario.setting(row.key, catalogue_at_hand(scenario.record, scenario.profile))

    def changed(self, row: int, column: int) -> bool:
        """Whether the cell differs from the baseline's."""
        return self._value_at(row, column) != self.value(
            self.rows[row], self._desk.slot(self._desk.baseline).scenario
        )

    def differs(self, row: int) -> bool:
        """Whether the scenarios differ in a row; results always count as differing."""
        if self.rows[row].what == "result":
            return True
        first = self._value_at(row, 0)
        return any(self._value_at(row, column) != first for column in range(self.columnCount()))

    def _value_at(self, row: int, column: int) -> Value | None:
        return self.value(self.rows[row], self._desk.slots[column].scenario)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The cell's text, alignment, and whether it is changed."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        value = self._value_at(row, column)
        entry = self.rows[row]
        if entry.what == "result":
            return self._result_data(entry, self.slot(column), role)
        if value is None:
            return None
        if role == _DISPLAY:
            return cell_words(entry.key, value, self._session.profile)
        if role == _EDIT:
            return typed_words(entry.key, value, self._session.profile)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        changed = self.changed(row, column)
        if role == CHANGED_ROLE:
            return changed
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("body", bold=changed)
        baseline = self._desk.slot(self._desk.baseline)
        there = item_words(entry.key, self.value(entry, baseline.scenario), self._session.profile)
        if role == Qt.ItemDataRole.ToolTipRole:
            if not changed:
                return None
            here = item_words(entry.key, value, self._session.profile)
            other = translate(
                "Grid", "{title} has {there}", title=baseline.scenario.name, there=there
            )
            return plain_tip(f"{here}\n{other}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = f"{entry.label}, {self.slot(column).scenario.name}"
            said = item_words(entry.key, value, self._session.profile)
            words = translate("List", "{name}: {text}", name=name, text=said)
            return (
                translate("Grid", "{words}, changed from {there}", words=words, there=there)
                if changed
                else words
            )
        return None

    def _result_data(self, entry: Row, slot: Slot, role: int) -> Any:
        result = self._session.results.get(slot.letter)
        if role in (_DISPLAY, Qt.ItemDataRole.AccessibleTextRole):
            words = "…" if result is None else result_words(result, entry.key)
            if role == _DISPLAY:
                return words
            name = f"{entry.label}, {slot.scenario.name}"
            return translate("List", "{name}: {text}", name=name, text=words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate(
                "Grid",
                "Over {weeks} weeks; in brackets where 8 of 10 futures lie",
                weeks=slot.scenario.weeks,
            )
        return RESULT if role == RESULT_ROLE else None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Read what was typed and put it into the scenario, as one step."""
        if role != _EDIT or not index.isValid():
            return False
        entry, slot = self.rows[index.row()], self.slot(index.column())
        before = self.value(entry, slot.scenario)
        text = str(value)
        if before is None or text == typed_words(entry.key, before, self._session.profile):
            return False
        try:
            scenario = self._with_typed(entry, slot.scenario, text)
        except ModellerError as error:
            self.refused.emit(error)
            return False
        words = translate(
            "Undo",
            "setting {lever} of {title}",
            lever=lower_first(entry.label),
            title=slot.scenario.name,
        )
        self._session.replace_scenario(scenario, words, slot.letter)
        return True

    def _with_typed(self, entry: Row, scenario: Scenario, text: str) -> Scenario:
        if entry.what == "run":
            typed = whole_number(as_english(text))
            if typed is None:
                raise ModellerError(
                    Problem(
                        entry.label,
                        translate("Grid", "is “{typed}”", typed=text[:40]),
                        translate("Grid", "type a whole number"),
                    )
                )
            return scenario.replace(**{entry.key: typed})
        if entry.what == "places":
            return scenario.replace(places=text)
        slider = scenario.catalogue.sliders[entry.key]
        raw = read_typed_setting(text, slider)
        now = scenario.setting(entry.key)
        if isinstance(slider, Belief) and isinstance(raw, int | float):
            assert isinstance(now, BeliefSetting)
            raw = {"central": raw, "spread": now.spread}  # a bare number keeps the spread
        if slider.counted_in.is_share:
            raw = _percent(raw)
        return scenario.with_setting(entry.key, raw)  # type: ignore[arg-type]

    def reset(self, index: Index) -> None:
        """Put a cell back to the catalogue's value."""
        entry, slot = self.rows[index.row()], self.slot(index.column())
        words = translate(
            "Undo",
            "resetting {lever} of {title}",
            lever=lower_first(entry.label),
            title=slot.scenario.name,
        )
        if entry.what == "slider":
            self._session.reset((entry.key,), words, slot.letter)
        elif entry.what == "places":
            self._session.replace_scenario(slot.scenario.with_places(None), words, slot.letter)

    def _results_changed(self) -> None:
        """Show newer figures, unless a lever is being dragged, when nobody reads a table."""
        if not self._session.dragging and self.columnCount():
            first, last = self.index(1, 0), self.index(len(RESULTS), self.columnCount() - 1)
            self.dataChanged.emit(first, last)

    def _take(self, desk: Desk) -> None:
        same = [slot.document for slot in desk.slots] == [
            slot.document for slot in self._desk.slots
        ]
        if not same:
            self.beginResetModel()
            self._desk = desk
            self.endResetModel()
            return
        self._desk = desk
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)


def _percent(raw: object) -> object:
    """89 for a share means 89 %, as on a lever."""
    if isinstance(raw, dict):
        return {**raw, "central": _percent(raw["central"])}
    return rounded(raw / 100) if isinstance(raw, int | float) and raw > 1 else raw


class DifferingRows(QSortFilterProxyModel):
    """Only the rows in which the scenarios differ, and the names of their groups; or all."""

    def __init__(self, model: GridModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.only_differing = False
        self.setSourceModel(model)
        model.dataChanged.connect(self._refilter)

    def set_only_differing(self, only: bool) -> None:
        """Show only the rows that differ, or all of them."""
        self.only_differing = only
        self.invalidate()

    def _refilter(self) -> None:
        if self.only_differing:
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Keep a group's name as long as one of its rows is kept."""
        if not self.only_differing:
            return True
        rows = self._model.rows
        if rows[source_row].what != "group":
            return self._model.differs(source_row)
        for row in range(source_row + 1, len(rows)):
            if rows[row].what == "group":
                break
            if self._model.differs(row):
                return True
        return False
