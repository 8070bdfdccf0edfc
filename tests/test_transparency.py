"""The draft of the transparency record says what the log knows and marks what it cannot know."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from modeller.base.formats import formats_of
from modeller.quality import TRANSPARENCY_WRITERS, effects, quality_log
from modeller.quality.transparency import OPEN, transparency_fields
from modeller.scenario.file import load_scenario
from tests.met import MET, catalogue, shipped_record


@pytest.fixture(scope="module")
def log():
    plan = load_scenario("met-plan-2025", profile=MET).scenario.replace(weeks=4, draws=100)
    measured = effects(plan, draws=100)
    return quality_log(measured, catalogue(), shipped_record(), today=date(2026, 11, 22))


def test_that_what_only_the_organisation_knows_is_open_and_everything_else_is_filled_in(log):
    fields = {field.name: field for field in transparency_fields(log)}
    assert len(fields) == len(transparency_fields(log))
    for name in ("Senior responsible owner", "Contact", "Appeals and review", "Impact assessments"):
        assert fields[name].open
        assert fields[name].shown.startswith(OPEN)
    filled = [field for field in fields.values() if not field.open]
    assert len(filled) > 15
    assert all(field.text.strip() and OPEN not in field.shown for field in filled)


def test_that_its_facts_are_the_logs(log):
    fields = {field.name: field.text for field in transparency_fields(log)}
    for limitation in log.limitations:
        assert limitation in fields["Limitations of the model"]
    assert shipped_record().digest in fields["Source data"]
    judged = sum(found.grade == "judgement" for found in log.assumptions)
    assert f"{judged} of them are judgements" in fields["Inputs and assumptions"]
    other = replace(log, limitations=("Something else.",))
    changed = {field.name: field.text for field in transparency_fields(other)}
    assert changed["Limitations of the model"] == "Something else."


def test_that_it_is_written_in_every_form_of_the_log_and_nothing_in_it_is_markup(log):
    assert set(TRANSPARENCY_WRITERS) == {form.key for form in formats_of("quality-log")}
    harmful = replace(log, limitations=("<script>alert('&')</script>",))
    page = TRANSPARENCY_WRITERS["html"](harmful).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    fields = json.loads(TRANSPARENCY_WRITERS["json"](log))["fields"]
    assert [field["name"] for field in fields] == [f.name for f in transparency_fields(log)]
    document = Document(io.BytesIO(TRANSPARENCY_WRITERS["docx"](log)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for field in transparency_fields(log):
        assert field.shown in cells
