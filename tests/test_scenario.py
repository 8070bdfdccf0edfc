"""A scenario: frozen, checked, equal when it means the same, and known by its fingerprint."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modeller.base.bounded_json import MAXIMUM_PROBLEMS
from modeller.base.errors import ModellerError, Problem
from modeller.model.catalogue import BASELINE_SEED, Belief, Lever
from modeller.profiles import load_profile
from modeller.scenario import (
    BeliefSetting,
    Scenario,
    Schedule,
    Step,
    Target,
    canonical_digest,
    differences,
    short_fingerprint,
)
from modeller.scenario.places import PlaceMix
from modeller.scenario.setting import check_setting, setting_text, unknown
from tests.met import MET, catalogue, shipped_record

OWN_RECORD = "ab" * 32
SIX_ZONES: Any = "six-zones"  # as a file has it
EVENLY: Any = "evenly"
RAMP = Schedule((Step(1, 4.0), Step(27, 10.0)))


# ---------------------------------------------------------------- what it is


def test_that_a_scenario_without_changes_stands_at_the_catalogues_baseline():
    scenario = Scenario()
    for key, slider in catalogue().sliders.items():
        assert scenario.value(key) == slider.baseline
    assert (scenario.weeks, scenario.draws, scenario.seed) == (52, 10_000, BASELINE_SEED)


def test_that_its_parts_are_given_by_name():
    with pytest.raises(TypeError):
        Scenario("A title")  # type: ignore[call-arg]
    assert Scenario(title="A title").name == "A title"


@pytest.mark.parametrize("field", ["title", "author", "notes", "question"])
def test_that_what_is_wrong_with_a_field_names_it(field):
    with pytest.raises(ModellerError) as caught:
        Scenario().replace(**{field: "x" * 20_000})
    assert [problem.where for problem in caught.value.problems] == [field]


def test_that_nothing_in_a_scenario_can_be_changed():
    scenario = Scenario(changes={"officer_losses": 100}, view={"charts": [{"outcome": "arrests"}]})
    with pytest.raises(dataclasses.FrozenInstanceError):
        scenario.weeks = 5  # type: ignore[misc]
    with pytest.raises(TypeError):
        scenario.changes["officer_losses"] = 200.0  # type: ignore[index]
    with pytest.raises(TypeError):
        scenario.view["charts"][0]["outcome"] = "cost"  # type: ignore[index]


def test_that_what_was_given_can_be_changed_afterwards_without_touching_the_scenario():
    changes, view = {"officer_losses": 100.0}, {"charts": [1]}
    scenario = Scenario(changes=changes, view=view)
    changes["officer_losses"] = 200.0
    view["charts"].append(2)
    assert scenario.value("officer_losses") == 100.0
    assert scenario.view["charts"] == (1,)


def test_that_scenarios_that_mean_the_same_are_equal_however_they_were_made():
    made = Scenario(
        changes={
            "true_match_rate": 0.5,
            "officer_losses": 1400,
            "phase_in_weeks": 0,
            "arrests_per_true_alert": catalogue().beliefs["arrests_per_true_alert"].baseline,
        }
    )
    moved = (
        Scenario()
        .with_setting("officer_losses", 1400.0)
        .with_setting("true_match_rate", BeliefSetting(0.5))
    )
    assert made == moved
    assert hash(made) == hash(moved)
    assert list(made.changes) == ["officer_losses", "true_match_rate"]
    assert made.fingerprint == moved.fingerprint


def test_that_a_setting_at_the_baseline_is_no_change():
    for key, slider in catalogue().sliders.items():
        if isinstance(slider, Lever) and slider.follows:  # set by hand it follows no more
            assert key in Scenario(changes={key: slider.baseline}).changes
            continue
        assert Scenario(changes={key: slider.baseline}) == Scenario()
        assert Scenario().with_value(key, slider.maximum).with_value(key, slider.baseline) == (
            Scenario()
        )


def test_that_another_spread_at_the_baseline_is_a_change():
    exactly = BeliefSetting(0.89, spread=0.0)
    assert Scenario(changes={"true_match_rate": exactly}).changes == {"true_match_rate": exactly}


def test_that_a_schedule_is_a_change_even_when_it_stands_at_the_baseline():
    # phase-in applies to a plain number only, so the two are not the same
    level = Schedule((Step(1, 4.0),))
    scenario = Scenario(changes={"deployments_per_week": level})
    assert scenario.changes == {"deployments_per_week": level}
    assert scenario.fingerprint != Scenario().fingerprint


def test_that_a_belief_set_beside_a_record_of_the_users_own_is_always_a_change():
    # such a record moves the baseline, and the shipped one's would not be there any more
    scenario = Scenario(record=OWN_RECORD)
    held = scenario.with_value("true_match_rate", 0.89)
    assert held.changes == {"true_match_rate": BeliefSetting(0.89)}
    assert held.fingerprint != scenario.fingerprint
    assert held.without("true_match_rate") == scenario
    assert held.replace(record=None) == Scenario()


def test_that_a_scenario_names_the_record_it_rests_on_the_users_or_the_profiles():
    assert Scenario().record_digest == shipped_record().digest
    assert Scenario(record=OWN_RECORD).record_digest == OWN_RECORD


def test_that_beliefs_decided_by_the_users_record_are_resolved_with_its_catalogue_only():
    scenario = Scenario(record=OWN_RECORD, changes={"true_match_rate": 0.5})
    resolved = scenario.resolved()
    assert resolved["arrests_per_true_alert"] is None
    assert resolved["true_match_rate"] == {"central": 0.5, "spread": 1}
    assert resolved["officer_losses"] == 0
    evidence: dict[str, float | str] = {"family": "logit-normal", "median": 0.4, "sd": 0.1}
    declared = catalogue().recalibrated({"arrests_per_true_alert": evidence}, {})
    assert scenario.resolved(declared)["arrests_per_true_alert"] == {"central": 0.4, "spread": 1}
    assert scenario.setting("arrests_per_true_alert", declared) == BeliefSetting(0.4)


def test_that_minus_zero_is_zero():
    minus = Scenario(changes={"watchlist_elasticity": BeliefSetting(-0.0, -0.0)})
    plus = Scenario(changes={"watchlist_elasticity": BeliefSetting(0.0, 0.0)})
    assert repr(minus.changes) == repr(plus.changes)
    assert minus.fingerprint == plus.fingerprint


def test_that_numbers_of_numpy_are_numbers():
    numbers: dict[str, Any] = {"officer_losses": np.int64(100), "true_match_rate": np.float64(0.5)}
    weeks: Any = np.int64(26)
    scenario = Scenario(weeks=weeks, changes=numbers)
    assert scenario == Scenario(weeks=26, changes={"officer_losses": 100, "true_match_rate": 0.5})
    assert type(scenario.weeks) is int


def test_that_a_scenario_survives_being_sent_to_another_process():
    scenario = Scenario(
        changes={"deployments_per_week": RAMP, "true_match_rate": 0.5},
        view={"charts": [{"outcome": "arrests"}]},
        targets=(Target("arrests", at_least=1000),),
    )
    fingerprint = scenario.fingerprint
    for twin in (pickle.loads(pickle.dumps(scenario)), copy.deepcopy(scenario)):
        assert twin == scenario
        assert twin.fingerprint == fingerprint
        with pytest.raises(TypeError):
            twin.changes["officer_losses"] = 1.0  # type: ignore[index]


# ---------------------------------------------------------------- reading it


def test_that_a_schedule_is_written_out_week_by_week():
    scenario = Scenario(weeks=30, changes={"deployments_per_week": RAMP})
    weekly = scenario.weekly("deployments_per_week")
    assert weekly.dtype == np.float64
    assert weekly.tolist() == [4.0] * 26 + [10.0] * 4
    assert scenario.value("deployments_per_week") == 10.0


def test_that_a_number_is_the_same_every_week_whatever_the_phase_in():
    scenario = Scenario(weeks=6, changes={"deployments_per_week": 9, "phase_in_weeks": 4})
    assert scenario.weekly("deployments_per_week").tolist() == [9.0] * 6


def test_that_steps_after_the_horizon_are_kept_and_not_reached():
    scenario = Scenario(weeks=10, changes={"deployments_per_week": RAMP})
    assert scenario.weekly("deployments_per_week").tolist() == [4.0] * 10
    assert scenario.replace(weeks=52).weekly("deployments_per_week")[-1] == 10.0


@pytest.mark.parametrize("key", ["true_match_rate", "deployments"])
def test_that_only_levers_have_weekly_values(key):
    with pytest.raises(KeyError):
        Scenario().weekly(key)


def test_that_every_lever_and_belief_is_resolved_to_plain_json():
    resolved = Scenario(
        changes={"deployments_per_week": RAMP, "true_match_rate": BeliefSetting(0.5, 2)}
    ).resolved()
    assert list(resolved) == list(catalogue().sliders)
    assert resolved["deployments_per_week"] == [
        {"from_week": 1, "value": 4},
        {"from_week": 27, "value": 10},
    ]
    assert resolved["true_match_rate"] == {"central": 0.5, "spread": 2}
    assert resolved["hours_per_deployment"] == 5.6
    assert repr(resolved["officer_losses"]) == "0"


def test_that_a_schedule_of_several_steps_is_written_out_over_any_number_of_weeks():
    steps = tuple(Step(week, value) for week, value in ((1, 4.0), (3, 9.0), (5, 6.0), (6, 7.0)))
    for weeks in (7, 8):
        scenario = Scenario(weeks=weeks, changes={"deployments_per_week": Schedule(steps)})
        written = [4.0, 4.0, 9.0, 9.0, 6.0, 7.0, 7.0, 7.0][:weeks]
        assert scenario.weekly("deployments_per_week").tolist() == written
        assert scenario.value("deployments_per_week") == 7.0
        assert scenario.replace(changes={}).weekly("deployments_per_week").tolist() == [4.0] * weeks


def test_that_shares_by_place_are_written_out_and_none_as_recorded():
    assert Scenario().mix is None
    mix = Scenario(places=SIX_ZONES).mix
    assert mix is not None
    assert sum(mix.values()) == pytest.approx(1.0)
    assert len(mix) == 6
    assert set(mix) <= set(MET.place_names)


# ---------------------------------------------------------------- other scenarios from it


def test_that_setting_what_is_set_gives_the_same_scenario():
    scenario = Scenario(changes={"officer_losses": 1400, "deployments_per_week": RAMP})
    assert scenario.with_value("officer_losses", 1400) is scenario
    assert scenario.with_setting("deployments_per_week", RAMP) is scenario
    assert scenario.with_value("watchlist_size", 16_000) is scenario
    assert scenario.without("watchlist_size") is scenario


def test_that_setting_the_mix_that_is_set_gives_the_same_scenario():
    plain, mixed = Scenario(), Scenario(places=SIX_ZONES)
    assert mixed.places is not None
    assert plain.with_places(None) is plain
    assert mixed.with_places(PlaceMix(mixed.places.parts)) is mixed
    for a, b in ((plain, mixed), (mixed, plain), (mixed, Scenario(places=EVENLY))):
        moved = a.with_places(b.places)
        assert moved == b
        assert moved.fingerprint == b.fingerprint
        assert a.fingerprint != moved.fingerprint


def test_that_what_is_put_back_leaves_all_else_as_it_was():
    changes: dict[str, Any] = {
        "deployments_per_week": RAMP,
        "officer_losses": 5,
        "watchlist_size": 12_000,
    }
    scenario = Scenario(changes=changes)
    for key in changes:
        left = scenario.without(key)
        assert set(left.changes) == changes.keys() - {key}
        assert {k: left.changes[k] for k in left.changes} == {
            k: scenario.changes[k] for k in left.changes
        }


def test_that_a_belief_moved_by_its_number_keeps_its_spread():
    scenario = Scenario(changes={"true_match_rate": BeliefSetting(0.8, spread=0.0)})
    moved = scenario.with_value("true_match_rate", 0.7)
    assert moved.setting("true_match_rate") == BeliefSetting(0.7, spread=0.0)


def test_that_a_new_scenario_does_not_keep_the_fingerprint_of_the_old():
    scenario = Scenario()
    before = scenario.fingerprint
    moved = scenario.with_value("officer_losses", 50)
    assert moved.fingerprint != before
    assert moved.without("officer_losses").fingerprint == before
    assert moved.replace(changes={}).fingerprint == before


def test_that_a_setting_out_of_range_is_refused_when_a_slider_moves():
    with pytest.raises(ModellerError) as caught:
        Scenario().with_value("deployments_per_week", 90)
    assert str(caught.value) == "deployments_per_week is 90; it must lie between 0 and 14 a week"


@pytest.mark.parametrize(
    "call",
    [
        lambda: Scenario().with_setting("officer_loses", 1.0),
        lambda: Scenario().with_value("officer_loses", 1.0),
        lambda: Scenario().without("officer_loses"),
        lambda: Scenario(changes={"officer_loses": 1.0}),
    ],
)
def test_that_an_unknown_key_is_refused_with_the_nearest_known_one(call):
    with pytest.raises(ModellerError) as caught:
        call()
    assert str(caught.value) == (
        "officer_loses is not a choice, circumstance or belief; did you mean officer_losses?"
    )


def test_that_a_replaced_field_is_checked():
    with pytest.raises(ModellerError, match=re.escape("weeks is 3; it must lie between 4 and 260")):
        Scenario().replace(weeks=3)


# ---------------------------------------------------------------- fingerprint


def test_that_the_fingerprint_ignores_what_does_not_bear_on_the_numbers():
    scenario = Scenario(changes={"officer_losses": 1400})
    described = scenario.replace(
        title="Another",
        question="Why?",
        author="Somebody",
        notes="Much\nto say",
        sources=("a source",),
        targets=(Target("arrests", at_least=1000),),
        view={"chart": "cost"},
    )
    assert described != scenario
    assert described.inputs_digest == scenario.inputs_digest


@pytest.mark.parametrize(
    "changed",
    [{"weeks": 53}, {"draws": 10_001}, {"seed": 1}, {"record": OWN_RECORD}],
    ids=lambda changed: next(iter(changed)),
)
def test_that_the_fingerprint_holds_what_bears_on_the_numbers(changed):
    assert Scenario(**changed).inputs_digest != Scenario().inputs_digest


@pytest.mark.parametrize("key", catalogue().sliders)
def test_that_the_fingerprint_holds_every_lever_and_belief(key):
    slider = catalogue().sliders[key]
    other = slider.maximum if slider.baseline != slider.maximum else slider.minimum
    seen = {Scenario().inputs_digest, Scenario().with_value(key, other).inputs_digest}
    if isinstance(slider, Belief):
        known = BeliefSetting(slider.baseline, spread=0.0)
        seen.add(Scenario().with_setting(key, known).inputs_digest)
    assert len(seen) == (3 if isinstance(slider, Belief) else 2)


def test_that_the_inputs_are_hashed_as_canonical_json_with_versions_and_record():
    scenario = Scenario(changes={"officer_losses": 1400})
    assert scenario.inputs_digest == canonical_digest(
        {
            "seed": BASELINE_SEED,
            "record": shipped_record().digest,
            # where a lever that follows stands is what it follows, and not an input of its own
            "resolved": {**scenario.resolved(), "days_per_week": None},
            "weeks": 52,
            "draws": 10_000,
            "streams": "streams-1",
            "model": catalogue().version,
        }
    )


def test_that_canonical_json_has_sorted_keys_no_spaces_and_shortest_numbers():
    # printf '{"a":[10,0.1,"é"],"b":1e-7}' | sha256sum
    assert canonical_digest({"b": 1e-7, "a": (10.0, 0.1, "é")}) == (
        "8a4e62e52da82215c1f9ef97d8300c9c4c4b39621cbfdaf89e8a1a0af7d6e51f"
    )


def test_that_a_fingerprint_is_twelve_characters_that_are_hard_to_misread():
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert re.fullmatch(f"[{alphabet}]{{4}}(-[{alphabet}]{{4}}){{2}}", Scenario().fingerprint)
    assert short_fingerprint("0" * 64) == "0000-0000-0000"
    assert short_fingerprint("f" * 64) == "ZZZZ-ZZZZ-ZZZZ"
    assert short_fingerprint("00443214c74254b" + "0" * 49) == "0123-4567-89AB"


# ---------------------------------------------------------------- differences


def test_that_every_and_only_changed_items_are_differences():
    a = Scenario(title="A", changes={"officer_losses": 1400, "deployments_per_week": RAMP})
    b = Scenario(
        title="B",
        weeks=104,
        seed=7,
        draws=1000,
        record=OWN_RECORD,
        changes={"officer_losses": 1400, "true_match_rate": BeliefSetting(0.5, 0.0)},
    )
    assert [(d.key, d.label, d.a, d.b) for d in differences(a, b)] == [
        ("deployments_per_week", "Deployments per week", RAMP, 4.0),
        ("true_match_rate", "True match rate", BeliefSetting(0.89), BeliefSetting(0.5, 0.0)),
        ("weeks", "Weeks projected", 52, 104),
        ("draws", "Draws", 10_000, 1000),
        ("seed", "Seed", BASELINE_SEED, 7),
        ("record", "Record", None, OWN_RECORD),
    ]
    assert differences(a, a.replace(title="Another")) == ()


def test_that_places_and_a_force_are_differences_too():
    avon = load_profile(Path(__file__).parent / "profiles" / "avon")
    mixed = Scenario(places=SIX_ZONES)
    assert mixed.places is not None
    (found,) = differences(Scenario(), mixed)
    assert (found.key, found.label) == ("places", "Places")
    assert (found.a, found.b) == (None, mixed.places)
    assert differences(mixed, Scenario(places=PlaceMix(mixed.places.parts))) == ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.key = "weeks"  # type: ignore[misc]
    # the invented force's own numbers are no changes: what is changed in neither is left out
    (found,) = differences(Scenario(), Scenario(profile=avon))
    assert (found.key, found.label, found.a, found.b) == ("profile", "Profile", "met", "avonmouth")
    (found,) = differences(Scenario(profile=avon), Scenario())
    assert (found.a, found.b) == ("avonmouth", "met")


def test_that_places_and_a_force_bear_on_the_numbers():
    avon = load_profile(Path(__file__).parent / "profiles" / "avon")
    seen = {
        each.inputs_digest
        for each in (Scenario(), Scenario(places=SIX_ZONES), Scenario(profile=avon))
    }
    assert len(seen) == 3
    assert not Scenario(places=SIX_ZONES).is_baseline
    assert Scenario().is_baseline
    assert not Scenario(changes={"officer_losses": 5}).is_baseline


def test_that_what_follows_a_schedule_follows_it_step_by_step():
    scenario = Scenario(changes={"deployments_per_week": RAMP})
    assert scenario.setting("days_per_week") == Schedule((Step(1, 2.0), Step(27, 5.0)))
    assert Scenario(changes={"deployments_per_week": 1}).setting("days_per_week") == 1.0
    assert Scenario(changes={"days_per_week": 3}).setting("days_per_week") == 3.0


def test_that_a_setting_is_said_in_a_message():
    assert setting_text(10.0) == "10"
    assert setting_text(RAMP) == "4 from week 1, then 10 from week 27"
    assert setting_text(BeliefSetting(0.5, 2.0)) == "0.5 with spread 2"


def test_that_an_unknown_name_is_told_what_is_near_or_what_there_is():
    def told(name, known, problems=()):
        found = list(problems)
        unknown("here", name, known, "is not known", found)
        assert (found[-1].where, found[-1].what) == ("here", "is not known")
        return found[-1].remedy

    few, many = ["apple", "pear"], [f"name {number}" for number in range(100)]
    assert told("aple", few) == "did you mean apple?"
    assert told("zzz", few) == "the names are apple, pear"
    assert told("zzz", many) == "“modeller list” shows all names"
    long = "apple" * 12
    assert told(long, [long + "x"]) == f"did you mean {long}x?"
    assert told(long + "y", [long + "x"]) == f"the names are {long}x"
    crowd = [Problem("there", "is wrong", "mend it")] * MAXIMUM_PROBLEMS
    assert told("aple", few, crowd[:-1]) == "did you mean apple?"
    assert told("aple", few, crowd) == "the names are apple, pear"


def test_that_an_object_is_no_setting_of_a_choice_or_a_circumstance():
    def told(key):
        found: list[Problem] = []
        assert check_setting(catalogue().sliders[key], "here", {"central": 1}, found) is None
        (only,) = found
        return str(only)

    begins = "here is an object; a {} is a number, or a schedule such as ["
    assert told("watchlist_size").startswith(begins.format("choice"))
    assert told("officer_losses").startswith(begins.format("circumstance"))


def test_that_everything_changed_has_the_mix_of_places_where_it_is_not_as_recorded():
    plain = Scenario(changes={"deployments_per_week": 10})
    assert plain.everything_changed == plain.changes
    mixed = plain.replace(places=SIX_ZONES)
    assert dict(mixed.everything_changed) == {**plain.changes, "places": mixed.places}


def test_that_a_scenario_shows_itself_in_one_line():
    plan = Scenario(title="Plan", changes={"deployments_per_week": 10}, weeks=26, draws=2_000)
    assert repr(plan) == (
        f'<Scenario "Plan" {plan.fingerprint}: 1 change, 26 weeks, 2,000 draws, '
        f"seed {BASELINE_SEED}>"
    )
    assert ": 0 changes, " in repr(Scenario())
    assert ": 2 changes, " in repr(plan.with_value("officer_losses", 700))
