"""As many draws as a frame holds, chosen by what was measured, and never another under the hand."""

from __future__ import annotations

import pytest

from ui.desk.draw_budget import FIRST_GUESS, FRAME, LEAST, DrawBudget

WEEKS = 52


def measured(each: float, rest: float = 0.004, at_once: int = 1) -> DrawBudget:
    """After some frames of projections that took `each` seconds for 10,000 draws."""
    return frames(DrawBudget(), each, rest, at_once)


def frames(budget: DrawBudget, each: float, rest: float = 0.004, at_once: int = 1) -> DrawBudget:
    for _ in range(60):
        for _ in range(at_once):
            budget.projected(10_000, WEEKS, each)
        budget.painted(1e3 * (each * at_once + rest))
    return budget


def chosen(budget: DrawBudget, wanted: int = 10_000, weeks: int = WEEKS) -> int:
    budget.begin()
    return budget.draws(wanted, weeks)


def test_that_all_draws_are_taken_where_they_fit_beside_the_rest_of_a_frame():
    assert chosen(measured(0.008)) == 10_000
    assert chosen(measured(0.0119)) == 10_000
    assert chosen(measured(0.0121)) == 8192


@pytest.mark.parametrize(("each", "draws"), [(0.016, 4096), (0.03, 2048), (0.25, 512), (9.0, 512)])
def test_that_else_it_is_the_largest_power_of_two_that_fits(each, draws):
    budget = measured(each)
    assert chosen(budget) == draws
    assert draws == LEAST or draws / 10_000 * each + 0.004 <= FRAME < draws / 5_000 * each + 0.004


def test_that_more_weeks_and_more_scenarios_at_once_leave_room_for_fewer():
    assert chosen(measured(0.008), weeks=260) == 2048
    assert chosen(measured(0.008, at_once=4)) == 2048
    assert chosen(measured(0.002), 100_000) == 32_768


def test_that_the_number_stands_while_a_handle_is_held():
    budget = measured(0.008)
    assert chosen(budget) == 10_000
    frames(budget, 0.08)
    assert budget.draws(10_000, WEEKS) == 10_000
    assert chosen(budget) == 1024


def test_that_it_is_raised_only_when_there_is_room_to_spare():
    budget = measured(0.0135)
    assert chosen(budget) == 8192
    frames(budget, 0.0115)  # all would just fit
    assert chosen(budget) == 8192
    frames(budget, 0.009)
    assert chosen(budget) == 10_000


def test_that_there_is_a_guess_before_anything_was_measured_and_never_more_than_wanted():
    assert chosen(DrawBudget()) == FIRST_GUESS
    assert chosen(DrawBudget(), 300) == 300
    assert chosen(measured(9.0), 300) == 300


def test_that_a_frame_in_which_nothing_was_projected_says_nothing_of_the_rest():
    budget = measured(0.008)
    for _ in range(60):
        budget.painted(900.0)
    assert chosen(budget) == 10_000


def test_that_what_a_projection_costs_anyway_does_not_speak_against_more_draws():
    budget = DrawBudget()
    budget.calibrate(WEEKS, (500, 0.0025), (10_000, 0.012))  # 2 ms, and 1 ms for a thousand draws
    for _ in range(60):
        budget.projected(2048, WEEKS, 0.002 + 2048e-6)
        budget.painted(1e3 * (0.002 + 2048e-6 + 0.003))
    assert chosen(budget) == 10_000
    assert chosen(measured((0.002 + 2048e-6) * 10_000 / 2048, 0.003)) == 4096


def test_that_the_top_bar_says_how_many_futures_are_moved(open_window):
    story = open_window()
    said = story.window.top_bar.identity.activity
    story.session.begin_gesture()
    assert said.whole == "All 128 futures while you move"
    story.session.end_gesture()
    assert said.whole == ""
    frames(story.window.draw_budget, 9.0)
    story.session.replace_scenario(story.session.scenario.replace(draws=2000), "more")
    story.session.begin_gesture()
    assert said.whole == "512 of 2,000 futures while you move"
    story.session.end_gesture()
