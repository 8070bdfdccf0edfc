"""Counts that cannot be, and numbers of far too many digits, are refused with their place."""

import pytest

from tests.met import preview_bytes
from tests.record_tables import csv_of

HEADER = ("date", "faces", "alerts", "false_alerts", "arrests")
PARTS = ("date", "faces", "alerts", "false alerts confirmed", "false alerts unconfirmed", "arrests")
WEEKLY = ("week_starting", "deployments", "faces", "alerts", "false_alerts", "arrests")


def problems(*rows):
    preview = preview_bytes(csv_of(rows).encode(), "mine.csv")
    assert preview.record is None
    return [str(one) for one in preview.problems]


@pytest.mark.parametrize(
    "rows",
    [
        [HEADER, ("2026-02-03", 340, 341, 0, 4)],
        [WEEKLY, ("2026-02-02", 1, 340, 341, 0, 4)],
    ],
    ids=["a deployment", "a week"],
)
def test_that_there_are_no_more_alerts_than_faces(rows):
    (said,) = problems(*rows)
    assert said.startswith("line 2, alerts is 341, more than the 340 faces; every alert is about a")
    fewer = [rows[0], tuple(340 if cell == 341 else cell for cell in rows[1])]
    assert not preview_bytes(csv_of(fewer).encode(), "mine.csv").problems


@pytest.mark.parametrize(
    "digits", ["7" * 13, "0" * 18 + "1", "0" * 19 + "1", "7" * 19, "7" * 4_400]
)
def test_that_a_part_of_too_many_digits_is_named_and_not_cut(digits):
    (said,) = problems(PARTS, ("2026-02-03", 9_780, 2, digits, 1, 0))
    shown = digits if len(digits) <= 40 else digits[:39] + "…"
    assert said == f"line 2, false_alerts is “{shown}”; write a whole number without separators"


@pytest.mark.parametrize("alerts", ["7" * 13, "7" * 4_400, "seven"])
def test_that_of_a_week_only_what_is_written_is_found_fault_with(alerts):
    (said,) = problems(WEEKLY, ("2026-02-02", 1, 9_780, alerts, 0, 0))
    assert said.startswith("line 2, alerts is ")


def test_that_more_false_alerts_than_alerts_are_refused_in_words_of_the_table():
    (said,) = problems(WEEKLY, ("2026-02-02", 1, 9_780, 5, 9, 0))
    assert said.startswith("line 2, alerts is 5, but true and false alerts make 9")
    (said,) = problems(HEADER, ("2026-02-03", 9_780, 5, 9, 0))
    assert said.startswith("line 2, false_alerts is 9, more than the 5 alerts")
