"""What a cell means, in the spellings that people and programs give it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.records import cells
from modeller.records.days import read_days


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,345", "12345"),
        ("1 234 567", "1234567"),
        ("12\u00a0345", "12345"),
        ("12’345", "12345"),
        ("31.0", "31"),
        ("31.000", "31"),
        ("0.000", "0"),
        ("9,780.00", "9780"),
        ("9 780.00", "9780"),
        ("8,400 faces", "8400"),
        ("c. 8,400", "8400"),
        ("~8400", "8400"),
        ("approx 8,400", "8400"),
        ("8,400 (est.)", "8400"),
        ("8,400*", "8400"),
        ("8,400 [1]", "8400"),
        ("17 arrests", "17"),
        ("０７", "07"),
    ],
)
def test_that_a_whole_number_is_read_in_every_spelling_of_it(text, number):
    assert cells.count(cells.plain(text)) == number


@pytest.mark.parametrize(
    "text",
    ["", "1,23", "12,34,567", "12.345", "31,00", "0,123", "0 123", "0.123", "1,23.00", "1e3",
     "-4", "4.5", "0x1f", "9-10", "nine", "4 5", "٣x"],
)  # fmt: skip
def test_that_what_has_no_one_meaning_is_no_whole_number(text):
    assert cells.count(cells.plain(text)) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("12.345", "12345"), ("31,00", "31"), ("31,000", "31"), ("9.780,00", "9780"), ("7", "7"),
     ("31.0", None), ("12,345", None), ("0.000", None)],
)  # fmt: skip
def test_that_a_comma_before_decimals_leaves_points_to_thousands(text, number):
    assert cells.count(text, ",") == number


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4hr 47m", 4 + 47 / 60),
        ("5h03m", 5.05),
        ("8h0m", 8.0),
        ("5h40", 5 + 40 / 60),
        ("6h 07m", 6 + 7 / 60),
        ("0h33m", 0.55),
        ("4 hours 47 minutes", 4 + 47 / 60),
        ("4 hrs and 30 mins", 4.5),
        ("5h", 5.0),
        ("5 hours", 5.0),
        ("5.5 hours", 5.5),
        ("04:47", 4 + 47 / 60),
        ("4:47:00", 4 + 47 / 60),
        ("1205-1253", 0.8),
        ("12:05 – 12:53", 0.8),
        ("09.30 to 17.00", 7.5),
        ("22:00-02:30", 4.5),
        ("287 mins", 287 / 60),
        ("6.25", 6.25),
    ],
)
def test_that_a_length_of_time_is_read_in_every_published_spelling(text, hours):
    read = cells.hours(text, decimal_comma=False)
    assert read is not None
    assert float(read) == pytest.approx(hours, abs=1e-4)


@pytest.mark.parametrize(
    "text", ["5h75m", "4:99", "a morning", "25:00-26:00", "3 days 5h", "4h 5h"]
)
def test_that_what_is_no_length_of_time_stays_as_it_is(text):
    assert cells.hours(text, decimal_comma=False) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_that_every_minute_of_a_day_is_read_alike_in_all_spellings(hour, minute):
    spellings = (
        f"{hour}h{minute:02}m", f"{hour}hr {minute}m", f"{hour:02}:{minute:02}",
        f"{hour} hours {minute} minutes", f"{60 * hour + minute} mins",
    )  # fmt: skip
    read = {cells.hours(text, decimal_comma=False) for text in spellings}
    assert len(read) == 1
    found = read.pop()
    assert found is not None
    assert float(found) == pytest.approx(hour + minute / 60, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "comma", "number"),
    [
        ("0.62", False, "0.62"),
        ("0,62", True, "0.62"),
        ("62%", False, "0.62"),
        ("62 %", False, "0.62"),
        ("62", False, "0.62"),
        ("62,5%", True, "0.625"),
        ("1", False, "1"),
    ],
)
def test_that_a_threshold_is_a_share_whichever_way_it_is_written(text, comma, number):
    assert cells.threshold(text, decimal_comma=comma) == number


def test_that_a_decimal_comma_is_told_from_one_between_thousands():
    assert cells.uses_decimal_comma(["4,75", "5,5", "6"])
    assert not cells.uses_decimal_comma(["12,345", "9,870"])
    assert not cells.uses_decimal_comma(["4.75", "5.5"])
    assert cells.uses_decimal_comma(["4,780", "0,640"])
    assert not cells.uses_decimal_comma(["4,780", "0.640"])
    assert cells.measure("16.364,5", decimal_comma=True) == "16364.5"
    assert cells.measure("16,364.5", decimal_comma=False) == "16364.5"


def test_that_dashes_bounds_and_absent_figures_are_told_from_numbers():
    assert all(map(cells.is_dash, ("-", "–", "—", "−")))
    assert all(map(cells.is_not_known, ("N/A", "n/a", "#N/A", "Not recorded", "NULL", "…")))
    assert all(map(cells.is_suppressed, ("<5", "< 10", "≤3", "5+", "10-15", "fewer than 5", "[c]")))
    assert not any(map(cells.is_suppressed, ("5", "-", "N/A", "12,000")))


# --- Days --------------------------------------------------------------------------------------

THIRD_OF_JUNE = (
    "2025-06-03", "2025/06/03", "2025-06-03 00:00:00", "2025-06-03T09:30:00Z", "20250603",
    "03/06/2025", "3/6/25", "3.6.2025", "03-06-25", "3 June 2025", "3rd June 2025", "3 Jun 25",
    "03-Jun-25", "Tue 3 June 2025", "Tuesday, 3rd of June 2025", "June 3, 2025", "Jun 3rd 2025",
    "45811", "45811.0", "03/06/2025 14:05",
)  # fmt: skip


@pytest.mark.parametrize("text", THIRD_OF_JUNE)
def test_that_a_day_is_read_in_every_spelling_of_it(text):
    assert read_days([text]).days == (date(2025, 6, 3),)


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2025", "2025-13-01", "3 Junes 2025", "yesterday", "12/2025", "2025", "1/1/1/1"],
)
def test_that_what_is_no_day_is_none(text):
    assert read_days([text]).days == (None,)


def test_that_one_cell_decides_for_the_column():
    found = read_days(["3/6/2025", "4/6/2025", "6/17/2025"])
    assert found.order == "month-first"
    assert found.days == (date(2025, 3, 6), date(2025, 4, 6), date(2025, 6, 17))
    assert found.only_month_first == (2,)
    assert read_days(["3/6/2025", "17/6/2025"]).order == "day-first"
    assert read_days(["6/17/2025", "17/6/2025"]).mixed


def test_that_a_stated_order_is_kept_against_the_cells():
    assert read_days(["3/6/2025"], "month-first").days == (date(2025, 3, 6),)
    assert read_days(["6/17/2025"], "day-first").days == (None,)


@given(st.dates(date(2023, 1, 1), date(2026, 6, 1)), st.integers(1, 40))
def test_that_dates_in_order_are_never_thought_to_be_swapped(first, number):
    days = [first + timedelta(days=3 * step) for step in range(number)]
    found = read_days([f"{day:%d/%m/%Y}" for day in days])
    assert not found.swapped_in_order
    if not found.only_month_first:
        assert list(found.days) == days


def test_that_rows_that_jump_day_first_and_not_month_first_are_noticed():
    days = [date(2025, month, day) for month in (1, 2, 3) for day in (2, 9)]
    found = read_days([f"{day.month}/{day.day}/{day.year}" for day in days])
    assert found.swapped_in_order
    assert not found.only_month_first


@pytest.mark.parametrize(
    "text", ["12/09/2025 - 14/09/2025", "12 September 2025 to 14 September 2025",
             "12-14 September 2025", "12–14/09/2025", "12th to 14th September 2025"],
)  # fmt: skip
def test_that_of_several_days_the_first_is_taken_and_said(text):
    found = read_days([text])
    assert found.days == (date(2025, 9, 12),)
    assert found.ranges == (0,)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_that_any_texts_are_days_or_none(texts):
    assert all(day is None or 2016 <= day.year <= 2199 for day in read_days(texts).days)


@pytest.mark.parametrize(
    ("text", "number"),
    [("9780¹", "9780"), ("9,780²³", "9780"), ("9780⁴", "9780"), ("9780₂", "9780"),
     ("9780ᵃ", "9780"), ("9780①", "9780"), ("97¹80", None), ("9½", None)],
)  # fmt: skip
def test_that_a_raised_mark_is_no_digit_of_the_number(text, number):
    assert cells.count(cells.plain(text)) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6 janvier 2025", date(2025, 1, 6)),
        ("lundi 13 janv. 2025", date(2025, 1, 13)),
        ("20 févr. 2025", date(2025, 2, 20)),
        ("1er août 2025", date(2025, 8, 1)),
        ("mardi 2 décembre 2025", date(2025, 12, 2)),
        ("mar 3 2025", date(2025, 3, 3)),
        ("2025-01-13T09:00:00+01:00", date(2025, 1, 13)),
    ],
)
def test_that_a_day_is_read_in_french_and_with_a_time_zone(text, day):
    assert read_days([text]).days == (day,)


def test_that_a_french_name_of_the_day_is_held_against_the_date():
    assert read_days(["mardi 13 janvier 2025", "dimanche 12 janvier 2025"]).misnamed == (0,)
