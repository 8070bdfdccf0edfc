"""Times the explorable page in a real browser, from a slider's move to painting."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from modeller.briefing import brief
from modeller.briefing.explorable import explorer
from modeller.briefing.html import render_html
from modeller.projection import project
from scenarios.write import shipped_scenarios
from tests.briefings import ABOUT
from tests.browser import Browser, executable

DRAWS = (2_048, 10_000)
MUST = {2_048: 16, 10_000: 60}
"""The milliseconds within which 19 of 20 moves should be painted."""
_MOVES = 200

# A browser hands the moves of a hand over right before a frame: what the page then does, and the
# painting, are done within it. What is posted at the frame's beginning comes when it is painted.
_MEASURED = """
(async (moves) => {
  const slider = document.getElementById("lever-deployments_per_week");
  const most = Number(slider.max), taken = [];
  const {port1, port2} = new MessageChannel();
  for (let i = 0; i < moves; i += 1) {
    await new Promise((next) => requestAnimationFrame(() => {
      let handled = 0;
      requestAnimationFrame(() => {
        const begun = performance.now();
        port1.onmessage = () => {
          taken.push(performance.now() - begun + handled);
          next();
        };
        port2.postMessage(0);
      });
      const before = performance.now();
      slider.value = String(Math.round(most * (0.5 + 0.5 * Math.sin(i / 9))));
      slider.dispatchEvent(new Event("input"));
      handled = performance.now() - before;
    }));
  }
  return taken;
})
"""


def slider_to_paint() -> dict[str, Any]:
    """Milliseconds of a move for two numbers of futures, 52 weeks; empty without a browser."""
    if executable() is None:
        return {}
    shipped = shipped_scenarios()
    briefing = brief([project(shipped[key]) for key in ("baseline", "met-plan-2025")], ABOUT)
    nothing = {chart.key: b"" for chart in briefing.charts}
    found = {}
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        browser.screen(1280, 900)
        for draws in DRAWS:
            path = Path(folder) / f"{draws}.html"
            path.write_bytes(render_html(briefing, nothing, nothing, explorer(briefing, draws)))
            browser.open(path)
            browser.ask("Performance.enable", timeDomain="threadTicks")
            browser.run(
                "new Promise((done) => { const look = () => globalThis.explorable ? done()"
                " : setTimeout(look, 20); look(); })"
            )
            browser.run(f"{_MEASURED}(20)")
            before = _processor_seconds(browser)
            taken = np.array(browser.run(f"{_MEASURED}({_MOVES})"))
            spent = _processor_seconds(browser)
            found[f"{draws:,}"] = {
                "median": round(float(np.median(taken)), 1),
                "p95": round(float(np.quantile(taken, 0.95)), 1),
                **{name: round(1e3 * (spent[name] - before[name]) / _MOVES, 1) for name in spent},
                "must reach": MUST[draws],
            }
    return found


def _processor_seconds(browser: Browser) -> dict[str, float]:
    """Processor time of the page's thread, which other programs do not lengthen."""
    told = {
        each["name"]: each["value"] for each in browser.ask("Performance.getMetrics")["metrics"]
    }
    return {"processor": told["TaskDuration"], "of it script": told["ScriptDuration"]}
