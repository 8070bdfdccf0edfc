"""The backtest uses only what was known, scores as the papers say, and its page is up to date."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy import stats

from benchmarks.uniformity import uniformity
from docs.validation_tables import backtest_text, block
from modeller.backtest import HORIZONS, OUTCOMES, VIEWS, backtest, month_ends
from modeller.backtest.driven import driven_inputs, last_weeks_again, plain_poisson, simulated
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.evidence import Record, shipped_record
from modeller.evidence.record import COLUMNS
from modeller.model.catalogue import catalogue
from modeller.projection import scores


@pytest.fixture(scope="module")
def shipped():
    return backtest()


def weeks_of(record, kept):
    return replace(record, **{column: getattr(record, column)[kept] for column in COLUMNS})


def made(weeks, deployments=4, **columns):
    """A record of `weeks` weeks from the first comparable one."""
    number = np.broadcast_to(np.asarray(deployments), weeks)
    counts = {
        "faces_scanned": 15_000 * number,
        "true_alerts": 10 * number,
        "false_alerts": 0 * number,
        "arrests": 5 * number,
    } | {key: np.broadcast_to(np.asarray(values), weeks) for key, values in columns.items()}
    return Record(
        name="made",
        week_starting=np.datetime64("2024-09-16") + 7 * np.arange(weeks),
        deployments=number,
        alerts=counts["true_alerts"] + counts["false_alerts"],
        hours=np.full(weeks, np.nan),
        threshold=np.full(weeks, 0.64),
        watchlist=np.full(weeks, np.nan),
        face_count_basis=np.full(weeks, "current"),
        **counts,
    )


# --- Scores ----------------------------------------------------------------------------------


def test_that_crps_is_that_of_a_normal_distribution():
    draws = stats.norm(2.0, 3.0).ppf((np.arange(20_000) + 0.5) / 20_000)[None, :]
    z = (5.0 - 2.0) / 3.0
    exact = 3.0 * (z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / np.sqrt(np.pi))
    assert scores.crps(draws, [5.0])[0] == pytest.approx(exact, rel=1e-3)


def test_that_crps_does_not_reward_few_draws():
    generator = np.random.default_rng(3)
    cases = 20_000
    few = scores.crps(generator.normal(size=(cases, 4)), generator.normal(size=cases)).mean()
    many = scores.crps(generator.normal(size=(2_000, 400)), generator.normal(size=2_000)).mean()
    assert few == pytest.approx(many, abs=0.02)


def test_that_a_perfect_model_of_small_counts_scores_exactly_its_share():
    generator = np.random.default_rng(4)
    draws = generator.poisson(0.3, (4_000, 300)).astype(float)
    observed = generator.poisson(0.3, 4_000)
    low, high = scores.ranks(draws, observed)
    assert scores.fair_inside(low, high, 0.8).mean() == pytest.approx(0.8, abs=0.02)
    # the plain share cannot: the band holds nought and one, whatever is asked for
    assert scores.inside(draws, observed, 0.8).mean() > 0.9
    assert uniformity(low + (high - low) * generator.random(4_000)) > 0.001


def test_that_ranks_of_a_band_too_narrow_are_not_uniform():
    generator = np.random.default_rng(5)
    low, high = scores.ranks(
        0.7 * generator.normal(size=(2_000, 200)), generator.normal(size=2_000)
    )
    assert uniformity((low + high) / 2) < 1e-6


# --- What it may know --------------------------------------------------------------------------


def test_that_origins_are_the_month_ends_from_december_2024_to_september_2025(shipped):
    days = [origin.day for origin in shipped.origins]
    assert days == list(month_ends(date(2024, 12, 31), date(2025, 9, 30)))
    assert len(days) == 10
    assert not shipped.skipped


def test_that_nothing_after_an_origin_is_used(shipped):
    record = shipped_record()
    late = record.week_starting >= np.datetime64("2025-04-07")
    changed = replace(
        record,
        faces_scanned=np.where(late, 7, record.faces_scanned),
        false_alerts=np.where(late, 0, record.false_alerts),
        true_alerts=np.where(late, 1, record.true_alerts),
        arrests=np.where(late, 0, record.arrests),
    )
    day = date(2025, 3, 31)
    then = backtest(changed, first=day, last=day).origin(day)
    for key, series in shipped.origin(day).series.items():
        np.testing.assert_array_equal(then.series[key].weekly, series.weekly)
        assert (then.series[key].observed_weekly != series.observed_weekly).any()


def test_that_projected_weeks_follow_the_known_ones_and_hold_what_the_record_shows(shipped):
    origin = shipped.origin(date(2025, 6, 30))
    assert origin.calibrated_to == date(2025, 6, 29)
    assert str(origin.week_starting[0]) == "2025-06-30"
    arrests = shipped_record().since("2025-06-30").arrests
    np.testing.assert_array_equal(origin.series["arrests"].observed_weekly, arrests[:26])


def test_that_the_deployments_given_are_those_achieved():
    given = np.array([0, 1, 9, 30])
    weekly = simulated(driven_inputs(catalogue(), given, 200, 1), ("deployments", *OUTCOMES))
    np.testing.assert_array_equal(weekly["deployments"], np.repeat(given[:, None], 200, axis=1))
    for key in OUTCOMES:
        assert not weekly[key][0].any()


# --- What it finds ----------------------------------------------------------------------------


def test_that_the_table_has_every_outcome_view_and_horizon(shipped):
    lines = {(line.outcome, line.view, line.horizon) for line in shipped.coverage}
    assert lines == {(o, v, h) for o in OUTCOMES for v in VIEWS for h in HORIZONS}
    assert shipped.line("arrests", "weekly", 13).cases == 130
    assert shipped.line("arrests", "cumulative", 26).origins == 7


def test_that_the_table_follows_from_the_series(shipped):
    inside = []
    for origin in shipped.origins:
        series = origin.series["arrests"]
        low, high = series.cumulative[12, 2], series.cumulative[12, 6]
        inside.append(low <= series.observed_cumulative[12] <= high)
    assert shipped.line("arrests", "cumulative", 13).inside_80 == np.mean(inside)


def test_that_eighty_per_cent_bands_of_weeks_hold_seventy_to_ninety_per_cent(shipped):
    for outcome in OUTCOMES:
        for horizon in HORIZONS:
            assert 0.70 <= shipped.line(outcome, "weekly", horizon).fair_80 <= 0.90


def test_that_running_totals_are_inside_in_seven_to_nine_of_ten_cases_together(shipped):
    lines = [line for line in shipped.coverage if line.view == "cumulative"]
    together = sum(line.fair_80 * line.cases for line in lines) / sum(x.cases for x in lines)
    assert 0.70 <= together <= 0.90


def test_that_the_worst_miss_is_named_with_its_figures(shipped):
    worst = shipped.worst
    assert worst is shipped.misses[0]
    assert worst.observed > worst.high or worst.observed < worst.low
    assert f"{worst.observed:,} happened" in worst.sentence
    assert str(worst.origin.year) in worst.sentence


def test_that_the_naive_rule_repeats_weeks_it_has_seen():
    record = made(20, faces_scanned=np.arange(20) * 400)
    found = last_weeks_again(record, np.array([4, 8]), ("faces_scanned",), 500, 1)
    assert set(found["faces_scanned"][0]) == {400.0 * week for week in range(7, 20)}
    assert found["faces_scanned"][1].max() == 2 * 400 * 19


def test_that_the_poisson_rule_has_the_spread_of_a_poisson():
    found = plain_poisson(made(50), np.array([4]), ("true_alerts",), 20_000, 1)["true_alerts"][0]
    assert found.mean() == pytest.approx(40.0, abs=0.3)
    assert found.var() == pytest.approx(40.0 * (1 + 4 / 200), rel=0.04)


def test_that_the_same_record_gives_the_same_figures_and_progress_reaches_the_end(shipped):
    shares: list[float] = []
    again = backtest(progress=shares.append)
    assert again.coverage == shipped.coverage
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_that_a_backtest_can_be_stopped():
    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backtest(progress=stop)


# --- Odd records -------------------------------------------------------------------------------


def test_that_a_record_with_a_gap_weeks_off_and_no_false_alerts_works():
    record = made(60, deployments=np.tile([4, 0, 5], 20))
    gap = np.arange(60)
    found = backtest(weeks_of(record, (gap < 25) | (gap > 33)), draws=200)
    assert found.origins
    assert all(np.isfinite(line.crps) for line in found.coverage)


@pytest.mark.parametrize("weeks", [1, 12, 20])
def test_that_too_short_a_record_says_what_is_needed(weeks):
    with pytest.raises(ModellerError, match="13 comparable weeks before a month-end"):
        backtest(made(weeks))


def test_that_a_month_end_without_weeks_before_it_says_why_not():
    with pytest.raises(ModellerError, match="cannot be an origin"):
        backtest(made(40), first=date(2024, 8, 1), last=date(2024, 8, 31))


def test_that_ten_thousand_weeks_are_cut_to_the_latest_origins():
    long = made(5_000)
    days = backtest(long, first=date(2110, 1, 1), last=date(2110, 1, 31), draws=100).origins
    assert [origin.day for origin in days] == [date(2110, 1, 31)]
    from modeller.backtest.rolling import MOST_ORIGINS, _origins

    assert len(_origins(long, None, None)) == MOST_ORIGINS


# --- The command and the page ------------------------------------------------------------------


def test_that_the_command_gives_the_same_figures_as_the_function(shipped, capfdbinary):
    assert main(["backtest", "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    line = shipped.line("faces_scanned", "weekly", 13)
    found = next(
        row
        for row in document["coverage"]
        if (row["outcome"], row["view"], row["horizon"]) == ("faces_scanned", "weekly", 13)
    )
    assert found["fair_80"] == pytest.approx(line.fair_80, rel=1e-8)
    assert document["misses"][0]["sentence"] == shipped.worst.sentence


def test_that_the_command_names_the_worst_miss(capsys):
    assert main(["backtest", "--from", "2025-08-31", "--to", "2025-09-30", "--draws", "500"]) == 0
    assert "80 % band of" in capsys.readouterr().out
    assert main(["backtest", "--from", "soon"]) == 2
    assert "write a day as" in capsys.readouterr().err


def test_that_the_validation_page_holds_todays_backtest(shipped):
    assert block("backtest") == backtest_text(shipped), "run: python -m docs.validation_tables"
