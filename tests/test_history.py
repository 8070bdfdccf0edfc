"""History keeps what was, thins with age, and is never in the way of the work."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from tests.met import MET
from ui.desk.history import ALWAYS_KEPT, MOST_VERSIONS, THINNING, History
from ui.desk.session import Session, first_desk
from ui.window.history_panel import HistoryKeeper, HistoryPanel, when_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
DAY = 86_400.0


class Clock:
    def __init__(self):
        self.now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def said():
    heard: list[ModellerError] = []
    return heard


@pytest.fixture
def history(tmp_path, clock, said):
    kept = History(MET, tmp_path / "history.sqlite", clock=clock, failed=said.append)
    yield kept
    kept.close()


def scenario(value: float, title: str = "Plan") -> Scenario:
    return Scenario(title=title, changes={"deployments_per_week": value})


def test_that_versions_come_back_the_newest_first_in_another_run(tmp_path, clock):
    place = tmp_path / "history.sqlite"
    first = History(MET, place, clock=clock)
    for value in (5, 6, 7):
        clock.now += 10
        first.record("plan", scenario(value))
    first.record("other", scenario(9))
    first.close()
    again = History(MET, place, clock=clock)
    assert [v.scenario for v in again.versions("plan")] == [scenario(v) for v in (7, 6, 5)]
    assert again.versions("plan")[0].saved_at == clock.now
    again.close()


def test_that_the_same_again_is_no_version(history):
    first = history.record("plan", scenario(5))
    assert history.record("plan", scenario(5)) == first
    history.record("plan", scenario(6))
    history.record("plan", scenario(5))
    assert len(history.versions("plan")) == 3


def test_that_a_note_goes_to_the_version_that_is_there(history):
    first = history.record("plan", scenario(5))
    assert history.record("plan", scenario(5), "as sent") == first
    assert [v.note for v in history.versions("plan")] == ["as sent"]


def test_that_versions_thin_with_age_and_noted_ones_stay(history, clock):
    history._connection.execute("PRAGMA synchronous = OFF")  # nobody cuts the power here
    noted = history.record("plan", scenario(4.5))
    history.set_note(noted, "as sent to the  committee\n")
    for hour in range(24 * 30):
        clock.now += 3_600
        history.record("plan", scenario(4 + hour % 12 * 0.5, f"at hour {hour}"))
    history.thin()
    ages = [(clock.now - v.saved_at) / DAY for v in history.versions("plan", 10_000) if not v.note]
    assert sum(age <= 1 for age in ages) == 25
    assert sum(1 < age <= 7 for age in ages) == 144
    assert 22 <= sum(age > 7 for age in ages) <= 24
    clock.now += 3_000 * DAY
    history.thin()
    notes = [v.note for v in history.versions("plan")]
    assert notes == [*[""] * ALWAYS_KEPT, "as sent to the committee"]


@settings(max_examples=30)
@given(ages=st.lists(st.floats(0, 1000 * DAY), max_size=40))
def test_that_thinning_twice_is_thinning_once(tmp_path_factory, ages):
    clock = Clock()
    end = clock.now
    history = History(MET, tmp_path_factory.mktemp("h") / "h.sqlite", clock=clock)
    history._connection.execute("PRAGMA synchronous = OFF")  # nobody cuts the power here
    for number, age in enumerate(sorted(ages, reverse=True)):
        clock.now = end - age
        history.record("plan", scenario(5, f"version {number}"))
    clock.now = end
    history.thin()
    once = history.versions("plan", 1000)
    history.thin()
    assert history.versions("plan", 1000) == once
    youngest = [age for age in ages if age <= THINNING[0][0]]
    assert len([v for v in once if end - v.saved_at <= THINNING[0][0]]) == len(youngest)
    history.close()


def test_that_the_history_is_bounded(history, clock, monkeypatch):
    monkeypatch.setattr("ui.desk.history.MOST_VERSIONS", 20)
    for number in range(50):
        clock.now += 1
        history.record(f"document {number}", scenario(5))
    history.thin()
    total = sum(len(history.versions(f"document {n}")) for n in range(50))
    assert total == 20
    assert history.versions("document 49")
    assert MOST_VERSIONS == 2_000


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 300, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_that_a_damaged_history_is_set_aside_and_named(tmp_path, clock, said, content):
    place = tmp_path / "history.sqlite"
    place.write_bytes(content)
    history = History(MET, place, clock=clock, failed=said.append)
    history.record("plan", scenario(5))
    assert len(history.versions("plan")) == 1
    history.close()
    (aside,) = tmp_path.glob("history.damaged-*.sqlite")
    assert aside.read_bytes() == content
    assert aside.name in str(said[0])
    assert len(said) == 1


def test_that_damage_in_the_midst_of_a_history_is_found_at_the_start(tmp_path, clock, said):
    place = tmp_path / "history.sqlite"
    history = History(MET, place, clock=clock)
    for value in range(40):
        clock.now += DAY
        history.record("plan", scenario(5).replace(notes=f"{value}" * 1_500))
    history.close()
    content = bytearray(place.read_bytes())
    middle = len(content) // 2 // 4_096 * 4_096
    content[middle : middle + 4_096] = b"\xff" * 4_096
    place.write_bytes(content)
    history = History(MET, place, clock=clock, failed=said.append)
    assert history.versions("plan") == ()
    history.close()
    assert "damaged" in str(said[0])
    assert list(tmp_path.glob("history.damaged-*.sqlite"))


def test_that_a_version_larger_than_any_is_not_read(tmp_path, clock, said):
    place = tmp_path / "history.sqlite"
    history = History(MET, place, clock=clock)
    history.record("plan", scenario(5))
    history.close()
    with sqlite3.connect(place) as foreign:
        foreign.execute("DELETE FROM versions")
        foreign.execute(
            "INSERT INTO versions (document, saved_at, scenario) VALUES ('plan', 1.0, ?)",
            ("x" * 5_000_000,),
        )
    foreign.close()
    history = History(MET, place, clock=clock, failed=said.append)
    assert history.versions("plan") == ()
    history.close()
    assert said


def test_that_another_programs_database_is_set_aside(tmp_path, clock, said):
    place = tmp_path / "history.sqlite"
    with sqlite3.connect(place) as foreign:
        foreign.execute("CREATE TABLE versions (colour TEXT)")
    foreign.close()
    history = History(MET, place, clock=clock, failed=said.append)
    history.record("plan", scenario(5))
    assert len(history.versions("plan")) == 1
    history.close()
    assert len(said) == 1


def test_that_a_newer_history_is_left_alone(tmp_path, clock, said):
    place = tmp_path / "history.sqlite"
    with sqlite3.connect(place) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("CREATE TABLE things (a)")
    newer.close()
    before = place.read_bytes()
    history = History(MET, place, clock=clock, failed=said.append)
    history.record("plan", scenario(5))
    assert len(history.versions("plan")) == 1  # in memory
    history.close()
    assert place.read_bytes() == before
    assert "newer" in str(said[0])


def test_that_a_folder_that_is_a_file_is_no_reason_to_stop(tmp_path, clock, said):
    (tmp_path / "state").write_text("in the way")
    history = History(MET, tmp_path / "state" / "history.sqlite", clock=clock, failed=said.append)
    history.record("plan", scenario(5))
    assert len(history.versions("plan")) == 1
    history.close()
    assert isinstance(said[0], ModellerError)


def test_that_a_history_held_by_another_window_is_said_once(history, tmp_path, said, monkeypatch):
    history._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert history.record("plan", scenario(5)) is None
    assert history.versions("plan") == ()
    assert len(said) == 1
    other.execute("ROLLBACK")
    other.close()
    assert history.record("plan", scenario(5)) is not None


def test_that_a_row_that_cannot_be_read_is_passed_over(history):
    history.record("plan", scenario(5))
    with history._connection as database:
        database.execute(
            "INSERT INTO versions (document, saved_at, scenario) VALUES ('plan', 'when', x'00ff')"
        )
        database.execute(
            "INSERT INTO versions (document, saved_at, scenario) VALUES ('plan', 1e400, '{}')"
        )
        database.execute(
            "INSERT INTO versions (document, saved_at, scenario)"
            " VALUES ('plan', 2.0, CAST(x'ff' AS TEXT))"
        )
    assert [v.scenario for v in history.versions("plan") if v.scenario == scenario(5)]


def test_that_versions_follow_the_first_saving(qtbot, history, tmp_path):
    session = Session(first_desk(MET))
    keeper = HistoryKeeper(session, history, rest=0)
    session.set_value("deployments_per_week", 9)
    keeper.keep()
    assert len(history.versions(keeper.name_of(session.desk.current))) == 2
    session.mark_saved(session.desk.current, tmp_path / "plan.scenario.json")
    keeper.keep()
    assert len(history.versions(str(tmp_path / "plan.scenario.json"))) == 2
    keeper.stop()


def test_that_a_drag_is_one_version(qtbot, history):
    session = Session(first_desk(MET))
    keeper = HistoryKeeper(session, history, rest=20)
    before = len(history.versions(keeper.name_of(session.desk.current)))
    session.begin_gesture()
    for tenth in range(45, 95):
        session.set_value("deployments_per_week", tenth / 10)
    session.end_gesture()
    with qtbot.waitSignal(keeper.kept):
        pass
    assert len(history.versions(keeper.name_of(session.desk.current))) == before + 1
    keeper.stop()


@pytest.fixture
def panel(qtbot, history, clock):
    session = Session(first_desk(MET))
    keeper = HistoryKeeper(session, history, rest=100_000)
    for value in (9, 8):
        clock.now += 60
        session.set_value("deployments_per_week", value)
        keeper.keep()
    widget = HistoryPanel(session, keeper)
    qtbot.addWidget(widget)
    widget.resize(360, 500)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    yield widget
    keeper.stop()
    widget.close()


def test_that_the_panel_says_what_changed(panel):
    newest, second, first = (text.replace("\xa0", " ") for text in panel.texts)
    assert "deployments per week 9 → 8" in newest
    assert "deployments per week 10 → 9" in second
    assert "first version kept" in first


def test_that_restoring_is_a_step_and_loses_nothing(panel, qtbot):
    session = panel._session
    session.set_value("officer_losses", 100)  # not kept yet
    panel.list.setCurrentRow(panel.list.count() - 1)
    steps = session.undo_stack.count()
    qtbot.mouseClick(panel.restore_button, LEFT)
    assert session.scenario.value("deployments_per_week") == 10
    assert session.undo_stack.count() == steps + 1
    assert any("officer losses" in text for text in panel.texts)
    session.undo_stack.undo()
    assert session.scenario.value("officer_losses") == 100


def test_that_enter_restores_what_is_selected(panel, qtbot):
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel._session.scenario.value("deployments_per_week") == 9


def test_that_a_note_is_written_and_shown(panel, qtbot, history):
    panel.list.setCurrentRow(1)
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "for the hearing")
    qtbot.keyClick(panel.note, Qt.Key.Key_Return)
    assert "“for the hearing”" in panel.texts[1]
    assert panel.list.currentRow() == 1
    name = panel._keeper.name_of(panel._session.desk.current)
    assert history.versions(name)[1].note == "for the hearing"


def test_that_the_panel_follows_the_scenario_in_hand(panel):
    panel._session.choose("B")
    assert len(panel.texts) == 1
    panel._session.choose("A")
    assert len(panel.texts) == 3


def test_that_a_scenario_that_comes_has_a_version_at_once(panel):
    panel._session.duplicate("A")
    assert len(panel.texts) == 1


def test_that_times_are_words():
    now = 1_750_000_000.0
    assert len(when_words(now - 1, now)) == 5
    assert when_words(now - DAY, now).startswith("yesterday ")
    assert when_words(float("inf"), now) == "at an unknown time"
    assert when_words(now - 400 * DAY, now).endswith("2024")
