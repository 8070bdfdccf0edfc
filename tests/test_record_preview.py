"""What a table would be taken as, said before anything of it is kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.records.days import read_days
from modeller.records.layouts import field_of, remember, remembered
from modeller.records.preview import Said
from tests.met import layouts, preview_bytes, preview_text, shipped_deployments, shipped_record
from tests.record_tables import MET_2025, csv_of, heads, typeset, xlsx_of

TODAY = date(2026, 6, 1)
HEADER = ("date", "faces", "alerts", "false_alerts", "arrests")


def said(*accept, **more):
    return Said(accept=frozenset(accept), today=TODAY, **more)


def look(rows, *accept, name="mine.csv", **more):
    return preview_bytes(csv_of(rows).encode(), name, said(*accept, **more))


def rows_of(number=12, *, step=3, start=date(2026, 1, 5), faces=15_000):
    """Deployments of the user's own, each with other figures, after the shipped weekly record."""
    return [
        (start + timedelta(days=step * i), faces + 100 * i, 11 + i % 3, int(i % 5 == 0), 4 + i % 2)
        for i in range(number)
    ]


def kinds(preview):
    return [finding.kind for finding in preview.findings]


def problems_of(preview):
    return [str(problem) for problem in preview.problems]


WEEKLY = ("week starting", "deployments", "faces", "alerts", "false_alerts", "arrests")


@pytest.mark.parametrize("column", range(1, len(WEEKLY)))
@pytest.mark.parametrize("count", ["²0", "²²0", "①", "⒈7", "٣x", "½", "𝟙²1"])
def test_that_digits_that_make_no_number_are_named_with_their_row(count, column):
    row = ["05/01/2026", 3, 20_000, 17, 1, 8]
    row[column] = count
    preview = look([WEEKLY, row, ("12/01/2026", 3, 21_000, 20, 0, 9)])
    assert preview.problems
    assert "line 2" in problems_of(preview)[0]


# --- What is ordinary ----------------------------------------------------------------------------


def test_that_an_ordinary_table_is_taken_without_a_question():
    preview = look([HEADER, *rows_of()])
    assert not preview.findings
    assert not preview.left_out
    assert preview.confirmed().totals()["deployments"] == 12


def test_that_the_record_by_deployment_and_the_weekly_record_are_taken_as_they_are():
    by_day = csv_of([
        ("Date", "Place", "Faces seen", "Alerts", "False alerts", "Arrests", "Hours", "Threshold"),
        *((row.date, row.place, row.faces_scanned, row.alerts, row.false_alerts, row.arrests,
           row.hours or "", row.threshold or "") for row in shipped_deployments().rows),
    ])  # fmt: skip
    preview = preview_bytes(by_day.encode(), "all.csv", said())
    assert not preview.findings
    assert not preview.problems
    assert preview.record is not None
    assert preview.record.totals()["deployments"] == len(shipped_deployments())
    weekly = preview_bytes(shipped_record().to_csv().encode(), "weekly.csv", said())
    assert not weekly.findings
    assert weekly.confirmed() == shipped_record()


def test_that_columns_nobody_needs_are_named_and_left_out():
    header = (*HEADER, "False Alert Rate", "Weather", "")
    preview = look([header, *((*row, "0.01%", "Dry", "") for row in rows_of())])
    fields = {column.heading: column.field for column in preview.columns}
    assert (fields["False Alert Rate"], fields["Weather"], fields["faces"]) == ("", None, "faces")
    assert not preview.findings


# --- Published layouts ---------------------------------------------------------------------------


def test_that_every_heading_of_a_published_layout_is_known():
    for layout in layouts():
        fields = [field_of(heading) for heading in layout.headings]
        assert None not in fields, layout.key
        needed = {"date", "alerts", "arrests", "faces"}
        assert needed <= set(fields), layout.key
        taken = [field for field in fields if field]
        assert len(taken) == len(set(taken)), layout.key


def met_rows(number=30, start=date(2026, 1, 5)):
    return [
        (f"Market Square, Town {i % 4}", f"{start + timedelta(days=3 * i):%d/%m/%y}",
         f"{4 + i % 3}hr {10 + i}m",
         "1,2,3", f"{16_000 + i:,}", "0.64", 11 + i % 3, 8 + i % 3, 2, 1, 0, "0.01%", 5, 1, 4,
         f"{9_000 + 100 * i:,}")
        for i in range(number)
    ]  # fmt: skip


def test_that_the_table_of_2025_is_read_from_a_pdf_as_published():
    preview = preview_bytes(typeset(16, heads(MET_2025), met_rows()), "2026.pdf", said())
    assert preview.layout == "the Met’s tables of 2025 and 2026"
    assert not preview.findings
    record = preview.confirmed()
    assert record.totals() == {
        "deployments": 30,
        "faces_scanned": sum(9_000 + 100 * i for i in range(30)),
        "alerts": sum(11 + i % 3 for i in range(30)),
        "true_alerts": sum(10 + i % 3 for i in range(30)),
        "false_alerts": 30,
        "arrests": 150,
    }
    assert preview.deployments[0].place == "Market Square, Town 0"


def test_that_a_header_of_two_merged_rows_is_joined():
    above = ["Deployment Location", "Date", "Duration of Deployment",
             "LFR Purpose Reference / LFR Purpose", "Watchlist Size", "Min Threshold Setting",
             "Total Alerts", "True Alerts", "", "False Alerts", "", "False Alert Rate",
             "Engagement Outcomes", "", "", "Faces seen (Estimate )"]  # fmt: skip
    below = [""] * 7 + ["Confirmed", "Unconfirmed", "Confirmed", "Unconfirmed", "", "Arrest",
                        "Other Disposal", "No Action", ""]  # fmt: skip
    as_csv = look([above, below, *met_rows()])
    assert as_csv.layout == "the Met’s tables of 2023 and 2024"
    merged = ", ".join(
        f"table.cell(colspan: {wide})[{name}]" if wide > 1 else f"table.cell(rowspan: 2)[{name}]"
        for name, wide in (
            *((name, 1) for name in above[:7]), ("True Alerts", 2), ("False Alerts", 2),
            ("False Alert Rate", 1), ("Engagement Outcomes", 3), ("Faces seen (Estimate)", 1),
        )
    ) + ", " + heads(filter(None, below))  # fmt: skip
    as_pdf = preview_bytes(typeset(16, merged, met_rows()), "grid.pdf", said())
    assert as_pdf.layout == as_csv.layout
    assert as_pdf.confirmed() == as_csv.confirmed()


OLDEST = ("Deployment", "Date (DD/MM/YY)", "Purpose Reference", "Watchlist Size",
          "Total Alerts", "False Alert / Confirmed False Alerts",
          "False Alert / Confirmed False Alert Engagements", "True Alerts",
          "True Alert Engagements", "Arrests / Disposals", "Faces seen (Estimate)",
          "False Alert Rate")  # fmt: skip
OLDEST_ROWS = [(f"Place {i}", f"{3 + 7 * i:02}/02/22", "1", "7,292", 4, 1, 1, 3, 2, 1,
         f"{12_000 + i:,}", "0.008%") for i in range(4)]  # fmt: skip
HOME = ("Deployment", "Date", "Deployment type", "Duration of deployment",
        "Number of cameras", "Watchlist number", "Threshold settings", "Total alerts",
        "Positive alerts", "Positive interventions", "Incorrect alerts",
        "Incorrect interventions", "Arrests or disposals", "Faces seen",
        "Incorrect alert rate")  # fmt: skip
HARBOUR = [
    ("Harbour", "03/11/2025", "Van", "1205-1253", 2, 17_000, 0.64, 3, 3, 2, 0, 0, 1, 4_100, 0),
    ("Harbour", "11/11/2025 - 13/11/2025", "Van", "3 days 08:00-16:00", 2, 17_000, 0.64, 9, 8,
     5, 1, 1, 2, 9_400, 0),
]  # fmt: skip


def test_that_the_oldest_table_and_the_home_offices_are_read_and_say_what_they_count():
    preview = look([OLDEST, *OLDEST_ROWS])
    assert preview.layout == "the Met’s tables of 2020 to 2022"
    assert kinds(preview) == ["basis"]
    assert "arrests and other disposals together" in preview.findings[0].what
    preview = look([HOME, *HARBOUR])
    assert preview.layout == "the Home Office’s table of 2025"
    assert kinds(preview) == ["date-ranges", "basis"]
    assert preview.deployments[0].measures["hours"] == pytest.approx(0.8)
    assert preview.deployments[1].day == date(2025, 11, 11)
    assert preview.deployments[1].measures["hours"] != preview.deployments[1].measures["hours"]


def merged_header():
    """That of 2020 to 2022 as it is printed: what is false over its two columns."""
    spanned = "False Alert"
    above = [f"table.cell(rowspan: 2)[{name}]" for name in OLDEST if not name.startswith("False A")]
    above.insert(5, f"table.cell(colspan: 2)[{spanned}]")
    above.append("table.cell(rowspan: 2)[False Alert Rate]")
    below = [name.removeprefix(f"{spanned} / ") for name in OLDEST if " / Conf" in name]
    return ", ".join((*above, heads(below)))


@pytest.mark.parametrize(
    ("header", "markup", "rows"),
    [
        (OLDEST, heads(OLDEST), OLDEST_ROWS),
        (OLDEST, merged_header(), OLDEST_ROWS),
        (HOME, heads(HOME), HARBOUR),
    ],
    ids=["2020", "2020, merged", "Home Office"],
)
def test_that_the_other_publishers_tables_are_the_same_from_a_pdf(header, markup, rows):
    as_csv = look([header, *rows])
    as_pdf = preview_bytes(typeset(len(header), markup, rows), "published.pdf", said())
    assert as_pdf.problems == ()
    assert as_pdf.layout == as_csv.layout
    assert [column.field for column in as_pdf.columns] == [c.field for c in as_csv.columns]
    assert kinds(as_pdf) == kinds(as_csv)
    assert as_pdf.record == as_csv.record
    assert [(one.day, one.place, one.counts) for one in as_pdf.deployments] == [
        (one.day, one.place, one.counts) for one in as_csv.deployments
    ]


def test_that_title_lines_a_workbooks_other_sheets_and_the_right_one_are_said():
    book = xlsx_of(
        ("Notes", [["Figures of 2026"], ["All estimates"]]),
        ("2026", [["Deployments in 2026"], [], HEADER, *rows_of()]),
        ("2027", [HEADER, *rows_of(3, start=date(2026, 4, 1))]),
    )
    preview = preview_bytes(book, "book.xlsx", said())
    assert preview.sheet == "2026"
    assert any("“2027”" in note for note in preview.notes)
    assert [(row.line, row.kind) for row in preview.left_out] == [(1, "title")]
    other = preview_bytes(book, "book.xlsx", said(sheet="2027")).record
    assert other is not None
    assert other.totals()["deployments"] == 3
    with pytest.raises(ModellerError, match="has no sheet called “2028”"):
        preview_bytes(book, "book.xlsx", said(sheet="2028"))


# --- Layouts made by hand ------------------------------------------------------------------------


def test_that_a_column_is_what_the_user_says_and_that_is_remembered(tmp_path):
    header = ("date", "Heads", "alerts", "false_alerts", "Taken in")
    rows = [header, *rows_of()]
    lacking = look(rows)
    assert [column.field for column in lacking.columns] == [
        "date", None, "alerts", "false_alerts", None
    ]  # fmt: skip
    assert lacking.samples[1][0] == str(rows[1][1])
    with pytest.raises(ModellerError, match="lacks the column faces"):
        lacking.confirmed()
    given = {"Heads": "faces", "Taken in": "arrests"}
    assert look(rows, columns=given).confirmed().totals()["deployments"] == 12
    remember(tmp_path, header, {"heads": "faces", "taken in": "arrests"})
    content = csv_of(rows).encode()
    again = preview_bytes(content, "later.csv", said(), folder=tmp_path)
    assert again.record == look(rows, columns=given).record
    assert any("as you chose" in note for note in again.notes)
    other = csv_of([(*header, "x"), *((*r, 1) for r in rows_of())]).encode()
    assert preview_bytes(other, "o", said(), folder=tmp_path).record is None


def test_that_a_damaged_memory_of_layouts_is_as_good_as_none(tmp_path):
    for content in (
        b"{",
        b"[]",
        b'{"layouts": {"a": 1}}',
        bytes(50),
        b'{"layouts": {"a": {"b": "c"}}}',
    ):
        (tmp_path / "layouts.json").write_bytes(content)
        assert remembered(tmp_path, ("a",)) == {}


def test_that_a_heading_that_nearly_fits_is_guessed_at_and_a_wrong_map_is_named():
    rows = [("date", "faces", "alerts", "false_alerts", "arests"), *rows_of()]
    with pytest.raises(ModellerError, match=r"is named “arests”; did you mean arrests\?"):
        look(rows).confirmed()
    with pytest.raises(ModellerError, match="cannot be taken as captures"):
        look([HEADER, *rows_of()], columns={"arrests": "captures"})
    with pytest.raises(ModellerError, match=r"“heads” is not a heading of mine\.csv"):
        look([HEADER, *rows_of()], columns={"Heads": "faces"}).confirmed()


# --- Rows that are left out ----------------------------------------------------------------------


def test_that_totals_notes_and_rows_without_figures_are_offered_to_be_left_out():
    rows = rows_of()
    table = [
        HEADER,
        *rows[:6],
        ("2026 continued", "", "", "", ""),
        *rows[6:],
        ("2026-03-02", "N/A", "N/A", "N/A", "N/A"),
        ("2026-03-03", "-", "-", "-", "-"),
        ("Total", sum(row[1] for row in rows), 1, 2, 3),
        ("* faces are estimates", "", "", "", ""),
    ]
    preview = look(table)
    assert kinds(preview) == ["totals", "footnotes", "not-available"]
    assert [row.line for row in preview.left_out] == [8, 15, 16, 17, 18]
    with pytest.raises(ModellerError, match=r"they are left out \(totals\)"):
        preview.confirmed()
    record = look(table, "totals", "footnotes", "not-available").confirmed()
    assert record == look([HEADER, *rows]).confirmed()


def test_that_a_total_without_a_label_is_known_by_its_sum():
    rows = rows_of()
    total = ("", *(sum(row[at] for row in rows) for at in range(1, 5)))
    assert kinds(look([HEADER, *rows, total])) == ["totals"]
    assert "date is “”" in problems_of(look([HEADER, *rows, ("", 5, 1, 0, 0)]))[0]


def test_that_a_dash_and_a_bound_are_asked_about():
    rows = [list(row) for row in rows_of()]
    rows[2][3], rows[4][4] = "-", "<5"
    preview = look([HEADER, *rows])
    assert kinds(preview) == ["dashes", "suppressed"]
    assert [row.kind for row in preview.left_out] == ["suppressed"]
    given = look([HEADER, *rows], "dashes", readings={"<5": "2"}).confirmed()
    rows[2][3], rows[4][4] = 0, 2
    assert given == look([HEADER, *rows]).confirmed()


def test_that_a_row_cut_by_its_own_thousands_says_so():
    text = csv_of([HEADER, *rows_of()]) + "2026-03-01,9,780,11,0,4\n"
    preview = preview_bytes(text.encode(), "mine.csv", said())
    assert "a number such as 9,780 stands in double quotes" in problems_of(preview)[0]


# --- What is unusual -----------------------------------------------------------------------------


def changed(at, place, value, number=12):
    rows = [list(row) for row in rows_of(number)]
    rows[at][place] = value
    return [HEADER, *rows]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (changed(11, 0, "2036-02-07"), "future-dates"),
        (changed(0, 0, "2019-01-05"), "lone-year"),
        (changed(5, 1, 1_550_000), "ten-fold"),
        (changed(5, 1, 155), "ten-fold"),
        (changed(5, 1, 80_000), "ten-fold"),  # 8,000 with a nought too many, among 15,000
        (changed(5, 1, 2_500), "ten-fold"),  # 25,000 with a digit lost
        ([HEADER, *((day, faces // 1000, *rest) for day, faces, *rest in rows_of())], "ten-fold"),
        ([(*HEADER, "hours"), *((*row, 0.199) for row in rows_of())], "ten-fold"),  # parts of a day
        (changed(5, 0, "2026-01-06"), "out-of-order"),
        ([HEADER, *rows_of(6), *rows_of(6, start=date(2026, 4, 20), faces=16_000)], "gaps"),
        ([HEADER, *rows_of(), *rows_of(3)], "duplicates"),
        ([(*HEADER, "threshold"), *((*row, 0.6) for row in rows_of())], "threshold"),
    ],
)
def test_that_what_is_unusual_must_be_confirmed_and_then_is_taken(table, kind):
    preview = look(table)
    assert kind in kinds(preview)
    with pytest.raises(ModellerError, match=rf"\({kind}\)"):
        preview.confirmed()
    assert look(table, *kinds(preview)).confirmed() == preview.record


def test_that_a_repeated_row_is_left_out_or_counted_as_the_user_says():
    table = [HEADER, *rows_of(), *rows_of(3)]
    accept = ("out-of-order",)
    assert look(table, "duplicates", *accept).confirmed().totals()["deployments"] == 12
    assert look(table, "duplicates-counted", *accept).confirmed().totals()["deployments"] == 15


def test_that_a_weekly_table_is_looked_at_in_the_same_way():
    lines = shipped_record().to_csv().splitlines()
    last = lines[-1].split(",")
    later = [last.copy() for _ in range(3)]
    later[0][0], later[1][0], later[2][0] = "2026-04-20", "2026-08-24", "2036-01-07"
    later[0][2] = str(100 * int(last[2]))
    later[1][-1], later[2][7] = "earlier", ""
    text = "\n".join([*lines, *(",".join(row) for row in later)])
    preview = preview_bytes(text.encode(), "weekly.csv", Said(today=date(2026, 9, 7)))
    assert set(kinds(preview)) == {"future-dates", "gaps", "ten-fold", "basis"}


def test_that_month_first_dates_are_judged_as_a_column():
    days = [date(2026, 1, 5) + timedelta(days=3 * i) for i in range(12)]
    plain = rows_of()
    swapped = [(f"{day.month}/{day.day}/{day.year}", *row[1:])
               for day, row in zip(days, plain, strict=True)]  # fmt: skip
    preview = look([HEADER, *swapped])
    assert kinds(preview) == ["month-first"]
    assert preview.record == look([HEADER, *plain]).record
    few = [row for row, day in zip(swapped, days, strict=True) if day.day <= 12]
    preview = look([HEADER, *few])
    assert kinds(preview) == ["month-first"]
    assert [choice.key for choice in preview.findings[0].choices] == ["month-first", "day-first"]
    taken = look([HEADER, *few], "day-first")
    assert taken.deployments[0].day == date(2026, 5, 1)
    mixed = [*swapped[:10], ("20/02/2026", *plain[10][1:])]
    assert "in both orders" in problems_of(look([HEADER, *mixed]))[0]


def test_that_a_layout_or_heading_that_says_day_first_is_believed():
    header = ("Date (DD/MM/YYYY)", *HEADER[1:])
    assert "in both orders" in problems_of(look([header, ("1/14/2026", 9000, 5, 0, 1)]))[0]
    header = ("Date (MM/DD/YYYY)", *HEADER[1:])
    assert look([header, ("1/2/2026", 9000, 5, 0, 1)]).deployments[0].day == date(2026, 1, 2)


def test_that_dates_that_would_be_after_today_may_be_month_first():
    days = ("03/05/2026", "04/06/2026", "05/07/2026")  # day first the last is in July
    rows = [(day, *row[1:]) for day, row in zip(days, rows_of(3), strict=True)]
    preview = look([HEADER, *rows])
    assert kinds(preview) == ["month-first"]
    assert "none is after today" in preview.findings[0].what
    assert str(preview.record.last_day) == "2026-05-10"
    assert "future-dates" in kinds(look([HEADER, *rows], "day-first"))


@pytest.mark.parametrize("form", ["%A {} %B %Y", "%a {}/%m/%Y", "%A, %B {}, %Y"])
def test_that_the_days_name_must_be_that_of_the_date(form):
    def spelt(day, named):
        return named.strftime(form.replace("%B", day.strftime("%B")).replace(
            "%m", day.strftime("%m"))).format(day.day)  # fmt: skip

    whole = rows_of(6, start=date(2026, 1, 13))  # only day first where they are numbers
    right = [(spelt(day, day), *rest) for day, *rest in whole]
    assert not look([HEADER, *right]).findings
    wrong = [(spelt(whole[0][0], whole[1][0]), *whole[0][1:]), *right[1:]]
    preview = look([HEADER, *wrong])
    assert kinds(preview) == ["weekdays"]
    assert preview.findings[0].lines == (2,)
    assert not look([HEADER, *wrong], "weekdays").findings[0].open


def test_that_the_days_names_say_which_order_the_numbers_have():
    days = [date(2026, 2, 3), date(2026, 3, 5), date(2026, 4, 7)]
    for pattern, order in (("%a %d/%m/%Y", "day-first"), ("%a %m/%d/%Y", "month-first")):
        found = read_days([day.strftime(pattern) for day in days], today=TODAY)
        assert found.days == tuple(days)
        assert found.order == order
        assert found.misnamed == ()


def test_that_dates_that_are_swapped_and_then_written_as_iso_are_out_of_order():
    days = [date(2025, month, day) for month in (1, 2, 3) for day in (2, 5, 9)]
    rows = [(date(2025, day.day, day.month), 9_000 + i, 8, 0, 3) for i, day in enumerate(days)]
    assert "out-of-order" in kinds(look([HEADER, *rows]))


# --- Published blemishes -------------------------------------------------------------------------


def published(day, *, as_day=None):
    rows = [row for row in shipped_deployments().rows if row.date == day]
    assert rows
    return [
        (as_day or row.date, row.faces_scanned, row.alerts, row.true_alerts, row.false_alerts,
         row.arrests, row.threshold)
        for row in rows
    ]  # fmt: skip


FULL = ("date", "faces", "alerts", "true_alerts", "false_alerts", "arrests", "threshold")


@pytest.mark.parametrize("form", ["csv", "xlsx", "clipboard"])
def test_that_a_published_split_that_does_not_add_up_is_excused_in_every_form(form):
    table = [FULL, *published(date(2024, 1, 10))]
    assert table[1][2] != table[1][3] + table[1][4]
    if form == "csv":
        preview = look(table)
    elif form == "xlsx":
        preview = preview_bytes(xlsx_of(("S", table)), "mine.xlsx", said())
    else:
        preview = preview_text(csv_of(table, "\t"), "the clipboard", said())
    assert not preview.problems
    assert not preview.findings


def test_that_the_excuse_is_for_the_published_row_and_no_other():
    row = published(date(2024, 1, 10))[0]
    for at, value in ((0, "2024-01-17"), (2, 3)):
        other = [*row[:at], value, *row[at + 1 :]]
        assert "true and false alerts make" in problems_of(look([FULL, other]))[0]
    beside = ("2024-01-11", 5_000, 3, 3, 0, 1, 0.6)
    assert "its week has other rows" in problems_of(look([FULL, row, beside]))[0]


def test_that_a_misprinted_year_is_put_right_for_the_published_row_alone():
    row = list(published(date(2024, 7, 11))[0])
    row[0] = "11/07/23"
    preview = look([FULL, row])
    assert preview.deployments[0].day == date(2024, 7, 11)
    assert any("known misprint" in note for note in preview.notes)
    row[1] += 1
    assert look([FULL, row]).deployments[0].day == date(2023, 7, 11)


def test_that_a_threshold_that_changed_within_a_week_is_not_known_there():
    table = [FULL, *published(date(2024, 7, 23)), *published(date(2024, 7, 25))]
    assert len({row[-1] for row in table[1:]}) == 2
    preview = look(table)
    assert any("the threshold changed" in note for note in preview.notes)
    assert str(preview.confirmed().threshold[0]) == "nan"


# --- Anything ------------------------------------------------------------------------------------

CELLS = st.sampled_from(
    ("", "0", "1", "9,780", "-", "N/A", "<5", "Total", "5h10m", "64%", "2026-01-05", "1/14/2026",
     "05/01/26", "45000", "x" * 3000, "12/09/2025 - 14/09/2025", "\u0663", "1e9", "9" * 30)
)  # fmt: skip
HEADINGS = st.sampled_from(
    (*HEADER, *MET_2025, "True Alerts", "False Alerts", "Confirmed", "week_starting", "deployments",
     "", "place", "nonsense")
)  # fmt: skip


@given(
    st.lists(HEADINGS, max_size=14),
    st.lists(st.lists(CELLS, max_size=15), max_size=8),
    st.frozensets(
        st.sampled_from(("totals", "footnotes", "month-first", "day-first", "duplicates-counted"))
    ),
)
def test_that_no_table_raises_anything_but_a_modeller_error(headings, rows, accept):
    try:
        preview = preview_bytes(csv_of([headings, *rows]).encode(), "random", said(*accept))
    except ModellerError:
        return
    assert (preview.record is None) == bool(preview.problems)
    if preview.record is not None:
        again = preview_bytes(preview.record.to_csv().encode(), "again", said())
        assert again.record == preview.record


@given(st.lists(st.dates(date(2023, 4, 1), date(2026, 5, 1)), min_size=1, max_size=30, unique=True))
def test_that_every_spelling_of_the_days_gives_the_same_record(days):
    days = sorted(days)
    spellings = ("%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%A, %d %B %Y")
    records = set()
    for spelling in spellings:
        rows = [(f"{day:{spelling}}", 9_000 + i, 8, 0, 3) for i, day in enumerate(days)]
        records.add(look([HEADER, *rows]).record)
    assert len(records) == 1
    assert None not in records
    assert read_days([f"{days[0]:%d/%m/%Y}"], "day-first").days == (days[0],)


# --- What others write between the lines ---------------------------------------------------------


def test_that_marks_of_direction_around_cells_are_not_seen():
    plain = csv_of([HEADER, *rows_of()])
    marked = plain.replace("2026", "\u200e2026").replace("15000", "\u202d15000\u202c")
    preview = preview_bytes(marked.encode(), "mine.csv", said())
    assert preview.confirmed() == preview_bytes(plain.encode(), "mine.csv", said()).confirmed()


@pytest.mark.parametrize(
    "heading",
    ["Duration (minutes)", "Duration [in mins]", "Faces seen (thousands)", "Alerts ('000s)"],
)  # fmt: skip
def test_that_a_heading_in_another_unit_is_not_taken_for_the_records(heading):
    assert field_of(heading) is None
    assert field_of("Faces seen (estimated number)") == "faces"


def test_that_kinds_of_alerts_below_a_merged_heading_are_told_apart():
    rows = [(day, faces, alerts, alerts - false, false, arrests)
            for day, faces, alerts, false, arrests in rows_of()]  # fmt: skip
    preview = look([("Date", "Faces", "Alerts", "", "", "Arrests"),
                    ("", "", "Total", "True", "False", ""), *rows])  # fmt: skip
    assert preview.confirmed() == look([HEADER, *rows_of()]).confirmed()


@pytest.mark.parametrize("cell", ["#REF!", "n/a"])
def test_that_rows_of_which_none_can_be_used_are_not_called_missing(cell):
    preview = look([HEADER, *((day, cell, *rest) for day, _, *rest in rows_of())])
    (said_of_it,) = problems_of(preview)
    assert "has 12 rows below its header, and none of them can be used" in said_of_it
    assert said_of_it.endswith("line 2 is left out: no figures")
