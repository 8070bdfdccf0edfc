"""A file at the wrong door is called what it is; what a message has done to a code is undone."""

import base64
import io
import quopri
import zipfile
from email.message import EmailMessage

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.bounded_json import parse
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.scenario import Scenario
from modeller.scenario.file import document_text, parse_scenario, scenario_document
from modeller.scenario.opened import open_code
from modeller.scenario.share_code import find_codes, holds_code, share_code
from modeller.scenario.sharing import open_bytes
from tests.met import MET, preview_bytes
from tests.record_tables import ods_of, ods_row, xlsx_of

ONE = Scenario(title="One plan", changes={"deployments_per_week": 7}, notes="tilde ~ and £")
TWO = Scenario(title="Another plan", changes={"officer_losses": 300})
CODE = share_code(ONE)
RECORD = b"date,faces,alerts,false_alerts,arrests\n2025-06-03,9000,7,0,3\n"
ROWS = [["Date", "Faces seen", "Total alerts"], ["3 June 2025", 9000, 7]]


def refusal(read, *arguments, **named):
    with pytest.raises(ModellerError) as caught:
        read(*arguments, **named)
    return str(caught.value)


def zip_of(part, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, content)
    return out.getvalue()


# --- Where a scenario is wanted ------------------------------------------------------------------

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(2_000_000)
WRONG = [
    (RECORD, "is a record of deployments, not a scenario; import it with modeller evidence"),
    (RECORD.replace(b",", b";").decode().encode("utf-16"), "is a record of deployments"),
    (xlsx_of(("S", ROWS)), "is an Excel workbook with a record of deployments"),
    (xlsx_of(("S", [["Shopping"], ["Milk"]])), "is an Excel workbook and holds no scenario"),
    (ods_of(ods_row(ROWS[0]) + ods_row(ROWS[1])), "an OpenDocument spreadsheet with a record"),
    (PICTURE, "is a picture and holds no scenario"),
    (b"GIF89a" + bytes(40), "is a picture"),
    (zip_of("notes.txt", "Nothing"), "is a compressed archive"),
    (b'{"format": 1, "name": "x", "imported": "2026-01-01", "csv": ""}', "a record that the model"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), WRONG)
def test_that_what_is_no_scenario_is_called_what_it_is_by_every_command(
    content, said, tmp_path, capsys
):
    assert said in refusal(open_bytes, content, "mine", profile=MET)
    path = tmp_path / "mine.scenario.json"
    path.write_bytes(content)
    for command in (["open"], ["project"], ["check"], ["compare", "baseline"]):
        assert main([*command, str(path)]) == 2
        assert said in capsys.readouterr().err


def test_that_a_briefing_or_message_given_for_a_scenario_file_says_where_it_is_opened():
    for content in (b"<!DOCTYPE html><p>x", b"%PDF-1.7\nx"):
        assert "opened with modeller open" in refusal(parse_scenario, content, "mine", profile=MET)


def test_that_a_scenario_or_a_code_given_for_a_record_says_so():
    document = document_text(scenario_document(ONE)).encode()
    assert "a scenario is opened, not imported" in refusal(preview_bytes, document, "mine")
    assert "is a share code, not a table" in refusal(preview_bytes, CODE.encode(), "mine")


# --- Codes in messages -------------------------------------------------------------------------


def wrapped(text, width, between):
    return between.join(text[at : at + width] for at in range(0, len(text), width))


FORMS = {
    "pipes": "| " + wrapped(CODE, 60, "\n| "),
    "pipes and arrows": "> | " + wrapped(CODE, 60, " \r\n> | "),
    "non-breaking hyphens": CODE.replace("-", "\u2011"),
    "en dashes": CODE.replace("-", "\u2013"),
    "minus signs": CODE.replace("-", "\u2212"),
    "full-width hyphens and stops": CODE.replace("-", "\uff0d").replace(".", "\uff0e"),
    "em dash for two hyphens": CODE.replace("--", "\u2014"),
    "soft line ends": quopri.encodestring(f"Look:\n{CODE}\nYours".encode()).decode(),
    "left-to-right marks": wrapped(CODE, 40, "\u200e"),
    "joiners": wrapped(CODE, 40, "\u200d"),
    "word break tags": wrapped(CODE, 40, "<wbr>"),
    "hyphens at line ends": wrapped(CODE, 41, "-\n"),
    "small letters in the checksum": CODE[:-8] + CODE[-8:].lower(),
    "letters for figures": CODE[:-8] + CODE[-8:].replace("0", "O").replace("1", "l"),
    "a small prefix": CODE.replace("LFR1", "lfr1"),
    "a space after the prefix": CODE.replace("LFR1.", "LFR1. "),
    "a paragraph of that name before": f"See LFR2.3(a) and LFR1.4 of the policy.\n{CODE}",
    "a sentence about codes before": f"A code starts with LFR1. and then goes on:\n{CODE}",
    "a damaged one before": f"{CODE[:60]}\n\nSorry, again:\n{CODE}",
    "the source of a page": f"<p>{wrapped(CODE, 50, '&shy;')}</p>",
    "line breaks of a page": wrapped(CODE, 50, "<br>\n"),
    "a link made of it": f"{CODE}<http://{CODE}>",
}


@pytest.mark.parametrize("form", FORMS)
def test_that_a_code_opens_whatever_a_message_has_made_of_it(form):
    assert holds_code(FORMS[form])
    opened = open_code(FORMS[form], profile=MET)
    assert [loaded.scenario for loaded in opened.scenarios] == [ONE]
    assert bool(opened.warnings) == (form == "a damaged one before")


def test_that_every_code_of_a_text_is_opened_and_what_was_not_is_said():
    text = f"Ours:\n{CODE}\nand theirs:\n{share_code(TWO)}\nonce more {CODE}"
    assert [loaded.scenario for loaded in open_code(text, profile=MET).scenarios] == [ONE, TWO]
    many = "\n".join(share_code(Scenario(title=f"Plan {number}")) for number in range(6))
    opened = open_code(many, profile=MET)
    assert len(opened.scenarios) == 4
    assert "holds 6 codes; the first 4 were opened" in opened.warnings[0]
    half = open_code(f"{CODE}\n{share_code(TWO)[:-30]}!", profile=MET)
    assert len(half.scenarios) == 1
    assert "Another code in the text was not opened" in half.warnings[0]


def test_that_a_code_without_its_underscores_says_what_may_have_happened():
    code = next(
        code
        for number in range(200)
        if "_" in (code := share_code(Scenario(title=f"Plan {number}")))
    )
    assert "underscores or hyphens" in refusal(open_code, code.replace("_", ""), profile=MET)


@pytest.mark.parametrize("letters", [str.upper, str.lower])
def test_that_a_code_whose_capitals_are_lost_says_so(letters):
    said = refusal(open_code, CODE[:5] + letters(CODE[5:]), profile=MET)
    assert "has lost the difference between capitals and small letters" in said


def test_that_words_about_codes_are_no_code():
    for text in ("See LFR2.3(a).", "The LFR1. policy", "lfr1.scenario"):
        assert find_codes(text).payloads == ()
    assert not holds_code("lfr1.scenario.json")


@given(st.text(max_size=200), st.text(max_size=200))
def test_that_no_words_around_a_code_hide_it(before, after):
    if "LFR" in (before + after).upper():
        return
    text = f"{before}\n{CODE} {after}"
    assert open_code(text, profile=MET).scenarios[0].scenario == ONE


@given(
    st.lists(
        st.sampled_from(("LFR1.", "LFR2.", CODE, CODE[:50], "\n> ", "\u2014", "=\n", ".", "x" * 25))
    )
)
def test_that_any_text_opens_or_gives_a_problem(parts):
    try:
        opened = open_code("".join(parts), profile=MET)
    except ModellerError:
        return
    assert opened.scenarios[0].scenario == ONE


def mail(kind, **parts):
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"] = "The plan"
    if kind == "html":
        message.set_content(f"<p>Look:<br>{wrapped(CODE, 60, '<br>')}</p>", subtype="html")
    elif kind == "attached":
        message.set_content("See the file.")
        content = document_text(scenario_document(ONE)).encode()
        message.add_attachment(
            content, maintype="application", subtype="json", filename="plan.json"
        )
    elif kind == "nothing":
        message.set_content("Nothing here.")
    else:
        message.set_content(f"Look – here:\n\n{CODE}\n", cte=kind)
    return message.as_bytes()


@pytest.mark.parametrize("kind", ["quoted-printable", "base64", "8bit", "html", "attached"])
def test_that_a_saved_message_opens_however_it_was_encoded(kind, tmp_path):
    opened = open_bytes(mail(kind), "mail.eml", profile=MET)
    assert opened.scenarios[0].scenario == ONE


def test_that_a_message_without_a_code_says_so():
    assert "is an e-mail message and holds no share code" in refusal(
        open_bytes, mail("nothing"), profile=MET
    )


def test_that_a_code_printed_in_a_document_or_a_page_without_its_data_opens():
    document = docx.Document()
    document.add_paragraph("The plan:")
    document.add_paragraph(CODE)
    out = io.BytesIO()
    document.save(out)
    assert open_bytes(out.getvalue(), profile=MET).scenarios[0].scenario == ONE
    page = f"<!DOCTYPE html><p>The plan:</p><code>{wrapped(CODE, 70, '<wbr>')}</code>"
    assert open_bytes(page.encode(), profile=MET).scenarios[0].scenario == ONE
    rich = "{\\rtf1\\ansi The plan:\\par\r\n" + wrapped(CODE.replace("-", "\\_"), 70, "\r\n") + "}"
    assert open_bytes(rich.encode(), profile=MET).scenarios[0].scenario == ONE
    assert open_bytes(f"{CODE}\r\n".encode("utf-16"), profile=MET).scenarios[0].scenario == ONE
    empty = zip_of("word/document.xml", "<w:p>Nothing</w:p>")
    assert "holds no scenario; choose a briefing" in refusal(open_bytes, empty, profile=MET)


@given(st.binary(max_size=300))
def test_that_no_message_or_document_raises_anything_but_a_modeller_error(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", content)
    head = (
        b"From: a\r\nTo: b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    for data in (packed.getvalue(), head + content, head + base64.b64encode(content)):
        try:
            open_bytes(data, profile=MET)
        except ModellerError:
            continue


# --- JSON by hand ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,}', "has a comma before the closing brace; take the comma out"),
        ('{"a": [1, 2, ]}', "has a comma before the closing bracket"),
        ('{"a": 1, // why\n"b": 2}', "is a comment"),
        ('{"a": 1 # why\n}', "is a comment"),
        ("{“a”: 1}", "has the quotation mark “; use the straight one"),
        ("{'a': 1}", "has the quotation mark '"),
        ('{"losses": 1,400}', "is in the number 1,400; write it without the comma: 1400"),
        ('{"losses": 1,400, "b": 2}', "write it without the comma: 1400"),
        ('{"budget": 260,5}', "is in the number 260,5; write it with a point: 260.5"),
        ('{"a": £400m}', "is a number with a sign or a unit"),
        ('{"a": 40%}', "write the number alone"),
        ('{"a": True}', "is True; write true"),
        ("{a: 1}", "is a, a word without quotation marks"),
        ('{"a": 1 "b": 2}', "comes without a comma before it"),
        ('{"a" 1}', "comes without a colon before it"),
        ('{"a": 007}', "is in a number that JSON does not write so"),
        ('{"a": .5}', "a figure before the point"),
        ('{"a": "one\ntwo"}', "has a line break or tab inside a text"),
        ('{"a": "one\x01two"}', "has a control character inside a text; take it out"),
        ('{"a": "one\0two"}', "has a control character inside a text; take it out"),
        ('{"a": "C:\\plans"}', "has a single backslash inside a text"),
        ('{"a": 1', "is where the file breaks off"),
        ('{"a": "x}', "begins a text that does not end"),
        ('{"a": 1}}', "is one closing } too many"),
    ],
)
def test_that_a_fault_of_json_says_what_a_person_did(text, said):
    found = refusal(parse, text.encode())
    assert said in found
    assert found.startswith("line ")


@given(st.text(max_size=60))
def test_that_any_text_is_json_or_a_problem(text):
    try:
        parse(text.encode("utf-8", "replace"))
    except ModellerError:
        return


def test_that_a_long_file_with_a_fault_at_its_end_takes_no_longer():
    text = '{"a": [' + "1," * 300_000 + "}"
    assert "closing brace" in refusal(parse, text.encode())
