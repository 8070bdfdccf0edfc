"""Three digits behind a point or comma are thousands or decimals: the whole table tells which."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.records import cells
from modeller.records.judged_marks import Cell, judge_marks
from modeller.records.preview import Said
from tests.met import preview_bytes, preview_text
from tests.record_tables import csv_of, xlsx_of

TODAY = date(2026, 6, 1)
HEADER = ("date", "faces", "alerts", "false_alerts", "arrests")
LONG_HEADER = (*HEADER, "hours", "threshold")
NONE: frozenset[str] = frozenset()


def look(rows, *accept, separator=",", readings=None):
    said = Said(accept=frozenset(accept), readings=readings or {}, today=TODAY)
    return preview_bytes(csv_of(rows, separator).encode(), "mine.csv", said)


def table(*counts, header=HEADER, more=()):
    """Rows two days apart with these faces, alerts, false alerts and arrests."""
    days = [f"2026-02-{2 + 2 * at:02}" for at in range(len(counts))]
    return [header, *((day, *row, *more) for day, row in zip(days, counts, strict=True))]


def kinds(preview):
    return [finding.kind for finding in preview.findings]


def totals(preview):
    found = preview.confirmed().totals()
    return tuple(found[name] for name in ("faces_scanned", "alerts", "false_alerts", "arrests"))


PLAIN = [(8_140, 11, 1, 5), (7_260, 8, 0, 3), (900, 12, 0, 2)]
SUMS = (16_300, 31, 1, 10)


def decimals(mark, digits):
    return [tuple(f"{count}{mark}{'0' * digits}" for count in row) for row in PLAIN]


@pytest.mark.parametrize("digits", range(1, 7))
@pytest.mark.parametrize("mark", [".", ","])
def test_that_noughts_behind_a_mark_are_decimals_however_many(mark, digits):
    preview = look(table(*decimals(mark, digits)))
    assert not preview.findings
    assert totals(preview) == SUMS


@pytest.mark.parametrize(("faces", "proof"), [(True, "8140.000"), (False, "0.000")])
def test_that_counts_with_three_decimals_are_decimals_in_every_form_of_table(faces, proof):
    rows = table(*decimals(".", 3))
    if not faces:
        rows = [(*row[:1], row[1].removesuffix(".000"), *row[2:]) for row in rows]
    said = Said(today=TODAY)
    for preview in (
        look(rows),
        preview_text(csv_of(rows, "\t"), "pasted", said),
        preview_bytes(xlsx_of(("One", rows)), "mine.xlsx", said),
    ):
        assert totals(preview) == SUMS
    (note,) = look(rows).notes
    line = 2 if faces else 3
    assert note == f"“11.000” is read as 11, because “{proof}” in line {line} has decimals."


def test_that_weeks_with_three_decimals_are_read_alike():
    header = ("week_starting", "deployments", "faces", "alerts", "false_alerts", "arrests")
    rows = [header, ("2026-02-02", "2.000", "9780.000", "17.000", "0.000", "4.000")]
    found = look(rows).confirmed().totals()
    assert (found["deployments"], found["faces_scanned"], found["alerts"]) == (2, 9_780, 17)


def test_that_parts_with_three_decimals_are_added_as_they_are():
    header = ("date", "faces", "alerts", "false alerts confirmed", "false alerts unconfirmed",
              "arrests")  # fmt: skip
    rows = [header, ("2026-02-02", "9780", "10.000", "0.000", "1.000", "2.000")]
    assert totals(look(rows)) == (9_780, 10, 1, 2)


@pytest.mark.parametrize("faces", ["1.234.567", "12.345,0"], ids=["two points", "a comma behind"])
def test_that_points_are_thousands_where_one_cell_proves_it(faces):
    preview = look(table((faces, 10, 1, 2), ("8.140", 9, 0, 3)))
    assert "thousands" not in kinds(preview)
    assert [one.counts["faces"] for one in preview.deployments][1] == 8_140


def test_that_points_are_thousands_where_decimals_have_a_comma():
    rows = table(("8.140", 11, 1, 5), ("7.000", 8, 0, 3), header=LONG_HEADER, more=("4,5", "0,64"))
    preview = look(rows, separator=";")
    assert not preview.findings
    assert totals(preview) == (15_140, 19, 1, 8)


def test_that_commas_are_thousands_as_the_british_write_them():
    preview = look(table(("8,140", 11, 1, 5), ("10,000", 8, 0, 3)))
    assert not preview.findings
    assert totals(preview) == (18_140, 19, 1, 8)


def test_that_thousands_with_a_point_are_asked_about():
    rows = table(("8.140", 11, 1, 5), (900, 8, 0, 3), ("7.000", 9, 0, 3))
    preview = look(rows)
    (finding,) = preview.findings
    assert finding.kind == "thousands"
    assert finding.lines == (2, 4)
    assert finding.what.startswith("Lines 2 and 4: in “8.140” the “.” may stand between thousands")
    # as decimals 8.140 would be no whole number
    assert [(one.key, one.what) for one in finding.choices] == [
        ("thousands", "“8.140” is 8,140, and the others are read alike")
    ]
    with pytest.raises(ModellerError, match=r"must be confirmed: Lines 2 and 4.*\(thousands\)"):
        preview.confirmed()
    assert totals(look(rows, "thousands")) == (16_040, 28, 1, 11)


def test_that_noughts_alone_can_be_either_and_are_first_taken_as_decimals():
    rows = table((26_000, "10.000", 0, "4.000"), (27_000, "12.000", 0, "5.000"))
    (finding,) = look(rows).findings
    assert [one.key for one in finding.choices] == ["decimals", "thousands"]
    assert finding.choices[0].what.startswith("“10.000” is 10,")
    assert finding.choices[1].what.startswith("“10.000” is 10,000,")
    assert totals(look(rows, "decimals")) == (53_000, 22, 0, 9)
    assert totals(look(rows, "thousands")) == (53_000, 22_000, 0, 9_000)


def test_that_noughts_beside_thousands_with_a_comma_can_only_be_decimals():
    (finding,) = look(table(("8,140", "10.000", 0, 4))).findings
    assert [one.key for one in finding.choices] == ["decimals"]


def test_that_a_comma_is_asked_about_where_decimals_have_one():
    rows = table(("9,000", 11, 1, 5), ("8,000", 8, 0, 3), header=LONG_HEADER, more=("4,5", "0,64"))
    (finding,) = look(rows, separator=";").findings
    assert finding.kind == "thousands"
    assert totals(look(rows, "thousands", separator=";")) == (17_000, 19, 1, 8)


@pytest.mark.parametrize(
    ("one", "other"),
    [("0.000", "1.234.567"), ("9780.000", "1.400.000"), ("9,780", "1.400"), ("0,000", "9,780"),
     ("31.0", "31,00")],
)  # fmt: skip
def test_that_cells_that_contradict_each_other_are_named_with_their_lines(one, other):
    preview = look(table((one, 0, 0, 0), (other, 0, 0, 0)))
    assert preview.record is None
    said = str(preview.problems[0])
    assert said.startswith("the numbers: points and commas stand both before decimals")
    assert one in said
    assert other in said
    assert "line 2" in said
    assert "line 3" in said


def test_that_a_watchlist_is_read_as_the_counts_are():
    rows = table(("8.140", 11, 1, 5), header=(*HEADER, "watchlist"), more=("15.095",))
    assert look(rows, "thousands").deployments[0].measures["watchlist"] == 15_095
    rows = table((8_140, 11, 1, 5), header=(*HEADER, "watchlist"), more=("15.095",))
    (finding,) = look(rows).findings
    assert [one.key for one in finding.choices] == ["thousands", "decimals"]
    assert look(rows, "thousands").deployments[0].measures["watchlist"] == 15_095
    assert look(rows, "decimals").deployments[0].measures["watchlist"] == 15.095


@pytest.mark.parametrize("gap", ["4.0", "0.0", "4.00", "4.0000"])
def test_that_decimals_in_one_column_are_no_proof_for_another(gap):
    rows = table(("13.000", gap, 0, 0), ("16.000", 9, 0, 3))
    (finding,) = look(rows).findings
    assert [(one.key, one.what) for one in finding.choices] == [
        ("decimals", "“13.000” is 13, and the others are read alike"),
        ("thousands", "“13.000” is 13,000, and the others are read alike"),
    ]
    assert finding.lines == (2, 3)
    alerts = int(float(gap)) + 9
    assert totals(look(rows, "decimals"))[:2] == (29, alerts)
    assert look(rows, "thousands").record.totals()["faces_scanned"] == 29_000
    assert look(rows, "thousands").record.totals()["alerts"] == alerts


def test_that_a_comma_in_one_column_is_no_proof_for_another_either():
    rows = table(("13,000", "4,0", 0, 2), ("16,000", 9, 0, 3))
    (finding,) = look(rows).findings
    assert [one.key for one in finding.choices] == ["decimals", "thousands"]
    assert totals(look(rows, "thousands")) == (29_000, 13, 0, 5)
    # whereas a point is one between thousands where decimals have a comma
    rows = table(("13.000", "4,0", 0, 2), ("16.000", 9, 0, 3))
    assert totals(look(rows)) == (29_000, 13, 0, 5)


@pytest.mark.parametrize(("one", "other"), [("4.0", "31,0"), ("4.0", "1.234.567")])
def test_that_columns_that_are_sure_of_different_marks_are_refused(one, other):
    said = str(look(table((other, one, 0, 0))).problems[0])
    assert said.startswith("the numbers: points and commas stand both before decimals")
    assert one in said
    assert other in said


def test_that_only_thousands_can_be_meant_where_decimals_are_no_whole_number():
    (finding,) = look(table(("13.250", "4.0", 0, 2))).findings
    assert [one.key for one in finding.choices] == ["thousands"]
    assert totals(look(table(("13.250", "4.0", 0, 2)), "thousands")) == (13_250, 4, 0, 2)


@pytest.mark.parametrize("proof", ["0.000", "8140.000"])
def test_that_three_decimals_anywhere_or_any_in_the_same_column_are_proof(proof):
    (note,) = look(table((8_140, "13.000", proof, 0), (90, 9, 0, 3))).notes
    assert note == f"“13.000” is read as 13, because “{proof}” in line 2 has decimals."
    (note,) = look(table((8_140, "13.000", 0, 0), (90, "9.0", 0, 3))).notes
    assert note == "“13.000” is read as 13, because “9.0” in line 3 has decimals."


def test_that_a_note_gives_the_reason_that_there_is():
    (note,) = look(table(("1.234.567", 1, 0, 0), ("15,000", 9, 0, 3))).notes
    assert note == (
        "“15,000” is read as 15, because “1.234.567” in line 2 has points between thousands."
    )
    (note,) = look(table(("1,234,567", 1, 0, 0), ("15.000", 9, 0, 3))).notes
    assert note.endswith("because “1,234,567” in line 2 has commas between thousands.")


COMMAS = ("4,5", "0,64")


def test_that_both_marks_before_three_digits_are_asked_about_with_the_value_of_each():
    (finding,) = look(table(("12.000", 1, 0, 0), ("8,140", 9, 0, 3))).findings
    assert finding.lines == (2, 3)
    assert [(one.key, one.what) for one in finding.choices] == [
        ("decimals", "“12.000” is 12 and “8,140” is 8,140, and the others are read alike")
    ]


@pytest.mark.parametrize("accept", [(), ("thousands",), ("decimals",)])
@pytest.mark.parametrize(
    ("faces", "other", "watchlist", "more"),
    [
        ("12.000", "8,140", 15_095, COMMAS),
        ("12.000", 8_140, "15,095", COMMAS),
        (8_140, 90, "15.095", ("4.5", "0.64")),
    ],
)
def test_that_both_marks_are_refused_where_one_would_be_decimals(
    faces, other, watchlist, more, accept
):
    header = (*LONG_HEADER, "watchlist")
    rows = table((faces, 1, 0, 0), (other, 9, 0, 3), header=header, more=(*more, watchlist))
    if more != COMMAS:
        rows[2] = (*rows[2][:-1], "15,095")
    preview = look(rows, *accept, separator=";")
    assert preview.record is None
    said = str(preview.problems[0])
    assert said.startswith("the numbers: points and commas stand both before three digits")
    assert "would be decimals" in said
    assert "in line 2" in said


WATCHED = (*HEADER, "watchlist")


@pytest.mark.parametrize("faces", ["1.234.567", "31,0", "8140,000"])
def test_that_a_watchlist_is_never_decimals_without_a_question(faces):
    rows = table((faces, 1, 0, 0), header=WATCHED, more=("15,095",))
    preview = look(rows)
    (finding,) = preview.findings
    assert [one.what for one in finding.choices] == [
        "“15,095” is 15,095, and the others are read alike",
        "“15,095” is 15.095, and the others are read alike",
    ]
    assert not preview.notes
    assert look(rows, "thousands").deployments[0].measures["watchlist"] == 15_095


def test_that_a_watchlist_is_no_decimals_where_counts_are_thousands():
    rows = table(("12.000", 1, 0, 0), header=WATCHED, more=("15,095",))
    (finding,) = look(rows, "thousands").findings
    assert finding.open
    assert [(one.key, one.what) for one in finding.choices] == [
        ("decimals", "“12.000” is 12 and “15,095” is 15,095, and the others are read alike")
    ]


@given(
    st.lists(
        st.sampled_from(["12.000", "9,780", "9.780", "15,000", "4.0", "4,0", "7", "0.000", "0,000",
                         "1.234.567", "1,234,567"]), min_size=2, max_size=4),
    st.lists(st.sampled_from(["faces", "alerts", "watchlist"]), min_size=4, max_size=4),
    st.booleans(),
)  # fmt: skip
def test_that_three_digits_are_decimals_only_near_proof_or_if_confirmed(texts, names, comma):
    listed = [Cell(*row) for row in zip(range(9), names, texts, strict=False)]
    counts = [cell for cell in listed if cell.column != "watchlist"]
    others = [cell for cell in listed if cell.column == "watchlist"]
    judged = judge_marks(counts, others, NONE, decimal_comma=comma)
    if judged.problems or judged.findings:
        return
    for cell in listed:
        mark = cells.doubtful_mark(cell.text)
        if mark is not None and mark == judged.of(cell.column):
            assert cell in counts
            assert judged.notes


def test_that_what_a_cell_is_to_be_read_as_is_judged_like_any_other():
    rows = table(("8140.000", "<5", 0, 2))
    assert totals(look(rows, readings={"<5": "4.000"})) == (8_140, 4, 0, 2)


def test_that_a_number_of_a_workbook_is_never_thousands():
    rows = table((9.785, 1, 0, 0), header=LONG_HEADER, more=(4.785, 0.645))
    preview = preview_bytes(xlsx_of(("One", rows)), "mine.xlsx", Said(today=TODAY))
    assert not preview.findings
    (said,) = map(str, preview.problems)
    assert said == "line 2, faces is “9.7850”; write a whole number without separators"
    rows = table((9_785, 1, 0, 0), header=LONG_HEADER, more=(4.785, 0.645))
    preview = preview_bytes(xlsx_of(("One", rows)), "mine.xlsx", Said(today=TODAY))
    assert preview.deployments[0].measures["hours"] == 4.785


@given(
    st.lists(st.integers(0, 999_999), min_size=1, max_size=8),
    st.sampled_from([("", "."), (",", "."), ("", ","), (".", ","), (" ", "."), ("’", ",")]),
    st.integers(0, 4),
)
def test_that_no_way_to_write_counts_is_read_as_another_without_a_question(counts, marks, digits):
    between, before = marks
    tail = before + "0" * digits if digits else ""
    texts = [f"{count:,}".replace(",", between) + tail for count in counts]
    listed = [Cell(line, "faces", text) for line, text in enumerate(texts)]
    judged = judge_marks(listed, (), NONE, decimal_comma=False)
    assert not judged.problems
    # a comma among thousands is British; any other way that is mistaken is asked about
    british = before == "," and digits == 3 and max(counts) < 1_000
    if judged.of("faces") != before and not british:
        other = [cells.count(text, judged.of("faces")) for text in texts]
        assert judged.findings or other == [str(count) for count in counts]
