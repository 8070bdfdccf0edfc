"""The catalogue is complete, consistent and sourced."""

import tomllib

import numpy as np
import pytest

from modeller.model.catalogue import GRADES, declare
from modeller.model.sampling import DIMENSIONS
from tests.met import calibrate, catalogue, shipped_record, sources

CATALOGUE = catalogue()
SLIDERS = list(CATALOGUE.sliders.values())
ENTRIES = [*SLIDERS, *CATALOGUE.constants.values(), *CATALOGUE.outcomes.values()]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_that_every_entry_says_what_it_is_and_where_it_comes_from(entry):
    assert entry.label
    assert entry.unit
    assert len(entry.help) > 10
    assert entry.help.endswith(".")
    assert entry.grade in GRADES
    assert entry.sources
    assert set(entry.sources) <= set(sources())


@pytest.mark.parametrize("entry", SLIDERS, ids=lambda entry: entry.key)
def test_that_every_slider_has_a_range_around_its_baseline(entry):
    assert entry.minimum < entry.maximum
    assert entry.minimum <= entry.baseline <= entry.maximum
    assert 0 < entry.step <= entry.page_step < entry.maximum - entry.minimum


@pytest.mark.parametrize("belief", CATALOGUE.beliefs.values(), ids=lambda entry: entry.key)
def test_that_a_belief_has_a_spread_within_its_limits(belief):
    low, high = belief.evidence
    assert belief.limits[0] <= low < belief.baseline < high <= belief.limits[1]
    assert belief.spread_grade in GRADES


@pytest.mark.parametrize("constant", CATALOGUE.constants.values(), ids=lambda entry: entry.key)
def test_that_a_fixed_figure_lies_in_its_range(constant):
    low, high = constant.range
    assert low <= constant.value <= high


def test_that_every_belief_owns_a_dimension():
    dimensions = [belief.dimension for belief in CATALOGUE.beliefs.values()]
    assert len(set(dimensions)) == len(dimensions)
    assert max(dimensions) < DIMENSIONS


def test_that_the_six_levers_named_by_the_customer_are_always_in_sight_and_the_days():
    assert [entry.key for entry in SLIDERS if entry.always_visible] == [
        "deployments_per_week",
        "days_per_week",
        "officer_losses",
        "budget_shortfall",
        "true_match_rate",
        "false_alerts_per_million_faces",
        "arrests_per_true_alert",
    ]


def test_that_an_outcome_depends_only_on_what_is_declared():
    for outcome in CATALOGUE.outcomes.values():
        assert outcome.depends_on
        assert set(outcome.depends_on) <= set(CATALOGUE.sliders)


@pytest.mark.parametrize("left_out", ["unit", "minimum", "maximum", "grade", "sources", "help"])
def test_that_an_entry_is_refused_without(left_out):
    fields = {
        "label": '"X"', "unit": '"a week"', "minimum": "0", "maximum": "1", "baseline": "0",
        "step": "1", "page_step": "1", "help": '"It is."', "sources": '["a"]',
        "grade": '"judgement"',
    }  # fmt: skip
    lines = [f"{name} = {value}" for name, value in fields.items() if name != left_out]
    rest = "[circumstances]\n[beliefs]\n[constants]\n[outcomes]\n"
    text = '[model]\nversion = "1"\n[choices.x]\n' + "\n".join(lines) + "\n" + rest
    with pytest.raises(TypeError, match=left_out):
        declare(tomllib.loads(text))


def test_that_a_recalibrated_catalogue_has_the_new_numbers_and_leaves_the_old_one_alone():
    new = CATALOGUE.recalibrated(
        {"charge_share": {"family": "beta", "a": 3.0, "b": 3.0}}, {"highest_arrest_share": 0.9}
    )
    assert new.beliefs["charge_share"].baseline == pytest.approx(0.5)
    assert new.figures["highest_arrest_share"] == 0.9
    assert CATALOGUE.figures["highest_arrest_share"] != 0.9


def test_that_the_derived_figures_are_what_the_calibration_gives():
    calibration = calibrate(shipped_record())
    again = CATALOGUE.recalibrated(calibration.beliefs, calibration.constants)
    derived = [key for key in calibration.constants if key in CATALOGUE.constants]
    assert len(derived) >= 2
    for key in derived:
        assert CATALOGUE.figures[key] == pytest.approx(again.figures[key], rel=2e-3, abs=2e-5), key
    for key in calibration.beliefs:
        belief, fresh = CATALOGUE.beliefs[key], again.beliefs[key]
        assert belief.baseline == pytest.approx(fresh.baseline, rel=2e-3), key
        assert belief.evidence == pytest.approx(fresh.evidence, rel=2e-3, abs=1e-9), key


def test_that_what_is_said_of_the_busiest_weeks_is_true_of_the_record():
    deployments = shipped_record().by_week().deployments
    note = CATALOGUE.levers["deployments_per_week"].evidence_note
    assert f"busiest week has {deployments.max()} deployments" in note
    quarter = np.convolve(deployments, np.ones(13) / 13, "valid").max()
    assert f"busiest 13 weeks average {quarter:.1f} a week" in note
