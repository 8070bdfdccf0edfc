"""A belief the user has set is marked on every chart that depends on it, and on no other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF

from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from modeller.wording import set_by_user
from tests.met import catalogue
from ui.charts.chain import LINKS, summarise_link
from ui.charts.chart import FanChart
from ui.charts.chart_data import ChartData
from ui.charts.chart_source import chart_data
from ui.charts.chart_table import ChartTable, as_text
from ui.charts.chart_words import describe
from ui.charts.difference_chart import difference_data
from ui.desk.session import Desk, new_slot
from ui.look.style import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MARK = "Set by the user"

STRAINED = Scenario(
    title="Strained",
    weeks=8,
    draws=100,
    changes={
        "deployments_per_week": 10.0,
        "hours_per_deployment": 7.0,
        "officer_losses": 3000.0,
        "staff_losses": 600.0,
        "budget_shortfall": 450.0,
        "loss_phase_weeks": 0.0,
        "watchlist_size": 8000.0,
        "crews_per_day": BeliefSetting(3.0),
    },
)
"""Everything is lost at once, so that every belief has something to act on."""


def data_of(*given) -> ChartData:
    found = chart_data(*given)
    assert found is not None
    return found


def paired(*given) -> ChartData:
    found = difference_data(*given)
    assert found is not None
    return found


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module")
def strained():
    return project(STRAINED)


@pytest.mark.parametrize("key", sorted(catalogue().beliefs))
def test_that_a_belief_is_marked_where_it_moves_an_outcome_and_nowhere_else(key, strained):
    belief = catalogue().beliefs[key]
    moved = project(STRAINED.with_setting(key, BeliefSetting(belief.evidence[0] or belief.minimum)))
    away = project(STRAINED.with_setting(key, BeliefSetting(belief.evidence[1])))
    for outcome in catalogue().outcomes:
        words = [plain(each) for each in set_by_user(away, outcome)]
        marked = any(each.startswith(belief.label[:1].lower() + belief.label[1:]) for each in words)
        moves = any(
            not np.array_equal(strained.totals(outcome), other.totals(outcome), equal_nan=True)
            for other in (moved, away)
        )
        assert marked == moves, outcome


def test_that_a_belief_with_nothing_to_act_on_is_not_marked():
    for key, lever, elsewhere in (
        ("officer_exposure", "officer_losses", 1000),
        ("watchlist_elasticity", "watchlist_size", 1000),
        ("setup_hours", "hours_per_deployment", 7),
    ):
        idle = Scenario(weeks=4, draws=100).with_setting(key, BeliefSetting(0.6))
        assert set_by_user(project(idle), "arrests") == ()
        assert set_by_user(project(idle.with_value(lever, elsewhere)), "arrests") != ()


@pytest.fixture(scope="module")
def desk():
    plan = Scenario(title="Plan", weeks=8, draws=100, changes={"deployments_per_week": 10.0})
    own = plan.with_setting("true_match_rate", BeliefSetting(0.5))
    other = plan.replace(title="Dear").with_setting(
        "cost_per_officer_year", BeliefSetting(100_000.0)
    )
    slots = (new_slot("A", plan), new_slot("B", own), new_slot("C", other))
    return Desk(slots, selected="B", baseline="A")


@pytest.fixture(scope="module")
def results(desk):
    return {slot.letter: project(slot.scenario) for slot in desk.slots}


@pytest.mark.parametrize("view", ["weekly", "cumulative", "total"])
def test_that_only_charts_that_depend_on_it_say_so(view, desk, results):
    def mark(key):
        return plain(data_of(desk, results, key, view, "seen").mark)

    assert mark("arrests") == f"{MARK}: B true match rate 50 %"
    assert mark("cost") == f"{MARK}: C cost of a post £100,000 a year"
    assert mark("faces_scanned") == ""


def test_that_a_scenario_alone_needs_no_letter(desk, results):
    alone = Desk((desk.slot("B"),), selected="B", baseline="B")
    assert plain(data_of(alone, results, "arrests", "weekly", "seen").mark) == (
        f"{MARK}: true match rate 50 %"
    )


@pytest.mark.parametrize("view", ["weekly", "total"])
def test_that_the_mark_goes_with_the_words_the_table_and_the_files(
    view, desk, results, qtbot, tmp_path
):
    theme().set_mode("light")
    chart = FanChart()
    qtbot.addWidget(chart)
    chart.resize(340, 300)
    data = data_of(desk, results, "arrests", view, "seen")
    chart.set_data(data)
    shown = chart.heading.shown_subtitle(340)
    assert MARK in shown[1]  # however little room there is
    width = QFontMetricsF(theme().font("note")).horizontalAdvance("".join(shown))
    assert width <= 340
    assert data.mark in chart.heading.hidden_text()
    assert data.mark in describe(data)
    table = ChartTable(data)
    last = table.columnCount() - 1
    texts = {table.data(table.index(row, last)) for row in range(table.rowCount())}
    assert any("true match rate" in str(text) for text in texts)
    heading, *lines = as_text(data, ",").splitlines()
    assert heading.endswith(f",{MARK},About")
    assert any("true match rate 50" in line for line in lines)
    chart.save(tmp_path / "chart.svg")
    assert MARK in (tmp_path / "chart.svg").read_text("utf-8")
    unmarked = data_of(desk, results, "faces_scanned", view, "seen")
    assert MARK not in as_text(unmarked, ",") + describe(unmarked)


def test_that_a_long_mark_is_whole_at_the_foot_of_a_picture(desk, results, qtbot):
    settings = {
        key: BeliefSetting(belief.evidence[1])
        for key, belief in catalogue().beliefs.items()
        if key in catalogue().outcomes["arrests"].depends_on
    }
    scenario = desk.slot("B").scenario.replace(changes=settings)
    alone = Desk((new_slot("B", scenario),), selected="B", baseline="B")
    chart = FanChart()
    qtbot.addWidget(chart)
    chart.resize(340, 300)
    heights = []
    for found in (results["A"], project(scenario)):
        chart.set_data(data_of(alone, {"B": found}, "arrests", "weekly", "seen"))
        heights.append(chart.picture().height())
    assert heights[1] > heights[0]


def test_that_a_difference_and_a_link_of_the_chain_are_marked_too(desk, results):
    found = plain(paired(desk, "arrests", results).mark)
    assert found == f"{MARK}: B true match rate 50 %"
    assert paired(desk, "faces_scanned", results).mark == ""
    marked = {link.key for link in LINKS if summarise_link(link, results, "B", "A").beliefs}
    assert marked == {"alerts", "arrests_per_alert", "arrests"}
