"""An explorable page in a real browser: opened from the disk, its levers moved as by a hand."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from modeller import kernel
from modeller.briefing import export
from modeller.briefing.explorable.inputs import SHOWN
from modeller.scenario import BeliefSetting
from tests import browser
from tests.briefings import plan_and_baseline

needs_browser = pytest.mark.skipif(
    browser.executable() is None, reason="no browser of Chromium's family is installed"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def chromium():
    with browser.Browser() as found:
        yield found


@pytest.fixture(scope="module")
def plan(folder):
    """The file of the plan against the baseline."""
    kernel.compile_now()
    path = folder / "plan.html"
    export(plan_and_baseline(), path, explorable=True)
    return path


@pytest.fixture
def page(plan, chromium):
    """The same opened from the disk, as it is whatever was opened before."""
    if chromium.run("location.href") != plan.absolute().as_uri():
        opened(chromium, plan)
    return chromium


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
