"""Totals by borough: they add up draw by draw, and a mix of one borough gives that borough's."""

import numpy as np
import pytest

from modeller.base.errors import ModellerError, Problem
from modeller.calibration.places.shares import YIELDS, Place
from modeller.cli import main
from modeller.projection import project
from modeller.projection.by_place import SHARED_OUT, by_place
from modeller.projection.live import Live
from modeller.scenario import Scenario
from modeller.scenario.differences import differences
from modeller.scenario.places import PlaceMix, written_out
from modeller.scenario.share_code import read_scenario_code, share_code
from tests.met import MET, boroughs, check_mix, shipped_deployments, shipped_draws

CROYDON = PlaceMix((("borough: Croydon", 1.0),))


def scenario(places=None, **fields) -> Scenario:
    return Scenario(places=places, **{"weeks": 8, "draws": 600, "seed": 5} | fields)


def mix(text: str) -> PlaceMix | None:
    problems: list[Problem] = []
    found = check_mix("places", text, problems)
    assert not problems, problems
    return found


def faults(raw: object) -> list[str]:
    problems: list[Problem] = []
    assert check_mix("places", raw, problems) is None
    return [str(problem) for problem in problems]


def test_that_the_recorded_mix_changes_nothing_in_any_draw():
    written_out = scenario(mix("as recorded 40 %, rest as recorded"))
    assert written_out == scenario()
    recorded = {
        str(place): share for place, share in shipped_draws().places(5, 600).recorded.items()
    }
    by_hand = project(scenario(PlaceMix(tuple(sorted(recorded.items())))))
    plain = project(scenario())
    for outcome in plain.catalogue.outcomes:
        assert np.array_equal(plain.totals(outcome), by_hand.totals(outcome))


def test_that_a_mix_of_one_borough_gives_that_boroughs_yields():
    places = shipped_draws().places(5, 600)
    there, plain = project(scenario(CROYDON)), project(scenario())
    inputs = there.inputs
    for outcome in YIELDS[:2]:
        own = places.moments(outcome, Place("borough", "Croydon"))[0]
        expected = own / places.mean(outcome, places.recorded)
        np.testing.assert_allclose(inputs.fitted[f"place_{outcome}"], expected[:600])
    assert there.totals("arrests").mean() > plain.totals("arrests").mean()


@pytest.mark.parametrize("places", [None, CROYDON, mix("six-zones"), mix("evenly")])
def test_that_totals_by_borough_add_up_draw_by_draw(places):
    projection = project(scenario(places))
    found = by_place(projection)
    assert sum(row.share for row in found.held) == pytest.approx(1.0)
    assert {row.borough for row in found.places.values()} == set(boroughs())
    for outcome in ("deployments", *SHARED_OUT):
        together = sum(row.total(outcome) for row in found.places.values())
        np.testing.assert_allclose(together, projection.totals(outcome))
    assert np.all((found.faces_above >= 0.0) & (found.faces_above <= 1.0 + 1e-12))


def test_that_a_deployment_gives_what_it_gives_whether_any_is_held_there_or_not():
    one = by_place(project(scenario(CROYDON)))
    croydon, brent = (one.places[f"borough: {name}"] for name in ("Croydon", "Brent"))
    assert (croydon.share, brent.share) == (1.0, 0.0)
    each = croydon.total("arrests") / croydon.total("deployments")
    np.testing.assert_allclose(croydon.per_deployment("arrests"), each)
    assert not brent.total("arrests").any()
    assert brent.per_deployment("arrests").min() > 0.0
    cameras = one.places["fixed cameras: Croydon, North End"]
    assert (cameras.rows, cameras.borough, cameras.seldom) == (25, "Croydon", False)
    assert one.places["borough: City of London"].seldom


def test_that_a_site_of_the_years_before_the_fit_can_be_in_a_mix():
    fitted = {row.site for row in shipped_draws().fit.ordinary.rows}
    older = next(site.name for site in shipped_deployments().sites if site.name not in fitted)
    found = by_place(project(scenario(mix(f"site: {older} 100 %"), draws=100, weeks=4)))
    assert [row.share for row in found.held] == [1.0]


def test_that_nothing_held_anywhere_gives_no_yields():
    none = by_place(project(scenario(None, changes={"deployments_per_week": 0.0})))
    assert np.isnan(none.places["borough: Brent"].per_deployment("arrests")).all()
    assert not none.places["borough: Brent"].total("arrests").any()


def test_that_live_totals_by_place_add_up_too():
    live = Live().project(scenario(mix("six-zones"), draws=2_000), draws=300)
    found = by_place(live)
    together = sum(row.total("faces_scanned") for row in found.held)
    np.testing.assert_allclose(together, live.totals("faces_scanned"), rtol=1e-6)


def test_that_one_outcome_alone_is_divided_as_with_all_others():
    made = project(scenario(CROYDON, weeks=4, draws=300))
    whole, alone = by_place(made), by_place(made, ("arrests",))
    for key, row in alone.places.items():
        for outcome in ("deployments", "arrests"):
            assert np.array_equal(row.total(outcome), whole.places[key].total(outcome))


@pytest.mark.parametrize("count", [100, 1_024, 2_000])
def test_that_a_mix_of_the_first_draws_is_the_first_of_the_mix_of_all(count):
    fit = shipped_draws()
    shares = dict(written_out(mix("Croydon 30 %, Brixton 5 %, rest as recorded"), MET))
    whole = fit.drawn(5, 3_000, shares).place
    for name, values in fit.placed(5, count, shares).items():
        np.testing.assert_allclose(values, whole[name][:count], rtol=1e-9, err_msg=name)


def test_that_more_draws_than_are_drawn_at_once_add_up_and_keep_the_first():
    many, few = (project(scenario(CROYDON, weeks=4, draws=n)) for n in (17_000, 500))
    assert np.array_equal(many.totals("arrests")[:500], few.totals("arrests"))
    found = by_place(many)
    np.testing.assert_allclose(found.held[0].total("arrests"), many.totals("arrests"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Westminstr 20 %, rest as recorded", "did you mean Westminster?"),
        ("Westminster 20 %", "has shares that add up to 20 %"),
        ("Westminster 120 %, rest as recorded", "has shares that add up to 120 %"),
        ("Westminster -5 %, rest as recorded", "has a share of -5 %; a share is nought or more"),
        ("Westminster 5 %, Westminster 6 %, rest", "is given twice"),
        ("Westminster, rest", "without a share"),
        ({"Westminster": "much"}, "it must be a number"),
        ({"Westminster": float("nan")}, "it must be a finite number"),
        (7, "it must be a named mix"),
        (dict.fromkeys(map(str, range(200)), 0.005), "keep at most 100"),
    ],
)
def test_that_each_fault_of_a_mix_has_its_own_message(raw, said):
    assert any(said in fault for fault in faults(raw)), faults(raw)


def test_that_a_mix_is_spelt_in_a_line_and_read_back():
    text = "Westminster 20 %, fixed cameras 10 %, Kingston, Clarence Street 5 %, rest as recorded"
    found = mix(text)
    assert found is not None
    assert dict(found.parts) == pytest.approx(
        {
            "as-recorded": 0.65,
            "borough: Westminster": 0.2,
            "fixed cameras: Croydon, North End": 0.1,
            "site: Kingston, Clarence Street": 0.05,
        }
    )
    assert sum(share for _, share in found.parts) == pytest.approx(1.0)
    assert mix(str(mix("six-zones"))) == mix("plan-zones")


def test_that_a_mix_goes_through_files_and_codes_and_moves_the_fingerprint():
    with_places = scenario(mix("Westminster 20 %, rest as recorded"))
    read = read_scenario_code(share_code(with_places), MET)
    assert read.scenario.places == with_places.places
    assert read.scenario == with_places
    assert with_places.fingerprint != scenario().fingerprint
    assert [one.key for one in differences(scenario(), with_places)] == ["places"]


def test_that_the_command_shows_totals_by_borough(capsys):
    assert main(["project", "six-zones", "--by", "place", "--draws", "200", "--weeks", "4"]) == 0
    shown = capsys.readouterr().out
    assert "Kingston upon Thames" in shown
    assert "residents are not the people who walked past" in " ".join(shown.split())


def test_that_a_record_by_week_has_no_totals_by_place():
    from tests.met import calibrate, catalogue, shipped_record

    weekly = calibrate(shipped_record(), until=shipped_record().last_day)
    declared = catalogue().recalibrated(weekly.beliefs, weekly.constants, weekly.fit)
    plain, mixed = (project(scenario(where), catalogue=declared) for where in (None, CROYDON))
    assert np.array_equal(plain.totals("arrests"), mixed.totals("arrests"))
    with pytest.raises(ModellerError, match="is by week and says nothing of places"):
        by_place(plain)
