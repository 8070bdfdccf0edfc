"""The numbers, words and codes of an explorable page are those of the window."""

from __future__ import annotations

import json

import numpy as np
import pytest

from modeller import kernel
from modeller.briefing import brief, export
from modeller.briefing.explorable import sentences
from modeller.briefing.explorable.inputs import SHOWN
from modeller.evidence import last_full_year
from modeller.projection import MEDIAN, project
from modeller.projection.live import Live
from modeller.projection.summaries import PROBABILITIES
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.opened import open_code
from modeller.scenario.places import PlaceMix
from modeller.scenario.setting import Schedule, Step
from modeller.scenario.sharing import open_bytes
from modeller.wording import answer, axis_labels, middle_words, of_100, range_words
from modeller.wording.numbers import style_for
from tests.briefings import ABOUT, plan_and_baseline
from tests.explored import (
    chromium,
    folder,
    levers,
    moved_to,
    needs_browser,
    opened,
    page,
    plan,
    scenario_at,
    shown_totals,
)
from tests.met import MET

__all__ = ["chromium", "folder", "page", "plan"]

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
def test_that_code_and_file_of_the_page_open_as_what_it_shows(page, move):
    places, mix = move
    moved_to(page, places, mix)
    expected = scenario_at(page, places, mix)
    loaded = open_code(page.run("codeOf(explorable.about, explorable.levers)"), MET)
    assert loaded.scenario.fingerprint == expected.fingerprint
    saved = page.run("JSON.stringify(documentOf(explorable.about, explorable.levers), null, 1)")
    assert open_bytes(saved.encode(), profile=MET).scenario.fingerprint == expected.fingerprint


def mix(name):
    """A named mix of places."""
    return PlaceMix(((name, 1.0),))


@needs_browser
@pytest.mark.parametrize("weeks", [13, 60])
def test_that_schedules_own_beliefs_and_four_scenarios_are_followed(folder, chromium, weeks):
    kernel.compile_now()
    own = Scenario(
        title="Step by step", weeks=weeks, draws=700, places=mix("plan-zones"),
        changes={
            "deployments_per_week": Schedule((Step(1, 4.0), Step(7, 9.0))),
            "officer_losses": 900.0, "phase_in_weeks": 6.0,
            "true_match_rate": BeliefSetting(0.7, 0.5),
        },
    )  # fmt: skip
    others = [
        Scenario(weeks=weeks, draws=700),
        Scenario(weeks=weeks, draws=700, changes={"true_alerts_per_deployment": 5.0}),
        Scenario(weeks=weeks, draws=700, places=mix("evenly"), changes={"days_per_week": 6.0}),
    ]
    path = folder / f"four-{weeks}.html"
    briefing = brief([project(each) for each in (others[0], own, *others[1:])], ABOUT)
    export(briefing, path, explorable=True)
    opened(chromium, path)
    assert chromium.run("explorable.about.kernel.draws") == own.draws
    live = Live(threads=1)
    for place, scenario in enumerate(others):
        projection = live.project(scenario, SHOWN)
        for key in SHOWN:
            found = chromium.run(f"Array.from(explorable.compared[{place}].totals.{key})")
            assert np.array_equal(found, projection.totals(key)), (place, key)
    projection = live.project(own)
    for key, totals in shown_totals(chromium).items():
        assert np.array_equal(totals, projection.totals(key)), key
    past = None if briefing.record is None else last_full_year(briefing.record)
    assert chromium.run("explorable.said") == answer(projection, past)
    moved_to(chromium, {"deployments_per_week": 13})
    moved = own.replace(
        changes={
            **own.changes,
            "deployments_per_week": levers(chromium)["deployments_per_week"][13],
        }
    )
    for key, totals in shown_totals(chromium).items():
        assert np.array_equal(totals, live.project(moved, SHOWN).totals(key)), key
    code = open_code(chromium.run("codeOf(explorable.about, explorable.levers)"), MET)
    assert code.scenario.fingerprint == moved.fingerprint


@needs_browser
def test_that_the_chance_of_a_target_is_the_share_of_the_futures(page):
    moved_to(page, {"deployments_per_week": 16})
    totals = shown_totals(page)
    for key in SHOWN:
        wanted = float(np.quantile(totals[key], 0.3))
        for direction, share in (
            ("least", (totals[key] >= wanted).mean()),
            ("most", (totals[key] <= wanted).mean()),
        ):
            page.run(f"""(() => {{
              const place = (name) => document.getElementById("explore-target-" + name);
              place("outcome").value = {json.dumps(key)};
              place("outcome").dispatchEvent(new Event("input"));
              place("direction").value = {json.dumps(direction)};
              place("number").value = {json.dumps(repr(wanted))};
              place("number").dispatchEvent(new Event("input"));
            }})()""")
            said = page.run("document.getElementById('explore-target-answer').textContent")
            assert said == f"in {of_100(float(share))} of 100 futures."


@pytest.mark.parametrize("key", ["arrests", "false_alerts", "faces_scanned"])
@pytest.mark.parametrize("middle", [0.0, 0.49, 0.5, 1.49, 1.5, 7.0])
def test_that_the_page_tells_the_cases_apart_where_the_answer_does(key, middle):
    scenario = plan_and_baseline().projections[1].scenario
    said = sentences.sentences(scenario, scenario.catalogue, [10.0], None)
    middles = {"arrests": 1.0, "false_alerts": 1.0, "faces_scanned": 1.0, key: middle}
    case = sentences._Case(scenario, scenario.catalogue, middles, 0.3, 0.6)
    counts = [
        sum(each >= limit for limit in said["limits"][name]) for name, each in middles.items()
    ]
    template = said["plans"]["10"] + said["answers"]["".join(map(str, (*counts, 2, 2)))]
    figures = {each: middle_words(case, each) for each in middles}
    written = template.replace("**", "").format(**figures, whole="30", makes_up="60")
    assert written == answer(case, None)


# ---------------------------------------------------------------- figures


def _ranges():
    random = np.random.default_rng(7)
    for _ in range(1500):
        middle = float(10.0 ** random.uniform(-3, 8) * random.choice([1.0, 0.0], p=[0.97, 0.03]))
        width = float(middle * 10.0 ** random.uniform(-4, 0.3))
        low, high = max(0.0, middle - width * random.uniform()), middle + width
        if random.uniform() < 0.4:
            low, middle, high = (float(np.rint(2 * each) / 2) for each in (low, middle, high))
        yield low, middle, high, bool(random.uniform() < 0.7)


@needs_browser
def test_that_figures_are_written_as_python_writes_them(page):
    asked = list(_ranges())
    found = page.run(
        f"({json.dumps(asked)}).map(([low, middle, high, whole]) => {{"
        " const style = styleFor(low, high, whole);"
        " return [figure(middle, style), figureRange(low, high, style)]; })"
    )
    for (low, middle, high, whole), (figure, ends) in zip(asked, found, strict=True):
        written = style_for("", low, high, whole=whole)
        assert figure == written.figure(middle), (low, middle, high, whole)
        assert ends == written.range(low, high), (low, middle, high, whole)


@needs_browser
def test_that_axes_and_shares_are_written_as_python_writes_them(page):
    axes = [
        [step * 10.0**power * place for place in range(5)]
        for step in (1.0, 2.0, 2.5, 5.0)
        for power in range(-2, 8)
    ]
    for ticks, found in zip(axes, page.run(f"({json.dumps(axes)}).map(axisLabels)"), strict=True):
        assert tuple(found) == axis_labels(ticks), ticks
    shares = [count / 2048 for count in range(2049)]
    found = page.run(f"({json.dumps(shares)}).map((one) => of100(one, explorable.about.words))")
    assert found == [of_100(share) for share in shares]
