"""The map in the window: what it shows and says, and a tile as a lever."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QApplication

from modeller.base.contrast import contrast
from modeller.projection.by_place import by_place
from modeller.projection.record_by_place import counted_by_tile, whole_record
from modeller.records.importing import keep
from modeller.scenario.place_shares import shares_by_tile
from modeller.wording.by_place import MEASURES, cells, false_alerts_sentence
from tests.colour_vision import SIMULATED, lab
from tests.met import MET, import_record, shipped_deployments, shipped_record
from tests.test_placed_records import planned, table
from ui.look.style import DARK, LIGHT, theme
from ui.places.shades import CLASSES, class_of, shades

CROYDON, NEWHAM, CITY = "borough: Croydon", "borough: Newham", "borough: City of London"
CAMERAS = "fixed cameras: Croydon, North End"


@pytest.fixture
def story(open_window):
    opened = open_window()
    opened.window.activateWindow()
    opened.window.charts.show_page("where")
    opened.shown()
    opened.settle()
    return opened


def panel_of(story):
    panel = story.window.where.panel
    assert panel is not None
    return panel


def shares(story):
    return shares_by_tile(story.session.scenario.places, MET)


def press(story, key, text="", tile=None):
    panel = panel_of(story)
    story.qtbot.keyClick(panel.map.tiles[tile or panel.tile], key)


def test_that_the_map_stands_in_place_of_the_charts_and_nothing_of_it_is_made_before(open_window):
    story = open_window()
    window = story.window
    made = [window.where.panel is not None]
    window.menus["where"].trigger()
    made.append(window.where.panel is not None)
    assert made == [False, True]
    assert not window.charts.charts["arrests"].isVisible()
    assert not window.headlines.isVisible()
    window.menus["where"].trigger()
    assert window.charts.charts["arrests"].isVisible()
    assert window.headlines.isVisible()


def test_that_the_whole_map_fits_a_window_of_1280_by_800(story):
    panel = panel_of(story)
    area = story.find(object, "middle").viewport()
    for tile in panel.map.tiles.values():
        corner = tile.mapTo(story.window, tile.rect().bottomRight())
        assert area.mapTo(story.window, area.rect().topLeft()).y() < corner.y()
        assert corner.y() <= area.mapTo(story.window, area.rect().bottomRight()).y()
        assert tile.width() >= 60
    places = {tile.geometry().getCoords() for tile in panel.map.tiles.values()}
    assert len(places) == 34


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_the_whole_map_with_its_numbers_fits_1280_by_800_at_200_per_cent(
    open_window, language
):
    story = open_window(language=language)
    story.window.resize(1272, 760)  # what a desktop's own frame leaves
    theme().set_text_scale(2.0)
    story.window.charts.show_page("where")
    story.shown()
    lines = 2 * QFontMetricsF(theme().font("note")).height()  # a name and its number
    tiles = panel_of(story).map.tiles.values()
    story.qtbot.waitUntil(lambda: min(tile.height() for tile in tiles) >= lines, timeout=5_000)
    area = story.find(object, "middle").viewport()
    assert not story.find(object, "middle").horizontalScrollBar().isVisible()
    for tile in tiles:
        corners = (tile.rect().topLeft(), tile.rect().bottomRight())
        for corner in corners:
            assert area.rect().contains(tile.mapTo(area, corner)), tile.name
    assert not story.window.levers.isVisible()
    story.window.charts.show_page("")
    assert story.window.levers.isVisible()


def test_that_arrests_at_a_deployment_are_to_a_tenth_on_every_tile(story):
    for tile in panel_of(story).map.tiles.values():
        assert re.fullmatch(r"\d+\.\d arrests", tile.face.lines[0]), tile.face.lines


def test_that_telling_of_a_step_that_moves_no_figure_moves_nothing_on_the_screen(story):
    answer = story.window.top_bar.answer
    before = (answer.height(), panel_of(story).map.mapTo(story.window, QPoint(0, 0)))
    said = answer.whole
    story.enter("black_share_of_false_alerts", "50")
    story.settle()
    assert answer.whole.startswith(said.removesuffix("."))
    assert "last change" in answer.whole
    assert (answer.height(), panel_of(story).map.mapTo(story.window, QPoint(0, 0))) == before
    shown = "".join(part.text for part in answer._parts)
    assert shown.endswith("; the last change moves none of these figures.")
    assert answer._layout.lineCount() <= answer._lines


def test_that_the_tiles_have_the_totals_of_the_projection(story):
    panel = panel_of(story)
    panel.measure.setCurrentIndex(panel.measure.findData("arrests"))
    found = cells(by_place(story.session.result), MEASURES["arrests"])
    for key, tile in panel.map.tiles.items():
        assert tile.face.figure == found[key].short
    assert found[NEWHAM].figure in panel.map.tiles[NEWHAM].face.about
    panel.as_table.setChecked(True)
    rows = {row[0]: row for row in panel.table.texts()}
    assert len(rows) == 34
    assert rows["Newham"][3] == f"{found[NEWHAM].figure} ({found[NEWHAM].reach})"


def test_that_a_screen_reader_hears_borough_share_yield_and_range(story):
    tile = panel_of(story).map.tiles[CROYDON]
    heard = QAccessible.queryAccessibleInterface(tile)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Croydon"
    assert heard.text(QAccessible.Text.Value) == "3.8\u202f%"
    about = heard.text(QAccessible.Text.Description)
    assert re.match(
        r"arrests a deployment: \d+\.\d \(\d+\.\d–\d+\.\d\); 14 fitted deployments", about
    )
    assert heard.valueInterface().currentValue() == 3.8


def test_that_a_screen_reader_hears_a_share_that_the_keyboard_moved(story, monkeypatch):
    panel, told = panel_of(story), []
    with story.qtbot.waitActive(story.window):
        story.window.activateWindow()
    panel.map.tiles[CROYDON].setFocus()
    monkeypatch.setattr(
        "ui.places.tile.QAccessible.updateAccessibility",
        lambda event: told.append((event.object().name, event.value())),
    )
    about = panel.map.tiles[CROYDON].accessibleDescription()
    press(story, Qt.Key.Key_Plus)
    story.shown()
    story.settle()
    assert told == [("Croydon", 4.3)]
    assert panel.map.tiles[CROYDON].accessibleDescription() == about  # nothing is said twice


def test_that_assistive_technology_can_set_a_share(story):
    tile = panel_of(story).map.tiles[CROYDON]
    QAccessible.queryAccessibleInterface(tile).valueInterface().setCurrentValue(20.0)
    assert shares(story)[CROYDON] == pytest.approx(0.2)


def test_that_arrows_lead_from_tile_to_tile_and_reach_every_one(story):
    panel = panel_of(story)
    panel.map.tiles[CROYDON].setFocus()
    press(story, Qt.Key.Key_Up)
    assert panel.tile == "borough: Southwark"
    press(story, Qt.Key.Key_Left)
    assert panel.tile == "borough: Lambeth"
    reached, todo = {panel.tile}, [panel.tile]
    while todo:
        here = todo.pop()
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            panel._choose_tile(here)
            panel.map.go(*way)
            if panel.tile not in reached:
                reached.add(panel.tile)
                todo.append(panel.tile)
    assert reached == set(MET.tiles)


def test_that_the_keyboard_alone_moves_a_share_from_one_borough_to_another(story):
    panel, before = panel_of(story), dict(shares(story))
    panel.map.tiles[NEWHAM].setFocus()
    press(story, Qt.Key.Key_G)
    assert panel.giver == NEWHAM
    panel.map.tiles[CROYDON].setFocus()
    for _ in range(3):
        press(story, Qt.Key.Key_Plus)
    now = shares(story)
    assert now[CROYDON] == pytest.approx(before[CROYDON] + 0.015)
    assert now[NEWHAM] == pytest.approx(before[NEWHAM] - 0.015)
    others = [key for key in MET.tiles if key not in (CROYDON, NEWHAM)]
    assert [now[key] for key in others] == pytest.approx([before[key] for key in others])
    assert story.session.undo_stack.count() == 3


def test_that_a_locked_tile_holds_and_its_lever_is_off(story):
    panel, before = panel_of(story), dict(shares(story))
    panel.map.tiles[NEWHAM].setFocus()
    press(story, Qt.Key.Key_L)
    assert panel.side.lock.isChecked()
    assert not panel.side.lever.isEnabled()
    assert panel.map.tiles[NEWHAM].accessibleName() == "Newham, locked"
    panel.map.tiles[CROYDON].setFocus()
    press(story, Qt.Key.Key_PageUp)
    assert shares(story)[NEWHAM] == pytest.approx(before[NEWHAM])
    assert shares(story)[CROYDON] == pytest.approx(before[CROYDON] + 0.05)


def test_that_a_share_is_typed_on_the_tile(story):
    panel = panel_of(story)
    with story.qtbot.waitActive(story.window):
        story.window.activateWindow()
    panel.map.tiles[CROYDON].setFocus()
    press(story, Qt.Key.Key_2)
    edit = panel.side.lever.value_edit
    assert edit.hasFocus()
    story.qtbot.keyClicks(edit, "5")
    story.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert shares(story)[CROYDON] == pytest.approx(0.25)
    assert panel.map.tiles[CROYDON].hasFocus()  # the arrow keys go on from there
    press(story, Qt.Key.Key_2)
    story.qtbot.keyClicks(edit, "x")
    story.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.hasFocus()  # what is wrong is still to be put right
    story.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert panel.map.tiles[CROYDON].hasFocus()


def test_that_the_shortcut_leads_the_keyboard_to_the_map_and_back(story):
    panel, menus = panel_of(story), story.window.menus
    with story.qtbot.waitActive(story.window):
        story.window.activateWindow()
    menus["where"].trigger()
    menus["where"].trigger()
    assert panel.map.tiles[panel.tile].hasFocus()
    menus["where"].trigger()
    assert story.window.charts.pages["where"][0].hasFocus()


def test_that_a_drag_is_one_step_and_comes_back_from_all_to_what_it_was(story):
    panel, before = panel_of(story), dict(shares(story))
    panel._choose_tile(CROYDON)
    lever = panel.side.lever
    lever.drag_started.emit()
    for share in (0.3, 1.0, 0.0, 0.2):
        lever.value_changing.emit(share)
        QApplication.processEvents()
    lever.value_committed.emit(0.2)
    assert story.session.undo_stack.count() == 1
    now = shares(story)
    ratio = now[NEWHAM] / before[NEWHAM]
    assert now[CROYDON] == pytest.approx(0.2)
    assert now[CAMERAS] == pytest.approx(before[CAMERAS] * ratio)  # not lost on the way by 100 %
    story.session.undo_stack.undo()
    assert story.session.scenario.places is None


def test_that_a_named_mix_is_one_click_and_says_what_it_is(story):
    panel = panel_of(story)
    button = panel.side.mixes.buttons["plan-zones"]
    button.click()
    assert str(story.session.scenario.places) == "plan zones"
    assert panel.side.mixes.sentence.text() == button.toolTip()
    story.shown()
    QApplication.processEvents()
    assert button.isChecked()
    assert "33\u202f% of the deployments (recorded 56\u202f%)" in panel.side.residents.text()
    assert "residents are not the people who walked past" in panel.side.residents.text()
    assert panel.side.change.text().startswith("Arrests ")


def test_that_tiles_of_few_deployments_are_hatched_and_said_to_lean_on_others(story):
    panel = panel_of(story)
    hatched = {key for key, tile in panel.map.tiles.items() if tile.face.hatched}
    few = {key for key, each in by_place(story.session.result).places.items() if each.rows < 3}
    assert hatched == few
    assert CITY in hatched
    assert "mostly what other places show" in panel.map.tiles[CITY].face.about


def test_that_the_record_is_on_the_map_whole_and_by_quarter(story):
    panel = panel_of(story)
    panel.of.setCurrentIndex(panel.of.findData("record"))
    panel.measure.setCurrentIndex(panel.measure.findData("arrests"))
    counted = [int(tile.face.figure.replace(",", "")) for tile in panel.map.tiles.values()]
    assert sum(counted) == sum(row.arrests for row in shipped_deployments().rows)
    panel.as_table.setChecked(True)
    whole = sum(int(row[2]) for row in panel.table.texts())
    assert whole == 529
    panel.by.setCurrentIndex(panel.by.findData("site"))
    rows = panel.table.texts()
    assert sum(int(row[2]) for row in rows) == 529
    by_quarter = 0
    for place in range(2, panel.period.count()):
        panel.period.setCurrentIndex(place)
        by_quarter += sum(int(row[2]) for row in panel.table.texts())
    assert by_quarter == 529
    press(story, Qt.Key.Key_Plus)  # nothing of the record can be moved: the scenario is, and shown
    assert panel.of.currentData() == "scenario"


def test_that_false_alerts_of_the_record_are_said_with_what_so_few_can_mean(story):
    panel = panel_of(story)
    panel.of.setCurrentIndex(panel.of.findData("record"))
    panel.measure.setCurrentIndex(panel.measure.findData("false-alerts"))
    counted = counted_by_tile(MET, whole_record(MET))[CROYDON]
    said = false_alerts_sentence(counted)
    assert f"{counted.false_alerts} false alerts in " in said
    panel._say(CROYDON)
    assert said.rstrip(".") in panel.note.text()


def test_that_the_difference_is_taken_draw_by_draw(story):
    panel = panel_of(story)
    panel.of.setCurrentIndex(panel.of.findData("difference"))
    panel.measure.setCurrentIndex(panel.measure.findData("faces"))
    results = story.session.results
    one, other = (by_place(results[letter]).places[NEWHAM] for letter in "AB")
    middle = np.median(one.total("faces_scanned") - other.total("faces_scanned"))
    found = cells(by_place(results["A"]), MEASURES["faces"], by_place(results["B"]))[NEWHAM]
    assert found.middle == pytest.approx(middle)
    assert panel.map.tiles[NEWHAM].face.figure == found.short
    assert found.short.startswith("+")


def test_that_nothing_on_the_screen_calls_a_place_good_or_bad(story):
    side = panel_of(story).side
    texts = " ".join(
        text.text() for text in (side.residents, side.street, side.small, side.yields, side.change)
    ).casefold()
    for word in ("unfair", "bias", "should", "worse", "better", "good", "bad", "safe", "target"):
        assert word not in texts.split(), word


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("letter", [None, *"ABCD"])
def test_that_the_shades_are_in_order_in_grey_and_read_by_everybody(colours, letter):
    found = shades(colours, letter)
    assert len(found) == CLASSES
    for shade in found:
        assert contrast(shade.ink, shade.ground) >= 4.5
    for vision in SIMULATED:
        lightness = [lab(shade.ground, vision)[0] for shade in found]
        steps = np.diff(lightness)
        assert (np.abs(steps) > 3.0).all(), (vision, lightness)
        assert (steps > 0).all() or (steps < 0).all()


def test_that_classes_are_equal_parts_of_the_largest():
    assert [class_of(value, 12.0) for value in (0.0, 1.9, 2.0, 11.9, 12.0)] == [0, 0, 1, 5, 5]
    assert class_of(-12.0, 12.0) == 5
    assert class_of(float("nan"), 12.0) == class_of(1.0, 0.0) == 0


def test_that_a_record_with_unknown_boroughs_says_so_and_still_has_its_shares(story):
    rows = table()
    unknown = [(*row[:1], "Nowhere known", *row[2:]) for row in rows[:20]] + rows[20:]
    stored = keep(planned(unknown), "Some unknown")
    scenario = story.session.scenario.replace(record=stored.digest)
    story.session.replace_scenario(scenario, "another record")
    story.settle()
    panel = panel_of(story)
    said = panel.side.change.text()
    assert said.startswith("Nobody knows the borough of 20 deployments of this scenario’s record")
    assert "by week" not in said
    panel.as_table.click()
    assert (panel.table.rowCount(), panel.table.columnCount()) == (len(MET.tiles), 3)


def test_that_a_record_by_week_says_so(story):
    stored = import_record(shipped_record().until("2025-06-30"), "Half a year")
    scenario = story.session.scenario.replace(record=stored.digest)
    story.session.replace_scenario(scenario, "another record")
    story.settle()
    assert "record is by week" in panel_of(story).side.change.text()
