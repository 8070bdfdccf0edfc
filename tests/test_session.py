"""The session keeps one desk, its undo and its files, and tells nobody about what has moved on."""

from __future__ import annotations

import gc
import weakref
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QUndoCommand

from modeller.base.errors import ModellerError
from modeller.projection import project
from modeller.scenario import BeliefSetting, Schedule
from modeller.scenario.fields import MAXIMUM_TITLE
from modeller.scenario.file import load_scenario
from tests.met import MET
from tests.windows import small, small_desk
from ui.desk.session import LETTERS, MOST_SCENARIOS, UNDO_STEPS, File, Session, first_desk


@pytest.fixture
def session(qapp):
    return Session(small_desk())


def heard(signal) -> list[Any]:
    said: list[Any] = []
    signal.connect(said.append)
    return said


def test_that_a_drag_is_one_undo_step_whatever_it_passes_through(session):
    session.begin_gesture()
    for value in (9.5, 9.0, 8.0, 7.0):
        session.set_value("deployments_per_week", value)
    session.end_gesture()
    assert session.undo_stack.count() == 1
    assert session.scenario.value("deployments_per_week") == 7
    session.undo_stack.undo()
    assert session.scenario.value("deployments_per_week") == 10


def test_that_a_drag_back_to_where_it_began_leaves_no_step(session):
    session.begin_gesture()
    for value in (9.0, 10.0):
        session.set_value("deployments_per_week", value)
    session.end_gesture()
    assert not session.undo_stack.canUndo()


def test_that_a_drag_on_past_its_beginning_is_undone_to_there(session):
    session.begin_gesture()
    for value in (9.0, 10.0, 8.0):
        session.set_value("deployments_per_week", value)
    session.end_gesture()
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.scenario.value("deployments_per_week") == 10


def test_that_nothing_is_kept_of_the_ways_of_a_drag(session):
    def changes():
        gc.collect()
        # by its type: a weak proxy of something gone raises an error for anything else
        return sum(issubclass(type(one), QUndoCommand) for one in gc.get_objects())

    before = changes()
    session.begin_gesture()
    for step in range(50):
        session.set_value("officer_losses", float(step))
    session.end_gesture()
    assert changes() == before + 1


def test_that_a_session_that_nobody_holds_goes_with_its_steps(qapp):
    """Left to Python's look for garbage, a step may go before the stack that deletes it."""
    session = Session(small_desk())
    session.set_value("officer_losses", 5.0)
    known = weakref.ref(session)
    del session
    assert known() is None


def test_that_two_drags_of_one_lever_are_two_steps(session):
    for value in (9.0, 8.0):
        session.begin_gesture()
        session.set_value("deployments_per_week", value)
        session.end_gesture()
    assert session.undo_stack.count() == 2


def test_that_single_changes_are_never_merged(session):
    for value in (9.0, 8.0):
        session.set_value("deployments_per_week", value)
    assert session.undo_stack.count() == 2


def test_that_setting_what_is_set_is_no_step(session):
    said = heard(session.desk_changed)
    session.set_value("deployments_per_week", 10)
    assert session.undo_stack.count() == 0
    assert said == []


def test_that_a_step_says_what_it_undoes(session):
    session.set_value("deployments_per_week", 9)
    assert session.undo_stack.undoText() == "moving deployments per week"


def test_that_a_bad_value_is_refused_with_its_place_and_changes_nothing(session):
    said = heard(session.failed)
    before = session.desk
    session.set_value("deployments_per_week", 90)
    assert session.desk is before
    assert said[0].problems[0].where == "deployments_per_week"


def test_that_undo_brings_back_spread_and_schedule_too(session):
    session.set_setting("true_match_rate", BeliefSetting(0.8, 0.0))
    session.set_setting("deployments_per_week", [{"from_week": 1, "value": 4}])
    assert isinstance(session.scenario.setting("deployments_per_week"), Schedule | float)
    before = session.scenario
    session.reset(("true_match_rate", "deployments_per_week"), "resetting both")
    assert "true_match_rate" not in session.scenario.changes
    session.undo_stack.undo()
    assert session.scenario == before


def test_that_another_scenario_can_be_changed_without_selecting_it(session):
    session.set_value("deployments_per_week", 6, "B")
    assert session.desk.selected == "A"
    assert session.desk.slot("B").scenario.value("deployments_per_week") == 6


def test_that_a_fifth_scenario_is_refused(session):
    session.duplicate("A")
    session.duplicate("B")
    assert tuple(slot.letter for slot in session.desk.slots) == tuple(LETTERS)
    with pytest.raises(ModellerError, match="four scenarios"):
        session.duplicate("A")


def test_that_a_copy_starts_without_what_was_said_of_the_original(session):
    original = session.desk.slot("A").scenario.replace(author="A. Clerk", sources=("Said so",))
    session.replace_scenario(original, "signing")
    assert original.question
    assert original.notes
    session.duplicate("A")
    copy = session.scenario
    assert (copy.author, copy.question, copy.notes, copy.sources) == ("", "", "", ())
    assert copy.title.startswith(original.title)
    assert copy.inputs_digest == original.inputs_digest


def test_that_closing_the_baseline_makes_another_the_baseline_and_the_last_one_stays(session):
    session.close("B")
    assert (session.desk.selected, session.desk.baseline) == ("A", "A")
    session.close("A")
    assert len(session.desk.slots) == 1
    session.undo_stack.undo()
    assert (session.desk.selected, session.desk.baseline) == ("A", "B")


def test_that_a_letter_used_again_is_another_document(session):
    first = session.desk.slot("B").document
    session.close("B")
    session.add(small("baseline"))
    assert session.desk.slot("B").document != first


def test_that_a_saved_scenario_is_edited_only_while_it_differs_from_its_file(session, tmp_path):
    assert session.unsaved(session.desk.current)
    session.mark_saved(session.desk.current, tmp_path / "a.scenario.json")
    assert not session.unsaved(session.desk.current)
    session.set_value("deployments_per_week", 9)
    assert session.unsaved(session.desk.current)
    session.undo_stack.undo()
    assert not session.unsaved(session.desk.current)


def test_that_saving_is_nothing_to_undo(session, tmp_path):
    session.set_value("deployments_per_week", 9)
    session.mark_saved(session.desk.current, tmp_path / "a.scenario.json")
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert session.file(session.desk.current).path == tmp_path / "a.scenario.json"
    assert not session.unsaved(session.desk.current)


def test_that_results_of_what_has_moved_on_are_dropped(session):
    stale = project(session.scenario)
    session.set_value("deployments_per_week", 9)
    session.show({"A": stale})
    assert session.result is None
    fresh = project(session.scenario)
    session.show({"A": fresh})
    assert session.result is fresh


def test_that_the_newest_result_stays_while_another_is_on_its_way(session):
    first = project(session.scenario)
    session.show({"A": first})
    session.set_value("deployments_per_week", 9)
    assert session.result is first


def test_that_results_go_with_their_scenario(session):
    session.show({"B": project(session.desk.slot("B").scenario)})
    session.close("B")
    assert dict(session.results) == {}


def test_that_opening_another_desk_leaves_nothing_to_undo(session):
    session.set_value("deployments_per_week", 9)
    session.open(small_desk())
    assert not session.undo_stack.canUndo()
    assert session.scenario.value("deployments_per_week") == 10


def test_that_the_desk_before_the_last_change_is_known_for_the_replay(session):
    assert session.before_last_change() is None
    before = session.desk
    session.set_value("deployments_per_week", 9)
    assert session.before_last_change() == before
    session.undo_stack.undo()
    assert session.before_last_change() is None


def test_that_hiding_and_showing_is_undone_like_everything_else(session):
    session.set_visible("B", False)
    assert not session.desk.slot("B").visible
    session.undo_stack.undo()
    assert session.desk.slot("B") == replace(session.desk.slot("B"), visible=True)


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.set_visible("B", False),
        lambda session: session.close("B"),
        lambda session: session.choose("B"),
        lambda session: session.make_baseline("A"),
        lambda session: session.rename("B", "Another name"),
    ],
)
def test_that_what_needs_no_projection_is_drawn_at_once(session, change):
    drawn: list[bool] = []
    session.results_changed.connect(lambda: drawn.append(True))
    change(session)
    assert drawn == [True]
    session.undo_stack.undo()
    assert drawn == [True, True]


def test_that_the_oldest_steps_are_let_go(session):
    for losses in range(UNDO_STEPS + 5):
        session.set_value("officer_losses", float(losses + 1))
    assert session.undo_stack.count() == UNDO_STEPS
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.scenario.value("officer_losses") == 5.0


# ---------------------------------------------------------------- what is told and how it is named


def test_that_the_release_of_a_handle_is_told_once(session):
    said = heard(session.gesture_changed)
    session.end_gesture()
    assert said == []
    session.begin_gesture()
    assert session.dragging
    session.end_gesture()
    session.end_gesture()
    assert said == [True, False]
    assert not session.dragging


def test_that_every_drag_is_a_step_of_its_own_and_what_follows_one_too(session):
    for value in (9.0, 8.0):
        session.begin_gesture()
        session.set_value("deployments_per_week", value)
        session.end_gesture()
    session.set_value("deployments_per_week", 7)
    session.set_value("deployments_per_week", 6)
    assert session.undo_stack.count() == 4


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda s: s.set_in_all("officer_losses"), "setting officer losses in all scenarios"),
        (lambda s: s.choose("B"), "selecting Four a week (today)"),
        (lambda s: s.make_baseline("A"), "making Met plan 2025 the baseline"),
        (lambda s: s.set_visible("B", False), "hiding Four a week (today)"),
        (lambda s: s.rename("B", "Mine"), "renaming to Mine"),
        (lambda s: s.add(small("baseline")), "adding Four a week (today)"),
        (lambda s: s.duplicate("A"), "adding Met plan 2025 (copy)"),
        (lambda s: s.close("B"), "closing Four a week (today)"),
        (lambda s: s.reset(("officer_losses",), "resetting it"), "resetting it"),
    ],
)
def test_that_each_step_is_named(session, change, words):
    titles = {"Met plan 2025": "A", "Four a week (today)": "B"}
    for title, letter in titles.items():
        words = words.replace(title, session.desk.slot(letter).scenario.name)
    change(session)
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == words
    if "hiding" in words:
        session.set_visible("B", True)
        assert session.undo_stack.undoText() == words.replace("hiding", "showing")


def test_that_a_setting_is_given_to_all_scenarios_in_one_step(session):
    certain = BeliefSetting(0.7, 0.0)
    session.set_setting("true_match_rate", certain)
    session.set_in_all("true_match_rate")
    for letter in "AB":
        assert session.desk.slot(letter).scenario.setting("true_match_rate") == certain
    session.undo_stack.undo()
    assert "true_match_rate" not in session.desk.slot("B").scenario.changes
    session.set_value("officer_losses", 0, "A")  # as it is today: no change
    session.set_value("officer_losses", 300, "B")
    session.set_in_all("officer_losses")
    for letter in "AB":
        assert session.desk.slot(letter).scenario.value("officer_losses") == 0


def test_that_a_reset_takes_all_its_keys_back_and_no_others(session):
    for letter in "AB":
        session.set_value("true_match_rate", 0.5, letter)
        session.set_value("charge_share", 0.5, letter)
    session.reset(("true_match_rate", "charge_share"), "resetting two", "B")
    assert {"true_match_rate", "charge_share"} <= session.desk.slot("A").scenario.changes.keys()
    assert session.desk.slot("B").scenario.changes == {}


def test_that_one_more_scenario_is_the_selected_one_and_may_have_a_file(session, tmp_path):
    told = heard(session.desk_changed)
    file = File(tmp_path / "c.scenario.json", small("baseline"))
    session.add(small("baseline"), file)
    assert session.desk.selected == "C"
    assert [slot.letter for slot in session.desk.slots] == ["A", "B", "C"]
    assert session.file(session.desk.current) is file
    assert not session.unsaved(session.desk.current)
    assert told == [session.desk]


def test_that_the_letter_of_a_closed_scenario_is_given_out_first(session):
    session.add(small("baseline"))
    session.close("B")
    session.add(small("baseline"))
    assert [slot.letter for slot in session.desk.slots] == ["A", "C", "B"]


def test_that_a_copys_title_is_no_longer_than_a_title_may_be(session):
    session.rename("A", "x" * MAXIMUM_TITLE)
    session.duplicate("A")
    assert session.scenario.title == "x" * MAXIMUM_TITLE


def test_that_closing_another_leaves_selection_and_baseline(session):
    session.add(small("baseline"))
    session.choose("A")
    session.close("C")
    assert (session.desk.selected, session.desk.baseline) == ("A", "B")
    session.close("A")
    assert (session.desk.selected, session.desk.baseline) == ("B", "B")


def test_that_a_file_belongs_to_the_document_that_was_written_to_it_last(session, tmp_path):
    told: list[bool] = []
    session.files_changed.connect(lambda: told.append(True))
    path = tmp_path / "a.scenario.json"
    first, second = session.desk.slot("A"), session.desk.slot("B")
    session.mark_saved(first, path)
    session.mark_saved(second, path)
    assert session.file(first) is None
    assert session.file(second) == File(path, second.scenario)
    session.mark_saved(first, tmp_path / "b.scenario.json")
    assert session.file(second) == File(path, second.scenario)
    assert told == [True] * 3


def test_that_a_file_of_several_does_not_take_a_scenarios_own(session, tmp_path):
    told: list[bool] = []
    session.files_changed.connect(lambda: told.append(True))
    first, second = session.desk.slot("A"), session.desk.slot("B")
    session.mark_saved(first, tmp_path / "a.scenario.json")
    session.set_value("officer_losses", 5)
    session.mark_kept(session.desk.slot("A"))
    assert session.file(session.desk.slot("A")) == File(
        tmp_path / "a.scenario.json", first.scenario
    )
    session.mark_kept(second)
    assert session.file(second) == File(None, second.scenario)
    session.set_value("officer_losses", 5, "B")
    session.mark_kept(session.desk.slot("B"))
    assert not session.unsaved(session.desk.slot("B"))
    assert told == [True] * 3


def test_that_only_results_of_what_is_open_are_kept_and_told(session):
    told: list[bool] = []
    session.results_changed.connect(lambda: told.append(True))
    result = project(session.scenario)
    session.show({"C": result})
    session.show({})
    assert told == []
    assert dict(session.results) == {}
    session.show({"A": result, "C": result})
    assert told == [True]
    assert dict(session.results) == {"A": result}
    with pytest.raises(TypeError):
        session.results["A"] = result


def test_that_opening_takes_the_files_given_and_forgets_the_others(session, tmp_path):
    session.mark_saved(session.desk.current, tmp_path / "a.scenario.json")
    old, desk = session.desk.current, small_desk()
    file = File(tmp_path / "b.scenario.json", desk.current.scenario)
    told = heard(session.desk_changed)
    session.open(desk, {desk.current.document: file})
    assert session.file(desk.current) is file
    assert session.file(old) is None
    session.open(desk)
    assert session.file(desk.current) is None
    assert told == [desk]


def test_that_the_first_desk_is_a_forces_plan_beside_its_baseline(session):
    desk = first_desk(MET)
    assert [(slot.letter, slot.scenario) for slot in desk.slots] == [
        ("A", load_scenario(MET.about.plan_scenario, MET).scenario),
        ("B", load_scenario(MET.about.baseline_scenario, MET).scenario),
    ]
    assert (desk.selected, desk.baseline) == ("A", "B")
    assert desk.slots[0].document != desk.slots[1].document
    assert session.profile is MET


def test_that_a_command_of_another_kind_is_no_change_of_the_desk(session):
    session.set_value("deployments_per_week", 9)
    session.undo_stack.push(QUndoCommand("something else"))
    assert session.before_last_change() is None


def test_that_the_last_change_is_the_last_however_many_there_are(session):
    for losses in range(6):
        before = session.desk
        session.set_value("officer_losses", float(losses + 1))
        assert session.before_last_change() == before
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.before_last_change().scenario.value("officer_losses") == 3


def test_that_a_scenario_is_found_by_its_letter_wherever_it_stands(session):
    session.add(small("baseline"))
    session.close("B")
    session.add(small("baseline"))
    assert [session.desk.slot(letter).letter for letter in "ABC"] == ["A", "B", "C"]
    with pytest.raises(StopIteration):
        session.desk.slot("D")


def test_that_a_drag_after_hundreds_of_others_is_one_step_too(session):
    for _ in range(300):
        session.begin_gesture()
        session.end_gesture()
    session.begin_gesture()
    for value in (9.0, 8.0, 7.0):
        session.set_value("deployments_per_week", value)
    session.end_gesture()
    assert session.undo_stack.count() == 1


@pytest.mark.parametrize(
    ("chosen", "closed", "left"), [("C", "B", "C"), ("B", "C", "B"), ("A", "C", "A")]
)
def test_that_what_is_selected_and_compared_with_stays_when_another_goes(
    session, chosen, closed, left
):
    session.add(small("baseline"))
    session.choose(chosen)
    session.make_baseline(chosen)
    session.close(closed)
    assert (session.desk.selected, session.desk.baseline) == (left, left)


def test_that_files_of_other_names_stay_their_documents_own(session, tmp_path):
    session.add(small("baseline"))
    first, second, third = session.desk.slots
    session.mark_kept(third)
    session.mark_saved(second, tmp_path / "b.scenario.json")
    session.mark_saved(first, Path(str(tmp_path / "a.scenario.json")))
    assert session.file(second) == File(tmp_path / "b.scenario.json", second.scenario)
    assert session.file(third) == File(None, third.scenario)
    session.mark_saved(third, Path(str(tmp_path / "a.scenario.json")))
    assert session.file(first) is None


def test_that_results_are_told_apart_by_what_bears_on_the_numbers_and_nothing_else(session):
    result = project(session.scenario)
    session.rename("A", "Under another name")
    session.show({"A": result})
    assert session.result is result
    for value in (4.0, 5.0, 6.0, 7.0, 8.0, 9.0):
        other = Session(small_desk())
        other.set_value("deployments_per_week", value)
        other.show({"A": result})
        assert other.result is None


def test_that_a_desk_that_is_as_it_was_is_not_told_again(session):
    told = heard(session.desk_changed)
    drawn: list[bool] = []
    session.results_changed.connect(lambda: drawn.append(True))
    session.open(replace(session.desk))
    assert told == []
    assert drawn == []


def test_that_a_drag_back_to_where_it_began_leaves_nothing_to_do_again_either(session):
    session.set_value("officer_losses", 5)
    session.begin_gesture()
    for value in (9.0, 10.0):
        session.set_value("deployments_per_week", value)
    session.end_gesture()
    assert not session.undo_stack.canRedo()
    assert session.undo_stack.count() == 1


def test_that_a_lever_that_moves_draws_nothing_before_it_is_projected(session):
    drawn: list[bool] = []
    session.results_changed.connect(lambda: drawn.append(True))
    session.set_value("deployments_per_week", 9)
    assert drawn == []


def test_that_the_first_that_is_left_takes_the_place_of_what_goes(session):
    session.add(small("baseline"))
    session.make_baseline("C")
    session.close("C")
    assert (session.desk.selected, session.desk.baseline) == ("A", "A")


def test_that_desks_do_not_change_under_a_step_of_undo(session):
    slot, file = session.desk.current, File(None, session.scenario)
    for value, name in ((session.desk, "selected"), (slot, "letter"), (file, "path")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "B")


def test_that_a_shipped_scenario_is_read_once():
    assert first_desk(MET).slots[0].scenario is first_desk(MET).slots[0].scenario


def test_that_a_thousand_steps_and_four_scenarios_are_kept():
    assert UNDO_STEPS == 1000
    assert MOST_SCENARIOS == len(LETTERS) == 4
