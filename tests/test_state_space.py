"""The likelihoods, and the integration over drifting levels, give what independent ones give."""

import math

import numpy as np
import pytest
from scipy import optimize, special, stats
from scipy.integrate import quad

from modeller.calibration.likelihoods import GammaNoise, NegativeBinomial, OverdispersedBinomial
from modeller.calibration.state_space import Grid, integrate


def test_that_the_likelihoods_are_those_of_the_named_distributions():
    count, deployments, trials = np.array([[37.0], [0.0]]), np.array([[4.0], [2.0]]), 50.0
    eta, noise = np.array([[3.4], [0.3]]), np.array([5.2])
    found = NegativeBinomial(count, deployments)
    size = deployments * noise
    exact = stats.nbinom.logpmf(count, size, size / (size + np.exp(eta))).sum()
    assert found.normalisation(noise)[0] + found.at(eta, noise)[0].sum() == pytest.approx(exact)

    faces = np.array([[40_000.0], [9_000.0]])
    eta = np.log(faces) + 0.2
    gamma = GammaNoise(faces, deployments)
    exact = stats.gamma.logpdf(faces, size, scale=np.exp(eta) / size).sum()
    assert gamma.normalisation(noise)[0] + gamma.at(eta, noise)[0].sum() == pytest.approx(exact)

    binomial = OverdispersedBinomial(count, np.full((2, 1), trials))
    eta, extra = np.array([[0.4], [-3.0]]), np.array([0.3])
    logs = stats.binom.logpmf(count, trials, special.expit(eta)) - stats.binom.logpmf(
        count, trials, count / trials
    )
    exact = np.sum(logs) / 1.3 - math.log(1.3)
    found = binomial.normalisation(extra)[0] + binomial.at(eta, extra)[0].sum()
    assert found == pytest.approx(exact)


@pytest.mark.parametrize("kind", [GammaNoise, NegativeBinomial, OverdispersedBinomial])
def test_that_slope_and_curvature_are_derivatives(kind):
    likelihood = kind(np.array([[7.0]]), np.array([[11.0]]))
    noise, step = np.array([0.7]), 1e-4
    for eta in (-1.0, 0.5, 2.5):
        low, middle, high = (
            likelihood.at(np.array([[eta + shift]]), noise) for shift in (-step, 0.0, step)
        )
        assert middle[1].item() == pytest.approx((high[0] - low[0]).item() / (2 * step), abs=1e-5)
        assert middle[2].item() == pytest.approx((low[1] - high[1]).item() / (2 * step), abs=1e-5)


def test_that_the_tridiagonal_integration_agrees_with_dense_matrices():
    generator = np.random.default_rng(5)
    weeks = 9
    deployments = generator.integers(1, 7, weeks).astype(float)
    counts = generator.poisson(10 * deployments).astype(float)
    seen = np.ones(weeks, dtype=bool)
    seen[[2, 3]] = False
    offset = np.log(deployments)
    prior = (2.0, 1.5)
    grid = Grid.around([math.log(5.0), math.log(0.3), math.log(6.0)], [0.8, 0.8, 0.8])
    likelihood = NegativeBinomial(counts[seen, None], deployments[seen, None])
    inner = integrate(likelihood, seen, offset, prior, grid)

    exact = []
    chosen = [0, 111, 400, 728]
    for point in chosen:
        half_life, spread, size = (math.exp(axis[point]) for axis in grid.points)
        persistence = 2.0 ** (-1.0 / half_life)
        gaps = np.abs(np.subtract.outer(np.arange(weeks), np.arange(weeks)))
        # levels and, last, the rate
        covariance = np.zeros((weeks + 1, weeks + 1))
        covariance[:weeks, :weeks] = spread**2 * persistence**gaps
        covariance[weeks, weeks] = prior[1] ** 2
        precision = np.linalg.inv(covariance)

        def surprise(state, size=size, precision=precision):
            mean = np.exp((state[:weeks] + state[weeks] + offset)[seen])
            r = size * deployments[seen]
            centred = state - np.append(np.zeros(weeks), prior[0])
            fit = stats.nbinom.logpmf(counts[seen], r, r / (r + mean)).sum()
            return 0.5 * centred @ precision @ centred - fit

        found = optimize.minimize(surprise, np.append(np.zeros(weeks), 2.0), tol=1e-7)
        mean = np.exp((found.x[:weeks] + found.x[weeks] + offset)[seen])
        r, share = size * deployments[seen], mean / (size * deployments[seen] + mean)
        curvature = (counts[seen] + r) * share * (1 - share)
        design = np.zeros((int(seen.sum()), weeks + 1))
        design[np.arange(int(seen.sum())), np.flatnonzero(seen)] = 1.0
        design[:, weeks] = 1.0
        posterior = precision + design.T @ (design * curvature[:, None])
        spread_out = np.linalg.inv(posterior)
        determinants = np.linalg.slogdet(precision)[1] - np.linalg.slogdet(posterior)[1]
        exact.append(0.5 * determinants - found.fun)
        assert inner.rate[point] == pytest.approx(found.x[weeks], abs=1e-4)
        assert inner.last[point] == pytest.approx(found.x[weeks - 1], abs=1e-4)
        assert inner.rate_variance[point] == pytest.approx(spread_out[weeks, weeks], rel=1e-4)
        slope = spread_out[weeks - 1, weeks] / spread_out[weeks, weeks]
        assert inner.slope[point] == pytest.approx(slope, rel=1e-4)
        left = spread_out[weeks - 1, weeks - 1] - slope**2 * spread_out[weeks, weeks]
        assert inner.last_variance[point] == pytest.approx(left, rel=1e-4)
    shifted = inner.evidence[chosen] - np.array(exact)
    assert shifted == pytest.approx(np.full(4, shifted[0]), abs=1e-4)


def test_that_laplace_is_close_to_exact_integration_for_one_small_week():
    grid = Grid.around([math.log(8.0), math.log(0.3), math.log(6.0)], [1.0, 1.0, 1.0])
    likelihood = NegativeBinomial(np.array([[3.0]]), np.array([[1.0]]))
    inner = integrate(likelihood, np.array([True]), np.zeros(1), (2.0, 0.7), grid)
    ratios = []
    for point in (0, 364, 728):
        _, spread, size = (math.exp(axis[point]) for axis in grid.points)
        total = math.hypot(spread, 0.7)

        def density(eta, size=size, total=total):
            share = size / (size + math.exp(eta))
            return stats.nbinom.pmf(3, size, share) * stats.norm.pdf(eta, 2.0, total)

        exact, _ = quad(density, -6.0, 8.0)
        ratios.append(inner.evidence[point] - math.log(exact))
    assert np.ptp(ratios) < 0.02
