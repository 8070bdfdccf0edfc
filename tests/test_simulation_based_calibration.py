"""Calibrated on records that it made itself, the model's bands hold what they promise."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from benchmarks import simulation_based_calibration as simulation
from modeller.backtest import OUTCOMES
from modeller.calibration import calibrate
from modeller.calibration.posterior_draws import posterior_draws
from modeller.evidence import shipped_record

RECORDS = 24


@pytest.fixture(scope="module")
def found():
    return simulation.check(RECORDS, 300)


def test_that_eighty_per_cent_bands_hold_about_eighty_per_cent(found):
    # 24 records: about 8 % either way for one outcome, 5 % for all together
    each = {key: found.pooled(key, 0.8) for key in OUTCOMES}
    assert all(0.56 <= share <= 0.99 for share in each.values()), each
    assert 0.67 <= np.mean(list(each.values())) <= 0.93


def test_that_ranks_are_not_far_from_uniform(found):
    chances = [found.uniformity(key, horizon) for key in OUTCOMES for horizon in (4, 26)]
    assert min(chances) > 1e-4


def test_that_a_model_without_drift_would_be_found_out(monkeypatch):
    true = calibrate

    def still(record):
        calibration = true(record)
        constants = {
            key: 0.0 if key.endswith("_sd") else value
            for key, value in calibration.constants.items()
        }
        return replace(calibration, constants=MappingProxyType(constants))

    cases = simulation.simulated_records(20)
    monkeypatch.setattr(simulation, "calibrate", still)
    ranked = [simulation.ranks_of(case, 200)["faces_scanned", 13] for case in cases]
    inside = np.mean([0.1 <= (low + high) / 2 <= 0.9 for low, high in ranked])
    assert inside < 0.7


def test_that_simulated_records_continue_the_shipped_one_with_its_deployments():
    base = simulation.base_record()
    first, second = simulation.simulated_records(2)
    np.testing.assert_array_equal(first.record.arrests[: len(base)], base.arrests)
    np.testing.assert_array_equal(first.record.deployments[len(base) :], base.deployments[-52:])
    assert (first.record.arrests != second.record.arrests).any()


def test_that_posterior_draws_agree_with_the_figures_handed_to_the_model():
    drawn = posterior_draws(shipped_record(), 40_000, np.random.default_rng(1))
    calibration = calibrate(shipped_record())
    for name, rate in (
        ("faces", "faces_per_deployment"),
        ("alerts", "true_alerts_per_deployment"),
    ):
        estimate = calibration.estimate(rate)
        ends = np.exp(np.quantile(drawn[name].rate, [0.05, 0.95]))
        assert ends == pytest.approx([estimate.p05, estimate.p95], rel=0.06)
        persistence = calibration.estimate(f"level_{name}_persistence")
        assert np.median(drawn[name].persistence) == pytest.approx(persistence.value, abs=0.005)


def test_that_the_step_handed_over_spreads_half_a_year_as_the_posterior_does():
    drawn = posterior_draws(shipped_record(), 20_000, np.random.default_rng(2))["faces"]
    constants = calibrate(shipped_record()).constants

    def sums(persistence, sd):
        generator = np.random.default_rng(3)
        level, total = np.zeros(20_000), np.zeros(20_000)
        for _ in range(26):
            level = persistence * level + sd * generator.standard_normal(20_000)
            total += level
        return total.std()

    handed = sums(constants["level_faces_persistence"], constants["level_faces_sd"])
    assert handed == pytest.approx(sums(drawn.persistence, drawn.sd), rel=0.05)
