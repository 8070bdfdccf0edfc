"""The chain multiplies to the result it shows, for every scenario on the screen."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modeller.projection import project
from modeller.projection.live import Live
from modeller.scenario import Scenario
from modeller.scenario.file import load_scenario
from modeller.wording import style_for
from tests.met import MET
from ui.charts.chain import FACTORS, LINKS, RESULT, LinkChart, figures, summarise_link
from ui.look.style import LETTERS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHIPPED = ("met-plan-2025", "baseline", "plan-without-losses", "losses-without-plan")


def read(text: str) -> float:
    """The number that a reader finds in a figure."""
    share = "%" in text
    value = float(re.sub(r"[^\d.−-]", "", text).replace("−", "-"))
    return value / 100 if share else value


def assert_computes(result) -> None:
    shown = figures(result)
    assert shown.keys() == {link.key for link in LINKS}
    product = math.prod(read(shown[link.key]) for link in FACTORS)
    p10, _, p90 = np.quantile(result.totals("arrests"), (0.1, 0.5, 0.9))
    step = style_for("arrests", p10, p90, whole=True).step or 1.0
    assert abs(product - read(shown[RESULT.key])) <= step / 2 * (1 + 1e-9), shown


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.floats(4, 14), st.floats(0, 5000), st.floats(0, 450), st.floats(0.6, 0.99),
    st.floats(0.2, 0.8), st.integers(4, 80),
)  # fmt: skip
def test_that_the_links_as_they_are_written_compute(plan, losses, gap, match, arrest, weeks):
    scenario = Scenario(weeks=weeks, draws=256)
    for key, value in (
        ("deployments_per_week", plan),
        ("officer_losses", losses),
        ("budget_shortfall", gap),
        ("true_match_rate", match),
        ("arrests_per_true_alert", arrest),
    ):
        slider = scenario_sliders()[key]
        low, high = slider.minimum, slider.maximum
        scenario = scenario.with_value(key, round(min(max(value, low), high), 3))
    assert_computes(project(scenario))


def scenario_sliders():
    from tests.met import catalogue

    return catalogue().sliders


@pytest.mark.parametrize("name", SHIPPED)
def test_that_the_links_of_shipped_scenarios_compute_live_and_settled(name):
    scenario = load_scenario(name, profile=MET).scenario.replace(draws=1024)
    assert_computes(project(scenario))
    assert_computes(Live().project(scenario))


def test_that_a_link_without_a_denominator_has_no_figure_and_breaks_nothing():
    scenario = load_scenario("baseline", profile=MET).scenario.replace(draws=128, weeks=4)
    result = project(scenario)

    class Nothing:
        """As a projection in which no alert is true."""

        scenario, catalogue, binding = result.scenario, result.catalogue, result.binding
        break_even = None

        def summary(self, key, *given):
            return result.summary(key, *given) * (key == "deployments")

        def smooth(self, key, *given):
            return self.summary(key, *given)

        def totals(self, key, *given):
            return result.totals(key, *given) * (key == "deployments")

        def makes_up_against(self, deployments):
            return result.makes_up_against(deployments)

    shown = figures(Nothing())
    assert "arrests_per_alert" not in shown
    assert shown["arrests"] == "0"


@pytest.fixture(scope="module")
def four():
    return {
        letter: project(load_scenario(name, profile=MET).scenario.replace(draws=512))
        for letter, name in zip(LETTERS, SHIPPED, strict=True)
    }


def test_that_every_scenario_has_its_strip_and_its_letter(four, qtbot):
    for link in LINKS:
        summary = summarise_link(link, four, "A", "B")
        assert list(summary.ranges) == list("ABCD")
        for letter, ends in summary.ranges.items():
            assert ends[0] <= summary.centres[letter] <= ends[-1]
    chart = LinkChart()
    qtbot.addWidget(chart)
    texts = {letter: figures(result) for letter, result in four.items()}
    heights = []
    for letters in ("AB", "ABCD"):
        some = {letter: four[letter] for letter in letters}
        shown = summarise_link(RESULT, some, "A", "B")
        chart.show_link(shown, {letter: texts[letter]["arrests"] for letter in letters})
        heights.append(chart.sizeHint().height())
    assert heights[1] == 2 * heights[0]


def test_that_the_change_names_both_scenarios_and_is_that_of_the_figures(four):
    summary = summarise_link(RESULT, four, "A", "B")
    change = summary.centres["A"] / summary.centres["B"] - 1
    assert summary.change.startswith("A against B: +")
    assert read(summary.change.split(":")[1]) == pytest.approx(change, abs=0.006)
    assert summarise_link(RESULT, four, "B", "B").change == ""
    same = summarise_link(LINKS[0], {"B": four["B"], "D": four["D"]}, "D", "B")
    assert same.change == "D against B: unchanged"
