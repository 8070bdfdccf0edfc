"""A table of text out of whatever people have; nothing takes more than it is worth."""

import io
import re
import resource
import subprocess
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import process_time

import openpyxl
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.records.tables import read_tables
from modeller.records.tables.delimited import read_text
from modeller.records.tables.hidden_rows import hidden_rows
from modeller.records.tables.kinds import kind_of
from modeller.records.tables.other_process import read_apart, translated
from modeller.records.tables.table import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, cell_text
from tests.met import preview_bytes
from tests.record_tables import csv_of, heads, ods_of, ods_row, typeset, xlsx_of
from ui.languages.language import speak

ROOT = Path(__file__).parents[1]
ROWS = (("Day", "Where", "Faces"), ("3 June 2025", "Café “Rose” – £5", "9000"))


def cells(content, name="a file"):
    (table,) = read_tables(content, name)
    return [row.cells for row in table.rows]


def refusal(content):
    with pytest.raises(ModellerError) as caught:
        read_tables(content, "a file")
    return str(caught.value)


# --- Text --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252",
                 "mac_roman"],
)  # fmt: skip
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_that_encoding_and_separator_make_no_difference(encoding, separator):
    assert cells(csv_of(ROWS, separator).encode(encoding)) == list(ROWS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_line_ends_make_no_difference_and_lines_are_counted(end):
    text = csv_of(ROWS).replace("\n", end) + end + f"4 June 2025,x,1{end}"
    (table,) = read_tables(text.encode(), "a file")
    assert [row.line for row in table.rows] == [1, 2, 4]


def test_that_a_line_that_names_the_separator_is_believed_and_counted():
    (table,) = read_tables(b"sep=^\r\nDay^Where, or when\r\n1^2,3\r\n", "a file")
    assert [row.cells for row in table.rows] == [("Day", "Where, or when"), ("1", "2,3")]
    assert table.rows[0].line == 2
    assert "names no separator" in refusal(b'sep="\r\na,b\r\n')


def test_that_decimal_commas_and_title_lines_do_not_mislead():
    text = (
        "A title, with a comma\nSource: x, y and z\nday;hours;faces\n1;4,75;9\n2;5,25;8\n3;6,5;7\n"
    )
    assert cells(text.encode())[2:] == [
        ("day", "hours", "faces"),
        ("1", "4,75", "9"),
        ("2", "5,25", "8"),
        ("3", "6,5", "7"),
    ]


def test_that_what_is_unusual_in_the_text_is_said():
    (table,) = read_tables("a;é\n1;2\n".encode("cp1252"), "a file")
    assert table.notes == (
        "The text is encoded as Windows-1252.",
        "Cells are separated by semicolons.",
    )


def test_that_line_breaks_and_hard_spaces_in_a_cell_are_spaces():
    assert cells('"Faces\nseen\u00a0here",b\n1,2\n'.encode())[0] == ("Faces seen here", "b")


def test_that_a_table_from_the_clipboard_is_read():
    assert read_text("Day\tFaces\n1\t2\n", "the clipboard").rows[1].cells == ("1", "2")


def test_that_quotes_that_do_not_pair_are_named_with_their_line():
    assert "line 2 cannot be read as CSV" in refusal(b'a,b\n"1,2\n')


def test_that_rows_and_columns_have_bounds():
    (table,) = read_tables(b"a,b\n" + b"1,2\n" * (MOST_ROWS + 5), "a file")
    assert table.cut
    assert len(table.rows) == MOST_ROWS
    assert "has 101 columns" in refusal(b",".join([b"1"] * (MOST_COLUMNS + 1)))
    assert cells(b"1" + b"," * 500)[0][0] == "1"
    assert "is larger than" in refusal(b"1" * (MOST_BYTES + 1))


# --- What is no table --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "picture", "is a picture, not a table"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "picture", "is a picture, not a table"),
        (b"<svg xmlns='x'></svg>", "picture", "is a picture, not a table"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture", "is a picture"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(30), "sound", "is a sound or a film"),
        (b"{\\rtf1 Hello}", "document", "is a word processor’s document"),
        (b"<!DOCTYPE html><html></html>", "web page", "is a web page"),
        (b"\xef\xbb\xbf<table border=1><tr><td>Date</table>", "web page", "is a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "XML", "is an XML file"),
        (b'{"format": 1}', "JSON", "a scenario is opened, not imported"),
        (b"SQLite format 3\x00" + bytes(80), "database", "is a program or a database"),
        (bytes(range(256)) * 4, "other", "of an unknown kind"),
        (
            b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Figures\r\n\r\nHello",
            "mail",
            "is an e-mail message",
        ),
    ],
)
def test_that_a_file_of_another_kind_is_called_what_it_is(content, kind, said):
    assert kind_of(content) == kind
    assert said in refusal(content)


def zip_of(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def test_that_office_files_are_told_apart():
    assert kind_of(zip_of(word__document="x")) == "document"
    assert kind_of(zip_of(ppt__presentation="x")) == "slides"
    assert kind_of(xlsx_of(("S", [[1]]))) == "workbook"
    assert kind_of(ods_of("")) == "sheet"
    assert kind_of(ods_of("", mimetype_stored=False)) == "sheet"
    assert "is a word processor’s document" in refusal(zip_of(word__document="x"))
    assert "is a compressed archive" in refusal(zip_of(readme="x"))


# --- Workbooks ---------------------------------------------------------------------------------


def test_that_cells_of_a_workbook_are_as_a_person_would_type_them():
    moment = datetime.combine(date(2025, 6, 3), time(10, 5))
    row = [date(2025, 6, 3), moment, time(4, 47), timedelta(hours=30), 9000, 0.1 + 0.2, True,
           " Café "]  # fmt: skip
    assert cells(xlsx_of(("S", [row]))) == [
        (
            "2025-06-03",
            "2025-06-03 10:05:00",
            "04:47:00",
            "30:00",
            "9000",
            "0.3",
            "TRUE",
            "Café",
        )
    ]


def test_that_each_sheet_with_something_in_it_is_a_table_with_its_own_lines():
    book = xlsx_of(("Empty", []), ("First", [[None], ["a", "b"]]), ("Second", [["c"]]))
    tables = read_tables(book, "a file")
    assert [(table.sheet, table.rows[0].cells) for table in tables] == [
        ("First", ("a", "b")),
        ("Second", ("c",)),
    ]
    assert tables[0].rows[0].line == 2


def test_that_a_hidden_sheet_comes_after_those_that_are_seen():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(("Draft", [["a"]]), ("Final", [["b"]]))))
    book["Draft"].sheet_state = "hidden"
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    assert [table.sheet for table in read_tables(out.getvalue(), "a file")] == ["Final", "Draft"]


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_that_what_a_workbook_hides_is_said_when_it_is_read():
    named = "Rows & <weeks>"
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_of(("Other", [["a"]] * 3), (named, [["a"], ["b"], [None], ["c"], ["d"]])))
    )
    for row in (2, 3, 5):  # the third is empty, and there is nothing to say of it
        book[named].row_dimensions[row].hidden = True
    book[named].sheet_state = "hidden"
    other, hidden = read_tables(saved(book), "a file")
    assert other.notes == ()
    assert hidden.sheet == named
    assert hidden.notes == (
        f"The sheet “{named}” is hidden.",
        "Hidden rows are read, too: lines 2 and 5.",
    )
    assert [row.cells for row in hidden.rows] == [("a",), ("b",), ("c",), ("d",)]


def test_that_hidden_rows_are_looked_for_in_any_bytes_without_a_fault():
    assert hidden_rows(b"no archive") == {}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", '<sheets><sheet name="A>B" r:id="x"/></sheets>')
    assert hidden_rows(made.getvalue()) == {}
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationship Target='w/1.xml' Id='x'/>")
        rows = '<row hidden="1"><c/></row><row/><row hidden="true" r="9"/><row r="²" hidden="1"/>'
        archive.writestr("xl/w/1.xml", f"<s>{rows}<row hidden=1/></s>")
    assert hidden_rows(made.getvalue()) == {"A>B": {1, 9, 10}}


def sheet_of(text):
    """An XLSX file, as far as its hidden rows are looked for."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", '<sheets><x:sheet name="A" r:id="x"/></sheets>')
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationship Target='w/1.xml' Id='x'/>")
        archive.writestr("xl/w/1.xml", text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("before", "after"), [("<!-- ", "' -->"), ("<![CDATA[", "' ]]>"), ("<?x ", "' ?>")]
)
@pytest.mark.parametrize("again", ['<row "', "<row a='", '<row hidden="1" r="7"/>', "<x:row a"])
def test_that_what_is_no_row_hides_none_and_takes_no_time(before, after, again):
    text = f"<s>{before}{again * 50_000}{after}<row r='2' hidden='1'/></s>"
    started = process_time()
    assert hidden_rows(sheet_of(text)) == {"A": {2}}
    assert process_time() - started < 5


def test_that_entities_are_not_followed_when_hidden_rows_are_looked_for():
    declared = "<!DOCTYPE s [<!ENTITY a '<row hidden=\"1\"/>'>]>"
    assert hidden_rows(sheet_of(f"{declared}<s>&a;</s>")) == {"A": frozenset()}


@pytest.mark.parametrize("how", ["collapse", "filter"])
def test_that_hidden_rows_of_an_opendocument_sheet_are_said(how):
    row = ods_row(["b"], repeated=2).replace(
        "<table:table-row ", f'<table:table-row table:visibility="{how}" '
    )
    end = (
        f'<table:table-row table:visibility="{how}" table:number-rows-repeated="1048570">'
        "<table:table-cell/></table:table-row>"
    )
    (table,) = read_tables(ods_of(ods_row(["a"]) + row + ods_row(["c"]) + end), "a file")
    assert table.notes == ("Hidden rows are read, too: lines 2 and 3.",)


@pytest.mark.parametrize(
    "unseen", ["\0", "\0\0", "\u200b", "\u2060", "\u00ad", "\u202c", "\0\u200b", "\U000e0030"]
)
def test_that_what_cannot_be_seen_within_a_number_is_never_passed_over(unseen):
    rows = [["date", "faces", "alerts", "false_alerts", "arrests"],
            ["2026-02-03", 9_780, f"1{unseen}0", 0, 4],
            *[[f"2026-02-{day:02}", 8_140, 12, 1, 5] for day in range(4, 12)]]  # fmt: skip
    contents = [csv_of(rows).encode()]
    if "\0" not in unseen:  # which no workbook can hold
        contents.append(xlsx_of(("One", rows)))
    for content in contents:
        with pytest.raises(ModellerError, match="line 2, alerts is “1�0”; write a whole number"):
            preview_bytes(content, "a file").confirmed()


def test_that_what_cannot_be_seen_around_a_cell_is_passed_over():
    assert cell_text("\ufeff10\0\0") == "10"
    assert cell_text("\u200e03\u200e/\u200e02\u200e/\u200e2026") == "03/02/2026"
    assert cell_text("Brix\u200bton\0") == "Brixton"


def test_that_digits_shown_backwards_are_no_number():
    assert cell_text("\u202e21") == "�21"


def test_that_a_cell_without_a_value_is_called_empty():
    header = ["date", "faces", "alerts", "false_alerts", "arrests"]
    book = xlsx_of(("One", [header, *(["2025-06-03", "=9000+1", 7, 0, day] for day in range(4))]))
    with pytest.raises(ModellerError, match="faces is empty; write a whole number; a formula has"):
        preview_bytes(book, "a.xlsx").confirmed()


@pytest.mark.parametrize("stored", [True, False])
def test_that_an_opendocument_sheet_is_read_with_its_repeats(stored):
    body = ods_row(["a", 1.5], repeated=3) + (
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert cells(ods_of(body, mimetype_stored=stored)) == [("a", "1.5")] * 3


def test_that_an_old_workbook_that_is_none_is_refused_in_words():
    found = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "cannot be read as a workbook" in found


def test_that_an_old_workbook_is_read_in_a_process_of_its_own():
    (table,) = read_tables((ROOT / "benchmarks" / "soak" / "seed.xls").read_bytes(), "a file")
    assert table.sheet == "2026"
    assert table.rows[1].cells == ("2026-01-06", "Market", "9780", "9", "0", "4", "4hr 47m")


def test_that_a_workbook_that_breaks_off_or_declares_entities_is_refused_at_once():
    assert "cannot be read as a workbook" in refusal(ods_of(ods_row(["a"]) + "<table:t"))
    whole = ods_of(ods_row(["a"]))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        text = archive.read("content.xml").decode()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<!DOCTYPE x [<!ENTITY a "aaaa">]>{text}')
    assert "DOCTYPE" in refusal(bomb.getvalue())


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def lettered():
    """A workbook with a cell at a place of so many letters that a column of it has no end."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_of(("S", [["a"]])))) as whole,
        zipfile.ZipFile(changed, "w") as archive,
    ):
        for member in whole.infolist():
            archive.writestr(
                member.filename, whole.read(member).replace(b'r="A1"', b'r="spreadsheetA1"')
            )
    return changed.getvalue()


def bombs():
    yield lettered()
    book = openpyxl.Workbook()
    sheet = book[book.sheetnames[0]]
    sheet["A1"], sheet["XFD1048576"] = 1, 2
    out = io.BytesIO()
    book.save(out)
    yield out.getvalue()
    wide = ods_row(["a"], repeated=1_000_000).replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" '
    )
    yield ods_of(wide)
    yield zip_of(xl__workbook="x", xl__worksheets__sheet1="0" * 80_000_000).replace(
        b"xl/worksheets/sheet1", b"xl/worksheets/s1.xml"
    )
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(2_000):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", "<x/>")
    yield many.getvalue()


@pytest.mark.parametrize("number", range(5))
def test_that_a_workbook_that_unpacks_to_too_much_is_refused_before_it_does(number):
    content = list(bombs())[number]
    before = peak_megabytes()
    assert refusal(content)
    assert peak_megabytes() - before < 300


# --- PDF ---------------------------------------------------------------------------------------


def test_that_the_ruled_tables_of_all_pages_are_one():
    header = heads(("Deployment", "Date (DD/MM/YY)", "Faces seen (Estimate)"))
    days = [(f"Place {i}", f"{1 + i % 28:02}/05/25", f"{9 + i},000") for i in range(90)]
    (table,) = read_tables(typeset(3, header, days), "a file")
    assert len({row.cells for row in table.rows}) == 91
    assert table.rows[1].cells == ("Place 0", "01/05/25", "9,000")
    assert "numbered through" in table.notes[0]


def test_that_raised_marks_in_a_pdf_are_no_digits_of_its_numbers():
    header = ("Date", "Faces", "Alerts")
    rows = [("3/6/2025", "9,780#r[1]", "12#r[12]"), ("4/6/2025", "871", "4#r[a]")]
    body = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = (  # as word processors do it: small, and higher
        f"#let r = super.with(typographic: false)\n"
        f"#table(columns: 3, table.header({heads(header)}), {body})"
    )
    table = cells(typst.compile(source.encode()))
    assert table == [header, ("3/6/2025", "9,780", "12"), ("4/6/2025", "871", "4")]


def test_that_what_another_process_says_is_in_the_users_language(qapp):
    book = xlsx_of(("One", [["a"]]))[:-30] + b"broken in the middle" + bytes(30)
    speak("fr", qapp)
    try:
        with pytest.raises(ModellerError) as caught:
            read_apart("workbook", book, "a.xlsx")
        said = str(caught.value)
        (table,) = read_tables(typeset(3, heads(ROWS[0]), [ROWS[1]]), "a.pdf")
    finally:
        speak("en", qapp)
    assert said.startswith("a.xlsx ne se lit pas comme un classeur (")
    assert "enregistrez-le de nouveau" in said
    assert not re.search(r"[\x00-\x1f]", said + "".join(table.notes))
    assert table.notes[0].startswith("Les lignes sont celles")
    nested = "\x02Problem\x1fis {{a}}\x1fa\x1f\x02Problem\x1fa PDF\x03\x03".replace("{{", "{")
    assert translated(nested.replace("}}", "}")) == "is a PDF"
    assert translated("\x02Problem\x1fis {a}\x1fa\x03") == "is {a}"


def test_that_a_pdf_without_a_ruled_table_says_what_to_do():
    import typst

    assert "has no ruled table" in refusal(typst.compile(b"Only words."))
    assert "cannot be read as a PDF" in refusal(b"%PDF-1.7\nnothing more")


def test_that_without_the_library_a_pdf_is_still_called_one(monkeypatch):
    monkeypatch.setattr("modeller.records.tables.reading.installed", lambda: False)
    assert "the library that reads its tables is not installed" in refusal(b"%PDF-1.7\n")


@pytest.mark.parametrize("what", ["slow", "killed", "no process"])
def test_that_a_reader_apart_that_fails_is_told_in_words(monkeypatch, what):
    def run(command, **options):
        if what == "slow":
            raise subprocess.TimeoutExpired(command, 1)
        if what == "no process":
            raise OSError(12, "Cannot allocate memory")
        return subprocess.CompletedProcess(command, -9, b"", b"")

    monkeypatch.setattr("modeller.records.tables.other_process.subprocess.run", run)
    found = refusal(b"%PDF-1.7\n")
    assert ("Cannot allocate memory" if what == "no process" else "more time or memory") in found


# --- Anything ----------------------------------------------------------------------------------


@given(st.binary(max_size=400))
def test_that_no_bytes_raise_anything_but_a_modeller_error(content):
    if kind_of(content) in ("PDF", "old-workbook"):
        return
    try:
        tables = read_tables(content, "random")
    except ModellerError:
        return
    assert all(any(row.cells) for table in tables for row in table.rows)


@given(st.binary(max_size=400))
def test_that_no_member_of_a_workbook_raises_anything_but_a_modeller_error(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", content)
        archive.writestr("xl/worksheets/sheet1.xml", content)
    with pytest.raises(ModellerError):
        read_tables(out.getvalue(), "random")
