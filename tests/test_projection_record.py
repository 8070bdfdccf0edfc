"""A scenario that stands on a record of the user's own is projected from that record."""

import json

import numpy as np
import pytest

from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.evidence import shipped_record
from modeller.projection import project
from modeller.records import catalogue_for, import_record, read_user_record
from modeller.scenario import Scenario
from modeller.scenario.file import write_scenario
from ui.desk.session import Desk, Session, new_slot
from ui.levers.lever import LeverWidget
from ui.levers.lever_panel import LeverPanel


@pytest.fixture
def digest(tmp_path):
    """The shipped record to the end of June 2025, imported as the user's own."""
    path = tmp_path / "half.csv"
    path.write_bytes(shipped_record().until("2025-07-01").to_csv().encode())
    return import_record(read_user_record(path), name="half").digest


def scenario(record):
    return Scenario(title="Own record", weeks=8, draws=200, record=record)


def test_that_its_own_calibration_counts(digest):
    own, shipped = project(scenario(digest)), project(scenario(None))
    assert own.catalogue is catalogue_for(digest)
    assert not np.array_equal(own.totals("true_alerts"), shipped.totals("true_alerts"))
    assert own.fingerprint != shipped.fingerprint


def test_that_the_command_line_says_the_same_and_names_the_record(digest, tmp_path, capsys):
    path = tmp_path / "own.scenario.json"
    write_scenario(path, scenario(digest))
    assert main(["project", str(path), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)["scenarios"][0]
    assert document["record"]["digest"] == digest
    projection = project(scenario(digest))
    assert document["fingerprint"] == projection.fingerprint
    mean = projection.summary("arrests")[0]
    assert document["outcomes"]["arrests"]["total"]["mean"] == pytest.approx(mean, rel=1e-8)


def test_that_a_record_that_is_not_here_is_named():
    with pytest.raises(ModellerError, match="import the file it was made from"):
        project(scenario("b" * 64))


def test_that_the_levers_show_what_its_record_says(digest, qtbot):
    session = Session(Desk((new_slot("A", scenario(None)),), "A", "A"))
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    key = "true_alerts_per_deployment"
    session.replace_scenario(scenario(digest), "taking another record")
    belief = catalogue_for(digest).beliefs[key]
    assert panel.levers[key].value() == belief.baseline
    assert not panel.levers[key].changed
    session.undo_stack.undo()
    assert panel.levers[key].value() == catalogue_for(None).beliefs[key].baseline
    assert not panel.levers[key].changed


def test_that_levers_folded_away_are_made_when_wanted_and_stand_where_they_should(qtbot):
    key = "watchlist_size"
    session = Session(Desk((new_slot("A", scenario(None)),), "A", "A"))
    session.set_value(key, 9_000.0)
    panel = LeverPanel(session)
    qtbot.addWidget(panel)
    made = {lever.slider.key for lever in panel.findChildren(LeverWidget)}
    assert made == {s.key for s in catalogue_for(None).sliders.values() if s.always_visible}
    assert "1 changed" in panel.more_buttons["choice"].text()
    assert panel.reveal(key).value() == 9_000.0
    made = {lever.slider.key for lever in panel.findChildren(LeverWidget)}
    assert {s.key for s in catalogue_for(None).levers.values() if s.kind == "choice"} <= made
    session.set_value(key, 8_000.0)
    assert panel.lever(key).value() == 8_000.0
    assert set(panel.levers) == set(catalogue_for(None).sliders)
