"""The log as a Word document, without macros."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from modeller.base.zips import word_file
from modeller.quality.log import QualityLog
from modeller.quality.sections import TITLE, Section, Table, sections


def word_document(log: QualityLog) -> bytes:
    """The log as the bytes of a .docx file."""
    return document_of(TITLE, sections(log), log)


def document_of(title: str, shown: Sequence[Section], log: QualityLog) -> bytes:
    """Sections as a document with the date and author of the log."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = Cm(1.5)
    properties = document.core_properties
    properties.title, properties.author = title, log.statement.analyst
    properties.language = "en-GB"
    # so that the same log gives the same file, whenever it is written
    properties.created = properties.modified = datetime.combine(log.made, time(), UTC)
    document.add_heading(title, 0)
    for section in shown:
        document.add_heading(section.title, 1)
        for paragraph in section.paragraphs:
            document.add_paragraph(paragraph)
        for item in section.items:
            document.add_paragraph(item, style="List Bullet")
        if section.table is not None:
            _add_table(document, section.table, Pt(7))
    return word_file(document, log.made)


def _add_table(document: object, table: Table, size: object) -> None:
    from docx.document import Document
    from docx.oxml import OxmlElement

    assert isinstance(document, Document)
    document.add_paragraph(table.caption, style="Caption")
    grid = document.add_table(rows=1, cols=len(table.headings), style="Table Grid")
    # repeated on every page, and read out as headings
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, texts in ((grid.rows[0], table.headings), *((None, cells) for cells in table.rows)):
        cells = (row or grid.add_row()).cells
        for cell, text in zip(cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.font.size = size
            run.bold = row is not None
