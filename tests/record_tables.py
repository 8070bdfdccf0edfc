"""Tables as people have them: the same rows as a workbook, a PDF or a text."""

import io
import zipfile
from xml.sax.saxutils import escape

import openpyxl

MET_2025 = (
    "Deployment Location",
    "Date",
    "Duration",
    "LFR Use Case",
    "Watchlist Size",
    "Min Threshold Setting",
    "Total Alerts",
    "True Alerts Confirmed",
    "True Alerts Unconfirmed",
    "False Alerts Confirmed",
    "False Alerts Unconfirmed",
    "False Alert Rate",
    "Outcome - Arrest",
    "Outcome - Other",
    "No action",
    "Faces seen (estimate)",
)


def csv_of(rows, separator=","):
    def cell(value):
        text = str(value)
        quoted = any(c in text for c in f'{separator}"\n')
        return '"' + text.replace('"', '""') + '"' if quoted else text

    return "".join(separator.join(map(cell, row)) + "\n" for row in rows)


def xlsx_of(*sheets):
    """A workbook of (name, rows)."""
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_of(body, *, mimetype_stored=True):
    """An OpenDocument spreadsheet with one sheet of this XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        stored = zipfile.ZIP_STORED if mimetype_stored else zipfile.ZIP_DEFLATED
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", stored)
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:'
            '1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:'
            'oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="One">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def ods_row(cells, repeated=1):
    """A row of an OpenDocument spreadsheet, of text and numbers."""
    shown = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        if isinstance(cell, int | float)
        else f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p>'
        "</table:table-cell>"
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{shown}</table:table-row>'


def typeset(columns, header, rows, *, size=6):
    """A PDF of a ruled table, as the publishers' are; `header` is markup."""
    import typst

    def cell(text):
        return "[" + str(text).replace("#", "\\#").replace("*", "\\*").replace("<", "\\<") + "]"

    body = ", ".join(cell(text) for row in rows for text in row)
    source = (
        f'#set page(paper: "a4", flipped: true, margin: 8mm)\n#set text(size: {size}pt)\n'
        f"= Live facial recognition: deployments\n"
        f"#table(columns: {columns}, table.header({header}), {body})\n"
        "Footnotes stand below the table and are no part of it.\n"
    )
    return typst.compile(source.encode())


def heads(names):
    """One header row as markup."""
    return ", ".join(f"[{name}]" for name in names)
