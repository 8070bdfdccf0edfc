"""The shipped record is what was published, and can be cut; every figure has a source."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.evidence import Blemish, Source
from modeller.evidence.record import COLUMNS
from tests.met import (
    MET,
    blemishes,
    columns,
    figure,
    figures,
    parse_record,
    press_errors,
    shipped_record,
    sources,
)
from tests.weekly_rows import HEADER, parse, problems_of, text_of


def named_sources():
    return [f.sources for f in figures()] + [e.sources for e in press_errors()]


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
    assert record.last_day == date(2026, 4, 19)
    assert record.last_known_day == date(2026, 4, 17)
    assert record.label == "record to 17 Apr 2026"
    assert record.first_day == date(2023, 4, 3)
    assert len(record) == 127


def test_that_weeks_alone_are_known_to_their_sunday_and_a_cut_forgets_the_day_it_cut_off():
    record = shipped_record()
    assert record.by_week().last_known_day == date(2026, 4, 17)
    assert record.since("2026-01-01").last_known_day == date(2026, 4, 17)
    cut = record.until("2026-01-01")
    assert cut.last_known_day == cut.last_day
    weekly = parse_record(record.to_csv().encode(), name="weeks")
    assert weekly == record
    assert weekly.last_known_day == weekly.last_day == record.last_day
    assert record.last_day + timedelta(days=1) == date(2026, 4, 20)


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
    content = record.to_csv().encode()
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
    assert shipped_record().digest.startswith("9bc70918fe769877")


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
    with pytest.raises(ModellerError, match="it holds weeks from 3 Apr 2023 to 17 Apr 2026"):
        shipped_record().since("2026-04-14")
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
    assert MET.published.blemishes_of(shipped_record()) == blemishes()
    assert MET.published.blemishes_of(shipped_record().since("2025-01-13")) == (blemishes()[2],)
