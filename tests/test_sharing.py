"""A scenario passed on comes back as it was, and what was altered on the way is noticed."""

from __future__ import annotations

import base64
import json
import random
import re
import zlib

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.bounded_json import MAXIMUM_BYTES
from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.scenario.document import scenario_document
from modeller.scenario.file import document_text, load_scenario, write_scenario
from modeller.scenario.in_briefings import (
    EMBEDDED_NAME,
    MAXIMUM_BRIEFING_BYTES,
    embedded_text,
    open_page,
    open_pdf,
    page_digest,
    sealed_pdf,
)
from modeller.scenario.opened import open_code
from modeller.scenario.setting import BeliefSetting, Schedule, Step
from modeller.scenario.share_code import (
    CODE_PREFIX,
    MAXIMUM_CODE_LENGTH,
    ORDINARY_CODE_LENGTH,
    _checksum,
    share_code,
)
from modeller.scenario.sharing import open_bytes, open_shared
from tests.met import MET, catalogue

PLAN = load_scenario("met-plan-2025", profile=MET).scenario
HOSTILE = "</script><script>alert(1)</script> \"'& =1+1 مرحبا 😀 #emph[x] $x$"


def problems(call, *arguments):
    """The problems that a call raises, as text."""
    with pytest.raises(ModellerError) as caught:
        call(*arguments, profile=MET)
    return str(caught.value)


# ---------------------------------------------------------------- codes


@pytest.mark.parametrize("name", MET.scenario_names)
def test_that_a_shipped_scenario_comes_back_from_its_code(name):
    scenario = load_scenario(name, profile=MET).scenario
    code = share_code(scenario)
    opened = open_code(code, profile=MET)
    assert opened.scenario == scenario
    assert opened.scenario.fingerprint == scenario.fingerprint
    assert opened.intact is True
    assert len(code) < ORDINARY_CODE_LENGTH
    assert re.fullmatch(r"[A-Za-z0-9._-]+", code)


@given(
    st.lists(st.sampled_from(list(catalogue().sliders.values())), max_size=8, unique_by=id),
    st.integers(4, 260),
    st.data(),
)
def test_that_any_scenario_comes_back_from_its_code(sliders, weeks, data):
    changes = {}
    for slider in sliders:
        value = data.draw(st.floats(slider.minimum, slider.maximum))
        changes[slider.key] = (
            BeliefSetting(value, data.draw(st.floats(0, 5)))
            if slider.key in catalogue().beliefs
            else Schedule((Step(1, value), Step(9, slider.minimum)))
            if data.draw(st.booleans())
            else value
        )
    scenario = Scenario(title="Aß", changes=changes, weeks=weeks)
    assert open_code(share_code(scenario), profile=MET).scenario == scenario


def test_that_a_code_survives_the_way_mail_breaks_and_quotes_it():
    code = share_code(PLAN)
    lines = [code[i : i + 60] for i in range(0, len(code), 60)]
    message = "Look at this:\r\n> " + "\r\n> ".join(lines) + "\r\n\r\nBest wishes, A."
    assert open_code(message, profile=MET).scenario == PLAN
    assert open_shared(message, profile=MET).scenario == PLAN


def test_that_a_code_with_one_character_changed_is_refused():
    code = share_code(PLAN)
    for place in random.Random(7).sample(range(len(CODE_PREFIX), len(code)), 60):
        if code[place] == ".":
            continue
        other = "A" if code[place] != "A" else "B"
        altered = code[:place] + other + code[place + 1 :]
        assert "altered or damaged" in problems(open_code, altered)


def test_that_a_code_cut_short_is_refused():
    code = share_code(PLAN)
    assert "not complete" in problems(open_code, code[:-3])
    assert "not complete" in problems(open_code, code[:100])


def test_that_a_code_of_a_newer_kind_says_so():
    assert "newer" in problems(open_code, "LFR2." + share_code(PLAN)[5:])


def code_of(document):
    payload = base64.urlsafe_b64encode(zlib.compress(rfc8785.dumps(document))).decode().rstrip("=")
    return f"{CODE_PREFIX}{payload}.{_checksum(payload)}"


def test_that_a_code_with_its_checksum_made_anew_is_still_noticed_by_its_fingerprint():
    document = scenario_document(PLAN)
    del document["resolved"]
    document["changes"]["deployments_per_week"] = 6
    opened = open_code(code_of(document), profile=MET)
    assert opened.intact is False
    assert PLAN.fingerprint in opened.warnings[0]
    assert opened.scenario.fingerprint in opened.warnings[0]


def test_that_what_comes_out_of_a_code_is_checked_like_any_scenario():
    document = scenario_document(PLAN)
    document["changes"]["deployments_per_week"] = 90
    assert "must lie between 0 and 14" in problems(open_code, code_of(document))


def test_that_a_code_unpacking_to_too_much_is_refused_before_it_is_unpacked():
    packed = zlib.compress(b" " * (100 * MAXIMUM_BYTES), 9)
    payload = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    assert "unpacks to more" in problems(open_code, f"{CODE_PREFIX}{payload}.{_checksum(payload)}")


def test_that_a_code_longer_than_any_scenario_is_refused():
    assert "longer than" in problems(open_code, CODE_PREFIX + "A" * MAXIMUM_CODE_LENGTH)


@given(st.binary(max_size=300))
def test_that_no_rubbish_in_a_code_gives_anything_but_a_problem(data):
    payload = base64.urlsafe_b64encode(data or b"x").decode().rstrip("=")
    problems(open_code, f"{CODE_PREFIX}{payload}.{_checksum(payload)}")


# ---------------------------------------------------------------- pages and PDFs


def page_with(scenarios, text="1,910 arrests"):
    empty = f'<script type="application/json" id="{EMBEDDED_NAME}"></script>'
    page = f"<!DOCTYPE html>\n<html><body><p>{text}</p>\n{empty}</body></html>"
    content = embedded_text([scenario_document(s) for s in scenarios], page_digest(page.encode()))
    return page.replace("></script>", f">{content}</script>").encode()


def pdf_with(content, dictionary=b"<< /Type /EmbeddedFile /Filter /FlateDecode >>"):
    body = b"%PDF-1.7\n1 0 obj\n" + dictionary + b"\nstream\n" + content + b"\nendstream\nendobj\n"
    return sealed_pdf(body + b"%%EOF\n")


def test_that_a_page_gives_back_its_scenarios():
    scenarios = (Scenario(title=HOSTILE, notes=HOSTILE), PLAN)
    opened = open_bytes(page_with(scenarios), profile=MET)
    assert tuple(loaded.scenario for loaded in opened.scenarios) == scenarios
    assert opened.kind == "web page"
    assert opened.intact is True


def test_that_hostile_text_cannot_end_the_data_block_early():
    content = embedded_text([scenario_document(Scenario(title=HOSTILE))])
    assert "<" not in content
    assert ">" not in content


def test_that_a_page_with_another_figure_is_noticed():
    altered = page_with([PLAN]).replace(b"1,910", b"1,990")
    opened = open_page(altered, profile=MET)
    assert opened.intact is False
    assert "altered" in opened.warnings[0]
    assert opened.scenario == PLAN


def test_that_other_line_ends_alter_nothing():
    assert open_page(page_with([PLAN]).replace(b"\n", b"\r\n"), profile=MET).intact is True


def test_that_a_page_whose_scenario_was_edited_names_what():
    data = page_with([PLAN])
    edited = data.replace(b'"deployments_per_week": 10', b'"deployments_per_week": 8', 1)
    assert "deployments_per_week" in problems(open_page, edited)
    every = data.replace(b'"deployments_per_week": 10', b'"deployments_per_week": 8')
    opened = open_page(every, profile=MET)
    assert opened.intact is False
    assert any("edited" in warning for warning in opened.warnings)


def test_that_a_page_with_two_blocks_or_none_is_refused():
    data = page_with([PLAN])
    assert "more than one" in problems(open_page, data + data)
    assert "holds no scenario" in problems(open_page, b"<!DOCTYPE html><p>nothing here</p>")


def test_that_a_page_of_openings_without_an_end_takes_no_time():
    opening = f'<script type="application/json" id="{EMBEDDED_NAME}">'.encode()
    page = b"<!DOCTYPE html>" + opening * 200_000
    assert "holds no scenario" in problems(open_page, page)
    assert len(page_digest(page)) == 64


def test_that_a_pdf_gives_back_its_scenarios_packed_or_not():
    content = embedded_text([scenario_document(PLAN)]).encode()
    for data in (
        pdf_with(zlib.compress(content)),
        pdf_with(content, b"<< /Type /EmbeddedFile >>"),
    ):
        opened = open_bytes(data, profile=MET)
        assert opened.scenario == PLAN
        assert opened.kind == "PDF"
        assert opened.intact is True


def test_that_an_altered_pdf_is_noticed_and_one_saved_again_is_not_trusted():
    data = pdf_with(zlib.compress(embedded_text([scenario_document(PLAN)]).encode()))
    altered = open_pdf(data.replace(b"%PDF-1.7", b"%PDF-1.6"), profile=MET)
    assert altered.intact is False
    assert "altered" in altered.warnings[0]
    again = open_pdf(data[: data.rindex(b"%" + EMBEDDED_NAME.encode())], profile=MET)
    assert again.intact is None
    assert "Another program" in again.warnings[0]


def test_that_a_bomb_in_a_pdf_is_refused():
    data = pdf_with(zlib.compress(b" " * (50 * MAXIMUM_BYTES), 9))
    assert "unpacks to more" in problems(open_pdf, data)


def test_that_a_briefing_is_no_larger_than_any():
    padding = b" " * MAXIMUM_BRIEFING_BYTES
    content = zlib.compress(embedded_text([scenario_document(PLAN)]).encode())
    assert "is larger than" in problems(open_page, page_with([PLAN]) + padding)
    assert "is larger than" in problems(open_pdf, pdf_with(content) + padding)


def test_that_only_so_many_attachments_of_a_pdf_are_looked_at():
    content = zlib.compress(embedded_text([scenario_document(PLAN)]).encode())
    others = pdf_with(zlib.compress(b"{}"))
    assert open_pdf(others * 19 + pdf_with(content), profile=MET).scenario == PLAN
    assert "holds no scenario" in problems(open_pdf, others * 20 + pdf_with(content))


def test_that_a_pdf_of_somebody_else_holds_no_scenario():
    assert "holds no scenario" in problems(open_pdf, b"%PDF-1.7\n%%EOF\n")
    assert "holds no scenario" in problems(open_pdf, pdf_with(zlib.compress(b'{"other": 1}')))


@pytest.mark.parametrize("scenarios", [[], [{}] * 5, "text", None, [1]])
def test_that_a_briefing_holds_one_to_four_scenarios(scenarios):
    content = json.dumps({EMBEDDED_NAME: 1, "scenarios": scenarios}).encode()
    problems(open_pdf, pdf_with(zlib.compress(content)))


def test_that_a_briefing_holds_no_more_than_four_scenarios():
    five = embedded_text([scenario_document(PLAN)] * 5).encode()
    assert "one to 4 scenarios" in problems(open_pdf, pdf_with(zlib.compress(five)))


def test_that_a_form_not_known_here_is_refused():
    content = json.dumps({EMBEDDED_NAME: 2, "scenarios": []}).encode()
    assert "not known here" in problems(open_pdf, pdf_with(zlib.compress(content)))


# ---------------------------------------------------------------- whatever it is


def test_that_files_names_and_codes_open_alike(tmp_path):
    file = tmp_path / "plan.scenario.json"
    write_scenario(file, PLAN)
    page = tmp_path / "plan.html"
    page.write_bytes(page_with([PLAN]))
    message = tmp_path / "message.txt"
    message.write_text(f"Here:\n{share_code(PLAN)}\n")
    for given_ in (file, str(file), page, message, "met-plan-2025", share_code(PLAN)):
        assert open_shared(given_, profile=MET).scenario == PLAN


def test_that_a_word_that_names_nothing_is_told_all_that_can_be_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    complaint = problems(open_shared, "met-plan")
    assert complaint.startswith('"met-plan" cannot be opened as a scenario; give a share code')
    assert "briefing" in complaint
    assert "met-plan-2025" in complaint


def test_that_a_file_called_like_a_code_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "LFR1.html").write_bytes(page_with([PLAN]))
    assert open_shared("LFR1.html", profile=MET).kind == "web page"


def test_that_a_damaged_zip_file_says_what_to_ask_for():
    said = problems(open_bytes, b"PK\x03\x04rest")
    assert "damaged" in said
    assert "PDF" in said


def test_that_neither_folders_nor_endless_names_are_opened(tmp_path):
    problems(open_shared, tmp_path)
    problems(open_shared, "x" * 100_000)
    problems(open_shared, "no\0name")


def test_that_an_edited_version_is_not_called_another_fingerprint():
    document = scenario_document(Scenario(title="Plan"))
    document["model"]["version"] = "9.9.9"
    opened = open_bytes(document_text(document).encode(), profile=MET)
    assert opened.intact is False
    assert any("names another version of the model" in warning for warning in opened.warnings)
    assert not any("and is now" in warning for warning in opened.warnings)
