"""Page one, dark colours, narrow drawings, months on axes, and the tags of a PDF's tables."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree as ET

import pypdf
import pytest

from modeller.briefing.charts import HIGH, LOOKS, LOW, NARROW_WIDTH, chart_style
from modeller.briefing.colours import dark_colour, with_dark_colours
from modeller.briefing.drawing import draw
from modeller.briefing.drawings import months
from modeller.briefing.inlining import inlined
from tests.briefings import four_scenarios, plan_and_baseline, rendered


def luminance(colour):
    """As WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def page_text(which):
    return rendered(which, "html").decode()


# ---------------------------------------------------------------- page one


def test_that_page_one_names_its_subject_answers_and_stands_beside_the_record():
    briefing = plan_and_baseline()
    first = " ".join(
        pypdf.PdfReader(io.BytesIO(rendered("plan", "pdf"))).pages[0].extract_text().split()
    )
    front = briefing.front
    assert "Live facial recognition (LFR), London" in front.subject
    assert "projection" in front.subject
    for text in (front.subject, front.answer, "2025: 1,132", "2025: 12", "Figure 1."):
        assert " ".join(text.split()) in first
    assert front.figure.alternative in page_text("plan")


def test_that_page_one_holds_its_figure_for_as_many_scenarios_as_there_can_be():
    for which in ("four", "hostile"):
        pages = pypdf.PdfReader(io.BytesIO(rendered(which, "pdf"))).pages
        assert "Figure 1." in pages[0].extract_text()
        assert "Contents" in pages[1].extract_text()


def test_that_every_scenario_has_its_range_at_the_end_of_the_chart():
    briefing = four_scenarios()
    for chart in (briefing.front.figure, *briefing.charts):
        for line in getattr(chart.picture, "lines", ()):
            p10, p25, p75, p90 = line.reach
            assert p10 <= p25 <= line.values[-1] <= p75 <= p90


# ---------------------------------------------------------------- light, dark, narrow


@pytest.mark.parametrize("letter", LOOKS)
def test_that_scenarios_are_told_from_a_dark_page_and_their_names_can_be_read(letter):
    paper = dark_colour("#FFFFFF")
    assert contrast(dark_colour(LOOKS[letter].colour), paper) >= 3.0
    assert contrast(dark_colour(LOOKS[letter].text_colour), paper) >= 4.5
    assert contrast(LOOKS[letter].text_colour, "#FFFFFF") >= 4.5


def test_that_hue_is_for_scenarios_alone():
    for look in (LOW, HIGH):
        red, green, blue = (int(look.colour[i : i + 2], 16) for i in (1, 3, 5))
        assert max(red, green, blue) - min(red, green, blue) <= 20


def test_that_a_drawing_carries_both_sets_of_colours_and_no_other():
    plain = draw(plan_and_baseline().front.figure.picture, "svg")
    both = with_dark_colours(plain).decode()
    ET.fromstring(both)
    (style,) = re.findall(r"<style>(.*?)</style>", both)
    assert "prefers-color-scheme:dark" in style
    rest = both.replace(style, "")
    assert not re.search(r"#[0-9a-fA-F]{6}\b", rest)
    assert set(re.findall(r"var\(--(c\d+)\)", rest)) == set(re.findall(r"--(c\d+):", style))


def test_that_a_page_has_a_narrow_drawing_for_every_wide_one_with_letters_as_large():
    text = page_text("four")
    wide = re.findall(r'<img src="data:image/svg\+xml,([^"]+)"', text)
    narrow = re.findall(r'srcset="data:image/svg\+xml,([^"]+)"', text)
    assert len(wide) == len(narrow) == len(four_scenarios().charts)
    for picture in narrow:
        width = ET.fromstring(unquote(picture)).get("width", "")
        assert float(width.removesuffix("pt")) == pytest.approx(72 * NARROW_WIDTH)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_that_a_drawing_in_a_page_has_the_same_shapes_at_the_same_places_in_half_the_room(narrow):
    for chart in four_scenarios().charts:
        drawn = with_dark_colours(draw(chart.picture, "svg", narrow=narrow))
        carried = inlined({"it": drawn})["it"]
        assert not set(carried) & {'"', "<", ">", "&", "#", " "}
        assert 2 * len(carried) < len(quote(drawn, safe="/:=,;()*+!@$~?-._"))
        before, after = ET.fromstring(drawn), ET.fromstring(unquote(carried))
        assert _shapes(after) == pytest.approx(_shapes(before), abs=0.0051)
        names = {each.get("id") for each in after.iter()} - {None}
        called = re.findall(r"(?:href='|url\()#([^')]+)", unquote(carried))
        assert set(called) == names


def _shapes(svg):
    """Every number that says where a shape or a letter is, and how a group moves it, in order."""
    numbers: list[float] = []
    for each in svg.iter():
        kind = each.tag.rpartition("}")[2]
        moved = each.get("transform", "")
        if kind == "use":
            place = re.match(r"translate\((\S+) (\S+)\)", moved)
            numbers += (
                map(float, place.groups())
                if place
                else (float(each.get("x", 0)), float(each.get("y", 0)))
            )
        else:
            numbers += map(float, re.findall(r"-?\d+\.?\d*", moved))
        if kind == "path":
            numbers += map(float, re.findall(r"-?\d+\.?\d*", each.get("d", "")))
    return numbers


def test_that_every_cell_of_a_page_knows_its_column_where_rows_become_lists():
    text = page_text("four")
    assert 'content="light dark"' in text
    cells = re.findall(r"<td[^>]*>", text)
    assert all('data-column="' in cell and 'role="cell"' in cell for cell in cells)
    scrollers = re.findall(r'<div class="scroll"[^>]*>', text)
    assert scrollers
    assert all('tabindex="0"' in found and 'aria-label="' in found for found in scrollers)


# ---------------------------------------------------------------- axes and tags


@pytest.mark.parametrize("most", [5, 9])
@pytest.mark.parametrize(("first", "last"), [(1, 4), (-51, 52), (1, 520), (-200, 104)])
def test_that_months_stand_where_they_begin_and_there_are_never_too_many(first, last, most):
    begins = date(2025, 12, 29)
    places, names = months(first, last, begins, most)
    assert len(places) == len(names) <= most
    assert all(first - 0.5 <= place <= last + 0.5 for place in places)
    if (first, last) == (-51, 52):
        assert "Jan 2026" in names
        # 1 January 2026 is the Thursday of week 1, which begins where the axis has 0.5
        assert places[names.index("Jan 2026")] == pytest.approx(0.5 + 3 / 7)


def test_that_every_row_of_a_pdfs_tables_has_its_heading_tagged():
    trailer: Any = pypdf.PdfReader(io.BytesIO(rendered("four", "pdf"))).trailer
    root = trailer["/Root"]["/StructTreeRoot"]
    rows: list[Any] = []
    waiting = [root]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, dict):
            continue
        if element.get("/S") == "/TR":
            rows.append(element)
        children = element.get("/K", [])
        children = children.get_object() if hasattr(children, "get_object") else children
        waiting += [
            child
            for child in (children if isinstance(children, list) else [children])
            if hasattr(child, "get_object") and not isinstance(child, int)
        ]
    assert len(rows) > 50
    for row in rows:
        first = row["/K"][0].get_object()
        assert first["/S"] == "/TH"
        scopes = first["/A"].get_object()
        scopes = scopes if isinstance(scopes, list) else [scopes]
        assert any("/Scope" in scope.get_object() for scope in scopes)


def test_that_fonts_are_searched_for_once_a_drawing_and_matplotlib_is_left_as_it_was(monkeypatch):
    from matplotlib import font_manager

    picture = plan_and_baseline().front.figure.picture
    manager, module = font_manager.fontManager, vars(font_manager)
    before = {**vars(manager)}, module["ft2font"]
    searched: list[Any] = []
    search = type(manager)._find_fonts_by_props

    def find(self: Any, properties: Any, *given: Any) -> Any:
        searched.append(properties)
        return search(self, properties, *given)

    monkeypatch.setattr(type(manager), "_find_fonts_by_props", find)
    drawn = draw(picture, "svg")
    assert 1 <= len(searched) < 12, "as many as there are sizes and weights, not texts"
    assert len(searched) == len({*searched})
    monkeypatch.undo()
    assert ({**vars(manager)}, module["ft2font"]) == before
    with pytest.raises(ZeroDivisionError), chart_style():
        raise ZeroDivisionError
    assert ({**vars(manager)}, module["ft2font"]) == before
    assert draw(picture, "svg") == drawn
