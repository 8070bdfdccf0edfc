"""Files dropped together: all of them are opened, or which is asked."""

from __future__ import annotations

import pytest

from modeller.scenario.file import write_scenario
from tests.windows import small
from ui.files.files import MOST_TOGETHER
from ui.files.which_dialog import Chosen, WhichDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def written(folder, count):
    """Files of a committee, each with another number of deployments."""
    paths = []
    for number in range(count):
        path = folder / f"member-{number}.scenario.json"
        scenario = small("baseline").replace(
            title=f"Member {number}", changes={"deployments_per_week": 4 + number / 2}
        )
        write_scenario(path, scenario)
        paths.append(path)
    return paths


def titles(story):
    return [slot.scenario.title for slot in story.session.desk.slots]


def test_that_two_files_for_which_there_is_room_are_opened_unasked(open_window, tmp_path):
    story = open_window()
    assert story.window.files.open_paths(written(tmp_path, 2))
    assert titles(story)[2:] == ["Member 0", "Member 1"]
    assert not story.answers.asked


def test_that_six_files_ask_which_and_those_chosen_stand_beside(open_window, tmp_path):
    story = open_window()
    paths = written(tmp_path, 6)
    story.answers.about_which = Chosen((1, 4), beside=True)
    assert story.window.files.open_paths(paths)
    assert story.answers.asked == [[f"Member {number}" for number in range(6)]]
    assert titles(story)[2:] == ["Member 1", "Member 4"]
    files = [story.session.file(slot) for slot in story.session.desk.slots[2:]]
    assert [file.path for file in files] == [paths[1], paths[4]]


def test_that_four_of_six_can_take_the_place_of_the_desk(open_window, tmp_path):
    story = open_window()
    before = titles(story)
    story.answers.about_which = Chosen((0, 1, 2, 5), beside=False)
    assert story.window.files.open_paths(written(tmp_path, 6))
    assert titles(story) == ["Member 0", "Member 1", "Member 2", "Member 5"]
    story.session.undo_stack.undo()
    assert titles(story) == before


def test_that_nothing_happens_when_nobody_chooses(open_window, tmp_path):
    story = open_window()
    before = titles(story)
    story.answers.about_which = None
    assert not story.window.files.open_paths(written(tmp_path, 6))
    assert titles(story) == before


def test_that_a_file_that_cannot_be_read_is_named_and_the_others_are_offered(
    open_window, tmp_path, qtbot
):
    story = open_window()
    paths = written(tmp_path, 5)
    paths[2].write_text("no scenario")
    with qtbot.waitSignal(story.session.failed) as failed:
        assert not story.window.files.open_paths(paths)
    assert paths[2].name in str(failed.args[0])
    assert story.answers.asked == [[f"Member {number}" for number in (0, 1, 3, 4)]]


def test_that_far_too_many_are_refused_before_any_is_read(open_window, tmp_path, qtbot):
    story = open_window()
    with qtbot.waitSignal(story.session.failed) as failed:
        assert not story.window.files.open_paths([tmp_path / "x"] * (MOST_TOGETHER + 1))
    assert f"at most {MOST_TOGETHER}" in str(failed.args[0])


def test_that_a_long_list_stays_on_the_screen(qtbot):
    dialog = WhichDialog([f"Scenario {n}" for n in range(MOST_TOGETHER)], "What was dropped", 2)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert len(dialog.boxes) == MOST_TOGETHER
