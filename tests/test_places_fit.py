"""The model of places finds what it should: against dense algebra, a grid, and known figures."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import scipy.special
import scipy.stats

from modeller.calibration.places import kept_draws as keeping_draws
from modeller.calibration.places import one_place
from modeller.calibration.places.drawn_fit import PlacedDraws, _places
from modeller.calibration.places.draws import Drawn, fading
from modeller.calibration.places.effects import NEAREST, Layout, Spreads, Term, find_effects
from modeller.calibration.places.kept_draws import (
    COUNT,
    YIELDS_FILE,
    YIELDS_KEPT,
    digest,
    kept_draws,
)
from modeller.calibration.places.kept_draws import restored as rows_of
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.noise import CountNoise, GammaNoise
from modeller.calibration.places.premises import FITTED, PRIORS, Prior
from modeller.calibration.places.rows import weeks_since
from modeller.calibration.places.shares import place
from modeller.calibration.places.spreads import find_spreads, spreads_at
from modeller.calibration.places.summary import estimates, scatter, site_yields
from modeller.evidence import Deployments
from modeller.model.catalogue import BASELINE_SEED
from modeller.model.counts import beta_binomial_of
from modeller.model.operations import Luck, gamma
from modeller.profiles import shipped_profile
from tests.met import FIRST_COMPARABLE_WEEK, fit, kept, places_fit, restored, shipped_deployments


@pytest.fixture(scope="module")
def record():
    return shipped_deployments()


@pytest.fixture(scope="module")
def fitted(record):
    return places_fit(record)


@pytest.fixture(scope="module")
def places(fitted):
    return Places(fitted, 4_000, 1)


def _small(noise="alerts", rows=60, weeks=9, seed=3):
    """Rows at five sites of two boroughs, with a term; and their noise."""
    generator = np.random.default_rng(seed)
    site = generator.integers(0, 5, rows)
    names = [f"site {number}" for number in site]
    homes = [f"borough {number % 2}" for number in site]
    week = np.sort(generator.integers(0, weeks, rows))
    term = generator.standard_normal(rows)
    layout = Layout.of(week, weeks, names, homes, (Term("term", term, 0.5, 0.4),))
    at = 2.0 + 0.4 * generator.standard_normal(5)[site] + 0.3 * term
    count = generator.poisson(np.exp(at))[:, None].astype(float)
    if noise == "faces":
        return layout, GammaNoise(count + 1.0)
    return layout, CountNoise(count)


def _dense(layout, spreads, at):
    """Prior precision, prior mean and design of all effects, one matrix each: weeks first."""
    weeks, boroughs, sites = layout.weeks, len(layout.boroughs), len(layout.sites)
    size, drift = weeks + boroughs + len(layout.terms) + sites, spreads.drift[at]
    walk = np.zeros((weeks, weeks))
    walk[0, 0] = 1.5
    for week in range(1, weeks):
        walk[week] = walk[week - 1]
        walk[week, week] = drift
    covariance = np.zeros((size, size))
    covariance[:weeks, :weeks] = walk @ walk.T
    rest = np.concatenate(
        [
            np.full(boroughs, spreads.borough_sd[at] ** 2),
            [term.prior_sd**2 for term in layout.terms],
            np.full(sites, spreads.site_sd[at] ** 2),
        ]
    )
    covariance[weeks:, weeks:] = np.diag(rest)
    mean = np.zeros(size)
    design = np.zeros((layout.week.size, size))
    row = np.arange(layout.week.size)
    design[row, layout.week] = 1.0
    design[row, weeks + layout.borough_of[layout.site]] = 1.0
    for index, term in enumerate(layout.terms):
        mean[weeks + boroughs + index] = term.prior_mean
        design[:, weeks + boroughs + index] = term.values
    design[row, size - sites + layout.site] = 1.0
    return np.linalg.inv(covariance), mean, design


@pytest.mark.parametrize("noise", ["faces", "alerts"])
def test_that_mode_covariance_and_evidence_agree_with_dense_algebra(noise):
    layout, counts = _small(noise)
    spreads = Spreads(
        *(np.array(values) for values in ([9.0, 20.0], [0.3, 0.6], [0.2, 0.1], [0.05, 0.2]))
    )
    found = find_effects(layout, counts, spreads)
    for at in range(2):
        precision, mean, design = _dense(layout, spreads, at)
        x = np.concatenate([found.others[:, at], found.sites[:, at]])
        eta = (counts.crude + design @ x)[:, None]
        slope, curve = counts.slope(eta, spreads.size[[at]])
        gradient = design.T @ slope[:, 0] - precision @ (x - mean)
        assert np.abs(gradient).max() < 1e-4
        held = precision + design.T @ (curve * design)
        covariance = np.linalg.inv(held)
        for other in (layout.last_week, layout.first_term):
            np.testing.assert_allclose(
                found.covariance(other)[:, at], covariance[other, : layout.others], atol=1e-7
            )
        evidence = (
            counts.log_likelihood(eta, spreads.size[[at]])[0]
            - 0.5 * (x - mean) @ precision @ (x - mean)
            + 0.5 * np.linalg.slogdet(precision)[1]
            - 0.5 * np.linalg.slogdet(held)[1]
        )
        # constants that no spread moves are left out
        left_out = -np.log(1.5) - sum(np.log(term.prior_sd) for term in layout.terms)
        assert found.evidence[at] + left_out == pytest.approx(evidence, abs=1e-7)


@pytest.mark.parametrize("noise", ["faces", "alerts"])
def test_that_a_long_record_without_places_is_fitted_as_one_with_them(noise):
    generator = np.random.default_rng(5)
    week = np.flatnonzero(generator.random(90) < 0.9)
    terms = (Term("term", generator.standard_normal(week.size), 0.15, 0.1),)
    nowhere = ["anywhere"] * week.size
    layout = Layout.of(week, 90, nowhere, nowhere, terms if noise == "alerts" else ())
    count = generator.poisson(30, week.size)[:, None] + 1.0
    exposure = generator.integers(1, 6, week.size)[:, None].astype(float)
    made: Any = CountNoise if noise == "alerts" else GammaNoise
    counts = made(count, exposure)
    spreads = Spreads(
        *(np.array(values) for values in ([9.0, 40.0], [1e-3, 0.3], [1e-3, 0.2], [0.05, 0.2]))
    )
    dense = find_effects(layout, counts, spreads)
    banded = one_place.find_effects(layout, counts, spreads, None, NEAREST)
    for name in ("others", "sites", "site_precision", "evidence"):
        np.testing.assert_allclose(
            getattr(banded, name), getattr(dense, name), rtol=1e-10, atol=1e-12
        )
    for other in (0, layout.last_week, layout.others - 1):
        np.testing.assert_allclose(
            banded.covariance(other), dense.covariance(other), rtol=1e-9, atol=1e-14
        )
    normals = generator.standard_normal((layout.others + 1, 40))
    at = np.arange(normals.shape[1]) % 2
    for ours, theirs in zip(
        *(each.drawn(at, normals[1:], normals[:1]) for each in (banded, dense)), strict=True
    ):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)
    turned = banded.at(np.array([1, 0]))
    np.testing.assert_array_equal(turned.evidence, banded.evidence[::-1])
    np.testing.assert_array_equal(turned.covariance(3), banded.covariance(3)[:, ::-1])


def test_that_draws_of_the_effects_have_the_covariance_of_dense_algebra():
    layout, counts = _small()
    spreads = Spreads(*(np.array([value]) for value in (9.0, 0.5, 0.2, 0.1)))
    found = find_effects(layout, counts, spreads)
    precision, _, design = _dense(layout, spreads, 0)
    x = np.concatenate([found.others[:, 0], found.sites[:, 0]])
    _, curve = counts.slope((counts.crude + design @ x)[:, None], spreads.size)
    covariance = np.linalg.inv(precision + design.T @ (curve * design))
    # what unit normals are turned into, column by column, gives the covariance exactly
    others, sites = len(found.others), len(found.sites)
    unit = np.eye(others + sites)
    at_the_only_point = np.zeros(others + sites, np.intp)
    drawn_others, drawn_sites = found.drawn(at_the_only_point, unit[:others], unit[others:])
    root = np.concatenate([drawn_others, drawn_sites]) - x[:, None]
    np.testing.assert_allclose(root @ root.T, covariance, atol=1e-7)


def test_that_likelihoods_are_those_of_scipy():
    count, at, size = (
        np.array([[3.0], [0.0], [11.0]]),
        np.array([[0.7], [1.1], [2.0]]),
        np.array([6.0]),
    )
    mean = np.exp(at)
    negative = scipy.stats.nbinom(size, size / (size + mean)).logpmf(count).sum()
    assert CountNoise(count).log_likelihood(at, size)[0] == pytest.approx(negative)
    gamma = scipy.stats.gamma(size, scale=mean / size).logpdf(count + 1.0).sum()
    assert GammaNoise(count + 1.0).log_likelihood(at, size)[0] == pytest.approx(gamma)


def test_that_the_posterior_of_a_spread_is_that_of_a_fine_grid():
    layout, counts = _small(rows=150, weeks=12)
    prior = Prior((20.0, 0.3, 0.1, 0.1), (True, False, True, True))
    found = find_spreads(layout, counts, prior)
    away = np.linspace(-3.0, 3.0, 601)
    spreads = spreads_at(prior, away[None])
    value = np.concatenate(
        [
            find_effects(layout, counts, Spreads(*(row[part] for row in spreads.rows))).evidence
            for part in np.array_split(np.arange(away.size), 6)
        ]
    )
    density = value - 0.5 * (away / prior.sd) ** 2
    weights = np.exp(density - density.max())
    weights /= weights.sum()
    logs, points = np.log(spreads.site_sd), np.log(found.spreads.site_sd)
    mean = (weights * logs).sum()
    assert (found.weights * points).sum() == pytest.approx(mean, abs=0.02)
    sd = np.sqrt((weights * (logs - mean) ** 2).sum())
    middle = (found.weights * points).sum()
    assert np.sqrt((found.weights * (points - middle) ** 2).sum()) == pytest.approx(sd, rel=0.08)


def test_that_the_points_of_every_posterior_are_worth_many(fitted):
    for key in FITTED:
        posterior = fitted.outcomes[key].posterior
        assert posterior.weights.sum() == pytest.approx(1.0)
        assert 1.0 / float((posterior.weights**2).sum()) > 25  # so many points count
        assert np.isfinite(posterior.effects.factor).all()


def test_that_the_shipped_fit_is_what_a_fit_gives_to_the_last_bit(record):
    anew, shipped = fit(record), places_fit(record)
    for key in FITTED:
        first, second = (each.outcomes[key] for each in (anew, shipped))
        assert first.reference_log == second.reference_log
        np.testing.assert_array_equal(first.posterior.weights, second.posterior.weights)
        for name in ("others", "sites", "factor", "tie", "site_precision", "evidence"):
            np.testing.assert_array_equal(
                getattr(first.posterior.effects, name), getattr(second.posterior.effects, name)
            )
    assert anew.together == shipped.together


def test_that_a_kept_fit_is_not_taken_for_that_of_another_record(record, fitted):
    content = kept(fitted, record)
    assert restored(content, record) is not None
    *others, last = record.rows
    changed = Deployments([*others, replace(last, arrests=last.arrests + 1)])
    assert restored(content, changed) is None


def test_that_the_kept_draws_are_what_a_fit_gives_to_the_last_bit(record, fitted):
    placed = PlacedDraws(record, FIRST_COMPARABLE_WEEK)
    shipped = placed.drawn(BASELINE_SEED, COUNT)
    assert not placed._kept, "they are made and not read"
    anew = PlacedDraws(record, FIRST_COMPARABLE_WEEK)
    anew.__dict__ |= {"fit": fitted, "_before": None}
    made = anew.drawn(BASELINE_SEED, COUNT)
    for first, second in zip(shipped, made, strict=True):
        assert first.keys() == second.keys()
        for name, values in first.items():
            np.testing.assert_array_equal(values, second[name])
    few = placed.drawn(BASELINE_SEED, 500)
    np.testing.assert_array_equal(few.fitted["drift_faces"], made.fitted["drift_faces"][:500])


def test_that_draws_are_kept_of_one_record_and_one_seed(record):
    *others, last = record.rows
    changed = Deployments([*others, replace(last, arrests=last.arrests + 1)])
    assert kept_draws(digest(record, FIRST_COMPARABLE_WEEK)) is not None
    assert kept_draws(digest(changed, FIRST_COMPARABLE_WEEK)) is None
    assert not rows_of(YIELDS_FILE, digest(changed, FIRST_COMPARABLE_WEEK))
    placed = PlacedDraws(record, FIRST_COMPARABLE_WEEK)
    other = placed.drawn(BASELINE_SEED + 1, 200).fitted["departure_faces"]
    assert (other != placed.drawn(BASELINE_SEED, 200).fitted["departure_faces"]).all()


def test_that_kept_draws_of_other_names_are_not_used(record, monkeypatch):
    monkeypatch.setattr(keeping_draws, "_PARTS", (*keeping_draws._PARTS[:2], ("belief", ("new",))))
    assert kept_draws(digest(record, FIRST_COMPARABLE_WEEK)) is None


def test_that_the_kept_yields_are_what_a_fit_gives_to_the_last_bit(record, fitted):
    placed, anew = (PlacedDraws(record, FIRST_COMPARABLE_WEEK) for _ in range(2))
    anew.__dict__ |= {"fit": fitted, "_yields_before": {}}
    kept_rows = rows_of(YIELDS_FILE, digest(record, FIRST_COMPARABLE_WEEK))
    names = [f"{each} {tile}" for each in YIELDS_KEPT for tile in shipped_profile().tiles]
    assert [*kept_rows] == names
    for each in YIELDS_KEPT:
        for tile in shipped_profile().tiles:
            given = (each, place(tile), BASELINE_SEED, COUNT)
            np.testing.assert_array_equal(placed.mean_yield(*given), anew.mean_yield(*given))
    assert not any(key[0] is placed for key in _places), "they are made and not read"


def test_that_yields_of_another_seed_or_of_later_draws_are_drawn(record, fitted):
    placed = PlacedDraws(record, FIRST_COMPARABLE_WEEK)
    placed.__dict__["fit"] = fitted
    there = place(next(iter(shipped_profile().tiles)))
    kept_ones = placed.mean_yield("faces", there, BASELINE_SEED, 200)
    for seed, first in ((BASELINE_SEED + 1, 0), (BASELINE_SEED, 200)):
        assert (placed.mean_yield("faces", there, seed, 200, first) != kept_ones).all()
    many = placed.mean_yield("faces", there, BASELINE_SEED, COUNT + 4)
    np.testing.assert_array_equal(many[:200], kept_ones)


def test_that_nothing_after_the_standpoint_moves_the_fit(record):
    day = FIRST_COMPARABLE_WEEK.replace(month=12, day=16)
    later = [
        replace(row, faces_scanned=1, true_alerts=0, arrests=0) if row.date >= day else row
        for row in record.rows
    ]
    first, second = (
        fit(rows, until=day, points=4, wanted=("alerts",)).outcomes["alerts"].posterior
        for rows in (record, Deployments(later))
    )
    np.testing.assert_array_equal(first.effects.others, second.effects.others)


def test_that_a_record_without_ordinary_deployments_is_refused(record):
    with pytest.raises(ValueError, match="no ordinary deployments"):
        fit(Deployments(row for row in record.rows if row.event))


def test_that_draws_depend_on_seed_and_name_alone(fitted):
    few, many = Drawn(fitted, 50, 1), Drawn(fitted, 90, 1)
    for key in FITTED:
        np.testing.assert_array_equal(few[key].level, many[key].level[:50])
        np.testing.assert_array_equal(few[key].sites["Brixton"], many[key].sites["Brixton"][:50])
    assert (Drawn(fitted, 50, 2)["faces"].level != few["faces"].level).all()
    alone = Drawn(replace(fitted, outcomes={"arrests": fitted.outcomes["arrests"]}), 50, 1)
    np.testing.assert_array_equal(alone["arrests"].level, few["arrests"].level)


def test_that_todays_figures_are_those_of_the_design(places):
    faces, alerts = (
        np.quantile(places.today(key), [0.05, 0.5, 0.95]) for key in ("faces", "alerts")
    )
    assert faces == pytest.approx([16_900, 18_800, 20_900], rel=0.02)
    assert alerts == pytest.approx([8.9, 9.9, 11.0], rel=0.02)


@pytest.mark.parametrize(
    ("outcome", "size", "site_sd", "borough_sd", "drift"),
    [("faces", 10, 0.45, 0.15, 0.04), ("alerts", 30, 0.35, 0.10, 0.03)],
)
def test_that_the_spreads_hold_those_of_the_design(
    fitted, outcome, size, site_sd, borough_sd, drift
):
    found = {estimate.key: estimate for estimate in estimates(fitted, 200)}
    name = {"faces": "faces", "alerts": "true_alerts"}[outcome]
    for key, value in (
        (f"{name}_size_at_a_place", size),
        (f"{name}_site_sd", site_sd),
        (f"{name}_borough_sd", borough_sd),
        (f"{name}_drift", drift),
    ):
        assert found[key].p05 <= value <= found[key].p95
        assert found[key].p05 < found[key].value < found[key].p95


def test_that_given_the_place_hours_weigh_as_the_design_says(fitted):
    for outcome, value in (("faces", 0.86), ("alerts", 0.65), ("arrests", 0.35)):
        mean, sd = fitted.outcomes[outcome].coefficient("hours")
        assert abs(mean - value) < sd


def test_that_arrests_scatter_between_deployments_as_in_the_record(record, places):
    """Made from alerts of the same draw; the record's own moment size is about 6."""
    rows = record.since(FIRST_COMPARABLE_WEEK).ordinary()
    mean, variance = rows.arrests.mean(), rows.arrests.var(ddof=1)
    seen = mean**2 / (variance - mean)
    generator = np.random.default_rng(1)
    share, correlation = places.share_and_correlation(places.recorded)
    draws = places.count
    rate = gamma(
        Luck(None, generator.standard_normal(draws)),
        places.today("alerts"),
        places.size("alerts", places.recorded),
    )
    # the same middle rate in every draw: how sure the record is of it is another matter
    rate *= np.median(places.today("alerts")) / places.today("alerts")
    alerts = np.asarray(generator.poisson(rate), dtype=float)
    luck = generator.random(draws)
    found = beta_binomial_of(
        luck,
        scipy.stats.norm.ppf(luck),
        alerts,
        np.full(draws, np.median(share)),
        1.0 / np.maximum(correlation, 1e-6) - 1.0,
    )
    made = found.mean() ** 2 / (found.var() - found.mean())
    assert made == pytest.approx(seen, rel=0.2)
    low, high = np.quantile(places.size("arrests", places.recorded), [0.05, 0.95])
    assert low < seen < high


def test_that_alerts_and_arrests_share_their_luck(fitted, places):
    assert 0.5 < fitted.together < 0.9
    alone = np.log(places.today("arrests")).std()
    # what they share falls out of the share of alerts that ends in an arrest
    assert np.log(places.arrest_share()).std() < alone


def test_that_luck_place_and_week_make_up_the_scatter_of_deployments(record, places):
    rows = record.since(FIRST_COMPARABLE_WEEK).ordinary()
    for found, counts in (
        (scatter(places, "faces"), rows.faces_scanned),
        (scatter(places, "alerts"), rows.true_alerts),
    ):
        total = (1 + found.luck.value) * (1 + found.place.value) * (1 + found.week.value) - 1
        assert total == pytest.approx(counts.var() / counts.mean() ** 2, rel=0.25)
        assert sum(found.shares) == pytest.approx(1.0, abs=0.03)
        assert found.shares[1] > found.shares[2]  # where the vans stand, more than when


def test_that_sites_are_listed_with_their_shrunken_yields(fitted, places):
    found = site_yields(places, "alerts")
    assert len(found) == len(fitted.ordinary.sites)
    assert sum(site.visits for site in found) == len(fitted.ordinary)
    assert found[0].site == "Brixton"
    seldom = [site.times for site in found if site.visits == 1]
    often = [site.times for site in found if site.visits > 6]
    widths = [np.mean([np.log(t.p95 / t.p05) for t in group]) for group in (seldom, often)]
    assert widths[0] > widths[1]


def test_that_priors_are_what_the_rows_before_the_record_say(record):
    """The medians are rounded from a vaguer fit to the earlier rows; each lies in its range."""
    early = record.until(FIRST_COMPARABLE_WEEK.replace(month=6, day=3))
    monday = record.rows[0].date
    monday = monday.fromordinal(monday.toordinal() - monday.weekday())
    assert weeks_since(early, monday).min() == 0
    vague = {key: Prior((8.0, 0.3, 0.15, 0.025)) for key in FITTED}
    found = fit(early, since=monday, priors=vague, wanted=("alerts",))
    spreads, weights = (
        found.outcomes["alerts"].posterior.spreads,
        found.outcomes["alerts"].posterior.weights,
    )
    for values, median in zip(spreads.rows, PRIORS["alerts"].medians, strict=True):
        order = np.argsort(values)
        ends = np.interp([0.05, 0.95], np.cumsum(weights[order]), values[order])
        assert ends[0] * 0.95 < median < ends[1] * 1.05


def test_that_levels_drift_for_a_year_and_then_ever_less(places):
    assert [fading(week) for week in (1, 52, 156, 260)] == [1.0, 1.0, 0.5, 0.25]
    of = places.drawn["faces"]
    path = of.path(3)
    np.testing.assert_allclose(
        path[0], of.level + of.departure + of.drift * of.luck.normals("step", 1)
    )
    wide = np.log(np.exp(path - of.level).std(axis=1))
    assert (np.diff(wide) > 0.0).all()
