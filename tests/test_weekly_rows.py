"""A record is read row by row; what is wrong is named with its place."""

import csv
import io
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.evidence.csv_rows import MOST_PROBLEMS
from modeller.evidence.record import COLUMNS
from modeller.evidence.weekly_rows import MAX_BYTES, MAX_WEEKS
from tests.met import parse_record
from tests.weekly_rows import HEADER, parse, problems_of, text_of


def empty_week(monday):
    return f"{monday},0,0,0,0,0,0,,,,current"


# --- What must read --------------------------------------------------------------------------


def test_that_unusual_but_possible_records_read():
    assert len(parse(text_of({}))) == 1
    assert parse(text_of({"alerts": "34", "false_alerts": "0"})).totals()["false_alerts"] == 0
    assert len(parse("\n".join((HEADER, empty_week("2025-01-06"))))) == 1
    gaps = parse("\n".join((HEADER, empty_week("1901-01-07"), empty_week("2190-01-04"))))
    weeks = (date(2190, 1, 4) - date(1901, 1, 7)).days // 7 + 1
    assert len(gaps.by_week()) == weeks
    unknown = parse(text_of({"hours": "", "threshold": "", "watchlist": ""}))
    assert np.isnan([unknown.hours[0], unknown.threshold[0], unknown.watchlist[0]]).all()


def test_that_ten_thousand_weeks_read_and_one_more_does_not():
    mondays = [date(1950, 1, 2) + timedelta(weeks=index) for index in range(MAX_WEEKS + 1)]
    lines = [HEADER, *(empty_week(monday) for monday in mondays)]
    assert len(parse("\n".join(lines[:-1]))) == MAX_WEEKS
    assert problems_of("\n".join(lines)) == [
        "line 10002 begins week 10,001; a record holds at most 10,000"
    ]


def test_that_columns_may_stand_in_any_order():
    usual = parse(text_of({}, {}))
    rows = list(csv.reader(io.StringIO(usual.to_csv())))
    assert parse("\n".join(",".join(reversed(row)) for row in rows)) == usual


# --- What must be refused, with its place ----------------------------------------------------

WHOLE = "write a whole number without separators"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"week_starting": "2025-01-07"},
            "line 2, week_starting is 2025-01-07, a Tuesday; weeks begin on Monday: 2025-01-06",
        ),
        (
            {"week_starting": "6 Jan 2025"},
            "line 2, week_starting is “6 Jan 2025”; write a Monday as 2025-01-06",
        ),
        (
            {"week_starting": "2025-02-30"},
            "line 2, week_starting is “2025-02-30”; write a Monday as 2025-01-06",
        ),
        (
            {"week_starting": "1024-01-05"},
            "line 2, week_starting is 1024-01-05; the year lies in 1900 to 2199",
        ),
        ({"deployments": "4.5"}, f"line 2, deployments is “4.5”; {WHOLE}"),
        ({"faces_scanned": "1_000"}, f"line 2, faces_scanned is “1_000”; {WHOLE}"),
        ({"faces_scanned": "٣"}, f"line 2, faces_scanned is “٣”; {WHOLE}"),
        ({"arrests": ""}, f"line 2, arrests is “”; {WHOLE}"),
        (
            {"faces_scanned": "9" * 60},
            f"line 2, faces_scanned is “{'9' * 39}…”; {WHOLE}",
        ),
        ({"arrests": "-1"}, "line 2, arrests is -1; it must lie between 0 and 10,000,000"),
        (
            {"deployments": "1001"},
            "line 2, deployments is 1001; it must lie between 0 and 1,000",
        ),
        (
            {"hours": "nan"},
            (
                "line 2, hours is “nan”; write a number with a point for decimals, "
                "or leave the cell empty"
            ),
        ),
        ({"threshold": "64"}, "line 2, threshold is 64; it must lie between 0 and 1"),
        ({"hours": "-1.5"}, "line 2, hours is -1.5; it must lie between 0 and 100,000"),
        (
            {"hours": "97"},
            (
                "line 2, hours is 97 for 4 deployments; it is the sum over the week's "
                "deployments, at most 96"
            ),
        ),
        (
            {"face_count_basis": "new"},
            "line 2, face_count_basis is “new”; it must be earlier or current",
        ),
        (
            {"alerts": "36"},
            (
                "line 2, alerts is 36, but true and false alerts make 35; they must add up; "
                "a fault of the published figures is declared as a blemish"
            ),
        ),
        (
            {"arrests": "35"},
            (
                "line 2, arrests is 35, more than the 34 true alerts; only arrests that "
                "followed a true alert are counted"
            ),
        ),
    ],
)
def test_that_a_wrong_cell_is_named_with_its_line_and_what_would_be_right(change, message):
    assert problems_of(text_of(change)) == [message]


def test_that_counts_without_deployments_are_each_named():
    row = {"deployments": "0", "hours": "", "alerts": "1", "true_alerts": "1"}
    found = problems_of(text_of({**row, "false_alerts": "0", "arrests": "0"}))
    assert found == [
        f"line 2, {column} is {value} in a week without deployments; it must be 0 there"
        for column, value in (("faces_scanned", 37715), ("alerts", 1), ("true_alerts", 1))
    ]


@pytest.mark.parametrize("second", ["2025-01-06", "2024-12-30"])
def test_that_weeks_must_come_once_and_in_order(second):
    assert problems_of(text_of({}, {"week_starting": second})) == [
        (
            f"line 3, week_starting is {second}, not after 2025-01-06 before it; "
            "give every week once, in the order of time"
        )
    ]


def test_that_every_problem_of_a_file_is_reported_at_once():
    found = problems_of(text_of({"deployments": "x", "hours": "y"}, {}, {"arrests": "-3"}))
    assert [line.split(" is ")[0] for line in found] == [
        "line 2, deployments",
        "line 2, hours",
        "line 4, arrests",
    ]


def test_that_wrong_columns_are_reported_together():
    listed = ", ".join(COLUMNS)
    header = HEADER.replace("arrests", "arests").replace("hours", "alerts")
    assert problems_of(text_of({}, header=header)) == [
        f"line 1, column 7 is named “arests”; the columns are {listed}",
        "line 1, column 8 repeats alerts; name every column once",
        f"line 1 lacks the column arrests; the columns are {listed}",
        f"line 1 lacks the column hours; the columns are {listed}",
    ]


def test_that_a_row_of_the_wrong_length_is_named():
    assert problems_of(text_of({}) + "2025-01-13,4\n") == [
        "line 3 has 2 cells; a row has 11, one for each column"
    ]


def test_that_files_that_are_no_record_are_refused_in_words():
    assert problems_of("") == [
        f"mine is empty; its first line names the columns {', '.join(COLUMNS)}"
    ]
    assert problems_of(HEADER) == ["mine has no rows; give at least one row"]
    assert "line 2 cannot be read as CSV" in problems_of(HEADER + '\n"open,1\n')[0]
    with pytest.raises(ModellerError, match=r"is not UTF-8 text \(byte 3\)"):
        parse_record(b"ab\xff", name="mine")
    with pytest.raises(ModellerError, match="is larger than 1,000,000 bytes"):
        parse_record(b"," * (MAX_BYTES + 1), name="mine")


def test_that_a_flood_of_problems_ends_with_their_number():
    found = problems_of("\n".join((HEADER, *(["x"] * (MOST_PROBLEMS + 7)))))
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1] == "mine has 7 more problems; put these right first"


@given(st.binary(max_size=300))
def test_that_no_bytes_raise_anything_but_a_modeller_error(content):
    with pytest.raises(ModellerError):
        parse_record(content, name="random")


@given(st.lists(st.lists(st.text(max_size=12), max_size=13), max_size=6))
def test_that_no_cells_raise_anything_but_a_modeller_error(rows):
    out = io.StringIO()
    csv.writer(out).writerows([list(COLUMNS), *rows])
    content = out.getvalue().encode("utf-8", "surrogatepass")
    with pytest.raises(ModellerError):
        parse_record(content, name="random")


CELLS = st.sampled_from(
    ("0", "1", "2", "-1", "", "1e9", "٣", "nan", "inf", "0.5", "2025-01-06", "2025-01-13",
     "9999-12-27", "current", "earlier", '"', "0" * 30)
)  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), CELLS, max_size=4), max_size=4))
def test_that_a_nearly_right_file_reads_back_or_names_its_lines(changes):
    try:
        record = parse(text_of(*changes))
    except ModellerError as error:
        problems = error.problems
        record = None
    else:
        problems = ()
        assert parse(record.to_csv()) == record
        assert np.all(record.arrests <= record.true_alerts)
    assert bool(problems) == (record is None)
    assert all(problem.where.startswith(("line", "mine")) for problem in problems)
