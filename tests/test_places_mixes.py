"""A mix over places: the recorded one changes nothing, others move what they should."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.calibration.places import draws
from modeller.calibration.places.draws import outcome_draws
from modeller.calibration.places.mix_draws import factors_of
from modeller.calibration.places.mixes import FIXED_SD, Places
from modeller.calibration.places.shares import YIELDS, Place, place, recorded_mix
from modeller.evidence import Deployments
from tests.met import boroughs, declared_mixes, named_mix, places_fit, shipped_deployments

CAMERAS = Place("fixed cameras", "Croydon, North End")
NEVER = "City of London"


@pytest.fixture(scope="module")
def places():
    return Places(places_fit(shipped_deployments()), 4_000, 1)


def _named(places, key, **other):
    return named_mix(key, places.recorded, boroughs(), **other)


def _multiplier(places, outcome, mix):
    return places.mean(outcome, mix) / places.recorded_mean(outcome)


def test_that_the_recorded_mix_is_one_in_every_draw(places):
    backwards = dict(reversed(places.recorded.items()))
    found = factors_of(places, backwards, places.count)
    for outcome in ("faces", "alerts", "share"):
        assert (found[outcome] == 1.0).all()
    for name, values in factors_of(places, places.recorded, places.count).items():
        np.testing.assert_array_equal(found[name], values)


@pytest.mark.parametrize("begun", ["recorded", "by-residents", "evenly"])
def test_that_a_mix_near_another_is_what_it_is_by_itself(places, begun):
    """A share dragged from nought to all, then those of two places, then from another mix."""
    base = dict(places.recorded) if begun == "recorded" else _named(places, begun)
    dragged = Place("borough", "Havering")
    rest = {place: share for place, share in base.items() if place != dragged}
    total = sum(rest.values())
    for share, count in ((0.0, 4_000), (0.1, 4_000), (0.11, 500), (0.7, 4_000), (1.0, 4_000)):
        mix = {place: (1.0 - share) * each / total for place, each in rest.items()}
        mix[dragged] = share
        exact = factors_of(places, mix, count)
        for name, values in factors_of(places, mix, count, live=True).items():
            np.testing.assert_allclose(values, exact[name], rtol=1e-8, err_msg=f"{name} {share}")


def test_that_an_outcome_is_drawn_when_it_is_read_and_alike_in_any_order(places, monkeypatch):
    made = []

    def noted(fitted, luck, *, past):
        made.append(fitted.outcome)
        return outcome_draws(fitted, luck, past=past)

    monkeypatch.setattr(draws, "outcome_draws", noted)
    found = Places(places.fitted, 200, 1)
    found.moments("arrests", CAMERAS)
    assert made == ["arrests"]
    for outcome in reversed(YIELDS):
        np.testing.assert_array_equal(
            found.today(outcome), Places(places.fitted, 200, 1).today(outcome)
        )
    assert made.count("faces") == made.count("alerts") == 2
    forwards = Places(places.fitted, 200, 1)
    for outcome in YIELDS:
        np.testing.assert_array_equal(forwards.today(outcome), found.today(outcome))


def test_that_the_recorded_mix_counts_the_visits_of_the_fixed_cameras(places):
    rows = places.fitted.ordinary
    assert places.recorded[CAMERAS] * len(rows) == pytest.approx(rows.fixed_cameras.sum())
    assert sum(places.recorded.values()) == pytest.approx(1.0)
    vans = sum(row.borough == "Croydon" and not row.fixed_cameras for row in rows.rows)
    assert places.recorded[Place("borough", "Croydon")] * len(rows) == pytest.approx(vans)


def test_that_a_borough_is_its_sites_by_visits_and_one_visit_to_a_new_one(places):
    drawn = places.drawn["faces"]
    rows = [row for row in places.fitted.ordinary.rows if row.borough == "Southwark"]
    yields = [np.exp(drawn.site(row.site, row.borough)) for row in rows]
    new = np.exp(drawn.new_site("Southwark"))
    first, second = places.moments("faces", Place("borough", "Southwark"))
    np.testing.assert_allclose(first, (sum(yields) + new) / (len(rows) + 1))
    np.testing.assert_allclose(second, (sum(each**2 for each in yields) + new**2) / (len(rows) + 1))


def test_that_a_borough_never_visited_has_londons_mean_and_both_spreads(places):
    assert NEVER not in places.visited
    drawn = places.drawn["alerts"]
    there = np.log(places.moments("alerts", Place("borough", NEVER))[0])
    assert abs(there.mean()) < 0.03
    spread = np.sqrt((drawn.site_sd**2 + drawn.borough_sd**2).mean())
    assert there.std() == pytest.approx(spread, rel=0.05)


def test_that_fixed_cameras_have_their_streets_yield_and_a_factor_about_one(places):
    street = places.moments("alerts", Place("site", CAMERAS.name))[0]
    factor = np.log(places.moments("alerts", CAMERAS)[0] / street)
    assert factor.mean() == pytest.approx(0.0, abs=0.01)
    assert factor.std() == pytest.approx(FIXED_SD, rel=0.05)


@pytest.mark.parametrize(
    ("key", "faces", "alerts", "arrests", "above", "black"),
    [
        ("plan-boroughs", 0.88, 0.97, 0.92, 0.33, 0.140),
        ("by-residents", 0.90, 0.94, 0.91, 0.41, 0.133),
        ("evenly", 0.91, 0.93, 0.89, 0.36, 0.124),
        ("boroughs-at-or-below-londons-black-share", 1.11, 0.87, 0.84, 0.0, 0.087),
        ("fixed-cameras", 1.02, 1.12, 1.13, 0.67, 0.168),
        ("as-recorded", 1.0, 1.0, 1.0, 0.56, 0.147),
    ],
)
def test_that_mixes_have_the_multipliers_of_the_design(
    places, key, faces, alerts, arrests, above, black
):
    mix = _named(places, key)
    for outcome, value in zip(YIELDS, (faces, alerts, arrests), strict=True):
        assert np.median(_multiplier(places, outcome, mix)) == pytest.approx(value, abs=0.02)
    shares = {there: boroughs()[places.home(there)].black for there in mix}
    faces = {there: mix[there] * places.moments("faces", there)[0] for there in mix}
    beyond = sum(part for there, part in mix.items() if shares[there] > 0.135)
    assert beyond == pytest.approx(above, abs=0.006)
    by_faces = sum(shares[there] * faces[there] for there in mix) / sum(faces.values())
    assert np.median(by_faces) == pytest.approx(black, abs=0.001)


def test_that_the_plans_zones_stand_at_their_sites(places):
    mix = _named(places, "plan-zones")
    assert len(mix) == 6
    assert set(mix.values()) == {1.0 / 6.0}
    # Brixton gives far more than the rest of its borough
    assert np.median(_multiplier(places, "alerts", mix)) > np.median(
        _multiplier(places, "alerts", _named(places, "plan-boroughs"))
    )


def test_that_every_named_mix_adds_up_and_knows_its_places(places):
    for key in declared_mixes():
        mix = _named(places, key)
        assert min(mix.values()) >= 0.0
        assert sum(mix.values()) == pytest.approx(1.0)
        assert all(places.home(there) in boroughs() for there in mix)


def test_that_fixed_cameras_take_any_share(places):
    assert _named(places, "fixed-cameras", share=0.0).get(CAMERAS) == 0.0
    assert _named(places, "fixed-cameras", share=1.0)[CAMERAS] == 1.0
    as_recorded = _named(places, "fixed-cameras", share=places.recorded[CAMERAS])
    assert as_recorded == places.recorded
    with pytest.raises(ValueError, match="between 0 and 1"):
        _named(places, "fixed-cameras", share=1.5)


def test_that_a_wrong_mix_is_told():
    with pytest.raises(ValueError, match="there is no mix"):
        named_mix("nowhere", {}, boroughs())
    for text in ("", "Brent", "street: Oxford Street", "borough: ", "borough:Brent"):
        with pytest.raises(ValueError, match="is no place"):
            place(text)


def test_that_a_place_is_read_as_it_is_spelt(places):
    for there in [*places.recorded, Place("new site", "Barnet"), Place("site", "A: B")]:
        assert place(str(there)) == there


@given(share=st.floats(0.0, 1.0))
def test_that_noise_under_any_mix_is_more_than_at_one_place(places, share):
    mix = {Place("borough", "Croydon"): share, Place("borough", NEVER): 1.0 - share}
    for outcome in YIELDS:
        size = places.size(outcome, mix)
        assert (size > 0.0).all()
        assert (size <= places.drawn[outcome].size * (1.0 + 1e-9)).all()
    arrests, correlation = places.share_and_correlation(mix)
    assert ((arrests > 0.0) & (arrests < 1.0)).all()
    assert ((correlation >= 0.0) & (correlation <= 0.5)).all()


def test_that_a_site_in_no_record_needs_a_borough():
    record = shipped_deployments()
    places = Places(places_fit(record), 10, 1, other_homes={"Kew Gardens": NEVER})
    assert (places.moments("faces", Place("site", "Kew Gardens"))[0] > 0.0).all()
    with pytest.raises(KeyError):
        places.moments("faces", Place("site", "Atlantis"))


def test_that_the_recorded_mix_is_that_of_the_rows_it_is_given():
    rows = shipped_deployments().rows
    one = Deployments([replace(rows[-1], fixed_cameras=False)])
    assert recorded_mix(one) == {Place("borough", rows[-1].borough): 1.0}
