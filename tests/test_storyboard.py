"""The storyboard says what its projection says, and leaves out what it has nothing to say of."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modeller.evidence import last_full_year
from modeller.profiles import Profile
from modeller.projection import MEDIAN, project
from modeller.projection.by_place import by_place, deployments_above
from modeller.scenario import Scenario
from modeller.scenario.places import PlaceMix
from modeller.wording.break_even import break_even_style
from modeller.wording.numbers import of_100, percent
from modeller.wording.outcomes import in_column, middle_words, range_figures
from modeller.wording.story import STEPS, Course, Ranges
from modeller.wording.storyboard import make_step, storyboard, view_step
from scenarios.write import shipped_scenarios
from tests.met import MET, shipped_record
from tests.test_profiles import AVON

PAST = last_full_year(shipped_record())


def projected(changes=None, **others):
    return project(Scenario(changes=changes or {}, weeks=6, draws=200).replace(**others))


def step_of(board, key):
    step = board.step(key)
    assert step is not None
    return step


def scales_of(step):
    assert isinstance(step.picture, Ranges)
    return step.picture.scales


def plan():
    return project(shipped_scenarios()["met-plan-2025"].replace(weeks=26, draws=500))


def test_that_the_plan_has_every_step_in_order_and_each_is_whole():
    board = storyboard(plan(), PAST)
    assert [step.key for step in board.steps] == list(STEPS)
    for step in board.steps:
        assert step.sentence.endswith(".")
        assert len(step.sentence) <= 140  # two lines of a large screen
        assert step.figure.text
        assert step.notes
        assert step.figure.text in step.spoken


def test_that_its_figures_are_those_of_the_projection():
    projection = plan()
    board = storyboard(projection, PAST)
    first, lost, where, true, unknown = board.steps
    assert board.answer == first.notes[0]
    assert first.figure.text == middle_words(projection, "arrests")
    assert range_figures(projection, "arrests") in first.figure.lines[0]
    assert middle_words(projection, "arrests") in first.sentence
    assert PAST is not None
    assert f"{PAST.year}: {PAST.counts['arrests']:,}" in first.figure.lines
    found = projection.break_even
    assert found is not None
    assert lost.figure.text == in_column(found.makes_up)
    assert f"{of_100(found.makes_up)} of 100" in lost.sentence
    assert "1,400" in lost.sentence
    middle = break_even_style(found.per_officer_year).figure(found.per_officer_year[MEDIAN])
    assert true.figure.text == middle
    assert middle in true.sentence
    assert where.figure.text == percent(by_place(projection).deployments_above)
    judged = projection.catalogue.depends_on_judgement("arrests")
    assert unknown.figure.text.startswith(f"{len(judged)} of ")


def test_that_the_rows_hold_the_figures_that_they_say():
    projection = plan()
    for step in storyboard(projection).steps[1:]:
        for scale in scales_of(step):
            for row in scale.rows:
                low, high = row.ends or (row.middle or 0.0, row.middle or 0.0)
                quarter, more = row.inner or (low, high)
                assert low <= quarter <= more <= high
                if row.middle is not None:
                    assert low <= row.middle <= high
                assert re.search(r"\d", row.words)
    assert projection.break_even is not None
    extra = scales_of(step_of(storyboard(projection), "lost"))[0].rows[0]
    assert extra.middle == projection.break_even.extra_arrests[MEDIAN]


def test_that_steps_without_anything_to_say_are_left_out():
    assert [step.key for step in storyboard(projected()).steps] == [
        "plan",
        "where",
        "true",
        "unknown",
    ]
    stopped = projected({"deployments_per_week": 0})
    assert [step.key for step in storyboard(stopped).steps] == ["plan"]
    money = storyboard(projected({"budget_shortfall": 260.0}))
    assert step_of(money, "lost").figure.text.endswith("%")
    nowhere = Profile(AVON.files)
    vars(nowhere)["mixes"] = {}  # as of a force that says nothing of its places
    avon = project(Scenario(weeks=5, draws=100, profile=nowhere))
    assert storyboard(avon).step("where") is None


def test_that_every_step_alone_is_as_it_is_in_the_storyboard():
    projection = plan()
    board = storyboard(projection, PAST)
    for key in STEPS:
        assert make_step(key, projection, PAST) == board.step(key)


def test_that_the_plan_cannot_be_left_out():
    board = storyboard(plan())
    assert [step.key for step in board.without(STEPS).steps] == ["plan"]
    assert [step.key for step in board.without({"where"}).steps] == [
        "plan",
        "lost",
        "true",
        "unknown",
    ]


@pytest.mark.parametrize("name", [*MET.mixes, None])
def test_that_deployments_above_are_those_of_the_totals_by_place(name):
    mix = None if name in (None, "as-recorded") else PlaceMix(((name, 1.0),))
    found = by_place(projected(places=mix, draws=100, weeks=4))
    assert deployments_above(MET, mix) == pytest.approx(found.deployments_above)


def test_that_a_view_says_what_its_outcome_does():
    projection = plan()
    step = view_step("view-1", "Ours", projection, None, Course("false_alerts", "total"), PAST)
    assert step.name == "Ours"
    assert step.figure.text == middle_words(projection, "false_alerts")
    assert step.figure.what.endswith("in 26 weeks")


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_that_any_scenario_has_a_storyboard(data):
    declared = MET.catalogue
    keys = data.draw(st.lists(st.sampled_from(sorted(declared.sliders)), max_size=4, unique=True))
    changes: dict[str, Any] = {}
    for key in keys:
        slider = declared.sliders[key]
        value = data.draw(st.floats(slider.minimum, slider.maximum))
        changes[key] = value if key in declared.levers else {"central": value, "spread": 1.0}
    projection = project(Scenario(changes=changes, weeks=4, draws=100))
    board = storyboard(projection, PAST)
    assert board.steps[0].key == "plan"
    for step in board.steps:
        assert "{" not in step.spoken
        assert "nan" not in step.spoken
        if isinstance(step.picture, Ranges):
            assert all(value == value for scale in step.picture.scales for value in scale.values)
