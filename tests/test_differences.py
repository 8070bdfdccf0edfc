"""What differs is said in words: every and only what differs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.scenario import BeliefSetting, Scenario, Schedule, Step, differences
from tests.met import MET, catalogue, import_record, shipped_record
from ui.scenarios.differences import (
    DifferencesDialog,
    change_words,
    changes_words,
    differs_words,
    item_words,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BASE = Scenario(title="Baseline")


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def test_that_each_kind_of_setting_has_its_words():
    assert plain(item_words("deployments_per_week", 10.0, MET)) == "10 a week"
    schedule = Schedule((Step(1, 4.0), Step(27, 10.0)))
    assert (
        plain(item_words("deployments_per_week", schedule, MET)) == "4 a week, then 10 from week 27"
    )
    assert (
        plain(item_words("true_match_rate", BeliefSetting(0.8, 0.0), MET)) == "80 %, exactly known"
    )
    doubled = plain(item_words("true_match_rate", BeliefSetting(0.8, 2.0), MET))
    assert doubled == "80 %, 2 times the evidence’s spread"
    assert item_words("weeks", 104, MET) == "104"
    assert item_words("record", "ab" * 32, MET) == "a record not kept here (abababababab…)"
    own = import_record(shipped_record().since(date(2025, 1, 6)), "Last year")
    assert item_words("record", own.digest, MET) == "Last year, to 19 Apr 2026"
    assert item_words("record", None, MET) == "record to 17 Apr 2026"
    assert item_words("a_lever_of_old", None, MET) == "not there"


def test_that_the_line_counts_all_and_shows_the_first():
    changes = {key: float(lever.maximum) for key, lever in catalogue().levers.items()}
    line = plain(differs_words(BASE, Scenario(changes=changes)))
    assert line.startswith("differs in 12: deployments per week 10, ")
    assert line.endswith(" and 8 more")
    assert differs_words(BASE, BASE) == "does not differ"


@given(keys=st.sets(st.sampled_from(sorted(catalogue().levers)), min_size=1))
def test_that_every_and_only_what_differs_is_named(keys):
    levers = catalogue().levers
    changes = {
        k: levers[k].maximum if levers[k].baseline != levers[k].maximum else levers[k].minimum
        for k in keys
    }
    line = differs_words(BASE, Scenario(changes=changes), most=99)
    assert line.startswith(f"differs in {len(keys)}: ")
    for key, lever in levers.items():
        label = f" {lever.label[0].lower()}{lever.label[1:]} "
        assert (label in line.replace(": ", ":  ")) == (key in keys)


def test_that_a_version_says_what_it_changed():
    later = BASE.with_value("officer_losses", 1400)
    (difference,) = differences(BASE, later)
    assert plain(change_words(difference, MET)) == "officer losses 0 posts → 1,400 posts"
    assert "title “Baseline” → “Plan”" in changes_words(BASE, BASE.replace(title="Plan"))
    assert changes_words(BASE, BASE.replace(notes="more")) == "notes"
    assert changes_words(BASE, BASE) == "nothing changed"


def test_that_the_dialog_can_be_empty_and_has_its_sentences(qtbot):
    dialog = DifferencesDialog(MET, "Nothing", (), ("A", "B"), ("One sentence.",))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.isModal()
    dialog.close()


def test_that_another_record_is_the_first_difference_in_the_line():
    changes = {"deployments_per_week": 10.0, "officer_losses": 1400.0}
    other = Scenario(changes=changes, record="ab" * 32)
    line = plain(differs_words(BASE, other, most=1))
    assert line.startswith("differs in 3: record a record not kept here (abababababab…)")
