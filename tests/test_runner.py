"""The runner projects the newest desk only, drops what is stale, and compares like with like."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

import ui.desk.runner
from modeller.base.errors import ModellerError, Problem
from modeller.projection import Projection, project
from modeller.projection.live import Live
from tests.windows import small, small_desk
from ui.desk.runner import Runner
from ui.desk.session import Session


class Previews:
    """Makes live projections and remembers of what."""

    def __init__(self) -> None:
        self.live = Live()
        self.asked: list[Any] = []
        self.moving: list[bool] = []

    def __call__(self, scenario, moving):
        self.asked.append(scenario)
        self.moving.append(moving)
        return self.live.project(scenario, ("arrests",), ("total",))


@pytest.fixture
def session(qapp):
    return Session(small_desk())


@pytest.fixture
def previews(monkeypatch):
    monkeypatch.setattr("modeller.kernel.ready", lambda: False)
    return Previews()


@pytest.fixture
def runner(session, previews):
    made = Runner(session, previews, session)
    yield made
    made.stop()


def settle(qtbot, runner):
    qtbot.waitUntil(lambda: runner.is_settled, timeout=20_000)


def test_that_many_moves_in_one_turn_are_projected_once_and_the_newest_wins(
    runner, session, previews
):
    for value in (9.0, 8.0, 7.0, 6.0):
        session.set_value("deployments_per_week", value)
    QApplication.processEvents()
    assert [scenario.value("deployments_per_week") for scenario in previews.asked] == [6.0, 4.0]
    assert session.result.scenario == session.scenario


def test_that_a_scenario_that_did_not_move_is_not_projected_again(runner, session, previews):
    runner.start()
    QApplication.processEvents()
    previews.asked.clear()
    session.set_value("deployments_per_week", 9)
    QApplication.processEvents()
    assert previews.asked == [session.scenario]


def test_that_everything_becomes_exact_when_it_rests(runner, session, qtbot):
    runner.start()
    QApplication.processEvents()
    assert not any(isinstance(result, Projection) for result in session.results.values())
    settle(qtbot, runner)
    assert all(isinstance(result, Projection) for result in session.results.values())
    expected = project(session.scenario).results_digest
    assert session.result.results_digest == expected


def test_that_only_like_is_compared_with_like(runner, session, qtbot):
    settled: list[set[bool]] = []
    session.results_changed.connect(
        lambda: settled.append({isinstance(r, Projection) for r in session.results.values()})
    )
    runner.start()
    settle(qtbot, runner)
    session.set_value("deployments_per_week", 9)
    QApplication.processEvents()
    settle(qtbot, runner)
    assert all(len(kinds) == 1 for kinds in settled), settled


def test_that_nothing_exact_begins_while_a_handle_is_held(runner, session, qtbot, monkeypatch):
    begun: list[Any] = []
    monkeypatch.setattr(ui.desk.runner, "project", lambda scenario, **_rest: begun.append(scenario))
    session.begin_gesture()
    session.set_value("deployments_per_week", 9)
    qtbot.wait(2 * ui.desk.runner.REST_MILLISECONDS)
    assert begun == []


def test_that_a_run_that_was_overtaken_stops_and_leaves_no_result(
    runner, session, qtbot, monkeypatch
):
    begun, go_on = threading.Event(), threading.Event()
    stopped: list[bool] = []

    def slow(scenario, progress, **_rest):
        if scenario.value("deployments_per_week") == 10:
            begun.set()
            go_on.wait(10)
            try:
                progress(0.5)
            except Exception:
                stopped.append(True)
                raise
        return project(scenario)

    monkeypatch.setattr(ui.desk.runner, "project", slow)
    runner.start()
    qtbot.waitUntil(begun.is_set, timeout=10_000)
    session.set_value("deployments_per_week", 9)
    QApplication.processEvents()
    go_on.set()
    settle(qtbot, runner)
    assert stopped == [True]
    assert session.result.scenario == session.scenario


def test_that_an_exact_projection_is_not_computed_twice(runner, session, qtbot, monkeypatch):
    runner.start()
    settle(qtbot, runner)
    session.set_value("deployments_per_week", 9)
    QApplication.processEvents()
    settle(qtbot, runner)
    monkeypatch.setattr(ui.desk.runner, "project", lambda *_a, **_k: pytest.fail("computed again"))
    session.undo_stack.undo()
    QApplication.processEvents()
    assert runner.is_settled
    assert isinstance(session.result, Projection)


def test_that_what_cannot_be_projected_is_said_and_the_last_good_one_stays(
    session, qtbot, monkeypatch
):
    good = Previews()
    said: list[Any] = []
    session.failed.connect(said.append)

    def preview(scenario, moving):
        if scenario.value("deployments_per_week") == 9:
            raise ModellerError(Problem("deployments_per_week", "is odd", "take another"))
        return good(scenario, moving)

    runner = Runner(session, preview, session)
    runner.start()
    QApplication.processEvents()
    shown = session.result
    session.begin_gesture()
    session.set_value("deployments_per_week", 9)
    QApplication.processEvents()
    assert session.result is shown
    assert [error.problems[0].where for error in said] == ["deployments_per_week"]
    runner.stop()


def odd():
    return ModellerError(Problem("record", "is not here", "import it"))


def test_that_a_scenario_that_cannot_be_projected_holds_up_no_other(session, qtbot):
    good = Previews()

    def preview(scenario, moving):
        if scenario == session.desk.slot("A").scenario:
            raise odd()
        return good(scenario, moving)

    runner = Runner(session, preview, session)
    with qtbot.waitSignal(runner.settled, timeout=20_000):
        runner.start()
    assert runner.is_settled
    assert "A" not in session.results
    assert isinstance(session.results["B"], Projection)
    session.set_value("officer_losses", 700.0, "B")  # another look at all of them
    with qtbot.waitSignal(runner.settled, timeout=20_000):
        QApplication.processEvents()
    assert session.results["B"].scenario == session.desk.slot("B").scenario
    assert isinstance(session.results["B"], Projection)
    runner.stop()


@pytest.mark.parametrize("error", [odd(), MemoryError()])
def test_that_a_settled_projection_that_fails_is_said_and_the_next_one_is_made(
    runner, session, qtbot, monkeypatch, error
):
    said: list[Any] = []
    session.failed.connect(said.append)
    first = session.desk.slots[0].scenario

    def failing(scenario, **given):
        if scenario == first:
            raise error
        return project(scenario, **given)

    monkeypatch.setattr(ui.desk.runner, "project", failing)
    with (
        qtbot.captureExceptions() as raised,
        qtbot.waitSignal(runner.settled, timeout=20_000),
    ):
        runner.start()
    assert said + [each[1] for each in raised] == [error]
    assert runner.settled_of(session.desk.slots[1]) is not None
    assert not runner.is_settled  # live and settled are never compared, so all stay live
    assert not any(isinstance(result, Projection) for result in session.results.values())


def test_that_what_stays_on_the_desk_is_settled_once_however_much_else_changes(
    runner, session, qtbot, monkeypatch
):
    made: list[Any] = []

    def noting(scenario, **given):
        made.append(scenario)
        return project(scenario, **given)

    monkeypatch.setattr(ui.desk.runner, "project", noting)
    for losses in range(15):
        session.set_value("officer_losses", 100.0 * losses, "A")
        settle(qtbot, runner)
    assert made.count(session.desk.slot("B").scenario) == 1


def test_that_live_projections_let_go_of_draws_that_no_scenario_on_the_desk_has(runner, session):
    def change(letter, seed):
        scenario = session.desk.slot(letter).scenario.replace(seed=seed)
        session.replace_scenario(scenario, "another seed", letter)
        QApplication.processEvents()

    for seed in range(20, 25):
        change("A", seed)
        change("B", seed)
    assert {known.scenario.seed for known in runner._live.values()} == {24}
    change("A", 30)
    session.set_value("officer_losses", 700.0)
    QApplication.processEvents()
    assert {known.scenario.seed for known in runner._live.values()} == {24, 30}


def test_that_what_is_replayed_is_all_exact_or_all_live(runner, session, qtbot):
    runner.start()
    settle(qtbot, runner)
    scenarios = [slot.scenario for slot in session.desk.slots]
    assert all(isinstance(found, Projection) for found in runner.project(scenarios))
    other = small("plan-without-losses")
    mixed = runner.project([*scenarios, other])
    assert not any(isinstance(found, Projection) for found in mixed)


def test_that_a_better_engine_is_used_at_once(runner, session, previews):
    runner.start()
    QApplication.processEvents()
    previews.asked.clear()
    runner.forget_live(show=False)
    QApplication.processEvents()
    assert previews.asked == []
    runner.forget_live()
    QApplication.processEvents()
    assert len(previews.asked) == 2


def test_that_a_result_on_its_way_when_the_window_goes_is_let_go(session, previews, qtbot):
    runner = Runner(session, previews, session)
    runner.start()
    qtbot.waitUntil(lambda: runner._running is not None, timeout=10_000)
    runner.stop()
    shown = session.result
    qtbot.wait(50)
    assert session.result is shown
    assert not runner.is_settled


def test_that_a_drag_uses_the_first_draws_and_its_end_uses_all(runner, session, previews):
    session.begin_gesture()
    session.set_value("deployments_per_week", 7.0)
    QApplication.processEvents()
    assert previews.moving == [True, True]  # like is compared with like
    session.end_gesture()
    QApplication.processEvents()
    assert previews.moving == [True, True, False, False]


def test_that_a_hand_that_holds_still_is_shown_every_draw_until_it_moves_on(
    runner, session, previews, qtbot
):
    session.begin_gesture()
    session.set_value("deployments_per_week", 7.0)
    qtbot.waitUntil(lambda: previews.moving == [True, True, False, False], timeout=5_000)
    qtbot.wait(2 * ui.desk.runner.REST_MILLISECONDS)
    assert len(previews.moving) == 4  # once is enough
    session.set_value("deployments_per_week", 8.0)
    QApplication.processEvents()
    assert previews.moving[4:] == [True]  # the other scenario's are known
    session.end_gesture()
    settle(qtbot, runner)


def test_that_the_exact_projection_follows_when_the_handle_is_let_go(runner, session, qtbot):
    session.begin_gesture()
    session.set_value("deployments_per_week", 7.0)
    qtbot.wait(2 * ui.desk.runner.REST_MILLISECONDS)
    assert not runner.is_settled
    session.end_gesture()
    settle(qtbot, runner)
