"""The kernel for pages: the bits of the window, made of today's source, asking for nothing."""

from __future__ import annotations

import json
import math
from typing import cast

import numpy as np
import pytest

from modeller.kernel import wasm, wasm_build
from modeller.kernel.ensemble import Ensemble
from modeller.kernel.generated import code_for, use
from modeller.kernel.live_pass import Passes, Plan, Wanted
from modeller.model.distributions import IDENTITY, LOG, LOGIT
from modeller.projection.summaries import PROBABILITIES
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.inputs import weekly_levers
from tests.wasm_functions import Machine, code_of_pages

SCENARIO = Scenario(weeks=30, draws=700)
_SHOWN = ("arrests", "false_alerts", "faces_scanned", "deployments")


@pytest.fixture(scope="module")
def module():
    found = wasm.module()
    assert found is not None, "run make wasm"
    return found


def test_that_the_committed_module_is_made_of_todays_source(module):
    live = code_for(SCENARIO.catalogue.model).live
    functions = [function for function, _ in wasm_build.functions_of_a_page().values()]
    assert module.source == wasm_build.source_digest(functions, live.source), "run make wasm"
    assert module.fits(live)


def test_that_another_constant_anywhere_makes_the_module_stale(module, monkeypatch):
    from modeller.kernel import elementary64, samplers32

    live = code_for(SCENARIO.catalogue.model).live
    functions = [function for function, _ in wasm_build.functions_of_a_page().values()]
    for place, name, value in (
        (elementary64, "_ROOT_HALF", 0.70710678118654),
        (samplers32, "FEW_TRIALS", np.float32(6.5)),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(place, name, value)
            assert wasm_build.source_digest(functions, live.source) != module.source
    assert wasm_build.source_digest(functions, live.source + " ") != module.source


def test_that_the_module_asks_the_page_for_nothing(module):
    assert Machine(module).asked == []


def test_that_a_damaged_module_is_not_used(tmp_path, module):
    about = json.loads((wasm.FOLDER / wasm.ABOUT).read_text("utf-8"))
    (tmp_path / wasm.ABOUT).write_text(json.dumps(about), "utf-8")
    assert wasm.module(tmp_path) is None
    (tmp_path / wasm.MODULE).write_bytes(module.code[:-1])
    wasm.module.cache_clear()
    assert wasm.module(tmp_path) is None


def projected(code, weekly, cumulative, changes):
    scenario = SCENARIO.replace(changes={**SCENARIO.changes, **changes})
    declared = scenario.catalogue
    known = code_for(declared.model)
    use(declared.model, code)
    try:
        ensemble = Ensemble(declared, scenario.seed, scenario.weeks, scenario.draws)
        settings = {key: cast(BeliefSetting, scenario.setting(key)) for key in declared.beliefs}
        draws = ensemble.draws(settings, scenario.mix)
    finally:
        use(declared.model, known)
    live = code.live
    table = live.table(weekly_levers(scenario, declared), declared.figures).astype(np.float32)
    plan = Plan(live, Wanted(weekly, cumulative, _SHOWN, binding=True), declared, seen=True)
    passes = Passes(code, threads=1)
    return draws, passes.run(plan, draws, scenario.draws, table, PROBABILITIES, seen=True)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"deployments_per_week": 10.0, "officer_losses": 1400.0, "budget_shortfall": 260.0},
        {
            "deployments_per_week": 1.0,
            "true_alerts_per_deployment": BeliefSetting(2.0),
            "true_match_rate": BeliefSetting(0.5),
        },
    ],
)
def test_that_the_module_gives_the_bits_of_the_window(changes):
    declared = SCENARIO.catalogue
    ours, theirs = code_of_pages(declared), code_for(declared.model)
    ratio = ("share_of_plan_delivered",)
    drawn, found = projected(ours, _SHOWN, (*_SHOWN, *ratio), changes)
    expected_draws, expected = projected(theirs, _SHOWN, (*_SHOWN, *ratio), changes)
    for name in ("noise", "beliefs"):
        assert np.array_equal(getattr(drawn, name), getattr(expected_draws, name)), name
    for one, other in zip(drawn.levels, expected_draws.levels, strict=True):
        assert np.array_equal(one, other)
    for part in ("means", "bands", "smooth", "sums"):
        for key, values in getattr(expected, part).items():
            assert np.array_equal(getattr(found, part)[key], values, equal_nan=True), (part, key)
    assert np.array_equal(found.cause_shares, expected.cause_shares)
    assert np.array_equal(found.first_week, expected.first_week)


@pytest.mark.parametrize(("kind", "link"), [*enumerate((IDENTITY, LOG, LOGIT))])
def test_that_a_value_has_the_place_on_its_scale_that_python_gives_it(module, kind, link):
    place = np.empty(1)
    functions = Machine(module).functions()
    for value in np.linspace(0.001, 0.999, 97):
        functions["place_on_scale"](kind, float(value), place)
        assert place[0] == link.forward(value)


def test_that_the_share_of_a_normal_is_right_to_thirteen_digits():
    from modeller.kernel.elementary64 import normal_share

    for z in np.linspace(-8.5, 8.5, 1001):
        assert normal_share(float(z)) == pytest.approx(
            0.5 * math.erfc(-z / math.sqrt(2.0)), rel=1e-13
        )
