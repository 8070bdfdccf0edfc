"""The record by deployment is what was published, and adds up to the weekly one; boroughs."""

from datetime import date, timedelta
from importlib.resources import files

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.evidence import Known
from modeller.evidence.boroughs import parse_boroughs
from modeller.evidence.deployments import COUNTS, MARKS, MEASURES, Deployments
from tests.deployment_rows import parse, problems_of
from tests.met import (
    boroughs,
    deployment_blemishes,
    deployment_columns,
    figure,
    fixed_camera_sites,
    gaps,
    known_of_shipped,
    london,
    parse_record,
    shipped_deployments,
    shipped_record,
    sources,
    weekly_record,
)

SHIPPED = (files("modeller.profiles") / "met" / "met-lfr-deployments.csv").read_bytes()


# --- The shipped record ----------------------------------------------------------------------


def test_that_the_shipped_rows_are_all_there_with_the_totals_published():
    record = shipped_deployments()
    assert len(record) == 529
    assert (record.first_day, record.last_day) == (date(2023, 4, 6), date(2026, 4, 17))
    assert len(record.sites) == 94
    assert len(record.boroughs) == 32
    year = record.since(date(2025, 1, 1)).until(date(2026, 1, 1)).totals()
    assert year["deployments"] == 231
    assert year["faces_scanned"] == 4_220_097
    assert year["arrests"] == 1_132
    assert (year["true_alerts"], year["false_alerts"]) == (2_393, 12)


def test_that_2026_has_what_its_figures_say():
    record = shipped_deployments()
    totals = record.since(date(2026, 1, 1)).totals()
    assert totals == {
        "deployments": 95,
        "faces_scanned": 1_700_390,
        "alerts": 917,
        "true_alerts": 909,
        "false_alerts": 8,
        "arrests": 444,
    }
    said = figure("deployments-2026-to-april")
    earlier = figure("arrests-since-2024")
    assert said.number == totals["deployments"]
    for total in ("faces_scanned", "alerts", "false_alerts", "arrests"):
        assert f"{totals[total]:,}" in said.value
    arrests = record.since(date(2024, 1, 1)).totals()["arrests"]
    assert f"{arrests:,}" in earlier.note
    assert earlier.number is not None
    assert arrests > earlier.number


def test_that_the_recent_rate_is_the_records_and_its_busiest():
    weeks = weekly_record(shipped_deployments(), name="all").by_week().deployments
    thirteen = np.convolve(weeks, np.ones(13, dtype=np.int64), "valid")
    assert thirteen[-1] == 85
    assert thirteen.max() == 85
    assert figure("recent-rate").number == round(85 / 13, 1)
    assert weeks.argmax() == len(weeks) - 1
    assert weeks.max() == 9


def test_that_the_fixed_cameras_have_what_was_published_of_them():
    record = shipped_deployments()
    assert {site.site for site in fixed_camera_sites()} == {"Croydon, North End"}
    fixed = [row for row in record.rows if row.fixed_cameras and row.date < date(2026, 4, 1)]
    assert len(fixed) == 24
    assert sum(row.arrests for row in fixed) == figure("croydon-fixed-cameras").number == 173
    assert sum(row.faces_scanned for row in fixed) == 472_352


def test_that_no_figure_gives_croydon_the_money_of_cardiff():
    assert "800,000" not in figure("croydon-fixed-cameras").value
    assert "Cardiff" in figure("zone-of-safety-cost").label
    assert figure("zone-of-safety-cost").sources == ("south-wales-foi-427-25",)


def test_that_the_weeks_that_are_shipped_are_the_rows_added_up():
    assert shipped_record() == weekly_record(shipped_deployments(), name="derived")
    # what was shipped before went to December 2025, and is the same to the digest
    assert shipped_record().until("2025-12-29").digest.startswith("fe1f898be3e8fb1a")


def test_that_the_rows_add_up_to_the_weeks_to_april_2026():
    derived = weekly_record(shipped_deployments(), name="derived")
    expected = (files("tests") / "met-lfr-weekly-to-april-2026.csv").read_bytes()
    assert derived == parse_record(expected, name="expected")
    assert len(derived) == 127


def test_that_a_row_later_than_the_day_it_was_read_is_refused():
    known = known_of_shipped()
    assert known.last_day == date(2026, 11, 29)
    last = SHIPPED.decode().splitlines()[-1]
    later = last.replace("2026-04-17", "2026-11-30", 1)
    (problem,) = problems_of(SHIPPED.decode() + later + "\n", known)
    assert problem.startswith("line 531, date is 2026-11-30; the days of this record lie in")


def test_that_every_row_names_a_source_and_every_place_a_borough():
    record = shipped_deployments()
    read = {source.in_rows for source in sources().values() if source.in_rows}
    assert {row.source for row in record.rows} == read
    assert set(record.boroughs) < set(boroughs())
    assert set(boroughs()) - set(record.boroughs) == {"City of London"}


def test_that_columns_blemishes_and_gaps_are_declared():
    header = SHIPPED.decode().split("\n", 1)[0].split(",")
    assert [column.name for column in deployment_columns()] == header
    days = {row.date for row in shipped_deployments().rows}
    for fault in deployment_blemishes():
        assert fault.what
        assert fault.treatment
        week = {fault.day + timedelta(days=ahead) for ahead in range(7)}
        assert days & week, fault.key
    assert all(gap.searched == date(2026, 11, 29) for gap in gaps())


def test_that_the_one_row_that_does_not_add_up_is_declared_and_nothing_else():
    off = [
        row
        for row in shipped_deployments().rows
        if row.alerts != row.true_alerts + row.false_alerts
    ]
    assert [row.date for row in off] == [date(2024, 1, 10)]
    known = known_of_shipped()
    bare = Known(known.boroughs, known.fixed_cameras, known.sources, (), known.last_day)
    (problem,) = problems_of(SHIPPED, bare)
    assert problem.startswith("line 25, alerts is 1, but true and false alerts make 2")


# --- Arrays ----------------------------------------------------------------------------------


def test_that_the_arrays_say_what_the_rows_say_and_cannot_be_changed():
    record = shipped_deployments()
    for column in (*COUNTS, *MARKS):
        assert getattr(record, column).tolist() == [getattr(row, column) for row in record.rows]
    for column in MEASURES:
        values = getattr(record, column)
        known = [getattr(row, column) for row in record.rows]
        assert np.isnan(values).tolist() == [value is None for value in known]
        assert values[~np.isnan(values)].tolist() == [v for v in known if v is not None]
    assert [record.sites[index].name for index in record.site] == [row.site for row in record.rows]
    assert [record.boroughs[i] for i in record.borough] == [row.borough for row in record.rows]
    mondays = [row.date - timedelta(days=row.date.weekday()) for row in record.rows]
    assert record.week_starting.astype(object).tolist() == mondays
    assert record.dates.astype(object).tolist() == [row.date for row in record.rows]
    named = ("dates", "week_starting", "site", "borough", "hours", "arrests")
    for name in named:
        assert not getattr(record, name).flags.writeable
        assert getattr(record, name) is getattr(record, name)


def test_that_a_site_knows_how_often_and_when_it_was_visited():
    record = shipped_deployments()
    assert sum(site.deployments for site in record.sites) == len(record)
    (north_end,) = (site for site in record.sites if site.name == "Croydon, North End")
    visits = [row for row in record.rows if row.site == north_end.name]
    assert north_end.deployments == len(visits) == 41
    assert (north_end.first, north_end.last) == (visits[0].date, visits[-1].date)


def test_that_cutting_keeps_what_was_asked_for_and_refuses_to_keep_nothing():
    record = shipped_deployments()
    assert record.ordinary().totals()["deployments"] == 520
    assert not record.ordinary().event.any()
    assert record.until(date(2026, 4, 17)).last_day == date(2026, 4, 16)
    assert record.since(record.first_day) is record
    with pytest.raises(ModellerError, match="it holds those from 2023-04-06 to 2026-04-17"):
        record.since(date(2026, 4, 18))
    with pytest.raises(ValueError, match="at least one"):
        Deployments(())


def test_that_the_order_of_the_rows_does_not_matter():
    record = shipped_deployments()
    turned = Deployments(reversed(record.rows))
    assert [row.date for row in turned.rows] == [row.date for row in record.rows]
    assert (
        weekly_record(turned, name="turned").totals()
        == weekly_record(record, name="straight").totals()
    )
    header, *lines = SHIPPED.decode().splitlines()
    assert set(parse("\n".join([header, *reversed(lines)]), known_of_shipped()).rows) == set(
        record.rows
    )


# --- Boroughs --------------------------------------------------------------------------------


def test_that_the_33_areas_are_there_with_the_shares_of_the_census():
    areas = boroughs()
    assert len(areas) == 33
    assert list(areas) == sorted(areas)
    for name, percent in (("Haringey", 17.6), ("Lewisham", 26.8), ("Croydon", 22.6)):
        assert areas[name].black == pytest.approx(percent / 100)
    assert len({(area.tile_column, area.tile_row) for area in areas.values()}) == 33
    for area in areas.values():
        shares = (area.asian, area.black, area.mixed, area.white, area.other)
        assert sum(shares) == pytest.approx(1.0)


def test_that_the_boroughs_make_up_the_london_that_is_published():
    assert london().residents == sum(area.residents for area in boroughs().values()) == 8_799_727
    published = figure("black-londoners").number
    assert published is not None
    assert round(london().black, 3) == published


BOROUGH_HEADER = (
    "borough,residents,asian_percent,black_percent,mixed_percent,white_percent,tile_column,tile_row"
)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("B,0,1,1,1,1,2,0", "line 3, residents is 0; give how many people live in the borough"),
        ("B,9,,1,1,1,2,0", "line 3, asian_percent is empty; give a percentage from 0 to 100"),
        ("B,9,101,1,1,1,2,0", "line 3, asian_percent is 101; it must lie between 0 and 100"),
        (
            "B,9,40,40,10,11,2,0",
            "line 3 has shares of 101.0 % in all; the four groups make at most 100 %",
        ),
        ("B,9,1,1,1,1,-1,0", "line 3, tile_column is -1; it must lie between 0 and 50"),
        ("A,9,1,1,1,1,2,0", "line 3, borough is A, as on line 2; name every borough once"),
        (
            "B,9,1,1,1,1,1,0",
            "line 3, tile_column puts B on the tile of A on line 2; give each a tile of its own",
        ),
    ],
)
def test_that_a_bad_borough_is_named_with_its_place(row, message):
    content = "\n".join((BOROUGH_HEADER, "A,9,1,1,1,1,1,0", row)).encode()
    with pytest.raises(ModellerError) as caught:
        parse_boroughs(content, name="areas")
    assert [str(problem) for problem in caught.value.problems] == [message]
