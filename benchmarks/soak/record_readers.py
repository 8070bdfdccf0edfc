"""Readers of records, tables, messages and ledgers, as functions of bytes."""

from __future__ import annotations

import base64
import io
import json
import signal
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from benchmarks.soak.reader import Reader
from benchmarks.soak.scenario_readers import small_document
from modeller.base.bounded_json import parse
from modeller.base.errors import ModellerError, Problem
from tests.met import MET

_PDF_SECONDS = 10.0
"""Seconds of processor time for a PDF."""


def _record(data: bytes, _folder: Path) -> object:
    from tests.met import parse_record, parse_user_record

    record = parse_user_record(data, "a record")
    assert parse_record(record.to_csv().encode(), name="again") == record
    return record


def _table_file(data: bytes, _folder: Path) -> object:
    """The bytes as a file of any kind but PDF and XLS, with everything unusual confirmed."""
    from modeller.records.preview import Said
    from modeller.records.tables.kinds import kind_of
    from tests.met import preview_bytes

    if kind_of(data) in ("PDF", "old-workbook", "workbook", "sheet"):
        return None  # these are read in another process; they have readers below
    preview = preview_bytes(data, "a table", Said(today=date(2026, 6, 1)))
    said = Said(
        accept=frozenset(choice.key for one in preview.findings for choice in one.choices),
        readings={"<5": "2"},
        today=date(2026, 6, 1),
    )
    again = preview_bytes(data, "a table", said)
    if again.record is None:
        return again.problems
    from tests.met import parse_record, plan_import

    planned = plan_import(again, said, base="shipped")
    for record in (again.record, planned.record):
        weeks = parse_record(record.to_csv().encode(), name="again")
        assert weeks.digest == record.digest_of_weeks
    return planned


def _table_seeds() -> Iterator[bytes]:
    met = (
        "Deployment Location,Date,Duration of Deployment,LFR Purpose Reference / LFR Purpose,"
        "Watchlist Size,Min Threshold Setting,Total Alerts,True Alerts,,False Alerts,,"
        "False Alert Rate,Engagement Outcomes,,,Faces seen (Estimate)\r\n"
        ",,,,,,,Confirmed,Unconfirmed,Confirmed,Unconfirmed,,Arrest,Other Disposal,No Action,\r\n"
        '"High St, Town",03/06/25,4hr 47m,"1,2","16,001",0.64,9,7,1,1,0,0.01%,3,1,4,"9,780"\r\n'
        "Market,04/06/25,1205-1253,1,16002,64%,2,2,0,0,0,0%,1,0,1,4100*\r\n"
    )
    yield met.encode()
    yield met.replace(",", "\t").encode("utf-16")
    yield (
        "Deployments in 2026\rsource: own\rdate;faces;alerts;false_alerts;arrests;hours\r"
        "1/14/2026;9.780;10;0;<5;4,75\r1/15/2026;N/A;-;-;-;5,5\rTotal;9780;10;0;4;\r"
    ).encode("cp1252")
    yield b"sep=|\nday|place|faces|alerts|false alerts|arrests\n45811|Camden|9000|7|0|3\n"
    yield (
        b"week starting,deployments,faces,alerts,false_alerts,arrests\n"
        b"5 January 2026,2,20000,17,1,8\n12/01/2026,3,30000,20,0,9\n"
    )


def _pasted(data: bytes, _folder: Path) -> object:
    """The bytes as text from the clipboard; anything before a NUL says what its columns are."""
    from modeller.records.preview import Said
    from tests.met import plan_import, preview_text

    said, _, text = data.decode("utf-8", "surrogateescape").rpartition("\0")
    pairs = (pair.partition("=") for pair in said.split("\n") if "=" in pair)
    columns = {heading: field for heading, _, field in pairs}
    preview = preview_text(text, "pasted", Said(columns=columns, today=date(2026, 6, 1)))
    if preview.record is None:
        return preview.problems
    return plan_import(preview, Said(columns=columns, today=date(2026, 6, 1)), base="shipped")


def _pasted_seeds() -> Iterator[bytes]:
    yield (
        b"Heads=faces\nOfficer=ignore\n\0Date\tHeads\tAlerts\tFalse alerts\tArrests\tOfficer\n"
        b"3 June 2025\t9,000\t7\t0\t3\tA\n"
    )
    yield b"date  faces  alerts  false alerts  arrests\n3 June 2025  9,000  7  0  3\n"
    yield b"date\tplace\tfaces\talerts\tfalse alerts\tarrests\n4/6/25\tBarking\t800\t1\t0\t0\n"


def _desk_file(data: bytes, _folder: Path) -> object:
    """The bytes as a desk, opened by its name and by its content."""
    from modeller.scenario.desk_file import parse_desk
    from modeller.scenario.sharing import open_bytes

    with suppress(ModellerError):
        open_bytes(data, profile=MET)
    desk = parse_desk(data, "a desk", profile=MET)
    return desk.frame, [one.scenario.fingerprint for one in desk.scenarios]


def _desk_file_seeds() -> Iterator[bytes]:
    part = {"letter": "A", "visible": True, "scenario": json.loads(small_document())}
    other = {**part, "letter": "C", "visible": False}
    for parts in ([part], [part, other]):
        yield json.dumps(
            {"modeller-desk": 1, "selected": "A", "baseline": "A", "scenarios": parts}
        ).encode()


def _workbook(data: bytes, _folder: Path) -> object:
    """The bytes as the sheet of a workbook or, after an exclamation mark, of an ODS file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        if data[:1] == b"!":
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", data[1:])
        else:
            archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr("xl/workbook.xml", _BOOK)
            archive.writestr("xl/_rels/workbook.xml.rels", _BOOK_RELATIONS)
            archive.writestr("xl/worksheets/sheet1.xml", data)
    # in this process, and so without the limit of time that the other process has
    from modeller.records.preview import preview_of
    from modeller.records.tables.workbooks import safe_workbook, sheets
    from tests.met import MET

    tables = sheets(safe_workbook(packed.getvalue(), "a workbook"), "a workbook")
    return preview_of(tables, "a workbook", MET)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CONTENT_TYPES = f'<Types xmlns="{_PACKAGE}/content-types"/>'
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="One" sheetId="1" '
    'r:id="r1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)


def _workbook_seeds() -> Iterator[bytes]:
    def cells(row: int, *texts: object) -> str:
        made = (
            f'<c r="{chr(65 + at)}{row}"><v>{text}</v></c>'
            if isinstance(text, int)
            else f'<c r="{chr(65 + at)}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
            for at, text in enumerate(texts)
        )
        return f'<row r="{row}">{"".join(made)}</row>'

    head = ("date", "faces", "alerts", "false_alerts", "arrests")
    rows = cells(1, *head) + cells(2, 45811, 9000, 7, 0, 3) + cells(3, "4 June 2025", 80, 1, 0, 0)
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()
    plain = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in texts
        )
        + "</table:table-row>"
        for texts in (head, ("3 June 2025", "9,000", "7", "0", "3"))
    )
    yield (
        '!<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{plain}<table:table-row '
        'table:number-rows-repeated="9"/></table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    ).encode()


def _old_workbook(data: bytes, _folder: Path) -> object:
    """The bytes as an XLS file, read in the process with limits, because some need gigabytes."""
    from modeller.records.tables import read_tables

    return read_tables(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data[8:], "a workbook")


def _old_workbook_seeds() -> Iterator[bytes]:
    yield (Path(__file__).parent / "seed.xls").read_bytes()


def _pdf_table(data: bytes, _folder: Path) -> object:
    """The bytes as a PDF, read in this process with the limit of time that the other one has.

    The library never ends on objects that refer to each other in a circle.
    """
    from modeller.records.tables.pdf import read_pages

    def over(*_: object) -> None:
        raise ModellerError(Problem("a PDF", "takes too long", "copy the table"))

    before = signal.signal(signal.SIGVTALRM, over)
    # repeatedly, because the library catches some exceptions
    signal.setitimer(signal.ITIMER_VIRTUAL, _PDF_SECONDS, 0.5)
    try:
        return read_pages(data, "a PDF")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _pdf_table_seeds() -> Iterator[bytes]:
    yield (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 150>>stream\n"
        b"10 10 80 20 re S 90 10 80 20 re S 10 30 80 20 re S 90 30 80 20 re S\n"
        b"BT /F 8 Tf 12 35 Td (date) Tj 80 0 Td (faces) Tj ET\n"
        b"BT /F 8 Tf 12 15 Td (3/6/25) Tj 80 0 Td (90) Tj ET\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def _message(data: bytes, _folder: Path) -> object:
    """The bytes as a saved message or, after an exclamation mark, a word processor's document."""
    from modeller.scenario.sharing import open_bytes

    if data[:1] != b"!":
        return open_bytes(b"From: a\nTo: b\nSubject: c\n" + data, profile=MET)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", data[1:])
    return open_bytes(packed.getvalue(), profile=MET)


def _message_seeds() -> Iterator[bytes]:
    from modeller.scenario.file import parse_scenario
    from modeller.scenario.share_code import share_code

    code = share_code(parse_scenario(small_document().encode(), profile=MET).scenario)
    yield f"MIME-Version: 1.0\n\nLook:\n| {code[:60]}\n| {code[60:]}\n".encode()
    yield (
        b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(f"<p>{code}".encode())
    )
    yield (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\n"
        b'Content-Disposition: attachment; filename="a.json"\n\n'
        + small_document().encode()
        + b"\n--x--\n"
    )
    yield f"!<w:p><w:t>{code}</w:t></w:p>".encode()


def _record_seeds() -> Iterator[bytes]:
    from tests.met import shipped_record

    lines = shipped_record().to_csv().splitlines(keepends=True)
    yield "".join(lines[:4]).encode()
    yield "".join((lines[0], *lines[-3:])).encode()
    yield (
        b"date,faces,alerts,false_alerts,arrests,true_alerts,hours,threshold,watchlist\r\n"
        b"2025-01-06,9000,5,1,2,4,5.5,0.64,16000\r\n07/01/2025,100,0,0,0,0,,,\r\n"
    )
    yield b'Date,Faces scanned,Alerts,False alerts,Arrests\n2025-01-06,"9000",5,1,2\n'


def _calibration(data: bytes, _folder: Path) -> object:
    """Calibrate on the bytes as a record; a valid record that does not suffice is refused, too."""
    from tests.met import calibrate, parse_user_record

    return calibrate(parse_user_record(data, "a record"))


def _calibration_seeds() -> Iterator[bytes]:
    from tests.met import shipped_record

    lines = shipped_record().to_csv().splitlines(keepends=True)
    yield "".join((lines[0], *lines[-30:])).encode()
    yield "".join(lines).encode()


def _ledger(data: bytes, folder: Path) -> object:
    """The bytes as a ledger, with its stated end after a NUL, and with digests corrected."""
    import rfc8785

    from modeller.ledger.chain import verify_ledger
    from modeller.ledger.entries import FIRST
    from modeller.scenario import canonical_digest

    content, _, head = data.partition(b"\0")
    previous, lines = FIRST, []
    for number, line in enumerate(content.split(b"\n"), 1):
        with suppress(ModellerError):
            fields = parse(line)
            if isinstance(fields, dict) and "digest" in fields:
                fields |= {"number": number, "previous": previous}
                del fields["digest"]
                previous = fields["digest"] = canonical_digest(fields)
                line = rfc8785.dumps(fields)
        lines.append(line)
    path = folder / "ledger.jsonl"
    path.write_bytes(b"\n".join(lines))
    if not head:
        head = json.dumps({"entries": len(lines) - 1, "digest": previous}).encode()
    path.with_name("ledger.jsonl.head").write_bytes(head)
    state = verify_ledger(path)
    for entry in state.entries:
        # as every list of entries does
        f"{entry.number:,} {entry.title} {entry.weeks_begun:,} {entry.fingerprint[:12]}"
        f"{entry.record_label:>9}{entry.model_version:>9}{entry.locked:%d %b %Y %H:%M}"
        [value + 0.0 for views in entry.bands.values() for q in views.values() for v in q.values()
         for value in v]  # fmt: skip
    return state


def _ledger_seeds() -> Iterator[bytes]:
    from modeller.ledger.entries import OUTCOMES, QUANTILES

    entry = {
        "format": 1,
        "number": 1,
        "previous": "",
        "locked": "2026-01-05T09:30:00Z",
        "title": "A title",
        "scenario": json.loads(small_document()),
        "fingerprint": "1f3a-22bc-9d01",
        "model": {"version": "1", "streams": "1"},
        "record": {"label": "record to 28 Dec 2025", "digest": "0" * 64},
        "first_week": "2025-12-29",
        "weeks": 4,
        "bands": {
            outcome: {
                view: {name: [1, 2.5, 3, 4] for name in QUANTILES}
                for view in ("weekly", "cumulative")
            }
            for outcome in OUTCOMES
        },
        "results_digest": "0" * 64,
        "digest": "",
    }
    line = json.dumps(entry).encode() + b"\n"
    yield line
    yield line + line
    yield b'\0{"entries": 0, "digest": ""}'


RECORD_READERS = (
    Reader("record", _record, _record_seeds),
    Reader("table", _table_file, _table_seeds, longest=8_000),
    Reader("pasted", _pasted, _pasted_seeds, longest=8_000),
    Reader("desk-file", _desk_file, _desk_file_seeds),
    Reader("workbook", _workbook, _workbook_seeds, longest=8_000),
    Reader("old-workbook", _old_workbook, _old_workbook_seeds, longest=24_000),
    Reader("pdf-table", _pdf_table, _pdf_table_seeds, longest=8_000),
    Reader("message", _message, _message_seeds),
    Reader("calibration", _calibration, _calibration_seeds),
    Reader("ledger", _ledger, _ledger_seeds),
)
