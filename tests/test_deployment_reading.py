"""Rows of deployments are read one by one; what is wrong is named with its place."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.evidence import Blemish, Known
from modeller.evidence.csv_rows import MOST_BYTES, MOST_PROBLEMS
from modeller.evidence.deployments import COUNTS, MARKS, Deployment, Deployments
from tests.deployment_rows import GOOD, KNOWN, parse, problems_of, text_of
from tests.met import parse_record, weekly_record

# --- What must be refused, with its place ------------------------------------------------------

WHOLE = "write a whole number without separators"
DAY = "write a day as 2025-01-31"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"date": "08/01/2025"}, f"line 2, date is “08/01/2025”; {DAY}"),
        ({"date": "2025-02-30"}, f"line 2, date is “2025-02-30”; {DAY}"),
        ({"date": ""}, f"line 2, date is “”; {DAY}"),
        (
            {"date": "2026-04-18"},
            ("line 2, date is 2026-04-18; the days of this record lie in 2016-01-01 to 2026-04-17"),
        ),
        (
            {"date": "1925-01-08"},
            ("line 2, date is 1925-01-08; the days of this record lie in 2016-01-01 to 2026-04-17"),
        ),
        (
            {"borough": "Camdem"},
            (
                "line 2, borough is “Camdem”, which is not known here; "
                "write one of those that are, such as “Camden”"
            ),
        ),
        (
            {"borough": ""},
            (
                "line 2, borough is “”, which is not known here; "
                "write one of those that are, such as “Camden”"
            ),
        ),
        (
            {"source": "hearsay"},
            (
                "line 2, source is “hearsay”, which is not known here; "
                "write one of those that are, such as “Met PDF”"
            ),
        ),
        ({"place": ""}, "line 2, place is “”; write 1 to 100 ordinary characters"),
        ({"site": "a\x07b"}, "line 2, site is “a�b”; write 1 to 100 ordinary characters"),
        ({"site": "x" * 101}, f"line 2, site is “{'x' * 39}…”; write 1 to 100 ordinary characters"),
        ({"event": "yes"}, "line 2, event is “yes”; write 1 for yes and 0 for no"),
        ({"fixed_cameras": ""}, "line 2, fixed_cameras is “”; write 1 for yes and 0 for no"),
        (
            {"fixed_cameras": "1"},
            (
                "line 2, fixed_cameras is 1 at Camden Town on 2025-01-08; no fixed cameras are "
                "declared there for that day; write 0 for a van"
            ),
        ),
        ({"arrests": "-1"}, "line 2, arrests is -1; it must lie between 0 and 100,000"),
        ({"alerts": "4.5"}, f"line 2, alerts is “4.5”; {WHOLE}"),
        ({"faces_scanned": "14,210"}, f"line 2, faces_scanned is “14,210”; {WHOLE}"),
        ({"faces_scanned": "١"}, f"line 2, faces_scanned is “١”; {WHOLE}"),
        (
            {"faces_scanned": "10000001"},
            "line 2, faces_scanned is 10000001; it must lie between 0 and 10,000,000",
        ),
        (
            {"false_alerts": "10"},
            (
                "line 2, false_alerts is 10, more than the 9 alerts; "
                "false alerts are part of the alerts"
            ),
        ),
        (
            {"true_alerts": "9"},
            (
                "line 2, alerts is 9, but true and false alerts make 10; they must add up; "
                "a fault of the published figures is declared as a blemish"
            ),
        ),
        (
            {"arrests": "9"},
            (
                "line 2, arrests is 9, more than the 8 true alerts; "
                "only arrests that followed a true alert are counted"
            ),
        ),
        ({"hours": "25"}, "line 2, hours is 25; it must lie between 0 and 24"),
        ({"threshold": "64"}, "line 2, threshold is 64; it must lie between 0 and 1"),
        (
            {"watchlist": "nan"},
            (
                "line 2, watchlist is “nan”; write a number with a point for decimals, "
                "or leave the cell empty"
            ),
        ),
    ],
)
def test_that_a_bad_cell_is_named_with_its_place(change, message):
    assert problems_of(text_of(change)) == [message]


def test_that_a_record_before_its_areas_and_sources_are_declared_is_told_so():
    bare = replace(KNOWN, boroughs=(), sources=())
    remedy = "the profile declares none yet; declare them before its record"
    assert problems_of(text_of({}), bare) == [
        f"line 2, borough is “Camden”, which is not known here; {remedy}",
        f"line 2, source is “Met PDF”, which is not known here; {remedy}",
    ]


def test_that_a_site_lies_in_one_borough():
    text = text_of({}, {"borough": "Croydon"}, {"site": "Oval", "borough": "Croydon"})
    (problem,) = problems_of(text)
    assert problem == (
        "line 3, site is in Croydon, but in Camden on line 2; a site lies in one borough; "
        "two places have two names"
    )


def test_that_a_deployment_is_given_once_though_two_of_a_day_and_site_are_possible():
    same = {"date": "2025-01-08"}
    assert len(parse(text_of(same, {**same, "faces_scanned": "14211"}))) == 2
    assert problems_of(text_of(same, {}, same)) == [
        "line 4 repeats line 2: day, site and counts are the same; give every deployment once"
    ]


def test_that_fixed_cameras_stand_where_they_are_declared_and_from_that_day():
    place = {"site": "Croydon, North End", "borough": "Croydon", "fixed_cameras": "1"}
    assert parse(text_of({**place, "date": "2025-10-01"})).fixed_cameras.tolist() == [True]
    assert parse(text_of({**place, "fixed_cameras": "0", "date": "2025-10-01"})).totals()
    (problem,) = problems_of(text_of({**place, "date": "2025-09-30"}))
    assert problem.startswith("line 2, fixed_cameras is 1 at Croydon, North End on 2025-09-30")


def test_that_every_problem_of_every_row_is_told_at_once():
    told = problems_of(text_of({"arrests": "x", "event": "2"}, {}, {"date": "soon", "hours": "99"}))
    assert [problem.split(" is ")[0] for problem in told] == [
        "line 2, event",
        "line 2, arrests",
        "line 4, date",
        "line 4, hours",
    ]
    bad = {"date": "2025-01-08", "event": "2", "arrests": "x"}
    many = problems_of(text_of(*[bad] * MOST_PROBLEMS))
    assert len(many) == MOST_PROBLEMS + 1
    assert many[-1] == "mine has 1,000 more problems; put these right first"


def test_that_what_is_no_table_of_deployments_is_refused_as_a_whole():
    columns = (
        "the columns are " + ", ".join(c for c in GOOD if c != "true_alerts") + ", true_alerts"
    )
    no_date = tuple(column for column in GOOD if column != "date")
    assert problems_of(text_of({}, columns=no_date)) == [f"line 1 lacks the column date; {columns}"]
    assert problems_of(text_of({}).replace("place", "where", 1)) == [
        f"line 1, column 2 is named “where”; {columns}",
        f"line 1 lacks the column place; {columns}",
    ]
    assert "repeats date" in problems_of(text_of({}).replace("place", "date", 1))[0]
    assert problems_of(text_of()) == ["mine has no rows; give at least one row"]
    assert problems_of("")[0].startswith("mine is empty; its first line names the columns date, ")
    assert problems_of(b"\xff")[0].startswith("mine is not UTF-8 text (byte 1)")
    assert problems_of(b"x" * (MOST_BYTES + 1))[0].startswith("mine is larger than 10,000,000")
    assert problems_of(text_of({}) + '"')[0].startswith("line 3 cannot be read as CSV")
    assert problems_of(text_of({}) + "1,2\n") == [
        "line 3 has 2 cells; a row has 15, one for each column"
    ]


def test_that_true_alerts_are_the_alerts_less_the_false_ones_where_they_are_not_given():
    assert parse(text_of({"true_alerts": ""})).true_alerts.tolist() == [8]
    without = tuple(column for column in GOOD if column != "true_alerts")
    assert parse(text_of({}, columns=without)).true_alerts.tolist() == [8]


def test_that_a_blemish_excuses_only_the_very_values_it_declares():
    values = {"alerts": 9, "true_alerts": 9, "false_alerts": 1}
    fault = Blemish("k", date(2025, 1, 6), "w", "t", values)
    known = Known(KNOWN.boroughs, KNOWN.fixed_cameras, KNOWN.sources, (fault,), KNOWN.last_day)
    assert parse(text_of({"true_alerts": "9"}), known).true_alerts.tolist() == [9]
    assert problems_of(text_of({"true_alerts": "10"}), known)
    assert problems_of(text_of({"true_alerts": "9", "date": "2025-01-13"}), known)


# --- Whatever the rows ---------------------------------------------------------------------------

DAYS = st.dates(date(2016, 1, 1), date(2026, 4, 17))
PLACES = st.sampled_from(
    [("Camden Town", "Camden"), ("Oval", "Croydon"), ("Strand", "Westminster"), ("Mall", "Camden")]
)


@st.composite
def orderly(draw):
    """A row that is in order."""
    site, borough = draw(PLACES)
    false = draw(st.integers(0, 5))
    true = draw(st.integers(0, 60))
    return Deployment(
        date=draw(DAYS),
        place=draw(st.sampled_from(["High Rd", "Stn, o/s Lidl", "St Ann’s", '"Corner"'])),
        site=site,
        borough=borough,
        fixed_cameras=False,
        event=draw(st.booleans()),
        hours=draw(st.none() | st.integers(0, 2400).map(lambda hundredths: hundredths / 100)),
        watchlist=draw(st.none() | st.integers(0, 20_000).map(float)),
        threshold=draw(st.none() | st.sampled_from([0.6, 0.62, 0.64])),
        faces_scanned=draw(st.integers(0, 60_000)),
        alerts=true + false,
        true_alerts=true,
        false_alerts=false,
        arrests=draw(st.integers(0, true)),
        source="copy",
    )


def unlike(row):
    return (row.date, row.site, *(getattr(row, column) for column in COUNTS))


def written(found):
    cells = [
        {
            **{name: getattr(row, name) for name in GOOD},
            **{name: int(getattr(row, name)) for name in MARKS},
            "date": row.date.isoformat(),
        }
        for row in found
    ]
    blank = [{name: "" if v is None else v for name, v in row.items()} for row in cells]
    return text_of(*blank)


@given(st.lists(orderly(), min_size=1, max_size=30, unique_by=unlike))
def test_that_whatever_is_written_reads_back_and_no_count_is_lost_in_the_weeks(found):
    record = parse(written(found))
    assert record == Deployments(found)
    weeks = weekly_record(record, name="weeks")
    assert weeks.totals() == record.totals()
    assert parse_record(weeks.to_csv().encode(), name="again") == weeks
    for week in range(len(weeks)):
        held = [row for row in record.rows if weeks.week_starting[week] <= np.datetime64(row.date)]
        held = [row for row in held if row.date - timedelta(days=7) < weeks.week_starting[week]]
        hours = [row.hours for row in held]
        assert np.isnan(weeks.hours[week]) == (None in hours)
        lists = [row.watchlist for row in held if row.watchlist is not None]
        assert np.isnan(weeks.watchlist[week]) == (not lists)
        if lists:
            assert min(lists) - 0.5 <= weeks.watchlist[week] <= max(lists) + 0.5


SPOILT = {
    "date": ["", "tomorrow", "2026-04-18", "9999-12-31", "2025-13-01"],
    "place": ["", "\x00" * 3, "x" * 101],
    "site": ["", "\u202e", "x" * 101],
    "borough": ["", "camden", "Paris", "=1+1"],
    "fixed_cameras": ["", "1", "2", "true"],
    "event": ["", "-1", "yes"],
    "hours": ["-1", "24.01", "1e3", "inf"],
    "watchlist": ["-5", "9" * 30, "many"],
    "threshold": ["1.01", "-0.1", "0,64"],
    "faces_scanned": ["", "-1", "1.0", "99999999", "9" * 400],
    "alerts": ["", "-1", "8", "10"],
    "true_alerts": ["-1", "7", "9", "x"],
    "false_alerts": ["", "-1", "0", "2", "10"],
    "arrests": ["", "-1", "9", "four"],
    "source": ["", "met pdf", "rumour"],
}


@given(st.data())
def test_that_every_spoilt_cell_is_told_and_no_good_row_is_blamed(data):
    columns = st.sampled_from(sorted(SPOILT))
    number = data.draw(st.integers(1, 12))
    spoilt = data.draw(
        st.dictionaries(st.integers(0, number - 1), columns, min_size=1, max_size=number)
    )
    changes = [
        {column: data.draw(st.sampled_from(SPOILT[column]))} if (column := spoilt.get(i)) else {}
        for i in range(number)
    ]
    told = problems_of(text_of(*changes))
    blamed = {int(problem.split(",")[0].split()[1]) for problem in told}
    assert blamed == {index + 2 for index in spoilt}


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_that_whatever_the_bytes_are_there_is_an_answer(content):
    with pytest.raises(ModellerError):
        parse(content)
    with suppress(ModellerError):
        assert len(parse(text_of({}).encode() + content)) >= 1
