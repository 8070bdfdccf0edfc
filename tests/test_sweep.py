"""Sweeps: nothing lost, nothing done twice, the same bytes however they were run."""

from __future__ import annotations

import csv
import multiprocessing
import os
import pickle
import signal
import socket
import sqlite3
import sys
import time
import tracemalloc
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from modeller.base.errors import ModellerError
from modeller.cli import main
from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from modeller.sweep import cluster as clusters
from modeller.sweep import running as sweeping
from modeller.sweep.description import description_path
from modeller.sweep.output import JOURNAL_SUFFIX
from modeller.sweep.planned import MEASURED
from modeller.sweep.running import InThisThread, figures_of, open_executor, sweep
from tests.met import catalogue_for, import_record, parse_design, read_design, shipped_record

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
crews_per_day = [3, 2]
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

    def counting(scenarios, *rest):
        seen.extend(scenario.fingerprint for scenario in scenarios)
        return figures_of(scenarios, *rest)

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
        assert row["base"] == design.base.fingerprint
        assert (row["profile"], row["record"]) == (scenario.profile.key, scenario.record_digest)
        assert row["model"] == design.declared.version
        run = (scenario.weeks, scenario.draws, scenario.seed)
        assert tuple(int(row[name]) for name in ("weeks", "draws", "seed")) == run
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
    assert sorted(tmp_path.iterdir()) == [path, description_path(path)]


def test_that_a_process_killed_half_way_loses_nothing_that_was_finished(tmp_path, whole):
    path = tmp_path / "sweep.csv"
    (tmp_path / "design.toml").write_text(DESIGN)
    script = (
        "import os, signal, sys\n"
        "from modeller.sweep.running import sweep\n"
        "from modeller.profiles import shipped_profile\n"
        "from modeller.sweep.design import read_design\n"
        "def progress(finished, total):\n"
        "    if finished == 7:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sweep(read_design(sys.argv[1], shipped_profile()), sys.argv[2], progress=progress)\n"
    )
    code = os.spawnl(
        os.P_WAIT, sys.executable, sys.executable, "-c", script, tmp_path / "design.toml", path
    )
    assert code == -signal.SIGKILL
    assert sweep(read_design(tmp_path / "design.toml"), path).run == 11
    assert path.read_bytes() == whole


def test_that_a_cluster_without_its_executor_is_refused(tmp_path, capsys):
    out = tmp_path / "rows.csv"
    asked = ["sweep", "design.toml", "--out", str(out), "--scheduler", "tcp://there:1"]
    assert main(asked) == 2
    assert "--scheduler is for a Dask cluster; say --executor dask" in capsys.readouterr().err
    assert not out.exists()


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


OWN_DESIGN = """
weeks = 4
draws = 100
measures = ["true_alerts.mean", "arrests.mean"]
[list]
deployments_per_week = [4, 6]
"arrests_per_true_alert.spread" = [0, 0.5]
"""


def _own_base() -> Scenario:
    """A scenario on a record of 2025 alone, kept beside the shipped one."""
    kept = import_record(shipped_record().since(date(2025, 1, 6)), "Last year")
    return Scenario(record=kept.digest)


def test_that_a_sweep_stands_on_the_record_that_its_base_names(tmp_path):
    base = _own_base()
    design = parse_design(OWN_DESIGN, base=base)
    sweep(design, tmp_path / "own.csv")
    own = catalogue_for(base.record)
    rows = written(tmp_path / "own.csv")
    for row, planned in zip(rows, design.rows(), strict=True):
        assert planned.scenario.record == base.record
        # the spread alone is set: the centre is that of the scenario's own record
        setting = planned.scenario.setting("arrests_per_true_alert", own)
        assert isinstance(setting, BeliefSetting)
        assert setting.central == own.beliefs["arrests_per_true_alert"].baseline
        found = project(planned.scenario).totals("true_alerts").mean()
        assert float(row["true_alerts.mean"]) == pytest.approx(found)
    sweep(parse_design(OWN_DESIGN), tmp_path / "shipped.csv")
    assert written(tmp_path / "shipped.csv") != rows


def _live_in(folder: str) -> None:
    os.environ["XDG_DATA_HOME"] = folder


def test_that_a_worker_without_the_record_is_sent_it(tmp_path, monkeypatch):
    design = parse_design(OWN_DESIGN, base=_own_base())
    sweep(design, tmp_path / "here.csv")
    with open_executor("processes", workers=1) as (executor, workers):
        # what a machine of a cluster is like: the folder of its user holds no records
        executor.submit(_live_in, str(tmp_path / "nobody")).result()
        sweep(design, tmp_path / "there.csv", executor=executor, workers=workers)
        assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()
        monkeypatch.setattr(sweeping, "_MOST_CARRIED", 100)
        with pytest.raises(ModellerError, match="is not kept where a worker runs") as told:
            sweep(design, tmp_path / "bare.csv", executor=executor, workers=workers)
        assert "modeller evidence import" in told.value.problems[0].remedy


def test_that_a_design_on_a_record_that_is_not_here_says_so_before_anything_runs(tmp_path):
    (tmp_path / "rows.csv").write_text("deployments_per_week\n4\n")
    base = Scenario(record="ab" * 32)
    for read in (
        lambda: parse_design(OWN_DESIGN, base=base),
        lambda: read_design(tmp_path / "rows.csv", base=base),
    ):
        with pytest.raises(ModellerError, match="is not kept here"):
            read()


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
    def instantly(scenarios, measures, runs, record):
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
        (tmp_path / "table.xlsx", "the endings are .csv, .parquet"),
        (tmp_path / "nowhere" / "table.csv", "not a folder"),
    ):
        with pytest.raises(ModellerError, match=complaint):
            sweep(parse_design(DESIGN), path)
    assert there.read_text() == "mine"
    assert counted == []


def test_that_a_journal_in_use_or_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "sweep.csv"
    journal = tmp_path / f"sweep.csv{JOURNAL_SUFFIX}"
    journal.write_text("this is no journal, whatever it may be" * 100)
    with pytest.raises(ModellerError, match="not an unfinished sweep"):
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
    def failing(scenarios, measures, runs, record):
        if scenarios[0].value("deployments_per_week") == 10:
            raise ZeroDivisionError
        return figures_of(scenarios, measures, runs, record)

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


@pytest.mark.parametrize("address", ["http://x", "tcp://", "tcp://host:port", "http://host:1"])
def test_that_what_is_no_address_of_a_scheduler_is_said_at_once(address):
    pytest.importorskip("distributed")
    with (
        pytest.raises(ModellerError, match="is not the address of a scheduler"),
        open_executor("dask", scheduler=address),
    ):
        pass


def test_that_a_scheduler_that_does_not_answer_is_one_sentence(capfd):
    pytest.importorskip("distributed")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with (
            pytest.raises(ModellerError, match="does not respond"),
            open_executor("dask", scheduler=address),
        ):
            pass
    assert "Traceback" not in capfd.readouterr().err


def test_that_a_cluster_without_workers_is_said_and_not_waited_for(monkeypatch):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 1)
    with (
        distributed.LocalCluster(
            n_workers=0, dashboard_address=None, silence_logs=50, processes=False
        ) as cluster,
        pytest.raises(ModellerError, match="has no workers"),
        open_executor("dask", scheduler=cluster.scheduler.address),
    ):
        pass


class _Gone(Executor):
    """A cluster whose scheduler is gone: what was sent is cancelled."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future[object] = Future()
        future.cancel()
        future.set_running_or_notify_cancel()
        return future


def test_that_a_scheduler_that_ends_in_the_midst_is_a_sentence(tmp_path):
    with pytest.raises(ModellerError, match="stopped unexpectedly; run the same command again"):
        sweep(parse_design(DESIGN), tmp_path / "gone.csv", executor=_Gone())


def test_that_a_cluster_is_looked_at_while_nothing_comes_back(monkeypatch):
    class Client:
        status = "running"
        workers: ClassVar[dict[str, object]] = {}

        def get_executor(self, retries):
            return InThisThread()

        def scheduler_info(self, n_workers):
            return {"workers": self.workers}

    client = Client()
    executor = clusters.ClusterExecutor(client, "tcp://host:1")
    executor.look()
    monkeypatch.setattr(clusters, "WITHOUT_WORKERS_SECONDS", -1)
    with pytest.raises(ModellerError, match="has no workers"):
        executor.look()
    client.status = "closed"
    with pytest.raises(BrokenExecutor):
        executor.look()


def test_that_a_sweep_says_how_long_it_takes_before_it_starts(tmp_path, capsys):
    from modeller.cli import main

    design = tmp_path / "design.toml"
    grid = "deployments_per_week = {from = 4, to = 8, step = 0.2}"
    few = "deployments_per_week = [4, 7]"
    for number, (varied, said) in enumerate(((grid, True), (few, False))):
        design.write_text(
            f'measures = ["arrests.p50"]\ndraws = 100\nweeks = 4\n[grid]\n{varied}\n', "utf-8"
        )
        code = main(["sweep", str(design), "--out", str(tmp_path / f"{number}.csv")])
        first, *_ = capsys.readouterr().err.splitlines()
        assert code == 0, first
        assert ("21 scenarios, about " in first) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.01, "1 second"), (40.2, "40 seconds"), (600, "10 minutes"), (12_600, "3.5 hours")],
)
def test_that_a_time_is_said_in_the_unit_that_people_use(seconds, said):
    from modeller.cli.sweep import _duration

    assert _duration(seconds) == said
