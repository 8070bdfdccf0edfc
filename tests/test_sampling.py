"""Streams: the same numbers for ever, and none that moves because another is added."""

import numpy as np
import pytest
import scipy.stats

from modeller.base import elementary
from modeller.model import sampling
from modeller.model.catalogue import catalogue

# written down once: if these move, every fingerprint ever shared stops reproducing
PINNED_UNIFORMS = [0.2719250550833174, 0.7101127128905329, 0.8984550144517567]
PINNED_BELIEFS = [0.9891050496371463, 0.4891050496371463, 0.2391050496371463]


def test_that_the_sobol_points_are_those_of_joe_and_kuo():
    expected = scipy.stats.qmc.Sobol(sampling.DIMENSIONS, scramble=False, bits=32).random(4096)
    for dimension in range(sampling.DIMENSIONS):
        own = sampling._sobol(dimension, 4096) * 2.0**-32
        assert np.array_equal(own, expected[:, dimension])


def test_that_streams_are_pinned():
    assert sampling.uniforms(20250801, "faces", 1, 3).tolist() == PINNED_UNIFORMS
    beliefs = sampling.belief_uniforms(20250801, "true_match_rate", 0, 3)
    assert beliefs.tolist() == PINNED_BELIEFS


def test_that_more_draws_leave_the_first_ones_where_they_were():
    assert np.array_equal(
        sampling.uniforms(5, "arrests", 7, 1001)[:1000], sampling.uniforms(5, "arrests", 7, 1000)
    )
    assert np.array_equal(
        sampling.belief_uniforms(5, "x", 3, 1001)[:1000],
        sampling.belief_uniforms(5, "x", 3, 1000),
    )


STREAMS = [name.removeprefix("luck_") for name in catalogue().model.of_kind("luck")]


@pytest.mark.parametrize("name", STREAMS)
def test_that_each_stream_is_uniform_and_weeks_are_unrelated(name):
    weeks = np.stack([sampling.uniforms(3, name, week, 20_000) for week in range(4)])
    assert scipy.stats.kstest(weeks.ravel(), "uniform").pvalue > 1e-4
    correlation = np.atleast_2d(np.corrcoef(weeks))[np.triu_indices(4, 1)]
    assert np.max(np.abs(correlation)) < 0.03


def test_that_streams_of_different_names_and_seeds_are_unrelated():
    base = sampling.uniforms(1, "faces", 1, 50_000)
    assert abs(np.corrcoef(base, sampling.uniforms(1, "alerts", 1, 50_000))[0, 1]) < 0.02
    assert abs(np.corrcoef(base, sampling.uniforms(2, "faces", 1, 50_000))[0, 1]) < 0.02


def test_that_noise_is_kept_but_the_same_as_fresh():
    kept = sampling.Noise(9, 500)
    first = kept.normals("alerts", 2)
    assert kept.normals("alerts", 2) is first
    fresh = elementary.normal_quantile(sampling.uniforms(9, "alerts", 2, 500))
    assert np.array_equal(first, fresh)


def test_that_noise_beyond_its_memory_is_drawn_again_and_not_kept(monkeypatch):
    monkeypatch.setattr(sampling, "_KEPT_BYTES", 10_000)
    small = sampling.Noise(9, 500)
    values = [small.shares("alerts", week) for week in range(1, 9)]
    assert len(small._kept) * 4000 <= 10_000
    assert np.array_equal(small.shares("alerts", 8), values[7])
