"""Calibration gives what independent computations give, and says how sure it is."""

import math
import subprocess
import sys
from datetime import date

import numpy as np
import pytest
from scipy import optimize, stats

from modeller.base.errors import ModellerError
from modeller.evidence import Record
from modeller.model.distributions import from_table
from tests.met import FIRST_COMPARABLE_WEEK, calibrate, shipped_record

LEVELS = ("faces", "alerts", "arrests")
RATES = {
    "faces": "faces_per_deployment",
    "alerts": "true_alerts_per_deployment",
    "arrests": "arrests_per_true_alert",
}
NOISES = {
    "faces": "faces_shape_per_deployment",
    "alerts": "true_alerts_size_per_deployment",
    "arrests": "arrests_dispersion",
}


@pytest.fixture(scope="module")
def shipped():
    return calibrate(shipped_record())


def made(deployments, faces, alerts, arrests, *, false_alerts=0, basis="current", threshold=0.64):
    """A record of consecutive weeks from the first comparable one."""
    deployments = np.asarray(deployments)
    weeks = deployments.size
    whole = [
        np.broadcast_to(np.asarray(values, dtype=np.int64), weeks)
        for values in (deployments, faces, alerts, arrests, false_alerts)
    ]
    return Record(
        name="made",
        week_starting=np.datetime64(FIRST_COMPARABLE_WEEK) + 7 * np.arange(weeks),
        deployments=whole[0],
        faces_scanned=whole[1],
        alerts=whole[2] + whole[4],
        true_alerts=whole[2],
        false_alerts=whole[4],
        arrests=whole[3],
        hours=np.full(weeks, np.nan),
        threshold=np.broadcast_to(np.asarray(threshold, dtype=float), weeks),
        watchlist=np.full(weeks, np.nan),
        face_count_basis=np.broadcast_to(np.asarray(basis), weeks),
    )


def planted(generator, weeks, level, noise):
    """A record simulated from the model; `level` and `noise` by name, φ and σ on the log scale."""
    paths = {}
    for name in LEVELS:
        persistence, sd = level[name]
        path = np.empty(weeks)
        path[0] = generator.normal() * sd / math.sqrt(1 - persistence**2)
        for week in range(1, weeks):
            path[week] = persistence * path[week - 1] + sd * generator.normal()
        paths[name] = path
    deployments = generator.integers(3, 8, weeks)
    deployments[::17] = 0
    present = np.maximum(deployments, 1)
    shape = present * noise["faces"]
    faces = generator.gamma(shape, present * 15_000 * np.exp(paths["faces"]) / shape)
    reference = deployments[-52:].mean()
    mean = present * 10 * (present / reference) ** -0.175 * np.exp(paths["alerts"])
    size = present * noise["alerts"]
    alerts = generator.poisson(generator.gamma(size, mean / size))
    share = np.minimum(0.45 * np.exp(paths["arrests"]), 0.95)
    strength = np.maximum((alerts - noise["arrests"]) / (noise["arrests"] - 1.0), 0.5)
    arrests = generator.binomial(alerts, generator.beta(share * strength, (1.0 - share) * strength))
    off = deployments == 0
    record = made(
        deployments,
        np.where(off, 0, np.rint(faces)),
        np.where(off, 0, alerts),
        np.where(off, 0, arrests),
    )
    return record, paths


# --- Conjugate posteriors --------------------------------------------------------------------


def test_that_the_false_alert_rate_is_twelve_in_4_79_million_faces(shipped):
    table = shipped.beliefs["false_alerts_per_million_faces"]
    assert table["shape"] == 12.5
    assert table["rate"] == pytest.approx(4.785, abs=0.0005)
    estimate = shipped.estimate("false_alerts_per_million_faces")
    exact = stats.gamma(12.5, scale=1 / 4.784966).ppf([0.05, 0.5, 0.95])
    assert [estimate.p05, estimate.value, estimate.p95] == pytest.approx(exact, rel=1e-4)


def test_that_the_share_on_black_people_is_eight_of_ten(shipped):
    assert dict(shipped.beliefs["black_share_of_false_alerts"]) == {
        "family": "beta",
        "a": 8.5,
        "b": 2.5,
    }
    estimate = shipped.estimate("black_share_of_false_alerts")
    exact = stats.beta(8.5, 2.5).ppf([0.05, 0.5, 0.95])
    assert [estimate.p05, estimate.value, estimate.p95] == pytest.approx(exact, rel=1e-4)


def test_that_false_alerts_are_not_pooled_across_thresholds_or_face_counts():
    record = made(
        [4] * 6,
        1_000_000,
        40,
        20,
        false_alerts=[7, 0, 5, 1, 1, 1],
        basis=["earlier"] * 2 + ["current"] * 4,
        threshold=[0.6, 0.64, 0.62, 0.64, math.nan, 0.64],
    )
    table = calibrate(record).beliefs["false_alerts_per_million_faces"]
    assert table["shape"] == 3.5
    assert table["rate"] == 3.0


# --- What the shipped record gives -----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "persistence", "sd"),
    [("alerts", 0.80, 0.10), ("faces", 0.94, 0.12), ("arrests", 0.91, 0.024)],
)
def test_that_the_levels_agree_with_an_earlier_fit_within_their_ranges(
    shipped, name, persistence, sd
):
    found = shipped.estimate(f"level_{name}_persistence")
    assert found.p05 < persistence < found.p95
    found = shipped.estimate(f"level_{name}_sd")
    assert found.p05 < sd < found.p95


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("faces_per_deployment", 14680),
        ("true_alerts_per_deployment", 9.398),
        ("arrests_per_true_alert", 0.4667),
        ("faces_shape_per_deployment", 6.09),
        ("true_alerts_size_per_deployment", 12.88),
        ("arrests_dispersion", 1.153),
        ("level_faces_persistence", 0.9701),
        ("level_faces_sd", 0.1197),
        ("level_faces_start", 0.4031),
        ("level_faces_start_sd", 0.1519),
        ("level_faces_start_slope", -0.9748),
        ("level_alerts_persistence", 0.944),
        ("level_alerts_sd", 0.08478),
        ("level_alerts_start", 0.0005995),
        ("level_alerts_start_sd", 0.1183),
        ("level_alerts_start_slope", -0.9462),
        ("level_arrests_persistence", 0.9606),
        ("level_arrests_sd", 0.02192),
        ("level_arrests_start", 0.03177),
        ("level_arrests_start_sd", 0.05375),
        ("level_arrests_start_slope", -0.4497),
        ("reference_deployments", 231 / 52),
        ("hours_per_deployment", 726.4 / 130),
    ],
)
def test_that_the_calibrated_values_are_pinned(shipped, key, value):
    assert shipped.estimate(key).value == pytest.approx(value, rel=2e-3, abs=1e-4)


def test_that_the_long_run_rates_lie_about_the_plain_means(shipped):
    totals = shipped_record().since(FIRST_COMPARABLE_WEEK).totals()
    plain = {
        "faces_per_deployment": totals["faces_scanned"] / totals["deployments"],
        "true_alerts_per_deployment": totals["true_alerts"] / totals["deployments"],
        "arrests_per_true_alert": totals["arrests"] / totals["true_alerts"],
    }
    assert plain["faces_per_deployment"] == pytest.approx(16_672, abs=1)
    assert plain["true_alerts_per_deployment"] == pytest.approx(9.92, abs=0.01)
    assert plain["arrests_per_true_alert"] == pytest.approx(0.469, abs=0.001)
    for key, value in plain.items():
        estimate = shipped.estimate(key)
        assert estimate.p05 < value < estimate.p95


def test_that_drift_makes_the_ranges_wider_than_independent_weeks_would(shipped):
    record = shipped_record().since(FIRST_COMPARABLE_WEEK)
    arrests, alerts = record.arrests.sum(), record.true_alerts.sum()
    independent = stats.beta(arrests + 0.5, alerts - arrests + 0.5).ppf([0.05, 0.95])
    estimate = shipped.estimate("arrests_per_true_alert")
    assert estimate.p95 - estimate.p05 > 2.0 * (independent[1] - independent[0])


def test_that_the_last_level_is_that_of_the_last_weeks(shipped):
    # 2025-12-08 to 2025-12-28: faces a deployment well above the long run's
    latest = shipped_record().since("2025-12-08")
    plain = latest.faces_scanned.sum() / latest.deployments.sum()
    found = shipped.estimate("faces_per_deployment").value * math.exp(
        shipped.constants["level_faces_start"]
    )
    assert found == pytest.approx(plain, rel=0.25)
    assert shipped.constants["level_faces_start"] > 0.2


def test_that_the_slope_of_diminishing_returns_is_reproduced(shipped):
    record = shipped_record().since(FIRST_COMPARABLE_WEEK)
    deployments, alerts = record.deployments.astype(float), record.true_alerts.astype(float)
    time = (record.week_starting - record.week_starting[0]).astype(float) / 7.0

    def surprise(parameters):
        level, slope, trend = parameters
        rate = level + slope * np.log(deployments / 4.4) + trend * (time - 30.0) / 30.0
        mean, size = deployments * np.exp(rate), 5.2 * deployments
        return -np.sum(stats.nbinom.logpmf(alerts, size, size / (size + mean)))

    found = optimize.minimize(surprise, [2.3, 0.0, 0.0], method="BFGS")
    estimate = shipped.estimate("diminishing_returns_regression")
    assert estimate.value == pytest.approx(-found.x[1], abs=0.01)
    assert estimate.value == pytest.approx(0.18, abs=0.01)
    error = (estimate.p95 - estimate.p05) / (2 * stats.norm.ppf(0.95))
    assert error == pytest.approx(math.sqrt(np.asarray(found.hess_inv)[1, 1]), rel=0.1)
    assert error == pytest.approx(0.19, abs=0.01)


def test_that_the_stated_range_of_diminishing_returns_is_called_a_judgement(shipped):
    estimate = shipped.estimate("diminishing_returns")
    assert (estimate.p05, estimate.p95) == (0.0, 0.35)
    assert estimate.grade == "judgement"
    assert "-0.13 to 0.48" in estimate.method


# --- Planted drift is found again ------------------------------------------------------------


def test_that_planted_drift_and_noise_are_recovered():
    level = {"faces": (0.93, 0.12), "alerts": (0.80, 0.15), "arrests": (0.90, 0.06)}
    noise = {"faces": 8.0, "alerts": 12.0, "arrests": 1.3}
    record, _ = planted(np.random.default_rng(11), 500, level, noise)
    found = calibrate(record)
    for name in LEVELS:
        persistence, sd = level[name]
        assert found.constants[f"level_{name}_persistence"] == pytest.approx(persistence, abs=0.06)
        assert found.constants[f"level_{name}_sd"] == pytest.approx(sd, rel=0.25)
    assert found.constants[NOISES["faces"]] == pytest.approx(8.0, rel=0.25)
    # with counts of about fifty, the noise of alerts is hard to tell from their counting noise
    assert 6.0 < found.constants[NOISES["alerts"]] < 24.0
    assert found.constants[NOISES["arrests"]] == pytest.approx(1.3, abs=0.2)


def test_that_ranges_hold_what_was_planted_about_nine_times_in_ten():
    level = {"faces": (0.90, 0.12), "alerts": (0.88, 0.10), "arrests": (0.90, 0.03)}
    noise = {"faces": 7.0, "alerts": 10.0, "arrests": 1.25}
    truths = {"faces": 15_000.0, "alerts": 10.0, "arrests": 0.45}
    generator = np.random.default_rng(2)
    inside, starts = [], []
    for _ in range(30):
        record, paths = planted(generator, 67, level, noise)
        found = calibrate(record)
        for name in LEVELS:
            estimate = found.estimate(RATES[name])
            inside.append(estimate.p05 <= truths[name] <= estimate.p95)
            link = from_table(found.beliefs[RATES[name]]).link
            above = float(link.forward(truths[name]) - link.forward(estimate.value))
            key = f"level_{name}_start"
            expected = found.constants[key] + found.constants[f"{key}_slope"] * above
            starts.append((paths[name][-1] - expected) / found.constants[f"{key}_sd"])
    assert 0.82 <= np.mean(inside) <= 1.0
    assert 0.75 <= np.std(starts) <= 1.25
    assert abs(np.mean(starts)) < 0.35


# --- Few weeks, gaps, zeros ------------------------------------------------------------------


def sound(found):
    """Every number is finite and inside its own range."""
    for estimate in found.estimates:
        assert math.isfinite(estimate.value)
        assert estimate.p05 <= estimate.value <= estimate.p95
    for name in LEVELS:
        assert 0.0 < found.constants[f"level_{name}_persistence"] < 1.0
        assert found.constants[f"level_{name}_sd"] > 0.0
        assert found.constants[f"level_{name}_start_sd"] > 0.0
    for table in found.beliefs.values():
        from_table(table)


def test_that_one_week_calibrates_with_ranges_as_wide_as_the_priors():
    found = calibrate(made([4], 70_000, 40, 18))
    sound(found)
    arrests = found.estimate("arrests_per_true_alert")
    assert arrests.p95 - arrests.p05 > 0.3
    assert found.estimate("level_faces_persistence").p95 > 0.97
    assert found.estimate("level_faces_persistence").p05 < 0.72
    assert found.estimate("faces_per_deployment").weeks == 1
    assert "hours_per_deployment" not in found.constants


@pytest.mark.parametrize(
    "record",
    [
        made([4, 0, 0, 4, 0, 2], [9_000, 0, 0, 8_000, 0, 4_000], [9, 0, 0, 8, 0, 1], 0),
        made([4] * 12, 50_000, 0, 0),
        made([4] * 12, 50_000, 40, 40),
        made([1] * 20, [1, 10**9] * 10, [0, 900] * 10, [0, 900] * 10),
        made([4, 4, 4], [0, 70_000, 0], 30, 10),
        made([1, 2, 3, 4] * 5, 50_000, 1, [0, 1] * 10),
        made([4] * 3 + [0] * 60, [5_000] * 3 + [0] * 60, [9] * 3 + [0] * 60, 0),
    ],
    ids=["gaps", "no alerts", "all arrested", "wild", "no faces", "few alerts", "long pause"],
)
def test_that_odd_records_calibrate_to_sound_numbers(record):
    sound(calibrate(record))


@pytest.mark.parametrize("until", ["2024-11-25", "2025-01-01", "2025-06-30"])
def test_that_a_backtest_sees_nothing_after_its_origin(until):
    origin = date.fromisoformat(until)
    record = shipped_record()
    found = calibrate(record, until=origin)
    sound(found)
    assert found.last_day < origin
    changed = made([4] * 200, 10**6, 90, 3)
    early = record.until(origin)
    later = {
        column: np.concatenate(
            (getattr(early, column), getattr(changed, column)[changed.week_starting >= origin])
        )
        for column in ("week_starting", "deployments", "faces_scanned", "alerts", "true_alerts",
                       "false_alerts", "arrests", "hours", "threshold", "watchlist",
                       "face_count_basis")
    }  # fmt: skip
    other = calibrate(Record(name="other", shipped=False, **later), until=origin)
    if other.last_day == found.last_day:
        assert other.constants == found.constants
        assert other.beliefs == found.beliefs


def test_that_quiet_weeks_before_the_origin_count_as_weeks_without_deployments():
    # no row between 16 December 2024 and 6 January 2025
    found = calibrate(shipped_record(), until=date(2025, 1, 6))
    assert found.last_day == date(2025, 1, 5)
    early = calibrate(shipped_record(), until=date(2024, 12, 23))
    assert found.constants["reference_deployments"] < early.constants["reference_deployments"]
    assert found.constants["level_alerts_start_sd"] > early.constants["level_alerts_start_sd"]


def test_that_weeks_with_nothing_to_calibrate_on_are_refused_with_what_is_needed():
    with pytest.raises(ModellerError, match="needs one week with deployments, and 10 or more"):
        calibrate(made([0, 0], 0, 0, 0))
    with pytest.raises(ModellerError, match="no faces on the current basis"):
        calibrate(made([4, 4], 9_000, 9, 3, basis="earlier"))
    with pytest.raises(ModellerError, match="has no weeks"):
        calibrate(shipped_record(), until=date(2024, 9, 16))


def test_that_faces_on_the_earlier_basis_do_not_count_but_alerts_do():
    record = shipped_record()
    longer = calibrate(record, since=date(2024, 1, 1))
    assert longer.estimate("true_alerts_per_deployment").weeks > 90
    assert longer.estimate("faces_per_deployment").weeks == int(
        (record.face_count_basis == "current").sum()
    )


# --- What is handed over ---------------------------------------------------------------------


def test_that_every_number_has_its_estimate_and_the_table_shows_all(shipped):
    keys = [estimate.key for estimate in shipped.estimates]
    assert len(set(keys)) == len(keys)
    assert {*shipped.beliefs, *shipped.constants} == set(keys) - {"diminishing_returns_regression"}
    table = shipped.table()
    assert list(table.index) == keys
    assert table.loc["level_faces_sd", "p95"] == shipped.estimate("level_faces_sd").p95
    assert all(estimate.method.endswith(".") for estimate in shipped.estimates)


def test_that_a_calibration_cannot_be_changed(shipped):
    with pytest.raises(TypeError):
        shipped.constants["level_faces_sd"] = 0.0
    with pytest.raises(TypeError):
        shipped.beliefs["faces_per_deployment"]["sd"] = 0.0


def test_that_calibrating_twice_gives_the_same_bits(shipped):
    again = calibrate(shipped_record())
    assert again == shipped


def test_that_importing_and_calibrating_load_no_slow_library():
    code = (
        "import sys; from modeller.profiles import shipped_profile; "
        "shipped_profile().calibrate(); "
        "print(sorted({'scipy', 'pandas', 'numba'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
