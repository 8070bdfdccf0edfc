"""A row that adds others up is a total, whether it says so, has a day, or neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.records.preview import Said
from modeller.records.summed_rows import Counted, summed_rows
from tests.met import preview_bytes, shipped_deployments
from tests.record_tables import csv_of

TODAY = date(2026, 6, 1)
HEADER = ("date", "faces", "alerts", "false_alerts", "arrests")
ROWS = [
    ("2026-02-03", 7_310, 9, 1, 3),
    ("2026-02-05", 8_245, 12, 0, 4),
    ("2026-02-10", 6_980, 7, 0, 2),
    ("2026-02-12", 9_105, 14, 2, 6),
]


def look(rows, *accept):
    said = Said(accept=frozenset(accept), today=TODAY)
    return preview_bytes(csv_of([HEADER, *rows]).encode(), "mine.csv", said)


def total(day, rows):
    return (day, *(sum(row[at] for row in rows) for at in range(1, 5)))


def kinds(preview):
    return [finding.kind for finding in preview.findings]


@pytest.mark.parametrize("day", ["2026-02-12", "2026-02-28", "28/02/2026"])
def test_that_a_total_with_a_day_is_offered_to_be_left_out(day):
    rows = [*ROWS, total(day, ROWS)]
    preview = look(rows)
    assert kinds(preview)[0] == "dated-totals"
    assert preview.findings[0].lines == (6,)
    assert [(row.line, row.kind) for row in preview.left_out] == [(6, "totals")]
    assert look(rows, "dated-totals").confirmed() == look(ROWS).confirmed()
    counted = look(rows, "dated-totals-counted", "ten-fold").record
    assert counted is not None
    assert counted.totals()["deployments"] == 5


@pytest.mark.parametrize("at", range(5))
def test_that_a_total_is_known_wherever_it_stands(at):
    rows = [*ROWS[:at], total("2026-02-12", ROWS), *ROWS[at:]]
    finding = next(one for one in look(rows).findings if one.kind == "dated-totals")
    assert finding.lines == (2 + at,)


def test_that_subtotals_and_the_total_of_all_are_known():
    first, second = ROWS[:2], ROWS[2:]
    rows = [*first, total("2026-02-08", first), *second, total("2026-02-15", second),
            total("2026-02-28", ROWS)]  # fmt: skip
    assert look(rows).findings[0].lines == (4, 7, 8)
    named = [*first, total("Total", first), *second, total("2026-02-15", second)]
    preview = look(named)
    assert {one.kind: one.lines for one in preview.findings} == {
        "dated-totals": (7,),
        "totals": (4,),
    }


def test_that_a_total_with_a_word_for_its_day_is_left_out_like_one_without():
    assert kinds(look([*ROWS, total("Ensemble", ROWS)])) == ["totals"]
    assert kinds(look([*ROWS, total("", ROWS)])) == ["totals"]


def test_that_a_total_of_weeks_is_known():
    header = ("week_starting", "deployments", "faces", "alerts", "false_alerts", "arrests")
    rows = [("2026-02-02", 3, 21_450, 30, 1, 9), ("2026-02-09", 2, 17_800, 22, 0, 7),
            ("2026-02-16", 5, 39_250, 52, 1, 16)]  # fmt: skip
    preview = preview_bytes(csv_of([header, *rows]).encode(), "weeks.csv", Said(today=TODAY))
    assert [(one.kind, one.lines) for one in preview.findings] == [("dated-totals", (4,))]


@pytest.mark.parametrize(
    "rows",
    [
        [ROWS[0], ROWS[0]],
        [("2026-02-01", 0, 0, 0, 0), ROWS[0], ROWS[0]],
        [("2026-02-01", 0, 0, 0, 0)] * 4,
        [
            ("2026-02-01", 500, 0, 0, 0),
            ("2026-02-02", 700, 0, 0, 0),
            ("2026-02-03", 1_200, 0, 0, 0),
        ],
        [*ROWS, (*total("2026-02-12", ROWS)[:4], 14)],
    ],
    ids=["two alike", "noughts before", "noughts alone", "one count alone", "other arrests"],
)
def test_that_rows_that_add_up_by_chance_are_not_asked_about(rows):
    assert "dated-totals" not in kinds(look(rows))


def changed(row, at, cell):
    return (*row[:at], cell, *row[at + 1 :])


@pytest.mark.parametrize("cell", ["<5", "n/a", "withheld", "5+", "[c]"])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
@pytest.mark.parametrize("which", range(4))
def test_that_a_total_is_known_although_a_row_is_left_out_for_a_cell(which, at, cell):
    rows = [changed(row, at, cell) if one == which else row for one, row in enumerate(ROWS)]
    finding = next(
        one for one in look([*rows, total("2026-02-28", ROWS)]).findings
        if one.kind == "dated-totals"
    )  # fmt: skip
    assert finding.lines == (6,)
    # a sum that passes over the cell, as a spreadsheet's does, is a total, too
    without = total("2026-02-28", [changed(row, at, 0) if one == which else row
                                   for one, row in enumerate(ROWS)])  # fmt: skip
    assert look([*rows, without]).findings[0].lines == (6,)
    assert "totals" in kinds(look([*rows, total("", ROWS)]))


@pytest.mark.parametrize("cell", ["<5", "n/a"])
def test_that_a_total_without_one_of_its_counts_is_still_one(cell):
    rows = [*ROWS, changed(total("2026-02-28", ROWS), 4, cell)]
    preview = look(rows)
    if cell == "<5":
        assert "dated-totals" in kinds(preview)
    assert [row.line for row in preview.left_out] == [6]
    # and is no part of the totals below
    named = look([*rows, *ROWS[:2], total("2026-03-28", ROWS[:2])])
    assert next(one for one in named.findings if one.kind == "dated-totals").lines[-1] == 9


def test_that_rows_without_any_figure_are_not_part_of_a_sum():
    nothing = [("2026-02-11", *["n/a"] * 4), ("2026-02-11", *["-"] * 4), ("", "note", "", "", "")]
    rows = [*ROWS[:2], *nothing, *ROWS[2:], total("2026-02-28", ROWS)]
    finding = next(one for one in look(rows).findings if one.kind == "dated-totals")
    assert finding.lines == (9,)


def test_that_one_count_that_is_known_makes_no_total():
    rows = [(row[0], "<5", "<5", "<5", row[4]) for row in ROWS]
    assert "dated-totals" not in kinds(look([*rows, ("2026-02-28", 9_999, 99, 3, 15)]))


def test_that_a_row_without_a_day_is_a_total_only_if_every_count_is_a_sum():
    for rows in (ROWS, ROWS[:1]):
        assert "totals" in kinds(look([*rows, total("", rows)]))
    for at in (1, 2, 3, 4):
        other = changed(total("", ROWS[:1]), at, 1 + total("", ROWS[:1])[at])
        preview = look([ROWS[0], other])
        assert "totals" not in kinds(preview)
        assert "date is “”" in str(preview.problems[0])
    # one that leaves a count empty says nothing of it
    assert "totals" in kinds(look([*ROWS, changed(total("", ROWS), 4, "")]))


def test_that_no_row_of_the_shipped_record_is_taken_for_a_total():
    rows = [
        Counted((one.faces_scanned, one.alerts, one.false_alerts, one.arrests), dated=True)
        for one in shipped_deployments().rows
    ]
    assert summed_rows(rows) == []
    # nor of any stretch of it, as far as a table of a few rows goes
    for first in range(len(rows)):
        assert summed_rows(rows[first : first + 12]) == []


@given(
    st.lists(st.tuples(st.integers(5_000, 20_000), st.integers(1, 30)), min_size=2, max_size=10),
    st.data(),
)
def test_that_a_total_put_into_any_rows_is_found(counts, data):
    rows = [(f"{date(2026, 2, 2) + timedelta(days=at)}", faces, alerts, 0, 0)
            for at, (faces, alerts) in enumerate(counts)]  # fmt: skip
    at = data.draw(st.sampled_from((0, len(rows))))
    listed = [*rows[:at], total("2026-02-20", rows), *rows[at:]]
    counted = [Counted(row[1:], dated=True) for row in listed]
    assert at in summed_rows(counted)
