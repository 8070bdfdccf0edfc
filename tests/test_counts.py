"""The count transforms against distributions that others have programmed."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from modeller.base import elementary
from modeller.model import counts
from modeller.model.operations import Luck, gamma
from modeller.model.sampling import uniforms

DRAWS = 200_000


@pytest.fixture(scope="module")
def luck() -> tuple[np.ndarray, np.ndarray]:
    u = uniforms(1, "luck", 1, DRAWS)
    return u, elementary.normal_quantile(u)


@pytest.mark.parametrize("mean", [0.01, 0.2, 1.0, 5.0, 9.99, 10.01, 37.0, 140.0, 399.0, 900.0])
def test_that_poisson_counts_are_the_exact_quantiles(mean, luck):
    u, z = luck
    count = counts.poisson(u, z, np.full(DRAWS, mean))
    expected = scipy.stats.poisson.ppf(u, mean)
    assert np.mean(count != expected) < 2e-5
    assert np.max(np.abs(count - expected)) <= 1
    assert count.mean() == pytest.approx(mean, abs=5 * np.sqrt(mean / DRAWS))


def test_that_a_negative_binomial_comes_of_gamma_and_poisson(luck):
    u, z = luck
    size, mean = 5.2 * 4.4, 45.0
    mixing = elementary.normal_quantile(uniforms(1, "mixing", 1, DRAWS))
    count = counts.poisson(u, z, mean * gamma(Luck(None, mixing), 1.0, np.full(DRAWS, size)))
    expected = scipy.stats.nbinom(size, size / (size + mean))
    assert count.mean() == pytest.approx(mean, abs=5 * expected.std() / np.sqrt(DRAWS))
    assert count.var() == pytest.approx(expected.var(), rel=0.02)
    shares = np.arange(0.05, 1.0, 0.05)
    assert np.max(np.abs(np.quantile(count, shares) - expected.ppf(shares))) <= 1


@pytest.mark.parametrize("shape", [2.0, 3.6, 16.0, 60.0])
def test_that_the_gamma_factor_has_mean_one_and_the_right_spread(shape, luck):
    _, z = luck
    factor = gamma(Luck(None, z), 1.0, np.full(DRAWS, shape))
    assert factor.mean() == pytest.approx(1.0, abs=5 / np.sqrt(shape * DRAWS))
    assert factor.var() == pytest.approx(1 / shape, rel=0.02)


@pytest.mark.parametrize("trials", [1, 2, 7, 12, 13, 45, 120, 300])
@pytest.mark.parametrize("share", [0.1, 0.47, 0.9])
def test_that_arrests_are_exact_beta_binomial_quantiles(trials, share, luck):
    u, z = luck
    n = np.full(DRAWS, float(trials))
    count = counts.beta_binomial(u, z, n, np.full(DRAWS, share), np.full(DRAWS, 1.3))
    precision = counts.beta_binomial_precision(n[:1], np.full(1, 1.3))[0]
    law = scipy.stats.betabinom(trials, share * precision, (1 - share) * precision)
    expected = np.searchsorted(law.cdf(np.arange(trials + 1)), u)
    assert np.mean(count != expected) < 2e-4
    assert count.mean() == pytest.approx(trials * share, abs=5 * law.std() / np.sqrt(DRAWS))
    if trials > 1:
        assert count.var() == pytest.approx(1.3 * trials * share * (1 - share), rel=0.02)


def test_that_no_alerts_bring_no_arrests(luck):
    u, z = luck
    assert not counts.beta_binomial(
        u, z, np.zeros(DRAWS), np.full(DRAWS, 0.47), np.full(DRAWS, 1.3)
    ).any()


@given(
    u=st.floats(1e-9, 1 - 1e-9),
    mean=st.floats(1e-6, 500.0),
    rise=st.floats(1.0, 1.5),
)
def test_that_a_poisson_count_never_falls_when_its_mean_rises(u, mean, rise):
    share = np.array([u, u])
    z = elementary.normal_quantile(share)
    low, high = counts.poisson(share, z, np.array([mean, mean * rise]))
    assert high >= low


@given(
    u=st.floats(1e-6, 1 - 1e-6),
    trials=st.integers(0, 300),
    share=st.floats(0.02, 0.9),
    rise=st.floats(1.0, 1.08),
)
def test_that_arrests_never_fall_when_their_share_or_the_alerts_rise(u, trials, share, rise):
    luck = np.full(3, u)
    z = elementary.normal_quantile(luck)
    base, likelier, more = counts.beta_binomial(
        luck,
        z,
        np.array([trials, trials, trials + 1.0]),
        np.array([share, share * rise, share]),
        np.full(3, 1.3),
    )
    assert likelier >= base
    assert more >= base
    assert 0 <= base <= trials


def test_that_each_arrest_count_can_have_a_precision_of_its_own():
    share = np.array([0.2, 0.4, 0.7])
    precision, trials = np.array([0.5, 20.0, 1e6]), np.array([5.0, 60.0, 200.0])
    luck = np.linspace(0.0005, 0.9995, 1_000)
    for each in range(3):
        one = [np.full(luck.size, values[each]) for values in (trials, share, precision)]
        found = counts.beta_binomial_of(luck, elementary.normal_quantile(luck), *one)
        true = scipy.stats.betabinom(
            trials[each], share[each] * precision[each], (1 - share[each]) * precision[each]
        )
        assert found == pytest.approx(true.ppf(luck), abs=0)
