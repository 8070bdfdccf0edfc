"""The briefing as a Word document, in the form of written evidence to a Commons committee.

It has numbered paragraphs, a summary in bullets, few pictures, no macros, and at most 3,000 words,
whose number it gives. It says what was left out for that.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from modeller.base.zips import word_file
from modeller.briefing.content import (
    Block,
    Briefing,
    Bullets,
    Chart,
    Code,
    Paragraph,
    Subheading,
    Table,
    Terms,
)
from modeller.briefing.fitting import (
    count_sentence,
    fitted,
    left_out_sentence,
    pictured,
    summary_items,
)
from modeller.briefing.html import made_line

_SHORT_TABLE = 8
"""The most rows of a table that is kept on one page."""
_ACCENT, _SHADE = "12436D", "FFF4E5"
_NUMBERED = "Numbered paragraph"

# ---------------------------------------------------------------- the document


def render_word(briefing: Briefing, pictures: Mapping[str, bytes]) -> bytes:
    """The document as the bytes of a file.

    Parameters
    ----------
    pictures
        The drawings as PNG by the charts' keys.
    """
    sections, left_out, words = fitted(briefing)
    document = docx.Document()
    _prepare(document, briefing)
    # every paragraph would be compared with all styles of the template
    vars(document.part)["get_style_id"] = cache(document.part.get_style_id)
    front = briefing.front
    document.add_paragraph().add_run(briefing.about.status).bold = True
    document.add_paragraph(front.subject)
    document.add_heading(front.title, 0)
    document.add_paragraph(front.answer, style="Subtitle")
    document.add_paragraph(front.context)
    if front.question:
        document.add_paragraph(front.question)
    document.add_paragraph(made_line(briefing))
    document.add_heading("Summary", 1)
    for item in summary_items(briefing):
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph(front.reading)
    document.add_heading("Bear in mind", 1)
    for item in front.caveats:
        document.add_paragraph(item, style="List Bullet")
    _add_table(document, front.table)
    figures = count(1)
    _add_picture(document, front.figure, pictures, next(figures))
    drawn = pictured(sections)
    for section in sections:
        document.add_heading(section.heading, 1)
        for block in section.blocks:
            _add(document, block, pictures, figures, drawn)
    for text in (left_out_sentence(left_out), count_sentence(words)):
        if text:
            document.add_paragraph(text)
    return word_file(document, briefing.about.on)


def _prepare(document: Document, briefing: Briefing) -> None:
    """Set language, page, styles, properties, and header and footer."""
    about = briefing.about
    properties = document.core_properties
    properties.title = briefing.front.title[:255]
    properties.author = about.author or "Not named"
    properties.subject = f"{briefing.front.subject}. {briefing.front.context}"[:255]
    properties.comments = ""
    properties.keywords = briefing.identity[:255]
    properties.language = "en-GB"
    properties.created = properties.modified = datetime(
        about.on.year, about.on.month, about.on.day, tzinfo=UTC
    )
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin = page.bottom_margin = Mm(22)
    styles = document.styles
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 24, 0, 10),
        ("Subtitle", 12, 0, 6),
        ("Heading 1", 15, 18, 6),
        ("Heading 2", 12, 12, 4),
        ("Caption", 10, 10, 4),
        ("List Bullet", 11, 0, 4),
    ):
        style = styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.italic = False
        style.font.color.rgb = RGBColor(0x0B, 0x0C, 0x0C)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        _same_font_in_every_script(style.element, "Calibri")
    _add_numbered_style(document)
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "en-GB")
    status = "Draft: not signed off" if not about.signed_off_by else "Signed off"
    header = page.header.paragraphs[0]
    header.text = status
    footer = page.footer.paragraphs[0]
    footer.text = f"{briefing.identity} · page "
    _add_field(footer, "PAGE")
    for paragraph in (header, footer):
        for run in paragraph.runs:
            run.font.size = Pt(8)


def _add(
    document: Document,
    block: Block,
    pictures: Mapping[str, bytes],
    figures: count[int],
    drawn: Collection[str],
) -> None:
    if isinstance(block, Paragraph):
        document.add_paragraph(block.text, style=_NUMBERED)
    elif isinstance(block, Subheading):
        document.add_heading(block.text, 2)
    elif isinstance(block, Bullets):
        for item, address in block.linked:
            style = "List Number" if block.ordered else "List Bullet"
            paragraph = document.add_paragraph(item, style=style)
            if address:
                _add_link(paragraph, address)
    elif isinstance(block, Terms):
        for term, text in block.items:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{term}. ").bold = True
            paragraph.add_run(text)
    elif isinstance(block, Code):
        _add_code(document, block)
    elif isinstance(block, Table):
        _add_table(document, block)
    else:
        if block.key in drawn:
            _add_picture(document, block, pictures, next(figures))
        _add_table(document, block.table)


def _add_code(document: Document, block: Code) -> None:
    document.add_paragraph(block.label, style="Caption")
    paragraph = document.add_paragraph()
    for place, line in enumerate(block.lines):
        run = paragraph.add_run(line)
        run.font.name, run.font.size = "Courier New", Pt(7)
        if place < len(block.lines) - 1:
            run.add_break()


def _add_picture(
    document: Document, chart: Chart, pictures: Mapping[str, bytes], number: int
) -> None:
    """Add a chart below its finding, with its alternative text."""
    caption = document.add_paragraph(f"Figure {number}. {chart.title}", style="Caption")
    caption.paragraph_format.keep_with_next = True
    below = document.add_paragraph(chart.subtitle)
    below.paragraph_format.keep_with_next = True
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(pictures[chart.key]), width=Mm(160))
    described = shape._inline.docPr  # the library has no call for it
    described.set("descr", chart.alternative)
    described.set("title", chart.title)


def _add_table(document: Document, block: Table) -> None:
    caption = document.add_paragraph(block.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=len(block.columns))
    table.autofit = False
    table._tbl.tblPr.append(_borders())
    shares = block.widths if len(block.widths) == len(block.columns) else None
    shares = shares or (1.6, *(1.0,) * (len(block.columns) - 1))
    widths = [Mm(160 * share / sum(shares)) for share in shares]

    def fill(cell: _Cell, text: str, *, right: bool, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.bold = bold
        run.font.size = Pt(9)
        paragraph.paragraph_format.space_after = Pt(1)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    header = table.add_row()
    _mark(header._tr.get_or_add_trPr(), "w:tblHeader")
    for place, (cell, text) in enumerate(zip(header.cells, block.columns, strict=True)):
        fill(cell, text, right=block.figures and place > 0, bold=True)
    for row in block.rows:
        line = table.add_row()
        _mark(line._tr.get_or_add_trPr(), "w:cantSplit")
        cells = line.cells
        if not row.cells:
            merged = cells[0].merge(cells[-1])
            fill(merged, row.heading, right=False, bold=True)
            continue
        for place, (cell, text) in enumerate(zip(cells, (row.heading, *row.cells), strict=True)):
            fill(cell, text, right=block.figures and place > 0)
            if row.edited:
                _shade(cell)
    if len(block.rows) <= _SHORT_TABLE:
        for line in table.rows[:-1]:
            for cell in line.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    note = document.add_paragraph(block.note)
    for run in note.runs:
        run.font.size = Pt(9)


# ---------------------------------------------------------------- what the library has no calls for


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _borders() -> BaseOxmlElement:
    """Draw hairlines between the rows, and none between the columns."""
    borders = _element("w:tblBorders")
    for side, size, colour in (
        ("top", "8", "505A5F"),
        ("bottom", "4", "D5DADD"),
        ("insideH", "4", "D5DADD"),
    ):
        borders.append(_element(f"w:{side}", val="single", sz=size, space="0", color=colour))
    return borders


def _mark(properties: Any, name: str) -> None:
    properties.append(_element(name, val="true"))


def _shade(cell: _Cell) -> None:
    shading = _element("w:shd", val="clear", color="auto", fill=_SHADE)
    cell._tc.get_or_add_tcPr().append(shading)


def _same_font_in_every_script(style: Any, font: str) -> None:
    """Set the font for every script; the template's headings would take it from its theme."""
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _add_field(paragraph: WordParagraph, code: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = _element("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        else:
            run._r.append(_element("w:fldChar", fldCharType=kind))


def _add_link(paragraph: WordParagraph, address: str) -> None:
    """Add an address as a link."""
    paragraph.add_run(" ")
    run = paragraph.add_run(address)
    run.font.color.rgb, run.font.underline = RGBColor.from_string(_ACCENT), True
    link = _element("w:hyperlink")
    identity = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), identity)
    paragraph._p.append(link)
    link.append(run._r)


def _add_numbered_style(document: Document) -> None:
    """Add a style whose paragraphs are numbered through the document."""
    numbering = document.part.numbering_part.element
    abstract = _element("w:abstractNum", abstractNumId="90")
    abstract.append(_element("w:multiLevelType", val="singleLevel"))
    level = _element("w:lvl", ilvl="0")
    for name, value in (
        ("start", "1"),
        ("numFmt", "decimal"),
        ("lvlText", "%1."),
        ("lvlJc", "left"),
    ):
        level.append(_element(f"w:{name}", val=value))
    properties = _element("w:pPr")
    properties.append(_element("w:ind", left="567", hanging="567"))
    level.append(properties)
    abstract.append(level)
    numbering.insert(0, abstract)  # definitions must come before their uses
    number = _element("w:num", numId="90")
    number.append(_element("w:abstractNumId", val="90"))
    numbering.append(number)
    style = document.styles.add_style(_NUMBERED, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.left_indent = Mm(10)
    used = _element("w:numPr")
    used.append(_element("w:ilvl", val="0"))
    used.append(_element("w:numId", val="90"))
    style.element.get_or_add_pPr().append(used)
