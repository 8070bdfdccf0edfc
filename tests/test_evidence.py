"""The record is read, checked and cut; every figure has a source."""

import csv
import io
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.errors import ModellerError
from modeller.evidence import (
    Blemish,
    Source,
    blemishes,
    columns,
    figure,
    figures,
    parse_record,
    press_errors,
    shipped_record,
    sources,
)
from modeller.evidence.record import COLUMNS
from modeller.evidence.weekly_rows import MAX_BYTES, MAX_PROBLEMS, MAX_WEEKS

HEADER = ",".join(COLUMNS)
GOOD = {
    "week_starting": "2025-01-06",
    "deployments": "4",
    "faces_scanned": "37715",
    "alerts": "35",
    "true_alerts": "34",
    "false_alerts": "1",
    "arrests": "15",
    "hours": "22.8",
    "threshold": "0.64",
    "watchlist": "15114",
    "face_count_basis": "current",
}


def text_of(*changes, header=HEADER):
    """CSV text with one row for each set of changes to a good row, a week apart."""
    rows = []
    for index, change in enumerate(changes):
        monday = date(2025, 1, 6) + timedelta(weeks=index)
        rows.append(",".join({**GOOD, "week_starting": str(monday), **change}.values()))
    return "\n".join((header, *rows)) + "\n"


def parse(text, **options):
    return parse_record(text.encode(), name="mine", **options)


def problems_of(text, **options):
    with pytest.raises(ModellerError) as caught:
        parse(text, **options)
    return [str(problem) for problem in caught.value.problems]


def named_sources():
    return [f.sources for f in figures()] + [e.sources for e in press_errors()]


def empty_week(monday):
    return f"{monday},0,0,0,0,0,0,,,,current"


# --- The shipped record ----------------------------------------------------------------------


def test_that_the_totals_of_2025_are_those_published():
    year = shipped_record().since("2025-01-01").until("2026-01-01")
    assert year.totals() == {
        "deployments": 231,
        "faces_scanned": 4_220_097,
        "alerts": 2_405,
        "true_alerts": 2_393,
        "false_alerts": 12,
        "arrests": 1_132,
    }


def test_that_the_totals_of_2024_are_not_those_in_the_press():
    totals = shipped_record().since(date(2024, 1, 1)).until(date(2025, 1, 1)).totals()
    assert totals["deployments"] == 180
    assert totals["faces_scanned"] == 902_748
    assert totals["arrests"] == 575


def test_that_the_figures_called_derived_from_the_record_are_its_totals():
    names = {
        "deployments": "deployments",
        "faces": "faces_scanned",
        "true-alerts": "true_alerts",
        "false-alerts": "false_alerts",
        "arrests": "arrests",
    }
    checked = 0
    for entry in figures():
        if entry.key.startswith("record-"):
            name, year = entry.key.removeprefix("record-").rsplit("-", 1)
            cut = shipped_record().since(f"{year}-01-01").until(f"{int(year) + 1}-01-01")
            assert cut.totals()[names[name]] == entry.number
            checked += 1
    assert checked == 8


def test_that_the_record_says_how_far_it_reaches():
    record = shipped_record()
    assert record.last_day == date(2025, 12, 28)
    assert record.label == "record to 28 Dec 2025"
    assert record.first_day == date(2023, 4, 3)
    assert len(record) == 112


def test_that_the_shipped_record_is_read_once_and_cannot_be_changed():
    record = shipped_record()
    assert shipped_record() is record
    for column in COLUMNS:
        assert not getattr(record, column).flags.writeable
    with pytest.raises(FrozenInstanceError):
        record.name = "other"  # type: ignore[misc]


def test_that_the_one_week_that_does_not_add_up_is_declared_and_nothing_else():
    record = shipped_record()
    off = record.alerts != record.true_alerts + record.false_alerts
    assert record.week_starting[off].astype(object).tolist() == [date(2024, 1, 8)]
    content = (files("modeller.evidence") / "met-lfr-weekly.csv").read_bytes()
    with pytest.raises(ModellerError) as caught:
        parse_record(content, name="shipped", known=())
    assert [str(problem) for problem in caught.value.problems] == [
        (
            "line 16, alerts is 1, but true and false alerts make 2; they must add up; "
            "a fault of the published figures is declared as a blemish"
        )
    ]


def test_that_a_blemish_excuses_only_the_very_values_it_declares():
    row = {"alerts": "1", "true_alerts": "2", "false_alerts": "0", "arrests": "1"}
    fault = Blemish("k", date(2025, 1, 6), "w", "t", {"alerts": 1, "true_alerts": 2})
    assert parse(text_of(row), known=(fault,)).alerts[0] == 1
    assert problems_of(text_of({**row, "true_alerts": "3"}), known=(fault,))
    assert problems_of(text_of({}, row), known=(fault,))


def test_that_the_digest_sees_the_content_and_not_its_spelling():
    plain = parse(text_of({}, {"hours": ""}))
    windows = parse("\ufeff" + text_of({}, {"hours": ""}).replace("\n", "\r\n"))
    assert plain.digest == windows.digest
    assert plain == windows
    assert hash(plain) == hash(windows)
    assert plain != parse(text_of({}, {"hours": "1"}))
    assert len(plain.digest) == 64


def test_that_the_digest_of_the_shipped_record_is_pinned():
    assert shipped_record().digest.startswith("fe1f898be3e8fb1a")


def test_that_canonical_text_reads_back_as_the_same_record():
    record = shipped_record()
    assert parse(record.to_csv()) == record
    small = parse(text_of({"threshold": "0.00001", "hours": "-0"}))
    assert parse(small.to_csv()) == small


# --- Cutting ---------------------------------------------------------------------------------


def test_that_until_keeps_nothing_of_the_day_itself_or_later():
    record = shipped_record()
    assert record.until("2025-06-23").last_day == date(2025, 6, 22)
    assert record.until("2025-06-22").last_day == date(2025, 6, 15)
    assert record.since("2025-06-16").first_day == date(2025, 6, 16)
    assert record.since(np.datetime64("2025-06-17")).first_day == date(2025, 6, 23)


def test_that_cutting_everything_away_is_refused_with_the_weeks_there_are():
    with pytest.raises(ModellerError, match="it holds weeks from 3 Apr 2023 to 28 Dec 2025"):
        shipped_record().since("2026-01-01")
    with pytest.raises(ModellerError, match="over before 2020-01-01"):
        shipped_record().until("2020-01-01")


def test_that_weeks_without_a_row_become_weeks_without_deployments():
    record = parse(
        "\n".join(
            (
                HEADER,
                "2025-01-06,4,100,3,3,0,1,22.0,0.64,15000,earlier",
                "2025-01-27,2,50,1,0,1,0,11.0,0.64,15000,current",
            )
        )
    )
    full = record.by_week()
    assert np.all(np.diff(full.week_starting) == np.timedelta64(7, "D"))
    assert full.deployments.tolist() == [4, 0, 0, 2]
    assert full.hours.tolist() == [22.0, 0.0, 0.0, 11.0]
    assert full.face_count_basis.tolist() == ["earlier", "earlier", "earlier", "current"]
    assert np.isnan(full.threshold[1:3]).all()
    assert full.totals() == record.totals()
    assert full.by_week() is full
    assert not full.deployments.flags.writeable


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
    assert problems_of(HEADER) == ["mine has no weeks; give at least one row"]
    assert "line 2 cannot be read as CSV" in problems_of(HEADER + '\n"open,1\n')[0]
    with pytest.raises(ModellerError, match=r"is not UTF-8 text \(byte 3\)"):
        parse_record(b"ab\xff", name="mine")
    with pytest.raises(ModellerError, match="is larger than 1,000,000 bytes"):
        parse_record(b"," * (MAX_BYTES + 1), name="mine")


def test_that_a_flood_of_problems_ends_with_their_number():
    found = problems_of("\n".join((HEADER, *(["x"] * (MAX_PROBLEMS + 7)))))
    assert len(found) == MAX_PROBLEMS + 1
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


# --- Sources and figures ---------------------------------------------------------------------


def test_that_every_figure_and_press_error_names_sources_that_exist():
    for named in named_sources():
        assert named
        assert set(named) <= set(sources())


def test_that_every_figure_has_a_grade_and_a_key_of_its_own():
    assert {entry.grade for entry in figures()} <= {"published", "derived", "judgement"}
    keys = [entry.key for entry in figures()]
    assert len(set(keys)) == len(keys)
    assert figure("deployments-planned").number == 10
    with pytest.raises(KeyError):
        figure("absent")


def test_that_no_source_is_named_by_nothing_but_the_fixed_ones():
    named = {name for names in named_sources() for name in names}
    assert set(sources()) - named == {"model-definition"}


def test_that_what_is_seen_at_second_hand_is_called_so():
    weak = {source.id for source in sources().values() if source.weak}
    assert {"hansard-lords", "cambridge-essex-2026", "met-arrests-foi", "croydon-pilot"} <= weak
    assert "second hand" in sources()["hansard-lords"].citation
    assert "second hand" not in sources()["npl-2023"].citation


def test_that_what_others_published_has_an_https_address_and_what_is_ours_has_none():
    ours = {"post-cost-proxies", "modelling-judgement", "model-definition"}
    for source in sources().values():
        assert bool(source.url) == (source.id not in ours), source.id
        assert source.url in source.linked_citation
        assert ("publisher’s page" in source.linked_citation) == source.landing
    # a bare site is never passed off as the page itself
    bare = {source.id for source in sources().values() if source.url.count("/") == 3}
    assert bare <= {source.id for source in sources().values() if source.landing}


@pytest.mark.parametrize(
    "address",
    [
        "http://met.police.uk/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://met.police.uk@example.org/",
        "https://met.police.uk/ a",
        "https://met.police.uk",
        'https://met.police.uk/"><b>',
    ],
)
def test_that_an_address_that_is_not_plain_https_is_refused(address):
    with pytest.raises(ValueError, match="not plain https"):
        Source("a", "A", "B", "2025", url=address)


def test_that_the_two_wrong_press_figures_say_what_is_true():
    arrests, boroughs = press_errors()
    assert "804" in arrests.said
    assert "575" in arrests.truth
    assert "wards" in boroughs.why
    assert "22.6" in boroughs.truth


def test_that_every_column_of_the_record_is_explained():
    assert tuple(column.name for column in columns()) == COLUMNS


def test_that_the_known_blemishes_are_declared_and_touch_the_record():
    assert len(blemishes()) == 4
    assert shipped_record().blemishes == blemishes()
    assert shipped_record().since("2025-01-13").blemishes == (blemishes()[2],)
