"""The web page and the PDF: what a reader, a screen reader and a checker find in them."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import pypdf
import pytest

from modeller.briefing import brief, charts, render
from modeller.briefing.content import Paragraph, Row, Section, Table
from modeller.projection import project
from modeller.scenario.in_briefings import EMBEDDED_NAME
from modeller.scenario.setting import BeliefSetting
from modeller.scenario.sharing import open_bytes
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
from tests.met import MET, sources

VOID = {"meta", "source", "img", "br", "hr", "link", "input"}


class Page(HTMLParser):
    """Elements with their attributes and the text inside them."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.texts = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, _, texts in self.open:
            texts.append(data)

    def all(self, tag):
        return [element for element in self.elements if element[0] == tag]

    def text(self, tag):
        return ["".join(texts) for name, _, texts in self.elements if name == tag]


def page(which):
    return Page(rendered(which, "html").decode())


# ---------------------------------------------------------------- the web page


def test_that_a_page_opens_from_the_disk_without_network_or_script():
    found = page("plan")
    policy = next(a["content"] for _, a, _ in found.all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert [a.get("type") for _, a, _ in found.all("script")] == ["application/json"]
    addresses = {source.url for source in sources().values()} - {""}
    for tag, attributes, _ in found.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert attributes.get("src", "data:").startswith("data:")
        # a source's address is followed when a reader clicks it, and by nothing else
        followed = attributes.get("href", "#")
        assert followed.startswith("#") or (tag == "a" and followed in addresses)
    (style,) = found.text("style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"sha256-{digest}" in policy
    assert "url(" not in style
    assert "@import" not in style


def test_that_a_page_has_a_language_landmarks_and_headings_in_order():
    found = page("plan")
    assert found.all("html")[0][1]["lang"] == "en-GB"
    for landmark in ("header", "main", "nav", "footer"):
        assert len(found.all(landmark)) == 1
    levels = [int(tag[1]) for tag, _, _ in found.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    targets = {a["id"] for _, a, _ in found.elements if "id" in a}
    links = [a["href"] for _, a, _ in found.all("a")]
    assert all(link[1:] in targets for link in links if link.startswith("#"))


def test_that_every_table_has_a_caption_and_every_heading_of_one_its_scope():
    found = page("four")
    assert len(found.all("caption")) == len(found.all("table")) > 5
    assert all(
        attributes.get("scope") in ("col", "row", "rowgroup")
        for _, attributes, _ in found.all("th")
    )


def test_that_every_picture_says_its_finding_in_words():
    briefing = four_scenarios()
    alternatives = [attributes["alt"] for _, attributes, _ in page("four").all("img")]
    assert alternatives == [chart.alternative for chart in briefing.charts]


def test_that_the_page_has_every_word_of_the_briefing():
    text = " ".join("".join(page("plan").text("body")).split()).replace("\u2060", "")
    briefing = plan_and_baseline()
    for section in briefing.sections:
        assert section.heading in text
        for block in section.blocks:
            if hasattr(block, "text") and not hasattr(block, "label"):
                assert " ".join(block.text.split()) in text
    assert briefing.identity in text


def test_that_what_somebody_wrote_to_do_harm_is_text_in_the_page():
    found = page("hostile")
    assert len(found.all("script")) == 1
    assert any(shown(HOSTILE) in text for text in found.text("h3"))
    assert "<script>alert" not in rendered("hostile", "html").decode().split("<body>")[1]


def test_that_printing_says_on_every_sheet_where_the_figures_come_from():
    (style,) = page("plan").text("style")
    assert plan_and_baseline().projections[1].fingerprint in style.split("@bottom-left")[1]


# ---------------------------------------------------------------- both


@pytest.mark.parametrize("form", ["html", "pdf"])
@pytest.mark.parametrize(
    ("which", "briefing"),
    [("plan", plan_and_baseline), ("four", four_scenarios), ("hostile", hostile)],
)
def test_that_a_briefing_opens_again_as_the_scenarios_it_came_from(which, briefing, form):
    opened = open_bytes(rendered(which, form), profile=MET)
    projections = briefing().projections
    assert [loaded.scenario for loaded in opened.scenarios] == [p.scenario for p in projections]
    assert [loaded.scenario.fingerprint for loaded in opened.scenarios] == [
        p.fingerprint for p in projections
    ]
    assert [loaded.results_digest for loaded in opened.scenarios] == [
        p.results_digest for p in projections
    ]
    assert opened.intact is True
    assert opened.warnings == ()


def test_that_a_figure_changed_in_the_page_is_noticed():
    data = rendered("plan", "html")
    figure = plan_and_baseline().front.headlines[0].figure.encode()
    assert open_bytes(data.replace(figure, b"9,999", 1), profile=MET).intact is False


def test_that_a_byte_changed_in_the_pdf_is_noticed():
    data = bytearray(rendered("plan", "pdf"))
    place = data.index(b"/Producer") if b"/Producer" in data else 2000
    data[place + 1] ^= 1
    assert open_bytes(bytes(data), profile=MET).intact is False


# ---------------------------------------------------------------- the PDF


def reader(which):
    return pypdf.PdfReader(io.BytesIO(rendered(which, "pdf")))


def structure(reader_):
    """Every element of the structure tree."""
    waiting = [reader_.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node["/K"])


def test_that_the_pdf_says_that_it_is_accessible_in_which_language_and_what_it_is_called():
    found = reader("plan")
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert found.metadata.title == plan_and_baseline().front.title
    assert found.metadata.author == "A. Clerk"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_that_every_figure_of_the_pdf_has_its_alternative_text():
    figures = [node for node in structure(reader("four")) if node["/S"] == "/Figure"]
    alternatives = {str(node["/Alt"]) for node in figures}
    assert alternatives == {chart.alternative for chart in four_scenarios().charts}


def test_that_tables_and_headings_of_the_pdf_are_tagged():
    kinds = {str(node["/S"]) for node in structure(reader("plan"))}
    assert {"/Title", "/H1", "/H2", "/Table", "/TH", "/TD", "/Caption", "/L"} <= kinds | {"/Title"}


def test_that_every_font_is_in_the_pdf():
    for which in ("plan", "hostile"):
        for sheet in reader(which).pages:
            for font in sheet["/Resources"].get("/Font", {}).values():
                for part in font.get_object()["/DescendantFonts"]:
                    descriptor = part.get_object()["/FontDescriptor"]
                    assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


def test_that_the_scenarios_are_attached_to_the_pdf():
    assert list(reader("plan").attachments) == [f"{EMBEDDED_NAME}.json"]


def test_that_page_one_stands_alone_and_every_page_is_marked():
    found = reader("four")
    briefing = four_scenarios()
    first = found.pages[0].extract_text()
    assert "Contents" not in first
    for text in (briefing.front.headlines[0].figure, "Bear in mind", "In brief", "Totals over"):
        assert text in first
    assert "Contents" in found.pages[1].extract_text()
    for sheet in found.pages:
        assert all(p.fingerprint in sheet.extract_text() for p in briefing.projections)
    width, height = found.pages[0].mediabox[2:]
    assert (round(float(width)), round(float(height))) == (595, 842)


def test_that_the_longest_titles_still_leave_page_one_on_one_page():
    found = reader("hostile")
    assert "Contents" not in found.pages[0].extract_text()
    assert "Totals over" in found.pages[0].extract_text()


def test_that_typesetting_commands_come_out_as_text():
    text = "".join(sheet.extract_text() for sheet in reader("hostile").pages)
    for part in ("#emph[x]", "$x^2$", "*b*", "@ref", "{{7*7}}", "<script>alert(1)</script>"):
        assert part in text
    assert "#pagebreak()" in text


def test_that_nothing_in_the_pdf_runs():
    # a compressed stream may hold any bytes
    data = re.sub(rb"stream\r?\n.*?endstream", b"", rendered("hostile", "pdf"), flags=re.DOTALL)
    for name in (b"/JavaScript", b"/JS", b"/OpenAction", b"/Launch", b"/AA"):
        assert not re.search(name + rb"\b", data)


# ---------------------------------------------------------------- the charts


def test_that_a_tint_is_opaque_and_lighter_than_its_colour():
    assert charts.tint("#000000", 0.2) == "#CCCCCC"
    assert charts.tint("#12436D", 1.0) == "#12436D"


def test_that_labels_are_moved_apart_and_keep_their_order():
    placed = charts.spread([10.0, 10.1, 0.0, 10.2], 2.0, 0.0, 12.0)
    assert placed[2] < placed[0] < placed[1] < placed[3] <= 12.0
    ordered = sorted(placed)
    assert all(b - a >= 2.0 - 1e-9 for a, b in pairwise(ordered))


def test_that_what_no_font_has_is_a_square_in_a_picture():
    assert charts.showable("A\U0001f693\u202fb\nc") == "A□\u00a0b\nc"


def test_that_pictures_are_vectors_and_load_nothing():
    for _, attributes, _ in page("hostile").all("img"):
        drawing = unquote(attributes["src"].partition(",")[2])
        assert "<image" not in drawing
        assert "<script" not in drawing
        assert not re.search(r'href="(?!#)', drawing)


@pytest.mark.parametrize("which", ["plan", "four"])
def test_that_the_running_head_is_whole_and_says_what_it_is_about(which):
    for sheet in reader(which).pages[1:]:
        head = sheet.extract_text().splitlines()[0]
        assert head.startswith("Live facial recognition (LFR), London")
        assert "Met plan 2025" in head
        assert "…" not in head


def test_that_page_one_has_room_for_every_belief_that_somebody_has_set():
    beliefs = few("baseline").catalogue.beliefs
    own = {key: BeliefSetting(each.maximum) for key, each in beliefs.items()}
    scenario = few("met-plan-2025").scenario
    scenario = scenario.replace(changes={**scenario.changes, **own})
    made = render(brief([few("baseline"), project(scenario)], ABOUT), "pdf")
    first = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert f"and {len(own) - 3} more" in " ".join(first.split())
    assert "Contents" not in first
    assert "Figure 1." in first


def test_that_no_short_table_leaves_rows_to_the_next_page():
    tables = [
        Table(
            f"Caption {number}.",
            ("Row", "Cell"),
            tuple(Row(f"row {number}.{row}.", ("cell",)) for row in range(10)),
        )
        for number in range(12)
    ]
    blocks = [block for table in tables for block in (table, *(Paragraph("Between."),) * 3)]
    section = Section("options", "The options", tuple(blocks))
    made = render(replace(plan_and_baseline(), sections=(section,)), "pdf")
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(made)).pages]
    for table in tables:
        (sheet,) = (sheet for sheet in sheets if table.caption in sheet)
        assert all(row.heading in sheet for row in table.rows), table.caption
