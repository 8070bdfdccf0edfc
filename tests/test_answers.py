"""Every answer's sentence, read back and recomputed over random scenarios.

What a sentence says in figures is taken from its words and compared with the model run afresh: the
sentence and the number behind it cannot drift apart.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modeller.analysis.answers import (
    exchange_sentence,
    officers_lost_sentence,
    robustness_sentence,
    sobol_sentence,
    sought_sentence,
    spoken_tornado,
    steps_sentence,
    switching_sentence,
    tornado_sentence,
    what_changed_sentence,
)
from modeller.analysis.evaluation import evaluator
from modeller.analysis.exchange import Step, exchanges, rate
from modeller.analysis.knowing_words import knowing_sentence
from modeller.analysis.phrases import reached
from modeller.analysis.robustness import robustness
from modeller.analysis.seek import seek
from modeller.analysis.sensitivity import sobol_shares, tornado
from modeller.analysis.targets import Goal, Measure
from modeller.analysis.trade_off import FRONTIER_LEVERS, FRONTIER_MEASURES, grid
from modeller.analysis.value_of_knowing import value_of_knowing
from modeller.analysis.what_changed import Result, attribute
from modeller.analysis.what_must_be_true import officers_lost, switching_values
from modeller.base import language
from modeller.base.errors import ModellerError
from modeller.scenario import BeliefSetting, Scenario
from tests.met import MET

DECLARED = MET.catalogue
COUNTS = ("arrests", "true_alerts", "faces_scanned", "false_alerts")
OUTCOMES = st.sampled_from([*COUNTS, "cost", "cost_per_arrest", "share_of_plan_delivered"])
FEW: dict[str, Any] = {"weeks": 4, "draws": 100}
SOME = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
_SCALES = {"million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "k": 1e3}


@st.composite
def scenarios(draw) -> Scenario:
    """Any choices and circumstances, and now and then a belief of one's own."""
    levers = draw(st.lists(st.sampled_from(sorted(DECLARED.levers)), max_size=3, unique=True))
    changes: dict[str, Any] = {}
    for key in levers:
        lever = DECLARED.levers[key]
        share = draw(st.integers(0, 10)) / 10
        value = lever.minimum + round(share * (lever.maximum - lever.minimum) / lever.step) * (
            lever.step
        )
        changes[key] = min(float(f"{value:.9g}"), float(lever.maximum))
    if draw(st.booleans()):
        belief = DECLARED.beliefs[draw(st.sampled_from(sorted(DECLARED.beliefs)))]
        low, high = belief.evidence
        middle = min(max(float(f"{(low + high) / 2:.4g}"), belief.minimum), belief.maximum)
        changes[belief.key] = BeliefSetting(middle, draw(st.sampled_from([0.5, 1.0])))
    return Scenario(title="Any", changes=changes, seed=draw(st.integers(1, 50)), **FEW)


def plain(text: str) -> str:
    """The sentence with ordinary spaces and minus signs."""
    return text.replace("\u202f", " ").replace("\xa0", " ").replace("\u2212", "-")


def figures(text: str) -> list[float]:
    """Every number of a text, in its order, with scales and percentages as they stand."""
    found = []
    pattern = r"(?<![\w.])([+-]?)£?(\d[\d,]*(?:\.\d+)?) ?(million|billion|bn|m|k)?(?![a-z\d])"
    for sign, digits, scale in re.findall(pattern, plain(text).replace("–", " ")):
        value = float(digits.replace(",", "")) * _SCALES.get(scale, 1.0)
        found.append(-value if sign == "-" else value)
    return found


def first_figure(text: str) -> float:
    """The figure a text begins with, which is in words where “at most 1 alerts” is no English."""
    in_words = re.match("one or more|fewer than two", plain(text), re.IGNORECASE)
    return 1.0 if in_words else figures(text)[0]


def says(text: str, value: float, near: float = 0.06) -> bool:
    """Whether a text has a number that is the value, as far as a figure of two digits tells."""
    return any(
        abs(each - value) <= max(near * abs(value), 0.5 if abs(value) >= 10 else 0.06)
        for each in figures(text)
    )


def measured(scenario: Scenario, measure: Measure) -> float:
    """A measure, from the model run afresh."""
    return measure.of(evaluator([measure.outcome])(scenario).totals(measure.outcome))


def goals(scenario: Scenario, outcome: str, way: float, *, least: bool = True) -> Goal:
    """A target near what the scenario gives."""
    measure = Measure(outcome, "p20" if least else "p80")
    value = measured(scenario, measure)
    figure = float(f"{value * way:.3g}") if np.isfinite(value) else 1.0
    return Goal(measure, ">=" if least else "<=", figure)


@SOME
@given(scenarios(), OUTCOMES)
def test_that_the_belief_that_matters_most_is_read_back(scenario, outcome):
    measure = Measure(outcome)
    found = tornado(scenario, measure, interior=False)
    said = tornado_sentence(found, DECLARED)
    if not found.bars or found.bars[0].length == 0.0:
        assert said.startswith("No belief moves ")
        assert spoken_tornado(found, scenario, DECLARED) == ""
        return
    label = re.search(r"matters most is (.*?): from", said)
    assert label
    belief = next(b for b in DECLARED.beliefs.values() if b.label_within == label[1])
    low, high = (
        float(f"{float(belief.distribution.quantile(share)):.12g}") for share in (0.05, 0.95)
    )
    ends = [
        measured(
            scenario.with_setting(
                belief.key, BeliefSetting(min(max(end, belief.minimum), belief.maximum), 0.0)
            ),
            measure,
        )
        for end in (low, high)
    ]
    over, numbers = said.split(" it moves ", 1)
    for end in (low, high):
        end = min(max(end, belief.minimum), belief.maximum)
        assert any(
            each == pytest.approx(end * scale, rel=0.006)
            for each in figures(over)
            for scale in (1.0, 100.0)
        ), (said, end)
    if not all(np.isfinite(ends)):
        return
    factor = 100.0 if "%" in numbers else 1.0
    near = max(abs(ends[1] - ends[0]) * 0.12, 0.5 if outcome in COUNTS else 1e-9)
    shown = figures(numbers)[-3:]
    for each, value in zip(shown, (*ends, measured(scenario, measure)), strict=True):
        assert abs(each - value * factor) <= max(near * factor, 0.02 * abs(value * factor)), said
    aloud = spoken_tornado(found, scenario, DECLARED)
    assert belief.label_within in aloud
    spoken = re.search(
        r"expect about (.*?) in \d+ weeks; if it were .*, about (.*?)\.”", plain(aloud)
    )
    assert spoken, aloud
    for text, value in zip(spoken.groups(), ends, strict=True):
        each = figures(text)[0]
        assert abs(each - value * factor) <= max(near * factor, 0.02 * abs(value * factor)), aloud
    assert f"{scenario.weeks} weeks" in aloud


@SOME
@given(scenarios())
def test_that_shares_of_the_spread_are_read_back(scenario):
    try:
        found = sobol_shares(scenario, "arrests")
    except ModellerError:  # the same in every future: nothing to share out
        return
    said = plain(sobol_sentence(found, DECLARED))
    luck = next(share for share in found.shares if share.key == "luck")
    shares = [round(100 * min(max(each.total, 0.0), 1.0)) for each in (luck, found.shares[0])]
    assert set(shares) <= {int(each) for each in figures(said)}


@SOME
@given(scenarios(), st.sampled_from(COUNTS), st.sampled_from([0.6, 0.95, 1.1, 1.6]))
def test_that_where_a_lever_must_stand_is_read_back_and_run_again(scenario, outcome, way):
    goal = goals(scenario, outcome, way)
    found = seek(scenario, goal, ["deployments_per_week"])
    said = plain(sought_sentence(found, DECLARED))
    if "met at any value" in said:
        assert all(
            goal.met(measured(scenario.with_value("deployments_per_week", value), goal.measure))
            for value in (4.0, 7.0, 10.0)
        )
        return
    steps = r"(?: or (more|less) \(in steps of 0\.5 a week\))?"
    place = re.search(rf"deployments per week at ([\d.]+) a week{steps}: (.*)\.", said)
    assert place, said
    there = scenario.with_value("deployments_per_week", float(place[1]))
    value = measured(there, goal.measure)
    entry = DECLARED.outcomes[outcome]
    assert first_figure(place[3]) == pytest.approx(reached(goal, value, entry), rel=1e-9)
    assert goal.met(value) == ("not reachable" not in said)
    if place[2]:  # the next step no longer meets it
        step = DECLARED.levers["deployments_per_week"].step * (-1 if place[2] == "more" else 1)
        beyond = float(place[1]) + step
        assert not goal.met(
            measured(scenario.with_value("deployments_per_week", beyond), goal.measure)
        )


@SOME
@given(scenarios(), st.sampled_from(COUNTS), st.sampled_from([0.7, 0.97, 1.03, 1.4]), st.booleans())
def test_that_a_switch_is_read_back_and_run_again(scenario, outcome, way, least):
    goal = goals(scenario, outcome, way, least=least)
    keys = [k for k in DECLARED.outcomes[outcome].depends_on if k in DECLARED.beliefs]
    found = switching_values(scenario, goal, keys=keys)
    said = plain(switching_sentence(found, DECLARED))
    now = measured(scenario, goal.measure)
    assert (" is met." in said) == goal.met(now)
    value = reached(goal, now, DECLARED.outcomes[outcome])
    assert first_figure(said) == pytest.approx(value, rel=1e-9)
    nearest = found.nearest
    if nearest is None:
        assert "No single belief" in said
        return
    assert nearest.value is not None
    assert nearest.way is not None
    assert DECLARED.beliefs[nearest.key].label_within in said
    there = measured(scenario.with_value(nearest.key, nearest.value), goal.measure)
    assert goal.met(there)
    scale = 100.0 if DECLARED.beliefs[nearest.key].unit == "share" else 1.0
    assert any(each == pytest.approx(nearest.value * scale) for each in figures(said)), said
    inside = [v for v in found.values if v.within_evidence]
    assert ("No single" not in said) == bool(inside)
    if len(inside) > 1:
        assert f"Each of {len(inside)} " in said
    # on the side that is named it goes on, one step on the other it turns
    word = re.search(r"(more|less) than|or (more|less)", said)
    assert word, said
    more = "more" in word[0]
    belief = DECLARED.beliefs[nearest.key]
    step = belief.step / 10 * (1 if more else -1)
    undoing = goal.met(now)
    beyond = min(max(nearest.value + (step if undoing else 0.0), belief.minimum), belief.maximum)
    assert goal.met(measured(scenario.with_value(nearest.key, beyond), goal.measure)) != undoing
    assert all(each.way is not None and each.way >= nearest.way for each in inside)


@SOME
@given(scenarios())
def test_that_the_exchange_is_read_back_from_four_runs(scenario):
    cost, gain = FRONTIER_MEASURES
    surface = grid(scenario, *FRONTIER_LEVERS, (cost, gain), points=(3, 2), through_here=True)
    across, up = exchanges(surface, gain, cost)
    for found in (across, up):
        said = exchange_sentence(found, DECLARED)
        key = found.key
        ends = [
            [
                measured(scenario.with_value(key, float(end)), measure)
                for end in (found.steps[0].low, found.steps[-1].high)
            ]
            for measure in (gain, cost)
        ]
        more, dearer = (last - first for first, last in ends)
        whole = found.whole
        assert whole.gain == pytest.approx(more, abs=1e-9)
        assert whole.cost == pytest.approx(dearer, abs=1e-9)
        if not more and not dearer:
            assert "changes neither" in said
            continue
        brings = said.split(":", 1)[1]
        assert says(brings, abs(more))
        assert says(brings, abs(dearer))
        words = re.search(r"^ [\d,.]+ (more|fewer) arrests, [\d,.]+ (more|fewer) people", brings)
        if words and more and dearer:
            assert (words[1] == "more") == (more > 0), said
            assert (words[2] == "more") == (dearer > 0), said
        from_to = figures(said.split(":", 1)[0])
        assert from_to[0] < from_to[1], said
        exchanged = rate(Step(0.0, 1.0, more, dearer))
        assert ("for every" in said) == (exchanged is not None)
        if exchanged is not None:
            many, every = figures(said.split("that is", 1)[1])
            assert many / every == pytest.approx(dearer / more, rel=0.06)
    steps = steps_sentence(across, DECLARED)
    for step in (across.steps[0], across.steps[-1]):
        assert says(steps, abs(step.gain))


@SOME
@given(scenarios(), scenarios(), st.sampled_from(COUNTS))
def test_that_what_changed_is_read_back(first, second, outcome):
    second = second.replace(seed=first.seed)
    measure = Measure(outcome)
    found = attribute(Result(first), Result(second), measure)
    said = plain(what_changed_sentence(found, DECLARED))
    if "nothing moved" in said:
        assert measured(first, measure) == measured(second, measure)
        return
    values = [measured(scenario, measure) for scenario in (first, second)]
    step = abs(found.difference) * 0.1 + 0.5
    numbers = figures(said.split(":", 1)[1])
    for each, value in zip(numbers, values, strict=False):
        assert abs(each - value) <= max(step, 0.06 * value), said
    if found.parts and "most of it" in said:
        largest = max(found.parts, key=lambda part: abs(part.contribution))
        assert largest.label.lower() in said.lower()
        moved = values[1] - values[0]
        for each, value in ((numbers[2], moved), (numbers[-1], largest.contribution)):
            assert abs(each - value) <= max(step, 0.06 * abs(value)), said
            assert each * value >= 0.0 or abs(value) < 0.5, said


@settings(SOME, max_examples=3)
@given(scenarios(), st.sampled_from([0.8, 1.0, 1.2]))
def test_that_where_a_plan_fails_is_read_back(scenario, way):
    goal = goals(scenario, "arrests", way)
    found = robustness(scenario, goal, cases=256)
    said = plain(robustness_sentence(found, DECLARED))
    if found.failing in (0.0, 1.0):
        assert "in every case" in said
        return
    count = re.search(r"missed in (more than 99|fewer than 1|\d+) of 100", said)
    assert count
    share = {"more than 99": 1.0, "fewer than 1": 0.0}.get(count[1])
    assert found.failing == pytest.approx(
        int(count[1]) / 100 if share is None else share, abs=0.006
    )
    if found.boxes:
        box = found.boxes[0]
        told = re.search(r"\. (\w[\w ]*) of 100 of them lie there, and (.*?) of 100 cases", said)
        assert told, said
        for text, value in zip(told.groups(), (box.coverage, box.density), strict=True):
            if text.isdigit():
                assert abs(int(text) / 100 - value) <= 0.0051, said


@settings(SOME, max_examples=3)
@given(scenarios(), scenarios(), st.sampled_from(["arrests", "cost_per_arrest"]))
def test_that_what_is_worth_knowing_is_read_back(first, second, outcome):
    second = second.replace(seed=first.seed, title="Another")
    goal = goals(first, outcome, 1.0, least=outcome == "arrests")
    found = value_of_knowing([first, second], goal, points=3)
    said = plain(knowing_sentence(found, DECLARED))
    run = evaluator([outcome])
    chances = [1.0 - float(goal.failing(run(s).totals(outcome)).mean()) for s in found.scenarios]
    assert found.chances.tolist() == pytest.approx(chances)
    if "Worth knowing first" in said:
        rises = re.search(r"rises by ([\d.]+) of 100, from ([\d.]+) to ([\d.]+)", said)
        assert rises
        by, before, after = map(float, rises.groups())
        assert after - before == pytest.approx(by, abs=0.11)
        assert by == pytest.approx(100 * found.beliefs[0].gain, abs=0.06)
    else:
        assert str(round(100 * max(chances))) in said or "99" in said or "fewer than 1" in said


@SOME
@given(scenarios(), st.sampled_from([300.0, 1400.0]), st.sampled_from([0.0, 6.0, 10.0]))
def test_that_the_officers_lost_are_read_back(scenario, officers, deployments):
    plan = scenario.with_value("officer_losses", officers)
    plan = plan.with_value("deployments_per_week", deployments)
    found = officers_lost(plan)
    assert found is not None
    said = plain(officers_lost_sentence(found, plan))
    counted = re.search(
        r"Counted from four a week, the extra arrests make up for those of the officers lost in "
        r"(.*?) of 100 futures; counted from the recent rate, ([\d.]+) a week, in (.*?) of 100 \(",
        said,
    )
    assert counted, said
    assert counted[2] == "6.5"
    run = evaluator(["arrests", "arrests_forgone"])
    beliefs = {key: set_ for key, set_ in plan.changes.items() if key in DECLARED.beliefs}
    there = run(plan)
    for text, rate_a_week in ((counted[1], 4.0), (counted[3], 6.5)):
        changes = {**beliefs, "deployments_per_week": rate_a_week}
        unlost = run(plan.replace(changes=changes, places=None)).totals("arrests")
        extra = there.totals("arrests") - unlost
        share = float((extra >= there.totals("arrests_forgone")).mean())
        shown = {"more than 99": 0.995, "fewer than 1": 0.005}.get(text)
        assert abs((int(text) / 100 if shown is None else shown) - share) <= 0.0051, said
        if rate_a_week == 4.0:
            each = float(np.median(extra)) / found.officer_years
            fewer = re.search(r"fewer than ([\d.,]+) arrests a year", said)
            assert (fewer is None) == (each <= 0.0), said
            if fewer is not None:
                assert float(fewer[1].replace(",", "")) == pytest.approx(each, rel=0.06, abs=0.06)


# ---------------------------------------------------------------- a swapped template is found

PLAN = Scenario(
    title="Any", changes={"deployments_per_week": 10.0, "officer_losses": 1400.0}, seed=3, **FEW
)
LESS = PLAN.replace(changes={"deployments_per_week": 6.0, "watchlist_size": 12000.0})
SWAPS: list[tuple[str, str, Any, tuple[Any, ...]]] = [
    (
        (
            "What matters most is {belief}: from {least} to {most} it moves {measure} from {low} "
            "to {high}; as the scenario stands, it is {now}."
        ),
        (
            "What matters most is {belief}: from {least} to {most} it moves {measure} from {high} "
            "to {low}; as the scenario stands, it is {now}."
        ),
        test_that_the_belief_that_matters_most_is_read_back,
        (PLAN, "arrests"),
    ),
    (
        (
            "To say aloud: “Of all that is assumed about {title}, {belief} matters most for "
            "{outcome}. If it were {value}, expect about {figure} in {weeks} weeks; if it were "
            "{other}, about {second}.”"
        ),
        (
            "To say aloud: “Of all that is assumed about {title}, {belief} matters most for "
            "{outcome}. If it were {value}, expect about {second} in {weeks} weeks; if it were "
            "{other}, about {figure}.”"
        ),
        test_that_the_belief_that_matters_most_is_read_back,
        (PLAN, "arrests"),
    ),
    (
        "{wanted}: it takes {standing}: {reached}.",
        "{wanted}: not reachable, {standing}: {reached}.",
        test_that_where_a_lever_must_stand_is_read_back_and_run_again,
        (LESS, "arrests", 1.1),
    ),
    (
        "{value} or more",
        "{value} or less",
        test_that_where_a_lever_must_stand_is_read_back_and_run_again,
        (LESS, "arrests", 1.1),
    ),
    (
        "{reached}: the target of {figure} is missed.",
        "{reached}: the target of {figure} is met.",
        test_that_a_switch_is_read_back_and_run_again,
        (PLAN, "arrests", 1.03, True),
    ),
    (
        "{figure} more {noun}",
        "{figure} fewer {noun}",
        test_that_the_exchange_is_read_back_from_four_runs,
        (PLAN,),
    ),
    (
        "{measure}: from {first} to {second} ({difference}), most of it by {part} ({size}).",
        "{measure}: from {second} to {first} ({difference}), most of it by {part} ({size}).",
        test_that_what_changed_is_read_back,
        (LESS, PLAN, "arrests"),
    ),
    (
        (
            "{wanted}: missed in {count} of 100 cases, and no belief or circumstance sets them "
            "apart from the rest."
        ),
        (
            "{wanted}: missed in 1{count} of 100 cases, and no belief or circumstance sets them "
            "apart from the rest."
        ),
        test_that_where_a_plan_fails_is_read_back,
        (PLAN, 1.0),
    ),
    (
        (
            "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
            "{count} of 100 futures; counted from the recent rate, {rate} a week, in {recent} of "
            "100 ({grade})."
        ),
        (
            "Counted from {baseline}, the extra arrests make up for those of the officers lost in "
            "{recent} of 100 futures; counted from the recent rate, {rate} a week, in {count} of "
            "100 ({grade})."
        ),
        test_that_the_officers_lost_are_read_back,
        (PLAN.replace(weeks=52), 1400.0, 10.0),
    ),
]


@pytest.mark.parametrize(
    ("template", "swapped", "check", "of"), SWAPS, ids=[swap[0][:40] for swap in SWAPS]
)
def test_that_a_swapped_template_is_found(template, swapped, check, of):
    check.hypothesis.inner_test(*of)
    met = []

    def translator(context, text, n):
        if text != template:
            return language.source_text(context, text, n)
        met.append(text)
        return swapped

    language.install(translator)
    try:
        with pytest.raises((AssertionError, ValueError)):
            check.hypothesis.inner_test(*of)
    finally:
        language.install(None)
    assert met, "the template was not used"
