"""What is worth knowing first: the closed form, no gain without a choice to change, one table."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import stats

from modeller.analysis.knowing_words import choice_words, knowing_sentence, unified_sentence
from modeller.analysis.value_of_knowing import gain, slices, value_of_knowing
from modeller.base.errors import ModellerError
from modeller.briefing import analyse, brief
from modeller.scenario import BeliefSetting, Scenario
from scenarios.write import shipped_scenarios
from tests.briefings import ABOUT, few
from tests.command_line import QUICK, run
from tests.met import MET, parse_goal

KEY = "hours_elasticity_faces"  # believed to be normal, nearly nowhere cut
SMALL: dict[str, Any] = {"weeks": 4, "draws": 100}
QUICKLY: dict[str, Any] = {"points": 4}
PLAN = Scenario(title="Plan", changes={"deployments_per_week": 9}, **SMALL)
TODAY = Scenario(title="Today", **SMALL)


class Linear:
    """A total that is linear in one belief with normal noise: scenarios differ in both."""

    def __init__(self, terms, draws):
        self.drawn: Any = None
        self.terms = terms  # by deployments a week: intercept, slope, noise
        self.noise = stats.norm.ppf((np.random.default_rng(3).permutation(draws) + 0.5) / draws)

    def __call__(self, scenario):
        intercept, slope, noise = self.terms[scenario.value("deployments_per_week")]
        setting = scenario.setting(KEY)
        level = setting.central if setting.spread == 0.0 else self.drawn
        self.value = intercept + slope * level + noise * self.noise
        return self

    def totals(self, _outcome):
        return self.value


@pytest.mark.parametrize(
    "terms",
    [
        {4.0: (100.0, 0.0, 5.0), 9.0: (70.0, 45.0, 5.0)},
        {4.0: (99.0, 2.0, 4.0), 9.0: (80.0, 30.0, 12.0)},
        {4.0: (90.0, 0.0, 5.0), 9.0: (120.0, 10.0, 5.0)},
    ],
)
def test_that_it_agrees_with_the_closed_form_of_a_linear_gaussian_case(terms):
    draws, target = 4_000, 100.0
    today = TODAY.replace(draws=draws)
    plan = PLAN.replace(draws=draws)
    drawn = _drawn(today)
    linear = Linear(terms, draws)
    linear.drawn = drawn
    found = value_of_knowing(
        [today, plan], parse_goal(f"faces_scanned.p50 >= {target}"), points=80, evaluate=linear
    )
    known = next(each for each in found.beliefs if each.key == KEY)
    assert known.gain == pytest.approx(_closed(terms, drawn, target), abs=0.004)


def _drawn(scenario):
    from modeller.scenario.inputs import inputs_of

    return inputs_of(scenario, MET.catalogue).beliefs[KEY]


def _closed(terms, drawn, target):
    """EVPPI where the chance is a probit of the belief: bivariate normal integrals.

    With x normal, the chance of scenario d is Φ(a_d + b_d x); two such lines cross once, at x*,
    and the mean of the greater is the sum of two bivariate normal probabilities.
    """
    mean, spread = drawn.mean(), drawn.std()
    (a1, b1), (a2, b2) = (
        ((c + slope * mean - target) / noise, slope * spread / noise)
        for c, slope, noise in terms.values()
    )

    def whole(a, b):
        return stats.norm.cdf(a / math.hypot(1.0, b))

    def below(a, b, end):
        """Mean of Φ(a + b x) over x below `end`."""
        root = math.hypot(1.0, b)
        joint = stats.multivariate_normal([0, 0], [[1, -b / root], [-b / root, 1]])
        return joint.cdf([a / root, end])

    best = max(whole(a1, b1), whole(a2, b2))
    if b1 == b2:
        return 0.0
    crossing = (a1 - a2) / (b2 - b1)
    # below the crossing the flatter line is the greater one
    flat, steep = ((a1, b1), (a2, b2)) if b1 < b2 else ((a2, b2), (a1, b1))
    greater = below(*flat, crossing) + whole(*steep) - below(*steep, crossing)
    return greater - best


def test_that_knowing_gains_nothing_where_it_changes_no_choice_and_is_never_negative():
    better = np.array([[0.5, 0.9], [0.4, 0.8]])
    assert gain(better) == 0.0
    assert gain(np.array([[0.2, 0.8], [0.6, 0.6]])) == pytest.approx(0.1)
    rng = np.random.default_rng(1)
    assert all(gain(rng.random((3, 10))) >= -1e-15 for _ in range(100))
    found = value_of_knowing([PLAN, TODAY], parse_goal("arrests.p50 >= 70"), **QUICKLY)
    assert all(each.gain >= 0.0 for each in found.beliefs)
    assert found.everything >= max(each.gain for each in found.beliefs) - 0.05
    assert [each.gain for each in found.beliefs] == sorted(
        (each.gain for each in found.beliefs), reverse=True
    )


def test_that_a_belief_that_is_known_already_is_not_asked_about():
    key = "true_alerts_per_deployment"
    known = {key: BeliefSetting(9.0, 0.0)}
    plan = PLAN.replace(changes={**PLAN.changes, **known})
    found = value_of_knowing([plan, TODAY], parse_goal("arrests.p50 >= 70"), **QUICKLY)
    assert key not in {each.key for each in found.beliefs}
    assert found.unified
    assert plan.title in unified_sentence(found)
    assert found.scenarios[1].setting(key) == known[key]
    assert not value_of_knowing([PLAN, TODAY], parse_goal("arrests.p50 >= 70"), **QUICKLY).unified


def test_that_values_are_equally_likely():
    sample = np.arange(1000.0)
    assert slices(sample, 4).tolist() == pytest.approx([124.875, 374.625, 624.375, 874.125])


def test_that_one_scenario_or_other_luck_is_refused():
    goal = parse_goal("arrests.p50 >= 70")
    with pytest.raises(ModellerError, match="two or more"):
        value_of_knowing([PLAN], goal)
    with pytest.raises(ModellerError, match="share their luck"):
        value_of_knowing([PLAN, TODAY.replace(seed=9)], goal)


def test_that_the_sentence_says_the_gain_or_that_no_choice_changes():
    declared = MET.catalogue
    found = value_of_knowing([PLAN, TODAY], parse_goal("arrests.p50 >= 150"), **QUICKLY)
    said = knowing_sentence(found, declared)
    assert "no single belief changes the choice" in said
    assert f"{round(100 * found.chances.max())} of 100" in said
    first = found.beliefs[0]
    assert first.label.lower() in said.lower()
    assert choice_words(first, found.scenarios, declared) == "Plan, whatever it is"
    cheap = value_of_knowing([PLAN, TODAY], parse_goal("cost_per_arrest.p50 <= 5700"), **QUICKLY)
    best = cheap.beliefs[0]
    if best.gain >= 0.0005:
        assert f"by {100 * best.gain:.1f}".rstrip("0").rstrip(".") in knowing_sentence(
            cheap, declared
        )


def test_that_a_chance_that_nothing_moves_is_not_said_to_lie_between_two_equal_ones():
    found = value_of_knowing([PLAN, TODAY], parse_goal("arrests.p50 >= 1"), **QUICKLY)
    said = knowing_sentence(found, MET.catalogue)
    assert "keeps its chance" in said
    assert "between" not in said


def test_that_command_and_briefing_ask_with_the_forces_name(capsys):
    asked = ("value-of-knowing", "baseline", "met-plan-2025", "--target", "arrests.p20 >= 70")
    code, out, _ = run(capsys, *asked, *QUICK)
    assert code == 0
    assert f"What should {MET.names.force} publish first?" in out
    shipped = shipped_scenarios()
    plan, today = (
        shipped[name].replace(weeks=4, draws=100) for name in ("met-plan-2025", "baseline")
    )
    goal = parse_goal("arrests.p20 >= 70")
    found = analyse(plan, ["value-of-knowing"], goal=goal, others=[today])
    assert found.has("value-of-knowing")
    briefing = brief([few("baseline"), few("met-plan-2025")], ABOUT, analyses=found)
    section = next(each for each in briefing.sections if each.key == "value-of-knowing")
    assert f"What should {MET.names.force} publish first?" in str(section.blocks)
    assert not analyse(plan, ["value-of-knowing"], goal=goal).has("value-of-knowing")
