"""Every picture and every document's first page says what it is about and what it rests on."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import docx
import pptx
import pypdf
import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage, QPainter

from modeller.base.dates import short_date
from modeller.cli import main as command
from tests.briefings import plan_and_baseline, rendered
from tests.met import shipped_record
from ui.charts.picture import Picture

SUBJECT = "Live facial recognition (LFR), London"
ENDS = short_date(shipped_record().last_known_day)


def says_it_all(text: str, *fingerprints: str) -> None:
    """Subject, projection, the record's end, and which scenarios."""
    text = re.sub(r"\s+", " ", text)
    assert SUBJECT in text
    assert "projection" in text
    assert ENDS in text
    for fingerprint in fingerprints:
        assert fingerprint in text


# ---- documents


def first_of_pdf() -> str:
    return pypdf.PdfReader(io.BytesIO(rendered("plan", "pdf"))).pages[0].extract_text()


def first_of_page() -> str:
    page = rendered("plan", "html").decode()
    body = re.sub(r"<(script|style).*?</\1>", "", page[page.index("<body") :], flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", body)


def first_of_word() -> str:
    document = docx.Document(io.BytesIO(rendered("plan", "docx")))
    foot = document.sections[0].footer.paragraphs
    return "\n".join(p.text for p in (*document.paragraphs[:30], *foot))


def first_of_slides() -> str:
    slide = pptx.Presentation(io.BytesIO(rendered("plan", "pptx"))).slides[0]
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def first_of_workbook() -> str:
    book = load_workbook(io.BytesIO(rendered("plan", "xlsx")))
    rows = book.worksheets[0].iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def first_of_data() -> str:
    with zipfile.ZipFile(io.BytesIO(rendered("plan", "zip"))) as archive:
        return archive.read("README.txt").decode()


@pytest.mark.parametrize(
    "first",
    [first_of_pdf, first_of_page, first_of_word, first_of_slides, first_of_workbook, first_of_data],
)
def test_that_the_first_page_of_every_document_says_what_it_is_about(first):
    marks = [projection.fingerprint for projection in plan_and_baseline().projections]
    says_it_all(first(), *marks)


def test_that_page_one_says_from_what_day_on_it_projects():
    briefing = plan_and_baseline()
    assert "the first from 20 April 2026" in briefing.front.context
    assert "the first from 20 April 2026" in re.sub(r"\s+", " ", first_of_pdf())


@pytest.mark.parametrize("form", ["text", "csv"])
def test_that_what_the_command_line_prints_names_its_subject(capsys, form):
    given = ["project", "met-plan-2025", "--weeks", "4", "--draws", "100"]
    assert command([*given, "--format", form]) == 0
    printed = capsys.readouterr().out
    says_it_all(printed)
    if form == "text":
        assert "4 weeks from 20 Apr 2026" in printed


@pytest.mark.parametrize(
    "asked",
    [
        ["sensitivity", "met-plan-2025"],
        ["what-changed", "baseline", "met-plan-2025"],
        ["workshop", "baseline", "met-plan-2025"],
        ["backtest"],
    ],
)
def test_that_every_row_of_an_analysis_names_its_subject(capsys, asked):
    quick = ["--weeks", "4", "--draws", "100"] if "met-plan-2025" in asked[1:2] else []
    assert command([*asked, *quick, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows
    assert all(row["subject"] == f"{SUBJECT} · projection" for row in rows)


# ---- pictures


class Written(QPainter):
    """A painter that keeps what is written."""

    def __init__(self, on: QImage) -> None:
        super().__init__(on)
        self.texts: list[str] = []

    def drawText(self, *given):
        self.texts += [part for part in given if isinstance(part, str)]
        return super().drawText(*given)


def written(paint, size) -> str:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = Written(image)
    paint(painter)
    painter.end()
    return "\n".join(painter.texts)


def test_that_a_chart_as_a_picture_says_all_and_nothing_of_the_windows_state(open_window):
    story = open_window()
    story.settle()
    scenario = story.session.scenario
    for view in ("weekly", "cumulative", "total"):
        story.window.charts.set_view(view)
        for chart in story.window.charts.charts.values():
            chart.set_locked(True)
            picture = Picture(chart.canvas)
            text = written(picture.paint, picture.size())
            says_it_all(text, scenario.fingerprint)
            assert scenario.name in text
            assert "Source: records published by the Met" in text
            assert "Locked" not in text
            assert chart.data.title.split()[0] in text
            chart.set_locked(False)


def test_that_the_data_of_a_chart_says_what_it_is_of_in_every_row(open_window, tmp_path):
    story = open_window()
    story.settle()
    story.window.charts.charts["arrests"].save(tmp_path / "arrests.csv")
    heading, *rows = (tmp_path / "arrests.csv").read_text("utf-8-sig").splitlines()
    assert heading.endswith(",About")
    for row in rows:
        says_it_all(row, story.session.scenario.fingerprint)
        assert "Arrests" in row
