"""Places in the levers' column, and levers that stand beyond their sliders."""

from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from modeller.scenario.place_shares import shares_by_tile
from modeller.scenario.places import PlaceMix
from tests.met import MET
from ui.desk.session import Desk, Session, new_slot
from ui.levers.lever_panel import LeverPanel

CAMERAS = "fixed cameras: Croydon, North End"


def panel_of(scenario: Scenario, qtbot) -> tuple[Session, LeverPanel]:
    session = Session(Desk((new_slot("A", Scenario()),), "A", "A"))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    session.replace_scenario(scenario, "opening")
    return session, panel


def test_that_the_places_are_said_and_lead_to_the_map(qtbot):
    session, panel = panel_of(Scenario(), qtbot)
    assert panel.places is not None
    assert panel.places.button.text() == "Places: As recorded"
    with qtbot.waitSignal(panel.map_asked):
        panel.places.button.click()
    session.replace_scenario(Scenario(places=PlaceMix((("plan-zones", 1.0),))), "choosing")
    assert panel.places.button.text() == "Places: Six zones"
    session.undo_stack.undo()
    assert panel.places.button.text() == "Places: As recorded"


def test_that_a_mix_without_a_name_is_shown_in_words(qtbot):
    mix = PlaceMix((("as-recorded", 0.8), ("borough: Westminster", 0.2)))
    _, panel = panel_of(Scenario(places=mix), qtbot)
    assert panel.places is not None
    # a fifth, and what the record has there of the other four
    words = "Places: Westminster 30\u202f%, the others in proportion"
    assert panel.places.button.accessibleName() == words
    assert panel.places.button.text() == "Places: a mix of its own"  # whole, where that is not
    assert words in panel.places.button.toolTip()


def test_that_the_share_of_fixed_cameras_is_a_lever_among_the_rarer_choices(qtbot):
    session, panel = panel_of(Scenario(), qtbot)
    assert panel.places is not None
    assert not panel.places.cameras
    panel.show_more("choice", True)
    lever = panel.places.cameras[CAMERAS]
    assert not lever.changed
    lever.drag_started.emit()
    for share in (0.2, 0.4, 0.3):
        lever.value_changing.emit(share)
        assert lever.value() == share
    assert panel.places.button.text() == "Places: As recorded"  # written after the charts
    lever.value_committed.emit(0.3)
    assert "30\u202f%" in panel.places.button.accessibleName()
    assert session.undo_stack.count() == 1
    shares = shares_by_tile(session.scenario.places, MET)
    assert abs(shares[CAMERAS] - 0.3) < 1e-9
    assert (lever.value(), lever.changed) == (0.3, True)
    lever.reset_asked.emit()
    assert session.scenario.places is None
    assert not lever.changed


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
