"""The slides: what an audience, a speaker and a screen reader find in them."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pptx
import pytest

from modeller.base.errors import ModellerError
from modeller.briefing import brief, render
from modeller.briefing.content import Form
from modeller.briefing.words import typographic
from modeller.cli import main
from modeller.projection import MEDIAN
from modeller.scenario.sharing import open_bytes
from modeller.wording.sentences import delivered_sentence
from tests.briefings import (
    ABOUT,
    HOSTILE,
    few,
    four_scenarios,
    hostile,
    plan_and_baseline,
    rendered,
    shown,
)
from tests.met import MET

MAKERS = {"plan": plan_and_baseline, "four": four_scenarios, "hostile": hostile}
OFFICE: tuple[Form, ...] = ("docx", "pptx", "xlsx")


def deck(which):
    return pptx.Presentation(io.BytesIO(rendered(which, "pptx")))


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def charts(found):
    return [shape for slide in found.slides for shape in slide.shapes if shape.has_chart]


@pytest.mark.parametrize("which", MAKERS)
def test_that_there_are_five_to_seven_slides_each_with_title_subject_fingerprint_and_notes(which):
    briefing, found = MAKERS[which](), deck(which)
    assert 5 <= len(found.slides) <= 7
    for slide in found.slides:
        assert slide.shapes.title.text_frame.text.strip()
        said = texts(slide)
        assert briefing.front.subject in said
        assert briefing.identity in said
        assert len(slide.notes_slide.notes_text_frame.text) > 40
    titles = [slide.shapes.title.text_frame.text for slide in found.slides]
    steps = [typographic(step.sentence) for step in briefing.front.storyboard.steps]
    assert titles == [steps[0], briefing.front.title, *steps[1:], "Sources, and how to check"]


@pytest.mark.parametrize("which", MAKERS)
def test_that_each_step_of_the_storyboard_has_its_number_its_lines_and_its_caution(which):
    briefing, found = MAKERS[which](), deck(which)
    by_title = {slide.shapes.title.text_frame.text: slide for slide in found.slides}
    for step in briefing.front.storyboard.steps:
        slide = by_title[typographic(step.sentence)]
        said = "\n".join(texts(slide))
        for text in (step.figure.text, step.figure.what, *step.figure.lines, step.caution):
            assert typographic(text) in said
        assert any(shape.has_chart for shape in slide.shapes)
        assert step.notes[0] in slide.notes_slide.notes_text_frame.text


def test_that_the_first_two_slides_have_the_answer_the_share_delivered_and_what_changes():
    briefing = plan_and_baseline()
    first, second = ("\n".join(texts(slide)) for slide in list(deck("plan").slides)[:2])
    assert briefing.front.answer in first
    arrests = briefing.front.headlines[0]
    for text in (arrests.figure, arrests.range_text, arrests.past_text):
        assert text in first
    assert delivered_sentence(briefing.projections[1]) in second
    for headline in briefing.front.headlines:
        assert headline.change_text in second
    for headline in briefing.front.headlines:
        notes = list(deck("plan").slides)[1].notes_slide.notes_text_frame.text
        assert headline.figure in notes
        assert headline.past_text in notes


def test_that_the_bars_of_a_step_end_where_its_ranges_do():
    briefing, found = plan_and_baseline(), deck("plan")
    for step in briefing.front.storyboard.steps[1:]:
        (slide,) = (
            slide
            for slide in found.slides
            if slide.shapes.title.text_frame.text == typographic(step.sentence)
        )
        drawn = [shape.chart for shape in slide.shapes if shape.has_chart]
        for chart, scale in zip(drawn, step.picture.scales, strict=True):
            series = [list(each.values) for each in chart.plots[0].series]
            for place, row in enumerate(scale.rows):
                stacked = [values[place] for values in series]
                above = sum(value for value in stacked if value > 0.0)
                below = sum(value for value in stacked if value < 0.0)
                low, high = row.ends or (0.0, row.middle)
                assert above == pytest.approx(max(high, 0.0))
                assert below == pytest.approx(min(low, 0.0))


def test_that_charts_can_be_edited_and_hold_the_figures_of_the_projections():
    briefing = four_scenarios()
    course, *panels = (shape.chart for shape in charts(deck("four")))
    by_name = {series.name: list(series.values) for series in course.plots[0].series}
    for letter, projection in briefing.lettered:
        (name,) = (name for name in by_name if name.startswith(f"{letter}  "))
        weekly = projection.smooth("arrests", "weekly")[:, MEDIAN].tolist()
        assert by_name[name][-len(weekly) :] == pytest.approx(weekly)
    ends = [series.values for series in panels[0].plots[0].series]
    for row, projection in enumerate(briefing.projections):
        p10, p90 = ends[0][row], sum(part[row] for part in ends)
        summary = projection.summary("arrests")
        assert (p10, p90) == pytest.approx((summary[2], summary[6]))


def test_that_every_chart_says_what_it_shows():
    for shape in charts(deck("four")):
        described = shape._element.nvGraphicFramePr.cNvPr.get("descr")
        assert len(described) > 40
        assert any(character.isdigit() for character in described)


def test_that_what_somebody_wrote_to_do_harm_is_text_in_the_slides():
    data = rendered("hostile", "pptx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))
            if name.endswith(".xlsx"):
                book = openpyxl.load_workbook(io.BytesIO(archive.read(name)))
                cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
                assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
    notes = "\n".join(s.notes_slide.notes_text_frame.text for s in deck("hostile").slides)
    assert shown(HOSTILE).split(" {{")[0] in notes


def test_that_slides_made_twice_are_the_same_to_the_byte():
    again = brief([few("baseline"), few("met-plan-2025")], ABOUT)
    for form in OFFICE:
        assert render(again, form) == rendered("plan", form)


# ---------------------------------------------------------------- opening them again


@pytest.mark.parametrize("form", [*OFFICE, "zip"])
@pytest.mark.parametrize("which", MAKERS)
def test_that_an_office_file_opens_again_as_the_scenarios_it_came_from(which, form):
    opened = open_bytes(rendered(which, form), profile=MET)
    assert [one.scenario for one in opened.scenarios] == [
        projection.scenario for projection in MAKERS[which]().projections
    ]
    assert opened.intact is True
    assert opened.warnings == ()


def changed(data, name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


def test_that_a_slide_altered_after_it_was_made_is_noticed():
    data = rendered("plan", "pptx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.read("ppt/slides/slide1.xml")
    figure = plan_and_baseline().front.storyboard.steps[0].figure.text.encode()
    assert figure in first
    opened = open_bytes(
        changed(data, "ppt/slides/slide1.xml", first.replace(figure, b"9,999")), profile=MET
    )
    assert opened.intact is False
    assert "altered" in opened.warnings[0]


def test_that_slides_saved_again_by_another_program_still_open():
    found = deck("plan")
    out = io.BytesIO()
    found.save(out)
    opened = open_bytes(out.getvalue(), profile=MET)
    assert [one.scenario.fingerprint for one in opened.scenarios] == [
        projection.fingerprint for projection in plan_and_baseline().projections
    ]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", b"0" * 120_000_000)
    return out.getvalue()


def empty():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "b")
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (bomb, "unpacks to more than"),
        (empty, "holds no scenario"),
        (lambda: b"PK\x03\x04nothing else", "is damaged"),
        (lambda: rendered("plan", "pptx")[:5_000], "is damaged"),
        (lambda: changed(rendered("plan", "pptx"), "customXml/item1.xml", b"<a/>"), "no scenario"),
    ],
)
def test_that_a_zip_that_holds_no_briefing_is_refused_in_words(make, said):
    with pytest.raises(ModellerError, match=said):
        open_bytes(make(), profile=MET)


def test_that_the_command_writes_slides_and_opens_them(tmp_path, capsys):
    place = tmp_path / "plan.pptx"
    assert main(["brief", "met-plan-2025", "--draws", "200", "--to", str(place)]) == 0
    assert main(["open", str(place)]) == 0
    assert "unaltered" in capsys.readouterr().out


@pytest.mark.parametrize("which", ["plan", "four"])
def test_that_no_text_of_an_ordinary_deck_is_cut(which):
    for slide in deck(which).slides:
        assert not [text for text in texts(slide) if "…" in text]
