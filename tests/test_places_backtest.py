"""The backtest of places: what it scores, what it may know, and that it finds a bad model out."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from benchmarks import places_calibration as simulation
from modeller.backtest import TELLINGS
from modeller.backtest.places.forecast import FORECAST, Ahead
from modeller.backtest.scoring import Tally
from modeller.base.errors import ModellerError
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.rows import weeks_since
from modeller.evidence import Deployments
from tests.met import backtest_places, places_fit, shipped_deployments, standpoints

ORIGINS = (date(2025, 1, 13), date(2026, 3, 23))
RECORDS = 6


@pytest.fixture(scope="module")
def record():
    return shipped_deployments()


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def found(record, told):
    return backtest_places(record, origins=ORIGINS, draws=150, points=8, progress=told.append)


@pytest.fixture(scope="module")
def places(record):
    return Places(places_fit(record), 2_000, 1)


def test_that_standpoints_are_fortnights_from_december_2024_to_march_2026(record):
    days = standpoints(record)
    assert (len(days), days[0], days[-1]) == (34, date(2024, 12, 16), date(2026, 3, 23))
    assert {later - day for day, later in pairwise(days)} == {timedelta(14)}


def test_that_every_outcome_is_scored_told_where_and_told_how_many(found):
    for telling in TELLINGS:
        for outcome in FORECAST:
            weekly = found.line(telling, outcome, "weekly", 13)
            assert weekly.origins == 2
            # the last standpoint has four weeks of the record ahead of it, with deployments
            assert weekly.cases > 13
            assert found.line(telling, outcome, "cumulative", 13).cases == 1
            assert found.line(telling, outcome, "cumulative", 4).cases == 2
            assert 0.0 <= weekly.inside_50 <= weekly.inside_80 <= 1.0
            for scored in (weekly.last_weeks, weekly.poisson):
                assert scored.low <= scored.value <= scored.high
    with pytest.raises(KeyError):
        found.line("where", "arrests", "weekly", 5)


def test_that_progress_is_told_after_each_standpoint(found, told):
    assert told == [0.5, 1.0]


def test_that_single_deployments_of_a_fortnight_are_scored_with_and_without_places(record, found):
    near = sum(day <= row.date < day + timedelta(14) for day in ORIGINS for row in record.rows)
    assert {line.outcome for line in found.deployments} == {
        "faces_scanned",
        "true_alerts",
        "arrests",
    }
    assert all(line.cases == near for line in found.deployments)


def test_that_what_happened_later_moves_scores_but_no_forecast(record):
    """The forecast's other scores are the same to the last bit: a backtest repeats itself."""
    day = ORIGINS[0]
    rows = [replace(row, arrests=0) if row.date >= day else row for row in record.rows]
    changed = backtest_places(Deployments(rows), origins=(day,), draws=150, points=8)
    same = backtest_places(record, origins=(day,), draws=150, points=8)
    for outcome in ("faces_scanned", "true_alerts"):
        assert changed.line("where", outcome, "weekly", 4) == same.line(
            "where", outcome, "weekly", 4
        )
    assert changed.line("where", "arrests", "weekly", 4) != same.line(
        "where", "arrests", "weekly", 4
    )


def test_that_a_record_too_short_is_refused(record):
    short = record.since(date(2026, 2, 1))
    with pytest.raises(ModellerError, match="too short"):
        backtest_places(short, since=date(2026, 2, 2))


def test_that_a_skill_is_one_less_the_ratio_of_sums_and_blocks_give_its_range():
    tally = Tally()
    for score in (1.0, 2.0, 3.0, 4.0):
        tally.add(cases=1.0, crps=score, rule=2.0 * score)
    scored = tally.skill("crps", "rule", 4, 1)
    assert (scored.low, scored.value, scored.high) == (0.5, 0.5, 0.5)
    tally.add(cases=1.0, crps=10.0, rule=1.0)
    scored = tally.skill("crps", "rule", 4, 1)
    assert scored.value == pytest.approx(1.0 - 20.0 / 21.0)
    assert scored.low < scored.value < scored.high


def test_that_both_tellings_agree_on_average_at_the_recorded_mix(record, places):
    """The recorded deployments one by one, in one week, against as many at the recorded mix."""
    rows = places.fitted.ordinary
    number = len(rows)
    week = np.zeros(number, dtype=np.intp)
    ahead = Ahead(places.fitted, places, 1, 1)
    ahead.reference = dict.fromkeys(ahead.reference, float(number))  # no diminishing returns
    where = ahead.told_where(rows, week)
    many = ahead.told_how_many(np.array([number]))
    for outcome in ("faces_scanned", "true_alerts", "arrests"):
        ratio = where[outcome].mean() / many[outcome].mean()
        assert ratio == pytest.approx(1.0, abs=0.03), outcome


def test_that_arrests_are_never_more_than_the_true_alerts(places):
    future = shipped_deployments().since(date(2026, 3, 23))
    week = weeks_since(future, date(2026, 3, 23))
    ahead = Ahead(places.fitted, places, int(week.max()) + 1, 1)
    for told in (ahead.told_where(future, week), ahead.told_how_many(np.bincount(week))):
        assert (told["arrests"] <= told["true_alerts"]).all()
        for values in told.values():
            assert np.isfinite(values).all()
            assert (values >= 0.0).all()


def test_that_a_week_without_deployments_gives_nothing(places):
    told = Ahead(places.fitted, places, 2, 1).told_how_many(np.array([0, 3]))
    assert all((values[0] == 0.0).all() for values in told.values())


@pytest.fixture(scope="module")
def ranked():
    return simulation.check(RECORDS, 150, points=8)


def test_that_bands_hold_on_records_that_the_model_made_itself(ranked):
    # six records of 13 weeks: some 5 points either way for an outcome's weeks
    for telling in TELLINGS:
        weekly = [simulation.inside(ranked[telling, key, "weekly"], 0.8) for key in FORECAST]
        assert all(0.6 <= share <= 0.97 for share in weekly), weekly
        assert 0.69 <= np.mean(weekly) <= 0.91
    # a line for each telling, outcome and view, beside two of heading and two above it
    assert len(simulation.table(ranked, RECORDS).splitlines()) == 4 + 2 * len(FORECAST) * 2


def test_that_a_model_without_drift_and_places_would_be_found_out(ranked, monkeypatch):
    drawn = "modeller.calibration.places.draws.OutcomeDraws"
    monkeypatch.setattr(
        f"{drawn}.path", lambda self, weeks: np.repeat(self.level[None], weeks, axis=0)
    )
    monkeypatch.setattr(f"{drawn}.site", lambda self, name, borough: 0.0)
    held = simulation.check(RECORDS, 150, points=8)
    keys = [("where", key, "weekly") for key in ("faces_scanned", "true_alerts", "arrests")]
    without = np.mean([simulation.inside(held[key], 0.8) for key in keys])
    assert without < np.mean([simulation.inside(ranked[key], 0.8) for key in keys]) - 0.1


def test_that_simulated_records_have_the_shipped_ones_deployments(record):
    fitted = places_fit(record)
    simulated = simulation.simulate(fitted, 2)
    first, second = simulated.record(0), simulated.record(1)
    assert [row.site for row in first.rows] == [row.site for row in second.rows]
    assert [row.date for row in first.rows] == [row.date for row in simulated.rows.rows]
    assert (first.arrests <= first.true_alerts).all()
    assert (first.faces_scanned != second.faces_scanned).any()
