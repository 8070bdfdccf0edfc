"""The list of places in the window, and levers that stand beyond their sliders."""

from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from modeller.scenario.places import PlaceMix
from tests.met import MET
from ui.desk.session import Desk, Session, new_slot
from ui.levers.lever_panel import LeverPanel


def panel_of(scenario: Scenario, qtbot) -> tuple[Session, LeverPanel]:
    session = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    session.replace_scenario(scenario, "opening")
    return session, panel


def test_that_choosing_places_changes_the_scenario_and_can_be_undone(qtbot):
    session, panel = panel_of(Scenario(), qtbot)
    assert panel.places is not None
    places = panel.places.list
    assert places.currentData() == "as-recorded"
    places.activated.emit(places.findData("plan-zones"))
    assert str(session.scenario.places) == "plan zones"
    assert places.currentData() == "plan-zones"
    session.undo_stack.undo()
    assert session.scenario.places is None
    assert places.currentData() == "as-recorded"


def test_that_a_mix_without_a_name_is_shown_in_words_and_kept(qtbot):
    mix = PlaceMix((("as-recorded", 0.8), ("borough: Westminster", 0.2)))
    session, panel = panel_of(Scenario(places=mix), qtbot)
    # a fifth, and what the record has there of the other four
    assert panel.places.list.currentText() == "Westminster 30\u202f%, the others in proportion"
    panel.places.list.activated.emit(panel.places.list.currentIndex())
    assert session.scenario.places == mix


def test_that_every_shipped_scenario_stands_on_the_levers(qtbot):
    for name in MET.scenario_names:
        scenario = load_scenario(name, profile=MET).scenario
        session, panel = panel_of(scenario, qtbot)
        assert panel.lever("deployments_per_week").value() == scenario.value("deployments_per_week")
        assert session.scenario.changes == scenario.changes


def test_that_days_follow_in_sight_until_they_are_set(qtbot):
    session, panel = panel_of(Scenario(), qtbot)
    days = panel.lever("days_per_week")
    session.set_value("deployments_per_week", 10.0)
    assert (days.value(), days.changed) == (5.0, False)
    session.set_value("days_per_week", 4.0)
    session.set_value("deployments_per_week", 6.0)
    assert (days.value(), days.changed) == (4.0, True)
    days.reset_asked.emit()
    assert days.value() == 3.0
