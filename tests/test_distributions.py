"""Distributions as data."""

import numpy as np
import pytest
import scipy.stats

from modeller.base import elementary
from modeller.model.distributions import IDENTITY, LOG, LOGIT, Beta, Gamma, LinkedNormal, from_table

SHARES = np.linspace(1e-4, 1 - 1e-4, 2001)


@pytest.mark.parametrize(("shape", "rate"), [(12.5, 4.79), (0.5, 4.0), (900.0, 3.0)])
def test_that_gamma_quantiles_are_right_to_a_thousandth_of_a_standard_deviation(shape, rate):
    own = np.log(Gamma(shape, rate).quantile(SHARES))
    expected = np.log(scipy.stats.gamma(shape, scale=1 / rate).ppf(SHARES))
    assert np.max(np.abs(own - expected)) * np.sqrt(shape) < 1e-3


@pytest.mark.parametrize(("a", "b"), [(8.5, 2.5), (0.5, 10.5), (1100.0, 1250.0)])
def test_that_beta_quantiles_are_right_to_a_thousandth_of_a_standard_deviation(a, b):
    own = elementary.logit(Beta(a, b).quantile(SHARES))
    expected = elementary.logit(scipy.stats.beta(a, b).ppf(SHARES))
    assert np.max(np.abs(own - expected)) < 1e-3 * np.sqrt(1 / a + 1 / b)


@pytest.mark.parametrize(
    ("link", "low", "high"), [(IDENTITY, 0.0, 1.5), (LOG, 8, 14), (LOGIT, 0.71, 0.78)]
)
def test_that_a_range_is_a_ninety_per_cent_range(link, low, high):
    distribution = LinkedNormal.from_range(link, low, high)
    assert distribution.quantile([0.05, 0.95]) == pytest.approx([low, high], abs=1e-9)


@pytest.mark.parametrize(
    "table",
    [
        {"family": "cauchy", "median": 1.0, "sd": 1.0},
        {"family": "gamma", "shape": 1.0},
        {"family": "normal", "p05": 0.0, "p95": 1.0, "sd": 3.0},
    ],
)
def test_that_an_unknown_description_is_refused(table):
    with pytest.raises(ValueError, match="no distribution is described"):
        from_table(table)
