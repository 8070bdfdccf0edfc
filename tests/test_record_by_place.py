"""The record by place: any period's counts add up, and small numbers are said to be small."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.projection.record_by_place import (
    Counted,
    against_vans,
    counted_by_site,
    counted_by_tile,
    fitted_period,
    fitted_yields,
    poisson_range,
    quarters,
    whole_record,
)
from modeller.wording.by_place import false_alerts_sentence, street_sentence
from tests.met import MET, shipped_deployments

CAMERAS = "fixed cameras: Croydon, North End"


def test_that_the_whole_record_is_on_the_map_and_the_quarters_add_up_to_it():
    whole = counted_by_tile(MET, whole_record(MET))
    assert sum(each.deployments for each in whole.values()) == 529
    assert set(whole) == set(MET.tiles)
    found = quarters(MET)
    assert (found[0].first, found[-1].quarter) == (date(2023, 4, 1), 2)
    for name in ("deployments", "events", "faces_scanned", "arrests", "false_alerts"):
        by_quarter = sum(
            getattr(each, name)
            for period in found
            for each in counted_by_tile(MET, period).values()
        )
        assert by_quarter == sum(getattr(each, name) for each in whole.values()), name


def test_that_sites_add_up_to_their_boroughs():
    period = fitted_period(MET)
    by_tile = counted_by_tile(MET, period, ordinary=True)
    by_site = counted_by_site(MET, period, ordinary=True)
    homes = {site.name: site.borough for site in shipped_deployments().sites}
    for key, counted in by_tile.items():
        if key.startswith("borough: "):
            here = [
                each
                for site, each in by_site.items()
                if site.startswith("site: ") and f"borough: {homes[site[6:]]}" == key
            ]
            assert sum(each.arrests for each in here) == counted.arrests
    assert by_site[CAMERAS] == by_tile[CAMERAS]


def test_that_the_fit_draws_few_deployments_towards_the_others():
    raw = counted_by_tile(MET, fitted_period(MET), ordinary=True)
    fitted = fitted_yields(MET, "arrests")
    middle = {key: float(np.median(values)) for key, values in fitted.items() if key in raw}
    everywhere = np.median(list(middle.values()))
    seldom = [key for key, each in raw.items() if 1 <= each.deployments < 5]
    assert seldom
    for key in seldom:
        away = abs(raw[key].per_deployment("arrests") - everywhere)
        assert abs(middle[key] - everywhere) < away + 1.5
    spread = np.std([raw[key].per_deployment("arrests") for key in seldom])
    assert np.std([middle[key] for key in seldom]) < spread


def test_that_fixed_cameras_are_compared_with_vans_on_the_same_street():
    (found,) = against_vans(MET)
    assert (found.area, found.fixed, found.vans) == ("Croydon", 25, 6)
    assert not found.differs
    said = street_sentence(found)
    assert "25 deployments of fixed cameras" in said
    assert "the gain" not in said  # no verdict: what is shown, and what is not
    assert "Every range includes 1" in said


@given(st.integers(0, 60))
def test_that_the_range_of_a_count_is_exact(count):
    low, high = poisson_range(count)
    assert low <= count <= high

    def at_most(number: int, mean: float) -> float:
        return sum(
            math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1)) for k in range(number + 1)
        )

    assert at_most(count, high) == pytest.approx(0.05, abs=1e-6)
    if count:
        assert 1.0 - at_most(count - 1, low) == pytest.approx(0.05, abs=1e-6)


def test_that_no_false_alert_is_not_said_to_be_a_rate_of_nought():
    none = false_alerts_sentence(Counted("x", 3, 0, 96_000, 10, 0, 2))
    assert none == "No false alert in 96,000 faces: that fits any rate up to 1 in 32,000."
    two = false_alerts_sentence(Counted("x", 30, 0, 500_000, 10, 2, 2))
    assert two.startswith("2 false alerts in 500,000 faces: that fits any rate from 1 in")
    assert false_alerts_sentence(Counted("x")) == "No deployment here is in the record."
