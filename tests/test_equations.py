"""The equations stand once: what does not fit is said, and every kernel is made of them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import FunctionType, ModuleType
from typing import Any

import numpy as np
import pytest
from numba import njit
from numba.core.errors import NumbaError

from modeller import kernel
from modeller.model import equation_graph
from modeller.model.catalogue import Catalogue, declare
from modeller.model.engine import simulate
from modeller.model.equation_graph import EQUATIONS, EquationError, Names
from modeller.model.operations import (
    Luck,
    choose,
    exponential,
    gamma,
    least,
    poisson,
    small_poisson,
)
from modeller.projection import BANDS, project
from modeller.projection.live import Live
from modeller.scenario import Scenario
from modeller.scenario.inputs import inputs_of
from modeller.scenario.setting import BeliefSetting
from tests.extremes import PLAN
from tests.met import catalogue, whole_tables

SHIPPED = catalogue()
SOURCE = catalogue.__module__.rpartition(".")[0]


def names_of(declared: Catalogue, **changes: Any) -> Names:
    return declared.model.names._replace(**changes)


def sorted_out(monkeypatch, names: Names | None = None, **functions: Any) -> equation_graph.Model:
    """The model of the shipped names with some equations changed or added."""
    monkeypatch.setattr(equation_graph, "EQUATIONS", {**EQUATIONS, **functions})
    return equation_graph.model_of.__wrapped__(names or SHIPPED.model.names)


# ---------------------------------------------------------------- what does not fit is said


def test_that_every_equation_is_needed_and_every_belief_read():
    assert set(SHIPPED.model.equations) == set(EQUATIONS)
    assert SHIPPED.model.idle_beliefs() == ()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("charge_shar", "charge_share"),
        ("officer_loses", "officer_losses"),
        ("weeks_per_yaer", "weeks_per_year"),
        ("arests", "arrests"),
        ("before_log_level_face", "before_log_level_faces"),
        ("departure_faces_per_deploymnt", "departure_faces_per_deployment"),
    ],
)
def test_that_a_misspelt_name_is_told_with_its_place_and_the_name_that_is_nearest(
    asked, meant, monkeypatch
):
    made: dict[str, Any] = {}
    exec(f"def charged_or_cautioned(arrests, {asked}):\n    return arrests * {asked}", made)
    with pytest.raises(EquationError) as told:
        sorted_out(monkeypatch, charged_or_cautioned=made["charged_or_cautioned"])
    said = str(told.value)
    assert f"charged_or_cautioned in modeller/model/equations.py, line 1, asks for {asked}" in said
    assert said.endswith(f"; did you mean {meant}?")


def with_if(arrests, charge_share):
    return arrests if arrests > 3.0 else charge_share


def with_numpy(arrests, charge_share):
    return np.exp(arrests) * charge_share


def with_an_unknown_part_of_luck(luck_charges, arrests):
    return luck_charges.shares * arrests


def of_nothing(arrests):
    return 3.0


def of_itself(false_alerts_on_black_people, charged_or_cautioned):
    return false_alerts_on_black_people * charged_or_cautioned


def carried_without_a_first(before_charged_or_cautioned, arrests):
    return before_charged_or_cautioned + arrests


@pytest.mark.parametrize(
    ("equation", "said"),
    [
        (with_if, "charged_or_cautioned: an equation may not decide with if, and, or: use choose"),
        (with_numpy, "the equation charged_or_cautioned: "),
        (with_an_unknown_part_of_luck, "has no attribute 'shares'"),
        (of_nothing, "the equation charged_or_cautioned gives 3.0, whatever it is given"),
        (of_itself, "in a circle: charged_or_cautioned → charged_or_cautioned"),
        (carried_without_a_first, "no equation first_charged_or_cautioned says what it was"),
    ],
)
def test_that_an_equation_that_cannot_be_is_refused_by_name(equation, said, monkeypatch):
    with pytest.raises(EquationError, match=re.escape(said)):
        sorted_out(monkeypatch, charged_or_cautioned=equation)


def test_that_a_level_may_hang_on_no_lever_and_on_nothing_that_luck_counts(monkeypatch):
    def moved(before_log_level_faces, watchlist_size):
        return before_log_level_faces * watchlist_size

    def coins(luck_coins, charge_share):
        return poisson(luck_coins, charge_share)

    def counted(before_log_level_faces, coins):
        return before_log_level_faces * coins

    with pytest.raises(EquationError, match=r"log_level_faces carries on .*watchlist_size may not"):
        sorted_out(monkeypatch, log_level_faces=moved)
    with pytest.raises(EquationError, match="may not hang on coins, which luck counts"):
        sorted_out(monkeypatch, log_level_faces=counted, coins=coins)


def test_that_half_a_change_of_the_catalogue_is_told_when_it_is_read(monkeypatch):
    names = names_of(SHIPPED, flows=(*SHIPPED.model.names.flows, "arrests_forgon"))
    with pytest.raises(EquationError, match=r"of its name; did you mean arrests_forgone\?"):
        sorted_out(monkeypatch, names)
    names = names_of(SHIPPED, levers=(*SHIPPED.model.names.levers, "charge_share"))
    with pytest.raises(EquationError, match="charge_share names two things"):
        sorted_out(monkeypatch, names)
    tables = whole_tables()
    tables["beliefs"]["charge_shares"] = tables["beliefs"].pop("charge_share")
    with pytest.raises(EquationError, match=r"did you mean charge_shares\?"):
        declare(tables)
    tables = whole_tables()
    tables["beliefs"]["luckiness"] = dict(tables["beliefs"]["charge_share"])
    with pytest.raises(EquationError, match="no equation reads luckiness"):
        declare(tables)


# ---------------------------------------------------------------- made of them


def overtime_hours(luck_overtime, arrests, hours_per_late_arrest, backlog):
    return small_poisson(luck_overtime, arrests * hours_per_late_arrest * 0.25) + backlog


def backlog(smoothed_backlog):
    return exponential(smoothed_backlog)


def smoothed_backlog(before_smoothed_backlog, luck_backlog, highest_arrest_share, setup_hours):
    return 0.5 * before_smoothed_backlog + 0.1 * highest_arrest_share * luck_backlog.normal * least(
        setup_hours, 3.0
    )


def first_smoothed_backlog(departure_setup_hours):
    return 0.1 * departure_setup_hours


ADDED = {
    function.__name__: function
    for function in (overtime_hours, backlog, smoothed_backlog, first_smoothed_backlog)
}


@pytest.fixture(scope="module")
def other() -> Catalogue:
    """A catalogue with a belief, a flow, a level and a ratio more, and some outcomes fewer."""
    belief = replace(SHIPPED.beliefs["setup_hours"], key="hours_per_late_arrest", dimension=26)
    flow = replace(SHIPPED.outcomes["officer_hours"], key="overtime_hours")
    ratio = replace(
        SHIPPED.outcomes["officer_hours_per_arrest"], key="overtime_per_arrest",
        numerator="overtime_hours",
    )  # fmt: skip
    kept = {k: o for k, o in SHIPPED.outcomes.items() if not k.startswith(("cost", "charged"))}
    unread = {"cost_per_officer_year", "equipment_cost_per_deployment", "charge_share"}
    declared = replace(
        SHIPPED,
        beliefs={k: b for k, b in SHIPPED.beliefs.items() if k not in unread}
        | {belief.key: belief},
        outcomes=kept | {flow.key: flow, ratio.key: ratio},
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(equation_graph, "EQUATIONS", {**EQUATIONS, **ADDED})
        assert declared.model.idle_beliefs() == ()
    kernel.compile_now(declared=declared)
    return declared


def test_that_what_is_added_moves_what_it_should(other):
    reach = other.model.behind("overtime_hours")
    assert {"hours_per_late_arrest", "true_match_rate", "officer_losses"} <= reach
    assert list(other.model.levels) == [
        "level_faces",
        "level_alerts",
        "level_false_alerts",
        "level_share",
        "backlog",
    ]
    assert other.model.levels["backlog"].beliefs == ("setup_hours",)


def test_that_two_catalogues_run_side_by_side_and_every_form_agrees(other):
    for declared in (other, SHIPPED, other):
        scenario = Scenario(changes=PLAN, weeks=6, draws=1500)
        with_kernel = project(scenario, catalogue=declared)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(kernel, "ready", lambda: False)
            on_arrays = project(scenario, catalogue=declared)
        assert with_kernel.results_digest == on_arrays.results_digest
        live = Live(declared).project(scenario)
        for key, outcome in declared.outcomes.items():
            for band in BANDS:
                settled, shown = with_kernel.totals(key, band), live.totals(key, band)
                assert np.abs(shown - settled).mean() <= 0.01 * settled.std(), (key, band)
            width = np.ptp(with_kernel.summary(key)[1:])
            assert np.all(np.abs(live.summary(key) - with_kernel.summary(key)) <= 0.02 * width), key
            assert (outcome.kind == "ratio") or np.isfinite(live.summary(key, "weekly")).all()


def test_that_a_level_follows_the_belief_that_it_is_made_of(other):
    scenario = Scenario(changes=PLAN, weeks=6, draws=1500)
    moved = scenario.replace(changes={**PLAN, "setup_hours": BeliefSetting(2.0, 3.0)})
    live = Live(other)
    for one in (scenario, moved, scenario):
        shown, settled = live.project(one), project(one, catalogue=other)
        hours, rounded = settled.totals("overtime_hours"), shown.totals("overtime_hours")
        assert np.abs(hours - rounded).mean() < 0.01 * hours.std()
    assert not np.array_equal(
        live.project(moved).totals("overtime_hours"),
        live.project(scenario).totals("overtime_hours"),
    )


def test_that_a_catalogue_whose_code_is_not_made_runs_on_the_equations_themselves():
    fewer = replace(SHIPPED, outcomes={k: SHIPPED.outcomes[k] for k in ("deployments", "arrests")})
    kernel.compile_now()
    assert not kernel.ready_for(fewer.model)
    scenario = Scenario(changes=PLAN, weeks=4, draws=300)
    alone, among_all = project(scenario, catalogue=fewer), project(scenario)
    assert np.array_equal(alone.totals("arrests"), among_all.totals("arrests"))


def test_that_what_is_known_is_not_worked_out():
    inputs = inputs_of(Scenario(weeks=4, draws=100), SHIPPED)
    known = replace(inputs, known={"crews": np.full(100, 2.5)})
    for week in simulate(known):
        assert np.all(week.seen["deployments"] == 2.5)
    from modeller.kernel import settled

    kernel.compile_now()
    with pytest.raises(ValueError, match="only the engine takes"):
        next(settled.simulate(known))


def test_that_gamma_without_luck_is_its_mean():
    assert gamma(None, 3.0, 2.0) == 3.0
    assert poisson(None, 3.0) == 3.0
    assert gamma(Luck(None, 0.0), 3.0, 2.0) < 3.0  # the median
    assert choose(np.array([True, False]), 1.0, 2.0).tolist() == [1.0, 2.0]


# ---------------------------------------------------------------- machine code


def code_functions() -> list[Any]:
    """Every compiled function that Python calls, after a pass of each kind."""
    from modeller.kernel import keeping

    kernel.compile_now()
    return [dispatcher for dispatcher in keeping._kept if dispatcher.signatures]


def test_that_the_machine_code_asks_for_no_memory():
    asked = re.compile(r"@\w*(?:NRT_|alloc)\w*", re.IGNORECASE)
    found = code_functions()
    assert {"run_block", "run_week", "fill_noise", "read_bands"} <= {f.__name__ for f in found}
    for dispatcher in found:
        options = {k: v for k, v in dispatcher.targetoptions.items() if k != "nopython"}
        fresh = njit(**options)(dispatcher.py_func)  # what is kept is not shown
        signature = dispatcher.signatures[0]
        fresh.compile(signature)
        assert asked.findall(fresh.inspect_llvm(signature)) == [], dispatcher.__name__


def test_that_code_that_asks_for_memory_is_refused():
    from modeller.kernel.compiling import compiled

    def careless(number):
        return np.zeros(number)

    with pytest.raises(NumbaError):
        compiled(careless)(3)


def test_that_loading_compiles_nothing():
    kernel.compile_now()  # kept from here on
    program = (
        "from numba.core import event\n"
        "from modeller import kernel\n"
        "from modeller.projection.live import Live\n"
        "from modeller.projection import project\n"
        "from modeller.scenario import Scenario\n"
        "with event.install_recorder('numba:compile') as compiled:\n"
        "    kernel.compile_now()\n"
        "    scenario = Scenario(weeks=5, draws=1200)\n"
        "    for band in ('seen', 'underlying'):\n"
        "        Live().project(scenario, band=band).binding\n"
        "        project(scenario).totals('arrests', band)\n"
        "for _, one in compiled.buffer:\n"
        "    print(one.data['dispatcher'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], timeout=600, check=True, capture_output=True, text=True
    )
    assert done.stdout == ""


def constants_behind(function: Any, seen: set[int]) -> Iterator[tuple[ModuleType, str]]:
    """Every constant of a module that a compiled function goes back to."""
    function = getattr(function, "py_func", function)
    if not isinstance(function, FunctionType) or id(function) in seen:
        return
    seen.add(id(function))
    for name in function.__code__.co_names:
        value = function.__globals__.get(name)
        if isinstance(value, (int, float, np.generic, tuple, np.ndarray)):
            yield sys.modules[function.__module__], name
        else:
            yield from constants_behind(value, seen)


def changed(value: Any) -> Any:
    if isinstance(value, tuple):
        return (*value[:-1], changed(value[-1]))
    if isinstance(value, np.ndarray):
        other = value.copy()
        other.flat[-1] = changed(other.flat[-1])
        return other
    if isinstance(value, (int, np.integer)):
        return type(value)(int(value) ^ 1)
    return type(value)(-value if value else 1)


def test_that_a_constant_changed_anywhere_makes_new_code(monkeypatch):
    from modeller.kernel import keeping

    functions = code_functions()
    seen: set[int] = set()
    constants = {pair for function in functions for pair in constants_behind(function, seen)}
    assert {"LANES", "_EXP_TERMS", "_SERIES_FROM", "_CAUSES", "_0"} <= {n for _, n in constants}
    before = keeping.digest_of(functions)
    for module, name in constants:
        with monkeypatch.context() as patch:
            patch.setattr(module, name, changed(getattr(module, name)))
            assert keeping.digest_of(functions) != before, (module.__name__, name)
    assert keeping.digest_of(functions) == before


@pytest.mark.parametrize("named", ["poisson", "exp", "fill_shares", "row_sum", "high_product"])
def test_that_a_function_changed_anywhere_makes_new_code(named, monkeypatch):
    from modeller.kernel import bits, counts64, elementary64, keeping, noise, tally

    functions = code_functions()
    before = keeping.digest_of(functions)
    for module in (bits, counts64, elementary64, noise, tally):
        whole = getattr(module, named, None)
        inner = getattr(whole, "py_func", getattr(whole, "_defn", None))
        if inner is not None and inner.__module__ == module.__name__:
            monkeypatch.setattr(inner, "__code__", (lambda *_: None).__code__.replace(
                co_freevars=inner.__code__.co_freevars))  # fmt: skip
            break
    assert keeping.digest_of(functions) != before


def test_that_an_equation_changed_makes_new_code(monkeypatch):
    from modeller.kernel.live_source import LiveSource
    from modeller.kernel.settled_source import SettledSource

    def charged_or_cautioned(arrests, charge_share):
        return arrests * charge_share * 1.0000001

    model = sorted_out(monkeypatch, charged_or_cautioned=charged_or_cautioned)
    for source in (LiveSource, SettledSource):
        assert source(model).source != source(SHIPPED.model).source


_factor = 2.0


def times(number):
    return number * _factor


def test_that_stale_code_is_never_loaded(tmp_path, monkeypatch):
    from modeller.kernel import compiling, keeping

    monkeypatch.setattr(keeping, "_FOLDER", tmp_path)
    for factor, hits in ((2.0, 0), (3.0, 0), (2.0, 1), (3.0, 1)):
        monkeypatch.setattr(sys.modules[__name__], "_factor", factor)
        made: Any = compiling.compiled(times)
        assert made(5.0) == 5.0 * factor
        assert sum(made.stats.cache_hits.values()) == hits
