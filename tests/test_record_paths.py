"""The same fact by every path: whatever a table was written in, it is taken and told alike."""

import json
from datetime import UTC, date, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from modeller.base import clock
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.records.preview import Said
from modeller.scenario import Scenario
from tests.met import preview_bytes, preview_text, shipped_deployments
from tests.record_tables import csv_of, heads, ods_of, ods_row, typeset, xlsx_of
from ui.desk.session import Desk, Session, new_slot
from ui.evidence.import_dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SAID = Said(today=date(2026, 6, 1))
HEADER = ("date", "place", "faces", "alerts", "true_alerts", "false_alerts", "arrests", "threshold")
FORMS = ("csv", "semicolons", "utf-16", "cr", "xlsx", "ods", "pdf", "clipboard")


def written(form, header, rows):
    """The table as a file of this form."""
    texts = [[str(cell) for cell in row] for row in rows]
    if form == "xlsx":
        return xlsx_of(("One", [list(header), *rows]))
    if form == "ods":
        return ods_of("".join(ods_row(row) for row in (header, *texts)))
    if form == "pdf":
        return typeset(len(header), heads(header), texts, size=7)
    text = csv_of([header, *texts], {"semicolons": ";", "clipboard": "\t"}.get(form, ","))
    if form == "cr":
        return text.replace("\n", "\r").encode()
    return text.encode("utf-16" if form == "utf-16" else "utf-8")


def look(form, header, rows):
    content = written(form, header, rows)
    if form == "clipboard":
        return preview_text(content.decode(), "pasted", SAID)
    return preview_bytes(content, f"table.{form}", SAID)


def published(*days):
    return [
        (str(row.date), row.place.replace("’", "'"), row.faces_scanned, row.alerts,
         row.true_alerts, row.false_alerts, row.arrests, row.threshold)
        for row in shipped_deployments().rows if row.date in days
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_that_a_blemish_a_changed_threshold_and_places_are_the_same_by_every_path(form):
    rows = published(date(2024, 1, 10), date(2024, 7, 23), date(2024, 7, 25))
    preview = look(form, HEADER, rows)
    assert preview.problems == ()
    assert [finding.kind for finding in preview.findings] == ["gaps"]
    assert preview.record == look("csv", HEADER, rows).record
    assert any("the threshold changed" in note for note in preview.notes)
    assert [row.place for row in preview.deployments] == [row[1] for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_that_a_heading_that_nearly_fits_is_guessed_at_by_every_path(form):
    header = tuple("arests" if name == "arrests" else name for name in HEADER)
    with pytest.raises(ModellerError) as caught:
        look(form, header, published(date(2024, 7, 23))).confirmed()
    assert "is named “arests”; did you mean arrests?" in str(caught.value)


@pytest.mark.parametrize("form", FORMS)
def test_that_a_repeated_row_and_a_total_are_asked_about_by_every_path(form):
    rows = published(date(2024, 7, 23), date(2024, 7, 25))
    total = ("Total", "", sum(row[2] for row in rows), 1, 1, 0, 1, "")
    preview = look(form, HEADER, [*rows, rows[-1], total])
    assert [finding.kind for finding in preview.findings] == ["totals", "duplicates"]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "clipboard"])
def test_that_the_label_of_the_record_is_the_same_by_every_path(form, tmp_path, capsys):
    rows = published(*(row.date for row in shipped_deployments().rows if row.date.year == 2025))
    path = tmp_path / f"mine.{form}"
    path.write_bytes(written(form, HEADER, rows))
    told = ["evidence", "import", str(path), "--name", "Mine", "--alone", "--format", "json"]
    assert main(told) == 0
    label = json.loads(capsys.readouterr().out)["record"]["label"]
    assert label == f"record “mine.{form}” to 23 Dec 2025"  # its last deployment
    assert main(["evidence", "list"]) == 0
    assert "Mine" in capsys.readouterr().out
    assert main(["evidence", "show", "mine"]) == 0
    assert "Shipped record" in capsys.readouterr().out


# --- the window -----------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot, tmp_path):
    """What the dialog takes a table as: it is given as a file, or pasted."""
    plan = Scenario(title="Plan", draws=200, weeks=4)
    with clock.standing_still(datetime(2026, 6, 1, 9, tzinfo=UTC)):
        dialog = ImportDialog(Session(Desk((new_slot("A", plan),), "A", "A")))

        def shown(form, header, rows):
            content = written(form, header, rows)
            if form == "clipboard":
                QGuiApplication.clipboard().setText(content.decode())
                dialog.paste()
            else:
                path = tmp_path / f"table.{form}"
                path.write_bytes(content)
                dialog.look_into(path)
            qtbot.waitUntil(lambda: not dialog.background.busy, timeout=60_000)
            return dialog

        yield shown
    dialog.close()
    dialog.deleteLater()
    QApplication.processEvents()


@pytest.mark.parametrize("form", FORMS)
def test_that_the_window_takes_and_tells_a_table_as_the_command_line_does(form, window):
    rows = published(date(2024, 1, 10), date(2024, 7, 23), date(2024, 7, 25))
    total = ("Total", "", sum(row[2] for row in rows), 1, 1, 0, 1, "")
    header = tuple("arests" if name == "arrests" else name for name in HEADER)
    dialog = window(form, header, [*rows, total])
    assert "is named “arests”; did you mean arrests?" in dialog.state.text()
    dialog = window(form, HEADER, [*rows, rows[-1], total])
    told = look(form, HEADER, [*rows, rows[-1], total])
    shown = dialog.planned.preview
    assert (shown.record, shown.columns, shown.left_out) == (
        told.record, told.columns, told.left_out
    )  # fmt: skip
    assert shown.findings == told.findings
    assert any("the threshold changed" in note for note in shown.notes)
    assert "the threshold changed" in dialog.columns.notes.text()
    assert shown.deployments == told.deployments
    said = [row[1] for row in dialog.rows.left_out.texts()]
    assert sorted(said) == ["a total", "repeats a row"]
