"""The compiled kernel gives the engine's numbers bit for bit."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from modeller import kernel
from modeller.base import elementary
from modeller.base.elementary import Floats
from modeller.model import counts, sampling
from modeller.model.engine import simulate
from modeller.projection import BANDS, View, project
from modeller.scenario import BeliefSetting, Scenario, Schedule, Setting, Step
from modeller.scenario.inputs import inputs_of
from tests.extremes import PLAN, extremes
from tests.met import catalogue


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    kernel.compile_now()


def assert_same_as_engine(scenario, threads=2):
    from modeller.kernel import settled

    inputs = inputs_of(scenario, catalogue())
    seen = settled.simulate(inputs, seen=True, threads=threads)
    underlying = settled.simulate(inputs, seen=False, threads=threads)
    weeks = 0
    for week, one, other in zip(simulate(inputs), seen, underlying, strict=True):
        weeks += 1
        assert np.array_equal(week.cause, one.cause)
        assert one.seen.keys() == week.seen.keys()
        for key in week.seen:
            assert np.array_equal(week.seen[key], one.seen[key]), key
            assert np.array_equal(week.underlying[key], other.underlying[key]), key
    assert weeks == scenario.weeks


@pytest.mark.parametrize("changes", list(extremes()))
def test_that_the_kernel_gives_the_engines_bits_at_every_extreme(changes):
    assert_same_as_engine(Scenario(changes=changes, weeks=4, draws=300))


@pytest.mark.parametrize(
    ("weeks", "draws", "threads"), [(60, 100, 1), (60, 101, 2), (4, 5000, 2), (9, 2600, 4)]
)
def test_that_the_kernel_gives_the_engines_bits_for_any_size(weeks, draws, threads):
    assert_same_as_engine(Scenario(changes=PLAN, weeks=weeks, draws=draws, seed=7), threads)


def test_that_the_kernel_follows_schedules():
    changes = {
        "deployments_per_week": Schedule((Step(1, 4), Step(3, 10), Step(6, 5.5))),
        "watchlist_size": Schedule((Step(1, 16000), Step(4, 3000))),
        "officers_per_deployment": Schedule((Step(1, 20), Step(5, 9))),
        "hours_per_deployment": Schedule((Step(1, 5.6), Step(2, 2.0))),
        "officer_losses": Schedule((Step(1, 0), Step(7, 3000))),
    }
    assert_same_as_engine(Scenario(changes=changes, weeks=8, draws=600))


def test_that_the_kernel_follows_a_belief_held_exactly_and_one_spread_wide():
    changes: dict[str, Setting] = {
        "true_alerts_per_deployment": BeliefSetting(12, 0),
        "faces_per_deployment": BeliefSetting(20000, 3),
        "true_match_rate": BeliefSetting(0.5, 5),
    }
    assert_same_as_engine(Scenario(changes=changes, weeks=5, draws=600))


def each(function: Callable[..., float], *columns: Floats) -> Floats:
    """The compiled function of every element."""
    return np.array([function(*row) for row in zip(*columns, strict=True)])


def test_that_the_elementary_functions_are_the_same_bits():
    from modeller.kernel import elementary64

    random = np.random.default_rng(1)
    x = np.concatenate(
        [random.normal(size=2000) * random.choice([1e-3, 1, 30, 400], 2000), [0.0, -0.0, 900, -900]]
    )
    u = np.concatenate([random.random(2000), 1e-14 * random.random(50), 1 - 1e-12 * np.arange(50)])
    u = np.clip(u, 2.0**-54, 1 - 2.0**-53)
    for name, argument in (("exp", x), ("expit", x), ("log", np.abs(x)), ("normal_quantile", u)):
        ours = each(getattr(elementary64, name), argument)
        assert np.array_equal(ours, getattr(elementary, name)(argument)), name


def test_that_the_counts_are_the_same_bits():
    from modeller.kernel import counts64

    random = np.random.default_rng(2)
    u = random.random(3000)
    z = elementary.normal_quantile(u)
    mean = np.exp(2.5 * random.normal(size=3000) + 1)
    assert np.array_equal(each(counts64.poisson, u, z, mean), counts.poisson(u, z, mean))
    trials, share = np.floor(mean), 0.01 + 0.97 * random.random(3000)
    for dispersion in (1.0, 1.3, 1.8):
        same = np.full(3000, dispersion)
        ours = each(counts64.beta_binomial, u, z, trials, share, same)
        assert np.array_equal(ours, counts.beta_binomial(u, z, trials, share, same))


@pytest.mark.parametrize(("first", "size"), [(0, 1001), (500, 77), (512, 512), (8, 3)])
def test_that_the_streams_are_the_same_numbers_from_any_draw_on(first, size):
    from modeller.kernel import noise

    shares = np.empty(size)
    noise.fill_shares(sampling._key(5, "faces"), 7, first, shares)
    assert np.array_equal(shares, sampling.uniforms(5, "faces", 7, first + size)[first:])


def test_that_a_projection_is_the_same_with_and_without_the_kernel(monkeypatch):
    scenario = Scenario(changes=PLAN, weeks=6, draws=700)
    with_kernel = project(scenario)
    underlying = {key: with_kernel.totals(key, "underlying") for key in catalogue().outcomes}
    even = with_kernel.break_even
    monkeypatch.setattr(kernel, "ready", lambda: False)
    without = project(scenario)
    assert without.results_digest == with_kernel.results_digest
    for key, outcome in catalogue().outcomes.items():
        views: list[View] = ["cumulative", "total"]
        for view in [*views, "weekly"] if outcome.kind == "flow" else views:
            assert np.array_equal(without.summary(key, view), with_kernel.summary(key, view))
        assert np.array_equal(without.totals(key, "underlying"), underlying[key])
    assert even is not None
    assert without.break_even is not None
    assert np.array_equal(without.break_even.extra_arrests, even.extra_arrests)


@pytest.mark.parametrize("band", BANDS)
def test_that_the_totals_of_the_kernel_are_the_sums_of_its_weeks(band):
    from modeller.kernel import settled

    scenario = Scenario(changes=PLAN, weeks=6, draws=300)
    projection = project(scenario)
    found = settled.sums(projection.inputs, seen=band == "seen")
    assert found is not None
    totals, causes = found
    assert np.array_equal(causes, projection._seen.causes)
    for key, values in totals.items():
        assert np.array_equal(values, projection.totals(key, band))


def test_that_progress_is_told_and_can_stop_a_projection():
    told: list[float] = []
    project(Scenario(weeks=4, draws=100), progress=told.append)
    assert told == [0.25, 0.5, 0.75, 1.0]

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        project(Scenario(weeks=4, draws=100), progress=stop)


def test_that_a_forked_process_can_project_too():
    if not hasattr(os, "fork"):
        pytest.skip("needs fork")
    program = (
        "import os, sys\n"
        "from modeller import kernel\n"
        "from modeller.projection import project\n"
        "from modeller.scenario import Scenario\n"
        "kernel.compile_now()\n"
        "scenario = Scenario(weeks=4, draws=3000)\n"
        "digest = project(scenario).results_digest\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    os._exit(0 if project(scenario).results_digest == digest else 1)\n"
        "sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], timeout=300, check=False)
    assert done.returncode == 0


def test_that_nothing_slow_is_imported_before_the_kernel_is_asked_for():
    program = (
        "import sys, modeller.projection.live, modeller.projection\n"
        "found = {'numba', 'llvmlite', 'pandas', 'scipy'} & set(sys.modules)\n"
        "sys.exit(str(found) if found else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], timeout=300, check=False)
    assert done.returncode == 0


def test_that_warming_up_happens_once_and_says_how_far_it_is():
    first = kernel.warm_up()
    assert kernel.warm_up() is first
    first.join()
    assert kernel.ready()


# ---------------------------------------------------------------- in a process of its own


def test_that_another_process_makes_the_machine_code_and_says_how_far_it_is(tmp_path, monkeypatch):
    from modeller.kernel import compile_all
    from modeller.kernel.other_process import compile_elsewhere

    (tmp_path / "numba.py").write_text("raise SystemExit('not the library')")
    monkeypatch.chdir(tmp_path)  # whatever lies where the user stands is not taken for a library
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if folder])
    heard: list[float] = []
    compile_elsewhere(heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(0.95)
    assert not compile_all.needs_compiling()


@pytest.mark.parametrize("program", ["/nowhere/python", "false"])
def test_that_where_no_other_process_can_make_it_nothing_is_raised(program, monkeypatch):
    from modeller.kernel.other_process import compile_elsewhere

    monkeypatch.setattr(sys, "executable", program)
    heard: list[float] = []
    compile_elsewhere(heard.append)
    assert heard == []


def test_that_what_a_library_prints_is_no_share_and_the_listeners_error_is_not_swallowed(
    monkeypatch,
):
    from modeller.kernel import other_process

    start = subprocess.Popen
    talk = [sys.executable, "-c", "print('a warning'); print(0.5)"]
    monkeypatch.setattr(subprocess, "Popen", lambda _, **options: start(talk, **options))
    heard: list[float] = []
    other_process.compile_elsewhere(heard.append)
    assert heard == [pytest.approx(0.475)]

    def listener(_: float) -> None:
        raise ValueError("the listener's own")

    with pytest.raises(ValueError, match="the listener's own"):
        other_process.compile_elsewhere(listener)


@pytest.mark.parametrize("to_be_made", [True, False])
def test_that_a_window_leaves_compiling_to_another_process(to_be_made, monkeypatch):
    from modeller.kernel import compile_all, other_process

    done: list[str] = []
    monkeypatch.setattr(kernel, "_ready", threading.Event())
    monkeypatch.setattr(compile_all, "needs_compiling", lambda: to_be_made)
    monkeypatch.setattr(other_process, "compile_elsewhere", lambda _: done.append("apart"))
    monkeypatch.setattr(compile_all, "compile_all", lambda *_: done.append("here"))
    told: list[float] = []
    kernel._warm_up(told.append)
    assert done == (["apart", "here"] if to_be_made else ["here"])
    assert kernel.ready()
    assert told == [1.0]


def test_that_machine_code_for_another_processor_is_made_again(tmp_path, monkeypatch):
    from modeller.kernel import keeping

    monkeypatch.setattr(keeping, "_FOLDER", tmp_path)
    assert not keeping.is_kept("digest")
    keeping.mark_kept("digest")
    assert keeping.is_kept("digest")
    assert not keeping.is_kept("another")
    monkeypatch.setattr(keeping, "_processor", lambda: "another")
    assert not keeping.is_kept("digest")
    monkeypatch.setattr(keeping, "_FOLDER", tmp_path / "gone")
    keeping.mark_kept("digest")
    assert not keeping.is_kept("digest")


def one_more(number):
    return number + 1


def test_that_where_nothing_can_be_kept_the_machine_code_is_made_all_the_same(monkeypatch):
    from modeller.kernel import compiling, keeping

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    monkeypatch.setattr(keeping, "_FOLDER", keeping._usable_folder())
    assert keeping._FOLDER is None
    assert keeping.is_kept("digest")  # there is nowhere to keep it
    keeping.mark_kept("digest")
    assert compiling.compiled(one_more)(1) == 2


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"half", None])
@pytest.mark.parametrize("suffix", ["nbi", "nbc"])
def test_that_damaged_machine_code_is_made_again(suffix, damage, tmp_path, monkeypatch):
    from modeller.kernel import compiling, keeping

    monkeypatch.setattr(keeping, "_FOLDER", tmp_path)
    compiling.compiled(one_more)(1)
    (kept,) = tmp_path.rglob(f"*.{suffix}")
    kept.write_bytes(kept.read_bytes()[:-40] if damage is None else damage)
    assert compiling.compiled(one_more)(1) == 2
    again: Any = compiling.compiled(one_more)
    assert again(1) == 2
    assert sum(again.stats.cache_hits.values()) == 1


def test_that_machine_code_is_made_on_a_full_disk(tmp_path, monkeypatch):
    from modeller.kernel import compiling, keeping

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(keeping, "_FOLDER", tmp_path)
    monkeypatch.setattr("numba.core.caching.IndexDataCacheFile.save", full)
    assert compiling.compiled(one_more)(1) == 2
