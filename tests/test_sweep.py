"""Sweeps: nothing lost, nothing done twice, the same bytes however they were run."""

from __future__ import annotations

import csv
import multiprocessing
import os
import pickle
import signal
import sqlite3
import sys
import time
import tracemalloc
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from modeller import sweep as sweeping
from modeller.catalogue import catalogue
from modeller.errors import ModellerError
from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from modeller.sweep import InThisThread, figures_of, open_executor, sweep
from modeller.sweep_design import MEASURED, parse_design, read_design
from modeller.sweep_output import JOURNAL_SUFFIX

DESIGN = """
measures = ["arrests.p50", "false_alerts.mean", "faces_per_arrest.p90"]
weeks = 4
draws = 100

[set]
budget_shortfall = 260

[grid]
deployments_per_week = [4, 7.5, 10]
officer_losses = {from = 0, to = 1400, step = 700}

[list]
true_match_rate = [0.89, 0.5]
crew_capacity = [11, 9]
"""


class StoppedError(Exception):
    pass


def written(path):
    with Path(path).open(newline="") as file:
        return list(csv.DictReader(file))


def stop_after(count):
    def progress(finished, total):
        if finished >= count:
            raise StoppedError

    return progress


@pytest.fixture
def counted(monkeypatch):
    """Every scenario that is projected in this process, by fingerprint."""
    seen: list[str] = []

    def counting(scenarios, measures, runs):
        seen.extend(scenario.fingerprint for scenario in scenarios)
        return figures_of(scenarios, measures, runs)

    monkeypatch.setattr(sweeping, "figures_of", counting)
    return seen


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The table of a sweep that nothing disturbed."""
    path = tmp_path_factory.mktemp("whole") / "whole.csv"
    sweep(parse_design(DESIGN), path)
    return path.read_bytes()


def test_that_a_row_holds_what_projecting_its_scenario_gives(tmp_path, whole):
    path = tmp_path / "table.csv"
    path.write_bytes(whole)
    design = parse_design(DESIGN)
    rows = written(path)
    assert len(rows) == design.size == 18
    scenarios = [planned.scenario for planned in design.rows()]
    for row, scenario in zip(rows, scenarios, strict=True):
        assert row["fingerprint"] == scenario.fingerprint
        assert float(row["deployments_per_week"]) == scenario.value("deployments_per_week")
        assert scenario.setting("true_match_rate") == BeliefSetting(float(row["true_match_rate"]))
        assert scenario.value("budget_shortfall") == 260
    row, last = rows[-1], project(scenarios[-1])
    assert float(row["arrests.p50"]) == pytest.approx(last.quantiles("arrests", (0.5,))[0])
    assert float(row["false_alerts.mean"]) == pytest.approx(last.totals("false_alerts").mean())


def test_that_a_sweep_interrupted_anywhere_ends_in_the_same_bytes(tmp_path, whole, counted):
    path = tmp_path / "sweep.csv"
    for after in (3, 3, 8, 17):
        with pytest.raises(StoppedError):
            sweep(parse_design(DESIGN), path, progress=stop_after(after))
        assert not path.exists()
    done = sweep(parse_design(DESIGN), path)
    assert path.read_bytes() == whole
    assert len(counted) == len(set(counted)) == 18
    assert done.run < 18
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_process_killed_half_way_loses_nothing_that_was_finished(tmp_path, whole):
    path = tmp_path / "sweep.csv"
    (tmp_path / "design.toml").write_text(DESIGN)
    script = (
        "import os, signal, sys\n"
        "from modeller.sweep import sweep\n"
        "from modeller.sweep_design import read_design\n"
        "def progress(finished, total):\n"
        "    if finished == 7:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sweep(read_design(sys.argv[1]), sys.argv[2], progress=progress)\n"
    )
    code = os.spawnl(
        os.P_WAIT, sys.executable, sys.executable, "-c", script, tmp_path / "design.toml", path
    )
    assert code == -signal.SIGKILL
    assert sweep(read_design(tmp_path / "design.toml"), path).run == 11
    assert path.read_bytes() == whole


def test_that_any_executor_gives_the_same_bytes(tmp_path, whole):
    for name, executor in (("threads", ThreadPoolExecutor(3)), ("here", InThisThread())):
        path = tmp_path / f"{name}.csv"
        with executor:
            sweep(parse_design(DESIGN), path, executor=executor, workers=3)
        assert path.read_bytes() == whole


def test_that_processes_give_the_same_bytes(tmp_path, whole):
    path = tmp_path / "processes.csv"
    with open_executor("processes", workers=2) as (executor, workers):
        assert workers == 2
        sweep(parse_design(DESIGN), path, executor=executor, workers=workers)
    assert path.read_bytes() == whole


def test_that_a_process_that_dies_is_told_and_the_rest_kept(tmp_path, whole):
    path = tmp_path / "processes.csv"
    with open_executor("processes", workers=1) as (executor, _):

        def kill(finished, total):
            for process in multiprocessing.active_children():
                os.kill(process.pid or 0, signal.SIGKILL)

        with pytest.raises(ModellerError, match="run the same command again"):
            sweep(parse_design(DESIGN), path, executor=executor, progress=kill, together=2)
    done = sweep(parse_design(DESIGN), path)
    assert 0 < done.run < 18
    assert path.read_bytes() == whole


class OutOfOrder(ThreadPoolExecutor):
    """Finishes the first tasks last."""

    def __init__(self):
        super().__init__(8)
        self._started = 0

    def submit(self, fn, /, *args, **kwargs):
        self._started += 1
        delay = 0.3 if self._started < 3 else 0.0

        def late():
            time.sleep(delay)
            return fn(*args, **kwargs)

        return super().submit(late)


def test_that_what_finished_out_of_order_is_kept_when_stopped(tmp_path, whole, counted):
    path = tmp_path / "sweep.csv"
    with pytest.raises(StoppedError), OutOfOrder() as executor:
        sweep(
            parse_design(DESIGN),
            path,
            executor=executor,
            workers=6,
            together=1,
            progress=stop_after(10),
        )
    with sqlite3.connect(path.with_name(path.name + JOURNAL_SUFFIX)) as journal:
        (kept,) = journal.execute("SELECT count(*) FROM results").fetchone()
    journal.close()
    assert kept >= 10
    done = sweep(parse_design(DESIGN), path)
    assert done.run == 18 - kept
    assert path.read_bytes() == whole


def test_that_the_same_scenario_twice_is_run_once(tmp_path, counted):
    design = parse_design(
        'measures = ["arrests.p50"]\nweeks = 4\ndraws = 100\n'
        "[list]\ndeployments_per_week = [4, 5, 4, 4, 5]\n"
    )
    path = tmp_path / "sweep.csv"
    assert sweep(design, path).run == 2
    assert len(counted) == 2
    figures = [row["arrests.p50"] for row in written(path)]
    assert figures[0] == figures[2] == figures[3]
    with ThreadPoolExecutor(2) as executor:
        again = tmp_path / "again.csv"
        assert sweep(design, again, executor=executor, workers=2, together=3).run == 2
    assert again.read_bytes() == path.read_bytes()


def test_that_a_longer_design_takes_over_what_is_finished(tmp_path, counted):
    path = tmp_path / "sweep.csv"
    with pytest.raises(StoppedError):
        sweep(parse_design(DESIGN), path, progress=stop_after(6))
    longer = DESIGN.replace("[4, 7.5, 10]", "[4, 7.5, 10, 5]")
    assert sweep(parse_design(longer), path).run == 24 - 6
    assert len(counted) == len(set(counted)) == 24


def test_that_other_measures_are_not_taken_for_these(tmp_path):
    path = tmp_path / "sweep.csv"
    with pytest.raises(StoppedError):
        sweep(parse_design(DESIGN), path, progress=stop_after(6))
    other = DESIGN.replace("arrests.p50", "arrests.p20")
    assert sweep(parse_design(other), path).run == 18


def test_that_parquet_holds_the_same_table(tmp_path, whole):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "sweep.parquet"
    sweep(parse_design(DESIGN), path)
    table = parquet.read_table(path)
    (tmp_path / "whole.csv").write_bytes(whole)
    rows = written(tmp_path / "whole.csv")
    assert table.column_names == list(rows[0])
    assert table["fingerprint"].to_pylist() == [row["fingerprint"] for row in rows]
    assert table["arrests.p50"].to_pylist() == [float(row["arrests.p50"]) for row in rows]
    again = tmp_path / "again.parquet"
    with pytest.raises(StoppedError):
        sweep(parse_design(DESIGN), again, progress=stop_after(5))
    sweep(parse_design(DESIGN), again)
    assert again.read_bytes() == path.read_bytes()


def test_that_memory_does_not_grow_with_the_sweep(tmp_path, monkeypatch):
    def instantly(scenarios, measures, runs):
        return [[1.0] * len(measures) for _ in scenarios]

    monkeypatch.setattr(sweeping, "figures_of", instantly)
    peaks = []
    for size in (80, 400):
        design = parse_design(
            'measures = ["arrests.p50"]\n[grid]\n'
            f"seed = {{from = 1, to = {size // 4}, step = 1}}\n"
            "deployments_per_week = [4, 5, 6, 7]\n"
        )
        tracemalloc.start()
        sweep(design, tmp_path / f"{size}.csv")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 100_000


def test_that_no_file_is_written_over_and_impossible_ones_are_refused_first(tmp_path, counted):
    there = tmp_path / "there.csv"
    there.write_text("mine")
    for path, complaint in (
        (there, "there already"),
        (tmp_path / "table.xlsx", "neither CSV nor Parquet"),
        (tmp_path / "nowhere" / "table.csv", "no folder"),
    ):
        with pytest.raises(ModellerError, match=complaint):
            sweep(parse_design(DESIGN), path)
    assert there.read_text() == "mine"
    assert counted == []


def test_that_a_journal_in_use_or_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "sweep.csv"
    journal = tmp_path / f"sweep.csv{JOURNAL_SUFFIX}"
    journal.write_text("this is no journal, whatever it may be" * 100)
    with pytest.raises(ModellerError, match="no unfinished sweep"):
        sweep(parse_design(DESIGN), path)
    journal.unlink()

    def another(finished, total):
        with pytest.raises(ModellerError, match="in use by another sweep"):
            sweep(parse_design(DESIGN), path)
        raise StoppedError

    with pytest.raises(StoppedError):
        sweep(parse_design(DESIGN), path, progress=another)


def test_that_progress_counts_up_to_all(tmp_path):
    told: list[tuple[int, int]] = []
    path = tmp_path / "sweep.csv"
    with pytest.raises(StoppedError):
        sweep(parse_design(DESIGN), path, progress=stop_after(6))
    sweep(parse_design(DESIGN), path, progress=lambda *counts: told.append(counts))
    assert [finished for finished, _ in told] == list(range(1, 19))
    assert {total for _, total in told} == {18}


def test_that_an_error_in_a_task_is_raised_and_what_is_done_kept(tmp_path, monkeypatch):
    def failing(scenarios, measures, runs):
        if scenarios[0].value("deployments_per_week") == 10:
            raise ZeroDivisionError
        return figures_of(scenarios, measures, runs)

    monkeypatch.setattr(sweeping, "figures_of", failing)
    path = tmp_path / "sweep.csv"
    with pytest.raises(ZeroDivisionError):
        sweep(parse_design(DESIGN), path)
    monkeypatch.undo()
    assert sweep(parse_design(DESIGN), path).run == 6


def test_that_scenarios_can_be_sent_to_other_processes():
    row = next(parse_design(DESIGN).rows())
    assert pickle.loads(pickle.dumps(row.scenario)) == row.scenario
    future: Future[list[list[float]]] = InThisThread().submit(figures_of, [row.scenario], MEASURED)
    assert len(future.result()[0]) == len(MEASURED)


@pytest.mark.filterwarnings("default")
def test_that_a_dask_cluster_gives_the_same_bytes_though_a_worker_is_killed(tmp_path, whole):
    distributed = pytest.importorskip("distributed")
    path = tmp_path / "dask.csv"
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
        silence_logs=50,
    ) as cluster:
        killed: list[int] = []

        def kill(finished, total):
            if finished >= 6 and not killed:
                nanny = next(iter(cluster.workers.values()))
                killed.append(nanny.pid)
                os.kill(nanny.pid, signal.SIGKILL)

        with open_executor("dask", scheduler=cluster.scheduler_address) as (executor, workers):
            done = sweep(
                parse_design(DESIGN),
                path,
                executor=executor,
                workers=workers,
                together=1,
                progress=kill,
            )
        assert killed
    assert done.run == 18
    assert path.read_bytes() == whole


def test_that_without_a_scheduler_dask_says_what_is_missing():
    with (
        pytest.raises(ModellerError, match="needs a scheduler"),
        open_executor("dask"),
    ):
        pass


# ---------------------------------------------------------------- designs


def test_that_a_design_varies_the_scenario_it_names(tmp_path):
    design = parse_design('scenario = "met-plan-2025"\n[grid]\nweeks = [4, 8]')
    assert design.base.value("deployments_per_week") == 10
    assert [row.scenario.weeks for row in design.rows()] == [4, 8]
    own = parse_design("[grid]\nweeks = [4]", base=Scenario(changes={"officer_losses": 700}))
    assert next(own.rows()).scenario.value("officer_losses") == 700
    assert own.measures == MEASURED


def test_that_grids_lists_and_samples_multiply():
    design = parse_design(
        "[grid]\ndeployments_per_week = [4, 10]\n"
        "[list]\nstaff_losses = [0, 100, 200]\nadditional_funding = [1, 2, 3]\n"
        "[sample]\nsize = 5\nbetween = {true_match_rate = [0.5, 0.9]}\n"
    )
    rows = list(design.rows())
    assert len(rows) == design.size == 2 * 3 * 5
    assert {(row.values["staff_losses"], row.values["additional_funding"]) for row in rows} == {
        (0, 1),
        (100, 2),
        (200, 3),
    }
    assert [row.index for row in rows] == list(range(30))


@pytest.mark.parametrize("method", ["latin-hypercube", "sobol"])
def test_that_a_sample_covers_its_ranges_evenly(method):
    design = parse_design(
        f'[sample]\nmethod = "{method}"\nsize = 64\nseed = 5\n[sample.between]\n'
        "true_match_rate = [0.5, 0.9]\nfalse_alerts_per_million_faces = [0.1, 1000]\n"
        "seed = [1, 4]\n"
    )
    rows = [row.values for row in design.rows()]
    rates = sorted(float(row["true_match_rate"]) for row in rows)
    for index, rate in enumerate(rates):
        assert 0.5 + 0.4 * index / 64 <= rate <= 0.5 + 0.4 * (index + 1) / 64
    below_ten = [float(row["false_alerts_per_million_faces"]) < 10 for row in rows]
    assert sum(below_ten) == 32  # even on the logarithmic scale
    assert [sorted(int(row["seed"]) for row in rows).count(seed) for seed in (1, 2, 3, 4)] == [
        16
    ] * 4
    assert rows == [row.values for row in parse_design_again(method)]


def parse_design_again(method):
    return parse_design(
        f'[sample]\nmethod = "{method}"\nsize = 64\nseed = 5\n[sample.between]\n'
        "true_match_rate = [0.5, 0.9]\nfalse_alerts_per_million_faces = [0.1, 1000]\n"
        "seed = [1, 4]\n"
    ).rows()


def test_that_a_belief_is_set_by_centre_and_by_spread():
    base = Scenario(changes={"crew_capacity": BeliefSetting(9, 2)})
    design = parse_design(
        '[list]\ntrue_match_rate = [0.5]\n"true_match_rate.spread" = [0]\ncrew_capacity = [12]\n',
        base=base,
    )
    scenario = next(design.rows()).scenario
    assert scenario.setting("true_match_rate") == BeliefSetting(0.5, 0)
    assert scenario.setting("crew_capacity") == BeliefSetting(12, 2)


def test_that_a_csv_design_has_one_scenario_a_row(tmp_path):
    path = tmp_path / "design.csv"
    path.write_text(
        "title,deployments_per_week,crew_capacity.spread,seed\n=first,10,,3\n\nsecond,,0,\n",
        encoding="utf-8",
    )
    design = read_design(path)
    first, second = design.rows()
    assert (first.scenario.title, first.scenario.seed) == ("=first", 3)
    assert second.scenario.value("deployments_per_week") == 4
    assert second.scenario.setting("crew_capacity") == BeliefSetting(
        catalogue().beliefs["crew_capacity"].baseline, 0
    )
    small = read_design(path, base=Scenario(weeks=4, draws=100))
    sweep(small, tmp_path / "out.csv")
    rows = written(tmp_path / "out.csv")
    assert [row["title"] for row in rows] == ["'=first", "second"]
    assert [row["deployments_per_week"] for row in rows] == ["10", ""]


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("[grid", ["is not TOML"]),
        ("grids = 1", ["did you mean grid?"]),
        ("grid = 3", ["write it under"]),
        ('scenario = "no-such-plan"', ["no-such-plan"]),
        ("[grid]\ndeployments = [4]", ["is not a choice"]),
        ("[grid]\ndeployments_per_week = [4, 90]", ["must lie between 4 and 10"]),
        ("[grid]\ndeployments_per_week = []", ["write a list"]),
        ('[grid]\ndeployments_per_week = ["4"]', ["must be a number"]),
        ("[grid]\nweeks = {from = 9, to = 4, step = 1}", ["from the lower to the higher"]),
        ("[grid]\nweeks = {from = 4, to = 9}", ["is missing"]),
        ("[list]\nweeks = [4, 5]\nseed = [1]", ["equally long"]),
        ("[grid]\nweeks = [4]\n[list]\nweeks = [5]", ["varied twice"]),
        ("[sample]\nsize = 3", ["is missing"]),
        ("[sample]\nsize = 3\nbetween = {weeks = [9, 4]}", ["the lower first"]),
        ('[sample]\nsize = 3\nmethod = "grid"\nbetween = {weeks = [4, 9]}', ["the methods are"]),
        ("[set]\nofficer_losses = 99999", ["must lie between"]),
        ('measures = ["arrests"]', ["gives no statistic"]),
        ("measures = []", ['write ["arrests.p50"]']),
        (
            "grid.seed = {from = 1, to = 2e5, step = 1}\ngrid.weeks = [4, 5, 6, 7, 8, 9]",
            ["keep to 1,000,000"],
        ),
        (
            "weeks = 4\n[grid]\nofficer_losses = [-1]\nstaff_losses = [9999]\n[list]\nx = [1]",
            ["is not a choice", "must lie between", "must lie between"],
        ),
    ],
)
def test_that_every_fault_of_a_design_is_named_before_anything_runs(text, complaints):
    with pytest.raises(ModellerError) as caught:
        parse_design(text)
    said = sorted(str(problem) for problem in caught.value.problems)
    assert len(said) == len(complaints), said
    assert all(any(complaint in line for line in said) for complaint in complaints)


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("", ["name the columns"]),
        ("deployments,weeks,weeks\n4,4,4\n", ["is not a choice", "there twice"]),
        ("weeks\n4\nfour\n3\n4,5\n", ["line 3, weeks", "line 4, weeks", "line 5 has 2 cells"]),
    ],
)
def test_that_every_fault_of_a_csv_design_is_named_with_its_line(tmp_path, text, complaints):
    path = tmp_path / "design.csv"
    path.write_text(text)
    with pytest.raises(ModellerError) as caught:
        read_design(path)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == len(complaints), said
    assert all(complaint in line for complaint, line in zip(complaints, said, strict=True))


def test_that_a_design_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(ModellerError, match="cannot be read"):
        read_design(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"title = '\xe9'")
    with pytest.raises(ModellerError, match="not UTF-8"):
        read_design(tmp_path / "latin.toml")
