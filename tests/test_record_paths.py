"""The same fact by every path: whatever a table was written in, it is taken and told alike."""

import json
from datetime import date

import pytest

from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.records import Said
from tests.met import preview_bytes, preview_text, shipped_deployments
from tests.record_tables import csv_of, heads, ods_of, ods_row, typeset, xlsx_of

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
    assert label == f"record “mine.{form}” to 28 Dec 2025"
    assert main(["evidence", "list"]) == 0
    assert "Mine" in capsys.readouterr().out
    assert main(["evidence", "show", "mine"]) == 0
    assert "Shipped record" in capsys.readouterr().out
