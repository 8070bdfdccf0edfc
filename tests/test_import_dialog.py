"""A table is looked into in the window as in the command line, and kept whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from modeller.base import clock
from modeller.ledger import lock_projection
from modeller.projection import project
from modeller.records.layouts import fields
from modeller.records.words import field_words
from modeller.scenario import Scenario
from tests.met import folder, shipped_record, stored_records
from ui.desk.session import Desk, Session, new_slot
from ui.evidence.import_dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HEAD = "date,faces,alerts,false_alerts,arrests\n"
END = shipped_record().last_day
MONDAY = END + timedelta(days=1)
"""The first day after the shipped record's last week."""


@pytest.fixture(autouse=True)
def a_later_day():
    """Two months after the shipped record ends: newer weeks are no future then."""
    with clock.standing_still(datetime(2026, 6, 22, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def session(qapp):
    plan = Scenario(title="Plan", changes={"deployments_per_week": 10.0}, draws=200, weeks=13)
    return Session(Desk((new_slot("A", plan),), "A", "A"))


@pytest.fixture
def dialog(session, qtbot, tmp_path):
    one = ImportDialog(session, ledger=tmp_path / "ledger.jsonl")
    one.show()
    yield one
    one.close()
    one.deleteLater()
    QApplication.processEvents()


def day(number: int) -> str:
    return (MONDAY + timedelta(days=number)).isoformat()


def newer(*, days=(0, 2, 4, 8, 10, 15), repeated=False) -> str:
    rows = [f"{day(n)},{9_000 + 37 * n},{8 + n % 3},1,{3 + n % 2}\n" for n in days]
    return HEAD + "".join(rows) + (rows[-1] if repeated else "")


def looked_into(qtbot, dialog, text: str) -> None:
    """Paste a table, and wait until what it is taken as stands there."""
    QGuiApplication.clipboard().setText(text)
    dialog.buttons["paste"].click()
    at_rest(qtbot, dialog)


def at_rest(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: not dialog.background.busy, timeout=60_000)


def part(dialog, kind, name):
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def choose(qtbot, combo: QComboBox, data: str) -> None:
    place = combo.findData(data)
    assert place >= 0, data
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_that_before_a_table_is_there_nothing_can_be_kept(dialog):
    assert dialog.buttons["choose"].isVisible()
    assert "paste it, or drop it here" in dialog.state.text()
    assert dialog.state.isVisible()
    assert not dialog.buttons["keep"].isEnabled()
    assert not dialog.pages.isVisible()
    dialog.keep()
    assert stored_records() == ()


def test_that_an_empty_clipboard_is_said(dialog):
    QGuiApplication.clipboard().clear()
    dialog.buttons["paste"].click()
    assert "no table on the clipboard" in dialog.state.text()


def test_that_newer_rows_are_added_to_the_record_in_use_and_kept(session, qtbot, dialog):
    looked_into(qtbot, dialog, newer())
    assert dialog.state.text() == (
        "Added to the record to 17 Apr 2026: 3 new weeks. Nothing is kept yet."
    )
    assert dialog.standing.currentData() == "shipped"
    assert len(dialog.changes.table.texts()) == 7  # each calibrated number
    assert stored_records() == ()
    dialog.name.setText("To May")
    dialog.buttons["keep"].click()
    (kept,) = stored_records()
    assert kept.name == "To May"
    assert kept.deployments == int(shipped_record().deployments.sum()) + 6
    dialog.buttons["use"].click()
    assert session.scenario.record == kept.digest
    assert dialog.state.text() == f"“To May” is now behind A {session.scenario.name}."
    session.undo_stack.undo()
    assert session.scenario.record is None
    session.add(session.scenario)
    session.choose("A")
    dialog.use()
    assert "part of any difference from them comes from the records" in dialog.state.text()


def test_that_rows_go_to_the_record_of_the_selected_scenario(session, qtbot, dialog):
    looked_into(qtbot, dialog, newer(days=(0, 2)))
    dialog.buttons["keep"].click()
    (first,) = stored_records()
    session.replace_scenario(session.scenario.replace(record=first.digest), "another record")
    looked_into(qtbot, dialog, newer(days=(8, 10)))
    assert dialog.standing.currentData() == first.digest
    assert dialog.planned.record.deployments.sum() == first.deployments + 2


def test_that_rows_can_stand_alone_instead(qtbot, dialog):
    looked_into(qtbot, dialog, newer())
    choose(qtbot, dialog.standing, "alone")
    at_rest(qtbot, dialog)
    assert dialog.state.text().startswith("On its own: 3 weeks with a row")
    dialog.buttons["keep"].click()
    assert [kept.deployments for kept in stored_records()] == [6]


def test_that_each_unusual_thing_is_confirmed_by_itself(qtbot, dialog):
    looked_into(qtbot, dialog, newer(repeated=True) + "Total,1,1,1,1\n")
    assert dialog.state.text().endswith("2 things to be confirmed before it can be kept.")
    assert not dialog.buttons["keep"].isEnabled()
    assert dialog.pages.tabText(2) == "To confirm (2)"
    part(dialog, QAbstractButton, "totals").click()
    at_rest(qtbot, dialog)
    assert not dialog.buttons["keep"].isEnabled()
    part(dialog, QAbstractButton, "duplicates-counted").click()
    at_rest(qtbot, dialog)
    assert dialog.buttons["keep"].isEnabled()
    part(dialog, QAbstractButton, "duplicates").click()
    at_rest(qtbot, dialog)
    part(dialog, QAbstractButton, "totals").click()  # taken back
    at_rest(qtbot, dialog)
    assert not dialog.buttons["keep"].isEnabled()
    part(dialog, QAbstractButton, "totals").click()
    at_rest(qtbot, dialog)
    dialog.buttons["keep"].click()
    (kept,) = stored_records()
    assert kept.deployments == int(shipped_record().deployments.sum()) + 6


def test_that_answers_given_in_haste_all_count(qtbot, dialog):
    looked_into(qtbot, dialog, newer(repeated=True) + "Total,1,1,1,1\n")
    part(dialog, QAbstractButton, "totals").click()
    part(dialog, QAbstractButton, "duplicates").click()  # before the first is looked into
    at_rest(qtbot, dialog)
    assert dialog.buttons["keep"].isEnabled()


def test_that_what_is_unusual_can_be_answered_beside_what_is_wrong(qtbot, dialog):
    looked_into(qtbot, dialog, newer() + f"{day(20)},many,7,1,2\nTotal,1,1,1,1\n")
    assert dialog.planned is None
    part(dialog, QAbstractButton, "totals").click()
    at_rest(qtbot, dialog)
    assert part(dialog, QAbstractButton, "totals").isChecked()


def test_that_the_focus_stays_on_what_was_answered(qtbot, dialog):
    looked_into(qtbot, dialog, newer(repeated=True) + "Total,1,1,1,1\n")
    dialog.pages.setCurrentIndex(2)
    box = part(dialog, QAbstractButton, "totals")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.click()
    at_rest(qtbot, dialog)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "totals"


def test_that_a_column_is_chosen_and_remembered_for_the_next_table(qtbot, dialog):
    foreign = newer().replace("faces", "Têtes").replace("arrests", "Interpellations")
    looked_into(qtbot, dialog, foreign)
    assert not dialog.buttons["keep"].isEnabled()
    assert dialog.pages.tabText(1) == "Wrong (2)"
    choose(qtbot, part(dialog, QComboBox, "column 1"), "faces")
    at_rest(qtbot, dialog)
    choose(qtbot, part(dialog, QComboBox, "column 4"), "arrests")
    at_rest(qtbot, dialog)
    dialog.buttons["keep"].click()
    assert len(stored_records()) == 1
    looked_into(qtbot, dialog, foreign.replace("9,", "8,"))
    assert dialog.buttons["keep"].isEnabled()
    assert "as you chose for such a table before" in dialog.columns.notes.text()


def test_that_a_table_in_another_language_can_be_mapped_whole(qtbot, dialog):
    head = "jour,têtes,alertes,fausses,interpellations\n"
    looked_into(qtbot, dialog, newer().replace(HEAD, head))
    for row, field in enumerate(("date", "faces", "alerts", "false_alerts", "arrests")):
        choose(qtbot, part(dialog, QComboBox, f"column {row}"), field)
        at_rest(qtbot, dialog)
    assert dialog.buttons["keep"].isEnabled()


def test_that_a_cell_without_a_figure_is_read_as_the_number_given(qtbot, dialog):
    text = newer(days=(0, 2, 4)) + f"{day(8)},9000,7,1,<5\n"
    looked_into(qtbot, dialog, text)
    number = part(dialog, QLineEdit, "read <5")
    number.setText("2")
    number.editingFinished.emit()
    at_rest(qtbot, dialog)
    assert dialog.buttons["keep"].isEnabled()
    assert int(dialog.planned.record.arrests[-1]) == 2


def test_that_a_place_is_chosen_and_remembered(qtbot, dialog):
    text = HEAD.replace("date", "date,place") + "".join(
        f"{day(n)},The Old Market,9000,8,1,3\n" for n in (0, 2, 4)
    )
    looked_into(qtbot, dialog, text)
    combo = part(dialog, QComboBox, "place 0")
    assert combo.currentText() == "Not known: kept as it is"
    place = combo.findText("Camden")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    at_rest(qtbot, dialog)
    assert {match.borough for match in dialog.planned.places} == {"Camden"}
    dialog.buttons["keep"].click()
    assert "Camden" in (folder() / "places.json").read_text("utf-8")


def test_that_weeks_with_other_figures_are_shown_and_asked_about(qtbot, dialog):
    week = shipped_record().week_starting[-1].astype(object)
    looked_into(qtbot, dialog, newer(days=(0, 2)) + f"{week.isoformat()},900,8,1,3\n")
    ((words, done),) = dialog.rows.changed.texts()
    assert words.startswith(f"{week.day} ")
    assert "→" in words
    assert done == "to be confirmed"
    part(dialog, QAbstractButton, "overlap-kept").click()
    at_rest(qtbot, dialog)
    part(dialog, QAbstractButton, "out-of-order").click()
    at_rest(qtbot, dialog)
    record = dialog.planned.record
    assert record.until(week + timedelta(days=7)).totals() == shipped_record().totals()


def test_that_the_ledger_is_scored_in_the_same_step(qtbot, dialog, tmp_path):
    with clock.standing_still(datetime(2026, 4, 20, 9, 30, tzinfo=UTC)):
        scenario = Scenario(title="Locked", draws=200, weeks=4)
        lock_projection(project(scenario), tmp_path / "ledger.jsonl")
    looked_into(qtbot, dialog, newer())
    dialog.buttons["keep"].click()
    assert "The ledger is scored on its weeks" in dialog.state.text()
    rows = dialog.changes.scores.texts()
    assert {row[0] for row in rows} == {"1"}
    assert {row[1] for row in rows} >= {"Faces scanned", "Arrests"}
    assert rows[0][-1].endswith("of 3")


def test_that_what_is_no_table_is_said_and_what_was_shown_stays(qtbot, dialog, tmp_path):
    looked_into(qtbot, dialog, newer())
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    dialog.look_into(picture)
    at_rest(qtbot, dialog)
    assert dialog.state.text().startswith("a.png was not read.")
    assert "picture" in dialog.state.text()
    assert dialog.planned is not None
    assert dialog.planned.preview.name == "Pasted table"


def test_that_every_field_of_a_column_has_words():
    assert len({field_words(field) for field in ("", None, *fields())}) == len(fields()) + 2


def test_that_the_day_after_the_record_is_a_monday():
    assert date.fromisoformat(day(0)).weekday() == 0


def test_that_a_place_spelt_nearly_like_another_can_be_one_of_its_own(qtbot, dialog):
    text = HEAD.replace("date", "date,place") + "".join(
        f"{day(n)},Croydon High St,9000,8,1,3\n" for n in (0, 2, 4)
    )
    looked_into(qtbot, dialog, text)
    offered = part(dialog, QComboBox, "place 0").currentText()
    assert offered.startswith("Croydon, ")
    part(dialog, QAbstractButton, "places-kept").click()
    at_rest(qtbot, dialog)
    assert {match.how for match in dialog.planned.places} == {"unknown"}
    part(dialog, QAbstractButton, "places").click()
    at_rest(qtbot, dialog)
    assert {match.site for match in dialog.planned.places} == {offered}
    combo = part(dialog, QComboBox, "place 0")
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    at_rest(qtbot, dialog)
    assert {match.site for match in dialog.planned.places} == {""}
    assert dialog.buttons["keep"].isEnabled()
