"""The elementary functions against the usual ones."""

import numpy as np
import pytest
import scipy.special
import scipy.stats

from modeller.base import elementary
from modeller.model.operations import power


def test_that_exp_and_log_are_right_to_the_last_digits():
    x = np.linspace(-300.0, 300.0, 60_001)
    assert np.max(np.abs(elementary.exp(x) / np.exp(x) - 1.0)) < 5e-16
    y = np.exp(x)
    assert np.max(np.abs(elementary.log(y) - np.log(y)) / np.maximum(np.abs(np.log(y)), 1)) < 5e-16


def test_that_the_ends_stay_finite_or_say_what_they_are():
    assert elementary.log(0.0) == -np.inf
    assert elementary.exp(-np.inf) > 0.0
    assert np.isfinite(elementary.exp(np.inf))
    assert elementary.exp(0.0) == 1.0
    assert elementary.log(1.0) == 0.0


def test_that_a_power_of_a_neutral_base_or_exponent_is_exactly_one():
    assert power(1.0, 0.37) == 1.0
    assert power(0.37, 0.0) == 1.0


def test_that_logit_and_expit_undo_each_other():
    p = np.array([1e-9, 0.01, 0.5, 0.89, 1 - 1e-9])
    assert elementary.expit(elementary.logit(p)) == pytest.approx(p, rel=1e-9)


def test_that_the_normal_quantile_is_right_far_into_both_tails():
    u = np.concatenate([np.logspace(-16, -1, 500), np.linspace(0.1, 0.9, 500)])
    assert elementary.normal_quantile(u) == pytest.approx(scipy.stats.norm.ppf(u), abs=1e-13)
    upper = 1.0 - np.logspace(-12, -1, 100)
    assert elementary.normal_quantile(upper) == pytest.approx(
        scipy.stats.norm.ppf(upper), abs=1e-13
    )


def test_that_the_log_of_the_gamma_function_is_right_for_small_and_large_arguments():
    x = np.concatenate([np.logspace(-6, 9, 2_000), np.arange(1.0, 200.0)])
    true = scipy.special.gammaln(x)
    assert np.max(np.abs(elementary.log_gamma(x) - true) / np.maximum(np.abs(true), 1.0)) < 2e-14
