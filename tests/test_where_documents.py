"""Places in documents, sweeps and trade-offs: map, command line and briefing say the same."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import numpy as np
import pytest

from modeller.analysis.mixes import over_mixes
from modeller.base.errors import ModellerError
from modeller.briefing import brief
from modeller.briefing.content import About, Chart, Table
from modeller.briefing.drawing import draw
from modeller.briefing.pictures import TileMap
from modeller.cli import main
from modeller.profiles import load_profile
from modeller.projection import project
from modeller.projection.by_place import by_place
from modeller.scenario import Scenario
from modeller.scenario.place_shares import shares_by_tile
from modeller.scenario.places import PlaceMix
from modeller.sweep.design import parse_design
from modeller.wording.by_place import MEASURES, cells, residents_sentences, tile_words
from tests.met import MET
from tests.test_profiles import AVON, FOLDER
from ui.places import where_data

ZONES = PlaceMix((("plan-zones", 1.0),))
RUN: dict[str, Any] = {"weeks": 6, "draws": 200, "seed": 5}


@pytest.fixture(scope="module")
def projections():
    return [
        project(Scenario(title="Before", **RUN)),
        project(Scenario(title="Zones", places=ZONES, **RUN)),
    ]


@pytest.fixture(scope="module")
def briefing(projections):
    return brief(projections, About(on=date(2026, 4, 27)), sections=["where"])


def blocks_of(briefing):
    return next(section for section in briefing.sections if section.key == "where").blocks


# ---------------------------------------------------------------- one answer everywhere


def test_that_map_command_line_and_briefing_say_the_same(projections, briefing, capsys):
    found = by_place(projections[1])
    on_the_map = {row[0]: row for row in where_data.table_rows(found)}
    chart = next(block for block in blocks_of(briefing) if isinstance(block, Chart))
    in_the_briefing = {row.heading: row.cells for row in chart.table.rows}
    command = ["project", "six-zones", "--by", "place", "--format", "json"]
    asked = [f"--{name}={value}" for name, value in RUN.items()]
    settings = [f"--set={key}={value}" for key, value in _baseline().items()]
    assert main([*command, *asked, *settings]) == 0
    printed = json.loads(capsys.readouterr().out)["by_place"][0]
    in_print = {row["place"]: row for row in printed["places"]}
    assert sum(row["share_of_deployments"] for row in in_print.values()) == pytest.approx(1.0)
    held = [each.tile for each in found.held]
    assert list(in_the_briefing) == [tile_words(tile) for tile in held]
    arrests = cells(found, MEASURES["arrests"])
    for tile in held:
        shown = arrests[tile.key]
        words = f"{shown.figure} ({shown.reach})"
        assert on_the_map[tile_words(tile)][3] == words
        assert in_the_briefing[tile_words(tile)][2] == words
        there = in_print[tile.key]["arrests"]
        assert there["p50"] == pytest.approx(shown.middle, rel=1e-8)
        assert there["p10"] == pytest.approx(shown.low, rel=1e-8)
    assert printed["deployments_in_boroughs_above_it"] == pytest.approx(found.deployments_above)


def _baseline() -> dict[str, float]:
    """What puts the shipped scenario's levers back, so that only its places are left."""
    from modeller.scenario.file import load_scenario

    changed = load_scenario("six-zones", MET).scenario.changes
    return {key: MET.catalogue.levers[key].baseline for key in changed}


def test_that_the_sentence_about_residents_has_its_caution_wherever_it_stands(
    projections, briefing
):
    said = residents_sentences(by_place(projections[1]), MET)
    texts = [block.text for block in blocks_of(briefing) if hasattr(block, "text")]
    assert said in texts
    assert said.split(". ")[-1].endswith(
        "but residents are not the people who walked past, boroughs are large, and the record "
        "cannot say who was scanned."
    )


# ---------------------------------------------------------------- the briefing's section


def test_that_the_section_has_a_map_with_words_and_a_table_and_what_differs(briefing):
    charts = [block for block in blocks_of(briefing) if isinstance(block, Chart)]
    assert [chart.key for chart in charts] == ["where-b", "where-a"]
    zones = charts[0]
    assert zones.title == "B holds its deployments at 6 places evenly"
    assert "Kingston upon Thames 16.7" in zones.alternative
    assert isinstance(zones.picture, TileMap)
    assert len(zones.picture.tiles) == 34
    assert sum(tile.value for tile in zones.picture.tiles) == pytest.approx(1.0)
    (table,) = [block for block in blocks_of(briefing) if isinstance(block, Table)]
    assert table.rows[0].heading == "Kingston upon Thames"
    assert table.rows[0].cells[0] == "+15.3 points"
    assert "more places differ by less" in table.note


@pytest.mark.parametrize("narrow", [False, True])
def test_that_the_map_is_drawn_as_lines_and_the_same_each_time(briefing, narrow):
    picture = next(block for block in blocks_of(briefing) if isinstance(block, Chart)).picture
    drawn = draw(picture, "svg", narrow=narrow)
    assert drawn.count(b"<path") > 34
    assert b"<image" not in drawn
    assert drawn == draw(picture, "svg", narrow=narrow)


def test_that_a_record_without_places_has_no_such_section():
    from tests.met import calibrate, catalogue, shipped_record

    weekly = calibrate(shipped_record(), until=shipped_record().last_day)
    declared = catalogue().recalibrated(weekly.beliefs, weekly.constants, weekly.fit)
    projection = project(Scenario(**RUN), catalogue=declared)
    found = brief([projection], About(on=date(2026, 4, 27)), sections=["where"])
    assert "where" not in [section.key for section in found.sections]


# ---------------------------------------------------------------- trade-off and sweep over mixes


def test_that_every_named_mix_is_traded_and_the_scenarios_own():
    scenario = Scenario(places=PlaceMix((("borough: Croydon", 1.0),)), **RUN)
    found = over_mixes(scenario)
    assert len(found) == len(MET.mixes) + 1
    assert [point.current for point in found] == [False] * len(MET.mixes) + [True]
    own = project(scenario)
    low, middle, high = found[-1].arrests
    assert low <= middle <= high
    assert middle == pytest.approx(np.median(own.totals("arrests")))
    assert found[-1].faces_above == pytest.approx(found[-1].faces)  # all of it is above the share
    below = next(p for p in found if str(p.mix) == "boroughs at or below londons black share")
    assert below.faces_above == (0.0, 0.0, 0.0)
    assert below.deployments_above == 0.0
    for point in found:
        beaten = any(
            other.arrests[1] > point.arrests[1] and other.faces_above[1] < point.faces_above[1]
            for other in found
        )
        assert not (point.unbeaten and beaten)
    assert any(point.unbeaten for point in found)


def test_that_the_command_trades_mixes(capsys):
    command = ["trade-off", "baseline", "--over-mixes", "--draws=100", "--weeks=4"]
    assert main(command) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "As recorded *" in shown
    assert "residents are not the people who walked past" in shown
    assert main([*command, "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(MET.mixes) + 1


def test_that_a_sweep_goes_over_mixes_of_places():
    design = parse_design(
        """
        draws = 100
        [set]
        places = "evenly"
        [grid]
        deployments_per_week = [4, 10]
        [list]
        places = ["as-recorded", "Croydon 100 %"]
        officer_losses = [0, 100]
        """,
        MET,
    )
    rows = list(design.rows())
    assert design.size == len(rows) == 4
    assert [str(row.scenario.places or "as recorded") for row in rows] == [
        "as recorded",
        "Croydon",
        "as recorded",
        "Croydon",
    ]
    assert rows[1].values["places"] == "Croydon 100 %"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[grid]\nplaces = ["as-recorded", "Croydn 100 %"]', "did you mean Croydon"),
        ('[grid]\nplaces = ["Croydon 20 %"]', "has shares that add up to 20 %"),
        ("[grid]\nplaces = [1, 2]", "write a list of mixes"),
        ("[grid]\nplaces = []", "write a list of mixes"),
        ('[set]\nplaces = "nowhere"', "is not a known place or mix"),
        ('[sample]\nsize = 3\nbetween = {places = ["evenly", "as-recorded"]}', "is not a choice"),
    ],
)
def test_that_a_wrong_mix_in_a_design_is_told(text, said):
    with pytest.raises(ModellerError, match=said):
        parse_design(text, MET)


# ---------------------------------------------------------------- another force


def test_that_an_invented_force_has_areas_and_mixes_of_its_own():
    assert list(AVON.tiles) == [
        *(f"borough: {name}" for name in AVON.areas),
        "fixed cameras: Market Cross",
    ]
    fixed = AVON.tiles["fixed cameras: Market Cross"]
    assert (fixed.area, fixed.column, fixed.row) == ("Old Town", 2, 2)
    assert AVON.tiles["borough: Castle Ward and the Downs"].name == "Castle & Downs"
    rows = AVON.deployments
    assert rows is not None
    assert rows.totals()["arrests"] == AVON.record.arrests.sum()
    squares = PlaceMix((("two-squares", 1.0),))
    assert shares_by_tile(squares, AVON)["borough: Riverlands"] == 0.5
    projection = project(Scenario(profile=AVON, places=squares, weeks=4, draws=100))
    found = by_place(projection)
    together = sum(each.total("arrests") for each in found.held)
    np.testing.assert_allclose(together, projection.totals("arrests"))
    assert found.overall == AVON.whole_area.black
    assert "in Avonmouth as a whole" in residents_sentences(found, AVON)
    assert len(over_mixes(projection.scenario)) == 6


def test_that_a_tile_off_the_map_is_told(tmp_path):
    import shutil

    place = tmp_path / "other"
    shutil.copytree(FOLDER, place)
    text = (place / "sources.toml").read_text("utf-8")
    (place / "sources.toml").write_text(text.replace("tile_row = 2", "tile_row = 999"), "utf-8")
    with pytest.raises(ModellerError, match="tile_row is 999; give a whole number from 0 to 50"):
        load_profile(place)
