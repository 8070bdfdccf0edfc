"""The mix of places is a setting like any other: it is told, compared, taken over and put back."""

from __future__ import annotations

from datetime import date
from typing import Any

import jsonschema
import numpy as np
import pytest
from PySide6.QtCore import Qt

from modeller.analysis.mixes import over_mixes
from modeller.analysis.mixes_words import mixes_sentence
from modeller.analysis.what_must_be_true import officers_lost
from modeller.briefing import brief
from modeller.briefing.content import About, Table
from modeller.briefing.sheets import sheets
from modeller.projection import project
from modeller.projection.by_place import by_place
from modeller.scenario import Scenario, differences
from modeller.scenario.places import PlaceMix
from modeller.wording.by_place import cells, measure_of, tile_words
from tests.command_line import QUICK, document, run, saved
from tests.met import MET, comparison_schema
from ui.analysis.trade_off import TradeOffPanel
from ui.charts.difference_chart import ComparisonDialog, difference_data, difference_rows
from ui.desk.session import Desk, Session, first_desk, new_slot
from ui.scenarios.differences import change_words, differs_words
from ui.scenarios.grid_model import GridModel
from ui.scenarios.scenario_grid import ScenarioGrid
from ui.scenarios.stack_dialog import StackDialog, conflicts, stacked

pytestmark = pytest.mark.usefixtures("wide_terminal")
ZONES = PlaceMix((("plan-zones", 1.0),))
CROYDON = PlaceMix((("as-recorded", 0.8), ("borough: Croydon", 0.2)))
RUN: dict[str, Any] = {"weeks": 4, "draws": 100}
BEFORE = Scenario(title="Before", **RUN)
MOVED = Scenario(title="Moved", places=ZONES, **RUN)


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


# ---------------------------------------------------------------- the command line


def test_that_compare_says_which_mix_each_scenario_has(capsys, tmp_path):
    first = saved(tmp_path, BEFORE, "before.scenario.json")
    second = saved(tmp_path, MOVED, "moved.scenario.json")
    code, printed, _ = run(capsys, "compare", str(first), str(second))
    assert code == 0
    assert "Nothing differs" not in printed
    row = next(line for line in printed.splitlines() if line.startswith("Places"))
    assert row.split("  ")[0] == "Places"
    assert "As recorded" in row
    assert "Six zones" in row
    found = document(capsys, "compare", str(first), str(second))
    jsonschema.validate(found, comparison_schema())
    assert found["differences"][0]["changed"] == ["places"]
    assert [each["scenario"]["places"] for each in found["scenarios"]] == [None, "plan-zones"]
    assert found["scenarios"][1]["changes"] == ["places"]


def test_that_project_check_and_open_name_the_mix(capsys, tmp_path):
    path = str(saved(tmp_path, MOVED.with_value("officer_losses", 100)))
    assert "Six zones" in run(capsys, "project", path)[1]
    assert "2 changes" in run(capsys, "check", path)[1]
    assert "Places: Six zones" in run(capsys, "open", path)[1]


def test_that_compare_shares_differences_out_by_place(capsys, tmp_path):
    paths = [
        str(saved(tmp_path, scenario, f"{scenario.title}.scenario.json"))
        for scenario in (BEFORE, MOVED.with_value("deployments_per_week", 8))
    ]
    (found,) = document(capsys, "compare", *paths, "--by", "place")["by_place"]
    one, other = (
        by_place(project(scenario))
        for scenario in (BEFORE, MOVED.with_value("deployments_per_week", 8))
    )
    assert len(found["places"]) == len(MET.tiles)
    assert sum(row["share_of_deployments"] for row in found["places"]) == pytest.approx(
        0.0, abs=1e-8
    )
    for row in found["places"]:
        less = other.places[row["place"]].total("arrests") - one.places[row["place"]].total(
            "arrests"
        )
        assert row["arrests"]["p50"] == pytest.approx(np.median(less), abs=1e-6)
    code, printed, _ = run(capsys, "compare", *paths, "--by", "place")
    assert code == 0
    assert "B less A" in printed
    assert "B  Moved: Six zones" in printed
    assert "+15.3" in plain(printed)
    assert plain(" ".join(printed.split())).count("residents are not the people who walked") == 2
    code, table, _ = run(capsys, "compare", *paths, "--by", "place", "--format", "csv")
    assert code == 0
    assert len(table.splitlines()) > len(MET.tiles)


# ---------------------------------------------------------------- the briefing


def test_that_the_briefing_has_the_mix_among_what_is_changed_and_assumed():
    briefing = brief([project(BEFORE), project(MOVED)], About(on=date(2026, 4, 27)))
    tables = {
        block.caption: block
        for section in briefing.sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    (row,) = tables["What is changed"].rows
    assert (row.heading, row.cells) == ("Places", ("As recorded", "Six zones"))
    assumed = next(
        row
        for row in tables["Every assumption that can be moved"].rows
        if row.heading.startswith("Places")
    )
    assert assumed.edited
    assert assumed.cells[0] == "A: As recorded; B: Six zones"
    differs = next(sheet for sheet in sheets(briefing) if sheet.name == "What differs")
    assert differs.rows == (("Places", "", "As recorded", "Six zones"),)


def test_that_a_mix_alone_is_not_called_the_baseline():
    briefing = brief([project(MOVED)], About(on=date(2026, 4, 27)), sections=["options"])
    (section,) = [each for each in briefing.sections if each.key == "options"]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert table.rows[0].cells == ("As recorded", "Six zones")


# ---------------------------------------------------------------- analyses


@pytest.mark.parametrize("places", [None, ZONES, CROYDON], ids=["recorded", "zones", "Croydon"])
def test_that_the_break_even_is_one_figure_wherever_it_is_asked(places):
    scenario = MOVED.with_value("deployments_per_week", 10).with_value("officer_losses", 1400)
    scenario = scenario.with_places(places)
    found, shown = officers_lost(scenario), project(scenario).break_even
    assert found is not None
    assert shown is not None
    assert found.per_officer_year == pytest.approx(shown.per_officer_year)


# ---------------------------------------------------------------- the window


def test_that_a_difference_has_the_mixes_and_their_names():
    (difference,) = differences(BEFORE, MOVED)
    assert (difference.key, difference.a, difference.b) == ("places", None, ZONES)
    assert change_words(difference, MET) == "places As recorded → Six zones"
    line = plain(differs_words(BEFORE, BEFORE.with_places(CROYDON)))
    assert line.startswith("differs in 1: places ")
    assert "Croydon 23" in line


@pytest.fixture
def session(qapp):
    session = Session(first_desk(MET))
    session.add(MOVED.replace(weeks=52, draws=10_000))
    session.undo_stack.clear()
    return session


def row_of(model: GridModel) -> int:
    return next(at for at, row in enumerate(model.rows) if row.key == "places")


def test_that_the_mix_stands_side_by_side_and_can_be_typed_and_reset(session):
    model = GridModel(session)
    row = row_of(model)
    refused: list[object] = []
    model.refused.connect(refused.append)
    assert [model.index(row, column).data() for column in range(3)] == [
        "As recorded",
        "As recorded",
        "Six zones",
    ]
    assert model.differs(row)
    assert model.changed(row, 2)
    assert model.setData(model.index(row, 0), "Croydon 20 %, rest as recorded")
    assert session.desk.slot("A").scenario.places == CROYDON
    assert session.undo_stack.count() == 1
    assert not model.setData(model.index(row, 1), "Croydn 20 %, rest as recorded")
    assert "did you mean Croydon" in str(refused[0])
    same = model.index(row, 2).data(Qt.ItemDataRole.EditRole)
    assert not model.setData(model.index(row, 2), same)
    model.reset(model.index(row, 2))
    assert session.desk.slot("C").scenario.places is None
    session.undo_stack.undo()
    assert session.desk.slot("C").scenario.places == ZONES


def test_that_the_menu_of_the_mix_puts_it_back(session, qtbot):
    grid = ScenarioGrid(session)
    qtbot.addWidget(grid)
    row = row_of(grid.model)
    entries = {}
    for column in (0, 2):
        menu = grid.menu_for(grid.rows.mapFromSource(grid.model.index(row, column)))
        entries[column] = next(e for e in menu.actions() if e.objectName() == "reset")
    assert not entries[0].isEnabled()
    entries[2].trigger()
    assert session.desk.slot("C").scenario.places is None


def test_that_a_mix_is_put_on_another_scenario_with_its_conflict_named(qtbot):
    hers = MOVED.with_value("true_match_rate", 0.8)
    mine = BEFORE.with_places(CROYDON).with_value("officer_losses", 100)
    assert conflicts(hers, mine) == ("places",)
    assert conflicts(hers, BEFORE) == ()
    assert stacked(hers, mine, ("places",)).places == ZONES
    dialog = StackDialog(hers, mine)
    qtbot.addWidget(dialog)
    assert list(dialog.boxes) == ["true_match_rate", "places"]
    assert "conflict: " in dialog.boxes["places"].accessibleDescription()
    dialog.tick(only_beliefs=True)
    assert not dialog.boxes["places"].isChecked()
    chosen: list[Any] = []
    dialog.chosen.connect(chosen.append)
    dialog.tick(only_beliefs=False)
    dialog.buttons.accepted.emit()
    assert chosen[0].places == ZONES
    assert chosen[0].value("officer_losses") == 100


def test_that_mixes_are_traded_in_the_window_as_on_the_command_line(qtbot, capsys):
    session = Session(Desk((new_slot("A", BEFORE), new_slot("B", MOVED)), "B", "A"))
    panel = TradeOffPanel(session)
    qtbot.addWidget(panel)
    try:
        panel.tabs.setCurrentIndex(3)
        panel.show()
        qtbot.waitUntil(lambda: panel._shown is not None and panel._shown[1], timeout=60_000)
        assert [box.isEnabled() for box in (panel.gain, panel.across)] == [False, False]
        assert panel._shown is not None
        expected = over_mixes(session.scenario)
        assert panel._answers[panel._shown[0].key] == expected
        sentence = mixes_sentence(expected, MET)
        assert panel.finding.text() == sentence
        assert "residents are not the people who walked past" in panel.note.text()
        rows = panel.mixes_table.texts()
        assert len(rows) == len(MET.mixes)
        assert [row[0] for row in rows if row[0].endswith("as now")] == ["Six zones, as now"]
        code, printed, _ = run(
            capsys, "trade-off", "baseline", "--over-mixes", "--set", "places=six-zones", *QUICK
        )
        assert code == 0
        assert " ".join(sentence.split()) in " ".join(printed.split())
        panel.tabs.setCurrentIndex(0)
        assert panel.gain.isEnabled()
    finally:
        panel.finish()


def test_that_a_record_by_week_has_no_mixes_to_trade(session, qtbot):
    panel = TradeOffPanel(session)
    qtbot.addWidget(panel)
    panel._show_mixes((), session.scenario)
    assert "by week" in panel.finding.text()
    assert panel.mixes_table.rowCount() == 0
    panel.finish()


def test_that_what_differs_by_place_is_in_the_differences(qtbot, session):
    one, other = session.desk.slots[0].scenario, session.desk.slots[2].scenario
    projections = {"B": project(one.replace(**RUN)), "C": project(other.replace(**RUN))}
    session.choose("C")
    rows = difference_rows(session.desk, "arrests", projections)
    found, before = by_place(projections["C"]), by_place(projections["B"])
    held = {
        tile_words(each.tile)
        for key, each in found.places.items()
        if each.share > 0 or before.places[key].share > 0
    }
    assert {row[0] for row in rows} == held
    made = cells(found, measure_of("arrests"), before)
    by_name = {tile_words(MET.tiles[key]): cell for key, cell in made.items()}
    assert rows[0][2] == f"{by_name[rows[0][0]].figure} ({by_name[rows[0][0]].reach})"
    sizes = [abs(by_name[row[0]].middle) for row in rows]
    assert sizes == sorted(sizes, reverse=True)
    assert difference_rows(session.desk, "cost", projections) == ()
    data = difference_data(session.desk, "arrests", projections)
    assert data is not None
    title = data.title
    assert plain(title).startswith("Arrests: ")
    assert plain(title).endswith(" against Baseline")
    dialog = ComparisonDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.pages.count() == 2
    dialog.close()
