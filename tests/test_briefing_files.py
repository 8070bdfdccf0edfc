"""The Word document, the workbook and the CSV files, and the commands that make and open them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from itertools import pairwise
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from modeller.base.spreadsheets import harmless
from modeller.briefing.content import Subheading
from modeller.briefing.data import csv_text
from modeller.briefing.fitting import MAXIMUM_WORDS, fitted, words_in
from modeller.briefing.sheets import sheets
from modeller.cli import main
from modeller.scenario.file import load_scenario, read_scenario
from modeller.scenario.sharing import open_bytes
from tests.briefings import (
    FORMULA,
    HOSTILE,
    four_scenarios,
    hostile,
    plan_and_baseline,
    rendered,
    shown,
)
from tests.met import MET, catalogue

MAKERS = {"plan": plan_and_baseline, "four": four_scenarios, "hostile": hostile}


def document(which):
    return docx.Document(io.BytesIO(rendered(which, "docx")))


def texts(found):
    """Every text of a document as a reader meets it."""
    yield from (paragraph.text for paragraph in found.paragraphs)
    for table in found.tables:
        for row in table.rows:
            seen = []
            for cell in row.cells:
                if cell._tc not in seen:  # a merged cell is met once
                    seen.append(cell._tc)
                    yield cell.text


# ---------------------------------------------------------------- Word


@pytest.mark.parametrize("which", MAKERS)
def test_that_the_evidence_has_at_most_three_thousand_words_and_says_how_many(which):
    found = document(which)
    words = words_in(list(texts(found)))
    _, _, counted = fitted(MAKERS[which]())
    assert words <= MAXIMUM_WORDS
    assert words == counted
    assert any(text.startswith(f"Word count: {counted:,}") for text in texts(found))


def test_that_what_was_left_out_is_named_and_charts_and_sources_go_last():
    said = next(text for text in texts(document("four")) if text.startswith("Left out here"))
    assert "share codes; Annex: numbers for specialists" in said
    assert "chart" not in said
    assert "Sources" not in said
    assert "Sources" in [p.text for p in document("four").paragraphs]
    assert len(document("four").inline_shapes) == 4


def test_that_no_heading_stands_over_nothing():
    for make in MAKERS.values():
        sections, _, _ = fitted(make())
        options = next(section for section in sections if section.key == "options")
        kinds = [isinstance(block, Subheading) for block in (*options.blocks, Subheading(""))]
        assert (True, True) not in list(pairwise(kinds))


def test_that_the_summary_is_in_bullets_and_paragraphs_are_numbered():
    found = document("plan")
    styles = [paragraph.style.name for paragraph in found.paragraphs]
    assert styles.count("List Bullet") >= 6
    numbered = [p for p in found.paragraphs if p.style.name == "Numbered paragraph"]
    assert len(numbered) > 10
    style = found.styles["Numbered paragraph"].element
    assert style.find(f".//{qn('w:numId')}").get(qn("w:val")) == "90"
    assert not any(p.text[:1].isdigit() and p.text[1:2] == "." for p in numbered)


def test_that_headings_are_headings_and_captions_captions():
    styles = {paragraph.style.name for paragraph in document("plan").paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption"} <= styles


def test_that_pictures_are_few_and_each_has_its_alternative_text():
    found = document("plan")
    described = [shape._inline.docPr.get("descr") for shape in found.inline_shapes]
    assert 1 <= len(described) <= 4  # three charts, and the map of places
    known = {chart.alternative for chart in plan_and_baseline().charts}
    assert set(described) <= known


def test_that_tables_repeat_their_headings_and_shade_and_name_what_was_edited():
    found = document("plan")
    for table in found.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    edited = [
        row for table in found.tables for row in table.rows if "(edited)" in row.cells[0].text
    ]
    assert len(edited) == 6
    assert all(row.cells[0]._tc.find(f".//{qn('w:shd')}") is not None for row in edited)


def test_that_a_document_is_small_in_british_english_and_has_no_macros():
    data = rendered("four", "docx")
    assert len(data) < 25_000_000
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        assert b'w:val="en-GB"' in archive.read("word/styles.xml")
        for name in archive.namelist():
            if name.endswith(".xml"):
                ET.fromstring(archive.read(name))


def test_that_every_page_of_the_document_carries_the_fingerprints():
    (section,) = document("four").sections
    for projection in four_scenarios().projections:
        assert projection.fingerprint in section.footer.paragraphs[0].text


def test_that_harmful_text_is_text_in_the_document():
    found = list(texts(document("hostile")))
    assert any(shown(HOSTILE) in text for text in found)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("which", ["plan", "hostile"])
def test_that_libreoffice_opens_the_document_and_the_workbook(which, tmp_path):
    for form in ("docx", "xlsx"):
        (tmp_path / f"it.{form}").write_bytes(rendered(which, form))
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)),
                str(tmp_path / f"it.{form}"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF")
        (tmp_path / "it.pdf").unlink()


# ---------------------------------------------------------------- the data


def workbook(which):
    return openpyxl.load_workbook(io.BytesIO(rendered(which, "xlsx")))


def test_that_the_workbook_has_every_table():
    names = workbook("plan").sheetnames
    assert names == [
        "Provenance",
        "Totals",
        "Change, paired",
        "By week",
        "What differs",
        "Assumptions",
    ]


def test_that_figures_in_the_workbook_are_those_of_the_projection():
    totals = workbook("plan")["Totals"]
    rows = [row for row in totals.iter_rows(min_row=2, values_only=True) if row[0] == "B"]
    projection = plan_and_baseline().projections[1]
    assert len(rows) == len(catalogue().outcomes)
    for row, key in zip(rows, catalogue().outcomes, strict=True):
        for cell, value in zip(row[5:], projection.summary(key), strict=True):
            assert cell == pytest.approx(value, rel=1e-8)


def test_that_dates_are_dates_and_units_stand_in_the_headings():
    weeks = workbook("plan")["By week"]
    headings = [cell.value for cell in weeks[1]]
    assert headings[:3] == ["Scenario", "Week", "Week beginning"]
    assert "Arrests (arrests), median" in headings
    first = weeks.cell(2, 3)
    assert isinstance(first.value, datetime)
    assert first.value.date() == date(2026, 4, 20)
    assert first.is_date


def test_that_no_cell_of_the_workbook_is_a_formula():
    found = workbook("hostile")
    values = []
    for page in found.worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                values.append(cell.value)
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix
    assert FORMULA in values
    assert shown(HOSTILE) in values


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\n=1"])
def test_that_a_spreadsheet_takes_no_text_for_a_formula(text):
    assert harmless(text).startswith("'")
    assert harmless("an ordinary = text") == "an ordinary = text"


def test_that_csv_files_read_back_and_hold_no_formulas():
    with zipfile.ZipFile(io.BytesIO(rendered("hostile", "zip"))) as archive:
        names = archive.namelist()
        for name in names:
            if not name.endswith(".csv"):
                continue
            content = archive.read(name).decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))
            assert len({len(row) for row in rows}) == 1
            for row in rows:
                for cell in row:
                    numeric = cell.lstrip("-").replace(".", "").replace("e-", "").isdigit()
                    assert numeric or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        for letter, projection in zip("ABCD", hostile().projections, strict=True):
            opened = open_bytes(archive.read(f"scenario-{letter}.scenario.json"), profile=MET)
            assert opened.scenario == projection.scenario
        assert "README.txt" in names


def test_that_a_csv_date_is_a_plain_date():
    weekly = next(sheet for sheet in sheets(plan_and_baseline()) if sheet.name == "By week")
    assert csv_text(weekly).splitlines()[1].split(",")[2] == "2026-04-20"


# ---------------------------------------------------------------- on the command line


def test_that_one_command_writes_several_forms_that_open_again(tmp_path, capsys):
    html, pdf = tmp_path / "plan.html", tmp_path / "plan.pdf"
    code = main(
        [
            *("brief", "met-plan-2025", "--weeks", "8", "--draws", "200"),
            *("--to", str(html), "--to", str(pdf), "--author", "A. Clerk"),
            *("--date", "2026-01-05", "--sections", "record,changes"),
        ]
    )
    assert code == 0
    assert capsys.readouterr().out.split() == [str(html), str(pdf)]
    expected = load_scenario("met-plan-2025", profile=MET).scenario.replace(weeks=8, draws=200)
    for path in (html, pdf):
        assert main(["open", str(path)]) == 0
        said = capsys.readouterr().out
        assert "unaltered" in said
        assert expected.fingerprint in said
    saved = tmp_path / "again.scenario.json"
    assert main(["open", str(pdf), "--save", str(saved)]) == 0
    second = read_scenario(tmp_path / "again-B.scenario.json", profile=MET).scenario
    assert second.fingerprint == expected.fingerprint


def test_that_an_altered_briefing_is_named_and_the_exit_code_is_one(tmp_path, capsys):
    path = tmp_path / "plan.html"
    path.write_bytes(rendered("plan", "html").replace(b"Bear in mind", b"Never mind"))
    assert main(["open", str(path)]) == 1
    said = capsys.readouterr()
    assert "ALTERED" in said.out
    assert "altered after it was made" in said.err


def test_that_a_code_is_shared_and_opened(capsys):
    assert main(["share", "met-plan-2025"]) == 0
    code = capsys.readouterr().out.strip()
    assert main(["open", code]) == 0
    assert (
        load_scenario("met-plan-2025", profile=MET).scenario.fingerprint in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "x.odt"], "the endings are"),
        (["--to", "nowhere/x.pdf"], "is not a folder"),
        (["--to", "x.pdf", "--date", "5 January"], "write a day as"),
        (["--to", "x.pdf", "--sections", "recrod"], "did you mean record"),
        (["--to", "x.pdf", "--analyses", "sensitivty"], "did you mean sensitivity"),
        (["--to", "x.pdf", "--target", "arrests"], "arrests"),
    ],
)
def test_that_what_is_wrong_with_a_request_is_said_and_nothing_is_written(
    arguments, said, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    given = ["brief", "baseline", "--weeks", "4", "--draws", "100", *arguments]
    assert main(given) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
