"""The explorable page in a real browser: the window's numbers, its words, its codes, no network."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from modeller import kernel
from modeller.briefing import export
from modeller.briefing.explorable.inputs import SHOWN
from modeller.evidence import last_full_year
from modeller.projection import MEDIAN
from modeller.projection.live import Live
from modeller.projection.summaries import PROBABILITIES
from modeller.scenario import BeliefSetting
from modeller.scenario.sharing import open_code
from modeller.wording import answer, middle_words, range_words
from tests import browser
from tests.briefings import plan_and_baseline

needs_browser = pytest.mark.skipif(
    browser.executable() is None, reason="no browser of Chromium's family is installed"
)
_STEPS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def chromium():
    with browser.Browser() as found:
        yield found


@pytest.fixture(scope="module")
def page(folder, chromium):
    """The plan against the baseline, opened from the disk."""
    kernel.compile_now()
    path = folder / "plan.html"
    export(plan_and_baseline(), path, explorable=True)
    return opened(chromium, path)


def opened(chromium, path):
    chromium.open(path)
    chromium.run(
        "new Promise((done) => { const look = () => (globalThis.explorable"
        " || globalThis.explorableFault) ? done() : setTimeout(look, 20); look(); })"
    )
    fault = chromium.run("globalThis.explorableFault ? explorableFault.stack : ''")
    assert fault == ""
    return chromium


def moved_to(page, places, mix=None):
    """Move levers to places among their values, as a hand does, and wait for the next frame."""
    page.run(f"""(async () => {{
      explorable.levers.reset();
      for (const [key, place] of Object.entries({json.dumps(places)})) {{
        const input = document.getElementById("lever-" + key);
        input.value = String(place);
        input.dispatchEvent(new Event("input"));
      }}
      const mix = {json.dumps(mix)};
      if (mix !== null) {{
        const select = document.getElementById("lever-mix");
        select.value = mix;
        select.dispatchEvent(new Event("change"));
      }}
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }})()""")


def levers(page) -> dict[str, Any]:
    told = page.run("explorable.about.levers.map(({key, values}) => [key, values])")
    return dict(told)


def scenario_at(page, places, mix=None):
    scenario = plan_and_baseline().projections[1].scenario
    changes = dict(scenario.changes)
    for key, place in places.items():
        value = levers(page)[key][place]
        setting = scenario.setting(key)
        changes[key] = (
            BeliefSetting(value, setting.spread) if isinstance(setting, BeliefSetting) else value
        )
    fields = {} if mix is None else {"places": mix}
    return scenario.replace(changes=changes, **fields)


def shown_totals(page):
    return {key: np.array(page.run(f"Array.from(explorable.result.totals.{key})")) for key in SHOWN}


_MOVES: list[tuple[dict[str, int], str | None]] = [
    ({}, None),
    ({"deployments_per_week": 8}, None),
    ({"deployments_per_week": 28, "officer_losses": 60, "budget_shortfall": 45}, "plan-zones"),
    ({"true_match_rate": 10, "false_alerts_per_million_faces": 30}, None),
    ({"arrests_per_true_alert": 5, "deployments_per_week": 1}, "fixed-cameras"),
    ({"days_per_week": 0, "deployments_per_week": 20}, None),
    ({"deployments_per_week": 0}, None),
    ({"officer_losses": 0}, "by-residents"),
]


@needs_browser
@pytest.mark.parametrize("move", _MOVES, ids=str)
def test_that_the_page_finds_the_totals_of_the_window_draw_for_draw(page, move):
    places, mix = move
    moved_to(page, places, mix)
    scenario = scenario_at(page, places, mix)
    projection = Live(threads=1).project(scenario, SHOWN, ("weekly", "cumulative", "total"))
    assert projection.draws_used == page.run("explorable.about.kernel.draws")
    for key, totals in shown_totals(page).items():
        assert np.array_equal(totals, projection.totals(key)), key
        weekly = projection.smooth(key, "cumulative" if key == "false_alerts" else "weekly")
        bands = np.array(page.run(f"Array.from(explorable.result.fans.{key})"))
        assert np.array_equal(bands.reshape(-1, len(PROBABILITIES)), weekly[:, 1:]), key
    covers = projection.break_even
    assert page.run("explorable.makesUp") == (None if covers is None else covers.makes_up)


@needs_browser
@pytest.mark.parametrize("move", _MOVES, ids=str)
def test_that_the_page_says_what_python_says(page, move):
    places, mix = move
    moved_to(page, places, mix)
    projection = Live(threads=1).project(scenario_at(page, places, mix))
    record = plan_and_baseline().record
    assert record is not None
    assert page.run("document.getElementById('explore-answer').textContent") == answer(
        projection, last_full_year(record)
    )
    for key in SHOWN:
        said = page.run(f"explorable.totals.{key}")
        assert said["figure"] == middle_words(projection, key)
        assert said["rangeWords"] == range_words(projection, key)
        assert said["middle"] == projection.summary(key)[MEDIAN]


@needs_browser
@pytest.mark.parametrize("move", _MOVES, ids=str)
def test_that_the_code_of_the_page_opens_as_what_it_shows(page, move):
    places, mix = move
    moved_to(page, places, mix)
    expected = scenario_at(page, places, mix)
    loaded = open_code(page.run("codeOf(explorable.about, explorable.levers)"))
    assert loaded.scenario.fingerprint == expected.fingerprint
