"""The backtest of any record: what is kept is what would be found, and what it says follows."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy import stats

from benchmarks.uniformity import uniformity
from docs.validation_tables import backtest_text, block
from modeller.backtest import HORIZONS, OUTCOMES, TELLINGS, VIEWS
from modeller.backtest import any_record as asked_for
from modeller.backtest.driven import driven_inputs, last_weeks_again, plain_poisson, simulated
from modeller.backtest.kept import KEPT_FILE, digest, kept, restored
from modeller.backtest.places import DRAWS
from modeller.backtest.results import P10, P90, flat
from modeller.backtest.weekly import MOST_ORIGINS
from modeller.backtest.words import (
    miss_sentence,
    single_sentences,
    totals_sentence,
    weeks_sentence,
    whole_year,
)
from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.evidence import Record
from modeller.evidence.record import COLUMNS
from modeller.profiles import profile_of
from modeller.projection import scores
from modeller.wording import subject_line
from tests.met import (
    MET,
    backtest,
    backtest_places,
    catalogue,
    kept_backtest,
    kept_for,
    shipped_deployments,
    shipped_record,
    standpoints_of,
)


@pytest.fixture(scope="module")
def shipped():
    return backtest()


@pytest.fixture(scope="module")
def weekly():
    """A record of the user's own, without places."""
    generator = np.random.default_rng(8)
    alerts = generator.negative_binomial(20, 0.33, 40)
    return made(
        40,
        true_alerts=alerts,
        arrests=generator.binomial(alerts, 0.45),
        false_alerts=generator.poisson(0.2, 40),
        faces_scanned=np.round(60_000 * generator.gamma(20, 1 / 20, 40)).astype(int),
    )


@pytest.fixture(scope="module")
def of_weekly(weekly):
    return backtest(weekly, draws=200)


def plain(text):
    """In one line, with spaces of one kind."""
    return re.sub(r"\s+", " ", text)


def weeks_of(record, kept_weeks):
    return replace(record, **{column: getattr(record, column)[kept_weeks] for column in COLUMNS})


def made(weeks, deployments=4, **columns):
    """A record of `weeks` weeks from the first comparable one."""
    number = np.broadcast_to(np.asarray(deployments), weeks)
    counts: dict[str, Any] = {
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
        shipped=False,
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


# --- What is kept ------------------------------------------------------------------------------


def test_that_what_is_kept_is_of_this_record_and_this_way_of_forecasting(shipped):
    assert kept_backtest() is not None, "run: python -m modeller.backtest"
    assert kept_for(None) is shipped
    assert shipped is not None
    assert shipped.draws == DRAWS
    assert shipped.record_digest == shipped_record().digest


def test_that_what_is_kept_is_what_would_be_found(shipped):
    """Two standpoints worked out again, every band and count to the last figure."""
    days = (shipped.origins[0].day, shipped.origins[-1].day)
    again = backtest_places(shipped_deployments(), origins=days, draws=DRAWS)
    for origin in again.origins:
        then = shipped.origin(origin.day)
        np.testing.assert_array_equal(then.deployments, origin.deployments)
        for telling in TELLINGS:
            for key in OUTCOMES:
                one, two = then.told[telling][key], origin.told[telling][key]
                np.testing.assert_array_equal(one.weekly, two.weekly)
                np.testing.assert_array_equal(one.cumulative, two.cumulative)
                np.testing.assert_array_equal(one.observed_weekly, two.observed_weekly)


def test_that_what_is_kept_of_another_record_is_not_used(shipped):
    content = kept(shipped, MET)
    same = restored(content, MET)
    assert same is not None
    assert same.lines == shipped.lines
    assert same.misses == shipped.misses
    name = MET.about.record.file
    lines = MET.files[name].splitlines(keepends=True)
    fewer = profile_of({**MET.files, name: b"".join(lines[:-1])})
    assert fewer.deployments is not None
    assert len(fewer.deployments) == len(shipped_deployments()) - 1
    assert digest(fewer) != digest(MET)
    assert restored(content, fewer) is None


def test_that_other_draws_or_days_are_worked_out(monkeypatch):
    seen = []

    def noted(rows, **asked):
        seen.append(asked)
        return kept_backtest()

    monkeypatch.setattr(asked_for, "backtest_places", noted)
    backtest(draws=200)
    backtest(first=date(2026, 1, 1))
    backtest(again=True)
    assert [(each["draws"], len(each["origins"])) for each in seen] == [
        (200, 34),
        (DRAWS, 6),
        (DRAWS, 34),
    ]
    assert all(day >= date(2026, 1, 1) for day in seen[1]["origins"])


def test_that_progress_is_told_even_when_the_answer_is_there_at_once():
    shares: list[float] = []
    backtest(progress=shares.append)
    assert shares == [1.0]


# --- What it says ------------------------------------------------------------------------------


def test_that_the_table_has_every_telling_outcome_view_and_horizon(shipped):
    lines = {(line.telling, line.outcome, line.view, line.horizon) for line in shipped.lines}
    assert lines == {
        (t, o, v, h) for t in TELLINGS for o in OUTCOMES for v in VIEWS for h in HORIZONS
    }


def test_that_the_table_and_the_bands_agree(shipped):
    for telling in TELLINGS:
        for outcome in OUTCOMES:
            for horizon in HORIZONS:
                held = shipped.totals_held(telling, outcome, horizon)
                line = shipped.line(telling, outcome, "cumulative", horizon)
                assert held.cases == line.cases
                assert held.inside / held.cases == pytest.approx(line.plainly_80)


def test_that_no_week_counts_twice_in_the_answer_and_weeks_off_do_not_count(shipped):
    record = shipped_record()
    days = [origin.day for origin in shipped.origins]
    first, end = days[0], days[-1] + timedelta(days=14)
    mondays = record.week_starting.astype("datetime64[D]").astype(object)
    held = [
        monday
        for monday, number in zip(mondays, record.deployments, strict=True)
        if first <= monday < end and number > 0
    ]
    assert shipped.weeks_held("where", "arrests").cases == len(held)
    in_2025 = sum(monday.year == 2025 for monday in held)
    assert shipped.weeks_held("where", "arrests", 2025).cases == in_2025
    assert whole_year(shipped) == 2025


def test_that_the_answer_counts_the_weeks_inside_the_band(shipped):
    inside = 0
    for origin in shipped.origins:
        series = origin.told["where"]["arrests"]
        for week in (0, 1):
            low, high = series.weekly[week, P10], series.weekly[week, P90]
            if origin.deployments[week]:
                inside += low <= series.observed_weekly[week] <= high
    said = weeks_sentence(shipped, "arrests", "where")
    cases = shipped.weeks_held("where", "arrests").cases
    assert said.startswith(f"Arrests: {inside} of {cases} weeks lay inside the 8-in-10 band; in")
    held = shipped.totals_held("where", "arrests", 13)
    assert f"Of {held.cases} totals over 13 weeks" in totals_sentence(shipped, "arrests", "where")


def test_that_the_shipped_backtest_reaches_the_bars_that_were_set_for_it(shipped):
    """Skill against the last 13 weeks again, gains of knowing the place, and bands that hold."""
    bars = {"faces_scanned": (0.15, 0.20), "true_alerts": (0.05, 0.07), "arrests": (0.05, 0.05)}
    gains = {line.outcome: line for line in shipped.deployments}
    for outcome, (skill, gain) in bars.items():
        assert shipped.line("where", outcome, "weekly", 13).last_weeks.value >= skill
        assert shipped.line("how many", outcome, "weekly", 13).last_weeks.value >= 0.0
        assert gains[outcome].gain.value >= gain
        assert 0.70 <= gains[outcome].inside_80 <= 0.88
        for telling in TELLINGS:
            for horizon in HORIZONS:
                assert 0.74 <= shipped.line(telling, outcome, "weekly", horizon).inside_80 <= 0.91
            assert shipped.line(telling, outcome, "cumulative", 13).inside_80 >= 0.68
    assert len(single_sentences(shipped)) == len(gains)


def test_that_the_worst_misses_are_named_with_their_figures_one_for_each_outcome(shipped):
    worst = shipped.worst
    assert worst[0] is not None
    assert worst[0] == shipped.misses[0]
    assert len({miss.outcome for miss in worst}) == len(worst)
    for miss in worst:
        assert not miss.low <= miss.observed <= miss.high
        assert f"{miss.observed:,} happened" in miss_sentence(miss)
        assert str(miss.origin.year) in miss_sentence(miss)
        assert ("above" in miss_sentence(miss)) == miss.above


# --- Records without places --------------------------------------------------------------------


def test_that_a_record_without_places_is_told_only_how_many(of_weekly):
    assert of_weekly.tellings == ("how many",)
    assert of_weekly.deployments == ()
    assert {line.telling for line in of_weekly.lines} == {"how many"}
    days = [origin.day for origin in of_weekly.origins]
    assert days[0] == date(2024, 12, 16)
    assert {later - day for day, later in pairwise(days)} == {timedelta(14)}
    assert whole_year(of_weekly) is None
    assert weeks_sentence(of_weekly, "arrests", "how many").endswith("inside the 8-in-10 band.")


def test_that_nothing_of_the_day_or_later_is_used_of_a_record_without_places(weekly, of_weekly):
    late = weekly.week_starting >= np.datetime64("2025-02-10")
    changed = replace(
        weekly,
        faces_scanned=np.where(late, 7, weekly.faces_scanned),
        false_alerts=np.where(late, 0, weekly.false_alerts),
        true_alerts=np.where(late, 1, weekly.true_alerts),
        alerts=np.where(late, 1, weekly.alerts),
        arrests=np.where(late, 0, weekly.arrests),
    )
    day = date(2025, 2, 10)
    then = backtest(changed, first=day, last=day, draws=200).origin(day).told["how many"]
    for key, series in of_weekly.origin(day).told["how many"].items():
        np.testing.assert_array_equal(then[key].weekly, series.weekly)
        assert (then[key].observed_weekly != series.observed_weekly).any()


def test_that_the_deployments_given_are_those_achieved():
    given = np.array([0, 1, 9, 30])
    found = simulated(
        driven_inputs(catalogue(), given, 200, 1, profile=MET), ("deployments", *OUTCOMES)
    )
    np.testing.assert_array_equal(found["deployments"], np.repeat(given[:, None], 200, axis=1))
    for key in OUTCOMES:
        assert not found[key][0].any()


def test_that_the_naive_rule_repeats_weeks_it_has_seen():
    record = made(20, faces_scanned=np.arange(20) * 400)
    found = last_weeks_again(record, np.array([4, 8]), ("faces_scanned",), 500, 1)
    assert set(found["faces_scanned"][0]) == {400.0 * week for week in range(7, 20)}
    assert found["faces_scanned"][1].max() == 2 * 400 * 19


def test_that_the_poisson_rule_has_the_spread_of_a_poisson():
    found = plain_poisson(made(50), np.array([4]), ("true_alerts",), 20_000, 1)["true_alerts"][0]
    assert found.mean() == pytest.approx(40.0, abs=0.3)
    assert found.var() == pytest.approx(40.0 * (1 + 4 / 200), rel=0.04)


def test_that_a_backtest_can_be_stopped(weekly):
    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backtest(weekly, draws=100, progress=stop)


def test_that_a_record_with_a_gap_weeks_off_and_no_false_alerts_works():
    record = made(44, deployments=np.tile([4, 0, 5, 4], 11))
    gap = np.arange(44)
    shares: list[float] = []
    found = backtest(weeks_of(record, (gap < 25) | (gap > 33)), draws=100, progress=shares.append)
    assert found.origins
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(np.isfinite(line.crps) for line in found.lines)
    for line in found.lines:  # what cannot be compared is said to be nothing, not an error
        assert set(flat(line)) > {"skill_poisson", "skill_poisson_low", "crps"}


@pytest.mark.parametrize("weeks", [1, 12, 16])
def test_that_too_short_a_record_says_what_is_needed(weeks):
    with pytest.raises(ModellerError, match="13 comparable weeks before a Monday and 4 after"):
        backtest(made(weeks))


def test_that_days_without_a_standpoint_between_them_say_which_there_are(weekly):
    with pytest.raises(ModellerError, match="a second Monday from 2024-12-16 to 2025-05-19"):
        backtest(weekly, first=date(2024, 8, 1), last=date(2024, 8, 31))
    with pytest.raises(ModellerError, match="give the earlier day first"):
        backtest(first=date(2026, 1, 1), last=date(2025, 1, 1))


def test_that_of_ten_thousand_weeks_only_the_latest_standpoints_are_taken():
    long = made(5_000)
    days = standpoints_of(long)
    assert len(days) == MOST_ORIGINS
    assert (long.last_day - days[-1]).days < 6 * 7


# --- The command and the page ------------------------------------------------------------------


def test_that_the_command_gives_the_same_figures_in_every_form(shipped, capfdbinary):
    assert main(["backtest", "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    line = shipped.line("where", "faces_scanned", "weekly", 13)
    wanted = ("where", "faces_scanned", "weekly", "13")

    def of(rows):
        return next(
            row
            for row in rows
            if (row["telling"], row["outcome"], row["view"], str(row["horizon"])) == wanted
        )

    found = of(document["coverage"])
    assert found["inside_80"] == pytest.approx(line.inside_80, rel=1e-8)
    assert found["skill_last_weeks_low"] == pytest.approx(line.last_weeks.low, rel=1e-8)
    assert document["misses"][0]["sentence"] == miss_sentence(shipped.misses[0])
    assert len(document["origins"]) == 34
    assert len(document["one_deployment"]) == 3
    assert document["subject"] == subject_line(MET)
    assert main(["backtest", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"))))
    assert float(of(rows)["inside_80"]) == pytest.approx(line.inside_80, rel=1e-8)
    assert main(["backtest"]) == 0
    printed = plain(capfdbinary.readouterr().out.decode())
    assert printed.startswith(plain(subject_line(MET)))
    said = [weeks_sentence(shipped, outcome, "where") for outcome in OUTCOMES]
    for sentence in (*said, *map(miss_sentence, shipped.worst), *single_sentences(shipped)):
        assert plain(sentence) in printed


def test_that_the_command_tests_a_record_without_places_and_says_so(weekly, tmp_path, capsys):
    path = tmp_path / "mine.csv"
    path.write_text(weekly.to_csv(), encoding="utf-8")
    asked = ["backtest", "--record", str(path), "--draws", "100", "--from", "2025-04-01"]
    assert main(asked) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "The record has no places" in printed
    assert "8-in-10 band." in printed
    assert main(["backtest", "--from", "soon"]) == 2
    assert "write a day as" in capsys.readouterr().err


def test_that_the_validation_page_holds_todays_backtest():
    assert block("backtest") == backtest_text(), "run: python -m docs.validation_tables"


def test_that_the_kept_backtest_is_shipped_with_the_package():
    from importlib.resources import files

    assert (files("modeller.backtest") / KEPT_FILE).is_file()
