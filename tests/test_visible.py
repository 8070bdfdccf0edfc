"""Signed off means a name: what cannot be seen names nobody, wherever it is typed."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.base.visible import is_blank, names_somebody
from modeller.briefing import About, brief, render
from modeller.projection import project
from modeller.quality.log import NOT_SIGNED_OFF, Statement
from modeller.scenario import Scenario
from tests.command_line import run, saved
from tests.met import import_record, shipped_record
from ui.briefing.options import BriefingOptions

BLANKS = {
    "spaces": "   ",
    "no-break space": "\u00a0",
    "narrow no-break space": "\u202f",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "direction mark": "\u200e",
    "Hangul filler": "\u3164",
    "blank Braille": "\u2800",
    "variation selector": "\ufe0f",
    "tag space": "\U000e0020",
    "em space": "\u2003",
    "several": " \u00a0\u200b\u3164 ",
}
PLACEHOLDERS = (
    "n/a", "N/A", " N / A ", "pending", "none", "None.", "(none)", "TBC", "tbc?",
    "T\u200bBC", "ＴＢＣ",
    "to be  confirmed", "-tbd-", "Unknown", "nobody", "?",
    "en attente", "S/O", "néant", "ne\u0301ant", "Aucune", "À confirmer",
)  # fmt: skip
NOBODY = {
    **BLANKS,
    "full stop": ".",
    "dashes": "--",
    "no character": "\uffff",
    "accent": "\u0301",
    **{text: text for text in PLACEHOLDERS},
}
DAY = date(2026, 1, 5)


@pytest.mark.parametrize("text", BLANKS.values(), ids=BLANKS)
def test_that_what_cannot_be_seen_is_blank(text):
    assert is_blank(text)
    assert not names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "A. Clerk",
        "  Ann\u00a0Other ",
        "Zoe\u0301",
        "李",
        "7",
        "فاطمه\u200cزهرا",
        "Noone",
        "N.A.",
        "S. O.",
        "Ng",
        "Li",
        "Na",
        "NA",
        "Nan",
        "Nil",
        "Null",
        "Todo",
        "X",
        "J. Smith (tbc)",
        "Ann None",
        "Head of unit, n/a",
        "ª",
    ],
)
def test_that_a_name_is_a_name(text):
    assert names_somebody(text)
    about = About(on=DAY, signed_off_by=f" {text} ")
    assert about.status == f"Signed off by {text.strip()}"


@given(st.text(max_size=20))
def test_that_nobody_is_named_by_what_cannot_be_seen(text):
    assert not (is_blank(text) and names_somebody(text))


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_that_nobody_signs_a_briefing_off(text):
    about = About(on=DAY, author=text, audience=text, checked_by=text, signed_off_by=text)
    assert about == About(on=DAY)
    assert about.status == "Draft: not signed off"


def test_that_a_briefing_signed_by_a_blank_is_a_draft_on_every_page():
    projection = project(Scenario(title="Mine", weeks=4, draws=100))
    blank, draft = (
        brief([projection], About(on=DAY, signed_off_by=text)) for text in ("\u00a0\u200b", "")
    )
    assert render(blank, "html") == render(draft, "html")
    assert b"Draft" in render(blank, "html")


@pytest.mark.parametrize("flag", ["--signed-off-by", "--checked-by", "--author", "--audience"])
@pytest.mark.parametrize("text", [text for text in NOBODY.values() if text != "--"])
def test_that_the_command_asks_for_a_name(flag, text, tmp_path, capsys):
    mine = saved(tmp_path, Scenario(weeks=4, draws=100))
    to = tmp_path / "a.zip"
    code, _, said = run(capsys, "brief", str(mine), "--to", str(to), f"{flag}={text}")
    assert code == 2
    assert f"{flag} is " in said
    assert "names nobody" in said
    assert not to.exists()


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_that_the_window_takes_a_blank_for_a_draft(text, qtbot):
    options = BriefingOptions()
    qtbot.addWidget(options)
    options.signed.setChecked(True)
    options.edits["signed_off_by"].setText(text)
    assert options.wanted.about(DAY).status == "Draft: not signed off"
    options.edits["signed_off_by"].setText("A. Clerk")
    assert options.wanted.about(DAY).status == "Signed off by A. Clerk"


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_that_the_quality_log_is_signed_by_a_name(text):
    given: Any = dict.fromkeys((field.name for field in fields(Statement)), "")
    statement = Statement(**given)
    assert replace(statement, approver=text).signed_off == NOT_SIGNED_OFF
    assert replace(statement, approver="A. Clerk").signed_off == "signed off by A. Clerk"


@pytest.mark.parametrize("text", BLANKS.values(), ids=BLANKS)
def test_that_titles_and_names_of_records_can_be_seen(text):
    with pytest.raises(ModellerError, match="title"):
        Scenario(title=text)
    with pytest.raises(ModellerError, match="cannot serve"):
        import_record(shipped_record().until("2025-06-30"), text)
